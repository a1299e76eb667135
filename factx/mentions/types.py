"""The mentions that finders hand to linkers: small, slotted, with offsets into the text. Nobody else sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

__all__ = ["AmountMention", "Attribution", "NameMention", "Quotation", "SpanTuple", "TimeMention"]

SpanTuple = tuple[int, int]
"""(start, end) offsets."""


@dataclass(slots=True)
class TimeMention:
    """A temporal expression, resolved against the article's day.

    `start`, `end`: offsets; `type`: DATE / TIME / DURATION / SET; `first`, `last`: the days of the
    interval that it names. `utc_offset`: of a clock time whose zone the text names ("-04:00" for 10 a.m. ET in October).
    """

    start: int
    end: int
    type: str
    value: str | None
    first: date | None = None
    last: date | None = None
    fiscal: bool = False
    alternatives: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    confidence: float = 0.9
    rule: str = ""
    utc_offset: str | None = None


@dataclass(slots=True)
class AmountMention:
    """An amount of money (`currency` set) or a number (`currency` None).

    `start`, `end`: what the record's span will be: symbol, numeral, magnitude, "%". `phrase_start`, `phrase_end`: with
    the comparator words, the unit and the "per …" around it. `unit`: as written, at `unit_start`, `unit_end`.
    `shared`: the currency or magnitude was carried over from a neighbour.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    phrase_start: int
    phrase_end: int
    comparator: str = "="
    currency: str | None = None
    currency_evidence: str = "explicit"
    unit: str | None = None
    unit_name: str | None = None
    dimension: str = "count"
    unit_uri: str | None = None
    unit_start: int | None = None
    unit_end: int | None = None
    per: str | None = None
    direction: str | None = None
    shared: bool = False
    confidence: float = 0.9
    rule: str = ""


@dataclass(slots=True)
class NameMention:
    """A name: `kind` is person, organization, place or other. `start`, `end` leave out honorifics and possessives."""

    start: int
    end: int
    kind: str
    honorific: str | None = None
    confidence: float = 0.9
    rule: str = ""


@dataclass(slots=True)
class Quotation:
    """Text between quotation marks: `start`, `end` inside them, `outer_start`, `outer_end` with them.

    `parts`: the pieces inside, one a paragraph where it runs over several. `parent`: index of the quotation around it.
    `closed`: it has a closing mark. `role`: speech / scare / title / term / nickname …, as far as its own shape tells.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    parts: tuple[SpanTuple, ...]
    parent: int | None = None
    closed: bool = True
    role: str = "speech"


@dataclass(slots=True)
class Attribution:
    """Who said what, as spans: quotation or reported clause, source phrase and cue, before speakers are resolved.

    `statement`: of a partial quote the whole reported clause; `inside`: index of the attribution that it is nested in.
    """

    kind: str
    spans: tuple[SpanTuple, ...]
    source: SpanTuple | None
    cue: SpanTuple | None
    stance: str | None = None
    statement: tuple[SpanTuple, ...] | None = None
    inside: int | None = None
    confidence: float = 0.5
    rule: str = ""
