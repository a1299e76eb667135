"""Steps in the calendar that end in a TIMEX3 value: the week next to a day, the year ten years before, the next quarter.

>>> from datetime import date
>>> shifted(date(2012, 10, 9), "Q", -1), moved(date(2012, 10, 9), "W", -2), other_quarter("2012-Q3", years=-1)
('2012-Q3', '2012-W39', '2011-Q3')
"""

from __future__ import annotations

from datetime import date, timedelta

from factx.values.calendar import add_months, week_value

__all__ = ["moved", "other_quarter", "shifted", "stepped"]

DAYS = {"D": 1, "W": 7, "WE": 7, "F": 14, "TH": 0, "TM": 0, "TS": 0}
MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}


def stepped(anchor: date, unit: str, count: float) -> date | None:
    """The day that lies `count` units from the anchor; None where the calendar ends before."""
    try:
        if unit in DAYS:
            return anchor + timedelta(days=round(count * DAYS[unit]))
        months = round(count * MONTHS[unit])
        return add_months(anchor, months) if 12 <= anchor.year * 12 + anchor.month - 1 + months < 119988 else None
    except OverflowError:
        return None


def shifted(anchor: date, unit: str, shift: int) -> str | None:
    """The unit that holds the anchor, or one `shift` away."""
    day = stepped(anchor, unit, shift)
    return None if day is None else _value(day, unit)


def moved(anchor: date, unit: str, count: float) -> str | None:
    """The time that lies `count` units from the anchor, as fine as the unit is."""
    day = stepped(anchor, unit, count)
    if day is None:
        return None
    if unit == "H" or (unit in ("Y", "DE", "CE", "ML") and count * MONTHS[unit] % 12):
        unit = "M"
    return _value(day, "Y" if unit in ("DE", "CE") else unit)


def _value(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that holds a day."""
    text = day.isoformat()
    if unit in ("W", "F", "WE"):
        return week_value(day, weekend=unit == "WE")
    if unit in ("Q", "H"):
        return f"{text[:4]}-{unit}{(day.month - 1) // MONTHS[unit] + 1}"
    size = {"M": 7, "DE": 3, "CE": 2}.get(unit, 4 if unit in MONTHS else 10)
    return text[:size] + "X" * max(0, 4 - size)


def other_quarter(value: str, shift: int = 0, years: int = 0) -> str:
    """The quarter (or half) next to another, or that of another year."""
    head, _, part = value.partition("-")
    size = 4 if part[0] == "Q" else 2
    year, nth = divmod(int(head[-4:]) * size + int(part[1]) - 1 + shift, size)
    return f"{head[:-4]}{year + years:04d}-{part[0]}{nth + 1}"
