"""Folders, globs and tables as items."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from factx import Article, extract_many
from factx.corpus.columns import Columns
from factx.corpus.inputs import Inputs
from factx.corpus.item import Item, as_item, to_article
from factx.errors import InputError
from factx.readers.path_days import PublishedFrom


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def items(*arguments: str, **columns: Any) -> list[Item]:
    return list(Inputs.find(arguments, Columns(**columns)))


def test_a_folder_is_all_that_can_be_read_in_it_by_name(here: Path) -> None:
    for name in (
        "news/b.txt",
        "news/a/z.html",
        "news/c.PDF",
        "news/d.exe",
        "news/.hidden/e.txt",
        "news/f.txt.tmp",
        "news/_lock",
    ):
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<p>Bolt paid $3 million.</p>" if name.endswith("html") else "Bolt paid $3 million.")
    (here / "news/t.jsonl").write_text('{"id": "row", "text": "No."}\n')
    found = items("news")
    assert [item.id for item in found] == ["news/a/z.html", "news/b.txt", "news/c.PDF", "row"]
    assert to_article(found[1]).text == "Bolt paid $3 million."
    assert to_article(found[1]).source == "news/b.txt"
    assert sum(item.share for item in found) == Inputs.find(["news"]).total


def test_globs_and_what_is_not_there(here: Path) -> None:
    (here / "a1.txt").write_text("A.")
    (here / "a2.txt").write_text("B.")
    (here / "a[x].txt").write_text("C.")
    assert [item.id for item in items("a?.txt")] == ["a1.txt", "a2.txt"]
    assert [item.id for item in items("a[x].txt")] == ["a[x].txt"]
    for argument in ("b*.txt", "missing.txt"):
        with pytest.raises(InputError, match=argument[:1]):
            items(argument)
    (here / "empty").mkdir()
    with pytest.raises(InputError, match="no file in this folder"):
        items("empty")


def test_the_output_is_no_input(here: Path) -> None:
    (here / "news/out").mkdir(parents=True)
    (here / "news/a.txt").write_text("A.")
    (here / "news/out/part-00000.parquet").write_bytes(b"")
    assert Inputs.find(["news"], apart_from="news/out").names == ["news/a.txt"]


def test_json_lines(here: Path) -> None:
    lines: list[bytes] = [
        b'\xef\xbb\xbf{"id": 7, "text": "One.", "published": "2024-05-03T10:00:00Z", "other": [1]}',
        b"",
        b"{not json}",
        b'["no object"]',
        b'{"text": "\xff"}',
        b'{"text": null, "id": "empty"}',
        b'{"text": "Last.", "title": "T", "byline": "B"}',
    ]
    (here / "t.jsonl").write_bytes(b"\r\n".join(lines))
    found = items("t.jsonl")
    assert [item.id for item in found] == ["7", "t.jsonl:3", "t.jsonl:4", "t.jsonl:5", "empty", "t.jsonl:7"]
    assert [bool(item.problem) for item in found] == [False, True, True, True, True, False]
    assert to_article(found[0]).published == date(2024, 5, 3)
    assert found[3].problem == "t.jsonl:5: not UTF-8 at byte 11 of the line"
    assert (found[5].title, found[5].byline, found[5].source) == ("T", "B", "t.jsonl:7")


def test_named_columns(here: Path) -> None:
    (here / "t.ndjson").write_text(
        json.dumps({"body": "One.", "text": "not this", "url": "u1", "day": "2024-05-03"}) + "\n"
    )
    (item,) = items("t.ndjson", text="body", id="url", published="day")
    assert (item.text, item.id, item.published) == ("One.", "u1", "2024-05-03")
    for wrong in ({"text": "content"}, {"id": "key"}, {"published": "when"}):
        with pytest.raises(InputError, match="its columns: body, text, url, day"):
            Inputs.find(["t.ndjson"], Columns(**wrong)).check()  # type: ignore[arg-type]


def test_csv(here: Path) -> None:
    (here / "t.csv").write_bytes(
        b'\xef\xbb\xbfid,text,published\r\n1,"Two lines,\r\nand ""marks"".",2024-05-03\r\n2,too,many,fields\r\n3,\xe9t\xe9,\r\n4,,\r\n5,"ok",\r\n'
    )
    found = items("t.csv")
    assert [(item.id, item.problem) for item in found] == [
        ("1", None),
        ("t.csv:4", "t.csv:4: 4 fields instead of 3"),
        ("t.csv:5", "t.csv:5: not UTF-8"),
        ("4", None),
        ("5", None),
    ]
    assert found[0].text == 'Two lines,\r\nand "marks".'
    assert (found[0].published, found[4].published) == ("2024-05-03", None)
    (here / "t.tsv").write_text("text\tid\nOne, two.\tx\n")
    assert [(item.id, item.text) for item in items("t.tsv")] == [("x", "One, two.")]
    (here / "none.csv").write_text("")
    assert items("none.csv") == []


def test_parquet(here: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    table = pa.table(
        {
            "text": ["One.", None, "Three."],
            "published": pa.array([date(2024, 5, 3), None, date(2024, 5, 4)]),
            "at": pa.array([datetime(2024, 5, 3, 23, 59), None, None]),
            "file": pa.array([b"<p>One.</p>", b"", b"%PDF"]),
            "name": ["a.html", "b.txt", "c.txt"],
        }
    )
    pq.write_table(table, here / "t.parquet")
    found = items("t.parquet")
    assert [item.id for item in found] == ["t.parquet:1", "t.parquet:2", "t.parquet:3"]
    assert [item.published for item in found] == ["2024-05-03", None, "2024-05-04"]
    assert found[1].problem == "column 'text' is empty"
    assert [item.published for item in items("t.parquet", published="at")] == ["2024-05-03", None, None]
    files = items("t.parquet", text="file", id="name")
    assert to_article(files[1]).text == ""
    assert files[0].data == b"<p>One.</p>"
    (here / "bad.parquet").write_bytes(b"no parquet at all")
    (bad,) = items("bad.parquet")
    assert (bad.problem or "").startswith("bad.parquet: not Parquet")


def test_a_file_that_cannot_be_read_is_an_item_with_a_problem(here: Path) -> None:
    path = here / "a.txt"
    path.write_text("A.")
    inputs = Inputs.find(["a.txt"])
    path.unlink()
    (item,) = inputs
    assert item.problem == "a.txt: cannot be read: no such file or directory"


def test_articles_are_dated_by_the_archive_that_they_lie_in(here: Path) -> None:
    for name, text in (
        ("news/2024/05/07/a.txt", "No."),
        ("news/b.txt", "No."),
        ("news/c.md", "---\ndate: 2023-01-02\n---\nNo."),
    ):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text)
    rows = [
        {"id": "https://orlo.example/2024/05/08/x", "text": "No."},
        {"id": "20240509", "text": "No.", "published": "2024-01-01"},
    ]
    (here / "d.jsonl").write_text("\n".join(map(json.dumps, rows)))
    names = Inputs.find(["news", "d.jsonl"]).names

    def days(way: PublishedFrom | None) -> list[str | None]:
        articles = map(to_article, Inputs.of(names, Columns(), published_from=way))
        return [str(article.published) if article.published else None for article in articles]

    assert days(None) == [None, None, "2023-01-02", None, "2024-01-01"]
    assert days("path") == ["2024-05-07", None, "2023-01-02", "2024-05-08", "2024-01-01"]
    assert days("none") == [None, None, None, None, "2024-01-01"]


def test_what_the_reader_of_a_file_has_to_say_travels_with_the_article() -> None:
    article = Article(text="Bolt paid $3 million.", warnings=("half of the page was left out",))
    assert to_article(as_item(article, 0)) == article
    assert next(extract_many([article], workers=0)).warnings == article.warnings  # type: ignore[union-attr]
