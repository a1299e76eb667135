"""From symbols to values: each kind of temporal expression has one resolver.

Calendar dates are in `factx.linking.timeline.calendar_dates`, quarters and fiscal years in `factx.linking.timeline.business`;
here are the times told from the article's day or from another time: "a year earlier" in a report on a quarter is that quarter
of the year before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from factx.linking.timeline.anchors import HERE, NEAR
from factx.linking.timeline.business import BusinessPeriods
from factx.linking.timeline.steps import moved, next_quarter, other_year, shifted, stepped
from factx.linking.timeline.zones import utc_offset
from factx.mentions.dates import TimeExpression
from factx.mentions.types import TimeMention
from factx.values.calendar import add_months, edge, interval, part_of, week_value

__all__ = ["Resolver"]

LIMIT = re.compile(r"\b(?:by|since|from|until|till|before|as of|up to)\s$", re.IGNORECASE)
IN = re.compile(r"\b[Ii]n\s$")
STRETCH = re.compile(r"\s(?:of|or|to|for|after|from)\b|['’]|-")
"""What makes "in two weeks" no point of time: "in two weeks of talks", "in two weeks from May 3"."""
BESIDE = 40
"""How far behind a clock time its day may stand."""
FAR = 1500
"""How far back "the same day" may have been named."""


class Resolver(BusinessPeriods):
    """Resolves the expressions of one article in text order."""

    def resolve(self) -> tuple[TimeMention, ...]:
        """One mention for each expression."""
        out = []
        for index, made in enumerate(self.expressions):
            self.flags, self.alternatives, self.fiscal, self.guessed = [], [], made.fiscal, False
            self.index = index
            coming = self.coming(made)
            value = coming or self.value_of(made)
            self.fiscal = self.fiscal or (value is not None and value.startswith("FY"))
            days = interval(value, self.year_end) if value is not None else None
            if made.type == "DURATION" and made.code is not None and coming is None:
                days = self.framed(made)
            if value is not None:
                self.remember(made, value, days)
            if days is not None and made.rule == "year to date" and self.published is not None:
                days = (days[0], min(days[1], self.published))
            if days is not None and made.mod is not None:
                days = edge(days, made.mod) if self.is_edge(made) else part_of(days, made.mod)
            out.append(
                TimeMention(
                    made.start,
                    made.end,
                    made.type if coming is None else "DATE",
                    value,
                    days[0] if days else None,
                    days[1] if days else None,
                    self.fiscal,
                    tuple(self.alternatives),
                    tuple(self.flags),
                    min(made.confidence, 0.5) if self.guessed else made.confidence,
                    made.rule,
                    self.offset_of(made, days),
                )
            )
        return tuple(out)

    def coming(self, made: TimeExpression) -> str | None:
        """The day that lies a stretch ahead: "will open in [two weeks]"."""
        if made.type != "DURATION" or made.code is not None or made.count is None or made.unit not in ("D", "W", "M"):
            return None
        text = self.document.text
        if self.published is None or IN.search(text, max(0, made.start - 4), made.start) is None:
            return None
        if STRETCH.match(text, made.end) is not None or not self.tense()[0]:
            return None
        return moved(self.published, made.unit, made.count)

    def is_edge(self, made: TimeExpression) -> bool:
        """Is a part one day: the end of June, or its beginning as a limit ("since the start of June")?"""
        if made.code in ("beginning", "start"):
            return LIMIT.search(self.document.text, max(0, made.start - 12), made.start) is not None
        return made.code in ("end", "close", "year-end")

    def offset_of(self, made: TimeExpression, days: tuple[date, date] | None) -> str | None:
        """The UTC offset of a clock time with a zone, daylight saving by its day."""
        return utc_offset(made.zone, days[0]) if made.zone is not None and days is not None else None

    def framed(self, made: TimeExpression) -> tuple[date, date] | None:
        """The days of "the past three years", "the next four weeks", "the first nine months"."""
        anchor, count, unit = self.published, made.count, made.unit
        if anchor is None or count is None or unit not in ("TH", "D", "W", "M", "Q", "Y", "DE") or not 0 < count < 1000:
            return None
        if unit == "TH":
            unit, count = "D", max(1, count // 24)
        if made.code in ("past", "last", "previous", "prior", "preceding", "latest"):
            first = stepped(anchor, unit, -count)
            return (first + timedelta(days=1), anchor) if first is not None else None
        if made.code in ("next", "coming"):
            last = stepped(anchor, unit, count)
            return (anchor, last) if last is not None else None
        if made.code in ("first", "opening") and unit in ("M", "Q"):
            year = (
                self.latest_year[1]
                if self.latest_year is not None and made.start - self.latest_year[0] <= HERE
                else anchor.year
            )
            last = stepped(date(year, 1, 1), unit, count)
            return (date(year, 1, 1), last - timedelta(days=1)) if last is not None else None
        return None

    def value_of(self, made: TimeExpression) -> str | None:
        """The TIMEX3 value, or None."""
        if made.kind == "value":
            return made.value
        return RESOLVERS[made.kind](self, made)

    def deictic(self, made: TimeExpression) -> str | None:
        """Today and its neighbours."""
        if self.published is None:
            return None
        return shifted(self.published, "D", made.shift or 0)

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
        if made.code == "prior" and unit == "Y":
            year = self.figures_year(made.start)
            return f"{(year or anchor.year) - 1:04d}"
        if made.code == "latest":
            if unit == "Q":
                return (self.quarter[1] if self.quarter is not None else None) or shifted(anchor, "Q", -1)
            return shifted(anchor, unit, 0 if unit == "W" else -1)
        return shifted(anchor, unit, shift)

    def offset(self, made: TimeExpression) -> str | None:
        """Two weeks ago, three years from now; a year ago in a report on a quarter is that quarter of the year before."""
        if self.published is None:
            return None
        if made.inner is not None:
            base = self.published + timedelta(days=made.inner.shift or 0)
            return moved(base, made.unit or "D", (made.count or 0) * (made.shift or 0))
        if made.unit == "Y" and made.count == 1 and (made.shift or 0) < 0:
            quarter = self.near_quarter(made.start)
            if quarter is not None:
                return other_year(quarter, -1)
        return moved(self.published, made.unit or "D", (made.count or 0) * (made.shift or 0))

    def offset_from(self, made: TimeExpression) -> str | None:
        """Three days later, a year earlier: from the time that the text last named."""
        sign = made.shift or 0
        count = (made.count or 0) * sign
        unit = made.unit or "D"
        if unit == "Y" and made.count == 1 and sign < 0:
            quarter = self.near_quarter(made.start)
            if quarter is not None:
                return other_year(quarter, -1)
        if unit == "Y":
            year = self.near_year(made.start)
            if count == -1 and self.latest_year is not None and made.start - self.latest_year[0] <= NEAR:
                year = self.latest_year[1]
            return f"{year + int(count):04d}" if year is not None and 0 < year + int(count) < 9999 else None
        anchor = self.near_day(made.start)
        return None if anchor is None else moved(anchor, unit, count)

    def after(self, made: TimeExpression) -> str | None:
        """The following day, the previous year."""
        unit, shift = made.unit or "D", made.shift or 0
        if unit == "Y":
            year = self.near_year(made.start)
            return None if year is None else f"{year + shift:04d}"
        if unit == "Q":
            quarter = self.near_quarter(made.start)
            if quarter is not None:
                return next_quarter(quarter, shift)
        if unit == "M" and self.month is not None and made.start - self.month[0] <= NEAR:
            stood = add_months(date(self.month[1], self.month[2], 1), shift)
            return f"{stood.year:04d}-{stood.month:02d}"
        anchor = self.near_day(made.start)
        return None if anchor is None else shifted(anchor, unit, shift)

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
        anchor = self.near_day(made.start, FAR)
        return None if anchor is None else shifted(anchor, unit, 0)

    def the_unit(self, made: TimeExpression) -> str | None:
        """The quarter, the year: the one that the article is about."""
        anchor = self.published
        if made.unit == "Q":
            if self.quarter is not None:
                return self.quarter[1]
            return None if anchor is None else shifted(anchor, "Q", -1)
        if anchor is None:
            return None
        if made.unit == "WE":
            if self.tense()[0]:
                return week_value(anchor, weekend=True)
            return (
                week_value(anchor - timedelta(days=0 if anchor.isoweekday() > 5 else 7), weekend=True)
                if anchor.isoweekday() < 4
                else week_value(anchor, weekend=True)
            )
        if made.unit == "Y" and made.rule == "the unit" and (year := self.year_of_sentence(made.start)) is not None:
            return f"{year:04d}"
        return shifted(anchor, made.unit or "D", 0)

    def part(self, made: TimeExpression) -> str | None:
        """Early, late, the end of: the value of the whole."""
        return self.value_of(made.inner) if made.inner is not None else None

    def daypart(self, made: TimeExpression) -> str | None:
        """Monday morning, tonight."""
        day = self.value_of(made.inner) if made.inner is not None else None
        if day is None or len(day) != 10:
            return None
        return f"{day}{made.code}"

    def clock(self, made: TimeExpression) -> str | None:
        """A time of the day, on the day beside it, else on the day named next to it, else on the article's day."""
        day = self.value_of(made.inner) if made.inner is not None else None
        if day is None:
            day = self.day_of_clock(made)
        if day is None or len(day) != 10:
            return None
        if made.code is not None:
            return f"{day}T{made.value}/{day}T{made.code}"
        return f"{day}T{made.value}"

    def day_of_clock(self, made: TimeExpression) -> str | None:
        """The day that a clock time belongs to."""
        for following in self.expressions[self.index + 1 : self.index + 3]:
            if following.start - made.end > BESIDE or "\n" in self.document.text[made.end : following.start]:
                break
            day = following.inner if following.kind == "clock" else following
            if day is None:
                continue  # 5pm EDT (9pm GMT) on Thursday
            if day.kind not in ("day", "weekday", "numeric"):
                break
            flags, self.flags = self.flags, []
            value = self.value_of(day)
            self.flags = flags
            return value
        if self.day is not None and made.start - self.day[0] <= HERE:
            return self.day[1].isoformat()
        return self.published.isoformat() if self.published is not None else None


RESOLVERS: dict[str, Callable[[Resolver, TimeExpression], str | None]] = {
    "day": Resolver.on_day, "days": Resolver.on_days, "day of month": Resolver.day_of_month,
    "month": Resolver.in_month, "months": Resolver.from_month_to_month, "week of": Resolver.week_of, "nth weekday": Resolver.nth_weekday,
    "numeric": Resolver.numeric,
    "season": Resolver.season, "weekday": Resolver.weekday,
    "weekday of week": Resolver.weekday_of_week,
    "deictic": Resolver.deictic, "unit": Resolver.unit, "offset": Resolver.offset, "offset from": Resolver.offset_from, "after": Resolver.after,
    "same": Resolver.same, "the unit": Resolver.the_unit, "year ago": Resolver.year_ago, "twin": Resolver.twin, "quarter": Resolver.in_quarter,
    "fiscal year": Resolver.fiscal_year, "holiday": Resolver.holiday, "part": Resolver.part, "daypart": Resolver.daypart, "clock": Resolver.clock,
}  # fmt: skip
"""The resolver of each kind of `TimeExpression`."""
