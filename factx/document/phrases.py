"""Noun phrases: patterns over the one-letter word classes of the tokens.

>>> from factx.document.tokens import Tokens
>>> tokens = Tokens("Sales of Acme's rail equipment created over 30,000 direct and indirect UK posts.")
>>> [" ".join(tokens.text[p.first:p.last + 1]) for p in noun_phrases(tokens)]
['Sales', "Acme 's rail equipment", '30,000 direct and indirect UK posts']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from factx.document.tokens import Tokens

__all__ = ["NounPhrase", "noun_phrases", "phrase_at"]

# Classes are those of factx.document.tagger.CODES. Every repeat is bounded: a table of numbers is one long run of "#".
NOUN_PHRASE = re.compile(
    r"""
      [DS]?D?                                  # determiner or possessive
      (?: (?:[NP&]{0,12}[NP])' )?                   # genitive: "ZTE 's"
      (?: R?[J#$EG] (?: [,&] R?[JE](?=[J#&,EGNP]) ){0,6} ){0,12}   # modifiers: "direct and indirect"
      (?: [NPJGE#]{0,16}[NP] (?: &P{1,12}N? ){0,6} (?: '[JGE#NP]{0,16}[NP] ){0,6} )   # nouns and names, genitives inside
    | H
    """,
    re.VERBOSE,
)


class NounPhrase(NamedTuple):
    """Token indices of a base noun phrase (no "of …"), `first` and `last` included; `head` is its last noun."""

    first: int
    last: int
    head: int


def noun_phrases(tokens: Tokens) -> list[NounPhrase]:
    """All base noun phrases in text order, without overlaps."""
    spans = [match.span() for match in NOUN_PHRASE.finditer(tokens.codes)]
    return [NounPhrase(first, end - 1, end - 1) for first, end in spans]


def phrase_at(phrases: list[NounPhrase], index: int) -> NounPhrase | None:
    """The phrase that holds token `index`."""
    position = bisect_right(phrases, index, key=lambda p: p.first) - 1
    if position < 0 or phrases[position].last < index:
        return None
    return phrases[position]
