"""The day of a holiday in a year.

>>> holiday("Thanksgiving Day", 2012), holiday("Easter", 2000), holiday("Election Day", 1998)
(datetime.date(2012, 11, 22), datetime.date(2000, 4, 23), datetime.date(1998, 11, 3))
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from factx import lexicon

__all__ = ["easter", "holiday", "nth_weekday"]

NTH = re.compile(r"(\d+)/(\d)/(-?\d)(?:\+(\d))?$")


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (or, -1, last) weekday (Monday 1) of a month.

    >>> nth_weekday(2024, 5, 1, -1)
    datetime.date(2024, 5, 27)
    """
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    final = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return final - timedelta(days=(final.isoweekday() - weekday) % 7)


def holiday(name: str, year: int) -> date | None:
    """The day, or None for a name that the list does not have or a year out of range."""
    rule = lexicon.table("holidays.tsv").get(name)
    if rule is None or not 1583 <= year <= 9998:
        return None
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    if rule == "election":
        return nth_weekday(year, 11, 1, 1) + timedelta(days=1)
    match = NTH.match(rule)
    if match is not None:
        day = nth_weekday(year, int(match[1]), int(match[2]), int(match[3]))
        return day + timedelta(days=int(match[4] or 0))
    month, day_number = rule.split("-")
    return date(year, int(month), int(day_number))
