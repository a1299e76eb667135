"""An averaged perceptron whose weights are packed as factx reads them, with more room for a sum over all steps.

After step `n` the average of a weight is `weight - sum / n`, where `sum` adds each change times the step that it was made at.
"""

from __future__ import annotations

from collections.abc import Iterable

from factx.syntax.lanes import Lanes

__all__ = ["Perceptron"]


class Perceptron:
    """`size` classes; `rows`: feature -> packed weights."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.lanes = Lanes(size, 32)
        self.rows: dict[int, int] = {}
        self.sums: dict[int, int] = {}
        self.steps = 1
        self.long = [1 << (64 * i) for i in range(size)]

    def scores(self, features: Iterable[int]) -> tuple[int, ...]:
        """The scores of all classes, raised by the same amount."""
        get = self.rows.get
        return self.lanes.raised(sum([get(feature, 0) for feature in features]))

    def update(self, features: Iterable[int], right: int, wrong: int) -> None:
        """Move the weights of `features` from `wrong` to `right`."""
        change = self.lanes.ones[right] - self.lanes.ones[wrong]
        change_sum = (self.long[right] - self.long[wrong]) * self.steps
        rows, sums = self.rows, self.sums
        for feature in features:
            rows[feature] = rows.get(feature, 0) + change
            sums[feature] = sums.get(feature, 0) + change_sum

    def averaged(self, limit: int, highest: int, most: int) -> dict[int, list[int]]:
        """feature -> whole-number weights; of all rows the `most` whose weights differ most.

        All but the largest rows are within `limit`. Those few tell a great deal, and are cut off at `highest` only.
        """
        half = 1 << 63
        bias = sum(half << 64 * i for i in range(self.size))
        mask = (1 << 64) - 1
        means: dict[int, list[float]] = {}
        for feature, packed in self.rows.items():
            weights = self.lanes.unpack(packed)
            total = self.sums[feature] + bias
            means[feature] = [w - ((total >> 64 * i & mask) - half) / self.steps for i, w in enumerate(weights)]
        largest = sorted(max(map(abs, row)) for row in means.values())
        scale = limit / largest[int(len(largest) * 0.9995)]
        whole = {
            feature: [max(-highest, min(highest, round(weight * scale))) for weight in row]
            for feature, row in means.items()
        }
        spread = {feature: max(row) - min(row) for feature, row in whole.items()}
        kept = sorted(spread, key=lambda feature: (-spread[feature], feature))[:most]
        return {feature: whole[feature] for feature in sorted(kept) if any(whole[feature])}
