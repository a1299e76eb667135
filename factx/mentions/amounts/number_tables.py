"""Tables of numbers: lines with more numerals than sentences have, where there are many. No claims are read there.

It also bounds the work on a text that is nothing but numerals.

>>> page = "Sales rose to 7 in 2024.\\n" + "1 2 3 4 5 6 7 8 9\\n" * 40
>>> [page[start:end][:9] for start, end in number_tables(page, [])][:1]
['1 2 3 4 5']
>>> number_tables("Sales rose to 7 in 2024.", [])
[]
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factx.mentions.amounts.digits import FRACTIONS

__all__ = ["number_tables"]

REACH = 4096
"""Characters that are looked at together: over a page and a half."""
MOST = 240
"""Numerals in so many characters, from which on the lines are looked at one by one."""
DENSE = REACH // MOST
"""Characters for each numeral (one in 17), below which a line is one of a table."""
DENSER = 8
"""The same for a line that ends as a sentence does."""
SENTENCE_END = (".", "!", "?")
CLOSING = " \t\r\"”’')"

RUNS = re.compile(rf"[0-9{FRACTIONS}]+")
DIGITS = re.compile(r"[0-9]+")
FRACTION = re.compile(rf"[{FRACTIONS}]")


def number_tables(text: str, words: Sequence[int]) -> list[tuple[int, int]]:
    """(start, end) of the tables, in text order; `words`: where number words begin, in text order."""
    if len(words) + _numerals_in(text) <= MOST:
        return []
    places = sorted([*words, *(match.start() for pattern in (DIGITS, FRACTION) for match in pattern.finditer(text))])
    spans: list[tuple[int, int]] = []
    for start, end in _crowds(places):
        for low, high in _lines(text, start, end):
            numerals = bisect_left(places, high) - bisect_left(places, low)
            dense = DENSER if text[low:high].rstrip(CLOSING).endswith(SENTENCE_END) else DENSE
            if numerals * dense <= high - low:
                continue
            if spans and low <= spans[-1][1] + 1:
                spans[-1] = spans[-1][0], high
            else:
                spans.append((low, high))
    return spans


def _numerals_in(text: str) -> int:
    """How many numerals in figures there are, each fraction one of its own."""
    runs = RUNS.findall(text)
    return len(runs) + len(FRACTION.findall(" ".join(runs)))


def _crowds(places: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of text in which there are more than `MOST` numerals in every `REACH` characters."""
    begin = end = -1
    for first, last in zip(places, places[MOST:], strict=False):
        if last - first >= REACH:
            continue
        if first > end:
            if begin >= 0:
                yield begin, end
            begin = first
        end = last + 1
    if begin >= 0:
        yield begin, end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a stretch; the first and the last are whole where they are not endless."""
    start = text.rfind("\n", max(0, start - REACH), start) + 1 or (start if start > REACH else 0)
    stop = text.find("\n", end, end + REACH)
    end = end if stop < 0 else stop
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1
