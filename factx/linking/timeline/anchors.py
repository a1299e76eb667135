"""What the text has named so far, and what later expressions are told from: the day, the quarter, the year."""

from __future__ import annotations

import contextlib
import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from factx.document import Document
from factx.linking.timeline.conventions import numeric_order, year_told_to_end
from factx.linking.timeline.tense import evidence
from factx.mentions.dates import TimeExpression
from factx.options import Options
from factx.values.calendar import interval

__all__ = ["HERE", "NEAR", "Anchors"]

LONG_PERIODS = frozenset(["P6M", "P9M", "P12M", "P1Y", "P26W", "P39W", "P52W", "P53W"])
QUARTER_ENDED = re.compile(
    r"\b(?:quarter|three months|13 weeks|thirteen weeks) (?:ended|ending|to) (?:on |the )?$", re.IGNORECASE
)
LIMIT = re.compile(r"\b(?:by|until|till|through|to|before|due)\s(?:on\s)?$", re.IGNORECASE)
FIGURED = frozenset(["value", "quarter", "months", "fiscal year"])
MOST_FIGURES = 12
HERE = 250
"""How far back, in characters, the same sentence, or the day of a clock time, may reach."""
SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s|\n")
NEAR = 600
"""How far back, in characters, a date may stand that anchors "a year earlier" or "that day"."""


