"""Words announced by a sentence that ends in a colon: "Jo Ray said:" or "Jo Ray, head of Bolt:" before a paragraph.

The paragraph may be in marks or, where "the following statement" or the like announces it, without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.relations import Report
from factx.linking.attribution.unit import Unit
from factx.mentions.types import SpanTuple

__all__ = ["Announcement", "announced", "unmarked"]

FOLLOWING = re.compile(
    r"\b(?:following|this|below|statement|message|letter|note|e-?mail|post|tweet)\b[^.:]{0,80}:\s*$", re.IGNORECASE
)
FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y|I’m|I'm)\b")
MOST_PARAGRAPHS = 8


@dataclass(slots=True)
class Announcement:
    """Who is announced to speak: source, cue, stance, and the paragraph that the announcement ends in."""

    source: SpanTuple
    cue: SpanTuple | None
    stance: str
    paragraph: int


def announced(work: Workspace, unit: Unit, reports: list[Report]) -> Announcement | None:
    """The announcement of a unit that ends in a colon."""
    tree = unit.tree
    last = len(unit) - 1
    if unit.word(last) != ":":
        return None
    paragraph = work.document.paragraph_at(unit.end - 1)
    number = paragraph.index if paragraph else unit.paragraph
    for report in reversed(reports):
        if report.source is not None:
            cue = work.span(unit, report.node, report.node)
            return Announcement(report.source.span, cue, work.stance(report.verb), number)
    if not unit.has_verb(0, last):
        name = next((i for i in range(last) if tree.tags[i][:2] == "NN" and work.sources.is_name(unit, i)), None)
        if name is not None:
            return Announcement(work.sources.span(unit, name), None, "report", number)
    who = tree.subject(tree.root)
    source = None if who is None else work.sources.source(unit, who, last)
    return Announcement(source.span, None, "report", number) if source is not None else None


def unmarked(work: Workspace, unit: Unit, announcement: Announcement) -> Draft | None:
    """The paragraphs behind "Bolt issued the following statement:" that are not in marks, while they speak as "we"."""
    document, text = work.document, work.text
    if not FOLLOWING.search(text, max(unit.start, unit.end - 160), unit.end):
        return None
    spans: list[SpanTuple] = []
    for paragraph in document.paragraphs[announcement.paragraph + 1 : announcement.paragraph + 1 + MOST_PARAGRAPHS]:
        body = text[paragraph.start : paragraph.end]
        if body[0] in "“\"‘'«" or body[-1] not in ".!?…" or not FIRST_PERSON.search(body):
            break
        spans.append((paragraph.start, paragraph.end))
    if not spans:
        return None
    draft = Draft(
        "direct", "announced statement", announcement.source, announcement.cue, announcement.stance,
        announcement.paragraph + 1, spans[0][0],
    )  # fmt: skip
    draft.spans = spans
    return draft
