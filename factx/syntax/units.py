"""The nodes of a tree: tokens, where a numeral with its comparator, mark, magnitude, currency or "%", and a time, are one node.

Treebanks have few sums of money, and a parser need not know how they are written: "$4.1 billion" behaves as one word.

>>> from factx.document.tokens import Tokens
>>> text = "On May 18, 2024 it paid more than US$4.1 billion, or 58 percent of sales."
>>> tokens = Tokens(text)
>>> [" ".join(tokens.text[a:b]) for a, b, _ in units(tokens, range(len(tokens)), [(3, 15)])]
['On', 'May 18 , 2024', 'it', 'paid', 'more than US $ 4.1 billion', ',', 'or', '58 percent', 'of', 'sales', '.']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factx import lexicon
from factx.document.tokens import Tokens

__all__ = ["MONEY", "NUMERAL", "PERCENT", "TIME", "Unit", "units"]

MONEY, PERCENT, NUMERAL, TIME = "<money>", "<percent>", "<numeral>", "<time>"
Unit = tuple[int, int, str]
"""First token, one behind the last, and the word that stands for it: one of the four above, or "" for the token's own."""

MARKS = frozenset("$£€¥₹₩₽₺฿₪₱₫")
BEFORE_MARK = frozenset("US A AU C CA HK NZ S R NT".split())
CODES = frozenset(row[0] for row in lexicon.rows("currencies.tsv") if row[3] not in ("word", "unit"))
OPENING = MARKS | CODES | BEFORE_MARK
"""What opens a sum."""
NAMES = frozenset(lexicon.words("currency_names.tsv"))
MAGNITUDES = frozenset(row[0] for row in lexicon.rows("magnitudes.tsv") if row[2] != "money")
PERCENTS = frozenset(("%", "percent", "pct"))
ADVERBS = frozenset("almost approximately circa nearly practically roughly virtually".split())
VERBAL = frozenset("capped close closer estimated exceed exceeding short shy start starting starts".split())
"""Words that make of a comparator more than an adverb of its number: "fell short of $5m"."""


def _comparators() -> dict[str, list[tuple[str, ...]]]:
    """First word -> the comparators that are nothing but a part of their amount, the long ones first; no bare preposition."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase, _, place in lexicon.rows("comparators.tsv"):
        words = tuple(phrase.split())
        if place == "before" and (phrase in ADVERBS or (len(words) > 1 and not VERBAL.intersection(words))):
            found.setdefault(words[0], []).append(words)
    for phrases in found.values():
        phrases.sort(key=len, reverse=True)
    return found


COMPARATORS = _comparators()
DIGITS = re.compile(r"\d[\d,.]*(?:bn|mn|m|b|k|tn|million|billion)?\Z", re.IGNORECASE)


class Plain(dict[str, bool]):
    """Form -> is it a word that no amount begins with? Filled as forms are met."""

    def __missing__(self, form: str) -> bool:
        plain = not (form in OPENING or form[0] in "0123456789" or form.lower() in COMPARATORS)
        if len(self) < MANY_FORMS:
            self[form] = plain
        return plain


PLAIN = Plain()
MANY_FORMS = 60_000


def units(tokens: Tokens, where: range, times: Sequence[tuple[int, int]]) -> list[Unit]:
    """The tokens `where`, in order, as units; `times`: offsets of times, in order."""
    forms, lower, start, end = tokens.text, tokens.lower, tokens.start, tokens.end
    index, stop = where.start, where.stop
    if times and index < stop:
        times = [time for time in times if start[index] <= time[0] < end[stop - 1]]
    if not times and all(map(PLAIN.__getitem__, forms[index:stop])):
        return [(i, i + 1, "") for i in where]
    out: list[Unit] = []
    waiting = iter(times)
    held = next(waiting, None)
    while index < stop:
        form = forms[index]
        while held is not None and held[0] < start[index]:
            held = next(waiting, None)
        if held is not None and held[0] == start[index]:
            last = index
            while last + 1 < stop and end[last + 1] <= held[1]:
                last += 1
            after, word = last + 1, TIME if last > index or not form.isalpha() else ""
        elif lower[index] in COMPARATORS:
            after, word = _compared(forms, lower, index, stop)
        elif form in OPENING or form[0] in "0123456789":
            after, word = _amount(forms, lower, index, stop)
        else:
            after, word = index + 1, ""
        out.append((index, after, word))
        index = after
    return out


def _amount(forms: list[str], lower: list[str], index: int, stop: int) -> tuple[int, str]:
    """A numeral or a sum where one begins, else a word."""
    form = forms[index]
    if form[0] in "0123456789":
        return _numeral(forms, lower, index, stop)
    if form in MARKS or form in CODES or (form in BEFORE_MARK and forms[index + 1 : index + 2] == ["$"]):
        return _money(forms, lower, index, stop)
    return index + 1, ""


def _compared(forms: list[str], lower: list[str], index: int, stop: int) -> tuple[int, str]:
    """An amount with its comparator; a comparator alone is a word, or what a currency begins with ("A$5")."""
    for words in COMPARATORS[lower[index]]:
        begin = index + len(words)
        if begin < stop and tuple(lower[index:begin]) == words:
            after, word = _amount(forms, lower, begin, stop)
            if word:
                return after, word
    return _amount(forms, lower, index, stop)


def _numeral(forms: list[str], lower: list[str], index: int, stop: int) -> tuple[int, str]:
    """A numeral, with a magnitude and a currency or "%" behind."""
    if not DIGITS.match(forms[index]):
        return index + 1, ""
    end = index + 1
    if end < stop and lower[end] in MAGNITUDES:
        end += 1
    if end < stop and lower[end] in PERCENTS:
        return end + 1, PERCENT
    if end + 1 < stop and lower[end] == "per" and lower[end + 1] == "cent":
        return end + 2, PERCENT
    for size in (2, 1):
        name = " ".join(lower[end : end + size])
        if end + size <= stop and (name in NAMES or name.removesuffix("s") in NAMES):
            return end + size, MONEY
    if end < stop and forms[end] in CODES:
        return end + 1, MONEY
    return (end + 1 if forms[end : end + 1] == ["+"] else end), NUMERAL


def _money(forms: list[str], lower: list[str], index: int, stop: int) -> tuple[int, str]:
    """A mark or code of a currency and its numeral; a mark alone is a word."""
    end = index + 1
    while end < stop and end < index + 3 and forms[end] in MARKS:
        end += 1
    if end < stop and DIGITS.match(forms[end]):
        end += 1
        return (end + 1 if end < stop and lower[end] in MAGNITUDES else end), MONEY
    return index + 1, ""
