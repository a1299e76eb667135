"""Small word classes of the rules for acts, read from `act_words.tsv`.

>>> "apologising" in of("apologise"), "outlook" in of("guidance")
(True, True)
"""

from __future__ import annotations

from functools import cache

from factx import lexicon

__all__ = ["is_of", "of"]


@cache
def of(kind: str) -> frozenset[str]:
    """The words of one class, in lower case."""
    return frozenset(row[0] for row in lexicon.rows("act_words.tsv") if row[1] == kind)


def is_of(word: str, *kinds: str) -> bool:
    """Is the word, in lower case, of one of these classes?

    >>> is_of("issue", "offering"), is_of("demand", "offering", "expressing")
    (True, False)
    """
    return any(word in of(kind) for kind in kinds)
