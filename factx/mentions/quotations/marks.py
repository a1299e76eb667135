"""Quotation marks of a text: one scan, each mark with what its neighbours say about its direction.

>>> [(m.sign, m.side) for m in marks('He said: "It\\'s the workers\\' ‘only’ 6" pipe."')]
[('"', 'open'), ("'", 'close'), ('‘', 'open'), ('’', 'close'), ('"', 'close')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Mark", "marks"]

OPENING = frozenset("“„«‟‹‘‚") | {"``", "‘‘", "‚‚"}
CLOSING = frozenset("”»›’") | {"’’"}
SINGLE = frozenset("'‘’‚‹›")

# A double mark may be doubled by mistake (““We …); a single one counts only at the edge of a word.
MARK = re.compile(
    r"""
    ["“”„‟«»]{1,3} | '{2,3} | ’’ | ‘‘ | ``(?!`)
  | (?<!\w)['‘‚‹](?=[\w$£€(\[“"…])                   # opening single
  | (?<=[\w.,!?…;:)\]%”"'’—–-])['’›](?!\w)           # closing single
    """,
    re.VERBOSE,
)
ELISION = re.compile(
    r"(?:em|til|tis|twas|cause|n|bout|round|cos|er|im|ere|nuff|ello|appen|\d\ds?)\b(?!-)", re.IGNORECASE
)
"""What follows an apostrophe that stands for missing letters: 'em, 'tis, '90s."""
BEFORE_OPEN = frozenset(" \t\n\r\xa0\u2009\u202f\u2028\u2029([{—–-/|*>")
AFTER_CLOSE = frozenset(" \t\n\r\xa0\u2009\u202f\u2028\u2029)]},.;:!?—–-/|*<…")
ENDING = frozenset(",.!?…;:—–-")


@dataclass(slots=True, frozen=True)
class Mark:
    """A mark at `start`, `end`; `side`: open, close, either (its neighbours do not tell); `single`: of single kind."""

    start: int
    end: int
    sign: str
    side: str
    single: bool
    strong: bool = True


def marks(text: str, start: int = 0, end: int | None = None) -> Iterator[Mark]:
    """All marks in text order; apostrophes and inches are left out.

    `strong` is False for a single closing mark that may as well be a plural genitive ("workers' rights").
    """
    stop = len(text) if end is None else end
    for match in MARK.finditer(text, start, stop):
        a, b = match.span()
        sign = match[0]
        before = text[a - 1] if a > start else "\n"
        after = text[b] if b < stop else "\n"
        if len(sign) == 1 and sign in SINGLE:
            mark = _single(text, a, b, sign, before, after)
        else:
            mark = _double(a, b, sign, before, after)
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
    word_before = before.isalnum()
    if after.isalnum() or after in '$£€([“"…' and not word_before and before not in ENDING:
        if word_before or sign == "’" or ELISION.match(text, b):
            return None
        return Mark(a, b, sign, "open", True)
    if sign == "‘" or sign == "‚":
        return Mark(a, b, sign, "open", True)
    if before.isdigit() and sign == "'":
        return None
    genitive = word_before and before in "sSxXzZ" and after == " "
    elided = word_before and before == "n" and after == " "
    return Mark(a, b, sign, "close", True, strong=not (genitive or elided))
