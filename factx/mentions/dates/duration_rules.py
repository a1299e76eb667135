"""Rules for counted durations: "three decades", "a 13-week period", "the past three years"."""

from __future__ import annotations

import regex

from factx import lexicon
from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.unit_words import NUMBER_WORDS, TITLE_MARKS, UNIT_FORMS, UNIT_WORDS, period_value, unit_code
from factx.mentions.dates.words import UNITS, cased, number, pattern
from factx.patterns import later
from factx.rules import Rule

__all__ = ["DURATIONS", "RANGES"]

Match = regex.Match[str]


ARTICLE = later(r"(?i:the|an?)\s")


SINGULAR_UNITS = frozenset(row[0] for row in lexicon.rows("units_of_time.tsv") if row[2] == "singular")


AGE_BEHIND = later(r"[-\s](?i:old|olds|younger|older)\b|[-\s](?i:of)\s(?i:age)\b")


NAME_OF_THING = later(r"\s[A-Z][a-z]+")
LOWER_BEFORE = later(r"\b(?:a|an|the|our|its|their|first|new)\s\Z")


SOME_DAY = later(r"(?i:\b(?:will|would|could|might|may|can|must|he|she|they|it|we|i|you|that)\s)$")


AGE_BEFORE = later(r"(?i:\baged?\s)$")


def counted(match: Match, _: Scanner) -> TimeExpression | None:
    """A number of units."""
    g = match.groupdict()
    said = match["unit"]
    unit = UNITS.get(said.lower(), "TH" if said == "h" else "D")
    joined = match.string[match.start("unit") - 1] in "-‐‑–"
    if _is_no_duration(match, unit, joined):
        return None
    start = match.start()
    head = ARTICLE.match(match[0])
    if joined and head is not None:
        start += head.end()  # "a three-year plan": the article is the noun's
    count: float | None = 1
    if g.get("number") is not None:
        count = number(g["number"])
    elif g.get("vague") is not None or said.lower() not in SINGULAR_UNITS:
        count = None
    if count is not None and g.get("scale"):
        count *= SCALES[g["scale"].lower()]
    if count is not None and g.get("halfof"):
        count = 0.5
    elif count is not None and (g.get("half") or g.get("andhalf")):
        count += 0.5
    value = "P5Y" if count == 0.5 and unit == "DE" else period_value(count, unit)
    if g.get("top") is not None:
        value = f"{value}/{period_value(number(g['top']), unit)}"
    frame = (g.get("frame") or "").lower().split()
    return TimeExpression(
        start,
        match.end(),
        "DURATION",
        "value",
        unit=unit,
        count=count,
        value=value,
        code=frame[-1] if frame else None,
    )


def _is_no_duration(match: Match, unit: str, joined: bool) -> bool:
    """A title ("60 Minutes"), "one day" of the future, a second, an age, a fraction ("three-quarters")."""
    text, start, end = match.string, match.start(), match.end()
    if match["unit"].istitle() and text[start - 1 : start] in TITLE_MARKS:
        return True
    if match["unit"].istitle() and NAME_OF_THING.match(text, end) is not None:
        said = match.start("number") if match.groupdict().get("number") else start
        if text[said].isupper() and LOWER_BEFORE.search(text, max(0, said - 12), said) is not None:
            return True  # "the first One Day Mortgage"
    if match[0].lower() == "one day" and SOME_DAY.search(text, max(0, start - 10), start):
        return True
    if unit == "TS" and match.groupdict().get("number") is None:
        return True
    if AGE_BEHIND.match(text, end) or AGE_BEFORE.search(text, max(0, start - 12), start):
        return True
    return joined and unit == "Q" and match["unit"].lower().endswith("s")


def shared(match: Match, _: Scanner) -> TimeExpression | None:
    """The three and six months ended …: the first number has the unit of the second."""
    unit = unit_code(match)
    count = number(match["number"])
    return TimeExpression(
        match.start(), match.end(), "DURATION", "value", unit=unit, count=count, value=period_value(count, unit)
    )


def numbered(match: Match, _: Scanner) -> TimeExpression | None:
    """Year two, month 24: so long behind a beginning that the text tells; "in Week 12" is one of a sport's season."""
    if match["unit"][0].isupper() and IN_SEASON.search(match.string, max(0, match.start() - 4), match.start()):
        return None
    unit, count = unit_code(match), number(match["number"])
    if unit == "D" and count == 1:
        return None  # "from day one" is a manner of speaking
    value = period_value(count, unit)
    return TimeExpression(match.start(), match.end(), "DURATION", "value", unit=unit, value=value, confidence=0.6)


IN_SEASON = later(r"\b[Ii]n\s\Z")


def two_units(match: Match, _: Scanner) -> TimeExpression | None:
    """Two years and three months, 3 hours 30 minutes."""
    unit, smaller = unit_code(match), UNITS[match["smaller"].lower()]
    if (unit, smaller) not in (("Y", "M"), ("Y", "W"), ("Y", "D"), ("TH", "TM"), ("W", "D"), ("TM", "TS")):
        return None
    first, second = period_value(number(match["number"]), unit), period_value(number(match["more"]), smaller)
    value = first + second.removeprefix("PT").removeprefix("P")
    return TimeExpression(match.start(), match.end(), "DURATION", "value", unit=unit, value=value)


