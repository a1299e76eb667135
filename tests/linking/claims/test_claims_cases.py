"""Claims case by case: `tests/cases/claims`, run through the whole pipeline.

A case names the claims that it checks by their `amount` (the text of the span) or `at` (the amount in brackets between the
words around it), and of each only the fields that it gives. `change` is [direction, by, from, to] with the amounts' texts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import factx
from factx.facts import Facts
from factx.records import Claim

CASES = Path(__file__).parents[2] / "cases" / "claims"
ANCHOR = "2024-05-07"


def load(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def ident(case: dict[str, Any]) -> str:
    return case["text"].split("\n")[0][:60]


def run(case: dict[str, Any]) -> Facts:
    return factx.extract(case["text"], published=case.get("published", ANCHOR))


def find(facts: Facts, wanted: dict[str, Any]) -> Claim:
    claims = [*facts.money, *facts.numbers]
    if "at" in wanted:
        before, amount, after = wanted["at"].replace("]", "[").split("[")
        text = facts.article.text
        assert text.count(before + amount + after) == 1, f"{wanted['at']!r} is not one place of the text"
        start = text.index(before + amount + after) + len(before)
    else:
        amount, start = wanted["amount"], None
    found = [c for c in claims if c.span.text == amount and (start is None or c.span.start == start)]
    assert found, f"no claim at {amount!r}; there are {[c.span.text for c in claims]}"
    return found[0]


def value(facts: Facts, claim: Claim, field: str) -> Any:
    texts = {c.id: c.span.text for c in (*facts.money, *facts.numbers)}
    if field == "period":
        return claim.period.value if claim.period is not None else None
    if field == "change":
        change = claim.change
        ends = (change.by, change.from_, change.to) if change is not None else ()
        return [change.direction, *(texts[end] if end else None for end in ends)] if change is not None else None
    if field == "converts":
        base = getattr(claim, "converts", None)
        return texts[base] if base else None
    if field == "speaker":
        speaker = facts.speaker(claim)
        return speaker.name if speaker is not None else None
    return getattr(claim, field)


def wrong(facts: Facts, case: dict[str, Any]) -> list[str]:
    out = []
    for wanted in case["claims"]:
        claim = find(facts, wanted)
        for field, expected in wanted.items():
            if field not in ("amount", "at") and value(facts, claim, field) != expected:
                out.append(f"{claim.span.text!r}: {field}: wanted {expected!r}, got {value(facts, claim, field)!r}")
    return out


@pytest.mark.parametrize("case", [*load("core"), *load("results"), *load("in_the_wild"), *load("guidance")], ids=ident)
def test_claims(case: dict[str, Any]) -> None:
    told = wrong(run(case), case)
    assert not told, "\n  ".join([case["text"], *told])


@pytest.mark.parametrize("case", load("negative"), ids=ident)
def test_absent(case: dict[str, Any]) -> None:
    facts = run(case)
    claim = find(facts, case)
    assert {field: value(facts, claim, field) for field in case["absent"]} == dict.fromkeys(case["absent"]), case["why"]


@pytest.mark.parametrize("case", load("known_failures"), ids=ident)
@pytest.mark.xfail(strict=True, reason="known failure: move the case to core when it passes")
def test_known_failure(case: dict[str, Any]) -> None:
    assert wrong(run(case), case) == []
