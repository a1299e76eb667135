"""How findings are made: the words of both sides cut out of their texts, the verdict looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factx.comparison.model import VERDICTS, Edit, Finding, FindingKind, Status
from factx.records import Span

__all__ = ["Sides", "cut", "draft", "numbered", "short"]


def cut(text: str, start: int, end: int) -> Span:
    """The span of these offsets."""
    return Span(start=start, end=end, text=text[start:end])


@dataclass(frozen=True, slots=True)
class Sides:
    """What a finding is about: the places in report and source, and the records there."""

    report: Sequence[Span] = ()
    source: Sequence[Span] = ()
    report_id: str | None = None
    source_id: str | None = None


def draft(
    kind: FindingKind, status: Status, reason: str, sides: Sides, confidence: float, *, flags: Sequence[str] = (),
    edits: Sequence[Edit] = (), by: Decimal | None = None, by_percent: Decimal | None = None,
) -> Finding:  # fmt: skip
    """A finding without an id."""
    return Finding(
        id="", kind=kind, status=status, verdict=VERDICTS.get(status, "change"), reason=reason, report=list(sides.report),
        source=list(sides.source), report_id=sides.report_id or None, source_id=sides.source_id, flags=list(dict.fromkeys(flags)),
        edits=list(edits), by=by, by_percent=by_percent, confidence=round(min(max(confidence, 0.0), 0.99), 2),
    )  # fmt: skip


def numbered(findings: Sequence[Finding]) -> list[Finding]:
    """The findings in the order of the report (what is only in the source comes last, in its order), with their ids."""
    ordered = sorted(findings, key=_place)
    return [finding.model_copy(update={"id": f"f{number}"}) for number, finding in enumerate(ordered, 1)]


def _place(finding: Finding) -> tuple[int, int, int, str]:
    spans = finding.report or finding.source
    if not spans:
        return 2, 0, 0, finding.kind
    return (0 if finding.report else 1), spans[0].start, spans[0].end, finding.kind


def short(text: str, length: int = 60) -> str:
    """Text on one line, cut to `length` characters, for a reason."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"
