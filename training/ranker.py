"""A logistic regression over the candidates of questions: the share of points of those that are right is made large.

AdaGrad with decay; the mean over all steps. Features of fewer than FEWEST texts are left out, points are rounded. Each row has its turn by
a hash of its own (`turns`): with a few texts more or less the others keep their order, and half as many choices change as after a shuffle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt
from zlib import crc32

from factx.linking.claims.answers import POINT

__all__ = ["Row", "learn", "parted"]

ROUNDS, RATE, DECAY, FEWEST = 6, 0.07, 0.03, 6
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


def parted(text: str, parts: int) -> int:
    """The part that a text belongs to, whatever other texts there are.

    >>> [parted(text, 3) for text in ("a", "b", "c", "d")]
    [0, 2, 0, 0]
    """
    return crc32(text.encode()) % parts


def turns(rows: Sequence[Row], turn: int) -> list[int]:
    """The order of the rows in one round: that of any two depends on nothing but these."""
    count: dict[str, int] = defaultdict(int)
    keys = []
    for row in rows:
        count[row.text] += 1
        keys.append(crc32(f"{turn} {row.text} {count[row.text]}".encode()))
    return sorted(range(len(rows)), key=keys.__getitem__)


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
    seen = 0
    for turn in range(rounds):
        for index in turns(rows, turn):
            found, row = shown[index]
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
