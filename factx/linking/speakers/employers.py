"""Who employs somebody: the organisation that is named or described beside a title.

"of Acme Corp.", "at IBM's Lotus division", "the Indian firm's", "BA". Functions read the tokens of a `View`.
"""

from __future__ import annotations

from dataclasses import dataclass

from factx import lexicon
from factx.linking.speakers.view import View

__all__ = ["Owner", "described", "owner_before", "owner_from", "with_part"]

PARTS = frozenset(
    "division unit group business arm subsidiary department office branch team operations operation".split()
)
"""Nouns for parts of a company that go with its name."""


@dataclass(slots=True)
class Owner:
    """Who employs: name `name`, or the description in tokens `first` to `last`."""

    first: int
    last: int
    name: int | None = None


def owner_from(view: View, i: int) -> Owner | None:
    """The organisation that starts at token `i`, behind an article, with the division that it names."""
    at = i + (view.word(i) in ("the", "its", "our", "their"))
    n = view.starts.get(at)
    if n is None:
        return described(view, i)
    if view.names[n].kind in ("person", "place"):
        return None
    return Owner(at, with_part(view, view.last[n]), n)


def described(view: View, i: int) -> Owner | None:
    """ "the Indian firm": a description of an organisation at token `i`."""
    if view.word(i) not in ("the", "this", "that"):
        return None
    kinds = lexicon.words("organisation_descriptions.tsv")
    for k in range(i + 1, i + 6):
        if view.word(k) in kinds and view.code(k + 1) not in "NP":
            return Owner(i, k)
        if view.code(k) not in "NPJGE#":
            return None
    return None


def with_part(view: View, last: int) -> int:
    """Take in "'s Lotus division", "home and entertainment division"."""
    k = last + 1
    if view.code(k) == "'":
        k += 1
    for at in range(k, k + 6):
        if view.word(at) in PARTS and view.code(at + 1) not in "NP'":
            return at
        if view.code(at) not in "NPJG&":
            break
    return last


def owner_before(view: View, k: int) -> Owner | None:
    """The organisation that ends at token `k`: "BA", "Acme's", "the company's"."""
    genitive = view.word(k) in ("'s", "’s") or (view.word(k) in ("'", "’") and (k - 1) in view.ends)
    if genitive and k not in view.ends:  # "Sainsbury's" ends in its own
        k -= 1
    n = view.ends.get(k)
    if n is not None:
        named = genitive or view.names[n].kind in ("organization", "other")
        return Owner(view.first[n], k, n) if named else None
    if genitive:
        for at in range(k, max(-1, k - 5), -1):
            if view.word(at) in ("the", "this"):
                found = described(view, at)
                return found if found is not None and found.last == k else None
    return None
