"""The working object of the amount finder: a numeral on its way to an amount."""

from __future__ import annotations

from decimal import Decimal

from factx.mentions.amounts.numerals import Numeral
from factx.values.currencies import CurrencyForm
from factx.values.units import Unit

__all__ = ["Item"]


class Item:
    """A numeral with what was found beside it.

    `start`, `end`: the record's span so far; `tail`: end of the unit or currency behind it. `currency`: its form, or
    None; `unit`, `unit_start`, `unit_end`: a unit of measure. `kind`: the numeral's, or "ratio". `base`: the value
    before its magnitude, to share a magnitude over a range. `ahead`: end of the number whose noun is its own too. `rule`: what it was made by.
    """

    __slots__ = (
        "ahead",
        "base",
        "comparator",
        "currency",
        "direction",
        "end",
        "evidence",
        "glued",
        "grouped",
        "high",
        "kind",
        "letter",
        "letter_end",
        "low",
        "mark",
        "negative",
        "per",
        "phrase_end",
        "phrase_start",
        "ranged",
        "rule",
        "scaled",
        "shared",
        "start",
        "symbol",
        "tail",
        "unit",
        "unit_end",
        "unit_start",
    )  # fmt: skip

    def __init__(self, numeral: Numeral) -> None:
        self.start = self.phrase_start = numeral.start
        self.end = self.tail = self.phrase_end = numeral.end
        self.low = numeral.low
        self.high = numeral.high
        self.base = numeral.base
        self.kind = numeral.kind
        self.scaled = numeral.scaled
        self.grouped = numeral.grouped
        self.letter = numeral.letter
        self.letter_end = numeral.letter_end
        self.glued = numeral.glued
        self.negative = numeral.negative
        self.currency: CurrencyForm | None = None
        self.evidence = "explicit"
        self.mark = ""
        self.symbol = False
        self.unit: Unit | None = None
        self.unit_start = self.unit_end = numeral.end
        self.per: str | None = None
        self.comparator = "="
        self.direction: str | None = None
        self.ranged = False
        self.ahead: int | None = None
        self.shared = False
        self.rule = numeral.kind

    def scale(self, factor: Decimal) -> None:
        """Multiply both ends."""
        self.low *= factor
        self.high *= factor
        self.scaled = True

    def take_letter(self) -> None:
        """Read the letter behind the number as a magnitude."""
        if self.letter is not None:
            self.scale(self.letter)
            self.end = self.tail = max(self.end, self.letter_end)
            self.letter = None
