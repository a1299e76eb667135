"""When two written figures are one: equal, rounded, slipped by thousands; what "over" and "about" allow."""

from __future__ import annotations

import pytest

from factx import extract
from factx.comparison.values import bounds, end_of, equal, rounds, slip
from factx.records import Claim


def figure(words: str) -> Claim:
    facts = extract(f"The works had a profit of {words}.")
    (claim,) = (*facts.money, *facts.numbers)
    return claim


@pytest.mark.parametrize(
    ("report", "source"),
    [
        ("£1.2bn", "GBP 1,200,000,000"),
        ("4.523 million tonnes", "4,523,000 tonnes"),
        ("47 per cent", "47%"),
        ("$5.6-5.7 billion", "between $5.6 billion and $5.7 billion"),
    ],
)
def test_equal(report: str, source: str) -> None:
    assert equal(figure(report), figure(source))


@pytest.mark.parametrize(
    ("report", "source", "correct"),
    [
        ("85%", "85.19%", True),
        ("86%", "85.19%", False),
        ("85.2%", "85.19%", True),
        ("85.19%", "85%", False),  # more exact than the source
        ("about $58 million", "$58.4 million", True),
        ("about $60 million", "$58.4 million", True),
        ("$59 million", "$58.4 million", False),
        ("more than $58 million", "$58.4 million", True),
        ("more than $59 million", "$58.4 million", False),
        ("less than $59 million", "$58.4 million", True),
        ("less than $58 million", "$58.4 million", False),
        ("4.5 million tonnes", "4,523,000 tonnes", True),
        ("4.6 million tonnes", "4,523,000 tonnes", False),
        ("$300 million", "$302.5 million", True),
        ("$100 million", "$58.4 million", False),
        ("up to $112 billion", "up to $112.1 billion", True),
        ("more than $97 million", "more than $96.7 million", True),
        ("more than 13 million tonnes", "more than 12.5 million tonnes", False),
        ("$58 million", "$58 million", False),  # nothing is rounded
    ],
)  # fmt: skip
def test_rounded(report: str, source: str, correct: bool) -> None:
    assert rounds(figure(report), figure(source)) is correct


@pytest.mark.parametrize(
    ("report", "source", "reason"),
    [
        ("$58 billion", "$58 million", "billion for million"),
        ("$58,000", "$58 million", "thousand for million"),
        ("$58 million", "$58.4 billion", None),
        ("$580 million", "$58 million", None),
    ],
)  # fmt: skip
def test_slips_of_scale(report: str, source: str, reason: str | None) -> None:
    assert slip(figure(report), figure(source)) == reason


@pytest.mark.parametrize(
    ("report", "source", "is_"),
    [
        ("more than 60 tonnes", "more than 60 tonnes", "same"),
        ("about 60 tonnes", "60 tonnes", "looser"),
        ("at least 60 tonnes", "60 tonnes", "looser"),
        ("more than 60 tonnes", "60 tonnes", "one-sided"),
        ("60 tonnes", "more than 60 tonnes", "one-sided"),
        ("less than 60 tonnes", "more than 60 tonnes", "wrong"),
    ],
)  # fmt: skip
def test_bounds(report: str, source: str, is_: str) -> None:
    assert bounds(figure(report), figure(source)) == is_


def test_ends_of_a_range() -> None:
    wide = figure("between $2 million and $3 million")
    assert end_of(figure("up to $3 million"), wide) == "bound"
    assert end_of(figure("at least $2 million"), wide) == "bound"
    assert end_of(figure("$3 million"), wide) == "value"
    assert end_of(figure("$2.5 million"), wide) is None
