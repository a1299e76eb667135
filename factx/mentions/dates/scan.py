"""The scan: one pass over the words of a text, and the rules of the tables whose expressions can begin with a word.

A `TimeTable` says which words its expressions begin with (`first`), so that nine words in ten cost one dictionary
look-up. An article before such a word is tried as the beginning first ("the third quarter", "a year earlier").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import regex

from factx.mentions.dates.expression import TimeExpression
from factx.rules import Rule, RuleTable

__all__ = ["Scanner", "TimeTable"]

WORD = re.compile(r"\w+")
DIGITS = frozenset("0123456789")
NEXT = re.compile(r"[\s‐‑-]{1,3}([^\W\d_]+|1/2|½)|(?P<mark>\s?[/.:–-]\s?\d)|(?P<suffix>[^\W\d_]+)")
ARTICLE = re.compile(r"(?i)\b(?:the|an?)\s{1,2}$")
DAY_KINDS = frozenset(["day", "weekday", "deictic", "numeric"])
CLOCK_BEHIND = re.compile(r",?\s(?:at\s)?(?=\d{1,2}(?:[:.]\d\d)?(?:[ap]|\s[ap]|:)|\d\d:\d\d|(?:noon|midday|midnight)\b)", re.IGNORECASE)
# A number behind these is no day, year or count of days: money, decimals, names, list marks.
NUMBER_BEFORE = re.compile(r"[$£€¥₹#§№]\s?$|[\d\w][.,:/+=-]$|[-‐‑–—][A-Za-z]?$|[A-Za-z]\d*-$")


class TimeTable(RuleTable):
    """Rules of one family of temporal expressions.

    `first`: the words that an expression can begin with, in the letter cases that count. `digits`: what a number must
    look like to begin one: "year" (four digits), "small" (followed by one of `after`), "code" (letters glued to it).
    """

    def __init__(
        self, name: str, first: Iterable[str], rules: Sequence[Rule], *, digits: str = "", after: Iterable[str] = ()
    ) -> None:
        super().__init__(name, r"\b\w", rules)
        self.first = frozenset(first)
        self.digits = frozenset(digits.split())
        self.after = frozenset(after)
        self.whole: Callable[[], Scanner] | None = None
        """The scanner over all tables, for rules that hold an expression of another family."""

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Rule, regex.Match[str]]]:
        """Yield (rule, match) for the expressions of this family alone."""
        for rule, match, _ in Scanner([self], self.whole).run(text, start, len(text) if end is None else end):
            yield rule, match


class Scanner:
    """Runs several tables in one pass."""

    def __init__(self, tables: Sequence[TimeTable], whole: Callable[[], Scanner] | None = None) -> None:
        self._whole = whole
        self.by_word: dict[str, tuple[tuple[Rule, Any], ...]] = {}
        for table in tables:
            rules = tuple((rule, rule.compiled.match) for rule in table.rules)
            for word in table.first:
                self.by_word[word] = self.by_word.get(word, ()) + rules
        self.years = self._digits(tables, "year")
        self.codes = self._digits(tables, "code")
        self.marks = self._digits(tables, "mark")
        self.after: dict[str, tuple[tuple[Rule, Any], ...]] = {}
        for table in tables:
            rules = tuple((rule, rule.compiled.match) for rule in table.rules)
            for word in table.after:
                self.after[word] = self.after.get(word, ()) + rules

    @staticmethod
    def _digits(tables: Sequence[TimeTable], shape: str) -> tuple[tuple[Rule, Any], ...]:
        return tuple((rule, rule.compiled.match) for table in tables if shape in table.digits for rule in table.rules)

    def run(self, text: str, start: int, end: int) -> Iterator[tuple[Rule, regex.Match[str], TimeExpression]]:
        """Yield (rule, match, expression) from left to right, without overlaps."""
        by_word = self.by_word.get
        position = start
        for word in WORD.finditer(text, start, end):
            form = word[0]
            rules = by_word(form)
            if rules is None:
                if form[0] not in DIGITS:
                    continue
                rules = self.for_number(text, form, word.start(), word.end())
                if not rules:
                    continue
            at = word.start()
            if at < position:
                continue
            found = None
            if text[at - 1 : at] == " ":
                article = ARTICLE.search(text, max(position, at - 6), at)
                if article is not None:
                    found = self.first(text, article.start(), end, rules)
            if found is None:
                found = self.first(text, at, end, rules)
            if found is not None:
                yield found
                position = max(found[1].end(), found[2].end)

    def first(
        self, text: str, at: int, end: int, rules: Sequence[tuple[Rule, Any]]
    ) -> tuple[Rule, regex.Match[str], TimeExpression] | None:
        """The first rule that matches and builds."""
        for rule, matcher in rules:
            match = matcher(text, at, end)
            if match is not None:
                made = rule.build(match, self) if rule.build is not None else None
                if made is not None:
                    made.rule = made.rule or rule.name
                    if made.kind in DAY_KINDS:
                        made = self.with_clock(text, made)
                    return rule, match, made
        return None

    def with_clock(self, text: str, made: TimeExpression) -> TimeExpression:
        """A day with the clock time behind it ("8/29/10 7:05 a.m.", "Monday at 10 a.m. ET") is one expression."""
        bridge = CLOCK_BEHIND.match(text, made.end)
        if bridge is None:
            return made
        clock = self.parse_at(text, bridge.end())
        if clock is None or clock.kind != "clock" or clock.inner is not None:
            return made
        clock.start, clock.inner = made.start, made
        return clock

    def for_number(self, text: str, form: str, at: int, stop: int, inside: bool = False) -> Sequence[tuple[Rule, Any]]:
        """The rules for a word that begins with a digit, by its shape and the word behind it."""
        if not inside and NUMBER_BEFORE.search(text, max(0, at - 3), at):
            return ()
        if form.isdigit():
            size = len(form)
            if size == 4 and form[0] in "12":
                return self.years
            if size > 4:
                return self.codes if size == 8 else ()
            follows = NEXT.match(text, stop)
            if follows is None:
                return ()
            if follows[1] is not None:
                return self.after.get(follows[1], ())
            return self.marks if follows["mark"] else ()
        return self.codes

    def parse_at(self, text: str, at: int, end: int | None = None) -> TimeExpression | None:
        """The expression that begins at `at` exactly, if there is one (an article may stand before it)."""
        if self._whole is not None:
            return self._whole().parse_at(text, at, end)
        stop = len(text) if end is None else end
        word = WORD.match(text, at, stop)
        if word is None:
            return None
        begin = at
        if word[0] in ("the", "The", "a", "an", "A", "An"):
            word = WORD.search(text, word.end(), min(stop, word.end() + 30))
            if word is None:
                return None
        form = word[0]
        rules = self.by_word.get(form)
        if rules is None and form[0] in DIGITS:
            rules = self.for_number(text, form, word.start(), word.end(), inside=True)
        if not rules:
            return None
        found = self.first(text, begin, stop, rules)
        return found[2] if found is not None else None
