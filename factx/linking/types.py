"""What linkers hand on: clusters and links, by index into the lists that they were made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from factx.mentions.types import SpanTuple, TimeMention

__all__ = ["ActLink", "CellLink", "ChangeLink", "ClaimLink", "PeriodLink", "SpeakerCluster", "SpeakerTable", "Timeline"]


@dataclass(slots=True)
class Timeline:
    """The article's day (given, or read from dateline or byline) and its temporal expressions, in text order."""

    published: date | None
    mentions: tuple[TimeMention, ...]


@dataclass(slots=True)
class SpeakerCluster:
    """All that refers to one speaker; `mentions` in text order, pronouns included."""

    name: str
    kind: str
    role: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[SpanTuple, ...] = ()
    ticker: str | None = None
    exchange: str | None = None


@dataclass(slots=True)
class SpeakerTable:
    """Clusters in order of first mention; `speaker_of[i]`: cluster of attribution `i`, `issuer`: of the article."""

    clusters: tuple[SpeakerCluster, ...] = ()
    speaker_of: tuple[int | None, ...] = ()
    issuer: int | None = None


@dataclass(slots=True)
class PeriodLink:
    """The time that a claim is about."""

    text: str
    value: str | None
    first: date | None = None
    last: date | None = None


@dataclass(slots=True)
class ChangeLink:
    """A comparison; `by`, `from_`, `to` are indices of amounts."""

    direction: str
    by: int | None = None
    from_: int | None = None
    to: int | None = None


@dataclass(slots=True)
class CellLink:
    """Where an amount stands in a table: `table` is an index, the labels are as printed."""

    table: int
    row: str
    column: str


@dataclass(slots=True)
class ClaimLink:
    """What is known of the amount of the same index.

    `attribution`: index of the quote that it stands in; `speaker`: cluster of who vouches; `owner`: cluster that the
    subject is; `converts`, `restates`: indices of amounts; `because`: where the cause of a change stands.
    """

    subject: str | None = None
    what: str | None = None
    metric: str | None = None
    period: PeriodLink | None = None
    modality: str = "stated"
    change: ChangeLink | None = None
    guidance: str | None = None
    because: SpanTuple | None = None
    owner: int | None = None
    converts: int | None = None
    attribution: int | None = None
    speaker: int | None = None
    confidence: float = 0.8
    rules: tuple[str, ...] = field(default=())
    restates: int | None = None
    cell: CellLink | None = None


@dataclass(slots=True)
class ActLink:
    """An act without a figure.

    `span`, `cue`, `about`: where it, the word that says it and what it is for stand; `owner`: cluster that the actor is;
    `attribution`: index of the quote that it stands in; `speaker`: cluster of who vouches.
    """

    kind: str
    span: SpanTuple
    cue: SpanTuple
    actor: str | None = None
    owner: int | None = None
    about: SpanTuple | None = None
    metric: str | None = None
    period: PeriodLink | None = None
    guidance: str | None = None
    attribution: int | None = None
    speaker: int | None = None
    confidence: float = 0.8
    rule: str = ""
