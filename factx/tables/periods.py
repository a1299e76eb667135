"""Which time a head names: "Thirteen Weeks Ended" over "November 2, 2024", "2024" under "Years ended December 31," …

>>> read_time("Three months ended September 30,").over(read_time("2024")).period()[1:]
('P3M/2024-09-30', datetime.date(2024, 7, 1), datetime.date(2024, 9, 30))
>>> read_time("As of December 31, 2024").period()[1:]
('2024-12-31', datetime.date(2024, 12, 31), datetime.date(2024, 12, 31))
>>> read_time("Q3 FY24").value(), read_time("1H25").value(), read_time("Revenue").known
('FY2024-Q3', '2025-H1', False)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import regex

from factx import lexicon
from factx.patterns import later
from factx.values.calendar import days_of_duration, interval, last_day

__all__ = ["Time", "read_time"]

MONTHS = {row[0]: int(row[1]) for row in lexicon.rows("months.tsv")}
NUMBERS = {row[0]: int(row[1]) for row in lexicon.rows("cardinals.tsv")}
MONTH = rf"(?P<month>(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?)"
DAY = later(
    rf"""(?: {MONTH}\s?[-–'’]\s?['’]?(?P<year>\d\d)(?!\d)
      | {MONTH}[\s-]{{0,2}}(?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:\s?,?\s?-?(?P<year>(?:19|20)\d\d)\b)?
      | (?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?{MONTH}(?:[\s,-]{{1,2}}(?P<year>(?:19|20)\d\d|\d\d)(?!\d))?
      | \b(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>\d\d)\b
      | (?<![\d/.])(?P<day>\d{{1,2}})(?P<mark>[./])(?P<number>\d{{1,2}})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])
      | {MONTH}[\s'’-]{{1,2}}(?P<year>(?:19|20)\d\d|\d\d)(?!\d)
      )""",
    regex.VERBOSE | regex.IGNORECASE,
)
ALONE = later(rf"\b{MONTH}(?=[\s,–—-]|$)", regex.IGNORECASE)
COUNT = rf"(?P<count>\d{{1,3}}|(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?)"
# "1-9/2025" in the reports of the north: January to September.
MONTHS_TO = later(r"(?<![\d/.])(?P<first>[1-9]|1[0-2])[-–](?P<last>[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)\b")
LENGTH = later(rf"\b{COUNT}[\s-]{{1,2}}(?P<unit>weeks?|months?|quarters?|years?|days?)\b", regex.IGNORECASE)
NAMED = later(
    r"\b(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[\s-])?(?:(?:fiscal|financial)\s)?(?P<unit>quarters?|half[\s-]?years?|half|years?|months?|weeks?)(?:\s(?:periods?))?\s(?:ended|ending|to)\b",
    regex.IGNORECASE,
)
QUARTER = later(
    r"""\b(?: (?P<part>[QH])(?P<n>[1-4])(?:\s?[-–&]\s?[QH]?\d)?\b | (?P<n>[1-4])(?P<part>[QH])(?=\d\d(?:\d\d)?\b|\b|[A-Z])
      | (?P<word>first|second|third|fourth|1st|2nd|3rd|4th)[\s-](?:(?:fiscal|financial)\s)?(?P<part>quarter|half)\b )""",
    regex.VERBOSE | regex.IGNORECASE,
)
MONTHS_OF = later(r"\b(?P<n>9|6|3|12)M(?=\b|\d\d)", regex.IGNORECASE)
FISCAL = later(r"\b(?:FY|fiscal|financial\syear)(?:\s?(?:year|quarter))?\b|\bFY(?=[\s'’]?\d)", regex.IGNORECASE)
YEAR = later(r"(?<![\d,.$€£-])(?P<year>(?:19|20)\d\d)(?:[AEFPB]\b)?(?![\d,%]|\.\d|/\d|[-–]\d\d\b)")
SHORT = later(
    r"(?:\b(?:FY|Q[1-4]|H[12]|[1-4]Q|[12]H|9M|6M|3M|12M)\s?['’]?|['’])(?P<year>\d\d)(?:\s?[AEFPB])?\b", regex.IGNORECASE
)
TO_DATE = later(r"\b(?:year[\s-]to[\s-]date|YTD)\b", regex.IGNORECASE)
INSTANT = later(
    rf"\b(?:as\s(?:of|at)|at(?=\s(?:\d{{1,2}}\s)?{MONTH})|at\s(?:year|period|quarter)[\s-]end|balance\ssheets?|financial\sposition|outstanding\sat)\b",
    regex.IGNORECASE,
)
FULL = later(r"\b(?:full|twelve\smonths|annual|fiscal|financial)[\s-]?(?:year)?\b|\byears?\b", regex.IGNORECASE)
NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
UNITS = {"week": "W", "month": "M", "quarter": "Q", "year": "Y", "day": "D", "half": "H"}
PARTS = {"3M": "03-31", "6M": "06-30", "9M": "09-30", "12M": "12-31"}
THROUGH = later(r"\s?(?:to|[-–—]|through|until)\s?", regex.IGNORECASE)
LONGEST = 300

Days = tuple[int | None, int, int | None]
"""Year, month, day; what is not said is None."""


@dataclass(frozen=True, slots=True)
class Time:
    """What a head says of time. `length`: P3M, P13W; `days`: dates that close it, or are it; `years`: years that stand alone.

    `opens`: the date that it begins with; `code`: Q1 to Q4, H1, H2, 9M; `fiscal`: it is a period of the issuer's calendar; `instant`: "as of";
    `to_date`: "YTD".
    """

    text: str = ""
    length: str | None = None
    days: tuple[Days, ...] = ()
    years: tuple[int, ...] = ()
    code: str | None = None
    opens: Days | None = None
    fiscal: bool = False
    instant: bool = False
    to_date: bool = False
    whole_year: bool = False

    @property
    def known(self) -> bool:
        """Does it say anything of time?"""
        return bool(self.length or self.days or self.years or self.code or self.to_date)

    @property
    def dated(self) -> bool:
        """Does it name a year?"""
        return bool(self.years or any(day[0] for day in self.days))

    def over(self, below: Time) -> Time:
        """This head with the one below it, which says it more exactly."""
        years = below.years or (() if any(day[0] for day in below.days) else self.years)
        return Time(
            " ".join(filter(None, (self.text, below.text))), below.length or self.length, below.days or self.days, years,
            below.code or self.code, below.opens or self.opens, self.fiscal or below.fiscal, self.instant or below.instant, self.to_date or below.to_date,
            below.whole_year or self.whole_year,
        )  # fmt: skip

    def within(self, context: Time) -> Time:
        """This head, completed by what is said above the table: a length, a day and month, a year."""
        found = self._of_length(context)
        if found.years and not found.code:
            if not found.days and (found.length or found.instant):
                found = replace(found, days=_same_day(context.days))
            if not found.length and not found.days and context.code:
                found = replace(found, code=context.code, fiscal=found.fiscal or context.fiscal)
        if not found.dated and (found.length or found.days or found.code or found.to_date):
            years = {year for year, _, _ in context.days if year} | set(context.years)
            if len(years) == 1:
                found = replace(found, years=(years.pop(),), days=found.days or _same_day(context.days))
        if not found.known and (len(context.days) == 1 or (len(context.years) == 1 and not context.days)):
            found = replace(context, text=context.text)
        return replace(found, fiscal=found.fiscal or (context.fiscal and found.code is not None))

    def _of_length(self, context: Time) -> Time:
        """This head with the length of the periods, or as days, where only what is above the table says so."""
        if self.length or self.code:
            return self
        if context.instant:
            return self if self.whole_year else replace(self, instant=True)
        return replace(self, length=context.length) if context.length and not self.instant else self

    def closing(self) -> date | None:
        """The day that it closes with, or is."""
        full = [day for day in self.days if day[0] is not None]
        year = self.years[0] if len(set(self.years)) == 1 else None
        if year is not None:
            of_year = [day for day in full if day[0] == year]
            part = of_year or [(year, month, day) for own, month, day in self.days if own is None]
            full = part or (full if len(full) == 1 else [])
        if len(full) != 1:
            return None
        own, month, day = full[0]
        assert own is not None
        try:
            return date(own, month, day) if day else last_day(own, month)
        except ValueError:
            return None

    def value(self) -> str | None:
        """The TIMEX3 value, in the notation that periods have in running text."""
        closing = self.closing()
        if closing is not None and not (self.code and not self.length and not self.days):
            if self.length:
                return f"{self.length}/{closing.isoformat()}"
            if self.opens:
                return self._opening(closing)
            if self.days and all(day is None for _, _, day in self.days) and not self.instant:
                return f"{closing.year:04d}-{closing.month:02d}"
            return closing.isoformat()
        years = set(self.years) or {year for year, _, _ in self.days if year}
        if len(years) != 1 or self.days:
            return None
        year = f"{'FY' if self.fiscal else ''}{years.pop():04d}"
        if self.code in PARTS:
            return None if self.fiscal else f"P{self.code}/{year}-{PARTS[self.code]}"
        if self.code:
            return f"{year}-{self.code}"
        return year if self.length in (None, "P1Y", "P12M") and not self.to_date else None

    def _opening(self, closing: date) -> str | None:
        """The value of "January to March 2025"."""
        assert self.opens is not None
        year, month, day = self.opens
        if year is None:
            year = closing.year if (month, day or 1) <= (closing.month, closing.day) else closing.year - 1
        try:
            first = date(year, month, day or 1)
        except ValueError:
            return None
        return f"{first.isoformat()}/{closing.isoformat()}" if first <= closing else None

    def period(self, year_end: str | None = None) -> tuple[str, str | None, date | None, date | None]:
        """(text, value, first day, last day); `year_end` ("MM-DD") places fiscal labels."""
        value = self.value()
        if value is None:
            return self.text, None, None, None
        if value.startswith("P"):
            length, _, closing = value.partition("/")
            last = date.fromisoformat(closing)
            first = days_of_duration(length, last)
            return self.text, value, first, last if first is not None else None
        days = interval(value, year_end)
        return self.text, value, *(days or (None, None))


def _same_day(days: tuple[Days, ...]) -> tuple[Days, ...]:
    closing = {(month, day) for _, month, day in days}
    return ((None, *closing.pop()),) if len(closing) == 1 else ()


@lru_cache(maxsize=8192)
def read_time(text: str) -> Time:
    """What a head, a caption or a label says of time; `Time()` for one that says nothing."""
    text = " ".join(text.replace("\xa0", " ").split())
    if not text or len(text) > LONGEST:
        return Time()
    days, opens, rest = _days(text)
    years = [int(match["year"]) for match in YEAR.finditer(rest)]
    years += [2000 + int(match["year"]) for match in SHORT.finditer(rest)] if not years else []
    length = _length(rest)
    if length and not days:
        days = [(None, MONTHS[match["month"].lower().rstrip(".")], None) for match in ALONE.finditer(rest)]
    code = _code(rest) if length is None or "Q" not in length else None
    months = MONTHS_OF.search(rest)
    if code is None and length is None and months is not None:
        code = f"{months['n']}M"
    found = Time(
        text, length, tuple(dict.fromkeys(days)), tuple(dict.fromkeys(years)), code, opens,
        fiscal=FISCAL.search(text) is not None,
        instant=INSTANT.search(text) is not None and length is None,
        to_date=TO_DATE.search(text) is not None,
        whole_year=FULL.search(rest) is not None and length is None,
    )  # fmt: skip
    return found if found.known or found.instant else Time()


def _days(text: str) -> tuple[list[Days], Days | None, str]:
    """The dates of a text, the one that another is counted from ("January to March 2025"), and the text without them."""
    days: list[Days] = []
    opens: Days | None = None
    rest = text
    behind = 0
    span = MONTHS_TO.search(text)
    if span is not None:
        blank = text[: span.start()] + " " * len(span[0]) + text[span.end() :]
        return [(int(span["year"]), int(span["last"]), None)], (None, int(span["first"]), None), blank
    for match in DAY.finditer(text):
        made = _day(match)
        if made is None:
            continue
        between = text[behind : match.start()]
        if days and THROUGH.fullmatch(between):
            opens = days.pop()
        elif not days:
            month = next((m for m in ALONE.finditer(between) if THROUGH.fullmatch(between, m.end())), None)
            if month is not None:
                opens = None, MONTHS[month["month"].lower().rstrip(".")], None
                rest = rest[: month.start()] + " " * len(month[0]) + rest[month.end() :]
        days.append(made)
        rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
        behind = match.end()
    return days, opens, rest


def _day(match: regex.Match[str]) -> Days | None:
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < 100:
        year += 2000 if year < 70 else 1900
    number = match["number"]
    month = int(number) if number else MONTHS[match["month"].lower().rstrip(".")]
    day = int(match["day"]) if match["day"] else None
    if match["mark"] == "/" and day is not None and month > 12 >= day:
        month, day = day, month
    elif match["mark"] == "/" and day is not None and day <= 12 and month <= 12 and day != month:
        return None  # 5/6/2024: nobody knows
    return (year, month, day) if 1 <= month <= 12 and (day is None or 1 <= day <= 31) else None


def _length(text: str) -> str | None:
    found = LENGTH.search(text)
    if found is not None:
        count = _count(found["count"])
        unit = UNITS[found["unit"].lower().rstrip("s")]
        if count and not (unit == "Y" and count > 1):
            return f"P{count * 3}M" if unit == "Q" else f"P{count}{unit}"
    named = NAMED.search(text)
    if named is None:
        return None
    unit = UNITS[
        named["unit"]
        .lower()
        .rstrip("s")
        .replace("half-year", "half")
        .replace("half year", "half")
        .replace("halfyear", "half")
    ]
    return {"Q": "P3M", "H": "P6M", "Y": "P1Y", "M": "P1M", "W": "P1W"}[unit]


def _count(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    parts = words.lower().replace("-", " ").split()
    return sum(NUMBERS.get(part, 0) for part in parts) or None


def _code(text: str) -> str | None:
    match = QUARTER.search(text)
    if match is None:
        return None
    n = NTH[match["word"].lower()] if match["word"] else int(match["n"])
    part = match["part"][0].upper()
    return f"{part}{n}" if part == "Q" or n <= 2 else None
