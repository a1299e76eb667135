"""From symbols to values: each kind of temporal expression has one resolver here.

The choices where the words leave one ("Tuesday", "9 October", "the third quarter") follow what newswire does: a weekday is
the latest such day, the article's own day included; a day or month without a year is the nearest one; a quarter is the
latest one that has begun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from factx.document import Document
from factx.linking.timeline.order import numeric_order
from factx.linking.timeline.tense import ends_there, evidence
from factx.linking.timeline.zones import utc_offset
from factx.mentions.dates import TimeExpression
from factx.mentions.types import TimeMention
from factx.options import Options
from factx.values.calendar import add_months, interval, week_value
from factx.values.dateparsing import absolute
from factx.values.holidays import holiday

__all__ = ["Resolver"]

MONTH_NAMES = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
SEASON_MONTH = {"WI": 1, "SP": 4, "SU": 7, "FA": 10}
LONG_PERIODS = frozenset(["P6M", "P9M", "P12M", "P1Y", "P26W", "P39W", "P52W", "P53W"])
QUARTER_ENDED = re.compile(
    r"\b(?:quarter|three months|13 weeks|thirteen weeks) (?:ended|ending|to) (?:on |the )?$", re.IGNORECASE
)
SHARES = re.compile(
    r"\s?(?:,|and|or|to|through|until|[-–—/])(?:\sand|\sto)?\s?|\s(?:and|or|to|through|until)\s(?:the\s)?"
)
NEAR = 600
"""How far back, in characters, a date may stand that anchors "a year earlier" or "that day"."""
HERE = 250
"""How far from a clock time its day may stand."""


class Resolver:
    """Resolves the expressions of one article in text order, remembering the days, quarters and years it has passed."""

    def __init__(
        self, document: Document, expressions: Sequence[TimeExpression], published: date | None, options: Options
    ) -> None:
        self.document = document
        self.expressions = expressions
        self.published = published
        self.options = options
        self._order: str | None = options.date_order
        self.flags: list[str] = []
        self.alternatives: list[str] = []
        self.fiscal = False
        self.day: tuple[int, date] | None = None
        self.month: tuple[int, int, int] | None = None
        self.quarter: tuple[int, str] | None = None
        self.year: tuple[int, int] | None = None
        self.latest_year: tuple[int, int] | None = None
        self.quarter_at = -1
        self.period_is_long = -1

    def resolve(self) -> tuple[TimeMention, ...]:
        """One mention for each expression."""
        out = []
        for index, made in enumerate(self.expressions):
            self.flags, self.alternatives, self.fiscal = [], [], made.fiscal
            self.index = index
            value = self.value(made)
            days = interval(value, self.options.fiscal_year_end) if value is not None else None
            if made.type == "DURATION" and made.code is not None:
                days = self.framed(made)
            if value is not None:
                self.remember(made, value, days)
            out.append(
                TimeMention(
                    made.start,
                    made.end,
                    made.type,
                    value,
                    days[0] if days else None,
                    days[1] if days else None,
                    self.fiscal,
                    tuple(self.alternatives),
                    tuple(self.flags),
                    made.confidence,
                    made.rule,
                    self.offset_of(made, days),
                )
            )
        return tuple(out)

    def offset_of(self, made: TimeExpression, days: tuple[date, date] | None) -> str | None:
        """The UTC offset of a clock time with a zone, daylight saving by its day."""
        return utc_offset(made.zone, days[0]) if made.zone is not None and days is not None else None

    def framed(self, made: TimeExpression) -> tuple[date, date] | None:
        """The days of "the past three years", "the next four weeks", "the first nine months"."""
        anchor, count, unit = self.published, made.count, made.unit
        if anchor is None or count is None or unit not in ("D", "W", "M", "Q", "Y", "DE") or not 0 < count < 1000:
            return None
        if made.code in ("past", "last", "previous", "prior", "preceding", "latest"):
            first = _stepped(anchor, unit, -count)
            return (first + timedelta(days=1), anchor) if first is not None else None
        if made.code in ("next", "coming"):
            last = _stepped(anchor, unit, count)
            return (anchor, last) if last is not None else None
        if made.code in ("first", "opening") and unit in ("M", "Q"):
            year = (
                self.latest_year[1]
                if self.latest_year is not None and made.start - self.latest_year[0] <= HERE
                else anchor.year
            )
            last = _stepped(date(year, 1, 1), unit, count)
            return (date(year, 1, 1), last - timedelta(days=1)) if last is not None else None
        return None

    def value(self, made: TimeExpression) -> str | None:
        """The TIMEX3 value, or None."""
        if made.kind == "value":
            return made.value
        return RESOLVERS[made.kind](self, made)

    def remember(self, made: TimeExpression, value: str, days: tuple[date, date] | None) -> None:
        """Keep the latest day, month, quarter and year that the text has named."""
        at = made.start
        if made.type in ("DURATION", "SET"):
            if made.type == "DURATION" and value in LONG_PERIODS:
                self.period_is_long = at
            return
        if "-Q" in value or "-H" in value:
            if made.kind == "quarter" or (made.kind == "unit" and self.quarter is None):
                # The quarter that an article is about is the latest one that is over; others are compared with it.
                over = self.is_over(value)
                if (
                    self.quarter is None
                    or (over and not self.is_over(self.quarter[1]))
                    or (
                        over == self.is_over(self.quarter[1])
                        and value.replace("FY", "") >= self.quarter[1].replace("FY", "")
                    )
                ):
                    self.quarter = (at, value)
                self.quarter_at = at
            elif made.kind == "the unit" or made.code == "latest":
                self.quarter_at = at
            return
        if days is None:
            return
        if made.kind in ("day", "month") and QUARTER_ENDED.search(self.document.text, max(0, at - 40), at):
            if self.quarter is None:
                self.quarter = (at, f"{days[1].year:04d}-Q{(days[1].month - 1) // 3 + 1}")
            self.quarter_at = at
        elif made.kind in ("fiscal year", "the unit") and made.unit in (None, "Y"):
            self.period_is_long = at
        span = (days[1] - days[0]).days
        if span == 0:
            self.day = (at, days[0])
            self.month = (at, days[0].year, days[0].month)
        elif span <= 31 and len(value) == 7:
            self.month = (at, days[0].year, days[0].month)
        if span <= 366:
            self.year = (at, days[0].year)
            if made.kind == "value" and (self.published is None or days[0].year <= self.published.year):
                if self.latest_year is None or days[0].year >= self.latest_year[1] or at - self.latest_year[0] > NEAR:
                    self.latest_year = (at, days[0].year)

    def is_over(self, value: str) -> bool:
        """Has the quarter ended before the article's day, as far as the calendar tells?"""
        days = interval(value.replace("FY", ""))
        return days is not None and (self.published is None or days[1] < self.published)

    # -- anchors ---------------------------------------------------------------------------------

    def order(self) -> str:
        """The article's order of day and month."""
        if self._order is None:
            self._order = numeric_order(self.expressions)
        return self._order

    def near_quarter(self, at: int) -> str | None:
        """The quarter that the text is about; None when it has turned to a longer period ("for the nine months")."""
        if self.quarter is None:
            return None
        return self.quarter[1] if self.quarter_at >= self.period_is_long else None

    def near_day(self, at: int) -> date | None:
        """The latest day named shortly before, else the article's."""
        if self.day is not None and at - self.day[0] <= NEAR:
            return self.day[1]
        return self.published

    def near_year(self, at: int) -> int | None:
        """The latest year named shortly before, else the article's."""
        if self.year is not None and at - self.year[0] <= NEAR:
            return self.year[1]
        return self.published.year if self.published is not None else None

    def tense(self) -> tuple[bool, bool]:
        """(looks ahead, looks back): what the clause before the present expression says."""
        made = self.expressions[self.index]
        text = self.document.text
        return evidence(text, made.start, made.end)

    # -- calendar --------------------------------------------------------------------------------

    def on_day(self, made: TimeExpression) -> str | None:
        """A day of a month, in its year or the nearest one."""
        month, day = made.month or 1, made.day or 1
        year = made.year or self.shared_year(made)
        if year is None:
            year = self.nearest_year(month, day)
            if year is None:
                return None
        return self.checked(year, month, day, made.weekday)

    def shared_year(self, made: TimeExpression) -> int | None:
        """The year that stands only behind the last of several ("from March to [May 2012]")."""
        before = made
        for following in self.expressions[self.index + 1 : self.index + 4]:
            bridge = self.document.text[before.end : following.start]
            if following.kind not in ("month", "day", "days") or not SHARES.fullmatch(bridge):
                return None
            if following.year is not None:
                later = ((following.month or 0), following.day or 0) >= ((made.month or 0), made.day or 0)
                return following.year if later else following.year - 1
            before = following
        return None

    def on_days(self, made: TimeExpression) -> str | None:
        """From one day to another of a month."""
        first = self.on_day(made)
        if first is None:
            return None
        last = self.checked(int(first[:4]), made.month or 1, int(made.count or 0))
        return f"{first}/{last}" if last is not None else None

    def day_of_month(self, made: TimeExpression) -> str | None:
        """The 18th: of a told month, or the nearest one."""
        anchor = self.published
        if anchor is None:
            return None
        best: tuple[int, date] | None = None
        for shift in (made.shift,) if made.shift is not None else (0, -1, 1):
            month = add_months(anchor.replace(day=1), shift)
            try:
                day = month.replace(day=made.day or 1)
            except ValueError:
                continue
            distance = abs((day - anchor).days) + (0 if made.weekday in (None, day.isoweekday()) else 100)
            if best is None or distance < best[0]:
                best = (distance, day)
        return best[1].isoformat() if best is not None else None

    def checked(self, year: int, month: int, day: int, weekday: int | None = None) -> str | None:
        """The value of a day that exists, flagged where a stated weekday contradicts it."""
        found = absolute(f"{day} {MONTH_NAMES[month]} {year:04d}")
        if found is None:
            self.flags.append("impossible-date")
            return None
        if weekday is not None and found.isoweekday() != weekday:
            self.flags.append("weekday-mismatch")
        return found.isoformat()

    def nearest_year(self, month: int, day: int, back_weight: float = 2.0, weight: float = 1.3) -> int | None:
        """The year in which this day lies nearest to the article's."""
        anchor = self.published
        if anchor is None:
            return None
        best: tuple[float, int] | None = None
        ahead, back = self.tense()
        if ends_there(self.document.text, self.expressions[self.index].start):
            ahead, back, back_weight = False, True, 20.0
        for year in (anchor.year, anchor.year - 1, anchor.year + 1):
            try:
                days = (date(year, month, day) - anchor).days
            except ValueError:
                continue
            # News looks back more than ahead; the clause may say which it is.
            distance = (
                days * (1.0 if ahead else back_weight if back else weight)
                if days > 0
                else -days * (1.6 if ahead else 1.0)
            )
            if best is None or distance < best[0]:
                best = (distance, year)
        return best[1] if best is not None else anchor.year

    def in_month(self, made: TimeExpression) -> str | None:
        """A month, in its year, in a told year, or the nearest one."""
        month = made.month or 1
        year = made.year or (self.shared_year(made) if made.shift is None else None)
        if year is None:
            anchor = self.published
            if anchor is None:
                return None
            if made.shift is None:
                year = self.nearest_year(month, 15, 8.0, 1.6) or anchor.year
            elif "told year" in made.rule:
                year = anchor.year + made.shift
            elif made.shift == 0:
                year = anchor.year
            elif made.shift < 0:
                year = anchor.year - (month >= anchor.month)
            else:
                year = anchor.year + (month <= anchor.month)
        return f"{year:04d}-{month:02d}"

    def numeric(self, made: TimeExpression) -> str | None:
        """9/10/2012: by the article's order, with the other reading beside it."""
        first, second = made.month or 0, made.day or 0
        month_first = self.order() == "MDY"
        if first > 12:
            month_first = False
        elif second > 12:
            month_first = True
        month, day = (first, second) if month_first else (second, first)
        year = made.year if made.year is not None else self.nearest_year(month, day)
        if year is None:
            return None
        value = self.checked(year, month, day)
        if first != second and first <= 12 and second <= 12:
            self.alternatives.append(f"{year:04d}-{day:02d}-{month:02d}")
        return value

    def holiday(self, made: TimeExpression) -> str | None:
        """A holiday, in its year or the nearest one."""
        anchor = self.published
        name = made.code or ""
        if made.year is not None:
            day = holiday(name, made.year)
        elif anchor is None:
            return None
        else:
            near = [d for d in (holiday(name, anchor.year + shift) for shift in (-1, 0, 1)) if d is not None]
            if made.shift is not None:
                if made.shift < 0:
                    near = [d for d in near if d < anchor][-1:]
                elif made.shift > 0:
                    near = [d for d in near if d > anchor][:1]
                else:
                    near = [d for d in near if d.year == anchor.year]
            day = min(near, key=lambda d: (abs((d - anchor).days), d)) if near else None
        if day is None:
            return None
        return week_value(day) if made.unit == "W" else day.isoformat()

    def season(self, made: TimeExpression) -> str | None:
        """A season, in its year or the one meant from the article's day."""
        code = made.code or "SU"
        year = made.year
        if year is None:
            anchor = self.published
            if anchor is None:
                return None
            month = SEASON_MONTH[code]
            if made.shift is None:
                year = self.nearest_year(month, 15) or anchor.year
            elif made.shift == 0:
                year = anchor.year
            elif made.shift < 0:
                year = anchor.year - (month + 1 >= anchor.month)
            else:
                year = anchor.year + (month - 1 <= anchor.month)
        return f"{year:04d}-{code}"

    def weekday(self, made: TimeExpression) -> str | None:
        """A weekday: the latest one, today included; "last" leaves today out, "next" is the first one after."""
        anchor = self.published
        if anchor is None or made.weekday is None:
            return None
        back = (anchor.isoweekday() - made.weekday) % 7
        if made.code in ("previous", "following"):
            anchor = self.near_day(made.start) or anchor
            back = (anchor.isoweekday() - made.weekday) % 7
        if made.shift is None:
            if back and self.tense()[0]:
                back -= 7
            return (anchor - timedelta(days=back)).isoformat()
        if made.shift < 0:
            return (anchor - timedelta(days=back or 7)).isoformat()
        if made.shift > 0:
            return (anchor + timedelta(days=7 - back)).isoformat()
        return (anchor + timedelta(days=made.weekday - anchor.isoweekday())).isoformat()

    # -- told from the article's day -------------------------------------------------------------

    def deictic(self, made: TimeExpression) -> str | None:
        """Today and its neighbours."""
        if self.published is None:
            return None
        return _shifted(self.published, "D", made.shift or 0)

    def unit(self, made: TimeExpression) -> str | None:
        """Last week, this quarter, next year."""
        anchor = self.published
        if anchor is None:
            return None
        if made.fiscal:
            return self.fiscal_year(made) if made.unit == "Y" else self.unit_value(made, anchor)
        return self.unit_value(made, anchor)

    def unit_value(self, made: TimeExpression, anchor: date) -> str | None:
        unit, shift = made.unit or "D", made.shift or 0
        if made.code == "latest":
            if unit == "Q":
                return (self.quarter[1] if self.quarter is not None else None) or _shifted(anchor, "Q", -1)
            return _shifted(anchor, unit, 0 if unit == "W" else -1)
        return _shifted(anchor, unit, shift)

    def offset(self, made: TimeExpression) -> str | None:
        """Two weeks ago, three years from now; a year ago in a report on a quarter is that quarter of the year before."""
        if self.published is None:
            return None
        if made.unit == "Y" and made.count == 1 and (made.shift or 0) < 0:
            quarter = self.near_quarter(made.start)
            if quarter is not None and made.inner is None:
                return _other_year(quarter, -1)
        return _moved(self.published, made.unit or "D", (made.count or 0) * (made.shift or 0))

    def offset_from(self, made: TimeExpression) -> str | None:
        """Three days later, a year earlier: from the time that the text last named."""
        sign = made.shift or 0
        count = (made.count or 0) * sign
        unit = made.unit or "D"
        if unit == "Y" and made.count == 1 and sign < 0:
            quarter = self.near_quarter(made.start)
            if quarter is not None:
                return _other_year(quarter, -1)
        if unit == "Y":
            year = self.near_year(made.start)
            if count == -1 and self.latest_year is not None and made.start - self.latest_year[0] <= NEAR:
                year = self.latest_year[1]
            return f"{year + int(count):04d}" if year is not None and 0 < year + int(count) < 9999 else None
        anchor = self.near_day(made.start)
        return None if anchor is None else _moved(anchor, unit, count)

    def after(self, made: TimeExpression) -> str | None:
        """The following day, the previous year."""
        unit, shift = made.unit or "D", made.shift or 0
        if unit == "Y":
            year = self.near_year(made.start)
            return None if year is None else f"{year + shift:04d}"
        if unit == "Q":
            quarter = self.near_quarter(made.start)
            if quarter is not None:
                return _next_quarter(quarter, shift)
        if unit == "M" and self.month is not None and made.start - self.month[0] <= NEAR:
            moved = add_months(date(self.month[1], self.month[2], 1), shift)
            return f"{moved.year:04d}-{moved.month:02d}"
        anchor = self.near_day(made.start)
        return None if anchor is None else _shifted(anchor, unit, shift)

    def same(self, made: TimeExpression) -> str | None:
        """That year, the same day."""
        unit = made.unit or "D"
        if unit == "Q":
            quarter = self.near_quarter(made.start)
            if quarter is not None:
                return quarter
        if unit == "Y":
            year = self.near_year(made.start)
            return None if year is None else f"{year:04d}"
        if unit == "M" and self.month is not None and made.start - self.month[0] <= NEAR:
            return f"{self.month[1]:04d}-{self.month[2]:02d}"
        anchor = self.near_day(made.start)
        return None if anchor is None else _shifted(anchor, unit, 0)

    def the_unit(self, made: TimeExpression) -> str | None:
        """The quarter, the year: the one that the article is about."""
        anchor = self.published
        if made.unit == "Q":
            if self.quarter is not None:
                return self.quarter[1]
            return None if anchor is None else _shifted(anchor, "Q", -1)
        if anchor is None:
            return None
        if made.unit == "WE":
            return (
                week_value(anchor - timedelta(days=0 if anchor.isoweekday() > 5 else 7), weekend=True)
                if anchor.isoweekday() < 4
                else week_value(anchor, weekend=True)
            )
        return _shifted(anchor, made.unit or "D", 0)

    def year_ago(self, made: TimeExpression) -> str | None:
        """The year-earlier quarter, the same period last year."""
        quarter = self.near_quarter(made.start) if made.unit != "Q" or self.quarter is None else self.quarter[1]
        if made.year is not None:
            if quarter is None:
                return f"{made.year:04d}"
            head, _, part = quarter.partition("-")
            return f"{'FY' if head.startswith('FY') else ''}{made.year:04d}-{part}"
        if quarter is not None and made.unit in ("Q", None, "H"):
            return _other_year(quarter, -1)
        anchor = self.published
        if anchor is None:
            return None
        if made.unit == "Q":
            return _other_year(_shifted(anchor, "Q", -1), -1)
        if made.unit == "M":
            if self.month is not None and made.start - self.month[0] <= NEAR:
                return f"{self.month[1] - 1:04d}-{self.month[2]:02d}"
            return f"{anchor.year - 1:04d}-{anchor.month:02d}"
        return f"{anchor.year - 1:04d}"

    # -- periods of business ---------------------------------------------------------------------

    def in_quarter(self, made: TimeExpression) -> str | None:
        """A quarter or half."""
        code = made.code or "Q1"
        year = made.year
        anchor = self.published
        if year is None:
            if anchor is None:
                return None
            if made.shift is not None:
                year = anchor.year + made.shift
            else:
                months = 3 if code[0] == "Q" else 6
                begun = date(anchor.year, (int(code[1]) - 1) * months + 1, 1)
                year = anchor.year if begun <= anchor else anchor.year - 1
        return f"{'FY' if made.fiscal else ''}{year:04d}-{code}"

    def fiscal_year(self, made: TimeExpression) -> str | None:
        """A fiscal year by its label, or told from the article's day."""
        year = made.year
        if year is None:
            if self.published is None:
                return None
            year = self.published.year
            end = self.options.fiscal_year_end
            if end is not None and self.published.strftime("%m-%d") > end:
                year += 1
            year += made.shift or 0
        return f"{'FY' if made.fiscal else ''}{year:04d}"

    # -- composed --------------------------------------------------------------------------------

    def part(self, made: TimeExpression) -> str | None:
        """Early, late, the end of: the value of the whole."""
        return self.value(made.inner) if made.inner is not None else None

    def daypart(self, made: TimeExpression) -> str | None:
        """Monday morning, tonight."""
        day = self.value(made.inner) if made.inner is not None else None
        if day is None or len(day) != 10:
            return None
        return f"{day}{made.code}"

    def clock(self, made: TimeExpression) -> str | None:
        """A time of the day, on the day beside it, else on the day named next to it, else on the article's day."""
        day = self.value(made.inner) if made.inner is not None else None
        if day is None:
            day = self.day_of_clock(made)
        if day is None or len(day) != 10:
            return None
        if made.code is not None:
            return f"{day}T{made.value}/{day}T{made.code}"
        return f"{day}T{made.value}"

    def day_of_clock(self, made: TimeExpression) -> str | None:
        """The day that a clock time belongs to."""
        following = self.expressions[self.index + 1] if self.index + 1 < len(self.expressions) else None
        if (
            following is not None
            and following.kind in ("day", "weekday", "numeric")
            and 0 <= following.start - made.end <= 40
            and "\n" not in self.document.text[made.end : following.start]
        ):
            flags, self.flags = self.flags, []
            value = self.value(following)
            self.flags = flags
            return value
        if self.day is not None and made.start - self.day[0] <= HERE:
            return self.day[1].isoformat()
        return self.published.isoformat() if self.published is not None else None


