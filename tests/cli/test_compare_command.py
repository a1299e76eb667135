"""`factx compare`: formats, exit codes that a pipeline can stand on, wrong usage."""

from __future__ import annotations

import json
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from factx import Comparison
from factx.cli import main

SOURCE = (
    "OSLO, May 14, 2024 – “We sold 300 engines,” said Ann Lee, head of sales at Bolt. Its revenue was £1.2bn in 2023.\n"
)
FAITHFUL = "“We sold 300 engines,” said Ann Lee of Bolt, whose revenue was £1,200m in 2023.\n"
WRONG = "“We sold 300 engines,” said Ann Lee of Bolt, whose revenue was £1.2m in 2023.\n"
ELSEWHERE = "“We sold 300 engines,” said Ann Lee of Bolt, which has 71 lorries.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with the texts, which is the working directory."""
    for name, text in (("source", SOURCE), ("faithful", FAITHFUL), ("wrong", WRONG), ("elsewhere", ELSEWHERE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> int:
    return main(["compare", *arguments])


def test_exit_codes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("source.txt", "faithful.txt") == 0
    assert run("source.txt", "wrong.txt") == 3
    assert run("source.txt", "elsewhere.txt") == 0
    assert run("source.txt", "elsewhere.txt", "--strict") == 3
    assert capsys.readouterr().err == ""
    assert run("source.txt", "nowhere.txt") == 1
    assert "nowhere.txt" in capsys.readouterr().err


def test_only_some_kinds_count(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("source.txt", "wrong.txt", "--only", "quotes,speakers") == 0
    kinds = {json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()}
    assert kinds == {"quote", "speaker"}


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md", "html"])
def test_formats_to_a_pipe_and_to_a_file(folder: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    assert run("source.txt", "wrong.txt", "-f", form) == 3
    printed = capsys.readouterr().out
    assert "£1.2m" in printed
    assert run("source.txt", "wrong.txt", "-f", form, "-o", "out/file") == 3
    assert (folder / "out" / "file").read_bytes().decode("utf-8") == printed


def test_json_is_a_comparison(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("source.txt", "wrong.txt", "-f", "json", "--with-text")
    found = Comparison.model_validate_json(capsys.readouterr().out)
    assert [finding.status for finding in found.wrong()] == ["scaled wrong"]


def test_the_report_from_standard_input(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(WRONG.encode("utf-8")), encoding="utf-8"))
    assert run("source.txt", "-") == 3


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["-", "-"], "only one of"),
        (["source.txt", "."], "is a directory"),
        (["source.txt", "wrong.txt", "-o", "wrong.txt"], "would be overwritten"),
        (["source.txt", "wrong.txt", "--fiscal-year-end", "June"], "MM-DD"),
        (["source.txt", "wrong.txt", "--only", "verbs"], "unknown kind"),
        (["source.txt"], "REPORT"),
    ],
)  # fmt: skip
def test_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], why: str) -> None:
    assert run(*arguments) == 2
    assert why in capsys.readouterr().err


def test_a_text_that_is_too_long(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("source.txt", "wrong.txt", "--max-chars", "20") == 1
    assert "--max-chars" in capsys.readouterr().err
