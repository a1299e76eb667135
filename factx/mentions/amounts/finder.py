"""The finder: numerals -> money, measures and counts, in text order.

One scan finds the numerals; each is read with what stands beside it (currency, unit), neighbours are joined (ranges,
ratios), and what is a claim becomes an `AmountMention`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from factx.document import Document
from factx.mentions.amounts import comparators, directions
from factx.mentions.amounts.context import context_words
from factx.mentions.amounts.counted import counted_noun, understood_noun
from factx.mentions.amounts.evidence import Evidence
from factx.mentions.amounts.fractions import is_fraction
from factx.mentions.amounts.item import Item
from factx.mentions.amounts.measures import read_per
from factx.mentions.amounts.not_claims import NOT_CLAIMS
from factx.mentions.amounts.ranges import join
from factx.mentions.amounts.reading import BREAK, Covered, carry_currency, join_bounds, read_items
from factx.mentions.types import AmountMention, TimeMention
from factx.options import Options
from factx.values.numbers import plain
from factx.values.units import Unit, compound_unit, rate_of, singular_word

__all__ = ["find_amounts"]

COUNT = Unit("count", "count", None)


RATIO = Unit("ratio", "ratio", "Ratio")


LIMIT = Decimal(10) ** 27


LETTER_MILLIONS = frozenset(("m", "M", "b", "B"))


AGAINST = regex.compile(r"\b(?:from|to|against|than|versus|with|and|or)[ ]\Z")
ELLIPTIC = regex.compile(
    r"[ \u00a0](?:are|were|is|was|will|have|had|would|in|at|by|from|a|last|this|earlier|on|for|during|of|and|"
    r"to)\b|[.,;)]|\s*$"
)


LEVEL_GAP = regex.compile(
    r"[ ](?:lower |higher |[a-z]+ )?(?:to|at)[ ](?:(?:end|close|finish|stand|settle|trade)(?: at)?[ ])?"
)


VAGUE_SCALE = regex.compile(r"(?i)\b(?:few|several|many|couple(?: of)?)[ -]\Z")


LEVEL_OF_POINTS = regex.compile(r",?[ \u00a0](?:up|down|off|to)[ \u00a0](?:by )?[0-9][0-9.,]{0,9}+ points\b")


IN_SHARES = regex.compile(
    r"[ ]in (?P<noun>(?:(?:new|additional|common|ordinary|preferred|fresh|listed) ){0,2}(?:shares|warrants|options|units))\b"
)


KNOWN_STARTS = context_words("opener")


TIME_HEADS = context_words("time-noun")


VERBLIKE = context_words("count-verb")


def find_amounts(document: Document, times: Sequence[TimeMention], options: Options) -> list[AmountMention]:
    """Amounts in text order; none overlaps a temporal expression.

    Numbers that are no claims (years, ages, ordinals, names …) are left out. With `options.only` asking for money
    alone, numbers are not worked out, and the text's tokens are not needed.
    """
    text = document.text
    numbers = options.wants("numbers")
    items = join(text, read_items(text))
    covered = Covered(times)
    evidence = Evidence(text, items)
    finder = _Finder(document, numbers, options)
    items = join_bounds(text, items)
    last_money: Item | None = None
    for item in items:
        if covered.overlaps(item):
            continue
        if item.currency is None and last_money is not None:
            carry_currency(text, last_money, item)
        if item.currency is not None:
            last_money = item
            finder.money(item, evidence)
        elif numbers:
            finder.number(item)
    return finder.out


class _Finder:
    """Turns items into mentions; remembers what the sentence counted last."""

    def __init__(self, document: Document, numbers: bool, options: Options) -> None:
        self.document = document
        self.text = document.text
        self.options = options
        self.out: list[AmountMention] = []
        self.floor = 0
        self.counted: tuple[int, int] | None = None
        self.directed: tuple[int, str] | None = None
        self.inside = 0

    # money

    def money(self, item: Item, evidence: Evidence) -> None:
        """One amount of money."""
        if VAGUE_SCALE.search(self.text, max(0, item.start - 12), item.start):
            return  # "a few million dollars"
        currency, how = evidence.of(item)
        item.phrase_end = item.tail
        self._surround(item)
        closed = self.text[item.phrase_end : item.phrase_end + 1] == ")"  # "(US$3.20) per kilo"
        per = read_per(self.text, item.phrase_end + closed)
        if per is not None:
            item.per, item.phrase_end = per
        self._emit(item, currency=currency, evidence=how)

    # numbers

    def number(self, item: Item) -> None:
        """One number, if it is a claim."""
        text = self.text
        if item.start < self.inside and item.unit is None:
            return  # part of what the last number counts: "two 737 Max jets"
        if text.startswith(("per ", "Per "), item.start - 4) and item.kind == "digits":
            return  # "cases per 100,000 people"
        if (
            item.letter is not None
            and not item.ranged
            and text[item.end : item.letter_end] in LETTER_MILLIONS
            and self._millions(item)
        ):
            item.unit = None
            self._count(item)
            return
        if item.unit is not None:
            if item.unit.dimension == "time" and item.kind != "ratio":
                return
            self._measure(item)
            return
        if item.kind == "vague":
            return  # "dozens of people" claims no number
        if VAGUE_SCALE.search(text, max(0, item.start - 12), item.start):
            return  # "several thousand workers"
        if item.kind == "part" and item.low < 1:
            self._part(item)
            return
        if NOT_CLAIMS.match(text, item.start) is not None or (
            item.letter is not None and text[item.end : item.end + 1].isalpha()
        ):
            return
        if text[item.end : item.end + 1].isalpha() or text[item.end : item.end + 1] == "_":
            return
        self._count(item)

    def _millions(self, item: Item) -> bool:
        """ "4.3M digital sales", "12m people": the letter is a magnitude where things in the plural follow."""
        noun = counted_noun(self.text, self.document.tokens, item.letter_end)
        if noun is None:
            return False
        head = self.text[noun[0] : noun[1]].split()[-1]
        if not (head.endswith("s") and not head.endswith("ss")) and head not in ("people", "staff"):
            return False
        item.take_letter()
        return True

    def _measure(self, item: Item) -> None:
        unit = item.unit
        assert unit is not None
        start, end = item.unit_start, item.unit_end
        if unit.dimension == "rate" and self.options.parse_compound_units:
            better = compound_unit(self.text[start:end])
            unit = better or unit
        item.phrase_end = max(item.tail, item.end)
        self._surround(item)
        if item.per is None and unit.dimension in ("mass", "volume", "energy", "data storage", "length", "area"):
            noun = counted_noun(self.text, self.document.tokens, end) if self.text.startswith(" of ", end) else None
            per = read_per(self.text, noun[1] if noun is not None else end)
            if per is not None and self.text.startswith((" each ", " every "), noun[1] if noun is not None else end):
                item.per, item.phrase_end = per
            elif per is not None:
                item.per, item.phrase_end = per
                rate = rate_of(unit, per[0])
                self._emit(
                    item, unit=f"{self.text[start:end]} per {per[0]}", unit_name=rate.name, dimension=rate.dimension, place=(start, end)
                )  # fmt: skip
                return
        written = self.text[start:end]
        if unit.name == "ratio" or item.kind == "fold":
            written = unit.name if unit.name == "ratio" else "fold"
            self._emit(item, unit=written, unit_name=unit.name, dimension="ratio", uri=unit.uri)
            return
        self._emit(item, unit=written, unit_name=unit.name, dimension=unit.dimension, uri=unit.uri, place=(start, end))

    def _part(self, item: Item) -> None:
        """Halves, thirds: "half of staff", "a third less"."""
        text = self.text
        word = text[item.start : item.end].lower()
        if not is_fraction(text, item, comparators.before(text, item.start, self.floor) is not None):
            return
        noun = counted_noun(text, self.document.tokens, item.end) if word[0].isdigit() else None
        self._surround(item)
        if noun is not None and not text.startswith(" of ", item.end):
            item.phrase_end = max(item.phrase_end, noun[1])
            self._emit_count(item, noun)
            return
        self._emit(item, unit="ratio", unit_name="ratio", dimension="ratio", uri="Ratio")

    def _count(self, item: Item) -> None:
        text = self.text
        noun = counted_noun(text, self.document.tokens, item.tail)
        if noun is None and item.scaled:
            share = IN_SHARES.match(text, item.tail)  # "44.5 million in new shares"
            noun = share.span("noun") if share is not None else None
        if noun is None:
            late = comparators.after(text, item.tail)  # "3,000 or more sites"
            noun = counted_noun(text, self.document.tokens, late[1]) if late is not None else None
        compare = comparators.before(text, item.start, self.floor)
        item.phrase_end = item.tail
        self._surround(item)
        named = self._after_name(item)
        if noun is not None:
            word = text[noun[0] : noun[1]]
            head = singular_word(word.split()[-1].lower())
            if named or head in TIME_HEADS:
                return
            if (
                item.low == 1
                and item.kind == "words"
                and word.lower().endswith("s")
                and not word.lower().endswith("ss")
            ):
                return
            self.counted = noun
            self.inside = noun[1]
            item.phrase_end = max(item.phrase_end, noun[1])
            late = comparators.after(text, noun[1])
            if late is not None and item.comparator == "=":
                item.comparator, item.phrase_end = late
            per = read_per(text, noun[1])
            if per is not None:
                item.per, item.phrase_end = per
            self._emit_count(item, noun)
            return
        per = read_per(text, item.tail)
        if per is not None:
            item.per, item.phrase_end = per
        understood = understood_noun(text, self.document.tokens, item.start, item.phrase_start)
        points = LEVEL_OF_POINTS.match(text, item.tail) is not None
        strong = (
            per is not None
            or understood is not None
            or points
            or self._level(item)
            or item.scaled
            or item.grouped
            or compare is not None
            or item.ranged
            or item.comparator != "="
            or item.direction is not None
        )
        if not strong and not (item.low >= 10000 and item.kind == "digits" and not named) and not self._elliptic(item):
            if not named and ELLIPTIC.match(text, item.end):
                self._same_measure(item)
            return
        if named and not (item.scaled or item.grouped):
            return
        if text[item.start : item.end].lower().endswith("dozen"):
            return
        if points:
            self._emit(item, unit="points", unit_name="point", confidence=0.7)
            return
        if self._same_measure(item):
            return
        if understood is not None:
            self._emit_count(item, understood, shared=True, confidence=0.8)
            return
        carried = self._carried(item)
        if carried is not None:
            self._emit_count(item, carried, shared=True, confidence=0.7)
        else:
            self._emit(item, confidence=0.6)

    def _elliptic(self, item: Item) -> bool:
        """ "of which 30 are new", "from 208 pounds to 193"."""
        return ELLIPTIC.match(self.text, item.end) is not None and item.low != 1 and self._carried(item) is not None

    def _level(self, item: Item) -> bool:
        """ "fell 0.4 per cent to 13176": the level behind a change in percent or points."""
        if not self.out or item.kind != "digits" or item.low < 10:
            return False
        last = self.out[-1]
        if last.unit_name not in ("percent", "point") or last.direction is None:
            return False
        return LEVEL_GAP.fullmatch(self.text, last.phrase_end, item.start) is not None

    def _carried(self, item: Item) -> tuple[int, int] | None:
        """The noun that the sentence counted last, for a number without one."""
        if self.counted is None or item.start - self.counted[1] > 200 or item.start < self.counted[1]:
            return None
        if BREAK.search(self.text, self.counted[1], item.start):
            return None
        return self.counted

    def _same_measure(self, item: Item) -> bool:
        """ "3.2 million tonnes, down 6% from 3.4 million": the unit of measure said before."""
        for last in reversed(self.out[-2:]):
            if last.unit_name in (None, "percent", "ratio") or last.currency is not None or last.unit_start is None:
                continue
            if last.dimension in ("count", "percentage", "percentage point", "ratio") or item.start - last.end > 120:
                return False
            if BREAK.search(self.text, last.end, item.start) or not AGAINST.search(
                self.text, max(last.end, item.start - 12), item.start
            ):
                return False
            item.shared = True
            self._emit(
                item,
                unit=last.unit,
                unit_name=last.unit_name,
                dimension=last.dimension,
                uri=last.unit_uri,
                confidence=0.7,
            )
            return True
        return False

    def _after_name(self, item: Item) -> bool:
        """Is the number part of a name: "iPhone 11", "Boeing 737", "the Nasdaq 100"?"""
        text = self.text
        if (
            item.kind != "digits"
            or item.start < 2
            or text[item.start - 1] != " "
            or not (text[item.start - 2].isalnum() or text[item.start - 2] in "’'")
        ):
            return False
        tokens = self.document.tokens
        index = tokens.at(item.start) - 1
        if index < 0 or tokens.end[index] != item.start - 1:
            return False
        form = tokens.text[index]
        if not any(c.isupper() for c in form) or (index > 0 and tokens.lower[index] in VERBLIKE):
            return False
        if tokens.codes[index] not in "PN" or item.scaled or (item.grouped and "," in text[item.start : item.end]):
            return False
        begins = (
            index == 0 or tokens.codes[index - 1] in '.":' or "\n" in text[tokens.end[index - 1] : tokens.start[index]]
        )
        if begins and tokens.lower[index] in KNOWN_STARTS:
            return False
        # "In Britain 200 people": the name closes a prepositional phrase that opens the sentence
        position = index
        while position > 0 and tokens.codes[position] == "P" and index - position < 6:
            position -= 1
        return not (tokens.codes[position] == "I" and (position == 0 or tokens.codes[position - 1] in '.":'))

    # what both have

    def _surround(self, item: Item) -> None:
        """Comparator and direction from the words around the amount."""
        text = self.text
        found = comparators.before(text, item.start, self.floor)
        if item.rule == "range: bounds":
            found = None
        else:
            item.phrase_start = item.start
        if found is not None:
            item.comparator, item.phrase_start = found
        late = comparators.after(text, item.tail)
        if late is not None and (item.comparator in ("=", "~") or late[0] == item.comparator):
            item.comparator = late[0]
            item.phrase_end = max(item.phrase_end, late[1])
        counts = item.unit is None and item.currency is None and item.kind != "part"
        item.direction = directions.before(text, item.phrase_start, self.floor) or directions.after(
            text, max(item.tail, item.end), counts
        )
        if item.direction is None and self.directed is not None:
            gap = text[self.directed[0] : item.phrase_start]
            if len(gap) <= 6 and gap.strip() in (", or", "or", "(", ","):
                item.direction = self.directed[1]
        self.directed = None if item.direction is None else (max(item.tail, item.phrase_end), item.direction)

    def _emit_count(self, item: Item, noun: tuple[int, int], shared: bool = False, confidence: float = 0.85) -> None:
        written = " ".join(self.text[noun[0] : noun[1]].split())
        item.shared = item.shared or shared
        self._emit(
            item, unit=written, unit_name=singular_word(written.split(" ")[-1].lower()), dimension="count",
            place=None if shared else noun, confidence=confidence,
        )  # fmt: skip

    def _emit(
        self, item: Item, *, currency: str | None = None, evidence: str = "explicit", unit: str | None = None, unit_name: str | None = None,
        dimension: str = "count", uri: str | None = None, place: tuple[int, int] | None = None, confidence: float = 0.9,
    ) -> None:  # fmt: skip
        if abs(item.high) >= LIMIT or abs(item.low) >= LIMIT:
            return
        if "\n" in self.text[item.start : item.end]:
            sentence = self.document.sentence_at(item.start)  # a wrapped line, or two paragraphs?
            if sentence is None or sentence.end < item.end:
                return
        low, high = plain(item.low), plain(item.high)
        self.floor = item.end
        self.out.append(
            AmountMention(
                start=item.start, end=item.end, low=low, high=high, phrase_start=min(item.phrase_start, item.start),
                phrase_end=max(item.phrase_end, item.end), comparator=item.comparator, currency=currency, currency_evidence=evidence,
                unit=unit, unit_name=unit_name, dimension=dimension, unit_uri=uri, unit_start=place[0] if place else None,
                unit_end=place[1] if place else None, per=item.per, direction=item.direction, shared=item.shared,
                confidence=confidence, rule="amount: " + item.rule,
            )
        )  # fmt: skip
