"""The day that a file's name or folders tell: archives are often laid out by it.

>>> day_in_path("news/2024/05/07/orlo.html"), day_in_path("20240507-results.txt"), day_in_path("orlo-7-may-2024.pdf")
(datetime.date(2024, 5, 7), datetime.date(2024, 5, 7), datetime.date(2024, 5, 7))
>>> day_in_path("news/2024/05/orlo.html") is None, day_in_path("invoice-20249999.txt") is None
(True, True)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Literal, get_args

from factx.lexicon import rows
from factx.patterns import later

__all__ = ["PUBLISHED_FROM", "PublishedFrom", "day_from", "day_in_path", "written_day"]

PublishedFrom = Literal["path", "mtime", "none"]
"""Where the day of publication of a file is taken from, instead of from what the file says of itself."""
PUBLISHED_FROM: tuple[str, ...] = get_args(PublishedFrom)

NUMBERS = later(r"(?<!\d)((?:19|20)\d\d)(?:([-_./\\])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d))(?!\d)")
MONTH = "|".join(sorted((row[0] for row in rows("months.tsv")), key=len, reverse=True))
YEAR_FIRST = later(rf"(?i)(?<!\d)((?:19|20)\d\d)[-_./\\]?({MONTH})[-_./\\]?(\d{{1,2}})(?!\d)")
DAY_FIRST = later(rf"(?i)(?<!\d)(\d{{1,2}})[-_. ]?({MONTH})[-_. ,]{{0,2}}((?:19|20)\d\d)(?!\d)")
MONTH_FIRST = later(rf"(?i)(?<![a-z])({MONTH})[-_. ]{{0,2}}(\d{{1,2}})[-_. ,]{{0,2}}((?:19|20)\d\d)(?!\d)")


def day_in_path(path: str) -> date | None:
    """The day that is nearest to the end of a path or address: 2024/05/07, 2024-05-07, 20240507, 7-may-2024; None for a month alone.

    Days of two numbers whose order is open (07-05-2024) are not read.
    """
    found = max(_days(path), default=None)
    return None if found is None else found[1]


def written_day(text: str) -> tuple[int, date] | None:
    """The first day that is written out in a text with its month in letters, and where it ends.

    >>> written_day("on October 12, 2022 at noon")
    (19, datetime.date(2022, 10, 12))
    """
    return min(_days(text), default=None)


def _days(path: str) -> Iterator[tuple[int, date]]:
    months = {row[0]: int(row[1]) for row in rows("months.tsv")}
    for match in NUMBERS.finditer(path):
        year, _, month, day, glued_month, glued_day = match.groups()
        yield from _valid(match.end(), year, int(month or glued_month), day or glued_day)
    for pattern, order in ((YEAR_FIRST, (1, 2, 3)), (DAY_FIRST, (3, 2, 1)), (MONTH_FIRST, (3, 1, 2))):
        for match in pattern.finditer(path):
            year, month, day = (match[group] for group in order)
            yield from _valid(match.end(), year, months[month.lower()], day)


def _valid(end: int, year: str, month: int, day: str) -> Iterator[tuple[int, date]]:
    try:
        yield end, date(int(year), month, int(day))
    except ValueError:
        return


def day_from(way: PublishedFrom | str | None, path: str | Path) -> date | None:
    """The day of a file by one of the ways; None where the path tells none, and for "none".

    "mtime" is the day in UTC on which the file was last written. Raises `ValueError` for another way, `OSError` where
    the file is not there.
    """
    if way not in (None, *PUBLISHED_FROM):
        raise ValueError(f"published_from is one of {', '.join(PUBLISHED_FROM)}, not {way!r}")
    if way == "path":
        return day_in_path(str(path))
    if way == "mtime":
        return datetime.fromtimestamp(Path(path).stat().st_mtime, timezone.utc).date()
    return None
