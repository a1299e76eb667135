"""The issuer: whose own statement an article is. A news report has none, nor has a brief of a third party.

All who may be it are weighed against none: what tells of each (`issuer_signs`), and what the article looks like (`publication`). The points
of a sign were learned from releases of which readers told the issuer (`training/issuers.py`); they are whole numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.issuer_signs import HEAD, begin_of, first_in, signs
from factx.linking.speakers.publication import by_press, form_of
from factx.linking.speakers.view import View

__all__ = ["Choice", "choices", "find_issuer", "points_of"]

FOLLOWING = re.compile(
    r"(?<=the |The |his )following\s+(?!(?:the|an?|its|their|this)\b)(?:\w+\s+){0,2}?(?:statement|release|announcement|response|letter)\b"
)
""" "Corvex responded with the following statement"."""
TITLED = re.compile(
    r"(?:[^\n]{0,60}\n\s*)?(?:[^\n:]{0,30}: ?)?(?:(?:Press|Media|Public|Our) )?"
    r"(?:Statement|STATEMENT|Response to|Open [Ll]etter|Letter to|Apology|Dear)\b(?:[^\n]{0,20}?\b(?:by|from|of|BY|FROM)\b)?"
)
"""A text that calls itself a statement in its first line or the second: "Statement by Hartwell Airlines", "Dear customers"."""
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
SURE = 16
"""Points by which it must be more than none."""
ANNOUNCES = "s0!tTrue"
"""The sign of who announces something "today", or with pride, in the first sentence, and is the first to do so: of 262 of them in annotated
releases 249 were the issuer, so that the one with most points needs no other sign, however short the text."""

Choice = tuple[Entity | None, list[str]]
"""Who may be the issuer, or none, with its signs."""


def points_of() -> Mapping[str, int]:
    """sign -> points."""
    return lexicon.points("issuer_points.tsv")


def find_issuer(view: View, entity_of: Mapping[int, Entity]) -> Entity | None:
    """The entity whose statement the article is, or None."""
    stated = _stated(view, entity_of)
    if stated is not None:
        return stated
    if by_press(view):
        return None
    none, *others = ((weighed(told), entity, told) for entity, told in choices(view, entity_of))
    if not others:
        return None
    best = max(others, key=lambda other: other[0])
    return best[1] if best[0] > none[0] + SURE or ANNOUNCES in best[2] else None


def weighed(told: Sequence[str]) -> int:
    """The points of signs."""
    return sum(filter(None, map(points_of().get, told)))


def choices(view: View, entity_of: Mapping[int, Entity]) -> Iterator[Choice]:
    """None first, then all who may be it."""
    form, found = form_of(view), signs(view, entity_of)
    yield None, [*form, f"n{min(len(found), 4)}"]
    for entity, told in found:
        yield entity, [*told, f"{form[0]}{entity.kind == 'person'}"]


def _stated(view: View, entity_of: Mapping[int, Entity]) -> Entity | None:
    """Who is named before "the following statement", or behind the words of a text that calls itself a statement of "we"."""
    text = view.text
    match = FOLLOWING.search(text, 0, HEAD)
    sentence = view.document.sentence_at(match.start()) if match is not None else None
    if match is not None and sentence is not None:
        return first_in(view, entity_of, sentence.start, match.start())
    match = TITLED.match(text, begin_of(view))
    if match is None or len(WE.findall(text, 0, HEAD)) < 2:
        return None
    return first_in(view, entity_of, match.end(), len(text))
