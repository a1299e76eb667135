"""The figures that a reader looks for first: each once, with its change, its period and its guidance on one line.

>>> from factx import extract
>>> facts = extract("Bolt's revenue rose 8% to £58m in 2023 from £53.7m. It has 40 shops. Revenue of £58m is a record.")
>>> [line(figure) for figure in key_figures(facts)]
['revenue £58m, up 8% from £53.7m, 2023', 'has shops 40 shops']
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.output import wording
from factx.output.timex import timex
from factx.output.totals import told_claims
from factx.records import MonetaryClaim, NumericClaim

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Claim

__all__ = ["KeyFigure", "key_figures", "line"]

ASIDE = frozenset({"boilerplate", "footer"})
"""Sections whose figures describe the company and not the news."""


@dataclass(slots=True)
class KeyFigure:
    """A figure, told once. `claim`: where it is told best; `again`: its other places; `change`: "up 8% from £53.7m"."""

    claim: Claim
    name: str
    change: str
    again: list[Claim] = field(default_factory=list)

    @property
    def places(self) -> int:
        """How many times the text has it."""
        return 1 + len(self.again)


def key_figures(facts: Facts) -> list[KeyFigure]:
    """Headline metrics and money first, counts last; what only says by how much or from what another changed is told there."""
    claims = [claim for claim in told_claims(facts) if claim.section not in ASIDE]
    words = {claim.id: wording.amount(claim) for claim in claims}
    told = _told_elsewhere(claims)
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.id not in told:
            groups.setdefault(_sameness(claim), []).append(claim)
    figures = []
    for same in groups.values():
        best = max(same, key=lambda claim: _tells(claim, words))
        again = [claim for claim in same if claim is not best]
        if best.period is None and not wording.meaning(best):
            continue  # a bare figure tells nobody anything
        figures.append(KeyFigure(best, wording.meaning(best), wording.change(best, words), again))
    return sorted(figures, key=lambda figure: _rank([figure.claim, *figure.again]))


def line(figure: KeyFigure) -> str:
    """The figure on one line: "revenue £58m, up 8 % from £53.7m, Q1 2024"."""
    claim = figure.claim
    status = wording.modality(claim)
    guidance = f"guidance {claim.guidance}" if claim.guidance else ""
    bare = figure.change in ("up", "down", "unchanged")
    first = " ".join(filter(None, (figure.name, figure.change if bare else "", wording.amount(claim))))
    return ", ".join(filter(None, (first, "" if bare else figure.change, when(claim), status, guidance)))


def when(claim: Claim) -> str:
    """The period by its days or its name ("fiscal Q2 2024"), else in the text's words."""
    period = claim.period
    if period is None:
        return ""
    if (period.value or "").startswith("FY") or period.start is None or period.end is None:
        return timex(period.value or "") or " ".join(period.text.split())
    return wording.days(period.start, period.end)


def _told_elsewhere(claims: Iterable[Claim]) -> set[str]:
    """Ids of figures that stand on the line of the figure that they lead to."""
    ids = {claim.id for claim in claims}
    told: set[str] = set()
    for claim in claims:
        change = claim.change
        if change is not None and change.to in ids:
            told.update(one for one in (change.by, change.from_) if one in ids and one != change.to)
    return told


def _sameness(claim: Claim) -> tuple[object, ...]:
    unit = claim.currency if isinstance(claim, MonetaryClaim) else ""
    if isinstance(claim, NumericClaim):
        unit = claim.unit_name or claim.unit or ""
    name = claim.metric or wording.meaning(claim).lower()
    return claim.low, claim.high, claim.comparator, unit, claim.per, name, claim.modality


def _tells(claim: Claim, words: dict[str, str]) -> tuple[int, float]:
    """How much a place tells: its change and its period, and how sure it is."""
    return bool(wording.change(claim, words)) + (claim.period is not None), claim.confidence


def _rank(claims: list[Claim]) -> tuple[int, bool, int]:
    """Metrics of the headline, metrics, money, rates, counts; those of the headline first within each; then by place."""
    first = claims[0]
    money, counts = isinstance(first, MonetaryClaim), isinstance(first, NumericClaim) and first.dimension == "count"
    in_head = any(claim.section == "headline" for claim in claims)
    kind = 0 if first.metric and in_head else 1 if first.metric else 2 if money else 4 if counts else 3
    return kind, not in_head, min(claim.span.start for claim in claims)
