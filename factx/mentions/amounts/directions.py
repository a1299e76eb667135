"""Direction: does the clause beside an amount say that it is a rise or a fall?

>>> [before(t, len(t)) for t in ("Sales rose ", "shares fell by ", "cut its emissions by ", "Sales were ", "rose to ")]
['up', 'down', 'down', None, None]
>>> after("5% drop in profit", 2), after("3% higher", 2), after("5% of sales", 2)
('down', 'up', None)
"""

from __future__ import annotations

from functools import cache

from factx import lexicon
from factx.mentions.amounts.context import context_words
from factx.patterns import later

__all__ = ["after", "before", "is_change_word"]

WORDS = later(r"[^\s.,;:!?()\[\]\"“”—–]+|[.,;:!?()\[\]\"“”—–]")
WINDOW = 60
SKIP = context_words("before-change")
AFTER = later(
    r"[ \u00a0-](?:(?:[a-z]+-on-[a-z]+|year-over-year|sequential|sharp|annual|steep|modest|slight|further|"
    r"quarterly|overall|[a-z]{3,9}ly|a|in|percentage) ){0,2}+([a-z]+)\b(?! (?:price|prices|cost|costs|bound|"
    r"end|limit|tax|rate|rates|target|targets|plan|plans|forecast)\b)"
)
NUMBER_NEXT = later(r"[ ]?[$€£]?[0-9]")
COMPARATIVES = frozenset(("more", "less", "fewer", "higher", "lower"))
# "10mph less than promised" compares, but says no change; "5% less than a year ago" says one.
AGAINST_OTHERS = later(
    r" than (?!(?:(?:in|at|on|for|during|of|the|a|an|its|their|it|they|that|those|was|were|same|comparable|corresponding|prior|previous|recorded|"
    r"figure|level|pre-\w+) ){0,4}+(?:last|year|quarter|month|week|day|decade|yesterday|before|previous|earlier|prior|first|second|third|"
    r"fourth|half|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|"
    r"friday|pandemic|estimated|expected|forecast|(?:19|20)[0-9]{2}|Q[1-4]|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday)\b)"
)
NOT_CHANGES = frozenset(("loss", "more", "less", "fewer", "up", "down", "off", "shortfall", "cut", "cuts", "advance"))
PREPOSITIONS = frozenset(("to", "from", "at", "of", "in", "for", "with", "on", "than", "between"))
PARTICLES = frozenset(("up", "down", "off"))
THINGS = frozenset(("the", "that", "this", "its", "their", "his", "her", "our"))
"""What makes a thing of the amount behind a particle: "took 10 seconds off that 60 mph run"."""


@cache
def _table(place: str) -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("direction_words.tsv") if row[2] == place}


def is_change_word(word: str) -> bool:
    """Is this lower-case word a verb or noun of rising or falling?

    >>> is_change_word("climbed"), is_change_word("increase"), is_change_word("sold")
    (True, True, False)
    """
    return word in _table("verb") or word in _table("after") or word in _table("by")


def before(text: str, at: int, floor: int = 0) -> str | None:
    """The direction said by the verb that the amount at `at` (its comparator included) follows."""
    low = max(floor, at - WINDOW)
    found = [m[0].lower() for m in WORDS.finditer(text, low, at)]
    if low and found and text[low - 1].isalnum() and text[low].isalnum():
        found = found[1:]
    verbs = _table("verb")
    nouns = _table("after")
    by = of = False
    for steps, word in enumerate(reversed(found)):
        if word in (",", ";", ".", ":", "!", "?", "(", ")") or steps > (9 if by else 4):
            return None
        direction = verbs.get(word)
        if direction is not None:
            return None if word in PARTICLES and not THINGS.isdisjoint(found[len(found) - steps :]) else direction
        if by and word in _table("by"):
            return _table("by")[word]
        if word == "by":
            by = True
        elif word == "of" and not by:
            of = True  # "an increase of 5%", "a fall of nearly 3%"
        elif of:
            return nouns.get(word) if word not in NOT_CHANGES else None
        elif (word in PREPOSITIONS and not by) or (not by and word not in SKIP and not word.endswith("ly")):
            return None
    return None


def after(text: str, at: int, counts: bool = False) -> str | None:
    """The direction said by the word behind the amount that ends at `at`; `counts`: it is a bare number ("9 more shops")."""
    match = AFTER.match(text, at)
    if match is None or (match[1] in ("up", "down") and NUMBER_NEXT.match(text, match.end())):
        return None
    if match[1] in COMPARATIVES and (counts or AGAINST_OTHERS.match(text, match.end())):
        return None
    return _table("after").get(match[1])
