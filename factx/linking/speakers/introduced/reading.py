"""Which title and which organisation are those of the person named: the pair with the most points.

The points of a feature were learned from names that readers annotated (`training/people.py`); they are whole numbers, so that every
machine reads the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from factx import lexicon
from factx.linking.speakers.introduced.marks import Marks, sorts
from factx.linking.speakers.introduced.owners import owners
from factx.linking.speakers.introduced.roles import Part, Place, roles

__all__ = ["POINT", "pairs", "place_of", "points_of", "read"]

POINT = 32
"""Points of one unit of log-odds."""
BEFORE, BEHIND = 18, 26
"""Tokens before and behind a name that are read."""
SHORT = 12
"""Tokens of a line that is no running text: the lines beside it are read as well."""
ROLES, OWNERS = 8, 7
"""Titles and organisations that are weighed together."""


@cache
def points_of() -> Mapping[str, int]:
    features, told = lexicon.columns("introduction_points.tsv", 2)
    return {feature: int(value) for feature, value in zip(features, told, strict=True)}


def place_of(marks: Marks, first: int, last: int) -> Place:
    """The name in tokens `first` to `last` with what is read around it: its sentence, and the lines beside a short one."""
    view = marks.view
    low, high = max(0, first - BEFORE), min(len(view.forms), last + 1 + BEHIND)
    sentence = view.document.sentence_at(view.tokens.start[first])
    begin, stop = first, last + 1
    if sentence is not None:
        begin, stop = view.tokens.first_from(sentence.start), view.tokens.first_from(sentence.end)
    left, right = first, last + 1
    while left > low and not view.begins_line(left):
        left -= 1
    while right < high and not view.begins_line(right):
        right += 1
    if right - left <= SHORT:
        begin, stop = min(begin, _line_before(marks, left)), max(stop, _line_behind(marks, _line_behind(marks, right)))
    return Place(marks, first, last, max(low, begin), min(high, stop), f"{marks.joint(first - 1)}_{marks.joint(last + 1)}")


def _line_before(marks: Marks, at: int) -> int:
    """The token that begins the line before the one that begins at `at`, where that is short too."""
    for k in range(at - 1, max(-1, at - 1 - SHORT), -1):
        if marks.view.begins_line(k):
            return k
    return at


def _line_behind(marks: Marks, at: int) -> int:
    """The token behind the line that begins at `at`, where that is short."""
    for k in range(at + 1, min(len(marks.view.forms), at + SHORT) + 1):
        if marks.view.begins_line(k):
            return k
    return at


def pairs(place: Place, held: Sequence[Part], owning: Sequence[Part]) -> Iterator[tuple[Part, Part, list[str]]]:
    """Titles with organisations that do not overlap, and the features of each pair."""
    for role in held:
        for owner in owning:
            if role.first < 0 or owner.first < 0 or role.last < owner.first or owner.last < role.first:
                yield role, owner, _joined(place, role, owner)


def _joined(place: Place, role: Part, owner: Part) -> list[str]:
    """Features of a title and an organisation together."""
    marks, view = place.marks, place.marks.view
    has = f"{'R' if role.first >= 0 else '-'}{'A' if owner.first >= 0 else '-'}"
    out = [f"j{has}", f"j{has}|{place.beside}"]
    if role.first < 0 or owner.first < 0:
        if role.first >= 0:
            out.append(f"jn{marks.joint(role.last + 1)}|{marks.name_at(role.last + 2)}|{marks.name_at(role.first - 1)}")
            out.append(f"jh{sorts().get(view.word(role.head), '')}")
        return out
    parts = sorted([(role.first, role.last, "R"), (owner.first, owner.last, "A"), (place.first, place.last, "N")])
    (_, a, x), (b, c, y), (d, _, z) = parts
    left, right = marks.path(a, b), marks.path(c, d)
    inner = left if z == "N" else right if x == "N" else f"{left} N {right}"
    order = x + y + z
    kind = marks.name_at(owner.first)
    return [
        *out,
        f"jo{order}",
        f"jp{order}|{inner}",
        f"jq{order}|{left}|{right}",
        f"jk{order}|{inner}|{kind}",
        f"js{sorts().get(view.word(role.head), '')}|{inner}|{order}",
        f"jw{view.word(role.head)}|{inner}",
        f"jb{marks.joint(c + 1)}|{order}|{inner}" if x == "N" else f"jb{marks.joint(parts[0][0] - 1)}|{order}|{inner}",
    ]


def best(found: Sequence[Part], most: int) -> list[Part]:
    """The first, which is none, and those with the most points."""
    points = points_of().get
    for part in found:
        part.score = sum(filter(None, map(points, part.features)))
    return [found[0], *sorted(found[1:], key=lambda part: -part.score)[: most - 1]]


def read(marks: Marks, first: int, last: int) -> tuple[Part | None, Part | None]:
    """The role of the person named in tokens `first` to `last`, and the organisation; None for what the words do not tell."""
    place = place_of(marks, first, last)
    points = points_of().get
    top, chosen = None, (None, None)
    for role, owner, features in pairs(place, best(roles(place), ROLES), best(owners(place), OWNERS)):
        score = role.score + owner.score + sum(filter(None, map(points, features)))
        if top is None or score > top:
            top, chosen = score, (role if role.first >= 0 else None, owner if owner.first >= 0 else None)
    return chosen
