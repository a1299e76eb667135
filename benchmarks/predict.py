"""From the public contract to the scorers' form: what `factx.extract` returns, as the rows that the gold files have.

Uses `factx.extract(article, published=...)` and the fields of the records, nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import factx

__all__ = ["LAYERS", "predict"]

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


def quantities(facts: factx.Facts) -> Row:
    rows = money(facts) + [{**row, "unit": row["unit"] or row["unit_name"]} for row in numbers(facts)]
    for row in rows:
        low, high = row.pop("low"), row.pop("high")  # the scorer reads these two as a range, even when they are equal
        row["value"] = low if low == high else [low, high]
    return {"quantities": sorted(rows, key=lambda row: row["start"])}


LAYERS: dict[str, Callable[[factx.Facts], Row]] = {
    "quotes": lambda facts: {"quotes": quotes(facts, whole_clause=True)},
    "quantities": quantities,
    "dates": lambda facts: {"dates": dates(facts)},
    "statements": lambda facts: {
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
