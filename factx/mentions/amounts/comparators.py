"""Comparators: the words beside an amount that say which way it is open.

>>> [before(t, len(t)) for t in ("it spent over ", "no more than ", "at least a further ", "it paid ")]
[('>', 9), ('<=', 0), ('>=', 0), None]
>>> after("5 or more people", 1), after("$5bn-plus", 4)
(('>=', 9), ('>=', 9))
"""

from __future__ import annotations

from functools import cache

import regex

from factx import lexicon
from factx.mentions.amounts.context import context_words
from factx.patterns import later
from factx.values.numbers import number_words

__all__ = ["after", "before"]

WINDOW = 56
WORDS = later(r"[^\s.,;:!?()\[\]\"“”]+(?:\.(?=\s?(?:\S|\Z)))?|[.,;:!?()\[\]\"“”]")
SIGN = later(r"(?:>=|<=|=>|=<|< =|> =|[~∼≈≃<>≥≤⩾⩽])\s?\Z")
CIRCA = later(r"(?<!\w)(?:ca?\.|c\.?a\.) ?\Z")
SIGNS = {
    ">=": ">=",
    "<=": "<=",
    "=>": ">=",
    "=<": "<=",
    "< =": "<=",
    "> =": ">=",
    "≥": ">=",
    "⩾": ">=",
    "≤": "<=",
    "⩽": "<=",
}
SIGNS |= {"~": "~", "∼": "~", "≈": "~", "≃": "~", "<": "<", ">": ">"}
BEHIND = later(
    r"(?P<about>[ ]?\+/[-–−])|(?P<sign>[ ]?\+(?![\w(+/]))|(?P<words>[ -][a-z]{2,}(?:[ ][a-z]+){0,3})|(?P<ish>-ish\b)"
)

SUM_NEXT = later(r"[ ](?:[^\s\w]|[A-Z]{1,3}[$])?[0-9]")

# Words that may stand between a comparator and its number.
TRANSPARENT = context_words("transparent")


@cache
def _before_phrases() -> dict[str, list[tuple[list[str], str]]]:
    """Last word -> (words, comparator), longest first."""
    index: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, symbol, place in lexicon.rows("comparators.tsv"):
        if place == "before" and phrase[0].isalpha():
            words = phrase.split(" ")
            index.setdefault(words[-1], []).append((words, symbol))
    for entries in index.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return index


@cache
def _after_phrases() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("comparators.tsv") if row[2] == "after"}


def before(text: str, at: int, floor: int = 0) -> tuple[str, int] | None:
    """The comparator whose words end at `at`, as (symbol, start)."""
    last = text[at - 1 : at]
    if not last:
        return None
    sign = _sign(text, at, floor, last)
    if sign is not None or not last.isspace():
        return sign
    low = max(floor, at - WINDOW)
    if low and text[low - 1].isalnum():
        while low < at and text[low].isalnum():
            low += 1
    matches = list(WORDS.finditer(text, low, at))
    found = [m[0].lower() for m in matches]
    index = _before_phrases()
    best: tuple[str, int] | None = None
    position = len(found)
    for _ in range(4):
        if not position:
            break
        word = found[position - 1]
        for words, symbol in index.get(word, ()):
            size = len(words)
            if size <= position and found[position - size : position] == words:
                start = matches[position - size].start()
                if _of_thing(found[position:], word if size == 1 else "", symbol):
                    return best or ("=", at)
                if symbol == "~" and word in TRANSPARENT:
                    best = best or (symbol, start)  # "more than about": go on
                    position -= size
                    break
                if _is_other(found, position - size, words):
                    return best
                return (symbol, start) if best is None or symbol != "~" else best
        else:
            if word not in TRANSPARENT:
                break
            position -= 1
    return best or _of_limit(found, matches)


LIMITS = {"maximum": "<=", "max": "<=", "minimum": ">=", "min": ">="}
BETWEEN = 4
"""Words between a limit and the number: "a minimum annual revenue of"."""


