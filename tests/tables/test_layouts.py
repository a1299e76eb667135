"""Tables of twelve layouts, figure by figure: tests/cases/tables has each with its gold, written before any was read.

A line of gold is "row | text | value | unit | per | period"; a range is "low..high", a period "?" is not held against anything.
"""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pdf_files import Placed, make_pdf

import factx
from factx.readers import read_bytes
from factx.records import MonetaryClaim, NumericClaim

CASES = Path(__file__).parents[1] / "cases" / "tables"
NAMES = sorted(path.stem for path in CASES.glob("*.json"))
Fact = tuple[str, str, str, str, str, str]


def word_file(case: dict[str, Any]) -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in case["lines"]:
        document.add_paragraph(line)
    rows = case["rows"]
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    for r, first, last in case["merged"]:
        text = rows[r][first]
        table.cell(r, first).merge(table.cell(r, last)).text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_file(case: dict[str, Any]) -> bytes:
    pytest.importorskip("pypdf")
    page: list[Placed] = [(72, 740 - 14 * i, 10, line) for i, line in enumerate(case["lines"])]
    for r, row in enumerate(case["rows"]):
        page += [(72 + (130 if c else 0) + 90 * c, 690 - 14 * r, 10, text) for c, text in enumerate(row) if text]
    return make_pdf([page])


def facts_of(name: str) -> tuple[dict[str, Any], factx.Facts]:
    case = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    kind = case["format"]
    if kind == "html":
        pytest.importorskip("trafilatura")
    made = {"docx": word_file, "pdf": pdf_file}.get(kind)
    data = made(case) if made is not None else (CASES / f"{name}.{kind}").read_bytes()
    return case, factx.extract(read_bytes(data, name=f"{name}.{kind}", published=case["published"]))


def told(line: str) -> Fact:
    row, *text, value, unit, per, period = re.split(r"\s*\|\s*", line)
    low, _, high = value.partition("..")
    exact = "..".join(f"{float(end):g}" for end in ((low, high) if high else (low,)))
    return row, " | ".join(text), exact, unit, per, period


def fact(claim: MonetaryClaim | NumericClaim) -> Fact:
    assert claim.cell is not None
    ends = (claim.low,) if claim.low == claim.high else (claim.low, claim.high)
    unit = claim.currency if isinstance(claim, MonetaryClaim) else claim.unit_name or claim.unit or ""
    days = ""
    if claim.period is not None and claim.period.start is not None:
        days = claim.period.start.isoformat()
        if claim.period.end != claim.period.start:
            days += f"/{claim.period.end}"
    text = re.sub(r"(?:[$£€]|US\$)\s*(?=[\d(.])", "", claim.span.text)
    return claim.cell.row, text, "..".join(f"{float(end):g}" for end in ends), unit, claim.per or "", days


def bare(text: str) -> str:
    """A printed figure without its marks, for telling which figure of the gold is which."""
    return re.sub(r"[^\d.|]", "", text)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_read_in_full(name: str) -> None:
    case, facts = facts_of(name)
    claims = sorted((c for c in (*facts.money, *facts.numbers) if c.cell is not None), key=lambda c: c.span.start)
    got = [fact(claim) for claim in claims]
    wanted = [told(line) for line in case["cells"]]
    waiting = list(got)
    wrong = []
    for one in wanted:
        match = next((other for other in waiting if agrees(one, other)), None)
        if match is None:
            wrong.append(one)
        else:
            waiting.remove(match)
    assert not wrong, "\n".join(["not read:", *map(str, wrong), "but:", *map(str, waiting), *facts.warnings])
    assert not waiting, "\n".join(["read, and not there:", *map(str, waiting)])


def agrees(wanted: Fact, got: Fact) -> bool:
    same_row = wanted[0].lower() in got[0].lower() or got[0].lower() in wanted[0].lower()
    same_days = wanted[5] in ("?", got[5])
    return same_row and bare(wanted[1]) == bare(got[1]) and wanted[2:5] == got[2:5] and same_days
