"""Tokens with their offsets, and the word classes that the rules rely on."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.document.phrases import noun_phrases
from factx.document.tokens import Tokens

TOKENS = {
    "Acme’s U.S. arm": ["Acme", "’s", "U.S.", "arm"],
    "the firm's boss, O'Neill, didn't": ["the", "firm", "'s", "boss", ",", "O'Neill", ",", "didn't"],
    "we'll at 10:30 a.m. on 24/7": ["we", "'ll", "at", "10:30", "a.m.", "on", "24/7"],
    "AT&T's $1.2bn A321 e-mail": ["AT&T", "'s", "$", "1.2bn", "A321", "e-mail"],
    "''We'' – it's «odd»...": ["''", "We", "''", "–", "it", "'s", "«", "odd", "»", "..."],
    "13-week 3.5% 1,200,000": ["13-week", "3.5", "%", "1,200,000"],
    "Jobs' board": ["Jobs", "'", "board"],
}


@pytest.mark.parametrize("text", TOKENS)
def test_tokens(text: str) -> None:
    assert Tokens(text).text == TOKENS[text]


@given(st.text(max_size=120))
def test_tokens_cover_the_text(text: str) -> None:
    tokens = Tokens(text)
    assert [text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True)] == tokens.text
    assert all(a < b for a, b in zip(tokens.start, tokens.end, strict=True))
    assert re.sub(r"[\s\ufeff\u200b\u2060]", "", text) == "".join(tokens.text)
    assert len(tokens.codes) == len(tokens)


def test_at_and_inside() -> None:
    tokens = Tokens("Sales rose  5%.")
    assert tokens.at(0) == 0
    assert tokens.at(5) == 1  # in the gap: the next token
    assert tokens.at(100) == len(tokens)
    assert [tokens.text[i] for i in tokens.inside(6, 14)] == ["rose", "5", "%"]
    assert list(tokens.inside(7, 9)) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The company claims that it spent more .", "DNVIHVJ."),
        ("Acme plans to report record sales .", "PVTBNN."),
        ("its plans were approved by analysts .", "SNVEIN."),
        ("He said the increased costs hurt sales .", "HVDENVN."),
        ("A spokesman has confirmed it .", "DNVEH."),
    ],
)
def test_codes(text: str, codes: str) -> None:
    assert Tokens(text).codes == codes


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "ZTE’s telecom equipment reached over 500 network carriers",
            ["ZTE ’s telecom equipment", "500 network carriers"],
        ),
        ("It created direct and indirect US jobs", ["It", "direct and indirect US jobs"]),
        ("the third largest maker of gears", ["the third largest maker", "gears"]),
        ("Marks and Spencer plc", ["Marks and Spencer plc"]),
    ],
)
def test_noun_phrases(text: str, phrases: list[str]) -> None:
    tokens = Tokens(text)
    assert [" ".join(tokens.text[p.first : p.last + 1]) for p in noun_phrases(tokens)] == phrases
