"""Quotations without a cue of their own: they go on with what somebody was saying, or were announced by a colon."""

from __future__ import annotations

from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.shapes import is_complete, is_sentence
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
    if not whole:
        if free[0].first or not _stands_alone(work, unit, free[0]):
            return None
        free = [mark for mark in free if unit.only_quotes(0, mark.first)]
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
    apart = work.text[max(0, unit.start - 2) : unit.start].isspace()  # a line of its own in a text without lines
    if last.kind != "indirect" and not apart and last.start >= work.document.paragraphs[unit.paragraph].start:
        return _grow(work, unit, last, free)
    source, rule = last.source, "sentence of quotation"
    if last.paragraph != unit.paragraph:
        rule = "paragraph of quotation"
    if narrator is not None:
        source, rule = narrator, "quotation after narration"
    draft = Draft("direct", rule, source, None, last.stance, unit.paragraph, unit.start)
    draft.quotes = [mark.index for mark in free]
    return work.add(draft)


def _stands_alone(work: Workspace, unit: Unit, mark: Mark) -> bool:
    """Is it a sentence in marks that another sentence was glued to: “We won.”The next day …?"""
    behind = unit.tree.words[mark.last + 1 : mark.last + 2]
    return is_complete(work, unit, mark) and is_sentence(work, mark) and "".join(behind)[:1].isupper()


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
    if source is None:
        return None
    named = work.sources.is_person(narration, source.node)
    return source.span if named or tree.lower[source.node] in ("he", "she") else None
