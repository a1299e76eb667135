"""Neighbouring numerals that are one amount: ranges, and what its ends share (ratios and cents: `pairs`).

`join` works on the items of one text in order; a currency, unit or magnitude said once is shared over a range.
"""

from __future__ import annotations

from decimal import Decimal

from factx import lexicon
from factx.mentions.amounts import directions
from factx.mentions.amounts.context import context_words
from factx.mentions.amounts.item import Item
from factx.mentions.amounts.pairs import join_cents, join_ratio, join_repeated
from factx.patterns import later

__all__ = ["bound", "join"]

DASH = later(r"[ \u00a0\u2009]?(?:[-‐‑–—−~〜]|--)[ \u00a0\u2009]?")
TO = later(
    r"[ \u00a0\n]+(?:up[ ]|as much as )?to[ \u00a0\n]+(?:about |around |approximately |roughly |as (?:much|"
    r"many|high) as |over |more than |nearly |almost |some |just over |just under )?|[ ]?[-‐][ ]?to[ ]?[-‐][ ]?"
)
AND = later(
    r"[ \u00a0\n]+and[ \u00a0\n]+(?:about |around |approximately |roughly |as (?:much|many|high) as |over |"
    r"more than |nearly |almost )?"
)
OR = later(r"[ \u00a0\n]+or[ \u00a0\n]+")
SLASH = later(r"/")
BETWEEN = later(r"(?i)\b(?:between|betwixt)\s(?:about |around |approximately |roughly |an estimated |just )?\Z")
FROM = later(
    r"(?i)(?P<range>\b(?:rang(?:e|es|ed|ing)|vary|varies|varied|varying|anywhere|anything|span(?:s|ned|ning)?|"
    r"run(?:s|ning)?)\s)?\bfrom\s(?:about |around |approximately |roughly |as (?:little|low|few) as |up to |"
    r"just |an estimated |a |an )?\Z"
)
YEAR = later(
    rf"(?i)\b(?:in|of|for|since|by|during|until|fiscal|year|[QH][1-4]|{'|'.join(lexicon.table('months.tsv'))}) (?:19|20)[0-9]{{2}}\Z"
)
"""A year is no end of a range: "from $7m in 2031 to $6m", "cut its outlook for fiscal 2031 to 6 million"."""
LONGEST_YEAR = 15
"""Characters in front of it that say so, at most."""
OLD = later(
    r"(?i)(?:\b(?:to|and) |[-–]|[0-9] )[^\s\w]{0,2}[0-9][0-9.,]*+(?: ?[mb]n?\b| (?:m|b|tr)illion\b| ?%| percent\b| cents?\b| pence\b|p\b)?"
    r"(?: (?:per|a) [a-z]+)?,? (?:(?:up|down|raised|increased|lowered|reduced|revised) )?\Z"
)
"""In front of the range that was before: "to $3.10 to $3.25, up | from $2.95 to $3.05"."""
YEARS = later(r"\b(?:19|20)[0-9]{2}[-–/]\Z")
"""What makes the number behind it the end of a year: "from 5 t in 2012-13 to 6 t"."""
ONE = Decimal(1)
THOUSANDS = later(r",000\Z")
LEVELS = context_words("level")
PARTICLES = context_words("particle")
WORD = later(r"[A-Za-z]+|[.,;:!?]")


def join(text: str, items: list[Item]) -> list[Item]:
    """Join items that belong together; the list that comes back is in text order."""
    out: list[Item] = []
    for item in items:
        if out:
            last = out[-1]
            gap = item.start - last.tail
            if 0 < gap <= 28 and not last.ranged and _pair(text, last, item):
                continue
        out.append(item)
    return out


