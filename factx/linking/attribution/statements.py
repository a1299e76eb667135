"""Words announced by a sentence that ends in a colon: "Jo Ray said:" or "Jo Ray, head of Bolt:" before a paragraph.

The paragraph may be in marks or, where "the following statement" or the like announces it, without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.groups import Group
from factx.linking.attribution.skeleton import Skeleton
from factx.mentions.types import SpanTuple

__all__ = ["Announcement", "announced", "announced_by_sentence", "unmarked"]

LAST_CHUNKS = 14
"""Chunks before the colon among which the cue must be."""
LABEL = re.compile(r"(?:[&R]?n(?:In|,n|,nIn|\(n\)){0,4}|[InTG&R]{1,8}n(?:,n|In){0,3}):$")
FOLLOWING = re.compile(
    r"\b(?:following|this|below|statement|message|letter|note|e-?mail|post|tweet)\b[^.:]{0,80}:\s*$", re.IGNORECASE
)
FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y|I’m|I'm)\b")
MOST_PARAGRAPHS = 8
SHORTEST = 25
"""Characters of a paragraph that is taken for an unmarked statement, at least."""


@dataclass(slots=True)
class Announcement:
    """Who is announced to speak: source, cue, stance, and the paragraph that the announcement ends in."""

    source: SpanTuple
    cue: SpanTuple | None
    stance: str
    paragraph: int


def announced(work: Workspace, sk: Skeleton, groups: list[Group]) -> Announcement | None:
    """The announcement of a sentence that ends in a colon."""
    c = sk.codes
    if not c.endswith(":") or work.text[work.tokens.start[sk.last[-1]]] != ":":
        return None
    paragraph = work.document.paragraph_at(sk.end - 1)
    number = paragraph.index if paragraph else sk.paragraph
    for group in reversed(groups):
        if group.source is not None and group.chunk >= len(c) - LAST_CHUNKS:
            cue = work.span(sk, group.chunk, group.chunk)
            return Announcement(group.source.span, cue, work.stance(group.cue), number)
    name = next((i for i, letter in enumerate(c) if letter == "n" and work.sources.is_name(sk, i)), None)
    if name is not None and LABEL.match(c):
        return Announcement(work.sources.span(sk, name), None, "report", number)
    source = work.sources.main_subject(sk, len(c))
    return Announcement(source.span, None, "report", number) if source is not None else None


def announced_by_sentence(work: Workspace, offset: int) -> Announcement | None:
    """The announcement of the sentence before `offset`, where that has neither cue nor quotation ("Jo Ray, Bolt:")."""
    document = work.document
    here = document.sentence_at(offset)
    if here is None or here.index == 0:
        return None
    before = document.sentences[here.index - 1]
    if work.text[before.end - 1] != ":" or here.paragraph - before.paragraph > 1:
        return None
    sk = work.maker.make(before.start, before.end, [])
    return None if sk is None else announced(work, sk, [])


def unmarked(work: Workspace, sk: Skeleton, announcement: Announcement) -> Draft | None:
    """The paragraphs behind "Bolt issued the following statement:" that are not in marks, while they speak as "we"."""
    document, text = work.document, work.text
    if not FOLLOWING.search(text, max(sk.start, sk.end - 160), sk.end):
        return None
    spans: list[SpanTuple] = []
    for paragraph in document.paragraphs[announcement.paragraph + 1 : announcement.paragraph + 1 + MOST_PARAGRAPHS]:
        body = text[paragraph.start : paragraph.end]
        if paragraph.section != "body" or len(body) < SHORTEST or body[0] in "“\"‘'«" or body[-1] not in ".!?…":
            break
        if not FIRST_PERSON.search(body):
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
