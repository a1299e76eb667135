"""From tables as read to claims: each figure with its value in full units, what it is, its period and its cell."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from factx.linking.types import CellLink, ChangeLink, ClaimLink
from factx.mentions.types import AmountMention
from factx.patterns import later
from factx.tables.amounts import Amounts
from factx.tables.columns import Column
from factx.tables.context import Context
from factx.tables.figures import Figure
from factx.tables.labels import Label
from factx.tables.measures import MONEY_NOUNS, Measure
from factx.tables.metrics import metric_of_row
from factx.tables.periods import Time, read_time
from factx.tables.reading import OUTLOOK, Block, Reading, compared
from factx.tables.terms import read_terms

__all__ = ["Made", "claims_of"]

SEGMENTS = later(r"\b(?:segments?|divisions?|business\s(?:units?|areas?|groups?))\b", regex.IGNORECASE)
WHOLE = later(
    r"\b(?:group|total|consolidated|eliminations?|adjustments?|reconciliation|unallocated|other|change|actual|reported|units|%)",
    regex.IGNORECASE,
)
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


@dataclass(slots=True)
class Made:
    """A claim in the making. `place`: (row number, column number) in its table; `upper`: the cell of the upper end of a range."""

    amount: AmountMention
    link: ClaimLink
    place: tuple[int, int]
    upper: tuple[tuple[int, int], tuple[int, int]] | None = None


def claims_of(reading: Reading, number: int, context: Context) -> list[Made]:
    """The claims of a table, in text order; `number`: its index among the tables."""
    maker = _Maker(reading, number, context)
    out = [
        made
        for block, label, column, k in reading.figures()
        if (made := maker.make(block, label, column, k)) is not None
    ]
    out = maker.ranges(out)
    maker.changes(out)
    return out


class _Maker:
    def __init__(self, reading: Reading, number: int, context: Context) -> None:
        self.reading, self.number, self.context = reading, number, context
        self.amounts = Amounts(reading, context)
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
        amount, measured = self.amounts.amount(label, column, value, figure, what)
        changes = column.kind in ("change", "share")
        metric = (
            None
            if changes or measured.kind in ("percent", "points")
            else self._metric(label, column, figure, measured, timed)
        )
        forecast = self.reading.outlook or OUTLOOK.search(column.text) is not None
        part = self._part(label, column)
        owner = self.context.speaker if part is None else None
        link = ClaimLink(
            part or self.context.issuer, what or None, metric, self.context.period(row_time.within(self.reading.context) if timed else column.time),
            "forecast" if forecast else "stated", speaker=self.context.speaker, owner=owner, confidence=0.9 if row else 0.6,
            guidance=self._guidance(column) if forecast else None,
            rules=(f"{self.reading.grid.kind} table", f"column of {column.kind}s"), cell=CellLink(self.number, row, column.text),
        )  # fmt: skip
        return Made(amount, link, (label.row.number, number))

    def _part(self, label: Label, column: Column) -> str | None:
        """The segment that a figure is of, where the table is one of segments and its head or heading names it."""
        if not SEGMENTS.search(self.reading.said):
            return None
        for name in (column.words if column.kind == "value" else "", label.headings[-1] if label.headings else ""):
            if (
                name[:1].isupper()
                and not WHOLE.search(name)
                and not MONEY_NOUNS.search(name)
                and not read_terms(name).scale
            ):
                return name.rstrip(": ")
        return None

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
