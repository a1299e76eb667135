"""Dates and times: the same day or stretch, a coarser one, or another one in the same words.

References such as "now" and "recently" name no day and are not compared; nor is what has no value without a date to count
from, unless it names a day of a month.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

from factx import lexicon
from factx.comparison.finding import Sides, draft, short
from factx.comparison.model import Finding
from factx.comparison.words import content, is_number, stem, words

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import DateMention

__all__ = ["judge_dates"]

AROUND = 70
"""Characters on either side of a date whose words are compared."""
MONTHS = "|".join(sorted(lexicon.words("months.tsv"), key=len, reverse=True))
DAY = re.compile(
    rf"\b(?P<month>{MONTHS})\.?\s(?P<day>\d\d?)\b|\b(?P<first>\d\d?)(?:st|nd|rd|th)?\s(?P<last>{MONTHS})\b"
)
STOP = re.compile(r"[.!?…][\"”’)]?\s(?=[\"“‘(]?[A-Z])|\n\s*\n")
ALIKE, SHARED = 0.75, 3
"""Part of the words around, and number of them, from which another date in their midst differs."""
CLEAR = 0.15
"""By how much it must be likelier than the next one."""
ELSEWHERE = 0.2
"""Likeness of the words around below which the same time in the source may be about something else."""
TAKEN = 0.5
"""Likeness from which a date of the source is the one that the report means, and no other one."""
COMMON = 60
MOST = 8


def judge_dates(source: Facts, report: Facts) -> list[Finding]:
    """A finding for each date, time or duration of the report that has a value.

    The day of the report itself is its own affair, unless the source names it, too.
    """
    calendar = Calendar(source)
    own = report.article.published
    mine = [m for m in report.dates if _key(m) is not None and (not _is_day(m, own) or calendar.has(m))]
    around = [_around(report.article.text, mention) for mention in mine]
    same = [calendar.same(mention, near) for mention, near in zip(mine, around, strict=True)]
    taken = {found[0] for found in same if found is not None and found[1] >= TAKEN}
    return [
        _judge(mention, near, found, calendar, taken) for mention, near, found in zip(mine, around, same, strict=True)
    ]


class Calendar:
    """The dates of the source by value, by first day, and by the words around them."""

    def __init__(self, facts: Facts) -> None:
        self.published = facts.article.published
        self.dates = [mention for mention in facts.dates if _key(mention) is not None]
        self.values: defaultdict[str, list[int]] = defaultdict(list)
        self.days: dict[tuple[date, date], int] = {}
        self.words: defaultdict[str, list[int]] = defaultdict(list)
        self.around = [_around(facts.article.text, mention) for mention in self.dates]
        for index, mention in enumerate(self.dates):
            for key in {_key(mention), _as_written(mention)} - {None}:
                self.values[str(key)].append(index)
            if mention.start is not None and mention.end is not None:
                self.days.setdefault((mention.start, mention.end), index)
            for word in self.around[index]:
                self.words[word].append(index)
        self.starts = sorted(self.days)

    def has(self, mention: DateMention) -> bool:
        """Does the source name this time?"""
        return _key(mention) in self.values

    def same(self, mention: DateMention, around: frozenset[str]) -> tuple[int, float] | None:
        """The one (its index) of the same value or days whose words are most like these; and how much they are, 0 to 1."""
        found = self.values.get(_key(mention) or "", [])[:COMMON]
        if (
            not found
            and mention.start is not None
            and mention.end is not None
            and (mention.start, mention.end) in self.days
        ):
            found = [self.days[(mention.start, mention.end)]]
        if not found:
            return None
        like, negative = max((_like(around, self.around[index]), -index) for index in found)
        return -negative, like

    def within(self, mention: DateMention) -> DateMention | None:
        """One that lies within the mention's days: the report is less exact."""
        if mention.start is None or mention.end is None:
            return None
        for place in range(bisect_left(self.starts, (mention.start, date.min)), len(self.starts)):
            start, end = self.starts[place]
            if start > mention.end:
                return None
            if end <= mention.end:
                return self.dates[self.days[(start, end)]]
        return None

    def instead(self, mention: DateMention, around: frozenset[str], taken: set[int]) -> DateMention | None:
        """Another one, which no date of the report stands for, in clearly the same words."""
        votes: Counter[int] = Counter()
        for word in around:
            if len(self.words.get(word, ())) <= COMMON:
                votes.update(self.words.get(word, ()))
        ranked = []
        for index, count in votes.most_common(MOST):
            size = min(len(around), len(self.around[index]))
            if around - self.around[index] and self.around[index] - around:
                continue  # "its second quarter ended", "its third quarter ended"
            if index not in taken and count >= SHARED and count >= ALIKE * size and self._can_be(index, mention):
                ranked.append((_like(around, self.around[index]), -index))
        ranked.sort(reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR and self._two(ranked)):
            return None
        return self.dates[-ranked[0][1]]

    def other_year(self, mention: DateMention, around: frozenset[str], taken: set[int]) -> DateMention | None:
        """The same day and month of another year, which the source names for certain in no other way."""
        day = _as_written(mention)
        if day is None or mention.value is None or mention.start != mention.end:
            return None
        found = [index for index in self.values.get(day, []) if self.dates[index].value is not None]
        if len({self.dates[index].value for index in found}) != 1 or taken & set(found):
            return None
        other = self.dates[found[0]]
        shared = max(len(around & self.around[index]) for index in found)
        return other if shared and _form(other) == _form(mention) and not _is_day(other, self.published) else None

    def _can_be(self, index: int, mention: DateMention) -> bool:
        """Is it another time of the same form, and not the day of the source, nor "last year" of another year?"""
        other = self.dates[index]
        if _is_day(other, self.published) or other.span.text.casefold() == mention.span.text.casefold():
            return False
        return _key(other) != _key(mention) and _form(other) == _form(mention)

    def _two(self, ranked: list[tuple[float, int]]) -> bool:
        return _key(self.dates[-ranked[0][1]]) != _key(self.dates[-ranked[1][1]])


