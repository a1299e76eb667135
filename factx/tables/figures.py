"""What one cell says: a figure with its marks, or nothing ("—", "n/a"), or a mark that belongs to its neighbour, or words.

>>> figure = read_figure("$(1,083)")
>>> figure.low, figure.currency
(Decimal('-1083'), '$')
>>> read_figure("~$1.70 billion").low, read_figure("GAAP: $2.65 to $2.70").label, read_figure("Total")
(Decimal('1700000000.00'), 'GAAP', None)
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

import regex

from factx import lexicon
from factx.patterns import later
from factx.values.currencies import CurrencyForm, by_code, by_mark
from factx.values.numbers import decimal_of, magnitudes

__all__ = ["Figure", "currency_of", "is_blank", "is_mark", "read_figure", "year_in"]

LONGEST = 80
"""Characters of a cell that can be a figure."""

DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})++(?:\.\d++)?"  # 1,204.5
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3})++(?:[.,]\d{1,2})?(?!\d)|\d{1,3}(?:['’]\d{3})++"  # 1 204,5 and 1'204
    r"|\d{1,3}(?:,\d\d){1,4},\d{3}|\d++(?:\.\d++)?|\.\d++)"  # 12,34,567
)
MOST_DIGITS = 15
"""Digits of a figure, at most: more are the number of something."""
MARK = r"(?:[A-Z]{1,3}\s?[$£¥]|[$£€¥₹₩₪₽₺]\s?(?:US|A|C)?|[A-Z]{3}\b|Rs\.?|kr\.?|zł|R(?=\d)|[A-Z]{3}\$)"
MINUS = r"[-−–‐‑]"
FOOTNOTE = r"(?:\s?(?:\(\d{1,2}\)|\([a-z]\)|\[\w{1,2}\]|/\w{1,2}/|\*{1,3}|[†‡§]|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}))"
WORDS = "|".join(
    sorted((regex.escape(word) for word, (_, kind) in magnitudes().items() if kind != "money"), key=len, reverse=True)
)
UNIT = r"(?:%|per\s?cent|pts?\b\.?|pps?\b|ppts?\b|percentage\spoints?|bps?\b|basis\spoints|x\b|times\b|¢|p\b)"


def _number(n: str) -> str:
    return rf"""(?P<minus{n}>{MINUS}\s?|\+\s?)?(?P<mark{n}>{MARK})?\s*+(?P<open{n}>\(\s*+)?(?P<inner{n}>{MINUS}\s?|\+\s?)?(?:(?P<mid{n}>{MARK})\s*+)?
        (?P<digits{n}>{DIGITS})(?P<close_early{n}>\s?\))?\s*+(?:(?P<word{n}>{WORDS})\b)?\s*+(?P<unit{n}>{UNIT})?\s*+(?P<behind{n}>{MARK})?\s*+(?P<close{n}>\))?"""


FIGURE = later(
    rf"""(?:(?P<label>[A-Za-z][\w/&.\s-]{{0,40}}):\s)?(?P<whole>(?:(?P<about>~|≈|c\.\s?|ca\.?\s|circa\s|about\s|approximately\s|around\s|approx\.?\s)|(?P<more>>=?|≥|over\s|more\sthan\s|at\sleast\s)
        |(?P<less><=?|≤|under\s|less\sthan\s|up\sto\s))?\s*+{_number("1")}(?:\s?(?:to|-|–|—|through|and)\s?(?:about\s|~)?{_number("2")})?)(?:{FOOTNOTE}){{0,3}}(?P<tail>\s(?:per\s\w{{1,20}}|[A-Za-z²³/]{{1,12}}))?""",
    regex.VERBOSE | regex.IGNORECASE,
)
CHEAP = later(r"\d")
SPACED_COMMA = later(r"[ \u00a0\u202f]\d{3},\d{1,2}$")
YEAR_MARK = later(rf"(?:{FOOTNOTE}){{1,2}}|[A-Z]")
YEAR = later(r"(?:19|20)\d\d")
MARKS = later(rf"(?:{MARK}|\(|\)|%|\)\s?%|%\s?\)|pts?\.?|bps|x|{FOOTNOTE})", regex.IGNORECASE)


@cache
def _blanks() -> frozenset[str]:
    return lexicon.words("blank_cells.tsv")


BLANKS = later(r"[\s$£€%()]*+[-−–—‒―_.*…][-−–—‒―_.\s*$£€%()…]*+")


MARK_GROUPS = ("mark1", "mid1", "behind1", "mark2", "mid2", "behind2")


def currency_of(mark: str) -> CurrencyForm | None:
    """The currency of a mark or code as written.

    >>> currency_of("US$"), currency_of("Jan")
    (CurrencyForm(code='USD', minor=False, bare=False), None)
    """
    mark = mark.strip()
    return by_mark(mark) or by_mark(mark.replace(" ", "")) or by_mark(mark, after=True) or by_code(mark)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed: offsets within the cell's text, the numbers with sign and magnitude word, and its marks.

    `currency`: the mark as written; `unit`: "%", "x", "bps" … as written; `worded`: a magnitude word stands in the cell, so no
    scale of the table applies. `label`: words in front ("GAAP"); `tail`: words behind.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    currency: str | None = None
    unit: str | None = None
    comparator: str = "="
    worded: bool = False
    label: str | None = None
    tail: str | None = None
    plain_year: bool = False
    signed: bool = False


def is_blank(text: str) -> bool:
    """Does the cell say that there is no figure?

    >>> [is_blank(text) for text in ("—", "n/a", "$ -", "NM", "0")]
    [True, True, True, True, False]
    """
    bare = text.strip().lower()
    return not bare or BLANKS.fullmatch(bare) is not None or bare.strip("()*. ") in _blanks()


def is_mark(text: str) -> bool:
    """Is it a mark that belongs to the figure beside it?

    >>> [is_mark(text) for text in ("$", ")%", "US$", "(1)", "Total")]
    [True, True, True, True, False]
    """
    bare = text.strip()
    if not 0 < len(bare) <= 6 or MARKS.fullmatch(bare) is None:
        return False
    return not bare[0].isalpha() or bare in ("x", "pt", "pts", "pts.", "bps") or currency_of(bare) is not None


def year_in(text: str) -> int | None:
    """The year that a cell is ("2024", not "2,024").

    >>> year_in("2024"), year_in("2,024"), year_in("2024 (1)")
    (2024, None, 2024)
    """
    match = YEAR.match(text.strip())
    if match is None:
        return None
    rest = text.strip()[match.end() :]
    return int(match[0]) if not rest or YEAR_MARK.fullmatch(rest) else None


def read_figure(text: str) -> Figure | None:
    """The figure that a whole cell is; None for words, blanks and what is no number alone."""
    return _read(text) if len(text) <= LONGEST and CHEAP.search(text) is not None else None


@lru_cache(maxsize=65_536)
def _read(text: str) -> Figure | None:
    begin = len(text) - len(text.lstrip())
    bare = text.strip()
    match = FIGURE.fullmatch(bare)
    if match is None:
        return None
    first = _value(match, "1")
    if first is None:
        return None
    second = _value(match, "2") if match["digits2"] else first
    if second is None:
        return None
    if match["digits2"]:
        second, first = _shared(match, first, second)
        if second < first and not match["open1"] and first > 0:
            return None  # "2024-25", "10-8": no range
    marks = [match[name] for name in MARK_GROUPS if match[name]]
    if any(currency_of(mark) is None for mark in marks):
        return None  # "Jan 3", "Vol 2"
    end = begin + match.end("whole")
    whole = match["whole"].rstrip()
    unit = match["unit1"] or match["unit2"]
    tail = (match["tail"] or "").strip() or None
    return Figure(
        begin + match.start("whole"), end - len(match["whole"]) + len(whole), first, second,
        currency=marks[0].strip() if marks else None,
        unit=unit.lower() if unit else None,
        comparator="~" if match["about"] else ">=" if match["more"] else "<=" if match["less"] else "=",
        worded=bool(match["word1"] or match["word2"]),
        label=match["label"], tail=tail,
        plain_year=bare.isdigit() and year_in(bare) is not None,
        signed=first < 0 or bool(match["minus1"] or match["inner1"]),
    )  # fmt: skip


def _value(match: regex.Match[str], n: str) -> Decimal | None:
    digits = match[f"digits{n}"]
    if sum(char.isdigit() for char in digits) > MOST_DIGITS:
        return None
    number = decimal_of(digits, decimal_comma=SPACED_COMMA.search(digits) is not None)
    if number is None:
        return None
    word = match[f"word{n}"]
    if word:
        number *= magnitudes()[word.lower()][0]
    negative = bool(match[f"open{n}"]) and bool(match[f"close{n}"] or match[f"close_early{n}"] or not match["digits2"])
    sign = (match[f"minus{n}"] or match[f"inner{n}"] or "").strip()
    return -number if negative or (sign and sign != "+") else number


def _shared(match: regex.Match[str], first: Decimal, second: Decimal) -> tuple[Decimal, Decimal]:
    """ "$4.75 to $4.78 billion": the word of the second number is the first one's, too."""
    if match["word2"] and not match["word1"]:
        first *= magnitudes()[match["word2"].lower()][0]
    return second, first
