"""Rules for days, months and seasons written in words: "9 October 2012", "Oct. 9", "May 2011", "last autumn"."""

from __future__ import annotations

import regex

from factx import lexicon
from factx.mentions.dates.expression import TimeExpression
from factx.mentions.dates.scan import Scanner, TimeTable
from factx.mentions.dates.words import DAY_PARTS, MONTHS, ORDINALS, SEASONS, WEEKDAYS, cased, groups, pattern, year_of
from factx.patterns import later
from factx.rules import Rule

__all__ = ["CALENDAR", "DAY_FIRST", "RELATED"]

Match = regex.Match[str]


AMBIGUOUS_MONTHS = frozenset(["may", "march", "mar", "august", "june", "jan", "april"])


def _words_before(*kinds: str) -> str:
    return "|".join(row[0] for row in lexicon.rows("words_before_months.tsv") if row[1] in kinds)


# What makes a capitalised "May" or "March" a month: these words before it ...
BEFORE_MONTH = later(rf"(?i:\b(?:{_words_before('all', 'long')})[\s-]|\b(?:mid|end|start)-|’s\s|'s\s)$")


# ... and what makes it a name or a verb: titles, first names and initials before it, verbs behind it.
PERSON_BEFORE = later(rf"(?:\b(?:{_words_before('person')})\.?|\b[A-Z]\.)\s$")


# "Until [March] Bolt had 40 shops", but "in March Madness": a month that opens a clause, with a name behind it.
OPENING = later(r"(?:^|[.\n]\s?)(?:In|Since|Until|Till|During|By)\s$")
NAMED = later(r"\s(?:Day|Madness|Fools?|Bank|Street|Fair|Ball|Hare)\b")
# "a [March] report"
ATTRIBUTE = later(r"\s[a-z]{3,}\b")


SHORT_MONTH = later(rf"(?i:\b(?:{_words_before('all')})[\s-])$")


def _lower(match: Match, group: str) -> str:
    return match[group].lower().rstrip(".")


