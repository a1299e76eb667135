"""Quotations inside quotations, where the inner one has a cue and a source of its own: “He told me, ‘We are done.’”"""

from __future__ import annotations

from factx.linking.attribution.draft import NARRATOR, Workspace
from factx.linking.attribution.sentence import attribute_unit

ADJACENT = frozenset({"cue: quote", "quote, source cue", "quote, cue source"})
"""Rules that a nested quotation may be found by: its cue stands right beside it."""
SELVES = NARRATOR | {"people"}
"""Sources of an inner quotation that is in truth the outer speaker's own: "I said to myself, …", "people say, …"."""

__all__ = ["attribute_nested"]


def attribute_nested(work: Workspace) -> None:
    """Add drafts for inner quotations of four words or more; `inside` is the draft that holds the outer one."""
    quotations = work.quotations
    inner = [
        i
        for i, q in enumerate(quotations)
        if q.role == "speech"
        and q.parent is not None
        and quotations[q.parent].parent is None
        and q.parent in work.claimed
    ]
    if not inner:
        return
    outer_index = {id(draft): i for i, draft in enumerate(work.drafts)}
    document = work.document
    for index in inner:
        quotation = quotations[index]
        parent = quotation.parent
        assert parent is not None
        outer = work.claimed[parent]
        sentence = document.sentence_at(quotation.outer_start)
        last = document.sentence_at(quotation.outer_end - 1)
        if sentence is None or last is None:
            continue
        start = max(sentence.start, quotations[parent].start)
        end = min(last.end, quotations[parent].end)
        unit = work.maker.make(start, end, [index])
        if unit is None:
            continue
        before = len(work.drafts)
        attribute_unit(work, unit, quotations_only=True)
        for draft in work.drafts[before:]:
            begin, stop = draft.source or (0, 0)
            others = begin >= start and work.text[begin:stop].lower() not in SELVES
            if draft.rule in ADJACENT and others:
                draft.inside = outer_index[id(outer)]
                draft.rule = "nested"
        for draft in [d for d in work.drafts[before:] if d.inside is None]:
            work.drop(draft)
