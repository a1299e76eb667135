"""Both texts on the page, whole, with the places of the findings marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.output.comparison.groups import GROUPS, kind_of
from factx.output.page.article import text_html
from factx.output.page.marks import Mark, layer
from factx.output.page.markup import short
from factx.records import Quote

if TYPE_CHECKING:
    from factx.comparison import Comparison, Finding
    from factx.facts import Facts
    from factx.records import Span

__all__ = ["group_of", "report_html", "source_html"]


def group_of(comparison: Comparison, finding: Finding) -> str:
    """The name of the group that a finding belongs to; the class of its marks."""
    return next(group.name for group in GROUPS[comparison.mode] if finding.status in group.statuses)


def report_html(comparison: Comparison) -> str:
    """The report with a mark for each finding."""
    marks = [
        _mark(span, f"{finding.kind} {group_of(comparison, finding)}", f"r-{finding.id}", finding)
        for finding in comparison.findings
        for span in finding.report
    ]
    return _html(comparison.report, marks)


def source_html(comparison: Comparison) -> str:
    """The source with a mark for each finding that has a place there, and for what is left out."""
    marks = [
        _mark(span, f"{finding.kind} {group_of(comparison, finding)}", f"s-{finding.id}", finding)
        for finding in comparison.findings
        for span in finding.source
    ]
    for number, record_id in enumerate(comparison.left_out, 1):
        record = comparison.source.get(record_id)
        spans = record.spans if isinstance(record, Quote) else [getattr(record, "span")]  # noqa: B009
        kind = kind_of(record)
        marks.extend(Mark(s.start, s.end, f"{kind} left", f"s-l{number}", "not taken up") for s in spans)
    return _html(comparison.source, marks)


def _mark(span: Span, kind: str, key: str, finding: Finding) -> Mark:
    return Mark(span.start, span.end, kind, key, short(f"{finding.status}: {finding.reason}", 140))


def _html(facts: Facts, marks: list[Mark]) -> str:
    size = len(facts.article.text)
    kept = {mark for mark in marks if 0 <= mark.start < mark.end <= size}
    return text_html(facts.article.text, sorted(kept, key=lambda m: (m.start, -m.end, layer(m), m.key)))
