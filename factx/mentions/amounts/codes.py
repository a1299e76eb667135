"""Codes and words that look like a currency and are none: COP28, R454B, NIS2, "2024 marks", "the one million mark".

>>> from factx.mentions.amounts.reading import read_items
>>> def kept(text):
...     return [text[i.start : i.end] for i in read_items(text) if i.currency is not None and not is_code(text, i)]
>>> kept("At COP28 it paid EUR 28 million for R454B, and R40 million for NIS2.")
['EUR 28 million', 'R40 million']
>>> kept("2024 marks the year when sales passed the one million mark; a multi-billion dollar firm; £ thousands")
[]
"""

from __future__ import annotations

from functools import cache

import regex

from factx import lexicon
from factx.mentions.amounts.item import Item
from factx.patterns import later
from factx.values.currencies import needs_name

__all__ = ["is_code"]

YEAR = later(r"(?:19|20)[0-9]{2}")
OTHER_THINGS = frozenset("R KD NIS CFA CVE NS PS BD LE RO QR SR TL Sh Bt DM RON SDG".split())
"""Marks that stand before numbers in the names of other things as well."""
MARKS = frozenset(("mark", "marks"))
THINGS_TOO = frozenset(("lei", "S/"))
"""What is money only where its country is named: "89 Lei" of flowers, "S/4" of a program."""
TOKENS = later(r"[ ](?:tokens?|coins?|staked)\b")
BEHIND_VERB = later(r"[ ](?:the|a|an|its|their|his|her|our|one|\d+|another|what)\b")
SIZES = later(r"(?i)[a-z]+ (?:m|b|tr)illion-[a-z]+")
SIZED = later(r"[ ](?:[a-z]+[ ])?[a-z]{2,}(?<!s)s\b")
SCALE_ALONE = later(r"(?i)(?:an?[ -])?(?:multi-?)?(?:m|b|tr)illion(?P<gap>[ -])(?P<name>[a-z]+)")
MULTI = later(r"(?i)multi[- ]?\Z")
NOUN = later(r"[ -][a-z]{2,}")
NOT_NOUN = later(
    r"[ ](?:in|on|at|to|from|for|of|and|or|but|by|with|over|per|as|than|that|which|was|were|is|are|will|would|more|less|this|last|each|a)\b"
)
CAPTION = later(r"(?i)[^\w\s]{1,3} ?(?:thousands|millions|billions)\Z")
LETTERS = later(r"[A-Za-z]")


def is_code(text: str, item: Item) -> bool:
    """Is the item with a currency no sum of money?"""
    if item.kind == "vague" or CAPTION.fullmatch(text, item.start, item.end) is not None:
        return True  # "hundreds of millions of dollars", "£ thousands"
    if item.kind == "words" and _is_size(text, item):
        return True
    mark = item.mark
    if mark in MARKS:
        if item.grouped and "." in text[item.start : item.end]:
            return False  # "1.8500 marks": a rate of exchange
        return not _is_german(text) or BEHIND_VERB.match(text, item.end) is not None
    if _is_other_thing(text, item):
        return True
    if not mark.isalpha() or item.ranged:
        return False
    if text[item.end : item.end + 1].isalnum():
        return True  # "R410A"
    written = text[item.start : item.end]
    digits = written.removeprefix(mark).removesuffix(mark).strip(" -\u00a0")
    if needs_name(mark) and _is_followed_by_noun(text, item.end) and not _is_named(text, item):
        return True  # "ALL 12 million users"
    if item.scaled:
        return _is_letter(text, item, digits)
    if item.grouped:
        return False
    if len(mark) == 3 and mark.isupper() and YEAR.fullmatch(digits) is not None and int(digits) % 50:
        return True  # "2022 CFA exam", "CAD 2024"
    return (mark in OTHER_THINGS or needs_name(mark)) and not _is_named(text, item)


def _is_other_thing(text: str, item: Item) -> bool:
    """ "89 Lei" of flowers, "S/4 HANA", "a supply of 1 billion SCR tokens"."""
    mark = item.mark
    if mark in THINGS_TOO or mark.lower() in THINGS_TOO:
        return not _is_named(text, item)
    return mark.isalpha() and TOKENS.match(text, item.end) is not None and text.endswith(mark, item.start, item.end)


def _is_letter(text: str, item: Item, digits: str) -> bool:
    """ "R454B": a letter for the magnitude, behind a number and a mark that other things have as well."""
    if item.mark not in OTHER_THINGS or LETTERS.search(digits) is None or "." in digits or "," in digits:
        return False
    return digits[-1:].isupper() and " " not in digits and not _is_named(text, item)


def _is_size(text: str, item: Item) -> bool:
    """ "a multi-billion dollar firm", "million-dollar homes" say a size and no sum."""
    if MULTI.search(text, max(0, item.start - 6), item.start) is not None:
        return True
    if SIZES.fullmatch(text, item.start, item.end) is not None and SIZED.match(text, item.end) is not None:
        return True  # "three billion-dollar companies" are three
    found = SCALE_ALONE.fullmatch(text, item.start, item.end)
    if found is None or found["name"].endswith("s"):
        return False
    if found["gap"] == "-":
        return True  # "billion-dollar, real-world problems"
    return _is_followed_by_noun(text, item.end)


def _is_followed_by_noun(text: str, at: int) -> bool:
    return NOUN.match(text, at) is not None and NOT_NOUN.match(text, at) is None


GERMAN = later(
    r"\bGerman marks?\b|\bDeutsche? ?[Mm]arks?\b|\bD-?[Mm]arks?\b|\bDM ?\d|\bBundesbank\b|\bpfennigs?\b|\b[Mm]arks \("
)


def _is_german(text: str) -> bool:
    return GERMAN.search(text, 0, 200_000) is not None


@cache
def _names(code: str) -> regex.Pattern[str]:
    """What names a currency or its country in a text."""
    names = [row[0] for row in lexicon.rows("currency_names.tsv") if row[1] == code and len(row[0]) > 3]
    lands = [row[3] for row in lexicon.rows("currency_evidence.tsv") if row[0] == code]
    parts = [
        r"\b(?i:\L<names>)s?\b",
        *lands,
        rf"\b{code} ?[0-9]{{1,3}}(?:,[0-9]{{3}}|[.][0-9]|[0-9]* (?:m|b|tr)illion)",
    ]
    return regex.compile("|".join(parts), names=names)


def _is_named(text: str, item: Item) -> bool:
    """Does the article name the currency or its country otherwise?"""
    currency = item.currency
    if currency is None:
        return False
    found = _names(currency.code).finditer(text, 0, 200_000)
    return any(match.end() <= item.start or match.start() >= item.end for match in found)
