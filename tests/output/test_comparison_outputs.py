"""Rows, tables, JSON, CSV, Markdown and the page of a comparison: whole, in step with each other, and harmless."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from factx import Comparison, compare
from factx.output.comparison.groups import GROUPS
from factx.output.comparison.rows import COLUMNS
from factx.output.comparison.text import to_csv, to_json, to_jsonl, to_markdown, to_table
from factx.output.wording import UNSEEN

lxml_html = pytest.importorskip("lxml.html")
EXAMPLE = Path(__file__).parents[2] / "examples" / "compare"
EVIL = "“<script>alert(1)</script> costs us $5 million \u202ehere & now,” said Ann </p> Lee of =1+1 “Bolt”.\n| a | b |"


@pytest.fixture(scope="module")
def example() -> Comparison:
    if not EXAMPLE.is_dir():
        pytest.skip("run outside the project")
    return compare(EXAMPLE / "statement.txt", EXAMPLE / "report.txt")


def test_every_status_has_a_group() -> None:
    from typing import get_args

    from factx.comparison.model import VERDICTS, Status

    told = [status for groups in GROUPS.values() for group in groups for status in group.statuses]
    assert sorted(told) == sorted(get_args(Status))
    for group in GROUPS["report"]:
        assert {VERDICTS[status] for status in group.statuses} == {group.name}


def test_a_row_for_each_finding_and_for_what_is_left_out(example: Comparison) -> None:
    rows = example.to_rows()
    assert len(rows) == len(example.findings) + len(example.left_out)
    assert all(list(row) == [column.name for column in COLUMNS] for row in rows)
    (period,) = [row for row in rows if row["status"] == "other period"]
    assert (period["report_text"], period["unit"], period["metric"], period["report_low"]) == (
        "€3.43 billion",
        "EUR",
        "revenue",
        3_430_000_000,
    )
    for row in rows:
        for side, text in (("source", example.source.article.text), ("report", example.report.article.text)):
            if row[f"{side}_start"] is not None:
                assert text[row[f"{side}_start"] : row[f"{side}_end"]] == row[f"{side}_text"].split(" … ")[0]


def test_frames_have_the_columns(example: Comparison) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    assert example.to_arrow().column_names == list(example.to_pandas().columns) == [column.name for column in COLUMNS]
    assert example.to_arrow().num_rows == len(example.to_rows())


def test_json_with_and_without_the_texts(example: Comparison) -> None:
    assert Comparison.model_validate_json(to_json(example, text=True)) == example
    assert "text" not in json.loads(to_json(example))["source"]["article"]
    lines = [json.loads(line) for line in to_jsonl(example).splitlines()]
    assert [line["id"] for line in lines] == [finding.id for finding in example.findings]


def test_what_is_wrong_comes_first(example: Comparison) -> None:
    for text in (to_table(example), to_markdown(example)):
        assert text.index("€31 billion") < text.index("€513 million")
        assert "asked" in text
    assert max(map(len, to_table(example, width=60).splitlines())) <= 60


def test_both_texts_are_whole_on_the_page(example: Comparison) -> None:
    for found in (
        example,
        compare(EVIL, EVIL.replace("costs", "saves"), mode="report"),
        compare("", "", mode="report"),
    ):
        root = lxml_html.document_fromstring(found.to_html())
        assert root.get_element_by_id("source-text").text_content() == found.source.article.text
        assert root.get_element_by_id("report-text").text_content() == found.report.article.text
        assert len(root.xpath("//script")) == 1
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids))
        for link in root.xpath("//@href"):
            assert link == "data:," or link[1:] in ids, link


def test_hostile_words_stay_words() -> None:
    found = compare(EVIL, EVIL.replace("costs", "saves"), mode="report")
    assert found.wrong()
    assert not UNSEEN.search(to_table(found))
    assert not UNSEEN.search(to_markdown(found))
    assert "<script>" not in re.sub(r"`[^`]*`", "", to_markdown(found))
    cells = [cell for row in csv.reader(io.StringIO(to_csv(found), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
