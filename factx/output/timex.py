"""TIMEX3 values in words that a reader knows; nothing where the value says no more than that it is not known.

>>> timex("FY2024-Q2"), timex("2012/.."), timex("XXXX-WXX-7"), timex("PT2M/PT3M"), timex("PXY")
('fiscal Q2 2024', 'since 2012', 'Sundays', '2 to 3 minutes', '')
"""

from __future__ import annotations

import re
from datetime import date

__all__ = ["DURATION", "MONTHS", "REFERENCES", "day", "timex"]

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
HALVES = {"1": "first half", "2": "second half"}
PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}

DURATION = re.compile(r"P(T?)(\d{1,9}(?:\.\d{1,9})?)([YMWDHS])")
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
PART = re.compile(r"(FY)?(\d{4})(?:-(?:Q([1-4])|H([12])))?")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
WEEK = re.compile(r"(\d{4})-W(\d\d)")
DECADE = re.compile(r"(\d{3})X?")
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T(MO|MI|AF|EV|NI))?")
CLOCK = re.compile(r"(.{0,40})T(?:(\d\d:\d\d)(?::\d\d)?|(MO|MI|AF|EV|NI))(?:Z|[-+]\d\d:\d\d)?")


def day(when: date) -> str:
    """A day as people write it: 9 Oct 2012."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def timex(value: str) -> str:
    """A TIMEX3 value, or an interval of two in the form of EDTF, in words."""
    first, slash, last = value.partition("/")
    if not slash:
        return _single(value)
    if first == ".." or last == "..":
        known = _single(last if first == ".." else first)
        return known and f"{'until' if first == '..' else 'since'} {known}"
    one, other = _single(first), _single(last)
    amounts = DURATION.fullmatch(first), DURATION.fullmatch(last)
    if amounts[0] and amounts[1] and amounts[0][3] == amounts[1][3]:
        one = amounts[0][2]  # "2 to 3 minutes" needs its unit once
    clock, later = CLOCK.fullmatch(first), CLOCK.fullmatch(last)
    if clock and later and clock[1] == later[1]:
        other = _clock_time(later)  # and two times of a day their day
    return f"{one} to {other}" if one and other else ""


def _single(value: str) -> str:
    if value in REFERENCES:
        return REFERENCES[value]
    for pattern, words in FORMS:
        found = pattern.fullmatch(value)
        if found is not None:
            return words(found)
    return ""


def _duration(found: re.Match[str]) -> str:
    unit = "minute" if found[1] and found[3] == "M" else UNITS[found[3]]
    return f"{found[2]} {unit}" + ("" if found[2] == "1" else "s")


def _part(found: re.Match[str]) -> str:
    fiscal = "fiscal " if found[1] else ""
    if found[3]:
        return f"{fiscal}Q{found[3]} {found[2]}"
    if found[4]:
        return f"{HALVES[found[4]]} of {fiscal}{found[2]}"
    return f"{fiscal}{found[2]}"


def _date(found: re.Match[str]) -> str:
    month = int(found[2])
    if not 1 <= month <= 12:
        return found[0]
    days = f"{int(found[3])} " if found[3] else ""
    return f"{days}{MONTHS[month - 1]} {found[1]}"


def _clock(found: re.Match[str]) -> str:
    time, before = _clock_time(found), _single(found[1])
    return f"{before}, {time}" if before else time


def _clock_time(found: re.Match[str]) -> str:
    return found[2] or PARTS[found[3]]


def _weekday(found: re.Match[str]) -> str:
    name = WEEKDAYS[int(found[1]) - 1]
    return f"{name} {PARTS[found[2]]}s" if found[2] else f"{name}s"


FORMS = (
    (DURATION, _duration),
    (PART, _part),
    (DATE, _date),
    (SEASON, lambda found: f"{SEASONS[found[2]]} {found[1]}"),
    (WEEK, lambda found: f"week {int(found[2])} of {found[1]}"),
    (DECADE, lambda found: f"the {found[1]}0s"),
    (WEEKDAY, _weekday),
    (CLOCK, _clock),
)
"""What a value looks like, and its words; the first that fits says it."""
