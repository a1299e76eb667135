"""What users get: the frozen record models. Fields and meanings are the contract; `factx schema` prints them.

>>> span = Span(start=0, end=3, text="ZTE")
>>> span.model_dump(mode="json")
{'start': 0, 'end': 3, 'text': 'ZTE'}
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

if TYPE_CHECKING:
    import pandas

__all__ = [
    "Act", "Amount", "Cell", "Change", "Claim", "Comparator", "DateMention", "Guidance", "Inconsistency", "Modality", "MonetaryClaim",
    "NumericClaim", "Period", "Quote", "Record", "SectionKind", "Span", "Speaker", "Table", "TableRow", "trusted",
]  # fmt: skip

SectionKind = Literal["headline", "byline", "dateline", "body", "boilerplate", "footer"]
Comparator = Literal["=", "~", ">", ">=", "<", "<="]
Modality = Literal["stated", "forecast", "conditional", "negated"]
Guidance = Literal["raised", "lowered", "maintained", "narrowed", "initiated", "withdrawn"]
Amount = Annotated[Decimal, PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json")]
"""An exact decimal; in JSON a string without an exponent."""


class Record(BaseModel):
    """Base of all models: frozen, no unknown fields; what they hold is frozen, too, so that they can be members of sets."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


R = TypeVar("R", bound=Record)


def trusted(kind: type[R], fields: dict[str, Any]) -> R:
    """A record of fields that are known to be right, in the order of the class and with none missing; not validated.

    The records of an extraction are made in this way: it takes a fifth of the time and a third of the memory. Tests hold
    each of them against its validated copy.

    >>> trusted(Span, {"start": 0, "end": 3, "text": "ZTE"}) == Span(start=0, end=3, text="ZTE")
    True
    """
    record = kind.__new__(kind)
    put = object.__setattr__
    # One by one, as attributes are set, and never by `__dict__`: so all records of a kind share the table of their names.
    for name, value in fields.items():
        put(record, name, value)
    put(record, "__pydantic_fields_set__", _names(kind))
    put(record, "__pydantic_extra__", None)
    put(record, "__pydantic_private__", None)
    return record


@cache
def _names(kind: type[Record]) -> set[str]:
    return set(kind.model_fields)


class Span(Record):
    """A piece of the article: `article.text[start:end] == text`, counted in code points."""

    start: int
    end: int
    text: str


class Speaker(Record):
    """Somebody who speaks, or is named as a source: a person, an organisation, or an unnamed group.

    `name`: the fullest form in the text; `role` and `affiliation` as written; `ticker`, `exchange`: of an organisation, where
    the text tells its symbol ("(NASDAQ: ZNV)"), the exchange by its usual short name; `aliases`: its other names in the
    text; `mentions`: every place that refers to it, pronouns included.

    >>> import factx
    >>> facts = factx.extract("Zenvia Inc. (TSX Venture: ZNV) said that it had won.")
    >>> facts.speakers[0].ticker, facts.speakers[0].exchange
    ('ZNV', 'TSXV')
    """

    id: str
    name: str
    kind: Literal["person", "organization", "group"]
    role: str | None = None
    affiliation: str | None = None
    ticker: str | None = None
    exchange: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()

    def __repr__(self) -> str:
        from factx.brief import speaker

        return speaker(self)

    __str__ = __repr__


class Quote(Record):
    """What somebody said.

    `kind`: direct (whole sentences in marks), partial (a fragment in marks), indirect (reported without marks).
    `text`: the words as one prints them between marks: on one line, without the comma before an attribution; parts that an
    attribution splits as the sentence goes on or a new one begins, " … " where words of others are left out. `spans`: where
    they stand, without the marks, several when an attribution splits them.
    `source`: the mention as written ("he", "Dai Shu"); `cue`: the word that reports ("said", "according to").
    `stance`: report, claim, deny, confirm, warn, promise …, from the cue. `statement`: of a partial quote, the whole
    reported clause. `inside`: id of the quote that this one is nested in. `confidence`: 0 to 1. `rule`: what found it.
    """

    id: str
    kind: Literal["direct", "partial", "indirect"]
    text: str
    spans: tuple[Span, ...]
    speaker_id: str | None = None
    source: Span | None = None
    cue: Span | None = None
    stance: str | None = None
    statement: tuple[Span, ...] | None = None
    inside: str | None = None
    section: SectionKind = "body"
    confidence: float = Field(ge=0, le=1)
    rule: str = ""

    def __repr__(self) -> str:
        from factx.brief import quote

        return quote(self)

    __str__ = __repr__