def _shifted(anchor: date, unit: str, shift: int) -> str | None:
    """The unit that holds the anchor, or one `shift` away."""
    try:
        if unit == "D":
            return (anchor + timedelta(days=shift)).isoformat()
        if unit in ("W", "WE"):
            return week_value(anchor + timedelta(days=7 * shift), weekend=unit == "WE")
        if unit == "F":
            return week_value(anchor + timedelta(days=14 * shift))
        if unit == "M":
            moved = add_months(anchor, shift)
            return f"{moved.year:04d}-{moved.month:02d}"
        if unit == "Q":
            moved = add_months(anchor.replace(day=1), 3 * shift)
            return f"{moved.year:04d}-Q{(moved.month - 1) // 3 + 1}"
        if unit == "H":
            moved = add_months(anchor.replace(day=1), 6 * shift)
            return f"{moved.year:04d}-H{(moved.month - 1) // 6 + 1}"
    except OverflowError:
        return None
    year = anchor.year + shift * {"Y": 1, "DE": 10, "CE": 100}.get(unit, 1000)
    if not 0 < year <= 9999:
        return None
    if unit == "DE":
        return f"{year // 10:03d}X"
    if unit == "CE":
        return f"{year // 100:02d}XX"
    return f"{year:04d}"


def _stepped(anchor: date, unit: str, count: float) -> date | None:
    """The day that lies `count` units from the anchor."""
    try:
        if unit in ("D", "W"):
            return anchor + timedelta(days=round(count * (7 if unit == "W" else 1)))
        return add_months(anchor, round(count * {"M": 1, "Q": 3, "Y": 12, "DE": 120}[unit]))
    except OverflowError:
        return None


