"""The words of a quote as one would print them between quotation marks.

Words and marks are the article's: what an attribution interrupts is joined by a space, " … " stands where words of others are left
out, and a comma that the quote ends in goes, as it only made room for "said Ray".

>>> printable(["It is late,", "but we won,"], [",” said Ray, “"])
'It is late, but we won'
>>> printable(["sick", "dead"], [None]), printable(["“Well,", "well.”"], ["\\n“"])
('sick … dead', 'Well, well.')
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["printable"]

PARTNER = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"', "'": "'", "`": "'"}
CLOSES = frozenset('”»"')
DANGLING = re.compile(r"[\s,;]+([’”'\"]?)$")
"""What a part ends in only because an attribution follows."""


def printable(parts: Sequence[str], gaps: Sequence[str | None]) -> str:
    """The parts of a quote as one text; `gaps`: what stands between two of them, None where that leaves words out.

    A comma that the quote ends in before its attribution is not part of what was said.
    """
    text = tidy(parts[0])
    for part, gap in zip(parts[1:], gaps, strict=True):
        text = _joined(text, gap, tidy(part))
    return DANGLING.sub(r"\1", text) or text


def tidy(part: str) -> str:
    """A part on one line, without a mark that is doubled or has lost its partner at its edges."""
    text = " ".join(part.split())
    while len(text) > 2 and text[0] in PARTNER:
        closing = PARTNER[text[0]]
        inner = text[1:-1]
        around = text[-1] == closing and text[0] not in inner and (closing not in inner or closing in "’'")
        lone = text[0] in '“„«"' and not CLOSES.intersection(text[1:])
        if not around and not lone:
            break
        text = inner.strip() if around else text[1:].lstrip()
    if text[-1:] in CLOSES and sum(text.count(mark) for mark in '“„«"”»') == 1:
        text = text[:-1].rstrip()
    return text


def _joined(text: str, gap: str | None, part: str) -> str:
    """Two parts of one quote, the second behind `gap`."""
    if not text or not part:
        return text or part
    if gap is not None:
        return f"{text} {part}"
    text = DANGLING.sub(r"\1", text).rstrip(":")
    return f"{text} {part}" if text[-1:] == "…" or part[0] == "…" else f"{text} … {part}"
