"""Metric names, the user's own metrics, the article's company, and the word lists behind them."""

from __future__ import annotations

import pytest

import factx
from factx import lexicon
from factx.lexicon.user import Lexicon
from factx.linking.claims.metric import metric_of


@pytest.mark.parametrize(
    ("what", "metric"),
    [
        ("net sales", "revenue"),
        ("turnover", "revenue"),
        ("comparable store net sales", "comparable sales"),
        ("pre-tax profit", "pre-tax profit"),
        ("net income per share", "earnings per share"),
        ("net income per share on a diluted basis", "diluted earnings per share"),
        ("net loss per share", "loss per share"),
        ("adjusted EBITDA", "adjusted EBITDA"),
        ("interim dividend a share", "dividend"),
        ("rise in fuel costs", "fuel costs"),
        ("revenue from sales of gears in Spain", "revenue"),
        ("cash flow from operations", "operating cash flow"),
        ("spent on chips", None),
        ("", None),
        (None, None),
    ],
)
def test_metric(what: str | None, metric: str | None) -> None:
    assert metric_of(what) == metric


def test_the_users_metrics_win() -> None:
    extractor = factx.Extractor(
        lexicon=Lexicon(metrics={"gross bookings": "gross bookings", "net sales": "till money"})
    )
    facts = extractor.extract("Gross bookings were $5 million. Net sales were $3 million.")
    assert [m.metric for m in facts.money] == ["gross bookings", "till money"]


@pytest.mark.parametrize("name", ["metrics.tsv", "change_words.tsv", "modality.tsv", "claim_words.tsv"])
def test_lists_are_sorted_without_repeats_and_say_where_they_come_from(name: str) -> None:
    rows = lexicon.rows(name)
    assert list(rows) == sorted(set(rows), key="\t".join)
    keys = [row[:-1] if name != "claim_words.tsv" else row for row in rows]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Harlow Foods opened a plant. Net income jumped to $3bn in 2004. Harlow Foods is based in Leeds.",
            "Harlow Foods",
        ),
        ("Harlow Foods opened a plant. It spent $3bn on it.", "Harlow Foods"),
        ("The airline, Bolt Air, is to buy ten jets for $3bn.", "Bolt Air"),
        ("Analysts at Colder expect that its rival Acme will earn $3bn.", "Acme"),
        ("Acme’s costs rose to $3bn.", "Acme"),
        ("Sales of Acme's gears in Spain reached $3bn.", "Acme"),
        ("Investors asked Acme to pay $3bn.", "Acme"),
        ("Reporting its results, the airline made a profit of $3bn.", "the airline"),
        ("Acme has closed two plants and has sold a third for $3bn.", "Acme"),
        pytest.param(
            "The shop, which Acme opened in May, cost $3bn.",
            "The shop",
            marks=pytest.mark.xfail(strict=True, reason="the parse takes the relative clause's subject"),
        ),
        ("Costs were $3bn.", None),
    ],
)
def test_whose(text: str, subject: str | None) -> None:
    (money,) = factx.extract(text, published="2024-05-07").money
    assert money.subject == subject
