"""Quality: the sets that a folder holds, and a folder of documents annotated blind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import quality
from predict import predict

TEXT = "LONDON, 7 May 2024 – Bolt plc sold its mill for $5 million, said Ann Lee, head of sales at Bolt."
START = TEXT.index("$5 million")
DOCUMENT = {
    "id": "a",
    "text": TEXT,
    "published": "2024-05-07",
    "issuer": "Bolt plc",
    "speakers": [],
    "quotes": [],
    "money": [
        {
            "start": START,
            "end": START + 10,
            "low": 5e6,
            "high": 5e6,
            "comparator": "=",
            "currency": "USD",
            "what": "mill",
        }
    ],
    "numbers": [],
    "dates": [],
}


def test_a_folder_of_blind_documents_is_one_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in "ab":
        (tmp_path / f"{name}.gold.jsonl").write_text(json.dumps({**DOCUMENT, "id": name}) + "\n", encoding="utf-8")
    found = quality.measure(tmp_path)
    assert set(found) == {f"blind: {name}" for name in quality.STATEMENTS}
    assert found["blind: money value + currency"] == 1.0
    assert quality.main([str(tmp_path), "--set", "blind", "--errors", "5"]) == 0
    assert "value_currency" in capsys.readouterr().out


def test_only_what_is_there_is_measured(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    case = {"id": "a", "kind": "money", "text": TEXT, "expect": [{"kind": "count", "layer": "money", "n": 1}]}
    (tmp_path / "cases" / "cases.jsonl").write_text(json.dumps(case) + "\n", encoding="utf-8")
    assert quality.measure(tmp_path) == {"cases: all": 1.0, "cases: money": 1.0}


def test_quantities_are_put_as_the_sets_mark_them() -> None:
    """A rate is part of the unit, a direction is the change's own, and a duration counts where it has a number."""
    text = "Oil rose 3% to $58 a barrel. The test took 24 hours and 39 minutes, over a decade ago; two thirds passed."
    (row,) = predict("quantities", [{"id": "1", "text": text}])
    found = [(q["value"], q["unit"], q.get("change_direction")) for q in row["quantities"]]
    assert found == [
        (3.0, "percent", "up"),
        (58.0, "USD per barrel", None),
        (24.0, "hour", None),
        (39.0, "minute", None),
        (pytest.approx(0.666667, abs=1e-6), None, None),
    ]
