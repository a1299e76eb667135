"""Tables that a text draws with pipes: "| Revenue | 1,204 | 1,100 |", with or without the outer ones.

>>> text = "Sales:\\n\\n| | 2024 | 2023 |\\n|---|---|---|\\n| Revenue | 1,204 | 1,100 |\\n"
>>> [(text[c.start:c.end], c.row, c.column) for grid in piped_grids(text) for c in grid.cells]
[('2024', 0, 1), ('2023', 0, 2), ('Revenue', 1, 0), ('1,204', 1, 1), ('1,100', 1, 2)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.grid import MOST_COLUMNS, Grid, GridCell

__all__ = ["RULE", "piped_grids", "row_cells"]

LINE = re.compile(r"[^\n]*\|[^\n]*")
RULE = re.compile(r"(?=[^\n]{0,200}--)[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
DRAWN = re.compile(r"[ \t]*\+[-=+ \t]+\+[ \t]*$")
EMPHASIS = re.compile(r"(?:\*{1,3}|_{1,2}|~~)")
LONGEST = 4_000
"""Characters of a line that is looked at."""


def piped_grids(text: str) -> Iterator[Grid]:
    """The tables of at least two lines, in text order."""
    block: list[tuple[int, int]] = []
    last = -1
    for match in LINE.finditer(text):
        between = text[last : match.start()] if last >= 0 else ""
        if block and between != "\n" and not all(DRAWN.match(line) for line in between.strip("\n").split("\n")):
            yield from _grid(text, block)
            block = []
        if match.end() - match.start() <= LONGEST:
            block.append(match.span())
            last = match.end()
    yield from _grid(text, block)


def _grid(text: str, lines: list[tuple[int, int]]) -> Iterator[Grid]:
    rows = [(start, end) for start, end in lines if not RULE.match(text, start, end)]
    if len(rows) < 2:
        return
    cells: list[GridCell] = []
    for number, (start, end) in enumerate(rows):
        cells.extend(row_cells(text, start, end, number))
    if not cells:
        return
    # Blank cells are not told from missing ones where the outer pipes and the gaps between are left out.
    yield Grid(start=cells[0].start, end=max(cell.end for cell in cells), cells=tuple(cells), kind="pipes", rigid=False)


def row_cells(text: str, start: int, end: int, row: int) -> Iterator[GridCell]:
    """The cells of one line that are not blank; emphasis around a cell's words is no part of it."""
    line = text[start:end]
    offset = start + len(line) - len(line.lstrip())
    line = line.strip()
    if line.startswith("|"):
        line, offset = line[1:], offset + 1
    if line.endswith("|"):
        line = line[:-1]
    for column, part in enumerate(line.split("|")[:MOST_COLUMNS]):
        words = part.strip()
        if words:
            begin = offset + len(part) - len(part.lstrip())
            opening = EMPHASIS.match(words)
            if opening is not None and words.endswith(opening[0]) and len(words) > 2 * len(opening[0]):
                begin, words = begin + opening.end(), words[opening.end() : -len(opening[0])]
            yield GridCell(begin, begin + len(words), row, column, indent=_indent(part))
        offset += len(part) + 1


def _indent(part: str) -> int:
    return max(0, len(part) - len(part.lstrip()) - 1)
