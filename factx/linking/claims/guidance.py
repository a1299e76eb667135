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
FORECASTS = {row[0] for row in lexicon.rows("modality.tsv") if row[1] == "verb"} | {"see"}
CLIMBED = 4
WORDS = re.compile(
    r"(?:\b(?:mid-?point|(?:top|bottom|high|low|upper|lower)(?:er)? end|lower half|upper half|range) of (?:(?:its|the|our|their|this|that) )?)?"
    r"\b(?:"
    + "|".join(sorted(GUIDED))
    + r")\b(?:\s+(?:range|for|of))*|\bmid-?point of (?:(?:its|the|our|their) )?|\b(?:unchanged|steady)\b",
    re.IGNORECASE,
)
UPWARD = {"up": "raised", "upward": "raised", "upwards": "raised", "higher": "raised",
          "down": "lowered", "downward": "lowered", "downwards": "lowered", "lower": "lowered"}  # fmt: skip
"""Words beside a verb that say which way: "nudged its forecast up", "revised down"."""


def guidance_of(scene: Scene, frame: Frame) -> str | None:
    """The action on the guidance that an amount belongs to; None where it is no guidance or nothing is done to it."""
    tree = scene.tree
    node = guided_noun(scene, frame)
    if node is None:
        return _expected_still(scene, frame) or _of_clause(scene, frame)
    own = next(
        (c for c in tree.children[node] if tree.label[c] in ("amod", "acl") and _action(scene, c) is not None), None
    )
    if own is not None:
        return _action(scene, own)  # "initial guidance", "its reaffirmed outlook"
    for _ in range(CLIMBED):
        up = tree.head[node]
        if up < 0:
            break
        action = _action(scene, up)
        if action is not None:
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


def _action(scene: Scene, node: int) -> str | None:
    """What a verb, participle or noun does to guidance; where the verb does not say, the word beside it does."""
    tree = scene.tree
    tag = tree.tags[node]
    if tag[:2] == "VB":
        action = ACTIONS.get(tree.lemma(node))
        return (
            action
            if action != "changed"
            else next((UPWARD[tree.lower[c]] for c in tree.children[node] if tree.lower[c] in UPWARD), None)
        )
    return ACTIONS.get(tree.lower[node]) if tag in ("NN", "JJ") else None


def _expected_still(scene: Scene, frame: Frame) -> str | None:
    """ "still sees revenue of $5m", "continues to expect 300 sales": a forecast that is kept."""
    tree, verb = scene.tree, frame.verb
    for _ in range(2):
        if verb is None or tree.tags[verb][:2] != "VB" or tree.lemma(verb) not in FORECASTS:
            return None
        if any(tree.lower[c] == "still" for c in tree.children[verb]):
            return "maintained"
        above = tree.head[verb]
        if above < 0:
            return None
        if tree.label[verb] == "xcomp" and tree.lemma(above) == "continue":
            return "maintained"
        verb = above if tree.label[verb] in ("xcomp", "ccomp") else None
    return None


def guided_noun(scene: Scene, frame: Frame) -> int | None:
    """The noun that says so: the quantity, what it depends on or has in front ("its forecast of revenue", "guidance range").

    Or what the sum depends on, or the clause does something to ("initiated guidance with revenue of $5m").
    """
    tree = scene.tree
    noun = frame.quantity
    if noun is None:
        return None
    above = tree.head[noun] if tree.label[noun] in ("nmod", "compound") else -1
    over = tree.head[above] if above >= 0 and tree.label[above] == "nmod" else -1
    near = [noun, *tree.children[noun], above, tree.head[frame.node], over]
    if frame.verb is not None:
        thing = tree.object(frame.verb) if tree.lemma(frame.verb) in ACTIONS else None
        near.append(-1 if thing is None else thing)
        if tree.label[frame.verb] in ("acl", "ccomp") and tree.mark(frame.verb) in ("that", "to"):
            clause = tree.head[frame.verb]
            near += [clause, *tree.all(clause, "obj")]  # "reiterated its forecast that revenue will grow 5%"
        if tree.label[frame.verb] == "acl:relcl":
            near.append(tree.head[frame.verb])  # "withdrew its guidance, which called for revenue of $5m"
        subject = tree.subject(frame.verb)
        if subject is not None and tree.lemma(frame.verb) in ("call", "imply", "include", "assume", "be"):
            near.append(subject)  # "initial guidance calls for sales of $5m"
    return next((n for n in near if n >= 0 and tree.lower[n] in GUIDED), None)


PREVIOUS = frozenset(("previous", "previously", "prior", "earlier", "former"))


def is_previous(scene: Scene, ref: int) -> bool:
    """Is the amount what had been forecast before: "from its previous forecast of $4bn", "(previously €800 million)"?"""
    first, last = scene.first(ref), scene.whole[ref][-1]
    words = scene.tree.lower[max(0, first - 5) : first]
    if scene.tree.lower[last + 1 : last + 2] == ["previously"]:
        return True  # "up from $1.9 billion previously"
    return any(w in PREVIOUS for w in words) and ("(" in words or any(w in GUIDED or w == "range" for w in words))


def without_guidance(what: str) -> str:
    """What the guidance is of.

    >>> without_guidance("full-year revenue guidance"), without_guidance("outlook for sales")
    ('full-year revenue', 'sales')
    >>> without_guidance("midpoint of revenue guidance")
    'revenue'
    """
    return " ".join(WORDS.sub(" ", what).split()).strip()
