"""Rows of Arrow: the schema, one row a row whatever it holds, and flat tables that are `to_rows`."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")

import factx.arrow as fa  # noqa: E402
from factx import Article, Extractor, InputError, extract  # noqa: E402
from factx.output.rows import KIND_NAMES, columns_of, fitted  # noqa: E402
from factx.records import Change, DateMention, MonetaryClaim, Period, Quote, Span  # noqa: E402

TEXT = (
    "LEEDS, May 3, 2024 -- Bolt Inc. today said revenue rose 5% to £3.2 billion in 2023 from £3.05 billion. “We sold a third "
    "more cable,” said Ann Lee, Bolt's head of sales. Bolt employs 1,200 people. ‘It is not enough,’ a rival said on Monday."
)


def nested(*texts: str, **options: Any) -> Any:
    return fa.extract_batch(pa.table({"id": [f"a{n}" for n in range(len(texts))], "text": list(texts)}), **options)


def as_lists(value: Any) -> Any:
    """Tuples as Arrow gives them back."""
    if isinstance(value, dict):
        return {name: as_lists(part) for name, part in value.items()}
    return [as_lists(part) for part in value] if isinstance(value, tuple) else value


def test_rows_are_what_extract_gives() -> None:
    facts = extract(Article(text=TEXT, source="a1"))
    assert facts.quotes
    assert facts.money
    row = nested("Nothing.", TEXT).slice(1, 1).to_pylist()[0]
    assert row["chars"] == len(TEXT)
    assert row["error"] is None
    assert row["article"] == {
        "text": None,
        "title": None,
        "published": facts.article.published,
        "byline": None,
        "source": "a1",
    }
    for kind in KIND_NAMES:
        expected = [as_lists(record.model_dump()) for record in getattr(facts, kind)]
        for record in expected:
            for end in ("low", "high"):
                if end in record:
                    record[end] = fitted(record[end])
        assert row[kind] == expected


def test_the_schema_has_every_field_of_every_record() -> None:
    money = fa.SCHEMA.field("money").type.value_type
    assert [field.name for field in money] == list(MonetaryClaim.model_fields)
    assert money.field("low").type == pa.decimal128(38, 9)
    assert [f.name for f in money.field("period").type] == list(Period.model_fields)
    assert [f.name for f in money.field("change").type] == list(Change.model_fields)
    assert fa.SCHEMA.field("dates").type.value_type.field("start").type == pa.date32()
    assert [f.name for f in fa.SCHEMA.field("dates").type.value_type] == list(DateMention.model_fields)
    spans = fa.SCHEMA.field("quotes").type.value_type.field("spans").type
    assert [f.name for f in spans.value_type] == list(Span.model_fields)
    assert [f.name for f in fa.SCHEMA.field("quotes").type.value_type] == list(Quote.model_fields)


def test_rows_in_are_rows_out() -> None:
    long = 200
    texts = ["Bolt paid $3 million.", None, "", "x" * (long + 1), "\x00“\ud800”", "Bolt paid $4 million."]
    columns = {
        "id": pa.array([1, 2, None, 4, 5, 6]),
        "text": pa.array([t.encode("utf-8", "replace").decode() if t is not None else None for t in texts]),
        "published": pa.array(["2024-05-03", "", None, None, "2024-02-31", None]),
    }
    batch = pa.RecordBatch.from_pydict(columns)
    out = fa.extract_batch(batch, extractor=Extractor(max_chars=long))
    assert isinstance(out, pa.RecordBatch)
    assert out.schema.equals(fa.SCHEMA)
    assert out.num_rows == 6
    assert out.column("id").to_pylist() == ["1", "2", "e3b0c44298fc1c14", "4", "5", "6"]
    assert out.column("error_kind").to_pylist() == [None, "input", None, "too-large", "input", None]
    assert [len(row) for row in out.column("money").to_pylist()] == [1, 0, 0, 0, 0, 1]
    assert (
        fa.extract_batch(pa.Table.from_batches([batch]), extractor=Extractor(max_chars=long))
        .to_batches()[0]
        .equals(out)
    )


def test_no_rows() -> None:
    assert nested().equals(fa.SCHEMA.empty_table())
    empty = pa.RecordBatch.from_pydict({"text": pa.array([], pa.string())})
    assert fa.extract_batch(empty).num_rows == 0
    assert list(fa.extract_batches([empty])) == []
    assert {name: table.num_rows for name, table in fa.flatten(fa.SCHEMA.empty_table()).items()} == {
        "articles": 0, "speakers": 0, "quotes": 0, "money": 0, "numbers": 0, "dates": 0, "tables": 0, "acts": 0,
    }  # fmt: skip


def test_batches_are_cut_and_are_the_same_however_they_are_cut() -> None:
    texts = [f"Bolt paid ${n} million." for n in range(600)]
    table = pa.table({"id": [str(n) for n in range(600)], "text": texts})
    out = list(fa.extract_batches(table.to_batches(max_chunksize=500)))
    assert [batch.num_rows for batch in out] == [256, 244, 100]
    assert pa.Table.from_batches(out).combine_chunks().equals(fa.extract_batch(table))


def test_columns() -> None:
    table = pa.table({"body": [TEXT], "url": ["u"], "day": ["2024-05-03"], "text": ["not this"]})
    out = fa.extract_batch(table, text="body", id="url", published="day", with_text=True).to_pylist()[0]
    assert (out["id"], out["article"]["text"]) == ("u", TEXT)
    with pytest.raises(InputError, match="no column 'content' for the text; its columns: body, url, day, text"):
        fa.extract_batch(table, text="content")


def test_a_column_of_bytes_holds_files() -> None:
    table = pa.table(
        {"path": ["a.html", "b.txt", "c.doc"], "content": [b"Bolt paid \xa33 million.", "“£4m”".encode(), b"\xd0\xcf"]}
    )
    out = fa.extract_batch(table.slice(1), text="content", id="path")
    assert out.column("error_kind").to_pylist() == [None, "input"]
    assert out.column("chars").to_pylist()[0] == 5


@pytest.mark.parametrize(
    ("amount", "kept"),
    [
        ("0.3333333333333333333333333333", "0.333333333"),
        ("12345678901234567890123456789", "12345678901234567890123456789.000000000"),
        ("123456789012345678901234567890", None),
        ("1234567890123456789012345678901234567890.5", None),
        ("0.0000000005", "0.000000000"),
        ("0.0000000015", "0.000000002"),
        ("7", "7.000000000"),
    ],
)
def test_amounts_that_do_not_fit_are_rounded_or_null(amount: str, kept: str | None) -> None:
    from factx.corpus.item import Item
    from factx.corpus.work import RowMaker

    maker = RowMaker(Extractor())
    row = maker.row(Item(id='","low":"0.99999999999999"', text="Bolt paid $3 million, it said on May 3, 2024.")).line
    assert b'"low":"3000000"' in row
    table = fa.rows_to_table([row.replace(b'"3000000"', f'"{amount}"'.encode()), row])
    first, second = table.column("money").to_pylist()
    assert first[0]["low"] == first[0]["high"] == (None if kept is None else Decimal(kept))
    assert second[0]["low"] == 3_000_000
    assert table.column("id").to_pylist() == ['","low":"0.99999999999999"'] * 2


def test_flat_tables_are_the_rows_of_each_article(statement: str) -> None:
    texts = ["", TEXT, "Nothing is said.", statement]
    tables = fa.flatten(nested(*texts))
    assert tables["articles"].column("article_id").to_pylist() == ["a0", "a1", "a2", "a3"]
    issuers = [extract(text).issuer for text in texts]
    assert tables["articles"].column("issuer").to_pylist() == [issuer and issuer.name for issuer in issuers]
    for kind, name in KIND_NAMES.items():
        expected = []
        for number, text in enumerate(texts):
            for row in extract(Article(text=text, source=f"a{number}")).to_rows():
                if row["kind"] == name:
                    amounts = {e: fitted(row[e]) for e in ("low", "high") if row[e] is not None}
                    values = {c: {**row, **amounts}[c] for c in columns_of(name) if c != "kind"}
                    expected.append({"article_id": f"a{number}", **values})
        assert tables[kind].to_pylist() == expected


def test_the_spark_schema_names_every_column() -> None:
    ddl = fa.spark_ddl()
    assert ddl.startswith("`key` STRING, `run` STRING, `id` STRING")
    assert "`low`: DECIMAL(38,9)" in ddl
    assert "`start`: DATE" in ddl
    assert ddl.count("ARRAY<STRUCT<") == 12


def test_without_pyarrow_the_extra_is_named(tmp_path: Path) -> None:
    from process import python

    (tmp_path / "pyarrow.py").write_text("raise ImportError")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from factx.errors import MissingExtra\n"
        "try:\n    import factx.arrow\nexcept MissingExtra as error:\n    print(error)"
    )
    assert python("-c", code).strip() == "factx.arrow needs pyarrow: pip install 'factx[arrow]'"
