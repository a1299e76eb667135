"""An attribution under construction, and what all rules share while one document is worked on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factx.document import Document
from factx.linking.attribution.relations import Report
from factx.linking.attribution.rules import PRONOUNS, confidence
from factx.linking.attribution.sources import SourceFinder
from factx.linking.attribution.unit import Maker, Mark, Unit
from factx.mentions.cues import SpeechVerb, speech_forms
from factx.mentions.types import Attribution, NameMention, Quotation, SpanTuple

__all__ = ["NARRATOR", "Draft", "Workspace"]

NARRATOR = frozenset({"we", "i", "you"})


@dataclass(slots=True)
class Draft:
    """An `Attribution` that can still grow; `quotes`: indices of its quotations, `spans`: of a reported clause."""

    kind: str
    rule: str
    source: SpanTuple | None
    cue: SpanTuple | None
    stance: str | None
    paragraph: int
    start: int
    quotes: list[int] = field(default_factory=list)
    spans: list[SpanTuple] = field(default_factory=list)
    statement: list[SpanTuple] | None = None
    inside: int | None = None
    end: int = 0


class Workspace:
    """One document, its quotations and units, and the drafts so far."""

    def __init__(
        self, document: Document, quotations: Sequence[Quotation], names: Sequence[NameMention], maker: Maker
    ) -> None:
        self.document = document
        self.text = document.text
        self.tokens = document.tokens
        self.quotations = quotations
        self.maker = maker
        self.sources = SourceFinder(document, names)
        self.names = self.sources.names
        self.starts = [name.start for name in self.names]
        self.claimed: dict[int, Draft] = {}
        self.said: dict[int, Report | None] = {}
        self.report: Report | None = None
        self.drafts: list[Draft] = []
        self.here = 0
        self.verbs = speech_forms(document.lexicon.speech_verbs)

    def add(self, draft: Draft) -> Draft:
        """Keep a draft; its quotations are claimed."""
        self.drafts.append(draft)
        draft.end = max(draft.end, self.here)
        for index in draft.quotes:
            self.claimed[index] = draft
        return draft

    def drop(self, draft: Draft) -> None:
        """Give up a draft, the last one or one of the last."""
        self.drafts.remove(draft)
        for index in draft.quotes:
            self.claimed.pop(index, None)

    def span(self, unit: Unit, first: int, last: int) -> SpanTuple:
        """Offsets of the nodes `first` to `last`."""
        return unit.tree.start[first], unit.tree.end[last]

    def is_free(self, mark: Mark | None) -> bool:
        """Is it a quotation of the report at hand that no draft has yet?"""
        return (
            mark is not None
            and mark.index not in self.claimed
            and self.report is not None
            and self.said.get(mark.index) is self.report
        )

    def free(self, unit: Unit, first: int, stop: int) -> list[Mark]:
        """The quotations of the report at hand that begin among the nodes `[first, stop)`, without those that a draft has."""
        return [mark for mark in unit.marks if first <= mark.first < stop and self.is_free(mark)]

    def names_between(self, start: int, end: int) -> Iterator[NameMention]:
        """The names, not of places, in a stretch of text."""
        for i in range(bisect_left(self.starts, start), len(self.names)):
            name = self.names[i]
            if name.end > end:
                break
            if name.kind != "place":
                yield name

    def inside(self, mark: Mark) -> str:
        """What stands between the marks."""
        quotation = self.quotations[mark.index]
        return self.text[quotation.start : quotation.end]

    def is_narrator(self, source: SpanTuple) -> bool:
        """Is the source the author himself, "we" or "I", or the reader? What is in marks is no source of a unit: others' "we" is not."""
        return self.text[source[0] : source[1]].lower() in NARRATOR

    def draft(self, unit: Unit, report: Report, kind: str, rule: str) -> Draft:
        """A draft with the source and the cue of a report, not yet kept."""
        last = report.node + (unit.word(report.node) == "according")
        cue = unit.tree.start[report.node], unit.tree.end[min(last, len(unit) - 1)]
        source = report.source.span if report.source else None
        return Draft(kind, rule, source, cue, self.stance(report.verb), unit.paragraph, unit.start)

    def stance(self, verb: SpeechVerb | None) -> str:
        """The stance of a verb."""
        return verb.stance if verb is not None else "report"

    def finished(self) -> list[Attribution]:
        """The attributions in text order, `inside` renumbered."""
        for draft in self.drafts:
            draft.quotes.sort()
        order = sorted(range(len(self.drafts)), key=lambda i: (self._spans(self.drafts[i])[0], i))
        place = {old: new for new, old in enumerate(order)}
        out = []
        for old in order:
            draft = self.drafts[old]
            inside = None if draft.inside is None else place[draft.inside]
            out.append(
                Attribution(
                    kind=draft.kind,
                    spans=self._spans(draft),
                    source=draft.source,
                    cue=draft.cue,
                    stance=draft.stance,
                    statement=tuple(draft.statement) if draft.statement else None,
                    inside=inside,
                    confidence=self._confidence(draft),
                    rule=draft.rule,
                )
            )
        return out

    def _confidence(self, draft: Draft) -> float:
        """By the rule, the verb and what the source is."""
        kind, lemma = "none", None
        if draft.source is not None:
            start, end = draft.source
            word = self.text[start:end]
            kind = "noun"
            if word.lower() in PRONOUNS:
                kind = "pronoun"
            elif self.sources.mention(end - 1) is not None or word.rpartition(" ")[2][:1].isupper():
                kind = "name"
        if draft.cue is not None:
            verb = self.verbs.get(self.text[draft.cue[0] : draft.cue[1]].lower())
            lemma = verb.lemma if verb is not None else None
        return confidence(draft.rule, lemma, kind)

    def _spans(self, draft: Draft) -> tuple[SpanTuple, ...]:
        spans = list(draft.spans)
        for index in draft.quotes:
            spans.extend(self.quotations[index].parts)
        return tuple(sorted(spans))