def _pair(text: str, a: Item, b: Item) -> bool:
    """Join `b` to `a` if they are one; else share what they share. True when `b` is used up."""
    tail, start = a.tail, b.start
    if join_repeated(text, a, b) or join_ratio(text, a, b) or join_cents(text, a, b):
        return True
    if a.kind == "ratio":
        return False
    dash = DASH.fullmatch(text, tail, start)
    if dash is not None:
        return _dash(text, a, b, dash[0])
    if TO.fullmatch(text, tail, start):
        return _to(text, a, b)
    if (
        AND.fullmatch(text, tail, start)
        and BETWEEN.search(text, max(0, a.start - 32), a.start)
        and _compatible(text, a, b)
    ):
        return _merge(a, b, "between")
    if OR.fullmatch(text, tail, start) and a.end == a.tail and a.kind == b.kind:
        return _or(a, b)
    if SLASH.fullmatch(text, tail, start) and a.currency is not None and b.currency is not None and a.low < b.low:
        return _merge(a, b, "slash")
    return False


def _or(a: Item, b: Item) -> bool:
    """ "five or six stores" is a range; "five or 50 million" and "5 or 7 percent" share what the second has."""
    if a.unit is None and a.currency is None and not _is_bare(b) and a.low < b.high:
        _share(a, b)
        a.shared = True
        if b.unit is not None:
            a.unit_start, a.unit_end = b.unit_start, b.unit_end
    elif a.low < b.low and not a.scaled and b.scaled and a.low < b.base:
        a.scale(b.low / b.base)
    elif _is_bare(a) and _is_bare(b):
        near = 1 <= a.low < b.low <= a.low + max(ONE, a.low / 4) and a.low == a.low.to_integral_value()
        plain = a.letter is None and b.letter is None and b.tail == b.end
        return near and plain and _merge(a, b, "or")
    return False


def _is_bare(item: Item) -> bool:
    return item.unit is None and item.currency is None


def _compatible(text: str, a: Item, b: Item) -> bool:
    """Can the two be the ends of one range?"""
    if "part" in (a.kind, b.kind) and a.kind != b.kind:
        return False
    if "vague" in (a.kind, b.kind) or "ratio" in (a.kind, b.kind):
        return False
    if (b.scaled or b.currency is not None) and YEAR.search(text, max(0, a.start - LONGEST_YEAR), a.end):
        return False
    if a.currency is not None and b.currency is not None:
        return a.currency.code == b.currency.code or a.currency.bare or b.currency.bare
    if a.currency is not None:
        if b.unit is not None and b.letter is not None and b.unit_start == b.end:
            b.unit, b.tail = None, b.end  # "€1-2m": the letter is a magnitude
        return b.unit is None and not _counts(text, b)
    if b.currency is not None:
        return a.unit is None and a.tail == a.end
    if a.unit is not None and b.unit is not None:
        return a.unit.name == b.unit.name or b.unit.name.startswith(a.unit.name + " per ")
    return a.unit is None or not _counts(text, b)


COUNT_NEXT = later(r"[ \u00a0](?:[a-z]+[ -]){0,2}?[a-z]{2,}(?<!ss)s\b|[ \u00a0](?:people|staff|employees|of)\b")


NO_COUNT_NEXT = later(r"[ \u00a0](?:this|last|per|a|in|on|was|is|has|as|its|earlier|ends)\b")


def _counts(text: str, b: Item) -> bool:
    """Does a noun follow that `b` counts?"""
    return COUNT_NEXT.match(text, b.tail) is not None and not NO_COUNT_NEXT.match(text, b.tail)


def _dash(text: str, a: Item, b: Item, dash: str) -> bool:
    if not _compatible(text, a, b) or a.kind not in ("digits", "words", "part") or a.kind != b.kind:
        return False
    bare = _is_bare(a) and _is_bare(b)
    if a.kind == "words" and (bare or dash.strip() not in "–—-"):
        return False
    spaced = dash != dash.strip()
    if spaced and dash.strip() in ("—", "--") and not _are_sums(a, b):
        return False  # "it paid $5 million — 20 more than"
    _share_thousands(text, a, b)
    if a.low >= _written(a, b) and not (b.scaled and not a.scaled):
        return False
    if spaced and dash.strip() == "-" and bare and a.low < 100 and not a.scaled:
        return False
    unlike = a.scaled != b.scaled and a.currency is not None and b.currency is not None
    return not (spaced and dash.strip() == "–" and text[a.tail] == " " and unlike) and _merge(a, b, "dash")


