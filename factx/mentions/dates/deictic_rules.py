"""Rules for days told from the article's own: "yesterday", "last night", "Tuesday", "next Friday"."""

from __future__ import annotations

import regex

from factx import lexicon
from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.unit_words import TITLE_MARKS
from factx.mentions.dates.words import DAY_PARTS, SHIFT, WEEKDAYS, cased, pattern
from factx.patterns import later
from factx.rules import Rule

__all__ = ["DEICTICS", "WEEKDAY_TABLE"]

Match = regex.Match[str]


DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def deictic(match: Match, _: Scanner) -> TimeExpression | None:
    """Today, yesterday, tomorrow, with a part of the day."""
    g = match.groupdict()
    shift = DAYS[g["day"].lower()]
    if g["day"] == "Today" and NEWSPAPER.search(match.string, max(0, match.start() - 8), match.start()):
        return None
    if shift >= 0 and not g.get("daypart") and not g.get("further") and _is_of_our_time(match.string, *match.span()):
        value = "FUTURE_REF" if shift else "PRESENT_REF"
        return TimeExpression(match.start(), match.end(), "DATE", "value", value=value)
    if g.get("further"):
        shift += -1 if shift < 0 else 1
    made = TimeExpression(match.start(), match.end(), "DATE", "deictic", unit="D", shift=shift)
    if g.get("daypart"):
        made = TimeExpression(
            match.start(), match.end(), "TIME", "daypart", code=DAY_PARTS[g["daypart"].lower()], inner=made
        )
    if g.get("part"):
        made.mod = {"early": "START", "late": "END"}.get(g["part"].lower())
    return made


def part_of_today(match: Match, _: Scanner) -> TimeExpression | None:
    """Tonight, overnight, this morning, last night."""
    g = match.groupdict()
    word = match[0].lower()
    day = TimeExpression(match.start(), match.end(), "DATE", "deictic", unit="D", shift=0)
    code = "TNI"
    if g.get("daypart"):
        code = DAY_PARTS[g["daypart"].lower()]
        relative = g["relative"].lower()
        if relative in ("last", "previous"):
            if code != "TNI" and code != "TEV":
                return None
            day.shift = -1
        elif relative in ("next", "following"):
            day.kind, day.shift = "after", 1
        elif relative == "that":
            day.kind, day.shift = "after", 0
    elif word.startswith("overnight") and regex.match(
        r"[-\s](?i:delivery|success|stay|sensation|rate|rates|loans|flight|train|bus|ferry|bag)",
        match.string[match.end() : match.end() + 12],
    ):
        return None
    return TimeExpression(match.start(), match.end(), "TIME", "daypart", code=code, inner=day)


OF_OUR_TIME = later(r"\b[a-z]{3,}s\sof\s\Z")
APOSTROPHES = frozenset("'’")
# Words that end the noun phrase behind "today's".
ENDS_PHRASE = frozenset(
    "and as at but by for from has have in is it of on or that the to was we were which who will with you are can".split()
)


def _is_of_our_time(text: str, start: int, end: int) -> bool:
    """Today's world is the present one, and so are "the leaders of today"; today's announcement is of the day."""
    if text[end : end + 1] not in APOSTROPHES or text[end + 1 : end + 3] != "s ":
        return (
            text[end : end + 1] not in APOSTROPHES and OF_OUR_TIME.search(text, max(0, start - 20), start) is not None
        )
    kinds, tags = lexicon.table("todays_nouns.tsv"), lexicon.tags()
    for word in text[end + 3 : end + 60].split()[:4]:
        bare = word.strip('.,;:!?)”"')
        if bare.lower() in ENDS_PHRASE:
            break
        if kinds.get(bare.lower()) == "present":
            return True
        if len(bare) > 3 and bare[-1] == "s" and tags.get(bare.lower(), "NNS") == "NNS":
            return bare.lower() not in kinds
        if bare != word:
            break
    return False


NEWSPAPER = later(r"\b[A-Z]{2,4}\s$|\w['’′]s\s$")  # USA Today, Channel 9's Today
ON_BEFORE = later(
    r"(?i:\b(?:on|by|until|since|till|late|early|before|after|from|to|next|this|through|and|or|of|said)\s)$"
)


TITLE_BEHIND = later(r"\s[A-Z][a-z]+[”\"’'.,!?]")
NAME_BEHIND = later(
    r"\s(?:Times|Telegraph|Night\sLive|Post|Review|Express|Mirror|Mail|Herald|Agreement|Journal|Club)\b"
)


