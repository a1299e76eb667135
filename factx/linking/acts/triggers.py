"""Where an act can be: one scan for the stems of cues, so that all other sentences are passed over.

>>> has_trigger("Bolt apologised."), has_trigger("Bolt sold a mill.")
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factx import lexicon
from factx.document import Document, Sentence
from factx.linking.acts.rules import RULES, of
from factx.linking.acts.ties import NOUNS
from factx.patterns import later

__all__ = ["has_trigger", "places"]

SORRY = ("apolog", "sorry", "regret", "remorse")
GUIDED = ("guidance", "outlook", "forecast", "warning", "target", "projection", "expectations", "estimate")
STEMS = later(rf"(?i)\b(?:{'|'.join((*SORRY, *GUIDED))})")


def has_trigger(text: str) -> bool:
    """Does a text hold the stem of a cue?"""
    low = text.lower()
    return any(stem in low for stem in (*SORRY, *GUIDED))  # a third of the time that the pattern takes


def places(document: Document) -> Iterator[Sentence]:
    """The sentences that can hold an act: of guidance where what can be done to it stands there, too."""
    text, lemmas, doing, behind = document.text, lexicon.verb_lemmas(), _doing(), 0
    for match in STEMS.finditer(text):
        sentence = document.sentence_at(match.start()) if match.start() >= behind else None
        if sentence is not None:
            behind = sentence.end
            words = (w.strip(".,;:()“”\"'’•") for w in text[sentence.start : behind].lower().replace("-", " ").split())
            if any(word.startswith(SORRY) or word in doing or lemmas.get(word, word) in doing for word in words):
                yield sentence


@cache
def _doing() -> frozenset[str]:
    """All words that do something to guidance; of "re-affirm" what stands behind the hyphen."""
    words = of("keeping to|keeping by|steady").union(NOUNS, *(of(r.verbs) for r in RULES if r.kind == "guidance"))
    return frozenset(word.rpartition("-")[2] for word in words)
