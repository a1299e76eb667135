"""Thirty captions and heads as they are written above tables: the scale, the currency and the days of the first column."""

from __future__ import annotations

import pytest

import factx

# lines above the table, head of the first column, then: scale, currency, first day / last day
WRITTEN = [
    ("Income statement\n(dollars in thousands, except per share data)", "Three months ended March 31, 2025", 1000, "USD", "2025-01-01/2025-03-31"),
    ("Income statement (in millions of euros)", "Q2 2025", 10**6, "EUR", "2025-04-01/2025-06-30"),
    ("Condensed statements (unaudited, in £ million)", "Half year ended 30 June 2025", 10**6, "GBP", "2025-01-01/2025-06-30"),
    ("Key figures, SEK m", "Jan-Mar 2025", 10**6, "SEK", "2025-01-01/2025-03-31"),
    ("US$ thousands, unless otherwise stated", "Year ended 31 December 2024", 1000, "USD", "2024-01-01/2024-12-31"),
    ("(Amounts in CHF million)", "H1 2025", 10**6, "CHF", "2025-01-01/2025-06-30"),
    ("Results (¥ billion)", "FY2024", 10**9, "JPY", ""),
    ("Consolidated results (Rs. in crore)", "Quarter ended 30.06.2025", 10**7, "INR", "2025-04-01/2025-06-30"),
    ("RMB'000", "Six months ended 30 June 2025", 1000, "CNY", "2025-01-01/2025-06-30"),
    ("Balance sheet\n(HK$ million)", "As at 31 December 2024", 10**6, "HKD", "2024-12-31"),
    ("CONSOLIDATED BALANCE SHEETS\n(dollars in thousands)", "September 27, 2025", 1000, "USD", "2025-09-27"),
    ("(In thousands of Canadian dollars)", "Nine months ended September 30, 2025", 1000, "CAD", "2025-01-01/2025-09-30"),
    ("$000s", "13 weeks ended June 28, 2025", 1000, "USD", "2025-03-30/2025-06-28"),
    ("A$m", "Year ended 30 June 2025", 10**6, "AUD", "2024-07-01/2025-06-30"),
    ("Key figures (EURm)", "1-9/2025", 10**6, "EUR", "2025-01-01/2025-09-30"),
    ("TEUR", "Q1 2025", 1000, "EUR", "2025-01-01/2025-03-31"),
    ("NOK million", "4Q24", 10**6, "NOK", "2024-10-01/2024-12-31"),
    ("Statement of operations (in US dollars)", "Twelve months ended June 30, 2025", 1, "USD", "2024-07-01/2025-06-30"),
    ("In millions of U.S. dollars, except share amounts", "Fiscal year ended February 1, 2025", 10**6, "USD", "2024-02-02/2025-02-01"),
    ("£m", "52 weeks ended 29 March 2025", 10**6, "GBP", "2024-03-31/2025-03-29"),
    ("(ZAR million)", "30 June 2025", 10**6, "ZAR", "2025-06-30"),
    ("For the years ended December 31\n(in billions of yen)", "2024", 10**9, "JPY", "2024-01-01/2024-12-31"),
    ("For the three months ended June 30, 2025 and 2024\n($ in millions)", "2024", 10**6, "USD", "2024-04-01/2024-06-30"),
    ("Statement of financial position as of September 30\n(€ thousand)", "2025", 1000, "EUR", "2025-09-30"),
    ("Third quarter results (DKK million)", "2025", 10**6, "DKK", "2025-07-01/2025-09-30"),
    ("BRL millions", "3Q25", 10**6, "BRL", "2025-07-01/2025-09-30"),
    ("(expressed in thousands of US dollars)", "Quarter ended March 31, 2025", 1000, "USD", "2025-01-01/2025-03-31"),
    ("PLN '000", "1 January - 31 March 2025", 1000, "PLN", "2025-01-01/2025-03-31"),
    ("Figures in MEUR", "Full year 2024", 10**6, "EUR", "2024-01-01/2024-12-31"),
    ("Revenue by region, $ millions", "Thirty-nine weeks ended November 1, 2025", 10**6, "USD", "2025-02-02/2025-11-01"),
]  # fmt: skip


@pytest.mark.parametrize(("above", "head", "scale", "currency", "days"), WRITTEN)
def test_scale_currency_and_period(above: str, head: str, scale: int, currency: str, days: str) -> None:
    text = f"{above}\n\n| | {head} |\n|---|---|\n| Revenue | 1,204 |\n| Operating profit | 310 |\n"
    facts = factx.extract(text, published="2025-11-20")
    claim = next(money for money in facts.money if money.cell is not None)
    assert (claim.low, claim.currency) == (1204 * scale, currency)
    assert facts.tables[0].scale == scale
    period = claim.period
    got = "" if period is None or period.start is None else period.start.isoformat()
    if period is not None and period.end != period.start:
        got += f"/{period.end}"
    assert got == days


def test_the_next_table_does_not_inherit() -> None:
    first = "Sales (in € million)\n\n| | 2024 |\n|---|---|\n| Spain | 1,204 |\n| Italy | 900 |\n\n"
    second = "Stores\n\n| | 2024 |\n|---|---|\n| Spain | 64 |\n| Italy | 51 |\n"
    facts = factx.extract(first + second)
    assert [money.low for money in facts.money] == [1_204_000_000, 900_000_000]
    assert [number.low for number in facts.numbers] == [64, 51]


def test_rows_that_are_exempt() -> None:
    text = (
        "Results (in thousands, except share and per share data)\n\n| | 2024 |\n|---|---|\n| Net income | $1,204 |\n"
        "| Diluted earnings per share | $0.92 |\n| Weighted average shares, diluted | 1,308,700 |\n| Operating margin | 12.5% |\n"
    )
    facts = factx.extract(text)
    assert [(money.low, money.per) for money in facts.money] == [
        (1_204_000, None),
        (factx.extract("$0.92").money[0].low, "share"),
    ]
    assert next((number.low, number.unit) for number in facts.numbers) == (1_308_700, "shares")
