"""Money: the currency beside a numeral, and which country's dollar a bare "$" is.

>>> from factx.mentions.amounts.numerals import find_numerals
>>> def read(text):
...     item = Item(next(find_numerals(text)))
...     return (text[item.start:item.end], item.currency.code) if read_currency(text, item, 0) else None
>>> [read(t) for t in ("paid HK$4.50 a share", "4.66bn rupees", "a loss of $(45) million", "USD10m", "12 people")]
[('HK$4.50', 'HKD'), ('4.66bn rupees', 'INR'), ('$(45) million', 'USD'), ('USD10m', 'USD'), None]
"""

from __future__ import annotations

from decimal import Decimal

import regex

from factx.mentions.amounts.item import Item
from factx.mentions.amounts.odd_sums import read_factored
from factx.patterns import later
from factx.values.currencies import CurrencyForm, by_code, by_mark, by_name, name_words, needs_name
from factx.values.numbers import magnitudes

__all__ = ["read_currency", "read_part"]

SERIES = later(r"\b(?:Series|Class|Type|Tier|Grade|Schedule|Category|Group|Plan|Part)\s\Z")
SPENT = later(
    r"(?i)\b(?:paid?|pays|paying|fine[ds]?|costs?|worth|prices?|priced|spen[dt]\w*|salar(?:y|ies)|wages?|profits?|debts?|fees?|"
    r"bills?|funds?|funding|fund(?:ed|raising)|earn\w*|dollars|euros|budget|invest\w*|loans?|bids?|sold|sales?|revenues?|"
    r"turnover|raised|compensation|damages|prize|donat\w*|grant|tax(?:es)?|rent|savings?|bank)\b"
)
SPACES = " \u00a0\u2009\u202f\u2007"
SIGNS = frozenset("$＄£￡€¥￥₹₨₩₽₺₪₫₦₴₱฿₡₲₵₸₾₼₭₮৳")
HUNDREDTH = Decimal("0.01")
LOWER_MARKS = frozenset(("us $", "hk $", "nz $", "nt $", "us$", "hk$", "nz$", "c $", "usd$", "mxn$", "aud$", "cad$"))
AFTER = later(r"(?P<gap>[ \u00a0\u2009\u202f]|[-‐‑]|\n)?+(?:(?P<sign>[^\w\s.,;:()-])|(?P<word>[^\W\d_][\w.]{0,15}+))")
WORDS = later(r"[A-Za-zöøÖØ][A-Za-zöøé.]*+(?:[ \u00a0-][A-Za-zöøé]++){0,3}+")
FACTOR_CODE = later(r"(?P<factor>[MBTkK]|mn|bn|m)(?P<code>[A-Z]{3})\b")
LATE_MAGNITUDE = later(r"(?:[ \u00a0]|(?<=\)))([A-Za-z]{1,8})\b")
NATION = later(
    r" (?:\((US|U\.S\.|Cdn|CDN|AUD|CAD|USD|Canadian|Australian)\)|(US|USD|U\.S\.|AUD|CAD|NZD|SGD|HKD|Cdn|CDN|"
    r"Canadian|Australian)(?![\w$]))"
)
LOAN = later(
    r" (?:loans?|facilit(?:y|ies)|credit|notes?|bonds?|debentures?|financing|equivalent|in|for|to|from|and|or|a|per)\b"
)
"""What a sum is of, and no Canadian thing: "a $5 million Canadian loan"."""
NATIONS = {"US": "USD", "U.S.": "USD", "Cdn": "CAD", "CDN": "CAD", "Canadian": "CAD", "Australian": "AUD"}
MINUS = later(r"(?i)\b(?:minus|negative)[ \u00a0-]\Z")
GLUED_MARKS = frozenset(("R", "PS", "NS", "LE", "RO", "QR", "SR", "BD", "KD", "TL", "Fr", "Dh", "Bt"))
"""Letters that are a currency's mark right before the number alone."""
VIDEO = frozenset((480, 576, 720, 1080, 1440, 2160, 4320))
WEIGHT = later(
    r"(?i)\b(?:weigh\w*|weight|lbs?|heav\w+|bench\w*|lift\w*|body|ounces?|lost|lose|thrust|torque|meat|beef|"
    r"cheese|flour|sugar|butter|carbon|rice|payload)\b"
)
OF_THING = later(
    r" of (?!(?:the|its|their|his|her|our|public|debt|sales|profit|revenue|investment|savings|cuts|funding|"
    r"funds|assets|losses|cash|tax|taxpayers|new|extra|additional|government)\b)[a-z]+"
)
PER_SHARE_CENT = later(r"c(?= (?:per|a|each|an?) |/(?:share|unit|lb|litre|l|kWh|kwh|kg)\b)")
SIGNED_NEXT = later(r"[ ]?[0-9.,]{1,12}+ ?(?:[$€£¥¢]|cents?\b)")
POUNDS_OF = later(
    r"\b(?:million|billion|thousand) pounds of (?:copper|[a-z]{2,12}ium|zinc|lead|nickel|meat|beef|pork|food|fish|cargo|coffee|cheese|waste)\b"
)
PAID_FOR = later(
    r"(?i)\b(?:for|cost|costs|paid|worth|price of|at|spent)(?: (?:about|around|over|nearly|some|more than))? \Z"
)
FOOTNOTED = later(r"(m|mn|bn|b|k|tn)[1-9](?=[ ,.;)\n]|$)(?![,.][0-9])")
FOOTNOTED_PENCE = later(r"p[1-9](?=[ ,.;)\n]|$)(?![,.][0-9])")
RINGGIT = later(r"\bRM ?\d|\bringgit\b|\bBhd\b")
"""What shows that "sen" are those of Malaysia."""
NUMBERISH = later(r"[ \u00a0]?[\d(]")


