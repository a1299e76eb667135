"""Whose a document is that speaks, or whether it speaks for itself: the candidates, and what is weighed of each.

What tells that it is somebody's are the signs of `documents`, and whose the same document was before. The points are those of
`antecedents`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factx.linking.speakers.documents import sort_of
from factx.linking.speakers.entities import Entity

if TYPE_CHECKING:
    from factx.linking.speakers.antecedents import Antecedents, Asked

__all__ = ["authors"]

SURE = ("its own", "again", "itself", "inside", "before", "behind", "other", "later", "here", "near", "nothing")
"""What the best sign of a candidate can be, the surest first."""
SPOKE = 3
"""Speakers before it that are looked at."""


def authors(known: Antecedents, asked: Asked) -> Iterator[tuple[Entity | None, list[str]]]:
    """None (the document itself) first, then everybody whose it may be, with the features of each."""
    view = known.view
    noun, article = view.word(asked.head), _article(view.word(asked.first))
    sort, told = sort_of(noun), {entity: _best(entity, signs) for entity, signs in asked.told.items()}
    best = min(told.values(), key=SURE.index, default="nothing")
    capital = view.forms[asked.head][0].isupper()
    one = "s" if noun.endswith("s") else "-"
    yield (
        None,
        [
            "dnone",
            f"dnone{sort}",
            f"dnone {noun}",
            f"dnone{best}",
            f"dnone{best}{sort}",
            f"dnone{best}{article}",
            f"dnone{article}{sort}",
            f"dnone{article}{one}{capital}",
            f"dnone{article}{min(2, asked.head - asked.first)}",
        ],
    )
    spoke = [entity for _, entity in known.spoke[-SPOKE:] if entity.names and entity.kind != "place"]
    others = (*asked.told, *reversed(spoke), known.main, known.issuer, known.company)
    for entity in dict.fromkeys(filter(None, others)):
        mine, standing = told.get(entity, "nothing"), known.standing(entity)
        if mine == "itself":
            continue
        called = entity.kind if entity.names else "text"
        last = "-" if entity not in spoke else "last" if spoke[-1] is entity else "before"
        signs = asked.told.get(entity, ())
        yield (
            entity,
            [
                *(f"d{sign}" for sign in signs),
                *(f"d{sign}{article}" for sign in signs),
                f"d{mine}",
                f"d{mine}/{best}",
                f"d{mine}{called}",
                f"d{mine}{standing}",
                f"d{mine}{article}",
                f"d{mine}{sort}",
                f"d{mine == best}{sort}{standing}",
                f"d{mine}{last}",
                f"d{called}{sort}{last}",
                f"d{sort}{standing}{article}",
            ],
        )


def _best(entity: Entity, signs: frozenset[str]) -> str:
    """The surest of the signs that a document is somebody's, or that it has spoken for itself."""
    firsts = {"=": "again" if entity.names else "itself", "<": "before", ">": "behind", "~": "other"}
    return min((sign if sign in SURE else firsts.get(sign[0], "its own") for sign in signs), key=SURE.index)


def _article(word: str) -> str:
    """The article of a phrase, or that it has none."""
    return word if word in ("a", "an", "the", "this", "its", "their") else "-"
