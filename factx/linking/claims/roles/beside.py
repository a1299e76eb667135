"""Amounts beside other amounts: conversions and restatements in brackets, "or", lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx.linking.claims.roles.role import Role
from factx.linking.claims.words import is_quantity

if TYPE_CHECKING:
    from factx.linking.claims.clause import Scene
    from factx.linking.claims.roles.reader import Roles

__all__ = ["bracketed", "coordinated"]

NEAR = 6
"""Chunks between an amount and one that restates it, at most."""


def bracketed(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """In brackets behind an amount or a noun: it restates the one or measures the other."""
    scene = roles.scene
    opened = scene.opening(start)
    if opened is None:
        return None
    if scene.kind(opened + 1) == "@" and set(scene.shape[opened + 2 : start]) <= set("-,u"):
        earlier = roles.previous(ref, start)  # "turnover £8.9bn in line with last year (2012/13: £8.9bn)"
        if earlier is not None and roles.of[earlier].end < opened <= roles.of[earlier].end + NEAR:
            moved = "u" in scene.shape[opened:start]
            twin = replace(roles.of[earlier], name="comparison", start=start, end=end, base=earlier)
            return replace(twin, side=None, anchor=None, direction=None) if moved else replace(twin, side="from")
    inner = scene.before(start)
    while inner > opened and scene.shape[inner] in ("A,;-&:x." if "@" not in scene.shape[opened:start] else "@-,"):
        inner -= 1
    if inner != opened:
        return None
    amount = scene.amounts[ref]
    if scene.kind(opened - 1) == "A" and {scene.head_of(k) for k in range(opened + 1, start)} & FORMERLY:
        base = scene.chunks[opened - 1].ref
        if base in roles.of and scene.amounts[base].currency == amount.currency:
            return replace(roles.of[base], name="comparison", start=start, end=end, base=base, side="from")
    if scene.kind(opened - 1) == "A" and scene.shape[opened + 1 : start] in ("@-", "@,", "@"):
        base = scene.chunks[opened - 1].ref
        if base in roles.of and scene.amounts[base].currency == amount.currency:
            return replace(roles.of[base], name="comparison", start=start, end=end, base=base, side="from")
    for i in range(opened - 1, max(-1, opened - 1 - NEAR), -1):
        letter = scene.shape[i]
        if letter == "A":
            base = scene.chunks[i].ref
            other = scene.amounts[base]
            if amount.currency and other.currency and amount.currency != other.currency:
                return roles.like(base, "conversion", start, end)
            close = scene.shape[i + 1 : opened] in ("", '"', "oN", "oNpN", ",", "pN")
            return roles.like(base, "restated", start, end) if close else None
        if letter == "N":
            if scene.kind(i - 1) in ("o", "p") and "A" in scene.shape[max(0, i - 4) : i]:
                continue
            if scene.shape[i + 1 : opened].strip('"R@') == "":
                noun = scene.phrase_start(i)
                return Role("apposition", start, end, noun=noun, verb=scene.verb_before(noun))
        elif letter not in '@p"oR)(m':
            return None
    return None


FORMERLY = {"previously", "previous", "prior", "earlier", "formerly"}


def _begins_clause(scene: Scene, end: int) -> bool:
    """Is the amount the subject of what follows ("and 71% of customers take it")?"""
    i = scene.after(end)
    if scene.kind(i) == "o" and scene.kind(i + 1) == "N":
        i = scene.after(i + 1, 'R"@')
    return scene.kind(i) == "V"


def coordinated(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """Behind "or" it restates, behind "and" or a comma it continues a list."""
    scene = roles.scene
    i = scene.before(start)
    word = scene.head_of(i) if scene.kind(i) == "&" else ""
    if scene.kind(i) not in ("&", ","):
        return None
    i = scene.before(i, 'R",')
    if scene.kind(i) == ")":
        opened = scene.opening(i)
        i = scene.before(opened) if opened is not None else i
    for _ in range(4):
        timed = word == "or" and scene.kind(i) == "@" and scene.amounts[ref].per is not None
        if not (scene.kind(i) in ("N", "@") and scene.kind(i - 1) in ("o", "p") and (word != "or" or timed)):
            break
        i -= 2  # "140 tonnes of steel and 500 …"
    if scene.kind(i) != "A":
        return None
    base = scene.chunks[i].ref
    if base not in roles.of or (
        _begins_clause(scene, end) and not (word == "or" and scene.amounts[ref].per is not None)
    ):
        return None
    amount, other = scene.amounts[ref], scene.amounts[base]
    behind = scene.after(end)
    if (
        word == "or"
        and scene.kind(behind) == "N"
        and is_quantity(scene.head_of(behind))
        and scene.tokens.codes[scene.chunks[behind].first] not in "DS"
    ):
        return None  # "a net loss of $3m or $0.45 loss per share" names it anew
    apart = roles.of[base].name == "measure" and (word == "and" or amount.currency is None)
    if apart and scene.kind(behind) == "o" and scene.kind(scene.after(behind)) == "N":
        return None  # "$84m of cash and $610m of debt"
    if (
        word == "and"
        and (amount.currency is not None or amount.dimension == "percentage")
        and scene.kind(behind) == "N"
        and scene.kind(start - 1) == "m"
        and scene.tokens.codes[scene.chunks[behind].first] not in "DSP"
    ):
        return None  # "and a $25bn valuation"
    if (
        scene.kind(behind) == "p"
        and scene.head_of(behind) in ("above", "below")
        and scene.kind(behind + 1) in ("@", "N")
    ):
        return None  # "margin was 28%, two points above last year's"
    if word == "or":
        return roles.like(base, "restated", start, end)
    if (amount.currency is None) != (other.currency is None):
        return None
    if not word and not {scene.kind(scene.after(end)), scene.kind(scene.after(end) + 1)} & {",", "&"}:
        alike = amount.currency == other.currency and (
            amount.currency is not None or amount.dimension == other.dimension != "count"
        )
        if not alike or roles.of[base].name not in ("of", "copula", "object", "change"):
            return None
        said = scene.after(end)
        said = scene.after(said) if scene.kind(said) in ("E", "V") else said
        side = (
            "from" if scene.kind(said) == "@" and amount.comparator in "<>" else None
        )  # "below the $7m recorded a year ago"
        return replace(roles.of[base], name="comparison", start=start, end=end, base=base, side=side, anchor=None)
    return replace(roles.of[base], name="listed", start=start, end=end, base=base)