def read_currency(text: str, item: Item, floor: int) -> bool:
    """Find the currency before the number (not before `floor`), else behind it; widen the item's span by it."""
    if read_factored(text, item, floor):
        return True
    if _before(text, item, floor):
        item.take_letter()
        _footnoted(text, item)
        _nation(text, item)
        _repeated_name(text, item)
        return True
    return not item.glued and _after(text, item)


def _before(text: str, item: Item, floor: int) -> bool:
    """Find the currency in front of the number: "$5", "USD 5", "€(5)"."""
    end = item.start
    bracket = end > floor and text[end - 1] == "(" and text[item.end : item.end + 1] == ")"
    end -= bracket
    if end > floor and text[end - 1] in SPACES:
        end -= 1
    if end <= floor:
        return False
    spaced = end != item.start and not bracket
    last = text[end - 1]
    if not (last in SIGNS or last.isalpha() or last in ".=/¢"):
        return False
    for length in range(min(6, end - floor), 0, -1):
        mark = text[end - length : end]
        form = _form_before(mark, item, spaced)
        if form is None or not _stands_alone(text, mark, end - length, spaced):
            continue
        item.currency = form
        item.mark = mark
        item.symbol = True
        item.start = end - length
        if bracket:
            _close_bracket(text, item)
        elif not item.negative:
            _sign_before_mark(text, item, floor)
        return True
    return False


def _form_before(mark: str, item: Item, spaced: bool) -> CurrencyForm | None:
    """The currency of a mark or code; a code that is a word as well needs a number that looks like a sum."""
    form = by_mark(mark)
    if form is None and len(mark) >= 2 and mark in LOWER_MARKS:
        form = by_mark(mark.upper())
    if form is None and len(mark) == 3:
        form = by_code(mark)
        if form is not None and needs_name(mark) and spaced and not (item.scaled or item.grouped or item.letter):
            return None
    return form


def _stands_alone(text: str, mark: str, start: int, spaced: bool) -> bool:
    """Is a mark that begins at `start` no part of a longer word or another thing?"""
    before = text[start - 1 : start]
    if (
        mark[0].isalpha()
        and before
        and (
            before.isalnum()
            or before in "._$&'’/"
            or (before == "-" and text[max(0, start - 2) : max(0, start - 1)].strip("( "))
        )
    ):
        return False
    if mark in ("C $", "S $") and SERIES.search(text, max(0, start - 11), start) is not None:
        return False  # "a Series C $50 million round"
    return not (spaced and mark in GLUED_MARKS)


def _sign_before_mark(text: str, item: Item, floor: int) -> None:
    """ "-$5", "minus $5"; a dash behind a word is none."""
    before = text[item.start - 1 : item.start]
    if MINUS.search(text, max(floor, item.start - 10), item.start) is not None:
        item.low, item.high = -item.high, -item.low
    elif before and before in "-−–":
        outer = text[item.start - 2 : item.start - 1]
        joins = before == "–" and text[max(0, item.start - 4) : item.start - 1].rstrip()[-1:].isalnum()
        if (not outer or outer in " \n\t(") and not joins:
            item.low, item.high = -item.high, -item.low
            item.start -= 1


