"""Dates whose pieces are glued together or parted by odd marks, read with single spaces between them.

>>> text = "Signed November19,2012, 9May2024, 9. May 2024 and 9/May/2024."
>>> [(text[edit.start : edit.end], edit.text) for edit in date_edits(text)]
[('', ' '), ('', ' '), ('', ' '), ('', ' '), ('.', ''), ('/', ' '), ('/', ' ')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.document.edits import Edit

__all__ = ["date_edits"]

MONTH = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
    r"Dec(?:ember)?)(?![a-z])\.?|(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![A-Z])"
)
DAY_BEHIND = re.compile(
    r"(?P<gap>[ ]?)(?P<day>\d{1,2}(?:st|nd|rd|th)?)(?P<mark>,?)(?P<space>[ ]?)(?P<year>(?:19|20)\d\d)"
    r"(?:(?P<clock>(?=\d{1,2}:\d\d\b))|(?!\w|[.,]\d))"
)
DAY_BEFORE = re.compile(r"(?<![\w.,/-])\d{1,2}(?:st|nd|rd|th)?(?P<stop>\.)?(?P<gap>[ /]?)\Z")
YEAR_BEHIND = re.compile(r"(?P<gap>[ /]?)(?:19|20)\d\d(?!\w|[.,/]\d)")


def date_edits(text: str) -> Iterator[Edit]:
    """Spaces where the day, month and year of a date are glued; none of the marks that other languages put between them."""
    for month in MONTH.finditer(text):
        start, end = month.span()
        if text[start - 1 : start].isalpha():
            continue
        behind = DAY_BEHIND.match(text, end)
        if behind is not None:
            yield from _month_first(behind)
            continue
        before = DAY_BEFORE.search(text, max(0, start - 6), start)
        year = YEAR_BEHIND.match(text, end)
        if before is None or year is None or before["gap"] != "/" == year["gap"]:
            continue
        if before["stop"]:
            yield Edit(*before.span("stop"), "" if before["gap"] else " ")
        if before["gap"] != " " and not (before["stop"] and not before["gap"]):
            yield Edit(*before.span("gap"), " ")
        if year["gap"] != " ":
            yield Edit(*year.span("gap"), " ")


def _month_first(match: re.Match[str]) -> Iterator[Edit]:
    if not match["gap"]:
        yield Edit(*match.span("gap"), " ")
    if not match["space"] and match["mark"]:
        yield Edit(*match.span("space"), " ")
    if match["clock"] is not None:  # "July 29, 20268:00 p.m."
        yield Edit(match.end(), match.end(), " ")
