"""Rows: one schema whatever the article holds, and tables that keep it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

from factx import Article, Facts, MonetaryClaim, Span
from factx.output.rows import COLUMNS, columns_of, to_rows

NAMES = [column.name for column in COLUMNS]


def test_every_row_has_every_column_in_order(statement: Facts) -> None:
    rows = to_rows(statement)
    assert len(rows) == len(list(statement.records()))
    assert all(list(row) == NAMES for row in rows)
    assert [row["id"] for row in rows] == [record.id for record in statement.records()]


def test_a_kind_fills_no_column_but_its_own(statement: Facts) -> None:
    for row in to_rows(statement):
        own = columns_of(row["kind"])
        assert {name for name, value in row.items() if value is not None} <= set(own)


def test_spans_stand_where_the_rows_say(statement: Facts) -> None:
    for row in to_rows(statement):
        words = statement.article.text[row["start"] : row["end"]]
        assert words in (row["text"], *statement.speakers[0].aliases) or row["text"].startswith(words)


def test_values(statement: Facts) -> None:
    rows = {(row["kind"], row["id"]): row for row in to_rows(statement)}
    sales = rows["money", "m3"]
    assert (sales["low"], sales["currency"], sales["metric"], sales["speaker"]) == (
        Decimal("1900000000"), "EUR", "revenue", "Halden Rail",
    )  # fmt: skip
    assert (sales["period_value"], sales["period_start"], sales["change"]) == ("2023", date(2023, 1, 1), "up")
    assert (sales["change_by"], sales["change_from"], sales["change_to"]) == ("n2", "m4", "m3")
    assert rows["quote", "q9"]["inside"] == "q8"
    assert rows["date", "d11"]["first_day"] == date(1898, 1, 1)
    assert rows["speaker", "s3"]["role"] == "chief executive"


def test_pandas_has_one_schema_for_all(statement: Facts) -> None:
    pytest.importorskip("pandas")
    full, empty = statement.to_pandas(), Facts(article=Article(text="")).to_pandas()
    assert list(full.columns) == list(empty.columns) == NAMES
    assert list(full.dtypes) == list(empty.dtypes)
    assert full.loc[full.id == "m1", "low"].item() == Decimal("340000000")


def test_arrow_has_one_schema_for_all(statement: Facts) -> None:
    pytest.importorskip("pyarrow")
    full, empty = statement.to_arrow(), Facts(article=Article(text="")).to_arrow()
    assert full.schema == empty.schema
    assert full.schema.names == NAMES
    assert full.num_rows == len(list(statement.records()))
    assert empty.num_rows == 0
    money = full.filter([kind == "money" for kind in full["kind"].to_pylist()])
    assert money["high"].to_pylist()[-1] == Decimal("2400000000")
    assert str(full.schema.field("low").type) == "decimal128(38, 9)"


@pytest.mark.parametrize(
    ("number", "held"), [("0.12345678949", "0.123456789"), ("1e40", None), ("1e28", "1e28"), ("-5", "-5")]
)
def test_arrow_holds_what_fits_and_nothing_else(number: str, held: str | None) -> None:
    pytest.importorskip("pyarrow")
    span = Span(start=0, end=1, text="x")
    claim = MonetaryClaim(
        id="m1", span=span, low=Decimal(number), high=Decimal(number), currency="USD", sentence=span, confidence=1
    )
    value = Facts(article=Article(text="x"), money=[claim]).to_arrow()["low"][0].as_py()
    assert value == (None if held is None else Decimal(held))


@pytest.mark.parametrize(("package", "method"), [("pandas", "to_pandas"), ("pyarrow", "to_arrow")])
def test_a_missing_package_is_named(package: str, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import factx

    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(factx.MissingExtra, match=r"pip install 'factx\["):
        getattr(Facts(article=Article(text="")), method)()


def test_outputs_import_no_table_package() -> None:
    code = "import factx.output.rows, factx.output.page, factx.output.table, sys; print([m for m in ('pandas', 'pyarrow', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
