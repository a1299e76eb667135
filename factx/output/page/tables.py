"""Tables of figures on the page: drawn as tables, their figures marked; what the text has between cells is there, unseen.

>>> table_html("Sales | 5", 0, 9, [], set())
'<table class="figures"><tbody><tr><td>Sales<span class="unseen"> | </span></td><td>5</td></tr></tbody></table>'
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factx.output.page.marks import Mark, render
from factx.output.page.markup import esc

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["table_html", "table_spans"]

RULE = re.compile(r"[\s|:+=-]+")
"""The line under the heads, which is none of the table's words."""
BETWEEN = re.compile(r"[ \t]*\|[ \t]*")


def table_spans(facts: Facts) -> list[tuple[int, int]]:
    """Where the tables stand, in whole lines."""
    text = facts.article.text
    out: list[tuple[int, int]] = []
    for table in facts.tables:
        end = text.find("\n", table.span.end)
        span = text.rfind("\n", 0, table.span.start) + 1, len(text) if end < 0 else end
        if 0 <= span[0] < span[1] and (not out or out[-1][1] <= span[0]):
            out.append(span)
    return out


def table_html(text: str, start: int, end: int, marks: Sequence[Mark], anchored: set[str]) -> str:
    """A `<table>` where cells are divided by "|"; a table in fixed width stays as it is written."""
    if "|" not in text[start:end]:
        return f'<pre class="figures">{render(text, start, end, marks, anchored)}</pre>'
    rows: list[str] = []
    starts = [mark.start for mark in marks]
    for match in re.finditer(r"[^\n]*(?:\n|$)", text[start:end]):
        if match[0]:
            low, high = start + match.start(), start + match.end()
            here = marks[bisect_left(starts, low) : bisect_left(starts, high)]
            rows.append(_row(text, low, high, here, anchored))
    return f'<table class="figures"><tbody>{"".join(rows)}</tbody></table>'


def _row(text: str, start: int, end: int, here: Sequence[Mark], anchored: set[str]) -> str:
    stop = end - 1 if text[end - 1] == "\n" else end
    cells: list[str] = []
    position = start
    opening = ""
    for match in BETWEEN.finditer(text, start, stop):
        unseen = f'<span class="unseen">{esc(match[0])}</span>'
        if match.start() == start:
            opening = unseen
        else:
            cells.append(f"<td>{opening}{_cell(text, position, match.start(), here, anchored)}{unseen}</td>")
            opening = ""
        position = match.end()
    if position < stop or not cells:
        cells.append(f"<td>{opening}{_cell(text, position, stop, here, anchored)}</td>")
    kind = ' class="gone"' if RULE.fullmatch(text, start, stop) else ""
    return f"<tr{kind}>{''.join(cells)}</tr>{esc(text[stop:end])}"


def _cell(text: str, start: int, end: int, here: Sequence[Mark], anchored: set[str]) -> str:
    return render(text, start, end, [mark for mark in here if mark.start < end and start < mark.end], anchored)
