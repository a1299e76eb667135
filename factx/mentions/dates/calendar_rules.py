"""Rules for calendar dates: days, months, years, seasons, decades, centuries in every written form."""

from __future__ import annotations

import regex

from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.words import DAY_PARTS, MONTHS, ORDINALS, SEASONS, WEEKDAYS, cased, pattern
from factx.rules import Rule

__all__ = ["CALENDAR", "NUMERIC", "YEARS"]

Match = regex.Match[str]

AMBIGUOUS_MONTHS = frozenset(["may", "march", "mar", "august", "june", "jan", "april"])
# What makes a capitalised "May" or "March" a month: these words before it ...
BEFORE_MONTH = regex.compile(
    r"(?i:\b(?:in|since|until|till|by|from|to|through|during|before|after|of|for|last|next|this|early|late"
    r"|mid|earlier|later|and|or|between|the|each|every|past|than|late-|early-)[\s-]|mid-|’s\s|'s\s)$"
)
# ... and what makes it a name or a verb: titles, first names and initials before it, verbs behind it.
PERSON_BEFORE = regex.compile(
    r"(?:\b(?:Mrs?|Ms|Miss|Dr|Sir|Lady|Lord|Dame|Prof|Professor|Minister|President|Secretary|Senator|Sen|Rep"
    r"|Gov|Judge|Theresa|Brian|Elaine|Peter)\.?|\b[A-Z]\.)\s$"
)


def _lower(match: Match, group: str) -> str:
    return match[group].lower().rstrip(".")


def _groups(match: Match) -> dict[str, str]:
    return {name: value for name, value in match.groupdict().items() if value is not None}


def year_of(text: str) -> int:
    """A year of two or four digits: "'89" is 1989, "'12" is 2012."""
    value = int(text[-4:].lstrip("'’‘"))
    if value < 100:
        value += 1900 if value > 49 else 2000
    return value


def calendar(match: Match, _: Scanner) -> TimeExpression | None:
    """A day, a month of a year, or a weekday with its date."""
    g = _groups(match)
    month = MONTHS[_lower(match, "month")]
    day = int(g["day"]) if "day" in g else ORDINALS[g["dayword"].lower()] if "dayword" in g else None
    weekday = WEEKDAYS[_lower(match, "weekday")] if "weekday" in g else None
    year = year_of(g["year"]) if "year" in g else None
    if year is None and day is not None and day > 31:
        return None
    end = match.end()
    # The full stop of an abbreviation belongs to it only when more of the date follows.
    if match[0].endswith("."):
        end -= 0 if day is None else 1
    made = TimeExpression(
        match.start(), end, "DATE", "month" if day is None else "day", year=year, month=month, day=day, weekday=weekday
    )
    if "relative" in g:
        made.shift = {"last": -1, "this": 0, "next": 1}[g["relative"].lower()]
    part = g.get("daypart")
    if part is not None:
        made = TimeExpression(match.start(), match.end(), "TIME", "daypart", code=DAY_PARTS[part.lower()], inner=made)
    return made


def day_range(match: Match, _: Scanner) -> TimeExpression | None:
    """March 3-5, 2024."""
    first, last = int(match["day"]), int(match["last"])
    if (match["month"][0].islower() and match["month"] in ("may", "march", "mar")) or not first < last <= 31:
        return None
    year = year_of(match["year"]) if match["year"] else None
    month = MONTHS[_lower(match, "month")]
    return TimeExpression(match.start(), match.end(), "DATE", "days", year=year, month=month, day=first, count=last)


def day_of_month(match: Match, _: Scanner) -> TimeExpression:
    """On the 18th: of the month that the text is in."""
    shift = {"last": -1, "this": 0, "next": 1}.get((match["relative"] or "").lower())
    return TimeExpression(
        match.start(), match.end(), "DATE", "day of month", day=int(match["day"]), shift=shift, confidence=0.7
    )


