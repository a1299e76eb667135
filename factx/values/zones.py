"""Time zones beside clock times, with daylight saving by date; a small explicit table, no system data.

>>> from datetime import date
>>> utc_offset("ET", date(2012, 10, 9)), utc_offset("ET", date(2012, 12, 9)), utc_offset("CET", date(2023, 1, 30))
('-04:00', '-05:00', '+01:00')
"""

from __future__ import annotations

from datetime import date

from factx import lexicon
from factx.values.holidays import nth_weekday

__all__ = ["utc_offset"]

ZONES = {row[0].lower(): row for row in lexicon.rows("time_zones.tsv")}


def saves_daylight(rule: str, day: date) -> bool:
    """Is daylight saving time in force on this day (by the dates of change, whole days)?"""
    year = day.year
    if rule == "us":
        if year >= 2007:
            return nth_weekday(year, 3, 7, 2) <= day < nth_weekday(year, 11, 7, 1)
        return nth_weekday(year, 4, 7, 1) <= day < nth_weekday(year, 10, 7, -1)
    if rule == "eu":
        return nth_weekday(year, 3, 7, -1) <= day < nth_weekday(year, 10, 7, -1)
    if rule == "au":
        return not nth_weekday(year, 4, 7, 1) <= day < nth_weekday(year, 10, 7, 1)
    if rule == "nz":
        return not nth_weekday(year, 4, 7, 1) <= day < nth_weekday(year, 9, 7, -1)
    return False


def utc_offset(zone: str, day: date) -> str | None:
    """The offset of a zone on a day, "+01:00"; None for "local time"."""
    row = ZONES.get(" ".join(zone.lower().split()))
    if row is None or len(row) < 2 or not row[1]:
        return None
    minutes = int(row[1]) + (60 if saves_daylight(row[2], day) else 0)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
