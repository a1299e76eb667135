"""What can speak: a noun's voice, by the class of things that it names.

WordNet files every sense of a noun under a class (`lexicon.noun_classes`): persons and groups speak, documents and
findings speak for those who made them, everything else is a thing. Which sense is meant is for the context to say; the
voice is that of the senses in use.

>>> [(noun, voice_of(noun)) for noun in ("voters", "legislature", "survey", "increase", "influencers")]
[('voters', 'somebody'), ('legislature', 'crowd'), ('survey', 'document'), ('increase', 'thing'), ('influencers', 'somebody')]
"""

from __future__ import annotations

from functools import cache

from factx import lexicon
from factx.mentions.cues.lexicon import speech_nouns

__all__ = ["EVIDENCE", "QUANTITIES", "TOPS", "WITNESS", "voice_of"]

PERSONS = frozenset("pg")
MAYBE = frozenset("cs")
"""Places stand for those who govern them ("the city said"), communications are sometimes texts."""
QUANTITIES = frozenset(
    "% percent half third thirds quarter quarters majority minority many most some few several others all both one two three four five "
    "six seven eight nine ten dozens hundreds thousands millions number share".split()
)
"""Words that stand for those whom they count: "61% said"."""
TOPS = frozenset("group groups people person persons team others source sources insider insiders".split())
"""Words at the top of WordNet's hierarchy that are somebody, and whom reporters call a source."""
AGENTS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "ee",
    "ees",
    "ant",
    "ants",
    "eur",
    "eurs",
    "man",
    "men",
    "woman",
    "women",
)
"""Ends of words that WordNet does not have and that name who does something."""
EVIDENCE = frozenset(
    "boast conclude confirm convey demonstrate depict describe develop emphasise emphasize ensure establish feature guarantee highlight "
    "illustrate imply indicate maintain mark mean observe prove promise reflect reinforce reveal show signal stress suggest support "
    "underline underscore verify".split()
)
"""Verbs that things do without saying anything, lemmas."""
WITNESS = frozenset(
    "demonstrate ensure guarantee illustrate imply mean promise prove remind show signal suggest underline underscore".split()
)
"""Verbs whose "it" is the thing before and says nothing: "it shows that …"; organisations confirm and stress as "it"."""
ROLES = (
    "role_heads.tsv",
    "officers.tsv",
    "organisation_descriptions.tsv",
    "nationalities.tsv",
)


@cache
def voice_of(noun: str) -> str:
    """ "somebody", "crowd", "document", "quantity", "maybe" (where the verb tells) or "thing", of a lower-case noun.

    >>> voice_of("city"), voice_of("spokeswoman"), voice_of("61"), voice_of("analysis")
    ('maybe', 'somebody', 'quantity', 'document')
    """
    if noun in QUANTITIES or noun[:1].isdigit():
        return "quantity"
    nouns = speech_nouns()
    said = nouns.get(noun) or nouns.get(noun.removesuffix("s"))
    if noun in lexicon.words("documents.tsv") or said in ("text", "act"):
        return "document"
    if noun in TOPS or any(noun in lexicon.words(name) for name in ROLES):
        return "somebody"
    if "-" in noun and not lexicon.noun_classes().get(noun):
        noun = noun.rsplit("-", 1)[1]
        return voice_of(noun) if noun else "thing"
    classes = lexicon.noun_classes().get(noun)
    if classes is None:
        return "somebody" if noun.endswith(AGENTS) and not lexicon.tags().get(noun) else "thing"
    if classes[0] == "p":
        return "somebody"
    if classes[:2] == "kc":  # thoughts that are told: estimates, projections, reviews
        return "document"
    if classes[0] == "g":
        return "crowd"
    return "maybe" if classes[0] in MAYBE or not PERSONS.isdisjoint(classes) else "thing"
