"""The tables of texts with their dates, in `tests/cases/dates`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from told import assert_records

from factx.article import Article
from factx.document import Document
from factx.linking.timeline import timeline
from factx.options import Options

CASES = Path(__file__).parents[2] / "cases" / "dates"


def cases(name: str) -> list[Any]:
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [pytest.param(json.loads(line), id=json.loads(line)["text"][:60]) for line in lines]


def found(case: dict[str, Any]) -> list[dict[str, Any]]:
    """The dates of a text, with as much of each as the cases can say."""
    text = case["text"]
    out = []
    document = Document(Article(text=text, published=case["published"]))
    for m in timeline(document, Options()).mentions:
        start, end = document.original(m.start, m.end)
        row: dict[str, Any] = {"text": text[start:end], "type": m.type, "value": m.value}
        if m.first is not None and m.last is not None:
            row["days"] = [m.first.isoformat(), m.last.isoformat()]
        if m.alternatives:
            row["alternatives"] = list(m.alternatives)
        if m.flags:
            row["flags"] = list(m.flags)
        out.append(row)
    return out


@pytest.mark.parametrize("case", cases("core") + cases("in_the_wild") + cases("by_style") + cases("reported"))
def test_dates_of_text(case: dict[str, Any]) -> None:
    got = found(case)
    assert_records(case["text"], case["dates"], got)
    assert got == case["dates"]  # and no days, alternatives or flags that the case does not give


@pytest.mark.parametrize("case", cases("negative"))
def test_text_without_dates(case: dict[str, Any]) -> None:
    assert found(case) == []


@pytest.mark.parametrize("case", cases("known_failures"))
@pytest.mark.xfail(reason="known failure; see `why` in the case", strict=True)
def test_known_failure(case: dict[str, Any]) -> None:
    assert [{key: row[key] for key in ("text", "type", "value")} for row in found(case)] == case["dates"]
