"""Marks of footnotes, which are no part of the words and figures that they stand behind.

>>> text = "Revenue was £58 million1 from 1,200 m² and 31 sites², he said.[3] “It is so,”4 she said of COP28."
>>> [text[edit.start:edit.end] for edit in footnote_edits(text)]
['1', '²', '[3]', '4']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx import lexicon
from factx.document.edits import Edit

__all__ = ["footnote_edits"]

BEGINNING = re.compile(r"[0-9]+|[\[(\u207d\u00b9\u00b2\u00b3\u2070\u2074-\u2079]")
"""Where a mark can begin: what is looked for first, as it is a hundred times as fast."""
RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
MARK = re.compile(
    rf"""
      (?P<raised>(?<=\S)\u207d?[{RAISED}]{{1,3}}(?:[,\u02d2][{RAISED}]{{1,3}}){{0,4}}\u207e?(?![\u2044/]))
    | (?<=[\w%.,;:!?”"’'»)])(?P<bracket>\[\d{{1,3}}\])
    | (?:(?<=[a-z]{{3}})|(?<=[%”]))(?P<round>\(\d{{1,2}}\))(?![\w(])
    | (?<=[.,;:!?][”"’'])(?P<quoted>\d{{1,2}})(?=[\s.,;)]|\Z)
    | (?<=[a-z]{{4}}[.,;])(?P<stop>\d{{1,2}})(?=\s+[A-Z“"]|\s*\Z)
    | (?<=%)(?P<share>\d)(?![\w.,]*\w|%)
    | (?<=[A-Za-z])(?P<glued>\d{{1,2}})(?![\w(/@-]|,\d|\.\w)
    """,
    re.VERBOSE,
)
POWER = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]|(?<![^\W\d_])(?:[kcdmnμµ]m|ft|in|yd|mi|inch|foot|feet|mile|miles|sec))\Z")
"""Units and variables that are raised to a power: km², ft³, R²."""
TEN = re.compile(r"(?<![\d.,$£€¥])10\Z|[×x·*]\s?10\Z")
SCALE = re.compile(
    r"(?:(?<=\d)|(?<=\d )|\b)(?:[mb]illion|trillion|thousand|hundred|mn|bn|tn|per ?cent|cents|dollars|euros|pounds|pence)\Z"
)
LETTER = re.compile(r"(?:(?:[$£€¥]|\b[A-Z]{3})\s?\d[\d.,]{0,12}\s?(?:[mMbBkK]|bn|mn)|(?<![\w.,])\d[\d.,]{0,12}p)\Z")
"""A sum with a letter for its magnitude or its pence: "£58m1", "11.4p2"."""
METRIC = re.compile(r"\b(?:EBITDA?[RX]?|EBIT|EPS|A?FFO|NOI|NAV|ARR|ROE|ROIC|ROCE)\Z")
WORD = re.compile(r"(?<![\w./@#=&+?-])[a-z]{4,}\Z")


def footnote_edits(text: str) -> Iterator[Edit]:
    """The marks of footnotes in `text`, each read as nothing."""
    last = 0
    for beginning in BEGINNING.finditer(text):
        match = MARK.match(text, beginning.start()) if beginning.start() >= last else None
        if match is None:
            continue
        kind = str(match.lastgroup)
        if kind == "raised" and _is_power(text, match.start()):
            continue
        if kind == "glued" and not _is_note(text, match.start(), match.end()):
            continue
        if kind == "stop" and _is_abbreviation(text, match.start() - 1):
            continue
        last = match.end()
        yield Edit(match.start(), last, "")


def _is_power(text: str, at: int) -> bool:
    before = text[max(0, at - 12) : at]
    return POWER.search(before) is not None or TEN.search(before) is not None


def _is_note(text: str, start: int, end: int) -> bool:
    """Are the digits glued to a word or a sum no part of it?"""
    before = text[max(0, start - 40) : start]
    if SCALE.search(before) is not None or LETTER.search(before) is not None:
        return True
    if end - start > 1:
        return False
    if METRIC.search(before) is not None:
        return True
    word = WORD.search(before)
    return word is not None and word[0] in lexicon.tags()


def _is_abbreviation(text: str, stop: int) -> bool:
    word = re.search(r"[A-Za-z]+\Z", text[max(0, stop - 20) : stop])
    return word is not None and word[0] in lexicon.table("abbreviations.tsv")