def _footnoted(text: str, item: Item) -> None:
    """ "£175.0m1": a magnitude with a footnote's mark."""
    if item.scaled or not item.grouped:
        return
    match = FOOTNOTED.match(text, item.end)
    if match is not None:
        item.scale(magnitudes()[match[1].lower()][0])
        item.end = item.tail = match.end(1)


def _close_bracket(text: str, item: Item) -> None:
    """ "$(45) million": a loss."""
    item.low, item.high, item.base = -item.high, -item.low, -item.base
    item.end = item.tail = item.end + 1
    match = LATE_MAGNITUDE.match(text, item.end)
    if match is not None:
        entry = magnitudes().get(match[1].lower())
        if entry is not None:
            item.scale(entry[0])
            item.end = item.tail = match.end()
    item.letter = None


def _nation(text: str, item: Item) -> None:
    """ "$500 US", "$5 million Canadian": the country behind the amount."""
    if item.currency is not None and item.currency.bare and item.mark == "$":
        match = NATION.match(text, item.end)
        if match is not None:
            name = match[1] or match[2]
            if (
                name in ("Canadian", "Australian")
                and text[match.end() : match.end() + 2].strip(" ,.;)")
                and not LOAN.match(text, match.end())
            ):
                return  # "$5 million Canadian company"
            if (
                name in ("US", "U.S.")
                and text[match.end() : match.end() + 2].strip(" ,.;)")
                and _lower_noun(text, match.end())
            ):
                return  # "$5 million US deal"
            item.currency = CurrencyForm(NATIONS.get(name, name))
            item.end = item.tail = match.end()


def _lower_noun(text: str, at: int) -> bool:
    word = text[at : at + 14].strip().split(" ")[0].rstrip(".,;:")
    return word.isalpha() and word not in (
        "a",
        "an",
        "per",
        "and",
        "or",
        "in",
        "to",
        "from",
        "for",
        "of",
        "at",
        "on",
        "by",
        "with",
        "bail",
        "last",
        "this",
    )


def _repeated_name(text: str, item: Item) -> None:
    """ "$ 10 dollars", "£5 million sterling" say it twice."""
    if item.mark == "£" and text.startswith(" sterling", item.end) and not text[item.end + 9 : item.end + 10].isalpha():
        item.end = item.tail = item.end + 9
    if item.mark == "$" and text.startswith(" dollars", item.end):
        item.end = item.tail = item.end + 8


def _after(text: str, item: Item) -> bool:
    if item.letter is not None:
        if _after_at(text, item, item.letter_end):
            item.take_letter()
            return True
        if item.letter_end - item.end == 1 and text[item.letter_end : item.letter_end + 1] not in SIGNS:
            pass
    return _after_at(text, item, item.end)


def _after_at(text: str, item: Item, at: int) -> bool:
    match = AFTER.match(text, at)
    if match is None:
        return False
    if match["sign"] is not None:
        return _sign_after(text, item, match)
    gap = match["gap"] or ""
    word = match["word"].rstrip(".")
    if _mark_or_code_after(text, item, match, word) or _glued_cent(text, item, at, gap, word):
        return True
    low = word.lower()
    if item.kind == "vague" and low == "of" and gap == " ":
        found = WORDS.match(text, match.end() + 1)
        return found is not None and _name(text, item, found)
    if low not in name_words() and word not in ("U.S", "u.s") and (item.scaled or low not in ("million", "billion")):
        return False
    phrase = WORDS.match(text, match.start("word"))
    return phrase is not None and _name(text, item, phrase)


def _sign_after(text: str, item: Item, match: regex.Match[str]) -> bool:
    """ "5 €", "5¢"; not the sign of the next number."""
    sign = match["sign"]
    form = by_mark(sign, after=True)
    if form is None:
        return False
    if (
        sign in SIGNS
        and (match["gap"] or sign == "$")
        and NUMBERISH.match(text, match.end())
        and not SIGNED_NEXT.match(text, match.end())
    ):
        return False  # "5 $10 bills"
    return _take(item, form, sign, match.end())


