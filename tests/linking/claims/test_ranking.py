"""What an amount is about is chosen: the points, the candidates, and what a choice must always hold."""

from __future__ import annotations

import pytest

import factx
from factx import lexicon
from factx.linking.claims.candidates import Candidate
from factx.linking.claims.confidence import confidence_of
from factx.linking.claims.ranking import QUESTIONS, WEIGHED, answer_points_of, by_points, likeliest, points_of

WHOSE = (
    # (article, amount, subject): in each, another noun stands nearer to the amount.
    ("Torrin plc, which bought Norvik in May, spent $40 million on its docks.", "$40 million", "Torrin plc"),
    ("Analysts at Corvex expect Halden Group's revenue to reach $3 billion.", "$3 billion", "Halden Group"),
    ("The market for hearing aids was valued at $9 billion in 2023.", "$9 billion", "The market for hearing aids"),
    ("Ann Lee, who runs the docks for Lumen Foods, was paid $2 million.", "$2 million", "Ann Lee"),
)
WHEN = (
    # (article, amount, period): the sentence names two times.
    ("In 2022, Norvik paid $3 million for a mill that was built in 1990.", "$3 million", "2022"),
    ("Revenue was $9 million in 2023, up from $7 million in 2022, Torrin said.", "$9 million", "2023"),
    ("Revenue was $9 million in 2023, up from $7 million in 2022, Torrin said.", "$7 million", "2022"),
    ("Founded in 1988, Halden Group earned $5 million in 2021.", "$5 million", "2021"),
)


@pytest.mark.parametrize(("text", "amount", "subject"), WHOSE)
def test_the_subject_is_not_the_nearest_noun(text: str, amount: str, subject: str) -> None:
    (claim,) = [c for c in factx.extract(text, published="2024-05-07").money if c.span.text == amount]
    assert claim.subject == subject


@pytest.mark.parametrize(("text", "amount", "period"), WHEN)
def test_of_two_times_each_amount_has_its_own(text: str, amount: str, period: str) -> None:
    (claim,) = [c for c in factx.extract(text, published="2024-05-07").money if c.span.text == amount]
    assert claim.period is not None
    assert claim.period.value == period


def test_points_are_sorted_whole_numbers_of_some_use() -> None:
    features = lexicon.columns("claim_points.tsv", 1 + len(QUESTIONS))[0]
    assert features == sorted(set(features))
    for question in QUESTIONS:
        assert 1_000 < len(points_of(question)) < 20_000


def test_answers_have_points_of_their_own() -> None:
    features = lexicon.columns("answer_points.tsv", 1 + len(WEIGHED))[0]
    assert features == sorted(set(features))
    for asked in WEIGHED:
        assert 100 < len(answer_points_of(asked)) < 2_000


@pytest.mark.parametrize("question", QUESTIONS)
def test_shares_are_of_one_whole_and_fall(question: str) -> None:
    found = [Candidate("noun", i, [feature]) for i, feature in enumerate(list(points_of(question))[:50])]
    shares = [share for share, _ in by_points(question, found)]
    assert sum(shares) == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)


def test_candidates_that_say_the_same_are_one_answer() -> None:
    found = [Candidate("noun", node) for node in range(3)]
    names = ("Bolt", "Norvik", "Bolt")
    told = likeliest("subject", found, lambda c: (True, names[c.node or 0]))
    assert [(one.text, one.share) for one in told] == [("Bolt", pytest.approx(2 / 3)), ("Norvik", pytest.approx(1 / 3))]


def test_what_says_nothing_counts_for_nothing() -> None:
    found = [Candidate("noun", node) for node in range(4)]
    (told,) = likeliest("subject", found, lambda c: (c.node == 3, "Bolt"))
    assert (told.text, told.share) == ("Bolt", pytest.approx(1))
    assert likeliest("subject", found, lambda c: (False, "Bolt")) == []


def test_confidence_rises_with_each_of_its_parts() -> None:
    low, high = 0.4, 0.9
    for kind in ("money", "count"):
        rising = [
            confidence_of(low, low, low, kind),
            confidence_of(high, low, low, kind),
            confidence_of(high, high, low, kind),
            confidence_of(high, high, high, kind),
        ]
        assert rising == sorted(rising)
        assert 0 <= rising[0] < rising[-1] <= 1


ABOUT = """Torrin buys Norvik

LEEDS, 7 May 2024 - Torrin plc today announced that it has bought Norvik Docks Ltd.

About Torrin plc
Torrin plc runs docks. Our revenue was $90 million in 2023.

About Norvik Docks Ltd
Norvik Docks Ltd makes cranes. In 2023, the company had revenue of $40 million.
"""


@pytest.mark.parametrize(("amount", "subject"), [("$90 million", "Torrin"), ("$40 million", "Norvik")])
def test_a_heading_says_who_the_company_is(amount: str, subject: str) -> None:
    (claim,) = [c for c in factx.extract(ABOUT).money if c.span.text == amount]
    assert claim.subject is not None
    assert claim.subject.startswith(subject)
