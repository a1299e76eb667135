"""PDF: lines joined, hyphenation undone, furniture dropped."""

from __future__ import annotations

import io
import sys
import textwrap
from collections.abc import Callable
from itertools import zip_longest
from typing import Any

import pytest
from work import Work, assert_linear

from factx import InputError, MissingExtra, extract
from factx.readers import read_bytes
from factx.readers.layout import Line, article_text

pytest.importorskip("pypdf")

Make = Callable[..., Any]

RELEASE = [
    "LONDON, 3 May 2024 – Acme said today that it had spent more than",
    "$14 million on new equip-",
    "ment last year, and that it expects to spend about as much again",
    "before the end of 2025, under a well-",
    "known plan.",
    "",
    "“We stand by our figures,” said Ann Lee (head of sales). “They were",
    "checked twice by people outside the company.”",
]  # fmt: skip
READ = [
    "LONDON, 3 May 2024 – Acme said today that it had spent more than $14 million on new equipment last year, and that it "
    "expects to spend about as much again before the end of 2025, under a well-known plan.",
    "“We stand by our figures,” said Ann Lee (head of sales). “They were checked twice by people outside the company.”",
]


def read(data: bytes) -> str:
    return read_bytes(data, name="a.pdf").text


def test_paragraphs_and_hyphens(pdf: Make, placed: Make) -> None:
    assert read(pdf([placed(RELEASE)])) == "\n\n".join(READ)


def test_headline_of_another_size(pdf: Make, placed: Make) -> None:
    page = [(72, 730, 18, "Acme stands by its"), (72, 708, 18, "figures"), *placed(RELEASE, top=680)]
    assert read(pdf([page])).split("\n\n") == ["Acme stands by its figures", *READ]


def test_furniture_of_pages(pdf: Make, placed: Make) -> None:
    pages = []
    for number, lines in enumerate((RELEASE[:5], RELEASE[6:], ["Acme makes gears in three countries."]), 1):
        page = [(72, 760, 8, "Acme press office | 3 May 2024"), *placed(lines), (300, 40, 8, f"Page {number} of 3")]
        pages.append([*page, (72, 28, 8, "www.acme.example")])
    assert read(pdf(pages)).split("\n\n") == [*READ, "Acme makes gears in three countries."]


def test_a_sentence_runs_on_over_the_page(pdf: Make, placed: Make) -> None:
    pages = [[*placed(RELEASE[:2]), (300, 40, 8, "1")], [*placed(RELEASE[2:]), (300, 40, 8, "2")]]
    assert read(pdf(pages)) == "\n\n".join(READ)


def test_bullets_and_title(pdf: Make, placed: Make) -> None:
    page = placed(
        ["Results of the year:", "", "• Sales rose 5% to $1.2 billion", "• Costs fell 2%", "", "The board is pleased."]
    )
    article = read_bytes(pdf([page], title="Acme results"), name="a.pdf")
    assert (
        article.text
        == "Results of the year:\n\n• Sales rose 5% to $1.2 billion\n\n• Costs fell 2%\n\nThe board is pleased."
    )
    assert article.title == "Acme results"
    assert read_bytes(pdf([page], title="Microsoft Word - final2.doc"), name="a.pdf").title is None
    facts = extract(article)
    assert all(article.text[m.span.start : m.span.end] == m.span.text for m in facts.money)


def test_files_that_cannot_be_read(pdf: Make, placed: Make) -> None:
    import pypdf

    with pytest.raises(InputError, match=r"^a\.pdf: not a readable PDF"):
        read(b"%PDF-1.4\nnonsense")
    with pytest.raises(InputError, match=r"^a\.pdf: its 1 page\(s\) hold no text.*OCR"):
        read(pdf([[]]))
    writer = pypdf.PdfWriter(io.BytesIO(pdf([placed(RELEASE)])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(InputError, match=r"^a\.pdf: is locked with a password"):
        read(out.getvalue())


def test_missing_extra_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtra, match=r"^a\.pdf: reading PDF needs pypdf: pip install 'factx\[pdf\]'$"):
        read(b"%PDF-")


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("It has no in-", "tention to.", "It has no intention to."),
        ("a well-", "known plan", "a well-known plan"),
        ("a self-", "imposed limit", "a self-imposed limit"),
        ("the 20-", "year plan", "the 20-year plan"),
        ("the Anglo-", "American deal", "the Anglo-American deal"),
        ("a soft\xad", "ware deal", "a software deal"),
        ("the Zorb-", "tarian view", "the Zorbtarian view"),
    ],
)
def test_words_divided_at_the_end_of_a_line(first: str, second: str, whole: str) -> None:
    assert article_text(
        [[Line(first, 700, 11), Line(second, 686, 11), Line("and the rest of it", 672, 11)]]
    ).startswith(whole)


def test_the_texts_own_use_decides_a_hyphen() -> None:
    lines = ["The re-sign was signed. They will re-", "sign again, and this is a filler line."]
    assert "will re-sign again" in article_text([[Line(t, 700 - 14 * i, 11) for i, t in enumerate(lines)]])


def test_one_long_paragraph_takes_linear_work() -> None:
    def prepare(text: str) -> Work:
        lines = [Line(line, 1e6 - 12 * i, 11) for i, line in enumerate(text.splitlines())]
        return lambda: article_text([lines])

    assert_linear(prepare, "word " * 15 + "in-\n", 20_000)


@pytest.mark.parametrize("columns", [2, 3])
def test_columns_drawn_line_by_line_are_read_one_after_the_other(pdf: Make, columns: int) -> None:
    texts = [
        *READ,
        "Acme makes gears in three countries, and has made them since the year in which the old mill by the canal burnt down.",
    ]
    wrapped = [textwrap.wrap(text, 30) for text in texts[:columns]]
    rows = zip_longest(*wrapped)
    pieces = [
        (50 + 180 * column, 700 - 12 * row, 9, line)
        for row, lines in enumerate(rows)
        for column, line in enumerate(lines)
        if line is not None
    ]
    page = [(50, 750, 20, "Acme stands by its figures"), *pieces]
    article = read_bytes(pdf([page]), name="a.pdf")
    assert article.text.replace("\n\n", " ").endswith(" ".join(texts[:columns]))
    assert article.title == "Acme stands by its figures"
