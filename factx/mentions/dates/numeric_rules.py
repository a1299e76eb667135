"""Rules for dates in figures: ISO 8601, 9/10/2012, 13.10.2012."""

from __future__ import annotations

import regex

from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.words import MONTHS, WEEKDAYS, cased, pattern, year_of
from factx.patterns import later
from factx.rules import Rule

__all__ = ["NUMERIC", "WEEKDAY_NUMERIC"]

Match = regex.Match[str]


def iso_day(match: Match, _: Scanner) -> TimeExpression | None:
    """2012-10-09, 2012/10/09, 20121009."""
    year, month, day = int(match["year"]), int(match["m"]), int(match["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year < 2200):
        return None
    made = TimeExpression(match.start(), match.end(), "DATE", "day", year=year, month=month, day=day)
    if match.groupdict().get("clock"):
        made.type, made.kind = "TIME", "clock"
        made.inner = TimeExpression(match.start(), match.end(), "DATE", "day", year=year, month=month, day=day)
        made.value = match["clock"]
        made.year = made.month = made.day = None
    return made


def iso_month(match: Match, _: Scanner) -> TimeExpression | None:
    """2012-10; but 2008-09 names two years, as a season or a fiscal year does."""
    month = int(match["m"])
    year = int(match["year"])
    if match.start("year") == match.start() and month == year % 100 + 1:
        return TimeExpression(match.start(), match.end(), "DATE", "value", value=f"{year}/{year + 1}")
    return TimeExpression(match.start(), match.end(), "DATE", "month", year=int(match["year"]), month=month)


def named_month(match: Match, _: Scanner) -> TimeExpression:
    """2019-Aug-1."""
    month = MONTHS[match["month"].lower().rstrip(".")]
    return TimeExpression(
        match.start(), match.end(), "DATE", "day", year=int(match["year"]), month=month, day=int(match["day"])
    )


def numeric(match: Match, _: Scanner) -> TimeExpression | None:
    """9/10/2012: which number is the month is for the timeline to say."""
    first, second, year = int(match["first"]), int(match["second"]), year_of(match["year"])
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    if match["mark"] == "." and first <= 12 and second > 12:
        return None
    made = TimeExpression(match.start(), match.end(), "DATE", "numeric", year=year, month=first, day=second)
    made.code = match["mark"]
    return made


BEFORE_NUMERIC = later(
    r"(?i:\b(?:on|by|until|till|from|before|after|since|through|dated|of|to|for|due|next|last|this"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)\s|/\d{1,2}(?:,\s|,?\s(?:and|or)\s))$"
)


def short_numeric(match: Match, _: Scanner) -> TimeExpression | None:
    """On 4/22: only behind a preposition of time, and not 24/7 or 9/11."""
    first, second = int(match["first"]), int(match["second"])
    if match[0] in ("9/11", "24/7", "50/50", "7/7") or not BEFORE_NUMERIC.search(
        match.string, max(0, match.start() - 12), match.start()
    ):
        return None
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    return TimeExpression(
        match.start(), match.end(), "DATE", "numeric", month=first, day=second, code=match["mark"], confidence=0.7
    )


CLOCK_BEHIND_ISO = r"(?:[T\s](?P<clock>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?+"


def weekday_numeric(match: Match, scanner: Scanner) -> TimeExpression | None:
    """Friday 5/12, Fri., 5/12/2012."""
    made = scanner.parse_at(match.string, match.end())
    if made is None or made.kind != "numeric":
        return None
    made.start, made.weekday = match.start(), WEEKDAYS[match["weekday"].lower().rstrip(".")]
    return made


WEEKDAY_NUMERIC = TimeTable(
    "numeric dates behind a weekday",
    cased(WEEKDAYS),
    [
        Rule(
            "weekday and numeric day",
            pattern(r"{weekday},?_(?=\d{1,2}/\d{1,2}(?:/|(?![\w/])))"),
            weekday_numeric,
            examples=("on [Friday ]5/12", "[Fri., ]5/12/2012"),
            counter_examples=("Friday 5 men", "Friday 5/12ths"),
        ),
    ],
)
NUMERIC = TimeTable(
    "numeric dates",
    (),
    [
        Rule(
            "ISO day",
            r"(?P<year>[12]\d{3})(?P<mark>[-/.])(?P<m>[01]?\d)(?P=mark)(?P<d>[0-3]?\d)(?![\d])" + CLOCK_BEHIND_ISO,
            iso_day,
            examples=("[2012-10-09]", "[2012/10/09]", "[2012-10-09T10:30:00Z]"),
            counter_examples=("2012-10-1991", "2012-13-09"),
        ),
        Rule(
            "compact ISO day",
            r"(?P<year>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\w)(?![-.,]\d)",
            iso_day,
            examples=("[20121009]",),
            counter_examples=("20121399", "201210091"),
        ),
        Rule(
            "ISO month",
            r"(?P<year>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![\d-])(?!\w)",
            iso_month,
            examples=("[2012-10]", "in [2008-09]"),
            counter_examples=("2012-15", "2012-103"),
        ),
        Rule(
            "ISO day with a month's name",
            pattern(r"(?P<year>(?:19|20)\d\d)(?:[-/.]|\s){month}[-/\s](?P<day>0?[1-9]|[12]\d|3[01])(?![\d%]|[.,:]\d)"),
            named_month,
            examples=("on [2019-Aug-1]", "[2019/aug/01]"),
            counter_examples=("2019-may be", "2019 Augustine"),
            near=frozenset(MONTHS),
        ),
        Rule(
            "numeric day",
            r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])"
            r"(?![-.]\d++(?!/))(?!\w)",
            numeric,
            examples=("[9/10/2012]", "[13.10.2012]", "[6/14/11]"),
            counter_examples=("45/46/2012", "1.2.3.4"),
        ),
        Rule(
            "numeric month of a year",
            r"(?P<m>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d/])(?!\w)",
            iso_month,
            examples=("due [05/2012]",),
            counter_examples=("13/2012", "1/2012/3"),
        ),
        Rule(
            "numeric day without a year",
            r"(?P<first>\d{1,2})(?P<mark>[/])(?P<second>\d{1,2})(?![/.,%-]\d)(?![\d%/])(?!\w)(?!\s(?:of|in)\b)",
            short_numeric,
            examples=("on [4/22]",),
            counter_examples=("24/7", "the 9/11 attacks", "on 9/11", "5/12 of it"),
        ),
    ],
    digits="year mark code",
)
