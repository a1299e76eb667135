"""The declared first words of every rule for times are complete and exact, by partial matching of the patterns."""

from __future__ import annotations

import pytest

from factx import lexicon
from factx.mentions.dates import TABLES, beginnings, find_times, measuring, scanner

RULES = [(table, rule) for table in TABLES for rule in table.rules]


def test_every_rule_is_declared_and_no_other() -> None:
    assert sorted(beginnings.declared()) == sorted(rule.name for _, rule in RULES)


@pytest.mark.parametrize(("table", "rule"), RULES, ids=[rule.name for _, rule in RULES])
def test_the_declaration_is_complete_and_exact(table, rule) -> None:  # type: ignore[no-untyped-def]
    years = {beginnings.YEAR, beginnings.MARKED_YEAR} if "year" in table.digits else set()
    first = {beginnings.shape(word) for word in table.first} | years
    after = {beginnings.shape(word) for word in table.after}
    declared = beginnings.declared()[rule.name]
    for n, (column, found) in enumerate(zip(declared, measuring.measured(table, rule), strict=True)):
        words = first if n < 2 else after
        assert (words if column is None else column) == found, f"run `python -m {measuring.__name__}`"


def test_the_file_is_as_it_would_be_written() -> None:
    rows = ["\t".join(row) for row in lexicon.rows("date_beginnings.tsv")]
    assert rows == measuring.lines(TABLES)


def test_patterns_wait_for_their_first_words() -> None:
    """Nothing is compiled for the words of other expressions."""
    line = "It fell on Monday."
    assert [made.rule for made in find_times(line)] == ["weekday"]
    names = {rule.name for rule in scanner().rules_at("Monday")[0]}  # type: ignore[index]
    assert "weekday" in names
    assert not names & {"today", "fiscal year", "count of units"}


@pytest.mark.parametrize("rule", [rule for _, rule in RULES if rule.needs], ids=lambda rule: rule.name)
def test_what_a_rule_needs_is_in_everything_that_it_matches(rule) -> None:  # type: ignore[no-untyped-def]

    assert all(piece == piece.lower() for piece in rule.needs)
    for example in rule.examples:
        assert any(piece in example.lower() for piece in rule.needs), example


def test_no_expression_goes_over_a_blank_line() -> None:
    assert [(made.start, made.end) for made in find_times("Monday, May 3\n\n2024 was good.")] == [(0, 13), (15, 19)]
    assert [(made.start, made.end) for made in find_times("on May 3,\n  2024 it")] == [(3, 16)]
