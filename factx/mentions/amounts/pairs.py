"""Two numerals that are one value: "one in five", "9 out of 10", "0.4:1"; "13 dollars and 45 cents"."""

from __future__ import annotations

from factx.mentions.amounts.item import Item
from factx.patterns import later
from factx.values.units import Unit

__all__ = ["join_cents", "join_ratio", "join_repeated"]

IN = later(r"[ \u00a0\n-](?:in|out of)[ \u00a0\n-](?:every )?")
CENTS = later(r",? (?:and )?")
NOT_RATIO = later(r":|[.][0-9]|\s?(?:[ap]\.?m\b|win|victory|defeat|loss|draw|lead)")
RATIO_WORD = later(
    r"(?i)\b(?:ratios?|leverage|geared|gearing|split|odds|margin|outnumber\w*|coverage|cover|consolidation|reverse)\b"
)
ONE_IN = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 30, 40, 50, 100, 200, 250, 500))
RATIO = Unit("ratio", "ratio", "Ratio")
SPOKEN_END = later(r"\s*+(?:[.,;:!?)]|\Z|\n|more\b|each\b|apiece\b|per\b|an?\b)")


def join_repeated(text: str, a: Item, b: Item) -> bool:
    """ "five (5) employees": the number is written twice."""
    if a.kind != "words" or b.kind != "digits" or a.low != b.low or a.currency or a.unit or b.currency or b.unit:
        return False
    if text[a.tail : b.start] not in (" (", "(") or text[b.end : b.end + 1] != ")" or b.tail != b.end:
        return False
    a.end = a.tail = b.end + 1
    a.rule = "words + digits"
    return True


def join_ratio(text: str, a: Item, b: Item) -> bool:
    """ "one in five", "9 out of 10"."""
    if a.currency or b.currency or a.unit or b.unit or a.scaled or a.tail != a.end:
        return False
    if text[a.end : a.end + 1] == ":" and b.start == a.end + 1:
        return _colon(text, a, b)
    if a.kind not in ("digits", "words") or b.kind not in ("digits", "words") or a.grouped:
        return False
    match = IN.fullmatch(text, a.tail, b.start)
    if (
        match is None
        or not 0 < a.low < b.low
        or b.low != b.low.to_integral_value()
        or a.low != a.low.to_integral_value()
    ):
        return False
    if "out" not in match[0] and not (
        a.low <= 9 and (b.low in ONE_IN or (b.low % 1000 == 0 and a.low == 1) or (b.low in (1000, 10000, 100000)))
    ):
        return False
    if "out" not in match[0] and a.low > 1 and (a.kind == "digits") and b.low > 20:
        return False
    a.low = a.high = round(a.low / b.low, 12)
    a.end = a.tail = b.end
    a.kind = "ratio"
    a.unit = RATIO
    a.unit_start, a.unit_end = a.start, a.end
    a.rule = "ratio: one in five"
    return True


def _colon(text: str, a: Item, b: Item) -> bool:
    """ "a ratio of 3:1", "net debt to EBITDA of 0.4:1"; "10:30" is a time, "3:1 win" a score."""
    one = text[b.start : b.end] == "1" or (text[a.start : a.end] == "1" and b.end - b.start == 1)
    if not one or a.kind != "digits" or b.kind != "digits" or not a.low or not b.low or NOT_RATIO.match(text, b.end):
        return False
    if a.low == a.low.to_integral_value() and RATIO_WORD.search(text, max(0, a.start - 60), b.end + 40) is None:
        return False
    a.low = a.high = round(a.low / b.low, 12)
    a.end = a.tail = b.end
    a.kind = "ratio"
    a.unit = RATIO
    a.unit_start, a.unit_end = a.start, a.end
    a.rule = "ratio: 3:1"
    return True


def join_cents(text: str, a: Item, b: Item) -> bool:
    """ "13 dollars and 45 cents", "$10 30 cents"."""
    if a.currency is None or a.currency.minor or a.scaled or b.scaled:
        return False
    if b.currency is None:
        return _spoken_cents(text, a, b)
    if not b.currency.minor:
        return False
    if a.low != a.low.to_integral_value() or b.high >= 1 or b.symbol or CENTS.fullmatch(text, a.tail, b.start) is None:
        return False
    a.low += b.low
    a.high += b.high
    a.end = a.tail = b.end
    a.rule = "dollars and cents"
    return True


def _spoken_cents(text: str, a: Item, b: Item) -> bool:
    """ "15 dollars 50", "thirteen dollars forty-five"."""
    if a.symbol or b.unit is not None or b.grouped or b.letter is not None or not 10 <= b.low <= 99 or b.tail != b.end:
        return False
    if CENTS.fullmatch(text, a.tail, b.start) is None or SPOKEN_END.match(text, b.end) is None:
        return False
    if a.low != a.low.to_integral_value() or a.low < 0:
        return False
    a.low += b.low / 100
    a.high += b.low / 100
    a.end = a.tail = b.end
    a.rule = "dollars and cents"
    return True