def _key(mention: DateMention) -> str | None:
    """What a date is compared by: its value, else its words where they name a day of some month; None for "now"."""
    if mention.value is None:
        return _as_written(mention)
    return None if mention.value.endswith("_REF") else mention.value


def _as_written(mention: DateMention) -> str | None:
    """Month and day as they are written; so a text without a year can be held against one with it."""
    found = DAY.search(mention.span.text.lower())
    if found is None:
        return None
    return f"{(found['month'] or found['last'])[:3]} {int(found['day'] or found['first'])}"


def _is_day(mention: DateMention, day: date | None) -> bool:
    return day is not None and mention.start == day == mention.end


def _form(mention: DateMention) -> tuple[str, str]:
    """What kind of time it is: a day, a quarter, a number of years."""
    return mention.type, re.sub(r"\d+", "0", mention.value or "0-0-0")


def _like(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(len(a), len(b), 1)


def _around(text: str, mention: DateMention) -> frozenset[str]:
    """The stems of the telling words around, each marked by the side that it is on: a date is told by its place, too."""
    start, end = mention.span.start, mention.span.end
    before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    stops = [match.end() for match in STOP.finditer(before)]
    stop = STOP.search(behind)
    sides = (("<", before[stops[-1] if stops else 0 :]), (">", behind[: stop.start() if stop else None]))
    return frozenset(
        side + stem(word.form)
        for side, row in sides
        for word in words(row)
        if content(word.form) and not is_number(word.form)
    )


def _judge(
    mention: DateMention, around: frozenset[str], same: tuple[int, float] | None, calendar: Calendar, taken: set[int]
) -> Finding:
    other = calendar.instead(mention, around, taken) if same is None or same[1] < ELSEWHERE else None
    if other is None and same is None:
        other = calendar.other_year(mention, around, taken)
    if other is not None:
        reason = f"where the report has “{short(mention.span.text)}”, the source has “{short(other.span.text)}” in like words"
        sides = Sides([mention.span], [other.span], mention.id, other.id)
        return draft("date", "differs", reason, sides, 0.75, flags=["value"])
    if same is not None:
        found = calendar.dates[same[0]]
        sides = Sides([mention.span], [found.span], mention.id, found.id)
        return draft("date", "equal", "the source has the same time", sides, 0.95)
    if _is_day(mention, calendar.published):
        return draft("date", "equal", "it is the day of the source", Sides([mention.span], report_id=mention.id), 0.9)
    within = calendar.within(mention)
    if within is not None:
        reason = f"the source is more exact: “{short(within.span.text)}”"
        return draft("date", "rounded", reason, Sides([mention.span], [within.span], mention.id, within.id), 0.7)
    return draft(
        "date", "not found", "the source does not name this time", Sides([mention.span], report_id=mention.id), 0.6
    )
