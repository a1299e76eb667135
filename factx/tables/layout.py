"""From a grid to rows of labels and figures: marks joined to their figures, columns of figures, and what each row is.

>>> from factx.tables.pipes import piped_grids
>>> text = "| | 2024 | 2023 |\\n|---|---|---|\\n| Sales: | | |\\n| Spain | 1,204 | 1,100 |"
>>> layout = read_layout(text, next(piped_grids(text)))
>>> [(row.kind, row.label, [value.text for value in row.values.values()]) for row in layout.rows]
[('head', '', []), ('heading', 'Sales:', []), ('body', 'Spain', ['1,204', '1,100'])]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import attrgetter

import regex

from factx.grid import Grid, GridCell
from factx.patterns import later
from factx.tables.figures import Figure, currency_of, is_blank, read_figure, year_in

__all__ = ["Head", "Layout", "Row", "Value", "read_layout"]

OPENING = ("(", "$(")
DASH = later(r"[-–—−‒―]")
CLOSING = later(r"\)\s?%?|%\s?\)?|pts?\.?|bps|x|[*†‡§¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\([a-z]\)|\[\w\]")
"""Marks that close the figure before them. A number in brackets does not: in a cell of its own it is a figure."""
MARKER = later(r"\(?(?:\d{1,2}|[a-z])[).]")
LONGEST_LABEL = 400
"""Characters of a label; what is longer is a note under the table."""
NOTE = later(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]|\[\w\]|[*†‡]|Notes?\b|Source\b|See\s)", regex.IGNORECASE)
HEADS = later(
    r"(?i)\b(?:19|20)\d\d\b|\b(?:q[1-4]|[1-4]q|h[12]|fy\d\d|months?|weeks?|quarters?|years?|ended|ending|unaudited|audited|actual|change|variance|increase|decrease"
    r"|total|low|high|prior|current|budget|forecast|guidance|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|^[%$€£¥]|^(?:usd|eur|gbp|note)\b"
)


@dataclass(slots=True)
class Value:
    """A figure in a column of figures; `figure` is None where the cell says that there is none."""

    start: int
    end: int
    text: str
    figure: Figure | None
    low: int
    high: int


@dataclass(slots=True)
class Head:
    """A cell over columns of figures, or among them, that is words or a year."""

    start: int
    end: int
    text: str
    low: int
    high: int


@dataclass(slots=True)
class Row:
    """A row: `kind` is head, body, heading, caption, note or other; `values`: column -> its figure or blank.

    `label`: the words left of the figures; `label_spans`: where they stand; `indent`: how far they are moved in.
    """

    number: int
    kind: str = "other"
    label: str = ""
    label_spans: list[tuple[int, int]] = field(default_factory=list)
    indent: int = 0
    values: dict[int, Value] = field(default_factory=dict)
    heads: list[Head] = field(default_factory=list)
    start: int = 0
    end: int = 0
    items: list[Value | Head] = field(default_factory=list)

    @property
    def figures(self) -> list[Value]:
        return [value for value in self.values.values() if value.figure is not None]


@dataclass(slots=True)
class Layout:
    """The rows of a table, and its columns of figures as (first, behind the last) columns of the grid."""

    grid: Grid
    rows: list[Row]
    columns: list[tuple[int, int]]


def read_layout(text: str, grid: Grid) -> Layout | None:
    """The layout of a grid; None where there are no columns of figures."""
    rows = [_row(text, number, list(cells)) for number, cells in groupby(grid.cells, key=attrgetter("row"))]
    if sum(isinstance(item, Value) and item.figure is not None for row in rows for item in row.items) < 1:
        return None
    left = _left(rows)
    if left is None:
        return None
    spans = [
        (item.low, item.high)
        for row in rows
        for item in row.items
        if isinstance(item, Value) and item.low >= left and item.figure is not None and not item.figure.plain_year
    ]
    columns = _clusters(spans)
    if not columns:
        return None
    for row in rows:
        _place(row, columns, left)
    _kinds(rows)
    return Layout(grid, rows, columns)


def _row(text: str, number: int, cells: list[GridCell]) -> Row:
    """The items of a row: figures with the marks beside them, blanks, and words."""
    row = Row(number, start=min(c.start for c in cells), end=max(c.end for c in cells))
    cells.sort(key=attrgetter("column"))
    row.indent = cells[0].indent
    index = 0
    while index < len(cells):
        run = _run(text, cells, index)
        first, last = run[0], run[-1]
        index += len(run)
        words = "".join(text[c.start : c.end] for c in run)
        low, high = first.column, max(c.column + c.width for c in run)
        figure = read_figure(words)
        if figure is None and not is_blank(words):
            row.items.append(Head(first.start, last.end, " ".join(words.split()), low, high))
            continue
        start, end = _span(text, run, figure)
        row.items.append(Value(start, end, text[start:end], figure, low, high))
    lead = row.items[0]
    if len(row.items) > 1 and isinstance(row.items[1], Head) and MARKER.fullmatch(lead.text):
        row.items[0] = Head(lead.start, lead.end, lead.text, lead.low, lead.high)  # "(1) | Derived from …"
    return row


def _run(text: str, cells: Sequence[GridCell], index: int) -> list[GridCell]:
    """The cells that make one item: a figure with "$" or "(" before it and ")", "%" or a footnote's mark behind it."""
    words = [text[c.start : c.end] for c in cells[index : index + 6]]
    begin = 0
    while begin < min(2, len(words) - 1) and (words[begin] in OPENING or currency_of(words[begin]) is not None):
        begin += 1
    if begin and not (read_figure(words[begin]) or DASH.match(words[begin]) or words[begin].startswith("(")):
        begin = 0
    end = begin + 1
    if read_figure("".join(words[:end])) is not None:
        while end < len(words) and end < begin + 4 and CLOSING.fullmatch(words[end]):
            end += 1
    return list(cells[index : index + end])


