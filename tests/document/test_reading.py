"""The text as it is read, and the way back: characters, footnote marks and line breaks that stand for something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.document.reading import read

ODD = [
    "\ufb01",
    "e\u0301",
    "\u00ad",
    "&amp;",
    "â€™",
    "\u00b2",
    "[1]",
    "\n",
    "\r\n",
    "-\n",
    " ",
    "\u00a0",
    "\u200b",
    "> ",
    "5",
]


@pytest.mark.parametrize(
    ("given_text", "text"),
    [
        ("The o\ufb03ce’s pro\ufb01t", "The office’s profit"),
        ("Zoe\u0308 and Rene\u0301e", "Zoë and Renée"),
        ("rev\u00adenue and plan\u200bt", "revenue and plant"),
        ("\uff04\uff15 million", "$5 million"),
        ("$5\u00a0million and\u2009more", "$5 million and more"),
        ("12\u202f500 and 7\u00a0000 staff", "12\u202f500 and 7\u00a0000 staff"),
        ("A&amp;B paid &pound;5 &#8211; &ldquo;all&rdquo;", "A&B paid £5 – “all”"),
        ("R&D; AT&T;", "R&D; AT&T;"),
        ("\x93It\x92s so,\x94", "“It’s so,”"),
        ("donâ€™t pay Â£5 or â‚¬4", "don’t pay £5 or €4"),
        ("SÃO PAULO, Âge", "SÃO PAULO, Âge"),
        ("Bolt plcÕs ÒIt is so,Ó he said", "Bolt plc’s “It is so,” he said"),
        ("❝It is so❞", "“It is so”"),
        ("rose 3·5%", "rose 3.5%"),
        ("\U0001d5d5\U0001d5fc\U0001d5f9\U0001d601 won", "Bolt won"),
    ],
)
def test_characters(given_text: str, text: str) -> None:
    assert read(given_text).text == text


@pytest.mark.parametrize(
    ("given_text", "text"),
    [
        ("£58 million1 in March", "£58 million in March"),
        ("€1.2bn2, $7.5M3 and £9m1.", "€1.2bn, $7.5M and £9m."),
        ("4,200 employees1 at 31 sites2", "4,200 employees at 31 sites"),
        ("EBITDA1 rose 4%2", "EBITDA rose 4%"),
        ("10 km² at 3 m³ of R² in 10⁶ W/m²", "10 km² at 3 m³ of R² in 10⁶ W/m²"),
        ("£10³ for sites²", "£10 for sites"),
        ("“It is so,”4 he said.[5] “And so.”[6]", "“It is so,” he said. “And so.”"),
        ("sales of rail.12 The rest", "sales of rail. The rest"),
        ("million(1) and Rule 5(2)", "million and Rule 5(2)"),
        ("COP28, R454B, covid19, mp3, page1.html/site2, Falcon9", "COP28, R454B, covid19, mp3, page1.html/site2, Falcon9"),
        ("Nov.19 The vote", "Nov.19 The vote"),
        ("No.5 and 1¹/₂ cups", "No.5 and 1¹/₂ cups"),
    ],
)  # fmt: skip
def test_marks_of_footnotes(given_text: str, text: str) -> None:
    assert read(given_text).text == text


@pytest.mark.parametrize(
    ("given_text", "text"),
    [
        ("said Ann\nLee, of Bolt", "said Ann Lee, of Bolt"),
        ("It paid $5\nmillion, or EUR\n4.6 million", "It paid $5 million, or EUR 4.6 million"),
        ("on 7\nMay it closed on Thursday\n9 May", "on 7 May it closed on Thursday 9 May"),
        ("a well-\nknown firm, said Mr.\nLee", "a well-known firm, said Mr. Lee"),
        ("> It was in the\n> north, he said.\n", "It was in the north, he said.\n"),
        ("Bolt plc (NYSE:\nBLT) rose", "Bolt plc (NYSE: BLT) rose"),
        ("Results\nSales rose.\nCosts fell.", "Results\nSales rose.\nCosts fell."),
        ("Bolt to cut jobs\nBy Ann Lee", "Bolt to cut jobs\nBy Ann Lee"),
        ("Contact:\nAnn Lee\nHead of Media\n12 Long Street", "Contact:\nAnn Lee\nHead of Media\n12 Long Street"),
        ("Sales    12.1   11.0\nCosts     9.4    8.8\nProfit    2.7    2.2", None),
        ("• Sales rose in the\n• Costs fell", "• Sales rose in the\n• Costs fell"),
    ],
)
def test_line_breaks(given_text: str, text: str | None) -> None:
    assert read(given_text).text == (given_text if text is None else text)


def test_a_wrapped_mail_keeps_its_headline_and_list() -> None:
    text = (
        "Bolt to close two plants in the north\n\n"
        "Bolt plc said on Monday that it would close two of its plants in the\n"
        "North. The plants make gears and cogs for ships, and Bolt has found no\n"
        "buyer for them. A spokesman said that talks with the union had begun.\n\n"
        "Plants to close:\nLeeds\nHull\n"
    )
    lines = read(text).text.split("\n")
    assert lines[2].startswith("Bolt plc said")
    assert lines[2].endswith("had begun.")
    assert lines[4:7] == ["Plants to close:", "Leeds", "Hull"]


@given(st.lists(st.sampled_from([*ODD, "word", "Ann", "a", ".", ",", "“", "”", "%"]), max_size=40).map("".join))
def test_every_piece_of_a_reading_has_its_place_in_the_text(text: str) -> None:
    reading = read(text)
    last = 0
    for index in range(len(reading.text)):
        start, end = reading.original(index, index + 1)
        assert last <= start < end <= len(text) or (start, end) == reading.original(index - 1, index)
        last = start
        if reading.text[index] not in " -’" and text[start:end].isascii() and end - start == 1:
            assert reading.text[index] == text[start]
    for start, end in reading.paragraphs:
        assert reading.text[start:end].strip() == reading.text[start:end] != ""


@given(st.text(alphabet="ab c.\n\r5", max_size=120))
def test_paragraphs_of_a_reading_are_in_order_and_hold_all_words(text: str) -> None:
    reading = read(text)
    pieces = [reading.text[start:end] for start, end in reading.paragraphs]
    assert "".join("".join(pieces).split()) == "".join(reading.text.split())
