"""Rules for sets of times: "annually", "every Monday", "three times a week"."""

from __future__ import annotations

import regex

from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.unit_words import period_value, unit_code
from factx.mentions.dates.words import DAY_PARTS, MONTHS, SEASONS, UNITS, WEEKDAYS, cased, number, pattern
from factx.patterns import later
from factx.rules import Rule

__all__ = ["SETS"]

Match = regex.Match[str]


ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "hourly": "PT1H",
    "biannual": "P6M",
    "biannually": "P6M",
    "semiannual": "P6M",
    "semi-annual": "P6M",
    "semiannually": "P6M",
    "semi-annually": "P6M",
    "biennial": "P2Y",
    "biennially": "P2Y",
}


NAMED_SET = later(
    r"\s(?:General\s)?(?:Meeting|Report|Reports|Notices|Bulletin|Digest|Mail|Telegraph|News|Mirror|Express|Star|Post|Times|Review"
    r"|Conference|Awards?|Convention|Information|Index|Survey)\b"
)


def adverb(match: Match, _: Scanner) -> TimeExpression | None:
    """Annually, quarterly; not in names ("the Daily Mail", "Annual Report")."""
    word = match[0]
    if not word.islower() and (
        NAMED_SET.match(match.string, match.end())
        or regex.search(r"[A-Z][a-z]+\s$", match.string[max(0, match.start() - 12) : match.start()])
    ):
        return None
    if word.lower() in ("annual",) and regex.match(
        r"\s(?i:general\smeeting|report\son)", match.string[match.end() : match.end() + 18]
    ):
        return None
    return TimeExpression(match.start(), match.end(), "SET", "value", value=ADVERBS[word.lower()])


def every(match: Match, _: Scanner) -> TimeExpression | None:
    """Every year, each Monday, every two weeks."""
    g = match.groupdict()
    part = DAY_PARTS[g["daypart"].lower()] if g.get("daypart") else ""
    if g.get("weekday"):
        value = f"XXXX-WXX-{WEEKDAYS[g['weekday'].lower().rstrip('.')]}{part}"
    elif g.get("month"):
        value = f"XXXX-{MONTHS[g['month'].lower().rstrip('.')]:02d}"
    elif g.get("season"):
        value = f"XXXX-{SEASONS[g['season'].lower()]}"
    elif part:
        value = f"XXXX-XX-XX{part}"
    else:
        count = number(g["number"]) if g.get("number") else 2 if g.get("other") else 1
        value = repeated(g["unit"].lower(), count)
    return TimeExpression(match.start(), match.end(), "SET", "value", value=value)


def repeated(word: str, count: float) -> str:
    """The value of "every" so many units.

    >>> repeated("quarter", 1), repeated("weekend", 1), repeated("weeks", 2)
    ('P3M', 'XXXX-WXX-WE', 'P2W')
    """
    if word == "weekday":
        return "XXXX-WXX"
    unit = UNITS[word]
    if unit == "WE":
        return "XXXX-WXX-WE"
    return "P3M" if unit == "Q" and count == 1 else period_value(count, unit)


BRAND = later(r"[a-z,]\s[A-Z][\w’'&]{1,20}\s\Z")
"""A name in mid-sentence: "owns TGI Fridays"."""


def weekdays(match: Match, _: Scanner) -> TimeExpression | None:
    """Mondays, weekends, in the evenings."""
    g = match.groupdict()
    part = DAY_PARTS[g["daypart"].lower()] if g.get("daypart") else ""
    if BRAND.search(match.string, max(0, match.start() - 30), match.start()) is not None:
        return None
    if g.get("weekday"):
        value = f"XXXX-WXX-{WEEKDAYS[g['weekday'].lower()]}{part}"
    elif part:
        value = f"XXXX-XX-XX{part}"
    else:
        value = "XXXX-WXX-WE" if match[0].lower().startswith("weekend") else "XXXX-WXX"
    return TimeExpression(match.start(), match.end(), "SET", "value", value=value)


