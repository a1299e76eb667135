"""All amounts of a sentence, read together: what each restates, is compared with or stands in a list behind; else its own ties.

The questions are asked in the order of `LOOKS`; the first that is answered gives the frame.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from factx.linking.claims.comparing import compared, ends, moved
from factx.linking.claims.contents import content
from factx.linking.claims.frames import Frame, Frames, tied
from factx.linking.claims.lists import coordinated, respectively
from factx.linking.claims.scene import Scene
from factx.linking.claims.what import SHARES
from factx.linking.claims.words import is_quantity

__all__ = ["read_frames"]

CLOSE = 6
"""Nodes before an amount within which its quantity stands."""
STOPS = frozenset(",;:.()")


def read_frames(scene: Scene) -> Frames:
    """The frame of each amount of a sentence that stands in its tree, in text order."""
    found: Frames = {}
    for ref in scene.indices:
        if ref in scene.head:
            found[ref] = frame_of(scene, ref, found)
    if "respectively" in scene.tree.lower:
        respectively(scene, found)
    return found


def frame_of(scene: Scene, ref: int, found: Frames) -> Frame:
    """The frame of one amount, those before it known."""
    for look in LOOKS:
        frame = look(scene, ref, found)
        if frame is not None:
            return frame
    node = scene.outer(ref)
    quantity = _right_behind(scene, ref)
    quantity = _right_before(scene, ref) if quantity is None else quantity
    return Frame("loose", node, quantity, scene.tree.clause_of(node))


def _right_before(scene: Scene, ref: int) -> int | None:
    """The quantity right before an amount that the parse ties to nothing: "revenue of $5m and [EBITDA] between $1m and $2m"."""
    tree, first = scene.tree, scene.first(ref)
    for node in range(first - 1, max(-1, first - CLOSE), -1):
        if node in scene.taken or tree.words[node] in STOPS:
            return None
        if tree.tags[node] in ("NN", "NNS") and node not in scene.covered and is_quantity(tree.lower[node]):
            return node
    return None


def _right_behind(scene: Scene, ref: int) -> int | None:
    """The quantity right behind one: "guided to [$5m] revenue and $1m EBITDA"."""
    tree, node = scene.tree, scene.last(ref) + 1
    named = node < len(tree) and tree.tags[node] in ("NN", "NNS") and node not in scene.covered
    return node if named and is_quantity(tree.lower[node]) else None


def restated(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """The same value once more: "$39 million (€36 million)", "$5 million, or $1 a share", "2 inches (50 mm)", "half (48%)"."""
    base = scene.just_before(ref, found)
    if base is None:
        return None
    this, that = scene.amounts[ref], scene.amounts[base]
    between = scene.between(base, ref)
    if found[base].name == "conversion" and between in (";", ",", ":") and this.currency and scene.bracketed(ref):
        return replace(found[base], node=scene.outer(ref))  # "($39m; £21m)"
    bracket = between.startswith(("(", ", (")) and scene.bracketed(ref) and len(between) < 24
    joined = between in ("or", ", or", "— or", "– or", "- or", ", or about", ", equivalent to", "/")
    if not (bracket or joined) or ":" in between:
        return None
    if any(mark in between for mark in CONTRASTS):
        return None
    money = this.currency is not None and that.currency is not None
    bare, kinds = this.currency is None and that.currency is None, {this.dimension, that.dimension}
    if money and this.currency != that.currency and not this.per:
        name = "conversion"
    elif money or joined or (bare and (kinds == {*SHARES} if len(kinds) > 1 else not kinds & COUNTED)):
        name = "restated"
    else:
        return None
    return replace(found[base], name=name, node=scene.outer(ref), base=base)


COUNTED = {"count", "percentage"}
CONTRASTS = ("up", "down", "from", "compared", "versus", "vs", "+", "-", "against", "previous", "prior")


def own_ties(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """By the table of frames."""
    frame = tied(scene, ref, scene.outer(ref))
    if frame is not None and frame.name in CHANGED:
        frame.base = base = _aside_of(scene, ref, found)
        if base is not None and frame.quantity is None:
            frame.quantity = found[base].quantity if found[base].quantity is not None else scene.head[base]
            return frame
    if frame is None:
        return None
    if frame.quantity is not None and frame.quantity in scene.covered:
        frame = Frame("loose", frame.node, _right_before(scene, ref), frame.verb)  # the "month" of "$80/month"
    if frame.name == "beside" and scene.case(frame.node) != "with":  # "320 shops in 12 countries"
        frame.base = next((other for other in found if scene.head[other] == frame.quantity and other != ref), None)
    return frame


CHANGED = ("modifier of a change", "of a change")
ASIDE = re.compile(r"[,(–—-]\s*(?:representing |marking |reflecting |showing |which (?:is|was) |or )?an?\b")


def _aside_of(scene: Scene, ref: int, found: Frames) -> int | None:
    """The amount that "a rise of 5%" stands behind: "$5m, or 20 cents a share, a rise of $1m"."""
    base = scene.just_before(ref, found)
    if base is None or not ASIDE.match(scene.between(base, ref)):
        return None
    held = found[base].base
    return held if held is not None and scene.amounts[base].per and not scene.amounts[ref].per else base


LOOKS: tuple[Callable[[Scene, int, Frames], Frame | None], ...] = (
    restated, ends, compared, content, coordinated, moved, own_ties,
)  # fmt: skip
