"""TIMEX3 values and the days that they name.

>>> interval("2012-Q3")
(datetime.date(2012, 7, 1), datetime.date(2012, 9, 30))
>>> interval("P3M/2004-12-31")
(datetime.date(2004, 10, 1), datetime.date(2004, 12, 31))
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

__all__ = ["add_months", "days_of_duration", "edge", "interval", "last_day", "part_of", "week_value"]

Interval = tuple[date, date]

VALUE = re.compile(
    r"""(?P<fiscal>FY)?(?P<year>\d{4})
        (?: -(?P<part>[QH])(?P<nth>\d)
          | -(?P<season>SP|SU|FA|WI)
          | -W(?P<week>\d\d)(?P<weekend>-WE)?
          | -(?P<month>\d\d)(?:-(?P<day>\d\d))?
        )?(?:T.*)?$""",
    re.VERBOSE,
)
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def last_day(year: int, month: int) -> date:
    """The last day of a month.

    >>> last_day(2024, 2)
    datetime.date(2024, 2, 29)
    """
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last one; the year is kept within what `date` can hold.

    >>> add_months(date(2024, 3, 31), -1)
    datetime.date(2024, 2, 29)
    """
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9998:
        return day
    return date(year, month + 1, min(day.day, last_day(year, month + 1).day))


