"""Tables of articles: JSON Lines, CSV and Parquet, read a row at a time."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from factx.corpus.columns import Columns, item_of
from factx.corpus.item import Item, as_text
from factx.errors import FactxError, InputError, MissingExtra

__all__ = ["TABLES", "read_table"]

TABLES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet"}
"""File name endings, and how such a file is read."""


def read_table(name: str, kind: str, columns: Columns) -> Iterator[Item]:
    """The items of a table; a row that cannot be read is an item with a problem.

    A row without an id is named after its file and line ("news.jsonl:7"; in Parquet its row, from 1).
    Raises `factx.InputError` when a column is missing, `factx.MissingExtra` for Parquet without pyarrow.
    """
    shown = "stdin" if name == "-" else as_text(Path(name).as_posix()) or name
    if kind == "parquet":
        return _parquet(name, shown, columns)
    lines = _lines(name, shown)
    return (
        _jsonl(lines, shown, columns)
        if kind == "jsonl"
        else _csv(lines, shown, columns, "\t" if kind == "tsv" else ",")
    )


def _lines(name: str, shown: str) -> Iterator[bytes]:
    try:
        if name == "-":
            raw = getattr(sys.stdin, "buffer", None)
            yield from raw if raw is not None else (line.encode("utf-8", "replace") for line in sys.stdin)
            return
        with open(name, "rb") as file:
            yield from file
    except OSError as error:
        raise InputError(f"{shown}: cannot be read: {(error.strerror or str(error)).lower()}") from None


def _jsonl(lines: Iterable[bytes], shown: str, columns: Columns) -> Iterator[Item]:
    found: dict[str, str] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{shown}:{number}"
        try:
            row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except UnicodeDecodeError as error:
            yield Item(id=where, problem=f"{where}: not UTF-8 at byte {error.start + 1} of the line", share=len(line))
            continue
        except (ValueError, RecursionError) as error:
            yield Item(id=where, problem=f"{where}: not JSON: {error}", share=len(line))
            continue
        if not isinstance(row, dict):
            yield Item(id=where, problem=f"{where}: holds no object", share=len(line))
            continue
        if found is None:  # a field that the first row has not may come later, so those not named are looked up by row
            columns.found(row, where=where)
            found = {"text": columns.text}
        yield item_of(row, {**found, **_lenient(columns, row)}, default=where, share=len(line))


def _lenient(columns: Columns, row: dict[str, Any]) -> dict[str, str]:
    names = {field: getattr(columns, field) or field for field in ("id", "published", "title", "byline", "source")}
    return {field: name for field, name in names.items() if name in row}


def _csv(lines: Iterable[bytes], shown: str, columns: Columns, delimiter: str) -> Iterator[Item]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    read = _Counted(lines)
    reader = csv.reader(read, delimiter=delimiter, strict=True)
    try:
        names = next(reader, None)
    except csv.Error as error:
        raise InputError(f"{shown}: not CSV: {error}") from None
    if names is None:
        return
    found = columns.found(names, where=shown)
    while True:
        number, before = reader.line_num + 1, read.bytes
        where = f"{shown}:{number}"
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Item(id=where, problem=f"{where}: not CSV: {error}", share=read.bytes - before)
            continue
        if not values:
            continue
        share = read.bytes - before
        if len(values) != len(names):
            yield Item(id=where, problem=f"{where}: {len(values)} fields instead of {len(names)}", share=share)
        elif any("\udc80" <= char <= "\udcff" for value in values if not value.isascii() for char in value):
            yield Item(id=where, problem=f"{where}: not UTF-8", share=share)
        else:
            yield item_of(dict(zip(names, values, strict=True)), found, default=where, share=share)


class _Counted:
    """Lines as text, and how many bytes they were; what is not UTF-8 shows as surrogates."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self.lines = iter(lines)
        self.bytes = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        text = line.decode("utf-8-sig" if self.bytes == 0 else "utf-8", "surrogateescape")
        self.bytes += len(line)
        return text


def _parquet(name: str, shown: str, columns: Columns) -> Iterator[Item]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingExtra(f"{shown}: reading Parquet needs pyarrow: pip install 'factx[arrow]'") from None
    try:
        with pyarrow.parquet.ParquetFile(name) as file:
            found = columns.found(file.schema_arrow.names, where=shown)
            share = os.path.getsize(name) / max(1, file.metadata.num_rows)
            number = 0
            for batch in file.iter_batches(batch_size=256, columns=sorted(set(found.values()))):
                for row in batch.to_pylist():
                    number += 1
                    yield item_of(row, found, default=f"{shown}:{number}", share=share)
    except FactxError:
        raise
    except (OSError, pyarrow.ArrowException) as error:
        raise InputError(f"{shown}: not Parquet: {error}") from None
