"""Which columns of a table are what: rows of JSON Lines, CSV, Parquet, Arrow, Spark and Ray become items here alone.

>>> Columns(text="body").found(["id", "body", "day"])
{'text': 'body', 'id': 'id'}
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from factx.corpus.item import Item, as_day, as_text
from factx.errors import InputError

__all__ = ["Columns", "item_of"]


@dataclass(frozen=True)
class Columns:
    """Names of columns. None means: the column of the field's own name, if there is one.

    `text` holds texts, or whole files (a column of bytes), which are read by the ending of their `id`.
    """

    text: str = "text"
    id: str | None = None
    published: str | None = None
    title: str | None = None
    byline: str | None = None
    source: str | None = None

    def found(self, names: Iterable[str], *, where: str = "the table") -> dict[str, str]:
        """Field -> column, for the columns that are there; raises `factx.InputError` when one that was named is not."""
        there = list(names)
        out: dict[str, str] = {}
        for field in fields(self):
            wanted = getattr(self, field.name)
            if (wanted or field.name) in there:
                out[field.name] = wanted or field.name
            elif wanted is not None:
                has = ", ".join(there[:20]) or "none"
                raise InputError(f"{where} has no column {wanted!r} for the {field.name}; its columns: {has}")
        return out


def item_of(
    row: Mapping[str, Any], found: Mapping[str, str], *, default: str | None = None, share: float = 0.0
) -> Item:
    """The item of a row. `default`: its id where the row has none; without it, the beginning of the text's SHA-256."""
    given = {field: row.get(column) for field, column in found.items()}
    text = given.get("text")
    problem = None
    data: bytes | None = None
    if isinstance(text, bytes | bytearray | memoryview):
        data, text = bytes(text), None
    elif not isinstance(text, str):
        what = "is empty" if text is None or text != text else f"holds no text but {type(text).__name__}"
        text, problem = None, f"column {found.get('text', 'text')!r} {what}"
    name = as_text(given.get("id")) or default
    if name is None:
        name = hashlib.sha256(data if data is not None else (text or "").encode("utf-8", "replace")).hexdigest()[:16]
    return Item(
        id=name, text=text, data=data, title=as_text(given.get("title")), published=as_day(given.get("published")),
        byline=as_text(given.get("byline")), source=as_text(given.get("source")) or (None if data is not None else name),
        problem=problem, share=share,
    )  # fmt: skip
