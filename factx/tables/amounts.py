"""What a figure of a table is worth: money, shares, a percentage or a count, in full units, in which currency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex

from factx.mentions.types import AmountMention
from factx.patterns import later
from factx.tables.columns import Column
from factx.tables.context import Context
from factx.tables.figures import Figure, currency_of
from factx.tables.labels import Label
from factx.tables.layout import Value
from factx.tables.measures import MONEY_NOUNS, Measure, measure, unit_of_title
from factx.tables.reading import Reading
from factx.tables.terms import Terms, read_terms
from factx.values.numbers import plain
from factx.values.units import unit_of

__all__ = ["Amounts"]

MOST_SHARES = Decimal(10) ** 12
"""More shares than any company has: the figure was printed in full."""
MARKED = 0.7
"""Share of the rows of money that show their currency, from which on a row without one is none."""
CENTS = later(
    r"\((?:in\s)?(?:(?:US|euro)\s)?(?:cents?|pence|p|¢|c)\)|\b(?:in|,)\s(?:cents|pence)\b|[-–—]\s(?:cents|pence)$",
    regex.IGNORECASE,
)
BRACKETS = later(r"\([^()]*\)")
UNITS = {"x": "times", "times": "times", "bp": "basis points", "bps": "basis points", "basis points": "basis points", "pp": "percentage points",
         "pps": "percentage points", "ppt": "percentage points", "ppts": "percentage points", "pt": "percentage points", "pts": "percentage points",
         "percentage point": "percentage points", "percentage points": "percentage points"}  # fmt: skip


Sure = tuple[str | None, str, bool]
"""Code of a currency, how it was known, and whether the figure is in hundredths of it."""
NO_CURRENCY: Sure = (None, "explicit", False)


@dataclass(slots=True)
class Counted:
    """What a table shows of money, before its figures are read one by one."""

    has_money: bool
    each_marked: bool
    title_unit: str | None


class Amounts:
    """The amounts of one table."""

    def __init__(self, reading: Reading, context: Context) -> None:
        self.reading, self.context = reading, context
        self.counted = _count(reading, context)

    def amount(
        self, label: Label, column: Column, value: Value, figure: Figure, what: str
    ) -> tuple[AmountMention, Measure]:
        """The amount that a figure is, and what it measures."""
        measured = self._measure(label, column, figure, what)
        terms = self._terms(label, column)
        currency, evidence, minor = NO_CURRENCY
        if measured.kind in ("money", "per"):
            currency, evidence, minor = self._currency(figure, column, terms)
            if currency is None:
                measured = Measure("count", measured.per)
        factor = self._factor(measured, terms, figure)
        words = (label.text, column.text, *label.headings)
        if minor or (currency is not None and (figure.unit in ("p", "¢") or self._in_cents(figure, measured, words))):
            factor /= 100
        low, high = sorted((figure.low * factor, figure.high * factor))
        amount = AmountMention(
            value.start, value.end, plain(low), plain(high), value.start, value.end, figure.comparator, currency, evidence,
            per=measured.per, confidence=0.9 if self.reading.scaled or currency is None else 0.7, rule="cell",
        )  # fmt: skip
        if currency is None:
            self._name_unit(amount, measured, figure)
        return amount, measured

    def _in_cents(self, figure: Figure, measured: Measure, words: Sequence[str]) -> bool:
        """Is a sum for each share or unit printed in hundredths ("Dividend per share (cents)")?"""
        return measured.kind == "per" and not figure.currency and any(CENTS.search(text) for text in words)

    def _measure(self, label: Label, column: Column, figure: Figure, what: str) -> Measure:
        """What the figure measures, its own marks before all words."""
        if figure.unit == "%":
            return Measure("percent", unit="%")
        if figure.unit in UNITS:
            return Measure("ratio" if figure.unit in ("x", "times") else "points", unit=figure.unit)
        said = self._said(label, column, what)
        if figure.currency:
            return said if said.kind == "per" else Measure("money")
        if column.percent and column.kind in ("change", "share"):
            return Measure("percent", unit="%")
        if column.percent and said.kind not in ("per", "shares"):
            return Measure("percent", unit="%")
        if column.points:
            return Measure("points", unit="bps")
        if said.kind != "open":
            return said
        if column.terms.currency or any(read_terms(words).currency for words in (label.text, *label.headings)):
            return Measure("money")
        unmarked = self.counted.each_marked and not MONEY_NOUNS.search(what)
        if self.counted.has_money and not unmarked:
            return Measure("money")
        return Measure("count", unit=self.counted.title_unit)

    def _said(self, label: Label, column: Column, what: str) -> Measure:
        """What the words of a row, its headings and its column say that is measured; "per share" above the table counts too."""
        headings = label.headings or [self.reading.title]
        said = measure(label.full if label.text else label.full or what, headings, column.text)
        if said.kind != "open":
            return said
        corner = BRACKETS.sub(" ", self.reading.corner).strip()
        title = self.reading.title if len(self.reading.title) < 60 else ""
        above = (measure(words, [], "") for words in (corner, title) if words)
        return next((one for one in above if one.kind == "per"), said)

    def _terms(self, label: Label, column: Column) -> Terms:
        """Scale and currency for one figure: of its row, its headings, its column, its table."""
        terms = read_terms(label.text)
        for heading in reversed(label.headings):
            terms = terms.over(read_terms(heading))
        return terms.over(column.terms).over(self.reading.terms)

    def _currency(self, figure: Figure, column: Column, terms: Terms) -> Sure:
        if figure.currency:
            form = currency_of(figure.currency)
            assert form is not None
            if form.bare and figure.currency == "$":
                stated = terms.currency if terms.currency and not terms.bare else None
                how = "context" if stated or self.context.dollar != "USD" else "default"
                return stated or self.context.dollar, how, form.minor
            return form.code, "explicit", form.minor
        if figure.unit in ("p", "¢"):
            return ("GBP" if figure.unit == "p" else terms.currency or self.context.currency), "context", False
        if terms.currency:
            named = self.context.dollar if terms.bare and terms.currency == "USD" else terms.currency
            return named, "default" if terms.bare else "explicit", False
        code = self.reading.currency or self.context.currency
        return code, "context", False

    def _factor(self, measured: Measure, terms: Terms, figure: Figure) -> Decimal:
        if figure.worded or measured.kind in ("percent", "points", "ratio", "per"):
            return Decimal(1)
        scale = Decimal(terms.scale or 1)
        if measured.kind == "shares":
            if terms.share_scale:
                return Decimal(terms.share_scale)
            too_many = abs(figure.low) * scale > MOST_SHARES
            return Decimal(1) if terms.shares_exempt or too_many else scale
        if measured.kind == "count":
            if terms.count_scale and measured.unit == "units":
                return Decimal(terms.count_scale)
            exempt = terms.counts_exempt or terms.money_only or (self.counted.has_money and measured.unit is not None)
            return Decimal(1) if exempt and not self._says_scale(terms) else scale
        return scale

    def _says_scale(self, terms: Terms) -> bool:
        """Was the scale said beside the figure, and not for the whole table?"""
        return terms.scale is not None and terms.scale != self.reading.terms.scale

    def _name_unit(self, amount: AmountMention, measured: Measure, figure: Figure) -> None:
        if measured.kind == "percent":
            amount.unit, amount.unit_name, amount.dimension = "%", "percent", "percentage"
            amount.unit_uri = "Percentage"
            return
        if measured.kind == "points":
            name = UNITS.get(figure.unit or "", "basis points")
            amount.unit, amount.unit_name, amount.dimension = figure.unit or "bps", name.removesuffix("s"), "percentage"
            return
        if measured.kind == "ratio":
            amount.unit, amount.dimension = figure.unit, "ratio"
            return
        amount.unit = measured.unit or figure.tail
        known = unit_of(amount.unit) if amount.unit else None
        if known is not None:
            amount.unit_name, amount.dimension, amount.unit_uri = known.name, known.dimension, known.uri


def _count(reading: Reading, context: Context) -> Counted:
    """Does the table speak of money, and does each row of money say so?"""
    shown = plain_rows = nouns = 0
    for label in reading.labels:
        values = [value for value in label.row.values.values() if value.figure is not None]
        said = measure(label.full, label.headings, "")
        if said.kind != "open" or all(value.figure is not None and value.figure.unit for value in values):
            continue
        marked = any(value.figure is not None and value.figure.currency for value in values)
        shown += marked
        plain_rows += not marked
        nouns += MONEY_NOUNS.search(label.text) is not None
    rows = shown + plain_rows
    columns = any(column.terms.currency for block in reading.blocks for column in block.columns)
    has_money = bool(
        reading.terms.currency or reading.currency or columns or (context.currency and rows and nouns * 2 >= rows)
    )
    title = reading.corner if unit_of_title(reading.corner) else reading.title
    words = regex.sub(r"(?i)\b(?:in\s)?(?:thousands|millions|billions)\b", " ", title)
    return Counted(
        has_money,
        rows > 2 and not reading.terms.currency and shown / rows >= MARKED and shown < rows,
        unit_of_title(words),
    )
