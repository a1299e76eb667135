"""What forecasts take over from the sentences before: each row's examples do, its counter-examples do not."""

from __future__ import annotations

import pytest

import factx
from factx.linking.claims.carried import CARRIED

ANCHOR = "2024-05-07"
EXAMPLES = [(row.name, text) for row in CARRIED for text in (*row.examples, *row.counters)]


@pytest.mark.parametrize(("name", "marked"), EXAMPLES, ids=[f"{name}: {text[:60]}" for name, text in EXAMPLES])
def test_rows_of_what_is_carried_over(name: str, marked: str) -> None:
    text, _, told = marked.rpartition(" ->")
    field, _, wanted = told.strip().partition(" ")
    start = text.index("[")
    facts = factx.extract(text.replace("[", "").replace("]", ""), published=ANCHOR)
    claim = next(c for c in (*facts.money, *facts.numbers) if c.span.start == start)
    found = getattr(claim, field)
    assert (found.value if field == "period" and found is not None else found) == (wanted or None)


def test_every_row_has_examples() -> None:
    assert all(row.examples and row.counters for row in CARRIED)
