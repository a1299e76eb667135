"""What holds of every attribution of any text, and that the time is linear in it."""

from __future__ import annotations

import hostile
import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import Work, assert_linear

from factx.article import Article
from factx.document import Document
from factx.linking.attribution import attribute
from factx.linking.attribution.rules import RULES
from factx.mentions.cues.lexicon import STANCES
from factx.mentions.names import find_names
from factx.mentions.quotations import find_quotations
from factx.mentions.types import Attribution

PIECES = [
    "“", "”", '"', "‘", "’", "'", "''", "said", "says", "told", "adding", "according to", "called", "that", "who", "Jo Ray",
    "Bolt Inc.", "he", "the firm", "a plan", "is", "would fall", ",", ".", ":", "—", "(", ")", "\n\n", "Q:", "and", "but",
    "claim", "Monday", "in a statement", "\x00", "\ufffd", "e\u0301", "\u202e",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


def run(text: str) -> list[Attribution]:
    document = Document(Article(text=text))
    return attribute(document, find_quotations(document), find_names(document))


@given(TEXTS)
def test_spans_are_in_the_text_and_in_order(text: str) -> None:
    found = run(text)
    assert [a.spans[0] for a in found] == sorted(a.spans[0] for a in found)
    for index, a in enumerate(found):
        assert all(0 <= start < end <= len(text) for start, end in a.spans)
        assert all(one[1] <= two[0] for one, two in zip(a.spans, a.spans[1:], strict=False))
        assert all(0 <= span[0] < span[1] <= len(text) for span in (a.source, a.cue) if span is not None)
        assert a.kind in ("direct", "partial", "indirect")
        assert a.stance is None or a.stance in STANCES
        assert a.rule in {rule.name for rule in RULES}
        assert 0 < a.confidence <= 1
        assert a.inside is None or (a.inside != index and 0 <= a.inside < len(found))


@given(TEXTS)
def test_no_quotation_is_in_two_attributions(text: str) -> None:
    spans = [span for a in run(text) if a.inside is None for span in a.spans]
    assert len(set(spans)) == len(spans)


@given(TEXTS)
def test_same_text_same_attributions(text: str) -> None:
    assert run(text) == run(text)


@pytest.mark.parametrize("piece", hostile.PIECES["attribution"])
def test_work_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Work:
        document = Document(Article(text=text))
        _ = document.sentences, document.tokens.codes
        return lambda: attribute(document, find_quotations(document), [])

    assert_linear(prepare, piece)
