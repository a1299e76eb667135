"""Learn the points by which subject, "what" and period of an amount are chosen (`factx/linking/claims/ranking.py`), and measure them.

    python -m training.claims [--shared DIR] [--write] [--confidence]

The candidates of each amount are weighed (`ranker`); where none is right, the first is. Then the likeliest answers are weighed once more,
by points learned from what the first points told of texts that they were not learned from.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log
from pathlib import Path

import factx
import factx.linking.claims as claims
from factx.linking.claims import ranking
from factx.linking.claims.answers import Told, features
from factx.linking.claims.around import Around, Candidate
from factx.linking.claims.candidates import described, kinds, named, subjects
from factx.linking.claims.confidence import SUREST, UNIT, log_odds
from factx.linking.claims.period import Times
from factx.linking.claims.ranking import QUESTIONS, SURE, WEIGHED, by_role, chosen, likeliest
from factx.linking.types import PeriodLink
from training.claim_texts import HERE, Answer, Text, annotated, is_same, statements
from training.ranker import Row, learn, parted

from scorers.statements import names  # isort: skip

DATA = HERE.parent / "factx" / "lexicon" / "data"
OWN = 8
"""Times that our own cases are learned from: they say what a careful reader would, in few words."""
GOLD = 2
"""Times that the annotated statements are learned from: one answer each, by the guidelines."""
BEST = 0.5
"""Share of what an amount counts that is for the answer that readers gave first, where others are as fair: of subjects."""
LOST = 0.2
"""What an amount counts of which no candidate is right."""
PARTS = 3
"""Parts of the texts, each told by what was learned from the others."""
HEADER = """\
# Points of the features by which {}: factx/linking/claims/{}.
# Made by training/claims.py from annotated press releases (CC0) and news; the words in it are single words of these texts.
"""
FILES = {
    "claim_points.tsv": (
        "the subject of an amount, what it is and its period are chosen",
        "candidates.py, period.py, ranking.py",
    ),
    "answer_points.tsv": (
        "the likeliest subjects of an amount, and what it can be, are weighed once more",
        "answers.py",
    ),
}


@dataclass(slots=True)
class Choice:
    """A question about an amount with its candidates, and which of them are right."""

    question: str
    text: str
    answer: Answer
    found: list[Candidate]
    names: list[str | None]
    right: list[bool]
    around: Around
    other: str | None = None
    """What the amount is, where that is known."""
    best: list[bool] = field(default_factory=list)
    """Which candidates are the answer that was given first."""


Seen = tuple[int, int, str, list[tuple[Candidate, str | None]], Around, str | None]


def choices(texts: dict[str, Text]) -> Iterator[Choice]:
    """The candidates of every annotated amount, as factx comes by them."""
    seen: list[Seen] = []

    def place(around: Around) -> tuple[int, int]:
        amount = around.scene.amounts[around.ref]
        return around.scene.document.original(amount.start, amount.end)

    def subject_of(around: Around, base: str | None, what: str | None) -> tuple[str | None, float]:
        if not ranking.repeats(around):
            told = [(c, named(around, base, c)) for c in subjects(around, base)]
            seen.append((*place(around), "subject", told, around, what))
        return ranking.subject_of(around, base, what)

    def worded_of(around: Around, worded: str | None, base: str | None) -> tuple[str | None, float]:
        if not ranking.is_read(around, worded, base):
            told = [(c, described(around, c, worded)) for c in kinds(around, worded)]
            seen.append((*place(around), "what", told, around, None))
        return ranking.worded_of(around, worded, base)

    def period_of(
        around: Around, times: Times, governing: PeriodLink | None, base: PeriodLink | None
    ) -> tuple[PeriodLink | None, float]:
        if not ranking.repeats(around):
            found = [(c, None if link is None else link.value) for c, link in times.options(around, governing, base)]
            seen.append((*place(around), "period", found, around, None))
        return ranking.period_of(around, times, governing, base)

    watched = {"subject_of": subject_of, "worded_of": worded_of, "period_of": period_of}
    for name, watcher in watched.items():
        setattr(claims, name, watcher)
    for ident, text in texts.items():
        seen.clear()
        facts = factx.extract(text.text, published=text.published)
        groups = [names({"name": s.name, "aliases": s.aliases}) for s in facts.speakers]
        for answer in text.answers:
            for start, end, question, found, around, other in seen:
                wanted = answer.right.get(question)
                if wanted and start < answer.end and answer.start < end:
                    told = [(c, name) for c, name in found if name or c.place in ("none", "worded")]
                    same = [[is_same(question, r, name or "-", groups) for r in wanted] for _, name in told]
                    offered = [c for c, _ in told], [n for _, n in told]
                    right, best = [any(ways) for ways in same], [ways[0] for ways in same]
                    yield Choice(question, ident, answer, *offered, right, around, other, best)
    for name in watched:
        setattr(claims, name, getattr(ranking, name))


def told_of(choice: Choice) -> list[Told]:
    """The likeliest answers, by the points in use."""
    at = {id(candidate): index for index, candidate in enumerate(choice.found)}
    return likeliest(choice.question, choice.found, lambda candidate: (True, choice.names[at[id(candidate)]]))


def first_of(choice: Choice, told: Sequence[Told]) -> tuple[float, bool]:
    """How sure the best answer is, and whether it is right."""
    name, sure = chosen(choice.question, choice.around, told, choice.other)
    return sure, choice.right[choice.names.index(name)]


def measure(firsts: Sequence[tuple[Choice, tuple[float, bool]]], parts: Mapping[bool, str]) -> None:
    """Print how often what is chosen is right, by question, kind and part."""
    out: Counter[str] = Counter()
    whole: dict[tuple[str, int, str], bool] = {}
    for choice, (_, right) in firsts:
        kind, part = "money" if choice.answer.money else "numbers", parts[choice.answer.held]
        out[f"{choice.question} of {kind}, {part}"] += 1
        out[f"{choice.question} of {kind}, {part}: right"] += right
        if choice.answer.money and len(choice.answer.right) == len(QUESTIONS):
            place = choice.text, choice.answer.start, part
            whole[place] = whole.get(place, True) and right
    for (_, _, part), right in whole.items():
        out[f"all of money, {part}"] += 1
        out[f"all of money, {part}: right"] += right
    for key in sorted(key for key in out if not key.endswith(": right")):
        print(f"{key:36} {out[key]:5} {100 * out[key + ': right'] / out[key]:5.1f} % right")


def candidate_points(known: Sequence[Choice], weights: Mapping[str, int]) -> dict[str, int]:
    """Learned from all of one question."""
    rows = []
    for choice in known:
        right = choice.right if any(choice.right) else [True] + [False] * (len(choice.right) - 1)
        found = [candidate.every() for candidate in choice.found]
        whole = 1.0 if any(choice.right) else LOST
        best = BEST if choice.question == "subject" and any(choice.best) and choice.best != right else 0.0
        parts = [Row(choice.text, found, right, whole - best)]
        if best:
            parts.append(Row(choice.text, found, choice.best, best))
        rows += parts * weights.get(choice.text, 1)
    return learn(rows)


def answer_points(asked: str, told: Sequence[tuple[Choice, list[Told]]], weights: Mapping[str, int]) -> dict[str, int]:
    """Learned from what the points of candidates told of texts that they were not learned from."""
    rows = []
    for choice, answers in told:
        if not asked.startswith(choice.question) or (choice.answer.money and "sums" not in asked):
            continue
        right = [choice.right[choice.names.index(answer.text)] for answer in answers]
        if answers[0].share < SURE and any(right) and not all(right):
            start = [log(answer.share / answers[0].share) for answer in answers]
            row = Row(choice.text, features(choice.around, answers, choice.other), right, start=start)
            rows += [row] * weights.get(choice.text, 1)
    return learn(rows, rounds=8, rate=0.05, decay=0.01)


def out_of_part(known: Sequence[Choice], weights: Mapping[str, int]) -> list[tuple[int, Choice, list[Told]]]:
    """What is told of each part of the texts by points that were learned from the others."""
    apart_of = {choice.text: parted(choice.text, PARTS) for choice in known}
    out = []
    for part in range(PARTS):
        apart = {text for text, its in apart_of.items() if its == part}
        for question in dict.fromkeys(c.question for c in known):
            mine = [c for c in known if c.question == question]
            use({question: candidate_points([c for c in mine if c.text not in apart], weights)})
            out += [(part, c, told_of(c)) for c in mine if c.text in apart]
    return out


def firsts_of_parts(
    told: Sequence[tuple[int, Choice, list[Told]]], weights: Mapping[str, int]
) -> list[tuple[Choice, tuple[float, bool]]]:
    """What is chosen of each part by points that were learned from the others."""
    out = []
    for part in range(PARTS):
        others = [(c, t) for p, c, t in told if p != part]
        use({}, {asked: answer_points(asked, others, weights) for asked in WEIGHED})
        out += [(c, first_of(c, t)) for p, c, t in told if p == part]
    return out


def fit_confidence(firsts: Sequence[tuple[Choice, tuple[float, bool]]]) -> None:
    """Print the points of `confidence.py`, and what they tell, of choices by points that were not learned from the same texts."""
    told: dict[tuple[str, int], dict[str, tuple[float, bool]]] = defaultdict(dict)
    money: dict[tuple[str, int], bool] = {}
    for choice, first in firsts:
        place = choice.text, choice.answer.start
        told[place][choice.question], money[place] = first, choice.answer.money
    rows = []
    for place, found in told.items():
        if "subject" in found and "period" in found:
            what = found.get("what", (SUREST, True))
            right = all(ok for _, ok in (found["subject"], what, found["period"]))
            odds = [log_odds(sure) for sure, _ in (found["subject"], what, found["period"])]
            rows.append(([1.0, odds[0], odds[1] if money[place] else UNIT, odds[2], float(money[place])], right))
    weights = [0.0] * 5
    for _ in range(2000):
        gradient = [0.0] * 5
        for row, right in rows:
            miss = right - 1 / (1 + exp(-sum(w * x for w, x in zip(weights, row, strict=True))))
            gradient = [g + miss * x for g, x in zip(gradient, row, strict=True)]
        weights = [w + 0.5 * g / len(rows) for w, g in zip(weights, gradient, strict=True)]
    print("BASE, SUBJECT, WHAT, PERIOD, MONEY =", *(f"{w:.2f}" for w in weights))
    for kind in (True, False):
        bins: Counter[tuple[int, bool]] = Counter()
        for row, right in rows:
            if bool(row[4]) == kind:
                sure = 1 / (1 + exp(-sum(w * x for w, x in zip(weights, row, strict=True))))
                bins[int(10 * sure), right] += 1
        for tenth in range(10):
            count = bins[tenth, True] + bins[tenth, False]
            if count:
                name = "money" if kind else "numbers"
                print(f"{name:8} {tenth / 10:.1f} {count:5} {100 * bins[tenth, True] / count:5.1f} % right")


def use(points: Mapping[str, Mapping[str, int]], answers: Mapping[str, Mapping[str, int]] | None = None) -> None:
    """Choose by these points from here on."""
    if points:
        ranking.points_of = points.__getitem__  # type: ignore[assignment]
        ranking.role_points_of = {question: by_role(its) for question, its in points.items()}.__getitem__  # type: ignore[assignment]
    if answers is not None:
        ranking.answer_points_of = answers.__getitem__  # type: ignore[assignment]


def write(name: str, by_question: Mapping[str, Mapping[str, int]]) -> None:
    """A file of points, a column a question."""
    rows = [
        f"{feature}\t" + "\t".join(str(points.get(feature, 0)) for points in by_question.values())
        for feature in sorted({feature for points in by_question.values() for feature in points})
    ]
    (DATA / name).write_text(HEADER.format(*FILES[name]) + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    print(f"{name}: {len(rows)} features, {(DATA / name).stat().st_size / 1000:.0f} kB", file=sys.stderr)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--write", action="store_true")
    options.add_argument("--confidence", action="store_true", help="fit the points of confidence.py (minutes)")
    given = options.parse_args()
    known = list(choices(annotated(given.shared)))
    gold = {ident for ident, _ in statements(given.shared)}
    weights = {c.text: OWN if ":" in c.text else GOLD for c in known if ":" in c.text or c.text in gold}
    if given.write:
        to_learn = [c for c in known if not c.answer.held]
        told = [(c, t) for _, c, t in out_of_part([c for c in to_learn if c.question != "period"], weights)]
        answers = {asked: answer_points(asked, told, weights) for asked in WEIGHED}
        points = {q: candidate_points([c for c in to_learn if c.question == q], weights) for q in QUESTIONS}
        write("claim_points.tsv", points)
        write("answer_points.tsv", answers)
        use(points, answers)
    measure([(c, first_of(c, told_of(c))) for c in known], {False: "learned", True: "held out"})
    if given.confidence:
        firsts = firsts_of_parts(out_of_part(known, weights), weights)
        fit_confidence(firsts)
        measure([f for f in firsts if ":" not in f[0].text], {False: "part by part", True: "part by part"})


if __name__ == "__main__":
    main()