def _span(text: str, run: Sequence[GridCell], figure: Figure | None) -> tuple[int, int]:
    """Where the figure stands: all of its pieces where they stand together, else the cell that has the digits."""
    start, end = run[0].start, run[-1].end
    joined = all(not text[a.end : b.start].strip() for a, b in pairwise(run))
    if not joined:
        cell = next((c for c in run if any(char.isdigit() for char in text[c.start : c.end])), run[0])
        return cell.start, cell.end
    if figure is None or len(run) > 1:
        return start, end
    return start + figure.start, start + figure.end


def _left(rows: Sequence[Row]) -> int | None:
    """The first column of the grid that figures stand in; what stands left of it are labels."""
    firsts = []
    words_first = 0
    body = 0
    for row in rows:
        figures = [i for i in row.items if isinstance(i, Value) and i.figure is not None and not i.figure.plain_year]
        if not figures:
            continue
        body += 1
        words = [item for item in row.items if isinstance(item, Head)]
        labels = words[:1] or [item for item in row.items if isinstance(item, Value) and year_in(item.text)][:1]
        if labels and labels[0].low < figures[-1].low:
            words_first += labels[0].low < figures[0].low
            behind = [item.low for item in figures if item.low > labels[0].low]
            firsts.append((labels[0].low, min(behind)))
    if not firsts:
        lows = [
            i.low
            for row in rows
            for i in row.items
            if isinstance(i, Value) and i.figure is not None and not i.figure.plain_year
        ]
        return min(lows, default=None)
    if words_first * 2 < len(firsts):  # ranks or dates stand in front of the labels
        return min(behind for _, behind in firsts)
    # A figure may stand under the labels in a stray row; the labels of most rows say where they end.
    ordered = sorted(behind for _, behind in firsts)
    return ordered[len(ordered) // 20]


def _clusters(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Columns of figures: what overlaps from row to row, the narrow figures first; a wide one joins no columns."""
    columns: list[tuple[int, int]] = []
    for low, high in sorted(set(spans), key=lambda span: (span[1] - span[0], span)):
        hit = [number for number, column in enumerate(columns) if column[0] < high and low < column[1]]
        if not hit:
            columns.append((low, high))
        elif len(hit) == 1:
            column = columns[hit[0]]
            columns[hit[0]] = min(low, column[0]), max(high, column[1])
    return sorted(columns)


def _place(row: Row, columns: Sequence[tuple[int, int]], left: int) -> None:
    """Give each item of a row its place: label, column of figures, or head."""
    names: list[Head | Value] = []
    behind = False
    for item in row.items:
        if item.low < left and not behind and not (isinstance(item, Value) and item.figure is None):
            names.append(item)
            continue
        behind = behind or item.low >= left
        if isinstance(item, Head):
            row.heads.append(item)
        elif item.low >= left:
            _put(row, item, columns)
    if names and isinstance(names[0], Value) and len(names) > 1:
        names = [name for name in names if isinstance(name, Head)] or names  # ranks in front of labels
    row.label_spans = [(name.start, name.end) for name in names]
    row.label = " ".join(name.text for name in names)
    _tell_years(row)


def _put(row: Row, item: Value, columns: Sequence[tuple[int, int]]) -> None:
    """A value goes to the first free column that it stands in; a year can be a head as well."""
    if item.figure is not None and item.figure.plain_year:
        row.heads.append(Head(item.start, item.end, item.text, item.low, item.high))
    for number, (low, high) in enumerate(columns):
        if low < item.high and item.low < high and number not in row.values:
            row.values[number] = item
            return


def _tell_years(row: Row) -> None:
    """A row of years names columns; among other figures a number like a year is one of them, unless those have groups."""
    years = [value for value in row.values.values() if value.figure is not None and value.figure.plain_year]
    if not years:
        return
    others = [value for value in row.figures if value not in years]
    if not others:
        row.values = {}
        return
    if any("," in value.text for value in others):
        row.values = {number: value for number, value in row.values.items() if value not in years}
    row.heads = [head for head in row.heads if year_in(head.text) is None]


def _kinds(rows: Sequence[Row]) -> None:
    """What each row is."""
    body = next((number for number, row in enumerate(rows) if row.figures), len(rows))
    last = next((number for number in range(len(rows) - 1, -1, -1) if rows[number].figures), -1)
    heads = [number for number, row in enumerate(rows[:body]) if row.heads]
    for number, row in enumerate(rows):
        if row.figures:
            row.kind = "body"
        elif number > last or len(row.label) > LONGEST_LABEL:
            row.kind = "note"
        elif row.heads:
            row.kind = "head" if number < body or _names_columns(row) else "other"
        elif row.values:
            row.kind = "blank"
        elif row.label and heads and number < heads[-1]:
            row.kind = "caption" if number < heads[0] else "head"
        elif row.label:
            row.kind = "note" if number and NOTE.match(row.label) and len(row.label) > 60 else "heading"


def _names_columns(row: Row) -> bool:
    """Does a row without figures among the rows with figures name columns anew?"""
    return any(HEADS.search(head.text) for head in row.heads) and all(len(head.text) <= 80 for head in row.heads)
