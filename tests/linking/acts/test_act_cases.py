"""Acts case by case: `tests/cases/acts`, run through the whole pipeline.

A case names its acts in text order, and of each only the fields that it gives; there are no others. Of a case of `absent`
there are none, and `why` says why not.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import factx
from factx.records import Act

CASES = Path(__file__).parents[2] / "cases" / "acts"
ANCHOR = "2024-05-07"


def load(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def ident(case: dict[str, Any]) -> str:
    return str(case["text"][:60])


def value(act: Act, field: str) -> Any:
    if field == "cue":
        return act.cue.text
    if field == "period":
        return act.period.value if act.period is not None else None
    return getattr(act, field)


@pytest.mark.parametrize("case", [*load("apologies"), *load("guidance")], ids=ident)
def test_acts(case: dict[str, Any]) -> None:
    facts = factx.extract(case["text"], published=case.get("published", ANCHOR))
    told = [
        {field: value(act, field) for field in wanted} for act, wanted in zip(facts.acts, case["acts"], strict=False)
    ]
    assert told == case["acts"]
    assert len(facts.acts) == len(case["acts"])


@pytest.mark.parametrize("case", load("absent"), ids=ident)
def test_absent(case: dict[str, Any]) -> None:
    assert factx.extract(case["text"], published=ANCHOR).acts == (), case["why"]
