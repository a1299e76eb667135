"""The fiscal year that a text tells to end on a day gives the labels of fiscal years and quarters their days."""

from __future__ import annotations

import pytest

from factx.article import Article
from factx.document import Document
from factx.linking.timeline import timeline
from factx.options import Options


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("In the fiscal year ended June 30, 2017, orders grew.", "2017-07-01", "2018-06-30"),
        ("In the financial year to 31 March 2017, orders grew.", "2017-04-01", "2018-03-31"),
        ("In the fiscal year ending on 30 September 2017, orders grew.", "2017-10-01", "2018-09-30"),
        ("In the year ended June 30, 2017, orders grew.", "None", "None"),
    ],
)
def test_labels_of_fiscal_years_get_days(told: str, first: str, last: str) -> None:
    mention = timeline(
        Document(Article(text=f"{told} It plans 50 in fiscal 2018.", published="2017-11-07")), Options()
    ).mentions[-1]
    assert (mention.value, str(mention.first), str(mention.last)) == ("FY2018", first, last)


def test_the_option_wins() -> None:
    text = "In the fiscal year ended June 30, 2016, orders grew. It plans 50 in fiscal 2018."
    document = Document(Article(text=text, published="2017-02-07"))
    assert str(timeline(document, Options(fiscal_year_end="09-30")).mentions[-1].first) == "2017-10-01"


def test_a_bracket_behind_a_quarter_tells_nothing() -> None:
    text = "Orders in Q4 (Leeds to London) grew. Q4 was good."
    found = timeline(Document(Article(text=text, published="2017-02-07")), Options()).mentions
    assert [(mention.value, str(mention.first), mention.fiscal) for mention in found] == [
        ("2016-Q4", "2016-10-01", False)
    ] * 2
