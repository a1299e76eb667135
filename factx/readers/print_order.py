"""What a PDF prints where: columns that were drawn line by line, page furniture, and the headline.

>>> rows = [(f"left column {top}", f"right column {top}", float(top)) for top in (700, 688, 676, 664)]
>>> page = [Line(text, top, 10, left=x) for left, right, top in rows for text, x in ((left, 50.0), (right, 310.0))]
>>> [line.text for line in in_columns(page)][2:6]
['left column 676', 'left column 664', 'right column 700', 'right column 688']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

from factx.readers.layout_lines import Line

__all__ = ["headline", "in_columns", "without_furniture"]

PAGE_NUMBER = re.compile(r"(?i)(?:[-–—|]\s?)?(?:page\s)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?(?:\s?[-–—|])?")
ADDRESS = re.compile(r"(?i)(?:https?://|www\.)\S+(?:\s\d{1,4}/\d{1,4})?")
EDGE = 2
"""Lines at the top and at the bottom of a page, as printed and as drawn, among which furniture is looked for."""
SAME_PLACE = 8
"""Points of height within which the furniture of two pages stands in one place."""
COLUMNS_APART = 100
LEAST_LINES, LEAST_TURNS, LEAST_LENGTH = 4, 6, 15
"""Lines that each column has, turns from one to the other, and characters of a line, where they were drawn line by line."""
LARGER = 1.25
LONGEST, SHORTEST = 200, 9


def in_columns(page: Sequence[Line]) -> list[Line]:
    """The lines of a page with those of columns that were drawn by turns one column after the other."""
    lefts = Counter(round(line.left) for line in page if line.table is None)
    starts: list[int] = []
    for left in sorted(left for left, count in lefts.items() if count >= LEAST_LINES):
        if not starts or left - starts[-1] >= COLUMNS_APART:
            starts.append(left)
    if len(starts) < 2:
        return list(page)
    sides = [_side(line, starts) for line in page]
    turns = sum(a != b for a, b in pairwise(sides) if a is not None and b is not None)
    lengths = [len(line.text) for line, side in zip(page, sides, strict=True) if side is not None]
    if turns < LEAST_TURNS or sum(lengths) < LEAST_LENGTH * len(lengths):
        return list(page)
    return _sorted(page, sides, len(starts))


def _side(line: Line, starts: Sequence[int]) -> int | None:
    """The column of a line; None for a table, and for what stands left of all columns."""
    column = bisect_right(starts, line.left + 2) - 1
    return None if line.table is not None or column < 0 else column


def _sorted(page: Sequence[Line], sides: Sequence[int | None], columns: int) -> list[Line]:
    """Stretches of one size of type are sorted by columns; a heading over them ends a stretch."""
    out: list[Line] = []
    held: list[list[Line]] = [[] for _ in range(columns)]
    size = 0.0
    for line, side in zip(page, sides, strict=True):
        if side is None or (size and abs(line.size - size) > 0.15 * size):
            out += chain.from_iterable(held)
            held = [[] for _ in range(columns)]
        if side is None:
            out.append(line)
            size = 0.0
        else:
            last = held[side][-1] if held[side] else None
            if last is not None and abs(last.top - line.top) < 1:  # a piece of one line
                held[side][-1] = replace(last, text=f"{last.text} {line.text}")
            else:
                held[side].append(line)
            size = line.size
    return [*out, *chain.from_iterable(held)]


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
