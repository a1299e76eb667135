"""The last step: mentions and links become public records, numbered in text order.

Nothing is decided here; this file turns indices into ids and offsets into spans.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factx.document import Document
from factx.facts import Facts
from factx.linking.claims.metric import concept_of
from factx.linking.types import ActLink, CellLink, ClaimLink, PeriodLink, SpeakerTable, Timeline
from factx.mentions.types import AmountMention, Attribution, SpanTuple
from factx.options import Options
from factx.quoted import printable
from factx.records import (
    Act,
    Cell,
    Change,
    DateMention,
    MonetaryClaim,
    NumericClaim,
    Period,
    Quote,
    Span,
    Speaker,
    Table,
    TableRow,
    trusted,
)
from factx.tables.read import TableDraft, TableFacts

__all__ = ["Linked", "assemble"]


class Assembler:
    """Holds the text and the numbering while the records of one article are made."""

    def __init__(
        self,
        document: Document,
        attributions: Sequence[Attribution],
        speakers: SpeakerTable,
        amounts: Sequence[AmountMention],
    ) -> None:
        self.document = document
        self.text, self.given = document.text, document.article.text
        self.speakers = speakers
        self.last_where: SpanTuple = (0, 0)
        self.last_sentence = self.span(self.last_where)
        self.last_row = self.last_sentence
        self.quote_order = sorted(range(len(attributions)), key=lambda i: (attributions[i].spans[0], i))
        self.quote_ids = {index: f"q{number}" for number, index in enumerate(self.quote_order, 1)}
        money = [i for i, a in enumerate(amounts) if a.currency is not None]
        numbers = [i for i, a in enumerate(amounts) if a.currency is None]
        self.amount_ids = {index: f"m{number}" for number, index in enumerate(money, 1)}
        self.amount_ids |= {index: f"n{number}" for number, index in enumerate(numbers, 1)}

    def span(self, where: SpanTuple) -> Span:
        """The piece of the article as given that was read at `where`."""
        start, end = self.document.original(*where)
        return trusted(Span, {"start": start, "end": end, "text": self.given[start:end]})

    def spans(self, where: Sequence[SpanTuple]) -> tuple[Span, ...]:
        return tuple([self.span(pair) for pair in where])

    def sentence(self, amount: AmountMention) -> Span:
        """The sentence of an amount; the claims of a sentence share it."""
        sentence = self.document.sentence_at(amount.start)
        where = (sentence.start, max(sentence.end, amount.end)) if sentence else (amount.start, amount.end)
        if where != self.last_where:
            self.last_where, self.last_sentence = where, self.span(where)
        return self.last_sentence

    def given_span(self, where: SpanTuple) -> Span:
        """The piece of the article as given at `where`."""
        start, end = where
        return trusted(Span, {"start": start, "end": end, "text": self.given[start:end]})

    def places(self, amount: AmountMention, link: ClaimLink) -> tuple[Span, Span, str]:
        """Span, sentence and section of an amount; of a figure of a table the sentence is its row."""
        if link.cell is None:
            return self.span((amount.start, amount.end)), self.sentence(amount), self.section(amount.start)
        where = amount.start, amount.end
        if not self.last_row.start <= where[0] < self.last_row.end:
            end = self.given.find("\n", where[1])
            start = self.given.rfind("\n", 0, where[0]) + 1
            line = self.given[start : end if end >= 0 else len(self.given)]
            self.last_row = self.given_span((start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        return self.given_span(where), self.last_row, self.document.section_of_article(where[0])

    def table(self, number: int, draft: TableDraft) -> Table:
        span = self.given_span
        rows = [
            trusted(
                TableRow,
                {"label": label, "cells": tuple([cell and span(cell) for cell in cells]), "values": tuple(values)},
            )
            for label, cells, values in draft.rows
        ]
        return trusted(Table, {
            "id": f"t{number}", "span": span(draft.span), "caption": draft.caption and span(draft.caption), "scale": draft.scale,
            "currency": draft.currency, "columns": tuple(draft.columns), "rows": tuple(rows),
            "section": self.document.section_of_article(draft.span[0]), "confidence": draft.confidence,
        })  # fmt: skip

    def amount_id(self, index: int | None) -> str | None:
        return None if index is None else self.amount_ids[index]

    def speaker_id(self, index: int | None) -> str | None:
        return None if index is None else f"s{index + 1}"

    def section(self, start: int) -> str:
        return self.document.section_at(start)

    def speaker(self, index: int) -> Speaker:
        c = self.speakers.clusters[index]
        return trusted(Speaker, {
            "id": f"s{index + 1}", "name": c.name, "kind": c.kind, "role": c.role, "affiliation": c.affiliation,
            "ticker": c.ticker, "exchange": c.exchange, "aliases": tuple(c.aliases), "mentions": self.spans(c.mentions),
        })  # fmt: skip

    def quote(self, index: int, a: Attribution) -> Quote:
        spans = self.spans(a.spans)
        speaker = self.speakers.speaker_of[index] if index < len(self.speakers.speaker_of) else None
        return trusted(Quote, {
            "id": self.quote_ids[index], "kind": a.kind, "text": self.words(a), "spans": spans,
            "speaker_id": self.speaker_id(speaker), "source": self.span(a.source) if a.source else None,
            "cue": self.span(a.cue) if a.cue else None, "stance": a.stance,
            "statement": self.spans(a.statement) if a.statement else None,
            "inside": None if a.inside is None else self.quote_ids[a.inside],
            "section": self.section(a.spans[0][0]), "confidence": a.confidence, "rule": a.rule,
        })  # fmt: skip

    def words(self, a: Attribution) -> str:
        """The words of a quote as they are printed between marks."""
        gaps = [self.gap(a, left[1], right[0]) for left, right in pairwise(a.spans)]
        return printable([self.text[start:end] for start, end in a.spans], gaps)

    def gap(self, a: Attribution, start: int, end: int) -> str | None:
        """What stands between two parts of a quote; None where that is more than marks or the attribution that interrupts it."""
        between = self.text[start:end]
        if not any(map(str.isalpha, between)):
            return None if "…" in between or "..." in between else between
        told = [where[1] for where in (a.source, a.cue) if where is not None and start <= where[0] < where[1] <= end]
        new = self.text[start - 1] in ",!?" and self.text[end : end + 1].isupper()
        if not told and a.kind == "partial" and not new:
            return None
        # narration behind the attribution, or without one, is left out
        before = self.document.sentence_at(max(told, default=start) - 1)
        behind = self.document.sentence_at(end)
        apart = before is not None and behind is not None and behind.index - before.index > 1
        return None if apart or (not told and self.text[start - 1] not in ",.!?…") else between

    def period(self, p: PeriodLink | None) -> Period | None:
        return (
            None if p is None else trusted(Period, {"text": p.text, "value": p.value, "start": p.first, "end": p.last})
        )

    def cell(self, c: CellLink | None) -> Cell | None:
        return None if c is None else trusted(Cell, {"table_id": f"t{c.table + 1}", "row": c.row, "column": c.column})

    def claim(self, index: int, amount: AmountMention, link: ClaimLink) -> MonetaryClaim | NumericClaim:
        ids = self.amount_ids
        change = link.change and trusted(Change, {
            "direction": link.change.direction, "by": self.amount_id(link.change.by), "from_": self.amount_id(link.change.from_),
            "to": self.amount_id(link.change.to),
        })  # fmt: skip
        span, sentence, section = self.places(amount, link)
        common: dict[str, object] = {
            "id": ids[index], "span": span, "low": amount.low, "high": amount.high,
            "comparator": amount.comparator, "per": amount.per, "subject": link.subject, "what": link.what, "metric": link.metric,
            "period": self.period(link.period), "modality": link.modality, "change": change,
            "guidance": link.guidance, "because": self.span(link.because) if link.because else None,
            "subject_id": self.speaker_id(link.owner),
            "speaker_id": self.speaker_id(link.speaker),
            "quote_id": None if link.attribution is None else self.quote_ids[link.attribution],
            "sentence": sentence, "section": section, "confidence": min(amount.confidence, link.confidence),
            "rule": " + ".join((amount.rule, *link.rules)),
            "metric_concept": concept_of(link.metric, link.what, amount.per), "restates": self.amount_id(link.restates),
            "cell": self.cell(link.cell),
        }  # fmt: skip
        if amount.currency is not None:
            converts = None if link.converts is None else ids[link.converts]
            common |= {
                "currency": amount.currency, "currency_evidence": amount.currency_evidence, "converts": converts,
            }  # fmt: skip
            return trusted(MonetaryClaim, common)
        common |= {
            "unit": amount.unit, "unit_name": amount.unit_name, "dimension": amount.dimension, "unit_uri": amount.unit_uri,
        }  # fmt: skip
        return trusted(NumericClaim, common)

    def act(self, number: int, link: ActLink, *, quotes: bool) -> Act:
        """`quotes`: they are asked for, so that one can be named."""
        start, end = link.span
        sentence = self.document.sentence_at(start)
        return trusted(Act, {
            "id": f"a{number}", "kind": link.kind, "span": self.span(link.span), "cue": self.span(link.cue), "actor": link.actor,
            "actor_id": self.speaker_id(link.owner), "about": link.about and " ".join(self.text[slice(*link.about)].split()),
            "metric": link.metric, "period": self.period(link.period), "guidance": link.guidance,
            "speaker_id": self.speaker_id(link.speaker),
            "quote_id": self.quote_ids[link.attribution] if link.attribution is not None and quotes else None,
            "sentence": self.span((sentence.start, max(end, sentence.end)) if sentence else link.span),
            "section": self.section(start), "confidence": link.confidence, "rule": link.rule,
        })  # fmt: skip

    def dates(self, times: Timeline) -> tuple[DateMention, ...]:
        return tuple([
            trusted(DateMention, {
                "id": f"d{number}", "span": self.span((t.start, t.end)), "type": t.type, "value": t.value, "start": t.first,
                "end": t.last, "fiscal": t.fiscal, "alternatives": tuple(t.alternatives), "flags": tuple(t.flags), "utc_offset": t.utc_offset,
                "section": self.section(t.start), "confidence": t.confidence, "rule": t.rule,
            })
            for number, t in enumerate(times.mentions, 1)
        ])  # fmt: skip


MOST_TABLES = 10
"""Tables of numbers that the warnings name one by one."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What records are made of; `claims[i]` belongs to `amounts[i]`, both in text order. `unread`: where no amounts were read."""

    times: Timeline
    attributions: Sequence[Attribution]
    speakers: SpeakerTable
    amounts: Sequence[AmountMention]
    claims: Sequence[ClaimLink]
    tables: TableFacts
    unread: Sequence[SpanTuple]
    acts: Sequence[ActLink] = ()


