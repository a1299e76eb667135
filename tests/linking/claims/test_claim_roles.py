"""Each role of an amount on a sentence of its own, and what must always hold of links."""

from __future__ import annotations

import pytest
from hostile import PIECES
from hypothesis import given
from hypothesis import strategies as st
from work import Work, assert_linear

from factx.article import Article
from factx.document import Document
from factx.linking.claims import CONFIDENCE, link_claims
from factx.linking.claims.clause import Scene
from factx.linking.claims.moments import Moments
from factx.linking.claims.roles import EXPLANATIONS, Roles
from factx.linking.timeline import timeline
from factx.linking.types import ChangeLink, ClaimLink, SpeakerCluster, SpeakerTable
from factx.mentions.amounts import find_amounts
from factx.mentions.types import AmountMention, Attribution
from factx.options import Options

SENTENCES = {
    "conversion": "Bolt paid 4.66bn rupees ([$106m]) for it.",
    "restated": "Net income came to $17.6 million, or [$1.35] per share.",
    "listed": "It is used by 140 schools and [500] hotels.",
    "modifier": "Bolt reported a [$45 million] loss.",
    "measure": "Bolt delivered [$14 billion] worth of equipment.",
    "of": "Bolt had net income of [$44 million].",
    "worth": "They signed a deal worth [$1.8bn].",
    "elliptic": "Its order book was $27 billion, just behind Acme's [$31 billion].",
    "comparison": "Profit was £75m compared with [£125m] a year earlier.",
    "change": "Revenue rose [5%] to $3.2bn.",
    "copula": "Revenue was [$3.2bn].",
    "object": "Bolt spent [$14 billion] on chips.",
    "apposition": "Its surcharge revenues - [£160m] - fell short.",
    "label": "The common stock, par value [$0.01], is listed.",
    "counted": "[175] people have earned it.",
    "oblique": "Bolt sold the unit for [$5m].",
    "loose": "At [$3.99] a gallon, that hurts.",
}


def parts(text: str) -> tuple[Document, list[AmountMention], Moments]:
    document = Document(Article(text=text))
    times = timeline(document, Options())
    return document, find_amounts(document, times.mentions, Options()), Moments(text, times)


def links(
    text: str, attributions: list[Attribution] | None = None, speakers: SpeakerTable | None = None
) -> list[ClaimLink]:
    document, amounts, _ = parts(text)
    return link_claims(document, amounts, timeline(document, Options()), attributions or [], speakers or SpeakerTable())


def test_every_role_is_explained_tested_and_has_a_confidence() -> None:
    assert set(EXPLANATIONS) == set(SENTENCES) == set(CONFIDENCE)


@pytest.mark.parametrize("role", SENTENCES)
def test_role(role: str) -> None:
    marked = SENTENCES[role]
    text = marked.replace("[", "").replace("]", "")
    document, amounts, moments = parts(text)
    scene = Scene(document, document.sentences[0], range(len(amounts)), amounts, moments.all)
    wanted = [i for i, a in enumerate(amounts) if a.start == marked.index("[")]
    assert wanted, f"no amount at the bracket of {marked!r}"
    assert Roles(scene).of[wanted[0]].name == role


def test_the_speaker_is_that_of_the_quote_else_the_issuer() -> None:
    text = "Sales were $5m. “Costs were $3m,” said Ann Lee."
    quote = Attribution("direct", ((17, 32),), (39, 46), (34, 38))
    table = SpeakerTable((SpeakerCluster("Bolt", "organization"), SpeakerCluster("Ann Lee", "person")), (1,), 0)
    sales, costs = links(text, [quote], table)
    assert (sales.attribution, sales.speaker) == (None, 0)
    assert (costs.attribution, costs.speaker) == (0, 1)


def test_a_claim_beside_a_quoted_fragment_has_its_speaker() -> None:
    text = "Ann Lee said sales of $5m were “a joy”."
    quote = Attribution("partial", ((32, 37),), (0, 7), (8, 12), statement=((13, 38),))
    assert links(text, [quote], SpeakerTable((SpeakerCluster("Ann Lee", "person"),), (0,)))[0].speaker == 0


WORDS = "revenue of $5m rose 5% to from £3bn ( ) , . and or which said “ ” - a the 2004 in last year Acme 's up down 500 jobs worth per share".split()


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_links_are_sound_for_any_words(words: list[str]) -> None:
    document, amounts, _ = parts(" ".join(words))
    found = link_claims(document, amounts, timeline(document, Options()), [], SpeakerTable())
    assert len(found) == len(amounts)
    for index, link in enumerate(found):
        assert 0 <= link.confidence <= 1
        assert link.modality in ("stated", "forecast", "conditional", "negated")
        assert link.converts is None or link.converts < index
        if isinstance(link.change, ChangeLink):
            ends = [end for end in (link.change.by, link.change.from_, link.change.to) if end is not None]
            assert all(0 <= end < len(amounts) for end in ends)
            assert len(set(ends)) == len(ends)


@pytest.mark.parametrize("piece", PIECES["claims"])
def test_work_is_linear_in_a_text_without_an_end(piece: str) -> None:
    def prepare(text: str) -> Work:
        document, amounts, _ = parts(text)
        times = timeline(document, Options())
        _ = document.tokens.codes, document.sentences
        return lambda: link_claims(document, amounts, times, [], SpeakerTable())

    assert_linear(prepare, piece)
