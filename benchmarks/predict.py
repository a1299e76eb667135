"""From the public contract to the scorers' form: what `factx.extract` returns, as the rows that the gold files have.

Uses `factx.extract(article, published=...)` and the fields of the records, nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import factx

__all__ = ["LAYERS", "predict", "predict_tables"]

Row = dict[str, Any]


def pair(span: factx.Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def amount(claim: factx.MonetaryClaim | factx.NumericClaim) -> Row:
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "low": float(claim.low),
        "high": float(claim.high),
        "comparator": claim.comparator,
        "subject": claim.subject,
        "what": claim.what,
        "period": claim.period.value if claim.period is not None else None,
        "change_direction": claim.change.direction if claim.change is not None else None,
    }


def money(facts: factx.Facts) -> list[Row]:
    return [{**amount(m), "currency": m.currency, "unit": m.currency} for m in facts.money]


def numbers(facts: factx.Facts) -> list[Row]:
    return [{**amount(n), "currency": None, "unit": n.unit, "unit_name": n.unit_name} for n in facts.numbers]


def quotes(facts: factx.Facts, *, whole_clause: bool = False) -> list[Row]:
    """PolNeAR marks the whole reported clause around a quoted fragment, the statements gold the fragment alone."""
    names = {speaker.id: speaker.name for speaker in facts.speakers}
    return [
        {
            "kind": q.kind,
            "content": [pair(span) for span in (whole_clause and q.statement) or q.spans],
            "source": pair(q.source),
            "cue": pair(q.cue),
            "speaker": names.get(q.speaker_id or ""),
        }
        for q in facts.quotes
    ]


def speakers(facts: factx.Facts) -> list[Row]:
    return [s.model_dump(include={"name", "kind", "role", "affiliation", "aliases"}) for s in facts.speakers]


def dates(facts: factx.Facts) -> list[Row]:
    return [
        {"start": d.span.start, "end": d.span.end, "text": d.span.text, "type": d.type, "value": d.value}
        for d in facts.dates
    ]


DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])$")
LENGTHS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


def durations(facts: factx.Facts) -> Iterator[Row]:
    """The quantity sets count "three years" as a quantity; to factx it is a date of type DURATION."""
    for mention in facts.dates:
        if mention.type == "DURATION" and (found := DURATION.match(mention.value or "")):
            yield {
                "start": mention.span.start,
                "end": mention.span.end,
                "low": float(found[2]),
                "high": float(found[2]),
                "comparator": "=",
                "currency": None,
                "unit": LENGTHS[found[1] + found[3]],
                "unit_name": None,
            }


def quantities(facts: factx.Facts) -> Row:
    rows = money(facts) + list(durations(facts))
    rows += [{**row, "unit": row["unit"] or row["unit_name"]} for row in numbers(facts)]
    for row in rows:
        low, high = row.pop("low"), row.pop("high")  # the scorer reads these two as a range, even when they are equal
        row["value"] = low if low == high else [low, high]
    return {"quantities": sorted(rows, key=lambda row: row["start"])}


LAYERS: dict[str, Callable[[factx.Facts], Row]] = {
    "quotes": lambda facts: {"quotes": quotes(facts, whole_clause=True)},
    "quantities": quantities,
    "dates": lambda facts: {"dates": dates(facts)},
    "statements": lambda facts: {
        "issuer": facts.issuer.name if facts.issuer is not None else None,
        "speakers": speakers(facts),
        "quotes": quotes(facts),
        "money": money(facts),
        "numbers": numbers(facts),
        "dates": dates(facts),
    },
}
"""What each kind of gold wants of an article's facts."""


def predict(layer: str, documents: list[Row]) -> list[Row]:
    """The predictions of one layer for gold documents (their "text" and date are read, nothing else)."""
    rows = []
    for document in documents:
        facts = factx.extract(document["text"], published=document.get("published") or document.get("reference"))
        rows.append({"id": document["id"], **LAYERS[layer](facts)})
    return rows


def days(start: date | None, end: date | None) -> str | None:
    if start is None:
        return None
    return start.isoformat() if end in (None, start) else f"{start}/{end}"


def cells(facts: factx.Facts) -> Iterator[Row]:
    """The figures of tables: the claims that have a cell."""
    captions = {table.id: table.caption.text if table.caption else "" for table in facts.tables}
    for claim in sorted([*facts.money, *facts.numbers], key=lambda claim: claim.span.start):
        if claim.cell is not None:
            is_money = isinstance(claim, factx.MonetaryClaim)
            yield {
                "row": claim.cell.row,
                "column": claim.cell.column,
                "table": captions.get(claim.cell.table_id, ""),
                "text": claim.span.text,
                "value": float(claim.low),
                "high": float(claim.high) if claim.high != claim.low else None,
                "currency": claim.currency if is_money else None,
                "per": claim.per,
                "unit": None if is_money else claim.unit_name or claim.unit,
                "period": days(claim.period.start, claim.period.end) if claim.period else None,
                "metric": claim.metric,
            }


def predict_tables(folder: Path) -> list[Row]:
    """The figures of every table of a folder of documents, each with its `NAME.json` beside it."""
    rows = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = factx.Article.from_path(folder / gold["file"], published=gold["published"])
        rows.append({"id": gold["id"], "cells": list(cells(factx.extract(article)))})
    return rows
