"""The times of an article as claims see them: whole periods where there are some, single mentions else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from factx.linking.timeline import periods
from factx.linking.types import PeriodLink, Timeline
from factx.mentions.types import TimeMention

__all__ = ["Moment", "Moments"]


@dataclass(slots=True, frozen=True)
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
        mentions = times.mentions
        spans = periods(text, times)
        inside = {index for span in spans for index in span.mentions}
        found = [Moment(s.start, s.end, mentions[s.mentions[-1]].type, s.link, len(s.mentions) > 1 or s.start < mentions[s.mentions[0]].start) for s in spans]
        found += [Moment(m.start, m.end, m.type, _link(text, m)) for i, m in enumerate(mentions) if i not in inside]
        found.sort(key=lambda moment: (moment.start, -moment.end))
        self.all: Sequence[Moment] = found
        self._starts = [moment.start for moment in found]

    def between(self, start: int, end: int) -> Sequence[Moment]:
        """Those that begin in `[start, end)`."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _link(text: str, mention: TimeMention) -> PeriodLink:
    """A duration that lies somewhere ("over the next four years") is the years that it spans."""
    value = mention.value
    if mention.type == "DURATION" and mention.first is not None and mention.last is not None and value is not None and value.endswith("Y"):
        value = f"{mention.first.year:04}/{mention.last.year:04}"
    return PeriodLink(text[mention.start : mention.end], value, mention.first, mention.last)
