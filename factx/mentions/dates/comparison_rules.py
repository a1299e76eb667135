"""Rules for the period that a result is compared with: "the year-earlier quarter", "the same period of 2007"."""

from __future__ import annotations

import regex

from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.unit_words import unit_code
from factx.mentions.dates.words import UNITS, cased, pattern
from factx.rules import Rule

__all__ = ["COMPARISONS"]

Match = regex.Match[str]


def year_ago(match: Match, _: Scanner) -> TimeExpression:
    """The year-earlier quarter, the same period last year: one year before the period that is spoken of."""
    g = match.groupdict()
    word = (g.get("unit") or "").lower()
    code = None if word == "months" else UNITS.get(word)  # the nine months are told by the text
    return TimeExpression(
        match.start(),
        match.end(),
        "DATE",
        "year ago",
        unit=code,
        shift=-1,
    )


def twin(match: Match, _: Scanner) -> TimeExpression:
    """The same period of 2012: the period that is spoken of, in the year told."""
    g = match.groupdict()
    plural = g["unit"].lower() in ("months", "period")
    return TimeExpression(
        match.start(),
        match.end(),
        "DATE",
        "twin",
        unit=None if plural else unit_code(match),
        year=int(g["year"]),
        fiscal=bool(g.get("fiscal")),
    )


COMPARISONS = TimeTable(
    "periods of comparison",
    cased(
        [
            "last",
            "prior",
            "previous",
            "same",
            "year",
            "corresponding",
            "comparable",
            "equivalent",
            "quarter",
            "period",
        ]
    ),
    [
        Rule(
            "year-ago period",
            pattern(
                r"(?:{the}(?:(?i:comparable|corresponding|same)_)?+|(?<=\bits_))(?i:year=ago|year=earlier|prior=year"
                r"|prior=year['’]s)=(?:{number}_)?+(?P<unit>(?i:quarter|period|month|months|week|half|day|level|levels"
                r"|date))\b"
            ),
            year_ago,
            examples=("against [the year-ago quarter]", "[the year-earlier period]"),
            counter_examples=("a year ago",),
            needs=("ago", "earlier", "prior"),
        ),
        Rule(
            "same period last year",
            pattern(
                r"{the}(?i:same|corresponding|comparable|equivalent|like)_(?:{number}=)?+(?P<unit>(?i:quarter|period"
                r"|month|months|week|half|time|day))(?:,)?_(?:(?:of|in|during)_)?+(?:(?i:the)_)?+(?i:last_year|a_year_ago"
                r"|a_year_earlier|the_year_before|the_previous_year|previous_year|prior_year|year_earlier)\b"
            ),
            year_ago,
            examples=("[the same period last year]", "[the corresponding period of the previous year]"),
            counter_examples=("the same period",),
            needs=("last", "ago", "earlier", "before", "previous", "prior"),
        ),
        Rule(
            "same period of a year",
            pattern(
                r"{the}(?i:same|corresponding|comparable|equivalent)_(?:{number}=)?+(?P<unit>(?i:quarter|period|months|month"
                r"|half-year|half))_(?i:of|in|during)_(?:(?i:the)_)?+(?:(?P<fiscal>(?i:fiscal|financial))_)?+(?:(?i:year)_)?+"
                r"(?P<year>(?:19|20)\d\d)(?![\d%/]|[.,]\d)"
            ),
            twin,
            examples=("[the same period of 2007]", "[the corresponding quarter in fiscal 2016]"),
            counter_examples=("the same period", "the same year, 2007"),
            needs=("19", "20"),
        ),
        Rule(
            "quarter a year ago",
            pattern(r"{the}(?P<unit>(?i:quarter|period))_(?i:a_year_ago|a_year_earlier|last_year)\b"),
            year_ago,
            examples=("[the quarter a year ago]",),
            counter_examples=("the quarter ago",),
        ),
        Rule(
            "last year's quarter",
            pattern(
                r"(?i:last|the_previous|the_prior)_(?i:year)['’]s_(?:(?i:same|corresponding|comparable)_)?+"
                r"(?P<unit>(?i:quarter|period))\b"
            ),
            year_ago,
            examples=("[last year's quarter]",),
            counter_examples=("last year's profit",),
            needs=("quarter", "period"),
        ),
        Rule(
            "year-ago alone",
            pattern(
                r"(?i:year)[-‐‑](?i:ago|earlier)\b|(?i:prior)[-‐‑](?i:year)\b(?!=(?i:quarter|period|months?|half))"
            ),
            year_ago,
            examples=("a [year-earlier] loss", "[prior-year] sales"),
            counter_examples=("year earlier",),
        ),
    ],
)
