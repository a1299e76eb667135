"""Marks: well nested, over exactly the characters of their records, and the text untouched."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.output.page.marks import RANK, Mark, render

lxml_html = pytest.importorskip("lxml.html")

KINDS = [kind for kind in RANK if kind != "dateline"]
TEXTS = st.text(alphabet="ab<>&\"' é“”\n", min_size=1, max_size=40)


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    marks = []
    for number in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        marks.append(Mark(start, end, draw(st.sampled_from(KINDS)), f"k{number}"))
    return text, marks


@settings(max_examples=400, deadline=None)
@given(texts_with_marks())
def test_text_is_whole_and_every_mark_covers_its_characters(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    root = lxml_html.fromstring(f"<div>{render(text, 0, len(text), marks, set())}</div>")
    assert root.text_content() == text
    covered: dict[str, list[int]] = defaultdict(list)
    position = 0

    def walk(element: Any, keys: list[str]) -> None:
        nonlocal position
        keys = [*keys, element.get("data-of")] if element.get("data-of") else keys
        for piece, child in [(element.text, None), *((child.tail, child) for child in element)]:
            if child is not None:
                walk(child, keys)
            for _ in piece or "":
                for key in keys:
                    covered[key].append(position)
                position += 1

    walk(root, [])
    for mark in marks:
        assert covered[mark.key] == list(range(mark.start, mark.end))
    ids = [element.get("id") for element in root.iter("mark") if element.get("id")]
    assert len(ids) == len(set(ids))


def test_crossing_marks_are_cut() -> None:
    page = render("abcdef", 0, 6, [Mark(0, 4, "quote", "q1"), Mark(2, 6, "date", "d1")], set())
    assert page == (
        '<mark class="quote" id="at-q1" data-of="q1">ab<mark class="date" id="at-d1" data-of="d1">cd</mark></mark>'
        '<mark class="date" data-of="d1">ef</mark>'
    )


def test_many_crossing_marks_take_linear_time() -> None:
    marks = [Mark(i, i + 30, "quote", f"q{i}") for i in range(3000)]
    assert len(render("x" * 3100, 0, 3100, marks, set())) < 10_000_000
