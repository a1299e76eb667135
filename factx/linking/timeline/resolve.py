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
from factx.mentions.dates import TimeExpression
from factx.mentions.types import TimeMention
from factx.values.calendar import edge, interval, part_of
from factx.values.steps import moved, other_quarter, shifted, stepped
from factx.values.zones import utc_offset

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
                    utc_offset(made.zone, days[0]) if made.zone is not None and days is not None else None,
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
        opening = made.code in ("first", "opening") and unit in ("M", "Q")
        if opening:
            anchor = date(self.latest_year(made.start, HERE) or anchor.year, 1, 1)
        last = stepped(anchor, unit, count) if opening or made.code in ("next", "coming") else None
        return None if last is None else (anchor, last - timedelta(days=1) if opening else last)

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
        anchor, unit, shift = self.published, made.unit or "D", made.shift or 0
        if anchor is None:
            return None
        if made.code == "prior" and unit == "Y":
            return f"{(self.figures_year(made.start) or anchor.year) - 1:04d}"
        if made.code == "latest":
            shift = 0 if unit == "W" else -1
            if unit == "Q" and self.quarter is not None:
                return self.quarter[1]
        return shifted(anchor, unit, shift)

    def of_year_before(self, made: TimeExpression) -> str | None:
        """What "a year ago", "a year earlier" are in a report on a quarter: that quarter of the year before."""
        quarter = self.near_quarter() if made.unit == "Y" and made.count == 1 and (made.shift or 0) < 0 else None
        return None if quarter is None else other_quarter(quarter, years=-1)

    def offset(self, made: TimeExpression) -> str | None:
        """Two weeks ago, three years from now; a year ago in a report on a quarter is that quarter of the year before."""
        base = self.published
        if base is None:
            return None
        if made.inner is not None:
            base += timedelta(days=made.inner.shift or 0)
        else:
            quarter = self.of_year_before(made)
            if quarter is not None:
                return quarter
        return moved(base, made.unit or "D", (made.count or 0) * (made.shift or 0))

    def offset_from(self, made: TimeExpression) -> str | None:
        """Three days later, a year earlier: from the time that the text last named."""
        count, unit = (made.count or 0) * (made.shift or 0), made.unit or "D"
        quarter = self.of_year_before(made)
        if quarter is not None:
            return quarter
        if unit == "Y":
            year = (self.latest_year(made.start, NEAR) if count == -1 else None) or self.near_year(made.start)
            return f"{year + int(count):04d}" if year is not None and 0 < year + int(count) < 9999 else None
        anchor = self.near_day(made.start)
        return None if anchor is None else moved(anchor, unit, count)

    def after(self, made: TimeExpression) -> str | None:
        """The following day, the previous year."""
        return self.beside(made, made.shift or 0, NEAR)

    def same(self, made: TimeExpression) -> str | None:
        """That year, the same day."""
        return self.beside(made, 0, FAR)

    def beside(self, made: TimeExpression, shift: int, reach: int) -> str | None:
        """The unit `shift` away from the one that the text last named."""
        unit = made.unit or "D"
        if unit == "Y":
            year = self.near_year(made.start)
            return None if year is None else f"{year + shift:04d}"
        quarter = self.near_quarter() if unit == "Q" else None
        if quarter is not None:
            return other_quarter(quarter, shift)
        if unit == "M" and self.month is not None and made.start - self.month[0] <= NEAR:
            return shifted(date(self.month[1], self.month[2], 1), unit, shift)
        anchor = self.near_day(made.start, reach)
        return None if anchor is None else shifted(anchor, unit, shift)

    def the_unit(self, made: TimeExpression) -> str | None:
        """The quarter, the year: the one that the article is about."""
        anchor = self.published
        if made.unit == "Q" and self.quarter is not None:
            return self.quarter[1]
        if anchor is None:
            return None
        if made.unit == "Q":
            return shifted(anchor, "Q", -1)
        if made.unit == "WE":  # until Wednesday the one that is over
            return shifted(anchor, "WE", -1 if anchor.isoweekday() < 4 and not self.tense()[0] else 0)
        if made.unit == "Y" and made.rule == "the unit" and (year := self.year_of_sentence(made.start)) is not None:
            return f"{year:04d}"
        return shifted(anchor, made.unit or "D", 0)

    def part(self, made: TimeExpression) -> str | None:
        """Early, late, the end of: the value of the whole."""
        return self.value_of(made.inner) if made.inner is not None else None

    def daypart(self, made: TimeExpression) -> str | None:
        """Monday morning, tonight."""
        day = self.part(made)
        return f"{day}{made.code}" if day is not None and len(day) == 10 else None

    def clock(self, made: TimeExpression) -> str | None:
        """A time of the day, on the day beside it, else on the day named next to it, else on the article's day."""
        day = self.part(made) or self.day_of_clock(made)
        if day is None or len(day) != 10:
            return None
        return f"{day}T{made.value}" + (f"/{day}T{made.code}" if made.code is not None else "")

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
