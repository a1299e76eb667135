"""What a reader of results announcements would expect of their tables."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal

import pytest

import factx
from factx.output.csv_files import to_csv
from factx.output.markdown import to_markdown
from factx.output.table import to_table

STATEMENT = """\
LONDON, 7 August 2025 – Orlo plc today announced its results. Revenue in the three months ended 30 June 2025 was £{told} million.

Income statement
(in £ thousands, unaudited)

| | Three months ended 30 June 2025 | Three months ended 30 June 2024 | Change |
|---|---|---|---|
| Revenue | 58,913 | 51,200 | 15% |
| Operating costs | (50,102) | (47,300) | 6% |
| Net income | 4,102 | 4,000 | 3% |

“We are content,” said Ann Lee, chief executive of Orlo.
"""


@pytest.fixture(scope="module")
def facts() -> factx.Facts:
    return factx.extract(STATEMENT.format(told="58.9"))


def cells(facts: factx.Facts) -> list[factx.MonetaryClaim]:
    return [money for money in facts.money if money.cell is not None]


def test_figures_have_their_values_and_their_cells(facts: factx.Facts) -> None:
    assert [(money.cell.row, money.low) for money in cells(facts) if money.cell] == [
        ("Revenue", 58_913_000), ("Revenue", 51_200_000), ("Operating costs", -50_102_000), ("Operating costs", -47_300_000),
        ("Net income", 4_102_000), ("Net income", 4_000_000),
    ]  # fmt: skip
    assert {money.subject for money in cells(facts)} == {"Orlo plc"}
    assert all(facts.table(money) is facts.tables[0] for money in cells(facts))


def test_the_sentence_and_the_cell_are_one_fact(facts: factx.Facts) -> None:
    told = next(money for money in facts.money if money.cell is None)
    cell = facts.get(told.restates or "")
    assert isinstance(cell, factx.MonetaryClaim)
    assert (cell.low, facts.consistency()) == (58_913_000, [])


def test_a_sentence_that_does_not_agree_with_its_table_is_reported() -> None:
    facts = factx.extract(STATEMENT.format(told="58.2"))
    (note,) = facts.consistency()
    assert note.reason == "revenue is given as £58.2 million, and in the table as 58,913"


def test_a_change_that_does_not_follow_from_its_row_is_reported() -> None:
    facts = factx.extract(STATEMENT.format(told="58.9").replace("| 15% |", "| 25% |"))
    (note,) = facts.consistency()
    assert note.reason.startswith("up 25% is stated, but from 51,200 to 58,913 is +15")


def test_changes_point_to_what_they_compare(facts: factx.Facts) -> None:
    change = facts.numbers[0].change
    assert change is not None
    then, now = facts.get(change.from_ or ""), facts.get(change.to or "")
    assert isinstance(then, factx.MonetaryClaim)
    assert isinstance(now, factx.MonetaryClaim)
    assert (change.direction, then.low, now.low) == ("up", 51_200_000, 58_913_000)


def test_running_text_is_read_as_if_there_were_no_table(facts: factx.Facts) -> None:
    assert [(quote.text, speaker.name) for quote in facts.quotes if (speaker := facts.speaker(quote))] == [
        ("We are content", "Ann Lee")
    ]
    without = factx.extract(re.sub(r"\|.*\n", "", STATEMENT.format(told="58.9")))
    assert [date.value for date in facts.dates] == [date.value for date in without.dates]


def test_every_span_is_its_text(facts: factx.Facts) -> None:
    text = facts.article.text
    spans = [money.span for money in cells(facts)] + [money.sentence for money in cells(facts)]
    spans += [cell for row in facts.tables[0].rows for cell in row.cells if cell is not None]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert cells(facts)[0].sentence.text == "| Revenue | 58,913 | 51,200 | 15% |"


@pytest.mark.parametrize(
    ("only", "money", "tables"),
    [({"tables"}, 6, 1), ({"money"}, 1, 0), ({"money", "tables"}, 7, 1), ({"quotes"}, 0, 0)],
)
def test_kinds_that_are_asked_for(only: set[str], money: int, tables: int) -> None:
    facts = factx.Extractor(only=only).extract(STATEMENT.format(told="58.9"))
    assert (len(facts.money), len(facts.tables)) == (money, tables)


def test_low_and_high_are_one_forecast() -> None:
    facts = factx.extract(
        "Outlook for 2025 (raised)\n\n| | Low | High |\n|---|---|---|\n| Net sales ($ million) | 1,610 | 1,640 |\n| Tax rate | 21% | 22% |\n"
    )
    (sales,) = facts.money
    assert (sales.low, sales.high, sales.modality, sales.guidance) == (
        1_610_000_000,
        1_640_000_000,
        "forecast",
        "raised",
    )
    assert facts.tables[0].rows[0].values == (1_610_000_000, 1_640_000_000)


def test_quarters_that_are_not_over_are_the_issuers_own() -> None:
    text = (
        "Data sheet (units in thousands, revenue in millions)\n\n"
        "                 Q4 2024              Q3 2024\n"
        "             Units   Revenue      Units   Revenue\n"
        "Phones      39,272   $23,680     35,203   $19,751\n"
        "Tablets     12,316     5,316     13,276     5,889\n"
    )
    facts = factx.extract(text, published="2024-10-21")
    assert [(number.low, number.unit) for number in facts.numbers][:2] == [(39_272_000, "units"), (35_203_000, "units")]
    assert facts.money[0].low == 23_680_000_000
    period = facts.money[0].period
    assert period is not None
    assert (period.value, period.start) == ("FY2024-Q4", None)


def test_segments_are_whose_their_figures_are() -> None:
    text = "Segments, € million\n\n| | Turbines | | Group | |\n|---|---|---|---|---|\n| | 2024 | 2023 | 2024 | 2023 |\n| Orders | 410 | 380 | 1,204 | 1,100 |\n"
    facts = factx.extract("BONN, 3 March 2025 – Orlo SE today announced its results.\n\n" + text)
    assert [(money.subject, money.low) for money in facts.money] == [
        ("Turbines", 410_000_000), ("Turbines", 380_000_000), ("Orlo SE", 1_204_000_000), ("Orlo SE", 1_100_000_000),
    ]  # fmt: skip


ODD = {
    "its columns have no heads": "Sales (in € million)\n\n| Spain | 1,204 | 1,100 |\n| Italy | 900 | 870 |\n| Malta | 12 | 10 |\n",
    "its rows have no labels": "Sales (in € million)\n\n| 2024 | 2023 |\n|---|---|\n| 1,204 | 1,100 |\n| 900 | 870 |\n",
    "several of its rows have the same label": "Shares in issue\n\n| | Basic | Diluted |\n|---|---|---|\n| 2024 | 1,204 | 1,300 |\n| 2024 | 1,100 | 1,180 |\n",
}


@pytest.mark.parametrize("reason", ODD)
def test_what_is_not_understood_is_said(reason: str) -> None:
    facts = factx.extract(ODD[reason])
    assert (facts.money, facts.numbers, facts.tables) == ((), (), ())
    (warning,) = facts.warnings
    assert re.fullmatch(rf"no figures were read in the table from character \d+ to \d+: {reason}", warning)


def test_money_without_a_scale_beside_tables_that_have_one() -> None:
    first = "Sales (in € million)\n\n| | 2024 |\n|---|---|\n| Spain | 1,204 |\n| Italy | 900 |\n\n"
    second = "Costs, €\n\n| | 2024 | 2023 |\n|---|---|---|\n| Wages | 410 | 402 |\n| Rent | 96 | 95 |\n"
    facts = factx.extract(first + second)
    assert [money.low for money in facts.money][2:] == [410, 402, 96, 95]
    assert "states no scale" in facts.warnings[0]


@pytest.mark.parametrize("text", [
    "Agenda\n\n| Item | Page |\n|---|---|\n| Opening | 3 |\n| Report of the board | 4 |\n| Questions | 12 |\n",
    "Contact          Ann Lee           020 7946 0018\nPress            Bo Day            020 7946 0112\n",
    "Group A | Group B\nOrlo | Bolt\nHarwell | Tessel\n",
])  # fmt: skip
def test_tables_that_say_no_figures(text: str) -> None:
    facts = factx.extract(text)
    assert (facts.tables, facts.warnings) == ((), ())


def test_outputs_show_tables_as_tables(facts: factx.Facts) -> None:
    assert "| Revenue | 58,913,000 | 51,200,000 | 15 |" in to_markdown(facts)
    shown = to_table(facts, width=120)
    assert re.search(r"Revenue\s+58,913,000\s+51,200,000\s+15", shown)
    page = facts.to_html()
    assert '<table class="figures">' in page
    assert re.search(
        r'<td>(?:<span class="unseen">[^<]*</span>)?<mark class="money" id="at-m2"[^>]*>58,913</mark>', page
    )
    rows = list(csv.DictReader(io.StringIO(to_csv([facts], kind="money"), newline="")))
    assert (rows[1]["table_id"], rows[1]["table_row"], rows[1]["table_column"]) == (
        "t1",
        "Revenue",
        "Three months ended 30 June 2025",
    )
    assert rows[0]["restates"] == rows[1]["id"]


def test_a_round_trip_keeps_tables(facts: factx.Facts) -> None:
    assert factx.Facts.model_validate_json(facts.model_dump_json()) == facts
    assert json.loads(facts.model_dump_json())["tables"][0]["rows"][0]["values"] == ["58913000", "51200000", "15"]


def test_a_table_is_a_data_frame(facts: factx.Facts) -> None:
    pytest.importorskip("pandas")
    frame = facts.tables[0].to_pandas()
    assert frame.loc["Net income", "Three months ended 30 June 2024"] == Decimal(4_000_000)


def test_figures_of_a_table_are_in_no_headline_and_no_byline() -> None:
    text = "Bolt Reports Results\n\nBolt said this.\n\nCONSOLIDATED STATEMENTS OF INCOME\n\n| £ million | 2023 |\n|---|---|\n| Revenue | 58 |\n"
    facts = factx.extract(text)
    assert [claim.section for claim in cells(facts)] == ["body"]
    assert facts.tables[0].section == "body"


def test_arrow_carries_row_and_column(facts: factx.Facts) -> None:
    pytest.importorskip("pyarrow")
    table = facts.to_arrow()
    assert table.column("table_row").to_pylist().count("Revenue") == 3


def test_a_grid_that_the_user_gives() -> None:
    text = "Sales 2024 Spain 1,204"
    spots = [(6, 10, 0, 1), (11, 16, 1, 0), (17, 22, 1, 1)]
    grid = factx.Grid(start=0, end=22, cells=tuple(factx.GridCell(*spot) for spot in spots))
    facts = factx.extract(factx.Article(text=text, tables=(grid,)))
    (number,) = facts.numbers
    assert (number.low, number.what, number.period and number.period.value) == (1204, "Spain", "2024")


def test_wide_tables_are_cut_with_a_warning() -> None:
    row = "| Spain | " + " | ".join(f"{n},100" for n in range(1, 400)) + " |\n"
    facts = factx.extract(f"{row}{row.replace('Spain', 'Italy')}")
    assert facts.tables == ()
    assert "it has more than 150 columns" in facts.warnings[0]
