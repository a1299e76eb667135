"""Reported speech: whether the source has somebody say so, in whatever words.

What is compared is the words that say something of their own, by their stems. Reported speech leaves out and rewords by
its nature, so little is called wrong here: that the report denies what the source says, in words that are else the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.comparison.align import align
from factx.comparison.finding import Sides, cut, draft
from factx.comparison.model import Finding
from factx.comparison.words import NEGATIONS, content, is_number, stem, words

if TYPE_CHECKING:
    from factx.comparison.heard import Heard
    from factx.comparison.voices import Voices
    from factx.facts import Facts
    from factx.records import Quote

__all__ = ["judge_reported"]

TAKEN_UP, LIKE = 0.6, 0.4
"""Share of the telling words that the source must have in one place."""
NEAR_VERBATIM = 0.85
LONGEST = 240
"""Words of the report that are looked at."""


def judge_reported(quote: Quote, report: Facts, heard: Heard, voices: Voices) -> Finding | None:
    """The finding for an indirect quote of the report; None for one without words."""
    row = [word for span in quote.spans for word in words(report.article.text, span.start, span.end)][:LONGEST]
    if not row:
        return None
    forms = [word.form for word in row]
    same = heard.stream.exact(forms, limit=1)
    if same:
        start, end = heard.stream.span(same[0], same[0] + len(forms))
        found = heard.quote_at(start, end)
        sides = Sides(quote.spans, [cut(heard.facts.article.text, start, end)], quote.id, found.id if found else None)
        if found is not None and found.kind == "direct":
            return draft("quote", "paraphrased", "the source has the same words, in direct speech", sides, 0.9)
        return draft("quote", "verbatim", "the source has the same words", sides, 0.9)
    best = _best(forms, heard)
    if best is None or best[0] < LIKE:
        reason = "the source has nobody say this in words that are much like these; it may say so in others"
        return draft("quote", "not found", reason, Sides(quote.spans, report_id=quote.id), 0.3)
    coverage, start, end = best
    return _taken_up(quote, coverage, (start, end), forms, report, heard, voices)


def _best(forms: list[str], heard: Heard) -> tuple[float, int, int] | None:
    """The stretch of the source that has most of the telling words: their share, and its first and last word."""
    wanted = {stem(form) for form in forms if content(form) or is_number(form)}
    if len(wanted) < 2:
        return None
    best: tuple[float, int, int] | None = None
    for start, end in heard.stream.windows(forms):
        found = align(heard.stream.forms[start:end], forms)
        low = start + max(0, found.start - 4)
        high = min(end, start + max(found.end, found.start + len(forms)) + 4)
        if not found.longest:
            low, high = start, end
        hits = [at for at in range(low, high) if stem(heard.stream.forms[at]) in wanted]
        coverage = len({stem(heard.stream.forms[at]) for at in hits}) / len(wanted)
        if hits and (best is None or coverage > best[0]):
            best = (coverage, hits[0], hits[-1] + 1)
    return best


def _taken_up(
    quote: Quote, coverage: float, where: tuple[int, int], forms: list[str], report: Facts, heard: Heard, voices: Voices
) -> Finding:
    start, end = heard.stream.span(*where)
    source = [cut(heard.facts.article.text, min(start, end), max(start, end))]
    found = heard.quote_at(start, end)
    said = heard.facts.speaker(found) if found is not None else None
    relation = voices.relation(report.speaker(quote), said)
    sides = Sides(quote.spans, source, quote.id, found.id if found else None)
    there = heard.stream.forms[where[0] : where[1]]
    denied = (sum(form in NEGATIONS for form in there) - sum(form in NEGATIONS for form in forms)) % 2
    if coverage < TAKEN_UP:
        reason = "the source has some of these words in one place; whether it says this cannot be told from them"
        return draft("quote", "unclear", reason, sides, 0.3)
    if denied:
        if coverage >= NEAR_VERBATIM and relation != "other":
            reason = "the words are nearly those of the source, but only one of the two denies it"
            return draft("quote", "altered", reason, sides, 0.65, flags=["negation"])
        reason = "the source says something like this, and one of the two may deny it"
        return draft("quote", "unclear", reason, sides, 0.4, flags=["negation"])
    if relation == "other":
        assert said is not None
        reason = f"the source has {said.name} say something like this"
        return draft("quote", "unclear", reason, sides, 0.4, flags=["speaker"])
    how = "in direct speech" if found is not None and found.kind != "indirect" else "in much the same words"
    reason = f"the source says this {how}" + (f", by {said.name}" if said is not None and relation == "same" else "")
    return draft("quote", "paraphrased", reason, sides, min(0.9, coverage))
