"""What a figure is about, as far as its words tell: which of two figures in two texts may be the same one.

The links of a claim (what, metric, period) are used where both sides have them; what is None is unknown, never different.
Beside them stand the words around the figure, which need no linking to be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from factx import lexicon
from factx.comparison.words import NEGATIONS, content, is_number, stem, stems, words
from factx.records import Claim, NumericClaim

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["Topic", "Topics", "adjacent", "likeness", "same_time"]

NEAR = 8
"""Words before and behind a figure that count as near."""
CLOSE, BEGINNING = 60, 20
"""Characters from a figure, and from the start of its sentence, within which a time is certainly meant for it."""
LONGEST = 400
"""Characters of a sentence, on either side of the figure, that are looked at."""
NAME = re.compile(r"(?<![.!?:] )(?<!^)(?<![“\"‘'(])\b[A-Z][\w&'’-]*\w")
OPEN = frozenset(
    stem(row[0].replace("’", "'")) for row in lexicon.rows("modality.tsv") if row[2] in ("forecast", "conditional")
)
DENIALS = frozenset(stem(row[0].replace("’", "'")) for row in lexicon.rows("modality.tsv") if row[1] == "denial")
TIME = lexicon.words("months.tsv") | lexicon.words("weekdays.tsv")
FISCAL = re.compile(r"FY(\d{4})(.*)")


@dataclass(frozen=True, slots=True)
class Topic:
    """Of one claim: the telling words of its sentence, those near it, those of its description; those before it (the nearest
    first) and behind it, in order; the names in its sentence; its part in a change; whether the sentence looks ahead, or denies.
    """

    claim: Claim
    bag: frozenset[str]
    near: frozenset[str]
    what: frozenset[str]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    names: frozenset[str]
    role: str | None
    ahead: bool
    denies: bool


class Topics:
    """Makes the topics of the claims of one text; a sentence is read once."""

    def __init__(self, facts: Facts) -> None:
        self.text = facts.article.text
        self.own = frozenset(
            stem(form.form)
            for s in facts.speakers
            if s.id == facts.issuer_id
            for name in (s.name, *s.aliases)
            for form in words(name)
        )
        self._seen: dict[tuple[int, int], tuple[list[tuple[str, int]], frozenset[str]]] = {}

    def of(self, claim: Claim) -> Topic:
        """The topic of a claim of the text."""
        start, end = claim.sentence.start, claim.sentence.end
        start, end = max(start, claim.span.start - LONGEST), min(end, claim.span.end + LONGEST)
        row, names = self._sentence(start, end)
        before = [form for form, at in row if at < claim.span.start]
        behind = [form for form, at in row if at >= claim.span.end]
        around = [*before[-NEAR:], *behind[:NEAR]]
        told = {stem(form) for form in (*before, *behind)}
        unit = claim.unit if isinstance(claim, NumericClaim) else ""
        return Topic(
            claim=claim,
            bag=frozenset(stem(form) for form in (*before, *behind) if _telling(form)),
            near=frozenset(stem(form) for form in around if _telling(form)),
            what=frozenset(
                s for s in stems(f"{claim.what or ''} {claim.metric or ''} {unit or ''}") if not is_number(s)
            ),
            before=_row(reversed(before)),
            behind=_row(behind),
            names=names,
            role=_role(claim),
            ahead=_looks_ahead([form for form, _ in row]),
            denies=any(form in NEGATIONS for form in (*before, *behind)) or not told.isdisjoint(DENIALS),
        )

    def _sentence(self, start: int, end: int) -> tuple[list[tuple[str, int]], frozenset[str]]:
        found = self._seen.get((start, end))
        if found is None:
            text = self.text[start:end]
            names = {stem(w.form) for name in NAME.findall(text) if name.lower() not in TIME for w in words(name)}
            found = ([(word.form, word.start) for word in words(self.text, start, end)], frozenset(names - self.own))
            self._seen[(start, end)] = found
        return found


def _row(forms: Iterable[str]) -> tuple[str, ...]:
    """The stems of the nearest telling words, each number among them as "#"."""
    return tuple("#" if is_number(form) else stem(form) for form in forms if content(form) or is_number(form))[:NEAR]


def _looks_ahead(forms: list[str]) -> bool:
    """Does a word say that something is expected, or conditional? A plan is a thing as often; "plans to" is not."""
    return any(
        stem(form) in OPEN and (stem(form) != "plan" or following == "to") for form, following in pairwise([*forms, ""])
    )


def _telling(form: str) -> bool:
    return content(form) and not is_number(form)


def _role(claim: Claim) -> str | None:
    change = claim.change
    if change is None:
        return None
    return (
        "from"
        if change.from_ == claim.id
        else "to"
        if change.to == claim.id
        else "by"
        if change.by == claim.id
        else None
    )


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two topics are: the words of the sentences, those near the figures, the descriptions (None: not known),
    each 0 to 1; `all`: in one number. `metric`: are the metrics the same (None: not known)?"""

    bag: float
    near: float
    what: float | None
    metric: bool | None
    all: float


