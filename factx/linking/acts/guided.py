"""Guidance as an act is done to it: is it a company's own, of what metric and time is it, and what is done."""

from __future__ import annotations

import re

from factx.linking.acts.rules import Found
from factx.linking.acts.ties import NOUNS
from factx.linking.acts.words import among, of
from factx.linking.claims.guidance import ACTIONS, without_guidance
from factx.linking.claims.metric import metric_of
from factx.linking.claims.period import Times
from factx.linking.claims.scene import Scene
from factx.linking.claims.wording import noun_phrase
from factx.linking.types import PeriodLink

__all__ = ["action_of", "is_guidance", "metric_behind", "period_of"]

BESIDE = re.compile(r"\bfor (?:the|a) \w+ time\b.*|\bwarnings?\b", re.IGNORECASE | re.DOTALL)


def is_guidance(scene: Scene, noun: int) -> bool:
    """Is a noun what a company forecasts of itself, and no weather forecast, credit outlook or advice of an authority?"""
    tree, word = scene.tree, scene.tree.lower[noun]
    if word not in of("guidance|measured guidance|warning"):
        return False
    inside, timed = tree.inside(noun), scene.time_nodes
    front = [n for n in inside if n < noun]
    company = among(tree, front, "spans") or any(n in timed or metric_of(tree.lower[n]) for n in front)
    advice = any(tree.case(c) in of("advising") for c in tree.all(noun, "nmod")) and not company  # "guidance on masks"
    others = among(tree, front, "other guidance|public body|forecasting body") or among(tree, inside, "no finance")
    if advice or others:
        return False
    return (
        word in of("guidance")
        or (word not in of("warning") and _measured(scene, noun))
        or metric_behind(scene, noun) is not None
    )


def _measured(scene: Scene, noun: int) -> bool:
    """Has it a metric, a period or a word that makes it a company's?"""
    inside = scene.tree.inside(noun)
    timed = any(when in inside for when in scene.when) or among(scene.tree, (n for n in inside if n < noun), "spans")
    return timed or metric_behind(scene, noun) is not None


def metric_behind(scene: Scene, noun: int) -> str | None:
    """The metric that guidance is of; None where it is of several or of none that is known."""
    phrase = without_guidance(BESIDE.sub("", noun_phrase(scene, noun, listed=True)))
    known = {metric_of(part.strip()) for part in phrase.replace(",", " and ").split(" and ")} - {None, "guidance"}
    return known.pop() if len(known) == 1 else None


def action_of(scene: Scene, noun: int, word: int) -> str | None:
    """What a word does to guidance: "give" and "issue" only where the guidance is of something."""
    tree, lemma = scene.tree, scene.tree.lemma(word)
    if lemma in of("steady|keeping to|keeping by"):
        return "maintained"
    if lemma == "revise":
        near = {tree.lower[n] for n in (*tree.children[word], *tree.children[noun]) if n > word}
        ways = {"raised": "upwards", "lowered": "downwards"}
        return next((action for action, way in ways.items() if of(way) & near), None)
    action = NOUNS.get(lemma) if tree.tags[word][:2] == "NN" else ACTIONS.get(lemma)
    of_something = tree.lower[noun] in of("guidance") and _measured(scene, noun)
    return action if action != "initiated" or of_something else None


def period_of(scene: Scene, found: Found, noun: int) -> PeriodLink | None:
    """The time that guidance is for: in its words, else behind "for" in its clause."""
    tree, times, ranked = scene.tree, Times(scene), []
    for index, when in times.possible():
        acted = tree.head[when] in (noun, found.verb) and tree.case(when) in of("acted")
        behind = tree.head[when] == found.verb and when > noun and tree.case(when) == "for"
        if not acted and (when in found.about or behind):
            ranked.append((when not in found.about, abs(when - noun), index))
    return times.link(min(ranked)[2], None) if ranked else None
