"""Rows: one schema whatever the article holds, and tables that keep it."""

from __future__ import annotations

import json
import pickle
import sqlite3
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

from factx import Article, Facts, MonetaryClaim, Span
from factx.output.rows import COLUMNS, RENAMED, columns_of, to_rows

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
        words = statement.article.text[row["char_start"] : row["char_end"]]
        assert words in (row["words"], *statement.speakers[0].aliases) or row["words"].startswith(words.rstrip(","))


def test_no_column_has_a_name_that_sql_reserves(statement: Facts) -> None:
    assert not {"end", "start", "text", "value"} & set(NAMES)
    table = sqlite3.connect(":memory:")
    table.execute(f"create table facts ({', '.join(NAMES)})")  # no name in quotation marks
    rows = [tuple(None if v is None else str(v) for v in row.values()) for row in to_rows(statement)]
    table.executemany(f"insert into facts values ({', '.join('?' * len(NAMES))})", rows)
    assert table.execute(f"select count(*) from (select {', '.join(NAMES)} from facts)").fetchone() == (len(rows),)
    duckdb = pytest.importorskip("duckdb")
    facts = statement.to_arrow()  # noqa: F841 DuckDB looks it up by its name
    assert duckdb.sql(f"select {', '.join(NAMES)} from facts").fetchall()


def test_the_old_name_of_a_column_is_read_with_a_word_on_the_new_one(statement: Facts) -> None:
    row = next(row for row in to_rows(statement) if row["kind"] == "date")
    for old, new in RENAMED.items():
        assert old not in row
        with pytest.warns(DeprecationWarning, match=f"the column '{old}' of rows is called '{new}' now"):
            assert row[old] == row[new]
    with pytest.raises(KeyError, match="charstart"):
        row["charstart"]
    assert json.loads(json.dumps(row, default=str))["words"] == row["words"]
    assert pickle.loads(pickle.dumps(row)) == row


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
