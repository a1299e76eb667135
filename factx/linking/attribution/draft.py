"""An attribution under construction, and what all rules share while one document is worked on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factx.document import Document
from factx.linking.attribution.groups import Group
from factx.linking.attribution.rules import PRONOUNS, confidence
from factx.linking.attribution.skeleton import COLLAPSED, Maker, Skeleton
from factx.linking.attribution.sources import SourceFinder
from factx.mentions.cues import Cue, speech_forms
from factx.mentions.types import Attribution, NameMention, Quotation, SpanTuple

__all__ = ["Draft", "Workspace"]

NARRATOR = frozenset({"we", "i"})
LONGEST_HEADLINE = 200


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
        self.marked: dict[int, Quotation] = {}
        for quotation in quotations:
            if quotation.role not in COLLAPSED:
                self.marked[quotation.start] = self.marked[quotation.end] = quotation
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

    def span(self, sk: Skeleton, first: int, last: int) -> SpanTuple:
        """Offsets of the chunks `first` to `last`, with the marks of a title or term at the edges."""
        start, end = self.tokens.start[sk.first[first]], self.tokens.end[sk.last[last]]
        inner = self.marked.get(start)
        if inner is not None and inner.end <= end:
            start = inner.outer_start
        inner = self.marked.get(end)
        if inner is not None and inner.start >= start:
            end = inner.outer_end
        return start, end

    def word(self, sk: Skeleton, chunk: int) -> str:
        """The last token of a chunk, in lower case."""
        return self.tokens.lower[sk.last[chunk]]

    def is_free(self, sk: Skeleton, chunk: int) -> bool:
        """Is the chunk a quotation that no draft has yet?"""
        return sk.codes[chunk] in "Qq" and sk.quotes[chunk] not in self.claimed

    def is_headline(self, sk: Skeleton) -> bool:
        """Is the sentence a headline?"""
        if self.document.section_at(sk.start) == "headline":
            return True
        return sk.paragraph == 0 and sk.end - sk.start < LONGEST_HEADLINE and self.text[sk.end - 1] != "."

    def is_narrator(self, source: SpanTuple) -> bool:
        """Is the source the author himself, "we" or "I"? What is in marks is no part of a skeleton: others' "we" is not."""
        return self.text[source[0] : source[1]].lower() in NARRATOR

    def draft(self, sk: Skeleton, group: Group, kind: str, rule: str) -> Draft:
        """A draft with the source and the cue of a group, not yet kept."""
        starts, ends = self.tokens.start, self.tokens.end
        first, last = sk.first[group.chunk], sk.last[group.chunk]
        if group.form == "a":
            cue = starts[first], ends[first + 1]
        elif group.form == "n" and group.left == group.chunk:
            cue = starts[last], ends[last]
        else:
            cue = self.span(sk, group.left if group.form == "n" else group.chunk, group.chunk)
        source = group.source.span if group.source else None
        return Draft(kind, rule, source, cue, self.stance(group.cue), sk.paragraph, sk.start)

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
            last = self.tokens.at(end - 1)
            kind = "noun"
            if word.lower() in PRONOUNS:
                kind = "pronoun"
            elif self.tokens.codes[last : last + 1] == "P" or end in self.sources.name_at:
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