class Period(Record):
    """The time that a claim is about: as written, as a TIMEX3 value, and its first and last day where known.

    `start`: its first day, None where it is open or not known. `end`: its last day, which belongs to it, None likewise.
    """

    text: str
    value: str | None = None
    start: date | None = None
    end: date | None = None


class Change(Record):
    """A comparison: the direction, and the ids of the claims that say by how much, from what, to what.

    The ids may be the claim's own: in "up 5% to $3.2bn from $3.05bn" all three claims carry the same `Change`.
    """

    direction: Literal["up", "down", "unchanged"]
    by: str | None = None
    from_: str | None = None
    to: str | None = None


class Cell(Record):
    """Where a claim stands in a table: the label of its row and the head of its column, as printed.

    `row` has the heading that governs the label in front of it where the label alone does not tell ("Earnings per share: Basic").
    """

    table_id: str
    row: str
    column: str


class Claim(Record):
    """What monetary and numeric claims have in common.

    `low`, `high`: the numbers that the text names, equal unless it is a range; `comparator` says which way it is open.
    `per`: the unit of a rate ("share", "barrel"). `subject`: whose; `what`: what the amount is, in the text's words;
    `metric`: its normalised name where it is a known one. `subject_id`: the speaker that the subject is, where it is one.
    `guidance`: what was done to the guidance that the figure belongs to. `because`: the cause that the clause of a change
    names ("driven by …"). `speaker_id`: who vouches for it. `metric_concept`: the element of the us-gaap taxonomy that the
    metric is. `cell`: of a figure of a table, where it stands there. `restates`: id of the claim in a table that says the same
    (of a claim of the running text).
    """

    id: str
    span: Span
    low: Amount
    high: Amount
    comparator: Comparator = "="
    per: str | None = None
    subject: str | None = None
    what: str | None = None
    metric: str | None = None
    period: Period | None = None
    modality: Modality = "stated"
    change: Change | None = None
    guidance: Guidance | None = None
    because: Span | None = None
    subject_id: str | None = None
    speaker_id: str | None = None
    quote_id: str | None = None
    sentence: Span
    section: SectionKind = "body"
    confidence: float = Field(ge=0, le=1)
    rule: str = ""
    metric_concept: str | None = None
    restates: str | None = None
    cell: Cell | None = None

    def __repr__(self) -> str:
        from factx.brief import claim

        return claim(self)

    __str__ = __repr__


class MonetaryClaim(Claim):
    """An amount of money, in major units ("12p" is 0.12 GBP).

    `span`: symbol, number and magnitude. `currency`: ISO 4217. `currency_evidence`: how the code was known: "explicit"
    (US$, EUR, yen), "context" (a bare $ in an article that says HK$ elsewhere) or "default" (a bare $ read as USD).
    `converts`: id of the claim that this one restates in another currency.
    """

    currency: str
    currency_evidence: Literal["explicit", "context", "default"] = "explicit"
    converts: str | None = None


class NumericClaim(Claim):
    """A number that counts, measures or compares something; years, dates, ordinals and names are none.

    `span`: the numeral, with its % or magnitude. `unit`: as written ("network carriers", "%"); `unit_name`: normalised
    ("percent", "kilometre"); `dimension`: count, percentage, ratio, length …; `unit_uri`: its Wikipedia page name.
    """

    unit: str | None = None
    unit_name: str | None = None
    dimension: str = "count"
    unit_uri: str | None = None


