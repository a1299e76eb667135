"""`docs/compare.md` tells of every status and every column."""

from __future__ import annotations

from typing import get_args

import pytest
from process import ROOT

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
