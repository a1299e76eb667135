"""Rules for times told from another time: "last week", "two years ago", "the year-earlier quarter", "that year"."""

from __future__ import annotations

import regex

from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.words import CARDINALS, SHIFT, UNITS, cased, number, pattern
from factx.rules import Rule

__all__ = ["NUMBER_WORDS", "OFFSETS", "TITLE_MARKS", "UNIT_WORDS", "unit_code"]

Match = regex.Match[str]


UNIT_WORDS = cased(UNITS)


NUMBER_WORDS = cased(
    [*CARDINALS, "hundred", "several", "few", "many", "couple", "dozen", "half", "some", "more", "less", "another"]
)


DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
TITLE_MARKS = frozenset("\"“‘'`’")


SMALL_UNITS = frozenset(["TH", "TM", "TS"])


def unit_code(match: Match) -> str:
    """The TIMEX3 unit of a match."""
    return UNITS[match["unit"].lower()]


def amount(match: Match) -> float | None:
    """The number of a match; None for "several"."""
    groups = match.groupdict()
    text = groups.get("number")
    if text is None:
        if groups.get("vague") is not None:
            return None
        return 1
    value = number(text)
    if groups.get("half"):
        value += 0.5
    return value


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


PRIZE = regex.compile(
    r"(?i:\b(?:person|man|woman|men|women|player|players|song|album|book|cars?|film|movie|word|team|rookie|coach|manager|products?"
    r"|company|companies|brand|game|match|goal|photo|picture|driver|athlete|teacher|businessman|businesswoman|entrepreneur"
    r"|executive|restaurant|deal|store|retailer|employer|app|airline|bank|hotel|artist|actor|event|times?|supplier|partner"
    r"|startup|innovator|developer|agency|lawyer|broker|fund)\sof\s)$"
)


def the_unit(match: Match, _: Scanner) -> TimeExpression | None:
    """The quarter, the year: the one that the article is about."""
    code = unit_code(match)
    # "later in the year" and "for the week", but not "man of the year".
    if PRIZE.search(match.string, max(0, match.start() - 24), match.start()):
        return None
    return TimeExpression(match.start(), match.end(), "DATE", "the unit", unit=code, shift=0, confidence=0.7)


def year_ago(match: Match, _: Scanner) -> TimeExpression:
    """The year-earlier quarter, the same period last year: one year before the period that is spoken of."""
    g = match.groupdict()
    code = UNITS.get((g.get("unit") or "").lower())
    return TimeExpression(
        match.start(),
        match.end(),
        "DATE",
        "year ago",
        unit=code,
        shift=-1,
        code=(g.get("months") and f"P{int(number(g['months']))}M") or None,
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
    from factx.mentions.dates.duration_rules import period_value

    return TimeExpression(
        match.start(), match.end("unit"), "DURATION", "value", unit=code, count=count, value=period_value(count, code)
    )


QUANTITY = (
    r"(?:(?:(?:{a})?(?P<vague>(?i:several|some|(?:quite_)?few|couple_(?:of_)?|many|numerous))=?|(?i:a|an"
    r"|one)=(?=(?i:day|week|month|quarter|year|decade|century|hour|minute|half))|{number}=)"
    r"(?:(?P<half>(?i:and=a=half|1/2|½))=)?+(?:(?i:more|full|straight|consecutive|whole)_)?+)"
)


OFFSETS = TimeTable(
    "offsets and neighbouring units",
    UNIT_WORDS
    | NUMBER_WORDS
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
            "year",
            "corresponding",
            "comparable",
            "equivalent",
            "fiscal",
            "financial",
            "full",
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
        ),
        Rule(
            "units' time",
            pattern(QUANTITY + r"{unit}['’]s?_(?i:time)\b"),
            in_time,
            examples=("in [two weeks' time]", "in [a year's time]"),
            counter_examples=("two weeks' notice",),
            needs=("time",),
        ),
        Rule(
            "the week after next",
            pattern(r"{the}(?P<unit>(?i:day|week|month|year))_(?i:after_next)\b"),
            lambda m, s: TimeExpression(m.start(), m.end(), "DATE", "unit", unit=unit_code(m), shift=2, code="next"),
            examples=("[the week after next]",),
            counter_examples=("the week after",),
        ),
        Rule(
            "year-ago alone",
            pattern(r"(?i:year)[-‐‑](?i:ago|earlier)\b"),
            year_ago,
            examples=("a [year-earlier] loss",),
            counter_examples=("year earlier",),
        ),
        Rule(
            "neighbouring unit",
            pattern(
                r"{the}(?P<relative>(?i:last|this|next|past|previous|prior|preceding|current|coming|following|upcoming"
                r"|latest))_(?:(?P<fiscal>(?i:fiscal|financial))=|(?i:calendar|academic|school)_(?=(?i:year)))?+(?P<unit>(?i:day|weekend|week|fortnight|month|quarter"
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
            "months ago",
            pattern(r"(?P<unit>(?i:days|weeks|months|years|decades|centuries|hours|minutes))_(?i:ago)\b"),
            lambda m, s: TimeExpression(m.start(), m.end(), "DATE", "value", value="PAST_REF"),
            examples=("just [months ago]",),
            counter_examples=("months are",),
        ),
        Rule(
            "the unit",
            pattern(
                r"(?i:the)_(?:(?i:full)_|(?P<fiscal>(?i:fiscal|financial))_(?=(?i:quarter)))?+(?P<unit>(?i:quarter|year"
                r"|weekend|week|month))\b(?![-‐‑])(?!_(?i:end|old|ago|earlier|later|round|long|that|when|to_come|ahead"
                r"|until|after|before|of(?!_[$£€\d])|(?:period_)?(?:ended|ending))\b)(?!['’]s_(?i:end|best|biggest|worst|top)\b)"
            ),
            the_unit,
            examples=("for [the quarter]", "later in [the year]", "For [the week], it"),
            counter_examples=("the year before", "man of the year", "the quarterback"),
        ),
    ],
    after=UNIT_WORDS | {"and", "1", "½", "or", "more", "full", "straight", "consecutive", "whole"},
)
