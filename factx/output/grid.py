"""Text in columns of a terminal: display widths, wrapping, aligned tables.

>>> print("\\n".join(table(["Who", "Amount"], [["Acme", "more than $5 million"], ["Bolt", "3"]], width=22)))
Who   Amount
----  ----------------
Acme  more than $5
      million
Bolt  3
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import category, combining, east_asian_width

from factx.output.wording import visible

__all__ = ["cells", "clean", "table", "wrap"]

GAP = 2
LONG = 18
"""Words up to this long are kept whole where there is room."""


def cells(text: str) -> int:
    """Columns that a text takes on a terminal: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(c) or category(c) in ("Mn", "Me", "Cf") else 2 if east_asian_width(c) in "WF" else 1
        for c in text
    )


def clean(text: str) -> str:
    """Text on one line, with control characters written out."""
    return visible(" ".join(text.split()))


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most `width` columns, the first begun with `first`, the others with `rest`; long words are cut."""
    lines: list[str] = []
    line, used = first, cells(first)
    empty = True
    for word in text.split():
        size = cells(word)
        if not empty and used + 1 + size > width:
            lines.append(line)
            line, used, empty = rest, cells(rest), True
        for piece in [word] if used + size <= width else _pieces(word, max(width - cells(rest), 1)):
            if not empty and used + 1 + cells(piece) > width:
                lines.append(line)
                line, used, empty = rest, cells(rest), True
            line += piece if empty else f" {piece}"
            used = cells(line)
            empty = False
    return [*lines, line]


def _pieces(word: str, width: int) -> list[str]:
    pieces, piece, used = [], "", 0
    for c in word:
        size = cells(c)
        if piece and used + size > width:
            pieces.append(piece)
            piece, used = "", 0
        piece += c
        used += size
    return [*pieces, piece]


def table(headers: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """Lines of a table, cells wrapped so that it fits `width` columns; empty columns are left out."""
    used = [i for i in range(len(headers)) if any(row[i] for row in rows)]
    lines = [[headers[i] for i in used], *([clean(row[i]) for i in used] for row in rows)]
    wanted = [max(cells(line[i]) for line in lines) for i in range(len(used))]
    least = [
        min(max((cells(word) for line in lines for word in line[i].split()), default=1), LONG) for i in range(len(used))
    ]
    wanted = [min(size, width) for size in wanted]
    widths = _fit(wanted, least, width - GAP * (len(used) - 1))
    head = _row(lines[0], widths)
    return [
        *head,
        (" " * GAP).join("-" * size for size in widths),
        *(part for line in lines[1:] for part in _row(line, widths)),
    ]


def _fit(wanted: list[int], least: list[int], room: int) -> list[int]:
    """Widths that together take at most `room`: the widest columns give way first, to their longest words if they can."""
    widths = list(wanted)
    for floors in (least, [1] * len(wanted)):
        over = sum(widths) - room
        while over > 0:
            wide = max((w for w, floor in zip(widths, floors, strict=True) if w > floor), default=0)
            if not wide:
                break
            at = next(i for i, w in enumerate(widths) if w == wide and w > floors[i])
            widths[at] -= 1
            over -= 1
    return widths


def _row(texts: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [wrap(text, width) for text, width in zip(texts, widths, strict=True)]
    out = []
    for i in range(max(map(len, columns), default=0)):
        parts = [column[i] if i < len(column) else "" for column in columns]
        padded = [part + " " * (width - cells(part)) for part, width in zip(parts, widths, strict=True)]
        out.append((" " * GAP).join(padded).rstrip())
    return out
