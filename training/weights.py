"""A logistic regression over choices: the share of points of those that are right is made large.

AdaGrad in one fixed order, so that two runs are the same. Features of fewer than FEWEST texts are left out, points are rounded.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import exp, sqrt
from pathlib import Path

from factx.linking.speakers.introduced.reading import POINT

__all__ = ["Points", "Row", "fold", "learn", "rounded", "score", "write"]

ROUNDS, RATE, SHRINK, FEWEST, SEED = 6, 0.1, 0.03, 3, 1
LEAST = 2
"""Points below which a feature is left out."""

Points = Mapping[str, float]
Row = tuple[str, Sequence[Sequence[str]], Sequence[bool], float]
"""Text, features of each choice, which are right, weight."""


def learn(rows: Sequence[Row], rounds: int = ROUNDS, shrink: float = SHRINK) -> dict[str, float]:
    """feature -> weight."""
    texts: dict[str, set[str]] = defaultdict(set)
    for text, choices, _, _ in rows:
        for features in choices:
            for feature in features:
                texts[feature].add(text)
    kept = {feature for feature, where in texts.items() if len(where) >= FEWEST}
    data = [([[f for f in c if f in kept] for c in choices], right, weight) for _, choices, right, weight in rows]
    weights: dict[str, float] = dict.fromkeys(sorted(kept), 0.0)
    squares = dict.fromkeys(weights, 0.1)
    order = random.Random(SEED)
    for _ in range(rounds):
        order.shuffle(data)
        for choices, right, weight in data:
            if all(right) or not any(right):
                continue
            scores = [sum([weights[f] for f in features]) for features in choices]
            best = max(scores)
            shares = [exp(score - best) for score in scores]
            whole, good = sum(shares), sum(s for s, ok in zip(shares, right, strict=True) if ok)
            steps: dict[str, float] = defaultdict(float)
            moved = 0.0
            for features, share, ok in zip(choices, shares, right, strict=True):
                step = weight * ((share / max(good, 1e-12) if ok else 0.0) - share / whole)
                moved += abs(step)
                if abs(step) > 1e-4:
                    for f in features:
                        steps[f] += step
            for f, gain in steps.items():
                step = gain - shrink * weights[f] * min(1.0, moved)
                squares[f] += step * step
                weights[f] += RATE * step / sqrt(squares[f])
    return weights


def score(features: Sequence[str], weights: Points) -> float:
    return sum([weights.get(f, 0) for f in features])


def rounded(weights: Points) -> dict[str, int]:
    """feature -> whole points, of those that count."""
    points = {feature: round(weight * POINT) for feature, weight in weights.items()}
    return {feature: value for feature, value in points.items() if abs(value) >= LEAST}


def fold(text: str, folds: int) -> int:
    """The part of the texts that one belongs to."""
    return int(sha256(text.encode()).hexdigest(), 16) % folds


def write(path: Path, header: str, points: Mapping[str, int]) -> None:
    """Write a file of points."""
    path.write_text(header + "".join(f"{f}\t{p}\n" for f, p in sorted(points.items())), encoding="utf-8")
