"""Flat rows of the records, for tables: one schema for all kinds, the same whatever an article holds.

>>> from factx import extract
>>> [row["kind"] for row in to_rows(extract("Nothing is said here."))]
[]
>>> [column.name for column in COLUMNS][:6]
['source', 'kind', 'id', 'char_start', 'char_end', 'words']

No column has a name that SQL reserves: what was once called `end`, `start`, `text`, `value`, `row` and `column` has two words.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from factx.errors import MissingExtra
from factx.records import Act, Claim, DateMention, MonetaryClaim, NumericClaim, Quote, Speaker, Table

if TYPE_CHECKING:
    import pandas
    import pyarrow

    from factx.facts import Facts

__all__ = [
    "COLUMNS",
    "KIND_NAMES",
    "RENAMED",
    "Column",
    "Row",
    "arrow_of",
    "columns_of",
    "fitted",
    "pandas_of",
    "to_arrow",
    "to_pandas",
    "to_rows",
]

KIND_NAMES = {
    "speakers": "speaker",
    "quotes": "quote",
    "money": "money",
    "numbers": "number",
    "dates": "date",
    "tables": "table",
    "acts": "act",
}
"""Name of a list of `Facts` -> the value of the column `kind`."""

DECIMAL = (38, 9)
"""Digits and decimal places of amounts in Arrow: what Parquet, Spark and DuckDB all hold."""


@dataclass(frozen=True)
class Column:
    """A column: its name, its type (string, int, decimal, date, float), the kinds that fill it, and what it holds."""

    name: str
    type: str
    kinds: tuple[str, ...]
    meaning: str


ALL = ("speaker", "quote", "money", "number", "date", "table", "act")
CLAIMS = ("money", "number")

COLUMNS = (
    Column("source", "string", ALL, "the article's `source`: a file name or address"),
    Column("kind", "string", ALL, "speaker, quote, money, number, date, table or act"),
    Column("id", "string", ALL, "the record's id, unique in its article"),
    Column("char_start", "int", ALL, "offset of the first character in `article.text` (a speaker's first mention)"),
    Column("char_end", "int", ALL, "offset behind the last character of the record's first span"),
    Column(
        "words", "string", ALL, "the words: a speaker's name, a quote's text, a table's caption, else the span's text"
    ),
    Column(
        "type", "string", ("speaker", "quote", "date", "act"), "`kind` of a speaker, quote or act, `type` of a date"
    ),
    Column("speaker_id", "string", ("quote", *CLAIMS, "act"), "who said it, or vouches for it"),
    Column("speaker", "string", ("quote", *CLAIMS, "act"), "that speaker's name"),
    Column("role", "string", ("speaker",), "the speaker's role, as written"),
    Column("affiliation", "string", ("speaker",), "the speaker's organisation, as written"),
    Column("ticker", "string", ("speaker",), "symbol of the organisation's shares"),
    Column("exchange", "string", ("speaker",), "where they are traded, by its usual short name"),
    Column(
        "cue",
        "string",
        ("quote", "act"),
        "the word that reports (said, according to), or says what is done (apologised)",
    ),
    Column("stance", "string", ("quote",), "report, claim, deny, confirm, warn, promise"),
    Column("inside", "string", ("quote",), "id of the quote that this one is nested in"),
    Column("quote_id", "string", (*CLAIMS, "act"), "id of the quote that the claim or act stands in"),
    Column("low", "decimal", CLAIMS, "the number, or the lower end of a range"),
    Column("high", "decimal", CLAIMS, "the number, or the upper end of a range"),
    Column("comparator", "string", CLAIMS, "= ~ > >= < <="),
    Column("currency", "string", ("money", "table"), "ISO 4217"),
    Column("currency_evidence", "string", ("money",), "explicit, context or default"),
    Column("unit", "string", ("number",), "as written"),
    Column("unit_name", "string", ("number",), "normalised"),
    Column("dimension", "string", ("number",), "count, percentage, ratio, length …"),
    Column("per", "string", CLAIMS, "unit of a rate: share, barrel"),
    Column("subject", "string", (*CLAIMS, "act"), "whose amount it is; who does the act"),
    Column("what", "string", (*CLAIMS, "act"), "what the amount is, or the act is about, in the text's words"),
    Column("metric", "string", (*CLAIMS, "act"), "its normalised name, where it is a known one"),
    Column("period", "string", (*CLAIMS, "act"), "the time that the claim or the guidance is about, as written"),
    Column("period_value", "string", (*CLAIMS, "act"), "that time as TIMEX3"),
    Column("period_start", "date", (*CLAIMS, "act"), "its first day"),
    Column("period_end", "date", (*CLAIMS, "act"), "its last day"),
    Column("modality", "string", CLAIMS, "stated, forecast, conditional or negated"),
    Column("change", "string", CLAIMS, "up, down or unchanged, where the text compares"),
    Column("change_by", "string", CLAIMS, "id of the claim that says by how much"),
    Column("change_from", "string", CLAIMS, "id of the claim that it changed from"),
    Column("change_to", "string", CLAIMS, "id of the claim that it changed to"),
    Column("converts", "string", ("money",), "id of the claim that it restates in another currency"),
    Column("sentence", "string", (*CLAIMS, "act"), "the sentence around the claim or act"),
    Column("timex", "string", ("date",), "TIMEX3 value: 2012-10-09, 2012-Q3, P30Y, PRESENT_REF"),
    Column("first_day", "date", ("date",), "first day of the interval that it names"),
    Column("last_day", "date", ("date",), "last day of that interval"),
    Column(
        "flags", "string", ("date",), "what is odd about it, separated by spaces: weekday-mismatch, impossible-date"
    ),
    Column(
        "section",
        "string",
        ("quote", *CLAIMS, "date", "table", "act"),
        "headline, byline, dateline, body, boilerplate or footer",
    ),
    Column("confidence", "float", ("quote", *CLAIMS, "date", "table", "act"), "0 to 1"),
    Column("rule", "string", ("quote", *CLAIMS, "date", "act"), "name of the rule that found it"),
    Column("utc_offset", "string", ("date",), "of a clock time whose zone the text names: -04:00"),
    Column("guidance", "string", (*CLAIMS, "act"), "raised, lowered, maintained, narrowed, initiated or withdrawn"),
    Column("because", "string", CLAIMS, "the cause of a change, where its clause names one"),
    Column("subject_id", "string", (*CLAIMS, "act"), "the speaker that the subject is"),
    Column("metric_concept", "string", CLAIMS, "element of the us-gaap taxonomy that the metric is"),
    Column("restates", "string", CLAIMS, "id of the claim in a table that says the same"),
    Column("table_id", "string", CLAIMS, "id of the table that the claim is a figure of"),
    Column("table_row", "string", CLAIMS, "label of its row"),
    Column("table_column", "string", CLAIMS, "head of its column"),
    Column("scale", "int", ("table",), "what its sums of money are printed in: 1000 for thousands"),
)
"""The schema. Columns are only ever added at the end; a new meaning gets a new name and a new `SCHEMA_VERSION`."""

EMPTY: dict[str, Any] = dict.fromkeys(column.name for column in COLUMNS)

RENAMED = {
    "start": "char_start", "end": "char_end", "text": "words", "value": "timex", "row": "table_row", "column": "table_column",
}  # fmt: skip
"""What columns were called before -> what they are called: `frame.rename(columns=RENAMED)` brings an old file up to date."""


class Row(dict[str, Any]):
    """A record as a dict, each column a key. A column's old name is still read, with a `DeprecationWarning`.

    >>> import warnings
    >>> row = Row(words="$5 million")
    >>> with warnings.catch_warnings(record=True) as told:
    ...     warnings.simplefilter("always")
    ...     print(row["text"], "|", told[0].message)
    $5 million | the column 'text' of rows is called 'words' now
    """

    def __missing__(self, name: str) -> Any:
        if name not in RENAMED:
            raise KeyError(name)
        warnings.warn(f"the column {name!r} of rows is called {RENAMED[name]!r} now", DeprecationWarning, stacklevel=2)
        return self[RENAMED[name]]


def columns_of(kind: str) -> list[str]:
    """Names of the columns that records of a kind fill.

    >>> columns_of("date")[:7]
    ['source', 'kind', 'id', 'char_start', 'char_end', 'words', 'type']
    """
    return [column.name for column in COLUMNS if kind in column.kinds]


def to_rows(facts: Facts) -> list[dict[str, Any]]:
    """One dict a record, in the order of `facts.records()`, each with every column of `COLUMNS` (None where empty)."""
    names = {speaker.id: speaker.name for speaker in facts.speakers}
    source = facts.article.source
    rows: list[dict[str, Any]] = []
    for record in facts.records():
        row = Row(EMPTY, source=source, id=record.id)
        if isinstance(record, Speaker):
            _speaker(row, record)
        elif isinstance(record, Quote):
            _quote(row, record, names)
        elif isinstance(record, DateMention):
            _date(row, record)
        elif isinstance(record, Table):
            _table(row, record)
        elif isinstance(record, Act):
            _act(row, record, names)
        else:
            _claim(row, record, names)
        rows.append(row)
    return rows


def _speaker(row: Row, record: Speaker) -> None:
    row.update(kind="speaker", words=record.name, type=record.kind, role=record.role, affiliation=record.affiliation)
    row.update(ticker=record.ticker, exchange=record.exchange)
    if record.mentions:
        row.update(char_start=record.mentions[0].start, char_end=record.mentions[0].end)


def _quote(row: Row, record: Quote, names: dict[str, str]) -> None:
    row.update(
        kind="quote", words=record.text, type=record.kind, speaker_id=record.speaker_id,
        speaker=names.get(record.speaker_id or ""), cue=record.cue and record.cue.text, stance=record.stance,
        inside=record.inside, section=record.section, confidence=record.confidence, rule=record.rule,
    )  # fmt: skip
    if record.spans:
        row.update(char_start=record.spans[0].start, char_end=record.spans[0].end)


def _date(row: Row, record: DateMention) -> None:
    row.update(
        kind="date", char_start=record.span.start, char_end=record.span.end, words=record.span.text, type=record.type, timex=record.value,
        first_day=record.start, last_day=record.end, flags=" ".join(record.flags) or None, utc_offset=record.utc_offset, section=record.section,
        confidence=record.confidence, rule=record.rule,
    )  # fmt: skip


def _table(row: Row, record: Table) -> None:
    row.update(
        kind="table", char_start=record.span.start, char_end=record.span.end, words=record.caption and record.caption.text, currency=record.currency,
        scale=record.scale, section=record.section, confidence=record.confidence,
    )  # fmt: skip


def _act(row: Row, record: Act, names: dict[str, str]) -> None:
    row.update(
        kind="act", type=record.kind, char_start=record.span.start, char_end=record.span.end, words=record.span.text, cue=record.cue.text,
        speaker_id=record.speaker_id, speaker=names.get(record.speaker_id or ""), quote_id=record.quote_id, subject=record.actor,
        subject_id=record.actor_id, what=record.about, metric=record.metric, guidance=record.guidance, sentence=record.sentence.text,
        section=record.section, confidence=record.confidence, rule=record.rule,
    )  # fmt: skip
    if record.period is not None:
        period = record.period
        row.update(period=period.text, period_value=period.value, period_start=period.start, period_end=period.end)


def _claim(row: Row, record: Claim, names: dict[str, str]) -> None:
    period, change = record.period, record.change
    row.update(
        kind="number", char_start=record.span.start, char_end=record.span.end, words=record.span.text, speaker_id=record.speaker_id,
        speaker=names.get(record.speaker_id or ""), quote_id=record.quote_id, low=record.low, high=record.high,
        comparator=record.comparator, per=record.per, subject=record.subject, what=record.what, metric=record.metric,
        modality=record.modality, guidance=record.guidance, because=record.because and record.because.text,
        subject_id=record.subject_id, sentence=record.sentence.text, section=record.section, confidence=record.confidence,
        rule=record.rule,
    )  # fmt: skip
    if period is not None:
        row.update(
            period=period.text, period_value=period.value, period_start=period.start, period_end=period.end
        )  # fmt: skip
    row.update(metric_concept=record.metric_concept, restates=record.restates)
    if record.cell is not None:
        row.update(table_id=record.cell.table_id, table_row=record.cell.row, table_column=record.cell.column)
    if change is not None:
        row.update(change=change.direction, change_by=change.by, change_from=change.from_, change_to=change.to)
    if isinstance(record, MonetaryClaim):
        row.update(kind="money", currency=record.currency, currency_evidence=record.currency_evidence)
        row.update(converts=record.converts)
    elif isinstance(record, NumericClaim):
        row.update(unit=record.unit, unit_name=record.unit_name, dimension=record.dimension)


def to_pandas(facts: Facts) -> pandas.DataFrame:
    """`to_rows` as a data frame with all columns: text as text, offsets as integers, amounts as `Decimal`, days as datetime64.

    Raises `factx.MissingExtra` where pandas is not installed.
    """
    return pandas_of(to_rows(facts), COLUMNS)


def pandas_of(rows: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> pandas.DataFrame:
    """Rows as a data frame with these columns."""
    try:
        import pandas
    except ImportError:
        raise MissingExtra("to_pandas needs pandas: pip install 'factx[pandas]'") from None
    kinds: dict[str, Any] = {
        "string": "string",
        "int": "Int64",
        "float": "Float64",
        "decimal": "object",
        "date": "datetime64[s]",
    }
    return pandas.DataFrame(
        {c.name: pandas.Series([row[c.name] for row in rows], dtype=kinds[c.type]) for c in columns}
    )


def to_arrow(facts: Facts) -> pyarrow.Table:
    """`to_rows` as an Arrow table; the same schema for every article.

    Amounts are decimal128(38, 9): rounded to nine places, null where an amount has more than 29 digits before the point.
    Raises `factx.MissingExtra` where pyarrow is not installed.
    """
    return arrow_of(to_rows(facts), COLUMNS)


def arrow_of(rows: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> pyarrow.Table:
    """Rows as an Arrow table with these columns."""
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtra("to_arrow needs pyarrow: pip install 'factx[arrow]'") from None
    types = {
        "string": pa.string(), "int": pa.int64(), "float": pa.float64(), "decimal": pa.decimal128(*DECIMAL), "date": pa.date32(),
    }  # fmt: skip
    schema = pa.schema([(column.name, types[column.type]) for column in columns])
    data = {c.name: [row[c.name] for row in rows] for c in columns}
    for column in columns:
        if column.type == "decimal":
            data[column.name] = [None if value is None else fitted(value) for value in data[column.name]]
    return pa.table(data, schema=schema)


def fitted(value: Decimal) -> Decimal | None:
    """The value as `DECIMAL` holds it, or None where it has too many digits before the point."""
    try:
        return value.quantize(
            Decimal(1).scaleb(-DECIMAL[1]), rounding=ROUND_HALF_EVEN, context=Context(prec=DECIMAL[0])
        )
    except InvalidOperation:
        return None
