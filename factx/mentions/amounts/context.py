"""The words around an amount, by class (amount_context.tsv).

>>> "record" in context_words("transparent"), "went" in context_words("level")
(True, True)
"""

from __future__ import annotations

from functools import cache

from factx import lexicon

__all__ = ["context_words"]


@cache
def context_words(kind: str) -> frozenset[str]:
    """The words of one class; an unknown class has none."""
    return frozenset(row[0] for row in lexicon.rows("amount_context.tsv") if row[1] == kind)
