"""Measures which words each rule's expressions can begin with: for the test, and for whoever changes a rule.

It compiles every pattern, so nothing else imports it. `python -m factx.mentions.dates.measuring` writes
`date_beginnings.tsv` anew; `tests/mentions/dates/test_beginnings.py` checks that the file is complete and exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import regex

from factx.mentions.dates import TABLES
from factx.mentions.dates.beginnings import JOINING, MARKED_YEAR, YEAR, Beginnings, classes, shape
from factx.mentions.dates.scan import TimeTable
from factx.rules import FLAGS, Rule

__all__ = ["lines", "measured"]

YEARS = ("2012", "1999", "1066")
BEHIND_YEAR = (" ", "\n", ",", "'", "’", "‘", ")", "s")
NUMBERS = ("2", "5", "12", "25", "100")


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
    path = Path(str(files("factx.lexicon") / "data" / "date_beginnings.tsv"))
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join([*head, *lines(TABLES)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
