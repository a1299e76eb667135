"""Markdown: what a reader sees."""

from __future__ import annotations

import pytest
from hostile import PIECES
from work import assert_linear

from factx.readers import read_bytes
from factx.readers.markdown import plain

CASES = [
    ("# Head #\n\ntext", "Head\n\ntext"),
    ("# C#\n\n## ##\n\ntext", "C#\n\ntext"),
    ("Head\n====\ntext\n\nSub\n---\nmore", "Head\n\ntext\n\nSub\n\nmore"),
    ("one\ntwo\n\nthree", "one two\n\nthree"),
    ("**bold** and *it* and ***both*** and __b__ and _i_", "bold and it and both and b and i"),
    ("a * b * c, snake_case_name, EBITDA*", "a * b * c, snake_case_name, EBITDA*"),
    ("[ZTE](https://x.example/a_(b)) said [no][1].\n\n[1]: https://y.example", "ZTE said no."),
    ("![logo](a.png) text <https://x.example/a>", "logo text https://x.example/a"),
    ("* one\n* two\n  more\n\n1. first\n2. second", "• one\n• two more\n\n1. first\n2. second"),
    ("- [x] done\n- [ ] open", "• done\n• open"),
    ("> “Quoted,”\n> she said.", "“Quoted,” she said."),
    ("| A | B |\n|---|--:|\n| $5 | 6 |", "A | B\n$5 | 6"),
    ("```\ncode  here\n# no head\n```\nafter", "code here # no head\n\nafter"),
    ("`a` ``b`` ~~c~~ <b>d</b> &amp; \\*e\\*", "a b c d & *e*"),
    ("seen <!-- not\nseen --> again", "seen again"),
    ("***\n\ntext\n\n---", "text"),
    ("fact[^1]\n\n[^1]: note", "fact\n\nnote"),
    ("", ""),
]


@pytest.mark.parametrize(("source", "seen"), CASES)
def test_marks_go_and_words_stay(source: str, seen: str) -> None:
    assert plain(source) == seen


def test_front_matter_gives_title_author_and_day() -> None:
    data = b'---\ntitle: "Acme grows"\nauthor: Jo Ray\ndate: 2024-05-03T10:00:00Z\ntags: [a]\n---\nIt did.\n'
    article = read_bytes(data, name="a.md")
    assert (article.text, article.title, article.byline, str(article.published)) == (
        "It did.",
        "Acme grows",
        "Jo Ray",
        "2024-05-03",
    )


def test_title_from_heading_and_an_impossible_day() -> None:
    assert read_bytes(b"# *Acme* grows\n\nIt did.", name="a.md").title == "Acme grows"
    assert read_bytes(b"---\ndate: 2024-13-45\n---\nIt did.", name="a.md").published is None


@pytest.mark.parametrize("piece", PIECES["markdown"])
def test_work_is_linear_in_the_text(piece: str) -> None:
    assert_linear(lambda text: lambda: plain(text), piece)
