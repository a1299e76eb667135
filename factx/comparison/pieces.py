"""A quote as the report prints it, cut where its own marks say that something is missing or was put in.

>>> text = "“[The landlords] offered us boilers … and paint.”"
>>> [(piece.gap, [word.form for word in piece.words]) for piece in pieces(text, [(1, len(text) - 1)])]
[('bracket', ['offered', 'us', 'boilers']), ('ellipsis', ['and', 'paint'])]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from factx.comparison.words import Word, words

__all__ = ["Gap", "Piece", "pieces"]

Gap = Literal["", "bracket", "ellipsis", "turn"]
"""What stands before a piece: nothing, words in brackets, dots, or the words that say who speaks."""

LONGEST = 240
"""Words of a piece, at most; a longer one is compared in parts."""
MARK = re.compile(
    r"(?P<ellipsis>[\[(]\s*(?:…|\.(?:\s?\.){1,3})\s*[\])]|…|\.(?:\s?\.){2,3})"
    r"|(?P<letter>\[\w\](?=\w))"
    r"|(?P<bracket>\[[^\[\]\n]{0,120}\])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together, and what is before them."""

    gap: Gap
    words: tuple[Word, ...]

    @property
    def forms(self) -> list[str]:
        """The words in their compared form."""
        return [word.form for word in self.words]


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """The pieces of a quote whose words stand in `spans` of `text`, in order; long ones in parts, which go on without a gap."""
    out: list[Piece] = []
    for number, (start, end) in enumerate(spans):
        gap: Gap = "turn" if number else ""
        for found, row in _cut(text, start, end):
            gap = found or gap
            for at in range(0, len(row), LONGEST):
                out.append(Piece(gap if not at else "", tuple(row[at : at + LONGEST])))
            if row:
                gap = ""
    return out


def _cut(text: str, start: int, end: int) -> Iterator[tuple[Gap, list[Word]]]:
    """What is between the marks, each with the mark before it; a letter in brackets belongs to its word."""
    gap: Gap = ""
    row: list[Word] = []
    at = start
    for mark in MARK.finditer(text, start, end):
        row.extend(words(text, at, mark.start()))
        at = mark.end()
        if mark["letter"]:
            rest = words(text, mark.end(), min(end, mark.end() + 60))[:1]
            whole = words(mark[0][1] + text[rest[0].start : rest[0].end])
            row.extend(Word(word.form, mark.start(), rest[0].end) for word in whole)
            at = rest[0].end
            continue
        yield gap, row
        gap, row = ("ellipsis" if mark["ellipsis"] else "bracket"), []
    row.extend(words(text, at, end))
    yield gap, row
