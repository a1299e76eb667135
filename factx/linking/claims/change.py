"""Comparisons: which amounts say by how much, from what and to what, and in which direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factx.linking.claims.clause import Scene
from factx.linking.claims.roles import Role
from factx.linking.types import ChangeLink
from factx.mentions.types import AmountMention

__all__ = ["changes"]

Key = tuple[int, int]
"""The chunk that says that something changed, and the place in a list that "respectively" pairs."""


def changes(scene: Scene, roles: Mapping[int, Role], amounts: Sequence[AmountMention]) -> dict[int, ChangeLink]:
    """The comparison that each amount of the scene takes part in; all of one comparison share one link."""
    groups: dict[Key, dict[str, int]] = {}
    direction: dict[Key, str] = {}
    members: dict[Key, list[int]] = {}
    for ref, role in roles.items():
        if role.anchor is None or role.side is None or role.direction is None or role.name == "conversion":
            continue
        key = (role.anchor, role.part)
        group = groups.setdefault(key, {})
        direction.setdefault(key, role.direction)
        members.setdefault(key, []).append(ref)
        group.setdefault(role.side, ref)
        if (
            role.base is not None
            and role.side == "from"
            and "to" not in group
            and role.base in roles
            and roles[role.base].side in (None, "to")
        ):
            group["to"] = role.base
    for key, group in groups.items():
        if "to" not in group:
            level = _level(scene, roles, amounts, key[0], group)
            if level is not None:
                group["to"] = level
        if "from" not in group:
            _noun_change(scene, roles, key[0], group)
    out: dict[int, ChangeLink] = {}
    for key, group in groups.items():
        link = ChangeLink(direction[key], group.get("by"), group.get("from"), group.get("to"))
        for ref in dict.fromkeys([*members[key], *group.values()]):
            out.setdefault(ref, link)
    _compared(scene, roles, amounts, out)
    for ref in roles:
        found = amounts[ref].direction
        if ref not in out and found is not None and not _no_change(scene, roles[ref]):
            out[ref] = ChangeLink(found, by=ref)
    _conversions(roles, amounts, out)
    return out


def _no_change(scene: Scene, role: Role) -> bool:
    """ "raised $5m", "added ten users", "a 30-mile drive": what was done or how big it is, not what a quantity did."""
    if role.name in ("measure", "of", "oblique", "modifier"):
        return role.direction is None
    return (
        role.name == "object"
        and role.verb is not None
        and scene.lemma_of(role.verb) in ("raise", "add", "lift", "gain")
    )


def _level(
    scene: Scene, roles: Mapping[int, Role], amounts: Sequence[AmountMention], anchor: int, group: Mapping[str, int]
) -> int | None:
    """ "revenue of $3.2bn, up 5%": the value in front of a bare "up"; "a 5% increase to $3.2bn": the one behind."""
    if scene.shape[anchor] in "Np":
        by = group.get("by")
        return roles[by].base if by is not None and roles[by].name == "change" else None
    if scene.shape[anchor] == "u":
        before = scene.before(anchor, 'R",(-')
        if scene.kind(before) == ")":
            opened = scene.opening(before)
            before = scene.before(opened) if opened is not None else before
        if scene.kind(before) == "@":
            before = scene.before(before, 'R"p,')
        if scene.kind(before) == "A":
            ref = scene.chunks[before].ref
            if ref in roles and ref not in group.values() and roles[ref].side is None:
                return (
                    roles[ref].base
                    if roles[ref].name == "restated" and roles[ref].base is not None and amounts[ref].per is None
                    else ref
                )
    return None


def _noun_change(scene: Scene, roles: Mapping[int, Role], anchor: int, group: dict[str, int]) -> None:
    """ "a 5% rise in sales to $3.2bn from $3.05bn": the values behind the noun."""
    if scene.shape[anchor] != "N":
        return
    i = anchor + 1
    while i < min(len(scene.shape), anchor + 8):
        if scene.shape[i] == "p" and scene.kind(i + 1) == "A" and scene.head_of(i) in ("to", "from"):
            ref = scene.chunks[i + 1].ref
            if ref in roles and ref not in group.values():
                group.setdefault(scene.head_of(i), ref)
            i += 1
        elif scene.shape[i] not in "poN":
            break
        i += 1


def _compared(
    scene: Scene, roles: Mapping[int, Role], amounts: Sequence[AmountMention], out: dict[int, ChangeLink]
) -> None:
    """ "£75m, compared with £125m a year earlier": the two values say which way."""
    for ref, role in roles.items():
        base = role.base
        if base is None or role.side != "from" or role.name in ("conversion", "restated"):
            continue
        link = out.get(base)
        if link is not None:
            if link.from_ is None and link.to in (base, None) and base != link.by:
                new = ChangeLink(link.direction, link.by, ref, link.to if link.to is not None else base)
                for other in [r for r, held in out.items() if held is link]:
                    out[other] = new
                out[ref] = new
            continue
        then, now = amounts[ref], amounts[base]
        if (
            then.currency != now.currency
            or then.comparator != "="
            or now.comparator != "="
            or then.low != then.high
            or now.low != now.high
        ):
            continue
        if then.currency is None and then.dimension != now.dimension:
            continue
        before, after = (amount.low * _sign(scene, roles[r]) for amount, r in ((then, ref), (now, base)))
        if _sign(scene, role) == _sign(scene, roles[base]):
            before, after = abs(before), abs(after)
        direction = "up" if after > before else "down" if after < before else "unchanged"
        out[ref] = out[base] = ChangeLink(direction, None, ref, base)


def _sign(scene: Scene, role: Role) -> int:
    """-1 for a loss or a deficit, so that a profit after a loss is a rise."""
    head = scene.head_of(role.noun) if role.noun is not None else ""
    return -1 if head in ("loss", "losses", "deficit", "shortfall") else 1


def _conversions(roles: Mapping[int, Role], amounts: Sequence[AmountMention], out: dict[int, ChangeLink]) -> None:
    """What restates a value takes part in the same change; two that restate both ends make one of their own."""
    twins: dict[tuple[int, str | None, str | None], int] = {}
    for ref, role in roles.items():
        if role.name == "restated" and role.base is not None and amounts[ref].per:
            twins.setdefault((role.base, amounts[ref].currency, amounts[ref].per), ref)
    for (base, currency, per), ref in twins.items():
        link = out.get(base)
        if link is None or link.to != base or link.from_ is None:
            continue
        then = twins.get((link.from_, currency, per))
        if then is not None:
            out[ref] = out[then] = ChangeLink(link.direction, None, then, ref)
    for ref, role in roles.items():
        if role.name in ("conversion", "restated") and role.base in out and ref not in out:
            assert role.base is not None
            out[ref] = out[role.base]
