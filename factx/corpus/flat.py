"""Nested rows of facts as flat tables, one a kind, by Arrow's own kernels: no Python object is made for a record."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from factx.output.rows import KIND_NAMES, columns_of

__all__ = ["flatten"]

ARTICLE = ("id", "key", "run", "sha256", "chars", "error_kind", "error", "schema_version", "language", "issuer_id")
"""Columns of a row that the table `articles` has as they are."""


SPAN = {"char_start": "span.start", "char_end": "span.end", "words": "span.text"}
CLAIM = {
    **SPAN, "sentence": "sentence.text",
    "period": "period.text", "period_value": "period.value", "period_start": "period.start", "period_end": "period.end",
    "table_id": "cell.table_id", "table_row": "cell.row", "table_column": "cell.column",
    "change": "change.direction", "change_by": "change.by", "change_from": "change.from_", "change_to": "change.to",
}  # fmt: skip
PATHS: dict[str, dict[str, str]] = {
    "speaker": {"words": "name", "type": "kind"},
    "quote": {"words": "text", "type": "kind", "cue": "cue.text"},
    "money": CLAIM,
    "number": CLAIM,
    "date": {**SPAN, "timex": "value", "first_day": "start", "last_day": "end"},
    "table": {**SPAN, "words": "caption.text"},
    "act": {
        **SPAN,
        "type": "kind",
        "cue": "cue.text",
        "subject": "actor",
        "subject_id": "actor_id",
        "what": "about",
        "sentence": "sentence.text",
        "period": "period.text",
        "period_value": "period.value",
        "period_start": "period.start",
        "period_end": "period.end",
    },
}
"""Kind -> column -> where it is in the record, if not under its own name."""

FIRST_OF = {"speaker": "mentions", "quote": "spans"}
"""Kinds whose `char_start` and `char_end` are those of the first span in a list."""
ENDS = {"char_start": "start", "char_end": "end"}


def flatten(table: pa.Table) -> dict[str, pa.Table]:
    """See `factx.arrow.flatten`."""
    table = table.combine_chunks()
    rows = {name: _whole(table.column(name)) for name in table.column_names}
    speakers = _Records(rows["speakers"])
    names = _keys(speakers.parents, speakers.field("id")), speakers.field("name")
    out = {"articles": _articles(rows, names)}
    for kind, name in KIND_NAMES.items():
        records = _Records(rows[kind])
        values = {column: _column(records, name, column, names) for column in columns_of(name)[2:]}
        ids = rows["id"].take(records.parents)
        sources = _field(rows["article"], "source").take(records.parents)
        out[kind] = pa.table({"article_id": ids, "source": sources, **values})
    return out


class _Records:
    """All records of a kind: their structs, and for each the row that it is from."""

    def __init__(self, lists: Any) -> None:
        self.structs = pc.list_flatten(lists)
        self.parents = pc.list_parent_indices(lists).cast(pa.int64())

    def field(self, *path: str) -> Any:
        value = self.structs
        for name in path:
            value = _field(value, name)
        return value

    def firsts(self, column: str, end: str) -> Any:
        """`start` or `end` of the first span in a list of spans; null where there is none."""
        lists = self.field(column)
        # One element or none: kernels that take "the first" raise on an empty list.
        return pc.list_element(pc.list_slice(lists, 0, 1, return_fixed_size_list=True), 0).field(end) if len(lists) else (
            pa.array([], pa.int64())
        )  # fmt: skip


def _column(records: _Records, kind: str, column: str, names: tuple[Any, Any]) -> Any:
    """A column of `factx.output.rows`, from the records' structs."""
    if column in ENDS and kind in FIRST_OF:
        return records.firsts(FIRST_OF[kind], ENDS[column])
    if column == "speaker":
        return names[1].take(pc.index_in(_keys(records.parents, records.field("speaker_id")), value_set=names[0]))
    value = records.field(*PATHS[kind].get(column, column).split("."))
    if column == "flags":
        joined = pc.binary_join(value, " ")
        return pc.if_else(pc.equal(joined, ""), pa.scalar(None, pa.string()), joined)
    return value


def _articles(rows: dict[str, Any], names: tuple[Any, Any]) -> Any:
    article = {name: _field(rows["article"], name) for name in ("title", "published", "byline", "source")}
    article["article_text"] = _field(rows["article"], "text")
    head = {"article_id" if name == "id" else name: rows[name] for name in ARTICLE}
    own = _keys(pa.array(range(len(rows["id"])), pa.int64()), rows["issuer_id"])
    issuer = names[1].take(pc.index_in(own, value_set=names[0]))
    return pa.table({**head, "issuer": issuer, **article, "warnings": rows["warnings"]})


def _keys(parents: Any, ids: Any) -> Any:
    """Row and record id as one string, unique in the table; null where there is no id."""
    return pc.binary_join_element_wise(parents.cast(pa.string()), ids, ":")


def _field(structs: Any, name: str) -> Any:
    """A field of structs; null where the struct is (`struct.field` would show what lies below)."""
    return pc.struct_field(structs, name)


def _whole(column: Any) -> Any:
    return column.chunk(0) if column.num_chunks else pa.array([], column.type)
