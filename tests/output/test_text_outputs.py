"""JSON, CSV, Markdown and the terminal table."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from factx import Article, Facts, MonetaryClaim, Span, extract
from factx.output import wording
from factx.output.csv_files import to_csv
from factx.output.grid import cells, table, wrap
from factx.output.json_lines import schema, to_json
from factx.output.markdown import to_markdown
from factx.output.table import to_table

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def test_json_has_its_version_and_no_text_unless_asked(statement: Facts) -> None:
    short, full = json.loads(to_json(statement)), json.loads(to_json(statement, text=True))
    assert next(iter(short)) == "schema_version"
    assert "text" not in short["article"]
    assert full.pop("article").pop("text") == statement.article.text
    assert {**short, "article": None} == {**full, "article": None}


def test_json_comes_back_equal(
    statement: Facts, hostile_texts: list[str], make_hostile: Callable[[str], Facts]
) -> None:
    for facts in [statement, *map(make_hostile, hostile_texts)]:
        assert Facts.model_validate_json(to_json(facts, text=True)) == facts


def test_json_is_one_line_and_utf8(make_hostile: Callable[[str], Facts], hostile_texts: list[str]) -> None:
    for text in hostile_texts:
        line = to_json(make_hostile(text))
        assert "\n" not in line
        assert "\r" not in line
        line.encode("utf-8")


def test_json_fits_its_schema(statement: Facts) -> None:
    model = schema()
    kept = json.loads(to_json(statement))
    assert set(model["required"]) <= set(kept)
    assert set(model["properties"]) == set(kept)
    assert set(model["$defs"]["Article"]["required"]) <= set(kept["article"])
    assert set(kept["money"][0]) == set(model["$defs"]["MonetaryClaim"]["properties"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bolt expects revenue of between £60 million and £65 million.", "between £60 million and £65 million"),
        ("Bolt expects revenue of £60 million to £65 million.", "£60 million to £65 million"),
        ("Bolt expects revenue of £60-65 million.", "£60-65 million"),
        ("| Outlook for 2025, £m | Low | High |\n|---|---|---|\n| Revenue | 1,610 | 1,640 |\n", "1,610 to 1,640"),
    ],
)
def test_a_range_reads_as_one(text: str, told: str) -> None:
    (claim,) = extract(text).money
    assert wording.amount(claim) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The call is on 9 May 2024 at 5:00 p.m.", "9 May 2024, 17:00"),
        ("It is open tomorrow morning.", "8 May 2024, morning"),
        ("It is open on 9 May 2024 from 10 am to 6 pm.", "9 May 2024, 10:00 to 18:00"),
        ("It is open from 7 to 9 May 2024.", "7–9 May 2024"),
    ],
)
def test_a_time_of_the_day_is_told(text: str, told: str) -> None:
    assert told in [wording.when(mention) for mention in extract(text, published="2024-05-07").dates]


def test_the_clause_around_a_fragment_is_told_where_it_tells_more() -> None:
    text = "Ann Lee called the answer of the board to the letter “evasive”."
    (quote,) = extract(text).quotes
    assert wording.reported(quote) != ""
    whole = quote.model_copy(update={"text": "the answer of the board to the letter “evasive"})
    assert wording.reported(whole) == ""


def test_amounts_have_no_exponent_in_json() -> None:
    span = Span(start=0, end=1, text="x")
    claim = MonetaryClaim(
        id="m1", span=span, low=Decimal("5E+6"), high=Decimal("1E-7"), currency="USD", sentence=span, confidence=1
    )
    record = json.loads(to_json(Facts(article=Article(text="x"), money=[claim])))["money"][0]
    assert (record["low"], record["high"]) == ("5000000", "0.0000001")


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_csv_of_one_kind_has_its_columns(statement: Facts) -> None:
    rows = read_csv(to_csv([statement], kind="money"))
    assert [row["id"] for row in rows] == ["m1", "m2", "m3", "m4", "m5"]
    assert (rows[0]["comparator"], rows[0]["low"], rows[2]["comparator"]) == (">", "340000000", "=")
    assert "cue" not in rows[0]


def test_csv_of_all_kinds_and_several_articles_has_one_header(statement: Facts) -> None:
    rows = read_csv(to_csv([statement, statement]))
    assert len(rows) == 2 * len(list(statement.records()))


def test_no_csv_cell_begins_a_formula(hostile_texts: list[str], make_hostile: Callable[[str], Facts]) -> None:
    texts = [*hostile_texts, "=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "  =1", "\ufeff=1", "＝1"]
    for text in texts:
        for row in read_csv(to_csv([make_hostile(text)])):
            for name, cell in row.items():
                if name not in ("comparator", "low", "high"):
                    assert not cell.lstrip(" \u00a0\ufeff").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝")), (
                        cell
                    )


def test_csv_keeps_the_text(hostile_texts: list[str], make_hostile: Callable[[str], Facts]) -> None:
    for text in hostile_texts:
        row = next(row for row in read_csv(to_csv([make_hostile(text)], raw=True)) if row["kind"] == "quote")
        assert row["words"] == text.replace("\x00", "\ufffd")
    row = next(r for r in read_csv(to_csv([make_hostile("=HYPERLINK(1)")])) if r["kind"] == "quote")
    assert row["words"] == "'=HYPERLINK(1)"


def test_table_fits_its_width_and_says_everything(statement: Facts) -> None:
    for width in (60, 80, 100):
        lines = to_table(statement, width=width).splitlines()
        assert max(map(cells, lines)) <= width
    flat = " ".join(to_table(statement, width=100).split())
    for words in ("Ingrid Moen (chief executive, Halden Rail)", "more than €340 million", "last year (2023)", "forecast",
                  "7 speakers, 9 quotes, 5 amounts of money, 7 numbers, 11 dates", "(speaker not named)"):  # fmt: skip
        assert words in flat


def test_table_explains(statement: Facts) -> None:
    text = to_table(statement, explain=True)
    assert "marks before cue" in text
    assert "marks before cue" not in to_table(statement)


def test_nothing_in_a_table_controls_a_terminal(hostile_texts: list[str], make_hostile: Callable[[str], Facts]) -> None:
    for text in hostile_texts:
        shown = to_table(make_hostile(text), explain=True)
        assert not CONTROL.search(shown), ascii(CONTROL.search(shown))
        assert max(map(cells, shown.splitlines())) <= 80
    assert "\\x1b[31mred\\x07" in to_table(make_hostile("\x1b[31mred\x07"))


def test_wide_and_long_words_are_wrapped() -> None:
    assert wrap("aaaa bbbb", 4) == ["aaaa", "bbbb"]
    assert wrap("abcdefgh", 3, "- ", "  ") == ["- a", "  b", "  c", "  d", "  e", "  f", "  g", "  h"]
    assert [cells(line) for line in wrap("漢字漢字漢字", 4)] == [4, 4, 4]
    assert cells("e\u0301") == 1
    assert table(["A", "B"], [["1", ""]], 20) == ["A", "-", "1"]


def test_markdown_says_everything(statement: Facts) -> None:
    text = to_markdown(statement, explain=True)
    assert "### Ingrid Moen (chief executive, Halden Rail)" in text
    assert (
        "| more than €340 million | spent on our bridges | Halden Rail | last year (2023) | Ingrid Moen |  | EUR 340,000,000 |"
        in text
    )
    assert "## Why" in text


def test_nothing_in_markdown_becomes_markup(hostile_texts: list[str], make_hostile: Callable[[str], Facts]) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("commonmark").enable("table")

    def kinds(text: str) -> set[str]:
        tokens = parser.parse(to_markdown(make_hostile(text), explain=True))
        inner = [child for token in tokens for child in token.children or []]
        return {token.type for token in [*tokens, *inner]} - {"text_special"}

    harmless = kinds("plain words")
    for text in [
        *hostile_texts,
        "[x](http://y)",
        "`code`",
        "# head",
        "***bold***",
        "<http://x.example>",
        "![x](y)",
        "1. a",
        "| a | b |",
    ]:
        assert kinds(text) <= harmless, text


def test_a_comma_before_an_attribution_that_ends_a_sentence_is_printed_as_a_full_stop() -> None:
    facts = extract(
        "“We sold vans,” said Ann Lee, head of sales at Bolt. “They run.” “We hope,” said Tom Reid of Crane, “That is all.”"
    )
    for written in (to_table(facts), to_markdown(facts), facts.to_html()):
        assert "“We sold vans. They run.”" in written
        assert "“We hope, That is all.”" in written


def test_a_rate_is_told_once() -> None:
    (claim,) = extract("Bolt processes two million litres of milk a week.").numbers
    assert wording.amount(claim).count("week") == 1