def likeness(told: Topic, said: Topic) -> Likeness:
    """Of a claim of the report to one of the source."""
    bag = _overlap(told.bag, said.bag)
    # The words near one figure may stand anywhere in the other's sentence.
    shared = len(told.near & said.bag) + len(said.near & told.bag)
    size = len(told.near) + len(said.near)
    near = shared / size if size else 0.0
    what = _overlap(told.what, said.what) if told.what and said.what else None
    metric = None if told.claim.metric is None or said.claim.metric is None else told.claim.metric == said.claim.metric
    beside = 0.05 * min(2, adjacent(told, said))
    score = max(0.4 * bag + 0.6 * near, 0.5 * what + 0.5 * near if what is not None else 0.0)
    if metric:
        score = max(score, 0.6 + 0.4 * near)
    elif metric is False:
        score -= 0.3
    if told.role is not None and said.role is not None and told.role != said.role:
        score -= 0.25
    return Likeness(bag, near, what, metric, max(0.0, min(1.0, score + beside)))


def adjacent(told: Topic, said: Topic) -> int:
    """How many telling words, counted outwards from the figures, are the same, on both sides together."""
    return _run(told.before, said.before) + _run(told.behind, said.behind)


def _run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    end = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return sum(word != "#" for word in a[:end])


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Part of the smaller set that is in the other; sets of one or two words cannot be wholly alike."""
    return len(a & b) / max(3, min(len(a), len(b)))


def same_time(told: Claim, said: Claim) -> Literal["same", "other", "unknown"]:
    """Are the periods of two claims the same? "other" only where both sentences name them, and they have no day in common."""
    a, b = told.period, said.period
    if a is None or b is None or not a.value or not b.value:
        return "unknown"
    if a.value == b.value:
        return "same"
    if a.text.casefold() == b.text.casefold() or not (_names_time(told) and _names_time(said)):
        return "unknown"  # "today" of two texts, or a time that is only inferred
    one, two = FISCAL.fullmatch(a.value), FISCAL.fullmatch(b.value)
    if one and two:
        return "other"
    if one or two:
        return _fiscal_against_calendar(one, two, a.start, b.start)
    if a.value.startswith("../") and b.value.startswith("../") and len(a.value) == len(b.value):
        return "other"  # "by 2026", "by 2030"
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return "unknown"
    return "other" if a.end < b.start or b.end < a.start else "same"


def _names_time(claim: Claim) -> bool:
    """Does the sentence name the time close to the figure, or begin with it?"""
    if claim.period is None:
        return False
    at = claim.span.start - claim.sentence.start
    places = (match.start() for match in re.finditer(re.escape(claim.period.text), claim.sentence.text))
    return any(place <= BEGINNING or abs(place - at) <= CLOSE for place in places)


def _fiscal_against_calendar(
    one: re.Match[str] | None, two: re.Match[str] | None, a: date | None, b: date | None
) -> Literal["other", "unknown"]:
    """A fiscal year can begin in the calendar year before or after: only two years apart are certainly not the same."""
    fiscal, day = (one, b) if one else (two, a)
    if fiscal is None or day is None:
        return "unknown"
    return "other" if abs(int(fiscal[1]) - day.year) >= 2 else "unknown"
