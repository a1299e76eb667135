"""What always holds for amounts: offsets, order, values, independence of dates, time."""

from __future__ import annotations

from decimal import Decimal

import hostile
import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import Work, assert_linear

from factx.article import Article
from factx.document import Document
from factx.linking.timeline import timeline
from factx.mentions.amounts import find_amounts
from factx.mentions.types import AmountMention, TimeMention
from factx.options import Options

PIECES = st.lists(
    st.sampled_from(
        [
            "$",
            "€",
            "US$",
            "HK$",
            "£",
            "5",
            "1.2",
            "3,000",
            "1/4",
            "½",
            "bn",
            " million",
            "m",
            "k",
            "%",
            " percent",
            " points",
            "-",
            "–",
            " to ",
            " and ",
            "between ",
            "from ",
            " or more",
            "more than ",
            "at least ",
            "half a ",
            "a third of ",
            "two",
            "twenty-",
            "five",
            "hundred",
            " dozen",
            " people",
            " jobs",
            " per share",
            " a year",
            "(",
            ")",
            ", ",
            ". ",
            "\n",
            "\x00",
            "\ud800",
            "\u202f",
            "\u00a0",
            "2012",
            " dollars",
            " cents",
            "p",
            " in ",
            "minus ",
            "9" * 40,
            "A320",
            "km",
            " °C",
            "up ",
            "rose ",
        ]
    ),
    max_size=24,
).map("".join)
AMOUNT = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)


def amounts(text: str, times: tuple[TimeMention, ...] | None = None, only: str | None = None) -> list[AmountMention]:
    document = Document(Article(text=text))
    options = Options(only=frozenset({only} if only else ()))
    return find_amounts(document, timeline(document, options).mentions if times is None else times, options)


@given(PIECES)
def test_offsets_order_and_values(text: str) -> None:
    found = amounts(text)
    last = 0
    for a in found:
        assert last <= a.start < a.end <= len(text)
        assert a.phrase_start <= a.start
        assert a.end <= a.phrase_end <= len(text)
        assert a.low <= a.high
        assert a.low.is_finite()
        assert a.high.is_finite()
        assert a.comparator in ("=", "~", ">", ">=", "<", "<=")
        assert a.direction in (None, "up", "down")
        assert a.unit_start is None or (a.unit_end is not None and a.unit_start < a.unit_end <= len(text))
        last = a.end


@given(PIECES)
def test_money_alone_is_the_same_money(text: str) -> None:
    def money(found: list[AmountMention]) -> list[tuple[int, int, Decimal, str | None]]:
        return [(a.start, a.end, a.low, a.currency) for a in found if a.currency]

    assert money(amounts(text, only="money")) == money(amounts(text))
    assert all(a.currency for a in amounts(text, only="money"))


@given(AMOUNT, st.sampled_from(["US$", "A$", "HK$", "€", "£", "USD ", "EUR ", "RMB ", "Rs ", "CHF "]))
def test_money_is_read_back_exactly(value: Decimal, mark: str) -> None:
    text = f"It paid {mark}{value:,} for it."
    [found] = amounts(text, ())
    assert found.low == found.high == value
    assert text[found.start : found.end] == f"{mark}{value:,}"


@given(st.integers(min_value=1, max_value=10**6))
def test_surroundings_do_not_change_an_amount(number: int) -> None:
    bare = amounts(f"Acme sold {number:,} lamps.", ())
    moved = amounts(f"\n\nIn short:\n\nAcme sold {number:,} lamps.\n\nMore follows.", ())
    assert [(a.low, a.unit) for a in bare] == [(a.low, a.unit) for a in moved]


def test_a_temporal_expression_takes_its_number() -> None:
    text = "It sold 12 lamps in 40 shops."
    taken = (TimeMention(8, 10, "DATE", "2012"),)
    assert [text[a.start : a.end] for a in amounts(text, taken)] == ["40"]


def test_a_date_inside_an_amount_of_money_does_not() -> None:
    text = "It cost $2012 million."
    [found] = amounts(text, (TimeMention(9, 13, "DATE", "2012"),))
    assert text[found.start : found.end] == "$2012 million"


@pytest.mark.parametrize("piece", hostile.PIECES["amounts"])
def test_work_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Work:
        document = Document(Article(text=text))
        _ = document.tokens.codes
        return lambda: find_amounts(document, (), Options())

    assert_linear(prepare, piece)
