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
MAKES = frozenset(
    "announce author compile conduct issue prepare present produce publish release report unveil update write".split()
)
"""Verbs whose subject makes the document that is their object."""
ADDED = frozenset("DJRNSPGE#")
"""Word classes of what stands between the verb and its document: "published [a new 40-page] report"."""
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
SENTENCE = 40
"""Tokens of a sentence that are read for a maker, on either side."""
REACH = 500
"""Tokens before and behind a document in which other mentions may tell whose it is."""
MENTIONS = 6
"""Mentions that are read, on either side."""


def signs(view: View, first: int, head: int, last: int) -> Iterator[tuple[str, Owner]]:
    """Who may have made the document that tokens `first` to `last`, with the noun `head`, call so, and what tells it.

    Its own words tell ("by": behind it, "of": whose it is, "in": whose act it is in front of it), and those of other mentions of the
    noun before it ("<by") and behind it (">by"), or of another noun for a study ("~by"): the nearest first. Names that stand in the
    phrase, in its sentence and in the one before are weak signs.
    """
    yield from _told(view, first, head)
    word = view.word(head)
    told = {word} | STUDIES if word in STUDIES else {word}
    before = [k for k in range(first - 1, max(-1, first - REACH), -1) if view.lower[k] in told]
    behind = [k for k in range(head + 1, min(len(view.lower), head + REACH)) if view.lower[k] in told]
    for side, mentions in (("<", before), (">", behind)):
        for k in mentions[:MENTIONS]:
            for sign, owner in _told(view, _begin(view, k), k):
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
        sign = "inside" if first <= view.first[n] <= last else "later" if view.first[n] > last else "here"
        if view.names[n].start < here.start:
            sign = "near"
        yield sign, Owner(view.first[n], view.last[n], n)


def _begin(view: View, head: int) -> int:
    """The first token of the words that go with the noun at token `head`."""
    begin = head
    while begin > head - 6 and view.code(begin - 1) in ADDED and (begin - 1) not in view.ends and view.word(begin) not in ARTICLES:
        begin -= 1
    return begin


def _owners(view: View, first: int, head: int) -> Iterator[tuple[str, Owner]]:
    """ "Acme's annual report", "an Acme report", "Acme's “Work Today” report"."""
    if view.word(first - 1) in CLOSING and view.word(first) not in ARTICLES:
        first = next((k for k in range(first - 2, max(0, first - 12), -1) if view.word(k) in OPENING), first)
    opens = view.word(first) in ARTICLES or view.begins_line(first)
    for k in range(head - 1, first - 1 - (not opens), -1):
        found = owner_before(view, k) if view.code(k) == "'" or k in view.ends else None
        if found is not None and not FUNDED.search(view.forms[found.last]):
            yield "of" if view.code(k) == "'" else "at", found


def _told(view: View, first: int, head: int) -> Iterator[tuple[str, Owner]]:
    """Whom the document's own sentence tells."""
    yield from _owners(view, first, head)
    for sign, owner in (("by", _behind(view, head)), ("in", _in_front(view, first))):
        if owner is not None:
            yield sign, owner


def _behind(view: View, head: int) -> Owner | None:
    """ "A report by Acme", "a survey conducted in May by Acme", "data from Acme"."""
    made = True
    for k in range(head + 1, head + 9):
        word = view.word(k)
        n = view.starts.get(k + 1 + (view.word(k + 1) == "the"))
        media = n is not None and view.names[n].kind == "organization"
        if word == "in" and view.word(head) in PRINTED and media and n is not None:
            return Owner(view.first[n], view.last[n], n)
        if word in ("by", "from"):
            return (_person(view, k + 1) or owner_from(view, k + 1) or _employing(view, k + 1)) if made else None
        if view.code(k) in "VGE":
            made = word in MADE
        if view.code(k) in '.:;WM"' or not (made or view.code(k) in "VGE"):
            return None
    return None


def _person(view: View, k: int) -> Owner | None:
    """ "By [Ann Lee]", over her honorific."""
    k += 2 if view.word(k + 1) == "." else view.word(k) in lexicon.words("honorifics.tsv")
    n = view.starts.get(k)
    return Owner(k, view.last[n], n) if n is not None and view.names[n].kind == "person" else None


def _employing(view: View, k: int) -> Owner | None:
    """ "By [experts at Acme]"."""
    for at in range(k, k + 5):
        if view.word(at) in ("at", "of", "with", "from"):
            return owner_from(view, at + 1)
        if view.code(at) not in ADDED:
            return None
    return None


def _in_front(view: View, first: int) -> Owner | None:
    """ "Acme published a report", "Acme confirmed its rating in a report"."""
    k = first - 1
    while k > first - 5 and view.code(k) in ADDED:
        k -= 1
    if view.word(k) != "in" and lexicon.verb_lemmas().get(view.word(k)) not in MAKES:
        return None
    for at in range(k - 1, max(-1, k - SENTENCE), -1):
        if view.code(at) == "." and at not in view.ends and view.forms[at + 1][:1].isupper():
            return None
        n = view.ends.get(at)
        if n is None or view.names[n].kind != "organization" or view.word(view.first[n] - 1) in ("with", "of", "at"):
            continue
        verb = at + 1
        while view.code(verb) == "R":
            verb += 1
        if view.code(verb) in "VE" and (verb == k or view.word(k) == "in"):
            return Owner(view.first[n], at, n)
        sentence = view.document.sentence_at(view.tokens.start[at])
        opens = sentence is not None and view.names[n].start <= sentence.start + 4
        if opens and view.word(at + 1) in (",", "(") and view.word(k - 1) in (",", "today"):
            return Owner(view.first[n], at, n)  # "Acme, a maker of gears, announced new data"
    return None
