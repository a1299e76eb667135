"""The article on the page: its paragraphs, with sections told apart and every record marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factx.document.paragraphs import paragraphs
from factx.document.sections import sections
from factx.output.page.marks import Mark, marks_of, render
from factx.output.page.markup import esc

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys

__all__ = ["article_html", "text_html"]


def article_html(facts: Facts, keys: Keys) -> str:
    """`<p>` elements and the white space between them: their text together is the article's text."""
    return text_html(facts.article.text, marks_of(facts, keys))


def text_html(text: str, records: Iterable[Mark]) -> str:
    """A text with marks in it, as `article_html`."""
    blocks = paragraphs(text)
    parts = sections(text, blocks)
    kind_at = {part.start: part.kind for part in parts}
    pieces: list[list[Mark]] = [[] for _ in blocks]
    starts, ends = [a for a, _ in blocks], [b for _, b in blocks]
    lines = [Mark(part.start, part.end, "dateline", "") for part in parts if part.kind == "dateline"]
    for mark in [*lines, *records]:
        # A mark belongs to each paragraph that it touches.
        for index in range(bisect_right(ends, mark.start), bisect_left(starts, mark.end)):
            pieces[index].append(mark)
    out: list[str] = []
    anchored: set[str] = set()
    position = 0
    for (start, end), marks in zip(blocks, pieces, strict=True):
        kind = kind_at.get(start, "body")
        name = "body" if kind == "dateline" else kind
        out.append(esc(text[position:start]))
        out.append(f'<p class="{name}" dir="auto">{render(text, start, end, marks, anchored)}</p>')
        position = end
    out.append(esc(text[position:]))
    return "".join(out)
