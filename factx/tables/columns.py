"""What a column of figures holds, by the heads over it: a period, a change, a share of a total, notes, one end of a range.

>>> [kind_of(text) for text in ("2024", "% Change", "% of Revenues", "Note", "Low", "Prior guidance")]
['value', 'change', 'share', 'reference', 'low', 'prior']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from factx.patterns import later
from factx.tables.layout import Head, Layout, Row
from factx.tables.periods import Time, read_time
from factx.tables.terms import Terms, read_terms

__all__ = ["Column", "kind_of", "read_columns"]

CHANGE = later(
    r"\b(?:change[sd]?|variance|var|increases?|decreases?|inc|decr?|growth|chg|difference|better|worse|fav|unfav|y/y|yoy|y-o-y|q/q|qoq|year[\s-](?:over|on)[\s-]year|delta|vs|versus)\b|[Δ△]|\+/[-–−]|[-–−]/\+",
    regex.IGNORECASE,
)
SHARE = later(
    r"(?:%|\bper\s?cent(?:age)?)\s?(?:of|to)\b|\b(?:as\sa|share|proportion)\s(?:%|per\s?cent(?:age)?|of)\b|\b(?:mix|weight)\b",
    regex.IGNORECASE,
)
PERCENT = later(r"%|\bper\s?cent|\bpercentage\b|\bmargin\b", regex.IGNORECASE)
POINTS = later(r"\b(?:bps|basis\spoints)\b", regex.IGNORECASE)
REFERENCE = later(
    r"(?:notes?|ref\.?|references?|pages?|page\sno\.?|no\.?|#|item|exhibit|line|rank|ranking|code|footnotes?)\.?",
    regex.IGNORECASE,
)
LOW = later(r"\b(?:low(?:er)?|from|min(?:imum)?|bottom)\b(?:\send)?", regex.IGNORECASE)
HIGH = later(r"\b(?:high(?:er)?|to|max(?:imum)?|upper|top)\b(?:\send)?", regex.IGNORECASE)
PRIOR = later(r"\b(?:prior|previous|former|original|old|initial)\b(?!\s(?:year|period|quarter))", regex.IGNORECASE)
CURRENT = later(
    r"\b(?:current|updated|revised|new)\b(?!\s(?:year|period|quarter|assets|liabilities))", regex.IGNORECASE
)
MOST_NOTE = 99
"""A reference to a note is a number up to this."""
FOOTNOTE = later(r"\s?\((?:\d{1,2}|[a-z])\)\s?$")


@dataclass(slots=True)
class Column:
    """A column: its head as printed, its kind, its time and what its head says of scale and currency.

    `own`: the time that its own head names, before anything was taken from around it. `kind`: value, change, share, reference,
    low, high, prior or current. `percent`: its figures are percentages without saying so.
    `words`: the head without what is said of time, for columns that are segments, companies or currencies.
    """

    number: int
    heads: list[Head] = field(default_factory=list)
    text: str = ""
    kind: str = "value"
    time: Time = field(default_factory=Time)
    own: Time = field(default_factory=Time)
    terms: Terms = field(default_factory=Terms)
    percent: bool = False
    points: bool = False
    words: str = ""


def kind_of(text: str) -> str:
    """The kind that the words of a head give a column."""
    if REFERENCE.fullmatch(text.strip()):
        return "reference"
    if SHARE.search(text):
        return "share"
    if CHANGE.search(text):
        return "change"
    if PRIOR.search(text):
        return "prior"
    if CURRENT.search(text):
        return "current"
    low, high = LOW.fullmatch(text.strip()), HIGH.fullmatch(text.strip())
    return "low" if low else "high" if high else "value"


def read_columns(layout: Layout, heads: Sequence[Row], body: Sequence[Row]) -> list[Column]:
    """The columns as a block of head rows names them. `body`: the rows of figures under it."""
    columns = [Column(number) for number in range(len(layout.columns))]
    for place, row in enumerate(heads):
        for number, head in enumerate(row.heads):
            low, high = head.low, head.high
            if place < len(heads) - 1:
                high = max(high, _reach(layout, row, number))
            for column in columns:
                first, behind = layout.columns[column.number]
                if first < high and low < behind:
                    column.heads.append(head)
        _by_order(layout, row, columns)
    for column in columns:
        _read(column)
        _look_below(column, body)
    _references(columns, body)
    return columns


def _reach(layout: Layout, row: Row, number: int) -> int:
    """How far a head goes over blank cells on its right, in a table that does not say how wide its cells are."""
    head = row.heads[number]
    narrow = not layout.grid.rigid or (layout.grid.kind != "aligned" and all(h.high - h.low == 1 for h in row.heads))
    if not narrow:
        return head.high
    return row.heads[number + 1].low if number + 1 < len(row.heads) else layout.columns[-1][1]


def _by_order(layout: Layout, row: Row, columns: Sequence[Column]) -> None:
    """Heads that stand beside their columns: as many of them as columns, one each."""
    if len(row.heads) != len(columns):
        return
    hit = [any(head in column.heads for column in columns) for head in row.heads]
    twice = any(sum(head in row.heads for head in column.heads) > 1 for column in columns)
    if all(hit) and not twice:
        return
    for column, head in zip(columns, row.heads, strict=True):
        column.heads = [own for own in column.heads if own not in row.heads] + [head]


def _read(column: Column) -> None:
    parts = [head.text for head in column.heads]
    column.text = " ".join(parts)
    for part in parts:
        column.time = column.time.over(read_time(FOOTNOTE.sub("", part)))
        column.terms = read_terms(part).over(column.terms)
    joined = read_time(FOOTNOTE.sub("", column.text))
    if joined.known and (joined.value() is not None or not column.time.known):
        column.time = joined
    column.own = column.time
    kinds = [kind_of(FOOTNOTE.sub("", part)) for part in [*parts, column.text]]
    column.kind = next((kind for kind in kinds if kind != "value"), "value")
    of_kind = column.kind != "value" and PERCENT.search(column.text) is not None
    column.percent = of_kind or column.text.strip().endswith("%")
    column.points = POINTS.search(column.text) is not None
    column.words = " ".join(part for part in parts if not read_time(part).known)
    if column.kind in ("change", "share") and not column.terms.scale:
        column.terms = Terms()


def _look_below(column: Column, body: Sequence[Row]) -> None:
    """A column of changes is one of percentages where some of its figures say so."""
    figures = [row.values[column.number].figure for row in body if column.number in row.values]
    shown = [figure for figure in figures if figure is not None]
    marked = sum(figure.unit == "%" for figure in shown)
    changed = column.kind == "change" and marked and not any(figure.currency for figure in shown)
    if changed or column.kind == "share":
        column.percent = True
    if not column.heads and shown and marked == len(shown) and len(shown) > 2:
        column.percent = True


def _references(columns: Sequence[Column], body: Sequence[Row]) -> None:
    """A column without a head of its own, of small whole numbers, beside columns with heads: references to notes."""
    for column in columns:
        named = [other for other in columns if other.heads and other is not column]
        if column.heads or len(named) < max(1, len(columns) - 1) or column.number not in (0, len(columns) - 1):
            continue
        figures = [row.values[column.number].figure for row in body if column.number in row.values]
        shown = [figure for figure in figures if figure is not None]
        if shown and all(
            0 < f.low <= MOST_NOTE and f.low == f.low.to_integral_value() and not f.currency and not f.unit
            for f in shown
        ):
            column.kind = "reference"