def assemble(document: Document, options: Options, linked: Linked) -> Facts:
    """The `Facts` of one article. No record needs the tokens: they are freed before the records are made."""
    document.forget_tokens()
    times, attributions, speakers, tables = linked.times, linked.attributions, linked.speakers, linked.tables
    amounts, claims, unread = linked.amounts, linked.claims, linked.unread
    make = Assembler(document, attributions, speakers, amounts)
    records = [make.claim(i, amount, link) for i, (amount, link) in enumerate(zip(amounts, claims, strict=True))]
    article, wants = document.article, options.wants
    if article.published is None and times.published is not None:
        article = article.model_copy(update={"published": times.published})
    warnings = [
        f"no amounts were read in the table of numbers from character {low} to {high}"
        for low, high in (document.original(*span) for span in unread[:MOST_TABLES])
    ]
    if len(unread) > MOST_TABLES:
        warnings.append(f"nor in {len(unread) - MOST_TABLES} more tables of numbers")
    warnings += tables.warnings
    if article.warnings:
        warnings = [*article.warnings, *warnings]
        article = article.model_copy(update={"warnings": ()})
    if "\ufffd" in article.text:
        warnings.insert(0, "the text holds U+FFFD: characters were lost before or while it was read")
    return Facts(
        article=article,
        issuer_id=make.speaker_id(speakers.issuer),
        speakers=tuple(
            [make.speaker(i) for i in range(len(speakers.clusters))] if wants("speakers", "quotes", "acts") else ()
        ),
        quotes=tuple([make.quote(i, attributions[i]) for i in make.quote_order] if wants("quotes") else ()),
        money=tuple([r for r in records if isinstance(r, MonetaryClaim)] if wants("money", "tables") else ()),
        numbers=tuple([r for r in records if isinstance(r, NumericClaim)] if wants("numbers", "tables") else ()),
        dates=make.dates(times) if wants("dates") else (),
        tables=tuple([make.table(number, draft) for number, draft in enumerate(tables.tables, 1)]),
        acts=tuple([make.act(n, link, quotes=wants("quotes")) for n, link in enumerate(linked.acts, 1)]),
        warnings=tuple(warnings),
    )