def _of_limit(found: list[str], matches: list[regex.Match[str]]) -> tuple[str, int] | None:
    """ "a minimum revenue of $2 million", "maximum order of 500 units": what is limited stands between."""
    at = len(found) - 1 - (found[-1:] in (["a"], ["an"]))
    if at < 2 or found[at] != "of" or found[at - 1].endswith("s"):
        return None  # "maximum sustained winds of 90 mph" are measured
    for back in range(at - 2, max(-1, at - 2 - BETWEEN), -1):
        if not found[back + 1].isalpha():
            return None
        if found[back] in LIMITS:
            return LIMITS[found[back]], matches[back].start()
    return None


def _sign(text: str, at: int, floor: int, last: str) -> tuple[str, int] | None:
    """ "~5", ">= 5", "sub-5", "c.200", "ca. 40"."""
    if last in "~∼≈≃<>≥≤⩾⩽=" or (last == " " and text[at - 2 : at - 1] in tuple("~∼≈≃<>≥≤⩾⩽=")):
        sign = SIGN.search(text, max(floor, at - 4), at)
        if sign is not None:
            return SIGNS[sign[0].strip()], sign.start()
    if last == "-" and text[at - 4 : at - 1] == "sub":
        return "<", at - 4
    if last in ". " and text[at - 2 : at - 1] in "c.a":
        circa = CIRCA.search(text, max(floor, at - 5), at)
        if circa is not None:
            return "~", circa.start()
    return None


PLACES = frozenset(("under", "over", "above", "below", "beyond", "about", "around", "near"))
"""Prepositions that are comparators beside a number only."""

THINGS = frozenset(("the", "its", "their", "our", "his", "her", "this", "that", "these", "those"))
"""What makes a thing out of the number's noun phrase: "under its $5m programme"."""


def _of_thing(between: list[str], word: str, symbol: str) -> bool:
    """ "bought under the $5m programme", "a row over a $5m loan": the preposition goes with the thing, and not with its size."""
    if not THINGS.isdisjoint(between) and (word in PLACES or symbol in "<>"):
        return True
    return word in ("under", "over", "beyond") and bool(between) and between[0] in ("a", "an", "another")


def _is_other(found: list[str], position: int, words: list[str]) -> bool:
    """Words that look like a comparator and are none: "handed over", "the above", "top up to 80%", "pushed claims up to $5m"."""
    if words == ["up", "to"]:
        return not UP_VERBS.isdisjoint(found[position - 1 : position]) or not RAISED.isdisjoint(
            found[position - 2 : position - 1]
        )
    if len(words) != 1 or not position:
        return False
    word = words[0]
    previous = found[position - 1]
    if word == "over":
        return previous in OVER_VERBS
    if word in ("above", "below", "under", "beyond", "near"):
        return previous in ("the", "from", "see")
    return word in ("some", "about") and previous in ("for", "of", "how") and word == "about" and previous == "how"


OVER_VERBS = context_words("over-verb")
UP_VERBS, RAISED = context_words("up-verb"), context_words("raised-up")


def after(text: str, at: int) -> tuple[str, int] | None:
    """The comparator whose words begin at `at` ("or more", "-plus", "+"), as (symbol, end)."""
    match = BEHIND.match(text, at)
    if match is None:
        return None
    if match["sign"] is not None:
        return ">=", match.end()
    if match["ish"] is not None or match["about"] is not None:
        return "~", match.end()  # "1.5 +/- acres"
    words = match["words"]
    phrases = _after_phrases()
    if words[0] == "-":
        head = words.split(" ")[0]
        symbol = phrases.get(head)
        return None if symbol is None else (symbol, at + len(head))
    parts = words[1:].split(" ")
    for size in range(min(3, len(parts)), 1, -1):
        symbol = phrases.get(" ".join(parts[:size]))
        if symbol is not None:
            end = at + 1 + len(" ".join(parts[:size]))
            next_word = (parts[size : size + 1] or [""])[0]
            if next_word in ("than", "to") or next_word in number_words() or SUM_NEXT.match(text, end) is not None:
                return None  # "35 states and over 100 cities"
            return symbol, end
    return None
