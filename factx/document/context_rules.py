"""Rules that mend a tag where its neighbours ask for it, in the manner of Brill (1992), written by hand.

>>> next(rule for rule in CONTEXT_RULES if rule.name == "to + noun is a verb").example
'to report sales -> TO VB NNS'
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CONTEXT_RULES", "ContextRule"]


@dataclass(frozen=True)
class ContextRule:
    """Change `tag` to `to` where the neighbours are as said; an empty condition always holds.

    `before`, `before2`: tag of the word before, of the one before that; `after`: tag of the next; `word`: the word
    itself;
    `word_before`, `word_after`: its neighbours; `not_word`: words that are left alone; `can`: the word class (A N R V) that the form must also have.
    """

    name: str
    tag: str
    to: str
    before: frozenset[str] = frozenset()
    before2: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    word: frozenset[str] = frozenset()
    word_before: frozenset[str] = frozenset()
    word_after: frozenset[str] = frozenset()
    not_word: frozenset[str] = frozenset()
    can: str = ""
    example: str = ""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOUNS = "NN NNS NNP NNPS"
FINITE = "VBD VBZ VBP MD"
BE = _set("is are was were be been being am 's ’s 're ’re 'm ’m")
CHANGE = _set(
    "increased decreased risen rose fell fallen grew grown declined dropped climbed jumped gained slipped rallied"
)
"""Verbs that a measure follows: "increased by 5%" is no passive."""
HAVE = _set("has have had having 've ’ve")

# The rules of one tag are tried in order; the first that fits wins. `example` is "words -> tags" for the tests.
CONTEXT_RULES: tuple[ContextRule, ...] = (
    # infinitives and modals
    ContextRule("to + noun is a verb", "NN", "VB", before=_set("TO MD"), can="V", example="to report sales -> TO VB NNS"),
    ContextRule("to + finite verb is a base", "VBP", "VB", before=_set("TO MD"), example="will say so -> MD VB RB"),
    ContextRule("modal, adverb, noun", "NN", "VB", before=_set("RB"), before2=_set("MD TO"), can="V",
                example="will also report it -> MD RB VB PRP"),
    ContextRule("to + adjective is a verb", "JJ", "VB", before=_set("TO MD"), can="V", example="to open it -> TO VB PRP"),
    ContextRule("to + past form is a base", "VBD", "VB", before=_set("TO MD"), word=_set("put cut set let hit cost spread shut split bid quit"),
                example="will cut jobs -> MD VB NNS"),
    ContextRule("modal, adverb, finite verb", "VBP", "VB", before=_set("RB"), before2=_set("MD TO"), example="would not have it -> MD RB VB PRP"),
    # nouns behind determiners, adjectives, genitives
    ContextRule("determiner + adjective + end", "JJ", "NN", before=_set("DT PRP$ POS"), after=_set(". , IN CC '' : ) VBZ VBD MD"), can="N",
                example="the military . -> DT NN ."),
    ContextRule("determiner + base verb", "VB", "NN", before=_set("DT PRP$ JJ POS JJR JJS"), can="N", example="the lead role -> DT NN NN"),
    ContextRule("determiner + finite verb", "VBP", "NN", before=_set("DT PRP$ JJ POS"), can="N", example="the need -> DT NN"),
    ContextRule("determiner + verb in -s", "VBZ", "NNS", before=_set("DT PRP$ JJ POS CD JJR"), can="N", example="its claims -> PRP$ NNS"),
    ContextRule("preposition + verb in -s", "VBZ", "NNS", before=_set("IN"), can="N", after=_set(". , IN CC :"),
                example="of plans . -> IN NNS ."),
    ContextRule("preposition + base verb", "VB", "NN", before=_set("IN"), can="N", example="of work -> IN NN"),
    ContextRule("determiner + past form", "VBD", "VBN", before=_set("DT PRP$ POS IN"), after=_set("NN NNS JJ"),
                example="the increased costs -> DT VBN NNS"),
    ContextRule("noun + noun-like past", "VBN", "VBN", before=_set("NN NNS NNP"), after=_set("IN"),
                word=_set("based known called named led held owned headquartered"),
                example="firm based in -> NN VBN IN"),
    # finite verbs behind their subjects
    ContextRule("pronoun + base verb", "VB", "VBP", before=_set("PRP NNS WP WDT"), example="they claim it -> PRP VBP PRP"),
    ContextRule("pronoun + noun", "NN", "VBP", before=_set("PRP"), can="V", example="they report it -> PRP VBP PRP"),
    ContextRule("pronoun + plural noun", "NNS", "VBZ", before=_set("PRP WP WDT"), can="V", example="it claims -> PRP VBZ"),
    ContextRule("name + plural noun + that or name", "NNS", "VBZ", before=_set("NNP NN"), after=_set("PRP DT PRP$"), can="V",
                example="Acme claims the -> NNP VBZ DT"),
    ContextRule("name + plural noun + to", "NNS", "VBZ", before=_set("NNP NN"), after=_set("TO"), can="V",
                word=_set("plans aims hopes promises vows needs wants claims threatens"), example="Acme plans to -> NNP VBZ TO"),
    ContextRule("noun + plural noun + that", "NNS", "VBZ", before=_set("NNP NN"), after=_set("IN"), can="V",
                word=_set("claims says reports warns notes plans argues states"), example="company claims that it -> NN VBZ IN PRP"),
    ContextRule("name + base verb + determiner", "NN", "VBP", before=_set("NNS NNPS"), after=_set("DT PRP PRP$ TO"), can="V",
                example="analysts forecast a -> NNS VBP DT"),
    ContextRule("adverb + plural noun is a verb", "NNS", "VBZ", before=_set("RB"), before2=_set("NN NNP PRP WP WDT"), can="V",
                example="it really works . -> PRP RB VBZ ."),
    ContextRule("adverb + noun is a verb", "NN", "VBP", before=_set("RB"), before2=_set("NNS PRP NNPS"), can="V",
                example="they typically work on -> PRP RB VBP IN"),
    # participles behind auxiliaries
    ContextRule("have + past form", "VBD", "VBN", word_before=HAVE, example="has reported sales -> VBZ VBN NNS"),
    ContextRule("have + participle that is an adjective, too", "JJ", "VBN", word_before=HAVE, after=_set("CD DT PRP PRP$ NNP"), can="V",
                example="have chartered six ships -> VBP VBN CD NNS"),
    ContextRule("be + past form", "VBD", "VBN", word_before=BE, example="was reported by -> VBD VBN IN"),
    ContextRule("have, adverb, past form", "VBD", "VBN", before=_set("RB"), before2=_set("VBZ VBP"), example="has also said so -> VBZ RB VBN RB"),
    ContextRule("past form + by", "VBN", "VBN", before=_set(NOUNS), after=_set("IN"), word=_set("made built sold issued published released provided produced"),
                example="equipment made by -> NN VBN IN"),
    ContextRule("past form + by is a passive", "VBD", "VBN", before=_set(NOUNS + " ,"), word_after=_set("by"), not_word=CHANGE,
                example="demand enabled by it -> NN VBN IN PRP"),
    ContextRule("who + participle", "VBN", "VBD", before=_set("WP WDT"), example="who inherited it -> WP VBD PRP"),
    ContextRule("adverb + participle is the verb", "VBN", "VBD", before=_set("RB"), before2=_set("NNP PRP NN NNS"),
                after=_set("DT PRP PRP$ NNP TO IN JJ NN NNS CD $"), example="it initially supported the -> PRP RB VBD DT"),
    ContextRule("participle is the verb", "VBN", "VBD", before=_set("NNP NNPS PRP NN NNS"), after=_set("DT PRP PRP$ NNP TO IN RB JJ NN NNS CD $ , . '' :"),
                example="it found the -> PRP VBD DT"),
    # little words
    ContextRule("that + noun is a determiner", "IN", "DT", word=_set("that"), after=_set("NN"), before=_set("IN VB TO ,"),
                example="of that money -> IN DT NN"),
    ContextRule("noun + that + verb is a relative", "IN", "WDT", word=_set("that"), before=_set(NOUNS), after=_set("VBZ VBD VBP MD VBN VB"),
                example="facts that demonstrate it -> NNS WDT VBP PRP"),
    ContextRule("that + verb is a pronoun", "IN", "DT", word=_set("that"), before=_set(". `` '' : CC"), after=_set("VBZ VBD MD POS"),
                example="and that is it -> CC DT VBZ PRP"),
    ContextRule("that + end is a pronoun", "IN", "DT", word=_set("that"), after=_set(". , '' :"), example="with that . -> IN DT ."),
    ContextRule("her is an object", "PRP$", "PRP", word=_set("her"), after=_set(". , IN TO CC : ''"), example="told her . -> VBD PRP ."),
    ContextRule("'s after a pronoun is a verb", "POS", "VBZ", before=_set("PRP EX WP WDT"), example="it 's safe -> PRP VBZ JJ"),
)  # fmt: skip
