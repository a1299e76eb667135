"""The times of an article as claims see them: whole periods where there are some, single mentions else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from factx.linking.timeline import periods
from factx.linking.types import PeriodLink, Timeline
from factx.mentions.types import TimeMention

__all__ = ["Moment", "Moments"]

YEARS = re.compile(r"P(\d{1,2})Y$")
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
            Moment(m.start, m.end, m.type, _link(text, m, times.published))
            for i, m in enumerate(mentions)
            if i not in inside
        ]
        found.sort(key=lambda moment: (moment.start, -moment.end))
        self.all: Sequence[Moment] = found
        self._starts = [moment.start for moment in found]

    def between(self, start: int, end: int) -> Sequence[Moment]:
        """Those that begin in `[start, end)`."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _link(text: str, mention: TimeMention, published: date | None) -> PeriodLink:
    """A duration of years that lies somewhere ("over the next four years") is the years that it spans."""
    value, first, last = mention.value, mention.first, mention.last
    years = YEARS.match(value) if value is not None and mention.type == "DURATION" else None
    if years is not None and published is not None and first is None:
        side = SIDE.search(text, max(0, mention.start - 12), mention.end)
        count = int(years[1])
        if side is not None and 0 < count <= 50 and published.year - count > 0:
            ahead = side[1].lower() in ("next", "coming")
            other = _moved(published, count if ahead else -count)
            first, last = (published, other) if ahead else (other, published)
            value = f"{first.year:04}/{last.year:04}"
    return _years(PeriodLink(text[mention.start : mention.end], value, first, last))


def _years(link: PeriodLink) -> PeriodLink:
    """The same for one that the timeline has placed ("P4Y/2024-01-16" of "the next four years")."""
    if link.value is None or link.first is None or link.last is None:
        return link
    if SPANNED.match(link.value) is None or SIDE.search(link.text) is None:
        return link
    return replace(link, value=f"{link.first.year:04}/{link.last.year:04}")


def _moved(day: date, years: int) -> date:
    """The same day of another year (28 February for the 29th)."""
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)
