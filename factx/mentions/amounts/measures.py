"""Units of measure behind a numeral: percent, points, physical units, and the "per" of a rate.

>>> from factx.mentions.amounts.numerals import find_numerals
>>> def read(text):
...     item = Item(next(find_numerals(text)))
...     return (item.unit.name, text[item.unit_start:item.unit_end]) if read_unit(text, item) else None
>>> [read(t) for t in ("5%", "3.5 percentage points", "a 3-inch screen", "30 mph", "12 people", "50 gallons a day")]
[('percent', '%'), ('percentage point', 'percentage points'), ('inch', 'inch'), ('mile per hour', 'mph'), None, ('gallon per day', 'gallons a day')]
"""

from __future__ import annotations

import regex

from factx import lexicon
from factx.mentions.amounts.item import Item
from factx.patterns import later
from factx.values.units import Unit, first_words, rate_of, singular_word, unit_of

__all__ = ["read_per", "read_unit"]

RUN = later(
    r"(?P<gap>[ \u00a0\u2009\u202f]?+[-‐‑]?|[ \u00a0]?[\[{(])"
    r"(?P<run>[°º][ ]?(?:[^\W\d_]++)?|[″%％‰‱]|[^\W\d_]++[²³23]?(?:\.[^\W\d_](?:\.[^\W\d_]){1,2}\.?)?(?:[.](?=[ ,]))?"
    r"(?:[·/][^\W\d_]++[²³23]?)?(?:[ \u00a0-](?![ -])"
    r"[^\W\d_]++[²³]?){0,3}+)"
)
CUT = later(r"[ \u00a0-]")
INCH_MARK = later(
    r'(?P<mark>[ ]?(?:"|\'\'))(?= (?:long|wide|tall|high|deep|thick|diameter|screen|display|tv|x|by|from)\b)'
)
WARMTH = later(
    r"(?i)\b(?:temperatures?|degrees?|thermometer|celsius|fahrenheit|heatwave|heat wave|hot|hotter|cold|colder|warm|warmer|cool|freezing)\b|°"
)
PERCENT_SIGNS = frozenset("%％‰‱")
SENTENCE_END = later(r"\s*+(?:$|[^\sa-z])|\n")
LETTERS = frozenset(("m", "g", "t", "l", "L", "W", "V"))
"""Letters that are units behind digits alone."""
GLUED_ONLY = frozenset(("x", "X", "×", "s", "h", "p", "GT", "sf", "cf", "in.", "bu", "kn"))
MAGNITUDES_TOO = frozenset(("m", "b", "k", "t", "mm", "M", "K", "B"))
NAMED_AFTER_PEOPLE = frozenset(("electric potential", "current", "power", "frequency"))
"""Dimensions whose units are surnames: "12 Watt"."""
METRES = later(
    r"[ \u00a0](?:long|wide|high|deep|tall|thick|across|above|below|away|from|x|×|by|of|up|down|ahead|behind|"
    r"north|south|east|west)\b"
)
MILLIONS = later(
    r"[ \u00a0](?:people|[a-z]{2,}(?<!s)s\b|[A-Z][\w-]*+ [a-z]{2,}(?<!s)s\b|(?:new|active|paying|monthly|daily|"
    r"more|other|extra|additional|unique|mobile|registered) )"
)
RATE = later(
    r"(?:[ \u00a0]?/[ \u00a0]?|[ \u00a0]per[ \u00a0]|[ -]{0,3}-per-|[ ]?-[ ]?per[ ]?-[ ]?)"
    r"(?P<mods>(?:(?:fully|diluted|basic|ordinary|common|American|depositary|depository|equity|class|Class|"
    r"[A-C]|adjusted|limited|partnership|the|each)[ -]){0,3}+)"
    r"(?P<per>(?:(?:square|cubic|metric|troy|available|passenger|seat|sq|cu)\.?[ -])?[A-Za-z]{1,20}+[²³23]?(?!\w))"
    r"|(?:[ ]?-[ ]?an?[ ]?-[ ]?|[ \u00a0]an?[ \u00a0])(?P<a>(?:square |cubic |metric |troy )?[a-z]{2,14}+)(?!\w)"
)
EACH = later(
    r"[ \u00a0](?:each|every)[ \u00a0](?P<each>year|quarter|month|week|day|night|hour|minute|second|season)\b"
    r"|[ \u00a0](?P<often>annually|yearly|quarterly|monthly|weekly|daily|hourly|psf|psm|pcm|p\.a\.|pa|pw)"
    r"(?=\s*+(?:[.,;:)]|$)|[ ](?:to|from|in|by|and|or|on|for|at|with|since|per)\b|(?<=p\.a\.)[ ][A-Z])"
)
NEXT_WORD = later(r"[ \u00a0]([a-z]{2,14}+)(?!\w)")
PER_MANY = later(r"[ \u00a0]per[ \u00a0]([0-9][0-9,]{0,9}+ (?:(?:square|cubic|metric) )?[a-z]{2,14}+)(?!\w)")
OFTEN = {
    "annually": "year",
    "yearly": "year",
    "quarterly": "quarter",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "psf": "square foot",
    "psm": "square metre",
    "pcm": "month",
    "p.a.": "year",
    "pa": "year",
    "pw": "week",
}
NOT_RATE = later(
    r"[ \u00a0-](?:ago|earlier|before|later|after|prior|previously|on year|on-year|since|early|old|or so ago|"
    r"back|from now|apart)\b"
)


