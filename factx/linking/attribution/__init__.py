"""Who said what: quotations and reported clauses with their source phrase and cue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factx.document import Document
from factx.linking.attribution.continuation import Thread, continue_quotes
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.fallback import govern
from factx.linking.attribution.groups import Group
from factx.linking.attribution.labels import label_sentence
from factx.linking.attribution.sentence import attribute_sentence
from factx.linking.attribution.skeleton import Maker
from factx.linking.attribution.transcript import transcribe
from factx.mentions.cues import find_cues
from factx.mentions.types import Attribution, NameMention, Quotation, SpanTuple

__all__ = ["attribute"]


def attribute(document: Document, quotations: Sequence[Quotation], names: Sequence[NameMention]) -> list[Attribution]:
    """Attributions in text order of their first span."""
    work = Workspace(document, quotations, names, Maker(document, quotations, find_cues(document), names))
    covered = transcribe(work, quotations)
    thread = Thread()
    for sk in work.skeletons:
        if covered and _inside(covered, sk.start):
            continue
        before = len(work.drafts)
        work.here = sk.end
        groups = [] if label_sentence(work, sk) else attribute_sentence(work, sk)
        continue_quotes(work, sk, thread)
        govern(work, sk)
        if len(work.drafts) > before:
            thread.last, thread.waiting = work.drafts[-1], None
        thread.waiting = _waiting(work, sk, groups) or thread.waiting
    return work.finished()


def _inside(covered: list[SpanTuple], offset: int) -> bool:
    position = bisect_right(covered, (offset, offset)) - 1
    return (position >= 0 and offset < covered[position][1]) or (
        position + 1 < len(covered) and covered[position + 1][0] == offset
    )


def _waiting(
    work: Workspace, sk: Skeleton, groups: list[Group]
) -> tuple[SpanTuple, SpanTuple | None, str | None, int] | None:
    """The source and cue of a sentence that ends in a colon: its words are in the next paragraph."""
    c = sk.codes
    if not c.endswith(":") or work.text[work.tokens.start[sk.last[-1]]] != ":":
        return None
    paragraph = work.document.paragraph_at(sk.end - 1)
    number = paragraph.index if paragraph else sk.paragraph
    for group in reversed(groups):
        if group.source is not None and group.chunk >= len(c) - 14:
            cue = work.span(sk, group.chunk, group.chunk)
            return group.source.span, cue, work.stance(group.cue), number
    source = work.sources.main_subject(sk, len(c))
    if source is None and c[0] == "n" and work.sources.is_name(sk, 0):
        return work.sources.span(sk, 0), None, None, number
    return (source.span, None, None, number) if source is not None else None
