"""Which title and which organisation are those of the person named: the pair with the most points.

The points of a feature were learned from names that readers annotated (`training/people.py`); they are whole numbers, so that every
machine reads the same.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from factx import lexicon
from factx.linking.speakers.introduced.marks import Marks, sorts, weighed
from factx.linking.speakers.introduced.owners import owners
from factx.linking.speakers.introduced.roles import Part, Place, roles

__all__ = ["POINT", "Reader", "Reading", "pairs", "place_of"]

POINT = 32
"""Points of one unit of log-odds."""
BEFORE, BEHIND = 18, 26
"""Tokens before and behind a name that are read."""
SHORT = 12
"""Tokens of a line that is no running text: the lines beside it are read as well."""
ROLES, OWNERS = 8, 7
"""Titles and organisations that are weighed together."""


TIED_BEFORE = frozenset(["by", "'s", "’s", "'", "’", "O", "T"])
TIED_BEHIND = frozenset([",", "of", "at", "from", "with", "(", "-", "–", "—", "for", "who", "and", "&", "|"])
"""Marks beside a name that may tie an organisation to it."""
HOPELESS = 130
"""Points behind the best at which no pair is made of a title or an organisation."""
WRITERS = frozenset(["author", "authors", "co-author", "coauthor"])
"""Titles behind which "of" names a work."""
FOLLOWED = frozenset(["of", "for", "at", "in", ",", "with", "to", "-", "–", "("])
"""Words behind a title that tell its field, or whose it is."""


@dataclass(slots=True)
class Reading:
    """The role and the organisation that words tell, None for what they do not; `sure`: points of the role over none."""

    role: Part | None
    owner: Part | None
    sure: int


def place_of(marks: Marks, first: int, last: int) -> Place:
    """The name in tokens `first` to `last` with what is read around it: its sentence, and the lines beside a short one."""
    view = marks.view
    first = _over_honorifics(marks, first)
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
    low, high = max(low, begin), min(high, stop)
    verb = any(view.codes[k] in "VMGE" and marks.mark(k) == "A" for k in range(low, first))
    return Place(marks, first, last, low, high, f"{marks.joint(first - 1)}_{marks.joint(last + 1)}", verb)


def _over_honorifics(marks: Marks, first: int) -> int:
    """The first token of a name with the honorifics in front of it: "[Dr.] Ann Lee"."""
    view, honorifics = marks.view, lexicon.words("honorifics.tsv")
    for _ in range(3):
        k = first - 1 - (view.word(first - 1) == ".")
        if k < 0 or view.word(k) not in honorifics or not view.forms[k][0].isupper() or marks.is_title(k):
            return first
        first = k
    return first


def _line_before(marks: Marks, at: int) -> int:
    """The token that begins the line before the one that begins at `at`, where that is short too."""
    for k in range(at - 1, max(-1, at - 1 - SHORT), -1):
        if marks.view.begins_line(k):
            return k
    return at


def _line_behind(marks: Marks, at: int) -> int:
    """The token behind the line that begins at `at`, where that is short and no sentence."""
    for k in range(at + 1, min(len(marks.view.forms), at + SHORT) + 1):
        if marks.view.begins_line(k):
            return at if marks.view.word(k - 1) == "." else k
    return at


def pairs(place: Place, held: Sequence[Part], owning: Sequence[Part]) -> Iterator[tuple[Part, Part, list[str]]]:
    """Titles with organisations that do not overlap, and the features of each pair."""
    top = max([role.score for role in held]) + max([owner.score for owner in owning]) - HOPELESS
    for role in held:
        for owner in owning:
            if (role.score + owner.score < top and role.first >= 0) or _is_work(place, role, owner):
                continue
            if role.first < 0 or owner.first < 0 or role.last < owner.first or owner.last < role.first:
                yield role, owner, _joined(place, role, owner)


def _is_work(place: Place, role: Part, owner: Part) -> bool:
    """Is what seems to be the organisation the work of a writer: "author of The Tarn Affair"?"""
    view = place.marks.view
    at = owner.first - 1 - (view.word(owner.first - 1) in ("the", "a"))
    return role.first >= 0 and at == role.last + 1 and view.word(at) == "of" and view.word(role.last) in WRITERS


def _joined(place: Place, role: Part, owner: Part) -> list[str]:
    """Features of a title and an organisation together."""
    marks, view = place.marks, place.marks.view
    left = _left_over(place, role, owner)
    has = f"{'R' if role.first >= 0 else '-'}{'A' if owner.first >= 0 else '-'}"
    out = [f"j{has}", f"j{has}|{place.beside}", *left]
    if role.first < 0 or owner.first < 0:
        if role.first >= 0:
            out.append(f"jn{marks.joint(role.last + 1)}|{marks.name_at(role.last + 2)}|{marks.name_at(role.first - 1)}")
            out.append(f"jh{sorts().get(view.word(role.head), '')}")
        return out
    parts = sorted([(role.first, role.last, "R"), (owner.first, owner.last, "A"), (place.first, place.last, "N")])
    (_, a, x), (b, c, y), (d, _, z) = parts
    before, after = marks.path(a, b), marks.path(c, d)
    inner = before if z == "N" else after if x == "N" else f"{before} N {after}"
    order = x + y + z
    kind = marks.name_at(owner.first)
    return [
        *out,
        f"jo{order}",
        f"jp{order}|{inner}",
        f"jq{order}|{before}|{after}",
        f"jk{order}|{inner}|{kind}",
        f"js{sorts().get(view.word(role.head), '')}|{inner}|{order}",
        f"jw{view.word(role.head)}|{inner}",
        f"jb{marks.joint(c + 1)}|{order}|{inner}" if x == "N" else f"jb{marks.joint(parts[0][0] - 1)}|{order}|{inner}",
    ]


def _left_over(place: Place, role: Part, owner: Part) -> list[str]:
    """Features of what follows the title, where it may be a field of work or the organisation: "Head | of Partnerships"."""
    marks, view = place.marks, place.marks.view
    if role.first < 0 or view.word(role.last + 1) not in FOLLOWED:
        return []
    at = role.last + 2
    at += view.word(at) in ("the", "its", "our", "a", "an")
    taken = "there" if owner.first in (at, role.last + 2) else "-" if owner.first < 0 else "else"
    word = view.word(role.last + 1)
    out = [
        f"jl{taken}{word}",
        f"jl{taken}{word}|{marks.sort(at)}",
        f"jl{taken}{word}|{marks.name_at(at)}|{marks.capital(at)}",
        f"jl{taken}{word}|{view.word(role.last)}",
    ]
    if taken == "there":
        last = view.word(owner.last)
        known = all(
            view.word(k) in lexicon.tags() for k in range(owner.first, owner.last + 1) if view.forms[k][0].isalpha()
        )
        out += [
            f"jm{word}|{sorts().get(last, '')}|{known}",
            f"jm{word}|{known}|{marks.name_at(at)}|{view.word(role.head)}",
            f"jm{last}",
        ]
    return out


def best(found: Sequence[Part], most: int) -> list[Part]:
    """The first, which is none, and those with the most points."""
    ranked = sorted(found[1:], key=lambda part: -part.score)[: most - 1]
    return [found[0], *[part for part in ranked if part.score > ranked[0].score - HOPELESS]]


def _is_tied(place: Place) -> bool:
    """Stands beside the name what may tie an organisation to it, where there is no title: "founded by", "of Acme", "Acme's"?"""
    marks, first, last = place.marks, place.first, place.last
    return (
        marks.mark(first - 1) in TIED_BEFORE
        or marks.mark(last + 1) in TIED_BEHIND
        or bool(marks.view.begins_line(last + 1))
    )


class Reader:
    """Reads who the people of one document are; what stands around a name is weighed once."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self._roles: dict[tuple[int, int], tuple[Place, list[Part]]] = {}
        self._owners: dict[tuple[int, int], list[Part]] = {}

    def read(self, first: int, last: int, taken: Container[int] = ()) -> Reading:
        """What is told of the person named in tokens `first` to `last`; `taken`: tokens of titles that are other people's."""
        name = first, last
        if name not in self._roles:
            place = place_of(self.marks, first, last)
            self._roles[name] = place, roles(place)
        place, known = self._roles[name]
        held = [role for role in known if role.head not in taken]
        if len(held) == 1 and not _is_tied(place):
            return Reading(None, None, 0)
        if name not in self._owners:
            self._owners[name] = best(owners(place), OWNERS)
        top: int | None = None
        without = 0
        chosen: tuple[Part | None, Part | None] = None, None
        for role, owner, features in pairs(place, best(held, ROLES), self._owners[name]):
            score = role.score + owner.score + weighed(features)
            if role.first < 0 and (owner.first < 0 or score > without):
                without = score
            if top is None or score > top:
                top, chosen = score, (role if role.first >= 0 else None, owner if owner.first >= 0 else None)
        return Reading(*chosen, (top or 0) - without)
