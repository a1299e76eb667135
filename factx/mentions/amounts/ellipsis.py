"""Numbers without a noun or unit of their own: what the sentence said before, or says next, tells what they count.

>>> from factx.mentions.amounts.numerals import find_numerals
>>> def read(text):
...     return Item(next(find_numerals(text)))
>>> [stands_alone(t, read(t)) for t in ("of which 30 are new", "30 cars", "fell to 193.")]
[True, False, True]
>>> [is_linked(t, read(t)) for t in ("The ceiling is 50000.", "It trades at 132.86.", "Code: 309193", "Kiss 106.3 plays")]
[True, True, False, False]
>>> text = "closed at 12,345.67, down 58 points"
>>> has_points(text, read(text))
True
"""

from __future__ import annotations

from collections.abc import Sequence

from factx.mentions.amounts.item import Item
from factx.mentions.amounts.reading import BREAK
from factx.mentions.types import AmountMention
from factx.patterns import later

__all__ = ["carried_noun", "has_points", "is_level", "is_linked", "same_measure", "stands_alone"]

AGAINST = later(r"\b(?:from|to|against|than|versus|with|and|or)[ ]\Z")
ALONE = later(
    r"[ \u00a0](?:who|are|were|is|was|will|have|had|would|in|at|by|from|a|last|this|earlier|on|for|during|of|and|"
    r"to)\b|[.,;)]|\s*$"
)
LINKED = later(
    r"\b(?:is|are|was|were|be|been|to|of|from|by|reach(?:ed|es|ing)?|hits?|exceed(?:ed|s|ing)?|topped|passed|total(?:l?ed|l?ing|s)?|averag(?:ed|es|ing))"
    r"[ ]\Z"
)
AT = later(r"\bat[ ]\Z")
LEVEL_GAP = later(r"[ ](?:lower |higher |[a-z]+ )?(?:to|at)[ ](?:(?:end|close|finish|stand|settle|trade)(?: at)?[ ])?")
POINTS_NEXT = later(r",?[ \u00a0](?:up|down|off|to)[ \u00a0](?:by )?[0-9][0-9.,]{0,9}+ points\b")


def stands_alone(text: str, item: Item) -> bool:
    """Does no noun follow: "of which 30 are new", "from 208 pounds to 193"?"""
    return ALONE.match(text, item.end) is not None


def has_points(text: str, item: Item) -> bool:
    """Is it the level of an index: "12,345.67, down 58 points"?"""
    return POINTS_NEXT.match(text, item.tail) is not None


def is_linked(text: str, item: Item) -> bool:
    """A bare number of some length that a clause leads to: "the ceiling is 50000", "trades at 132.86"; not "Radio 106.3", "code: 309193"."""
    if item.kind != "digits" or not (item.grouped or item.low >= 10000):
        return False
    low = max(0, item.start - 14)
    return LINKED.search(text, low, item.start) is not None or (
        item.grouped and AT.search(text, low, item.start) is not None
    )


def is_level(text: str, out: Sequence[AmountMention], item: Item) -> bool:
    """ "fell 0.6 per cent to 12184": the level behind a change in percent or points."""
    if not out or item.kind != "digits" or item.low < 10:
        return False
    last = out[-1]
    if last.unit_name not in ("percent", "point") or last.direction is None:
        return False
    return LEVEL_GAP.fullmatch(text, last.phrase_end, item.start) is not None


def carried_noun(text: str, counted: tuple[int, int] | None, item: Item) -> tuple[int, int] | None:
    """The noun that the sentence counted last, for a number without one."""
    if counted is None or item.start - counted[1] > 200 or item.start < counted[1]:
        return None
    if item.low != item.low.to_integral_value() and not text.endswith("points", 0, counted[1]):
        return None  # "a p-value of 0.01": no things are counted in tenths
    return counted if BREAK.search(text, counted[1], item.start) is None else None


def same_measure(text: str, out: Sequence[AmountMention], item: Item) -> AmountMention | None:
    """The amount before whose unit of measure holds: "3.2 million tonnes, down 6% from 3.4 million"."""
    for last in reversed(out[-2:]):
        if last.unit_name in (None, "percent", "ratio") or last.currency is not None or last.unit_start is None:
            continue
        if last.dimension in ("count", "percentage", "percentage point", "ratio") or item.start - last.end > 120:
            return None
        if BREAK.search(text, last.end, item.start) or not AGAINST.search(
            text, max(last.end, item.start - 12), item.start
        ):
            return None
        return last
    return None
