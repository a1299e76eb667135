"""Rules for stretches of time without a number: "for years", "in the weeks before it", "a while", "year-long"."""

from __future__ import annotations

import regex

from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.unit_words import UNIT_FORMS, UNIT_WORDS, period_value, unit_code
from factx.mentions.dates.words import cased, pattern
from factx.rules import Rule

__all__ = ["STRETCHES"]

Match = regex.Match[str]


def bare_units(match: Match, _: Scanner) -> TimeExpression | None:
    """Years, weeks: some of them, where a preposition says that it is a stretch of time."""
    unit = unit_code(match)
    return TimeExpression(
        match.start(), match.end(), "DURATION", "value", unit=unit, value=period_value(None, unit), confidence=0.7
    )


def a_while(match: Match, _: Scanner) -> TimeExpression:
    """A while, some time."""
    return TimeExpression(match.start(), match.end(), "DURATION", "value", value="PXX", confidence=0.6)


def single(match: Match, _: Scanner) -> TimeExpression | None:
    """Year-long, day-long."""
    unit = unit_code(match)
    plural = match["unit"].lower().endswith("s")
    return TimeExpression(
        match.start(), match.end(), "DURATION", "value", unit=unit, value=period_value(None if plural else 1, unit)
    )


STRETCHES = TimeTable(
    "stretches of time",
    UNIT_WORDS | cased(["some", "while"]),
    [
        Rule(
            "stretch before or after",
            pattern(
                r"(?<=(?i:the|over)_)(?P<unit>(?i:hours|days|weeks|months|years|decades))(?=_(?i:before|after|since"
                r"|that_followed|leading_up|following|preceding|prior)\b)"
            ),
            bare_units,
            examples=("in the [weeks] before it", "in the [years] that followed"),
            counter_examples=("the years of plenty", "weeks before"),
            near=UNIT_FORMS,
        ),
        Rule(
            "over the years",
            pattern(
                r"(?<=(?i:over|through|across|throughout)_)(?i:the)_(?P<unit>(?i:days|weeks|months|years|decades|centuries))\b(?!_(?i:of|to_come|ahead))"
            ),
            bare_units,
            examples=("over [the years]", "through [the years]"),
            counter_examples=("over the years to come", "in the years"),
        ),
        Rule(
            "a while",
            pattern(r"(?:(?i:a)_(?:(?i:short|long|little|good)_)?+(?i:while)|(?i:some_time))\b(?!_(?i:now|ago|later))"),
            a_while,
            examples=("for [a while]", "for [some time]"),
            counter_examples=("while", "sometime", "a while ago"),
        ),
        Rule(
            "bare units",
            pattern(
                r"(?<=\b(?i:for|in|over|within|after|took|take|takes|taking|of|lasted|(?<!the_)last|spent|spend|spending|by|about"
                r"|recent|waited|waiting|wait)_)(?P<unit>(?i:hours|days|weeks|months|years|decades|centuries))\b(?:_(?i:or)_(?:(?i:even)_)?(?i:weeks|months"
                r"|years|days))?+(?!=(?i:ago|old|earlier|later|to_come|ahead)\b)(?!['’])"
            ),
            bare_units,
            examples=("for [years]", "in [weeks]", "took [months] to"),
            counter_examples=("years ago", "two years", "the years"),
            near=UNIT_FORMS,
        ),
        Rule(
            "units of something",
            pattern(
                r"(?<!\b(?:the|these|those|my|your|his|her|its|our|their|early|business|working|hundred|final|first|last|good|best"
                r"|worst|long|golden|formative|teenage|salad|dog)_)(?P<unit>(?i:weeks|months|years|decades|centuries))"
                r"(?=_(?i:of)_(?!(?:the|age|this|that|our|their|his|her|my|your|operation|birth|which|whom)\b)[A-Za-z-]{3,})"
            ),
            bare_units,
            examples=("[decades] of experience", "[months] of careful work"),
            counter_examples=("the years of plenty", "20 years of it", "weeks of the year", "his early years of work"),
            needs=(" of",),
            near=UNIT_FORMS,
        ),
        Rule(
            "units after",
            pattern(
                r"(?<=(?:\A|[.:;,“\"\n]_?|\b(?:just|only|mere|even|and|but)_))(?P<unit>(?i:hours|days|weeks|months|years|minutes))"
                r"(?=_(?i:after|before)_[a-z])"
            ),
            bare_units,
            examples=("[Hours] after the vote", "just [weeks] before the launch"),
            counter_examples=("two weeks after it", "office hours after it"),
            needs=(" after", " before"),
            near=UNIT_FORMS,
        ),
        Rule(
            "unit-long",
            pattern(r"(?:(?i:an?)_)?+{unit}[-‐‑](?i:long)\b"),
            single,
            examples=("[year-long]", "[decades-long]"),
            counter_examples=("year-end", "lifelong"),
            near=UNIT_FORMS,
        ),
    ],
)
