"""Currencies: codes, marks and names."""

from __future__ import annotations

import re

import pytest

from factx import lexicon
from factx.values.currencies import by_code, by_mark, by_name, name_words, needs_name


def test_all_of_iso_4217_is_there() -> None:
    codes = {row[0]: row[3] for row in lexicon.rows("currencies.tsv")}
    assert len([code for code, state in codes.items() if state != "withdrawn"]) == 178
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert set(codes.values()) == {"current", "unit", "word", "withdrawn"}


def test_every_mark_and_name_has_a_code_of_the_list() -> None:
    codes = {row[0] for row in lexicon.rows("currencies.tsv")}
    assert {row[1] for row in lexicon.rows("currency_marks.tsv")} <= codes
    assert {row[1] for row in lexicon.rows("currency_names.tsv")} <= codes


@pytest.mark.parametrize("row", lexicon.rows("currency_names.tsv"), ids=lambda row: row[0])
def test_every_name_is_found_and_begins_with_a_name_word(row: tuple[str, ...]) -> None:
    form = by_name(row[0])
    assert form is not None
    assert form.code == row[1]
    assert form.minor == (row[2] == "minor")
    assert row[0].split()[0] in name_words()


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        ("US$", "USD"),
        ("$US", "USD"),
        ("A$", "AUD"),
        ("HK$", "HKD"),
        ("S$", "SGD"),
        ("NT$", "TWD"),
        ("R$", "BRL"),
        ("RM", "MYR"),
        ("Rs", "INR"),
        ("€", "EUR"),
        ("kr", "SEK"),
        ("₩", "KRW"),
    ],
)
def test_marks(mark: str, code: str) -> None:
    form = by_mark(mark)
    assert form is not None
    assert form.code == code


def test_plurals_and_minor_units() -> None:
    for plural, code in (
        ("swiss francs", "CHF"),
        ("pence", "GBP"),
        ("us cents", "USD"),
        ("pennies", "GBP"),
        ("rupees", "INR"),
    ):
        form = by_name(plural)
        assert form is not None
        assert form.code == code
    pence = by_mark("p", after=True)
    assert pence is not None
    assert pence.minor


def test_what_is_no_money() -> None:
    assert by_code("XAU") is None
    assert by_code("XYZ") is None
    assert by_name("people") is None
    assert by_mark("%") is None
    assert needs_name("TRY")
    assert not needs_name("USD")
