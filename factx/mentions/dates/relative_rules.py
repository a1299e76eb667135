"""Rules for units of the calendar next to another time: "last week", "the previous day", "that year", "the quarter"."""

from __future__ import annotations

import regex

from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.unit_words import SMALL_UNITS, TITLE_MARKS, UNIT_WORDS, unit_code
from factx.mentions.dates.words import SHIFT, UNITS, cased, pattern
from factx.patterns import later
from factx.rules import Rule

__all__ = ["NEIGHBOURS"]

Match = regex.Match[str]


def unit(match: Match, _: Scanner) -> TimeExpression | None:
    """Last week, this quarter, next year, the following month."""
    g = match.groupdict()
    code = UNITS.get(g["unit"].lower(), "Q")
    word = g["relative"].lower()
    if match[0].istitle() and match.string[match.start() - 1 : match.start()] in TITLE_MARKS:
        return None  # “This Week” is a programme
    if (
        word in ("previous", "following", "preceding")
        or (word == "prior" and code != "Y")
        or (word == "next" and code == "D")
    ):
        return TimeExpression(match.start(), match.end(), "DATE", "after", unit=code, shift=SHIFT[word])
    if code == "D":
        if word == "this":
            return TimeExpression(match.start(), match.end(), "DATE", "deictic", unit="D", shift=0)
        return None
    if code in ("DE", "CE") and word in ("last", "past"):
        value = "P10Y" if code == "DE" else "P100Y"
        return TimeExpression(
            match.start(), match.end(), "DURATION", "value", unit=code, count=1, value=value, code=word
        )
    if word in ("latest",) and code not in ("Q", "W", "M", "Y"):
        return None
    return TimeExpression(
        match.start(),
        match.end(),
        "DATE",
        "unit",
        unit=code,
        shift=SHIFT[word],
        code=word,
        fiscal=bool(g.get("fiscal")),
    )


def year_to(match: Match, _: Scanner) -> TimeExpression:
    """The year to June 2009: a duration, closed by the date behind it."""
    code = unit_code(match)
    return TimeExpression(
        match.start(), match.end(), "DURATION", "value", unit=code, count=1, value={"H": "P6M"}.get(code, f"P1{code}")
    )


def same(match: Match, _: Scanner) -> TimeExpression | None:
    """That year, the same day: the last one that the text spoke of."""
    code = unit_code(match)
    if code in SMALL_UNITS:
        return None
    return TimeExpression(match.start(), match.end(), "DATE", "same", unit=code, shift=0)


PRIZE = later(
    r"(?i:\b(?:person|man|woman|men|women|player|players|song|album|book|cars?|film|movie|word|team|rookie|coach|manager|products?"
    r"|company|companies|brand|game|match|goal|photo|picture|driver|athlete|teacher|businessman|businesswoman|entrepreneur"
    r"|executive|restaurant|deal|store|retailer|employer|app|airline|bank|hotel|artist|actor|event|times?|supplier|partner"
    r"|startup|innovator|developer|agency|lawyer|broker|fund)\sof\s)$"
)


AWARD = later(r"[A-Z][\w’'-]+\s[Oo]f\s$")  # "Journalist of the Year"


def the_unit(match: Match, _: Scanner) -> TimeExpression | None:
    """The quarter, the year: the one that the article is about."""
    code = unit_code(match)
    # "later in the year" and "for the week", but not "man of the year".
    text, start = match.string, match.start()
    if PRIZE.search(text, max(0, start - 24), start) or (
        match["unit"][0].isupper() and AWARD.search(text, max(0, start - 40), start)
    ):
        return None
    return TimeExpression(match.start(), match.end(), "DATE", "the unit", unit=code, shift=0, confidence=0.7)


