"""The source as a place where things are said: its words, and who speaks at each of them."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from factx.comparison.stream import Stream

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Quote

__all__ = ["Heard"]

DEEPEST = 8
"""Quotes that begin before a place are looked at for one that holds it, at most."""


class Heard:
    """The words of the source, found by phrase, and its quotes, found by place."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def stream(self) -> Stream:
        """The words; made when the first quote is looked for."""
        return Stream(self.facts)

    @cached_property
    def _spans(self) -> list[tuple[int, int, Quote]]:
        spans = [(span.start, span.end, quote) for quote in self.facts.quotes for span in quote.spans]
        return sorted(spans, key=lambda one: (one[0], -one[1]))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._spans]

    def quote_at(self, start: int, end: int) -> Quote | None:
        """The innermost quote that holds most of this stretch, if there is one; one in marks before one without."""
        last = bisect_right(self._starts, (start + end) // 2)
        best: tuple[bool, int, Quote] | None = None
        for begin, stop, quote in self._spans[max(0, last - DEEPEST) : last]:
            covered = min(end, stop) - max(start, begin)
            if 2 * covered < end - start:
                continue
            rank = (quote.kind == "indirect", stop - begin, quote)
            if best is None or rank[:2] < best[:2]:
                best = rank
        return best[2] if best is not None else None
