"""What the sentences before tell of guidance: its period, what was done to it, whose it is; the sentence, list item or heading that
stands over a forecast.

Only a forecast that lacks something asks (`carried`), and a sentence without amounts is parsed only then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from itertools import islice

from factx.document import Document, Sentence
from factx.linking.claims.frames import Frame
from factx.linking.claims.guidance import CLIMBED, action_on, is_of_others
from factx.linking.claims.guided import VIEWS, is_companys, without_guidance
from factx.linking.claims.metric import metric_of
from factx.linking.claims.modality import modality_of
from factx.linking.claims.moments import Moments
from factx.linking.claims.period import governs
from factx.linking.claims.referents import Referents
from factx.linking.claims.scene import Scene
from factx.linking.claims.wording import noun_phrase
from factx.linking.claims.words import AGENT_NOUNS
from factx.linking.types import PeriodLink
from factx.mentions.types import AmountMention
from factx.syntax import Syntax

__all__ = ["OLD", "Outlook", "Told", "is_past", "same_period"]

STEM = re.compile(
    r"\b(?:guid(?:ance|es?|ed|ing)|outlook|view|targets?|estimates?"
    r"|(?:forecast|expect|anticipat|project)(?:s|ed|es|ing|ions?|ations?)?)\b",
    re.IGNORECASE,
)
STEMS = ("guid", "outlook", "view", "target", "estimate", "forecast", "expect", "anticipat", "project")
"""With what words begin that `STEM` finds."""
BULLETS = "•*-–·▪●○"
BACK = 3
"""Sentences before a forecast that can tell its period."""
ITEMS = 12
"""Items of a list between a forecast and the line that the list stands under."""
HEADING = 90
"""Characters of a heading."""
OLD = timedelta(days=100)
"""What was done to guidance longer ago is history."""
RESULTS = re.compile(r"\b(?:results?|highlights?|review|reports?|performance|reconciliations?)\b", re.IGNORECASE)


@dataclass(slots=True)
class Told:
    """What a sentence tells of guidance.

    `metric`: what the action is on, None for all; `whose`: by name, None for the company, "we" or "it"; `refs`: its forecasts,
    `then`: those that were made before; `stated`: its amounts that are none; `heads`: does it stand over what follows; `now`: do
    its forecasts take the place of others?
    """

    sentence: Sentence
    period: PeriodLink | None = None
    action: str | None = None
    metric: str | None = None
    whose: str | None = None
    refs: list[int] = field(default_factory=list)
    stated: list[int] = field(default_factory=list)
    then: list[int] = field(default_factory=list)
    heads: bool = False
    now: bool = False


class Outlook:
    """Goes through an article's sentences beside the linker; `told`: by the index of the sentence."""

    def __init__(
        self,
        document: Document,
        syntax: Syntax,
        moments: Moments,
        amounts: Sequence[AmountMention],
        referents: Referents,
    ) -> None:
        self.document, self.syntax, self.moments, self.amounts = document, syntax, moments, amounts
        self.referents = referents
        self.told: dict[int, Told | None] = {}

    @cached_property
    def is_told(self) -> bool:
        """Does the article have a word of guidance at all?"""
        text = self.document.text.lower()
        return any(stem in text for stem in STEMS)

    def over(self, sentence: Sentence) -> Iterator[Told]:
        """What stands over a sentence, the nearest first: what was told before it in its paragraph; where it begins one, the line above
        its list, or the heading above it."""
        sentences = self.document.sentences
        index = sentence.index - 1
        while index >= 0 and sentences[index].paragraph == sentence.paragraph and sentence.index - index <= BACK:
            told = self.at(sentences[index])
            if told is not None:
                yield told
            index -= 1
        while index >= 0 and sentences[index].paragraph == sentence.paragraph:
            index -= 1
        listed = self._is_item(sentence)
        for other in reversed(sentences[max(0, index - ITEMS) : index + 1]):
            told = None if self._is_item(other) and listed else self.at(other)
            if told is not None and told.heads:
                yield told
            if not (listed and self._is_item(other)):
                return

    def before(self, sentence: Sentence) -> Iterator[Told]:
        """What the two sentences before tell, in whatever paragraph."""
        for other in reversed(self.document.sentences[max(0, sentence.index - 2) : sentence.index]):
            told = self.at(other)
            if told is not None:
                yield told
            if told is not None and not told.refs and told.stated:
                return  # results stand between

    def at(self, sentence: Sentence) -> Told | None:
        """What a sentence tells; of those with amounts the linker has said so."""
        if sentence.index not in self.told:
            self.told[sentence.index] = self._silent(sentence)
        return self.told[sentence.index]

    def _is_item(self, sentence: Sentence) -> bool:
        return self.document.text[sentence.start : sentence.start + 1] in BULLETS

    def _silent(self, sentence: Sentence) -> Told | None:
        """What a sentence without amounts tells, or a heading."""
        text = self.document.text[sentence.start : sentence.end].strip()
        if STEM.search(text) is None:
            return None
        times = self.moments.between(sentence.start, sentence.end)
        spans = (moment.link for moment in times if governs(moment.link))
        found = {(link.value or "").removeprefix("FY"): link for link in spans}  # "the 2025 | financial year" is one
        ahead = [link for link in found.values() if not is_past(link, self.moments)]
        told = Told(sentence, ahead[0] if len(ahead) == 1 else None)
        short = len(text) < HEADING and text[-1:] not in ".!?”\"'" and RESULTS.search(text) is None
        told.heads = text.endswith(":") or (short and any(word.lower() in VIEWS for word in text.split()))
        published = self.moments.published
        ago = (link.last for link in found.values() if link.last is not None)
        if len(text) <= 400 and not (published and any(last < published - OLD for last in ago)):
            self._done(told, Scene(self.document, self.syntax.of(sentence), sentence, (), self.amounts, times))
        return told

    def _done(self, told: Told, scene: Scene) -> None:
        """What the sentence says was done to guidance, and by whom."""
        tree = scene.tree
        for noun in (n for n, word in enumerate(tree.lower) if word in VIEWS and tree.tags[n] in ("NN", "NNS")):
            if not is_companys(scene, noun):
                continue
            for node in islice(tree.above(noun), CLIMBED):
                action = action_on(scene, node)
                if action is None:
                    continue
                verb = tree.clause_of(node)
                if verb is not None and modality_of(scene, Frame("act", verb, verb=verb)) != "stated":
                    return
                told.action, told.metric = action, self._metric(scene, noun)
                told.whose = None if verb is None else self.whose(scene, verb)
                return

    @staticmethod
    def _metric(scene: Scene, noun: int) -> str | None:
        """The one metric that guidance is of; None where it is of several, or of none."""
        phrase = without_guidance(noun_phrase(scene, noun, listed=True)).replace(",", " and ")
        known = {metric_of(part.strip()) for part in phrase.split(" and ")} - {None}
        return known.pop() if len(known) == 1 else None

    def whose(self, scene: Scene, verb: int | None) -> str | None:
        """Who the subject of a clause, or of those above, is by name; "others" for analysts; None for "it", "we" or a metric."""
        tree = scene.tree
        for _ in range(CLIMBED):
            subject = None if verb is None else tree.subject(verb)
            if subject is not None:
                if is_of_others(tree.phrase(subject)):
                    return "others"
                name = self.referents.name_at(tree.start[subject])
                if name is not None:
                    return self.document.text[name.start : name.end].split()[0].lower()
                word = tree.lower[subject]
                named = tree.tags[subject][:3] == "NNP" and _is_name(tree.phrase(subject))
                if named and word not in AGENT_NOUNS:
                    return (tree.phrase(subject) or word).split()[0].lower()
            if verb is None or tree.head[verb] < 0:
                return None
            verb = tree.clause_of(tree.head[verb])
        return None


def _is_name(phrase: str | None) -> bool:
    """Is a phrase with a proper noun somebody, and no measure ("Adjusted EPS")?"""
    return phrase is not None and metric_of(phrase) is None


def is_past(link: PeriodLink, moments: Moments, since: timedelta = timedelta()) -> bool:
    """Is a period over when the article is published, and has been for a while?"""
    return moments.published is not None and link.last is not None and link.last + since < moments.published


def same_period(one: PeriodLink | None, other: PeriodLink | None) -> bool:
    """Are two periods one, whether it is a fiscal year or not?

    >>> same_period(PeriodLink("fiscal 2022", "FY2022"), PeriodLink("2022", "2022"))
    True
    """
    if one is None or other is None or one.value is None or other.value is None:
        return one is other
    return one.value.removeprefix("FY") == other.value.removeprefix("FY")
