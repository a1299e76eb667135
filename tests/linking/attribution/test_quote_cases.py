"""Quotes case by case: `tests/cases/quotes`, each case one phenomenon with all the quotes of its text, in text order.

A case gives of every quote its kind, the texts of its spans, its source and its cue; where it gives the stance, the
statement or `inside` (the index of the quote around it), they are checked as well.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from told import assert_records

from factx.article import Article
from factx.document import Document
from factx.linking.attribution import attribute
from factx.linking.timeline import timeline
from factx.mentions.names import find_names
from factx.mentions.quotations import find_quotations
from factx.options import Options
from factx.syntax import Syntax

CASES = Path(__file__).parents[2] / "cases" / "quotes"
ALWAYS = ("kind", "spans", "source", "cue")


def load(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def run(text: str) -> list[dict[str, Any]]:
    document = Document(Article(text=text))
    names = find_names(document)
    times = [(m.start, m.end) for m in timeline(document, Options()).mentions]
    found = attribute(document, find_quotations(document), names, Syntax(document, times, names))
    return [
        {
            "kind": a.kind,
            "spans": [text[i:j] for i, j in a.spans],
            "source": text[slice(*a.source)] if a.source else None,
            "cue": text[slice(*a.cue)] if a.cue else None,
            "stance": a.stance,
            "statement": [text[i:j] for i, j in a.statement] if a.statement else None,
            "inside": a.inside,
        }
        for a in found
    ]


def asked(case: dict[str, Any]) -> list[dict[str, Any]]:
    """What the text gives, cut to the fields that the case asks for."""
    found = run(case["text"])
    wanted = case["quotes"]
    if len(found) != len(wanted):
        return [{key: quote[key] for key in ALWAYS} for quote in found]
    return [{key: quote[key] for key in want} for quote, want in zip(found, wanted, strict=True)]


@pytest.mark.parametrize(
    "case",
    [case for name in ("core", "in_the_wild", "negative") for case in load(name)],
    ids=lambda case: case["phenomenon"],
)
def test_case(case: dict[str, Any]) -> None:
    assert_records(case["text"], case["quotes"], asked(case), key="spans")


def test_core_has_sixty_phenomena_of_their_own() -> None:
    phenomena = [case["phenomenon"] for case in load("core")]
    assert len(phenomena) >= 60
    assert len(set(phenomena)) == len(phenomena)


@pytest.mark.parametrize("case", load("known_failures"), ids=lambda case: case["phenomenon"])
def test_known_failures_still_fail(case: dict[str, Any]) -> None:
    """A known failure that passes is good news: move it to core."""
    assert case["why"]
    assert asked(case) != case["quotes"]
