"""Numerals: every place where a number is written, in digits or words, with its value and its magnitude.

>>> from factx.values.numbers import plain
>>> [str(plain(n.low)) for n in find_numerals("1.2 million, half a billion, two-thirds, minus 3")]
['1200000', '500000000', '0.666666666667', '-3']
>>> [(int(n.low), int(n.high), n.kind) for n in find_numerals("tens of thousands of")]
[(10000, 100000, 'vague')]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from factx.document.tokens import Tokens
from factx.mentions.amounts.digits import FRACTIONS, read_digits
from factx.mentions.amounts.number_tables import number_tables
from factx.mentions.amounts.numeral import TOKEN_REST, Numeral
from factx.mentions.amounts.wording import FORMS, read_words

__all__ = ["Numeral", "find_numerals"]

DIGIT = re.compile(rf"[0-9{FRACTIONS}]")


def _word_pattern() -> re.Pattern[str]:
    """One alternation by first letters: the number words as they are written, "Two", "TWO"."""
    by_letter: dict[str, list[str]] = {}
    for form in FORMS:
        by_letter.setdefault(form[0], []).append(form[1:])
    forms = "|".join(f"{first}(?:{'|'.join(sorted(rest, reverse=True))})" for first, rest in sorted(by_letter.items()))
    return re.compile(rf"\b(?:{forms})\b")


NUMBER_WORD = _word_pattern()


ADDRESS_MARKS = frozenset("/=&?%#_-.")


class NumberWords(dict[str, tuple[tuple[int, int], ...]]):
    """Form of a token -> where the number words in it are ("one-third" has one); filled as forms are met."""

    def __missing__(self, form: str) -> tuple[tuple[int, int], ...]:
        places = tuple(match.span() for match in NUMBER_WORD.finditer(form))
        if len(self) < MANY_FORMS:
            self[form] = places
        return places


MANY_FORMS = 60_000
NUMBER_WORDS = NumberWords()


def word_places(tokens: Tokens) -> list[tuple[int, int]]:
    """Where the number words of a text are, in text order."""
    return [
        (start + a, start + b)
        for start, places in zip(tokens.start, map(NUMBER_WORDS.__getitem__, tokens.text), strict=True)
        if places
        for a, b in places
    ]


def find_numerals(
    text: str, tokens: Tokens | None = None, passed: list[tuple[int, int]] | None = None
) -> Iterator[Numeral]:
    """All numerals from left to right; what is part of a word ("A320", "5G", "3rd", "10.0.0.1") is passed over.

    `tokens`: those of the text, where they are at hand. `passed` is given the tables of numbers that are passed over.
    """
    if tokens is None:
        tokens = Tokens(text)
    search = DIGIT.search
    found = word_places(tokens)
    words = iter(found)
    spans = number_tables(text, [start for start, _ in found])
    if passed is not None:
        passed += spans
    tables = iter(spans)
    table = next(tables, NO_TABLE)
    position = 0
    digit = search(text)
    word = next(words, None)
    while digit is not None or word is not None:
        worded = word is not None and (digit is None or word[0] < digit.start())
        start, end = word if worded and word is not None else digit.span() if digit is not None else (0, 0)
        if worded:
            word = next(words, None)
        while table[1] <= start:
            table = next(tables, NO_TABLE)
        numeral = None
        if table[0] <= start:
            end = table[1]
        elif worded:
            if start < position:
                continue
            numeral = read_words(text, start, position)
        elif not _in_address(text, start):
            numeral = read_digits(text, start, position)
        if numeral is not None:
            end = max(end, numeral.end)
            yield numeral
        elif not worded:
            rest = TOKEN_REST.match(text, start)
            end = max(end, rest.end() if rest is not None else end)
        position = end
        if digit is not None and digit.start() < position:
            digit = search(text, position)


NO_TABLE = (sys.maxsize, sys.maxsize)


def _in_address(text: str, start: int) -> bool:
    """Is the digit part of a web or mail address?"""
    if text[start - 1 : start] not in ADDRESS_MARKS or not start:
        return False
    low = max(0, start - 200)
    head = text[max(low, text.rfind(" ", low, start), text.rfind("\n", low, start)) : start]
    return "://" in head or "www." in head or "@" in head