def calendar(match: Match, _: Scanner) -> TimeExpression | None:
    """A day, a month of a year, or a weekday with its date."""
    g = groups(match)
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
    if not word[0].isupper():
        return None
    before = text[max(0, match.start() - 24) : match.start()]
    if len(low) < 5 and low not in ("may", "june", "july") and not word.endswith("."):
        named = low in ("jan", "mar") or text[match.end() + 1 : match.end() + 2].isupper()
        if named or not SHORT_MONTH.search(before):  # "in Sept", "from Feb"
            return None
    if low in AMBIGUOUS_MONTHS:
        if PERSON_BEFORE.search(before):
            return None
        alone = not before.rpartition("\n")[2].strip() and text[match.end() : match.end() + 1] in ("", "\n", "\r")
        if low in ("may", "march", "mar", "august", "jan") and not alone and not BEFORE_MONTH.search(before):
            attribute = before.lower().endswith((" a ", " an ")) and low in ("may", "march", "august")
            if not attribute or ATTRIBUTE.match(text, match.end()) is None:
                return None
    elif PERSON_BEFORE.search(before) and not BEFORE_MONTH.search(before):
        return None
    follow = text[match.end() : match.end() + 3]
    if follow[:1] in ("-", "&") or (
        follow[:1] == " "
        and follow[1:2].isupper()
        and low in ("may", "march", "august", "june", "april")
        and (OPENING.search(before) is None or NAMED.match(text, match.end()) is not None)
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
    g = groups(match)
    made = TimeExpression(match.start(), match.end(), "DATE", "season", code=SEASONS[g["season"].lower()])
    if "part" in g:
        made.mod = {"early": "START", "late": "END", "mid": "MID"}[g["part"].lower()]
    if "year" in g:
        made.year = year_of(g["year"])
    if "relative" in g:
        made.shift = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[g["relative"].lower()]
    return made


CALENDAR = TimeTable(
    "calendar dates",
    cased([m for m in MONTHS if m not in ("may", "mar", "march")])
    | {"May", "MAY", "March", "MARCH", "Mar", "MAR"}
    | cased(WEEKDAYS)
    | cased(ORDINALS),
    [
        Rule(
            "month of a short year",
            pattern(r"{month}(?:_?(?P<year>['’‘]\d\d)\b|(?<=\b\w{3})-(?P<year>\d\d)\b(?!-|[.,/]\d|,?_\d{4}))"),
            calendar,
            examples=("[Nov. ’12]", "in [Nov-12] and", "[October '09]"),
            counter_examples=("Nov-12-2012", "November-12"),
            near=frozenset("'’‘-"),
        ),
        Rule(
            "days of a month",
            pattern(
                r"{month}_(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?+(?:,_(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?+){0,9}(?:_?[-‐‑–]_?|,?_(?:to|through|and)_)"
                r"(?P<last>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?+(?![\d%:/-]|[.,]\d|_(?:a|p)\.?m|_(?:[a-z]+s|percent"
                r"|people)\b)(?:,?_{year})?+"
            ),
            day_range,
            examples=("on [March 3-5, 2024]", "[Oct. 9 to 11]", "[May 3, 5 and 12]"),
            counter_examples=("March 3-105", "May 3 to 5 people"),
        ),
        Rule(
            "day, month first",
            pattern(
                r"(?:{weekday},?_)?{month}(?:_|[-/](?=\d))(?:{the}{daynumber}|{the}{dayword})(?:(?:_?,_?|_(?:(?i:of|in)_)?|[-/]){year}"
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
            pattern(r"{month}(?:_?,?_(?:of_)?|[-‐‑/]){year}"),
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
            pattern(r"{the}{dayword}_(?:day_)?of_{month}(?:,?_{year})?+"),
            calendar,
            examples=("[the ninth of October]", "[third of May 2011]", "[the ninth day of May, 2024]"),
            counter_examples=("the second March",),
        ),
        Rule(
            "month alone",
            pattern(r"{month}(?![\w$])"),
            lone_month,
            examples=("in [May]", "the [January] leave", "since [March]", "[May]", "in [Sept] was"),
            counter_examples=("Dec Ltd", "in Jan Steen's", "Mrs. May said", "may rise", "They March on", "Dr. June Li"),
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
            near=frozenset(MONTHS),
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
            needs=("th", "st", "nd", "rd"),
            near=frozenset(["st", "nd", "rd", "th"]),
        ),
        Rule(
            "day, number first",
            pattern(
                r"(?:{the}(?=\d{{1,2}}\w\w_day))?+{daynumber}(?:_(?:(?:day_)?of_)?|[-‐‑/\s]){month}(?:(?:_?,?_(?:(?i:of|in)_)?|[-‐‑/,]){year}"
                r"|_?(?P<year>['’‘]\d\d)\b|[-‐‑/](?P<year>\d\d)\b|_(?P<year>\d\d)(?=[.;)]?(?:\n|\s*$)|[;)]|[.,]_[A-Z]))?+"
            ),
            calendar,
            examples=(
                "[9 October 2012]",
                "[9th of October]",
                "[23 Oct. 2003]",
                "[9-Oct-12]",
                "dated [9 Oct 12].",
                "[9th day of May, 2024]",
                "[02nd Jan 2019]",
            ),
            counter_examples=("19 may be too few", "3 March"[2:]),
            near=frozenset(MONTHS),
        ),
    ],
    digits="code mark",
    after={"to", "and"}
    | cased(m for m in MONTHS if m not in ("may", "mar", "march"))
    | {"May", "MAY", "March", "MARCH", "Mar", "MAR", "of", "day"},
)


RELATED = TimeTable(
    "months and seasons told from the day",
    cased(
        [
            "last",
            "next",
            "this",
            "past",
            "coming",
            "early",
            "late",
            "mid",
            "spring",
            "summer",
            "autumn",
            "winter",
            "fall",
        ]
    ),
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
            "part of a season",
            pattern(r"{the}(?P<part>(?i:early|late|mid))={season}(?!_(?i:of|\d))"),
            season,
            examples=("[the early summer]", "in [late autumn]", "[mid-winter]"),
            counter_examples=("early summery", "a late falling"),
            needs=("spring", "summer", "autumn", "winter", "fall"),
        ),
        Rule(
            "season of a year",
            pattern(r"{the}{season}_(?:of_)?{year}"),
            season,
            examples=("[the summer of 2012]", "[spring 2013]"),
            counter_examples=("fall 20 points",),
            needs=("spring", "summer", "autumn", "winter", "fall"),
        ),
        Rule(
            "season that something is in",
            pattern(
                r"(?<=(?i:\b(?:in|by|until|since|before|from|this)_))(?P<season>(?i:spring|summer|autumn|winter))\b(?!=[A-Za-z]*(?:time|wear|sports|break))(?!_(?i:of|\d|[A-Z]))"
            ),
            season,
            examples=("opens in [autumn]", "ready by [spring]."),
            counter_examples=("summer wear", "in summer sports", "in Spring Hill"),
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
