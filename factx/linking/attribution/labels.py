"""Attribution by a colon or a dash alone: "Jo Ray: “…”", "“…” – Jo Ray, head of Bolt", "Ray: Bolt Won’t Sell" as a headline."""

from __future__ import annotations

import re

from factx.linking.attribution.content import has_clause
from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.skeleton import Skeleton

__all__ = ["label_sentence"]

BEFORE = re.compile(r"[&R]?n(?:In|,n|,n,)*(?:\(n\))?:(?=[Qq])")
IN_THE_WORDS = re.compile(r"[&R]?I(n)I(n)(?:In)?,?Q")
SIGNED = re.compile(r"([Qq])[:X](n)(?:In|,n|\(n\))*\.?$")
HEADLINE = re.compile(r"n(?:In)?:")


def label_sentence(work: Workspace, sk: Skeleton) -> Draft | None:
    """The draft of a sentence whose quotation is labelled or signed, if it is of that shape."""
    c = sk.codes
    if work.document.section_at(sk.start) == "headline" or sk.paragraph == 0:
        labelled = _headline(work, sk)
        if labelled is not None:
            return labelled
    if not sk.quotes:
        return None
    match = BEFORE.match(c)
    if match is not None and work.text[work.tokens.start[sk.first[match.end() - 1]]] in ":―—–-":
        chunk = next(i for i in range(match.start(), match.end()) if c[i] == "n")
        name = next((i for i in range(chunk, match.end()) if c[i] == "n" and work.sources.is_name(sk, i)), None)
        free = [i for i in range(match.end(), len(c)) if c[i] in "Qq" and sk.quotes[i] not in work.claimed]
        if free and free[0] == match.end() and (name is not None or c[free[0]] == "Q"):
            draft = Draft(
                "direct",
                "source: quote",
                work.sources.span(sk, chunk if name is None else name),
                None,
                None,
                sk.paragraph,
                sk.start,
            )
            draft.quotes = [sk.quotes[i] for i in free if all(x in "Qq,&." for x in c[free[0] : i])]
            return work.add(draft)
    match = IN_THE_WORDS.match(c)
    if match is not None and work.word(sk, match.start(1)) == "words" and work.is_free(sk, match.end() - 1):
        draft = Draft(
            "direct", "source: quote", work.sources.span(sk, match.start(2)), None, "report", sk.paragraph, sk.start
        )
        draft.quotes = [sk.quotes[match.end() - 1]]
        return work.add(draft)
    match = SIGNED.search(c)
    if match is not None and sk.quotes[match.start(1)] not in work.claimed:
        chunk = match.start(2)
        if work.sources.is_name(sk, chunk):
            draft = Draft("direct", "quote – source", work.sources.span(sk, chunk), None, None, sk.paragraph, sk.start)
            draft.quotes = [
                sk.quotes[i] for i in range(match.start(1) + 1) if c[i] in "Qq" and sk.quotes[i] not in work.claimed
            ]
            return work.add(draft)
    return None


def _headline(work: Workspace, sk: Skeleton) -> Draft | None:
    """ "Ray: Bolt Won’t Sell": only where the label is a name that the article uses again."""
    c = sk.codes
    match = HEADLINE.match(c)
    if (
        match is None
        or not work.sources.is_name(sk, 0)
        or work.text[work.tokens.start[sk.first[match.end() - 1]]] != ":"
    ):
        return None
    k, end = match.end(), len(c)
    while end > k and c[end - 1] == ".":
        end -= 1
    if k >= end or not (any(x in "Qq" for x in c[k:end]) or has_clause(work, sk, k, end, headline=True)):
        return None
    span = work.sources.span(sk, 0)
    last = work.text[span[0] : span[1]].split()[-1]
    if work.text.count(last, span[1], span[1] + 4000) < 1:
        return None
    free = [i for i in range(k, end) if c[i] in "Qq" and sk.quotes[i] not in work.claimed]
    draft = Draft("partial" if free else "indirect", "headline label", span, None, None, sk.paragraph, sk.start)
    where = work.span(sk, k, end - 1)
    if free:
        draft.quotes = [sk.quotes[i] for i in free]
        draft.statement = [where]
    else:
        draft.spans = [where]
    return work.add(draft)
