"""Numbers with a unit of measure, and parts of a whole: "15 pounds of phosphorus per acre", "half of staff"."""

from __future__ import annotations

from factx.document import Document
from factx.mentions.amounts import comparators
from factx.mentions.amounts.counted import counted_noun
from factx.mentions.amounts.fractions import is_fraction
from factx.mentions.amounts.item import Item
from factx.mentions.amounts.maker import Maker
from factx.mentions.amounts.measures import read_per
from factx.mentions.amounts.not_claims import NOT_CLAIMS
from factx.options import Options
from factx.values.numbers import magnitudes
from factx.values.units import compound_unit, rate_of

__all__ = ["Measurer"]

SUBSTANCES = frozenset(("mass", "volume", "energy", "data storage", "length", "area", "power", "torque"))
"""What there can be so much of: "15 pounds of phosphorus"."""
SECTION, FIXED = "number of a section, seat, version", "fixed phrase"


class Measurer(Maker):
    """Makes the mentions of what is measured."""

    def __init__(self, document: Document, options: Options) -> None:
        super().__init__(document)
        self.options = options

    def measure(self, item: Item) -> None:
        """A number with its unit."""
        unit = item.unit
        assert unit is not None
        text, start, end = self.text, item.unit_start, item.unit_end
        written = text[start:end]
        if self.is_ruled(FIXED, item) or (start == item.end and end - start == 1 and self.is_ruled(SECTION, item)):
            return  # "a 360-degree view", "Suite 11g"
        if item.kind == "fold" or written.lower().startswith("fold"):
            return  # "a ten-fold increase": a count in a compound
        if unit.dimension == "rate" and self.options.parse_compound_units:
            unit = compound_unit(written) or unit
        item.phrase_end = max(item.tail, item.end)
        self.surround(item)
        if unit.name == "ratio":
            self.emit(item, unit="ratio", unit_name="ratio", dimension="ratio", uri=unit.uri)
            return
        held = unit.name == "percent" or written.lower() in magnitudes()
        apart = held and any(c.isdigit() for c in text[item.end : start])
        place = None if apart else (start, end)  # "from 13.5 to 14.0 mm": one word with the other number
        name, dimension, uri = unit.name, unit.dimension, unit.uri
        if dimension in SUBSTANCES:
            written, behind = self._of_what(start, end)
            per = read_per(text, behind) if item.per is None else None
            if per is not None:
                item.per, item.phrase_end = per
                if not text.startswith((" each ", " every "), behind):
                    rate = rate_of(unit, per[0])
                    written, name, dimension, uri = f"{written} per {per[0]}", rate.name, rate.dimension, None
        self.emit(item, unit=written, unit_name=name, dimension=dimension, uri=uri, place=place)

    def _of_what(self, start: int, end: int) -> tuple[str, int]:
        """The unit at `start` to `end` with what is measured by it, and where a rate may begin behind."""
        text, tokens = self.text, self.document.tokens
        noun = counted_noun(text, tokens, end) if text.startswith(" of ", end) else None
        if noun is None:
            return text[start:end], end
        last = tokens.first_from(noun[1])
        more = last < len(tokens) and tokens.codes[last] in "NP" and read_per(text, tokens.end[last]) is not None
        behind = tokens.end[last] if more else noun[1]  # "tonnes of copper | cathode a year"
        return text[start : behind if noun[0] == end + len(" of ") else end], behind

    def part(self, item: Item) -> None:
        """Halves, thirds: "half of staff", "a third less"."""
        text = self.text
        word = text[item.start : item.end].lower()
        if self.is_ruled(SECTION, item):
            return  # "a Phase 1/2 trial"
        if not is_fraction(text, item, comparators.before(text, item.start, self.floor) is not None):
            return
        noun = counted_noun(text, self.document.tokens, item.end) if word[0].isdigit() else None
        self.surround(item)
        if noun is not None and not text.startswith(" of ", item.end):
            item.phrase_end = max(item.phrase_end, noun[1])
            self.emit_count(item, noun)
            return
        self.emit(item, unit="ratio", unit_name="ratio", dimension="ratio", uri="Ratio")

    def is_ruled(self, rule: str, item: Item) -> bool:
        """Is this the rule by which the number is no claim?"""
        found = NOT_CLAIMS.match(self.text, item.start)
        return found is not None and found[0].name == rule
