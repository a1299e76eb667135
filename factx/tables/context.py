"""What the document around its tables says that a table may leave out: currency, scale for all, the days of fiscal periods."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import regex

from factx.linking.types import PeriodLink, Timeline
from factx.mentions.types import AmountMention
from factx.patterns import later
from factx.tables.periods import Time
from factx.tables.reading import Reading
from factx.tables.terms import Terms, document_terms

__all__ = ["Context", "adopt_terms", "context_of"]

ESTIMATE = later(
    r"(?:19|20)\d\d\s?[EFPB]\b|\b(?:estimates?|forecasts?|guidance|budget|outlook|target|plan|expected|YTD)\b",
    regex.IGNORECASE,
)
ENOUGH = 3
"""Figures that two tables must share for one to be taken to restate the other."""
MOST_SOURCES = 20
"""Tables that print one figure under one label, at most, that are counted."""
TELLING = later(r"\d[\d,.]{2,}")


@dataclass(slots=True)
class Context:
    """`dollar`: the code of a bare "$"; `currency`: what sums of money are in where nothing says it; `terms`: said for all tables.

    `issuer`: name of the company whose statement it is, `speaker`: its index. `dated`: the days of fiscal periods.
    `fiscal`: quarters and years are those of the issuer, for by the calendar they would not be over yet.
    """

    dollar: str = "USD"
    currency: str | None = None
    terms: Terms = field(default_factory=Terms)
    issuer: str | None = None
    speaker: int | None = None
    dated: dict[str, tuple[date, date]] = field(default_factory=dict)
    fiscal: bool = False
    year_end: str | None = None

    def period(self, time: Time) -> PeriodLink | None:
        """The period of a time, with the days that the document gives for it."""
        if not time.known:
            return None
        if self.fiscal and not (time.length or time.days):
            time = replace(time, fiscal=True)
        text, value, first, last = time.period(self.year_end)
        if value is None:
            return None
        if value in self.dated or (first is None and value.removeprefix("FY") in self.dated):
            first, last = self.dated.get(value) or self.dated[value.removeprefix("FY")]
        elif f"FY{value}" in self.dated:  # "Q2 2024" is the quarter that the text dates as a fiscal one
            first, last = self.dated[f"FY{value}"]
        return PeriodLink(text, value, first, last)


def context_of(
    text: str,
    amounts: Sequence[AmountMention],
    times: Timeline,
    readings: Sequence[Reading],
    issuer: tuple[str, int] | None,
    year_end: str | None,
) -> Context:
    """`text`: the running text, `amounts`: those of it; `issuer`: its name and index."""
    plain = Counter(a.currency for a in amounts if a.currency is not None)
    bare = Counter(a.currency for a in amounts if a.currency is not None and text[a.start : a.start + 1] == "$")
    named = Counter(reading.currency for reading in readings if reading.currency is not None)
    terms = document_terms(text)
    dollar = bare.most_common(1)[0][0] if bare else "USD"
    common = [*named.most_common(1), *plain.most_common(1)]
    currency = terms.currency or (common[0][0] if common else None)
    dated: dict[str, tuple[date, date]] = {}
    for mention in times.mentions:
        if (
            mention.value is not None
            and mention.first is not None
            and mention.last is not None
            and regex.fullmatch(r"FY\d{4}(?:-[QH]\d)?", mention.value)
        ):
            dated.setdefault(mention.value, (mention.first, mention.last))
    name, speaker = issuer if issuer is not None else (None, None)
    fiscal = times.published is not None and any(_is_early(reading, times.published) for reading in readings)
    return Context(dollar or "USD", currency, terms, name, speaker, dated, fiscal, year_end)


def _is_early(reading: Reading, published: date) -> bool:
    """Would a quarter or year that the table reports on not be over by the calendar? Then it is one of the issuer's."""
    if reading.outlook:
        return False
    for block in reading.blocks:
        for column in block.columns:
            time = column.time
            if column.kind != "value" or time.length or time.days or time.to_date or ESTIMATE.search(column.text):
                continue
            last = time.period()[3]
            if last is not None and last > published:
                return True
    return False


def adopt_terms(text: str, readings: Sequence[Reading], context: Context) -> None:
    """Scale and currency for tables that state none: from a table whose figures they repeat, else what is said once for all."""
    scaled: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        if reading.terms.scale is not None:
            for figure in _printed(text, reading):
                scaled[figure].append(number)
    for reading in readings:
        if reading.terms.scale is not None or any(c.terms.scale for block in reading.blocks for c in block.columns):
            continue
        shared = Counter(
            number for figure in _printed(text, reading) for number in scaled.get(figure, ())[:MOST_SOURCES]
        )
        source = max(shared, key=lambda number: (shared[number], -number), default=None)
        if source is not None and shared[source] >= ENOUGH:
            theirs = readings[source]
            reading.terms = replace(
                theirs.terms, currency=reading.terms.currency or theirs.terms.currency or theirs.currency
            )
            reading.currency = reading.currency or reading.terms.currency
        elif context.terms.scale is not None:
            reading.terms = reading.terms.over(context.terms)
        else:
            reading.scaled = False


def _printed(text: str, reading: Reading) -> set[tuple[str, str]]:
    """(label, digits) of the figures that are long enough to tell one table from another."""
    out = set()
    for _, label, column, number in reading.figures():
        value = label.row.values[number]
        digits = TELLING.search(text, value.start, value.end)
        if digits is not None and "," in digits[0] and column.kind == "value":
            out.add((label.text.lower(), digits[0]))
    return out
