"""Write `docs/records.md` from the models: python docs/make_records.py (a test says when it is out of date)."""

from __future__ import annotations

import re
import textwrap
from decimal import Decimal
from pathlib import Path
from typing import Any

from factx import (
    Act,
    Article,
    Cell,
    DateMention,
    Facts,
    MonetaryClaim,
    NumericClaim,
    Period,
    Quote,
    Span,
    Speaker,
    Table,
    TableRow,
)  # fmt: skip
from factx.facts import SCHEMA_VERSION
from factx.output.json_lines import schema
from factx.output.rows import COLUMNS, RENAMED
from factx.records import Change, Claim, Inconsistency

PAGE = Path(__file__).with_name("records.md")
MODELS = (
    Facts,
    Article,
    Span,
    Speaker,
    Quote,
    Claim,
    MonetaryClaim,
    NumericClaim,
    Period,
    Change,
    Cell,
    DateMention,
    Table,
    TableRow,
    Act,
)
NAMED = re.compile(r"((?:`[a-z_]+`(?:, | and )?)+): ")
LETTERS = {
    "Speaker": "s1",
    "Quote": "q1",
    "MonetaryClaim": "m1",
    "NumericClaim": "n1",
    "DateMention": "d1",
    "Table": "t1",
    "Act": "a1",
}

HEAD = f"""\
# Records

<!-- Made by docs/make_records.py from the models: change those, not this page. -->

What `factx.extract` returns is one `Facts` object: the article and seven lists of records, each in text order. All models
are frozen [pydantic](https://docs.pydantic.dev) models and hashable (their lists are tuples in Python): `model_dump(mode="json")`,
`model_dump_json()` and `Facts.model_validate_json()` do what pydantic users expect, and a round trip gives an equal object.

- **Ids** are unique in their article and numbered in text order: `s1` speakers, `q1` quotes, `m1` money, `n1` numbers,
  `d1` dates, `t1` tables, `a1` acts. Records refer to each other by id; `facts.get(id)`, `facts.speaker(record)`, `facts.quote(record)`,
  `facts.table(claim)` and `facts.by(speaker)` resolve them.
- **Offsets** count code points of `article.text`; `article.text[span.start:span.end] == span.text` always holds.
- **Amounts** are exact `Decimal`s, in JSON strings without an exponent ("1200000000").
- **Days** are `datetime.date`s, in JSON "2012-10-09"; intervals include both ends.
- **Confidence** is between 0 and 1 and says how sure the rule is, not how true the claim is. `rule` names the rule that
  found a record; `factx extract --explain` lists them.
- **JSON** from the command line leaves out `article.text` unless `--with-text` is given; `model_dump` always has it. The
  key `schema_version` (now "{SCHEMA_VERSION}") changes when a field is renamed, removed or changes its meaning; new fields may be
  added without that. `factx schema` prints the JSON Schema.
"""

ROWS = """\
## Rows

`facts.to_rows()` gives one flat dict a record, in the order speakers, quotes, money, numbers, dates, tables, acts, each with all of
these keys in this order (None where a kind does not fill one). `facts.to_pandas()` (extra `pandas`) and `facts.to_arrow()`
(extra `arrow`) give the same as a table with a fixed schema, and `--format csv` writes it; `factx batch --flat` writes a table
for each kind. Columns are only ever added at the end. No column has a name that SQL reserves, so none needs quotation marks.

Columns that were once called {old} are now called
{new}. In a row of `to_rows()` the old name is still read, with a
`DeprecationWarning`; a file that was written before is brought up to date by `frame.rename(columns=factx.output.rows.RENAMED)`.

In Arrow, `string` is utf8, `int` int64, `float` float64, `date` date32, and `decimal` decimal128(38, 9): rounded to nine
places, null where an amount has more than 29 digits before the point. In pandas, `date` is datetime64, and decimals are Python objects.
"""


def page() -> str:
    """The text of the page."""
    models = "\n".join(_model(model) for model in MODELS)
    rows = "\n".join(f"| `{c.name}` | {c.type} | {', '.join(c.kinds)} | {_cell(c.meaning)} |" for c in COLUMNS)
    old, new = (", ".join(f"`{name}`" for name in names) for names in (RENAMED, RENAMED.values()))
    consistency = textwrap.dedent(Inconsistency.__doc__ or "").strip()
    return (
        f"{HEAD}\n{models}\n## Consistency notes\n\n`facts.consistency()` gives a list of `Inconsistency(first, second, reason)`. "
        f"{consistency}\n\n{ROWS.format(old=old, new=new)}\n| column | type | filled for | meaning |\n| --- | --- | --- | --- |\n{rows}\n"
    )


