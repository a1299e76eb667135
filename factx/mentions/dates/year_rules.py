"""Rules for years, ranges of years, decades and centuries."""

from __future__ import annotations

import regex

from factx import lexicon
from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.words import CARDINALS, ORDINALS, cased, groups, number, pattern, year_of
from factx.patterns import later
from factx.rules import Rule

__all__ = ["SHORT_YEARS", "YEARS"]

Match = regex.Match[str]


# A bare year: what stands before it or behind it must not make it a count.
EDGES = "“”\"‘’'([.,;:-–—"
BEHIND_WORD = frozenset(" \n\u00a0\t-‐‑–")
GOES_ON = frozenset("-/:%°+")
"""Marks that make one thing of a number and the digit behind them."""
COUNTED = later(r"(?:\s|-)(?P<word>(?i:[a-z]+))")


NOT_COUNTED = frozenset(row[0] for row in lexicon.rows("words_behind_years.tsv") if row[1] == "year")


MEASURES = frozenset(row[0] for row in lexicon.rows("words_behind_years.tsv") if row[1] == "count")


BEFORE = lexicon.table("words_before_years.tsv")
STREET = later(
    r"\s(?:[NSEW]\.?\s)?[A-Z]\w+\s(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Dr|Lane|Way|Pkwy"
    r"|Parkway|Highway|Court|Square|Place|Plaza)\b"
)


def bare_year(match: Match, _: Scanner) -> TimeExpression | None:
    """A year by itself: in a fitting range, and not a count, a number of something or an address."""
    text, end = match.string, match.end()
    value = int(match["year"])
    before = text[max(0, match.start() - 24) : match.start()]
    words = before.lower().split()
    last = words[-1] if words and before[-1] in BEHIND_WORD else ""
    bare = last.strip(EDGES)
    kind = BEFORE.get(bare)
    if (
        kind == "number" and not last.endswith(",") and not (bare == "over" and text[end : end + 1] == ",")
    ) or kind == "law":
        return None
    if bare == "of" and len(words) > 1 and BEFORE.get(words[-2].strip(EDGES)) == "law":
        return None
    evident = kind == "year" or before.endswith(("(", "©", "© "))
    follows = COUNTED.match(text, end, end + 24)
    if follows is not None and _is_count(follows["word"], value, kind == "verb"):
        return None
    if text[end : end + 1] in GOES_ON and text[end + 1 : end + 2].isdigit():
        return None
    if not 1900 <= value < 2100 and not (evident and 1000 <= value < 2200 and follows is None):
        return None
    if value % 100 == 0 and not evident and not before.rstrip().endswith(("the", "’s", "'s")):
        return None
    if text[end + 1 : end + 2].isupper() and STREET.match(text, end, end + 30):
        return None
    confidence = 0.9 if evident else 0.75
    return TimeExpression(match.start(), end, "DATE", "value", value=f"{value:04d}", confidence=confidence)


def _is_count(word: str, value: int, behind_verb: bool) -> bool:
    """Does the number count what the word behind it names: "2012 people", "2000 shops", "runs 1999 lorries"?"""
    if word.lower() in MEASURES:
        return True
    if not word.islower() or not word.endswith("s") or word in NOT_COUNTED:
        return False
    return behind_verb or value % 100 == 0 or not 1900 <= value < 2100


def year_period(match: Match, _: Scanner) -> TimeExpression:
    """The 1988 period: the quarter, or the longer period, that the text speaks of, in that year."""
    unit = "Q" if match["unit"].lower() == "quarter" else None
    return TimeExpression(match.start(), match.end(), "DATE", "year ago", unit=unit, year=int(match["year"]))


