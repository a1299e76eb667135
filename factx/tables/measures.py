"""What a figure of a table measures: money, money a share, shares, a percentage, a ratio or a count of something.

>>> measure("Diluted net income per share", [], ""), measure("Shares used to compute diluted net income per share", [], "")
(Measure(kind='per', per='share', unit=None), Measure(kind='shares', per=None, unit='shares'))
>>> measure("Operating margin (%)", [], "").kind, measure("Average revenue per car", [], "").per
('percent', 'car')
>>> measure("Number of employees", [], "").unit, measure("Net sales", [], "")
('employees', Measure(kind='open', per=None, unit=None))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from factx import lexicon
from factx.patterns import later

__all__ = ["MONEY_NOUNS", "Measure", "measure", "unit_of_title"]

STOCK = later(
    r"\s*(?:common|preferred|ordinary|preference|share|capital|treasury|class\s\w)\s(?:stock|shares?|capital)\b(?!.*\b(?:outstanding|used|average)\s*(?:\(|$))",
    regex.IGNORECASE,
)
SHARES = later(
    r"\b(?:weighted|average|number\sof|total)\b[^:]{0,60}\b(?:shares?|ADSs?|units)\b|\bshares?\s(?:used|outstanding|issued|repurchased|in\sissue)\b|\bshares?\b[^:]{0,40}\b(?:outstanding|in\sissue)\b"
    r"|\b(?:diluted|basic)\s(?:weighted[\s-]average\s)?(?:\w+\s){0,2}shares\b|\bshare\scount\b|\bshares\sused\b",
    regex.IGNORECASE,
)
COMPUTED = later(
    r"\b(?:shares?\s(?:used|outstanding)|weighted[\s-]average|number\sof\s(?:\w+\s){0,3}shares)\b", regex.IGNORECASE
)
PER_SHARE = later(
    r"\b(?:per|a)[\s-](?:\w+[\s-]){0,4}(?:shares?|ADSs?|ADRs?|CPO|unit)\b|\bEPS\b|\b(?:earnings|loss|income|dividends?)(?:\s?/?\s?\(?\w+\)?)?\s?/\s?share\b|\bper[\s-]share\b",
    regex.IGNORECASE,
)
PER = later(
    r"\bper\s(?:(?:available|gallon|metric|thousand|million|average|sold|occupied|net|gross|dry|troy)\s)?(?P<what>[a-z]{2,20})\b(?!\s(?:cent|annum))",
    regex.IGNORECASE,
)
NOT_PER = frozenset(("cent", "annum", "year", "diluted", "basic", "common", "ordinary", "share", "shares", "capita"))
PERCENT = later(
    r"%|\bper\s?cent(?:age)?s?\b|\bas\sa\s(?:proportion|share)\sof\b|\b(?:effective|tax)\s(?:income\s)?tax\srate\b|\btax\srate\b|\b(?:combined|expense|loss|cost[\s-]income|cost/income|CET1|tier\s1|leverage|capital|occupancy|churn)\s(?:capital\s)?(?:ratio|rate)\b",
    regex.IGNORECASE,
)
POINTS = later(r"\b(?:bps|basis\spoints)\b", regex.IGNORECASE)
RATIO = later(r"\b(?:ratio|times|multiple|turnover\s\(x\)|coverage|leverage)\b|\(x\)", regex.IGNORECASE)
THINGS = (
    "employees|headcount|stores|shops|branches|customers|subscribers|subscriptions|users|members|clients|passengers|carloads|vehicles|homes|rooms|hotels"
    "|restaurants|aircraft|deliveries|shipments|patients|students|MAUs|DAUs|wells"
)
COUNTED = later(
    rf"""\b(?:number\sof|no\.\sof|total\snumber\sof)\s(?:\w+[\s-]){{0,3}}?(?P<what>[a-z]+s|people|staff)\b|\((?P<what>[a-z\s]{{3,30}}s)\)
    |^(?:(?:total|average|paid|active|monthly|daily|new|net\snew|net\sadditions)\s){{0,3}}(?:\w+[\s-]){{0,2}}(?P<what>{THINGS})(?:\s\(.*|\sat\send.*|\send\sof.*|,.*|\d)?$""",
    regex.IGNORECASE | regex.VERBOSE,
)
# The head of a column beside one of money: "Units | Revenue".
THINGS_OF_COLUMN = later(
    r"(?:^|\s)(?P<what>units|shares|tonnes|barrels|ounces|customers|stores)(?:\s\(?(?:K|M|000s?|thousands|millions)\)?)?$",
    regex.IGNORECASE,
)
MONEY_NOUNS = later(
    r"\b(?:revenues?|sales|turnover|income|profits?|loss(?:es)?|earnings|EBITDA?|EBIT|costs?|expenses?|expenditures?|assets|liabilit\w+|equity|debt|cash|borrowings|tax(?:es)?|interest|depreciation|amorti[sz]ation|dividends?"
    r"|receivables?|payables?|inventor\w+|goodwill|provisions?|charges?|proceeds|payments?|capex|fees|premiums?|deposits|loans|investments?|securities|capital|contribution|margin|ARR|bookings|billings|backlog)\b",
    regex.IGNORECASE,
)
UNITS_IN_BRACKETS = later(
    r"\((?:in\s)?(?P<what>(?:thousands?\s|millions?\s|mn\s|'000\s|billion\s)?(?:of\s)?(?:MW|GW|MWh|GWh|TWh|kWh|boe(?:pd|/d)?|bbls?(?:/d)?|barrels|tonnes|tons|kt|Mt|mt|ounces|oz|koz|square\s(?:feet|metres|meters)|sq\.?\sft\.?|km|miles|GB|TB|TEU|TEUs|hours|days|years|kg|litres|hectares|acres))\)",
    regex.IGNORECASE,
)


GLUED = later(r"(?<=[a-z]{3})\d{1,2}(?=$|\s[A-Z])")
"""The mark of a footnote that lost its raised place ("Earnings per share1")."""


@dataclass(frozen=True, slots=True)
class Measure:
    """`kind`: money, per (money for each `per`), shares, percent, points, ratio, count, or open (what the table's other marks say)."""

    kind: str
    per: str | None = None
    unit: str | None = None


def measure(label: str, headings: Sequence[str], column: str) -> Measure:
    """What the words around a figure say that it measures; the label has the first word, the head of the column the second."""
    return _measure(label, tuple(headings[-2:]), column)


@lru_cache(maxsize=8192)
def _measure(label: str, headings: tuple[str, ...], column: str) -> Measure:
    label = GLUED.sub("", label)
    own = _of(label)
    if own is not None:
        return own
    things = THINGS_OF_COLUMN.search(column)
    if things is not None:
        return Measure("shares" if things["what"].lower() == "shares" else "count", unit=things["what"].lower())
    over = _of(column) if column else None
    if over is not None:
        return over
    for heading in reversed(headings):
        found = _of(heading)
        # A label that names a sum of money of its own is not what a heading of ratios or counts is about.
        if found is not None and (found.kind in ("per", "shares") or not MONEY_NOUNS.search(label)):
            return found
    return Measure("open")


def _of(words: str) -> Measure | None:
    if STOCK.match(words) and not COMPUTED.search(words):
        return Measure("money")
    if COMPUTED.search(words) or (SHARES.search(words) and not PER_SHARE.search(words)):
        return Measure("shares", unit="shares")
    if POINTS.search(words):
        return Measure("points", unit="basis points")
    if PER_SHARE.search(words):
        return Measure("per", per="share")
    if PERCENT.search(words):
        return Measure("percent", unit="%")
    unit = UNITS_IN_BRACKETS.search(words)
    per = PER.search(words)
    if per is not None and per["what"].lower() not in NOT_PER and MONEY_NOUNS.search(words):
        return Measure("per", per=per["what"].lower())
    if unit is not None:
        return Measure("count", unit=unit["what"])
    counted = COUNTED.search(words)
    if counted is not None and not MONEY_NOUNS.search(words):
        what = next((value for value in counted.captures("what") if value), None)
        return Measure("count", unit=what.lower() if what and not what.isupper() else what)
    if RATIO.search(words) and not MONEY_NOUNS.search(words):
        return Measure("ratio")
    return None


def unit_of_title(title: str) -> str | None:
    """The thing that a title counts: the plural that it ends with, where that is no sum of money.

    >>> unit_of_title("Revenue carloads"), unit_of_title("Operating revenues")
    ('carloads', None)
    """
    words = regex.findall(r"[A-Za-z][a-z-]+", title)
    if not words or not words[-1].endswith("s") or MONEY_NOUNS.search(words[-1]):
        return None
    last = words[-1].lower()
    tag = lexicon.tags().get(last)
    return (
        last
        if tag in ("NNS", None)
        and last not in ("results", "highlights", "statements", "operations", "metrics", "data", "details")
        else None
    )
