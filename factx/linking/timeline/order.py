"""Is 9/10/2012 in September or in October? The article's own evidence."""

from __future__ import annotations

from collections.abc import Sequence

from factx.mentions.dates import TimeExpression

__all__ = ["numeric_order"]


def numeric_order(expressions: Sequence[TimeExpression]) -> str:
    """ "DMY" or "MDY".

    Unambiguous numeric dates decide (13/10/2012 is day first), then dots between the numbers (day first), then the order of
    the article's written dates (9 October 2012 or October 9, 2012), else month first.

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
    return "DMY" if written > 0 else "MDY"
