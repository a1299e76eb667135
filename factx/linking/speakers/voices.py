"""Attributions whose source cannot speak are none: "the increase shows that", "SMS alerts", "the award underscores".

What the source is, the class of things that a noun names (`factx.mentions.cues.voices`), the verb and the rule that joined them are
weighed by points that were learned from press releases and news whose quotes readers told (`training/voices.py`). Words in quotation
marks that are whole sentences stay quotes, without a source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factx import lexicon
from factx.linking.speakers.sources import Source, read_source
from factx.linking.speakers.view import View
from factx.mentions.cues import speech_forms, speech_nouns
from factx.mentions.cues.voices import EVIDENCE, WITNESS, voice_of
from factx.mentions.names import REPOSTED
from factx.mentions.types import Attribution

__all__ = ["signs", "voiced"]

NAMELESS = frozenset(["description", "office", "unnamed", "document"])
"""Kinds of sources that are told by their noun."""
ACTS = frozenset("demonstrate ensure exemplify illustrate prove verify".split())
"""Verbs by which hardly anybody says anything, whoever is their subject."""
POINTERS = frozenset(["this", "that", "these", "those", "which"])
TAIL = 1000
ACCORDING = frozenset(["according", "per"])


def voiced(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions whose source can speak, in their order.

    >>> from factx.article import Article
    >>> from factx.document import Document
    >>> document = Document(Article(text="The increase shows that it works. Voters say that it works."))
    >>> found = [Attribution("indirect", ((24, 32),), (0, 12), (13, 18)), Attribution("indirect", ((50, 58),), (34, 40), (41, 44))]
    >>> [a.source for a in voiced(View(document, []), found)]
    [(34, 40)]
    """
    text = view.text
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
    """Do the signs of a source exceed "-", what speaks against everybody?"""
    points = lexicon.points("voice_points.tsv").get
    return sum(filter(None, map(points, signs(view, a)))) > (points("-") or 0)


def signs(view: View, a: Attribution) -> list[str]:
    """What tells whether the source of an attribution can speak."""
    source = read_source(view, a.source) if a.source is not None else None
    if source is None:
        return []
    verb, word, nameless = _verb(view, a), view.word(source.head), source.kind in NAMELESS
    voice = voice_of(word) if nameless else word if source.kind == "pronoun" else source.kind
    sorts = (("according", ("",)), ("acts", ACTS), ("shows", WITNESS), ("evidence", EVIDENCE))
    sort = next((name for name, verbs in sorts if verb in verbs), "says")
    if voice in POINTERS:  # the thing before
        voice, sort = "pointer", "says" if sort == "says" else "shows"
    how = "d" if a.kind == "direct" else "i"
    told = [f"{how}{source.kind}", f"{how}{voice}", f"{voice} {sort}", f"{how}{voice} {sort}"]
    told += [f"verb {verb}", f"verb {how}{verb} {nameless}", f"rule {a.rule}", f"rule {a.rule} {voice}"]
    if _follows(view, a):
        told += ["follows", f"follows {sort}", f"follows {verb}"]
    return told + _of_noun(view, source, word, voice, sort) if nameless else told


def _of_noun(view: View, source: Source, word: str, voice: str, sort: str) -> list[str]:
    """What the noun, and the words around it, tell."""
    head, first = source.head, source.first
    classes, owned = lexicon.noun_classes().get(word, "?"), source.owner is not None
    plural = view.tokens.tag[head] in ("NNS", "NNPS")
    opens = first - (view.word(first - 1) == "the")  # "the Company", of which the source holds the noun alone
    return [
        f"noun {word}",
        f"class {classes[:2]}",
        f"class {classes[0]} {sort}",
        f"owned {owned}{voice}",
        f"owned {owned}{sort}",
        f"plural {plural}{voice}",
        f"capital {view.forms[head][0].isupper()}{first < head}",
        f"opens {view.code(opens) if opens < head else '-'}{voice}",
    ]


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
