"""Quoted fragments in the object of a cue: S called it q · S praised the q plan · S accused them of q."""

from __future__ import annotations

from collections.abc import Sequence

from factx.linking.attribution.content import trim
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.groups import Group
from factx.linking.attribution.skeleton import Skeleton

__all__ = ["object_fragment"]

FURTHEST = 25
"""Chunks from the cue to the end of the last fragment, at most."""
LIST = 4
"""From so many single words in marks on they are a list of terms ("words like “expect”, “intend” …")."""


def object_fragment(work: Workspace, sk: Skeleton, group: Group, fragments: Sequence[int]) -> int | None:
    """The statement is the object, from behind the cue to the noun that the last fragment belongs to."""
    c = sk.codes
    k, end = group.right + 1, fragments[-1] + 1
    if end - k > FURTHEST or (len(fragments) >= LIST and all(c[i] == "q" for i in fragments)):
        return None
    if end < len(c) and c[end] == "n":
        end += 1
    while end + 1 < len(c) and c[end] == "I" and c[end + 1] == "n" and work.word(sk, end) == "of":
        end += 2
    k, end = trim(c, k, end)
    draft = work.draft(sk, group, "partial", "cue, object with fragment")
    draft.quotes = [sk.quotes[i] for i in fragments]
    draft.statement = [work.span(sk, k, end - 1)]
    work.add(draft)
    return end
