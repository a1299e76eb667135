"""Rules for times that lie a number of units from another: "two weeks ago", "a year earlier", "in two weeks' time"."""

from __future__ import annotations

import regex

from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.unit_words import (
    NUMBER_WORDS,
    SMALL_UNITS,
    UNIT_FORMS,
    UNIT_WORDS,
    amount,
    period_value,
    unit_code,
)
from factx.mentions.dates.words import pattern
from factx.rules import Rule

__all__ = ["OFFSETS"]

Match = regex.Match[str]
DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def offset(match: Match, _: Scanner) -> TimeExpression | None:
    """Two weeks ago, three days later, a year earlier, ten years from now."""
    g = match.groupdict()
    sign_word = " ".join(g["sign"].lower().split())
    count = amount(match)
    code = unit_code(match)
    if g.get("andhalf") and count is not None:
        count += 0.5
    back = sign_word in ("ago", "earlier", "before", "previously", "back", "prior")
    if count is None:
        if not back:
            if sign_word == "later":
                return _stretch(match, count, code)
            return TimeExpression(match.start(), match.end(), "DATE", "value", value="FUTURE_REF")
        return TimeExpression(match.start(), match.end(), "DATE", "value", value="PAST_REF")
    if code in SMALL_UNITS and sign_word in ("later", "earlier", "before", "after"):
        return _stretch(match, count, code)
    day = sign_word.rpartition(" ")[2]
    if day in DAYS or day == "now":
        back = sign_word.startswith("before")
        base = TimeExpression(match.start(), match.end(), "DATE", "deictic", unit="D", shift=DAYS.get(day, 0))
        sign = -1 if back else 1
        return TimeExpression(
            match.start(), match.end(), "DATE", "offset", unit=code, count=count, shift=sign, inner=base
        )
    anchored = sign_word in ("ago", "hence", "back")
    return TimeExpression(
        match.start(),
        match.end(),
        "DATE",
        "offset" if anchored else "offset from",
        unit=code,
        count=count,
        shift=-1 if back else 1,
    )


def in_time(match: Match, _: Scanner) -> TimeExpression | None:
    """In two weeks' time."""
    count, code = amount(match), unit_code(match)
    if count is None:
        return TimeExpression(match.start(), match.end(), "DATE", "value", value="FUTURE_REF")
    return TimeExpression(match.start(), match.end(), "DATE", "offset", unit=code, count=count, shift=1)


def _stretch(match: Match, count: float | None, code: str) -> TimeExpression | None:
    """Of "a few days later", "an hour later", the duration alone."""
    return TimeExpression(
        match.start(),
        match.end("andhalf" if match["andhalf"] else "unit"),
        "DURATION",
        "value",
        unit=code,
        count=count,
        value=period_value(count, code),
    )


QUANTITY = (
    r"(?:(?:(?:{a})?(?P<vague>(?i:several|some|(?:quite_)?few|couple_(?:of_)?|many|numerous))=?|(?i:a|an"
    r"|one)=(?=(?i:day|week|fortnight|month|quarter|year|decade|century|hour|minute|half))|{number}=)"
    r"(?:(?P<half>(?i:and=a=half|1/2|½))=)?+(?:(?i:more|full|straight|consecutive|whole)_)?+)"
)

OFFSETS = TimeTable(
    "offsets",
    UNIT_WORDS | NUMBER_WORDS,
    [
        Rule(
            "offset",
            pattern(
                QUANTITY + r"{unit}(?:_(?P<andhalf>(?i:and_a_half)))?+(?:_(?:or_(?:so|two|more)))?+_"
                r"(?P<sign>(?i:ago|hence|(?:from|before|after)_(?:now|today|tomorrow|yesterday)|(?:earlier|later)(?!_(?i:than)\b)|(?:previously|before|back|prior|after)(?=[.,;:)]|_(?i:and"
                r"|but|when|at|on|of|for|or|with|was|were|had|is|has)\b|$))\b)"
            ),
            offset,
            examples=(
                "[two weeks ago]",
                "[a year earlier]",
                "[35 years ago]",
                "[three days later]",
                "[ten years from now]",
                "[a couple of years ago]",
            ),
            counter_examples=("two weeks", "two weeks after the fire", "years old"),
            needs=("ago", "hence", "from", "before", "after", "earlier", "later", "previously", "back", "prior"),
            near=UNIT_FORMS,
        ),
        Rule(
            "units' time",
            # the word is looked at, not matched: `regex` seeks what every match has up to the end of the text, each time anew
            pattern(QUANTITY + r"{unit}['’]s?_(?=(?i:time)\b)\w++"),
            in_time,
            examples=("in [two weeks' time]", "in [a year's time]"),
            counter_examples=("two weeks' notice",),
            needs=("time",),
            near=UNIT_FORMS,
        ),
        Rule(
            "year before",
            pattern(
                r"{the}(?P<unit>(?i:year|month|week))_(?P<sign>(?i:before|earlier|prior))(?=[.,;:)]|\s(?i:and|but|when|to"
                r"|from|on|in|of)\b|$)"
            ),
            offset,
            examples=("from [the year before].", "[year earlier], it"),
            counter_examples=("the year before it",),
            needs=("before", "earlier", "prior"),
        ),
        Rule(
            "months ago",
            pattern(r"(?P<unit>(?i:days|weeks|months|years|decades|centuries|hours|minutes))_(?i:ago)\b"),
            lambda m, s: TimeExpression(m.start(), m.end(), "DATE", "value", value="PAST_REF"),
            examples=("just [months ago]",),
            counter_examples=("months are",),
        ),
    ],
    after=UNIT_WORDS | {"and", "1", "½", "or", "more", "full", "straight", "consecutive", "whole"},
)