def _share_thousands(text: str, a: Item, b: Item) -> None:
    """ "36-42,000"."""
    written = THOUSANDS.search(text, max(0, b.end - 4), b.end) is not None
    if written and a.low < 1000 <= b.low and not a.grouped and a.low * 1000 < b.low:
        a.scale(Decimal(1000))


def _are_sums(a: Item, b: Item) -> bool:
    """Are both money, of one magnitude or with one for both?"""
    if a.currency is None:
        return False
    return (a.scaled == b.scaled and b.currency is not None) or (b.scaled and a.low < b.base)


def _to(text: str, a: Item, b: Item) -> bool:
    if not _compatible(text, a, b) or YEARS.search(text, max(0, a.start - 5), a.start) is not None:
        return False
    come = FROM.search(text, max(0, a.start - 44), a.start)
    if come is not None:
        old = OLD.search(text, max(0, come.start() - 48), come.start()) is not None
        if come["range"] is None and ((_is_change(text, come.start()) and not old) or _falls(a, b)):
            _share_levels(a, b)
            return False
        return not (_is_bare(a) and _is_bare(b) and a.low > b.high) and _merge(a, b, "from-to")
    if _has_changed(text, a) and not (_forecast(text, a.start) and _near(a, b)) and not _is_rate(text, a, b):
        return _changed_to(a, b)
    if (a.low > _written(a, b) and not (b.scaled and not a.scaled)) or (
        a.currency is None and b.currency is not None and a.unit is None and not _plain(a)
    ):
        return False
    return _merge(a, b, "to")


def _changed_to(a: Item, b: Item) -> bool:
    """Behind a change "to" leads to a level, save where only the second has a percent sign."""
    if a.unit is None and b.unit is not None and b.unit.name == "percent" and _plain(a) and a.low < b.high:
        return _merge(a, b, "to")  # "have risen 27 to 40 per cent"
    if b.currency is not None and not b.scaled:
        _share_levels(a, b)  # "fell 35 to 396p"
    return False


def _falls(a: Item, b: Item) -> bool:
    """ "cut from $20 to $5": no range begins at its upper end."""
    measured = (a.currency is not None or a.unit is not None) and (b.currency is not None or b.unit is not None)
    return measured and a.low > b.high


def _written(a: Item, b: Item) -> Decimal:
    """The upper end as it is written, in the unit of the lower one: cents where only they are named, once."""
    return b.high * 100 if a.currency is None and b.currency is not None and b.currency.minor else b.high


def _has_changed(text: str, a: Item) -> bool:
    """ "fell 5% to", "falling 7 per cent or 19p to": what follows "to" is a level."""
    if directions.before(text, a.start) is not None:
        return True
    other = OR_BEFORE.search(text, max(0, a.start - 6), a.start)
    return other is not None and _is_change(text, other.start())


def _is_rate(text: str, a: Item, b: Item) -> bool:
    """ "growth of 6% to 8%": of one noun, both in percent."""
    percents = all(i.unit is not None and i.unit.name == "percent" for i in (a, b))
    return percents and a.low < b.low and text.startswith("of ", max(0, a.start - 3))


def _near(a: Item, b: Item) -> bool:
    """Can they be the two ends of one forecast ("grow by 5% to 7%"), not a change and a level?"""
    return a.currency is None or (a.scaled and not b.scaled) or b.high <= 4 * a.low


def _share_levels(a: Item, b: Item) -> None:
    """ "fell from 5.8 to 5.6 percent": two amounts, one unit."""
    if a.currency is None and a.unit is None and a.tail == a.end and (b.unit is not None or b.currency is not None):
        _share(a, b)
    elif _is_bare(a) and _is_bare(b) and a.tail == a.end:
        a.ahead = b.tail  # "expanded from 40 to 60 ships": both are of ships


def _plain(a: Item) -> bool:
    return a.tail == a.end