class Anchors:
    """The expressions of one article, the article's day, and what has been passed on the way through the text."""

    def __init__(
        self, document: Document, expressions: Sequence[TimeExpression], published: date | None, options: Options
    ) -> None:
        self.document = document
        self.expressions = expressions
        self.published = published
        self.options = options
        self.year_end = options.fiscal_year_end or year_told_to_end(document.text, expressions)
        self.flags: list[str] = []
        self.alternatives: list[str] = []
        self.fiscal = False
        self.guessed = False
        self.day: tuple[int, date] | None = None
        self.month: tuple[int, int, int] | None = None
        self.quarter: tuple[int, str] | None = None
        self.year: tuple[int, int] | None = None
        self.figures: list[tuple[int, int]] = []
        self.index = 0
        self.quarter_at = -1
        self.named: tuple[int, str] | None = None
        self.period_is_long = -1

    def value_of(self, made: TimeExpression) -> str | None:
        """The value of an expression inside another one; the resolver of all kinds knows it."""
        raise NotImplementedError

    def remember(self, made: TimeExpression, value: str, days: tuple[date, date] | None) -> None:
        """Keep the latest day, month, quarter and year that the text has named."""
        at = made.start
        if self.document.text[at - 1 : at] == "(" and self.document.text[made.end : made.end + 1] == ":":
            return  # "(H1 2023: £388m)" is what the text compares with
        self._remember_figures(made, value)
        if made.type == "DURATION":
            if value in LONG_PERIODS:
                self.period_is_long = at
        elif "-Q" in value or "-H" in value:
            self._remember_part(made, value)
        elif days is not None:
            self._remember_name(made, value, days)
            self._remember_days(made, value, days)

    def _remember_figures(self, made: TimeExpression, value: str) -> None:
        """A year, quarter or fiscal year is named that figures can be of."""
        year = value.removeprefix("FY")[:4]
        if made.kind in FIGURED and year.isdigit() and (self.published is None or int(year) <= self.published.year):
            self.figures = [*self.figures[1 - MOST_FIGURES :], (made.start, int(year))]

    def _remember_part(self, made: TimeExpression, value: str) -> None:
        """A quarter or half is named."""
        at = made.start
        self.named = (at, value)
        if self.is_old(value):
            return
        if made.kind in ("quarter", "months") or (made.kind == "unit" and self.quarter is None):
            if self.quarter is None or self._supersedes(value, self.quarter[1]):
                self.quarter = (at, value)
            self.quarter_at = at

    def _supersedes(self, value: str, known: str) -> bool:
        """The quarter that an article is about is the latest one that is over; others are compared with it."""
        over, was_over = self.is_over(value), self.is_over(known)
        return over if over != was_over else value.replace("FY", "") >= known.replace("FY", "")

    def _remember_name(self, made: TimeExpression, value: str, days: tuple[date, date]) -> None:
        """A date closes a quarter ("the quarter ended June 30"), or a month is named."""
        at, text = made.start, self.document.text
        if made.kind in ("day", "month") and QUARTER_ENDED.search(text, max(0, at - 40), at):
            ended = f"{days[1].year:04d}-Q{(days[1].month - 1) // 3 + 1}"
            self.quarter = self.quarter or (at, ended)
            self.quarter_at = at
            self.named = (at, ended)
        elif made.kind == "month":
            self.named = (at, value)

    def _remember_days(self, made: TimeExpression, value: str, days: tuple[date, date]) -> None:
        """The day, month and year that an expression names."""
        at, first = made.start, days[0]
        self.year = (at, first.year)
        if first == days[1]:
            self.day = (at, first)
        if first == days[1] or len(value) == 7:
            self.month = (at, first.year, first.month)

    def is_old(self, value: str) -> bool:
        """Is it the quarter of another story ("opened its first mill in the third quarter of 1984")?"""
        return self.published is not None and int(value.replace("FY", "")[:4]) < self.published.year - 2

    def is_over(self, value: str) -> bool:
        """Has the quarter ended before the article's day, as far as the calendar tells?"""
        days = interval(value.replace("FY", ""))
        return days is not None and (self.published is None or days[1] < self.published)

    @cached_property
    def order(self) -> str:
        """The article's order of day and month."""
        place = next((self.document.text[s.start : s.end] for s in self.document.sections if s.kind == "dateline"), "")
        return self.options.date_order or numeric_order(self.expressions, place)

    def near_quarter(self) -> str | None:
        """The quarter that the text is about; None when it has turned to a longer period ("for the nine months")."""
        if self.quarter is None:
            return None
        return self.quarter[1] if self.quarter_at >= self.period_is_long else None

    def near_period(self, at: int) -> str | None:
        """The quarter, half or month named shortly before, else the quarter that the text is about."""
        return self.named[1] if self.named is not None and at - self.named[0] <= NEAR else self.near_quarter()

    def near_day(self, at: int, reach: int = NEAR) -> date | None:
        """The latest day named shortly before, else the article's."""
        if self.day is not None and at - self.day[0] <= reach:
            return self.day[1]
        return self.published

    def neighbour_day(self, at: int) -> date | None:
        """The nearest full date of the text, where the article has no day of its own; none that is a limit ("by 2030")."""
        index = bisect_left(self._full_days, (at, date.min))
        around = self._full_days[max(0, index - 1) : index + 1]
        near = [(abs(start - at), day) for start, day in around if abs(start - at) <= NEAR]
        return min(near)[1] if near else None

    @cached_property
    def _full_days(self) -> list[tuple[int, date]]:
        out = []
        for made in self.expressions:
            limit = LIMIT.search(self.document.text, max(0, made.start - 12), made.start)
            if made.kind == "day" and made.year and not limit:
                with contextlib.suppress(ValueError):
                    out.append((made.start, date(made.year, made.month or 1, made.day or 1)))
        return out

    def near_year(self, at: int) -> int | None:
        """The latest year named shortly before, else the article's."""
        if self.year is not None and at - self.year[0] <= NEAR:
            return self.year[1]
        return self.published.year if self.published is not None else None

    def latest_year(self, at: int, reach: int) -> int | None:
        """The latest of the years named shortly before."""
        return max((year for place, year in self.figures if at - place <= reach), default=None)

    def year_of_sentence(self, at: int) -> int | None:
        """The latest of the years that the sentence has named by then ("sales in 2023, when it ended [the year] with a gain")."""
        named = (year for place, year in self.figures if SENTENCE_END.search(self.document.text, place, at) is None)
        return max(named, default=None)

    def figures_year(self, at: int) -> int | None:
        """The year that the figures around a place are of: of those that the sentence names the latest, as others are what it is
        compared with; else the article's."""
        return self.year_of_sentence(at) or (self.published.year if self.published is not None else None)

    def tense(self) -> tuple[bool, bool]:
        """(looks ahead, looks back): what the clause before the present expression says."""
        made = self.expressions[self.index]
        text = self.document.text
        return evidence(text, made.start, made.end)
