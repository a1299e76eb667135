"""Where an act can be: one scan for the stems of cues, so that all other sentences are passed over.

>>> has_trigger("Bolt apologised."), has_trigger("Bolt sold a mill.")
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterator

from factx import lexicon
from factx.document import Document, Sentence
from factx.linking.acts.words import is_of
from factx.linking.claims.guidance import ACTIONS
from factx.patterns import later

__all__ = ["APOLOGY", "has_trigger", "places"]

STEMS = later(r"(?i)\b(?:apolog|sorry\b|regret|remorse\b|guidance\b|outlook|forecast|(?:profit|earnings|sales|revenue)s? warning|targets?\b|projections?\b"
              r"|expectations\b|estimates?\b)")  # fmt: skip
WITHIN = (
    "apolog",
    "sorry",
    "regret",
    "remorse",
    "guidance",
    "outlook",
    "forecast",
    " warning",
    "target",
    "projection",
    "expectations",
    "estimate",
)
"""What every match of `STEMS` holds."""
APOLOGY = later(r"(?i)apolog|sorry$|regret|remorse$")


def has_trigger(text: str) -> bool:
    """Does a text hold the stem of a cue?"""
    low = text.lower()
    return any(stem in low for stem in WITHIN)  # a third of the time that the pattern takes


def places(document: Document) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """The sentences that can hold an act, with the kinds that it can be of."""
    behind = 0
    for match in STEMS.finditer(document.text):
        if match.start() < behind:
            continue
        sentence = document.sentence_at(match.start())
        if sentence is None:
            continue
        behind = sentence.end
        kinds = _kinds(document.text[sentence.start : sentence.end])
        if kinds:
            yield sentence, kinds


def _kinds(text: str) -> frozenset[str]:
    """Apologies by their stem; guidance where a verb that can be done to it stands there, too."""
    kinds = set()
    stems = [match[0].lower() for match in STEMS.finditer(text)]
    if any(APOLOGY.match(stem) for stem in stems):
        kinds.add("apology")
    if not all(APOLOGY.match(stem) for stem in stems) and _does(text):
        kinds.add("guidance")
    return frozenset(kinds)


def _does(text: str) -> bool:
    lemmas, nouns = lexicon.verb_lemmas(), lexicon.table("act_nouns.tsv")
    words = (word.strip(".,;:()“”\"'’•") for word in text.lower().replace("-", " ").split())
    for word in words:
        lemma = lemmas.get(word, word)
        if lemma in ACTIONS or lemma in (
            "revise",
            "stick",
            "stand",
            "hold",
            "adhere",
            "make",
            "post",
            "publish",
            "affirm",
            "iterate",
        ):
            return True
        if word in nouns or is_of(word, "steady"):
            return True
    return False
