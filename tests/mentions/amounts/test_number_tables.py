"""Tables of numbers are passed over, with a warning; the sentences between them are read."""

from __future__ import annotations

import pytest

import factx

ROW = "Revenue from sale of goods   1,234  1,180  4.6%  2,400  2,310  3.9%\n"
PROSE = "Bolt said that it sold 45 boats for $5 million in the year, up from 40 boats."


def test_sentences_between_tables_are_read() -> None:
    text = f"{ROW * 60}\n\n{PROSE}\n\n{ROW * 60}"
    facts = factx.extract(text)
    assert [claim.span.text for claim in facts.money] == ["$5 million"]
    assert [claim.span.text for claim in facts.numbers] == ["45", "40"]
    assert len(facts.warnings) == 2
    assert all("table" in warning for warning in facts.warnings)


@pytest.mark.parametrize("text", [PROSE, ROW * 5 + PROSE, f"{PROSE} " * 60])
def test_a_few_rows_and_dense_prose_are_read(text: str) -> None:
    facts = factx.extract(text)
    assert not any("no amounts" in warning for warning in facts.warnings)
    assert "$5 million" in [claim.span.text for claim in facts.money]


def test_no_warning_where_no_amounts_are_asked_for() -> None:
    assert factx.Extractor(only={"dates"}).extract(ROW * 200).warnings == ()


def test_many_tables_are_named_in_few_lines() -> None:
    facts = factx.extract((ROW * 60 + "\n" + PROSE + "\n\n") * 15)
    assert len(facts.warnings) == 11
    assert facts.warnings[-1] == "and 5 more remarks on tables"
