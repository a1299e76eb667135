"""`docs/compare.md` tells of every status and every column, and the front page shows what the command prints."""

from __future__ import annotations

from typing import get_args

import pytest
from process import ROOT

from factx.cli import main
from factx.comparison.model import Status
from factx.output.comparison.rows import COLUMNS

PAGE = ROOT / "docs" / "compare.md"
pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="run outside the project")


def test_every_status_and_column_has_a_meaning() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for status in get_args(Status):
        assert f"`{status}`" in text, status
    for column in COLUMNS:
        (line,) = [line for line in text.splitlines() if line.startswith(f"| `{column.name}` |")]
        assert line.rstrip(" |").endswith(column.meaning), column.name


def test_the_front_page_shows_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    example = ROOT / "examples" / "compare"
    assert main(["compare", str(example / "statement.txt"), str(example / "report.txt"), "-f", "table"]) == 3
    printed = capsys.readouterr().out
    shown = printed[printed.index("NOT AS THE SOURCE HAS IT") : printed.index("AS THE SOURCE HAS IT\n  equal")].strip()
    assert shown in (ROOT / "README.md").read_text(encoding="utf-8")
