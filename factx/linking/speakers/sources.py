"""What the source phrase of an attribution is: a name, a pronoun, a description, a document or somebody unnamed."""

from __future__ import annotations

from dataclasses import dataclass

from factx import lexicon
from factx.linking.speakers.titles import Owner, field_from, is_head, owner_before, title_from
from factx.linking.speakers.view import View
from factx.mentions.types import SpanTuple

__all__ = ["Source", "read_source"]

PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "these", "those", "himself", "herself", "itself", "themselves"]
) | {"him", "her", "them", "me", "us", "his", "their", "its", "my", "our"}
DOCUMENTS = frozenset(
    ["statement", "statements", "release", "releases", "report", "reports", "filing", "filings", "letter", "letters", "results", "memo", "memos", "announcement", "announcements", "email", "e-mail", "emails", "e-mails", "post", "posts", "blog", "tweet", "tweets", "prospectus", "notice", "advisory", "posting", "message", "messages", "document", "documents", "website", "site", "webpage", "page", "transcript", "newsletter", "bulletin", "communique", "communiqué", "circular", "column", "editorial", "article", "story", "book", "advertisement", "ad", "ads", "speech", "remarks", "testimony", "affidavit", "complaint", "lawsuit", "suit", "survey", "poll", "study", "research", "analysis", "data", "figures", "accounts", "note", "presentation", "slides", "video", "recording", "interview", "op-ed", "essay"]
)  # fmt: skip
DEFINITE = frozenset(["the", "this", "that", "its", "their", "our"])
FINDINGS = frozenset(["survey", "poll", "study", "research", "analysis", "data", "figures", "report", "reports"])
"""Documents that do not speak for the last speaker, unless they say whose they are."""


@dataclass(slots=True, frozen=True)
class Source:
    """`kind`: name, pronoun, description, office, document or unnamed; `first`, `last`, `head`: tokens; `name`: index of the name."""

    kind: str
    first: int
    last: int
    head: int
    name: int | None = None
    owner: Owner | None = None


def read_source(view: View, span: SpanTuple) -> Source | None:
    """The reading of a source span; None for one without words."""
    inside = view.tokens.inside(*span)
    if not len(inside):
        at = view.tokens.at(span[0])
        if at >= len(view.lower):
            return None
        inside = range(at, at + 1)
    first, last = inside.start, inside.stop - 1
    while first < last and not view.forms[first][0].isalnum():
        first += 1
    # A source of one name, the usual case; a possessive behind it makes it an owner.
    if first == last and view.word(first) in PRONOUNS:
        return Source("pronoun", first, last, first)
    core = _core_end(view, first, last)
    n = _first_of_several(view, first, core)
    if n is None:
        n = _name_that_heads(view, first, core)
    if n is not None:
        return Source("name", first, last, view.last[n], n)
    head = core
    while head > first and view.code(head) not in "NPJE#H":
        head -= 1
    # "The airline's boss, Rod Eddington": the name in apposition is it.
    if core < last and is_head(view, head):
        comma = False
        for k in range(core + 1, min(last + 1, core + 10)):
            comma = comma or view.word(k) == ","
            m = view.starts.get(k)
            if m is not None and comma and view.names[m].kind == "person":
                return Source("name", first, last, view.last[m], m)
    # "Xerxes Corp. vice president for government affairs Tina Bell": the source stops short of the name.
    if is_head(view, head) and (field := field_from(view, head + 1)) is not None:
        m = view.starts.get(field + 1)
        if m is not None and view.names[m].kind == "person":
            return Source("name", first, last, view.last[m], m)
    # "board member and former Illinois Gov. Jim Edgar": the same, over a second title.
    if is_head(view, head) and head == last and view.word(last + 1) == "and":
        for k in range(last + 2, last + 10):
            m = view.starts.get(k)
            if (
                m is not None
                and view.names[m].kind == "person"
                and is_head(view, k - 1 if view.word(k - 1) != "." else k - 2)
            ):
                return Source("name", first, last, view.last[m], m)
            if view.code(k) not in "NPJ.":
                break
    if view.word(first) in PRONOUNS and view.code(first) not in "SD":
        return Source("pronoun", first, first, first)
    owner = _owner_inside(view, first, head, last)
    word = view.word(head)
    if word in DOCUMENTS:
        return Source("document", first, last, head, owner=owner)
    named = any(k in view.starts and view.names[view.starts[k]].kind != "place" for k in range(first, head))
    if view.word(first) in DEFINITE and not named and is_head(view, head) and view.tokens.tag[head] != "NNS":
        return Source("office", first, core, head, owner=owner)
    if view.word(first) in DEFINITE and not named and word in lexicon.words("organisation_descriptions.tsv"):
        return Source("description", first, core, head, owner=owner)
    return Source("unnamed", first, core, head, owner=owner)


def _core_end(view: View, first: int, last: int) -> int:
    """Last token of the phrase before its first comma, bracket, preposition or relative pronoun."""
    k = first
    while k <= last:
        n = view.starts.get(k)
        if n is not None:
            k = min(view.last[n], last) + 1
            continue
        word, code = view.word(k), view.code(k)
        if k > first and (
            (code in ',(:;IW"' and word not in ("'", "’"))
            or (code == "T" and word == "to")
            or word in ("of", "who", "whose")
        ):
            return k - 1
        if code in "VG" and k > first and view.code(k - 1) in "NP" and k < last:
            return k - 1
        k += 1
    return last


def _first_of_several(view: View, first: int, core: int) -> int | None:
    """The first of two names joined by "and"."""
    n = view.starts.get(first)
    if n is not None and view.last[n] < core and view.word(view.last[n] + 1) in ("and", "&") and core in view.ends:
        return n
    return None


def _name_that_heads(view: View, first: int, core: int) -> int | None:
    """The name that ends the core ("Daiwa Securities analyst Mark Pervan"), if one does."""
    best = None
    for k in range(core, max(first - 1, core - 6), -1):
        n = view.ends.get(k)
        if n is not None:
            best = n
            break
        n = view.starts.get(k)
        if n is not None and view.last[n] >= core:
            best = n
            break
        if view.word(k) not in (".", "'", "’", "'s", "’s", "jr", "sr", ")", "himself", "itself", "herself", "qc", "kc", "mp", "mep", "mbe", "obe", "cbe", "phd", "md") or (
            view.code(k) == "'" and view.word(k) in ("'s", "’s") and k != core
        ):
            return None
    if best is None:
        return None
    if view.names[best].kind == "place" and view.first[best] > first and view.code(view.first[best] - 1) in "NJ":
        return None
    return best


def _owner_inside(view: View, first: int, head: int, last: int) -> Owner | None:
    """Whose it is: "ZTE's director", "Verizon executives", "a spokesman for Acme"."""
    for k in range(head - 1, first - 1, -1):
        if view.code(k) == "'" or k in view.ends:
            owner = owner_before(view, k)
            if owner is not None:
                return owner
    behind = title_from(view, head) if is_head(view, head) else None
    if behind is not None and behind.owner is not None:
        return behind.owner
    for k in range(head + 1, min(last + 1, head + 6)):
        n = view.starts.get(k)
        if n is not None and view.word(k - 1) in ("of", "at", "for", "from", "with", "the", "by"):
            return Owner(view.first[n], view.last[n], n)
    return None
