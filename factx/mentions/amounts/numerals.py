"""Numerals: every place where a number is written, in digits or words, with its value and its magnitude.

>>> from factx.values.numbers import plain
>>> [str(plain(n.low)) for n in find_numerals("1.2 million, half a billion, two-thirds, minus 3")]
['1200000', '500000000', '0.666666666667', '-3']
>>> [(int(n.low), int(n.high), n.kind) for n in find_numerals("tens of thousands of")]
[(10000, 100000, 'vague')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.document.tokens import Tokens
from factx.mentions.amounts.digits import read_digits
from factx.mentions.amounts.numeral import TOKEN_REST, Numeral
from factx.mentions.amounts.wording import FORMS, read_words

__all__ = ["Numeral", "find_numerals"]

DIGIT = re.compile(r"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


def _word_pattern() -> re.Pattern[str]:
    """One alternation by first letters: the number words as they are written, "Two", "TWO"."""
    by_letter: dict[str, list[str]] = {}
    for form in FORMS:
        by_letter.setdefault(form[0], []).append(form[1:])
    forms = "|".join(f"{first}(?:{'|'.join(sorted(rest, reverse=True))})" for first, rest in sorted(by_letter.items()))
    return re.compile(rf"\b(?:{forms})\b")


NUMBER_WORD = _word_pattern()


BLOCK = 4096


DENSE = 240  # numerals in a block: one in every 17 characters, over a page and a half


NUMERIC = re.compile(r"[0-9]+")
FRACTION = re.compile(r"[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


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


def find_numerals(text: str, tokens: Tokens | None = None) -> Iterator[Numeral]:
    """All numerals from left to right; what is part of a word ("A320", "5G", "3rd", "10.0.0.1") is passed over.

    `tokens`: those of the text, where they are at hand.
    """
    if tokens is None:
        tokens = Tokens(text)
    search = DIGIT.search
    found = [
        (start + a, start + b)
        for start, places in zip(tokens.start, map(NUMBER_WORDS.__getitem__, tokens.text), strict=True)
        if places
        for a, b in places
    ]
    words = iter(found)
    dense = _dense_blocks(text, found)
    position = 0
    digit = search(text)
    word = next(words, None)
    while digit is not None or word is not None:
        if word is not None and (digit is None or word[0] < digit.start()):
            start, end = word
            word = next(words, None)
            if start < position:
                continue
            if dense and dense[start // BLOCK]:
                position = (start // BLOCK + 1) * BLOCK
                continue
            numeral = read_words(text, start, position)
        else:
            assert digit is not None
            start, end = digit.span()
            if dense and dense[start // BLOCK]:
                position = (start // BLOCK + 1) * BLOCK
                digit = search(text, position)
                continue
            numeral = None if _in_address(text, start) else read_digits(text, start, position)
            if numeral is None:
                rest = TOKEN_REST.match(text, start)
                end = max(end, rest.end() if rest is not None else end)
        if numeral is not None:
            end = max(end, numeral.end)
            yield numeral
        position = end
        if digit is not None and digit.start() < position:
            digit = search(text, position)


def _dense_blocks(text: str, words: list[tuple[int, int]]) -> list[bool]:
    """Which blocks of the text are tables of numbers (empty: none); they make no claims that a sentence could be read for.

    It also bounds the work on a text that is nothing but numerals.
    """
    if len(words) + len(NUMERIC.findall(text)) + len(FRACTION.findall(text)) <= DENSE:
        return []
    counts = [0] * (len(text) // BLOCK + 1)
    for pattern in (NUMERIC, FRACTION):
        for match in pattern.finditer(text):
            counts[match.start() // BLOCK] += 1
    for start, _ in words:
        counts[start // BLOCK] += 1
    return [count > DENSE for count in counts] if max(counts) > DENSE else []


def _in_address(text: str, start: int) -> bool:
    """Is the digit part of a web or mail address?"""
    if text[start - 1 : start] not in ADDRESS_MARKS or not start:
        return False
    low = max(0, start - 200)
    head = text[max(low, text.rfind(" ", low, start), text.rfind("\n", low, start)) : start]
    return "://" in head or "www." in head or "@" in head
