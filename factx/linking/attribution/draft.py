"""An attribution under construction, and what all rules share while one document is worked on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factx.document import Document
from factx.linking.attribution.confidence import confidence
from factx.linking.attribution.skeleton import Maker, Skeleton
from factx.linking.attribution.sources import Source, SourceFinder
from factx.mentions.cues import Cue
from factx.mentions.types import Attribution, NameMention, Quotation, SpanTuple

__all__ = ["Draft", "Group", "Workspace"]


@dataclass(slots=True)
class Group:
    """A cue with its source: chunks `left` to `right` of the skeleton hold both. `chunk`: the cue's; `verb`: None for "according to"."""

    chunk: int
    left: int
    right: int
    form: str
    cue: Cue | None
    source: Source | None
    shared: bool = False


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
    """One document, its quotations and skeletons, and the drafts so far."""

    def __init__(
        self,
        document: Document,
        quotations: Sequence[Quotation],
        names: Sequence[NameMention],
        maker: Maker,
    ) -> None:
        self.document = document
        self.text = document.text
        self.tokens = document.tokens
        self.quotations = quotations
        self.maker = maker
        self.skeletons = maker.skeletons()
        self.sources = SourceFinder(document, names)
        self.claimed: dict[int, Draft] = {}
        self.drafts: list[Draft] = []
        self.here = 0

    def add(self, draft: Draft) -> Draft:
        """Keep a draft; its quotations are claimed."""
        self.drafts.append(draft)
        draft.end = max(draft.end, self.here)
        for index in draft.quotes:
            self.claimed[index] = draft
        return draft

    def span(self, sk: Skeleton, first: int, last: int) -> SpanTuple:
        """Offsets of the chunks `first` to `last`."""
        return self.tokens.start[sk.first[first]], self.tokens.end[sk.last[last]]

    def word(self, sk: Skeleton, chunk: int) -> str:
        """The last token of a chunk, in lower case."""
        return self.tokens.lower[sk.last[chunk]]

    def stance(self, cue: Cue | None) -> str:
        return cue.verb.stance if cue is not None else "report"

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
                    confidence=confidence(draft.rule, draft.source is not None),
                    rule=draft.rule,
                )
            )
        return out

    def _spans(self, draft: Draft) -> tuple[SpanTuple, ...]:
        spans = list(draft.spans)
        for index in draft.quotes:
            spans.extend(self.quotations[index].parts)
        return tuple(sorted(spans))
