"""Rules for clock times and for vague references ("now", "recently", "in the coming months")."""

from __future__ import annotations

from collections.abc import Callable

import regex

from factx import lexicon
from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.words import DAY_PARTS, cased, number, pattern
from factx.patterns import later
from factx.rules import Rule

__all__ = ["CLOCK", "CLOCK_FIGURES", "REFERENCES"]

Match = regex.Match[str]
ZONES = lexicon.rows("time_zones.tsv")
ZONE = (
    r"(?P<zone>"
    + "|".join(row[0].replace(" ", r"\s") for row in sorted(ZONES, key=lambda r: (-len(r[0]), r[0])))
    + r")\b"
)
ZONED = r"(?:,?_(?:" + ZONE + r"|\(" + ZONE + r"\)))?+"
CLOCK_MARKS = frozenset(["am", "pm", "a", "p", "o", ":"])
"""Of which one is in every clock time: 10 a.m., 14:30, 8 o'clock."""
ZONE_WORDS = frozenset([row[0].split()[0].partition("/")[0].lower() for row in ZONES] + ["hours", "hrs"])
NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def clock(match: Match, scanner: Scanner) -> TimeExpression | None:
    """A time of the day, with its zone, and with the day beside it ("10 a.m. ET Monday")."""
    g = match.groupdict()
    named, code = g.get("named"), None
    if named is not None:
        value: str | None = NAMED[named.lower()]
        if value == "24:00" and AFTER.search(match.string, max(0, match.start() - 8), match.start()):
            value = "00:00"  # shortly after midnight on Monday
    elif g.get("tohour"):
        value, code = _span_of_hours(g)
    else:
        value = _time(g)
    if value is None:
        return None
    made = TimeExpression(match.start(), match.end(), "TIME", "clock", value=value, code=code, zone=g.get("zone"))
    text = match.string
    beside = BESIDE.match(text, match.end())
    if beside is not None:
        inner = scanner.parse_at(text, beside.end())
        if inner is not None and inner.type == "DATE" and inner.kind in ("day", "weekday", "deictic", "numeric"):
            made.inner = inner
            made.end = inner.end
    return made


def _half(said: str | None) -> str:
    """ "a" or "p" of "a.m." and "P.M."; "" where nothing is said."""
    return (said or "").lower()[:1]


def _of_24(hour: int, half: str) -> int:
    """The hour of a clock of 24.

    >>> _of_24(4, "p"), _of_24(12, "a"), _of_24(12, "p"), _of_24(15, "")
    (16, 0, 12, 15)
    """
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour


def _time(g: dict[str, str | None]) -> str | None:
    hour, minute = _of_24(int(g["hour"] or 0), _half(g.get("half"))), int(g.get("minute") or 0)
    if hour > 24 or minute > 59:
        return None
    if hour < 12 and (g.get("daypart") or "").lower() in ("afternoon", "evening", "night"):
        hour += 12
    return f"{hour:02d}:{minute:02d}"


def _span_of_hours(g: dict[str, str | None]) -> tuple[str | None, str | None]:
    """Both ends of "from 9 to 5 p.m.", "10-11:30 a.m."; (None, None) where the numbers are no hours."""
    half, own = _half(g.get("half")), _half(g.get("firsthalf"))
    written = int(g["hour"] or 0)
    minute = int(g.get("minute") or 0)
    last = _of_24(int(g["tohour"] or 0), half)
    hour = _of_24(written, own)
    if not own and half == "p" and hour < 12 and hour + 12 <= last:
        hour += 12
    if max(hour, last, written) > 24 or minute > 59:
        return None, None
    return f"{hour:02d}:{minute:02d}", f"{last:02d}:{int(g.get('tominute') or 0):02d}"


def past_hour(match: Match, _: Scanner) -> TimeExpression:
    """Half past nine."""
    g = match.groupdict()
    words = {"half": 30, "quarter": 15, "a quarter": 15}
    said = " ".join(g["minutes"].lower().split())
    minute = words[said] if said in words else int(number(said))
    hour = int(number(g["hour"]))
    if (g["daypart"] or "").lower() in ("afternoon", "evening", "night") and hour < 12:
        hour += 12
    return TimeExpression(match.start(), match.end(), "TIME", "clock", value=f"{hour:02d}:{minute:02d}")


def part_of_day(match: Match, scanner: Scanner) -> TimeExpression:
    """In the morning: of the day that the text speaks of."""
    made = TimeExpression(match.start(), match.end(), "TIME", "daypart", code=DAY_PARTS[match["daypart"].lower()])
    made.inner = TimeExpression(match.start(), match.end(), "DATE", "same", unit="D", shift=0)
    beside = BESIDE.match(match.string, match.end())
    inner = scanner.parse_at(match.string, beside.end()) if beside is not None else None
    if inner is not None and inner.type == "DATE" and inner.kind in ("day", "weekday", "deictic"):
        made.inner, made.end = inner, inner.end
    return made


