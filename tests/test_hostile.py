"""Input made to hurt: twice the text takes twice the work. Seconds and memory are the gate's: `benchmarks/growth.py`."""

from __future__ import annotations

from typing import Any

import pytest
from hostile import HOSTILE
from process import STATEMENTS
from work import SIZE, Work, assert_linear, lines

import factx

SIZES = {"headlines": 8_000, "one quote": 8_000}
"""Texts whose first thousands of characters are read in another way: pieces of a sentence that are parsed have a bound."""


def extraction(text: str) -> Work:
    return lambda: factx.extract(text)


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_input_takes_twice_the_work(name: str, record_property: Any) -> None:
    record_property("lines", assert_linear(extraction, HOSTILE[name], SIZES.get(name, SIZE)))


def test_news_takes_twice_the_work() -> None:
    news = "\n\n".join(path.read_text(encoding="utf-8") for path in STATEMENTS)
    assert_linear(extraction, news + "\n\n", len(news))


# ---------------------------------------------------------------- the count itself


def every_pair(text: str) -> Work:
    return lambda: [None for _ in text for _ in text]


def the_rest_at_every_turn(text: str) -> Work:
    def work() -> None:
        for start in range(len(text)):
            for _ in text[start:]:
                pass

    return work


@pytest.mark.parametrize("quadratic", [every_pair, the_rest_at_every_turn])
def test_what_grows_faster_is_seen(quadratic: Any) -> None:
    with pytest.raises(AssertionError, match="lines for 50, 100, 200 characters"):
        assert_linear(quadratic, "a", 50)


def test_the_count_is_the_same_each_time() -> None:
    work = extraction("Bolt paid $5 million, said Ann Lee. " * 20)
    work()
    assert len({lines(work) for _ in range(3)}) == 1