NOT_SECOND = r"(?!(?i:second)\b)"


SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


FRAME = (
    r"(?P<frame>(?:{the})(?i:past|last|next|first|coming|following|previous|prior|latest|final|preceding"
    r"|opening|closing|initial|remaining|additional|another|full|entire|whole|year-earlier|year-ago)_)"
)


VAGUE = (
    r"(?:{a})?(?<!\b(?i:as)\s)(?P<vague>(?i:several|some|few|couple_of|couple|many|numerous|dozens_of|multiple|multi))"
)


COUNT = r"(?:" + VAGUE + r"=|{number}\+?+=(?:(?P<half>(?i:and=a=half|1/2|½)|1/2|½)=)?+)"


MORE = (
    r"(?:(?i:more|full|straight|consecutive|whole|additional|further|extra|or_more|trading|business|working"
    r"|calendar|long|short)_)?+"
)


RANGES = TimeTable(
    "ranges of units in figures",
    (),
    [
        Rule(
            "range of units in figures",
            pattern(r"{number}[-‐‑–](?P<top>\d{1,3})=" + MORE + r"{unit}"),
            counted,
            examples=("in [18-24 months]", "[3–5 working days]"),
            counter_examples=("18-24 men", "3-5-7 days"),
            needs=("year", "month", "week", "day", "hour", "minute", "quarter", "decade"),
            near=UNIT_FORMS,
        ),
    ],
    digits="mark",
)
DURATIONS = TimeTable(
    "durations",
    UNIT_WORDS
    | NUMBER_WORDS
    | cased(
        [
            "past",
            "last",
            "next",
            "first",
            "coming",
            "following",
            "previous",
            "prior",
            "latest",
            "final",
            "preceding",
            "another",
            "additional",
            "full",
            "entire",
            "whole",
            "half",
            "some",
            "while",
            "several",
            "few",
            "couple",
            "many",
            "numerous",
            "dozens",
            "multiple",
            "multi",
            "one",
            "all",
            "year",
            "opening",
            "initial",
            "remaining",
            "single",
        ]
    ),
    [
        Rule(
            "range of units",
            pattern(
                r"(?:"
                + FRAME
                + r")?+{number}=(?i:to|or|-|–)=?(?P<top>(?i:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen"
                r"|twenty|thirty)|\d{1,3})=" + MORE + r"{unit}"
            ),
            counted,
            examples=("[two to four weeks]", "within [3 to 5 working days]", "in [the next three to five weeks]"),
            counter_examples=("two to four men",),
            near=UNIT_FORMS,
        ),
        Rule(
            "number sharing a unit",
            pattern(
                r"{the}{number}(?=(?:,_[a-z]{3,9})?+,?_(?i:and|or)_[a-z\d-]{1,12}=(?P<unit>(?i:weeks?|months?|quarters?))"
                r"(?:_(?i:fiscal|reporting))?+(?:_(?i:periods?))?+_(?i:ended|ending|to)\b)"
            ),
            shared,
            examples=("for [the three] and six months ended June 30", "its [12] and 24 weeks to 4 May"),
            counter_examples=("the three and six men", "three and six months of"),
            needs=(" ended", " ending", " to"),
            near=UNIT_FORMS,
        ),
        Rule(
            "numbered unit",
            pattern(
                r"(?<=\b(?i:in|by|from|after|until|through|at|since|during|of|to|and)_)(?P<unit>(?i:day|week|month|year))_"
                r"(?P<number>(?i:one|two|three|four|five|six|seven|eight|nine|ten|twelve)|[1-9]\d{0,2})\b(?![.,:/-]\d|\s?[%–-])"
                r"(?!_(?:(?!is|was|has|as)[a-z]+s\b|million\b|billion\b))"
            ),
            numbered,
            examples=("breaks even in [year two]", "$1.5 million by [month 24]", "at [Week 12]"),
            counter_examples=("in year 2008", "in year two plants opened", "year two", "in Week 12", "from day one"),
            near=UNIT_FORMS,
        ),
        Rule(
            "two units",
            pattern(
                r"{number}_(?P<unit>(?i:years?|hours?|weeks?|minutes?))(?:,?_(?i:and)_|,_|_)(?P<more>\d{1,2}|(?i:one|two"
                r"|three|four|five|six|seven|eight|nine|ten|eleven|twenty|thirty|forty|fifty))_(?P<smaller>(?i:months?"
                r"|minutes?|days?|seconds?|weeks?))\b"
            ),
            two_units,
            examples=("[two years and three months]", "[3 hours 30 minutes]"),
            counter_examples=("two years and months",),
            needs=("month", "minute", "day", "second", "week"),
            near=UNIT_FORMS,
        ),
        Rule(
            "first unit",
            pattern(
                r"{the}(?P<frame>(?i:first|final|last|opening)_)(?P<unit>(?i:year|month|week))(?=_(?:of_(?!the_(?:year"
                r"|quarter|month|week)\b)(?!(?:19|20)\d\d|[A-Z])|as|in_(?:office|charge|business|operation)))"
            ),
            counted,
            examples=("in its [first year] of operation",),
            counter_examples=("the first year", "first week of October"),
            near=UNIT_FORMS,
        ),
        Rule(
            "all day",
            pattern(r"(?i:all)_(?P<unit>(?i:day|night|week|month|year))\b(?!_(?i:long_term))"),
            counted,
            examples=("open [all day]",),
            counter_examples=("all days",),
        ),
        Rule(
            "glued unit",
            pattern(
                r"(?P<number>\d{1,4}(?:\.\d{1,2})?+)(?P<unit>(?i:hrs?|hours?|mins?|minutes?|secs?|seconds?|days?|weeks?"
                r"|months?|yrs?|years?)|h)\b"
            ),
            counted,
            examples=("for [3h]", "[90min]"),
            counter_examples=("3hats",),
        ),
        Rule(
            "framed count",
            pattern(
                FRAME
                + r"(?:"
                + COUNT
                + r"|(?=(?i:hour|minute|decade|century|half_century)))"
                + MORE
                + NOT_SECOND
                + r"{unit}(?:_(?P<andhalf>(?i:and_a_half)))?+(?:_(?i:or_(?:so|more)))?+(?!=(?i:ago|earlier|later))"
            ),
            counted,
            examples=(
                "[the past three years]",
                "[next four years]",
                "[first nine months]",
                "[another few years]",
                "[last decade]",
                "[last couple of months]",
            ),
            counter_examples=("the last year", "the first year"),
            near=UNIT_FORMS,
        ),
        Rule(
            "units and a half",
            pattern(r"(?:(?i:an?|one)_){unit}_(?i:and_a)_(?P<half>(?i:half))\b"),
            counted,
            examples=("[a year and a half]",),
            counter_examples=("a year and half of",),
            near=UNIT_FORMS,
        ),
        Rule(
            "half a unit",
            pattern(
                r"(?P<halfof>(?i:half)_(?:(?i:an?)_)?+)(?P<unit>(?i:hour|day|century|decade|year))\b"
                r"|(?P<halfof>(?i:half)[-‐‑])(?P<unit>(?i:hour|day|century|decade))\b"
            ),
            counted,
            examples=("[half an hour]", "[half a century]", "a [half-hour] delay"),
            counter_examples=("half the year",),
            near=UNIT_FORMS,
        ),
        Rule(
            "count of units",
            pattern(
                r"{the}"
                + COUNT
                + MORE
                + NOT_SECOND
                + r"{unit}(?:_(?P<andhalf>(?i:and_a_half)))?+(?:[-‐‑](?i:long))?+(?:_(?i:or_(?:so|more)))?+(?!=(?i:ago"
                r"|earlier(?!_than)|later|old|from_now)\b)(?!['’]s_)(?<!(?i:three_quarters|two_quarters)(?=_of))"
            ),
            counted,
            examples=(
                "[three decades]",
                "a [13-week] period",
                "[30 years] of",
                "[several years]",
                "[twenty-four hours]",
                "[multi-year] deal",
                "[5 1/2 years]",
                "[10+ years]",
            ),
            counter_examples=("35 years old", "two years ago", "a 7-month-old", "second week"),
            near=UNIT_FORMS,
        ),
        Rule(
            "large count of years",
            pattern(
                r"(?P<number>\d{1,4}(?:\.\d{1,2})?+)=(?P<scale>(?i:thousand|million|billion))=(?P<unit>(?i:years?))\b"
                r"(?!=(?i:ago|earlier(?!_than)|later|old|from_now)\b)"
            ),
            counted,
            examples=("for [13.8 billion years]", "a [4.5-million-year] gap"),
            counter_examples=("5 million yearly", "65 million years ago", "2 million hours"),
            near=UNIT_FORMS,
        ),
        Rule(
            "one unit",
            pattern(
                r"(?:{a}(?:(?i:full|whole|good|entire|single|additional|extra)_)?+|(?<=\b(?i:every|each)_)(?!))(?P<unit>(?i:day"
                r"|week|fortnight|month|year|decade|century|hour|minute))\b(?:_(?i:or_(?:so|two|more)))?+(?![-‐‑])"
                r"(?!=(?i:ago|earlier(?!_than)|later|old|from|to_year|on_year|in_the|off|end|of_the|when)\b)(?!['’])"
            ),
            counted,
            examples=("within [a week] of", "[a decade] of", "[an hour]"),
            counter_examples=("a year ago", "a week later", "a day trader's"[6:]),
            near=UNIT_FORMS,
        ),
    ],
    after=UNIT_WORDS
    | {
        "to",
        "or",
        "more",
        "full",
        "straight",
        "consecutive",
        "whole",
        "additional",
        "and",
        "trading",
        "business",
        "working",
        "calendar",
        "further",
        "extra",
        "1/2",
        "½",
        "thousand",
        "million",
        "billion",
    },
    digits="code",
)
