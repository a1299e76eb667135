"""Parts of a stretch of time: thirds and edges."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.values.calendar import edge, interval, part_of

PARTS = ("START", "MID", "END")


@given(st.dates(date(1000, 1, 1), date(2900, 1, 1)), st.integers(0, 40_000))
def test_parts_cover_the_whole_once_and_in_order(first: date, length: int) -> None:
    whole = (first, first + timedelta(days=length))
    early, middle, late = (part_of(whole, mod) for mod in PARTS)
    if length < 2:
        assert early == middle == late == whole
        return
    assert (early[0], late[1]) == whole
    assert early[1] + timedelta(days=1) == middle[0] <= middle[1]
    assert middle[1] + timedelta(days=1) == late[0]


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [
        ("2024-03", "START", "2024-03-01", "2024-03-10"),
        ("2024-03", "MID", "2024-03-11", "2024-03-20"),
        ("2023-02", "END", "2023-02-21", "2023-02-28"),
        ("2024", "MID", "2024-05-01", "2024-08-31"),
        ("2024-Q3", "END", "2024-09-01", "2024-09-30"),
        ("199X", "START", "1990-01-01", "1993-12-31"),
        ("19XX", "END", "1967-01-01", "1999-12-31"),
        ("2024-W10", "START", "2024-03-04", "2024-03-05"),
        ("2024-W10", "END", "2024-03-07", "2024-03-10"),
    ],
)
def test_thirds(value: str, mod: str, first: str, last: str) -> None:
    whole = interval(value)
    assert whole is not None
    assert part_of(whole, mod) == (date.fromisoformat(first), date.fromisoformat(last))


def test_edges_are_one_day() -> None:
    whole = (date(2024, 6, 1), date(2024, 6, 30))
    assert edge(whole, "START") == (whole[0], whole[0])
    assert edge(whole, "END") == (whole[1], whole[1])
