"""Fiscal quarters whose end the text tells."""

from __future__ import annotations

import pytest

from factx.article import Article
from factx.document import Document
from factx.linking.timeline import timeline
from factx.options import Options


def quarters(
    text: str, published: str | None = "2017-02-07", **options: str
) -> list[tuple[str, str | None, str, bool]]:
    mentions = timeline(Document(Article(text=text, published=published)), Options(**options)).mentions
    return [
        (text[m.start : m.end], m.value, str(m.first), m.fiscal)
        for m in mentions
        if m.rule in ("quarter code", "nth quarter")
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Q3 (October-December)", "Q3 (Oct. – Dec. 2016)", "Q3 (October to December)", "the third quarter (October through December 2016)",
        "Q3 (quarter ended December 31, 2016)", "Q3 (three months to 31 December)", "the quarter ended December (Q3) 2016",
        "the quarter ended 31 December 2016 (Q3)",
    ],
)  # fmt: skip
def test_a_told_quarter_places_the_others(told: str) -> None:
    found = quarters(f"Orders in {told} grew. Costs in Q3 fell, unlike in Q1. The second quarter was flat.")
    assert found[1:] == [
        ("Q3", "FY2017-Q3", "2016-10-01", True), ("Q1", "FY2017-Q1", "2016-04-01", True),
        ("The second quarter", "FY2017-Q2", "2016-07-01", True),
    ]  # fmt: skip
    assert found[0][1:] == ("FY2017-Q3", "2016-10-01", True)


def test_labels_of_fiscal_years_get_days() -> None:
    text = "Orders in Q1 (July to September) grew. It plans 50 in fiscal 2018."
    mention = timeline(Document(Article(text=text, published="2017-11-07")), Options()).mentions[-1]
    assert (mention.value, str(mention.first), str(mention.last)) == ("FY2018", "2017-07-01", "2018-06-30")


def test_without_a_day_only_the_told_fiscal_year_is_known() -> None:
    text = "Orders in the quarter ended December (Q3) 2016 grew. Q2 was flat. Q4 is open."
    assert [row[1] for row in quarters(text, None)] == ["FY2017-Q3", "FY2017-Q2", None]
    assert [row[1] for row in quarters("Orders in Q3 (October to December) grew.", None)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Orders in Q4 (October to December) grew. Q4 was good.",
        "Orders in Q4 (November to December) grew. Q4 was good.",
        "Orders in the quarter ended November 4, 2016 (Q4) grew. Q4 was good.",
        "Orders in Q4 (Leeds to London) grew. Q4 was good.",
    ],
)
def test_calendar_quarters_and_other_brackets_tell_nothing(text: str) -> None:
    assert quarters(text)[-1] == ("Q4", "2016-Q4", "2016-10-01", False)


def test_the_option_wins() -> None:
    text = "Orders in Q3 (October to December) grew. It plans 50 in fiscal 2018."
    document = Document(Article(text=text, published="2017-02-07"))
    assert str(timeline(document, Options(fiscal_year_end="09-30")).mentions[-1].first) == "2017-10-01"
