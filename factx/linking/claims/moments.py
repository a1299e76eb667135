"""The times of an article as claims see them: whole periods where there are some, single mentions else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factx.linking.timeline import periods
from factx.linking.types import PeriodLink, Timeline

__all__ = ["Moment", "Moments"]

SPANNED = re.compile(r"P\d{1,2}Y/")
SIDE = re.compile(r"\b(next|coming|past|last|previous)\b", re.IGNORECASE)


@dataclass(slots=True)
class Moment:
    """A stretch of text that names a time; `type` is that of its last mention, `link` what a claim gets from it."""

    start: int
    end: int
    type: str
    link: PeriodLink
    composed: bool = False


class Moments:
    """All moments of a text, in text order."""

    def __init__(self, text: str, times: Timeline) -> None:
        self.published = times.published
        mentions = times.mentions
        spans = periods(text, times)
        inside = {index for span in spans for index in span.mentions}
        found = [
            Moment(
                s.start,
                s.end,
                mentions[s.mentions[-1]].type,
                _years(s.link),
                len(s.mentions) > 1 or s.start < mentions[s.mentions[0]].start,
            )
            for s in spans
        ]
        found += [
            Moment(m.start, m.end, m.type, _years(PeriodLink(text[m.start : m.end], m.value, m.first, m.last)))
            for i, m in enumerate(mentions)
            if i not in inside
        ]
        found.sort(key=lambda moment: (moment.start, -moment.end))
        self.all: Sequence[Moment] = found
        self._starts = [moment.start for moment in found]

    def between(self, start: int, end: int) -> Sequence[Moment]:
        """Those that begin in `[start, end)`."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _years(link: PeriodLink) -> PeriodLink:
    """A duration of years that lies somewhere ("P4Y/2024-01-16" of "the next four years") is the years that it spans."""
    if link.value is None or link.first is None or link.last is None:
        return link
    if SPANNED.match(link.value) is None or SIDE.search(link.text) is None:
        return link
    return replace(link, value=f"{link.first.year:04}/{link.last.year:04}")
