"""Calendar dates: the year that "9 October", "May" or "last autumn" lies in, the day of "Tuesday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factx.linking.timeline.anchors import Anchors
from factx.linking.timeline.tense import ends_there, happened
from factx.mentions.dates import TimeExpression
from factx.values.calendar import add_months, week_value
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
        near = []
        for year in (anchor.year - 1, anchor.year, anchor.year + 1):
            try:
                near.append((abs((date(year, month, day) - anchor).days), year))
            except ValueError:
                continue
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
        start = self.expressions[self.index].start
        if back and not ahead and happened(self.document.text, start, self.expressions[self.index].end):
            back_weight = FAR
        if ends_there(self.document.text, start):
            ahead, back, back_weight = False, True, FAR
        for year in (anchor.year, anchor.year - 1, anchor.year + 1):
            try:
                days = (date(year, month, day) - anchor).days
            except ValueError:
                continue
            # News looks back more than ahead; the clause may say which it is.
            distance = (
                days * (1.0 if ahead else back_weight if back else weight)
                if days > 0
                else -days * (AHEAD if ahead else 1.0)
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
        month_first = self.order() == "MDY"
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
            elif min(abs((d - anchor).days) for d in near) > CLOSE and any(self.tense()):
                ahead = self.tense()[0]
                near = [d for d in near if (d >= anchor if ahead else d <= anchor)]
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


def _weekday(year: int, month: int, day: int) -> int | None:
    """The ISO weekday of a day that exists."""
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return None
