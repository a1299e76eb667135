"""Amounts of a list: one of several of the same, and each with its own quantity where they go respectively."""

from __future__ import annotations

from dataclasses import replace

from factx.linking.claims.frames import Frame, Frames
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import is_quantity

__all__ = ["coordinated", "respectively"]


def coordinated(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """One of a list: "190 locations, 40,000 members and …", "$60 million and $65 million"."""
    tree = scene.tree
    node = scene.outer(ref)
    before = scene.just_before(ref, found)
    if before is not None and scene.amounts[ref].currency is not None and scene.comparable(before, ref):
        between = scene.between(before, ref)
        if between in (",", "and", ", and", "or", ", or"):
            return replace(found[before], name="listed", node=node, base=before)
    if tree.label[node] != "conj" or tree.own_subject(node) is not None:
        return None
    for member in tree.conjuncts(node):
        if member >= node:
            break
        for base, frame in found.items():
            own = member in (frame.node, scene.head[base], scene.node[base])
            if own and (frame.quantity is None or scene.alike(base, ref)):
                return replace(frame, name="listed", node=node, base=base)
            if (
                member == frame.verb
                and frame.name == "object"
                and tree.tags[node] == "$"
                and scene.comparable(base, ref)
            ):
                return replace(frame, name="listed", node=node, base=base)  # "spent $5m on mills and $3m on ships"
    return None


def respectively(scene: Scene, found: Frames) -> None:
    """ "Revenue and profit were $9m and $3m, respectively": each of a list has its own quantity."""
    tree = scene.tree
    end = tree.lower.index("respectively")
    group: list[int] = []
    for ref in reversed(list(found)):
        last = scene.last(ref)
        if last < end and all(tree.lower[n] in JOINTS for n in range(last + 1, end)):
            group.insert(0, ref)
            end = scene.first(ref)
    at = end - 1
    while at > 0 and tree.tags[at] in ("IN", "TO", "VBD", "VBZ", "VBP", "RB"):
        at -= 1
    items = _items(scene, at, len(group))
    if len(group) < 2 or len(items) < len(group):
        return
    for ref, (noun, begin) in zip(group, items, strict=True):
        found[ref] = replace(found[group[0]], quantity=noun, node=scene.outer(ref), base=None, begin=begin)
    later = [ref for ref in found if ref > group[-1]]
    if len(later) == len(group) and found[later[0]].name == "comparison":
        for ref, base in zip(later, group, strict=True):
            found[ref] = replace(found[base], name="comparison", side="from", node=scene.outer(ref), base=base)


JOINTS = frozenset((",", "and", "or", "(", ")", "m"))


def _items(scene: Scene, end: int, count: int) -> list[tuple[int, int]]:
    """(noun that can be measured, first node) of each of a list of `count` that ends at a node."""
    tree = scene.tree
    items: list[tuple[int, int]] = []
    noun: int | None = None
    for node in range(end, -1, -1):
        if is_quantity(tree.lower[node]) and tree.tags[node] in ("NN", "NNS", "NNP"):
            noun = node if noun is None or noun > node + 1 else noun
        border = node == 0 or tree.lower[node - 1] in ("and", ",") or tree.tags[node - 1] in ("VBD", "VBZ", "VBP")
        if border and noun is not None:
            items.insert(0, (noun, node))
            noun = None
        if len(items) == count:
            break
    return items
