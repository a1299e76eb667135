"""Work counted and not timed: the same text takes the same number of lines on an idle machine and on a busy one.

`lines` counts every line of Python that runs, in factx and in the libraries that it calls; a loop counts once a turn, so
what grows faster than its input shows at a few thousand characters already.

Not seen is what one call does inside C: a pattern that backtracks, a search or a slice of a long text. That can be told
by the clock alone; `benchmarks/growth.py` does it, on the same texts, in the gate.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

__all__ = ["SIZE", "Work", "assert_linear", "lines"]

Work = Callable[[], object]
SIZE = 2_000
"""Characters of the shortest text; the others have twice and four times as many."""
MOST = 2.2
"""How many times as many lines the longest text may take as its half: 2 is linear, 4 is quadratic."""
FEW = 200
"""Lines that say nothing: a cap reached, a paragraph more."""


def lines(work: Work) -> int:
    """How many lines of Python `work()` runs through in this thread, lines that are run again included."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before, collects = sys.gettrace(), gc.isenabled()
    gc.disable()  # a collection would run callbacks of others in the middle
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
        if collects:
            gc.enable()
    return count


def assert_linear(prepare: Callable[[str], Work], piece: str, size: int = SIZE) -> tuple[int, ...]:
    """Twice the text takes about twice the lines; returns the lines at `size`, twice and four times that.

    The shortest is not compared, only told: below some length a text is treated in another way, with more work a
    character (a cap that is not reached yet) or with less.

    `prepare` makes the work of one text; what it does itself is not counted. Each work is done once beforehand, on
    preparations of its own, so that word lists, patterns and other things that are kept are not counted either.
    """
    counts = []
    for length in (size, 2 * size, 4 * size):
        text = (piece * (length // len(piece) + 1))[:length]
        prepare(text)()
        counts.append(lines(prepare(text)))
    assert counts[2] <= MOST * counts[1] + FEW, (
        f"{counts} lines for {size}, {2 * size}, {4 * size} characters of {piece[:40]!r}"
    )
    return tuple(counts)
