"""The periods of business: a quarter is the latest one that has begun, "the year-earlier quarter" is told from it.

What the clause expects ("likely to close in the first quarter") is the next quarter of its number; fiscal labels are those of
the issuer, and have days where the fiscal year's end is known.
"""

from __future__ import annotations

import re
from datetime import date

from factx.linking.timeline.anchors import NEAR
from factx.linking.timeline.calendar_dates import CalendarDates
from factx.mentions.dates import TimeExpression
from factx.values.calendar import last_day
from factx.values.steps import other_quarter, shifted

__all__ = ["BusinessPeriods"]

IN = re.compile(r"\b(?:in|during|by|into|until|before)\s(?:the\s)?$", re.IGNORECASE)

OUTLOOK = re.compile(r"[\s-](?:\w+\s){0,2}(?:guidance|outlook|forecast)\b", re.IGNORECASE)
LONG_OVER = 150


class BusinessPeriods(CalendarDates):
    """Resolvers of quarters, fiscal years and the periods that they are compared with."""

    def year_ago(self, made: TimeExpression) -> str | None:
        """The year-earlier quarter, the same period last year."""
        quarter = self.near_quarter() if made.unit != "Q" or self.quarter is None else self.quarter[1]
        if made.year is not None:
            if quarter is None:
                return f"{made.year:04d}"
            head, _, part = quarter.partition("-")
            return f"{'FY' if head.startswith('FY') else ''}{made.year:04d}-{part}"
        if quarter is not None and made.unit in ("Q", None, "H"):
            return other_quarter(quarter, years=-1)
        anchor = self.published
        if anchor is None:
            return None
        if made.unit == "M" and self.month is not None and made.start - self.month[0] <= NEAR:
            anchor = date(self.month[1], self.month[2], 1)
        return shifted(
            anchor, made.unit if made.unit in ("Q", "M") else "Y", {"Q": -5, "M": -12}.get(made.unit or "", -1)
        )

    def twin(self, made: TimeExpression) -> str | None:
        """The same period of 2012: the quarter, half or month that was named, in that year; else the year."""
        label, _, part = (self.near_period(made.start) or "").rpartition("-")
        size = part[:1] if part[:1] in ("Q", "H") else "M"
        self.fiscal = made.fiscal or (size != "M" and label.startswith("FY"))
        year = f"{'FY' if self.fiscal else ''}{made.year:04d}"
        return f"{year}-{part}" if part and made.unit in (None, size) and not (self.fiscal and size == "M") else year

    def in_quarter(self, made: TimeExpression) -> str | None:
        """A quarter or half."""
        code = made.code or "Q1"
        year, anchor = made.year, self.published
        if year is None:
            if anchor is None:
                return None
            if made.shift is not None:
                year = anchor.year + made.shift
            elif self.quarter is not None and self.quarter[1].endswith(code):
                return self.quarter[1]  # the one named before, with its label
            else:
                last_month = int(code[1]) * (3 if code[0] == "Q" else 6)
                year = anchor.year - (last_month - (2 if code[0] == "Q" else 5) > anchor.month)
                year += self.is_to_come(made, year, last_month)
        return f"{'FY' if made.fiscal else ''}{year:04d}-{code}"

    def is_to_come(self, made: TimeExpression, year: int, last_month: int) -> bool:
        """Is a quarter that is over the next one of its number ("likely to close in the first quarter")?"""
        text, anchor = self.document.text, self.published
        if anchor is None or last_day(year, last_month) >= anchor:
            return False
        if OUTLOOK.match(text, made.end, made.end + 36) is not None:
            return (anchor - last_day(year, last_month)).days > LONG_OVER
        return IN.search(text, max(0, made.start - 10), made.start) is not None and self.tense()[0]

    def fiscal_year(self, made: TimeExpression) -> str | None:
        """A fiscal year by its label, or told from the article's day."""
        year = made.year
        if year is None:
            if self.published is None:
                return None
            year = self.published.year
            end = self.year_end
            if end is not None and self.published.strftime("%m-%d") > end:
                year += 1
            year += made.shift or 0
        return f"{'FY' if made.fiscal else ''}{year:04d}"
