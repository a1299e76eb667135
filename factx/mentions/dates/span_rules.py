"""Rules for spans named by their ends: "the April-June quarter", "the September quarter", "the week of March 6", "Mon-Fri"."""

from __future__ import annotations

import regex

from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.words import MONTHS, WEEKDAYS, cased, pattern
from factx.rules import Rule

__all__ = ["SPANS"]

Match = regex.Match[str]


def months(match: Match, _: Scanner) -> TimeExpression | None:
    """From one month to another, as one time."""
    words = match.captures("month")
    if any(word[0].islower() for word in words):
        return None
    first, last = (MONTHS[word.lower().rstrip(".")] for word in (words[0], words[-1]))
    if len(words) == 1:
        first = (last - 3) % 12 + 1  # the September quarter begins in July
    elif first == last:
        return None
    year = int(match["year"]) if match["year"] else None
    return TimeExpression(match.start(), match.end(), "DATE", "months", month=first, count=last, year=year)


def week_of(match: Match, scanner: Scanner) -> TimeExpression | None:
    """The week that holds a day."""
    inner = scanner.parse_at(match.string, match.end())
    if inner is None or inner.type != "DATE" or inner.kind not in ("day", "numeric", "day of month"):
        return None
    unit = "WE" if match["weekend"] else "W"
    return TimeExpression(match.start(), inner.end, "DATE", "week of", unit=unit, inner=inner)


def weekdays(match: Match, _: Scanner) -> TimeExpression | None:
    """Each week from one day to another; of Monday to Friday, the working days."""
    first, last = (WEEKDAYS[word.lower().rstrip(".")] for word in match.captures("weekday"))
    if match.captures("weekday")[0].islower():
        return None
    if first >= last:
        return None
    value = "XXXX-WXX" if (first, last) == (1, 5) else f"XXXX-WXX-{first}/XXXX-WXX-{last}"
    return TimeExpression(match.start(), match.end(), "SET", "value", value=value)


YEAR = r"(?:,?_(?:of_)?(?P<year>(?:19|20)\d\d)(?![\d%]|[.,]\d))?+"

SPANS = TimeTable(
    "spans of months, weeks and weekdays",
    cased([m for m in MONTHS if m not in ("may", "mar", "march")])
    | {"May", "MAY", "March", "MARCH", "Mar", "MAR"}
    | cased(WEEKDAYS)
    | cased(["week", "weekend"]),
    [
        Rule(
            "from month to month",
            pattern(
                r"{the}{month}(?:_?[-‐‑–/]_?|[-‐‑](?:to|through)[-‐‑]|_(?:to|through)_(?=[A-Za-z.]{3,9}=(?i:quarter|period|half)\b)){month}"
                r"(?:=(?i:quarter|period|half)\b)?+(?!_?\d{1,2}\b)" + YEAR
            ),
            months,
            examples=(
                "[the April-June quarter]",
                "[Jan-Mar 2024]",
                "[the January to September period] of",
                "[the April-to-June period]",
            ),
            counter_examples=("April to June", "April-June 4", "the may-june storms"),
            needs=("-", "–", "‐", "‑", "/", "quarter", "period", "half"),
        ),
        Rule(
            "quarter named by its month",
            pattern(r"{the}{month}=(?i:quarter)\b(?!_(?:century|final))" + YEAR),
            months,
            examples=("for [the September quarter]", "[December quarter 2023]"),
            counter_examples=("the September quarterly", "the June quarter century"),
            needs=("quarter",),
        ),
        Rule(
            "week of a day",
            pattern(
                r"{the}(?i:week(?P<weekend>end)?+)_(?i:of|commencing|beginning|starting)_(?:(?i:on)_)?(?=(?i:the_)?(?:\d|[A-Z]))"
            ),
            week_of,
            examples=("in [the week of ]March 6", "in [the week commencing ]9 December", "[the weekend of ]May 4"),
            counter_examples=("the week of the crash", "week commencing soon"),
            needs=("week",),
        ),
        Rule(
            "from weekday to weekday",
            pattern(
                r"(?<!\b(?i:from|this|next|last|and|on)_){weekday}s?(?:[-‐‑–]|[-‐‑](?:to|through)[-‐‑]|_(?:to|through)_)"
                r"{weekday}s?(?!\w)(?!_\d)"
            ),
            weekdays,
            examples=("open [Mon-Fri]", "the [Monday-to-Saturday] service", "open [Monday to Friday]"),
            counter_examples=("from Monday to Friday", "Friday-Monday", "Monday to Friday 3"),
            needs=("-", "–", "‐", "‑", " to ", " through "),
        ),
    ],
)
