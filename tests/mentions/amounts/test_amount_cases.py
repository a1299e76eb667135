"""The tables of cases in tests/cases/amounts: what must be found in a text, and that nothing else is."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from told import assert_records

import factx
from factx.article import Article
from factx.document import Document
from factx.linking.timeline import timeline
from factx.mentions.amounts import find_amounts
from factx.mentions.types import AmountMention
from factx.options import Options

FOLDER = Path(__file__).parents[2] / "cases" / "amounts"


def cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def found(text: str) -> list[AmountMention]:
    document = Document(Article(text=text, published="2024-05-07"))
    options = Options()
    amounts = find_amounts(document, timeline(document, options).mentions, options)
    for amount in amounts:
        amount.start, amount.end = document.original(amount.start, amount.end)
    return amounts


def check(case: dict[str, Any]) -> None:
    text = case["text"]
    fields = {field for wanted in case["amounts"] for field in wanted} - {"text"}
    got = [{"text": text[a.start : a.end], **{field: getattr(a, field) for field in fields}} for a in found(text)]
    wanted = [
        {field: Decimal(value) if field in ("low", "high") else value for field, value in amount.items()}
        for amount in case["amounts"]
    ]
    assert_records(text, wanted, got)


@pytest.mark.parametrize("case", cases("core.jsonl"), ids=lambda case: case["text"][:60])
def test_core(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("in_the_wild.jsonl"), ids=lambda case: case["text"][:60])
def test_in_the_wild(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("reported.jsonl"), ids=lambda case: case["text"][:60])
def test_what_users_report(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("negative.jsonl"), ids=lambda case: case["text"][:60])
def test_what_is_no_claim(case: dict[str, Any]) -> None:
    facts = factx.extract(case["text"], published="2024-05-07")
    assert [claim.span.text for claim in (*facts.money, *facts.numbers)] == []


@pytest.mark.xfail(strict=True, reason="known failures: each must be moved to another table when it is mended")
@pytest.mark.parametrize("case", cases("known_failures.jsonl"), ids=lambda case: case["text"][:60])
def test_known_failures(case: dict[str, Any]) -> None:
    check(case)


def test_there_are_enough_negative_cases() -> None:
    assert len(cases("negative.jsonl")) >= 80
