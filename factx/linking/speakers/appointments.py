"""Roles that a sentence tells: "resigned as CEO", "was named chief financial officer of Acme", "became president"."""

from __future__ import annotations

from factx import lexicon
from factx.linking.speakers.introductions import joint
from factx.linking.speakers.titles import Title, title_from
from factx.linking.speakers.view import View

__all__ = ["appointment", "told"]


def told(view: View, k: int) -> Title | None:
    """The title that follows "is" at token `k`: "chief financial officer of Acme", "a senator"; not "a friend"."""
    found = title_from(view, k)
    if found is None or found.first is None or found.last is None:
        return None
    kind = lexicon.table("role_heads.tsv").get(view.word(found.last), "office")
    if kind in ("kin", "member") or view.tokens.tag[found.last] == "NNS":
        return None
    # Without an article or an employer it may be any word: "is chief among them".
    if found.owner is None and view.word(k) not in ("a", "an", "the", "now", "currently", "also"):
        return None
    return found


def appointment(view: View, n: int) -> Title | None:
    """The role that the words behind name `n` give to it, within its sentence; None when they give none."""
    verbs = lexicon.table("appointment_verbs.tsv")
    k = view.last[joint(view, n)] + 1  # "named Ann Lee and Bo Ray as partners"
    if view.word(k) == "as" and _is_appointed(view, view.first[n]):
        return title_from(view, k + 1)
    sentence = view.document.sentence_at(view.names[n].start)
    stop = min(len(view.lower), k + 30)
    joins = view.word(k) == "to" and _is_appointed(view, view.first[n])  # "introduced Ann Lee to the team as CEO"
    for at in range(k, stop):
        if sentence is not None and view.tokens.start[at] >= sentence.end:
            return None
        other = view.starts.get(at)
        if other is not None and view.names[other].kind == "person":
            return None
        word = view.word(at)
        if at == k and word == "is":
            found = told(view, at + 1)
            if found is not None:
                return found
        joins = joins or word in JOINS
        if word == "as" and (joins or view.word(at - 1) in verbs):
            return title_from(view, at + 1)
        if verbs.get(word) == "direct" and view.word(at + 1) != "as":
            skip = at + 2 if view.word(at + 1) == "to" else at + 1
            return title_from(view, skip)
    return None


def _is_appointed(view: View, first: int) -> bool:
    """Do the words before a name tell of an appointment: "the appointment of", "welcomes", "has named"?

    Names of others and their titles may stand between: "the appointments of Ann Lee as CEO and Bo Ray as CFO".
    """
    for k in range(first - 1, max(-1, first - 16), -1):
        if view.word(k) in APPOINT:
            return True
        if view.code(k) in ".;:" and view.word(k - 1) not in ("dr", "mr", "ms", "mrs"):
            return False
    return False


JOINS = frozenset(["joined", "joins", "join", "joining", "rejoined", "rejoins"])
""" "Has joined the firm as a partner"."""
APPOINT = frozenset(
    "appoint appointed appointing appointment appointments appoints bring brings brought elect elected election elects hire hired hires hiring "
    "introduce introduced introduces name named names naming nomination promote promoted promotes promoting promotion tap tapped taps "
    "welcome welcomed welcomes welcoming".split()
)
"""Verbs and nouns of appointment in front of a name."""