def _moved(anchor: date, unit: str, count: float) -> str | None:
    """The time that lies `count` units from the anchor, as fine as the unit is."""
    if abs(count) > 100_000:
        return None
    try:
        if unit in ("TH", "TM", "TS"):
            return anchor.isoformat()
        if unit in ("Y", "DE", "CE", "ML"):
            years = count * {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}[unit]
            if years != int(years):
                moved = add_months(anchor, round(years * 12))
                return f"{moved.year:04d}-{moved.month:02d}"
            year = anchor.year + int(years)
            return f"{year:04d}" if 0 < year <= 9999 else None
        if unit == "D":
            return (anchor + timedelta(days=round(count))).isoformat()
        if unit in ("W", "F", "WE"):
            return week_value(anchor + timedelta(days=round(count * (14 if unit == "F" else 7))), weekend=unit == "WE")
        moved = add_months(anchor.replace(day=1), round(count * {"M": 1, "Q": 3, "H": 6}[unit]))
        return (
            f"{moved.year:04d}-Q{(moved.month - 1) // 3 + 1}" if unit == "Q" else f"{moved.year:04d}-{moved.month:02d}"
        )
    except OverflowError:
        return None


def _other_year(value: str | None, shift: int) -> str | None:
    """The same quarter of another year."""
    if value is None:
        return None
    prefix = "FY" if value.startswith("FY") else ""
    rest = value[len(prefix) :]
    if not rest[:4].isdigit():
        return None
    return f"{prefix}{int(rest[:4]) + shift:04d}{rest[4:]}"


