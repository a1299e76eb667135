"""Small word classes of the rules for acts, read from `act_words.tsv`; several at once with "|" between them.

>>> "apologising" in of("apologise"), "targets" in of("guidance|measured guidance")
(True, True)
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factx import lexicon
from factx.syntax import Tree

__all__ = ["among", "of"]


@cache
def of(kinds: str) -> frozenset[str]:
    """The words of some classes, in lower case."""
    return frozenset(row[0] for row in lexicon.rows("act_words.tsv") if row[1] in kinds.split("|"))


def among(tree: Tree, nodes: Iterable[int], kinds: str) -> bool:
    """Is the word of one of the nodes, or its lemma, of one of the classes?"""
    return any(tree.lower[n] in of(kinds) or tree.lemma(n) in of(kinds) for n in nodes)
