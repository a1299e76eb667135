"""Why: the words behind "driven by", "due to", "thanks to", "reflecting", "offset by" of the clause of a change.

>>> import factx
>>> factx.extract("Revenue rose 5% to $3m, driven by strong demand in Asia.").money[0].because.text
'strong demand in Asia'
"""

from __future__ import annotations

from factx import lexicon
from factx.linking.claims.frames import Frame
from factx.linking.claims.scene import Scene
from factx.mentions.types import SpanTuple

__all__ = ["cause_of"]

KINDS = lexicon.table("drivers.tsv")


def cause_of(scene: Scene, frame: Frame) -> SpanTuple | None:
    """Where the cause of the change that an amount takes part in stands; None where the clause names none."""
    tree = scene.tree
    places = [n for n in (frame.anchor, frame.verb, frame.quantity, frame.node) if n is not None]
    for place in places:
        for child in tree.children[place]:
            cause = _cause(scene, child) if child > place else None
            if cause is not None:
                return cause
    return None


def _cause(scene: Scene, node: int) -> SpanTuple | None:
    tree = scene.tree
    label = tree.label[node]
    if label in ("obl", "nmod", "advcl") and KINDS.get(tree.case(node)) == "preposition":
        return _span(scene, node)
    if label in ("advcl", "acl", "conj", "parataxis") and tree.tags[node] in ("VBN", "VBD", "VBG"):
        kind = KINDS.get(tree.lemma(node))
        if kind == "by":
            agent = next((c for c in tree.children[node] if tree.label[c] == "obl" and tree.case(c) == "by"), None)
            return None if agent is None else _span(scene, agent)
        if kind == "direct" and tree.tags[node] == "VBG":
            thing = tree.object(node)
            return None if thing is None else _span(scene, thing)
    return None


def _span(scene: Scene, node: int) -> SpanTuple:
    """The phrase without its preposition."""
    tree = scene.tree
    skip = {n for c in tree.children[node] if tree.label[c] in ("case", "punct") for n in tree.inside(c)}
    return tree.span([n for n in tree.inside(node) if n not in skip])
