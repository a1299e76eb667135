"""Quotations without a cue of their own: they go on with what somebody was saying."""

from __future__ import annotations

from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.skeleton import Skeleton

__all__ = ["continue_quotes"]


def continue_quotes(work: Workspace, sk: Skeleton, last: Draft | None) -> Draft | None:
    """Give the free quotations of a sentence that is nothing but quotations to the speaker before; the draft, if any."""
    c = sk.codes
    free = [i for i in sk.quotes if sk.quotes[i] not in work.claimed and c[i] in "Qq"]
    if not free or not all(x in "Qq.,&R:" for x in c) or last is None:
        return None
    if c[free[0]] == "q" and last.kind == "indirect":
        return None
    if last.paragraph == sk.paragraph and last.kind != "indirect":
        last.quotes.extend(sk.quotes[i] for i in free)
        for i in free:
            work.claimed[sk.quotes[i]] = last
            if last.statement is not None:
                last.statement.append(work.span(sk, i, i))
        return last
    if sk.paragraph - last.paragraph > 1:
        return None
    rule = "sentence of quotation" if last.paragraph == sk.paragraph else "paragraph of quotation"
    draft = Draft("direct", rule, last.source, None, last.stance, sk.paragraph, sk.start)
    draft.quotes = [sk.quotes[i] for i in free]
    return work.add(draft)
