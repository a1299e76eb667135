"""Tables as text: rows by line, cells by " | ", and the layout of what was written.

>>> draft = Draft([[RawCell("Revenue", 0), RawCell("$", 1), RawCell("1,204", 2)]])
>>> text, cells = draft.written()
>>> text, [(text[cell.start:cell.end], cell.column, cell.width) for cell in cells]
('Revenue | $1,204', [('Revenue', 0, 1), ('$1,204', 1, 2)])
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from factx.grid import MOST_CELLS, Grid, GridCell
from factx.tables.figures import currency_of, read_figure

__all__ = ["Draft", "RawCell", "TextBuilder"]

LONGEST_CELL = 600
"""Characters of a cell, from which on a table is taken to lay out running text."""
CLOSING = re.compile(r"\)\s?%?|%\s?\)?")
FIGURE = re.compile(r"[(\d.–—-]")
BULLET = re.compile(r"[^\w$€£%]{0,3}|\(?\w{1,3}[.)]|\[\w\]|\*+")


@dataclass(slots=True)
class RawCell:
    """A cell as a document has it; blank ones are left out of a draft."""

    text: str
    column: int
    width: int = 1
    height: int = 1
    head: bool = False
    indent: int = 0


@dataclass(slots=True)
class Draft:
    """The rows of a table. `rigid`, `caption`: as in `Grid`; `cut`: what of it was left out, where it was too large."""

    rows: list[list[RawCell]]
    kind: Literal["html", "docx", "pdf", "pipes", "aligned"] = "html"
    rigid: bool = True
    caption: str | None = None
    cut: str | None = None

    @property
    def size(self) -> int:
        return sum(map(len, self.rows))

    @property
    def has_figures(self) -> bool:
        """Is there a figure beside something else?"""
        return any(read_figure(cell.text) is not None for row in self.rows for cell in _joined(row)[1:])

    @property
    def lays_out(self) -> bool:
        """Is it no table but a page's layout, or a list with its bullets in cells of their own?"""
        wide = [row for row in self.rows if len(row) > 1]
        if not wide or any(len(cell.text) > LONGEST_CELL for row in wide for cell in row):
            return True
        listed = all(len(row) == 2 and BULLET.fullmatch(row[0].text) for row in wide)
        return listed or (len(wide) < 2 and not self.has_figures)

    def written(self) -> tuple[str, list[GridCell]]:
        """The text, and the cells with offsets in it. "$", ")" and "%" in cells of their own are joined to their figure."""
        pieces: list[str] = []
        cells: list[GridCell] = []
        at = 0
        for number, row in enumerate(self.rows):
            if not row:
                continue
            if pieces:
                pieces.append("\n")
                at += 1
            for place, cell in enumerate(_joined(row)):
                if place:
                    pieces.append(" | ")
                    at += 3
                pieces.append(cell.text)
                end = at + len(cell.text)
                cells.append(GridCell(at, end, number, cell.column, cell.height, cell.width, cell.head, cell.indent))
                at = end
        return "".join(pieces), cells


def _joined(row: Sequence[RawCell]) -> list[RawCell]:
    out: list[RawCell] = []
    for cell in row:
        if out and _joins(out[-1].text, cell.text):
            last = out[-1]
            width = max(last.column + last.width, cell.column + cell.width) - last.column
            out[-1] = RawCell(last.text + cell.text, last.column, width, last.height, last.head, last.indent)
        else:
            out.append(cell)
    return out


def _joins(before: str, text: str) -> bool:
    if before in ("(", "$(") or (len(before) <= 4 and not before.isdigit() and currency_of(before) is not None):
        return FIGURE.match(text) is not None
    return (
        CLOSING.fullmatch(text) is not None
        and any(char.isdigit() for char in before[-8:])
        and read_figure(before) is not None
    )


@dataclass(slots=True)
class TextBuilder:
    """The text of an article as it is put together, and the grids of its tables."""

    pieces: list[str] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    length: int = 0
    cells: int = 0

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def add_table(self, draft: Draft) -> None:
        """The text of a table, with its caption on a line above it, and its grid."""
        caption = None
        if draft.caption:
            caption = self.length, self.length + len(draft.caption)
            self.add(draft.caption + "\n")
        text, cells = draft.written()
        self.cells += len(cells)
        if cells and self.cells <= MOST_CELLS:
            moved = tuple(cell._replace(start=cell.start + self.length, end=cell.end + self.length) for cell in cells)
            self.grids.append(
                Grid(start=self.length, end=self.length + len(text), cells=moved, caption=caption, kind=draft.kind,
                     rigid=draft.rigid, cut=draft.cut)
            )  # fmt: skip
        self.add(text)

    @property
    def text(self) -> str:
        return "".join(self.pieces)
