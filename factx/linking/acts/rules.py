"""The ways in which somebody apologises, or does something to guidance: a table, read from `act_rules.tsv`.

>>> import factx
>>> facts = factx.extract("Bolt plc apologised to its customers for the delay. It has withdrawn its revenue guidance.")
>>> [(act.actor, act.about, act.guidance, act.metric) for act in facts.acts]
[('Bolt plc', 'the delay', None, None), ('Bolt plc', 'its revenue guidance', 'withdrawn', 'revenue')]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from factx import lexicon
from factx.linking.claims.guided import ACTIONS
from factx.syntax import Tree

__all__ = ["CUES", "RULES", "ActRule", "Found", "among", "of"]


@cache
def of(kinds: str) -> frozenset[str]:
    """The words of some classes of `act_words.tsv`, in lower case, with "|" between them; "guiding" are the verbs that claims know.

    >>> "apologising" in of("apologise"), "withdraw" in of("steady|guiding")
    (True, True)
    """
    words = frozenset(row[0] for row in lexicon.rows("act_words.tsv") if row[1] in kinds.split("|"))
    return words.union(ACTIONS) if "guiding" in kinds else words


def among(tree: Tree, nodes: Iterable[int], kinds: str) -> bool:
    """Is the word of one of the nodes, or its lemma, of one of the classes?"""
    return any(tree.lower[n] in of(kinds) or tree.lemma(n) in of(kinds) for n in nodes)


@dataclass(frozen=True, slots=True)
class ActRule:
    """`cues`: classes of the word that is an apology, or guidance; `tie`: how it stands (`ties`) to a verb of the class `verbs`;
    `how`: what is done to guidance where no verb says it, or "performs" where saying it is doing it; `sure`: the confidence."""

    name: str
    kind: str
    cues: str
    tie: str
    verbs: str
    how: str
    sure: str
    examples: str
    counters: str


@dataclass(slots=True)
class Found:
    """An act in a tree, by its nodes. `cue`: the word that says it; `verb`: the predicate of its clause; `noun`: the guidance that it
    is done to; `action`: raised, lowered … of guidance; `about`: what it is for, or the guidance with what restricts it."""

    rule: ActRule
    cue: int
    verb: int | None
    noun: int | None = None
    action: str | None = None
    about: range = range(0)


RULES = tuple(ActRule(*row) for row in lexicon.rows("act_rules.tsv"))
CUES = of("|".join(rule.cues for rule in RULES))
