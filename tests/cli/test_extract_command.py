"""`factx extract`: formats, inputs, outputs, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from pathlib import Path

import pytest

import factx
from factx.cli import main
from factx.cli.arguments import KINDS
from factx.options import KINDS as ALL_KINDS

TEXT = "“We sold 3 km of cable for $5 million on May 3, 2024,” said Ann Lee, head of sales at Bolt.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with inputs, which is the working directory."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "one.md").write_text(f"# Cable\n\n{TEXT}", encoding="utf-8")
    (tmp_path / "in" / "deep" / "two.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG\x00")
    (tmp_path / "in" / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> int:
    return main(["extract", *arguments])


def test_json_lines_in_a_pipe(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("a.txt", "in/one.md") == 0
    out, err = capfdbinary.readouterr()
    records = [json.loads(line) for line in out.decode("utf-8").splitlines()]
    assert [r["article"]["source"] for r in records] == ["a.txt", "in/one.md"]
    assert all("text" not in r["article"] and r["schema_version"] == "1" for r in records)
    assert err == b""


def test_json_is_an_object_for_one_and_a_list_for_several(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt", "--format", "json", "--with-text") == 0
    one = json.loads(capsys.readouterr().out)
    assert one["article"]["text"] == TEXT
    assert factx.Facts.model_validate(one) == factx.extract(factx.Article.from_path("a.txt"))
    assert run("a.txt", "in", "-f", "json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 4
    assert run("bad.txt", "bad.txt", "-f", "json") == 1
    assert json.loads(capsys.readouterr().out) == []


def test_formats_on_standard_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    starts = {
        "table": "“We sold",
        "md": "# ",
        "html": "<!DOCTYPE html>",
        "csv": "source,kind,id",
        "jsonl": '{"schema_version":"1"',
    }
    for name, start in starts.items():
        assert run("a.txt", "--format", name) == 0
        assert capsys.readouterr().out.startswith(start), name


def test_only_and_published(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt", "--only", "money,dates", "--published", "2020-01-02") == 0
    record = json.loads(capsys.readouterr().out)
    assert record["article"]["published"] == "2020-01-02"
    assert record["quotes"] == record["numbers"] == []
    assert ALL_KINDS == KINDS


def test_a_day_may_be_written_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for written in ("7 May 2024", "May 7, 2024", "2024-05-07"):
        assert run("a.txt", "--published", written) == 0
        assert json.loads(capsys.readouterr().out)["article"]["published"] == "2024-05-07"


def test_claims_alone_still_tell_who_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt", "-f", "csv", "--only", "money,numbers") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert {row["kind"] for row in rows} <= {"money", "number"}
    assert {row["speaker"] for row in rows} == {"Ann Lee"}


def test_of_what_was_not_looked_for_nothing_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("table", "md"):
        assert run("a.txt", "-f", name, "--only", "money") == 0
        out = capsys.readouterr().out
        assert "1 amount of money" in out
        assert not re.search(r"\b0 ", out)
    assert run("a.txt", "-f", "html", "--only", "dates") == 0
    page = capsys.readouterr().out
    assert re.search(r'class="summary">Looked for dates alone: \d+ dates?\.<', page)
    assert "Nobody is quoted" not in page
    assert page.count("Not looked for.") == 2


def test_only_what_is_sure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt") == 0
    everything = json.loads(capsys.readouterr().out)
    assert run("a.txt", "--min-confidence", "0.97") == 0
    sure = json.loads(capsys.readouterr().out)
    for kind in ("quotes", "money", "numbers", "dates"):
        assert [r["id"] for r in sure[kind]] == [r["id"] for r in everything[kind] if r["confidence"] >= 0.97]
    assert sure != everything


def test_a_table_of_articles_is_for_batch(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "t.csv").write_text("id,text\n1,No.\n", encoding="utf-8")
    assert run("t.csv", "a.txt") == 1
    out, err = capsys.readouterr()
    assert "factx: t.csv: is a table, a row an article: factx batch t.csv -o facts.jsonl" in err
    assert len(out.splitlines()) == 1


def test_csv_of_one_kind(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt", "in", "-f", "csv", "--only", "money") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert {row["kind"] for row in rows} <= {"money"}
    assert run("a.txt", "in", "-f", "csv", "-o", "tables/") == 0
    files = sorted(path.name for path in (folder / "tables").iterdir())
    assert files == ["acts.csv", "dates.csv", "money.csv", "numbers.csv", "quotes.csv", "speakers.csv", "tables.csv"]
    with open(folder / "tables" / "money.csv", encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert [(row["source"], row["words"], row["low"]) for row in written] == [
        (r["source"], r["words"], r["low"]) for r in rows
    ]
    assert list(written[0]) == list(rows[0])


def test_directories_give_their_files_in_order(folder: Path) -> None:
    assert run("in", "-o", "out/", "-f", "html") == 0
    made = sorted(str(path.relative_to(folder / "out")) for path in (folder / "out").rglob("*") if path.is_file())
    assert [name.replace("\\", "/") for name in made] == ["deep/two.html", "one.md.html", "one.txt.html"]
    assert (folder / "out" / "deep" / "two.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_output_ending_decides_the_format(folder: Path) -> None:
    for name, start in [
        ("x.json", "{\n"),
        ("x.md", "# "),
        ("x.html", "<!DOCTYPE"),
        ("x.csv", "source,"),
        ("x.jsonl", '{"'),
    ]:
        assert run("a.txt", "-o", name) == 0
        assert (folder / name).read_text(encoding="utf-8").startswith(start)
    assert run("a.txt", "in", "-o", "all.json") == 0
    assert len(json.loads((folder / "all.json").read_text(encoding="utf-8"))) == 4


def test_some_failed_the_others_are_done(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("none.txt", "bad.txt", "a.txt", "https://x.example/a", "in/picture.png") == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "factx: none.txt: no such file\n" in err
    assert "factx: bad.txt: not a text file (byte 0x89 at 0)" in err
    assert "save the page and pass the file" in err
    assert "factx: 4 of 5 inputs failed" in err
    assert "Traceback" not in err


def test_empty_directory_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    assert run("empty") == 1
    assert "no file in this directory that factx reads" in capsys.readouterr().err


def test_an_empty_name_is_not_the_working_directory(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("") == 1
    out, err = capsys.readouterr()
    assert not out
    assert "an empty name" in err


def test_too_large_says_how_to_lift_the_limit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt", "--max-chars", "10") == 1
    err = capsys.readouterr().err
    assert "the limit is 10" in err
    assert "--max-chars" in err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "FILE"),
        (["a.txt", "--format", "xml"], "xml"),
        (["a.txt", "--only", "quotes,foo"], "'foo'"),
        (["a.txt", "--published", "yesterday"], "YYYY-MM-DD"),
        (["a.txt", "--max-chars", "0"], "above 0"),
        (["a.txt", "--fiscal-year-end", "13-40"], "MM-DD"),
        (["a.txt", "in", "--format", "html"], "-o out/"),
        (["a.txt", "-o", "a.txt"], "overwritten"),
        (["in/one.txt", "-o", "in/", "-f", "table"], "overwritten"),
        (["a.txt", "--nonsense"], "--nonsense"),
        (
            ["a.txt", "--formt", "csv"],
            "factx extract: unrecognized arguments: --formt csv: did you mean --format? (factx extract --help",
        ),
        (["a.txt", "--format", "jsnl"], "did you mean jsonl?"),
        (["a.txt", "--only", "number"], "did you mean numbers?"),
        (["a.txt", "--min-confidence", "80"], "from 0 to 1"),
        (["a.txt", "-o", "a.docx"], "no format ends in .docx: .csv .htm .html .json"),
        (["a.txt", "in", "-o", "a.docx"], "no format ends in .docx"),
        (["a.txt", "-o", "a.parquet"], "factx batch"),
        (["a.txt", "-o", ""], "an output needs a name"),
    ],
)
def test_wrong_usage_is_two_and_says_why(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], reason: str
) -> None:
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert reason in err
    assert len(err.splitlines()) == 1
    assert out == ""
    assert (folder / "a.txt").read_text(encoding="utf-8") == TEXT


def test_output_is_whole_or_not_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "old.html").write_text("old", encoding="utf-8")

    def broken(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("factx.output.page.to_html", broken)
    assert run("a.txt", "-o", "old.html") == 1
    assert "no space left" in capsys.readouterr().err
    assert (folder / "old.html").read_text(encoding="utf-8") == "old"
    assert not list(folder.glob(".*tmp"))


def test_output_that_cannot_be_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt", "-o", "a.txt/sub/x.json") == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_fault_of_ours_is_one_line_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = factx.Extractor.extract

    def sometimes(self: factx.Extractor, article: factx.Article, **more: object) -> factx.Facts:
        if article.source == "a.txt":
            raise ZeroDivisionError("oops")
        return real(self, article)

    monkeypatch.setattr(factx.Extractor, "extract", sometimes)
    monkeypatch.delenv("FACTX_DEBUG", raising=False)
    assert run("a.txt", "in/one.txt") == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "factx: a.txt: ZeroDivisionError: oops" in err


def test_explain_names_the_rules(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt", "-f", "table", "--explain") == 0
    text = capsys.readouterr().out
    facts = factx.extract(TEXT)
    rules = {r.rule for r in (*facts.quotes, *facts.money, *facts.numbers, *facts.dates)}
    assert "WHY" in text
    assert rules
    assert all(rule.split()[0] in text for rule in rules if rule)


def test_encoding_is_obeyed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "k.txt").write_bytes("Цена 5".encode("koi8-r"))
    assert run("k.txt", "--encoding", "koi8-r", "--with-text") == 0
    assert json.loads(capsys.readouterr().out)["article"]["text"] == "Цена 5"


def test_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Stdin:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert run("-", "--with-text") == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["article"]["source"], record["article"]["text"]) == ("<stdin>", TEXT)


def test_the_day_of_publication_is_taken_from_where_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "2024" / "05" / "07" / "orlo.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ndate: 2023-01-02\n---\nOrlo closed the plant yesterday.\n", encoding="utf-8")
    os.utime(page, (1_600_000_000, 1_600_000_000))

    def yesterday(*options: str) -> str | None:
        assert run(str(page), "--format", "json", "--only", "dates", *options) == 0
        value: str | None = json.loads(capsys.readouterr().out)["dates"][0]["value"]
        return value

    assert yesterday() == "2023-01-01"
    assert yesterday("--published-from", "path") == "2024-05-06"
    assert yesterday("--published-from", "mtime") == "2020-09-12"
    assert yesterday("--published-from", "none") is None
    assert yesterday("--published-from", "path", "--published", "2012-10-09") == "2012-10-08"
    assert run(str(page), "--published-from", "guess") == 2
