"""Walking over facts: every span, every decimal, every id, and facts as plain comparable data."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

import factx

__all__ = ["broken_offsets", "dump", "leaves", "shifted", "spans"]


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """(path, value) of everything in a record that is not itself a model or list; spans count as leaves."""
    if isinstance(value, factx.Span):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from leaves(item, f"{path}[{index}]")
    else:
        yield path, value


def spans(facts: factx.Facts) -> Iterator[tuple[str, factx.Span]]:
    for record in facts.records():
        for path, value in leaves(record, record.id):
            if isinstance(value, factx.Span):
                yield path, value


def broken_offsets(facts: factx.Facts) -> list[str]:
    """The spans whose offsets do not give their text, or that are empty or out of range."""
    text = facts.article.text
    return [
        f"{path}: [{span.start}:{span.end}] is {text[span.start : span.end]!r}, the span says {span.text!r}"
        for path, span in spans(facts)
        if not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.text
    ]


def dump(facts: factx.Facts) -> dict[str, Any]:
    """All records as plain data, without the article."""
    return facts.model_dump(exclude={"article"})


def shifted(value: Any, by: int) -> Any:
    """Dumped records with every offset moved."""
    if isinstance(value, dict):
        moved = {key: shifted(item, by) for key, item in value.items()}
        if set(value) == {"start", "end", "text"} and isinstance(value["start"], int):
            moved.update(start=value["start"] + by, end=value["end"] + by)
        return moved
    if isinstance(value, list | tuple):
        return type(value)(shifted(item, by) for item in value)
    return value


def decimals(facts: factx.Facts) -> Iterator[tuple[str, Decimal]]:
    for record in facts.records():
        for path, value in leaves(record, record.id):
            if isinstance(value, Decimal):
                yield path, value
