"""Rules for counted durations: "three decades", "a 13-week period", "the past three years"."""

from __future__ import annotations

from factx.mentions.dates.durations import counted, numbered, shared, two_units
from factx.mentions.dates.scan import TimeTable
from factx.mentions.dates.unit_words import NUMBER_WORDS, UNIT_FORMS, UNIT_WORDS
from factx.mentions.dates.words import cased, pattern
from factx.rules import Rule

__all__ = ["DURATIONS", "RANGES"]

NOT_SECOND = r"(?!(?i:second)\b)"


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
