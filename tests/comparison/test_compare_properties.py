"""What holds for every pair of texts: a text agrees with itself, spans stand where they say, JSON comes back, nothing grows wild."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx import Article, Comparison, Facts, compare, extract

STATEMENTS = sorted((Path(__file__).parents[2] / "examples" / "statements").glob("*.txt"))
pytestmark = pytest.mark.skipif(not STATEMENTS, reason="run outside the project")


@pytest.fixture(scope="module")
def facts() -> list[Facts]:
    return [extract(Article.from_path(path)) for path in STATEMENTS]


def check_spans(found: Comparison) -> None:
    for finding in found.findings:
        for spans, text in ((finding.report, found.report.article.text), (finding.source, found.source.article.text)):
            for span in spans:
                assert text[span.start : span.end] == span.text
        for edit in finding.edits:
            for one, text in ((edit.report, found.report.article.text), (edit.source, found.source.article.text)):
                assert one is None or text[one.start : one.end] == one.text
        assert finding.reason
        if finding.report_id is not None:
            assert found.report.get(finding.report_id) is not None
        if finding.source_id is not None:
            assert found.source.get(finding.source_id) is not None


def test_a_text_agrees_with_itself(facts: list[Facts]) -> None:
    for one in facts:
        found = compare(one, one, mode="report")
        assert {finding.status for finding in found.findings} <= {"verbatim", "equal"}, one.article.source
        assert len(found.of("verbatim")) == len(one.quotes)
        assert found.left_out == ()
        check_spans(found)


def test_two_texts_that_have_nothing_to_do_with_each_other_do_not_contradict_each_other(facts: list[Facts]) -> None:
    for source in facts:
        for report in facts:
            if source is not report:
                found = compare(source, report, mode="report")
                check_spans(found)
                assert [(f.kind, f.status, f.reason) for f in found.wrong()] == []


def test_json_comes_back_equal(facts: list[Facts]) -> None:
    found = compare(facts[0], facts[1], mode="report")
    assert Comparison.model_validate_json(found.model_dump_json()) == found


def test_order_of_sentences_does_not_matter() -> None:
    sentences = [
        "Bolt had revenue of £58 million in 2023.",
        "Its profit was £4.2 million.",
        "“We sold over 300 engines,” said Ann Lee, head of sales at Bolt.",
        "The plant in Elm has 412 workers.",
    ]
    rng = random.Random(5)
    for _ in range(4):
        other = rng.sample(sentences, len(sentences))
        found = compare(" ".join(sentences), " ".join(other), mode="report")
        assert {finding.status for finding in found.findings if finding.kind != "date"} <= {"verbatim", "equal"}, other


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("ab “”\"'‘’[]….,$€%019\n\0\u202e"), max_size=120),
    st.text(st.sampled_from("ab “”\"'‘’[]….,$€%019\n\0\u202e"), max_size=120),
)
def test_any_text_can_be_compared(source: str, report: str) -> None:
    check_spans(compare(source, report, mode="report"))


@pytest.mark.parametrize(
    "text", ["", "Nothing.", "“", "“…”, said Ann Lee.", "“[…]” said Ann Lee. “[x]” said Tom Reid."]
)
def test_texts_with_nothing_in_them(text: str) -> None:
    check_spans(compare(text, text, mode="report"))
    check_spans(compare(text, "“We won,” said Ann Lee of Bolt, which paid $5.", mode="report"))
