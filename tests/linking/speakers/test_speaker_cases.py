"""Speakers: hand-written cases by phenomenon.

In a case's text `<…>` is the source of an attribution and `{…}` are quoted words; `speakers` names the speaker of each source
in order, `known` gives kind, role and affiliation by name, `issuer` the issuer ("" for none).
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from told import assert_records

from factx.article import Article
from factx.document import Document
from factx.linking.speakers import View, resolve_speakers
from factx.linking.types import SpeakerTable
from factx.mentions.names import find_names
from factx.mentions.types import Attribution

CASES = Path(__file__).parents[2] / "cases" / "speakers"
MARKS = re.compile(r"[<>{}]")


def load(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def resolve(marked: str) -> SpeakerTable:
    """The table of a marked text, in which words in braces stand in quotation marks."""
    plain, opened, sources, quoted = "", 0, [], []
    for piece in re.split(r"([<>{}])", marked):
        if piece in ("<", "{"):
            plain += "“" * (piece == "{")
            opened = len(plain)
        elif piece == ">":
            sources.append((opened, len(plain)))
        elif piece == "}":
            quoted.append((opened, len(plain)))
            plain += "”"
        else:
            plain += piece
    attributions = [Attribution("indirect", ((end, end),), (start, end), None) for start, end in sources]
    attributions += [Attribution("partial", (span,), None, None) for span in quoted]
    document = Document(Article(text=plain))
    table = resolve_speakers(View(document, find_names(document)), attributions)
    for cluster in table.clusters:
        assert list(cluster.mentions) == sorted(cluster.mentions)
        assert all(0 <= a < b <= len(plain) for a, b in cluster.mentions)
    return SpeakerTable(table.clusters, table.speaker_of[: len(sources)], table.issuer)


def check(case: dict[str, Any]) -> None:
    table = resolve(case["text"])
    assert [None if i is None else table.clusters[i].name for i in table.speaker_of] == case["speakers"]
    wanted = [
        {"name": name, "kind": kind, "role": role, "affiliation": affiliation}
        for name, (kind, role, affiliation) in case.get("known", {}).items()
    ]
    found = {
        c.name: {"name": c.name, "kind": c.kind, "role": c.role, "affiliation": c.affiliation} for c in table.clusters
    }
    assert_records(case["text"], wanted, [found[row["name"]] for row in wanted if row["name"] in found], key="name")
    if "issuer" in case:
        assert (table.clusters[table.issuer].name if table.issuer is not None else "") == case["issuer"]


@pytest.mark.parametrize(
    "case", load("core") + load("in_the_wild") + load("negative"), ids=lambda case: case["phenomenon"]
)
def test_case(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", load("known_failures"), ids=lambda case: case["phenomenon"])
def test_known_failure(case: dict[str, Any]) -> None:
    """Listed so that nobody is surprised; one that passes belongs into another file."""
    with pytest.raises((AssertionError, KeyError)):
        check(case)


def test_every_phenomenon_is_named_once() -> None:
    names = [
        case["phenomenon"] for name in ("core", "in_the_wild", "negative", "known_failures") for case in load(name)
    ]
    assert len(names) == len(set(names))
    assert len(names) >= 60
