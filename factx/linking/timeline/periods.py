"""Periods of claims: stretches of time that two mentions make together, and the period that a mention is alone.

"The four months to 30 April 2009" is a DURATION and a DATE among the date records, but one period of a claim:
`P4M/2009-04-30`, from 1 January to 30 April 2009.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factx.linking.types import PeriodLink, Timeline
from factx.mentions.types import TimeMention
from factx.values.calendar import add_months, interval

__all__ = ["PeriodSpan", "ended_periods", "periods"]

# Between a duration and the date that closes it: "the nine months [ended] 30 September".
CLOSES = re.compile(
    r"\s(?:fiscal\s|financial\s|reporting\s)?(?:(?:period|periods|quarter|quarters|year|years|half|half-year)\s)?(?:(?:that|which)\s)?(?:ended|ending|to|through|until|up\sto|ended\son|ending\son|ended\sin|ending\sin)\s(?:the\s)?$",
    re.IGNORECASE,
)
# Before a date: "the fiscal [quarter ended] August 1, 2009".
NAMED = re.compile(
    r"(?P<head>(?:(?P<nth>first|second|third|fourth|final)\s)?(?:(?P<fiscal>fiscal|financial)\s)?(?P<unit>quarter|half-year|half|year|month|week))s?\s(?:period\s|periods\s)?(?:that\s|which\s)?(?:ended|ending)\s(?:on\s|in\s)?(?:the\s)?$",
    re.IGNORECASE,
)
LENGTH = {"quarter": "P3M", "half": "P6M", "half-year": "P6M", "year": "P1Y", "month": "P1M", "week": "P1W"}
OF = re.compile(r"\s(?:of|in)\s(?:the\s)?")
MONTHS = re.compile(r"P(\d\d?)([MQ])")
SIDE = re.compile(r"(?:the\s)?(?:first|opening|initial|(?P<last>last|final|closing))\s", re.IGNORECASE)
YEAR = re.compile(r"(?:FY)?\d{4}")
FISCAL = re.compile(r"\b(?:fiscal|financial)\s[\w\s-]{0,30}$", re.IGNORECASE)
SPAN = re.compile(r"(?:\s(?:to|and|through|until|till)\s|\s?[-–—]\s?)$")
OPENER = re.compile(r"\b(from|between)\s(?:the\s)?$", re.IGNORECASE)
LONGEST_BRIDGE = 48
TWIN_RULES = frozenset(["same period of a year", "same period last year", "year-ago period", "period of a year"])
TWINS = 6
"""How many mentions back the period may stand that "the same period of 2011" is the twin of."""


@dataclass(slots=True)
class PeriodSpan:
    """A period and the text that names it; `mentions`: indices of the time mentions in it."""

    start: int
    end: int
    link: PeriodLink
    mentions: tuple[int, ...]


Closed = tuple[str, date | None, date | None, int]
"""Value, first day, last day, and where the words begin."""


def ended_periods(text: str, mentions: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """The mentions, with the days of the whole period on a date that closes one ("the quarter ended [1 August 2009]")."""
    out = list(mentions)
    for index, mention in enumerate(out):
        closed = _closed_by(text, out, index)
        if closed is not None and closed[1] is not None:
            fiscal = (
                mention.fiscal or FISCAL.search(text, max(0, mention.start - LONGEST_BRIDGE), mention.start) is not None
            )
            out[index] = replace(mention, first=closed[1], last=closed[2], fiscal=fiscal)
            before = out[index - 1] if index else None
            if before is not None and before.type == "DURATION" and closed[3] == before.start:
                out[index - 1] = replace(before, first=closed[1], last=closed[2])
                twin = _joined(text, out, index)
                days = interval(f"{twin.value}/{mention.value}") if twin is not None else None
                if twin is not None and days is not None:
                    out[index - 2] = replace(twin, first=days[0], last=days[1])
        elif mention.type == "DURATION" and mention.rule == "framed count" and index + 1 < len(out):
            opening = _opening(text, mention, out[index + 1])
            if opening is not None:
                out[index] = replace(mention, first=opening[1], last=opening[2])
        else:
            same = _twin(out, index)
            if same is not None:
                out[index] = replace(mention, first=same[1], last=same[2])
    return tuple(out)


def _closed_by(text: str, mentions: Sequence[TimeMention], index: int) -> Closed | None:
    """The period that the date at `index` closes."""
    mention = mentions[index]
    if mention.type != "DATE" or mention.value is None or mention.last is None:
        return None
    before = mentions[index - 1] if index else None
    reach = min(mention.start, before.end + LONGEST_BRIDGE) if before is not None and before.type == "DURATION" else 0
    if before is not None and before.value and reach == mention.start and CLOSES.match(text, before.end, reach):
        value, start = f"{before.value}/{mention.value}", before.start
    else:
        ends = "end" in text[max(0, mention.start - 18) : mention.start].lower()
        match = NAMED.search(text, max(0, mention.start - LONGEST_BRIDGE), mention.start) if ends else None
        if match is None:
            return None
        value, start = f"{LENGTH[match['unit'].lower()]}/{mention.value}", match.start()
    days = interval(value)
    return value, days[0] if days else None, mention.last, start


def periods(text: str, times: Timeline) -> list[PeriodSpan]:
    """The periods of a text, in text order: what a claim beside them can be about.

    Composed ones ("12-week trading period ended August 1, 2009" -> `P12W/2009-08-01`; "from 2010 to 2012" ->
    `2010/2012`) stand for the mentions in them; every other DATE with a value is a period of its own ("last year" ->
    `2011`, "fiscal 2013" -> `FY2013`). Durations without an end are none. `link.first` and `link.last` are None where
    the days are not known ("FY2013" without `fiscal_year_end`).

    >>> from factx.article import Article
    >>> from factx.document import Document
    >>> from factx.linking.timeline import timeline
    >>> from factx.options import Options
    >>> text = "Profit for the four months to 30 April 2009 fell."
    >>> times = timeline(Document(Article(text=text)), Options())
    >>> [(p.link.text, p.link.value, str(p.link.first)) for p in periods(text, times)]
    [('four months to 30 April 2009', 'P4M/2009-04-30', '2009-01-01')]
    """
    mentions = times.mentions
    out: list[PeriodSpan] = []
    for index, mention in enumerate(mentions):
        closed = _closed_by(text, mentions, index)
        if closed is not None:
            _add_closed(out, text, mentions, index, closed)
            continue
        if mention.type == "DURATION" and mention.rule == "framed count":
            framed = _framed(text, mentions, index)
            if framed is not None:
                out.append(framed)
            continue
        if out and index in out[-1].mentions:
            continue
        if mention.type not in ("DATE", "TIME") or mention.value is None:
            continue
        previous = mentions[index - 1] if index else None
        if previous is not None and out and out[-1].mentions == (index - 1,):
            joined = _range(text, previous, mention)
            if joined is not None:
                out[-1] = PeriodSpan(previous.start, mention.end, joined, (index - 1, index))
                continue
        start = mention.start + _article(text[mention.start : mention.end])
        twin_days = _twin(mentions, index)
        value = twin_days[0] if twin_days is not None else mention.value
        link = PeriodLink(text[start : mention.end], value, mention.first, mention.last)
        out.append(PeriodSpan(start, mention.end, link, (index,)))
    return out


def _add_closed(out: list[PeriodSpan], text: str, mentions: Sequence[TimeMention], index: int, closed: Closed) -> None:
    """The period that the date at `index` closes, in place of those inside it, and its twin."""
    mention = mentions[index]
    value, first, last, start = closed
    start += _article(text[start : mention.start])
    inside = (index - 1,) if index and mentions[index - 1].start >= start - 4 else ()
    while out and out[-1].start >= start - 4:
        out.pop()
    twin = _joined(text, mentions, index) if inside else None
    if twin is not None:
        both = f"{twin.value}/{mention.value}"
        days = interval(both)
        link = PeriodLink(text[twin.start : twin.end], both, days[0] if days else None, last)
        out.append(PeriodSpan(twin.start, twin.end, link, (index - 2,)))
    link = PeriodLink(text[start : mention.end], value, first, last)
    out.append(PeriodSpan(start, mention.end, link, (*inside, index)))


def _joined(text: str, mentions: Sequence[TimeMention], index: int) -> TimeMention | None:
    """The other of two durations that the date at `index` closes: "its 12-week and 24-week periods ended …" are two periods."""
    twin = mentions[index - 2] if index > 1 else None
    if twin is None or twin.type != "DURATION" or text[twin.end : mentions[index - 1].start] != " and ":
        return None
    return twin


def _framed(text: str, mentions: Sequence[TimeMention], index: int) -> PeriodSpan | None:
    """The past three years, the first nine months (of 2012)."""
    mention = mentions[index]
    start = mention.start + _article(text[mention.start : mention.end])
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    opening = _opening(text, mention, following) if following is not None else None
    if following is not None and opening is not None:
        return PeriodSpan(start, following.end, PeriodLink(text[start : following.end], *opening), (index, index + 1))
    if mention.first is None or mention.last is None:
        return None
    value = f"{mention.value}/{mention.last.isoformat()}"
    link = PeriodLink(text[start : mention.end], value, mention.first, mention.last)
    return PeriodSpan(start, mention.end, link, (index,))


def _opening(text: str, duration: TimeMention, year: TimeMention) -> tuple[str, date | None, date | None] | None:
    """(value, first, last) of "the first nine months of 2012", "the last two quarters of fiscal 2013"."""
    count = MONTHS.fullmatch(duration.value or "")
    side = SIDE.match(text, duration.start, duration.end)
    if (
        count is None
        or side is None
        or not OF.fullmatch(text, duration.end, year.start)
        or year.value is None
        or not YEAR.fullmatch(year.value)
    ):
        return None
    months = int(count[1]) * (3 if count[2] == "Q" else 1)
    if year.first is None or year.last is None or months > 12:
        return f"{duration.value}/{year.value}", None, None
    if side["last"]:
        return f"{duration.value}/{year.last.isoformat()}", add_months(year.first, 12 - months), year.last
    last = add_months(year.first, months) - timedelta(days=1)
    return f"{duration.value}/{last.isoformat()}", year.first, last


def _twin(mentions: Sequence[TimeMention], index: int) -> tuple[str, date, date] | None:
    """(value, first, last) of "the same period of 2011", "a year ago" behind "the first nine months of 2012"."""
    mention = mentions[index]
    if mention.rule not in TWIN_RULES or mention.value is None or not YEAR.fullmatch(mention.value):
        return None
    for before in mentions[max(0, index - TWINS) : index][::-1]:
        if before.type == "DURATION" and before.first is not None and before.last is not None:
            if MONTHS.fullmatch(before.value or "") is None:
                return None
            months = (int(mention.value[-4:]) - before.last.year) * 12
            try:
                first = add_months(before.first, months)
                last = add_months(before.last + timedelta(days=1), months) - timedelta(days=1)
            except (OverflowError, ValueError):
                return None
            return f"{before.value}/{last.isoformat()}", first, last
    return None


def _article(text: str) -> int:
    return 4 if text[:4].lower() == "the " else 0


def _range(text: str, first: TimeMention, second: TimeMention) -> PeriodLink | None:
    """From A to B, between A and B."""
    bridge = text[first.end : second.start]
    if len(bridge) > 9 or not SPAN.match(bridge) or first.value is None or second.value is None:
        return None
    opener = OPENER.search(text, max(0, first.start - 14), first.start)
    if opener is None or ("and" in bridge) != (opener[1].lower() == "between"):
        return None
    if first.first is None or second.last is None or first.first > second.last or len(first.value) != len(second.value):
        return None
    return PeriodLink(text[first.start : second.end], f"{first.value}/{second.value}", first.first, second.last)
