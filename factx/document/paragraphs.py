"""Paragraphs of a text: blocks between blank lines, and the lines of a block that are not hard-wrapped.

>>> text = "Headline\\n\\nFirst paragraph.\\nSecond one.\\n"
>>> [text[a:b] for a, b in paragraphs(text)]
['Headline', 'First paragraph.', 'Second one.']
"""

from __future__ import annotations

import re
from itertools import pairwise

from factx.document.lines import is_grid, is_open, is_prose_end
from factx.document.run_in import parts_of

__all__ = ["paragraphs"]

LINE = re.compile(r"[^\s\ufeff\u200b\u2060][^\r\n\u2028\u2029\x0b\x0c]*")
BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c]")
BULLET = re.compile(r"[ \t]*(?:[·•●▪◦‣*–—-]|\(?\d{1,2}[.)]|\([a-z]\)|[oO]\s)[ \t\xa0]")
WORD = re.compile(r"\S+")
NARROWEST_WRAP, WIDEST_WRAP = 30, 120
"""Longest line, in characters, of a text that is taken to be hard-wrapped (mail, plain-text wires)."""
SLACK = 2
"""Characters by which a full line may miss the margin: what was put right in it since it was wrapped."""

Line = tuple[int, int]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """(start, end) of every paragraph, without the white space around it."""
    blocks = _blocks(text)
    margin = _margin(text, blocks)
    out: list[tuple[int, int]] = []
    for block in blocks:
        for line in _split(text, block, margin) if len(block) > 1 else block:
            out.extend(parts_of(text, line))
    return out


def _blocks(text: str) -> list[list[Line]]:
    """The lines between blank lines."""
    blocks: list[list[Line]] = []
    last = 0
    for match in LINE.finditer(text):
        start, end = match.span()
        gap = text[last:start]
        # Two breaks between the lines make a blank one; "\r\n" is one break.
        if not blocks or (gap != "\n" and len(BREAK.findall(gap)) > 1):
            blocks.append([])
        blocks[-1].append((start, start + len(match[0].rstrip())))
        last = end
    return blocks


def _margin(text: str, blocks: list[list[Line]]) -> int | None:
    """The width at which the whole text is hard-wrapped: hardly a line of its prose had room for the next one's first word."""
    lines = [line for block in blocks if len(block) > 1 for line in block]
    longest = max((end - start for start, end in lines), default=0)
    if not NARROWEST_WRAP <= longest <= WIDEST_WRAP:
        return None
    breaks = [pair for block in blocks for pair in pairwise(block) if not _begins(text, pair[1])]
    full = [pair for pair in breaks if _is_full(text, *pair, longest)]
    if len(full) < 2 or 3 * len(full) < 2 * len(breaks) or not _mostly_open(text, full):
        return None
    return longest


def _split(text: str, lines: list[Line], margin: int | None) -> list[Line]:
    """The paragraphs of a block of lines: one when it is hard-wrapped, else one a line (bullets always begin one)."""
    if margin is None:
        margin = _own_margin(text, lines)
    out = [lines[0]]
    for line, following in pairwise(lines):
        goes_on = not _begins(text, following) and (
            (margin is not None and _is_full(text, line, following, margin)) or is_open(text, line, following)
        )
        if goes_on:
            out[-1] = (out[-1][0], following[1])
        else:
            out.append(following)
    return out


def _own_margin(text: str, lines: list[Line]) -> int | None:
    """The width at which one block is hard-wrapped, by itself."""
    longest = max(end - start for start, end in lines)
    if not NARROWEST_WRAP <= longest <= WIDEST_WRAP or is_grid(text, lines):
        return None
    breaks = list(pairwise(lines))
    if len(lines) == 2:
        is_one = _is_full(text, *breaks[0], longest) and is_prose_end(text, *breaks[0])
        return longest if is_one else None
    if any(_begins(text, line) for line in lines[1:]) or not _mostly_open(text, breaks):
        return None
    if all(_is_full(text, *pair, longest) for pair in breaks):
        return longest
    ragged = longest >= 40 and all(end - start >= 0.6 * longest for start, end in lines[:-1])
    return 1 if ragged else None


def _is_full(text: str, line: Line, following: Line, margin: int) -> bool:
    """Had the line no room for the first word of the next one?"""
    word = WORD.match(text, following[0])
    size = 0 if word is None else min(word.end(), following[1]) - word.start()
    return line[1] - line[0] + 1 + size > margin - SLACK


def _mostly_open(text: str, breaks: list[tuple[Line, Line]]) -> bool:
    """Do half of the lines end in mid-sentence?"""
    return 2 * sum(text[line[1] - 1] in '.!?:”"' for line, _ in breaks) <= len(breaks)


def _begins(text: str, line: Line) -> bool:
    return BULLET.match(text, line[0], line[1] + 1) is not None
