"""A CSV file opened in LibreOffice, where there is one: text stays text."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from factx import Facts
from factx.output.csv_files import to_csv

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
OPENED = "CSV:44,34,76,1,,0,false,true,false,false,false,-1"
"""Comma, double quote, UTF-8, special numbers detected, formulas evaluated: what a careless user clicks."""


def formulas(text: str, folder: Path) -> list[str]:
    (folder / "a.csv").write_text(text, encoding="utf-8", newline="")
    command = [
        str(SOFFICE),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        f"--infilter={OPENED}",
    ]
    subprocess.run(
        [*command, "--convert-to", "ods", "--outdir", str(folder), str(folder / "a.csv")],
        capture_output=True,
        check=True,
    )
    with zipfile.ZipFile(folder / "a.ods") as book:
        return re.findall(r'table:formula="([^"]*)"', book.read("content.xml").decode("utf-8"))


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice here")
def test_no_cell_becomes_a_formula(make_hostile: Callable[[str], Facts], tmp_path: Path) -> None:
    texts = ['=HYPERLINK("http://x.example","click")', "@SUM(1+1)", "+1+1", "-2+3", "\t=1+1", "=1+1", "\r=1+1"]
    facts = [make_hostile(text) for text in texts]
    assert formulas(to_csv(facts, raw=True), tmp_path), "the check itself must be able to fail"
    assert formulas(to_csv(facts), tmp_path) == []
