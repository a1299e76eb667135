"""A scale of days on which a founding year and last Monday can both be seen: gaps between events are drawn shorter.

>>> scale = Scale([date(1898, 1, 1).toordinal(), date(2024, 5, 13).toordinal(), date(2024, 5, 14).toordinal()])
>>> [round(scale.percent(day.toordinal())) for day in (date(1898, 1, 1), date(2024, 5, 13), date(2024, 5, 14))]
[2, 96, 98]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate, pairwise

from factx.output.timex import MONTHS

__all__ = ["Scale"]

LEFT, RIGHT = 2.0, 98.0
"""Where the first and the last day stand, in percent of the width."""
POWER = 0.38
"""A gap of n days takes n ** POWER of the room: 1 would be to scale, 0 would give all gaps the same."""
APART = 15.0
"""Least distance of two ticks, in percent."""
STEPS = (1200, 600, 120, 60, 12, 6, 3, 1)
"""Ticks stand at multiples of so many months, the coarse ones first."""
MOST = 120
"""Multiples looked at for one step."""


class Scale:
    """Maps day numbers (`date.toordinal`) to percent of the width; `days`: all days that matter, at least one."""

    def __init__(self, days: Iterable[int]) -> None:
        self.days = sorted(set(days))
        self.first, self.last = self.days[0], self.days[-1]
        gaps = [(b - a) ** POWER for a, b in pairwise(self.days)]
        self.at: list[float] = [0.0, *accumulate(gaps)]

    def percent(self, day: int) -> float:
        """Where a day stands."""
        total = self.at[-1]
        if not total:
            return 50.0
        index = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 2)
        before, after = self.days[index], self.days[index + 1]
        part = min(max((day - before) / (after - before), 0.0), 1.0)
        return LEFT + (RIGHT - LEFT) * (self.at[index] + part * (self.at[index + 1] - self.at[index])) / total

    def ticks(self) -> Iterator[tuple[int, str]]:
        """(day, label) of some round days that are far enough apart to be labelled."""
        taken: list[float] = []
        start, end = date.fromordinal(self.first), date.fromordinal(self.last)
        first, last = 12 * start.year + start.month - 1, 12 * end.year + end.month - 1
        for step in STEPS:
            begin = -(-first // step) * step
            if (last - begin) // step > MOST:
                continue
            for month in range(begin, last + 1, step):
                day = date(month // 12, month % 12 + 1, 1).toordinal() if month >= 12 else 0
                where = self.percent(day)
                if self.first <= day <= self.last and all(abs(where - other) >= APART for other in taken):
                    taken.append(where)
                    yield day, str(month // 12) if month % 12 == 0 else f"{MONTHS[month % 12]} {month // 12}"
