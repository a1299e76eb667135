"""The words of temporal expressions, from the data files, and the pattern fragments that are made of them.

In a rule's pattern `_` is white space (at most one line break), `=` a space or hyphen, and `{name}` a fragment of
`FRAGMENTS`.

>>> import regex
>>> bool(regex.fullmatch(pattern("{month} _ {daynumber}"), "October 9", regex.VERBOSE))
True
"""

from __future__ import annotations

import re
from typing import Any

from factx import lexicon

__all__ = [
    "CARDINALS",
    "DAY_PARTS",
    "FRAGMENTS",
    "MONTHS",
    "ORDINALS",
    "SEASONS",
    "SHIFT",
    "UNITS",
    "WEEKDAYS",
    "cased",
    "number",
    "pattern",
]

MONTHS = {row[0]: int(row[1]) for row in lexicon.rows("months.tsv")}
WEEKDAYS = {row[0]: int(row[1]) for row in lexicon.rows("weekdays.tsv")}
UNITS = lexicon.table("units_of_time.tsv")
SEASONS = lexicon.table("seasons.tsv")
DAY_PARTS = lexicon.table("day_parts.tsv")
SHIFT = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "prior": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
    "latest": 0,
}
"""Words that point from the article's own day, week, month …: how many of them on."""
CARDINALS = {word: int(value) for word, value in lexicon.table("cardinals.tsv").items()}
ORDINALS = {word: int(value) for word, value in lexicon.table("ordinals.tsv").items()}
MORE_CARDINALS = {"hundred": 100, "thousand": 1000, "dozen": 12, "million": 1_000_000, "billion": 1_000_000_000}


def alternatives(words: list[str] | dict[str, str] | dict[str, int]) -> str:
    """An alternation of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


UNIT_WORDS = alternatives(list(UNITS))
SINGULAR = alternatives([row[0] for row in lexicon.rows("units_of_time.tsv") if row[2] == "singular"])
PLURAL = alternatives([row[0] for row in lexicon.rows("units_of_time.tsv") if row[2] == "plural"])
TENS = alternatives([w for w, v in CARDINALS.items() if v >= 20])
ONES = alternatives([w for w, v in CARDINALS.items() if v < 10])
WORD_NUMBER = (
    rf"(?:(?:a|one|two|three|four|five|six|seven|eight|nine)\s)?+(?:hundred|thousand|dozen|million|billion)"
    rf"(?:(?:\sand)?\s(?:{TENS})(?:[-\s](?:{ONES}))?+)?+"
    rf"|(?:{TENS})(?:[-\s](?:{ONES})\b)?+|(?:{alternatives(CARDINALS)})(?:\s(?:hundred|thousand|million|billion))?+"
)

FRAGMENTS = {
    "month": rf"(?P<month>(?i:{alternatives([m for m in MONTHS if len(m) > 4 or m in ('june', 'july', 'may')])})\b"
    rf"|(?i:{alternatives([m for m in MONTHS if len(m) < 5])})\b\.?+)",
    "weekday": rf"(?P<weekday>(?i:{alternatives([w for w in WEEKDAYS if w.endswith('day')])})\b"
    rf"|(?i:{alternatives([w for w in WEEKDAYS if not w.endswith('day')])})\b\.?+)",
    "daynumber": r"(?P<day>0?[1-9]|[12]\d|3[01])(?:(?i:st|nd|rd|th)\b)?+(?![\d%]|[.,:]\d)",
    "dayword": rf"(?P<dayword>(?i:{alternatives(ORDINALS)}))\b",
    "year": r"(?P<year>[12]\d{3})(?![\d%]|[.,]\d)",
    "number": rf"(?P<number>(?i:{WORD_NUMBER})\b|\d{{1,3}}(?:,\d{{3}})++(?!\d)|\d{{1,4}}(?:\.\d{{1,2}})?+(?![\d,]))",
    "unit": rf"(?P<unit>(?i:{UNIT_WORDS}))\b",
    "singular": rf"(?P<unit>(?i:{SINGULAR}))\b",
    "plural": rf"(?P<unit>(?i:{PLURAL}))\b",
    "calendarunit": r"(?P<unit>(?i:day|week|weekend|fortnight|month|quarter|half-year|year|decade|century))\b",
    "season": rf"(?P<season>(?i:{alternatives(SEASONS)}))\b",
    "daypart": rf"(?P<daypart>(?i:{alternatives(DAY_PARTS)}))\b",
    "ordinal": r"(?P<ordinal>(?i:first|second|third|fourth)|1st|2nd|3rd|4th)\b",
    "the": r"(?:(?i:the)_)?+",
    "thefirm": r"(?i:the)_",
    "a": r"(?:(?i:an?)_)",
}

GAP = r"(?:\n\s{0,20}+|\s{1,3}+)"  # short, for it is compiled some hundred times; the scan stops at blank lines
JOIN = rf"(?:{GAP}|[-‐‑–])"
FRAGMENT = re.compile(r"\{([a-z]+)\}")
GAPS = re.compile(r"_|(?<![?<])=")
"""What is spelled out: `=` behind "?" or "<" belongs to a look-around, and `_` never occurs in a group's name."""


def pattern(template: str) -> str:
    """A rule's pattern with its fragments, `_` and `=` spelled out."""
    filled = FRAGMENT.sub(_fragment, FRAGMENT.sub(_fragment, template))
    return GAPS.sub(lambda match: GAP if match[0] == "_" else JOIN, filled)


def _fragment(match: re.Match[str]) -> str:
    return FRAGMENTS[match[1]]


def cased(words: object) -> frozenset[str]:
    """The words in lower case, capitalised and in capitals."""
    return frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))  # type: ignore[attr-defined]


def number(text: str) -> float:
    """The value of a matched numeral.

    >>> number("twenty-five"), number("a hundred"), number("1,200"), number("5.5"), number("two hundred and fifty")
    (25, 100, 1200, 5.5, 250)
    """
    if text[0].isdigit():
        plain = text.replace(",", "")
        return float(plain) if "." in plain else int(plain)
    total = 0
    current = 0
    for word in re.split(r"[-\s]+", text.lower()):
        if word in CARDINALS:
            current += CARDINALS[word]
        elif word in MORE_CARDINALS:
            current = max(current, 1) * MORE_CARDINALS[word]
            if MORE_CARDINALS[word] >= 1000:
                total, current = total + current, 0
    return total + current


def groups(match: Any) -> dict[str, str]:
    """The named groups of a match that took part."""
    return {name: value for name, value in match.groupdict().items() if value is not None}


def year_of(text: str) -> int:
    """A year of two or four digits: "'89" is 1989, "'12" is 2012.

    >>> year_of("'89"), year_of("12"), year_of("1066")
    (1989, 2012, 1066)
    """
    value = int(text[-4:].lstrip("'’‘\""))
    if value < 100:
        value += 1900 if value > 49 else 2000
    return value
