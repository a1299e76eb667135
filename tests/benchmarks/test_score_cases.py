"""The check of small cases: what holds is right, what does not is told field by field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from scorers import cases

import factx

TEXT = "“We sold 300 engines for $5 million in 2023,” said Ann Lee, head of sales at Bolt plc."


@pytest.fixture(scope="module")
def facts() -> factx.Facts:
    return factx.extract(TEXT, published="2024-05-07")


RIGHT: list[dict[str, Any]] = [
    {
        "kind": "money",
        "text": "$5 million",
        "exact": True,
        "low": "5000000",
        "currency": ["EUR", "USD"],
        "period": "2023",
    },
    {"kind": "number", "text": "300", "low": 300, "unit": "engines", "modality": "stated"},
    {"kind": "date", "text": "2023", "value": "2023", "startswith": "20", "start": "2023-01-01", "end": "2023-12-31"},
    {"kind": "quote", "text": "we sold 300 engines", "loose": True, "speaker": "Ann Lee", "quote_kind": "direct"},
    {
        "kind": "speaker",
        "name": "Ann Lee",
        "role": "head of sales",
        "affiliation": "Bolt plc",
        "speaker_kind": "person",
    },
    {"kind": "absent", "layer": "speaker", "text": "Bob"},
    {"kind": "absent", "layer": "dates", "text": "engines"},
    {"kind": "count", "layer": "money", "n": 1},
    {"kind": "has", "text": "engines"},
    {"kind": "hasnot", "text": "motors"},
    {"kind": "published", "value": "2024-05-07"},
]


@pytest.mark.parametrize("expected", RIGHT, ids=lambda expected: expected["kind"])
def test_what_holds(facts: factx.Facts, expected: dict[str, Any]) -> None:
    assert cases.check(facts, expected) == []


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ({"kind": "money", "text": "$5 million", "low": "5", "currency": "USD"}, "low: wanted '5', got '5000000'"),
        ({"kind": "money", "text": "$5 million in", "exact": True}, "span: wanted '$5 million in', got '$5 million'"),
        ({"kind": "money", "text": "$6 million"}, "no record there"),
        (
            {"kind": "number", "text": "300", "unit": ["motors", "units"]},
            "unit: wanted ['motors', 'units'], got 'engines'",
        ),
        ({"kind": "date", "text": "2023", "startswith": "19"}, "value: wanted '19…', got '2023'"),
        ({"kind": "quote", "text": "We sold 300"}, "no quote of these words"),
        (
            {"kind": "quote", "text": "We sold 300", "loose": True, "speaker": None},
            "speaker: wanted None, got 'Ann Lee'",
        ),
        ({"kind": "speaker", "name": "Lee Ann"}, "name: wanted 'Lee Ann', got ['Ann Lee']"),
        ({"kind": "speaker", "name": "Ann Lee", "role": "head"}, "role: wanted 'head', got 'head of sales'"),
        ({"kind": "absent", "layer": "money", "text": "$5"}, "money: wanted [], got ['$5 million']"),
        ({"kind": "count", "layer": "quotes", "n": 2}, "quotes: wanted 2, got 1"),
        ({"kind": "hasnot", "text": "engines"}, "text hasnot: 'engines'"),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else "",
)
def test_what_does_not_hold_is_told(facts: factx.Facts, expected: dict[str, Any], told: str) -> None:
    (line,) = cases.check(facts, expected)
    assert line.endswith(told)


def test_a_case_is_right_as_a_whole_and_counted_by_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[dict[str, Any]] = [
        {"id": "a", "kind": "money", "text": TEXT, "expect": RIGHT[:1]},
        {"id": "b", "kind": "money", "text": TEXT, "expect": [RIGHT[0], {"kind": "count", "layer": "money", "n": 2}]},
        {
            "id": "c",
            "kind": "files",
            "file": "a.md",
            "text": "# Head\n\nIt did.",
            "expect": [{"kind": "title", "text": "Head"}],
        },
        {
            "id": "d",
            "kind": "files",
            "file": "a.docx",
            "text": "no DOCX",
            "expect": [{"kind": "has", "text": "no DOCX"}],
        },
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert cases.main([str(path)]) == 0
    out = capsys.readouterr().out
    assert "b [money] '“We sold" in out
    assert "\n    count 'money': money: wanted 2, got 1\n" in out
    assert "d [files]" in out
    assert "InputError: " in out
    assert "money         1 of     2   50.0 %" in out
    assert out.splitlines()[-1] == "all           2 of     4   50.0 %"
