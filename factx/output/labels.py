"""What is marked in a text, for annotation tools: labelled stretches and who says which, the same for every tool.

>>> from factx import extract
>>> [(one.label, one.text) for one in marked(extract("“No,” said Ann Lee."))]
[('Quote', 'No,'), ('Speaker', 'Ann Lee')]
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.output import wording

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Span

__all__ = ["LABELS", "Marked", "marked"]

LABELS = {
    "quotes": "Quote",
    "speakers": "Speaker",
    "money": "Money",
    "numbers": "Number",
    "dates": "Date",
    "acts": "Act",
}
"""Record kind -> label."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A labelled stretch. `record`: the record's id; `value`: what it is normalised to; `speaker`: id of who says it; `actor`: of who does it."""

    label: str
    record: str
    start: int
    end: int
    text: str
    value: str = ""
    speaker: str = ""
    actor: str = ""
    details: dict[str, str] = field(default_factory=dict, hash=False)
    sure: float = 1.0


def marked(facts: Facts) -> list[Marked]:
    """Every span of every record, in text order; a quote in two pieces is two stretches of one record."""
    out = [_of("Speaker", one.id, span, value=one.name) for one in facts.speakers for span in one.mentions]
    for quote in facts.quotes:
        details = {"kind": quote.kind, "stance": quote.stance or ""}
        known = {"speaker": quote.speaker_id or "", "details": details, "sure": quote.confidence}
        out.extend(_of("Quote", quote.id, span, **known) for span in quote.spans)
    for label, claims in (("Money", facts.money), ("Number", facts.numbers)):
        for claim in claims:
            details = {"what": wording.meaning(claim), "modality": claim.modality, "comparator": claim.comparator}
            known = {"speaker": claim.speaker_id or "", "details": details, "sure": claim.confidence}
            out.append(_of(label, claim.id, claim.span, value=wording.value(claim), **known))
    out.extend(_of("Date", one.id, one.span, value=one.value or "", sure=one.confidence) for one in facts.dates)
    for act in facts.acts:
        details = {"what": " ".join((act.about or "").split()), "who": act.actor or ""}
        known = {
            "speaker": act.speaker_id or "",
            "actor": act.actor_id or "",
            "details": details,
            "sure": act.confidence,
        }
        out.append(_of("Act", act.id, act.span, value=wording.deed(act), **known))
    return sorted(out, key=lambda one: (one.start, -one.end, one.label, one.record))


def _of(label: str, record: str, span: Span, **known: object) -> Marked:
    return Marked(label, record, span.start, span.end, span.text, **known)  # type: ignore[arg-type]
