"""Where a line of a block ends: in mid-sentence, or with a thing of its own (a headline, an item, a row).

>>> text = "said Ann\\nLee, of Orlo"
>>> is_open(text, (0, 8), (9, 21)), is_open("Results\\nSales rose.", (0, 7), (8, 19))
(True, False)
>>> is_open("“We won,” Ann\\nLee said.", (0, 13), (14, 23))
True
"""

from __future__ import annotations

import re
from functools import cache

from factx import lexicon

__all__ = ["is_grid", "is_open", "is_prose_end"]

LAST = re.compile(r"(?:[^\W\d_][\w’'&-]*\.?|\S)\Z")
FIRST = re.compile(r"[\"“‘(\[]?(\S+)")
NUMBER = re.compile(r"\d[\d.,]*\Z")
GAPS = re.compile(r"\S(?:\t| {2,}| ?\| ?)\S")
TO_ITS_NOUN = frozenset(("CC", "DT", "IN", "MD", "PDT", "PRP$", "TO", "WDT", "WP$"))
"""Tags of words that nothing ends with."""
PARTICLES = frozenset(
    "across ahead along behind below beyond both down either here inside near neither off out outside past that then there "
    "this those these throughout up within without all any another each no none some so".split()
)
"""Words of these tags that a headline or an item can end with."""
REPORTS = frozenset("said says told is was are were has had have be been its their mr mrs ms dr".split())
PROSE = frozenset("a an the said says that was were had has its his her their which who".split())
"""Words that headlines leave out."""


def is_open(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Can the line not end where it does, or the next one not begin there?"""
    last, first = text[line[1] - 1], text[following[0]]
    if last in '.!?:;”"':
        return _is_in_brackets(text, line) if last in ":;" else last == "." and _ends_in_abbreviation(text, line, first)
    if first.islower() or last in ",-(–—&/$£€¥":
        return last != "," or not is_grid(text, [line])
    return _ends_in_mid_phrase(text, line, following)


def _ends_in_mid_phrase(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    found = LAST.search(text, max(line[0], line[1] - 40), line[1])
    word = found[0] if found is not None else ""
    low = word.lower()
    begin = FIRST.match(text, following[0], following[1])
    opening = begin[1] if begin is not None else ""
    if word.islower() and (_cannot_end(low) or low in REPORTS):
        return True
    if opening[:1].isdigit():
        return low in lexicon.table("months.tsv") or low in lexicon.words("weekdays.tsv") or word in _currencies()
    if text[following[0]].isupper() and word[:1].isupper():
        return low in lexicon.table("given_names.tsv") and _is_name(text[line[0] : line[1] - len(word)], opening)
    if NUMBER.search(text, line[0], line[1]):
        return opening.rstrip(".,").lower() in lexicon.table("months.tsv") or opening[:1] == "%"
    return False


def _is_name(before: str, opening: str) -> bool:
    """Does a given name go on with `opening`, by what stands before it or by what it is?"""
    words = before.split()
    if not words or words[-1][-1] in '”"' or (words[-1].isalpha() and words[-1].islower()):
        return True
    return opening[-1] in ",.’" or opening.lower() not in lexicon.tags()


def _cannot_end(low: str) -> bool:
    return low not in PARTICLES and lexicon.table("closed_class.tsv").get(low) in TO_ITS_NOUN


@cache
def _currencies() -> frozenset[str]:
    """Codes and marks that stand before a number."""
    codes = {row[0] for row in lexicon.rows("currencies.tsv")}
    return frozenset(codes | {row[0] for row in lexicon.rows("currency_marks.tsv") if row[2] != "after"})


def _is_in_brackets(text: str, line: tuple[int, int]) -> bool:
    return text.rfind("(", *line) > text.rfind(")", *line)


def _ends_in_abbreviation(text: str, line: tuple[int, int], first: str) -> bool:
    """ "said Mr." and "John F." go on with a name, "Orlo Inc." in lower case, "No." with a number."""
    word = text[max(line[0], line[1] - 12) : line[1]].rsplit(maxsplit=1)[-1].rstrip(".")
    kind = lexicon.table("abbreviations.tsv").get(word)
    if first.islower():
        return kind is not None or len(word) == 1
    if first.isdigit():
        return kind in ("number", "month")
    return first.isupper() and (kind == "title" or (len(word) == 1 and word.isupper()))


def is_prose_end(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Is the line of a pair the beginning of a sentence that the next one ends?"""
    if text[line[1] - 1] in '.!?:”"' or text[following[1] - 1] not in '.!?”"’)':
        return False
    words = text[line[0] : line[1]].split()
    return len(words) > 4 and any(word.rstrip(',.;”"') in PROSE or word[-1] in ',;”"' for word in words)


def is_grid(text: str, lines: list[tuple[int, int]]) -> bool:
    """Are half of the lines rows of cells?"""
    return 2 * sum(GAPS.search(text, start, end) is not None for start, end in lines) >= len(lines)
