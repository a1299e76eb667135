"""Headings that a page has run into its paragraph: white space wider than a space is all that is left of the line ends around them.

>>> text = "The mill opens in May. It will make gears.  A Mill for the Valley  The union said that it was glad, and that it waits for the first gears."
>>> [text[a:b] for a, b in parts_of(text, (0, len(text)))]
['The mill opens in May. It will make gears.', 'A Mill for the Valley', 'The union said that it was glad, and that it waits for the first gears.']
"""

from __future__ import annotations

import re

from factx import lexicon
from factx.document.lines import is_open

__all__ = ["parts_of"]

GAP = re.compile(r"(?<=[^\s\u200b])[ \xa0\u200b]{2,}(?=[(\[]?[A-Z\d])")
"""A space too many, before what can begin a line; what stands before a quotation may be who said it."""
SAID = re.compile(r"[”\"] ?\Z")
"""What stands right behind a quotation may be, too."""
SHORTEST = 120
"""Length of a line below which the gaps in it may be those between cells or parts of an address."""
LONGEST = 120
"""Longest heading, in characters."""
SENTENCE_END = re.compile(r"[.!?:][”\"’')\]]{0,2}\s+(?=\S)")
WORD = re.compile(r"[^\W\d_][\w’'&-]*")
STARTERS = lexicon.words("sentence_starters.tsv")
TITLED = 0.75
"""Share of a heading's longer words that have a capital, where it is not told by the word behind it."""
LONGER = 4


def parts_of(text: str, line: tuple[int, int]) -> list[tuple[int, int]]:
    """The parts of a line before, between and behind its headings: the line where it has none."""
    start, end = line
    if end - start < SHORTEST or "  " not in text[start:end].replace("\xa0", " "):
        return [line]
    out: list[tuple[int, int]] = []
    begin = after = start
    for gap in GAP.finditer(text, start, end):
        low, high = gap.span()
        heading = _beginning(text, after, low)
        before = text[begin:heading]
        if _is_heading(text, (heading, low), (high, end)) and not (SAID.search(before) or _is_quoting(before)):
            if heading > begin:
                out.append((begin, begin + len(text[begin:heading].rstrip())))
            out.append((heading, low))
            begin = high
        after = high
    return [*out, (begin, end)]


def _beginning(text: str, start: int, end: int) -> int:
    """Where the last sentence of `text[start:end]` begins."""
    for match in SENTENCE_END.finditer(text, start, end):
        start = match.end()
    return start


def _is_heading(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Is it short, without the end of a sentence, and such that nothing goes on behind it?"""
    start, end = line
    if not 0 < end - start <= LONGEST or not (text[start].isupper() or text[start].isdigit()):
        return False
    if text[end - 1] in '.!?:;,”"' or is_open(text, line, following):
        return False
    words = WORD.findall(text, start, end)
    behind = WORD.search(text, *following)
    if not words or behind is None:
        return False
    longer = [word[0].isupper() for word in words if len(word) >= LONGER]
    return behind[0] in STARTERS or sum(longer) >= TITLED * max(1, len(longer))


def _is_quoting(text: str) -> bool:
    """Does a quotation go on at its end?"""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1
