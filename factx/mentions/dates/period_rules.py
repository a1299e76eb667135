"""Rules for the periods of business: quarters, halves and fiscal years."""

from __future__ import annotations

import regex

from factx import lexicon
from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.words import cased, pattern, year_of
from factx.patterns import later
from factx.rules import Rule

__all__ = ["PERIODS"]

Match = regex.Match[str]
YEAR_WORDS = "|".join(sorted(row[0] for row in lexicon.rows("words_behind_years.tsv") if row[1] == "year"))
# Behind a number of two digits: what it counts, not the results of a year.
COUNTED = later(
    rf"\s?(?:%|bps\b|percent\b|per\s|million\b|billion\b|bn\b|m\b|(?!(?:{YEAR_WORDS}|dividends|losses|margins|profits|volumes)\b)(?:[a-z-]+\s)?[a-z]+s\b)"
)
QUARTER_WORDS = frozenset(["q", "h", "first", "second", "third", "fourth", "final", "fiscal", "quarter", "half"])
NTH = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 2,
    "latter": 2,
    "back": 2,
    "front": 1,
}
SHIFT = {
    "last": -1,
    "this": 0,
    "next": 1,
    "current": 0,
    "new": 0,
    "previous": -1,
    "prior": -1,
    "coming": 1,
    "past": -1,
    "latest": 0,
    "same": 0,
    "year-earlier": -1,
    "year-ago": -1,
    "prior-year": -1,
    "year earlier": -1,
    "year ago": -1,
    "prior year": -1,
    "last year": -1,
    "this year": 0,
    "next year": 1,
}


def _year(groups: dict[str, str | None]) -> tuple[int | None, int | None]:
    """(year, shift): the year that is named, or how far it lies from the present one."""
    named = groups.get("year")
    if named is not None:
        return year_of(named), None
    for key in ("relative", "relativetwo"):
        told = groups.get(key)
        if told is not None:
            return None, SHIFT.get(" ".join(told.lower().split()), -1)
    return None, None


def quarter(match: Match, _: Scanner) -> TimeExpression | None:
    """A quarter or half: by number, of a year that is named, told or left to the text."""
    g = match.groupdict()
    year, shift = _year(g)
    nth = g.get("nth")
    joined = " "
    if nth is not None:
        size = "H" if g["size"].lower().endswith("half") else "Q"
        n = NTH[nth.lower()]
        if (size == "H" and n > 2) or (size == "Q" and nth.lower() in ("latter", "back", "front")):
            return None
        if size == "Q" and nth.lower() == "last":
            n = 4
        joined = match.string[match.end("nth")]
        code = f"{size}{n}"
    else:
        code = (g.get("letter") or "Q").upper() + (g.get("figure") or "")
        if code not in ("Q1", "Q2", "Q3", "Q4", "H1", "H2"):
            return None
    fiscal = any(g.get(key) for key in ("fiscal", "fiscaltwo"))
    start, end = match.start(), match.end()
    last = g.get("last")
    if last is not None and year is not None:  # H1 2024/25
        year, fiscal = year // 100 * 100 + int(last), True
    elif g.get("year") is not None and match["year"].isdigit() and len(match["year"]) == 2:
        at = match.start("year")
        if match.string[at - 1] in " \n" and COUNTED.match(match.string, end) is not None:
            year, end = None, at - 1  # "in Q3 24 stores opened"
    if joined in "-‐‑–" and match[0][:4].lower() == "the ":
        start += 4  # "the third-quarter loss": the article is the noun's
    before = FISCAL_BEFORE.search(match.string, max(0, start - 12), start)
    if before is not None:  # "fiscal Q3"
        start, fiscal = before.start(), True
    return TimeExpression(start, end, "DATE", "quarter", year=year, shift=shift, code=code, fiscal=fiscal)


FISCAL_BEFORE = later(r"\b(?i:fiscal|financial)\s\Z")


def half_of_something(match: Match, scanner: Scanner) -> TimeExpression | None:
    """The first half: a half-year, unless it is the half of something else."""
    if regex.compile(r"\s(?i:of)\s(?i:the\s)?(?!(?i:year|fiscal|financial|\d))").match(match.string, match.end()):
        return None
    return quarter(match, scanner)


