"""Comparisons: which amounts say by how much, from what and to what, and in which direction."""

from __future__ import annotations

from collections.abc import Mapping

from factx.linking.claims.earlier import previous_of
from factx.linking.claims.frames import Frame
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import LOSSES
from factx.linking.types import ChangeLink

__all__ = ["changes"]

SAME = ("restated", "conversion")
ASIDES = ("up or down", "modifier of a change", "of a change")


def changes(scene: Scene, frames: Mapping[int, Frame]) -> dict[int, ChangeLink]:
    """The comparison that each amount of the scene takes part in; all of one comparison share one link."""
    amounts = scene.amounts
    groups: dict[int, dict[str, int]] = {}
    direction: dict[int, str] = {}
    for ref, frame in frames.items():
        if frame.anchor is None or frame.side is None or frame.direction is None or frame.name in SAME:
            continue
        anchor = frame.anchor
        group = groups.setdefault(anchor, {})
        direction.setdefault(anchor, frame.direction)
        group.setdefault("by" if frame.side == "by" else "from" if frame.side == "from" else "to", ref)
    for anchor, group in groups.items():
        level = _level(scene, frames, group) if "to" not in group else None
        if level is not None:
            for other, whole in groups.items():
                if (
                    level in whole.values()
                    and direction[other] == direction[anchor]
                    and not whole.keys() & group.keys()
                ):
                    whole.update(group)  # "fell to $3m, down 60%"
                    break
            group["to"] = level
    out: dict[int, ChangeLink] = {}
    for anchor, group in groups.items():
        link = ChangeLink(direction[anchor], group.get("by"), group.get("from"), group.get("to"))
        for ref in group.values():
            out.setdefault(ref, link)
    _compared(scene, frames, out)
    for ref, frame in frames.items():
        found = amounts[ref].direction
        if ref not in out and found is not None and frame.name not in SAME and _moves(scene, ref, frame):
            out[ref] = ChangeLink(found, by=ref)
    for ref, frame in frames.items():
        if frame.name in SAME and frame.base in out and ref not in out:
            assert frame.base is not None
            out[ref] = _beside_it(scene, frames, out, ref, frame.base)
    return out


def _beside_it(
    scene: Scene, frames: Mapping[int, Frame], out: dict[int, ChangeLink], ref: int, base: int
) -> ChangeLink:
    """The change of a value that stands beside another: "$2m, or 5 cents a share, against $1m, or 3 cents a share"."""
    link = out[base]
    then = frames[base]
    if then.name != "comparison" or link.from_ != base:
        return link
    for other, frame in frames.items():
        if frame.name in SAME and frame.base == link.to and scene.comparable(other, ref):
            out[other] = ChangeLink(link.direction, None, ref, other)
            return out[other]
    return link


def _moves(scene: Scene, ref: int, frame: Frame) -> bool:
    """Is the amount what something moved by: "lost $5m", "cut 300 jobs", and not "raised $5m", "added ten users"?"""
    if frame.side == "by" or scene.amounts[ref].dimension == "percentage":
        return True
    return frame.name in ("taken", "object") and frame.verb is not None and scene.tree.lemma(frame.verb) not in GAINED


GAINED = ("raise", "add", "lift", "gain")


def _level(scene: Scene, frames: Mapping[int, Frame], group: Mapping[str, int]) -> int | None:
    """The value in front of what it changed by: "revenue of $3.2bn, up 5%", "$3.2bn, an increase of 5%"."""
    ref = group.get("by", group.get("from"))
    if ref is None:
        return None
    base = frames[ref].base
    if base is None or frames[ref].name not in ASIDES or base in group.values() or frames[base].side == "by":
        return None
    same = "from" not in group or scene.amounts[base].currency == scene.amounts[group["from"]].currency
    return base if same else None


def _compared(scene: Scene, frames: Mapping[int, Frame], out: dict[int, ChangeLink]) -> None:
    """ "£75m, compared with £125m a year earlier": the two values say which way."""
    for ref, frame in frames.items():
        base = frame.base
        if frame.name != "comparison" or base is None:
            continue
        link = out.get(base)
        if link is not None:
            if link.from_ is None and link.to in (base, None) and base != link.by:
                new = ChangeLink(link.direction, link.by, ref, link.to if link.to is not None else base)
                for other in [r for r, held in out.items() if held is link]:
                    out[other] = new
                out[ref] = new
            continue
        then, now = scene.amounts[ref], scene.amounts[base]
        earlier = previous_of(scene, ref) is not None
        if any(a.comparator not in ("=", "~") for a in (then, now)) and not earlier:
            continue
        if then.currency is None and then.dimension != now.dimension:
            continue
        signs = _sign(scene, frame), _sign(scene, frames[base])
        before, after = (then.low * signs[0], then.high * signs[0]), (now.low * signs[1], now.high * signs[1])
        if signs[0] == signs[1]:
            before, after = (abs(before[0]), abs(before[1])), (abs(after[0]), abs(after[1]))
        steps = {(b > a) - (b < a) for a, b in zip(before, after, strict=True)} - {0}
        if len(steps) == 2 and not earlier:
            continue  # a range within another
        moved = sum(after) - sum(before)
        direction = "up" if moved > 0 else "down" if moved < 0 else "unchanged"
        out[ref] = out[base] = ChangeLink(direction, None, ref, base)


def _sign(scene: Scene, frame: Frame) -> int:
    """-1 for a loss or a deficit, so that a profit after a loss is a rise."""
    return -1 if frame.quantity is not None and scene.tree.lower[frame.quantity] in LOSSES else 1
