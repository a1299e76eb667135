"""How an article counts its days, by its own evidence: the order of day and month (is 9/10/2012 in September?), and the fiscal year.

"The financial year ended 31 March 2024" says when the year ends, and so gives fiscal labels their days.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from factx import lexicon
from factx.mentions.dates import TimeExpression
from factx.values.calendar import last_day

__all__ = ["numeric_order", "year_told_to_end"]

PLACE = re.compile(
    r"\b(?:" + "|".join(re.escape(row[0]) for row in lexicon.rows("day_first_places.tsv")) + r")\b", re.IGNORECASE
)
"""Places whose press writes the day first."""

FISCAL_YEAR = re.compile(r"\b(?:fiscal|financial)\s", re.IGNORECASE)
ENDS = re.compile(r"\s(?:period\s)?(?:ended|ending|to)\s(?:on\s|in\s)?(?:the\s)?", re.IGNORECASE)


def numeric_order(expressions: Sequence[TimeExpression], dateline: str = "") -> str:
    """ "DMY" or "MDY".

    Unambiguous numeric dates decide (13/10/2012 is day first), then dots between the numbers (day first), then the order of
    the article's written dates (9 October 2012 or October 9, 2012), then the place of the dateline (London: day first),
    else month first.

    >>> from factx.mentions.dates import find_times
    >>> numeric_order(find_times("from 13/10/2012 to 9/11/2012")), numeric_order(find_times("on 9/10/2012"))
    ('DMY', 'MDY')
    """
    numeric = [made for made in expressions if made.kind == "numeric"]
    day_first = sum(1 for made in numeric if (made.month or 0) > 12)
    month_first = sum(1 for made in numeric if (made.day or 0) > 12)
    if day_first != month_first:
        return "DMY" if day_first > month_first else "MDY"
    if any(made.code == "." for made in numeric):
        return "DMY"
    written = sum(
        1 if made.rule.startswith("day, number first") else -1
        for made in expressions
        if made.kind == "day" and made.rule.startswith("day, ")
    )
    if written:
        return "DMY" if written > 0 else "MDY"
    return "DMY" if PLACE.search(dateline) else "MDY"


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
