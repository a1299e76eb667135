"""Learn the points by which the issuer of an article is chosen (`factx/linking/speakers/issuer.py`), and measure them.

    python -m training.issuers [--shared DIR] [--write] [--errors]

`issuers.tsv` has whose statement each of some releases of the corpus (CC0, in `../shared`) is, or that it is nobody's, as readers said who
knew no rules, and whether the release is for learning or held out. The annotated statements and our own cases are learned from as well.
How the points do on texts that they were not learned from is told twice: by parts of the releases for learning, each left out in turn,
and by the releases held out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import factx
from factx.linking.speakers import issuer
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.publication import by_press
from factx.linking.speakers.resolver import Resolver
from factx.mentions.names.legal import legal_forms
from training.articles import HERE, cases, releases, rows_of, statements, watched
from training.weights import Points, fold, learn, rounded, score, write

POINTS = HERE.parent / "factx" / "lexicon" / "data" / "issuer_points.tsv"
FOLDS = 8
ALIKE = 0.5
"""How much of the longer of two names the shorter must be to be as good."""
GOLD, OWN = 5.0, 3.0
"""What an annotated statement, and one of our own cases, counts."""
HEADER = """\
# Points of the signs by which the issuer of an article is chosen: factx/linking/speakers/issuer.py.
# Made by training/issuers.py from annotated press releases (CC0).
"""


@dataclass(slots=True)
class Told:
    """An article: who may be its issuer, with their signs and names, which are right, who it is, and what the resolver tells by rule."""

    text: str
    held: bool
    weight: float
    features: list[list[str]]
    names: list[str | None]
    right: list[bool]
    there: bool
    told: str | None
    press: bool
    shown: str


def annotated(shared: Path) -> Iterator[tuple[str, str, str | None, bool, float, str | None]]:
    """Texts with their issuer: id, text, day, held out, weight, name."""
    known = {ident: rows[0] for ident, rows in rows_of("issuers.tsv").items()}
    for ident, text, day in releases(shared, known):
        name, part = known[ident]
        yield ident, text, day, part == "held", 1.0, None if name == "-" else name
    for row in statements(shared):
        yield f"{row['id']}:", row["text"], row.get("published"), False, GOLD, row.get("issuer")
    for ident, row, text, day in cases():
        if "issuer" in row:
            yield ident, text, day, False, OWN, row["issuer"] or None


def articles(shared: Path) -> Iterator[Told]:
    """Every annotated article with all who may be its issuer."""
    seen = watched()
    issuer.points_of = dict  # type: ignore[assignment]
    for ident, text, day, held, weight, told in annotated(shared):
        seen.clear()
        factx.extract(text, published=day)
        if not seen:
            continue
        resolver = seen[-1]
        name_of = resolver.employment.name_of
        choices = list(issuer.choices(resolver.view, resolver.entity_of))
        names = [None if entity is None else name_of(entity) for entity, _ in choices]
        right = _right([_called(resolver, entity) for entity, _ in choices], told)
        there = any(right)
        if not there:
            right[0] = True
        shown = repr(text[:120])
        yield Told(
            ident,
            held,
            weight,
            [features for _, features in choices],
            names,
            right,
            there,
            told,
            by_press(resolver.view),
            shown,
        )


def _called(resolver: Resolver, entity: Entity | None) -> set[str]:
    """How the text names somebody."""
    view = resolver.view
    return set() if entity is None else {view.text[view.names[n].start : view.names[n].end] for n in entity.names}


def _words(text: str) -> tuple[str, ...]:
    """The words of a name without its legal form."""
    words = re.findall(r"[\w.&]*\w", text.lower())
    while len(words) > 1 and words[-1] in legal_forms():
        words.pop()
    return tuple(words)


def _right(called: Sequence[set[str]], told: str | None) -> list[bool]:
    """Which are right: those whose name has most of its words."""
    if told is None:
        return [not names for names in called]
    wanted = _words(told)
    words = [[_words(name) for name in names] for names in called]
    alike = [max((_share(set(name), set(wanted)) for name in names), default=0.0) for names in words]
    return [share > 0 and (share == max(alike) or share >= ALIKE) for share in alike]


def _share(a: set[str], b: set[str]) -> float:
    """How much of the longer name the shorter one is, where it is a part of it."""
    return min(len(a), len(b)) / max(len(a), len(b)) if a and b and (a <= b or b <= a) else 0.0


def train(known: Sequence[Told]) -> dict[str, int]:
    """feature -> points."""
    return rounded(learn([(one.text, one.features, one.right, one.weight) for one in known]))


def chosen(one: Told, points: Points) -> tuple[int, float]:
    """Who has most points, and by how many more than none."""
    scores = [score(features, points) for features in one.features]
    best = max(range(1, len(scores)), key=scores.__getitem__, default=0)
    return best, scores[best] - scores[0]


def measure(known: Sequence[tuple[Told, Points]], errors: bool = False, sure: float = issuer.SURE) -> str:
    """How often the issuer is right."""
    told: Counter[str] = Counter()
    for one, points in known:
        best, more = chosen(one, points)
        best = best if best and (more > sure or issuer.ANNOUNCES in one.features[best]) and not one.press else 0
        right = one.there and one.right[best] and best > 0
        told["told"] += best > 0
        told["there"] += one.told is not None
        told["found"] += right
        told["may"] += one.told is not None and one.there
        if errors and not right and (best or one.told):
            print(f"{one.text} {one.names[best]} | {one.told} | {more} {'' if one.there else 'NOT THERE '}{one.shown}")
    precision, recall = 100 * told["found"] / max(1, told["told"]), 100 * told["found"] / max(1, told["there"])
    return (
        f"{len(known)} articles, precision {precision:.1f}, recall {recall:.1f}, F1 {2 * precision * recall / (precision + recall):.1f} "
        f"(of {told['there']}, {told['may']} may be chosen)"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--write", action="store_true")
    options.add_argument("--errors", action="store_true", help="print what is wrong of the articles for learning")
    given = options.parse_args()
    known = list(articles(given.shared))
    to_learn = [one for one in known if not one.held]
    by_fold: list[Mapping[str, int]] = [
        train([one for one in to_learn if fold(one.text, FOLDS) != k]) for k in range(FOLDS)
    ]
    across = [(one, by_fold[fold(one.text, FOLDS)]) for one in to_learn if ":" not in one.text]
    for sure in (0, 8, 16, 24, 32):
        print(f"left out, {sure:3}", measure(across, given.errors and sure == issuer.SURE, sure))
    points = train(to_learn)
    if given.write:
        write(POINTS, HEADER, points)
    print("learned", measure([(one, points) for one in to_learn if ":" not in one.text]))
    print("statements, cases", measure([(one, points) for one in to_learn if ":" in one.text], given.errors))
    print("held out", measure([(one, points) for one in known if one.held]))


if __name__ == "__main__":
    main()
