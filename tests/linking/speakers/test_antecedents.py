"""Whom pronouns and descriptions take up."""

from __future__ import annotations

import pytest

import factx
from factx.linking.speakers.antecedents import points_of


def test_points_are_whole_numbers_of_features_that_are_made() -> None:
    points = points_of()
    assert len(points) > 200
    assert {feature[0] for feature in points} >= set("pinabt")
    assert all(isinstance(value, int) and value for value in points.values())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Corvex Inc. (NASDAQ: CRVX) makes chips for Bitcoin. The company said sales rose.", "Corvex Inc."),
        ("Ann Lund met Bob Ray of Tarn. She said sales rose.", "Ann Lund"),
    ],
)
def test_the_nearest_is_not_always_meant(text: str, name: str) -> None:
    facts = factx.extract(text, only=("quotes", "speakers"))
    (quote,) = facts.quotes
    speaker = facts.speaker(quote)
    assert speaker is not None
    assert speaker.name == name
