"""Roles that a sentence tells: "resigned as CEO", "was named chief financial officer of Acme", "became president"."""

from __future__ import annotations

from factx import lexicon
from factx.linking.speakers.titles import Title, title_from
from factx.linking.speakers.view import View

__all__ = ["appointment"]


def appointment(view: View, n: int) -> Title | None:
    """The role that the words behind name `n` give to it, within its sentence; None when they give none."""
    verbs = lexicon.table("appointment_verbs.tsv")
    k = view.last[n] + 1
    sentence = view.document.sentence_at(view.names[n].start)
    stop = min(len(view.lower), k + 30)
    for at in range(k, stop):
        if sentence is not None and view.tokens.start[at] >= sentence.end:
            return None
        other = view.starts.get(at)
        if other is not None and view.names[other].kind == "person":
            return None
        word = view.word(at)
        if word == "as" and view.word(at - 1) in verbs:
            return title_from(view, at + 1)
        if verbs.get(word) == "direct" and view.word(at + 1) != "as":
            skip = at + 2 if view.word(at + 1) == "to" else at + 1
            return title_from(view, skip)
    return None
