"""What a rule for acts finds in a sentence, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factx.linking.claims.scene import Scene

__all__ = ["ActRule", "Found"]


@dataclass(slots=True)
class Found:
    """An act in a tree. All are nodes.

    `cue`: the word that says it; `verb`: the predicate of its clause, None for a fragment without one; `noun`: the guidance that it
    is done to; `about`: those of what it is for; `actor`: who does it where that is not the subject of the verb; `action`: raised,
    lowered … of guidance; `performs`: it is done by being said and needs no look at the verb.
    """

    cue: int
    verb: int | None
    noun: int | None = None
    about: tuple[int, ...] = ()
    actor: int | None = None
    action: str | None = None
    performs: bool = False


@dataclass(frozen=True)
class ActRule:
    """`find`: the act that a node is the cue of (of guidance: the noun that it is done to), None where it is none.

    `tests/linking/acts/test_act_rules.py` walks the tables: in an example the cue stands in brackets, and behind "->" the words of
    what it is about; of a counter-example the rule makes no act.
    """

    name: str
    find: Callable[[Scene, int], Found | None]
    example: str
    counter: str
