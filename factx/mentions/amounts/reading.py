"""From text to items: every numeral with the currency or unit beside it, currencies carried over, bounds joined."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from heapq import merge
from itertools import pairwise
from operator import attrgetter

from factx.document.tokens import Tokens
from factx.mentions.amounts import comparators
from factx.mentions.amounts.item import Item
from factx.mentions.amounts.losses import in_brackets
from factx.mentions.amounts.measures import read_unit
from factx.mentions.amounts.money import read_currency, read_part
from factx.mentions.amounts.numerals import find_numerals
from factx.mentions.amounts.odd_sums import one_unit
from factx.mentions.amounts.ranges import bound
from factx.mentions.types import TimeMention
from factx.patterns import later
from factx.values.numbers import magnitudes
from factx.values.units import Unit, unit_of

__all__ = ["BREAK", "Covered", "carry_currency", "is_conversion", "join_bounds", "read_items"]

INCHES = later(r" in\b(?! the| a)")
BRACKETED = later(r"\)[ \u00a0]?(million|billion|trillion|thousand|bn|[MBm])\b(?![.]\w)")


HALF_UNIT = later(r" (?:of )?(?:a|an|one)[ -](?:(?:US|U\.S\.|UK|imperial) )?")
PART_POINT = later(r"[ -](?:of )?(?:an? )?(?P<unit>(?:percentage[ -])?points?)\b")


POINT = Unit("point", "count", None)
FOLD = Unit("time", "ratio", None)


FOLD_TAIL = later(
    r"[-‐‑ ]?folds?\b|[ ]times\b(?= (?:the|as|more|higher|larger|bigger|its|their|that|what|faster|greater|less|"
    r"lower|smaller|longer|over|earnings|sales|revenue|ebitda|EBITDA|forward))"
)


CARRY_NEXT = later(
    r"(?:[ \u00a0](?:in|a|an|the|last|this|next|from|to|of|for|at|on|and|or|but|while|with|by|as|than|that|"
    r"which|was|were|is|are|had|has|year|earlier|before|respectively|during|compared|versus|against|over|per|"
    r"after|up|down|it|he|she|they|when|reported|previously|now|we|so|instead|more|less|due|set|through|because|"
    r"if|since|until|though|although|before|deficit|surplus|loss|profit|net|expected|forecast|predicted|estimated|seen|anticipated|recorded|posted|made|"
    r"earned|spent|lost|booked|agreed|announced|planned|pledged|raised|paid)\b|[ ]?[.,;:)\]!?”\"’—–-]|\s*$|"
    r"\n)"
)


BREAK = later(r"[.!?][\"”’)]?\s+(?=[A-Z\"“(])|\n\s*\n")


def read_items(text: str, tokens: Tokens | None = None, passed: list[tuple[int, int]] | None = None) -> list[Item]:
    """Every numeral with the currency or unit beside it; `tokens`, `passed`: as of `find_numerals`."""
    items: list[Item] = []
    floor = 0
    for numeral in merge(find_numerals(text, tokens, passed), one_unit(text), key=attrgetter("start")):
        if numeral.start < floor:
            continue
        item = Item(numeral)
        if not read_currency(text, item, floor):
            if item.glued:
                continue
            if item.kind == "part" and item.low < 1 and not read_part(text, item):
                _half_unit(text, item)
            if item.unit is None and item.currency is None:
                read_unit(text, item)
            if item.unit is None and item.currency is None:
                _fold(text, item)
            if (
                item.unit is None
                and items
                and items[-1].unit is not None
                and items[-1].unit.name == "foot"
                and item.start - items[-1].tail <= 2
                and INCHES.match(text, item.end)
            ):
                item.unit = unit_of("inch")
                item.unit_start, item.unit_end = item.end + 1, item.end + 3
                item.tail = item.unit_end
            if item.unit is None and item.letter is not None and text[item.end : item.letter_end] in ("k", "K"):
                item.take_letter()
        if not item.negative and (item.currency or item.unit) and item.low >= 0:
            _loss(text, item)
        items.append(item)
        floor = item.tail
    return items


def _loss(text: str, item: Item) -> None:
    """ "cash flow of (€4.1m)", "income of ($3.6) million"."""
    if not in_brackets(text, item.start, item.tail):
        return
    item.low, item.high = -item.high, -item.low
    item.negative = True
    magnitude = BRACKETED.match(text, item.tail)
    if magnitude is not None and not item.scaled:
        item.scale(magnitudes()[magnitude[1].lower()][0])
        item.start, item.end, item.tail = item.start - 1, magnitude.end(), magnitude.end()


def _half_unit(text: str, item: Item) -> None:
    """ "half a percentage point", "a quarter of a mile"."""
    points = PART_POINT.match(text, item.end)
    if points is not None:  # "a quarter point", "half a percentage point"
        item.unit = unit_of("percentage point") if "percentage" in points[0] else POINT
        item.unit_start, item.unit_end = points.start("unit"), points.end()
        item.tail = item.unit_end
        return
    match = HALF_UNIT.match(text, item.end)
    if match is not None:
        end = item.end
        item.end = match.end() - 1
        if not read_unit(text, item):
            item.end = item.tail = end
        elif item.unit is not None and item.unit.name != "percent":
            item.end = end


def _fold(text: str, item: Item) -> None:
    """ "ten-fold", "three times the", "threefold"."""
    if item.kind == "fold":
        item.unit = FOLD
        item.unit_start, item.unit_end = item.start, item.end
        return
    match = FOLD_TAIL.match(text, item.end)
    if match is not None and item.kind in ("digits", "words"):
        item.unit = FOLD
        item.unit_start = match.end() - len(match[0].lstrip(" -"))
        item.unit_end = item.tail = match.end()


def join_bounds(text: str, items: list[Item]) -> list[Item]:
    """Two-sided bounds, where two numbers stand close with "and" between."""
    floor = 0
    near = False
    for first, second in pairwise(items):
        if 0 < second.start - first.tail <= 34 and text.startswith((" and ", " but "), first.tail):
            near = True
            for item in (first, second):
                found = comparators.before(text, item.start, floor)
                if found is not None:
                    item.comparator, item.phrase_start = found
        floor = first.end
    return bound(text, items) if near else items


CONVERTED = later(r"[ ]\((?:[A-Z]{1,3}[ ]?)?[$€£¥]")


def is_conversion(text: str, money: Item, item: Item) -> bool:
    """Does the item restate the money before it in brackets: "2.2 billion shekels ($590 million)"?"""
    return text[money.tail : item.start].strip() == "(" and text.startswith(")", item.tail)


def _is_parallel(text: str, money: Item, item: Item) -> bool:
    """Are both restated in brackets: "2,435,000 yen ($22,480) for this and 2,380,000 ($21,972) for that"?"""
    return CONVERTED.match(text, money.tail) is not None and CONVERTED.match(text, item.tail) is not None


def carry_currency(text: str, money: Item, item: Item) -> None:
    """Carry the currency of the sentence over to a bare "4.2bn"."""
    assert money.currency is not None
    glued = item.unit is not None and item.letter is not None and item.unit_start == item.end  # the "m" of "35m"
    if (item.unit is not None and not glued) or item.kind not in ("digits", "words") or item.start - money.end > 160:
        return
    if item.grouped and not item.scaled and item.letter is None and not _is_parallel(text, money, item):
        return
    letter = item.letter is not None and item.letter_end - item.end == 1 and text[item.end : item.letter_end] in "mb"
    if not (item.scaled or item.grouped or letter) or (item.low < 1000 and not letter):
        return
    end = item.letter_end if letter else item.end
    if (CARRY_NEXT.match(text, end) is None and not _is_parallel(text, money, item)) or BREAK.search(
        text, money.end, item.start
    ):
        return
    item.take_letter()
    item.unit = None
    item.tail = item.end
    item.currency = money.currency
    item.mark = money.mark
    item.shared = True
    item.rule = item.rule + " + currency carried over"
    if item.currency.minor:
        item.low, item.high = item.low / 100, item.high / 100


class Covered:
    """Do items overlap temporal expressions?"""

    def __init__(self, times: Sequence[TimeMention]) -> None:
        self.times = times
        self.starts = [t.start for t in times]

    def overlaps(self, item: Item) -> bool:
        position = bisect_right(self.starts, item.end - 1) - 1
        while position >= 0 and position >= bisect_right(self.starts, item.end - 1) - 3:
            time = self.times[position]
            if time.start < item.end and item.start < time.end:
                # "$2012 million", "three quarters billion dollars", "2000 calories": the date is part of the amount
                strong = item.currency is not None or (item.unit is not None and item.unit.dimension != "time")
                return not (
                    strong
                    and time.start >= item.start
                    and time.end <= max(item.end, item.tail - 1)
                    and (item.symbol or time.end < item.tail)
                )
            position -= 1
        return False
