"""Steps in the calendar that end in a TIMEX3 value: the week next to a day, the year ten years before, the next quarter.

>>> from datetime import date
>>> shifted(date(2012, 10, 9), "Q", -1), moved(date(2012, 10, 9), "W", -2), other_year("2012-Q3", -1)
('2012-Q3', '2012-W39', '2011-Q3')
"""

from __future__ import annotations

from datetime import date, timedelta

from factx.values.calendar import add_months, week_value

__all__ = ["moved", "next_quarter", "other_year", "shifted", "stepped"]


def shifted(anchor: date, unit: str, shift: int) -> str | None:
    """The unit that holds the anchor, or one `shift` away."""
    try:
        if unit == "D":
            return (anchor + timedelta(days=shift)).isoformat()
        if unit in ("W", "WE"):
            return week_value(anchor + timedelta(days=7 * shift), weekend=unit == "WE")
        if unit == "F":
            return week_value(anchor + timedelta(days=14 * shift))
        if unit == "M":
            stood = add_months(anchor, shift)
            return f"{stood.year:04d}-{stood.month:02d}"
        if unit == "Q":
            stood = add_months(anchor.replace(day=1), 3 * shift)
            return f"{stood.year:04d}-Q{(stood.month - 1) // 3 + 1}"
        if unit == "H":
            stood = add_months(anchor.replace(day=1), 6 * shift)
            return f"{stood.year:04d}-H{(stood.month - 1) // 6 + 1}"
    except OverflowError:
        return None
    year = anchor.year + shift * {"Y": 1, "DE": 10, "CE": 100}.get(unit, 1000)
    if not 0 < year <= 9999:
        return None
    if unit == "DE":
        return f"{year // 10:03d}X"
    if unit == "CE":
        return f"{year // 100:02d}XX"
    return f"{year:04d}"


def stepped(anchor: date, unit: str, count: float) -> date | None:
    """The day that lies `count` units from the anchor."""
    try:
        if unit in ("D", "W"):
            return anchor + timedelta(days=round(count * (7 if unit == "W" else 1)))
        return add_months(anchor, round(count * {"M": 1, "Q": 3, "Y": 12, "DE": 120}[unit]))
    except OverflowError:
        return None


def moved(anchor: date, unit: str, count: float) -> str | None:
    """The time that lies `count` units from the anchor, as fine as the unit is."""
    if abs(count) > 100_000:
        return None
    try:
        if unit in ("TH", "TM", "TS"):
            return anchor.isoformat()
        if unit in ("Y", "DE", "CE", "ML"):
            years = count * {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}[unit]
            if years != int(years):
                stood = add_months(anchor, round(years * 12))
                return f"{stood.year:04d}-{stood.month:02d}"
            year = anchor.year + int(years)
            return f"{year:04d}" if 0 < year <= 9999 else None
        if unit == "D":
            return (anchor + timedelta(days=round(count))).isoformat()
        if unit in ("W", "F", "WE"):
            return week_value(anchor + timedelta(days=round(count * (14 if unit == "F" else 7))), weekend=unit == "WE")
        stood = add_months(anchor.replace(day=1), round(count * {"M": 1, "Q": 3, "H": 6}[unit]))
        return (
            f"{stood.year:04d}-Q{(stood.month - 1) // 3 + 1}" if unit == "Q" else f"{stood.year:04d}-{stood.month:02d}"
        )
    except OverflowError:
        return None


def other_year(value: str | None, shift: int) -> str | None:
    """The same quarter of another year."""
    if value is None:
        return None
    prefix = "FY" if value.startswith("FY") else ""
    rest = value[len(prefix) :]
    if not rest[:4].isdigit():
        return None
    return f"{prefix}{int(rest[:4]) + shift:04d}{rest[4:]}"


def next_quarter(value: str, shift: int) -> str | None:
    """The quarter (or half) next to another."""
    head, _, part = value.partition("-")
    size = 4 if part[:1] == "Q" else 2
    prefix = "FY" if head.startswith("FY") else ""
    year, nth = divmod(int(head[len(prefix) :]) * size + int(part[1]) - 1 + shift, size)
    return f"{prefix}{year:04d}-{part[0]}{nth + 1}"
