"""A quote's text as it is printed, from an article to the record."""

from __future__ import annotations

import pytest

import factx


@pytest.mark.parametrize(
    ("article", "printed"),
    [
        ("“It rained,” said Jo Ray. “We won.”", "It rained, We won."),
        ("“It rained,” said Jo Ray, head of Bolt, “but we won.”", "It rained, but we won."),
        ("“The pitch,” said Jo Ray, “was wet.”", "The pitch, was wet."),
        ("“It rained”, said Jo Ray. “We won.”", "It rained We won."),
        ("“Did it rain?” asked Jo Ray. “We won.”", "Did it rain? We won."),
        ("“In the end,” said Jo Ray, “we won.”", "In the end, we won."),
        ("“We won the cup,” said Jo Ray.", "We won the cup"),
        ("Jo Ray said the pitch was “wet” and the ball “very slow”.", "wet … very slow"),
        ("“We won the\ncup at last,” said Jo Ray.", "We won the cup at last"),
        ("““We won the cup,”” said Jo Ray.", "We won the cup"),
        ("The offer, Jo Ray said, was too low.", "The offer was too low"),
    ],
)
def test_text(article: str, printed: str) -> None:
    (quote,) = factx.extract(article).quotes
    assert quote.text == printed
    assert all(article[span.start : span.end] == span.text for span in quote.spans)
