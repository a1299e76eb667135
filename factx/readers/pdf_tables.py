"""Tables on the pages of a PDF: found where the page shows figures one above the other, and put in the place of their lines.

>>> lines = [Line("Sales 5,120", 700, 9), Line("Costs 4,980", 690, 9), Line("All rose.", 660, 9)]
>>> shown = "Sales      5,120      4,800\\nCosts      4,980      4,610"
>>> [line.text if line.table is None else "(table)" for line in with_tables(lines, shown)]
['Sales 5,120', 'Costs 4,980', 'All rose.']
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from factx.grid import Grid
from factx.readers.layout_lines import Line
from factx.readers.tables import Draft, RawCell
from factx.tables.aligned import aligned_grids

__all__ = ["with_tables"]


def with_tables(lines: list[Line], shown: str) -> list[Line]:
    """The lines of a page with its tables instead of theirs. `shown`: the page as it looks, spaced as it is printed.

    A table whose words do not stand together in the lines is left as they are.
    """
    out = lines
    for grid in aligned_grids(shown):
        rows = [list(row) for _, row in groupby(grid.cells, key=attrgetter("row"))]
        words = _squeezed(shown[cell.start : cell.end] for row in rows for cell in row)
        where = _lines_of(out, words)
        if where is not None:
            first, behind = where
            held = replace(out[first], text=words, table=_draft(shown, grid))
            out = [*out[:first], held, *out[behind:]]
    return out


def _squeezed(parts: Iterable[str]) -> str:
    return "".join("".join(parts).split())


def _lines_of(lines: list[Line], words: str) -> tuple[int, int] | None:
    """The lines (first, behind the last) that together are the words."""
    starts: list[int] = []
    text = ""
    for line in lines:
        starts.append(len(text))
        text += "" if line.table is not None else _squeezed((line.text,))
    at = text.find(words)
    if at < 0 or not words:
        return None
    end = at + len(words)
    first = max((k for k, start in enumerate(starts) if start == at), default=None)
    behind = next((k for k, start in enumerate(starts) if start == end), len(lines) if end == len(text) else None)
    return None if first is None or behind is None or behind <= first else (first, behind)


def _draft(shown: str, grid: Grid) -> Draft:
    rows: dict[int, list[RawCell]] = {}
    for cell in grid.cells:
        text = " ".join(shown[cell.start : cell.end].split())
        raw = RawCell(text, cell.column, cell.width, cell.height, cell.head, cell.indent)
        rows.setdefault(cell.row, []).append(raw)
    return Draft(list(rows.values()), kind="pdf")
