"""Acts stand in whatever factx writes: the text of each, who does it, and what is done."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from factx import Facts
from factx.cli import main
from factx.output.csv_files import to_csv
from factx.output.json_lines import to_json
from factx.output.markdown import to_markdown
from factx.output.rows import COLUMNS, to_rows
from factx.output.table import to_table

TEXT = """\
LONDON, 7 May 2024 – Bolt plc (LSE: BLT) today apologised to customers for the failure of its engines and withdrew its revenue \
guidance for 2024.

The Rail Committee’s chairman, Tom Reid, apologised for the committee’s slow reply.
"""


def told(facts: Facts) -> list[tuple[str | None, str, str]]:
    return [(act.actor, act.guidance or act.kind, act.about or "") for act in facts.acts]


def test_for_people(apology: Facts) -> None:
    for written in (to_table(apology, width=200), to_markdown(apology)):
        for actor, deed, about in told(apology):
            assert any(actor in line and deed in line and about in line for line in written.splitlines() if actor), (
                written
            )
    assert "4 acts" in to_table(apology)
    assert "4 acts" in repr(apology)
    assert [repr(act).split(":")[0] for act in apology.acts[:2]] == [
        "<Act a1 apology, Bolt plc",
        "<Act a2 withdrawn, Bolt plc",
    ]
    for mark in ("at-a1", "at-a4"):
        assert f"id=&quot;{mark}&quot;" in apology._repr_html_()


def test_as_json(apology: Facts) -> None:
    assert Facts.model_validate_json(to_json(apology, text=True)) == apology
    with pytest.raises(ValueError, match="--with-text"):
        Facts.model_validate_json(to_json(apology))


def test_as_rows(apology: Facts) -> None:
    rows = [row for row in to_rows(apology) if row["kind"] == "act"]
    assert [(row["subject"], row["guidance"] or row["type"], row["what"]) for row in rows] == told(apology)
    assert [row["speaker"] for row in rows] == ["Bolt plc", "Bolt plc", "Ann Lee", "Bolt plc"]
    assert [row["period_value"] for row in rows] == [None, "2024", None, None]
    read = list(csv.DictReader(io.StringIO(to_csv([apology]), newline="")))
    assert [row["words"] for row in read if row["kind"] == "act"] == [act.span.text for act in apology.acts]
    base = sqlite3.connect(":memory:")
    base.execute(f"create table facts ({', '.join(column.name for column in COLUMNS)})")
    values = [
        [v if v is None or isinstance(v, int | float) else str(v) for v in row.values()] for row in to_rows(apology)
    ]
    base.executemany(f"insert into facts values ({', '.join('?' * len(COLUMNS))})", values)
    assert base.execute(
        "select subject, words from facts where kind = 'act' and type = 'apology' and confidence > 0.8"
    ).fetchall() == [
        (act.actor, act.span.text) for act in apology.acts if act.kind == "apology" and act.confidence > 0.8
    ]


def test_as_arrow_and_parquet(apology: Facts, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(apology.to_arrow(), tmp_path / "facts.parquet")
    rows = [row for row in parquet.read_table(tmp_path / "facts.parquet").to_pylist() if row["kind"] == "act"]
    assert [(row["subject"], row["guidance"] or row["type"], row["what"]) for row in rows] == told(apology)


def test_for_other_tools(apology: Facts) -> None:
    actions = [one for one in apology.to_jsonld()["mentions"] if one["@type"] == "CommunicateAction"]
    assert [(one["agent"]["@id"], one["about"]["name"]) for one in actions] == [
        (f"#{a.actor_id}", a.about) for a in apology.acts
    ]
    bodies = [item["body"] for item in apology.to_web_annotations()["items"]]
    assert [b["value"].split("; who: ")[1] for a, b in bodies if a["value"] == "Act"] == [
        act.actor for act in apology.acts
    ]
    results = apology.to_label_studio()["predictions"][0]["result"]
    assert sum(one.get("labels") == ["done by"] for one in results) == 4
    assert apology.to_brat()[1].count("\tDoneBy ") == 4


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md", "html"])
def test_on_the_command_line(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["extract", str(tmp_path / "a.txt"), "--only", "acts", "-f", form]) == 0
    written = capsys.readouterr().out
    for words in ("withdr", "Tom Reid", "slow reply", "apology"):
        assert words in written
    assert (
        main(
            [
                "compare",
                str(tmp_path / "a.txt"),
                str(tmp_path / "a.txt"),
                "--only",
                "acts",
                "-f",
                form,
                "--mode",
                "report",
            ]
        )
        == 0
    )
    written = capsys.readouterr().out
    assert "slow reply" in written
    if form == "jsonl":
        assert [json.loads(line)["status"] for line in written.splitlines()] == ["equal"] * 3


def test_by_whom(apology: Facts) -> None:
    assert [act.id for act in apology.by("Rail Committee")] == ["a4"]
    assert [record.id for record in apology.by("Ann Lee")] == ["q1", "a3"]
    assert [record.id for record in apology.by("s1")] == ["a1", "a2", "a3", "a4"]
