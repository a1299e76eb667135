"""Which columns a head stands over, where only its place on the line tells.

>>> spread([(20, 30), (40, 50)], [(18, 22), (27, 32), (38, 42), (47, 52)])
[(0, 2), (2, 4)]
>>> spread([(28, 31)], [(18, 22), (27, 32), (52, 56)])
[(1, 2)]
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

__all__ = ["spread"]

UNCOVERED = 2.0
"""What a column without a head costs, in characters that a head stands off the middle of its columns."""
MOST = 24
"""Heads and columns of a line that are weighed against each other; more are taken one by one."""


def spread(
    heads: Sequence[tuple[int, int]], columns: Sequence[tuple[int, int]], strokes: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """For each head, from left to right, the columns (first, behind the last) that it stands over.

    `strokes`: the rule under the line, whose pieces say it where there are as many of them as heads, and fewer than columns.
    """
    if strokes and len(strokes) == len(heads) < len(columns):
        ruled = [_under(stroke, columns) for stroke in strokes]
        if all(first < last for first, last in ruled):
            return ruled
    if len(heads) == len(columns) or max(len(heads), len(columns)) > MOST:
        near = [_nearest(head, columns) for head in heads]
        if len(set(near)) == len(near) or max(len(heads), len(columns)) > MOST:
            return [(k, k + 1) for k in near]
    return _weighed(tuple(heads), tuple(columns))


def _nearest(head: tuple[int, int], columns: Sequence[tuple[int, int]]) -> int:
    return min(range(len(columns)), key=lambda k: abs(sum(columns[k]) - sum(head)))


def _under(stroke: tuple[int, int], columns: Sequence[tuple[int, int]]) -> tuple[int, int]:
    inside = [k for k, (low, high) in enumerate(columns) if stroke[0] - 2 <= (low + high) / 2 <= stroke[1] + 2]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _weighed(heads: tuple[tuple[int, int], ...], columns: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The division of the columns among the heads that puts each head nearest to the middle of its own."""

    @cache
    def best(head: int, column: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if head == len(heads):
            return UNCOVERED * (len(columns) - column), ()
        low, high = heads[head]
        found: tuple[float, tuple[tuple[int, int], ...]] | None = None
        for first in range(column, len(columns)):
            for last in range(first + 1, len(columns) + 1):
                middle = (columns[first][0] + columns[last - 1][1]) / 2
                rest, spans = best(head + 1, last)
                cost = abs(middle - (low + high) / 2) + UNCOVERED * (first - column) + rest
                if found is None or cost < found[0]:
                    found = cost, ((first, last), *spans)
        if found is None:  # more heads than columns: the head is part of what stands beside it
            rest, spans = best(head + 1, column)
            found = 50 + rest, ((0, 0), *spans)
        return found

    return list(best(0, 0)[1])
