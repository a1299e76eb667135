"""Arrow: articles in, rows of facts out, one for one. The same function runs under every engine.

>>> import pyarrow as pa
>>> batch = pa.RecordBatch.from_pydict({"id": ["a", "b"], "text": ["Bolt paid €3 million.", None]})
>>> facts = extract_batch(batch)
>>> facts.column("id").to_pylist(), facts.column("error").to_pylist()
(['a', 'b'], [None, "column 'text' is empty"])
>>> facts.column("money")[0][0]["low"].as_py()
Decimal('3000000.000000000')
"""

from __future__ import annotations

import io
import re
import types
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from factx.corpus.columns import Columns, item_of
from factx.corpus.work import RowMaker
from factx.errors import MissingExtra
from factx.extractor import Extractor
from factx.output.rows import DECIMAL, fitted
from factx.records import Act, DateMention, MonetaryClaim, NumericClaim, Quote, Record, Speaker, Table

try:
    import pyarrow as pa
    import pyarrow.json
except ImportError:
    raise MissingExtra("factx.arrow needs pyarrow: pip install 'factx[arrow]'") from None

__all__ = ["SCHEMA", "extract_batch", "extract_batches", "flatten", "rows_to_table", "spark_ddl"]

B = TypeVar("B", "pa.RecordBatch", "pa.Table")

ROWS = 256
"""Rows of a batch that `extract_batches` gives, at most: an engine may hand in ten thousand long articles at a time."""


def _type_of(annotation: Any, dates: Any) -> Any:
    """The Arrow type of a record's field. `dates`: the type for days."""
    if annotation is Decimal:
        return pa.decimal128(*DECIMAL)
    if annotation in (str, int, float, bool, date):
        return {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: dates}[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type_of(arguments[0], dates)
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_type_of(arguments[0], dates))
    if origin in (Union, types.UnionType):
        (only,) = (a for a in arguments if a is not type(None))
        return _type_of(only, dates)
    assert issubclass(annotation, Record), annotation
    return pa.struct([(name, _type_of(field.annotation, dates)) for name, field in annotation.model_fields.items()])


def _schema(dates: Any) -> Any:
    text = pa.string()
    article = pa.struct([("text", text), ("title", text), ("published", dates), ("byline", text), ("source", text)])
    records = {
        "speakers": Speaker,
        "quotes": Quote,
        "money": MonetaryClaim,
        "numbers": NumericClaim,
        "dates": DateMention,
        "tables": Table,
        "acts": Act,
    }
    return pa.schema(
        [("key", text), ("run", text), ("id", text), ("sha256", text), ("chars", pa.int64()), ("error_kind", text), ("error", text)]
        + [("schema_version", text), ("article", article), ("language", text), ("issuer_id", text)]
        + [(name, pa.list_(_type_of(record, dates))) for name, record in records.items()]
        + [("warnings", pa.list_(text))]
    )  # fmt: skip


SCHEMA = _schema(pa.date32())
"""A row an article: `key` (of the article, the options and the version), `run` (of the options and the version), `id`,
`sha256` (of the text in UTF-8, or of the file), `chars`, `error_kind` and `error` (null when all went well), then the
fields of `Facts`, records as lists of structs. Amounts are decimal128(38, 9); `article.text` is null unless asked for."""

_AS_JSON = _schema(pa.string())


def rows_to_table(lines: Sequence[bytes]) -> pa.Table:
    """Rows as `factx.corpus.work.RowMaker` writes them, as a table of `SCHEMA`, one chunk.

    Amounts are rounded to nine places, and null where one has more than 29 digits before the point.
    """
    if not lines:
        return SCHEMA.empty_table()
    data = LONG_AMOUNT.sub(_fitted, b"".join(lines))
    table = pyarrow.json.read_json(
        io.BytesIO(data),
        read_options=pyarrow.json.ReadOptions(block_size=len(data) + 1, use_threads=False),
        parse_options=pyarrow.json.ParseOptions(explicit_schema=_AS_JSON, unexpected_field_behavior="error"),
    )
    return table.cast(SCHEMA).combine_chunks()


LONG_AMOUNT = re.compile(rb'"(low|high)":"(-?(?:\d{29,}(?:\.\d+)?|\d{0,28}\.\d{10,}))"')
"""An amount in a row that may not fit (a third, say). Arrow refuses some of those and lets others through.
Inside a JSON string the quotation marks would have backslashes."""


def _fitted(match: re.Match[bytes]) -> bytes:
    value = fitted(Decimal(match[2].decode()))
    return b'"%s":%s' % (match[1], b"null" if value is None else f'"{value:f}"'.encode())


def extract_batch(
    batch: B,
    *,
    text: str = "text",
    id: str | None = None,  # noqa: A002 the column's name
    published: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    source: str | None = None,
    extractor: Extractor | None = None,
    with_text: bool = False,
) -> B:
    """The rows (`SCHEMA`) of a batch or table of articles: as many, in the same order, of the same type.

    `text`, `id`, `published` …: names of the columns; all but `text` may be left out, and are then the columns `id`,
    `published` … where there are such. Without ids, an article's id is the beginning of its text's SHA-256. A column
    of bytes holds files, read by the ending of their id. `with_text`: keep the texts.

    Raises nothing for a row: its `error` says what was wrong. Raises `factx.InputError` for a column that is not there.
    """
    columns = Columns(text, id, published, title, byline, source)
    maker = RowMaker(extractor or Extractor(), with_text=with_text)
    table = rows_to_table(_lines(batch, columns, maker))
    if isinstance(batch, pa.Table):
        return table
    return pa.RecordBatch.from_arrays(
        [column.chunk(0) if column.num_chunks else pa.array([], column.type) for column in table.columns], schema=SCHEMA
    )


def _lines(batch: Any, columns: Columns, maker: RowMaker) -> list[bytes]:
    found = columns.found(batch.schema.names)
    wanted = batch.select(list(dict.fromkeys(found.values())))
    return [maker.row(item_of(row, found)).line for row in wanted.to_pylist()]


def extract_batches(batches: Iterable[pa.RecordBatch], **options: Any) -> Iterator[pa.RecordBatch]:
    """`extract_batch` over an iterator, in pieces of 256 rows: what `mapInArrow` of Spark takes. Options as there."""
    for batch in batches:
        for start in range(0, batch.num_rows, ROWS):
            yield extract_batch(batch.slice(start, ROWS), **options)


def flatten(table: pa.Table) -> dict[str, pa.Table]:
    """Nested rows as flat tables: "articles", "speakers", "quotes", "money", "numbers", "dates", "tables", "acts".

    Each begins with `article_id`; the rest are the columns that `Facts.to_rows()` has for the kind.
    """
    from factx.corpus.flat import flatten as flat

    return flat(table)


def spark_ddl(schema: Any = SCHEMA) -> str:
    """The schema as Spark writes it: `key STRING, …, quotes ARRAY<STRUCT<…>>`."""
    return ", ".join(f"`{field.name}` {_ddl(field.type)}" for field in schema)


def _ddl(kind: Any) -> str:
    if pa.types.is_list(kind):
        return f"ARRAY<{_ddl(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return "STRUCT<" + ", ".join(f"`{field.name}`: {_ddl(field.type)}" for field in kind) + ">"
    if pa.types.is_decimal(kind):
        return f"DECIMAL({kind.precision},{kind.scale})"
    names = {
        pa.string(): "STRING",
        pa.int64(): "BIGINT",
        pa.float64(): "DOUBLE",
        pa.bool_(): "BOOLEAN",
        pa.date32(): "DATE",
    }
    return names[kind]
