"""The words of a quote as one would print them between quotation marks.

What an attribution interrupts is one utterance again: a comma that only made room for "said Ray" goes or becomes the full
stop that it stood for, and " … " stands where words of others are left out.

>>> printable(["It is late,", "but we won,"], [",” said Ray, “"])
'It is late, but we won'
>>> printable(["The plan,", "is dead."], ["” said Ray, “"]), printable(["We won,", "It was hard,"], ["” said Ray. “"])
('The plan is dead.', 'We won. It was hard')
>>> printable(["sick", "dead"], [None]), printable(["“Well,", "well.”"], ["\\n“"])
('sick … dead', 'Well, well.')
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factx import lexicon

__all__ = ["printable"]

MARKS = "“”„\"«»‘’'`"
PARTNER = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"', "'": "'", "`": "'"}
CLOSES = frozenset('”»"')
STOPS = ".!?…"
DANGLING = re.compile(r"[\s,;]+([’”'\"]?)$")
"""What a part ends in only because an attribution follows."""
WORD = re.compile(r"[^\W_]+")
TIES = frozenset(("TO", "MD", "VBZ", "VBP", "VBD"))
"""Tags of closed-class words that no comma parts from what is before them."""
TIED = frozenset(("of", "that", "than"))
FRONTED = frozenset(("IN", "TO", "WRB"))
"""Tags of words that open a phrase or clause which a comma parts from what follows: "In 2020, sales fell"."""


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
    if gap is None:
        text = DANGLING.sub(r"\1", text).rstrip(":")
        return f"{text} {part}" if text[-1:] == "…" or part[0] == "…" else f"{text} … {part}"
    between = gap.strip(MARKS + " \t\n\r\xa0")
    if between == "," and text[-1].isalnum():
        text += ","
    if _goes_on(part, between):
        return f"{_before_more(text, between, part)} {part}"
    ended = DANGLING.sub(r".\1", text)
    if ended == text and between[-1:] in (".", ":") and text[-1] not in STOPS + MARKS + ":–—-":
        ended += "."
    return f"{ended} {part}"


def _goes_on(part: str, between: str) -> bool:
    """Does the sentence before an attribution go on behind it? A capital that no name has begins a new one."""
    first = WORD.search(part)
    word = first[0] if first else ""
    if word.islower():
        return True
    return between[-1:] in (",", "–", "—", "-") and (
        word == "I" or word.lower() not in lexicon.words("closed_class.tsv")
    )


def _before_more(text: str, between: str, part: str) -> str:
    """The part before an attribution that the sentence goes on behind, with the comma that the sentence itself has."""
    words = WORD.findall(text)
    opening = lexicon.tags().get(words[0].lower()) if words else None
    if (opening in FRONTED and words[0] != "That") or (opening == "RB" and len(words) == 1):
        return text + "," if text[-1].isalnum() and between[:1] == "," else text
    first = WORD.search(part)
    word = first[0].lower() if first else ""
    tied = word in TIED or lexicon.table("closed_class.tsv").get(word) in TIES
    return DANGLING.sub(r"\1", text) if tied else text
