"""From a grid to what is known of a table: title, terms, columns, labels; or why it is not understood.

>>> from factx.tables.pipes import piped_grids
>>> text = "Income (in thousands)\\n\\n| | 2024 | 2023 |\\n|---|---|---|\\n| Revenue | $1,204 | $1,100 |"
>>> table = read_grid(text, next(piped_grids(text)), 0)
>>> table.terms.scale, [column.time.value() for column in table.blocks[0].columns], [label.full for label in table.labels]
(1000, ['2024', '2023'], ['Revenue'])
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from factx.grid import Grid
from factx.patterns import later
from factx.tables.captions import caption_lines
from factx.tables.columns import Column, read_columns
from factx.tables.figures import currency_of
from factx.tables.labels import Label, read_labels
from factx.tables.layout import Layout, Row, read_layout
from factx.tables.measures import measure
from factx.tables.periods import Time, read_time
from factx.tables.terms import Terms, read_terms

__all__ = ["Block", "Reading", "read_grid"]

OUTLOOK = later(
    r"\b(?:guidance|outlook|targets?|forecasts?|projections?|projected|estimates?|estimated|expectations?|expected|anticipated)\b",
    regex.IGNORECASE,
)
FEW = 3
"""Figures of a table that may be lost before it counts as ragged."""
BRACKETS = later(r"\([^()]*\)")
WORDS = later(r"[A-Za-z]{3,}")
STATEMENT = later(r"statement|balance|income|result|summary|data", regex.IGNORECASE)
OVERVIEW = later(
    r"\b(?:statements?|summary|data|results|highlights|sheets?|review|figures|information|metrics)\b", regex.IGNORECASE
)
"""Names of tables of many things, which tell nothing of a row."""
UNAUDITED = later(r"(?:un)?audited|continued|page", regex.IGNORECASE)


@dataclass(slots=True)
class Block:
    """Rows under one block of heads."""

    columns: list[Column]
    rows: list[Row]


@dataclass(slots=True)
class Reading:
    """A table as read. `title`: its caption lines that are no terms; `context`: what they say of time.

    `said`: all caption lines; `problem`: why no claims are made of it; `labels`: one for each row of figures, in order.
    """

    grid: Grid
    layout: Layout
    captions: list[tuple[int, int]]
    title: str
    corner: str
    terms: Terms
    context: Time
    blocks: list[Block]
    labels: list[Label]
    currency: str | None = None
    problem: str | None = None
    scaled: bool = True
    outlook: bool = False
    said: str = ""

    @property
    def start(self) -> int:
        return self.captions[0][0] if self.captions else self.grid.start

    def figures(self) -> Iterator[tuple[Block, Label, Column, int]]:
        """(block, label, column, its number) of every figure, row by row."""
        rows = {label.row.number: label for label in self.labels}
        for block in self.blocks:
            for row in block.rows:
                for number in sorted(row.values):
                    if row.values[number].figure is not None and row.number in rows:
                        yield block, rows[row.number], block.columns[number], number


def read_grid(text: str, grid: Grid, floor: int) -> Reading | None:
    """What is known of a grid; None where it is no table of figures. `floor`: where the text before it ends (another table)."""
    layout = read_layout(text, grid)
    if layout is None:
        return None
    captions = [grid.caption] if grid.caption else []
    captions = [*caption_lines(text, captions[0][0] if captions else grid.start, floor), *captions]
    lines = [text[start:end] for start, end in captions]
    inside = [row.label for row in layout.rows if row.kind == "caption"]
    body = next((k for k, row in enumerate(layout.rows) if row.kind == "body"), len(layout.rows))
    above = layout.rows[:body]
    corners = [row.label for row in layout.rows if row.kind == "head" and row.label]
    corners += [row.label for row in above if row.kind == "heading" and read_terms(row.label).scale is not None]
    corner = " ".join(corners)
    stated = [*lines, *inside]
    terms = Terms()
    for line in [" ".join(stated[-2:]), *stated]:
        terms = read_terms(line).over(terms)
    for words in [*corners, corner]:
        terms = read_terms(words).over(terms)
    context = Time()
    for line in [*stated, corner]:
        found = read_time(line)
        if found.known or found.instant:
            context = context.over(found)
    title = _title([*lines, *inside])
    reading = Reading(grid, layout, captions, title, corner, terms, context, [], [], said=" ".join(stated))
    reading.blocks = list(_blocks(layout))
    name = "" if OUTLOOK.search(title) or OVERVIEW.search(title) or read_time(title).known else title
    reading.labels = read_labels(layout.rows, _short(name or corner))
    reading.outlook = any(OUTLOOK.search(line) for line in [*stated, *corners])
    _complete_times(reading)
    reading.currency = _currency(reading)
    if not _says_figures(reading):
        return None
    reading.problem = _problem(reading)
    return reading


def _blocks(layout: Layout) -> Iterator[Block]:
    """The rows under each block of heads; a later block that says less is read with the first rows of the one before it."""
    heads: list[Row] = []
    body: list[Row] = []
    for row in layout.rows:
        if row.kind == "head":
            if body:
                yield Block(read_columns(layout, heads, body), body)
                heads, body = [], []
            heads.append(row)
        elif row.kind == "body":
            body.append(row)
    if body:
        yield Block(read_columns(layout, heads, body), body)


def _title(lines: Sequence[str]) -> str:
    """The line that names the table: the last one that says more than terms, times and "(unaudited)"."""
    for line in reversed(lines):
        bare = BRACKETS.sub(" ", line).strip(" :–-—*")
        words = WORDS.findall(bare)
        only_terms = read_terms(line).scale is not None and len(words) < 5
        only_time = read_time(bare).known and len(words) < 8 and not STATEMENT.search(bare)
        if words and not (UNAUDITED.fullmatch(bare) or only_terms or only_time):
            return bare
    return ""


def _short(title: str) -> str:
    return title if len(title) <= 60 else ""


def _complete_times(reading: Reading) -> None:
    """Heads that leave something open are completed by what is said above the table; those of changes by their neighbours."""
    for block in reading.blocks:
        for column in block.columns:
            if column.kind in ("value", "low", "high", "prior", "current"):
                column.time = column.time.within(reading.context)
        for column in block.columns:
            if column.kind in ("change", "share") and (column.time.value() is None or column.kind == "change"):
                column.time = _of_neighbours(block.columns, column) or column.time.within(reading.context)


def compared(columns: Sequence[Column], column: Column) -> list[Column]:
    """The columns of values that a column of changes is about: those on its left under the same upper head, back to the last change."""
    upper = {id(head) for head in column.heads[:-1]}
    left = [other for other in columns[: column.number] if other.kind == "value"]
    sharing = [other for other in left if upper & {id(head) for head in other.heads}]
    if sharing:
        return sharing
    before = [other.number for other in columns[: column.number] if other.kind == "change"]
    between = [other for other in left if not before or other.number > max(before)]
    return between or left


def _of_neighbours(columns: Sequence[Column], column: Column) -> Time | None:
    others = compared(columns, column)
    if not others:
        return None
    if column.kind == "share":
        return others[-1].time
    dated = [(other.time.period()[3], -other.number, other) for other in others if other.time.period()[3] is not None]
    return max(dated)[2].time if dated else others[0].time


def _currency(reading: Reading) -> str | None:
    """The currency that the table's own words and marks name, as written or as a code; None where they name none or several."""
    if reading.terms.currency:
        return reading.terms.currency
    marks = Counter(
        column.terms.currency for block in reading.blocks for column in block.columns if column.terms.currency
    )
    for _, label, _, number in reading.figures():
        figure = label.row.values[number].figure
        if figure is not None and figure.currency and figure.unit != "%":
            form = currency_of(figure.currency)
            if form is not None:
                marks[form.code] += 1
    return next(iter(marks)) if len(marks) == 1 else None


