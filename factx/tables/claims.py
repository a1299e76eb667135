"""From tables as read to claims: each figure with its value in full units, what it is, its period and its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex

from factx.linking.types import CellLink, ChangeLink, ClaimLink
from factx.mentions.types import AmountMention
from factx.patterns import later
from factx.tables.columns import Column
from factx.tables.context import Context
from factx.tables.figures import Figure, currency_of
from factx.tables.labels import Label
from factx.tables.measures import MONEY_NOUNS, Measure, measure, unit_of_title
from factx.tables.metrics import metric_of_row
from factx.tables.periods import Time, read_time
from factx.tables.reading import OUTLOOK, Block, Reading, compared
from factx.tables.terms import Terms, read_terms
from factx.values.numbers import plain
from factx.values.units import unit_of

__all__ = ["Made", "claims_of"]

MOST_SHARES = Decimal(10) ** 12
"""More shares than any company has: the figure was printed in full."""
MARKED = 0.7
"""Share of the rows of money that show their currency, from which on a row without one is none."""
AT_CONSTANT = later(
    r"\b(?:constant|organic|underlying|comparable|like[\s-]for[\s-]like|LFL|adjusted|excluding|ex-?FX|reported|real|local|CAGR|CER|budget|forecast|guidance|plan)\b",
    regex.IGNORECASE,
)
GUIDANCE = tuple(
    (name, later(rf"\b(?:{words})\b", regex.IGNORECASE))
    for name, words in (
        ("raised", "raises?|raised|raising|increased\\s(?:guidance|outlook)"),
        ("lowered", "lowers?|lowered|lowering|cuts?|reduced\\s(?:guidance|outlook)"),
        ("maintained", "reaffirm\\w*|maintain\\w*|confirm\\w*|reiterat\\w*|unchanged"),
        ("narrowed", "narrow(?:s|ed|ing)"),
        ("initiated", "initiat\\w*|introduc\\w*|initial"),
        ("withdrawn", "withdraw\\w*|withdrawn|suspend\\w*"),
    )
)
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
class Made:
    """A claim in the making. `place`: (row number, column number) in its table; `upper`: the cell of the upper end of a range."""

    amount: AmountMention
    link: ClaimLink
    place: tuple[int, int]
    upper: tuple[tuple[int, int], tuple[int, int]] | None = None


@dataclass(slots=True)
class Counted:
    """What a table shows of money, before its figures are read one by one."""

    has_money: bool
    each_marked: bool
    title_unit: str | None


def claims_of(text: str, reading: Reading, number: int, context: Context) -> list[Made]:
    """The claims of a table, in text order; `number`: its index among the tables."""
    maker = _Maker(text, reading, number, context)
    out = [
        made
        for block, label, column, k in reading.figures()
        if (made := maker.make(block, label, column, k)) is not None
    ]
    out = maker.ranges(out)
    maker.changes(out)
    return out


class _Maker:
    def __init__(self, text: str, reading: Reading, number: int, context: Context) -> None:
        self.text, self.reading, self.number, self.context = text, reading, number, context
        self.counted = _count(reading, context)
        self.row_times = {
            label.row.number: read_time(label.text) if len(label.text) < 60 else Time() for label in reading.labels
        }

    def make(self, block: Block, label: Label, column: Column, number: int) -> Made | None:
        value = label.row.values[number]
        figure = value.figure
        assert figure is not None
        if column.kind == "reference":
            return None
        row_time = self.row_times[label.row.number]
        timed = (row_time.dated or row_time.code is not None) and not column.own.known
        what, row = self._what(label, column, figure, timed)
        measured = self._measure(label, column, figure, what)
        terms = self._terms(label, column)
        currency, evidence, minor = (
            self._currency(figure, column, terms) if measured.kind in ("money", "per") else (None, "explicit", False)
        )
        if currency is None and measured.kind in ("money", "per"):
            measured = Measure("count", measured.per)
        factor = self._factor(measured, terms, figure)
        low, high = figure.low * factor, figure.high * factor
        words = (label.text, column.text, *label.headings)
        if minor or (currency is not None and (figure.unit in ("p", "¢") or self._in_cents(figure, measured, words))):
            low, high = low / 100, high / 100
        if low > high:
            low, high = high, low
        changes = column.kind in ("change", "share")
        metric = (
            None
            if changes or measured.kind in ("percent", "points")
            else self._metric(label, column, figure, measured, timed)
        )
        forecast = self.reading.outlook or OUTLOOK.search(column.text) is not None
        amount = AmountMention(
            value.start, value.end, plain(low), plain(high), value.start, value.end, figure.comparator, currency, evidence,
            per=measured.per, confidence=0.9 if self.reading.scaled or currency is None else 0.7, rule="cell",
        )  # fmt: skip
        if currency is None:
            self._name_unit(amount, measured, figure)
        link = ClaimLink(
            self.context.issuer, what or None, metric, self.context.period(row_time.within(self.reading.context) if timed else column.time),
            "forecast" if forecast else "stated", speaker=self.context.speaker, confidence=0.9 if row else 0.6,
            guidance=self._guidance(column) if forecast else None,
            rules=(f"{self.reading.grid.kind} table", f"column of {column.kind}s"), cell=CellLink(self.number, row, column.text),
        )  # fmt: skip
        return Made(amount, link, (label.row.number, number))

    def _in_cents(self, figure: Figure, measured: Measure, words: Sequence[str]) -> bool:
        """Is a sum for each share or unit printed in hundredths ("Dividend per share (cents)")?"""
        return measured.kind == "per" and not figure.currency and any(CENTS.search(text) for text in words)

    def _guidance(self, column: Column) -> str | None:
        """What was done to the guidance, where the head or the title says it."""
        if column.kind == "prior":
            return None
        for words in (column.text, self.reading.said):
            for name, pattern in GUIDANCE:
                if pattern.search(words):
                    return name
        return None

    def _what(self, label: Label, column: Column, figure: Figure, timed: bool) -> tuple[str, str]:
        """What the figure is, and the label of its row."""
        row = f"{label.full} {figure.label}" if figure.label else label.full
        if timed:
            title = self.reading.title or self.reading.corner
            return ": ".join(filter(None, (title if len(title) <= 80 else "", column.text))), row
        if not column.time.known and column.words and column.kind == "value" and not read_terms(column.words).scale:
            return f"{row} ({column.words})" if row else column.words, row
        return row, row

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

    def _metric(self, label: Label, column: Column, figure: Figure, measured: Measure, timed: bool) -> str | None:
        words = (
            f"{label.full}: {column.text}"
            if timed and measured.per == "share"
            else column.text
            if timed
            else label.full
        )
        if timed and self.reading.title:
            words = f"{self.reading.title} {words}"
        if figure.label and figure.label.lower().startswith("non-gaap"):
            words = f"adjusted {words}"
        return metric_of_row(words, measured.per, measured.unit)

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

    def ranges(self, made: list[Made]) -> list[Made]:
        """ "Low | High": two cells make one range."""
        columns = {id(column): column for block in self.reading.blocks for column in block.columns}
        if not any(column.kind == "low" for column in columns.values()):
            return made
        blocks = {row.number: block for block in self.reading.blocks for row in block.rows}
        out: list[Made] = []
        for item in made:
            kind = blocks[item.place[0]].columns[item.place[1]].kind
            before = out[-1] if out else None
            if kind == "high" and before is not None and self._opens(before, item, blocks[item.place[0]]):
                low, high = before.amount.low, item.amount.high
                before.amount.low, before.amount.high = min(low, high), max(low, high)
                before.upper = item.place, (item.amount.start, item.amount.end)
                before.amount.end = before.amount.phrase_end = item.amount.end
                before.link.modality = "forecast"
                continue
            out.append(item)
        return out

    def _opens(self, before: Made, item: Made, block: Block) -> bool:
        """Is the figure before another one the lower end of its range?"""
        beside = before.place == (item.place[0], item.place[1] - 1)
        return (
            beside and block.columns[before.place[1]].kind == "low" and before.amount.currency == item.amount.currency
        )

    def changes(self, made: list[Made]) -> None:
        """The figures of a column of changes point to the two values that they compare, by their place in `made`."""
        at = {item.place: index for index, item in enumerate(made)}
        for block in self.reading.blocks:
            for column in block.columns:
                if column.kind != "change":
                    continue
                pair = self._pair(block, column)
                for row in block.rows:
                    index = at.get((row.number, column.number))
                    if index is None:
                        continue
                    amount = made[index].amount
                    direction = "up" if amount.low > 0 else "down" if amount.low < 0 else "unchanged"
                    link = ChangeLink(direction, by=index)
                    if pair is not None and not AT_CONSTANT.search(column.text):
                        link.from_, link.to = (at.get((row.number, other.number)) for other in pair)
                        if link.from_ is None or link.to is None:
                            link.from_ = link.to = None
                    made[index].link.change = link

    def _pair(self, block: Block, column: Column) -> tuple[Column, Column] | None:
        """The earlier and the later one of the two columns that a column compares."""
        others = [(other.time.period()[3], other) for other in compared(block.columns, column)]
        dated = [(day, other.number, other) for day, other in others if day is not None]
        if len(dated) != 2 or dated[0][0] == dated[1][0]:
            return None
        first, second = sorted(dated)
        return first[2], second[2]


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
