"""Rules for parts of a time: "early [next year]", "the end of [April]", "later [this month]"."""

from __future__ import annotations

import regex

from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.words import cased, pattern
from factx.patterns import later
from factx.rules import Rule

__all__ = ["PARTS"]

Match = regex.Match[str]
MOD = {
    "early": "START",
    "beginning": "START",
    "start": "START",
    "late": "END",
    "end": "END",
    "close": "END",
    "mid": "MID",
    "middle": "MID",
    "first": "START",
    "second": "END",
    "latter": "END",
    "later": "END",
}
WEEKS = {"first": "W1", "second": "W2", "third": "W3", "fourth": "W4", "last": "W5", "final": "W5", "opening": "W1"}
PARTED = frozenset(
    [
        "day",
        "month",
        "unit",
        "weekday",
        "quarter",
        "season",
        "fiscal year",
        "deictic",
        "daypart",
        "value",
        "the unit",
        "same",
        "offset",
        "after",
    ]
)


def part(match: Match, scanner: Scanner) -> TimeExpression | None:
    """The part, with the time that it is a part of."""
    inner = scanner.parse_at(match.string, match.end())
    word = match["part"].lower()
    if inner is None or inner.type not in ("DATE", "TIME") or inner.kind not in PARTED:
        return None
    if inner.kind == "value" and (inner.value or "").endswith("REF"):
        return None
    if word in ("early", "late", "mid") and inner.kind in ("offset", "after"):
        return None
    return TimeExpression(match.start(), inner.end, inner.type, "part", mod=MOD[word], inner=inner, code=word)


SINCE = later(r"(?i:\b(?:since|from)\s(?:the\s)?)$")


def week_of_month(match: Match, scanner: Scanner) -> TimeExpression | None:
    """The first week of October: the month, with the days of the week."""
    inner = scanner.parse_at(match.string, match.end())
    if inner is None or not (inner.kind == "month" or (inner.kind == "unit" and inner.unit == "M")):
        return None
    return TimeExpression(
        match.start(), inner.end, "DATE", "part", mod=WEEKS[match["nth"].lower()], inner=inner, code="week"
    )


def year_end(match: Match, _: Scanner) -> TimeExpression:
    """Year-end: of this year, or of the last one behind "since"."""
    since = SINCE.search(match.string, max(0, match.start() - 12), match.start()) is not None
    inner = TimeExpression(match.start(), match.end(), "DATE", "unit", unit="Y", shift=-1 if since else 0)
    return TimeExpression(match.start(), match.end(), "DATE", "part", mod="END", inner=inner, code="year-end")


def mid_year(match: Match, _: Scanner) -> TimeExpression:
    """Mid-year: of this year."""
    inner = TimeExpression(match.start(), match.end(), "DATE", "unit", unit="Y", shift=0)
    return TimeExpression(match.start(), match.end(), "DATE", "part", mod="MID", inner=inner, code="mid-year")


PARTS = TimeTable(
    "parts of a time",
    cased(["early", "late", "latter", "later", "mid", "middle", "beginning", "start", "end", "close", "year"])
    | cased(["first", "second", "third", "fourth", "last", "final", "opening"]),
    [
        Rule(
            "year-end",
            pattern(r"(?i:year)(?:=|['’]s_)(?i:end)\b(?!=(?i:of)\b)"),
            year_end,
            examples=("at [year-end]", "by [year's end]"),
            counter_examples=("year-end of", "year-ending"),
        ),
        Rule(
            "mid-year",
            pattern(
                r"(?<=(?i:\b(?:by|in|at|until|till|since|from|around|before|after|of|through|this|the)_))(?i:mid)=(?i:year)\b"
            ),
            mid_year,
            examples=("by [mid-year]", "since [mid year]"),
            counter_examples=("mid-year review", "by mid-yearly"),
        ),
        Rule(
            "end-2025",
            r"(?P<part>(?i:end|start))[-‐‑](?=(?:19|20)\d\d(?!\d)|[A-Z][a-z]{2})",
            part,
            examples=("by [end-]2025", "since [end-]March 2024"),
            counter_examples=("end-users", "start-20"),
        ),
        Rule(
            "early, late, mid",
            pattern(r"(?P<part>(?i:early|late|mid))(?:=|[-‐‑])(?:(?i:in)_)?+(?=(?i:the_)?+\w)"),
            part,
            examples=("[late ]October", "[mid-]2013"),
            counter_examples=("late arrival", "early people"),
        ),
        Rule(
            "the end of",
            pattern(r"{the}(?:(?i:very)_)?+(?P<part>(?i:end|beginning|start|middle|close))_(?i:of)_"),
            part,
            examples=("by [the end of ]2013", "[the beginning of ]next year"),
            counter_examples=("the end of the war",),
        ),
        Rule(
            "the early part of",
            pattern(r"{the}(?P<part>(?i:early|first|second|latter|later))_(?i:part)_(?i:of)_"),
            part,
            examples=("in [the early part of ]2024", "[the latter part of ]next year"),
            counter_examples=("the first part of the plan",),
            needs=("part",),
        ),
        Rule(
            "week of a month",
            pattern(
                r"{the}(?P<nth>(?i:first|second|third|fourth|last|final|opening))_(?i:week)_(?i:of|in)_(?=[A-Z]|(?i:next|last|this)_)"
            ),
            week_of_month,
            examples=("in [the first week of ]October", "[the last week of ]next month"),
            counter_examples=("the first week of the war",),
            needs=("week",),
        ),
    ],
)
