"""Which words each rule's expressions can begin with: declared in `date_beginnings.tsv`, so that no pattern is compiled to find out.

A line of the file names a rule and gives four columns of words in lower case: words that an expression begins with, words
behind an article that it begins with, words behind a number, and words behind an article and a number. A digit in a word
stands for any digit. `*` is every word of the rule's table; a name in capitals is a class of words (`classes`); `YEAR` is
a number of four digits, `YEAR-` one with a mark behind it that can join numbers.

`python -m factx.mentions.dates.measuring` writes the file anew from the patterns.

>>> sorted(declared()["related month"].plain)
['coming', 'last', 'next', 'past', 'this']
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factx import lexicon

__all__ = ["EVERYWHERE", "JOINING", "MARKED_YEAR", "YEAR", "Beginnings", "classes", "declared", "shape"]

DIGIT = re.compile(r"\d")
YEAR, MARKED_YEAR = "YEAR", "YEAR-"
JOINING = frozenset("-‐‑–/.:")
"""Marks that can join a year to another number."""


class Beginnings(NamedTuple):
    """The words that a rule's expressions can begin with; `None` is any word of the table."""

    plain: frozenset[str] | None
    behind_article: frozenset[str] | None
    behind_number: frozenset[str] | None
    behind_both: frozenset[str] | None


EVERYWHERE = Beginnings(None, None, None, None)


def shape(word: str) -> str:
    """The word as it is declared: FY12 and FY13 begin the same expressions.

    >>> shape("FY12")
    'fy99'
    """
    return DIGIT.sub("9", word.lower())


@cache
def classes() -> dict[str, frozenset[str]]:
    """The classes of words by their names in the file."""
    lists = {
        "CARDINALS": "cardinals.tsv",
        "DAY_PARTS": "day_parts.tsv",
        "MONTHS": "months.tsv",
        "ORDINALS": "ordinals.tsv",
        "SEASONS": "seasons.tsv",
        "WEEKDAYS": "weekdays.tsv",
    }
    units = lexicon.rows("units_of_time.tsv")
    found = {name: frozenset(row[0] for row in lexicon.rows(file)) for name, file in lists.items()}
    for number in ("singular", "plural"):
        found[f"{number.upper()}_UNITS"] = frozenset(row[0] for row in units if row[2] == number)
    return found


@cache
def declared() -> dict[str, Beginnings]:
    """Rule name -> its declared beginnings."""
    known = classes()

    def read(column: str) -> frozenset[str] | None:
        if column == "*":
            return None
        words: set[str] = set()
        for word in column.split(" "):
            if word in known:
                words |= known[word]
            elif word != "-":
                words.add(word)
        return frozenset(words)

    return {row[0]: Beginnings(*map(read, row[1:5])) for row in lexicon.rows("date_beginnings.tsv")}
