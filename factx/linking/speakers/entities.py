"""The working form of a speaker while it is being put together, and of the question who is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factx.mentions.types import SpanTuple

__all__ = ["Asked", "Entity"]


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that can speak.

    `words`: lower-case words of the fullest name; `names`: indices of its name mentions, in text order; `singles`: those of
    one word, while people are grouped; `full`: the mention that gives the name. `phrase`: of an unnamed source, what it is
    called; `members`: of a group of names. `others`: spans of pronouns and descriptions. `first`: offset of the first mention.
    """

    kind: str
    words: tuple[str, ...] = ()
    names: list[int] = field(default_factory=list)
    singles: list[int] = field(default_factory=list)
    full: int | None = None
    gender: str = "u"
    role: str | None = None
    affiliation: str | None = None
    employer: Entity | None = None
    phrase: str | None = None
    first: int = 0
    others: list[SpanTuple] = field(default_factory=list)
    speaks: bool = False
    introduced: bool = False
    members: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be resolved: `sort` p (a person), i ("it"), d (a document) or the class of the noun (any, trade, body).

    `first`, `head`: its tokens; `nearest`: index of the first name behind it; `gender`: of a person, "u" where nothing tells it;
    `told`: what tells that a document is somebody's.
    """

    sort: str
    first: int
    head: int
    nearest: int
    gender: str = "u"
    told: Mapping[Entity, frozenset[str]] = field(default_factory=dict)
