"""The periods that claims can be about."""

from __future__ import annotations

import pytest

from factx.article import Article
from factx.document import Document
from factx.linking.timeline import periods, timeline
from factx.options import Options


def found(text: str, published: str | None = "2024-05-07", **options: str) -> list[tuple[str, str | None, str, str]]:
    times = timeline(Document(Article(text=text, published=published)), Options(**options))
    return [(p.link.text, p.link.value, str(p.link.first), str(p.link.last)) for p in periods(text, times)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for the four months to 30 April 2023,", ("four months to 30 April 2023", "P4M/2023-04-30", "2023-01-01", "2023-04-30")),
        ("for the 12-week fiscal quarter ended March 23, 2024", ("12-week fiscal quarter ended March 23, 2024", "P12W/2024-03-23", "2023-12-31", "2024-03-23")),
        ("the quarter ended 30 September 2023 was", ("quarter ended 30 September 2023", "P3M/2023-09-30", "2023-07-01", "2023-09-30")),
        ("the year to March 2024", ("year to March 2024", "P1Y/2024-03", "2023-04-01", "2024-03-31")),
        ("the fiscal year ended June 30", ("fiscal year ended June 30", "P1Y/2023-06-30", "2022-07-01", "2023-06-30")),
        ("the nine months ended 30 September 2023", ("nine months ended 30 September 2023", "P9M/2023-09-30", "2023-01-01", "2023-09-30")),
        ("in the third quarter of fiscal 2024", ("third quarter of fiscal 2024", "FY2024-Q3", "None", "None")),
        ("in fiscal 2023", ("fiscal 2023", "FY2023", "None", "None")),
        ("last year", ("last year", "2023", "2023-01-01", "2023-12-31")),
        ("the first nine months of 2023", ("first nine months of 2023", "P9M/2023-09-30", "2023-01-01", "2023-09-30")),
        ("the past three years", ("past three years", "P3Y/2024-05-07", "2021-05-08", "2024-05-07")),
        ("between 2010 and 2012", ("2010 and 2012", "2010/2012", "2010-01-01", "2012-12-31")),
        ("from March to May 2023", ("March to May 2023", "2023-03/2023-05", "2023-03-01", "2023-05-31")),
    ],
)  # fmt: skip
def test_one_period(text: str, expected: tuple[str, str, str, str]) -> None:
    assert found(text) == [expected]


def test_fiscal_year_end_gives_days() -> None:
    assert found("fiscal 2023", fiscal_year_end="09-30") == [("fiscal 2023", "FY2023", "2022-10-01", "2023-09-30")]


def test_twin_periods_end_on_one_day() -> None:
    rows = found("in its 12-week and 24-week periods ended June 17, 2023")
    assert [(text, value) for text, value, _, _ in rows] == [
        ("12-week", "P12W/2023-06-17"), ("24-week periods ended June 17, 2023", "P24W/2023-06-17"),
    ]  # fmt: skip


@pytest.mark.parametrize("published", [None, "2010-02-09"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for the first seven months of 2006", ("first seven months of 2006", "P7M/2006-07-31", "2006-01-01", "2006-07-31")),
        ("in the opening two months of 2008", ("opening two months of 2008", "P2M/2008-02-29", "2008-01-01", "2008-02-29")),
        ("in the last four months of 2006", ("last four months of 2006", "P4M/2006-12-31", "2006-09-01", "2006-12-31")),
        ("over the first three quarters of 2009", ("first three quarters of 2009", "P3Q/2009-09-30", "2009-01-01", "2009-09-30")),
        ("in the first half of 2007", ("first half of 2007", "2007-H1", "2007-01-01", "2007-06-30")),
        ("in the first five months of fiscal 2008", ("first five months of fiscal 2008", "P5M/FY2008", "None", "None")),
    ],
)  # fmt: skip
def test_parts_of_a_year_need_no_anchor(published: str | None, text: str, expected: tuple[str, str, str, str]) -> None:
    assert found(text, published) == [expected]


def test_the_same_period_of_another_year_has_the_same_length() -> None:
    text = "In the first two months of 2009 it made $8m, against $6m in the same period of 2008."
    assert found(text)[1] == ("same period of 2008", "P2M/2008-02-29", "2008-01-01", "2008-02-29")
    text = "For the six months to 30 June 2009 it made $8m, and $6m in the corresponding period of 2007."
    assert found(text)[1] == ("corresponding period of 2007", "P6M/2007-06-30", "2007-01-01", "2007-06-30")
    assert found("It made $6m in the same period of 2007.") == [
        ("same period of 2007", "2007", "2007-01-01", "2007-12-31")
    ]


def test_durations_without_an_end_are_no_periods() -> None:
    assert found("It took three years and a 13-week strike.") == []


def test_dates_that_close_a_period_carry_its_days() -> None:
    text = "sales for the fiscal quarter ended March 30, 2024"
    mention = timeline(Document(Article(text=text)), Options()).mentions[0]
    assert (mention.value, str(mention.first), mention.fiscal) == ("2024-03-30", "2023-12-31", True)
