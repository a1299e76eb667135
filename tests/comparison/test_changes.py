"""Two statements of one organisation: what went up or down, what is expected now, what is new, what is said again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factx import Comparison, Finding, compare

FIRST = """\
Harlow Tools Reports First Quarter Results

DAYTON, Ohio, May 7, 2024 (Newsline) -- Harlow Tools Inc. today announced results for its first quarter of 2024.

Revenue was $1.38 billion in the first quarter of 2024. Net income was $91 million. The company has 9,400 employees. \
Inventory was $702 million.

"We make tools that people keep for a lifetime," said Maria Chen, chief executive officer of Harlow. "Our customers are \
cautious, and we are patient."

"Steel is dear, and it will stay dear," said Paul Adeyemi, chief financial officer of Harlow.

For 2024, the company expects revenue of between $5.4 billion and $5.6 billion. Capital expenditures are expected to be \
$180 million in 2024.
"""
SECOND = """\
Harlow Tools Reports Second Quarter Results

DAYTON, Ohio, Aug. 6, 2024 (Newsline) -- Harlow Tools Inc. today announced results for its second quarter of 2024.

"Steel is dear, and it will stay dear," said Paul Adeyemi, chief financial officer of Harlow.

For 2024, the company now expects revenue of between $5.6 billion and $5.7 billion. Capital expenditures are expected to be \
$180 million in 2024.

The company has 9,200 employees. Revenue was $1.42 billion in the second quarter of 2024. Net income was $84 million. The \
board declared a dividend of 22 cents per share.

"We make tools that people keep for a lifetime," said Maria Chen, chief executive officer of Harlow. "Our customers are \
confident, and we are patient."
"""


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(FIRST, SECOND)


def of(found: Comparison, words: str) -> Finding:
    hits = [f for f in found.findings if any(words in span.text for span in (*f.report, *f.source))]
    assert len(hits) == 1, [(f.status, f.reason) for f in hits]
    return hits[0]


def test_it_is_known_from_issuer_and_day(found: Comparison) -> None:
    assert found.mode == "changes"
    assert compare(FIRST, FIRST).mode == "report"
    assert (
        compare(FIRST, SECOND.replace("Harlow Tools", "Bolt Motors").replace("Harlow", "Bolt Motors")).mode == "report"
    )
    assert compare(FIRST, SECOND, mode="report").mode == "report"


def test_figures_are_paired_by_what_they_measure(found: Comparison) -> None:
    revenue = of(found, "$1.42 billion")
    assert (revenue.status, revenue.by, revenue.by_percent) == ("up", Decimal(40_000_000), Decimal("2.9"))
    assert revenue.source[0].text == "$1.38 billion"
    income = of(found, "$84 million")
    assert (income.status, income.by, income.by_percent) == ("down", Decimal(7_000_000), Decimal("-7.7"))
    assert of(found, "9,200").status == "down"


def test_what_is_expected(found: Comparison) -> None:
    assert of(found, "$5.6 billion and $5.7 billion").status == "raised"
    assert of(found, "$180 million").status == "maintained"


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("between $5.2 billion and $5.3 billion", "lowered"),
        ("between $5.45 billion and $5.55 billion", "narrowed"),
        ("between $5.4 billion and $5.6 billion", "maintained"),
    ],
)  # fmt: skip
def test_what_became_of_an_outlook(later: str, status: str) -> None:
    found = compare(FIRST, SECOND.replace("between $5.6 billion and $5.7 billion", later))
    assert of(found, later.removeprefix("between ")).status == status


def test_new_and_dropped(found: Comparison) -> None:
    assert of(found, "22 cents").status == "new"
    assert of(found, "$702 million").status == "dropped"


def test_words_that_come_again(found: Comparison) -> None:
    assert of(found, "Steel is dear").status == "repeated"
    again = of(found, "keep for a lifetime")
    assert again.status == "reworded"
    assert [(e.source.text, e.report.text) for e in again.edits if e.source and e.report] == [("cautious", "confident")]


def test_a_figure_of_the_same_period_that_is_another_one() -> None:
    found = compare(
        FIRST,
        SECOND.replace("Net income was", "Revenue was $1.36 billion in the first quarter of 2024. Net income was"),
    )
    restated = [finding for finding in found.findings if finding.status == "restated"]
    assert [(f.report[0].text, f.source[0].text) for f in restated] == [("$1.36 billion", "$1.38 billion")]


def test_nothing_is_wrong_in_a_change(found: Comparison) -> None:
    assert found.wrong() == []
    assert {finding.verdict for finding in found.findings} == {"change"}


def test_the_order_of_paragraphs_does_not_matter(found: Comparison) -> None:
    head, *rest = SECOND.strip().split("\n\n")
    turned = compare(FIRST, "\n\n".join([head, rest[0], *reversed(rest[1:])]))
    assert sorted(turned.counts().items()) == sorted(found.counts().items())