def _rate_nouns() -> frozenset[str]:
    return lexicon.words("rate_nouns.tsv")


BRACKETED_PERCENT = later(r"\) ?(%|percent\b|per cent\b)")


def read_unit(text: str, item: Item) -> bool:
    """Find the unit of measure behind the number; for percent signs and words the span is widened by it."""
    if _percent_behind_mark(text, item):
        return True
    match = RUN.match(text, item.end)
    if match is None:
        return _inches(text, item)
    gap, run, start = match["gap"], match["run"], match.start("run")
    first = CUT.split(run, maxsplit=1)[0]
    if _opens_bracket(text, item, match) or not _can_begin_unit(first) or _is_code(text, match, first):
        return False
    if not gap and first in ("C", "F") and _is_warmth(text, item):
        _set(item, unit_of("°" + first), start, start + 1)
        return True
    for cut in reversed([*(m.start() for m in CUT.finditer(run)), len(run)]):
        found = _unit_in(text, item, run[:cut].replace("\u00a0", " "), gap, start)
        if found is None:
            continue
        form, unit = found
        end = start + len(form)
        if item.letter is not None and end >= item.letter_end and form in MAGNITUDES_TOO:
            if _letter_is_million(text, item):
                return read_unit(text, item)
            if form in ("k", "K", "b", "B"):
                return False
        _set(item, unit, start, end)
        if unit.name == "percent":
            item.end = end
        elif unit.dimension != "percentage point":
            _rate(text, item)
        return True
    if item.letter is not None and _letter_is_million(text, item):
        return read_unit(text, item)
    head, slash, _ = first.partition("/")
    before_slash = unit_of(head) if slash and (len(head) > 1 or head in LETTERS) else None
    if before_slash is not None:
        _set(item, before_slash, start, start + len(head))
        _rate(text, item)
    return item.unit is not None


def _percent_behind_mark(text: str, item: Item) -> bool:
    """ "70+%", "(5)%"."""
    end = item.end
    after = text[end : end + 1]
    if after == "+" and text[end + 1 : end + 2] == "%":
        _set(item, unit_of("%"), end + 1, end + 2)
        item.end, item.comparator = item.tail, ">="
        return True
    if after == ")" and text[item.start - 1 : item.start] == "(":
        sign = BRACKETED_PERCENT.match(text, end)
        if sign is not None:
            item.low, item.high = -item.high, -item.low
            item.start -= 1
            item.unit = unit_of("%")
            item.unit_start, item.unit_end = sign.span(1)
            item.end = item.tail = sign.end()
            return True
    return False


def _inches(text: str, item: Item) -> bool:
    """ "a 55" screen"."""
    mark = INCH_MARK.match(text, item.end)
    if mark is None or item.kind != "digits":
        return False
    _set(item, unit_of("″"), mark.start("mark"), mark.end())
    return True


def _is_warmth(text: str, item: Item) -> bool:
    """Is a letter glued to digits a degree's, by the words around it?"""
    return item.kind == "digits" and WARMTH.search(text, max(0, item.end - 90), item.end + 60) is not None


def _opens_bracket(text: str, item: Item, match: regex.Match[str]) -> bool:
    """Does a bracket stand before the letters that holds more than a unit: not "5 (kg)"?"""
    gap = match["gap"]
    if not gap or gap[-1] not in "[{(":
        return False
    return item.kind != "digits" or text[match.end() : match.end() + 1] not in "]}" or not gap.strip()


def _can_begin_unit(first: str) -> bool:
    """Can the letters before the first cut be those of a unit?"""
    known = first_words()
    if "/" in first:
        head = first.partition("/")[0]
        return first in known or head.lower() in known or head in known
    return first in ("C", "F") or first.rstrip(".") in known or first.lower() in known or first[0] in "°º"


def _is_code(text: str, match: regex.Match[str], first: str) -> bool:
    """ "24703m212", "24703 L-202": letters inside the number of a thing."""
    if first in PERCENT_SIGNS:
        return False
    behind = text[match.end() : match.end() + 2]
    if behind[:1].isdigit() and not CUT.search(match["run"]):
        return True
    return behind[:1] == "-" and behind[1:].isdigit() and len(match["run"]) < 4


