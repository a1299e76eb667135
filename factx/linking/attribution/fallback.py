"""Quotations that no speech verb takes: any verb whose object they are in ("She opened with “…”, he blasted the “…”)."""

from __future__ import annotations

import re

from factx.linking.attribution.content import clause_end, trim
from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.skeleton import Skeleton

__all__ = ["govern"]

FURTHEST = 16
AFTER = re.compile(r"(?P<comma>,?)(?P<source>[nh])R?(?P<verb>V)(?=[.,Id]|$)")


def govern(work: Workspace, sk: Skeleton) -> Draft | None:
    """Give each free quotation of four words or more to the subject of the verb before it."""
    c = sk.codes
    made: Draft | None = None
    for chunk in sorted(sk.quotes):
        if c[chunk] != "Q" or sk.quotes[chunk] in work.claimed or c[chunk - 1 : chunk] == "&":
            continue
        made = _labelled(work, sk, chunk) or _any_verb_after(work, sk, chunk)
        if made is not None:
            continue
        verb = next((k for k in range(chunk - 1, max(-1, chunk - FURTHEST), -1) if c[k] in "VGEBvgbe"), None)
        if verb is None:
            continue
        if c[chunk - 1] == ":":
            verb = next((k for k in range(max(0, chunk - FURTHEST), verb) if c[k] in "Vv"), verb)
        source = work.sources.subject_before(sk, verb) or work.sources.main_subject(sk, verb)
        if source is None or c[source.chunk] in "wW" or not work.sources.may_speak(sk, source.chunk):
            continue
        end = clause_end(work, sk, chunk, ())
        k, end = trim(c, verb + 1, end)
        free = [i for i in range(k, end) if c[i] in "Qq" and sk.quotes[i] not in work.claimed]
        if c[chunk - 1] == ":":
            k, free = chunk, [i for i in free if i >= chunk]
        whole = k == chunk and all(x in "Q,.&" for x in c[k : free[-1] + 1])
        if not whole and work.is_narrator(source.span):
            continue
        draft = Draft(
            "direct" if whole else "partial",
            "any verb: quote" if c[chunk - 1] == ":" else "any verb",
            source.span,
            work.span(sk, verb, verb),
            "report",
            sk.paragraph,
            sk.start,
        )
        draft.quotes = [sk.quotes[i] for i in free]
        if not whole:
            draft.statement = [work.span(sk, k, free[-1])]
        made = work.add(draft)
    return made


def _labelled(work: Workspace, sk: Skeleton, chunk: int) -> Draft | None:
    """ "More from Jo Ray: “…”": a name and a colon right before the quotation."""
    c = sk.codes
    if chunk < 2 or c[chunk - 1] != ":" or c[chunk - 2] != "n" or not work.sources.is_name(sk, chunk - 2):
        return None
    if any(x in "vV" for x in c[:chunk]) and c[chunk - 3 : chunk - 2] not in (":", "I"):
        return None
    draft = Draft("direct", "source: quote", work.sources.span(sk, chunk - 2), None, None, sk.paragraph, sk.start)
    draft.quotes = [sk.quotes[chunk]]
    return work.add(draft)


def _any_verb_after(work: Workspace, sk: Skeleton, chunk: int) -> Draft | None:
    """ "“Really?” Ray pressed.": a short sentence of any verb behind the quotation."""
    c = sk.codes
    match = AFTER.match(c, chunk + 1)
    if match is None:
        return None
    inside = work.text[work.quotations[sk.quotes[chunk]].start : work.quotations[sk.quotes[chunk]].end]
    if inside[-1:] not in ("?", "!", ",", "…", "—") and match["comma"] == "":
        return None
    source = match.start("source")
    draft = Draft(
        "direct", "quote, any verb", work.sources.span(sk, source), work.span(sk, match.start("verb"), match.start("verb")), "report",
        sk.paragraph, sk.start,
    )  # fmt: skip
    draft.quotes = [sk.quotes[i] for i in sorted(sk.quotes) if c[i] == "Q" and sk.quotes[i] not in work.claimed]
    return work.add(draft)
