"""What a number counts: the noun phrase behind it, from the word classes of its tokens.

>>> from factx.document.tokens import Tokens
>>> def read(text, number):
...     tokens = Tokens(text)
...     end = text.index(number) + len(number)
...     found = counted_noun(text, tokens, end)
...     return found and text[found[0]:found[1]]
>>> read("created over 30,000 full and part-time UK posts last year.", "30,000")
'full and part-time UK posts'
>>> read("It named two Western vendors.", "two"), read("5,000 of its employees left", "5,000"), read("two were sold", "two")
('Western vendors', 'employees', None)
"""

from __future__ import annotations

from factx import lexicon
from factx.document.tokens import Tokens
from factx.mentions.amounts import directions
from factx.mentions.amounts.border import NONE, last_of
from factx.patterns import later

__all__ = ["LIMIT", "counted_noun", "moved_noun", "phrase_begins", "understood_noun"]

SKIP = frozenset(("more", "fewer", "additional", "extra", "further", "such"))
DETERMINERS = "DSH"
REFERRING = frozenset(("which", "whom", "them", "these", "those"))
"""Words behind "of" that refer to what was counted before."""
PRONOUNS = REFERRING | {"it", "us", "you"}
LIMIT = 16


def counted_noun(text: str, tokens: Tokens, end: int) -> tuple[int, int] | None:
    """(start, end) of the noun phrase that a number ending at `end` counts, without "more"; None where there is none."""
    number = tokens.at(end - 1)
    stop = min(len(tokens), number + 1 + LIMIT)
    first = phrase_begins(text, tokens, number, end, stop)
    if first is None:
        return None
    between = text[end : tokens.start[first]].strip()
    if between and tokens.lower[number + 1] != "of" and not between.isalpha():
        return None
    last = last_of(text, tokens, number, first, stop)
    return (tokens.start[first], tokens.end[last]) if last != NONE else None


def phrase_begins(text: str, tokens: Tokens, number: int, end: int, stop: int) -> int | None:
    """The first token of what may be counted behind the number's token, "of the" and "more" passed over."""
    first = number + 1
    if first >= stop or tokens.start[number] < end - 1 < tokens.end[number] - 1:
        return None
    lower = tokens.lower
    if text[end : tokens.start[first]].count("\n") > 1:
        return None
    if lower[first] == "of" and first + 1 < stop:
        first += 1
        while first < stop and tokens.codes[first] in DETERMINERS and lower[first] not in PRONOUNS:
            first += 1
        while first < stop and tokens.codes[first] == "#":
            first += 1  # "40 of the 50 largest polluters"
        if first >= stop or lower[first] in REFERRING:
            return None
    while first < stop and lower[first] in SKIP:
        first += 1
    return first if first < stop else None


NUMBER_OF = later(r"(?i)\b(?:numbers?|total|tally)(?= of\b)")
LINK = later(
    r"(?:\b(?:is|are|was|were|be|been|at|to|by|from|of|reach(?:ed|es)?|hits?|exceed(?:ed|s)?|topped|passed|total(?:l?ed|s)?|averaged)|[:(])\s*+\Z"
)
REACH = 200


def understood_noun(text: str, tokens: Tokens, start: int, phrase: int) -> tuple[int, int] | None:
    """What a bare number at `start` counts where "number of" says it before: "the number of subscribers was 727,000".

    `phrase`: where the number's comparator begins.
    """
    low = max(0, start - REACH)
    if LINK.search(text, max(low, phrase - 14), phrase) is None:
        return None
    found = None
    for match in NUMBER_OF.finditer(text, low, phrase):
        found = match  # the last one
    if found is None:
        return None
    noun = counted_noun(text, tokens, found.end())
    if noun is None or noun[1] > phrase or STOP.search(text, noun[1], phrase):
        return None
    return noun


STOP = later(r"[.!?;][\"”’)]?\s|\n\s*\n|, (?:while|and|but|with)\b")


QUANTITIES = lexicon.words("measured_plurals.tsv")
"""Plurals that are measured in something else than themselves."""

MOVED = later(r"[DJNPGE\#']{0,6}N(?:I[DS]?[JNPG]{0,3}[NP]){0,2}(?:,?R)?[VM]{0,2}R?(?P<verb>[VE])R?[IT]?\Z")


def moved_noun(tokens: Tokens, before: int) -> tuple[int, int] | None:
    """The plural that is said to rise or fall to the bare number behind token `before`: "complaints rose to 7,340".

    >>> from factx.document.tokens import Tokens
    >>> tokens = Tokens("Complaints about fees rose to 7,340.")
    >>> found = moved_noun(tokens, 4)
    >>> tokens.text[found[0]] if found else None
    'Complaints'
    """
    lower, codes = tokens.lower, tokens.codes
    begin = before
    while begin > 0 and before - begin < LIMIT and codes[begin - 1] not in '.,:;"&WX(':
        begin -= 1
    match = MOVED.search(codes, begin, before + 1)
    if (
        match is None
        or codes[before] not in "ITVE"
        or (codes[before] in "IT" and lower[before] not in ("to", "from", "by", "at"))
    ):
        return None
    verb = lexicon.verb_lemmas().get(lower[match.start("verb")], "")
    if not (directions.is_change_word(lower[match.start("verb")]) or verb in LEVELS):
        return None
    first = match.start()
    while first < before and codes[first] in "DS":
        first += 1
    last = first
    while codes[last + 1] in "JNPGE#'" and last + 1 < match.start("verb"):
        last += 1
    if tokens.tag[last] != "NNS" or lower[last] in QUANTITIES:
        return None
    return first, last


LEVELS = frozenset(("total", "number", "reach", "average", "stand", "remain"))
"""Verbs between things and how many they are."""
