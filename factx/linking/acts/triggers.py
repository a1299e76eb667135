"""Where an act can be: one scan for the stems of cues, so that all other sentences are passed over.

>>> has_trigger("Bolt apologised."), has_trigger("Bolt sold a mill.")
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factx import lexicon
from factx.document import Document, Sentence
from factx.linking.acts.rules import RULES
from factx.linking.acts.ties import NOUNS, verbs_of
from factx.linking.acts.words import of
from factx.patterns import later

__all__ = ["has_trigger", "places"]

SORRY = ("apolog", "sorry", "regret", "remorse")
GUIDED = ("guidance", "outlook", "forecast", "warning", "target", "projection", "expectations", "estimate")
STEMS = later(rf"(?i)\b(?:{'|'.join((*SORRY, *GUIDED))})")


def has_trigger(text: str) -> bool:
    """Does a text hold the stem of a cue?"""
    low = text.lower()
    return any(stem in low for stem in (*SORRY, *GUIDED))  # a third of the time that the pattern takes


def places(document: Document) -> Iterator[tuple[Sentence, set[str]]]:
    """The sentences that can hold an act, with the kinds of it: guidance where what can be done to it stands there, too."""
    found: dict[int, tuple[Sentence, set[str]]] = {}
    for match in STEMS.finditer(document.text):
        sentence = document.sentence_at(match.start())
        if sentence is not None:
            kind = "apology" if match[0].lower() in SORRY else "guidance"
            found.setdefault(sentence.start, (sentence, set()))[1].add(kind)
    for sentence, kinds in found.values():
        if "apology" in kinds or _does(document.text[sentence.start : sentence.end]):
            yield sentence, kinds


@cache
def _doing() -> frozenset[str]:
    """All words that do something to guidance; of "re-affirm" what stands behind the hyphen."""
    classes = [verbs_of(rule.verbs) for rule in RULES if rule.kind == "guidance"]
    words = of("keeping to").union(of("keeping by"), of("steady"), NOUNS, *classes)
    return frozenset(word.rpartition("-")[2] for word in words)


def _does(text: str) -> bool:
    lemmas, doing = lexicon.verb_lemmas(), _doing()
    words = (word.strip(".,;:()“”\"'’•") for word in text.lower().replace("-", " ").split())
    return any(word in doing or lemmas.get(word, word) in doing for word in words)
