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
from factx.linking.claims.modality import modality_of
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import GUIDED

__all__ = ["guidance_of", "is_previous", "without_guidance"]

ACTIONS = lexicon.table("guidance_verbs.tsv")
CLIMBED = 4
WORDS = re.compile(
    r"\b(?:(?:mid-?point|(?:high|low|upper|lower|top|bottom)(?:er)? end|range) of|unchanged|steady)\b"
    r"|\b(?:" + "|".join(sorted(GUIDED)) + r")\b(?:\s+(?:range|for|of))*",
    re.IGNORECASE,
)


def guidance_of(scene: Scene, frame: Frame) -> str | None:
    """The action on the guidance that an amount belongs to; None where it is no guidance or nothing is done to it."""
    tree = scene.tree
    node = guided_noun(scene, frame)
    for _ in range(CLIMBED if node is not None else 0):
        up = tree.head[node] if node is not None else -1
        if up < 0:
            break
        action = ACTIONS.get(tree.lower[up] if tree.tags[up] == "NN" else tree.lemma(up))
        if action is not None and (tree.tags[up][:2] == "VB" or tree.tags[up] == "NN"):
            return action
        node = up
    return _of_clause(scene, frame)


def _of_clause(scene: Scene, frame: Frame) -> str | None:
    """What is done to guidance in the clause that an amount's depends on.

    "updated its guidance, lowering revenue to $5m", "raised its outlook and now sees revenue of $5m".
    """
    tree, verb = scene.tree, frame.verb
    up = tree.head[verb] if verb is not None else -1
    if verb is None or up < 0 or tree.label[verb] not in ("advcl", "conj", "xcomp"):
        return None
    thing = tree.object(up)
    if thing is None or tree.lower[thing] not in GUIDED:
        return None
    if tree.label[verb] == "conj":
        ahead = modality_of(scene, frame) == "forecast" or any(tree.lower[c] == "now" for c in tree.all(verb, "advmod"))
        return ACTIONS.get(tree.lemma(up)) if ahead else None
    return ACTIONS.get(tree.lemma(verb)) if tree.tags[verb] == "VBG" else None


def guided_noun(scene: Scene, frame: Frame) -> int | None:
    """The noun that says so: the quantity, what it depends on or has in front ("its forecast of revenue", "guidance range").

    Or what the sum depends on, or the clause does something to ("initiated guidance with revenue of $5m").
    """
    tree = scene.tree
    noun = frame.quantity
    if noun is None:
        return None
    near = [
        noun,
        *tree.children[noun],
        tree.head[noun] if tree.label[noun] in ("nmod", "compound") else -1,
        tree.head[frame.node],
    ]
    if frame.verb is not None:
        thing = tree.object(frame.verb) if tree.lemma(frame.verb) in ACTIONS else None
        near.append(-1 if thing is None else thing)
        if tree.label[frame.verb] in ("acl", "ccomp") and tree.mark(frame.verb) in ("that", "to"):
            above = tree.head[frame.verb]
            near += [above, *tree.all(above, "obj")]  # "reiterated its forecast that revenue will grow 5%"
    return next((n for n in near if n >= 0 and tree.lower[n] in GUIDED), None)


PREVIOUS = frozenset(("previous", "previously", "prior", "earlier", "former"))


def is_previous(scene: Scene, ref: int) -> bool:
    """Is the amount what had been forecast before: "from its previous forecast of $4bn", "(previously €800 million)"?"""
    first = scene.first(ref)
    words = scene.tree.lower[max(0, first - 5) : first]
    return any(w in PREVIOUS for w in words) and ("(" in words or any(w in GUIDED or w == "range" for w in words))


def without_guidance(what: str) -> str:
    """What the guidance is of.

    >>> without_guidance("full-year revenue guidance"), without_guidance("outlook for sales")
    ('full-year revenue', 'sales')
    >>> without_guidance("midpoint of revenue guidance")
    'revenue'
    """
    return " ".join(WORDS.sub(" ", what).split()).strip()