def _model(model: Any) -> str:
    doc = textwrap.dedent("    " + (model.__doc__ or "")).strip()
    first, _, rest = doc.partition("\n\n")
    inherited = {name for base in model.__mro__[1:] for name in getattr(base, "model_fields", {})}
    own = [name for name, field in model.model_fields.items() if name not in inherited and not field.exclude]
    meanings = _meanings(rest)
    extra = f" Has all fields of `{Claim.__name__}`, and:" if issubclass(model, Claim) and model is not Claim else ""
    prose = " ".join(first.split())
    properties = _properties(model)
    lines = [f"## {model.__name__}", "", f"{prose}{extra}", "", "| field | type | meaning |", "| --- | --- | --- |"]
    for name in own:
        meaning = meanings.get(name, f"unique in its article: `{LETTERS[model.__name__]}`" if name == "id" and model.__name__ in LETTERS
                               else "unique in its article" if name == "id" else "" if name in OFFSETS and model is not Span
                               else COMMON.get(name, ""))  # fmt: skip
        kind = (
            "`Decimal`, in JSON a string"
            if model.model_fields[name].annotation is Decimal
            else _type(properties.get(name, {}))
        )
        lines.append(f"| `{name}` | {_cell(kind)} | {_cell(meaning)} |")
    return "\n".join([*lines, ""])


COMMON = {
    "confidence": "0 to 1: how sure the rule is",
    "rule": "name of the rule that found it",
    "section": "the part of the article that it stands in",
    "span": "where it stands",
    "sentence": "the sentence around it",
    "period": "the time that it is about",
    "modality": "stated as a fact, forecast, conditional, or denied",
    "change": "the comparison that it is part of",
    "quote_id": "id of the quote that it stands in",
    "source": "a file name or address",
    "schema_version": "version of the JSON form",
    "article": "the article",
    "start": "offset of the first character",
    "text": "the words",
    "kind": "what kind it is",
    "name": "the fullest form in the text",
    "cue": "the word that reports",
    "direction": "which way",
    "type": "TIMEX3 type",
    "alternatives": "other readings",
    "value": "as TIMEX3",
    "speakers": "those who speak or are named as sources",
    "quotes": "what they said",
    "money": "amounts of money",
    "numbers": "numbers that count or measure something",
    "dates": "temporal expressions",
    "tables": "tables of figures",
    "acts": "apologies, and what is done to guidance, without a figure",
    "currency": "ISO 4217",
    "label": "as printed",
    "cells": "the figure of each column as printed, null where the cell says none",
    "values": "the value of each cell in full units, null where it says no figure",
    "row": "the label of its row",
    "column": "the head of its column",
    "table_id": "id of the table",
    "role": "as written",
    "ticker": "symbol of the organisation's shares, where the text gives it",
    "exchange": "where they are traded, by its usual short name: NASDAQ, TSXV",
    "affiliation": "the organisation that the speaker speaks for, as written",
    "speaker_id": "id of the speaker",
    "comparator": "exactly, about, more than, at least, less than, at most",
    "end": "offset behind the last character",
    "by": "id of the claim that says by how much",
    "from_": "id of the claim that it changed from",
    "to": "id of the claim that it changed to",
}
"""Meanings of fields that the models' own words do not single out."""

OFFSETS = ("start", "end")
"""Common to spans alone: elsewhere they are days, and the model says so."""


def _meanings(text: str) -> dict[str, str]:
    """Field -> meaning from a docstring's "`name`: meaning" and "`a`, `b`: meaning" phrases."""
    text = " ".join(re.split(r"\n\s*(?:>>>|Raises )", text)[0].split())
    parts = NAMED.split(text)
    out: dict[str, str] = {}
    for names, meaning in zip(parts[1::2], parts[2::2], strict=True):
        for name in re.findall(r"`([a-z_]+)`", names):
            out[name] = meaning.strip().rstrip(".;,").strip()
    return out


def _properties(model: Any) -> dict[str, Any]:
    model_schema = schema() if model is Facts else model.model_json_schema(mode="serialization")
    properties: dict[str, Any] = model_schema.get("properties", {})
    return properties


def _type(field: dict[str, Any]) -> str:
    """A JSON Schema type in a word or two."""
    if "$ref" in field:
        return f"`{field['$ref'].rsplit('/', 1)[1]}`"
    if "enum" in field:
        return " / ".join(f"`{value}`" for value in field["enum"])
    if "anyOf" in field:
        kinds = [_type(option) for option in field["anyOf"] if option.get("type") != "null"]
        return ", ".join(kinds) + (" or null" if len(kinds) < len(field["anyOf"]) else "")
    if field.get("type") == "array":
        return f"list of {_type(field['items'])}"
    if field.get("format") == "date":
        return "date"
    if "const" in field:
        return f"`{field['const']}`"
    return {"string": "string", "integer": "int", "number": "float", "boolean": "bool", "null": "null"}.get(
        field.get("type", ""), ""
    )


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
