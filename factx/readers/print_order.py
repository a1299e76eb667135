"""What a PDF prints where: columns that were drawn line by line, page furniture, and the headline.

>>> page = [Line("left one", 700, 10, left=50), Line("right one", 700, 10, left=310)] * 4
>>> [line.text for line in in_columns(page)][3:5]
['left one', 'right one']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from factx.readers.layout_lines import Line

__all__ = ["headline", "in_columns", "without_furniture"]

PAGE_NUMBER = re.compile(r"(?i)(?:[-–—|]\s?)?(?:page\s)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?(?:\s?[-–—|])?")
ADDRESS = re.compile(r"(?i)(?:https?://|www\.)\S+(?:\s\d{1,4}/\d{1,4})?")
EDGE = 2
"""Lines at the top and at the bottom of a page, as printed and as drawn, among which furniture is looked for."""
SAME_PLACE = 8
"""Points of height within which the furniture of two pages stands in one place."""
COLUMNS_APART = 100
LEAST_LINES, LEAST_TURNS = 4, 6
"""Lines that each column has, and turns from one to the other, where they were drawn line by line."""
LARGER = 1.25
LONGEST, SHORTEST = 200, 9


def in_columns(page: Sequence[Line]) -> list[Line]:
    """The lines of a page with those of two columns that were drawn by turns one column after the other."""
    lefts = Counter(round(line.left) for line in page if line.table is None)
    often = sorted(left for left, count in lefts.items() if count >= LEAST_LINES)
    for first, second in pairwise(often):
        if second - first < COLUMNS_APART:
            continue
        sides = [_side(line, first, second) for line in page]
        if sum({a, b} == {0, 1} for a, b in pairwise(sides)) >= LEAST_TURNS:
            return _sorted(page, sides)
    return list(page)


def _side(line: Line, first: int, second: int) -> int | None:
    """The column of a line; None for a table, and for what stands left of both."""
    if line.table is not None or line.left < first - 2:
        return None
    return 1 if line.left >= second - 2 else 0


def _sorted(page: Sequence[Line], sides: Sequence[int | None]) -> list[Line]:
    """Stretches of one size of type are sorted by columns; a heading over both ends a stretch."""
    out: list[Line] = []
    held: tuple[list[Line], list[Line]] = ([], [])
    size = 0.0
    for line, side in zip(page, sides, strict=True):
        if side is None or (size and abs(line.size - size) > 0.15 * size):
            out += [*held[0], *held[1]]
            held = ([], [])
        if side is None:
            out.append(line)
            size = 0.0
        else:
            held[side].append(line)
            size = line.size
    return [*out, *held[0], *held[1]]


def without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Without page numbers and web addresses alone at the edge, and without the lines that most pages repeat in one place at their top or bottom."""

    def shape(line: Line) -> tuple[str, int]:
        return re.sub(r"\d+", "#", line.text.lower()), round(line.top / SAME_PLACE)

    edges = [_edges(page) for page in pages]
    seen = Counter(form for page, at in zip(pages, edges, strict=True) for form in {shape(page[k]) for k in at})
    often = {form for form, count in seen.items() if len(pages) > 1 and count >= max(2, 0.6 * len(pages))}
    return [
        [
            line
            for number, line in enumerate(page)
            if number not in at
            or not (PAGE_NUMBER.fullmatch(line.text) or ADDRESS.fullmatch(line.text) or shape(line) in often)
        ]
        for page, at in zip(pages, edges, strict=True)
    ]


def _edges(page: Sequence[Line]) -> set[int]:
    """The numbers of the lines at the top and bottom of a page: as they were drawn, and as they stand."""
    numbers = range(len(page))
    heights = sorted({line.top for line in page})
    outer = {*heights[:EDGE], *heights[-EDGE:]}
    return {k for k in numbers if k < EDGE or k >= len(page) - EDGE or page[k].top in outer}


def headline(page: Sequence[Line]) -> str | None:
    """The line, or lines, in the largest type of a page, where most of it is in smaller type."""
    sizes = Counter[float]()
    for line in page:
        sizes[line.size] += len(line.text)
    if not sizes:
        return None
    body = sizes.most_common(1)[0][0]
    largest = max(size for size in sizes)
    if largest < LARGER * body:
        return None
    first = next(k for k, line in enumerate(page) if line.size == largest)
    words: list[str] = []
    for line in page[first:]:
        if line.size != largest:
            break
        words.append(line.text)
    text = " ".join(words)
    return text if SHORTEST <= len(text) <= LONGEST else None
