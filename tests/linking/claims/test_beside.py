"""What is done to guidance, as told beside its amount: each row's example is read as such, its counter-example is not."""

from __future__ import annotations

import pytest

import factx
from factx.linking.claims.beside import BESIDE, Beside

FALSE = (
    "Sales were [$5m], well below what it projected in October.",
    "Analysts expect sales of [$5m], higher than previously indicated.",
    "Bolt expects a loss of [$5m], higher than previously indicated.",
    "Bolt expects to pay [$5m], more than it paid in 2023.",
    "Last year, sales of [$5m] were higher than we had expected.",
    "Bolt expects sales of [$5m], $1m below its previous record.",
    "Bolt expects sales of [$5m], up 12% at the midpoint.",
    "If sales fall to [$5m], lower than previously indicated, Bolt will close the mill.",
    "Sales rose to [$5m], an increase of 10% on the year.",
)


def _guidance(marked: str) -> str | None:
    facts = factx.extract(marked.replace("[", "").replace("]", ""), published="2024-05-07")
    return next(c.guidance for c in (*facts.money, *facts.numbers) if c.span.start == marked.index("["))


@pytest.mark.parametrize("row", BESIDE, ids=[row.name for row in BESIDE])
def test_example_tells(row: Beside) -> None:
    assert _guidance(row.example) == row.action


@pytest.mark.parametrize("row", BESIDE, ids=[row.name for row in BESIDE])
def test_counter_example_does_not(row: Beside) -> None:
    assert _guidance(row.counter) is None


@pytest.mark.parametrize("marked", FALSE)
def test_what_is_no_guidance(marked: str) -> None:
    assert _guidance(marked) is None
