"""Quotations without a cue of their own: they go on with what somebody was saying, or were announced by a colon."""

from __future__ import annotations

from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.statements import Announcement
from factx.linking.attribution.unit import Mark, Unit
from factx.mentions.types import SpanTuple

__all__ = ["Thread", "continue_quotes"]


FURTHEST = 3
"""Paragraphs since the last attribution, at most, that narration may stand in."""


class Thread:
    """Who was speaking last: the last draft, and an announcement that still waits for its words."""

    def __init__(self) -> None:
        self.last: Draft | None = None
        self.waiting: Announcement | None = None


def continue_quotes(work: Workspace, unit: Unit, thread: Thread) -> Draft | None:
    """Give the free quotations of a unit that begins with them to who was announced or was speaking; the draft."""
    free = work.free(unit, 0, len(unit))
    if not free:
        return None
    whole = unit.only_quotes(0, len(unit))
    if not whole and not (free[0].first == 0 and free[0].whole):
        return None
    waiting = thread.waiting
    if waiting is not None and unit.paragraph - waiting.paragraph <= 1:
        draft = Draft(
            "direct", "cue: paragraph", waiting.source, waiting.cue, waiting.stance, unit.paragraph, unit.start
        )
        draft.quotes = [mark.index for mark in free]
        return work.add(draft)
    last = thread.last
    if last is None:
        return None
    narrator = _narrator(work, unit, last)
    if unit.paragraph - last.paragraph > (1 if narrator is None else FURTHEST):
        return None
    if whole and last.kind != "indirect" and last.start >= work.document.paragraphs[unit.paragraph].start:
        return _grow(work, unit, last, free)
    source, rule = last.source, "sentence of quotation"
    if last.paragraph != unit.paragraph:
        rule = "paragraph of quotation"
    if narrator is not None:
        source, rule = narrator, "quotation after narration"
    draft = Draft("direct" if whole else "partial", rule, source, None, last.stance, unit.paragraph, unit.start)
    draft.quotes = [mark.index for mark in free]
    if not whole:
        draft.statement = [work.span(unit, 0, free[-1].last)]
    return work.add(draft)


def _grow(work: Workspace, unit: Unit, last: Draft, free: list[Mark]) -> Draft:
    """More quotations of the same paragraph, without a cue between: one utterance."""
    last.end = unit.end
    for mark in free:
        last.quotes.append(mark.index)
        work.claimed[mark.index] = last
        if last.statement is not None:
            last.statement.append(work.span(unit, mark.first, mark.last))
    return last


def _narrator(work: Workspace, unit: Unit, last: Draft) -> SpanTuple | None:
    """The subject of the sentence right before, where that is narration behind the last attribution."""
    document = work.document
    here = document.sentence_at(unit.start)
    before = document.sentences[here.index - 1] if here is not None else None
    if before is None or before.start < last.end:
        return None
    narration = work.maker.make(before.start, before.end)
    if narration is None:
        return None
    tree = narration.tree
    who = tree.subject(tree.root)
    source = None if who is None else work.sources.source(narration, who, tree.root)
    if source is None or work.text[source.span[0] : source.span[1]].lower() in ("i", "we", "you"):
        return None
    if tree.tags[source.node] != "PRP" and not work.sources.is_name(narration, source.node):
        return None
    return source.span
