"""Numbers that are part of a name: "iPhone 11", "Boeing 737", "the Nasdaq 100".

>>> from factx.document.tokens import Tokens
>>> from factx.mentions.amounts.numerals import find_numerals
>>> def read(text):
...     return is_in_name(text, Tokens(text), Item(next(find_numerals(text))))
>>> [read(t) for t in ("He has an iPhone 11.", "In Britain 200 people left.", "It sold 30 cars.")]
[True, False, False]
"""

from __future__ import annotations

from factx.document.tokens import Tokens
from factx.mentions.amounts.context import context_words
from factx.mentions.amounts.item import Item

__all__ = ["is_in_name"]

KNOWN_STARTS = context_words("opener")
VERBLIKE = context_words("count-verb")


def is_in_name(text: str, tokens: Tokens, item: Item) -> bool:
    """Is the number part of the name before it?"""
    if (
        item.kind != "digits"
        or item.start < 2
        or text[item.start - 1] != " "
        or not (text[item.start - 2].isalnum() or text[item.start - 2] in "’'")
    ):
        return False
    index = tokens.at(item.start) - 1
    if index < 0 or tokens.end[index] != item.start - 1:
        return False
    form = tokens.text[index]
    if not any(c.isupper() for c in form) or (index > 0 and tokens.lower[index] in VERBLIKE):
        return False
    if tokens.codes[index] not in "PN" or item.scaled or (item.grouped and "," in text[item.start : item.end]):
        return False
    begins = index == 0 or tokens.codes[index - 1] in '.":' or "\n" in text[tokens.end[index - 1] : tokens.start[index]]
    if begins and tokens.lower[index] in KNOWN_STARTS:
        return False
    # "In Britain 200 people": the name closes a prepositional phrase that opens the sentence
    position = index
    while position > 0 and tokens.codes[position] == "P" and index - position < 6:
        position -= 1
    return not (tokens.codes[position] == "I" and (position == 0 or tokens.codes[position - 1] in '.":'))
