"""Whose a document is that speaks, or whether it speaks for itself: the candidates, and what is weighed of each.

What tells that it is somebody's are the signs of `documents`, and whose the same document was before. The points are those of
`antecedents`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factx.linking.speakers.documents import sort_of
from factx.linking.speakers.entities import Asked, Entity
from factx.linking.speakers.view import View

__all__ = ["authors"]

SURE = ("its own", *"again itself inside makes before behind other for later here near nothing".split())
"""What the best sign of a candidate can be, the surest first."""
SIDES = {"<": "before", ">": "behind", "~": "other"}


def authors(
    view: View,
    asked: Asked,
    last: Sequence[Entity],
    chief: Sequence[Entity | None],
    standing_of: Callable[[Entity], str],
) -> Iterator[tuple[Entity | None, list[str]]]:
    """None (the document itself) first, then everybody whose it may be, with the features of each.

    `last`: who spoke before it; `chief`: whom the article is by and about; `standing_of`: what somebody is in the article.
    """
    noun, article = view.word(asked.head), view.word(asked.first)
    if article not in ("a", "an", "the", "this", "its", "their"):
        article = "-"
    sort, told = sort_of(noun), {entity: _best(entity, signs) for entity, signs in asked.told.items()}
    best = min(told.values(), key=SURE.index, default="nothing")
    shape = f"{article}{noun.endswith('s')}{view.forms[asked.head][0].isupper()}"
    own = [
        sort,
        best,
        f"{best}{sort}",
        f"{best}{article}",
        f"{article}{sort}",
        shape,
        f"{article}{min(2, asked.head - asked.first)}",
    ]
    yield None, ["dnone", *(f"dnone{feature}" for feature in own)]
    spoke = [entity for entity in last if entity.names and entity.kind != "place"]
    others = (*asked.told, *reversed(spoke), *chief)
    for entity in dict.fromkeys(filter(None, others)):
        mine, standing = told.get(entity, "nothing"), standing_of(entity)
        if mine == "itself":
            continue
        voice = "-" if entity not in spoke else "last" if spoke[-1] is entity else "before"
        features = [
            mine,
            f"{mine}{standing}",
            f"{mine}{article}",
            f"{mine}{sort}",
            f"{mine}{voice}",
            f"{sort}{standing}{article}",
        ]
        yield (
            entity,
            [f"d{feature}" for feature in (*asked.told.get(entity, ()), *features, f"{entity.kind}{sort}{voice}")],
        )


def _best(entity: Entity, signs: frozenset[str]) -> str:
    """The surest of the signs that a document is somebody's, or that it has spoken for itself."""
    again = "again" if entity.names else "itself"
    return min((again if s == "=" else s if s in SURE else SIDES.get(s[0], "its own") for s in signs), key=SURE.index)
