"""The finder: numerals -> money, measures and counts, in text order.

One scan finds the numerals; each is read with what stands beside it (currency, unit), neighbours are joined (ranges,
ratios), and what is a claim becomes an `AmountMention`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factx.document import Document
from factx.mentions.amounts import comparators
from factx.mentions.amounts.claimed import claimed
from factx.mentions.amounts.codes import is_code
from factx.mentions.amounts.context import context_words
from factx.mentions.amounts.counted import counted_noun, moved_noun, understood_noun
from factx.mentions.amounts.ellipsis import carried_noun, has_points, is_level, is_linked, same_measure, stands_alone
from factx.mentions.amounts.evidence import Evidence
from factx.mentions.amounts.item import Item
from factx.mentions.amounts.measurer import Measurer
from factx.mentions.amounts.measures import read_per
from factx.mentions.amounts.named import is_in_name
from factx.mentions.amounts.not_claims import NOT_CLAIMS
from factx.mentions.amounts.ranges import join
from factx.mentions.amounts.reading import Covered, carry_currency, is_conversion, join_bounds, read_items
from factx.mentions.types import AmountMention, SpanTuple, TimeMention
from factx.options import Options
from factx.patterns import later
from factx.values.units import singular_word

__all__ = ["find_amounts", "found_amounts"]

LETTER_MILLIONS = frozenset(("k", "K", "m", "M", "b", "B"))


VAGUE_SCALE = later(r"(?i)\b(?:few|several|many|couple(?: of)?)[ -]\Z")


EQUALS = later(r"[ ]?=[ ]?(?=[$€£¥]|[A-Z]{1,3}\$?[ ]?[0-9]|[0-9])")


IN_THINGS = later(
    r"[ ]in(?=[ ](?:(?:new|additional|common|ordinary|preferred|fresh|listed|total|active|cumulative|registered) ){0,2}(?:shares|warrants|options|units)\b"
    r"|[ ](?:total|cumulative|additional|active|registered) (?:[a-z]+ ){0,2}[a-z]{3,}s\b)"
)
"""Between a large number and what it counts: "44.5 million in new shares", "10 billion in total transactions"."""
CLAUSE = later(r"(?:,|;|\band|\bwhile|\bbut|\bwhich) \Z")
"""With what a clause begins whose subject is a number."""


ASIDE = 40
OPENED = later(r"[^.;:()]*?(?:\(| [—–-] )\Z")
"""From the noun to an aside: "of adults (", "of homes with a dog — "."""
TIME_HEADS = context_words("time-noun")


def find_amounts(
    document: Document, times: Sequence[TimeMention], options: Options, passed: list[SpanTuple] | None = None
) -> list[AmountMention]:
    """Amounts in text order; none overlaps a temporal expression.

    Numbers that are no claims (years, ages, ordinals, names …) are left out. With `options.only` asking for money
    alone, numbers are not worked out. `passed` is given the tables of numbers that were not read.
    """
    return claimed(document, found_amounts(document, times, options, passed))


def found_amounts(
    document: Document, times: Sequence[TimeMention], options: Options, passed: list[SpanTuple] | None = None
) -> list[AmountMention]:
    """The same, with the numbers whose claim is yet to be weighed."""
    text = document.text
    numbers = options.wants("numbers")
    items = join(text, read_items(text, document.tokens, passed))
    covered = Covered(times)
    items = [item for item in items if item.currency is None or not is_code(text, item)]
    evidence = Evidence(text, items)
    finder = _Finder(document, options)
    items = join_bounds(text, items)
    last_money: Item | None = None
    for item in items:
        if covered.overlaps(item):
            continue
        if item.currency is None and last_money is not None:
            carry_currency(text, last_money, item)
        if item.currency is not None:
            if last_money is None or not is_conversion(text, last_money, item):
                last_money = item
            finder.money(item, evidence)
        elif numbers:
            finder.number(item)
    for this, that in pairwise(finder.out):
        _as_rough(text, this, that)
    return finder.out


def _as_rough(text: str, this: AmountMention, that: AmountMention) -> None:
    """ "almost 30m euros ($39m)": what converts an amount in brackets is as rough as the amount."""
    if that.comparator != "=" or this.low != this.high or this.comparator == "=" or text[that.start - 1] not in "( ":
        return
    other = this.currency != that.currency if that.currency is not None else this.unit != that.unit
    measure = that.currency is not None or that.dimension not in ("count", "percentage", "ratio")
    if other and measure and this.dimension == that.dimension and text[this.phrase_end : that.start] == " (":
        that.comparator = this.comparator


class _Finder(Measurer):
    """Decides which items are amounts, and of what; remembers what the sentence counted last."""

    def __init__(self, document: Document, options: Options) -> None:
        super().__init__(document, options)
        self.counted: tuple[int, int] | None = None
        self.rate_end = -1  # where the other side of a rate of exchange begins
        self.inside = 0  # the end of the noun that was counted last

    # money

    def money(self, item: Item, evidence: Evidence) -> None:
        """One amount of money."""
        if VAGUE_SCALE.search(self.text, max(0, item.start - 12), item.start):
            return  # "a few million dollars"
        if self.text[item.tail : item.tail + 2].lstrip().startswith("%"):
            return  # "$148.5%" is neither
        rate = EQUALS.match(self.text, item.end) if self.text[item.start - 1 : item.start] == "(" else None
        if rate is not None or self.rate_end == item.start:
            self.rate_end = rate.end() if rate is not None else -1
            return  # "($1 = 0.92 euros)" is a rate of exchange, and no claim
        item.phrase_end = item.tail
        self.surround(item)
        closed = self.text[item.phrase_end : item.phrase_end + 1] == ")"  # "(US$3.20) per kilo"
        per = read_per(self.text, item.phrase_end + closed)
        if per is not None:
            item.per, item.phrase_end = per
            if (
                closed
                and self.out
                and self.out[-1].per is None
                and self.text[self.out[-1].phrase_end : item.start].strip() == "("
            ):
                self.out[-1].per = item.per  # "C$6 (US$4.46) per share"
        currency, how = evidence.of(item)
        self.emit(item, currency=currency, evidence=how)

    # numbers

    def number(self, item: Item) -> None:
        """One number, if it is a claim."""
        text = self.text
        if item.start < self.inside and item.unit is None:
            return  # part of what the last number counts: "two 737 Max jets"
        if text[max(0, item.start - 4) : item.start] in ("per ", "Per ") and item.kind == "digits":
            return  # "cases per 100,000 people"
        if not item.ranged and self._millions(item):
            item.unit = None
            self._count(item)
            return
        if item.unit is not None:
            if item.unit.dimension == "time" and item.kind != "ratio":
                return
            self.measure(item)
            return
        if item.kind == "vague":
            return  # "dozens of people" claims no number
        if VAGUE_SCALE.search(text, max(0, item.start - 12), item.start):
            return  # "several thousand workers"
        if item.kind == "part" and item.low < 1:
            self.part(item)
            return
        if NOT_CLAIMS.match(text, item.start) is not None or (
            item.letter is not None and text[item.end : item.end + 1].isalpha()
        ):
            return
        if text[item.end : item.end + 1].isalpha() or text[item.end : item.end + 1] == "_":
            return
        self._count(item)

    def _millions(self, item: Item) -> bool:
        """ "4.3M digital sales", "150K+ users": the letter is a magnitude where things in the plural follow."""
        text, end = self.text, item.letter_end if item.letter is not None else item.end
        letter = text[end - 1 : end]
        if letter not in LETTER_MILLIONS or not text[end - 2].isdigit():
            return False
        late = comparators.after(text, end)
        noun = counted_noun(text, self.document.tokens, end if late is None else late[1])
        if noun is None or (item.low >= 100 and letter in "bB"):
            return False  # "340B covered entities"
        head = self.text[noun[0] : noun[1]].split()[-1]
        if not (head.endswith("s") and not head.endswith("ss")) and head not in ("people", "staff"):
            return False
        item.take_letter()
        return True

    def _count(self, item: Item) -> None:
        text = self.text
        noun = counted_noun(text, self.document.tokens, item.tail)
        if noun is None and item.scaled:
            things = IN_THINGS.match(text, item.tail)
            noun = counted_noun(text, self.document.tokens, things.end()) if things is not None else None
        if noun is None:
            late = comparators.after(text, item.tail)  # "3,000 or more sites"
            noun = counted_noun(text, self.document.tokens, late[1]) if late is not None else None
        if noun is None and item.ahead is not None:
            noun = counted_noun(text, self.document.tokens, item.ahead)
            if noun is not None:
                self.surround(item)
                self.emit_count(item, noun, shared=True)
                return
        compare = comparators.before(text, item.start, self.floor)
        item.phrase_end = item.tail
        self.surround(item)
        named = is_in_name(text, self.document.tokens, item)
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
            self.emit_count(item, noun)
            return
        self._bare(item, compared=compare is not None, named=named)

    def _bare(self, item: Item, compared: bool, named: bool) -> None:
        """A number that no noun follows: a claim where something says that it counts."""
        text = self.text
        per = read_per(text, item.tail)
        if per is not None:
            item.per, item.phrase_end = per
        understood = understood_noun(text, self.document.tokens, item.start, item.phrase_start)
        points = has_points(text, item)
        strong = (
            per is not None
            or understood is not None
            or points
            or is_level(text, self.out, item)
            or item.scaled
            or (item.grouped and "," in text[item.start : item.end])
            or is_linked(text, item)
            or compared
            or item.ranged
            or item.comparator != "="
            or item.direction is not None
        )
        if not strong and not self._carries_on(item, named):
            return
        if named and not (item.scaled or (item.grouped and "," in text[item.start : item.end])):
            return
        if text[item.start : item.end].lower().endswith("dozen"):
            return
        if points:
            self.emit(item, unit="points", unit_name="point", confidence=0.7)
        elif self._same_measure(item):
            return
        elif understood is not None:
            self.emit_count(item, understood, shared=True, confidence=0.8)
        else:
            carried = self._moved(item) or self._of_part(item) or carried_noun(text, self.counted, item)
            if carried is not None:
                self.counted = carried
                self.emit_count(item, carried, shared=True, confidence=0.7)
            else:
                self.emit(item, confidence=0.6)

    def _carries_on(self, item: Item, named: bool) -> bool:
        """Does a small bare number count what an earlier one did? One that measures the same is told here."""
        if not stands_alone(self.text, item) and not self._acts(item):
            return False
        if item.low != 1 and carried_noun(self.text, self.counted, item) is not None:
            return True
        if not named:
            self._same_measure(item)
        return False

    def _acts(self, item: Item) -> bool:
        """Does a verb follow whose subject the number is: "Of the 60 sites, 12 closed and 48 stayed open"?"""
        tokens = self.document.tokens
        index = tokens.first_from(item.end)
        if index >= len(tokens) or tokens.tag[index] not in ("VBD", "VBN", "VBP", "VBZ"):
            return False
        return CLAUSE.search(self.text, max(0, item.start - 7), item.start) is not None

    def _moved(self, item: Item) -> tuple[int, int] | None:
        """The plural in front that rises or falls to the number."""
        tokens = self.document.tokens
        before = tokens.at(item.phrase_start) - 1
        found = moved_noun(tokens, before) if before >= 0 else None
        return (tokens.start[found[0]], tokens.end[found[1]]) if found is not None else None

    def _of_part(self, item: Item) -> tuple[int, int] | None:
        """What the share before is of: "21% of adults (48 million) read it"."""
        last = self.out[-1] if self.out else None
        if last is None or last.dimension not in ("percentage", "ratio") or not self.text.startswith(" of ", last.end):
            return None
        noun = counted_noun(self.text, self.document.tokens, last.end)
        if noun is None or not 0 < item.phrase_start - noun[1] <= ASIDE:
            return None
        return noun if OPENED.match(self.text, noun[1], item.phrase_start) is not None else None

    def _same_measure(self, item: Item) -> bool:
        last = same_measure(self.text, self.out, item)
        if last is None:
            return False
        item.shared = True
        self.emit(
            item, unit=last.unit, unit_name=last.unit_name, dimension=last.dimension, uri=last.unit_uri, confidence=0.7
        )
        return True
