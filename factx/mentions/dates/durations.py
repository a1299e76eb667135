"""What a counted duration is: the number of its unit, its value, and when the words are no duration at all.

The patterns are in `duration_rules`; each function here builds the expression of a match.
"""

from __future__ import annotations

import regex

from factx import lexicon
from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner
from factx.mentions.dates.unit_words import TITLE_MARKS, period_value, unit_code
from factx.mentions.dates.words import UNITS, number
from factx.patterns import later

__all__ = ["counted", "numbered", "shared", "two_units"]

Match = regex.Match[str]

ARTICLE = later(r"(?i:the|an?)\s")
SINGULAR_UNITS = frozenset(row[0] for row in lexicon.rows("units_of_time.tsv") if row[2] == "singular")
AGE_BEHIND = later(r"[-\s](?i:old|olds|younger|older)\b|[-\s](?i:of)\s(?i:age)\b")
NAME_OF_THING = later(r"\s[A-Z][a-z]+")
LOWER_BEFORE = later(r"\b(?:a|an|the|our|its|their|first|new)\s\Z")
SOME_DAY = later(r"(?i:\b(?:will|would|could|might|may|can|must|he|she|they|it|we|i|you|that)\s)$")
AGE_BEFORE = later(r"(?i:\baged?\s)$")


SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
IN_SEASON = later(r"\b[Ii]n\s\Z")


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
