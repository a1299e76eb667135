"""Where the cells of a table stand in a text: what a reader knows of a table's layout, before anybody asks what it says.

>>> text = "Revenue | 1,204"
>>> grid = Grid(start=0, end=15, cells=(GridCell(0, 7, 0, 0), GridCell(10, 15, 0, 1)))
>>> [(text[cell.start:cell.end], cell.row, cell.column) for cell in grid.cells]
[('Revenue', 0, 0), ('1,204', 0, 1)]
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

__all__ = ["MOST_CELLS", "MOST_COLUMNS", "Grid", "GridCell"]

MOST_CELLS = 400_000
"""Cells that the readers hand down, at most, of all tables of an article together."""
MOST_COLUMNS = 1_000
"""Columns of a table, at most: what a page says beyond that (colspan="1000000") is cut."""


class GridCell(NamedTuple):
    """A cell that has text: `article.text[start:end]`, at `row` and `column` (from 0), over `height` rows and `width` columns.

    `head`: the document marks it as a head cell. `indent`: how far its text is moved in, in any unit that grows.
    """

    start: int
    end: int
    row: int
    column: int
    height: int = 1
    width: int = 1
    head: bool = False
    indent: int = 0


class Grid(BaseModel):
    """A table as laid out: its cells by row, then column; blank cells are left out.

    `start`, `end`: the text of the table. `caption`: (start, end) of what the document marks as its caption. `kind`: what it
    was read from. `rigid`: widths are known; otherwise a blank cell of a head row may belong to the head on its left. `cut`:
    what of it was left out, where it was too large to be read whole.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int
    end: int
    cells: tuple[GridCell, ...]
    caption: tuple[int, int] | None = None
    kind: Literal["html", "docx", "pdf", "pipes", "aligned"] = "html"
    rigid: bool = True
    cut: str | None = None
