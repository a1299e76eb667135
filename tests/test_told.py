"""Failures of table-driven cases say what was wanted and what was there."""

from __future__ import annotations

import pytest
from told import assert_records, differences

GOT = [{"text": "$5", "low": 5, "currency": "USD"}, {"text": "3 km", "low": 3, "unit": "km"}]


def test_equal_and_fewer_fields() -> None:
    assert differences(GOT, GOT) == []
    assert differences([{"text": "$5"}, {"text": "3 km", "low": 3}], GOT) == []


def test_fields_that_differ_or_are_absent() -> None:
    wanted = [{"text": "$5", "low": 6, "currency": "USD"}, {"text": "3 km", "per": "hour"}]
    assert differences(wanted, GOT) == ["'$5': low: wanted 6, got 5", "'3 km': per: wanted 'hour', got None"]


def test_missing_and_unwanted_records() -> None:
    assert differences([{"text": "$5"}, {"text": "4 km"}], GOT) == [
        "wanted '4 km', got no such record",
        "got '3 km', which is not wanted: {'text': '3 km', 'low': 3, 'unit': 'km'}",
    ]


def test_the_failure_shows_the_text_and_every_line() -> None:
    with pytest.raises(AssertionError, match=r"It paid \$5\.\n  '\$5': low: wanted 6, got 5\n  got '3 km'"):
        assert_records("It paid $5.", [{"text": "$5", "low": 6}], GOT)
