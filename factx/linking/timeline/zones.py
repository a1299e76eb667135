"""Time zones beside clock times, with daylight saving by date; a small explicit table, no system data.

>>> from datetime import date
>>> utc_offset("ET", date(2012, 10, 9)), utc_offset("ET", date(2012, 12, 9)), utc_offset("CET", date(2023, 1, 30))
('-04:00', '-05:00', '+01:00')
"""

from __future__ import annotations

from datetime import date, timedelta

from factx import lexicon

__all__ = ["utc_offset"]

ZONES = {row[0].lower(): row for row in lexicon.rows("time_zones.tsv")}


def nth_sunday(year: int, month: int, nth: int) -> date:
    """The nth Sunday of a month; -1 is the last one.

    >>> nth_sunday(2012, 3, 2), nth_sunday(2012, 10, -1)
    (datetime.date(2012, 3, 11), datetime.date(2012, 10, 28))
    """
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))
    final = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return final - timedelta(days=(final.weekday() + 1) % 7)


def saves_daylight(rule: str, day: date) -> bool:
    """Is daylight saving time in force on this day (by the dates of change, whole days)?"""
    year = day.year
    if rule == "us":
        if year >= 2007:
            return nth_sunday(year, 3, 2) <= day < nth_sunday(year, 11, 1)
        return nth_sunday(year, 4, 1) <= day < nth_sunday(year, 10, -1)
    if rule == "eu":
        return nth_sunday(year, 3, -1) <= day < nth_sunday(year, 10, -1)
    if rule == "au":
        return not nth_sunday(year, 4, 1) <= day < nth_sunday(year, 10, 1)
    if rule == "nz":
        return not nth_sunday(year, 4, 1) <= day < nth_sunday(year, 9, -1)
    return False


def utc_offset(zone: str, day: date) -> str | None:
    """The offset of a zone on a day, "+01:00"; None for "local time"."""
    row = ZONES.get(" ".join(zone.lower().split()))
    if row is None or len(row) < 2 or not row[1]:
        return None
    minutes = int(row[1]) + (60 if saves_daylight(row[2], day) else 0)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
