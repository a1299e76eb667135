"""The lines above a table that say what it is: its title, "(in thousands, except per share data)", "(unaudited)".

>>> text = "The sales of all our businesses rose in the quarter just ended.\\n\\nBOLT PLC\\nIncome statement\\n(in thousands)\\n\\n"
>>> [text[start:end] for start, end in caption_lines(text, len(text), 0)]
['BOLT PLC', 'Income statement', '(in thousands)']
"""

from __future__ import annotations

import regex

from factx.patterns import later

__all__ = ["caption_lines"]

MOST = 7
"""Lines, at most."""
FARTHEST = 1_500
"""Characters above a table that are looked at."""
LONGEST = 170
"""Characters of a line that is no running text."""
SENTENCE = later(r"[.!?][\"”')\]]*$")
# A sentence that hands over to the table: "The following table sets out … (in millions):"
INTRODUCES = later(
    r"\b(?:following|below|table|summari[sz]es?|as\sfollows|sets?\s(?:out|forth))\b|:\s*$", regex.IGNORECASE
)
NOTE = later(
    r"\(?(?:\d{1,2}|[a-z])\)\s|\[\w\]\s|[*†‡]|(?:-\s?){0,2}\d{1,3}\s?(?:-\s?){0,2}$|page\s\d", regex.IGNORECASE
)
RULE = later(r"[\s\-=_—–*.|+]+")


def caption_lines(text: str, start: int, floor: int) -> list[tuple[int, int]]:
    """(start, end) of the lines above the table that begins at `start`, in text order; none of them before `floor`."""
    low = max(floor, start - FARTHEST)
    at = start
    found: list[tuple[int, int]] = []
    while at > low and len(found) < MOST:
        begin = max(text.rfind("\n", low, at) + 1, low)
        line = text[begin:at]
        bare = line.strip()
        lead = begin + len(line) - len(line.lstrip())
        at = begin - 1
        if not bare or RULE.fullmatch(bare):
            continue
        if len(bare) > LONGEST or (SENTENCE.search(bare) and len(bare) > 60):
            short = all(b - a <= 12 for a, b in found)
            if short and len(bare) < 600 and INTRODUCES.search(bare):
                found.append((lead, lead + len(bare)))
            break
        if NOTE.match(bare) or " | " in bare:
            break
        found.append((lead, lead + len(bare)))
        if INTRODUCES.search(bare) and len(bare) > 60:
            break
    return found[::-1]
