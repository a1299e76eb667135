"""The period of a forecast: that of its guidance, of its sentence, of its year, or of what stands over it; none where that is unclear.

Points that were learned (`period`) have chosen among the times of a sentence; here is what they leave open, or cannot be: a period that is over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from factx.linking.claims.forecasts import Forecasts
from factx.linking.claims.guidance import is_expected_now
from factx.linking.claims.guided import VIEWS, guided_noun
from factx.linking.claims.outlook import OLD, is_past
from factx.linking.claims.period import governs
from factx.linking.claims.replaced import is_before
from factx.linking.types import PeriodLink

__all__ = ["fill_period"]

YEARLY = re.compile(rf"\b(full[- ]year|annual(?=(?: [\w-]+){{0,4}} (?:{'|'.join(sorted(VIEWS))})\b))\b", re.IGNORECASE)
ANNUAL = re.compile(r"\b(annual) (?:[\w-]+ ){1,4}(?:growth )?(?:of|at|to|between)\s*$", re.IGNORECASE)
"""In front of a new forecast: "it now sees annual revenue of"."""
QUARTER = re.compile(r"\d{4}-[QH]\d")
YEAR = re.compile(r"(?:FY)?\d{4}|P1Y/.*")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NO_TIME = ("PRESENT_REF", "PAST_REF", "P1Y", "P1M", "P3M", "P1D")
REACH = 250
"""Characters before an amount in which "full-year" is said of it."""
FAR_OFF = re.compile(r"\b(?:(?:mid|medium|long|longer)[- ]term|over the (?:life|course|cycle))\b", re.IGNORECASE)
"""A forecast of no period: "its long-term margin target"."""


def fill_period(page: Forecasts, ref: int) -> None:
    """Give a forecast the period that it lacks."""
    own = _of_noun(page, ref)
    if own is not None:
        page.set(ref, period=own)
        return
    period = page.out[ref].period
    if (
        period is not None
        and period.value == "P1Y"
        and period.text.lower().endswith("the year")
        and page.is_guided(ref)
    ):
        period = _year(page, period.text) or period  # "its sales target for the year"
        page.set(ref, period=period)
    written = period is not None and any(moment.link.text == period.text for moment in page.scene.times)
    if period is not None and written and page.is_guided(ref):
        period = _ahead(page, period)
        page.set(ref, period=period)
    earlier = written and is_before(page, ref)  # "It had guided to $5m for 2024"
    if page.is_guided(ref) and (period is None or (_is_foreign(page, period) and not earlier)):
        page.set(ref, period=_opening(page, ref) or _of_year(page, ref) or _told_period(page, ref))


def _ahead(page: Forecasts, period: PeriodLink) -> PeriodLink:
    """A forecast's "fourth quarter" that is long over is that of a year later."""
    moments = page.outlook.moments
    named = QUARTER.fullmatch(period.value or "") is not None and not any(char.isdigit() for char in period.text)
    if not named or not is_past(period, moments, OLD) or period.first is None or period.last is None:
        return period
    first, last = period.first.replace(year=period.first.year + 1), period.last.replace(year=period.last.year + 1)
    later = replace(period, value=f"{first.year:04}{(period.value or '')[4:]}", first=first, last=last)
    return period if is_past(later, moments) else later


def _is_foreign(page: Forecasts, period: PeriodLink) -> bool:
    """Can a period not be that of guidance: is it over, or the day on which guidance is told?"""
    moments = page.outlook.moments
    if any(moment.link.text == period.text for moment in page.scene.times):
        today = DAY.match(period.value or "") is not None and period.first == moments.published
        return today or is_past(period, moments, timedelta() if DAY.match(period.value or "") else OLD)
    return is_past(period, moments)


def _opening(page: Forecasts, ref: int) -> PeriodLink | None:
    """The one time of the sentence, where it stands before its first amount: "Looking ahead to the fourth quarter, it sees $5m"."""
    scene, moments = page.scene, page.outlook.moments
    spans = [moment for moment in scene.times if _is_span(moment.link)]
    first = min(scene.amounts[r].start for r in page.frames)
    if len(spans) != 1 or spans[0].start > first or page.frames[ref].name == "comparison":
        return None
    period = _ahead(page, spans[0].link)
    return None if is_past(period, moments) or not governs(period) else period


def _of_noun(page: Forecasts, ref: int) -> PeriodLink | None:
    """The one period that stands with the guidance: "reduced its outlook for 2025 sales to $5m and pulled its 2027 target"."""
    scene, noun = page.scene, guided_noun(page.scene, page.frames[ref])
    if noun is None or noun > page.frames[ref].node or page.frames[ref].name == "comparison":
        return None
    inside = set(scene.tree.inside(noun))
    found = [i for i, when in enumerate(scene.when) if when in inside and governs(scene.times[i].link)]
    return scene.times[found[0]].link if len(found) == 1 and len(scene.times) > 1 else None


def _told_period(page: Forecasts, ref: int) -> PeriodLink | None:
    """That of the guidance told before, where the sentence names no time of its own."""
    scene, sentence = page.scene, page.scene.sentence
    text = scene.document.text[sentence.start : sentence.end]
    if FAR_OFF.search(text) or any(not _is_foreign(page, m.link) and _is_span(m.link) for m in scene.times):
        return None
    for told in page.over:
        if told.stated and not told.refs:
            return None  # results stand between
        if told.period is not None:
            return told.period if page.one_company(ref, told) else None
    return None


def _is_span(link: PeriodLink) -> bool:
    """Is a time one that a forecast can be about: no "now", no day?"""
    value = link.value or ""
    return (value[:1].isdigit() and DAY.match(value) is None) or (
        value.startswith(("P", "FY")) and value not in NO_TIME
    )


def _of_year(page: Forecasts, ref: int) -> PeriodLink | None:
    """The year of "full-year revenue", "its annual profit guidance": that of the guidance told before, else the year of publication."""
    scene = page.scene
    start, end = scene.sentence.start, scene.amounts[ref].phrase_start
    found = list(YEARLY.finditer(scene.document.text, max(start, end - REACH), end))
    annual = ANNUAL.search(scene.document.text, max(start, end - REACH), end)
    frame = page.frames[ref]
    if not found and annual and (is_expected_now(scene, frame) or guided_noun(scene, frame) is not None):
        found = [annual]
    if not found or any(_is_span(moment.link) for moment in scene.times):
        return None
    between = (r for r in page.frames if found[-1].end() <= scene.amounts[r].start < end)
    if any(page.out[r].modality != "forecast" for r in between):
        return None
    return _year(page, found[-1][1])


def _year(page: Forecasts, text: str) -> PeriodLink | None:
    """The year of the guidance told before, else that of publication."""
    for told in page.over:
        if told.period is not None and YEAR.fullmatch(told.period.value or ""):
            return told.period
    published = page.outlook.moments.published
    if published is None:
        return None
    year = published.year
    return PeriodLink(text, f"{year:04}", date(year, 1, 1), date(year, 12, 31))
