"""Pairs of texts and what comparing them must find: tables in tests/cases/compare, by what is compared.

A case lists findings by kind, words of the report, status, and flags that must be among the finding's. What it does not list
may be anything but wrong: a finding that says that the report is wrong, and is not listed, fails the case.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factx import Comparison, Finding, compare

CASES = Path(__file__).parents[1] / "cases" / "compare"


def cases() -> list[Any]:
    out = []
    for path in sorted(CASES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            out.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    return out


def shown(findings: list[Finding]) -> list[tuple[str, str, str, str]]:
    return [(f.kind, f.status, " ".join(span.text for span in (f.report or f.source)), f.reason) for f in findings]


def meets(finding: Finding, want: dict[str, Any]) -> bool:
    words = " ".join(span.text for span in finding.report)
    return (
        finding.kind == want["kind"]
        and (want["text"] in words or words in want["text"])
        and finding.status == want["status"]
    )


@pytest.mark.parametrize("case", cases())
def test_pair(case: dict[str, Any]) -> None:
    found: Comparison = compare(case["source"], case["report"], mode=case.get("mode", "report"))
    expected = []
    for want in case["expect"]:
        hits = [finding for finding in found.findings if meets(finding, want)]
        assert hits, (want, shown(found.findings))
        assert set(want.get("flags", ())) <= set(hits[0].flags), (want, hits[0])
        expected.extend(hits)
    assert shown([finding for finding in found.wrong() if finding not in expected]) == []
