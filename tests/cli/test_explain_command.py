"""`factx explain`: the tree of a sentence and what the records took from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.cli import main

TEXT = "Norvik paid $3 million for a mill in 2023. Then it closed.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_one_sentence(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(article), "--sentence", "1"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("1  Norvik paid $3 million for a mill in 2023.")
    assert "paid  VBD" in out
    assert "nsubj: Norvik" in out
    assert "obj: $3 million" in out
    assert "m1  $3 million · subject 'Norvik'" in out
    assert "closed" not in out


def test_all_sentences(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(article)]) == 0
    assert "2  Then it closed." in capsys.readouterr().out


def test_no_such_sentence(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(article), "--sentence", "9"]) == 1
    assert "has 2 sentences" in capsys.readouterr().err


def test_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(tmp_path / "none.txt")]) == 1
    assert "none.txt" in capsys.readouterr().err