def lone_month(match: Match, _: Scanner) -> TimeExpression | None:
    """A month without day or year; "May" and "March" only where they cannot be a verb or a name."""
    word = match["month"]
    low = word.lower().rstrip(".")
    text = match.string
    if not word[0].isupper() or (len(low) < 5 and low not in ("may", "june", "july") and not word.endswith(".")):
        return None
    before = text[max(0, match.start() - 24) : match.start()]
    if low in AMBIGUOUS_MONTHS:
        if PERSON_BEFORE.search(before):
            return None
        alone = not before.rpartition("\n")[2].strip() and text[match.end() : match.end() + 1] in ("", "\n", "\r")
        if low in ("may", "march", "mar", "august", "jan") and not alone and not BEFORE_MONTH.search(before):
            return None
    elif PERSON_BEFORE.search(before) and not BEFORE_MONTH.search(before):
        return None
    follow = text[match.end() : match.end() + 3]
    if follow[:1] in ("-", "&") or (
        follow[:1] == " " and follow[1:2].isupper() and low in ("may", "march", "august", "june", "april")
    ):
        return None
    return TimeExpression(match.start(), match.end(), "DATE", "month", month=MONTHS[low], confidence=0.8)


def related_month(match: Match, _: Scanner) -> TimeExpression | None:
    """Last October, this May, next January."""
    if match["month"].islower() and match["month"] in ("may", "march", "mar"):
        return None
    shift = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[match["relative"].lower()]
    month = MONTHS[_lower(match, "month")]
    return TimeExpression(match.start(), match.end(), "DATE", "month", month=month, shift=shift)


def season(match: Match, _: Scanner) -> TimeExpression | None:
    """A season of a year, or one told from the text."""
    g = _groups(match)
    made = TimeExpression(match.start(), match.end(), "DATE", "season", code=SEASONS[g["season"].lower()])
    if "year" in g:
        made.year = year_of(g["year"])
    if "relative" in g:
        made.shift = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[g["relative"].lower()]
    return made


