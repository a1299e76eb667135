"""What the lines above a table, its corner and its heads say of its figures: scale, currency, and what is exempt.

>>> terms = read_terms("(In thousands of euros, except share and per share data)")
>>> terms.scale, terms.currency, terms.shares_exempt
(1000, 'EUR', True)
>>> read_terms("$M").scale, read_terms("US$ thousands").currency, read_terms("£'000").scale
(1000000, 'USD', 1000)
>>> read_terms("grew to 5 million users").scale is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from factx.patterns import later
from factx.tables.figures import currency_of
from factx.values.currencies import by_code, by_name, needs_name

__all__ = ["Terms", "document_terms", "read_terms"]

SCALES = {
    "thousand": 1000, "thousands": 1000, "000s": 1000, "000": 1000, "000's": 1000, "k": 1000, "hundred thousands": 100_000, "lakh": 100_000, "lakhs": 100_000,
    "lacs": 100_000, "million": 10**6, "millions": 10**6, "mn": 10**6, "mm": 10**6, "m": 10**6, "mio": 10**6, "mln": 10**6, "mill": 10**6,
    "crore": 10**7, "crores": 10**7, "billion": 10**9, "billions": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "trillions": 10**12,
    "hundreds": 100,
}  # fmt: skip
# Longest first, so that "millions" is not read as "million" and a rest.
LONG = r"(?:hundred\sthousands|thousands?|millions?|billions?|trillions?|crores?|lakhs?|lacs|hundreds)"
SHORT = r"(?:mn|mm|mio|mln|mill|bn|m|k|b)\b\.?"
ZEROS = r"['’‘]?0{3}['’]?s?(?!\d)"
MARK = r"(?:(?:US|U\.S\.\s?|A|AU|C|CA|Cdn|HK|NZ|S|R|NT|MX)?\$|[€£¥₹₩₪₽₺]|\bRs\.?|(?-i:\b[A-Z]{3})(?=(?-i:m|bn|k)\b|[^A-Za-z]|$))"
NAME = (
    r"(?:(?:U\.?S\.?|United\sStates|Canadian|Australian|New\sZealand|Hong\sKong|Singapore|New\sTaiwan|Swiss|Swedish|Norwegian|Danish|Japanese|Mexican|Israeli|Indian|Chinese)\s)?"
    r"(?:dollars?|euros?|pounds(?:\ssterling)?|sterling|yen|francs?|kron[ae]r?|kronor|kroner|rupees|renminbi|yuan|pesos|reais|rand|shekels|zloty|won)"
)
SCALE = later(
    rf"""(?:
        (?P<mark1>{MARK})\s?(?:in\s|,\s?)?\s?(?P<scale1>{LONG}|{ZEROS}|{SHORT})(?![\w.]\d)
      | (?<![\d.,]\s?)(?:\bin\s|\bof\s|^[(\s]*|[(,;:\[–—-]\s?|\bexpressed\sin\s|\bfigures\sin\s)
        (?P<scale2>{LONG}|{ZEROS}|(?:mn|mm|mio|mln|bn|m|k)\b\.?)(?:\sof)?(?:\s(?P<name2>{NAME}|{MARK}))?
      | (?P<name3>{NAME})\s(?:\w+\s)?in\s(?P<scale3>{LONG}|{ZEROS})
      | (?P<scale4>(?:[mMkK](?=[€$£]))|M(?=EUR|USD|GBP)|[TK](?=EUR|USD|CHF))(?P<mark4>[€$£]|EUR|USD|GBP|CHF)
      | \bRMB\s?(?P<scale5>{ZEROS}|{LONG}|{SHORT})
    )""",
    regex.VERBOSE | regex.IGNORECASE,
)
CURRENCY = later(
    rf"(?<![\w])(?:in\s)?(?P<mark>(?:US|U\.S\.\s?|A|AU|C|CA|Cdn|HK|NZ|S|R|NT|MX)\$|[€£¥₹₩₪₽₺]|\b(?-i:[A-Z]{{3}})\b|\bRMB\b|(?<![\w])\$)|\b(?P<name>{NAME})\b",
    regex.IGNORECASE,
)
EXCEPT = later(
    r"\b(?:except(?:ing)?|excluding|other\sthan|apart\sfrom|save)\b(?:\sfor|\sas)?[^.;()]{0,20}?(?P<what>[^.;)]{0,120})",
    regex.IGNORECASE,
)
SHARES = later(
    r"\b(?:number\sof\s(?:\w+\s){0,2}shares|shares?\s(?:data|amounts?|information|figures|counts?|numbers?|outstanding)|shares?\s?(?:,|and|&|/)|share\s?,)|\bshares?\s*$|^\s*shares?\b(?!\sdata\b\sper)",
    regex.IGNORECASE,
)
SHARE_SCALE = later(rf"\bshares?\s(?:amounts?\s|data\s)?(?:are\s)?in\s(?P<scale>{LONG}|{ZEROS})", regex.IGNORECASE)
APART = later(rf"\b(?P<noun>[A-Za-z]+)\s(?:are\s)?in\s(?P<scale>{LONG})", regex.IGNORECASE)
MONEY = later(r"revenues?|sales|dollars|amounts|income|figures|euros|pounds|usd|eur|gbp", regex.IGNORECASE)
UNITS_IN = later(rf"\bunits?\s(?:are\s)?(?:in\s(?P<scale>{LONG}|{ZEROS})|\(?(?P<scale>K|M)\b)", regex.IGNORECASE)
COUNTS = later(
    r"\b(?:number|employees?|stores?|customers?|percent(?:age)?s?|ratios?|operating\sdata|units?|where)\b",
    regex.IGNORECASE,
)
PER_SHARE = later(
    r"\b(?:earnings\s|\(?loss(?:es)?\)?\s)?per[\s-](?:\w+\s){0,3}(?:shares?|unit|ADSs?|ADRs?)\b|\bEPS\b|\bearnings\sper\b",
    regex.IGNORECASE,
)
IN_ALL = later(rf"\b(?:in|of)\s(?:[\w.]{{1,20}}\s){{0,2}}{LONG}\b", regex.IGNORECASE)
# "All figures in this release are stated in …", "… in millions of dollars unless otherwise noted".
FOR_ALL = later(
    r"\b(?:all|unless\s(?:otherwise|where|stated|noted)|amounts|figures|tables?|tabular)\b", regex.IGNORECASE
)
STATED = later(r"\b(?:stated|expressed|presented|reported|shown|given|are\sin|unless)\b", regex.IGNORECASE)
AROUND = 160
"""Characters around "in millions" in which the rest of a sentence that speaks for all tables stands."""


@dataclass(frozen=True, slots=True)
class Terms:
    """`scale`: 1000 for "in thousands"; `currency`: ISO 4217; `money_only`: the scale is said of money ("$ in millions").

    `shares_exempt`, `counts_exempt`: numbers of shares, or of other things, are printed in full. `share_scale`, `count_scale`: of
    numbers of shares and of units, where it is said apart. Per-share figures are never scaled.
    """

    scale: int | None = None
    currency: str | None = None
    money_only: bool = False
    shares_exempt: bool = False
    counts_exempt: bool = False
    share_scale: int | None = None
    count_scale: int | None = None
    bare: bool = False

    def over(self, other: Terms) -> Terms:
        """These terms, and what they leave open from the other ones."""
        if not (self.scale or self.currency or self.share_scale or self.count_scale):
            return other
        if self.scale is not None:
            currency, bare = (self.currency, self.bare) if self.currency else (other.currency, other.bare)
            return Terms(self.scale, currency, self.money_only, self.shares_exempt or (self.scale == other.scale and other.shares_exempt),
                         self.counts_exempt, self.share_scale or other.share_scale, self.count_scale or other.count_scale, bare)  # fmt: skip
        return Terms(other.scale, self.currency or other.currency, other.money_only, other.shares_exempt, other.counts_exempt,
                     self.share_scale or other.share_scale, self.count_scale or other.count_scale, self.bare if self.currency else other.bare)  # fmt: skip


NOTHING = Terms()


@lru_cache(maxsize=4096)
def read_terms(text: str) -> Terms:
    """The terms that a caption, a corner or a head states; `Terms()` where it states none."""
    text = " ".join(text.replace("\xa0", " ").split())
    if not text or len(text) > 600:
        return NOTHING
    exempt = EXCEPT.search(text)
    plain = text if exempt is None else text[: exempt.start()] + text[exempt.end() :]
    match = next((m for m in SCALE.finditer(plain) if _scale(m) is not None), None)
    scale = _scale(match) if match is not None else None
    apart = {m["noun"].lower(): _named(m["scale"]) for m in APART.finditer(text)}
    if len(set(apart.values())) > 1:  # "units in thousands, revenue in millions"
        scale = next((value for noun, value in apart.items() if MONEY.fullmatch(noun)), scale)
    units = UNITS_IN.search(text)
    currency, bare = _currency(plain, match)
    shares = SHARE_SCALE.search(text)
    what = exempt["what"] if exempt is not None else ""
    return Terms(
        scale, currency,
        money_only=bool(match is not None and (match["mark1"] or match["name3"] or match["mark4"] or match["scale5"])),
        shares_exempt=bool(what and SHARES.search(PER_SHARE.sub(" ", what))),
        counts_exempt=bool(what and COUNTS.search(what)),
        share_scale=_named(shares["scale"]) if shares is not None else None,
        count_scale=_named(units["scale"]) if units is not None else None,
        bare=bare,
    )  # fmt: skip


def document_terms(text: str) -> Terms:
    """What is said once for all tables: "All figures are stated in thousands of US dollars unless otherwise noted".

    >>> document_terms("All amounts are expressed in millions of euros unless stated otherwise.").scale
    1000000
    """
    for match in IN_ALL.finditer(text):
        low, high = max(0, match.start() - AROUND), match.end() + AROUND
        start = max(text.rfind(mark, low, match.start()) for mark in (". ", "\n")) + 1
        ends = [end for mark in (". ", ".\n", "\n") if (end := text.find(mark, match.end(), high)) >= 0]
        sentence = text[max(low, start) : min(ends, default=min(high, len(text)))]
        if FOR_ALL.search(sentence) and STATED.search(sentence):
            terms = read_terms(sentence)
            if terms.scale is not None:
                return terms
    return NOTHING


def _named(word: str) -> int | None:
    bare = word.lower().strip("'’‘. ").replace("’", "'")
    return SCALES.get(bare) or SCALES.get(bare.rstrip("s").rstrip("'")) or (1000 if bare.startswith("000") else None)


def _scale(match: regex.Match[str]) -> int | None:
    word = next((match[f"scale{n}"] for n in "12345" if match[f"scale{n}"]), None)
    mark = match["mark1"] or match["mark4"]
    if word is None or (mark and _code(mark) is None):
        return None
    if match["scale4"]:
        return 1000 if word in "kKtT" else 10**6
    return _named(word)


def _currency(text: str, match: regex.Match[str] | None) -> tuple[str | None, bool]:
    """The currency beside the scale, else the only one in the text."""
    if match is not None:
        for name in ("mark1", "name2", "name3", "mark4"):
            code = _code(match[name])
            if code is not None:
                return code
        if match["scale5"]:
            return "CNY", False
    found = [code for m in CURRENCY.finditer(text) if (code := _code(m["mark"] or m["name"])) is not None]
    return found[0] if len({code for code, _ in found}) == 1 else (None, False)


def _code(words: str | None) -> tuple[str, bool] | None:
    if not words:
        return None
    bare = words.strip()
    if bare.upper() == "RMB":
        return "CNY", False
    if by_code(bare) is not None and needs_name(bare):
        return None  # "ALL", "TRY" in a line of capitals
    form = currency_of(bare.replace("U.S. ", "US").replace("U.S.", "US").replace("Cdn$", "C$").replace("CDN$", "C$"))
    if form is None:
        name = (
            bare.lower()
            .replace("u.s.", "us")
            .replace("united states", "us")
            .replace("pounds sterling", "pound sterling")
        )
        form = by_name(name) or (by_name("pound sterling") if name == "sterling" else None)
        if form is None or bare.isupper():
            return None
    return form.code, form.bare
