"""Temporal expressions: the words read, family by family, into symbols that the timeline places in time.

>>> [text for text in (e.rule for e in find_times("It fell on Monday, two weeks ago, in Q3 2012."))]
['weekday', 'offset', 'quarter code']
"""

from __future__ import annotations

from functools import lru_cache

from factx.mentions.dates.comparison_rules import COMPARISONS
from factx.mentions.dates.day_rules import CALENDAR, DAY_FIRST, RELATED
from factx.mentions.dates.deictic_rules import DEICTICS, WEEKDAY_TABLE
from factx.mentions.dates.duration_rules import DURATIONS, RANGES
from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.holiday_rules import HOLIDAYS
from factx.mentions.dates.numeric_rules import NUMERIC, WEEKDAY_NUMERIC
from factx.mentions.dates.offset_rules import OFFSETS
from factx.mentions.dates.part_rules import PARTS
from factx.mentions.dates.period_rules import PERIODS
from factx.mentions.dates.relative_rules import NEIGHBOURS
from factx.mentions.dates.scan import Scanner
from factx.mentions.dates.set_rules import SETS
from factx.mentions.dates.span_rules import SPANS
from factx.mentions.dates.stretch_rules import STRETCHES
from factx.mentions.dates.vague_rules import CLOCK, CLOCK_FIGURES, REFERENCES
from factx.mentions.dates.year_rules import SHORT_YEARS, YEARS

__all__ = ["TimeExpression", "find_times", "scanner"]

TABLES = (
    NUMERIC, WEEKDAY_NUMERIC, SPANS,
    CLOCK, CLOCK_FIGURES, DAY_FIRST, HOLIDAYS, PARTS, RELATED, CALENDAR, PERIODS, DEICTICS, SETS, WEEKDAY_TABLE, SHORT_YEARS, YEARS,
    COMPARISONS, OFFSETS, NEIGHBOURS, RANGES, DURATIONS, STRETCHES, REFERENCES,
)  # fmt: skip
"""All families; where two could begin with one word, the earlier one is tried first."""


@lru_cache(maxsize=1)
def scanner() -> Scanner:
    """The scanner over all tables, made once."""
    return Scanner(TABLES)


for _table in TABLES:
    _table.whole = scanner


def find_times(text: str) -> list[TimeExpression]:
    """The temporal expressions of a text, in text order, without overlaps."""
    return [made for _, _, made in scanner().run(text, 0, len(text))]
