"""Whose a document is that says something: "a report by Acme", "Acme published a study that shows …", "the report" of either.

A document speaks for who made it. Where the text does not tell who that is, nobody that could be named speaks.
"""

from __future__ import annotations

import re

from factx import lexicon
from factx.linking.speakers.employers import Owner, owner_before, owner_from
from factx.linking.speakers.view import View

__all__ = ["is_finding", "maker"]

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
DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "their"])
ARTICLES = DEFINITE | {"a", "an"}
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
BACK = 500
"""Tokens before "the report" in which it may have been introduced."""
EARLIER = 6
"""Earlier mentions of a document that are read."""


def maker(view: View, first: int, head: int) -> Owner | None:
    """Who made the document that tokens `first` to `head` call so; None where the text does not tell.

    "The report" is the last one of that noun before it whose maker is told; "a report" may be told of further on.
    """
    if view.word(head) in WRITTEN_IN:
        return None
    found = _told(view, first, head)
    known = is_finding(view.word(head)) or view.word(head) in WRITTEN_TO
    if found is not None or not known:
        return found
    return _earlier(view, first, head) if view.word(first) in DEFINITE else _later(view, first, head)


def is_finding(word: str) -> bool:
    """Is it a noun for what somebody found out and wrote: "report", "survey"?"""
    return lexicon.table("documents.tsv").get(word) == "finding"


def _earlier(view: View, first: int, head: int) -> Owner | None:
    """Whose "the report" is by an earlier mention, of another noun where none of that noun tells it: "a study by Acme"."""
    return _before(view, first, view.word(head)) or (_before(view, first, "") if view.word(head) in STUDIES else None)


def _before(view: View, first: int, word: str) -> Owner | None:
    """The maker of the nearest document before token `first` whose noun is `word`, or any for findings."""
    read = 0
    for k in range(first - 1, max(-1, first - BACK), -1):
        if view.word(k) == word or (not word and view.word(k) in STUDIES):
            begin = k
            while begin > k - 6 and view.code(begin - 1) in ADDED and (begin - 1) not in view.ends:
                begin -= 1
            found = _told(view, begin, k)
            read += 1
            if found is not None or read == EARLIER:
                return found
    return None


def _later(view: View, first: int, head: int) -> Owner | None:
    """Whose "a survey" is, of which the text tells further on: "A survey has found … The Acme survey also says …"."""
    headline = view.document.section_at(view.tokens.start[head]) == "headline"
    if not (headline or view.word(first) in ("a", "an")) or not is_finding(view.word(head)):
        return None
    for k in range(head + 1, min(len(view.forms), head + BACK)):
        if view.word(k) == view.word(head) or (headline and view.word(k) in STUDIES):
            begin = k
            while begin > k - 6 and view.word(begin) not in ARTICLES and view.code(begin - 1) in ADDED:
                begin -= 1
            if headline or view.word(begin) in DEFINITE:
                return _told(view, begin, k)
            return None
    return None


def _owner(view: View, first: int, head: int) -> Owner | None:
    """ "Acme's annual report", "an Acme report", "Acme's “Work Today” report"."""
    if view.word(first - 1) in CLOSING and view.word(first) not in ARTICLES:
        first = next((k for k in range(first - 2, max(0, first - 12), -1) if view.word(k) in OPENING), first)
    before = None if view.word(first) in ARTICLES or view.begins_line(first) else owner_before(view, first - 1)
    inside = (owner_before(view, k) for k in range(head - 1, first - 1, -1) if view.code(k) == "'" or k in view.ends)
    found = before or next(filter(None, inside), None)
    return None if found is not None and FUNDED.search(view.forms[found.last]) else found


def _told(view: View, first: int, head: int) -> Owner | None:
    """The maker that the document's own sentence tells."""
    return _behind(view, head) or _owner(view, first, head) or _in_front(view, first)


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
