"""A figure of the running text and the cell of a table that say the same: "revenue of $58.2 million" over a row "Revenue | 58,213".

Two claims tell one fact where metric, period, currency and per agree, and the value of the text is the cell's, rounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from factx.linking.types import ClaimLink
from factx.mentions.types import AmountMention

__all__ = ["restatements", "same_days"]

SLACK_DAYS = 7
"""Fiscal months begin and end near the calendar's."""
MOST = 40
"""Cells with one metric that a claim is held against."""


def restatements(
    amounts: Sequence[AmountMention],
    links: Sequence[ClaimLink],
    cells: Sequence[AmountMention],
    cell_links: Sequence[ClaimLink],
) -> dict[int, int]:
    """Index of a claim of the running text -> index of the cell that it restates."""
    by_metric: dict[tuple[str, str | None, str | None], list[int]] = defaultdict(list)
    for number, (amount, link) in enumerate(zip(cells, cell_links, strict=True)):
        if link.metric is not None and link.period is not None:
            by_metric[link.metric, amount.currency, amount.per].append(number)
    out: dict[int, int] = {}
    for number, (amount, link) in enumerate(zip(amounts, links, strict=True)):
        if link.metric is None or link.period is None or amount.low != amount.high:
            continue
        for cell in by_metric.get((link.metric, amount.currency, amount.per), ())[:MOST]:
            period = cell_links[cell].period
            assert period is not None
            if same_days((link.period.first, link.period.last), (period.first, period.last)) and _rounds(
                amount.low, cells[cell].low
            ):
                out[number] = cell
                break
    return out


def same_days(first: tuple[date | None, date | None], second: tuple[date | None, date | None]) -> bool:
    """Do two periods name the same days, give or take a week?"""
    if first[0] is None or first[1] is None or second[0] is None or second[1] is None:
        return False
    return abs((first[0] - second[0]).days) <= SLACK_DAYS and abs((first[1] - second[1]).days) <= SLACK_DAYS


def _rounds(told: Decimal, printed: Decimal) -> bool:
    """Is a value told in the text the printed one, rounded as it was told? Losses are told without their sign."""
    told, printed = abs(told), abs(printed)
    if told == printed:
        return True
    digits = told.normalize()
    step = Decimal(1).scaleb(int(digits.as_tuple().exponent))
    return abs(told - printed) <= step / 2
