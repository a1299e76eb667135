"""Quotations that no speech verb takes: any verb whose object they are in ("She opened with “…”, he blasted the “…”)."""

from __future__ import annotations

from factx.linking.attribution.content import clause_end, trim
from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.skeleton import Skeleton

__all__ = ["govern"]

FURTHEST = 16


def govern(work: Workspace, sk: Skeleton) -> Draft | None:
    """Give each free quotation of four words or more to the subject of the verb before it."""
    c = sk.codes
    made: Draft | None = None
    for chunk in sorted(sk.quotes):
        if c[chunk] != "Q" or sk.quotes[chunk] in work.claimed:
            continue
        verb = next((k for k in range(chunk - 1, max(-1, chunk - FURTHEST), -1) if c[k] in "VGEBvgbe"), None)
        if verb is None:
            continue
        source = work.sources.subject_before(sk, verb) or work.sources.main_subject(sk, verb)
        if source is None:
            continue
        end = clause_end(work, sk, chunk, ())
        k, end = trim(c, verb + 1, end)
        free = [i for i in range(k, end) if c[i] in "Qq" and sk.quotes[i] not in work.claimed]
        whole = k == chunk and all(x in "Q,.&" for x in c[k:end])
        draft = Draft(
            "direct" if whole else "partial", "any verb", source.span, work.span(sk, verb, verb), "report", sk.paragraph, sk.start
        )
        draft.quotes = [sk.quotes[i] for i in free]
        if not whole:
            draft.statement = [work.span(sk, k, free[-1])]
        made = work.add(draft)
    return made