NEIGHBOURS = TimeTable(
    "neighbouring units",
    UNIT_WORDS
    | cased(
        [
            "last",
            "this",
            "next",
            "past",
            "previous",
            "prior",
            "preceding",
            "current",
            "coming",
            "following",
            "upcoming",
            "latest",
            "that",
            "same",
            "fiscal",
            "financial",
            "full",
            "half",
        ]
    ),
    [
        Rule(
            "the week after next",
            pattern(r"{the}(?P<unit>(?i:day|week|month|year))_(?i:after_next)\b"),
            lambda m, s: TimeExpression(m.start(), m.end(), "DATE", "unit", unit=unit_code(m), shift=2, code="next"),
            examples=("[the week after next]",),
            counter_examples=("the week after",),
        ),
        Rule(
            "the week before last",
            pattern(r"{the}(?P<unit>(?i:week|month|quarter|year))_(?i:before_last)\b"),
            lambda m, s: TimeExpression(m.start(), m.end(), "DATE", "unit", unit=unit_code(m), shift=-2, code="last"),
            examples=("[the year before last]", "in [the quarter before last]"),
            counter_examples=("the week before", "the year before lasted"),
        ),
        Rule(
            "neighbouring unit",
            pattern(
                r"{the}(?P<relative>(?i:last|this|next|past|previous|prior|preceding|current|coming|following|upcoming"
                r"|latest))_(?:(?P<fiscal>(?i:fiscal|financial))=|(?i:calendar|academic|school)_(?=(?i:year))|(?i:working|business|trading|work)_(?=(?i:week|day)))?+(?P<unit>(?i:day|weekend|week|fortnight|month|quarter"
                r"|half-year|year|decade|century|(?<=latest_)period))\b(?!=(?i:end|old|ago|earlier|and_a_half|or_two)\b)"
                r"(?:_(?i:or_so)\b)?+"
            ),
            unit,
            examples=(
                "[last year]",
                "[this quarter]",
                "[next month]",
                "[the previous day]",
                "[the past year]",
                "[prior year]",
            ),
            counter_examples=("last years", "this yearly", "the past three years"),
        ),
        Rule(
            "that unit",
            pattern(r"(?:(?i:that)_(?:(?i:same)_)?+|(?i:the)_(?i:same)_){calendarunit}"),
            same,
            examples=("in [that year]", "[the same day]", "[that same month]"),
            counter_examples=("that years",),
        ),
        Rule(
            "year to date",
            pattern(r"{the}(?P<unit>(?i:year|quarter|month|week))_(?i:to)_(?i:date)\b"),
            the_unit,
            examples=("for [the year to date]",),
            counter_examples=("year to a date", "year-to-date sales"),
            needs=("date",),
        ),
        Rule(
            "year to a date",
            pattern(
                r"(?i:the)_(?:(?i:fiscal|financial|full)_)?+(?P<unit>(?i:year|half-year|month|week))(?=_(?:(?i:period)_)?+"
                r"(?i:ended|ending|to|through)_(?:(?i:on|the|last)_)?+(?:\d|[A-Z]|(?i:tomorrow|today)))"
            ),
            year_to,
            examples=("for [the year] to June 2009", "[the fiscal year] ended 30 June"),
            counter_examples=("the year to come", "the year ended badly"),
        ),
        Rule(
            "the unit",
            pattern(
                r"(?i:the)_(?:(?i:full)_|(?P<fiscal>(?i:fiscal|financial))_(?=(?i:quarter)))?+(?P<unit>(?i:quarter|half-year(?=[.,;:)]|\s*$|_(?:and|to|in|but|with|as|on|was|were)\b)|year"
                r"|weekend|week|month))\b(?![-‐‑])(?!_(?i:end|old|ago|earlier|later|round|long|that(?<!\b(?:over|on|at)_the_weekend_that)|when|to_come|ahead"
                r"|until|after|before|of(?!_[$£€\d])|(?:period_)?(?:ended|ending))\b)(?!['’]s_(?i:end|best|biggest|worst|top)\b)"
            ),
            the_unit,
            examples=("for [the quarter]", "later in [the year]", "For [the week], it"),
            counter_examples=("the year before", "man of the year", "the Pioneer of the Year Award", "the quarterback"),
        ),
    ],
)
