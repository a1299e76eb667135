"""Which candidate an amount is about, which says what it is, and which is its period: the one with the most points, and how sure that is.

The points of a feature were learned from amounts that readers annotated (`training/claims.py`, docs/accuracy.md); they are whole
numbers, so that every machine chooses the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from math import exp
from typing import TypeVar

from factx import lexicon
from factx.linking.claims.around import Around, Candidate
from factx.linking.claims.candidates import described, kinds, named, subjects
from factx.linking.claims.period import Times
from factx.linking.claims.referents import NOBODY
from factx.linking.types import PeriodLink

Answer = TypeVar("Answer", bound=Hashable)

__all__ = [
    "POINT",
    "QUESTIONS",
    "by_points",
    "chosen",
    "is_read",
    "period_of",
    "points_of",
    "repeats",
    "subject_of",
    "worded_of",
]

POINT = 32
"""Points of one unit of log-odds."""
MINOR = 0.1
"""Share of a candidate that is not asked what it says."""
GUESS = 0.3
"""Below this share, more subjects that were chosen were wrong than right: none is better than a guess."""
REPEATED = ("conversion", "restated")
"""Frames of what is the same amount once more: it is about the same."""
SHARE_PRICE = "share price"
QUESTIONS = ("subject", "what", "period")


def points_of(question: str) -> Mapping[str, int]:
    """feature -> points, of one question."""
    return lexicon.points("claim_points.tsv", 1 + QUESTIONS.index(question), 1 + len(QUESTIONS))


def by_points(question: str, found: Sequence[Candidate]) -> Iterator[tuple[float, Candidate]]:
    """Candidates with how likely each is, the likeliest first; of equals the one that was found first."""
    points = points_of(question).get
    scores = [sum(filter(None, map(points, candidate.features))) for candidate in found]
    best = max(scores)
    shares = [exp((score - best) / POINT) for score in scores]
    whole = sum(shares)
    for index in sorted(range(len(found)), key=lambda i: -scores[i]):
        yield shares[index] / whole, found[index]


def chosen(
    question: str, found: Sequence[Candidate], answer: Callable[[Candidate], tuple[bool, Answer]]
) -> tuple[Answer | None, float]:
    """The answer that has most of the shares, and how many: "the firm" and the issuer may be one. `answer`: is it one, and which."""
    shares: dict[Answer, float] = {}
    whole = 1.0
    for share, candidate in by_points(question, found):
        if shares and share < MINOR:
            break
        valid, text = answer(candidate)
        if valid:
            shares[text] = shares.get(text, 0.0) + share
        else:
            whole -= share
    if not shares:
        return None, 0.0
    best = max(shares, key=lambda text: shares[text])
    return best, min(1.0, shares[best] / max(whole, MINOR))


def repeats(around: Around) -> bool:
    """Is it the same sum or number once more: "$39m (€36m)", and not "by $39m, or 4%"?"""
    frame, amounts = around.frame, around.scene.amounts
    if frame.name not in REPEATED or frame.base is None:
        return False
    return (amounts[frame.base].currency is None) == (amounts[around.ref].currency is None)


def is_read(around: Around, worded: str | None, base: str | None) -> bool:
    """Is what an amount is no choice: of a number, of the same sum once more, and of what shares that of the amount before?"""
    shared = worded is not None and worded == base
    return around.kind != "money" or shared or worded == SHARE_PRICE or repeats(around)


def subject_of(around: Around, base: str | None) -> tuple[str | None, float]:
    """The subject of an amount, and how sure it is; `base`: that of the amount that it restates or is compared with.

    >>> import factx
    >>> factx.extract("Norvik paid $3m for a mill.").money[0].subject
    'Norvik'
    """
    if repeats(around):
        return base, 1.0

    def answer(candidate: Candidate) -> tuple[bool, str | None]:
        text = named(around, base, candidate)
        somebody = text is not None and text.lower() not in NOBODY and len(text) > 1 and any(c.isalpha() for c in text)
        return somebody or candidate.place == "none", text

    text, sure = chosen("subject", subjects(around, base), answer)
    return (text if sure >= GUESS else None), sure


def worded_of(around: Around, worded: str | None, base: str | None) -> tuple[str | None, float]:
    """What a sum of money is, and how sure it is; `worded`: by the rules of `what`, `base`: that of the amount before.

    >>> import factx
    >>> factx.extract("The market for gears is valued at $3m.").money[0].what
    'value'
    """
    if is_read(around, worded, base):
        return worded, 1.0

    def answer(candidate: Candidate) -> tuple[bool, str | None]:
        text = described(around, candidate, worded)
        return bool(text) or candidate.place == "worded", text

    return chosen("what", kinds(around, worded), answer)


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
    links = {id(candidate): link for candidate, link in options}
    first: dict[str | None, PeriodLink | None] = {}

    def answer(candidate: Candidate) -> tuple[bool, str | None]:
        link = links[id(candidate)]
        value = None if link is None else link.value
        first.setdefault(value, link)
        return True, value

    value, sure = chosen("period", [candidate for candidate, _ in options], answer)
    return first.get(value), sure
