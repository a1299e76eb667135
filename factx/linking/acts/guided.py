"""Guidance as an act is done to it: is it a company's own, of what metric and time is it, and what is done."""

from __future__ import annotations

import re

from factx.linking.acts.about import ACTED
from factx.linking.acts.rules import Found
from factx.linking.acts.ties import NOUNS
from factx.linking.acts.words import is_of
from factx.linking.claims.guidance import ACTIONS, without_guidance
from factx.linking.claims.metric import metric_of
from factx.linking.claims.period import Times
from factx.linking.claims.scene import Scene
from factx.linking.claims.wording import noun_phrase
from factx.linking.types import PeriodLink

__all__ = ["action_of", "is_guidance", "metric_behind", "period_of"]

BESIDE = re.compile(r"\bfor (?:the|a) \w+ time\b.*|\bwarnings?\b", re.IGNORECASE | re.DOTALL)
ADVICE = ("on", "to", "about", "from", "around")
"""Prepositions of what advice is about."""


def is_guidance(scene: Scene, noun: int) -> bool:
    """Is a noun what a company forecasts of itself, and no weather forecast, credit outlook or advice of an authority?"""
    tree = scene.tree
    if is_of(tree.lower[noun], "warning"):
        return any(metric_of(tree.lower[c]) is not None for c in tree.all(noun, "compound"))
    if not is_of(tree.lower[noun], "guidance", "measured guidance"):
        return False
    inside = tree.inside(noun)
    front = [n for n in inside if n < noun]
    others = any(is_of(tree.lower[n], "other guidance", "public body", "forecasting body") for n in front)
    if others or any(is_of(tree.lower[n], "no finance") for n in inside):
        return False
    companys = any(n in scene.time_nodes or is_of(tree.lower[n], "spans") or metric_of(tree.lower[n]) for n in front)
    if any(tree.case(c) in ADVICE for c in tree.all(noun, "nmod")) and not companys:
        return False  # "guidance on masks"
    return is_of(tree.lower[noun], "guidance") or _measured(scene, noun)


def _measured(scene: Scene, noun: int) -> bool:
    """Has it a metric, a period or a word that makes it a company's?"""
    inside = scene.tree.inside(noun)
    timed = any(when in inside for when in scene.when) or any(
        is_of(scene.tree.lower[n], "spans") for n in inside if n < noun
    )
    return timed or metric_behind(scene, noun) is not None


def metric_behind(scene: Scene, noun: int) -> str | None:
    """The metric that guidance is of; None where it is of several or of none that is known."""
    phrase = without_guidance(BESIDE.sub("", noun_phrase(scene, noun, listed=True)))
    known = {metric_of(part.strip()) for part in phrase.replace(",", " and ").split(" and ")} - {None, "guidance"}
    return known.pop() if len(known) == 1 else None


def action_of(scene: Scene, noun: int, word: int) -> str | None:
    """What a verb or noun does to guidance: of "give" and "issue" only where the guidance is of something."""
    tree = scene.tree
    lemma = tree.lemma(word)
    if is_of(lemma, "revising"):
        near = [tree.lower[n] for n in (*tree.children[word], *tree.children[noun]) if n > word]
        return next(
            (
                action
                for way, action in (("upwards", "raised"), ("downwards", "lowered"))
                if any(is_of(n, way) for n in near)
            ),
            None,
        )
    action = "maintained" if is_of(tree.lower[word], "steady") else NOUNS.get(tree.lower[word]) or ACTIONS.get(lemma)
    if lemma == "leave" or (lemma == "keep" and tree.child(word, "xcomp") is not None):
        return None  # read by "guidance unchanged"
    new = action == "initiated" and tree.tags[word][:2] == "VB"
    return None if new and not (is_of(tree.lower[noun], "guidance") and _measured(scene, noun)) else action


def period_of(scene: Scene, found: Found) -> PeriodLink | None:
    """The time that guidance is for: in its words, else behind "for" in its clause."""
    tree, noun, times = scene.tree, found.noun, Times(scene)
    assert noun is not None
    behind = tree.all(found.verb, "obl") if found.verb is not None else []
    ranked = [
        (when not in found.about, abs(when - noun), index)
        for index, when in times.possible()
        if not (tree.head[when] in (noun, found.verb) and tree.case(when) in ACTED)
        and (
            when in found.about
            or when in tree.inside(noun)
            or (when in behind and when > noun and tree.case(when) == "for")
        )
        and (found.verb is not None or when < found.cue)  # "Guidance raised this year"
    ]
    return times.link(min(ranked)[2], None) if ranked else None
