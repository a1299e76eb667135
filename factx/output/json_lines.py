"""JSON: one object a document, with the version of the schema in it.

>>> from factx import extract
>>> to_json(extract("No.", published="2024-05-03"))[:94]
'{"schema_version":"1","article":{"title":null,"published":"2024-05-03","byline":null,"source":'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["schema", "to_json"]

WITHOUT_TEXT: Any = {"article": {"text": True, "tables": True}}
WITHOUT_LAYOUT: Any = {"article": {"tables": True}}


def to_json(facts: Facts, *, text: bool = False, layout: bool = True, indent: int | None = None) -> str:
    """The `Facts` as JSON, on one line unless `indent` is given; `article.text` and `article.tables` are left out unless `text`.

    With the text, `Facts.model_validate_json` gives back equal `Facts`; without `layout`, `article.tables` is left out anyway.
    """
    excluded = None if text and layout else WITHOUT_LAYOUT if text else WITHOUT_TEXT
    return facts.model_dump_json(indent=indent, exclude=excluded)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `to_json` writes; `article.text` is not required, for it is there on request."""
    from factx.facts import SCHEMA_VERSION, Facts

    model: dict[str, Any] = Facts.model_json_schema(mode="serialization")
    article = model["$defs"]["Article"]
    article["required"] = [name for name in article.get("required", []) if name != "text"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://factx.invalid/schema/{SCHEMA_VERSION}",
        **model,
    }
