"""The words of units and of their numbers, shared by the rules that count time."""

from __future__ import annotations

import regex

from factx.mentions.dates.words import CARDINALS, UNITS, cased, number

__all__ = [
    "NUMBER_WORDS",
    "SMALL_UNITS",
    "TITLE_MARKS",
    "UNIT_FORMS",
    "UNIT_WORDS",
    "amount",
    "period_value",
    "unit_code",
]

Match = regex.Match[str]
UNIT_WORDS = cased(UNITS)
UNIT_FORMS = frozenset(UNITS)
NUMBER_WORDS = cased(
    [*CARDINALS, "hundred", "several", "few", "many", "couple", "dozen", "half", "some", "more", "less", "another"]
)
TITLE_MARKS = frozenset("\"“‘'`’")
SMALL_UNITS = frozenset(["TH", "TM", "TS"])
TIMEX_UNIT = {"D": "D", "W": "W", "M": "M", "Y": "Y", "Q": "Q", "TH": "H", "TM": "M", "TS": "S"}
MULTIPLE = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "F": (2, "W"), "H": (6, "M"), "WE": (1, "WE")}


def unit_code(match: Match) -> str:
    """The TIMEX3 unit of a match."""
    return UNITS[match["unit"].lower()]


def amount(match: Match) -> float | None:
    """The number of a match; None for "several"."""
    groups = match.groupdict()
    text = groups.get("number")
    if text is None:
        if groups.get("vague") is not None:
            return None
        return 1
    value = number(text)
    if groups.get("half"):
        value += 0.5
    return value


def period_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration.

    >>> period_value(3, "DE"), period_value(None, "DE"), period_value(None, "Y"), period_value(24, "TH"), period_value(5.5, "Y"), period_value(2.5, "TH")
    ('P30Y', 'PXDE', 'PXY', 'PT24H', 'P5Y6M', 'PT2H30M')
    """
    if unit in MULTIPLE:
        factor, letter = MULTIPLE[unit]
        if count is None:
            return f"PX{unit if unit in ('DE', 'CE') else letter}"
        return f"P{_plain(count * factor)}{letter}"
    letter = TIMEX_UNIT[unit]
    prefix = "PT" if unit.startswith("T") else "P"
    if count is None:
        return f"{prefix}X{letter}"
    whole = int(count)
    rest = count - whole
    if rest and unit in ("Y", "TH", "TM"):
        smaller, size = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60)}[unit]
        return f"{prefix}{f'{whole}{letter}' if whole else ''}{round(rest * size)}{smaller}"
    return f"{prefix}{_plain(count)}{letter}"


def _plain(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:g}"