AFTER = later(r"(?i:\b(?:after|past|since|from)\s)$")
BESIDE = later(
    r"\s(?i:on)\s(?:the\s(?:day|night|morning|afternoon|evening)\sof\s)?|,?\s(?!(?i:on|in)\s|\d{1,2}:)(?=\w)"
)


def reference(value: str) -> Callable[..., TimeExpression]:
    """A builder for a fixed reference."""

    def build(match: Match, _: Scanner) -> TimeExpression:
        return TimeExpression(match.start(), match.end(), "DATE", "value", value=value)

    return build


CLOCK = TimeTable(
    "clock times",
    cased(["noon", "midday", "midnight", "morning", "afternoon", "evening", "mid", "early", "late"])
    | cased(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])
    | cased(["half", "quarter"]),
    [
        Rule(
            "clock range",
            pattern(
                r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?+(?:_?(?P<firsthalf>(?i:[ap]\.m\.|[ap]m\b)))?+"
                r"(?:_?[-‐‑–]_?|_(?i:to|until|and)_)(?P<tohour>[01]?\d|2[0-4])(?:[:.](?P<tominute>[0-5]\d))?+"
                r"_?(?P<half>(?i:[ap]\._?m\.?+(?!\w)|[ap]_?m\b))" + ZONED
            ),
            clock,
            examples=("from [10 a.m. to 12 p.m. ET]", "[8-9am]", "[4 - 6:30 pm]"),
            counter_examples=("from 8 to 9 men",),
            near=CLOCK_MARKS,
        ),
        Rule(
            "clock time",
            pattern(
                r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?+)?+"
                r"(?:_?(?P<half>(?i:[ap]\._?m\.?+(?!\w)|[ap]_?m\b)|[ap]\.m\.(?=[A-Z]))|_(?i:o['’]?clock)\b(?:_in_the_{daypart})?+|(?<=:\d\d)"
                r"(?![\d:.]\d)(?!\w))" + ZONED
            ),
            clock,
            examples=("at [10 a.m. ET]", "[10:30 am]", "[5:00 p.m.]", "at [14:30]", "[8 o'clock]", "[7:05 a.m. PDT]"),
            counter_examples=("1:2", "10 men", "ratio of 3:1"),
            near=CLOCK_MARKS,
        ),
        Rule(
            "hour in the morning",
            pattern(r"(?P<hour>1?\d)_in_the_{daypart}"),
            clock,
            examples=("at [4 in the morning]",),
            counter_examples=("4 in the room",),
            needs=(" the",),
        ),
        Rule(
            "past the hour",
            pattern(
                r"(?:(?P<minutes>(?i:half|(?:a_)?quarter|five|ten|twenty|twenty-five)|[1-5]?\d)(?:_(?i:minutes|mins?))?+)_(?i:past)_"
                r"(?P<hour>(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|1[0-2]|[1-9])(?![\d.,%])\b(?:_(?i:o['’]?clock))?+"
                r"(?:_in_the_{daypart})?+"
            ),
            past_hour,
            examples=("at [half past nine]", "[10 past 9]", "[20 minutes past eight in the evening]"),
            counter_examples=("half past it", "ran past 9"),
            needs=("past",),
        ),
        Rule(
            "part of the day",
            pattern(
                r"(?<=(?i:in|during)_)(?i:the)_(?:(?i:early|late)_)?+(?P<daypart>(?i:morning|afternoon|evening))\b"
                r"|(?i:mid)=(?P<daypart>(?i:morning|afternoon))\b"
            ),
            part_of_day,
            examples=("in [the morning]", "by [mid-afternoon]"),
            counter_examples=("the morning paper", "mid morningside"),
            near=frozenset(["morning", "afternoon", "evening"]),
        ),
        Rule(
            "noon",
            pattern(r"(?<!\b(?i:high)_)(?P<named>(?i:noon|midday|midnight))\b(?:_" + ZONE + r")?+"),
            clock,
            examples=("[noon]", "[midday] on Monday"),
            counter_examples=("afternoon", "the film High Noon"),
            near=frozenset(NAMED),
        ),
    ],
    digits="mark code",
    after={
        "to",
        "and",
        "until",
        "past",
        "minutes",
        "minute",
        "min",
        "mins",
        "a",
        "A",
        "p",
        "P",
        "am",
        "AM",
        "pm",
        "PM",
        "o",
        "in",
        "Am",
        "Pm",
    },
)