class DateMention(Record):
    """A temporal expression, as TIMEX3.

    `value`: `2012-10-09`, `2012-Q3`, `P30Y`, `PRESENT_REF`, or None where it needs an anchor that is not known.
    `start`, `end`: first and last day of the interval that it names. `fiscal`: it is a period of the issuer's fiscal
    calendar. `alternatives`: other readings ("9/10/2012"). `flags`: what is odd: "weekday-mismatch", "impossible-date".
    `utc_offset`: of a clock time whose zone the text names: "-04:00" for 10 a.m. ET in October.
    """

    id: str
    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None = None
    start: date | None = None
    end: date | None = None
    fiscal: bool = False
    alternatives: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    utc_offset: str | None = None
    section: SectionKind = "body"
    confidence: float = Field(ge=0, le=1)
    rule: str = ""

    def __repr__(self) -> str:
        from factx.brief import mention

        return mention(self)

    __str__ = __repr__


class Act(Record):
    """Something that is done by saying it, and that needs neither a figure nor a quotation; what is only asked for, refused, denied,
    possible or planned is none.

    `kind`: "apology" (an apology, or regret for something that is one's own) or "guidance" (something is done to guidance, and no
    figure of it is a claim with `guidance`). `span`: from the verb, with its auxiliaries, to the end of what it is done for or to.
    `cue`: the word that says it ("apologised", "sorry", "withdrew"). `actor`: who does it, a speaker by its name; `actor_id`: the
    speaker that the actor is. `about`: what for, or which guidance, in the words of the text. `metric`, `period`: of guidance, where it tells them;
    `guidance`: what was done to it. `speaker_id`: who vouches for it, `quote_id`: the quote that it stands in.

    >>> import factx
    >>> facts = factx.extract("Bolt plc apologised for the delay and withdrew its revenue guidance for 2024.")
    >>> [(act.kind, act.actor, act.about, act.guidance) for act in facts.acts]
    [('apology', 'Bolt plc', 'the delay', None), ('guidance', 'Bolt plc', 'its revenue guidance for 2024', 'withdrawn')]
    """

    id: str
    kind: Literal["apology", "guidance"]
    span: Span
    cue: Span
    actor: str | None = None
    actor_id: str | None = None
    about: str | None = None
    metric: str | None = None
    period: Period | None = None
    guidance: Guidance | None = None
    speaker_id: str | None = None
    quote_id: str | None = None
    sentence: Span
    section: SectionKind = "body"
    confidence: float = Field(ge=0, le=1)
    rule: str = ""

    def __repr__(self) -> str:
        from factx.brief import act

        return act(self)

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Two claims (ids) on the same thing that differ, and why that is worth a look."""

    first: str
    second: str
    reason: str


class TableRow(Record):
    """A row of a table: its label, and for each column the figure as printed and its value in full units.

    A cell that says no figure (blank, "—", "n/a") is None in both lists.
    """

    label: str
    cells: tuple[Span | None, ...]
    values: tuple[Amount | None, ...]


class Table(Record):
    """A table of figures. Its figures are claims (`claim.cell.table_id` is its id); here it stands whole.

    `span`: from its first cell to its last. `caption`: the lines above it that say what it is. `scale`: what its sums of money are
    printed in (1000 for "in thousands"); `currency`: ISO 4217, None where it has none or several. `columns`: the heads of the
    columns of figures, as printed; `rows`: the rows that have figures.
    """

    id: str
    span: Span
    caption: Span | None = None
    scale: int = 1
    currency: str | None = None
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    section: SectionKind = "body"
    confidence: float = Field(ge=0, le=1)

    def to_pandas(self) -> pandas.DataFrame:
        """The values in full units as `decimal.Decimal` (None where a cell is blank): a row a row, a column a column.

        Raises `factx.MissingExtra` where pandas is not installed.
        """
        from factx.output.table_frame import to_pandas

        return to_pandas(self)
