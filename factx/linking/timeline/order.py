"""Is 9/10/2012 in September or in October? The article's own evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factx import lexicon
from factx.mentions.dates import TimeExpression

__all__ = ["numeric_order"]

PLACE = re.compile(
    r"\b(?:" + "|".join(re.escape(row[0]) for row in lexicon.rows("day_first_places.tsv")) + r")\b", re.IGNORECASE
)
"""Places whose press writes the day first."""


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