def year_range(match: Match, _: Scanner) -> TimeExpression | None:
    """2010-2012, 2010-12, 1990/91."""
    first = int(match["year"])
    last = match["last"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if not (1000 <= first < second < 2200) or second - first > 200:
        return None
    if len(last) == 2 and int(last) <= 12 and second - first > 20:
        return None
    fiscal = FISCAL_BEHIND.match(match.string, match.end())
    if fiscal is not None and second == first + 1:  # "the 2023-24 financial year"
        return TimeExpression(match.start(), fiscal.end(), "DATE", "fiscal year", year=second, fiscal=True)
    return TimeExpression(match.start(), match.end(), "DATE", "value", value=f"{first}/{second}")


FISCAL_BEHIND = later(r"\s(?i:fiscal|financial|tax)\s(?i:year)\b")


APOSTROPHES = frozenset("'’‘")
# "in his early 40s", "in their teens, 20s and 30s": ages
AGE = later(
    r"(?i)\b(?:his|her|their|my|your|our|aged?|teens)\b(?:,?\s(?:early|mid|late|teens|and|to|or|[2-9]0s)|,|-){0,6}\s?\Z"
)


def decade(match: Match, _: Scanner) -> TimeExpression | None:
    """The 1990s, the '90s, the nineties, the mid-1980s."""
    g = groups(match)
    start = match.start()
    if match.string[start - 1 : start] in APOSTROPHES:  # the '80s
        start -= 1
        start -= 4 if match.string[max(0, start - 4) : start].lower() == "the " else 0
    if "digits" in g:
        digits = g["digits"]
        value = int(digits)
        if len(digits) == 2 and AGE.search(match.string, max(0, start - 40), start) is not None:
            return None
        if len(digits) == 2:
            value += 1900 if value >= 20 else 2000
        if not 1000 <= value < 2100:
            return None
        if value % 100 == 0 and value < 2000:
            return TimeExpression(start, match.end(), "DATE", "value", value=f"{value // 100}XX", mod=_mod(g))
    else:
        value = 1900 + DECADES[g["name"].lower()]
    return TimeExpression(start, match.end(), "DATE", "value", value=f"{value // 10}X", mod=_mod(g))


def century(match: Match, _: Scanner) -> TimeExpression | None:
    """The 20th century."""
    g = groups(match)
    nth = int(g["nth"]) if "nth" in g else ORDINALS[g["dayword"].lower()]
    if not 1 <= nth <= 22:
        return None
    return TimeExpression(match.start(), match.end(), "DATE", "value", value=f"{nth - 1:02d}XX", mod=_mod(g))


def _mod(groups: dict[str, str]) -> str | None:
    part = groups.get("part", "").lower().rstrip("-")
    return {"early": "START", "late": "END", "mid": "MID", "middle": "MID"}.get(part)


DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}


SPELLED_WORDS = frozenset(word for word, value in CARDINALS.items() if value >= 10) | {"hundred", "thousand", "oh", "o"}
"""Of which one is in every year that is spelled out."""
SPELLED = {"nineteen": 1900, "twenty": 2000, "eighteen": 1800}


def spelled_year(match: Match, _: Scanner) -> TimeExpression | None:
    """Nineteen ninety-six, two thousand and three, the year two thousand."""
    g = groups(match)
    value = (
        int(number(g["thousand"].replace(" and ", " ")))
        if "thousand" in g
        else SPELLED[g["century"].lower()] + int(number(g["rest"]))
    )
    if not 1800 <= value < 2100:
        return None
    return TimeExpression(match.start(), match.end(), "DATE", "value", value=str(value))


