"""What must hold of temporal expressions in any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.article import Article
from factx.document import Document
from factx.linking.timeline import periods, timeline
from factx.mentions.dates import find_times, scanner
from factx.mentions.dates.words import number
from factx.options import Options

WORDS = """the a last next this two weeks ago year quarter third Q3 2012 October 9 , . - – 10 a.m. ET Monday May to from between
and of ended 13-week fiscal 1990s half early late mid- 's 9/10/2012 2012-10-09 30 February""".split()
PIECES = st.sampled_from([*WORDS, "\n", "\r\n", "\x00", "\u202e", "\u0301"])
TEXTS = st.lists(PIECES, max_size=25).map(" ".join)


def line(text: str, published: date | None = date(2012, 10, 9)):
    return timeline(Document(Article(text=text, published=published)), Options())


@given(TEXTS)
def test_spans_are_in_order_inside_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for made in find_times(text):
        assert end <= made.start < made.end <= len(text)
        assert not text[made.start].isspace()
        assert not text[made.end - 1].isspace()
        end = made.end


@given(TEXTS)
def test_days_are_in_order_and_values_have_no_blanks(text: str) -> None:
    for mention in line(text).mentions:
        assert (mention.first is None) == (mention.last is None)
        assert mention.first is None or mention.last is None or mention.first <= mention.last
        assert mention.value is None or " " not in mention.value
        assert mention.type in ("DATE", "TIME", "DURATION", "SET")


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    periods(text, line(text))
    periods(text, line(text, None))


@given(TEXTS, st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_day_is_taken(text: str, day: date) -> None:
    line(text, day)


@given(TEXTS)
def test_periods_hold_their_mentions(text: str) -> None:
    times = line(text)
    for period in periods(text, times):
        assert period.link.text == text[period.start : period.end]
        assert period.mentions
        for index in period.mentions:
            assert times.mentions[index].end <= period.end


def test_nesting_is_bounded() -> None:
    assert len(find_times("10:30 a.m. at " * 5_000)) > 1_000


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two", 2), ("twenty-five", 25), ("a hundred", 100), ("hundred", 100), ("two hundred and fifty", 250),
        ("three thousand", 3000), ("two dozen", 24), ("1,200", 1200), ("5.5", 5.5),
    ],
)  # fmt: skip
def test_number_words(words: str, value: float) -> None:
    assert number(words) == value


def test_a_word_meets_few_patterns() -> None:
    pairs = [scanner().rules_at(word) or ((), ()) for word in scanner().by_word]
    assert sum(len(plain) + len(article) for plain, article in pairs) / len(pairs) < 12
