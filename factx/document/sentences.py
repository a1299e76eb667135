"""Sentences of a paragraph.

A sentence ends at . ! ? or …, with the closing marks behind it, where white space and something that can begin a
sentence follow; abbreviations, initials and numbered things ("No. 5") are passed over, and so is a mark inside
quotation marks whose sentence goes on in lower case ("“Why?” he asked"). A heading in capitals that runs into the paragraph
("BOLT SELLS ITS MILL: The firm …") is a sentence of its own, without its colon.

>>> text = "Acme Inc. fell 3.2 percent. “Why?” Mr. Li asked at 9 a.m. Monday. See No. 5 for U.S. sales."
>>> [text[a:b] for a, b in sentences(text, 0, len(text))]
['Acme Inc. fell 3.2 percent.', '“Why?” Mr. Li asked at 9 a.m. Monday.', 'See No. 5 for U.S. sales.']
"""

from __future__ import annotations

import re
from functools import lru_cache

from factx import lexicon

__all__ = ["heading", "sentences"]

# A candidate needs space and an opening mark, capital or digit behind it; a page that lost the space has a capital right
# behind the closing mark: "… they won.”Bolt was glad".
CANDIDATE = re.compile(
    r"[.!?…](?:(?<=\.)\.\.)?[\"”’'»)\]]{0,3}(?P<gap>\s+|(?<=[.!?…]”)(?=[A-Z]))(?=[\"“‘'`«„(\[]{0,3}(?P<next>\w|[$£€¥]))"
)
WORD_BEFORE = re.compile(r"[^\s(\[“\"‘'—–]*$")
INITIAL = re.compile(r"(?:[A-Z]\.-?)*[A-Z]$")
ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
STARTERS = lexicon.words("sentence_starters.tsv")
"""Words that nearly always begin a sentence when they follow "U.S." or "Inc." with a capital."""


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    return lexicon.table("abbreviations.tsv")


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of the sentences of `text[start:end]`, without the white space between them."""
    out = []
    begin = start
    colon = heading(text, start, end)
    if colon:
        out.append((start, colon))
        begin = start = HEADING_END.match(text, colon, end).end()  # type: ignore[union-attr]
    for match in CANDIDATE.finditer(text, start, end):
        if _ends(text, begin, match):
            out.append((begin, match.start("gap")))
            begin = match.end("gap")
    if begin < end:
        out.append((begin, end))
    return out


HEADING = re.compile(
    r"[“‘\"'*• ]{0,3}(?:[A-Z\d$&][A-Z\d’'‘“”.,$&/%;:-]{0,30} {1,2}){3,30}[A-Z\d’'‘“”.,$&/%-]{1,30}(?=:)"
)
"""Four words or more in capitals."""
HEADING_END = re.compile(r":\s{0,3}")
RUNS_ON = re.compile(r":\s{0,3}[“\"‘]?(?:[A-Z][’\w-]*[a-z]\w*|A|I) ")
LONGEST_HEADING = 250


def heading(text: str, start: int, end: int) -> int:
    """The end, before its colon, of the heading in capitals with which a paragraph begins; 0 where it has none.

    >>> heading("BOLT SELLS ITS OLD MILL: The firm sold it.", 0, 42), heading("NOTE: The firm sold it.", 0, 23)
    (23, 0)
    """
    if text[start + 1 : start + 2].islower():
        return 0
    match = HEADING.match(text, start, min(end, start + LONGEST_HEADING))
    if match is None or RUNS_ON.match(text, match.end(), end) is None:
        return 0
    return match.end()


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    mark, nxt = text[match.start()], match["next"]
    closed = match.start("gap") > match.start() + 1
    if nxt.islower():
        return False
    if mark in "!?…":
        return not (closed and _is_attribution(text, match.end()))
    before = WORD_BEFORE.search(text, max(begin, match.start() - 40), match.start())
    word = before[0] if before else ""
    following = _word_at(text, match.end())
    if ACRONYM.match(word):
        if word.lower() in ("a.m", "p.m"):
            return following in STARTERS or text[match.end()] in '"“'
        return following in STARTERS
    if closed:
        return True
    if INITIAL.match(word):
        return following in STARTERS and word not in ("J", "A") and not nxt.isdigit()
    kind = _abbreviations().get(word)
    if kind is None:
        return True
    if kind == "number":
        return word.lower() in ("no", "art", "p") and not nxt.isdigit()
    if kind == "month":
        return not nxt.isdigit() and following in STARTERS
    if kind == "title":
        return False
    return following in STARTERS


SAYS = re.compile(r"(?:\S+\s){0,4}?(?:said|says|asked|asks|added|adds|told|wrote|writes|shouted|replied)\b")


def _is_attribution(text: str, position: int) -> bool:
    """Does “Why?” Mr Li asked: go on with a short attribution?"""
    return SAYS.match(text, position, position + 60) is not None


NEXT_WORD = re.compile(r"[\"“‘'`«„(\[]*(\w+)")


def _word_at(text: str, position: int) -> str:
    match = NEXT_WORD.match(text, position)
    return match[1] if match else ""
