"""Whose a document is that says something: "a report by Acme", "Acme published a study that shows …", "the report" of either.

Each way of telling it is a sign. Whether one is to be believed, or the document speaks for itself, is weighed in `antecedents`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from factx import lexicon
from factx.linking.speakers.employers import Owner, owner_before, owner_from
from factx.linking.speakers.view import View

__all__ = ["is_finding", "signs", "sort_of"]

MADE = frozenset(
    "authored carried compiled conducted disseminated distributed done drafted issued made out posted prepared produced published put released "
    "sent shared signed undertaken written".split()
)
"""Participles between a document and "by" its maker; who paid for it is another: "sponsored by"."""
ADDED = "DJRNSPGE#"
"""Word classes of what goes with a document: "a new 40-page report"."""
BEFORE = 12
"""Tokens before a source that are read for a possessive."""
OPENING, CLOSING = frozenset(["“", '"', "‘"]), frozenset(["”", '"', "’"])
ARTICLES = frozenset(["the", "this", "that", "these", "those", "its", "their", "a", "an"])
WRITTEN_IN = frozenset("comment comments rating ratings review reviews testimonial testimonials".split())
"""Texts that are not whose name stands before them: "an Amazon review"."""
WRITTEN_TO = frozenset("e-mail email essay letter memo note op-ed post tweet".split())
"""Texts that one person writes as often as a firm: the one that "the email" takes up tells who."""
STUDIES = frozenset("analysis data findings poll report research statistics studies study survey".split())
"""Nouns that take up one another: "a survey by Acme … the study"."""
PRINTED = frozenset("article articles column editorial essay op-ed story".split())
"""Texts that are the paper's in which they stand."""
FUNDED = re.compile(r"-[a-z]{4,}ed$")
""" "A Gorse-funded study" is not by Gorse."""
REACH = 500
"""Tokens before and behind a document in which other mentions may tell whose it is."""
MENTIONS = 6
"""Mentions that are read, on either side."""


def signs(view: View, first: int, head: int, last: int) -> Iterator[tuple[str, Owner]]:
    """Who may have made the document that tokens `first` to `last`, with the noun `head`, call so, and what tells it.

    Its own words tell ("by" and "for": behind it, "of" and "at": in front of it), and those of other mentions of the noun before it
    ("<by") and behind it (">by"), or of another noun for a study ("~<by"): the nearest first. Names that stand in the phrase, in its
    sentence and in the one before are weaker signs.
    """
    yield from _told(view, first, head)
    word = view.word(head)
    told = {word} | STUDIES if word in STUDIES else {word}
    before = [k for k in range(first - 1, max(-1, first - REACH), -1) if view.lower[k] in told]
    behind = [k for k in range(head + 1, min(len(view.lower), head + REACH)) if view.lower[k] in told]
    for side, mentions in (("<", before), (">", behind)):
        for k in mentions[:MENTIONS]:
            begin = _begin(view, k)
            makes = (found for found in _near(view, begin, k) if found[0] == "makes")
            for sign, owner in (*_told(view, begin, k), *makes):
                yield (side if view.word(k) == word else "~" + side) + sign, owner
    yield from _near(view, first, last)


def sort_of(word: str) -> str:
    """What documents a noun is for: those that people write to each other, those that are printed, studies, others.

    >>> sort_of("memo"), sort_of("article"), sort_of("survey"), sort_of("statement"), sort_of("blueprint")
    ('letter', 'print', 'study', 'voice', '-')
    """
    for sort, nouns in (("letter", WRITTEN_TO), ("print", PRINTED), ("review", WRITTEN_IN), ("study", STUDIES)):
        if word in nouns:
            return sort
    return lexicon.table("documents.tsv").get(word, "-")


def is_finding(word: str) -> bool:
    """Is it a noun for what somebody found out and wrote: "report", "survey"?"""
    return lexicon.table("documents.tsv").get(word) == "finding"


def _near(view: View, first: int, last: int) -> Iterator[tuple[str, Owner]]:
    """Names in the phrase, in its sentence and in the one before it."""
    start = view.tokens.start[first]
    here = view.document.sentence_at(start)
    if here is None:
        return
    before = view.document.sentences[here.index - 1].start if here.index else here.start
    for n in range(bisect_left(view.name_starts, before), bisect_left(view.name_starts, here.end)):
        sign = (
            "near" if view.names[n].start < here.start else "makes" if view.code(view.last[n] + 1) in "VR" else "here"
        )
        if view.first[n] >= first:
            sign = "inside" if view.first[n] <= last else "later"
        yield sign, Owner(view.first[n], view.last[n], n)


def _begin(view: View, head: int) -> int:
    """The first token of the words that go with the noun at token `head`."""
    begin = head
    while (
        begin > head - 6
        and view.code(begin - 1) in ADDED
        and (begin - 1) not in view.ends
        and view.word(begin) not in ARTICLES
    ):
        begin -= 1
    return begin


def _told(view: View, first: int, head: int) -> Iterator[tuple[str, Owner]]:
    """Whom the words before, in and behind a document tell."""
    if view.word(first - 1) in CLOSING and view.word(first) not in ARTICLES:  # "Acme's “Work Today” report"
        first = next((k for k in range(first - 2, max(0, first - 12), -1) if view.word(k) in OPENING), first)
    opens = view.word(first) in ARTICLES or view.begins_line(first)
    for k in range(head - 1, first - 1 if opens else _possessor(view, first) - 1, -1):
        found = owner_before(view, k) if view.code(k) == "'" or k in view.ends else None
        if found is not None and not FUNDED.search(view.forms[found.last]):
            yield "of" if view.code(k) == "'" else "at", found
    for k in range(head - 1, first - 1, -1):  # a title that is read as one name: "Acme Trends Report"
        n = view.organisations.get(tuple(view.lower[first : k + 1]))
        if n is not None and k not in view.ends:
            yield "at", Owner(first, k, n)
            break
    yield from _behind(view, head)


def _possessor(view: View, first: int) -> int:
    """The token of a possessive before the words that a source leaves out: "Acme['s] 2025 Future of | Work Report"."""
    for k in range(first - 1, max(-1, first - BEFORE), -1):
        if view.code(k) == "'":
            return k
        title = view.forms[k][0].isupper() or view.word(k) in ("of", "and", "the", "in")
        if not title and view.code(k) not in ADDED + "()":
            break
    return first - 1


def _behind(view: View, head: int) -> Iterator[tuple[str, Owner]]:
    """ "A report by Acme", "a survey conducted in May by experts at Acme", "data from Acme", "an article in the Tribune"."""
    sign = "by"
    for k in range(head + 1, head + 9):
        word = view.word(k)
        if word in ("by", "from") or (word == "in" and view.word(head) in PRINTED):
            found = owner_from(view, k + 1) or _next(view, k + 1)
            if found is not None:
                yield "in" if word == "in" else sign, found
            return
        if view.code(k) in "VGE":
            sign = "by" if word in MADE else "for"
        elif view.code(k) in '.:;WM"':
            return


def _next(view: View, k: int) -> Owner | None:
    """The name that begins at or behind token `k`, in the same phrase: "[Mr. Ann Lee]", "the London-based think tank [Acme]"."""
    for at in range(k, k + 9):
        n = view.starts.get(at)
        if n is not None and view.names[n].kind != "place":
            return Owner(at, view.last[n], n)
        verb = view.code(at) == "V" and not (view.code(at - 1) in "DJP" and view.code(at + 1) == "N")  # "think tank"
        if verb or view.code(at) in ",:;M":
            return None
    return None
