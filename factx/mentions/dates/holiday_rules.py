"""Rules for holidays that stand for a day: "Thanksgiving Day", "Christmas 2012", "last Easter"; not a bare "Christmas"."""

from __future__ import annotations

import re

import regex

from factx import lexicon
from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.words import cased, pattern
from factx.patterns import later
from factx.rules import Rule

__all__ = ["HOLIDAYS"]

Match = regex.Match[str]
NAMES = [row[0] for row in lexicon.rows("holidays.tsv")]
# Days that stand for a date wherever they are named; the others do so behind a preposition ("on Earth Day").
DAYS = frozenset(
    [
        "Thanksgiving Day",
        "Election Day",
        "Christmas Day",
        "Christmas Eve",
        "New Year's Day",
        "New Year's Eve",
        "Boxing Day",
        "Good Friday",
        "Easter Sunday",
        "Easter Monday",
        "Black Friday",
    ]
)
BEFORE = later(r"(?i:\b(?:on|by|before|after|since|until|till|from|to|through|past)\s)$")
SEASONAL = frozenset(["Christmas", "Easter", "Thanksgiving", "Halloween"])
LAST_WORDS = frozenset(re.findall(r"[^\W\d_]+", name.lower())[-1] for name in NAMES)
KNOWN = {name.lower(): name for name in NAMES}
NAME = (
    r"(?P<name>(?i:"
    + "|".join(
        name.replace(".", r"\.").replace(" ", r"\s").replace("'", "['’]")
        for name in sorted(NAMES, key=lambda n: (-len(n), n))
    )
    + r"))\b"
)


LIMIT = later(r"(?i:\b(?:by|before|until|till|since|after)\s)\Z")


def _is_limit(match: Match) -> bool:
    """ "ready by Christmas" is a day; "at Christmas" is a season."""
    return LIMIT.search(match.string, max(0, match.start() - 8), match.start()) is not None


def holiday(match: Match, _: Scanner) -> TimeExpression | None:
    """A holiday; a name that is also a season ("Christmas") only with a year or "last", "this", "next"."""
    g = match.groupdict()
    name = KNOWN[" ".join(g["name"].replace("’", "'").split()).lower()]
    if name in SEASONAL and not (g["year"] or g["relative"] or g["week"]) and not _is_limit(match):
        return None
    if (
        name not in DAYS
        and not (g["year"] or g["relative"] or g["week"])
        and not BEFORE.search(match.string, max(0, match.start() - 10), match.start())
    ):
        return None
    made = TimeExpression(match.start(), match.end(), "DATE", "holiday", code=name, confidence=0.8)
    if g["year"]:
        made.year = int(g["year"])
    if g["relative"]:
        made.shift = {"last": -1, "this": 0, "next": 1}[g["relative"].lower()]
    if g["week"]:
        made.unit = "W"
    return made


HOLIDAYS = TimeTable(
    "holidays",
    cased({name.split()[0].rstrip(".").replace("'s", "").rstrip("'").lower() for name in NAMES})
    | cased(["last", "this", "next"]),
    [
        Rule(
            "holiday",
            pattern(
                r"(?:(?P<relative>(?i:last|this|next))_)?+"
                + NAME
                + r"(?:_(?P<week>(?i:week(?:end)?))\b)?+(?:,?_(?P<year>(?:19|20)\d\d)(?!\d))?+(?!=(?:[Pp]arade|[Cc]arol"
                r"|[Ii]sland|[Ee]gg))"
            ),
            holiday,
            examples=(
                "on [Thanksgiving Day]",
                "[last Easter]",
                "[Christmas 2012]",
                "[New Year's Eve]",
                "before [Boxing Day]",
            ),
            counter_examples=("at Christmas", "Easter eggs", "Labor Party", "this easter egg"),
            near=LAST_WORDS,
        ),
    ],
)