def _unit_in(text: str, item: Item, form: str, gap: str, start: int) -> tuple[str, Unit] | None:
    """The unit that letters from `start` on name, and the letters without the stop of the sentence; None where they name none."""
    if form in LETTERS and len(form) == 1:
        if item.kind not in ("digits", "part") or gap.strip():
            return None
    elif form in GLUED_ONLY and (gap or item.kind != "digits"):
        return None
    unit = unit_of(form) or (unit_of(form.replace("-", " ")) if "-" in form else None)  # "a 2,600-square-foot hall"
    if (
        form[-1] == "."
        and (len(form) > 2 or not gap)  # "2407 W. 24th St."
        and (unit is None or ("." not in form[:-1] and SENTENCE_END.match(text, start + len(form))))
        and unit_of(form[:-1]) is not None
    ):
        form = form[:-1]  # the stop is the sentence's
        unit = unit_of(form)
    if unit is None or (form.istitle() and gap and len(form) > 3 and unit.dimension in NAMED_AFTER_PEOPLE):
        return None
    return (form, unit) if _measures(unit, gap, text, start + len(form)) else None


def _measures(unit: Unit, gap: str, text: str, end: int) -> bool:
    """Is it a measure where it stands, up to `end`? Some things are counted, too."""
    if unit.name == "time":
        return not gap
    if unit.name == "page":
        return "-" in gap  # "12 pages" are counted, "a 12-page report" has a length
    return unit.name != "count" or RATE.match(text, end) is not None  # "fined three times"; but "12 times a minute"


def _letter_is_million(text: str, item: Item) -> bool:
    """Take "12m people", "25k", "3b users" as magnitudes; leave "12m long", "100m race"."""
    if item.letter is None or item.kind != "digits" or item.letter_end - item.end > 2:
        return False
    if text[item.end] in " -\u00a0":
        return False
    letter = text[item.end : item.letter_end]
    if letter in ("k", "K") or (
        letter in ("m", "M", "b", "B", "mm")
        and MILLIONS.match(text, item.letter_end)
        and not METRES.match(text, item.letter_end)
    ):
        item.take_letter()
        return True
    return False


def _set(item: Item, unit: object, start: int, end: int) -> None:
    item.unit = unit  # type: ignore[assignment]
    item.unit_start = start
    item.unit_end = item.tail = end


def _rate(text: str, item: Item) -> None:
    """ "gallons a day": the rate is part of the unit."""
    end = item.unit_end
    found = _per(text, end) or (_per(text, end + 1) if text[end : end + 1] == "." else None)  # "5 sq. ft. per head"
    if found is not None and item.unit is not None:
        per, end = found
        item.per = per
        item.unit = rate_of(item.unit, per)
        item.unit_end = item.tail = end
    elif found is None:
        often = EACH.match(text, end)
        if often is not None:  # "10 tonnes each day": the unit stays tonnes
            item.per = often["each"] or OFTEN[often["often"]]


NAMED_SHARE = later(r"(?:[ \u00a0][A-Z][\w&.'’-]{0,20}){0,3}[ \u00a0](share|unit)\b")


def _per(text: str, at: int) -> tuple[str, int] | None:
    match = RATE.match(text, at)
    if match is None:
        return None
    if match["a"] is not None:
        noun = match["a"]
        if singular_word(noun.split(" ")[-1]) not in _rate_nouns() or NOT_RATE.match(text, match.end()):
            return None
        return noun, match.end()
    noun = match["per"]
    if noun.lower() in ("cent", "se", "capita"):
        return ("capita", match.end()) if noun.lower() == "capita" else None
    if (
        text[match.start() : match.start() + 2].strip().startswith("/")
        and len(noun) > 1
        and not (noun.islower() or unit_of(noun))
    ):
        return None
    if noun[0].isupper():
        share = NAMED_SHARE.match(text, match.end())  # "per Bolt Gears share"
        if share is not None:
            return share[1], share.end()
    if " " not in noun and singular_word(noun.lower()) not in _rate_nouns():
        behind = NEXT_WORD.match(text, match.end())  # "per payable pound"
        if behind is not None and singular_word(behind[1]) in _rate_nouns():
            return behind[1], behind.end()
    return noun, match.end()


def read_per(text: str, at: int) -> tuple[str, int] | None:
    """The "per share", "a year", "/barrel", "each month", "annually" at `at`, as (noun, end).

    >>> read_per("$1.05 per diluted share", 5), read_per("$5m a year earlier", 3), read_per("$5m annually", 3)
    (('share', 23), None, ('year', 12))
    """
    found = _per(text, at)
    if found is None:
        often = EACH.match(text, at)
        if often is not None:
            return often["each"] or OFTEN[often["often"]], often.end()
        many = PER_MANY.match(text, at)  # "$1.97 per 1,000 cubic feet"
        if many is not None:
            return many[1], many.end()
    return found
