"""Who vouches: the quote that holds the amount, else the attribution of its sentence, else the issuer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from factx.linking.types import SpeakerTable
from factx.mentions.types import Attribution

__all__ = ["Vouching"]

WITHIN = 32
"""Spans that begin before an amount and are looked through at most."""


class Vouching:
    """Look-up from an offset to the attribution around it and its speaker."""

    def __init__(self, attributions: Sequence[Attribution], speakers: SpeakerTable) -> None:
        self.speakers = speakers
        spans = [(*s, i) for i, a in enumerate(attributions) for s in (*a.spans, *(a.statement or ()))]
        self._spans = sorted(spans, key=lambda span: (span[0], -span[1], span[2]))
        self._starts = [span[0] for span in self._spans]
        self._reach = list(accumulate((span[1] for span in self._spans), max))
        """The furthest end of all spans up to each one: where it lies before an offset, nothing further left holds that."""

    def at(self, start: int, end: int) -> tuple[int | None, int | None]:
        """(attribution, speaker) of the amount at `[start, end)`: the innermost span that holds it.

        A claim beside the quoted fragment, in its statement, has that speaker, too.
        """
        last = bisect_right(self._starts, start) - 1
        for i in range(last, max(-1, last - WITHIN), -1):
            if self._reach[i] < end:
                break
            _, stop, index = self._spans[i]
            if stop >= end:
                return index, self.speakers.speaker_of[index] if index < len(self.speakers.speaker_of) else None
        return None, self.speakers.issuer