YEARS = TimeTable(
    "years, decades, centuries",
    cased(["early", "late", "mid", "middle", "year", "nineteen", "eighteen", "twenty", "two"])
    | cased(DECADES)
    | cased(ORDINALS),
    [
        Rule(
            "decade in digits",
            pattern(
                r"{the}(?:(?P<part>(?i:early|late|mid|middle))=)?+(?:(?P<digits>[12]\d\d0)['’]?s"
                r"|['’‘](?P<digits>\d0)['’]?s|(?P<digits>[2-9]0)s)\b(?<!\b(?:his|her|their|my|your|our|mid)[\s-]\d0s)"
            ),
            decade,
            examples=("in [the 1990s]", "[the mid-1980s]", "[the late '90s]", "[the early 2000s]"),
            counter_examples=("1995s", "the 1990 sale"),
        ),
        Rule(
            "decade by name",
            pattern(
                r"{the}(?:(?P<part>(?i:early|late|mid))=)?+(?P<name>(?i:twenties|thirties|forties|fifties|sixties"
                r"|seventies|eighties|nineties))\b(?<!\b(?:his|her|their|my|your|our)\s\w+)"
            ),
            decade,
            examples=("in [the nineties]", "[the roaring]"[0:0] + "[the late sixties]"),
            counter_examples=("in her sixties", "ninety"),
            needs=("ties",),
        ),
        Rule(
            "century",
            pattern(
                r"{the}(?:(?P<part>(?i:early|late|mid))=)?+(?:(?P<nth>\d{1,2})(?i:st|nd|rd|th)|{dayword})=(?i:century)\b"
            ),
            century,
            examples=("[the 20th century]", "[the nineteenth century]", "[the late 19th century]"),
            counter_examples=("a century", "the 99th century"),
            needs=("centur",),
        ),
        Rule(
            "spelled year",
            pattern(
                r"(?:{the}(?i:year)_)?+(?:(?P<century>(?i:nineteen|eighteen|twenty))[-\s](?P<rest>(?i:hundred|(?:oh"
                r"|o)[-\s]\w+|(?:ten|eleven|twelve|\w+teen)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
                r"(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine)\b)?+))\b"
                r"|(?P<thousand>(?i:two\sthousand(?:(?:\sand)?\s(?:one|two|three|four|five|six|seven|eight|nine|ten"
                r"|eleven|twelve|\w+teen|(?:twenty|thirty|forty)(?:[-\s](?:one|two|three|four|five|six|seven|eight"
                r"|nine)\b)?))?)))\b(?!-)(?!,\s\w+\shundred\b)(?!_(?:(?!has|was|its|this|is|as|always|perhaps)[a-z]{2,}s|men"
                r"|people|women|children)\b)"
            ),
            spelled_year,
            examples=("in [nineteen ninety-six]", "[two thousand and three]"),
            counter_examples=("nineteen people", "two thousand men"),
            near=SPELLED_WORDS,
        ),
        Rule(
            "year range",
            r"(?P<year>(?:1\d|20)\d\d)\s?[-‐‑–/]\s?(?P<last>(?:1\d|20)\d\d|\d\d)(?![\d%])(?![-‐‑–./,]\d)(?!\w)",
            year_range,
            examples=("[2010-2012]", "[1990/91]", "[2023–2025]"),
            counter_examples=("2010-12-03", "2012-2010", "555-2010-12"),
        ),
        Rule(
            "the year and its number",
            pattern(r"{the}(?i:year)_(?P<year>[12]\d{3})(?!\w)(?![.,:-]\d)"),
            lambda m, s: TimeExpression(m.start(), m.end(), "DATE", "value", value=m["year"]),
            examples=("in [the year 2008]",),
            counter_examples=("the year 20", "year 20081"),
        ),
        Rule(
            "period of a year",
            pattern(r"{the}(?P<year>(?:19|20)\d\d)_(?P<unit>(?i:period|quarter))\b"),
            year_period,
            examples=("in [the 1988 period]", "[the 2012 quarter]"),
            counter_examples=("the 1988 periods",),
        ),
        Rule(
            "bare year",
            pattern(r"(?P<year>[12]\d{3})(?!\w)(?![.,:]\d)(?!\s?%)"),
            bare_year,
            examples=("in [2012]", "the [2003] event", "its [2022] results", "(American, [1968])"),
            counter_examples=(
                "$2012 million",
                "2000 people came",
                "In 1,999 stores",
                "2012 employees",
                "308-236-4493",
                "Room 2012",
                "2012%",
            ),
        ),
    ],
    digits="year code",
)


SHORT_YEARS = TimeTable(
    "years of two digits",
    (),
    [
        Rule(
            "year of two digits",
            pattern(
                r"(?<=\b(?i:in|since|by|until|till|from|of|during|before|after)_['’‘])(?P<year>\d\d)(?![\w'’]|[.,:/-]\d)"
                r"(?!_(?:(?!was|is|has|as)[a-z]+s)\b)"
            ),
            lambda m, s: TimeExpression(
                m.start() - 1, m.end(), "DATE", "value", value=str(year_of(m["year"])), confidence=0.7
            ),
            examples=("born in '[62].", "since ’[19],"),
            counter_examples=("in 62", "the '62", "in '62 houses"),
        ),
    ],
    digits="short",
)
