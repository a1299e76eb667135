"""Two written figures by their values: equal, a correct rounding, a slip of thousands; and what "over" and "about" allow.

>>> from factx import extract
>>> def figure(text): return extract(text).money[0]
>>> rounds(figure("It cost $58 million."), figure("It cost $58.4 million.")), rounds(figure("It cost $59 million."), figure("It cost $58.4 million."))
(True, False)
>>> slip(figure("It cost $58 billion."), figure("It cost $58 million."))
'billion for million'
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Literal

from factx.records import Claim, MonetaryClaim, NumericClaim

__all__ = ["base", "bounds", "end_of", "equal", "family", "rounds", "shown", "significand", "slip", "units", "within"]

DIGITS = re.compile(r"\d[\d,]*(?:\.(?P<part>\d+))?")
SLIGHT = Decimal("0.01")
"""Part of a bound by which it may be rounded to the nearest, also to the wrong side of it."""
CLOSE, ABOUT, BOUND = Decimal("0.05"), Decimal("0.1"), Decimal("0.5")
"""Part of the value by which a rounding may differ from it: as it stands, behind "about", and behind "over" or "under"."""
THOUSANDS = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
SLIPS = (3, 6, 9)
UP, DOWN = (">", ">="), ("<", "<=")
WORDS = {"=": "exactly", "~": "about", ">": "more than", ">=": "at least", "<": "less than", "<=": "at most"}
PERCENT = ("percent",)


def family(claim: Claim) -> str:
    """What a figure can be held against: its currency, "percent", "points", or the dimension of its unit."""
    if isinstance(claim, MonetaryClaim):
        return claim.currency
    assert isinstance(claim, NumericClaim)
    if claim.unit_name in PERCENT:
        return "percent"
    if claim.unit_name in ("percentage point", "basis point"):
        return str(claim.unit_name)
    return "number" if claim.dimension in ("count", "ratio", "percentage", "dimensionless") else claim.dimension


def base(claim: Claim) -> tuple[Decimal, Decimal]:
    """Low and high as they are compared: percentages as parts of one ("47 %" is 0.47)."""
    if family(claim) == "percent":
        return claim.low / 100, claim.high / 100
    return claim.low, claim.high


def equal(told: Claim, said: Claim) -> bool:
    """Are the values the same numbers?"""
    return base(told) == base(said)


def units(claim: Claim) -> tuple[Decimal, Decimal]:
    """The unit of the last digit of the higher number: as written, and with the zeros at its end taken as rounded.

    "60 million": one million, ten million.
    """
    value = base(claim)[1]
    if not value:
        return Decimal(1), Decimal(1)
    coarse = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    found = list(DIGITS.finditer(claim.span.text))
    if not found:
        return coarse, coarse
    number = Decimal(found[-1][0].replace(",", ""))
    if not number:
        return coarse, coarse
    try:
        fine = abs(value / number) * Decimal(1).scaleb(-len(found[-1]["part"] or ""))
        fine = Decimal(1).scaleb(fine.adjusted())
    except (InvalidOperation, ZeroDivisionError):
        return coarse, coarse
    return min(fine, coarse), max(fine, coarse)


def rounds(told: Claim, said: Claim) -> bool:
    """Is the report's figure a correct rounding of the source's: less exact, and as near as its own last digit can be?

    "Over" and "nearly" may round down and up: over $58 million for $58.4 million. What is more exact than the source is none.
    """
    mine, theirs = base(told), base(said)
    if mine == theirs or (told.low == told.high) != (said.low == said.high):
        return False
    fine, coarse = units(told)
    if units(said)[0] >= coarse or (said.comparator not in ("=", "~") and said.comparator not in _side(told)):
        return False
    pairs = list(zip(mine, theirs, strict=True))
    if told.comparator == said.comparator and all(abs(m - t) <= SLIGHT * abs(t) for m, t in pairs):
        return all(_rounds("=", m, t, fine, coarse) for m, t in pairs)  # "up to $112bn" for "up to $112.1bn"
    return all(_rounds(told.comparator, m, t, fine, coarse) for m, t in pairs)


def _side(claim: Claim) -> tuple[str, ...]:
    return UP if claim.comparator in UP else DOWN if claim.comparator in DOWN else ("=", "~")


def _rounds(comparator: str, told: Decimal, said: Decimal, fine: Decimal, coarse: Decimal) -> bool:
    off = told - said
    if comparator in UP:
        return -coarse < off <= 0 and -off <= BOUND * abs(said)
    if comparator in DOWN:
        return 0 <= off < coarse and off <= BOUND * abs(said)
    if abs(off) > (ABOUT if comparator == "~" else CLOSE) * abs(said):
        return False
    unit = fine
    while unit <= coarse:
        if told % unit == 0 and abs(off) * 2 <= unit:
            return True
        unit *= 10
    return False


def significand(value: Decimal) -> tuple[int, ...]:
    """The digits of a number without the zeros at its ends, the same for all its slips of scale."""
    return value.normalize().as_tuple().digits


def slip(told: Claim, said: Claim) -> str | None:
    """How the scale is wrong ("billion for million"), where the figures are else the same; None where it is not."""
    mine, theirs = base(told), base(said)
    if not theirs[0] or not mine[0] or mine[0] * theirs[1] != mine[1] * theirs[0]:
        return None
    for power in SLIPS:
        for sign in (1, -1):
            if mine[0] == theirs[0].scaleb(sign * power):
                return f"{_scale(mine[0])} for {_scale(theirs[0])}"
    return None


def _scale(value: Decimal) -> str:
    return THOUSANDS.get(value.adjusted() // 3 * 3, "units")


def bounds(told: Claim, said: Claim) -> Literal["same", "looser", "wrong", "one-sided"]:
    """What the report makes of the source's "over", "about", "up to", the numbers being the same.

    "looser": it still follows from the source ("at least 60" of exactly 60, "about" put in or left out). "one-sided": a bound
    became an exact number, or an exact number a bound. "wrong": it is open to the other side.
    """
    mine, theirs = told.comparator, said.comparator
    if mine == theirs:
        return "same"
    if "~" in (mine, theirs) or {mine, theirs} in ({">", ">="}, {"<", "<="}):
        return "looser"
    if (mine in UP and theirs in DOWN) or (mine in DOWN and theirs in UP):
        return "wrong"
    return "looser" if theirs == "=" and mine in (">=", "<=") else "one-sided"


def end_of(told: Claim, said: Claim) -> Literal["bound", "value"] | None:
    """Is the report's single figure an end of the source's range: as a bound ("up to €2.4bn" of €2bn to €2.4bn), or as a value?"""
    mine, theirs = base(told), base(said)
    if mine[0] != mine[1] or theirs[0] == theirs[1] or mine[0] not in theirs:
        return None
    if told.comparator in (DOWN if mine[0] == theirs[1] else UP):
        return "bound"
    return "value"


def within(told: Claim, said: Claim) -> bool:
    """Does one of the two lie in the range, or beyond the bound, that the other one gives?

    Two ranges, or two bounds of one kind, are held against each other as they stand: "over 5,000" is not "over 6,000".
    """
    if (told.comparator, told.low == told.high) == (said.comparator, said.low == said.high):
        return False
    return _holds(told, said) or _holds(said, told)


def _holds(wide: Claim, narrow: Claim) -> bool:
    (low, high), (first, last) = base(wide), base(narrow)
    if wide.comparator in UP:
        return low <= first
    if wide.comparator in DOWN:
        return last <= high
    return low != high and low <= first and last <= high


def shown(claim: Claim) -> str:
    """The figure as its text has it, with its comparator in words and its unit."""
    text = " ".join(claim.span.text.split())
    unit = claim.unit if isinstance(claim, NumericClaim) and claim.unit and family(claim) != "percent" else None
    if unit and unit.lower() not in text.lower():
        text = f"{text} {' '.join(unit.split())}"
    word = WORDS[claim.comparator] if claim.comparator != "=" else ""
    return f"{word} {text}".strip()
