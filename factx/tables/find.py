"""Where the tables of an article stand: those that its reader handed down, those drawn with pipes, those in fixed width.

>>> from factx.article import Article
>>> found = find_grids(Article(text="| | 2024 |\\n|---|---|\\n| Sales | $1,204 |\\n\\nSales rose."))
>>> found.spans, [reading.title for reading in found.readings]
([(0, 39)], [''])
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from factx.article import Article
from factx.grid import Grid
from factx.patterns import later
from factx.tables.aligned import aligned_grids
from factx.tables.pipes import piped_grids
from factx.tables.reading import Reading, read_grid
from factx.tables.terms import read_terms

__all__ = ["Found", "find_grids"]

WIDEST = 150
"""Columns of a table that is read, at most."""
LONGEST_TERMS = 120
"""Characters of a line that says nothing but the terms of a table."""
WIDE_GAP = later(r"\S(?:  |[ ]?\t)[^\n\d]{0,60}\d")
"""Two spaces or a tab between words and a digit: no text without one has a table in fixed width."""


@dataclass(slots=True)
class Found:
    """The tables of figures of an article, in text order.

    `spans`: the lines that are read here and nowhere else: the tables, and lines above them such as "(in thousands)".
    """

    readings: list[Reading] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    cut: list[Grid] = field(default_factory=list)


def find_grids(article: Article) -> Found:
    """The tables of an article that say figures."""
    text = article.text
    grids = [grid for grid in article.tables if 0 <= grid.start < grid.end <= len(text) and grid.cells]
    taken = sorted((grid.start, grid.end) for grid in grids)
    if "|" in text:
        drawn = [grid for grid in piped_grids(text) if not _meets(taken, grid)]
        grids += drawn
        taken = sorted([*taken, *((grid.start, grid.end) for grid in drawn)])
    if WIDE_GAP.search(text) is not None:
        grids += aligned_grids(text, taken)
    out = Found()
    floor = 0
    for grid in sorted(grids, key=lambda grid: grid.start):
        if grid.start < floor:
            continue
        wide = len({cell.column for cell in grid.cells}) > WIDEST
        if wide:
            out.cut.append(grid.model_copy(update={"cut": f"it has more than {WIDEST} columns"}))
        elif grid.cut:
            out.cut.append(grid)
        if wide:
            floor = grid.end
            out.spans.append((text.rfind("\n", 0, grid.start) + 1, _line_end(text, grid.end)))
            continue
        reading = read_grid(text, grid, floor)
        if reading is None:
            continue
        floor = grid.end
        out.readings.append(reading)
        for start, end in reading.captions:
            if end - start < LONGEST_TERMS and read_terms(text[start:end]).scale is not None:
                out.spans.append((start, end))
        start = text.rfind("\n", 0, grid.start) + 1
        out.spans.append((max(start, out.spans[-1][1] if out.spans else 0), _line_end(text, grid.end)))
    return out


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _meets(taken: list[tuple[int, int]], grid: Grid) -> bool:
    """Does a table overlap one of those that are known, which are in text order and do not overlap each other?"""
    index = bisect_left(taken, (grid.end, 0)) - 1
    return index >= 0 and grid.start < taken[index][1]