def _says_figures(reading: Reading) -> bool:
    """Is there a sign that its numbers are figures of something: a currency, a percentage, a scale, a time, groups of digits?"""
    if reading.terms.scale or reading.terms.currency or reading.context.known:
        return True
    seen = 0
    for block, label, column, number in reading.figures():
        if column.kind == "reference":
            continue
        value = label.row.values[number]
        figure = value.figure
        assert figure is not None
        telling = (
            figure.currency or figure.unit or figure.worded or "," in value.text or "." in value.text or figure.signed
        )
        timed = column.time.known or read_time(label.text).known
        seen += bool(telling or timed or measure(label.text, label.headings, column.text).kind != "open")
        if seen and block:
            return True
    return False


def _problem(reading: Reading) -> str | None:
    """Why the table is not understood, if it is not."""
    figures = list(reading.figures())
    lost = sum(len(row.items) for row in reading.layout.rows if row.kind == "body") - sum(
        len(row.values) + len(row.label_spans) + len(row.heads) for row in reading.layout.rows if row.kind == "body"
    )
    if lost > max(FEW, len(figures) // 10):
        return "its rows do not fit its columns"
    nameless = 0
    for block, label, column, number in figures:
        value = label.row.values[number]
        assert value.figure is not None
        alone = len([k for k in label.row.values if block.columns[k].kind != "reference"]) < 2
        nameless += not (alone or column.text or value.figure.label or value.figure.unit == "%")
    if nameless * 2 > len(figures):
        return "its columns have no heads"
    unnamed = [label for label in reading.labels if not label.text]
    if len(unnamed) > 1 and len(unnamed) * 2 > len(reading.labels):
        return "its rows have no labels"
    times = Counter(label.full for label in reading.labels if read_time(label.text).known and len(label.text) < 40)
    if times and max(times.values()) > 1:
        return "several of its rows have the same label"
    return None
