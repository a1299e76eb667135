"""Calendar dates: the year that "9 October", "May" or "last autumn" lies in, the day of "Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from factx.linking.timeline.anchors import Anchors
from factx.linking.timeline.tense import ends_there, happened
from factx.mentions.dates import TimeExpression
from factx.values.calendar import add_months, last_day, week_value
from factx.values.dateparsing import absolute
from factx.values.holidays import holiday, nth_weekday

__all__ = ["CalendarDates"]

MONTH_NAMES = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
FAR = 20.0
"""How much farther a day seems on the side that the tense of the clause does not look to."""
AHEAD = 8.0
CLOSE = 30
"""Days to a holiday within which it is the one that is meant, whatever the tense."""
SEASON_MONTH = {"WI": 1, "SP": 4, "SU": 7, "FA": 10}
BESIDE = 24
TELLS = re.compile(r",?\s(?:when|after|with|on)\s(?:the\s)?")
SHARES = re.compile(
    r"\s?(?:,|and|or|to|through|until|[-–—/])(?:\sand|\sto)?\s?|\s(?:and|or|to|through|until)\s(?:the\s)?"
)


class CalendarDates(Anchors):
    """Resolvers of days, months, seasons, weekdays and holidays.

    The choices where the words leave one follow what newswire does: a weekday is the latest such day, the article's own
    day included; a day or month without a year is the nearest one; the tense of the clause may say otherwise.
    """

    def on_day(self, made: TimeExpression) -> str | None:
        """A day of a month, in its year or the nearest one."""
        month, day = made.month or 1, made.day or 1
        year = made.year or self.shared_year(made) or self.year_before(made)
        if year is None:
            year = self.nearest_year(month, day)
            if year is None:
                return self.beside_a_full_date(made.start, month, day)
        return self.checked(year, month, day, made.weekday)

    def beside_a_full_date(self, at: int, month: int, day: int) -> str | None:
        """A day of an article without its own day: the one nearest to the full date beside it, as a guess."""
        anchor = self.neighbour_day(at)
        if anchor is None:
            return None
        near = [(abs((found - anchor).days), found.year) for found in _days_beside(anchor.year, month, day)]
        self.guessed = True
        return self.checked(min(near)[1], month, day) if near else None

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

    def year_before(self, made: TimeExpression) -> int | None:
        """The year of "in [2001], when the 11 September attacks", "in 2012, on 3 May"."""
        before = self.expressions[self.index - 1] if self.index else None
        if before is None or before.rule != "bare year" or made.start - before.end > BESIDE:
            return None
        return int(before.value or 0) if TELLS.fullmatch(self.document.text, before.end, made.start) else None

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
        months = [add_months(anchor.replace(day=1), s) for s in ((0, -1, 1) if made.shift is None else (made.shift,))]
        days = [m.replace(day=made.day or 1) for m in months if (made.day or 1) <= last_day(m.year, m.month).day]
        other = made.weekday
        near = min(
            days, key=lambda d: abs((d - anchor).days) + 100 * (other not in (None, d.isoweekday())), default=None
        )
        return near.isoformat() if near is not None else None

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
        ahead, back = self.tense()
        start = self.expressions[self.index].start
        if back and not ahead and happened(self.document.text, start, self.expressions[self.index].end):
            back_weight = FAR
        if ends_there(self.document.text, start):
            ahead, back, back_weight = False, True, FAR
        # News looks back more than ahead; the clause may say which it is.
        later, earlier = 1.0 if ahead else back_weight if back else weight, AHEAD if ahead else 1.0
        near = min(
            _days_beside(anchor.year, month, day),
            key=lambda d: (d - anchor).days * later if d > anchor else (anchor - d).days * earlier,
            default=anchor,
        )
        return near.year

    def told_year(self, made: TimeExpression, begun: int, over: int, nearest: Callable[[], int | None]) -> int | None:
        """The year of "last May", "next autumn": that of the article's day, or the one beside it where the month has come or gone."""
        anchor, shift = self.published, made.shift
        if made.year is not None or anchor is None:
            return made.year
        if shift is None:
            return nearest() or anchor.year
        if "told year" in made.rule:
            return anchor.year + shift
        return anchor.year - (shift < 0 and begun >= anchor.month) + (shift > 0 and over <= anchor.month)

    def in_month(self, made: TimeExpression) -> str | None:
        """A month, in its year, in a told year, or the nearest one."""
        month = made.month or 1
        year = self.shared_year(made) if made.year is None and made.shift is None else None
        year = year or self.told_year(made, month, month, lambda: self.nearest_year(month, 15, 8.0, 1.6))
        return None if year is None else f"{year:04d}-{month:02d}"

    def from_month_to_month(self, made: TimeExpression) -> str | None:
        """The April-June quarter, in its year or the nearest one."""
        first, last = made.month or 1, int(made.count or 1)
        year = made.year or self.nearest_year(last, 15, 8.0, 1.6)
        if year is None:
            return None
        if last - first == 2 and last % 3 == 0:
            return f"{year:04d}-Q{last // 3}"
        return f"{year - (first > last):04d}-{first:02d}/{year:04d}-{last:02d}"

    def week_of(self, made: TimeExpression) -> str | None:
        """The week of March 6, the weekend of May 4."""
        inner = made.inner
        day = None if inner is None else self.value_of(inner)
        return None if day is None else week_value(date.fromisoformat(day), weekend=made.unit == "WE")

    def nth_weekday(self, made: TimeExpression) -> str | None:
        """The first Tuesday of next month, the last Friday in May."""
        month = self.value_of(made.inner) if made.inner is not None else None
        if month is None or len(month) != 7:
            return None
        year, nth = int(month[:4]), int(made.count or 1)
        try:
            return nth_weekday(year, int(month[5:]), made.weekday or 1, nth).isoformat()
        except (OverflowError, ValueError):
            return None

    def numeric(self, made: TimeExpression) -> str | None:
        """9/10/2012: by the article's order, with the other reading beside it."""
        first, second = made.month or 0, made.day or 0
        month_first = self.order == "MDY"
        if first > 12:
            month_first = False
        elif second > 12:
            month_first = True
        month, day = (first, second) if month_first else (second, first)
        year = made.year if made.year is not None else self.nearest_year(month, day)
        if year is None:
            return None
        if made.weekday is not None and _weekday(year, day, month) == made.weekday != _weekday(year, month, day):
            month, day = day, month  # the weekday beside it tells the order
        value = self.checked(year, month, day, made.weekday)
        if first != second and first <= 12 and second <= 12:
            self.alternatives.append(f"{year:04d}-{day:02d}-{month:02d}")
        return value

    def holiday(self, made: TimeExpression) -> str | None:
        """A holiday, in its year or the nearest one."""
        anchor, code = self.published, made.code or ""
        if made.year is not None:
            day = holiday(code, made.year)
        elif anchor is not None:
            around = [holiday(code, anchor.year + shift) for shift in (-1, 0, 1)]
            near = self.meant([d for d in around if d is not None], anchor, made.shift)
            day = min(near, key=lambda d: (abs((d - anchor).days), d), default=None)
        else:
            day = None
        if day is None:
            return None
        return week_value(day) if made.unit == "W" else day.isoformat()

    def meant(self, days: list[date], anchor: date, shift: int | None) -> list[date]:
        """Those of a holiday's days that "last", "this", "next", or else the tense of the clause, can mean."""
        if shift is not None:
            before, behind = [d for d in days if d < anchor][-1:], [d for d in days if d > anchor][:1]
            return before if shift < 0 else behind if shift else [d for d in days if d.year == anchor.year]
        if min(abs((d - anchor).days) for d in days) > CLOSE and any(self.tense()):
            ahead = self.tense()[0]
            return [d for d in days if (d >= anchor if ahead else d <= anchor)]
        return days

    def season(self, made: TimeExpression) -> str | None:
        """A season, in its year or the one meant from the article's day."""
        month = SEASON_MONTH[made.code or "SU"]
        year = self.told_year(made, month + 1, month - 1, lambda: self.nearest_year(month, 15))
        return None if year is None else f"{year:04d}-{made.code}"

    def weekday_of_week(self, made: TimeExpression) -> str | None:
        """Monday of next week."""
        if self.published is None:
            return None
        days = (made.weekday or 1) - self.published.isoweekday() + 7 * (made.shift or 0)
        return (self.published + timedelta(days=days)).isoformat()

    def weekday(self, made: TimeExpression) -> str | None:
        """A weekday: the latest one, today included; "last" leaves today out, "next" is the first one after."""
        anchor = self.published
        if anchor is None or made.weekday is None:
            return None
        back = (anchor.isoweekday() - made.weekday) % 7
        if made.shift is None:
            back -= 7 if back and self.tense()[0] else 0
        elif made.shift < 0:
            back = back or 7
        elif made.shift > 0:
            back -= 7
        else:
            back = anchor.isoweekday() - made.weekday
        return (anchor - timedelta(days=back)).isoformat()


def _days_beside(year: int, month: int, day: int) -> list[date]:
    """The day in a year, the one before and the one after, where it exists."""
    return [date(y, month, day) for y in (year, year - 1, year + 1) if 0 < y < 9999 and day <= last_day(y, month).day]


def _weekday(year: int, month: int, day: int) -> int | None:
    """The ISO weekday of a day that exists."""
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return None
