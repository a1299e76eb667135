"""Amounts of a list: one of several of the same, and each with its own quantity where they go respectively."""

from __future__ import annotations

from dataclasses import replace

from factx.linking.claims.frames import Frame, Frames
from factx.linking.claims.scene import Scene

__all__ = ["coordinated", "respectively"]


def coordinated(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """One of a list: "190 locations, 40,000 members and …", "$60 million and $65 million"."""
    tree = scene.tree
    node = scene.outer(ref)
    if tree.label[node] != "conj" or tree.child(node, "nsubj", "nsubj:pass", "csubj", "cop") is not None:
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
    end = scene.tree.lower.index("respectively")
    for first, frame in list(found.items()):
        nouns = [] if frame.quantity is None else scene.tree.conjuncts(frame.quantity)
        refs = [ref for ref in found if ref >= first and scene.last(ref) < end]
        if len(nouns) == len(refs) > 1:
            for ref, noun in zip(refs, nouns, strict=True):
                found[ref] = replace(frame, quantity=noun, node=scene.outer(ref), base=None)
            return
