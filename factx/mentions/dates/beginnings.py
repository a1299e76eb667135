"""Which words each rule's expressions can begin with: declared in `date_beginnings.tsv`, so that no pattern is compiled to find out.

A line of the file names a rule and gives four columns of words in lower case: words that an expression begins with, words
behind an article that it begins with, words behind a number, and words behind an article and a number. A digit in a word
stands for any digit. `*` is every word of the rule's table; a name in capitals is a class of words (`classes`); `YEAR` is
a number of four digits, `YEAR-` one with a mark behind it that can join numbers.

`python -m factx.mentions.dates.beginnings` writes the file anew from the patterns, and
`tests/mentions/dates/test_beginnings.py` checks that it is complete and exact.

>>> sorted(declared()["related month"].plain)
['coming', 'last', 'next', 'past', 'this']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factx import lexicon
from factx.rules import FLAGS, Rule

if TYPE_CHECKING:
    import regex

    from factx.mentions.dates.scan import TimeTable

__all__ = ["EVERYWHERE", "JOINING", "MARKED_YEAR", "YEAR", "Beginnings", "declared", "measured", "shape"]

DIGIT = re.compile(r"\d")
YEAR, MARKED_YEAR = "YEAR", "YEAR-"
YEARS = ("2012", "1999", "1066")
JOINING = frozenset("-‐‑–/.:")
"""Marks that can join a year to another number."""
BEHIND_YEAR = (" ", "\n", ",", "'", "’", "‘", ")", "s")
NUMBERS = ("2", "5", "12", "25", "100")


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


# What follows is for the test and for whoever changes a rule: it compiles every pattern.


def measured(table: TimeTable, rule: Rule) -> Beginnings:
    """The beginnings of a rule by partial matching: a word counts when some expression can go on behind it."""

    def able(words: Iterable[str], heads: Sequence[str]) -> frozenset[str]:
        pattern = _relaxed(rule.pattern)
        return frozenset(
            shape(word) for word in words if any(pattern.fullmatch(head + word, partial=True) for head in heads)
        )

    digits = [f"{number}{gap}" for number in NUMBERS for gap in (" ", "-")]
    articles = ("the ", "a ", "an ")
    return Beginnings(
        able(table.first, ("",)) | _years(table, rule, ""),
        able(table.first, articles) | _years(table, rule, "the "),
        able(table.after, digits),
        able(table.after, [f"{head}{number} " for number in NUMBERS for head in ("the ", "a ")]),
    )


def _years(table: TimeTable, rule: Rule, head: str) -> frozenset[str]:
    """Which kinds of years the rule can begin with: the whole expression, or more of it behind the year."""
    if "year" not in table.digits:
        return frozenset()
    pattern = _relaxed(rule.pattern)
    found = set()
    for year in YEARS:
        for kind, marks in ((YEAR, BEHIND_YEAR), (MARKED_YEAR, sorted(JOINING))):
            if any(
                pattern.fullmatch(head + year + mark, partial=True) or pattern.match(f"{head}{year}{mark} x")
                for mark in marks
            ):
                found.add(kind)
    return frozenset(found)


@cache
def _relaxed(source: str) -> regex.Pattern[str]:
    """The pattern without its look-behinds: what stands before an expression is not known yet."""
    import regex

    out = []
    position = 0
    while (start := source.find("(?<", position)) >= 0:
        out.append(source[position:start])
        depth, position = 1, start + 3
        if source[position] not in "=!":  # an old-style named group
            raise ValueError(f"write (?P<…>) for groups: {source!r}")
        in_class = False
        while depth:
            mark = source[position]
            if mark == "\\":
                position += 1
            elif in_class:
                in_class = mark != "]"
            elif mark == "[":
                in_class = True
            else:
                depth += {"(": 1, ")": -1}.get(mark, 0)
            position += 1
    out.append(source[position:])
    return regex.compile("".join(out), FLAGS)


def written(words: frozenset[str], all_words: frozenset[str]) -> str:
    """A column of the file."""
    if not words:
        return "-"
    if words == all_words:
        return "*"
    names = []
    rest = set(words)
    for name, members in sorted(classes().items()):
        if members <= words and members & rest:
            names.append(name)
            rest -= members
    return " ".join([*names, *sorted(rest)])


def lines(tables: Iterable[TimeTable]) -> list[str]:
    """The lines of the file, sorted."""
    out = []
    for table in tables:
        first = frozenset(map(shape, table.first)) | ({YEAR, MARKED_YEAR} if "year" in table.digits else set())
        after = frozenset(map(shape, table.after))
        for rule in table.rules:
            found = measured(table, rule)
            columns = [written(found[n], first if n < 2 else after) for n in range(4)]  # type: ignore[arg-type]
            out.append("\t".join([rule.name, *columns]))
    return sorted(out)


def main() -> None:
    """Write the data file anew."""
    from importlib.resources import files
    from pathlib import Path

    from factx.mentions.dates import TABLES

    path = Path(str(files("factx.lexicon") / "data" / "date_beginnings.tsv"))
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join([*head, *lines(TABLES)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
