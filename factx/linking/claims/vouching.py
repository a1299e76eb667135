"""Who vouches: the quote that holds the amount, else the attribution of its sentence, else the issuer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factx.linking.types import SpeakerTable
from factx.mentions.types import Attribution

__all__ = ["Vouching"]

WITHIN = 8
"""Nested attributions that are looked through at most."""


class Vouching:
    """Look-up from an offset to the attribution around it and its speaker."""

    def __init__(self, attributions: Sequence[Attribution], speakers: SpeakerTable) -> None:
        self.attributions = attributions
        self.speakers = speakers
        spans = []
        for index, attribution in enumerate(attributions):
            for start, end in attribution.spans:
                spans.append((start, end, index, True))
            for start, end in attribution.statement or ():
                spans.append((start, end, index, False))
        spans.sort(key=lambda span: (span[0], -span[1], span[2]))
        self._spans = spans
        self._starts = [span[0] for span in spans]
        # the furthest end of all spans up to each one: where it lies before the offset, nothing further left holds it
        self._reach: list[int] = []
        furthest = 0
        for span in spans:
            furthest = max(furthest, span[1])
            self._reach.append(furthest)

    def at(self, start: int, end: int) -> tuple[int | None, int | None]:
        """(attribution, speaker) of the amount at `[start, end)`: the innermost span that holds it.

        A claim beside the quoted fragment, in its statement, has that speaker, too.
        """
        i = bisect_right(self._starts, start) - 1
        best: tuple[int, int] | None = None
        looked = 0
        while i >= 0 and self._reach[i] >= end and looked < WITHIN * 4:
            a, b, index, _ = self._spans[i]
            if b >= end and (best is None or b - a < best[0]):
                best = (b - a, index)
                if b - a < 2000:
                    break
            i -= 1
            looked += 1
        if best is None:
            return None, self.speakers.issuer
        index = best[1]
        speaker = self.speakers.speaker_of[index] if index < len(self.speakers.speaker_of) else None
        return index, speaker
