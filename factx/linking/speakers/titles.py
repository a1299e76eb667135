"""The noun of a title, and the field of work behind it ("for government affairs"), in a row of tokens."""

from __future__ import annotations

from functools import cache

from factx import lexicon
from factx.linking.speakers.view import View

__all__ = ["field_from", "is_head", "person_at", "singular"]

FIELD = frozenset("NPJGE&#")
"""Word classes of a field of work."""


@cache
def _heads() -> frozenset[str]:
    abbreviated = {row[0] for row in lexicon.rows("offices.tsv")} - {"rep", "del", "sec", "det", "lead"}
    return frozenset(lexicon.words("role_heads.tsv") | abbreviated)


def is_head(view: View, i: int) -> bool:
    """Is token `i` the noun of a title ("analyst", "co-head")?"""
    return view.word(i) in _heads()


def singular(head: str) -> str:
    """What each of several is who share a title: "partner" of "partners"; "" for a word that is no plural of a title.

    >>> singular("leaders"), singular("secretaries"), singular("boss")
    ('leader', 'secretary', '')
    """
    one = head[:-3] + "y" if head.endswith("ies") else head[:-1] if head.endswith("s") else ""
    return one if one.split("-")[-1] in lexicon.words("role_heads.tsv") else ""


def person_at(view: View, k: int) -> bool:
    """Does the name of a person start at token `k`?"""
    n = view.starts.get(k)
    return n is not None and view.names[n].kind == "person"


def field_from(view: View, k: int) -> int | None:
    """Last token of the field in "for government affairs", whose preposition is token `k`; None when there is none."""
    if view.word(k) not in ("for", "of"):
        return None
    start = at = k + 1 + (view.word(k + 1) in ("the", "its", "our"))
    while (
        at < start + 8
        and view.code(at) in FIELD
        and not person_at(view, at)
        and view.word(at) not in ("said", "says")
        and not view.begins_line(at)
    ):
        at += 1
    while at > start and view.code(at - 1) == "&":
        at -= 1
    return at - 1 if at > start and view.code(at - 1) in "NPG" else None
