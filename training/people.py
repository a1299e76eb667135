"""Learn the points by which role and organisation of a person are read (`factx/linking/speakers/introduced`), and measure them.

    python -m training.people [--shared DIR] [--write] [--errors]

`people.tsv` has what readers said who knew no rules: where a name stands in a press release of the corpus (CC0, in `../shared`), where
its role and its organisation stand, and whether the release is for learning or held out. The annotated statements and our own cases
are learned from as well.

A logistic regression over the pairs of a title and an organisation (`training/weights.py`). Which titles and organisations are paired is
learned first, of each alone, from other texts.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import factx
from factx.linking.speakers.introduced import marks as marks_of
from factx.linking.speakers.introduced.owners import owners
from factx.linking.speakers.introduced.reading import OWNERS, ROLES, pairs, place_of
from factx.linking.speakers.introduced.roles import Part, Place, roles
from factx.linking.speakers.titles import singular
from training.articles import HERE, cases, releases, rows_of, statements, watched
from training.weights import Points, Row, fold, learn, rounded, score, write

POINTS = HERE.parent / "factx" / "lexicon" / "data" / "introduction_points.tsv"
FOLDS = 3
OTHERS = 0.3
"""What a name counts of which is known whose title it is not."""
ALIKE = 0.5
"""How alike what may be chosen must be to what is right, where that itself may not be."""
HEADER = """\
# Points of the features by which the role and the organisation of a person are read: factx/linking/speakers/introduced.
# Made by training/people.py from annotated press releases (CC0); the words in it are single words of these texts.
"""


@dataclass(slots=True)
class Told:
    """What is right for the name at `start` to `end`: the role and the organisation as written; "?" for what nobody told."""

    start: int
    end: int
    role: str | None
    owner: str | None
    held: bool = False
    weight: float = 1.0


@dataclass(slots=True)
class Name:
    """A name with all that its role and organisation may be, and which of them is right."""

    text: str
    told: Told
    place: Place
    roles: list[Part]
    owners: list[Part]
    right_roles: list[bool]
    right_owners: list[bool]


def annotated(shared: Path) -> Iterator[tuple[str, str, str | None, list[Told]]]:
    """Texts with what is right for their names: id, text, day, names."""
    rows = rows_of("people.tsv")
    for ident, text, day in releases(shared, rows):
        yield ident, text, day, [_read(text, row) for row in rows[ident]]
    for row in statements(shared):
        told = {s["name"]: (s.get("role"), s.get("affiliation")) for s in row["speakers"] if s["kind"] == "person"}
        yield row["id"], row["text"], row.get("published"), list(_places(row["text"], told, 1.0))
    for name, row, text, day in cases():
        told = {n: (k[1], k[2]) for n, k in row.get("known", {}).items() if k[0] == "person"}
        yield name, text, day, list(_places(text, told, 4.0))


def _read(text: str, row: Sequence[str]) -> Told:
    start, end, _, *told, _, part = row
    spans = [None if span == "-" else span.split("-") for span in told]
    role, owner = (None if s is None else text[int(s[0]) : int(s[1])] for s in spans)
    return Told(int(start), int(end), role, owner, part == "held")


def _places(text: str, known: Mapping[str, tuple[str | None, str | None]], weight: float) -> Iterator[Told]:
    """The first mention of each person beside which the role, or the organisation, stands."""
    for name, (role, owner) in known.items():
        if role is None and owner is None:
            continue
        at = text.find(name)
        while at >= 0:
            begin = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at), at - 120)
            near = text[max(0, begin) : at + len(name) + 160]
            has_role, has_owner = (told is not None and told in near for told in (role, owner))
            if has_role or (role is None and has_owner):
                many = f"{role}s" if role is not None and f"{role}s" in near else role
                yield Told(at, at + len(name), many, owner if owner is None or has_owner else "?", weight=weight)
                break
            at = text.find(name, at + 1)


def names(shared: Path) -> Iterator[Name]:
    """Every annotated name with what its role and organisation may be."""
    seen = watched()
    marks_of.points_of = dict  # type: ignore[assignment]  # every pair is weighed
    for ident, text, day, told in annotated(shared):
        seen.clear()
        factx.extract(text, published=day)
        marks = seen[-1].employment.marks
        view = marks.view
        where = [view.document.original(n.start, n.end) for n in view.names]
        known: dict[int, Told] = {}
        for answer in told:
            found = [n for n, (a, b) in enumerate(where) if a < answer.end and answer.start < b]
            if not found:
                continue
            n = next((n for n in found if where[n][1] == answer.end), found[0])
            known[n] = answer
            place = place_of(marks, view.first[n], view.last[n])
            held, owning = roles(place), owners(place)
            right = _right(place, held, answer.role), _right(place, owning, answer.owner)
            yield Name(ident, answer, place, held, owning, *right)
            heads = {part.head for part, ok in zip(held, right[0], strict=True) if ok and part.first >= 0}
            if answer.role is not None and not any(singular(view.word(head)) for head in heads):
                yield from _others(ident, answer, place, heads, known)


def _others(ident: str, answer: Told, place: Place, heads: set[int], known: Mapping[int, Told]) -> Iterator[Name]:
    """Other people named near: the title that is somebody's is not theirs."""
    marks, view = place.marks, place.marks.view
    for k in range(place.low, place.high):
        n = view.starts.get(k)
        if (
            n is None
            or n in known
            or view.names[n].kind != "person"
            or k == place.first
            or view.first[n] == view.last[n]
        ):
            continue
        if view.word(view.last[n]) in view.lower[place.first : place.last + 1]:
            continue  # the same person once more
        other = place_of(marks, view.first[n], view.last[n])
        held, owning = roles(other), owners(other)
        right = [part.head not in heads for part in held]
        if not all(right):
            told = Told(answer.start, answer.end, "?", "?", answer.held, OTHERS)
            yield Name(ident, told, other, held, owning, right, [True] * len(owning))


