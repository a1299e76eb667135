"""Numbers from digits and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.values.numbers import decimal_of, magnitudes, number_words, plain, words_value

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int) -> list[str]:
    """A number below a million million in words, as one says it."""
    if number < 20:
        return [UNITS[number]]
    if number < 100:
        return [TENS[number // 10 - 2], *([UNITS[number % 10]] if number % 10 else [])]
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = ["and"] if size == 100 and rest else []
            return [*spell(number // size), name, *joint, *(spell(rest) if rest else [])]
    raise AssertionError


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_number_in_words_is_read_back(number: int) -> None:
    words = spell(number)
    assert words_value([*words, "people"]) == (Decimal(number), len(words))


@given(st.integers(min_value=0, max_value=10**24), st.sampled_from([",", " ", "\u00a0", "\u2009", "\u202f", "'", "’"]))
def test_group_separators(number: int, mark: str) -> None:
    assert decimal_of(f"{number:,}".replace(",", mark)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=6))
def test_plain_keeps_the_value_without_an_exponent(value: Decimal) -> None:
    assert plain(value) == value
    assert "E" not in str(plain(value)) or abs(value) < Decimal("0.000001")


@pytest.mark.parametrize(
    ("words", "value", "used"),
    [
        ("a", None, 0),
        ("people", None, 0),
        ("one two", 1, 1),
        ("twenty five percent", 25, 2),
        ("five hundred thousand", 500_000, 3),
        ("two million and three", 2_000_003, 4),
        ("hundred", 100, 1),
        ("two dozen", 24, 2),
        ("two lakh crore", 2_000_000_000_000, 3),
        ("ten ten", 10, 1),
        ("two thousand million", 2_000_000_000, 3),
    ],
)
def test_words(words: str, value: int | None, used: int) -> None:
    assert words_value(words.split()) == (None if value is None else (Decimal(value), used))


def test_too_many_digits_are_no_number() -> None:
    assert decimal_of("1" * 31) == Decimal("1" * 31)
    assert decimal_of("1" * 40) is None
    assert decimal_of("1" * 5000) is None
    assert decimal_of("2.500,75", decimal_comma=True) == Decimal("2500.75")


def test_tables_are_positive_and_lower_case() -> None:
    for table in (magnitudes(), number_words()):
        for form, (value, _kind) in table.items():
            assert form == form.lower()
            assert value >= 0
