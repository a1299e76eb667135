"""Learn the points by which the organisation of a person is chosen where no words tell it, and measure them.

    python -m training.implied [--shared DIR] [--write] [--errors]

Learned from the people of `people.tsv` and `implied.tsv` to whom no introduction gives an organisation: readers said which one a
careful analyst would record (`factx/linking/speakers/introduced/implied.py`), or that none is sure. `implied.tsv` has people of
releases for learning only, read by one reader; nine of them correct `people.tsv`, which had none for the chief of the one company of a
release. The annotated statements and our own cases are learned from as well. Run it behind `training.people`, whose points decide who
is asked.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import factx
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.introduced import implied
from factx.linking.speakers.view import View
from training.articles import HERE, cases, releases, rows_of, statements, watched
from training.weights import Points, learn, rounded, score, write

POINTS = HERE.parent / "factx" / "lexicon" / "data" / "implied_points.tsv"
HEADER = """\
# Points of the features by which a person's organisation is chosen where no words tell it: factx/linking/speakers/introduced/implied.py.
# Made by training/implied.py from annotated press releases (CC0); the words in it are single words of these texts.
"""


@dataclass(slots=True)
class Asked:
    """A person who is asked for: what may be the organisation, which are right, and what to print of it."""

    text: str
    held: bool
    weight: float
    features: list[list[str]]
    names: list[str | None]
    right: list[bool]
    there: bool
    told: str | None
    shown: str


def annotated(shared: Path) -> Iterator[tuple[str, str, str | None, bool, float, dict[str, str | None]]]:
    """Texts with the organisation of each person (None where there is none): id, text, day, held out, weight, names."""
    rows, more = rows_of("people.tsv"), rows_of("implied.tsv")
    for ident, text, day in releases(shared, rows.keys() | more.keys()):
        known: dict[str, str | None] = {}
        for start, end, person, _, owner, meant, _ in rows.get(ident, ()):
            if person != "p" or (meant == "?" and owner == "-"):
                continue  # nobody was asked for the organisation that goes without saying
            name = text[int(start) : int(end)]
            told = None if meant in ("-", "?") else meant
            if told is None and owner != "-":
                first, last = map(int, owner.split("-"))
                told = text[first:last]
            known[name] = known.get(name) or told
        for start, end, meant in more.get(ident, ()):
            known[text[int(start) : int(end)]] = None if meant == "-" else meant
        yield ident, text, day, ident in rows and rows[ident][0][-1] == "held", 1.0, known
    for row in statements(shared):
        known = {s["name"]: s.get("affiliation") for s in row["speakers"] if s["kind"] == "person"}
        yield f"{row['id']}:", row["text"], row.get("published"), False, 1.0, known
    for name, row, text, day in cases():
        yield name, text, day, False, 4.0, {n: k[2] for n, k in row.get("known", {}).items() if k[0] == "person"}


def everybody(shared: Path) -> Iterator[Asked]:
    """Every person of whom it is known, and who is asked for."""
    seen = watched()
    implied.points_of = dict  # type: ignore[assignment]
    for ident, text, day, held, weight, known in annotated(shared):
        seen.clear()
        factx.extract(text, published=day)
        employment = seen[-1].employment
        name_of, view = employment.name_of, employment.view
        wanted = {tuple(_words(name)): told for name, told in known.items()}
        chooser = employment.implied(seen[-1].people)
        for person, said in employment.asked(seen[-1].people):
            names = [view.name_words(n) for n in person.names]
            told = next((told for words, told in wanted.items() if words in names), "?")
            if told == "?":
                continue
            choices = list(chooser.choices(person, said))
            owners = [None if entity is None else name_of(entity) for entity, _ in choices]
            right = [
                told is None
                if entity is None
                else any(_same(called, told) for called in _called(view, name_of(entity), entity))
                for entity, _ in choices
            ]
            there = any(right)
            if not there:
                right[0] = True
            shown = f"{name_of(person)} | {person.role} | {view.text[max(0, person.first - 90) : person.first + 110]!r}"
            yield Asked(ident, held, weight, [features for _, features in choices], owners, right, there, told, shown)


def _called(view: View, name: str, entity: Entity) -> set[str]:
    """How the text names an organisation, and its initials."""
    found = {view.text[view.names[n].start : view.names[n].end] for n in entity.names}
    return {
        name,
        *found,
        *("".join(word[0] for word in called.split() if word[0].isupper()) for called in (name, *found)),
    } - {""}


def _words(text: str) -> list[str]:
    return re.findall(r"[\w.]*\w", text.lower())


def _same(a: str | None, b: str | None) -> bool:
    """Are both none, or do the words of one hold those of the other?"""
    if a is None or b is None:
        return a is b
    left, right = set(_words(a)), set(_words(b))
    return left <= right or right <= left


def train(known: Sequence[Asked]) -> dict[str, int]:
    """feature -> points."""
    return rounded(learn([(one.text, one.features, one.right, one.weight) for one in known]))


def measure(known: Sequence[Asked], points: Points, errors: bool) -> str:
    """How often the organisation is right of those asked for."""
    told: Counter[str] = Counter()
    for one in known:
        scores = [score(features, points) for features in one.features]
        scores[0] += implied.SURE
        chosen = scores.index(max(scores))
        owner, right = one.names[chosen], one.there and one.right[chosen]
        told["right"] += right
        told["told"] += owner is not None
        told["there"] += one.told is not None
        told["found"] += right and owner is not None
        told["reachable"] += one.told is not None and one.there
        if errors and not right:
            print(f"{one.text} told: {owner} right: {one.told} | {one.shown}")
    return (
        f"{len(known)} people, exact {100 * told['right'] / len(known):.1f} %, "
        f"precision {100 * told['found'] / max(1, told['told']):.1f}, recall {100 * told['found'] / max(1, told['there']):.1f} "
        f"(of {told['there']}, {told['reachable']} may be chosen)"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--write", action="store_true")
    options.add_argument("--errors", action="store_true", help="print what is wrong of the people held out")
    given = options.parse_args()
    known = list(everybody(given.shared))
    points = train([one for one in known if not one.held])
    if given.write:
        write(POINTS, HEADER, points)
        print(f"{len(points)} features, {POINTS.stat().st_size / 1000:.0f} kB", file=sys.stderr)
    print("learned ", measure([one for one in known if not one.held and ":" not in one.text], points, False))
    print("held out", measure([one for one in known if one.held], points, given.errors))


if __name__ == "__main__":
    main()
