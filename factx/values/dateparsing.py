"""Written calendar dates to days: dateparser, behind one fixed, lazy, cached door.

factx's own grammar finds a date and knows its parts; what is handed over here is a canonical string of one format, never
more than 64 characters, so that no language is guessed, no clock is read, and nothing but this date can match.

>>> absolute("9 October 2012")
datetime.date(2012, 10, 9)
>>> absolute("30 February 2012") is None
True
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

__all__ = ["LONGEST", "absolute"]

LONGEST = 64
FORMAT = "%d %B %Y"


@lru_cache(maxsize=1)
def _parser() -> Any:
    """The one parser: English, a fixed base day (never the clock), month first where it is left open."""
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "PREFER_DATES_FROM": "current_period",
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
        "DATE_ORDER": "MDY",
        "STRICT_PARSING": True,
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PARSERS": ["relative-time"],
    }
    return DateDataParser(languages=["en"], settings=settings)


@lru_cache(maxsize=8192)
def absolute(text: str) -> date | None:
    """The day that "9 October 2012" names; None for a day that does not exist. Raises `ValueError` over 64 characters."""
    if len(text) > LONGEST:
        raise ValueError(f"not a date: {len(text)} characters")
    found = _parser().get_date_data(text, date_formats=[FORMAT])
    return found.date_obj.date() if found.date_obj is not None and found.period == "day" else None