def fiscal_year(match: Match, _: Scanner) -> TimeExpression | None:
    """Fiscal 2013, FY12, the 2012/13 financial year, full year 2022."""
    g = match.groupdict()
    year, shift = _year(g)
    last = g.get("last")
    if last is not None and year is not None:
        year = year // 100 * 100 + int(last[-2:])
    if year is None and shift is None:
        shift = 0
    made = TimeExpression(match.start(), match.end(), "DATE", "fiscal year", year=year, shift=shift, fiscal=True)
    if g.get("calendar"):
        made.fiscal = False
    if g.get("figure"):
        made.kind, made.code = "quarter", (g.get("letter") or "Q").upper() + str(g["figure"])
    return made


FISCAL = r"(?P<fiscal>(?i:fiscal|financial))"
FISCAL2 = r"(?P<fiscaltwo>(?i:fiscal|financial)(?:_(?i:year))?+|FY)"
RELATIVE = (
    r"(?P<relative>(?i:last(?!_(?:half|quarter)\b)|this|next|prior|previous|year-ago|year-earlier|prior-year"
    r"|current|year_earlier|prior_year))"
)
YEAR = r"(?P<year>(?:19|20)\d\d)(?:/(?P<last>\d\d)(?!\d))?+(?![\d%]|[.,]\d)"
SIZE = r"(?P<size>(?i:quarter|half))"

