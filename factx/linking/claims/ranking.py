"""Which candidate an amount is about, which says what it is, and which is its period: the one with the most points, and how sure that is.

The points of a feature were learned from amounts that readers annotated (`training/claims.py`, docs/accuracy.md); they are whole
numbers, so that every machine chooses the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp

from factx import lexicon
from factx.linking.claims.candidates import Around, Candidate, described, named
from factx.linking.claims.period import Times
from factx.linking.claims.referents import NOBODY
from factx.linking.types import PeriodLink

__all__ = ["POINT", "QUESTIONS", "by_points", "is_read", "period_of", "repeats", "subject_of", "worded_of"]

POINT = 32
"""Points of one unit of log-odds."""
REPEATED = ("conversion", "restated")
"""Frames of what is the same amount once more: it is about the same."""
SHARE_PRICE = "share price"
QUESTIONS = ("subject", "what", "period")


@cache
def _points(question: str) -> dict[str, int]:
    column = 1 + QUESTIONS.index(question)
    return {row[0]: int(row[column]) for row in lexicon.rows("claim_points.tsv")}


def by_points(question: str, found: Sequence[Candidate]) -> Iterator[tuple[float, Candidate]]:
    """Candidates with how likely each is, the likeliest first; of equals the one that was found first."""
    points = _points(question).get
    scores = [sum([points(feature, 0) for feature in candidate.features]) for candidate in found]
    best = max(scores)
    shares = [exp((score - best) / POINT) for score in scores]
    whole = sum(shares)
    for index in sorted(range(len(found)), key=lambda i: -scores[i]):
        yield shares[index] / whole, found[index]


def repeats(around: Around) -> bool:
    """Is it the same sum or number once more: "$39m (€36m)", and not "by $39m, or 4%"?"""
    frame, amounts = around.frame, around.scene.amounts
    if frame.name not in REPEATED or frame.base is None:
        return False
    return (amounts[frame.base].currency is None) == (amounts[around.ref].currency is None)


def subject_of(around: Around, base: str | None) -> tuple[str | None, float]:
    """The subject of an amount, and how sure it is; `base`: that of the amount that it restates or is compared with.

    >>> import factx
    >>> factx.extract("Norvik paid $3m for a mill.").money[0].subject
    'Norvik'
    """
    if repeats(around):
        return base, 1.0
    for sure, candidate in by_points("subject", around.subjects(base)):
        text = named(around, base, candidate)
        if candidate.place == "none":
            return None, sure
        if text is not None and text.lower() not in NOBODY and len(text) > 1 and any(c.isalpha() for c in text):
            return text, sure
    return None, 0.0


def is_read(around: Around, worded: str | None, base: str | None) -> bool:
    """Is what an amount is no choice: of a number, of the same sum once more, and of what shares that of the amount before?"""
    shared = worded is not None and worded == base
    return around.kind != "money" or shared or worded == SHARE_PRICE or repeats(around)


def worded_of(around: Around, worded: str | None, base: str | None) -> tuple[str | None, float]:
    """What a sum of money is, and how sure it is; `worded`: by the rules of `what`, `base`: that of the amount before.

    >>> import factx
    >>> factx.extract("The market for gears is valued at $3m.").money[0].what
    'value'
    """
    if is_read(around, worded, base):
        return worded, 1.0
    for sure, candidate in by_points("what", around.kinds(worded)):
        text = described(around, candidate, worded)
        if text or candidate.place == "worded":
            return text, sure
    return worded, 0.0


def period_of(
    around: Around, times: Times, governing: PeriodLink | None, base: PeriodLink | None
) -> tuple[PeriodLink | None, float]:
    """The period of an amount, and how sure it is; `base`: that of the amount that it restates or is compared with.

    >>> import factx
    >>> factx.extract("In 2022, Norvik paid $3m for a mill that was built in 1990.").money[0].period.value
    '2022'
    """
    if base is not None and repeats(around):
        return base, 1.0
    options = times.options(around, governing, base)
    sure, chosen = next(by_points("period", [candidate for candidate, _ in options]))
    return next(link for candidate, link in options if candidate is chosen), sure