def plain(text: str) -> str:
    """Without articles in front, stops behind and capitals."""
    words = text.lower().split()
    while words and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words).strip(".,")


def written(place: Place, part: Part) -> str | None:
    return None if part.first < 0 else plain(place.marks.view.slice(part.first, part.last))


def _right(place: Place, found: Sequence[Part], told: str | None) -> list[bool]:
    """Which are right: those written so, else those most like it, else none."""
    if told == "?":
        return [True] * len(found)
    if told is not None:
        wanted = plain(told)
        texts = [written(place, part) for part in found]
        if wanted in texts:
            return [text == wanted for text in texts]
        words = set(wanted.split())
        alike = [
            0.0 if t is None else 2 * len(words & set(t.split())) / (len(words) + len(set(t.split()))) for t in texts
        ]
        if max(alike) >= ALIKE:
            return [value == max(alike) for value in alike]
    return [part.first < 0 for part in found]


def best(found: Sequence[Part], most: int, weights: Points) -> list[int]:
    """Indices of none and of those with the most points."""
    scores = [score(part.features, weights) for part in found]
    return [0, *sorted(range(1, len(found)), key=lambda i: -scores[i])[: most - 1]]


def paired(
    name: Name, for_roles: Points, for_owners: Points
) -> tuple[list[list[str]], list[bool], list[tuple[Part, Part]]]:
    """The pairs that are weighed for a name: features, which are right, what they are."""
    held, owning = best(name.roles, ROLES, for_roles), best(name.owners, OWNERS, for_owners)
    right = {id(name.roles[i]): name.right_roles[i] for i in held}
    right |= {id(name.owners[i]): name.right_owners[i] for i in owning}
    for chosen in ([name.roles[i] for i in held], [name.owners[i] for i in owning]):
        if not any(right[id(part)] for part in chosen):
            right[id(chosen[0])] = True
    found = list(pairs(name.place, [name.roles[i] for i in held], [name.owners[i] for i in owning]))
    features = [role.features + owner.features + both for role, owner, both in found]
    return features, [right[id(r)] and right[id(o)] for r, o, _ in found], [(r, o) for r, o, _ in found]


def train(known: Sequence[Name]) -> dict[str, int]:
    """feature -> points."""
    rows: list[Row] = []
    for number in range(FOLDS):
        others = [name for name in known if fold(name.text, FOLDS) != number]
        by_role = learn([(n.text, [p.features for p in n.roles], n.right_roles, n.told.weight) for n in others])
        by_owner = learn([(n.text, [p.features for p in n.owners], n.right_owners, n.told.weight) for n in others])
        for name in known:
            if fold(name.text, FOLDS) == number:
                features, right, _ = paired(name, by_role, by_owner)
                rows.append((name.text, features, right, name.told.weight))
    return rounded(learn(rows))


def measure(label: str, known: Sequence[tuple[Name, Mapping[str, int]]], errors: bool = False) -> None:
    """Print how often role and organisation are right; `errors`: and those that are not."""
    told: Counter[str] = Counter()
    for name, points in known:
        if ":" in name.text or name.told.role == "?":
            continue
        features, _, parts = paired(name, points, points)
        scores = [score(f, points) for f in features]
        role, owner = parts[scores.index(max(scores))]
        right = True
        for what, part, wanted in (("role", role, name.told.role), ("owner", owner, name.told.owner)):
            text, gold = written(name.place, part), None if wanted is None else plain(wanted)
            right &= text == gold
            told[f"{what} right"] += text == gold
            told[f"{what} told"] += text is not None
            told[f"{what} there"] += gold is not None
            told[f"{what} found"] += text is not None and text == gold
        told["all"] += 1
        told["both"] += right
        if errors and not right:
            view = name.place.marks.view
            print(repr(view.slice(name.place.low, name.place.high - 1)), view.slice(name.place.first, name.place.last))
            print(
                "   ",
                name.told.role,
                name.told.owner,
                "told:",
                written(name.place, role),
                written(name.place, owner),
                sep=" | ",
            )
    print(label, told["all"], f"both {100 * told['both'] / told['all']:.1f} %", end="")
    for what in ("role", "owner"):
        exact, found = told[f"{what} right"] / told["all"], told[f"{what} found"]
        precision, recall = found / max(1, told[f"{what} told"]), found / max(1, told[f"{what} there"])
        print(f"; {what} {100 * exact:.1f} %, precision {100 * precision:.1f}, recall {100 * recall:.1f}", end="")
    print()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--write", action="store_true")
    options.add_argument(
        "--errors", action="store_true", help="print what is wrong of the names for learning, by parts of the releases"
    )
    given = options.parse_args()
    known = list(names(given.shared))
    to_learn = [name for name in known if not name.told.held]
    points = train(to_learn)
    if given.write:
        write(POINTS, HEADER, points)
        print(f"{len(points)} features, {POINTS.stat().st_size / 1000:.0f} kB", file=sys.stderr)
    measure("learned ", [(name, points) for name in to_learn])
    measure("held out", [(name, points) for name in known if name.told.held])
    if given.errors:
        parts = [train([name for name in to_learn if fold(name.text, FOLDS) != k]) for k in range(FOLDS)]
        measure("left out", [(name, parts[fold(name.text, FOLDS)]) for name in to_learn], errors=True)


if __name__ == "__main__":
    main()