def _mark_or_code_after(text: str, item: Item, match: regex.Match[str], word: str) -> bool:
    """ "5p", "5 kr", "5 EUR", "5 MEUR"."""
    gap, start = match["gap"] or "", match.start("word")
    form = by_mark(word, after=True)
    if form is not None and (word != "p" or _is_pence(item, gap)) and (gap or word not in ("kn", "zl", "Ft", "DM")):
        return _take(item, form, word, start + len(word))
    if len(word) == 3 and word.isupper():
        form = by_code(word)
        if form is not None and not needs_name(word):
            _take(item, form, word, start + 3)
            _late_magnitude(text, item)
            return True
    if word[0] in "MBTkmb" and len(word) <= 5 and not item.scaled:
        factor = FACTOR_CODE.match(text, start)
        code = by_code(factor["code"]) if factor is not None else None
        if factor is not None and code is not None:
            item.scale(magnitudes()[factor["factor"].lower()][0])
            return _take(item, code, factor[0], factor.end())
    return False


def _glued_cent(text: str, item: Item, at: int, gap: str, word: str) -> bool:
    """ "12.5p1" with a footnote's mark, "15c per share"."""
    if gap:
        return False
    if word[:1] == "p" and item.grouped and FOOTNOTED_PENCE.match(text, at):
        return _take(item, CurrencyForm("GBP", minor=True), "p", at + 1)
    if word == "c" and item.kind == "digits" and PER_SHARE_CENT.match(text, at):
        return _take(item, CurrencyForm("USD", True, True), word, at + 1)
    return False


PART_OF_UNIT = later(r" (?:of )?an? (?=[A-Za-z])")


def read_part(text: str, item: Item) -> bool:
    """ "half a dollar", "a quarter of a euro": a fraction of a currency's unit."""
    between = PART_OF_UNIT.match(text, item.end)
    phrase = WORDS.match(text, between.end()) if between is not None else None
    return phrase is not None and phrase[0].split()[0].lower() in name_words() and _name(text, item, phrase)


NAME_WORD = later(r"[^\s\u00a0-]+|(?<=[dD])-(?=[mM]ark)")


def _name(text: str, item: Item, phrase: regex.Match[str]) -> bool:
    """The longest name of a currency that the words behind the number begin with."""
    words = list(NAME_WORD.finditer(phrase[0].lower()))
    for count in range(min(4, len(words)), 0, -1):
        end = words[count - 1].end()
        name = " ".join(w[0] for w in words[:count])
        if name.endswith("."):
            name, end = name[:-1], end - 1
        form = by_name(name)
        if form is None:
            continue
        last = name.split()[-1]
        if (
            count == 1
            and last in ("mark", "sum", "som", "real", "sol", "sen", "fen", "fils", "won", "score")
            and not item.scaled
            and item.low < 1000
            and not (last == "sen" and RINGGIT.search(text, max(0, item.start - 2000), phrase.end() + 2000))
        ):
            return False
        if count == 1 and last in ("pound", "pounds") and _is_weight(text, item, phrase.start() + end):
            return False
        if item.kind == "part" and item.low < 1 and last in ("crown", "mark", "penny", "pound"):
            return False
        return _take(item, form, name, phrase.start() + end)
    return False


def _is_weight(text: str, item: Item, end: int) -> bool:
    """Are these pounds a weight?"""
    if item.scaled and item.low >= 1_000_000:
        if "£" in text:
            return False
        return OF_THING.match(text, end) is not None or (
            PAID_FOR.search(text, max(0, item.start - 40), item.start) is None
            and POUNDS_OF.search(text, max(0, item.start - 1000), end + 1000) is not None
        )
    if "£" in text[max(0, item.start - 2000) : end + 2000] or " pence" in text[max(0, item.start - 2000) : end + 2000]:
        return WEIGHT.search(text, max(0, item.start - 40), min(len(text), end + 40)) is not None
    near = (text, max(0, item.start - 60), min(len(text), end + 40))
    return WEIGHT.search(*near) is not None or SPENT.search(*near) is None


def _is_pence(item: Item, gap: str) -> bool:
    """ "12p", "68 p", but no "1080p" or "p" as a page."""
    return not gap.strip() and (item.low not in VIDEO or item.grouped) and item.kind == "digits" and not item.scaled


def _late_magnitude(text: str, item: Item) -> None:
    """ "75 USD million"."""
    if item.scaled:
        return
    match = LATE_MAGNITUDE.match(text, item.end)
    if match is not None:
        entry = magnitudes().get(match[1].lower())
        if entry is not None and entry[1] in ("word", "abbreviation"):
            item.scale(entry[0])
            item.end = item.tail = match.end()


def _take(item: Item, form: CurrencyForm, mark: str, end: int) -> bool:
    item.currency = form
    item.mark = mark
    item.end = item.tail = end
    if form.minor:
        item.low *= HUNDREDTH
        item.high *= HUNDREDTH
    return True