CLOCK_FIGURES = TimeTable(
    "clock times in four figures",
    (),
    [
        Rule(
            "clock time in four figures",
            pattern(
                r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)_(?:\(?" + ZONE + r"|(?i:hours|hrs)\b(?!_(?i:of|a|per)\b))"
            ),
            clock,
            examples=("at [0930 GMT]", "by [1730 local time]", "at [0700 hours]"),
            counter_examples=("0930 men", "2400 hours of work"),
            near=ZONE_WORDS,
        ),
    ],
    digits="year short",
)

REFERENCES = TimeTable(
    "vague references",
    cased(
        [
            "now",
            "currently",
            "nowadays",
            "present",
            "right",
            "at",
            "this",
            "these",
            "moment",
            "recent",
            "recently",
            "past",
            "previous",
            "prior",
            "coming",
            "future",
            "near",
            "foreseeable",
            "years",
            "months",
            "weeks",
            "days",
            "just",
            "until",
            "time",
            "more",
            "presently",
        ]
    )
    | {"lately"},
    [
        Rule(
            "now",
            pattern(r"(?:(?i:right|just)_)?+(?i:now)\b(?![-‐‑])|(?i:currently|nowadays|presently)\b"),
            reference("PRESENT_REF"),
            examples=("is [now]", "[right now]", "[Currently]"),
            counter_examples=("know", "the now-closed plant"),
        ),
        Rule(
            "at present",
            pattern(
                r"(?<=\b(?i:at)_)(?:(?i:present)\b(?!=(?i:day))|(?i:the_)?+(?i:this|present|current)_(?i:time|moment"
                r"|juncture|point_in_time|stage)\b|(?i:the)_(?i:moment)\b)|(?i:these_days)\b|(?i:the_present(?:_(?i:time"
                r"|day))?+)\b(?=[.,;])"
            ),
            reference("PRESENT_REF"),
            examples=("at [this time]", "at [present]", "[these days]", "at [the moment]"),
            counter_examples=("this time", "presented", "at the present location"),
            near=frozenset(["present", "time", "moment", "juncture", "point", "stage", "days"]),
        ),
        Rule(
            "recently",
            pattern(
                r"(?:(?i:more|most)_)?+(?i:recently|lately)\b(?!-)|(?i:the_)?+(?i:recent|past|previous|prior)_(?P<unit>(?i:years|months"
                r"|weeks|days|decades|quarters|times))\b(?:_and_(?i:months|years|weeks))?+"
            ),
            reference("PAST_REF"),
            examples=("in [recent years]", "[recently]", "[past years]", "[previous years]"),
            counter_examples=("the recent deal", "past performance"),
        ),
        Rule(
            "the past",
            pattern(
                r"(?<=\b(?i:in|from|of|than)_)(?i:the_past)\b(?!_(?i:the|[\w-]+_(?i:years?|months?|weeks?|days?|quarters?"
                r"|decades?)))(?=[.,;:)?!\"”’]|_(?i:and|but|with|to|by|for|when|has|have|had|it|he|she|they|we|i|as|that"
                r"|is|was|were|are)\b)"
            ),
            reference("PAST_REF"),
            examples=("in [the past],",),
            counter_examples=("in the past three years", "in the past week", "the past president"),
        ),
        Rule(
            "the future",
            pattern(
                r"(?<=(?i:\b(?:in|for|of|into|about|to|towards?|with|on|against))_)(?i:the)_(?:(?i:near|foreseeable"
                r"|immediate|not_too_distant|distant)_)?+(?i:future)\b(?!_(?i:of|for)\b)(?!_[a-z]+(?:s|th|on|nt"
                r"|ing)\b(?<!_(?:is|was|as|has|looks|seems)))|(?<=(?i:in|for)_)(?:(?i:the_)?+(?i:near|foreseeable)_)"
                r"(?i:future)\b"
            ),
            reference("FUTURE_REF"),
            examples=("in [the future]", "for [the foreseeable future]"),
            counter_examples=("the future of IBM", "future results", "building the future", "in the long term"),
            near=frozenset(["future"]),
        ),
        Rule(
            "coming months",
            pattern(
                r"(?i:the_)?+(?i:coming|next|following)_(?P<unit>(?i:years|months|weeks|days|decades|quarters))\b"
                r"|(?i:future)_(?i:quarters|years|months|periods)\b|(?i:the_)?+(?i:years|months|weeks|days)_(?i:ahead"
                r"|to_come)\b"
            ),
            reference("FUTURE_REF"),
            examples=("in [the coming months]", "[years to come]", "in [the weeks ahead]"),
            counter_examples=("coming up", "future results"),
            near=frozenset(["years", "months", "weeks", "days", "decades", "quarters", "periods"]),
        ),
    ],
)
