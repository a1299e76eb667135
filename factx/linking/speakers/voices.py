"""Attributions whose source cannot speak are none: "the increase shows that", "SMS alerts", "the award underscores".

Names and pronouns are taken as they are; of a noun the class of things that it names is asked (`factx.mentions.cues.voices`),
and the verb where that leaves it open. Words in quotation marks that are whole sentences stay quotes, without a source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factx import lexicon
from factx.document import Document
from factx.linking.speakers.sources import read_source
from factx.linking.speakers.view import View
from factx.mentions.cues import speech_forms, speech_nouns
from factx.mentions.cues.voices import EVIDENCE, WITNESS, voice_of
from factx.mentions.names import REPOSTED
from factx.mentions.types import Attribution, NameMention

__all__ = ["voiced"]

SHOWS = WITNESS - {"guarantee", "promise", "remind", "signal"} | set(
    "indicate reflect reinforce validate verify".split()
)
"""Verbs behind which what was done is the evidence: "Bolt sold out, showing that it can"."""
ACTS = frozenset("demonstrate ensure exemplify illustrate prove".split())
"""Verbs by which nobody says anything, whoever is their subject."""
ABOUT_THINGS = EVIDENCE | {"affirm", "mean", "validate", "verify"}
"""Verbs whose "which" is the thing before."""
TAIL = 1000
POINTERS = frozenset(["this", "that", "these", "those", "which"])
ACCORDING = frozenset(["according", "per"])


def voiced(document: Document, attributions: Sequence[Attribution], names: Sequence[NameMention]) -> list[Attribution]:
    """The attributions whose source can speak, in their order.

    >>> from factx.article import Article
    >>> document = Document(Article(text="The increase shows that it works. Voters say that it works."))
    >>> found = [Attribution("indirect", ((23, 32),), (0, 12), (13, 18)), Attribution("indirect", ((50, 58),), (34, 40), (41, 44))]
    >>> [a.source for a in voiced(document, found, [])]
    [(34, 40)]
    """
    view = View(document, names, attributions)
    text = document.text
    furniture = [match.span() for match in REPOSTED.finditer(text, max(0, len(text) - TAIL))]
    kept: list[Attribution] = []
    place: dict[int, int] = {}
    for i, a in enumerate(attributions):
        if any(start <= a.spans[0][0] < end for start, end in furniture):
            continue
        if a.source is None or _can_speak(view, a):
            place[i] = len(kept)
            kept.append(a)
        elif a.kind == "direct":
            place[i] = len(kept)
            kept.append(replace(a, source=None, cue=None, stance=None))
    return [a if a.inside is None else replace(a, inside=place.get(a.inside)) for a in kept]


def _can_speak(view: View, a: Attribution) -> bool:
    if a.source is None:
        return True
    source = read_source(view, a.source)
    if source is None:
        return True
    verb = _verb(view, a)
    if source.kind in ("name", "several"):
        return a.kind != "indirect" or not (verb in ACTS or (verb in SHOWS and _follows(view, a)))
    if source.kind == "pronoun":
        word = view.word(source.head)
        return not ((word in POINTERS and verb in ABOUT_THINGS) or (word == "it" and verb in WITNESS))
    head = source.head
    if view.forms[head][0].isupper() and head > source.first:
        return True  # what looks like a name
    voice = voice_of(view.word(head))
    if voice == "maybe":
        return verb not in EVIDENCE and view.code(source.first) in "DSJ#" and verb != ""
    if voice == "crowd":
        return verb not in EVIDENCE or a.kind == "direct"
    if voice == "quantity":
        return verb not in EVIDENCE or head == source.first
    if voice == "thing" and a.kind == "direct":
        return verb not in EVIDENCE and (verb in speech_forms() or verb == "")  # not "Examples include “…”"
    return voice != "thing"


def _follows(view: View, a: Attribution) -> bool:
    """Is the cue an -ing form behind a comma: "…, showing that"?"""
    at = view.tokens.at(a.cue[0]) if a.cue is not None else 0
    return view.word(at).endswith("ing") and view.word(at - 1) in (",", "further", "thereby", "thus")


def _verb(view: View, a: Attribution) -> str:
    """The lemma of the cue; "" where it is a noun or "according to"."""
    if a.cue is None:
        return "say"
    word = view.word(view.tokens.at(a.cue[0]))
    if word in ACCORDING or word in speech_nouns():
        return lexicon.verb_lemmas().get(word, "")
    known = speech_forms().get(word)
    return known.lemma if known is not None else lexicon.verb_lemmas().get(word, word)
