"""Quotation marks of a text: one scan, each mark with what its neighbours say about its direction.

>>> [(m.sign, m.side) for m in marks('He said: "It\\'s the workers\\' ‘only’ 6" pipe."')]
[('"', 'open'), ("'", 'close'), ('‘', 'open'), ('’', 'close'), ('"', 'close'), ('"', 'close')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Mark", "marks"]

OPENING = frozenset("“„«‟‹‘‚") | {"``", "‘‘", "‚‚"}
CLOSING = frozenset("”»›’") | {"’’"}
SINGLE = frozenset("'‘’‚‹›")

# One class, so that the scan is fast; what each hit is, is looked at afterwards.
CANDIDATE = re.compile(r"[\"“”„‟«»'‘’‚‹›`]")
# A double mark may be doubled by mistake (““We …), or be made of two single ones (''We'').
DOUBLE = re.compile(r"([\"“”„‟«»])\1{0,2}|'{2,3}|’’|‘‘|``")
ELISION = re.compile(
    r"(?:em|til|tis|twas|cause|n|bout|round|cos|er|im|ere|nuff|ello|appen|\d\ds?)\b(?!-)", re.IGNORECASE
)
"""What follows an apostrophe that stands for missing letters: 'em, 'tis, '90s."""
BEFORE_OPEN = frozenset(" \t\n\r\xa0\u2009\u202f\u2028\u2029([{—–-/|*>")
AFTER_CLOSE = frozenset(" \t\n\r\xa0\u2009\u202f\u2028\u2029)]},.;:!?—–-/|*<…")
ENDING = frozenset(",.!?…;:—–-")
OPENERS = frozenset('$£€([“"…')
BEFORE_CLOSE = frozenset(",.!?…;:)]%”\"’'—–-")


@dataclass(slots=True)
class Mark:
    """A mark at `start`, `end`; `side`: open, close, either (its neighbours do not tell); `single`: of single kind."""

    start: int
    end: int
    sign: str
    side: str
    single: bool
    strong: bool = True


def marks(text: str, start: int = 0, end: int | None = None) -> Iterator[Mark]:
    """All marks in text order; apostrophes are left out.

    `strong` is False for what may as well be a plural genitive ("workers' rights") or inches (6").
    """
    stop = len(text) if end is None else end
    past = start
    for hit in CANDIDATE.finditer(text, start, stop):
        a = hit.start()
        if a < past:
            continue
        before = text[a - 1] if a > start else "\n"
        after = text[a + 1] if a + 1 < stop else "\n"
        if before.isalnum() and after.isalnum() and text[a] in "'’":
            continue  # an apostrophe: it's
        double = DOUBLE.match(text, a, stop)
        if double is not None:
            past = double.end()
            mark = _double(a, past, double[0], before, text[past] if past < stop else "\n")
        else:
            mark = _single(text, a, a + 1, text[a], before, after)
        if mark is not None:
            yield mark


def _double(a: int, b: int, sign: str, before: str, after: str) -> Mark | None:
    first = sign if sign in OPENING or sign in CLOSING else sign[0]
    opens = before in BEFORE_OPEN and after not in AFTER_CLOSE
    closes = after in AFTER_CLOSE and before not in BEFORE_OPEN
    if first in OPENING:
        side = "open" if not closes or opens else "either"
    elif first in CLOSING:
        side = "close" if not opens or closes else "either"
    elif opens:
        side = "open"
    elif closes:
        if before.isdigit() and len(sign) == 1:
            return Mark(a, b, sign, "close", False, strong=False)
        side = "close"
    elif before in ENDING and after.isalnum():
        # "word."Word": a space is missing; after a comma or stop it closes more often than it opens
        side = "either"
    elif after.isalnum() and not before.isalnum():
        side = "open"
    else:
        side = "either"
    return Mark(a, b, sign, side, False)


def _single(text: str, a: int, b: int, sign: str, before: str, after: str) -> Mark | None:
    """A single mark at the edge of a word; None for an apostrophe."""
    if sign in "`›" and after.isalnum():
        return None
    word_before = before.isalnum()
    if sign in "'‘‚‹" and not word_before and (after.isalnum() or after in OPENERS) and before not in ",.!?":
        return None if ELISION.match(text, b) else Mark(a, b, sign, "open", True)
    if sign in "'’›" and not after.isalnum() and (word_before or before in BEFORE_CLOSE):
        if before.isdigit() and sign == "'":
            return None
        genitive = word_before and before in "sSxXzZ" and after == " "
        return Mark(a, b, sign, "close", True, strong=not (genitive or (before == "n" and after == " ")))
    return None
