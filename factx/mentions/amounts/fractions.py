"""Fractions in words that are claims: "half of staff", "a third less", and not "the first half", "a third company".

>>> from factx.mentions.amounts.numerals import find_numerals
>>> def read(text):
...     item = Item(next(find_numerals(text)))
...     return is_fraction(text, item, compared=False)
>>> [read(t) for t in ("half of staff left", "the first half was poor", "a third of it", "a third company", "half an hour")]
[True, False, True, False, False]
"""

from __future__ import annotations

from factx.mentions.amounts.item import Item
from factx.patterns import later

__all__ = ["is_fraction"]

ANY_PART_NEXT = (
    r"[ \u00a0\n](?:of|the|its|their|his|her|our|my|your|all|that|those|these|this|as|by|in|on|to|from|were|"
    r"are|is|was|have|had|would|will|said|say|and|or|but|who|which|less|more|lower|higher|since|for|since|"
    r"between|over|after|during|when|at|with|again|what)\b|[.,;:!?)”\"’—–-](?![a-z])|\s*$"
)
PART_NEXT = later(ANY_PART_NEXT)
COMPARED_NEXT = later(ANY_PART_NEXT + r"|[ \u00a0\n](?!an?\b)[a-z]")
"""Behind "nearly half" anything may stand that is no unit: "nearly half see robots as a threat"."""
PART_NOT_BEFORE = later(
    r"(?i)\b(?:first|second|third|other|better|back|front|last|latter|final|bottom|top|upper|lower|next|previous|"
    r"opening|closing|this|each|every|the|both|northern|southern|eastern|western|and a|early|late)\s\Z"
)
PART_NOT_NEXT = later(
    r"(?i)[ -](?:an? )?(?:hour|year|yearly|day|time|dozen|century|term|back|way|marathon|sister|brother|baked|"
    r"life|mast|price|hearted|past)s?\b|[ ](?:of|in) (?:(?:fiscal|calendar|the) )?(?:19|20)\d\d|[ ](?:of|in) the (?:year|"
    r"season|game|match|century|decade|month|fiscal)\b"
)
THIRD_NEXT = later(
    r"[ \u00a0\n](?:of\b(?! (?:19|20)\d\d)|less\b|more\b|lower\b|higher\b|(?:to|from|in|by|since|over|compared|"
    r"on)\b(?! (?:the|a) row))|[.,;)](?!\s*[a-z]*quarter)|\s*$"
)


def is_fraction(text: str, item: Item, compared: bool) -> bool:
    """Is the fraction of `item` one of a whole? `compared`: a comparator stands before it ("nearly a third")."""
    word = text[item.start : item.end].lower()
    if text[item.end : item.end + 1].isalnum() or PART_NOT_NEXT.match(text, item.end):
        return False
    if word[0].isdigit():
        return True
    if word.endswith("half"):
        return (
            PART_NOT_BEFORE.search(text, max(0, item.start - 14), item.start) is None
            and (PART_NEXT if not compared else COMPARED_NEXT).match(text, item.end) is not None
        )
    if compared or not word.startswith(("a ", "an ", "one ")):
        return True
    if "quarter" in word:
        return text.startswith(" of ", item.end)
    return THIRD_NEXT.match(text, item.end) is not None