def _is_change(text: str, at: int) -> bool:
    """Does a verb or noun of change stand in the clause before "from"?"""
    low = max(0, at - 110)
    words = [m[0].lower() for m in WORD.finditer(text, low, at)]
    for steps, word in enumerate(reversed(words[1:] if low else words)):
        if word in ".,;:!?":
            return False
        if word in PARTICLES and steps > 1:
            continue
        if word in LEVELS or directions.is_change_word(word):
            return True
    return False


FORECAST = later(
    r"(?i)\b(?:will|to(?= [a-z])|would|could|should|may|might|expects?|expected|forecasts?|see|sees|guidance)\b(?!.*[.;] )"
)
OR_BEFORE = later(r",? or \Z")


def _forecast(text: str, at: int) -> bool:
    """ "expects sales to grow 5% to 7%" is a range; "sales rose 5% to 7%" is none."""
    low = max(0, at - 34)
    return FORECAST.search(text, low, at) is not None


def _merge(a: Item, b: Item, rule: str) -> bool:
    _share(a, b)
    low, high = a.low, b.high
    a.low, a.high = min(low, high), max(low, high)
    a.end, a.tail = b.end, b.tail
    a.ranged = True
    a.per = a.per or b.per
    a.letter = None
    a.rule = "range: " + rule
    return True


def _share(a: Item, b: Item) -> None:
    """Carry the currency, unit and magnitude that one end has over to the other."""
    if b.scaled and not a.scaled:
        _share_scale(a, b)
    _share_currency(a, b)
    if b.unit is not None:
        a.unit, a.unit_start, a.unit_end = b.unit, b.unit_start, b.unit_end


def _share_scale(a: Item, b: Item) -> None:
    if a.kind == "digits" and b.base and a.low < b.base and a.low < 1000:
        a.scale((b.low if not (b.currency and b.currency.minor) else b.low * 100) / b.base)
        a.shared = True
    elif a.kind == "words" and b.kind == "words" and b.base == b.low and a.low < 100:
        scale = _word_scale(b.low)
        if a.low * scale < b.low:
            a.scale(scale)
            a.shared = True


def _share_currency(a: Item, b: Item) -> None:
    if a.currency is None and b.currency is not None:
        a.currency, a.mark, a.symbol = b.currency, b.mark, b.symbol
        a.shared = True
        if b.currency.minor:
            a.low *= Decimal("0.01")
            a.high *= Decimal("0.01")
    elif b.currency is None and a.currency is not None:
        b.currency, b.mark, b.symbol = a.currency, a.mark, a.symbol
        if b.letter is not None:
            b.take_letter()
            if not a.scaled and b.base and a.low < b.base:
                a.scale(b.low / b.base)
        if a.currency.minor:
            b.low *= Decimal("0.01")
            b.high *= Decimal("0.01")


def _word_scale(value: Decimal) -> Decimal:
    for step in (12, 9, 6, 3, 2):
        if value >= Decimal(10) ** step:
            return Decimal(10) ** step
    return Decimal(1)


BOTH = later(r"[ \u00a0](?:and|but)[ \u00a0]")


def bound(text: str, items: list[Item]) -> list[Item]:
    """Join "greater than 150 and smaller than 450" to a range; the comparators have been read."""
    out: list[Item] = []
    for b in items:
        a = out[-1] if out else None
        if (
            a is not None
            and 0 < b.phrase_start - a.tail <= 6
            and not a.ranged
            and not b.ranged
            and a.currency == b.currency
            and a.unit == b.unit
            and BOTH.fullmatch(text, a.tail, b.phrase_start) is not None
        ):
            first, second = a.comparator[0], b.comparator[0]
            if (first, second) in ((">", "<"), ("<", ">")):
                low, high = (a.low, b.high) if first == ">" else (b.low, a.high)
                if low < high:
                    a.low, a.high, a.end, a.tail, a.comparator, a.ranged, a.rule = (
                        low,
                        high,
                        b.end,
                        b.tail,
                        "=",
                        True,
                        "range: bounds",
                    )
                    continue
        out.append(b)
    return out
