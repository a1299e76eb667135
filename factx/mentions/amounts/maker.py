"""From an item to a mention: the words around it (comparator, direction), then the `AmountMention`."""

from __future__ import annotations

from decimal import Decimal

from factx import lexicon
from factx.document import Document
from factx.mentions.amounts import comparators, directions
from factx.mentions.amounts.item import Item
from factx.mentions.types import AmountMention
from factx.patterns import later
from factx.values.numbers import plain
from factx.values.units import singular_word

__all__ = ["Maker"]

LIMIT = Decimal(10) ** 27
"""An amount of this size or more is none."""
FROM = later(r"(?i)[a-z ]*\bfrom\s\Z")
"""What begins a range, and is no comparator of it: "starting from 45 to 90 m²"."""
RESTATES = later(r"[ ]?\([ ]?|[ ]?/[ ]?")
NOT_RESTATED = frozenset(("count", "percentage", "percentage point", "ratio"))
ELLIPTIC = later(r"(?:,[ ](?:and[ ])?|[ ]and[ ])(?:[A-Z][\w&.’'-]*[ ]){1,3}by[ ]")
"""Between two changes of one verb: "Bolt was down 2.3%, Orlo by 2.6%"."""


class Maker:
    """Makes the mentions of one text, in order; remembers where the last one ended and which way it went."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.out: list[AmountMention] = []
        self.floor = 0  # where the last amount ended: words before it do not speak of the next
        self.directed: tuple[int, str] | None = None

    def surround(self, item: Item) -> None:
        """Comparator and direction from the words around the amount."""
        text = self.text
        found = comparators.before(text, item.start, self.floor)
        if item.rule == "range: bounds":
            found = None
        else:
            item.phrase_start = item.start
        if found is not None and not (item.ranged and (found[0] == "~" or FROM.match(text, found[1], item.start))):
            item.comparator, item.phrase_start = found
        late = comparators.after(text, item.tail)
        if late is not None and (item.comparator in ("=", "~") or late[0] == item.comparator):
            item.comparator = late[0]
            item.phrase_end = max(item.phrase_end, late[1])
        if item.comparator == "=" and not item.ranged:
            plus = text.find("+", item.start, item.end) > item.start  # "1.5+ million"
            item.comparator = ">=" if plus else self._restated(item)
        counts = item.unit is None and item.currency is None and item.kind != "part"
        item.direction = directions.before(text, item.phrase_start, self.floor) or directions.after(
            text, max(item.tail, item.end), counts
        )
        if item.direction is None and self.directed is not None:
            gap = text[self.directed[0] : item.phrase_start]
            if (len(gap) <= 6 and gap.strip() in (", or", "or", "(", ",")) or ELLIPTIC.fullmatch(gap) is not None:
                item.direction = self.directed[1]
        self.directed = None if item.direction is None else (max(item.tail, item.phrase_end), item.direction)

    def _restated(self, item: Item) -> str:
        """The comparator of the amount that this one restates in brackets: "under 300 hp (224 kW / 304 PS)"."""
        if not self.out:
            return "="
        last = self.out[-1]
        if last.comparator == "=" or RESTATES.fullmatch(self.text, last.phrase_end, item.start) is None:
            return "="
        if item.currency is not None:
            return last.comparator if last.currency is not None else "="
        if item.unit is None or last.unit_name == item.unit.name or last.dimension != item.unit.dimension:
            return "="
        return last.comparator if last.dimension not in NOT_RESTATED else "="

    def emit_count(self, item: Item, noun: tuple[int, int], shared: bool = False, confidence: float = 0.85) -> None:
        written = " ".join(self.text[noun[0] : noun[1]].split())
        if shared and written[0].isupper() and written.split(" ", 1)[0].lower() in lexicon.tags():
            written = written[0].lower() + written[1:]  # the capital only begins a sentence
        item.shared = item.shared or shared
        self.emit(
            item, unit=written, unit_name=singular_word(written.split(" ")[-1].lower()), dimension="count",
            place=None if shared else noun, confidence=confidence,
        )  # fmt: skip

    def emit(
        self, item: Item, *, currency: str | None = None, evidence: str = "explicit", unit: str | None = None, unit_name: str | None = None,
        dimension: str = "count", uri: str | None = None, place: tuple[int, int] | None = None, confidence: float = 0.9,
    ) -> None:  # fmt: skip
        if abs(item.high) >= LIMIT or abs(item.low) >= LIMIT:
            return
        if "\n" in self.text[item.start : item.end]:
            sentence = self.document.sentence_at(item.start)  # a wrapped line, or two paragraphs?
            if sentence is None or sentence.end < item.end:
                return
        low = plain(item.low)
        high = low if item.high == item.low else plain(item.high)
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
