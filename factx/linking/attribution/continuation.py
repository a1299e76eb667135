"""Quotations without a cue of their own: they go on with what somebody was saying."""

from __future__ import annotations

from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.skeleton import Skeleton
from factx.mentions.types import SpanTuple

__all__ = ["Thread", "continue_quotes"]


class Thread:
    """Who was speaking last: the last draft, and a cue that still waits for its words ("Ray said:" before a paragraph)."""

    def __init__(self) -> None:
        self.last: Draft | None = None
        self.waiting: tuple[SpanTuple, SpanTuple | None, str | None, int] | None = None


def _narrated(work: Workspace, sk: Skeleton, last: Draft) -> SpanTuple | None:
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
    if source is None or (narration.codes[source.chunk] == "n" and not work.sources.is_name(narration, source.chunk)):
        return None
    return source.span


def continue_quotes(work: Workspace, sk: Skeleton, thread: Thread) -> Draft | None:
    """Give the free quotations of a sentence that is nothing but quotations to the speaker before; the draft, if any."""
    c = sk.codes
    free = [i for i in sk.quotes if sk.quotes[i] not in work.claimed and c[i] in "Qq"]
    if not free:
        return None
    whole = all(x in "Qq.,&R:" for x in c)
    if not whole and not (c[0] == "Q" and free[0] == 0):
        return None
    if thread.waiting is not None and sk.paragraph - thread.waiting[3] <= 1:
        source, cue, stance, _ = thread.waiting
        draft = Draft("direct", "cue: paragraph", source, cue, stance, sk.paragraph, sk.start)
        draft.quotes = [sk.quotes[i] for i in free]
        return work.add(draft)
    last = thread.last
    if last is None:
        return None
    if c[free[0]] == "q" and last.kind == "indirect":
        return None
    if (
        last.paragraph == sk.paragraph
        and last.kind != "indirect"
        and whole
        and last.start >= work.document.paragraphs[sk.paragraph].start
    ):
        last.quotes.extend(sk.quotes[i] for i in free)
        last.end = sk.end
        for i in free:
            work.claimed[sk.quotes[i]] = last
            if last.statement is not None:
                last.statement.append(work.span(sk, i, i))
        return last
    if sk.paragraph - last.paragraph > 1:
        return None
    source = last.source
    rule = "sentence of quotation" if last.paragraph == sk.paragraph else "paragraph of quotation"
    narrator = _narrated(work, sk, last)
    if narrator is not None:
        source = narrator
        rule = "quotation after narration"
    draft = Draft("direct" if whole else "partial", rule, source, None, last.stance, sk.paragraph, sk.start)
    draft.quotes = [sk.quotes[i] for i in free]
    if not whole:
        draft.statement = [work.span(sk, 0, free[-1])]
    return work.add(draft)