def week_value(day: date, weekend: bool = False) -> str:
    """The ISO week of a day.

    >>> week_value(date(2012, 10, 9))
    '2012-W41'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}{'-WE' if weekend else ''}"


def edge(days: Interval, mod: str) -> Interval:
    """The first or the last day alone ("by the end of June").

    >>> edge((date(2024, 6, 1), date(2024, 6, 30)), "END")
    (datetime.date(2024, 6, 30), datetime.date(2024, 6, 30))
    """
    day = days[0] if mod == "START" else days[1]
    return day, day


def part_of(days: Interval, mod: str) -> Interval:
    """The early, middle or late third of a stretch: ten days of a month, a month of a quarter, four years of a decade.

    `mod` is START, MID or END; W1 to W4 are the weeks of a month counted from its first day, W5 its last seven days. A
    week is early until Tuesday and late from Thursday on; one day has no parts.

    >>> part_of((date(2024, 3, 1), date(2024, 3, 31)), "START")
    (datetime.date(2024, 3, 1), datetime.date(2024, 3, 10))
    >>> part_of((date(1990, 1, 1), date(1999, 12, 31)), "END")
    (datetime.date(1997, 1, 1), datetime.date(1999, 12, 31))
    """
    first, last = days
    length = (last - first).days + 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and last == last_day(last.year, last.month) and months >= 3:
        unit = 12 if months >= 120 else 1
        count = months // unit
        opening, closing = -(-count // 3) * unit, count // 3 * unit
        second, third = add_months(first, opening), add_months(first, count * unit - closing)
    else:
        if length < 3:
            return days
        opening, closing = (
            (2, 4) if length == 7 else (10, length - 20) if length >= 28 else (-(-length // 3), length // 3)
        )
        second, third = first + timedelta(days=opening), first + timedelta(days=length - closing)
    if mod[0] == "W":
        week = int(mod[1])  # W5 is the last one
        opens = last - timedelta(days=6) if week == 5 else first + timedelta(days=7 * (week - 1))
        return max(first, opens), min(last, opens + timedelta(days=6))
    if mod == "START":
        return first, second - timedelta(days=1)
    return (third, last) if mod == "END" else (second, third - timedelta(days=1))


def _fiscal(year: int, months: tuple[int, int], fiscal_year_end: str) -> Interval:
    """Months `months[0]`..`months[1]` (from 0) of the fiscal year that ends in `year`."""
    end_month, end_day = (int(part) for part in fiscal_year_end.split("-"))
    close = date(year, end_month, min(end_day, last_day(year, end_month).day))
    month_end = close == last_day(year, end_month)

    def boundary(back: int) -> date:
        moved = add_months(close, -back)
        return last_day(moved.year, moved.month) if month_end else moved

    return boundary(12 - months[0]) + timedelta(days=1), boundary(12 - months[1])


@lru_cache(maxsize=4096)
def interval(value: str, fiscal_year_end: str | None = None) -> Interval | None:
    """First and last day of a TIMEX3 value; None for what names no days ("PXY", "FUTURE_REF").

    `fiscal_year_end` ("MM-DD") places fiscal labels; without it "FY2013" has no days of its own. A fiscal year has
    the name of the calendar year in which it ends; where it ends in January it has the name of the year before.
    """
    if "/" in value:
        return _pair(value, fiscal_year_end)
    match = VALUE.match(value)
    if match is None:
        return _coarse(value)
    year = int(match["year"])
    if year < 1:
        return None
    try:
        if match["part"]:
            size = 3 if match["part"] == "Q" else 6
            nth = int(match["nth"])
            if not 1 <= nth <= 12 // size:
                return None
            if match["fiscal"]:
                if fiscal_year_end is None:
                    return None
                return _fiscal(_closing(year, fiscal_year_end), ((nth - 1) * size, nth * size), fiscal_year_end)
            return date(year, (nth - 1) * size + 1, 1), last_day(year, nth * size)
        if match["fiscal"]:
            if fiscal_year_end is None:
                return None
            return _fiscal(_closing(year, fiscal_year_end), (0, 12), fiscal_year_end)
        if match["season"]:
            start = date(year, SEASONS[match["season"]], 1)
            final = add_months(start, 2)
            return start, last_day(final.year, final.month)
        if match["week"]:
            monday = date.fromisocalendar(year, int(match["week"]), 1)
            return monday + timedelta(days=5 if match["weekend"] else 0), monday + timedelta(days=6)
        if match["day"]:
            day = date(year, int(match["month"]), int(match["day"]))
            return day, day
        if match["month"]:
            month = int(match["month"])
            return date(year, month, 1), last_day(year, month)
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, OverflowError):
        return None


def _closing(label: int, fiscal_year_end: str) -> int:
    """The calendar year in which the fiscal year of this label ends (retailers' fiscal 2024 ends in January 2025)."""
    return label + 1 if fiscal_year_end.startswith("01") or fiscal_year_end <= "02-10" else label


def _coarse(value: str) -> Interval | None:
    """Decades and centuries: 199X, 19XX."""
    if re.fullmatch(r"\d{3}X?", value):
        first = int(value[:3]) * 10
        return (date(first, 1, 1), date(first + 9, 12, 31)) if first else None
    if re.fullmatch(r"\d\dXX", value):
        first = int(value[:2]) * 100
        return (date(first, 1, 1), date(first + 99, 12, 31)) if first else None
    return None


def _pair(value: str, fiscal_year_end: str | None) -> Interval | None:
    left, _, right = value.partition("/")
    second = interval(right, fiscal_year_end)
    if second is None:
        return None
    if left.startswith("P"):
        start = days_of_duration(left, second[1])
        return None if start is None else (start, second[1])
    first = interval(left, fiscal_year_end)
    return None if first is None or first[0] > second[1] else (first[0], second[1])


DURATION = re.compile(r"P(\d+)([DWMY])$")


def days_of_duration(value: str, end: date) -> date | None:
    """First day of a stretch of time that ends with the day `end`.

    >>> days_of_duration("P13W", date(2024, 11, 2)), days_of_duration("P3M", date(2012, 9, 30))
    (datetime.date(2024, 8, 4), datetime.date(2012, 7, 1))
    """
    match = DURATION.match(value)
    if match is None or len(match[1]) > 5:
        return None
    count = int(match[1])
    try:
        if match[2] in "DW":
            return end - timedelta(days=count * (7 if match[2] == "W" else 1) - 1)
        months = count * (12 if match[2] == "Y" else 1)
        moved = add_months(end, -months)
        if end == last_day(end.year, end.month):
            moved = last_day(moved.year, moved.month)
        return moved + timedelta(days=1)
    except OverflowError:
        return None