def iso_day(match: Match, _: Scanner) -> TimeExpression | None:
    """2012-10-09, 2012/10/09, 20121009."""
    year, month, day = int(match["year"]), int(match["m"]), int(match["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year < 2200):
        return None
    made = TimeExpression(match.start(), match.end(), "DATE", "day", year=year, month=month, day=day)
    if match.groupdict().get("clock"):
        made.type, made.kind = "TIME", "clock"
        made.inner = TimeExpression(match.start(), match.end(), "DATE", "day", year=year, month=month, day=day)
        made.value = match["clock"]
        made.year = made.month = made.day = None
    return made


def iso_month(match: Match, _: Scanner) -> TimeExpression | None:
    """2012-10."""
    month = int(match["m"])
    return TimeExpression(match.start(), match.end(), "DATE", "month", year=int(match["year"]), month=month)


def numeric(match: Match, _: Scanner) -> TimeExpression | None:
    """9/10/2012: which number is the month is for the timeline to say."""
    first, second, year = int(match["first"]), int(match["second"]), year_of(match["year"])
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    if match["mark"] == "." and first <= 12 and second > 12:
        return None
    made = TimeExpression(match.start(), match.end(), "DATE", "numeric", year=year, month=first, day=second)
    made.code = match["mark"]
    return made


BEFORE_NUMERIC = regex.compile(r"(?i:\b(?:on|by|until|till|from|before|after|since|through|dated|of|to|for|due)\s)$")


def short_numeric(match: Match, _: Scanner) -> TimeExpression | None:
    """On 4/22: only behind a preposition of time, and not 24/7 or 9/11."""
    first, second = int(match["first"]), int(match["second"])
    if match[0] in ("9/11", "24/7", "50/50", "7/7") or not BEFORE_NUMERIC.search(
        match.string, max(0, match.start() - 10), match.start()
    ):
        return None
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    return TimeExpression(
        match.start(), match.end(), "DATE", "numeric", month=first, day=second, code=match["mark"], confidence=0.7
    )


# A bare year: what stands before it or behind it must not make it a count.
COUNTED = regex.compile(r"(?:\s|-)(?P<word>(?i:[a-z]+))")
NOT_COUNTED = frozenset(
    ["results", "sales", "earnings", "figures", "revenues", "revenues", "profits", "losses", "was", "is", "has", "levels", "estimates", "forecasts", "targets", "its", "games", "elections", "olympics", "this", "us", "as", "always", "perhaps", "versus", "thus", "attacks", "bombings", "protests", "riots", "campaigns", "talks", "plans", "goals", "vs", "across", "less", "series", "crisis", "hostilities", "census", "business"]
)
MEASURES = frozenset(
    ["million", "billion", "trillion", "percent", "per", "pct", "people", "euros", "euro", "dollars", "pounds", "yen", "km", "kilometres", "miles", "metres", "meters", "feet", "ft", "tonnes", "tons", "kg", "barrels", "hours", "hrs", "minutes", "days", "weeks", "months", "years", "times", "points", "shares", "units", "employees", "workers", "jobs", "stores", "bytes", "mb", "gb", "mhz", "hp", "cc", "calories", "women", "men", "children", "votes", "members", "students", "delegates", "passengers", "troops", "soldiers", "copies", "pages", "homes", "houses", "cars", "rooms", "seats", "degrees"]
)
BEFORE_YEAR = regex.compile(
    r"(?i:\b(?:in|since|by|from|until|till|of|during|before|after|through|throughout|to|between|early|late"
    r"|mid|around|circa|fiscal|year|summer|spring|autumn|fall|winter|beyond|pre|post|for|and|than|about)[\s-]"
    r"|mid-|\(|©\s?)$"
)
NO_YEAR_BEFORE = regex.compile(
    r"(?i:\b(?:no|nos|number|numbers|section|article|page|pages|windows|office|top|nearly|almost|over|some"
    r"|roughly|approximately|least|most|only|other|exactly|flight|room|iso|rfc|boeing|airbus|suite|route"
    r"|highway|box|channel|model|part|chapter|line)\.?\s)$"
)
LAW_BEFORE = regex.compile(r"(?i:\b(?:act|law|bill|code|order|regulations?|directive|treaty)(?:\sof|,)?\s)$")
STREET = regex.compile(
    r"\s(?:[NSEW]\.?\s)?[A-Z]\w+\s(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Dr|Lane|Way|Pkwy"
    r"|Parkway|Highway|Court|Square|Place|Plaza)\b"
)


def bare_year(match: Match, _: Scanner) -> TimeExpression | None:
    """A year by itself: in a fitting range, and not a count, a number of something or an address."""
    text = match.string
    value = int(match["year"])
    before = text[max(0, match.start() - 16) : match.start()]
    evident = BEFORE_YEAR.search(before) is not None
    if NO_YEAR_BEFORE.search(before) or LAW_BEFORE.search(before):
        return None
    follows = COUNTED.match(text, match.end(), match.end() + 24)
    if follows is not None:
        word = follows["word"]
        if word.lower() in MEASURES:
            return None
        if (
            word.islower()
            and word.endswith("s")
            and word not in NOT_COUNTED
            and (value % 100 == 0 or not 1900 <= value < 2100)
        ):
            return None
    if (
        text[match.end() : match.end() + 1] in ("-", "/", ":", "%", "°", "+")
        and text[match.end() + 1 : match.end() + 2].isalnum()
        and text[match.end() + 1 : match.end() + 2].isdigit()
    ):
        return None
    if not 1900 <= value < 2100 and not (evident and 1000 <= value < 2200 and follows is None):
        return None
    if value % 100 == 0 and not evident and not before.rstrip().endswith(("the", "’s", "'s")):
        return None
    if STREET.match(text, match.end(), match.end() + 30):
        return None
    return TimeExpression(
        match.start(), match.end(), "DATE", "value", value=f"{value:04d}", confidence=0.9 if evident else 0.75
    )


def year_period(match: Match, _: Scanner) -> TimeExpression:
    """The 1988 period: the quarter that the text speaks of, in that year."""
    return TimeExpression(match.start(), match.end(), "DATE", "year ago", unit="Q", year=int(match["year"]))


def year_range(match: Match, _: Scanner) -> TimeExpression | None:
    """2010-2012, 2010-12, 1990/91."""
    first = int(match["year"])
    last = match["last"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if not (1000 <= first < second < 2200) or second - first > 200:
        return None
    if len(last) == 2 and int(last) <= 12 and second - first > 20:
        return None
    return TimeExpression(match.start(), match.end(), "DATE", "value", value=f"{first}/{second}")


def decade(match: Match, _: Scanner) -> TimeExpression | None:
    """The 1990s, the '90s, the nineties, the mid-1980s."""
    g = _groups(match)
    if "digits" in g:
        digits = g["digits"]
        value = int(digits)
        if len(digits) == 2:
            value += 1900 if value >= 20 else 2000
        if not 1000 <= value < 2100:
            return None
        if value % 100 == 0 and value < 2000:
            return TimeExpression(match.start(), match.end(), "DATE", "value", value=f"{value // 100}XX", mod=_mod(g))
    else:
        value = 1900 + DECADES[g["name"].lower()]
    return TimeExpression(match.start(), match.end(), "DATE", "value", value=f"{value // 10}X", mod=_mod(g))


def century(match: Match, _: Scanner) -> TimeExpression | None:
    """The 20th century."""
    g = _groups(match)
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

SPELLED = {"nineteen": 1900, "twenty": 2000, "eighteen": 1800}


def spelled_year(match: Match, _: Scanner) -> TimeExpression | None:
    """Nineteen ninety-six, two thousand and three, the year two thousand."""
    from factx.mentions.dates.words import number

    g = _groups(match)
    value = (
        int(number(g["thousand"].replace(" and ", " ")))
        if "thousand" in g
        else SPELLED[g["century"].lower()] + int(number(g["rest"]))
    )
    if not 1800 <= value < 2100:
        return None
    return TimeExpression(match.start(), match.end(), "DATE", "value", value=str(value))


CLOCK_BEHIND_ISO = r"(?:[T\s](?P<clock>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?+"

CALENDAR = TimeTable(
    "calendar dates",
    cased([m for m in MONTHS if m not in ("may", "mar", "march")])
    | {"May", "MAY", "March", "MARCH", "Mar", "MAR"}
    | cased(WEEKDAYS)
    | cased(ORDINALS),
    [
        Rule(
            "days of a month",
            pattern(
                r"{month}_(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?+(?:_?[-‐‑–]_?|_(?:to|through|and)_)"
                r"(?P<last>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?+(?![\d%:/-]|[.,]\d|_(?:a|p)\.?m|_(?:[a-z]+s|percent"
                r"|people)\b)(?:,?_{year})?+"
            ),
            day_range,
            examples=("on [March 3-5, 2024]", "[Oct. 9 to 11]"),
            counter_examples=("March 3-105", "May 3 to 5 people"),
        ),
        Rule(
            "day, month first",
            pattern(
                r"(?:{weekday},?_)?{month}(?:_|[-/](?=\d))(?:{daynumber}|{the}{dayword})(?:(?:,_?|_|[-/]){year}"
                r"|,?\s?(?P<year>['’‘]\d\d)\b)?+(?:_{daypart})?"
            ),
            calendar,
            examples=(
                "on [October 9, 2012] at",
                "[Oct. 9] is",
                "[Tuesday, October 9, 2012]",
                "[Sept. 30, 2012]",
                "[MAY 3 2024]",
                "[May 3rd]",
                "[June 4 '89]",
            ),
            counter_examples=("It may 9 times", "May 345", "March 10,000 men"),
        ),
        Rule(
            "day, number first behind a weekday",
            pattern(r"{weekday},?_{the}(?:{daynumber}|{dayword})_(?:of_)?{month}(?:,?_{year})?+"),
            calendar,
            examples=("[Tuesday, 9 October 2012]", "[Tuesday the ninth of October]"),
            counter_examples=("Tuesday nine people of May",),
        ),
        Rule(
            "month of a year",
            pattern(r"{month}(?:,?_(?:of_)?|[-‐‑/]){year}"),
            calendar,
            examples=("[October 2012]", "in [March of 1998]", "[May 2003]"),
            counter_examples=("may 2003 people",),
        ),
        Rule(
            "month of a told year",
            pattern(r"{month},?_(?:of_)?(?P<relative>(?i:last|this|next))_(?i:year)\b"),
            calendar,
            examples=("[October last year]", "[May of this year]"),
            counter_examples=("October yearly",),
        ),
        Rule(
            "day named by an ordinal",
            pattern(r"{the}{dayword}_of_{month}(?:,?_{year})?+"),
            calendar,
            examples=("[the ninth of October]", "[third of May 2011]"),
            counter_examples=("the second March",),
        ),
        Rule(
            "month alone",
            pattern(r"{month}(?![\w$])"),
            lone_month,
            examples=("in [May]", "the [January] leave", "since [March]", "[May]"),
            counter_examples=("Mrs. May said", "may rise", "They March on", "Dr. June Li"),
        ),
    ],
    digits="",
    after=cased(MONTHS) | {"of"},
)

DAY_FIRST = TimeTable(
    "calendar dates, day first",
    (),
    [
        Rule(
            "days of a month, number first",
            pattern(
                r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?+(?:_?[-‐‑–]_?|_(?:to|and)_)(?P<last>0?[1-9]|[12]\d|3[01])"
                r"(?:st|nd|rd|th)?+_(?:of_)?{month}(?:,?_{year})?+"
            ),
            day_range,
            examples=("[3-5 March 2024]", "[9 to 11 October]"),
            counter_examples=("3-5 may be", "3 March"),
        ),
        Rule(
            "day of the month",
            pattern(
                r"(?:(?i:the)_)(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b(?=[.,;!?)]|$|_(?i:of_(?:this|last|next"
                r"|the)_month)\b)(?:_(?i:of)_(?P<relative>(?i:this|last|next))_(?i:month))?+(?<=(?i:\bon_the_)\d{1,2}.."
                r"|(?i:month)|(?i:\b(?:by|until|before|after|since|for|from|to)_the_)\d{1,2}..)"
            ),
            day_of_month,
            examples=("on [the 18th].",),
            counter_examples=("the 18th hole", "he came the 4th."),
        ),
        Rule(
            "day, number first",
            pattern(
                r"{daynumber}(?:_(?:of_)?|[-‐‑/\s]){month}(?:(?:,?_|[-‐‑/,]){year}|_?(?P<year>['’‘]\d\d)\b"
                r"|[-‐‑/](?P<year>\d\d)\b)?+"
            ),
            calendar,
            examples=("[9 October 2012]", "[9th of October]", "[23 Oct. 2003]", "[9-Oct-12]", "[02nd Jan 2019]"),
            counter_examples=("19 may be too few", "3 March"[2:]),
        ),
    ],
    digits="code mark",
    after={"to", "and"}
    | cased(m for m in MONTHS if m not in ("may", "mar", "march"))
    | {"May", "MAY", "March", "MARCH", "Mar", "MAR", "of"},
)

RELATED = TimeTable(
    "months and seasons told from the day",
    cased(["last", "next", "this", "past", "coming", "spring", "summer", "autumn", "winter", "fall"]),
    [
        Rule(
            "related month",
            pattern(
                r"(?:(?i:this)_(?=(?i:past|coming)))?+(?P<relative>(?i:last|this|next|past|coming))_{month}(?!_?\d)"
            ),
            related_month,
            examples=("[last October]", "[this May]", "[this past March]"),
            counter_examples=("this may be", "this May 5"),
        ),
        Rule(
            "related season",
            pattern(r"(?:(?i:this)_(?=(?i:past|coming)))?+(?P<relative>(?i:last|this|next|past|coming))_{season}"),
            season,
            examples=("[last fall]", "[this past spring]", "[next summer]"),
            counter_examples=("this falls",),
        ),
        Rule(
            "season of a year",
            pattern(r"{the}{season}_(?:of_)?{year}"),
            season,
            examples=("[the summer of 2012]", "[spring 2013]"),
            counter_examples=("fall 20 points",),
        ),
        Rule(
            "the season",
            pattern(r"(?i:the)_(?P<season>(?i:spring|summer|autumn|winter))\b(?!_[A-Z])"),
            season,
            examples=("in [the spring]", "during [the summer]"),
            counter_examples=("the fall", "water spring", "the Winter Palace"),
        ),
    ],
)


def _month_only_capital(match: Match) -> bool:
    return match["month"][0].isupper()


NUMERIC = TimeTable(
    "numeric dates",
    (),
    [
        Rule(
            "ISO day",
            r"(?P<year>[12]\d{3})(?P<mark>[-/.])(?P<m>[01]?\d)(?P=mark)(?P<d>[0-3]?\d)(?![\d])" + CLOCK_BEHIND_ISO,
            iso_day,
            examples=("[2012-10-09]", "[2012/10/09]", "[2012-10-09T10:30:00Z]"),
            counter_examples=("2012-10-1991", "2012-13-09"),
        ),
        Rule(
            "compact ISO day",
            r"(?P<year>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\w)(?![-.,]\d)",
            iso_day,
            examples=("[20121009]",),
            counter_examples=("20121399", "201210091"),
        ),
        Rule(
            "ISO month",
            r"(?P<year>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![\d-])(?!\w)",
            iso_month,
            examples=("[2012-10]",),
            counter_examples=("2012-15", "2012-103"),
        ),
        Rule(
            "numeric day",
            r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])"
            r"(?![-.]\d)(?!\w)",
            numeric,
            examples=("[9/10/2012]", "[13.10.2012]", "[8/29/10]"),
            counter_examples=("45/46/2012", "1.2.3.4"),
        ),
        Rule(
            "numeric month of a year",
            r"(?P<m>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d/])(?!\w)",
            iso_month,
            examples=("due [05/2012]",),
            counter_examples=("13/2012", "1/2012/3"),
        ),
        Rule(
            "numeric day without a year",
            r"(?P<first>\d{1,2})(?P<mark>[/])(?P<second>\d{1,2})(?![\d/.,%-]\d?)(?!\w)(?!\s(?:of|in)\b)",
            short_numeric,
            examples=("on [4/22]",),
            counter_examples=("24/7", "the 9/11 attacks", "on 9/11", "5/12 of it"),
        ),
    ],
    digits="year mark code",
)

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
        ),
        Rule(
            "century",
            pattern(
                r"{the}(?:(?P<part>(?i:early|late|mid))=)?+(?:(?P<nth>\d{1,2})(?i:st|nd|rd|th)|{dayword})=(?i:century)\b"
            ),
            century,
            examples=("[the 20th century]", "[the nineteenth century]", "[the late 19th century]"),
            counter_examples=("a century", "the 99th century"),
        ),
        Rule(
            "spelled year",
            pattern(
                r"(?:{the}(?i:year)_)?+(?:(?P<century>(?i:nineteen|eighteen|twenty))[-\s](?P<rest>(?i:hundred|(?:oh"
                r"|o)[-\s]\w+|(?:ten|eleven|twelve|\w+teen)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
                r"(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine)\b)?+))\b"
                r"|(?P<thousand>(?i:two\sthousand(?:(?:\sand)?\s(?:one|two|three|four|five|six|seven|eight|nine|ten"
                r"|eleven|twelve|\w+teen))?)))\b(?!-)(?!_(?:(?!has|was|its|this|is|as|always|perhaps)[a-z]{2,}s|men"
                r"|people|women|children)\b)"
            ),
            spelled_year,
            examples=("in [nineteen ninety-six]", "[two thousand and three]"),
            counter_examples=("nineteen people", "two thousand men"),
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
