"""The fiscal year as a text tells it: "Q2 (July to September)", "the quarter ended 30 September 2019 (Q2)".

One such line says in which month the fiscal year ends, and so places every "Q2" of the article. A label that agrees with
the calendar ("Q3 (July to September)") tells nothing, and neither does a quarter that ends in mid-month.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import date

from factx import lexicon
from factx.mentions.dates import TimeExpression
from factx.values.calendar import interval, last_day

__all__ = ["TOLD_QUARTERS", "begun_quarter", "told_year_end", "year_told_to_end"]

TOLD_QUARTERS = frozenset(["Q1", "Q2", "Q3", "Q4"])
MONTHS = {row[0]: int(row[1]) for row in lexicon.rows("months.tsv")}
MONTH = r"(?P<month>[A-Za-z]{3,9})\b\.?"
ENDED = rf"(?:quarter|three\smonths)\s(?:ended|ending|to)\s(?:on\s)?(?:(?P<before>\d\d)\s)?{MONTH}(?:\s(?P<after>\d\d)\b)?(?:,?\s(?P<year>\d{{4}}))?"
# "Q2 (July–September 2019)", "Q2 (quarter ended September 30, 2019)" ...
BEHIND = re.compile(
    r"\s?\((?:(?P<opens>[A-Za-z]{3,9})\.?\s?(?:-|–|to|through)\s?(?P<closes>[A-Za-z]{3,9})\b\.?(?:,?\s(?P<closing>\d{4}))?|(?:the\s)?"
    + ENDED
    + r")\)",
    re.IGNORECASE,
)
# ... and "the quarter ended September [(Q2)] 2019".
BEFORE = re.compile(rf"\b{ENDED}\s\($", re.IGNORECASE)
YEAR_BEHIND = re.compile(r"\)(?:,?\s(?P<year>(?:19|20)\d\d)\b)?")
FISCAL_YEAR = re.compile(r"\b(?:fiscal|financial)\s", re.IGNORECASE)
ENDS = re.compile(r"\s(?:period\s)?(?:ended|ending|to)\s(?:on\s|in\s)?(?:the\s)?", re.IGNORECASE)
WINDOW = 60


def told_year_end(text: str, expressions: Sequence[TimeExpression]) -> tuple[str, date | None] | None:
    """("MM-DD" of the fiscal year's end, the last day of the quarter where its year is told), from the first such line.

    >>> from factx.mentions.dates import find_times
    >>> line = "Sales fell in the quarter ended June (Q1) 2019."
    >>> told_year_end(line, find_times(line))
    ('03-31', datetime.date(2019, 6, 30))
    """
    for made in expressions:
        if made.kind != "quarter" or made.year is not None or made.code not in TOLD_QUARTERS:
            continue
        if text[made.end : made.end + 2].lstrip()[:1] == "(":
            match = BEHIND.match(text, made.end, made.end + 2 * WINDOW)
            year = None if match is None else match["closing"] or match["year"]
        elif text[made.start - 1 : made.start] == "(" and text[made.end : made.end + 1] == ")":
            match = BEFORE.search(text, max(0, made.start - WINDOW), made.start)
            behind = YEAR_BEHIND.match(text, made.end)
            year = None if match is None else match["year"] or (behind["year"] if behind is not None else None)
        else:
            continue
        if match is None:
            continue
        words = match.groupdict()
        month = MONTHS.get((words.get("closes") or words["month"] or "").lower())
        opens = words.get("opens")
        if month is None or (opens is not None and MONTHS.get(opens.lower()) != (month - 3) % 12 + 1):
            continue
        end = last_day(int(year) if year else 2001, month)
        day = words["before"] or words["after"]
        nth = int(made.code[1])
        if (day is not None and int(day) < end.day) or month == 3 * nth:
            continue
        closing = last_day(2001, (month + 3 * (4 - nth) - 1) % 12 + 1)
        return closing.strftime("%m-%d"), end if year else None
    return None


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


def begun_quarter(code: str, year_end: str, anchor: date) -> str | None:
    """The fiscal quarter of a code that began last.

    >>> begun_quarter("Q2", "03-31", date(2019, 10, 20)), begun_quarter("Q3", "03-31", date(2019, 9, 30))
    ('FY2020-Q2', 'FY2019-Q3')
    """
    for year in (anchor.year + 1, anchor.year, anchor.year - 1):
        value = f"FY{year:04d}-{code}"
        days = interval(value, year_end)
        if days is not None and days[0] <= anchor:
            return value
    return None
