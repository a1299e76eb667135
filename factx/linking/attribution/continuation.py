"""Quotations without a cue of their own: they go on with what somebody was saying, or were announced by a colon."""

from __future__ import annotations

from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.skeleton import Skeleton
from factx.linking.attribution.statements import Announcement, announced_by_sentence
from factx.mentions.types import SpanTuple

__all__ = ["Thread", "continue_quotes"]


FURTHEST = 3
"""Paragraphs since the last attribution, at most, that narration may stand in."""


class Thread:
    """Who was speaking last: the last draft, and an announcement that still waits for its words."""

    def __init__(self) -> None:
        self.last: Draft | None = None
        self.waiting: Announcement | None = None


def continue_quotes(work: Workspace, sk: Skeleton, thread: Thread) -> Draft | None:
    """Give the free quotations of a sentence that begins with them to who was announced or was speaking; the draft."""
    c = sk.codes
    free = [i for i in sorted(sk.quotes) if work.is_free(sk, i)]
    if not free:
        return None
    whole = all(x in "Qq.,&R:" for x in c)
    if not whole and not (c[0] == "Q" and free[0] == 0):
        return None
    waiting = thread.waiting or (announced_by_sentence(work, sk.start) if whole else None)
    if waiting is not None and sk.paragraph - waiting.paragraph <= 1:
        draft = Draft("direct", "cue: paragraph", waiting.source, waiting.cue, waiting.stance, sk.paragraph, sk.start)
        draft.quotes = [sk.quotes[i] for i in free]
        return work.add(draft)
    last = thread.last
    if last is None or (c[free[0]] == "q" and last.kind == "indirect"):
        return None
    narrator = _narrator(work, sk, last)
    if sk.paragraph - last.paragraph > (1 if narrator is None else FURTHEST):
        return None
    if whole and last.kind != "indirect" and last.start >= work.document.paragraphs[sk.paragraph].start:
        return _grow(work, sk, last, free)
    source, rule = last.source, "sentence of quotation"
    if last.paragraph != sk.paragraph:
        rule = "paragraph of quotation"
    if narrator is not None:
        source, rule = narrator, "quotation after narration"
    draft = Draft("direct" if whole else "partial", rule, source, None, last.stance, sk.paragraph, sk.start)
    draft.quotes = [sk.quotes[i] for i in free]
    if not whole:
        draft.statement = [work.span(sk, 0, free[-1])]
    return work.add(draft)


def _grow(work: Workspace, sk: Skeleton, last: Draft, free: list[int]) -> Draft:
    """More quotations of the same paragraph, without a cue between: one utterance."""
    last.end = sk.end
    for i in free:
        last.quotes.append(sk.quotes[i])
        work.claimed[sk.quotes[i]] = last
        if last.statement is not None:
            last.statement.append(work.span(sk, i, i))
    return last


def _narrator(work: Workspace, sk: Skeleton, last: Draft) -> SpanTuple | None:
    """The subject of the sentence right before, where that is narration behind the last attribution."""
    document = work.document
    here = document.sentence_at(sk.start)
    if here is None or here.index == 0:
        return None
    before = document.sentences[here.index - 1]
    if before.start < last.end or sk.paragraph - before.paragraph > 1:
        return None
    narration = work.maker.make(before.start, before.end, [])
    if narration is None:
        return None
    source = work.sources.main_subject(narration, len(narration.codes))
    if source is None or work.text[source.span[0] : source.span[1]].lower() in ("i", "we", "you"):
        return None
    if narration.codes[source.chunk] == "n" and not work.sources.is_name(narration, source.chunk):
        return None
    return source.span
