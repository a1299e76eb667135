"""Many scores in one whole number: a feature is one look-up and one addition, whatever the number of classes.

Class `i` has the bits from `i * width` on, as a signed number; sums of packed numbers are packed sums as long as no lane
leaves its width. That is exact arithmetic: no machine and no version of Python reads another result.

>>> lanes = Lanes(3, 16)
>>> a, b = lanes.pack([5, -2, 0]), lanes.pack([-7, 4, 1])
>>> lanes.unpack(a + b), lanes.best(a + b)
((-2, 2, 1), 1)
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence

__all__ = ["Lanes"]


class Lanes:
    """`size` lanes of `width` bits: 16 or 32."""

    def __init__(self, size: int, width: int = 16) -> None:
        self.size, self.width = size, width
        half = 1 << (width - 1)
        self.bytes = size * width // 8
        self.bias = sum(half << (width * i) for i in range(size))
        self.half = half
        self._read: Callable[[bytes], tuple[int, ...]] = struct.Struct(f"<{size}{'H' if width == 16 else 'I'}").unpack
        self.ones = [1 << (width * i) for i in range(size)]

    def pack(self, scores: Sequence[int]) -> int:
        """Scores as one number."""
        return sum(score << (self.width * i) for i, score in enumerate(scores))

    def raised(self, total: int) -> tuple[int, ...]:
        """The scores, each raised by the same amount, so that none is negative."""
        return self._read((total + self.bias).to_bytes(self.bytes, "little"))

    def unpack(self, total: int) -> tuple[int, ...]:
        """The scores."""
        return tuple(score - self.half for score in self.raised(total))

    def best(self, total: int) -> int:
        """The class with the highest score, the first of equals."""
        scores = self._read((total + self.bias).to_bytes(self.bytes, "little"))
        return scores.index(max(scores))
