r"""Words as a comparison sees them: letters and numbers alone, with the spellings made one that say the same.

>>> [word.form for word in words("o\ufb03ce, cafe\u0301")] == ["office", "caf\u00e9"]
True
>>> [word.form for word in words("We won’t organise 1,240 “events” for 40 per cent.")]
['we', 'will', 'not', 'organize', '1240', 'events', 'for', '40', 'percent']
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from factx import lexicon

__all__ = ["NEGATIONS", "Word", "content", "is_number", "stem", "stems", "words"]

LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b])*"  # with accents set apart, and what may break a word at a line's end
TOKEN = re.compile(rf"\d+(?:[.,]\d+)*|{LETTERS}(?:['’]{LETTERS})*|[%$€£¥]")
UNSEEN = re.compile("[\u00ad\u200b]")
SHORT = {
    "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"), "cannot": ("can", "not"), "i'm": ("i", "am"),
    "let's": ("let", "us"),
}  # fmt: skip
ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will"}
SMALL = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), map(str, range(1, 13)), strict=True)
)
BRITISH = (
    (re.compile(r"(?<=\w{3})is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}[a-z])our(?=(?:s|ed|ing|able|ite|ful|al)?$)"), "or"),
    (re.compile(r"(?<=\w{3})ll(?=(?:ed|ing|er|ers)$)"), "l"),
)
NEGATIONS = lexicon.words("negations.tsv")
PLAIN = frozenset(lexicon.words("closed_class.tsv")) | frozenset(
    "is are was were be been being am has have had do does did will would can could may might shall should must not also said says say".split()
)


class Word(NamedTuple):
    """A word in its compared form, and where it stands."""

    form: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`; a contraction gives two words at one place, "per cent" one."""
    out: list[Word] = []
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        forms = _forms(match[0])
        if forms == ("cent",) and out and out[-1].form == "per":
            out[-1] = Word("percent", out[-1].start, match.end())
        else:
            out.extend(Word(form, match.start(), match.end()) for form in forms)
    return out


@lru_cache(maxsize=65_536)
def _forms(token: str) -> tuple[str, ...]:
    low = (
        UNSEEN.sub("", normalize("NFKC", token)).casefold().replace("’", "'") if not token.isascii() else token.lower()
    )
    if not low:
        return ()
    if low == "%":
        return ("percent",)
    if low[0].isdigit():
        return (re.sub(r",(?=\d{3}(?!\d))", "", low),)
    if "'" in low or low == "cannot":
        if low in SHORT:
            return SHORT[low]
        for ending, meaning in ENDINGS.items():
            if low.endswith(ending):
                return (low.removesuffix(ending), meaning)
        return (low,)
    if low in SMALL:
        return (SMALL[low],)
    for pattern, new in BRITISH:
        low = pattern.sub(new, low)
    return (low,)


def is_number(form: str) -> bool:
    """Is it written in digits, or one of the small number words?"""
    return form[0].isdigit()


@lru_cache(maxsize=65_536)
def stem(form: str) -> str:
    """The form without the ending that number and tense put on: enough to find a word again, not to know it.

    >>> stem("promises"), stem("promised"), stem("closing"), stem("close")
    ('promis', 'promis', 'clos', 'clos')
    """
    if form[0].isdigit():
        return form
    low = form.removesuffix("'s").removesuffix("'")
    for ending in ("ing", "ies", "ied", "es", "ed", "s", "e", "y"):
        if low.endswith(ending) and len(low) - len(ending) >= 3 and not low.endswith("ss"):
            low = low[: -len(ending)]
            break
    return low


def content(form: str) -> bool:
    """Does the word say something of its own: no article, pronoun, preposition or auxiliary?"""
    return form not in PLAIN and len(form) > 1


def stems(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The stems of the words that say something of their own, numbers among them."""
    return [stem(word.form) for word in words(text, start, end) if content(word.form) or is_number(word.form)]
