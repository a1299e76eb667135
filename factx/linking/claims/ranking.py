"""Which candidate an amount is about, which says what it is, and which is its period: the one with the most points, and how sure that is.

The points of a feature were learned from amounts that readers annotated (`training/claims.py`, docs/accuracy.md); they are whole
numbers, so that every machine chooses the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from math import exp

from factx import lexicon
from factx.linking.claims.answers import POINT, Told, weighed
from factx.linking.claims.around import Around, Candidate
from factx.linking.claims.candidates import described, kinds, named, subjects
from factx.linking.claims.period import Times
from factx.linking.claims.referents import NOBODY
from factx.linking.types import PeriodLink

__all__ = [
    "QUESTIONS",
    "WEIGHED",
    "answer_points_of",
    "chosen",
    "is_read",
    "likeliest",
    "period_of",
    "points_of",
    "repeats",
    "subject_of",
    "worded_of",
]

MINOR = 0.04
"""Share of a candidate that is not asked what it says."""
MOST = 6
"""Answers that are weighed once more."""
SURE = 0.9
"""Share of an answer that nothing is held against."""
GUESS = 0.2
"""Below this share, more subjects that were chosen were wrong than right: none is better than a guess."""
REPEATED = ("conversion", "restated")
"""Frames of what is the same amount once more: it is about the same."""
SHARE_PRICE = "share price"
QUESTIONS = ("subject", "what", "period")
WEIGHED = ("subject of sums", "subject of numbers", "what of sums")
"""Questions whose answers are weighed once more."""


def points_of(question: str) -> Mapping[str, int]:
    """feature of a candidate -> points, of one question."""
    return lexicon.points("claim_points.tsv", 1 + QUESTIONS.index(question), 1 + len(QUESTIONS))


@cache
def role_points_of(question: str) -> dict[str, dict[str, int]]:
    """role -> what it is crossed with -> points, of one question."""
    return by_role(points_of(question))


def by_role(points: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """The points of features that begin alike.

    >>> by_role({"topic|money": 2, "topic": 1, "issuer": 3})
    {'topic': {'|money': 2, '': 1}, 'issuer': {'': 3}}
    """
    out: dict[str, dict[str, int]] = {}
    for feature, value in points.items():
        role, bar, rest = feature.partition("|")
        out.setdefault(role, {})[bar + rest] = value
    return out


def answer_points_of(question: str) -> Mapping[str, int]:
    """feature of an answer -> points, of one of `WEIGHED`."""
    return lexicon.points("answer_points.tsv", 1 + WEIGHED.index(question), 1 + len(WEIGHED))


def scores_of(
    found: Sequence[Candidate], points: Mapping[str, int], roles: Mapping[str, Mapping[str, int]]
) -> list[int]:
    """The points of candidates; what roles are crossed with is looked up only for those that any was learned of."""
    out = []
    for candidate in found:
        score = sum(filter(None, map(points.get, candidate.features)))
        for role in candidate.roles:
            known = roles.get(role)
            if known is not None:
                score += sum(filter(None, map(known.get, candidate.crossed)))
        out.append(score)
    return out


def by_points(question: str, found: Sequence[Candidate]) -> Iterator[tuple[float, Candidate]]:
    """Candidates with how likely each is, the likeliest first; of equals the one that was found first."""
    scores = scores_of(found, points_of(question), role_points_of(question))
    best = max(scores)
    whole = sum([exp((score - best) / POINT) for score in scores])
    for index in sorted(range(len(found)), key=scores.__getitem__, reverse=True):
        yield exp((scores[index] - best) / POINT) / whole, found[index]


def likeliest(
    question: str, found: Sequence[Candidate], answer: Callable[[Candidate], tuple[bool, str | None]]
) -> list[Told]:
    """The answers that have most of the shares: "the firm" and the issuer may be one. `answer`: is a candidate one, and which."""
    told: dict[str | None, Told] = {}
    whole = 1.0
    for share, candidate in by_points(question, found):
        if told and share < MINOR:
            break
        valid, text = answer(candidate)
        if valid:
            one = told.setdefault(text, Told(text, 0.0))
            one.share += share
            one.places.append(candidate.place)
        else:
            whole -= share
    for one in told.values():
        one.share = min(1.0, one.share / max(whole, MINOR))
    return sorted(told.values(), key=lambda one: -one.share)[:MOST]


def chosen(question: str, around: Around, told: Sequence[Told], other: str | None = None) -> tuple[str | None, float]:
    """The best of the likeliest answers, and how sure it is; `other`: what the amount is, where that is known."""
    if not told:
        return None, 0.0
    asked = f"{question} of {'sums' if around.kind == 'money' else 'numbers'}"
    if asked not in WEIGHED or len(told) == 1 or told[0].share >= SURE:
        return told[0].text, told[0].share
    text, share = weighed(answer_points_of(asked), around, told, other)
    return text, share * min(1.0, sum(one.share for one in told))


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


def subject_of(around: Around, base: str | None, what: str | None) -> tuple[str | None, float]:
    """The subject of an amount, and how sure it is; `base`: that of the amount that it restates or is compared with,
    `what`: what it is.

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

    text, sure = chosen("subject", around, likeliest("subject", subjects(around, base), answer), what)
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

    return chosen("what", around, likeliest("what", kinds(around, worded), answer))


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

    value, sure = chosen("period", around, likeliest("period", [candidate for candidate, _ in options], answer))
    return first.get(value), sure
