"""Paragraphs of a text: blocks between blank lines, and the lines of a block that are not hard-wrapped.

>>> text = "Headline\\n\\nFirst paragraph.\\nSecond one.\\n"
>>> [text[a:b] for a, b in paragraphs(text)]
['Headline', 'First paragraph.', 'Second one.']
"""

from __future__ import annotations

import re
from itertools import pairwise

__all__ = ["paragraphs"]

LINE = re.compile(r"[^\s\ufeff\u200b\u2060][^\r\n\u2028\u2029\x0b\x0c]*")
BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c]")
BULLET = re.compile(r"[ \t]*(?:[·•●▪◦‣*–—-]|\(?\d{1,2}[.)]|\([a-z]\)|[oO]\s)[ \t\xa0]")
WIDEST_WRAP = 120
"""Longest line, in characters, of a text that is taken to be hard-wrapped (mail, plain-text wires)."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """(start, end) of every paragraph, without the white space around it."""
    out: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    last = 0
    for match in LINE.finditer(text):
        start, end = match.span()
        gap = text[last:start]
        # Two breaks between the lines make a blank one; "\r\n" is one break.
        if block and gap != "\n" and len(BREAK.findall(gap)) > 1:
            out.extend(_split(text, block) if len(block) > 1 else block)
            block = []
        block.append((start, start + len(match[0].rstrip())))
        last = end
    if block:
        out.extend(_split(text, block))
    return out


def _split(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs of a block of lines: one when it is hard-wrapped, else one a line (bullets always begin one)."""
    if len(lines) == 1:
        return lines
    longest = max(b - a for a, b in lines)
    wrapped = longest <= WIDEST_WRAP and _is_wrapped(text, lines, longest)
    out = [lines[0]]
    for (_, end), (start, stop) in pairwise(lines):
        goes_on = wrapped or (text[start].islower() and text[end - 1] not in '.!?:;”"')
        if goes_on and not BULLET.match(text, start):
            out[-1] = (out[-1][0], stop)
        else:
            out.append((start, stop))
    return out


def _is_wrapped(text: str, lines: list[tuple[int, int]], longest: int) -> bool:
    """Do all lines but the last run to the same right margin, and most of them end in mid-sentence?"""
    full = [(a, b) for a, b in lines[:-1]]
    if len(lines) < 3 or longest < 40 or any(b - a < 0.6 * longest for a, b in full):
        return False
    return 2 * sum(text[b - 1] in '.!?:”"' for _, b in full) <= len(full)
