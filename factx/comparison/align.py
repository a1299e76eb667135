"""Two rows of words laid beside each other: what is the same, what is put in, left out or changed.

>>> from factx.comparison.words import words
>>> said, told = words("We have not decided to close the mill"), words("We have decided to shut the mill")
>>> found = align([w.form for w in said], [w.form for w in told])
>>> round(found.share, 2), [(e.a, e.b) for e in found.edits]
(0.86, [((2, 3), (2, 2)), ((5, 6), (4, 5))])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factx.comparison.words import NEGATIONS, content, is_number

__all__ = ["Alignment", "Difference", "align", "flags_of"]

STRAY = 2
"""Matches of so few words, away from the others, are chance."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words `a` (start, end) of the first row against words `b` of the second; one of them may be empty."""

    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """`start`, `end`: the stretch of the first row; `share`: part of the second row that it has, 0 to 1; `longest`: the
    longest run of words in common; `edits`: where they part."""

    start: int
    end: int
    share: float
    longest: int
    edits: tuple[Difference, ...]


NOTHING = Alignment(0, 0, 0.0, 0, ())


def align(a: Sequence[str], b: Sequence[str]) -> Alignment:
    """The second row (a quote in the report) laid against the first (a stretch of the source)."""
    blocks = [(i, j, n) for i, j, n in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if n]
    blocks = _core(blocks)
    if not blocks:
        return NOTHING
    first, last = blocks[0], blocks[-1]
    # What the second row has before and behind the first and last common word stands against as many words of the first.
    head, tail = first[1], len(b) - (last[1] + last[2])
    start = max(0, first[0] - head)
    end = min(len(a), last[0] + last[2] + tail)
    edits: list[Difference] = []
    at_a, at_b = start, 0
    for i, j, n in [*blocks, (end, len(b), 0)]:
        if (i > at_a or j > at_b) and "".join(a[at_a:i]) != "".join(b[at_b:j]):
            edits.append(Difference((at_a, i), (at_b, j)))
        at_a, at_b = i + n, j + n
    same = sum(n for _, _, n in blocks)
    return Alignment(start, end, same / len(b), max(n for _, _, n in blocks), tuple(edits))


def _core(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The blocks without the stray ones at both ends."""
    while len(blocks) > 1:
        (i, _, n), (k, _, m) = blocks[0], blocks[1]
        if n <= STRAY and k - (i + n) > 3 * n:
            blocks = blocks[1:]
            continue
        (i, _, n), (k, _, m) = blocks[-2], blocks[-1]
        if m <= STRAY and k - (i + n) > 3 * m:
            blocks = blocks[:-1]
            continue
        break
    return blocks


def flags_of(a: Sequence[str], b: Sequence[str]) -> list[str]:
    """What a difference between these words touches: "negation", "number".

    >>> flags_of(["not"], []), flags_of(["14"], ["40"]), flags_of(["serious"], ["minor"])
    (['negation'], ['number'], [])
    """
    flags = []
    if sum(form in NEGATIONS for form in a) % 2 != sum(form in NEGATIONS for form in b) % 2:
        flags.append("negation")
    if [form for form in a if is_number(form)] != [form for form in b if is_number(form)]:
        flags.append("number")
    return flags


def weight(forms: Sequence[str]) -> int:
    """How many words say something of their own."""
    return sum(content(form) or is_number(form) for form in forms)
