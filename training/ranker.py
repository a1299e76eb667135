"""A logistic regression over the candidates of questions: the share of points of those that are right is made large.

AdaGrad in one fixed order, with decay; the mean over all steps. Features of fewer than FEWEST texts are left out, points are rounded.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

from factx.linking.claims.answers import POINT

__all__ = ["Row", "learn"]

ROUNDS, RATE, DECAY, FEWEST, SEED = 6, 0.07, 0.03, 6, 1
SMALLEST = 2
"""Points that a feature is worth at least: below, it makes the file longer and no choice better."""
LEAST = 1e-4
"""Share of a candidate below which nothing is learned from it."""


@dataclass(slots=True)
class Row:
    """A question of a text: the features of its candidates, which of them are right, what it counts, and what they start from."""

    text: str
    found: list[list[str]]
    right: list[bool]
    weight: float = 1.0
    start: Sequence[float] = ()


def learn(
    rows: Sequence[Row], rounds: int = ROUNDS, rate: float = RATE, decay: float = DECAY, fewest: int = FEWEST
) -> dict[str, int]:
    """feature -> points; a feature of fewer texts than `fewest` gets none."""
    texts: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for features in row.found:
            for feature in features:
                texts[feature].add(row.text)
    kept = {feature for feature, where in texts.items() if len(where) >= fewest}
    shown = [([[f for f in features if f in kept] for features in row.found], row) for row in rows]
    weights: dict[str, float] = dict.fromkeys(sorted(kept), 0.0)
    squares, later = dict.fromkeys(weights, 1e-2), dict.fromkeys(weights, 0.0)
    order, seen = random.Random(SEED), 0
    for _ in range(rounds):
        order.shuffle(shown)
        for found, row in shown:
            seen += 1
            scores = [sum([weights[f] for f in features]) for features in found]
            if row.start:
                scores = [score + start for score, start in zip(scores, row.start, strict=True)]
            best = max(scores)
            shares = [exp(score - best) for score in scores]
            whole = sum(shares)
            wanted = sum(s for s, ok in zip(shares, row.right, strict=True) if ok)
            steps: dict[str, float] = defaultdict(float)
            for features, share, ok in zip(found, shares, row.right, strict=True):
                step = row.weight * ((share / wanted if ok else 0.0) - share / whole)
                if abs(step) >= LEAST:
                    for f in features:
                        steps[f] += step
            for f, pull in steps.items():
                step = pull - decay * weights[f]
                squares[f] += step * step
                moved = rate * step / sqrt(squares[f])
                weights[f] += moved
                later[f] += seen * moved
    # The mean of the weights over all steps tells texts that were not seen better than the last of them.
    weights = {f: weight - later[f] / seen for f, weight in weights.items()}
    points = {feature: round(weight * POINT) for feature, weight in weights.items()}
    return {feature: value for feature, value in points.items() if abs(value) >= SMALLEST}
