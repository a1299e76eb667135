"""The article on the page: its paragraphs, with sections told apart and every record marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factx.document.paragraphs import paragraphs
from factx.document.sections import sections
from factx.output.page.marks import Mark, marks_of, render
from factx.output.page.markup import esc
from factx.output.page.tables import table_html, table_spans

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys

__all__ = ["article_html", "text_html"]


def article_html(facts: Facts, keys: Keys) -> str:
    """`<p>` and `<table>` elements and the white space between them: their text together is the article's text."""
    return text_html(facts.article.text, marks_of(facts, keys), table_spans(facts))


def text_html(text: str, records: Iterable[Mark], tables: Sequence[tuple[int, int]] = ()) -> str:
    """A text with marks in it, as `article_html`; `tables`: where its tables stand, in whole lines."""
    blocks: list[tuple[int, int]] = []
    for low, high in zip([0, *(end for _, end in tables)], [*(start for start, _ in tables), len(text)], strict=True):
        blocks += [(low + start, low + end) for start, end in paragraphs(text[low:high])]
    parts = sections(text, blocks)
    blocks = sorted([*blocks, *tables])
    drawn = set(tables)
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
        if (start, end) in drawn:
            out.append(table_html(text, start, end, marks, anchored))
            position = end
            continue
        out.append(f'<p class="{name}" dir="auto">{render(text, start, end, marks, anchored)}</p>')
        position = end
    out.append(esc(text[position:]))
    return "".join(out)