def _next_quarter(value: str, shift: int) -> str | None:
    """The quarter (or half) next to another."""
    head, _, part = value.partition("-")
    size = 4 if part[:1] == "Q" else 2
    prefix = "FY" if head.startswith("FY") else ""
    year, nth = divmod(int(head[len(prefix) :]) * size + int(part[1]) - 1 + shift, size)
    return f"{prefix}{year:04d}-{part[0]}{nth + 1}"


RESOLVERS: dict[str, Callable[[Resolver, TimeExpression], str | None]] = {
    "day": Resolver.on_day, "days": Resolver.on_days, "day of month": Resolver.day_of_month, "month": Resolver.in_month, "numeric": Resolver.numeric, "season": Resolver.season, "weekday": Resolver.weekday,
    "deictic": Resolver.deictic, "unit": Resolver.unit, "offset": Resolver.offset, "offset from": Resolver.offset_from, "after": Resolver.after,
    "same": Resolver.same, "the unit": Resolver.the_unit, "year ago": Resolver.year_ago, "quarter": Resolver.in_quarter,
    "fiscal year": Resolver.fiscal_year, "holiday": Resolver.holiday, "part": Resolver.part, "daypart": Resolver.daypart, "clock": Resolver.clock,
}  # fmt: skip
"""The resolver of each kind of `TimeExpression`."""
