"""The findings as a reader wants them: what is wrong first, what is right last; and in words.

>>> [group.name for group in GROUPS["report"]]
['wrong', 'open', 'right']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.comparison.finding import short
from factx.output import wording
from factx.records import Act, MonetaryClaim, NumericClaim, Quote

if TYPE_CHECKING:
    from factx.comparison import Comparison, Finding
    from factx.facts import Facts
    from factx.records import Span

__all__ = ["GROUPS", "KIND_NAMES", "Group", "grouped", "kind_of", "place_words", "record_words", "summary"]

KIND_NAMES = {
    "quote": "Quotes",
    "money": "Money",
    "number": "Numbers",
    "date": "Dates",
    "speaker": "Speakers",
    "act": "Acts",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Statuses that belong together: the name of the group, a label, its heading, and what a finding of it is counted as."""

    name: str
    label: str
    heading: str
    counted: str
    statuses: tuple[str, ...]


GROUPS = {
    "report": (
        Group("wrong", "Differs", "Not as the source has it", "not as the source has it",
              ("altered", "spliced", "other speaker", "scaled wrong", "differs", "other period")),
        Group("open", "Open", "Not found, or not clear", "not found or not clear", ("not found", "unclear")),
        Group("right", "Agrees", "As the source has it", "as the source has it", ("verbatim", "equal", "rounded", "paraphrased")),
    ),
    "changes": (
        Group("wrong", "Changed", "Changed", "changed",
              ("up", "down", "restated", "raised", "lowered", "narrowed", "withdrawn", "reworded")),
        Group("open", "New, dropped", "New, or dropped", "new or dropped", ("new", "dropped")),
        Group("right", "The same", "The same again", "the same again", ("unchanged", "maintained", "repeated")),
    ),
}  # fmt: skip


def grouped(comparison: Comparison) -> Iterator[tuple[Group, list[Finding]]]:
    """Each group with its findings, those with some."""
    for group in GROUPS[comparison.mode]:
        findings = [finding for finding in comparison.findings if finding.status in group.statuses]
        if findings:
            yield group, findings


def summary(comparison: Comparison) -> str:
    """What was found, in a sentence or two."""
    total = len(comparison.findings)
    if comparison.mode == "report":
        first = (
            "Nothing of the report could be compared."
            if not total
            else f"{total} {'thing' if total == 1 else 'things'} of the report compared: "
        )
    else:
        first = "No change was found." if not total else f"{total} {'finding' if total == 1 else 'findings'}: "
    parts = [f"{len(findings)} {group.counted}" for group, findings in grouped(comparison)]
    left = len(comparison.left_out)
    rest = (
        f" {left} {'thing' if left == 1 else 'things'} of the source {'is' if left == 1 else 'are'} not taken up."
        if left
        else ""
    )
    return first + ", ".join(parts) + ("." if parts else "") + rest


def place_words(comparison: Comparison, finding: Finding, length: int = 160) -> tuple[str, str]:
    """The words of the report and those of the source that a finding is about, shortened; "" where there are none.

    The comma before an attribution is not said, and is left out; of an act it is told who does it.
    """
    here = _words(comparison.report, finding.report_id, finding.report)
    return short(here, length), short(_words(comparison.source, finding.source_id, finding.source), length)


def _words(facts: Facts, record_id: str | None, spans: Sequence[Span]) -> str:
    record = facts.get(record_id) if record_id else None
    if isinstance(record, Act):
        return wording.doing(record)
    return " … ".join(span.text for span in spans).rstrip().removesuffix(",")


def kind_of(record: object) -> str:
    """The kind of a record that can be left out, as the kind of a finding."""
    kinds = {Quote: "quote", MonetaryClaim: "money", NumericClaim: "number", Act: "act"}
    return next(name for kind, name in kinds.items() if isinstance(record, kind))


def record_words(comparison: Comparison, record_id: str, length: int = 160) -> str:
    """A record of the source that the report leaves out, in its words: a quote with its speaker, a figure
    with what it is, an act with who does it."""
    record = comparison.source.get(record_id)
    if isinstance(record, Quote):
        speaker = comparison.source.speaker(record)
        return short(f"{speaker.name}: {record.text}" if speaker is not None else record.text, length)
    if isinstance(record, MonetaryClaim | NumericClaim):
        what = record.what or record.metric or (record.unit if isinstance(record, NumericClaim) else None)
        return short(f"{record.span.text} – {what}" if what else record.span.text, length)
    if isinstance(record, Act):
        return short(wording.doing(record), length)
    return record_id
