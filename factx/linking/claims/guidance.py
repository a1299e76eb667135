"""What was done to guidance: raised, lowered, maintained, narrowed, initiated, withdrawn; and what the guidance is of.

>>> import factx
>>> m = factx.extract("Bolt raised its revenue guidance to $4.2 billion from $3.9 billion.").money
>>> [(c.guidance, c.metric, c.modality) for c in m]
[('raised', 'revenue', 'forecast'), ('raised', 'revenue', 'forecast')]
"""

from __future__ import annotations

import re

from factx import lexicon
from factx.linking.claims.frames import Frame
from factx.linking.claims.scene import Scene

__all__ = ["GUIDED", "guidance_of", "without_guidance"]

GUIDED = frozenset(row[0] for row in lexicon.rows("modality.tsv") if row[1] == "noun")
"""Nouns that say that a figure is guidance: outlook, forecast, target …"""
ACTIONS = lexicon.table("guidance_verbs.tsv")
CLIMBED = 4
WORDS = re.compile(r"\b(?:" + "|".join(sorted(GUIDED)) + r")\b(?:\s+(?:range|for|of))*", re.IGNORECASE)


def guidance_of(scene: Scene, frame: Frame) -> str | None:
    """The action on the guidance that an amount belongs to; None where it is no guidance or nothing is done to it."""
    tree = scene.tree
    noun = guided_noun(scene, frame)
    if noun is None:
        return None
    node = noun
    for _ in range(CLIMBED):
        up = tree.head[node]
        if up < 0:
            return None
        if tree.tags[up][:2] == "VB" or tree.tags[up] == "NN":
            action = ACTIONS.get(tree.lemma(up) if tree.tags[up] != "NN" else tree.lower[up])
            if action is not None:
                return action
        node = up
    return None


def guided_noun(scene: Scene, frame: Frame) -> int | None:
    """The noun that says so: the quantity, what it depends on or has in front ("its forecast of revenue", "guidance range")."""
    tree = scene.tree
    noun = frame.quantity
    if noun is None:
        return None
    near = [noun, *tree.children[noun]]
    if tree.label[noun] in ("nmod", "compound"):
        near.append(tree.head[noun])
    return next((n for n in near if n >= 0 and tree.lower[n] in GUIDED), None)


def without_guidance(what: str) -> str:
    """What the guidance is of.

    >>> without_guidance("full-year revenue guidance"), without_guidance("outlook for sales")
    ('full-year revenue', 'sales')
    """
    return " ".join(WORDS.sub(" ", what).split()).strip()