def weekday(match: Match, _: Scanner) -> TimeExpression | None:
    """A weekday, by itself or as last, this or next one, with a part of the day."""
    g = match.groupdict()
    name = g["weekday"]
    low = name.lower().rstrip(".")
    if not low.endswith("day"):
        if not name[0].isupper() and not g.get("nth"):
            return None
        if low in ("sun", "sat", "mon", "wed", "fri", "thu", "tue", "thur") and (
            (not name.endswith(".") or low == "sun") and not g.get("nth")
        ):
            return None
    elif (
        name.islower()
        and not g.get("relative")
        and not g.get("daypart")
        and not ON_BEFORE.search(match.string, max(0, match.start() - 12), match.start())
    ):
        return None
    if NAME_BEHIND.match(match.string, match.end()) and not g.get("relative"):
        return None
    if match.string[match.start() - 1 : match.start()] in TITLE_MARKS and TITLE_BEHIND.match(match.string, match.end()):
        return None  # “Friday Night Lights”
    end = match.end()
    made = TimeExpression(match.start(), end, "DATE", "weekday", weekday=WEEKDAYS[low])
    if g.get("ofweek"):
        made.kind, made.shift = "weekday of week", {"last": -1, "this": 0, "next": 1}[g["ofweek"].lower()]
    if g.get("nth"):
        if not 1 <= int(g["nth"]) <= 31:
            return None
        made.kind, made.day = "day of month", int(g["nth"])
    if g.get("relative"):
        made.shift = SHIFT[g["relative"].lower()]
        made.code = g["relative"].lower()
    if g.get("daypart"):
        part = g["daypart"].lower()
        made = TimeExpression(match.start(), end, "TIME", "daypart", code=DAY_PARTS[part], inner=made)
    if g.get("part"):
        made.mod = {"early": "START", "late": "END"}.get(g["part"].lower())
    return made


NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}


def nth_weekday(match: Match, scanner: Scanner) -> TimeExpression | None:
    """The first Tuesday of next month; of every month it is a set."""
    day = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    inner = scanner.parse_at(match.string, match.end())
    if inner is None:
        return None
    if inner.type == "SET" and inner.value == "P1M":
        return TimeExpression(match.start(), inner.end, "SET", "value", value=f"XXXX-WXX-{day}")
    if inner.kind == "month" or (inner.kind == "unit" and inner.unit == "M"):
        nth = NTH[match["nth"].lower()]
        return TimeExpression(match.start(), inner.end, "DATE", "nth weekday", weekday=day, count=nth, inner=inner)
    return None


DEICTICS = TimeTable(
    "deictic days",
    cased(
        [
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
            "tonite",
            "overnight",
            "this",
            "last",
            "day",
            "next",
            "that",
            "following",
            "previous",
            "late",
            "early",
        ]
    ),
    [
        Rule(
            "the day before yesterday",
            pattern(r"{the}(?P<further>(?i:day)_(?i:before|after))_(?P<day>(?i:yesterday|tomorrow))\b"),
            deictic,
            examples=("[the day before yesterday]",),
            counter_examples=("the day before",),
        ),
        Rule(
            "today",
            pattern(r"(?P<day>(?i:today|yesterday|tomorrow))\b(?:_{daypart})?+"),
            deictic,
            examples=("[today]'s", "[Yesterday]", "[tomorrow morning]"),
            counter_examples=("to day", "told USA Today", "told Channel 9's Today"),
        ),
        Rule(
            "part of today",
            pattern(
                r"(?i:tonight|tonite|overnight)\b|(?:{the})(?P<relative>(?i:this|last|next|following|previous|that)(?:_"
                r"(?i:same))?+)_{daypart}"
            ),
            part_of_today,
            examples=("[tonight]", "[overnight]", "[this morning]", "[last night]"),
            counter_examples=("last nights", "last morning"),
        ),
    ],
)


WEEKDAY_TABLE = TimeTable(
    "weekdays",
    cased(WEEKDAYS)
    | cased(
        [
            "last",
            "next",
            "this",
            "past",
            "coming",
            "previous",
            "following",
            "first",
            "second",
            "third",
            "fourth",
            "final",
        ]
    ),
    [
        Rule(
            "nth weekday of a month",
            pattern(
                r"{the}(?P<nth>(?i:first|second|third|fourth|last|final))_{weekday}_(?i:of|in)_(?=[A-Z]|(?i:next|last|this|each|every)_)"
            ),
            nth_weekday,
            examples=(
                "on [the first Tuesday of ]next month",
                "[the last Friday in ]May 2024",
                "[the second Monday of ]every month",
            ),
            counter_examples=("the first Tuesday of the war", "the first Tuesdays of May"),
            needs=(" of", " in"),
        ),
        Rule(
            "weekday",
            pattern(
                r"(?:{the}(?:(?i:this)_)?+(?P<relative>(?i:last|next|this|past|coming|previous|following))_)?+"
                r"{weekday}(?!\w)(?:_(?:(?P<part>(?i:early|late))_)?+{daypart}(?!s)|_(?i:of)_(?P<ofweek>(?i:this|last|next))_(?i:week)\b|_(?:(?i:the)_)?+(?P<nth>\d{1,2})(?:st"
                r"|nd|rd|th)\b)?+"
            ),
            weekday,
            examples=("on [Tuesday]", "[last Tuesday]", "[Monday morning]", "[this coming Friday]", "[Thursday] said"),
            counter_examples=("Sun shines", "the Sunday Times", "Sat down", "Mon ami"),
            needs=("day", "mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        ),
    ],
)
