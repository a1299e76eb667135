"""The fiscal year as a text tells it: "the financial year ended 31 March 2024" says when it ends, and so gives labels their days."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from factx.mentions.dates import TimeExpression
from factx.values.calendar import last_day

__all__ = ["year_told_to_end"]

FISCAL_YEAR = re.compile(r"\b(?:fiscal|financial)\s", re.IGNORECASE)
ENDS = re.compile(r"\s(?:period\s)?(?:ended|ending|to)\s(?:on\s|in\s)?(?:the\s)?", re.IGNORECASE)


def year_told_to_end(text: str, expressions: Sequence[TimeExpression]) -> str | None:
    """ "MM-DD" of "the financial year ended 31 March 2024", from the first such words; None where none are.

    >>> from factx.mentions.dates import find_times
    >>> line = "In the fiscal year ending June 30, 2025, and in FY26, sales will rise."
    >>> year_told_to_end(line, find_times(line))
    '06-30'
    """
    for year, closing in itertools.pairwise(expressions):
        if (
            year.rule != "year to a date"
            or closing.kind not in ("day", "month")
            or closing.month is None
            or not ENDS.fullmatch(text, year.end, closing.start)
            or not FISCAL_YEAR.search(text, year.start, year.end)
        ):
            continue
        last = last_day(closing.year or 2001, closing.month)
        day = min(closing.day or last.day, last.day)
        return f"{closing.month:02d}-{last.day if day == last.day else day:02d}"
    return None
