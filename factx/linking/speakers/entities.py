"""The working form of a speaker while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from factx.mentions.types import SpanTuple

__all__ = ["Entity"]


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