def rate(match: Match, _: Scanner) -> TimeExpression | None:
    """Three times a week, $5 million a year: a set, where a number or "times" stands before it."""
    unit = "Y" if match["unit"].lower() == "annum" else unit_code(match)
    return TimeExpression(
        match.start(), match.end(), "SET", "value", unit=unit, value="P3M" if unit == "Q" else period_value(1, unit)
    )


SETS = TimeTable(
    "sets",
    cased(ADVERBS)
    | cased(
        [
            "every",
            "each",
            "day",
            "week",
            "month",
            "quarter",
            "year",
            "hour",
            "minute",
            "weekdays",
            "weekends",
            "semi",
            "mornings",
            "afternoons",
            "evenings",
            "per",
        ]
    )
    | cased(f"{day}s" for day in WEEKDAYS if day.endswith("day"))
    | cased(w for w in WEEKDAYS if w.endswith("day")),
    [
        Rule(
            "adverb of frequency",
            r"(?i:daily|nightly|weekly|fortnightly|biweekly|monthly|bimonthly|quarterly|yearly|annually|annual"
            r"|hourly|biannual(?:ly)?|semi-?annual(?:ly)?|biennial(?:ly)?)\b",
            adverb,
            examples=("[annually]", "its [quarterly] results", "[annual] revenue"),
            counter_examples=("the Daily Mail", "Annual Report", "every year"),
        ),
        Rule(
            "every unit",
            pattern(
                r"(?i:every|each)_(?:(?P<other>(?i:other))_|{number}_|(?i:single_|and_every_))?+(?:{weekday}(?!s)(?:_"
                r"{daypart})?+|{season}|{daypart}|(?P<unit>(?i:second|minute|hour|day|weekday|week|weekend|fortnight"
                r"|month|quarter|year|decade|century|(?:minute|hour|day|week|month|quarter|year|decade)s))\b|{month})"
                r"(?!=(?i:of_the_\w+_years))"
            ),
            every,
            examples=("[every Monday]", "[each quarter]", "[every two weeks]", "[every other day]", "[every year]"),
            counter_examples=("every man", "each of the years"),
        ),
        Rule(
            "on Mondays",
            pattern(
                r"(?P<weekday>(?i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))(?:s\b|_"
                r"(?P<daypart>(?i:morning|afternoon|evening|night))s\b)|(?i:weekdays|weekends)\b|(?<=(?i:in_the|in)_)(?P<daypart>(?i:morning|afternoon|evening))s\b"
            ),
            weekdays,
            examples=("on [Mondays]", "[Sunday nights]", "[weekends]"),
            counter_examples=("on Monday", "Monday's"),
        ),
        Rule(
            "per unit",
            pattern(
                r"(?<!\b(?:cent|hours?|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|feet|km)_)(?i:per)_(?P<unit>(?i:day|week|fortnight|month"
                r"|quarter|year|annum))\b"
            ),
            rate,
            examples=("from $104 [per month]", "growing by 4% [per year]", "two flights [per day]"),
            counter_examples=("per share", "miles per hour", "per years"),
            needs=("per ",),
        ),
        Rule(
            "times a unit",
            pattern(
                r"(?<=(?i:(?!(?:lasts|takes|spends|needs|runs|costs|gives|was|is|has|its|this|as|plus|perhaps|ends|begins"
                r"|stays|serves|gets|less|across|towards|unless|always|sometimes)_)\b[a-z]{3,}s|times|once|twice|%"
                r"|percent|per_cent|million|billion|thousand|hours|days|hundred|[\d])_)(?:(?i:an?)_)(?P<unit>(?i:hour|day"
                r"|week|month|quarter|year))\b(?!=(?i:ago|earlier|later|before|old|from|after|when|and_a_half|or))"
            ),
            rate,
            examples=("three times [a week]", "$5 million [a year]", "four flights [a week]"),
            counter_examples=("for a week", "it lasts a week", "$5 million a year ago"),
        ),
    ],
)
