"""Labels: what a line or a list says in front of a colon and no verb ("Revenue: $58 million", "Basic plan: fee $7")."""

from __future__ import annotations

from factx.linking.claims.frames import Frame, Frames
from factx.linking.claims.scene import Scene
from factx.syntax import NOMINAL

__all__ = ["labelled"]

SEPARATORS = frozenset((":", ";", "→", "|", "/", "•", "·", "–", "—", "=", ","))
FINITE = ("VBD", "VBZ", "VBP", "MD")
LABEL = 12
"""Nodes of a label."""


def labelled(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "Revenue: $58 million"; "Basic plan: fee $7 → refund $2": a label in front and no verb between."""
    tree = scene.tree
    first = scene.whole[ref][0]
    colon = _colon(scene, first)
    if colon is None or not 0 < colon <= LABEL:
        return None
    if _has_verb(scene, 0, colon) or any(i in scene.taken for i in range(colon)):
        return None
    if not any(tree.tags[i] in NOMINAL for i in range(colon)):
        return None
    label = colon - 1
    begin = first
    if scene.amounts[ref].currency is None and _has_verb(scene, scene.whole[ref][-1] + 1, len(tree)):
        return None  # "Poor marks: six bridges have failed"
    while begin > colon + 1 and tree.words[begin - 1] not in SEPARATORS and begin - 1 not in scene.taken:
        begin -= 1
    own = [
        i
        for i in range(begin, first)
        if tree.words[i][0].isalpha() and tree.tags[i] not in ("IN", "RB", "DT", "CC", "TO")
    ]
    node = scene.outer(ref)
    behind = tree.head[node]
    joined = behind > node and not any(tree.words[i] in SEPARATORS for i in range(scene.whole[ref][-1] + 1, behind))
    if (
        joined
        and tree.label[node] in ("nummod", "compound", "nmod:unmarked", "amod")
        and tree.tags[behind] in ("NN", "NNS", "NNP")
    ):
        return Frame("label", node, behind, owner=label)  # "Gold level: a $50 reward"
    if not own:
        return Frame("label", node, label) if begin == colon + 1 else None
    if _has_verb(scene, begin, first, ("VB", *FINITE)) or first - begin > 4:
        return None
    return Frame("label", node, own[-1], owner=label)


def _colon(scene: Scene, stop: int) -> int | None:
    """The first colon that stands in no brackets ("(NASDAQ: BOLT)")."""
    depth = 0
    for i in range(stop):
        word = scene.tree.words[i]
        depth += (word == "(") - (word == ")")
        if word == ":" and depth <= 0:
            return i
    return None


def _has_verb(scene: Scene, first: int, stop: int, kinds: tuple[str, ...] = FINITE) -> bool:
    """A verb (a finite one, if not told otherwise) in lower case: the words of labels have capitals."""
    tree = scene.tree
    return any(tree.tags[i] in kinds and tree.words[i].islower() for i in range(first, stop))
