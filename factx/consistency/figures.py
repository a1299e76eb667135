"""How exact a written number is, and what two of them allow to be said of their change."""

from __future__ import annotations

import re
from decimal import Decimal, DivisionByZero, InvalidOperation

from factx.records import Claim

__all__ = ["exact", "percent_range", "precision"]

DIGITS = re.compile(r"\d[\d,]*(?:\.(?P<part>\d+))?")


def precision(claim: Claim) -> Decimal:
    """How far the written number can be from the true one: half of its last digit, in units of `low`."""
    match = DIGITS.search(claim.span.text)
    if match is None:
        return abs(claim.low) / 10
    number = Decimal(match[0].replace(",", ""))
    try:
        scale = abs(claim.low / number)
    except (DivisionByZero, InvalidOperation):
        return Decimal(0)
    digits = len(match["part"]) if match["part"] else 0
    in_text = claim.cell is None  # a table prints every figure to the same digit
    trailing = len(match[0].rstrip("0")) if in_text and not digits and "," in match[0] else 0
    last = (
        Decimal(10) ** (len(match[0].replace(",", "")) - len(match[0].replace(",", "").rstrip("0")))
        if trailing
        else Decimal(10) ** -digits
    )
    return scale * last / 2


def percent_range(then: Claim, now: Claim) -> tuple[Decimal, Decimal]:
    """Least and greatest change in percent that the two rounded values allow."""
    a, b = precision(then), precision(now)
    low_base, high_base = max(then.low - a, Decimal("1e-9")), then.low + a
    return ((now.low - b) / high_base - 1) * 100, ((now.low + b) / low_base - 1) * 100


def exact(claim: Claim) -> bool:
    return claim.comparator == "=" and claim.low == claim.high and claim.modality == "stated"
