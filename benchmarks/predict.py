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


DURATION = re.compile(r"P(?:T?\d+(?:\.\d+)?[YMWDHS])+$")
PART = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])")
LENGTHS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|[a-z]+teen|[a-z]+ty|hundred|half)\b",
    re.IGNORECASE,
)
"""What makes a quantity of a duration: "three years", not "a decade", "over the years"."""


MINOR = re.compile(r"\b(cents?|pence|penny)$", re.IGNORECASE)
"""What the sets write of "19 cents", which to factx are 0.19 of the dollar."""


def parts(value: str) -> list[tuple[float, str]]:
    """ "PT24H39M" -> 24 hours, 39 minutes; nothing for what is no duration."""
    if DURATION.match(value) is None:
        return []
    days, _, times = value[1:].partition("T")
    found = [(float(number), LENGTHS[letter]) for number, letter in PART.findall(days)]
    return found + [(float(number), LENGTHS["T" + letter]) for number, letter in PART.findall(times)]


def durations(facts: factx.Facts) -> Iterator[Row]:
    """The quantity sets count "three years" and "every three years" as quantities; to factx they are dates of type DURATION and SET."""
    for mention in facts.dates:
        if mention.type not in ("DURATION", "SET") or NUMBER.search(mention.span.text) is None:
            continue
        first, *last = [parts(value) for value in (mention.value or "").split("/")]
        for index, (low, unit) in enumerate(first):
            high = last[0][0][0] if len(first) == 1 and last and last[0] else low
            yield {
                "start": mention.span.start + index,
                "end": mention.span.end,
                "low": low,
                "high": high,
                "comparator": "=",
                "currency": None,
                "unit": unit,
                "unit_name": None,
            }


def rated(unit: str | None, per: str | None) -> str | None:
    """The sets write "USD per barrel", "tests per day" as one unit; factx has the rate in `per`."""
    return f"{unit} per {per}" if unit is not None and per is not None and " per " not in unit else unit


def from_to(facts: factx.Facts) -> dict[str, factx.MonetaryClaim | factx.NumericClaim]:
    """Id of a level -> the level that it moved to: "from 252 miles to 287", which the sets mark as one range."""
    claims: dict[str, factx.MonetaryClaim | factx.NumericClaim] = {c.id: c for c in (*facts.money, *facts.numbers)}
    found = {}
    for claim in claims.values():
        then, now = (claim.change.from_, claim.change.to) if claim.change is not None else (None, None)
        if then is None or now is None or claims[then].span.start > claims[now].span.start:
            continue
        if all(c.low == c.high for c in (claims[then], claims[now])):
            found[then] = claims[now]
    return found


def quantities(facts: factx.Facts) -> Row:
    """Amounts as the quantity sets mark them. There a direction belongs to the amount that is the change ("up 5 %"), not to
    the level that it leads to; "from 5 to 6" is one range; cents are written as cents; a part ("two thirds") has no unit."""
    rows = list(durations(facts))
    moved = from_to(facts)
    reached = {claim.id for claim in moved.values()}
    claims: list[tuple[factx.MonetaryClaim | factx.NumericClaim, Row]] = [
        *zip(facts.money, money(facts), strict=True),
        *zip(facts.numbers, numbers(facts), strict=True),
    ]
    for claim, row in claims:
        measured = isinstance(claim, factx.NumericClaim) and claim.dimension not in ("count", "ratio")
        unit = (measured and row["unit_name"]) or row["unit"] or row.get("unit_name")
        minor = MINOR.search(claim.span.text) if isinstance(claim, factx.MonetaryClaim) else None
        unit = minor[1].lower() if minor is not None else unit
        row["unit"] = None if unit == "ratio" else rated(unit, claim.per)
        if claim.change is not None and claim.id in (claim.change.to, claim.change.from_):
            row["change_direction"] = None
        if claim.id in moved:
            row["high"] = float(moved[claim.id].high)
        if claim.id not in reached:
            rows.append(row)
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
