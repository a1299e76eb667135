"""Do an article's claims agree with each other?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["Inconsistency", "inconsistencies"]


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Two claims (ids) on the same thing that differ, and why that is worth a look."""

    first: str
    second: str
    reason: str


def inconsistencies(facts: Facts) -> list[Inconsistency]:
    """Pairs of claims that differ; empty where there is none."""
    return []
