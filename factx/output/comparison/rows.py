"""Flat rows of a comparison: one a finding, and one for each record of the source that the report leaves out.

>>> from factx import compare
>>> rows = to_rows(compare("Bolt paid £3m and $4m.", "Bolt paid £3 million."))
>>> [(row["status"], row["report_text"], row["source_text"]) for row in rows]
[('equal', '£3 million', '£3m'), ('left out', None, '$4m')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factx.output.comparison.groups import kind_of
from factx.output.rows import Column
from factx.records import Act, Claim, MonetaryClaim, NumericClaim, Quote, Speaker

if TYPE_CHECKING:
    from factx.comparison import Comparison, Edit, Finding
    from factx.facts import AnyRecord, Facts

__all__ = ["COLUMNS", "to_rows"]

ALL = ("quote", "money", "number", "date", "speaker", "act")
FIGURES = ("money", "number")

COLUMNS = (
    Column("source", "string", ALL, "the source's `source`: a file name or address"),
    Column("report", "string", ALL, "the report's"),
    Column("id", "string", ALL, "the finding's id, None for what is left out"),
    Column("kind", "string", ALL, "quote, money, number, date, speaker or act"),
    Column("status", "string", ALL, "what was found; \"left out\" for records of the source that the report does not take up"),
    Column("verdict", "string", ALL, "right, wrong, open or change; None for what is left out"),
    Column("flags", "string", ALL, "what it is about, separated by commas"),
    Column("reason", "string", ALL, "why, in a sentence"),
    Column("confidence", "float", ALL, "0 to 1"),
    Column("report_id", "string", ALL, "id of the record of the report"),
    Column("report_start", "int", ALL, "offset of its first character in the report's text"),
    Column("report_end", "int", ALL, "offset behind the last character of its first span"),
    Column("report_text", "string", ALL, "its words"),
    Column("report_speaker", "string", ALL, "who says it, vouches for it, or does it, in the report"),
    Column("source_id", "string", ALL, "id of the record of the source"),
    Column("source_start", "int", ALL, "offset of its first character in the source's text"),
    Column("source_end", "int", ALL, "offset behind the last character of its first span"),
    Column("source_text", "string", ALL, "its words"),
    Column("source_speaker", "string", ALL, "who says it, vouches for it, or does it, in the source"),
    Column("report_low", "decimal", FIGURES, "the report's number, or the lower end of its range"),
    Column("report_high", "decimal", FIGURES, "the same, or the upper end"),
    Column("source_low", "decimal", FIGURES, "the source's number, or the lower end of its range"),
    Column("source_high", "decimal", FIGURES, "the same, or the upper end"),
    Column("unit", "string", FIGURES, "currency or unit of the report's figure (of the source's, where the report has none)"),
    Column("metric", "string", FIGURES, "what it measures, where that is a known metric"),
    Column("by", "decimal", FIGURES, "by how much it went up or down"),
    Column("by_percent", "decimal", FIGURES, "by how many per cent"),
    Column("edits", "string", ("quote",), "where the words part: -left out-, +put in+, -old- +new+"),
)  # fmt: skip
"""The schema. Columns are only ever added at the end."""

EMPTY: dict[str, Any] = dict.fromkeys(column.name for column in COLUMNS)


def to_rows(comparison: Comparison) -> list[dict[str, Any]]:
    """One dict a finding, in the order of the report, then what is left out; each with every column of `COLUMNS`."""
    names = {"source": comparison.source.article.source, "report": comparison.report.article.source}
    rows = [{**EMPTY, **names, **_finding(finding, comparison)} for finding in comparison.findings]
    return rows + [{**EMPTY, **names, **_left_out(record_id, comparison.source)} for record_id in comparison.left_out]


def _finding(finding: Finding, comparison: Comparison) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": finding.id, "kind": finding.kind, "status": finding.status, "verdict": finding.verdict,
        "flags": ",".join(finding.flags) or None, "reason": finding.reason, "confidence": finding.confidence,
        "report_id": finding.report_id, "source_id": finding.source_id, "by": finding.by, "by_percent": finding.by_percent,
    }  # fmt: skip
    for side, spans, facts, record_id in (
        ("source", finding.source, comparison.source, finding.source_id),
        ("report", finding.report, comparison.report, finding.report_id),
    ):
        if spans:
            row[f"{side}_start"], row[f"{side}_end"] = spans[0].start, spans[0].end
            row[f"{side}_text"] = " … ".join(span.text for span in spans)
        record = facts.get(record_id) if record_id else None
        if record is not None:
            row.update(_record(side, record, facts))
    if finding.edits:
        row["edits"] = " ".join(map(_edit, finding.edits))
    return row


def _edit(edit: Edit) -> str:
    old = f"-{edit.source.text}-" if edit.source is not None else ""
    new = f"+{edit.report.text}+" if edit.report is not None else ""
    return f"{old} {new}".strip()


def _record(side: str, record: AnyRecord, facts: Facts) -> dict[str, Any]:
    out: dict[str, Any] = {}
    if isinstance(record, Quote | Claim):
        speaker = facts.speaker(record)
        out[f"{side}_speaker"] = speaker.name if speaker is not None else None
    elif isinstance(record, Act):
        out[f"{side}_speaker"] = record.actor
        out["metric"] = record.metric
    elif isinstance(record, Speaker):
        out[f"{side}_speaker"] = record.name
    if isinstance(record, Claim):
        out[f"{side}_low"], out[f"{side}_high"] = record.low, record.high
        out["metric"] = record.metric
        out["unit"] = (
            record.currency
            if isinstance(record, MonetaryClaim)
            else record.unit
            if isinstance(record, NumericClaim)
            else None
        )
    return out


def _left_out(record_id: str, source: Facts) -> dict[str, Any]:
    record = source.get(record_id)
    assert isinstance(record, Quote | Claim | Act)
    spans = record.spans if isinstance(record, Quote) else [record.span]
    kind = kind_of(record)
    return {
        "kind": kind, "status": "left out", "reason": "the report does not take it up", "source_id": record_id,
        "source_start": spans[0].start, "source_end": spans[0].end, "source_text": " … ".join(span.text for span in spans),
        **_record("source", record, source),
    }  # fmt: skip
