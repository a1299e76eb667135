"""Learn the points by which subject and "what" of an amount are chosen (`factx/linking/claims/ranking.py`), and measure them.

    python -m training.claims [--shared DIR] [--write | --confidence]

`claims.tsv` has what readers said, who saw the texts and not what factx makes of them: where an amount stands, the answers that they
would accept ("-": the text tells none), and whether it is for learning or held out. The texts are not in the project: press releases (CC0)
and news of `../shared`. The annotated statements and our own cases are learned from as well.

A logistic regression over the candidates of each amount: the share of points of those that are right is made large (AdaGrad in one
fixed order, with decay; the mean over all steps). Where no candidate is right, the first is. Features of fewer than FEWEST texts
are left out, points are rounded.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, sqrt
from pathlib import Path
from typing import Any, Protocol

import factx
import factx.linking.claims as claims
from factx import lexicon
from factx.linking.claims import ranking
from factx.linking.claims.around import Around, Candidate
from factx.linking.claims.candidates import described, kinds, named, subjects
from factx.linking.claims.confidence import SUREST, UNIT, log_odds
from factx.linking.claims.period import Times
from factx.linking.claims.ranking import POINT, QUESTIONS, chosen
from factx.linking.types import PeriodLink

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "benchmarks"))
from scorers.statements import names, same_period, same_subject  # noqa: E402

POINTS = HERE.parent / "factx" / "lexicon" / "data" / "claim_points.tsv"
CASES = HERE.parent / "tests" / "cases" / "claims"
ROUNDS, RATE, DECAY, FEWEST, SEED = 6, 0.07, 0.03, 6, 1
SMALLEST = 2
"""Points that a feature is worth at least: below, it makes the file longer and no choice better."""
OWN = 5
"""Times that our own cases are learned from: they say what a careful reader would, in few words."""
GOLD = 2
"""Times that the annotated statements are learned from: one answer each, by the guidelines."""
LEAST = 1e-4
"""Share of a candidate below which nothing is learned from it."""
HEADER = """\
# Points of the features by which the subject of an amount, and what it is, are chosen: factx/linking/claims/candidates.py, ranking.py.
# Made by training/claims.py from annotated press releases (CC0) and news; the words in it are single words of these texts.
"""


@dataclass(slots=True)
class Answer:
    """What is right for the amount at `start` to `end`, by question; `held`: not for learning."""

    start: int
    end: int
    money: bool
    right: Mapping[str, Sequence[str]]
    held: bool = False


@dataclass(slots=True)
class Text:
    text: str
    published: str | None
    answers: list[Answer] = field(default_factory=list)


class Learned(Protocol):
    """What is learned from: candidates of one text, and which of them are right."""

    text: str
    found: list[Candidate]
    right: list[bool]


@dataclass(slots=True)
class Choice:
    """A question about an amount with its candidates, and which of them are right."""

    question: str
    text: str
    answer: Answer
    found: list[Candidate]
    names: list[str | None]
    right: list[bool]


def annotated(shared: Path) -> dict[str, Text]:
    """All texts with answers, by id."""
    known: dict[str, Text] = {}
    with gzip.open(shared / "corpus" / "releases.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            known[row["id"]] = Text(row["text"], row["archived"][:10])
    for part in ("quotes", "dates"):
        for line in (shared / "bench" / part / "dev.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            known[row["id"]] = Text(row["text"], row.get("published"))
    for line in (HERE / "claims.tsv").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            ident, start, end, kind, part, *right_of = line.split("\t")
            right = {question: told.split(" / ") for question, told in zip(QUESTIONS, right_of, strict=True) if told}
            known[ident].answers.append(Answer(int(start), int(end), kind == "money", right, part == "held"))
    known.update(statements(shared))
    known.update(_own_cases())
    return {ident: text for ident, text in known.items() if text.answers}


def statements(shared: Path) -> Iterator[tuple[str, Text]]:
    """The annotated statements."""
    for name in ("dev", "dev2"):
        for line in (shared / "bench" / "statements" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["id"], Text(row["text"], row.get("published"), list(_gold(row)))


def _gold(row: dict[str, Any]) -> Iterator[Answer]:
    for kind in ("money", "numbers"):
        for record in row[kind]:
            right = {question: [record[question]] for question in QUESTIONS if record.get(question)}
            if kind == "money" and not record.get("period"):
                right["period"] = ["-"]
            yield Answer(record["start"], record["end"], kind == "money", right)


def _own_cases() -> Iterator[tuple[str, Text]]:
    """The cases of the tests that tell a subject."""
    for path in sorted(CASES.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            text = Text(row["text"], row.get("published", "2024-05-07"))
            for record in row.get("claims", ()):
                before, amount = "", record.get("amount")
                if amount is None:
                    before, amount, _ = record["at"].replace("]", "[").split("[")
                at = row["text"].find(before + amount) + len(before)
                right = {question: [record[question] or "-"] for question in QUESTIONS if question in record}
                money = not amount.endswith(("%", "cent", "percent"))
                text.answers.append(Answer(at, at + len(amount), money, right))
            yield f"{path.stem}:{number}", text


def is_same(question: str, wanted: str, told: str, groups: Sequence[set[str]]) -> bool:
    """Do two answers say the same, as the annotated statements are scored? "-" equals only itself."""
    if "-" in (wanted, told):
        return wanted == told
    if question == "period":
        return bool(same_period({"period": wanted}, {"period": told}))
    return bool(same_subject(wanted, told, groups))


Seen = tuple[int, int, str, list[tuple[Candidate, str | None]]]


def choices(texts: dict[str, Text]) -> Iterator[Choice]:
    """The candidates of every annotated amount, as factx comes by them."""
    seen: list[Seen] = []

    def place(around: Around) -> tuple[int, int]:
        amount = around.scene.amounts[around.ref]
        return around.scene.document.original(amount.start, amount.end)

    def subject_of(around: Around, base: str | None) -> tuple[str | None, float]:
        if not ranking.repeats(around):
            seen.append((*place(around), "subject", [(c, named(around, base, c)) for c in subjects(around, base)]))
        return ranking.subject_of(around, base)

    def worded_of(around: Around, worded: str | None, base: str | None) -> tuple[str | None, float]:
        if not ranking.is_read(around, worded, base):
            seen.append((*place(around), "what", [(c, described(around, c, worded)) for c in kinds(around, worded)]))
        return ranking.worded_of(around, worded, base)

    def period_of(
        around: Around, times: Times, governing: PeriodLink | None, base: PeriodLink | None
    ) -> tuple[PeriodLink | None, float]:
        if not ranking.repeats(around):
            found = [(c, None if link is None else link.value) for c, link in times.options(around, governing, base)]
            seen.append((*place(around), "period", found))
        return ranking.period_of(around, times, governing, base)

    watched = {"subject_of": subject_of, "worded_of": worded_of, "period_of": period_of}
    for name, watcher in watched.items():
        setattr(claims, name, watcher)
    for ident, text in texts.items():
        seen.clear()
        facts = factx.extract(text.text, published=text.published)
        groups = [names({"name": s.name, "aliases": s.aliases}) for s in facts.speakers]
        for answer in text.answers:
            for start, end, question, found in seen:
                wanted = answer.right.get(question)
                if wanted and start < answer.end and answer.start < end:
                    told = [(c, name) for c, name in found if name or c.place in ("none", "worded")]
                    right = [any(is_same(question, r, name or "-", groups) for r in wanted) for _, name in told]
                    yield Choice(question, ident, answer, [c for c, _ in told], [n for _, n in told], right)
    for name in watched:
        setattr(claims, name, getattr(ranking, name))


def learn(known: Sequence[Learned], fewest: int = FEWEST) -> dict[str, int]:
    """feature -> points; a feature of fewer texts than `fewest` gets none."""
    texts: dict[str, set[str]] = defaultdict(set)
    for choice in known:
        for candidate in choice.found:
            for feature in candidate.features:
                texts[feature].add(choice.text)
    kept = {feature for feature, where in texts.items() if len(where) >= fewest}
    rows = [([[f for f in c.features if f in kept] for c in choice.found], choice.right) for choice in known]
    weights: dict[str, float] = dict.fromkeys(sorted(kept), 0.0)
    squares, later = dict.fromkeys(weights, 1e-2), dict.fromkeys(weights, 0.0)
    order, seen = random.Random(SEED), 0
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for found, right in rows:
            seen += 1
            scores = [sum([weights[f] for f in features]) for features in found]
            best = max(scores)
            shares = [exp(score - best) for score in scores]
            whole = sum(shares)
            good = right if any(right) else [True] + [False] * (len(right) - 1)
            wanted = sum(s for s, ok in zip(shares, good, strict=True) if ok)
            steps: dict[str, float] = defaultdict(float)
            for features, share, ok in zip(found, shares, good, strict=True):
                step = (share / wanted if ok else 0.0) - share / whole
                step *= 1.0 if any(right) else 0.5
                if abs(step) >= LEAST:
                    for f in features:
                        steps[f] += step
            for f, pull in steps.items():
                step = pull - DECAY * weights[f]
                squares[f] += step * step
                moved = RATE * step / sqrt(squares[f])
                weights[f] += moved
                later[f] += seen * moved
    # The mean of the weights over all steps tells texts that were not seen better than the last of them.
    weights = {f: weight - later[f] / seen for f, weight in weights.items()}
    points = {feature: round(weight * POINT) for feature, weight in weights.items()}
    return {feature: value for feature, value in points.items() if abs(value) >= SMALLEST}


def first_of(choice: Choice) -> tuple[float, bool]:
    """How sure the answer with most of the shares is, and whether it is right."""
    at = {id(candidate): index for index, candidate in enumerate(choice.found)}

    def answer(candidate: Candidate) -> tuple[bool, str | None]:
        return True, choice.names[at[id(candidate)]]

    name, sure = chosen(choice.question, choice.found, answer)
    return sure, choice.right[choice.names.index(name)]


def measure(known: Sequence[Choice]) -> Counter[str]:
    """How often what is chosen is right, by question, kind and part."""
    out: Counter[str] = Counter()
    for choice in known:
        part, kind = "held out" if choice.answer.held else "learned", "money" if choice.answer.money else "numbers"
        key = f"{choice.question} of {kind}, {part}"
        out[key] += 1
        out[f"{key}: right"] += first_of(choice)[1]
    return out


def fit_confidence(known: Sequence[Choice]) -> None:
    """Print the points of `confidence.py`, and what they tell, of choices by points that were not learned from the same texts."""
    texts = sorted({choice.text for choice in known})
    random.Random(SEED).shuffle(texts)
    told: dict[tuple[str, int], dict[str, tuple[float, bool]]] = defaultdict(dict)
    money: dict[tuple[str, int], bool] = {}
    for part in range(3):
        held = set(texts[part::3])
        for question in QUESTIONS:
            mine = [c for c in known if c.question == question]
            use({question: learn([c for c in mine if c.text not in held])})
            for choice in mine:
                if choice.text in held:
                    place = (choice.text, choice.answer.start)
                    told[place][question], money[place] = first_of(choice), choice.answer.money
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


def use(points: Mapping[str, Mapping[str, int]]) -> None:
    """Choose by these points from here on."""

    def lookup(question: str) -> Mapping[str, int]:
        return points[question]

    ranking.points_of = lookup  # type: ignore[assignment]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--write", action="store_true")
    options.add_argument("--confidence", action="store_true", help="fit the points of confidence.py (minutes)")
    given = options.parse_args()
    known = list(choices(annotated(given.shared)))
    if given.confidence:
        fit_confidence(known)
        return
    if given.write:
        gold = {ident for ident, _ in statements(given.shared)}
        times = {c.text: OWN if ":" in c.text else GOLD if c.text in gold else 1 for c in known}
        to_learn = [c for c in known if not c.answer.held for _ in range(times[c.text])]
        by_question = [learn([c for c in to_learn if c.question == question]) for question in QUESTIONS]
        rows = [
            f"{feature}\t" + "\t".join(str(points.get(feature, 0)) for points in by_question)
            for feature in sorted({feature for points in by_question for feature in points})
        ]
        POINTS.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        lexicon.columns.cache_clear()
        lexicon.points.cache_clear()
        print(f"{len(rows)} features, {POINTS.stat().st_size / 1000:.0f} kB", file=sys.stderr)
    told = measure(known)
    for key in sorted(key for key in told if not key.endswith(": right")):
        print(f"{key:32} {told[key]:5} {100 * told[key + ': right'] / told[key]:5.1f} % right")


if __name__ == "__main__":
    main()
