"""Sums that are not written as a number beside a currency: "MSEK 45", "TEUR 300", "a dollar per share".

>>> text = "It pays a dollar per share in a dollar store."
>>> [text[n.start : n.end] for n in one_unit(text)]
['a']
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factx.mentions.amounts.item import Item
from factx.mentions.amounts.numeral import Numeral
from factx.patterns import later
from factx.values.currencies import by_code, by_mark
from factx.values.numbers import magnitudes

__all__ = ["one_unit", "read_factored"]

ONE = Decimal(1)
FACTORED = later(
    r"(?<![\w$€£])(?:(?P<factor>[MmKkT])(?P<money>[A-Z]{3}|[€$£])|(?P<code>EUR|€)[ ]?(?P<late>m|k|bn))[ \u00a0]?\Z"
)
"""A magnitude in front, as in accounts of the Continent and the North: "MSEK 45", "TEUR 300", "M€45", "€m 45"."""
ONE_UNIT = later(
    r"\b(?P<number>[Aa]n?) (?:(?:US|U\.S\.|Canadian|Australian) )?(?:dollar|euro|pound|cent|penny|rupee|franc|krona|krone|yen|yuan|rand|"
    r"peso|real|shilling|naira|ringgit|baht)(?= (?:per|each|apiece|an? (?:share|unit|barrel|gallon|litre|liter|pound|kilo|tonne|ton|day|week|"
    r"month|year|head|bottle|ticket|piece|mile|minute|hour))\b)"
)


FACTORS = {"T": "k", "K": "k", "M": "m"}


def read_factored(text: str, item: Item, floor: int) -> bool:
    """ "MSEK 45", "TEUR 300": the magnitude is written before the currency."""
    if item.scaled or item.letter is not None or item.kind != "digits":
        return False
    match = FACTORED.search(text, max(floor, item.start - 6), item.start)
    if match is None:
        return False
    name = match["money"] or match["code"]
    form = by_mark(name) if not name.isalpha() else by_code(name)
    if form is None:
        return False
    factor = match["factor"] or match["late"]
    item.scale(magnitudes()[FACTORS.get(factor, factor).lower()][0])
    item.currency, item.mark, item.symbol, item.start = form, name, True, match.start()
    return True


def one_unit(text: str) -> Iterator[Numeral]:
    """Sums of one that no number word says: "a dollar per share"."""
    for match in ONE_UNIT.finditer(text):
        yield Numeral(*match.span("number"), ONE, ONE, "words")