PERIODS = TimeTable(
    "quarters, halves, fiscal years",
    cased(
        [
            "first",
            "second",
            "third",
            "fourth",
            "final",
            "last",
            "latter",
            "back",
            "front",
            "this",
            "next",
            "prior",
            "previous",
            "current",
            "new",
            "year",
            "fiscal",
            "financial",
            "full",
            "calendar",
        ]
    )
    | {f"{letter}{n}" for letter in "QqHh" for n in "1234"}
    | {"FY", "CY", "fy", "its", "same", "latest"}
    | {f"{p}{y}" for p in ("FY", "CY") for y in [*range(1980, 2060), *(f"{n:02d}" for n in range(100))]}
    | {f"Q{q}FY{y}" for q in "1234" for y in [*range(1990, 2060), *(f"{n:02d}" for n in range(100))]}
    | {f"FY{y}Q{q}" for q in "1234" for y in [*range(1990, 2060), *(f"{n:02d}" for n in range(100))]},
    [
        Rule(
            "nth quarter of a year",
            pattern(
                r"{the}(?:"
                + RELATIVE
                + r"(?:_(?i:year)(?:['’]s)?)?+_)?+(?:"
                + FISCAL
                + r"(?:_(?i:year))?+=)?+(?P<nth>(?i:first|second|third|fourth|final|last|latter|back|front|1st|2nd|3rd"
                r"|4th))=(?:(?P<fiscaltwo>(?i:fiscal))=)?+"
                + SIZE
                + r"\b(?:,?_(?:(?i:of|in)_)?+(?i:the_)?+(?:"
                + FISCAL2
                + r"_?)?+(?:(?i:calendar|year|full)_)?+(?:"
                + YEAR
                + r"|['’](?P<year>\d\d)\b)|_(?:(?i:of)_)?+(?i:the_)?+(?P<relativetwo>(?i:last|this|next|current|prior"
                r"|previous))_(?:" + FISCAL2 + r"\b|(?i:year)\b)|_(?i:of)_(?i:the)_(?i:year)\b)"
            ),
            quarter,
            examples=(
                "[the third quarter of 2012]",
                "[third quarter of fiscal 2024]",
                "[third-quarter 2012]",
                "[the fiscal first quarter of 2013]",
                "[the first half of 2021]",
                "[the fourth quarter of last year]",
                "[second half of FY 2013]",
                "[the second half of the year]",
                "[the last half of 1989]",
            ),
            counter_examples=("the third quarter", "first half of the game"),
            needs=("quarter", "half"),
        ),
        Rule(
            "nth quarter",
            pattern(
                r"(?:{the}(?:"
                + RELATIVE
                + r"(?:_(?i:year)(?:['’]s)?+)?+_|"
                + YEAR
                + r"_|(?P<relative>(?i:last|this|next)_year)['’]s_)?+(?:"
                + FISCAL
                + r"=)?+(?P<nth>(?i:first|second|third|fourth|final|1st|2nd|3rd|4th))=(?:(?P<fiscaltwo>(?i:fiscal))=)?+"
                r"(?P<size>(?i:quarter))\b)(?!=(?i:final|finals|back|backs|century))"
            ),
            quarter,
            examples=(
                "[the third quarter]",
                "[third-quarter] results",
                "[fiscal second-quarter]",
                "[this year's third quarter]",
                "[the year-ago third quarter]",
            ),
            counter_examples=("third quarters", "a quarter", "first quarter-final"),
            needs=("quarter",),
        ),
        Rule(
            "half a year",
            pattern(
                r"(?:{the}(?:"
                + RELATIVE
                + r"_)?+|(?P<relative>(?i:last|this|next)_year)['’]s_)(?:"
                + FISCAL
                + r"=)?+(?P<nth>(?i:first|second))=(?P<size>(?i:half))\b(?!_(?i:of)\b)(?!=(?i:goal|goals|penalty|time|hour"
                r"|team))"
            ),
            half_of_something,
            examples=("in [the first half]", "[second-half] sales", "[this year's second half]"),
            counter_examples=("first half of the game", "first half-time"),
            needs=("half",),
        ),
        Rule(
            "quarter code",
            pattern(
                r"(?:(?P<letter>[QqHh])(?P<figure>[1-4])|(?P<figure>[1-4])(?P<letter>[QqHh]))(?:(?:_|[-‐‑/]|,_|_(?:of"
                r"|for)_)?+(?:(?P<fiscal>(?:FY|(?i:fiscal|financial)(?:_(?i:year))?+))_?)?+['’]?(?P<year>(?:19|20)\d\d"
                r"|(?<=[FYQqHh'’]|[QqHh][1-4]\s)\d\d)(?:(?<=\d{4})/(?P<last>\d\d))?+(?![.,:/]?\d))?+(?!\w)"
            ),
            quarter,
            examples=(
                "[Q3 2012]",
                "[Q1 FY2013]",
                "[Q3'12]",
                "[H1 2021]",
                "[2Q12]",
                "[Q4] sales",
                "[H1 24]:",
                "[Q3 2023/24]",
                "[Q2 25] results",
                "[1H12]",
                "[Q1FY14]",
            ),
            counter_examples=("Q5 2012", "H3"),
        ),
        Rule(
            "year, then quarter",
            pattern(
                r"(?:(?P<fiscal>FY|(?i:fiscal(?:_year)?|financial_year))_?)?+['’]?(?P<year>(?:19|20)\d\d|(?<=FY)\d\d)"
                r"(?:(?:_|[-‐‑/]|,_)?(?P<letter>[QqHh])(?P<figure>[1-4])(?!\w)|_"
                r"(?:(?P<fiscaltwo>(?i:fiscal))=)?(?P<nth>(?i:first|second|third|fourth|final))=(?P<size>(?i:quarter"
                r"|half))\b)"
            ),
            quarter,
            examples=("[2012 Q3]", "[2012-Q3]", "[FY2013 Q1]", "[fiscal 2012 third quarter]", "[FY24Q3]"),
            counter_examples=("2012 quarters",),
            near=QUARTER_WORDS,
        ),
        Rule(
            "fiscal year",
            pattern(
                r"{the}(?:(?P<calendar>(?i:calendar(?:_year)?|full_year|full-year|CY))_?|(?:FY|(?i:fiscal(?:_year)?"
                r"|financial_year))(?:_|[-‐‑])?)['’]?(?P<year>(?:19|20)\d\d|(?<=['’YR])\d\d)"
                r"(?:\s?[-‐‑–/]\s?(?P<last>(?:19|20)?\d\d))?+(?!\d)(?!\w)"
            ),
            fiscal_year,
            examples=(
                "[fiscal 2013]",
                "[fiscal year 2013]",
                "[FY2012]",
                "[FY12]",
                "[FY 2012/13]",
                "[full year 2022]",
                "[calendar 2012]",
            ),
            counter_examples=("fiscal policy", "the fiscal cliff", "FY"),
        ),
        Rule(
            "told fiscal year",
            pattern(
                r"{the}(?P<relative>(?i:last|this|next|current|new|prior|previous|latest|coming))_(?:(?i:fiscal|financial)_"
                r"(?i:year)\b|(?i:fiscal)\b(?=[.,;:)’”\"]|_(?i:and|but|or|on|in|to|as|at|with|from|is|was|will|has|compared|against)\b|\Z))"
            ),
            fiscal_year,
            examples=("[the current fiscal year]", "[last financial year]", "growth of 7% [this fiscal]."),
            counter_examples=("this fiscal policy",),
            needs=("fiscal", "financial"),
        ),
        Rule(
            "the fiscal year",
            pattern(r"(?<!\b(?i:an?)_){the}(?i:fiscal|financial)_(?i:year)\b(?!_(?i:end|ended|ending|to|through)\b)"),
            fiscal_year,
            examples=("for [the fiscal year]", "[the financial year]"),
            counter_examples=("fiscal years",),
        ),
    ],
    digits="year code",
)
