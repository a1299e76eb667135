"""The tables of a web page: taken out of the tree before the page is read, each leaving a paragraph that says where it stood.

>>> import lxml.html
>>> page = lxml.html.document_fromstring("<p>Sales:</p><table><tr><td>Spain<td>5</tr><tr><td>Italy<td>7</tr></table>")
>>> [[[cell.text for cell in row] for row in draft.rows] for draft in lift_tables(page)], page.text_content()
([[['Spain', '5'], ['Italy', '7']]], 'Sales:FactxTable0')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factx.grid import MOST_CELLS, MOST_COLUMNS
from factx.readers.tables import Draft, RawCell

__all__ = ["PLACE", "lift_tables"]

PLACE = re.compile(r"FactxTable(\d+)")
"""What stands in the place of a table."""
SPACE = re.compile(r"[\s\u200b\ufeff]+")
BREAKS = frozenset(("br", "p", "div", "li", "tr"))
HIDDEN = frozenset(("script", "style", "noscript", "template"))
MOVED = re.compile(r"(?:padding-left|margin-left|text-indent)\s*:\s*(-?\d{1,4})(?:\.\d+)?\s*(pt|px|em|%)?")
EM = {"em": 12, "%": 4}
MOST_ROWSPANS = 200
"""Cells over several rows that are open at one time."""


def lift_tables(tree: Any) -> list[Draft]:
    """The tables of figures that hold no other table; `PLACE` with the number of each stands in the tree instead."""
    out: list[Draft] = []
    cells = 0
    outer: set[Any] = set()
    tables = list(tree.iter("table"))
    for table in tables:
        parent = table.getparent()
        while parent is not None and parent not in outer:
            if parent.tag == "table":
                outer.add(parent)
            parent = parent.getparent()
    for table in tables:
        if table in outer or table.getparent() is None or cells > MOST_CELLS:
            continue
        draft = _draft(table)
        if draft.lays_out or not draft.has_figures:
            continue
        cells += draft.size
        _replace(table, f"FactxTable{len(out)}")
        out.append(draft)
    return out


def _replace(table: Any, words: str) -> None:
    tail, table.tail = table.tail, None
    for child in list(table):
        table.remove(child)
    table.attrib.clear()
    table.tag, table.text, table.tail = "p", words, tail


def _draft(table: Any) -> Draft:
    caption = table.find("caption")
    rows: list[list[RawCell]] = []
    open_spans: list[tuple[int, int, int]] = []  # first column, behind the last, row behind the last
    cut = None
    size = 0
    for number, line in enumerate(table.iter("tr")):
        open_spans = [span for span in open_spans if span[2] > number]
        row: list[RawCell] = []
        column = 0
        for element in line:
            if element.tag not in ("td", "th"):
                continue
            column = _free(column, open_spans)
            width, height = _span(element, "colspan"), _span(element, "rowspan")
            if column + width > MOST_COLUMNS:
                cut, width = f"it has more than {MOST_COLUMNS:,} columns", max(1, MOST_COLUMNS - column)
            if column >= MOST_COLUMNS:
                break
            text = _text(element)
            if text:
                head = element.tag == "th"
                row.append(RawCell(text, column, width, height, head, _indent(element) if not row else 0))
            if height > 1 and len(open_spans) < MOST_ROWSPANS:
                open_spans.append((column, column + width, number + height))
            column += width
        size += len(row)
        if size > MOST_CELLS:
            cut = f"it has more than {MOST_CELLS:,} cells"
        rows.append(row)
    words = _text(caption) if caption is not None else ""
    return Draft(rows, caption=words or None, cut=cut)


def _free(column: int, spans: list[tuple[int, int, int]]) -> int:
    """The next column that no cell from a row above reaches into."""
    for first, behind, _ in sorted(spans) if spans else ():
        if first <= column < behind:
            column = behind
    return column


def _span(element: Any, name: str) -> int:
    value = str(element.get(name, "1")).strip()
    return (
        max(1, min(int(value), MOST_COLUMNS))
        if value.isdigit() and len(value) < 10
        else MOST_COLUMNS
        if value.isdigit()
        else 1
    )


def _text(element: Any) -> str:
    return SPACE.sub(" ", "".join(_pieces(element))).strip()


def _pieces(element: Any) -> Iterator[str]:
    """The characters of a cell; a break inside it is a space."""
    from lxml.etree import iterwalk

    skip = 0
    for event, child in iterwalk(element, events=("start", "end")):
        tag = child.tag if isinstance(child.tag, str) else ""
        if event == "start":
            skip += tag in HIDDEN or not tag
            if not skip:
                yield from (" ", child.text or "") if tag in BREAKS else (child.text or "",)
        else:
            skip -= tag in HIDDEN or not tag
            if not skip:
                if tag in BREAKS:
                    yield " "
                if child is not element:
                    yield child.tail or ""


def _indent(element: Any) -> int:
    """How far the words of a cell are moved in: by style, or by spaces that do not break."""
    moved = 0
    child = element
    for _ in range(4):
        style = child.get("style") or ""
        for value, unit in MOVED.findall(style):
            moved += int(value) * EM.get(unit, 1)
        if child.text and child.text.strip(" \t\r\n"):
            words = child.text.lstrip(" \t\r\n")
            return max(0, moved) + 4 * (len(words) - len(words.lstrip("\xa0")))
        following = next((c for c in child if isinstance(c.tag, str)), None)
        if following is None:
            break
        child = following
    return max(0, moved)
