"""Tables in fixed width: columns are where the figures of many lines end one above the other.

>>> text = "Results\\n                  2024     2023\\nRevenue          1,204    1,100\\nOperating loss     (32)      (7)\\n"
>>> [(text[c.start:c.end], c.row, c.column) for grid in aligned_grids(text) for c in grid.cells][:5]
[('2024', 0, 1), ('2023', 0, 2), ('Revenue', 1, 0), ('1,204', 1, 1), ('1,100', 1, 2)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factx.grid import Grid, GridCell
from factx.tables.figures import is_blank, is_mark, read_figure, year_in
from factx.tables.spread import spread

__all__ = ["aligned_grids"]

LEADERS = re.compile(r"(?:\.{3,}|(?:\. ){3,}\.?|_{3,})")
CHUNK = re.compile(r"\S(?:[^\s]| (?! ))*")
RULE = re.compile(r"[ \t\-=_—–*.]*(?:[-=_—–]{2,})[ \t\-=_—–*.|]*$")
SEGMENT = re.compile(r"[-=_—–]{2,}")
SPACED_MINUS = re.compile(r"[-–−] [$€£]?\d[\d.,]*%?")
TAB = 8
GAP = 2
"""Blank lines that may stand between lines of one table."""
HIGHEST_HEAD = 10
"""Lines above the first figures among which heads are looked for."""
MOST_CHUNKS = 50
"""Pieces of a line of a table, at most."""
WIDEST = 400
"""Characters of a line of a table, at most."""


@dataclass(slots=True)
class Line:
    """A line: its offset, its chunks as (first, last character position, offset, text), and the strokes of a rule."""

    start: int
    width: int
    chunks: list[tuple[int, int, int, str]] = field(default_factory=list)
    strokes: list[tuple[int, int]] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)
    """Indices of the chunks that are figures or say that there is none."""

    @property
    def blank(self) -> bool:
        return not self.chunks and not self.strokes


def aligned_grids(text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Grid]:
    """The tables of a text outside of what is `taken`, in text order."""
    lines = _lines(text, taken)
    done = 0
    index = 0
    while index < len(lines):
        if not lines[index].figures:
            index += 1
            continue
        end = _body_end(lines, index)
        body = lines[index:end]
        columns = _columns(body)
        if columns and sum(bool(line.figures) for line in body) > 1:
            first = _head_start(lines, index, done, columns)
            grid = _grid(lines[first:end], index - first, columns)
            if grid is not None:
                yield grid
                done = end
        index = end


def _lines(text: str, taken: Sequence[tuple[int, int]]) -> list[Line]:
    out: list[Line] = []
    inside = iter(sorted(taken))
    span = next(inside, None)
    start = 0
    for raw in text.split("\n"):
        while span is not None and span[1] <= start:
            span = next(inside, None)
        line = Line(start, len(raw))
        if (span is None or span[0] >= start + max(1, len(raw))) and len(raw) <= WIDEST:
            _read(line, raw)
        elif raw.strip():
            line.chunks.append((0, len(raw), start, ""))  # a line of something else: it ends a table
        out.append(line)
        start += len(raw) + 1
    return out


def _read(line: Line, raw: str) -> None:
    raw = raw.rstrip()  # a blank or the CR of a CRLF at the end is no column
    if RULE.match(raw):
        shown = raw.expandtabs(TAB)
        line.strokes = [match.span() for match in SEGMENT.finditer(shown)]
        return
    plain = LEADERS.sub(lambda match: " " * len(match[0]), raw.replace("\xa0", " ").replace("\r", " "))
    positions = _positions(plain) if "\t" in plain else None
    chunks: list[tuple[int, int, int, str]] = []
    for match in CHUNK.finditer(plain.replace("\t", "  ") if positions is None else re.sub("\t", "\x00", plain)):
        for low, high in _parts(match):
            at = low if positions is None else positions[low]
            chunks.append((at, at + high - low, line.start + low, plain[low:high]))
        if len(chunks) > MOST_CHUNKS:
            line.chunks = chunks[:1]
            return
    # "$" and the brackets that stand apart from their figure are part of it.
    for chunk in chunks:
        if line.chunks and _joins(line.chunks[-1][3], chunk[3], chunk[0] - line.chunks[-1][1]):
            first, _, offset, before = line.chunks[-1]
            gap = chunk[2] - offset - len(before)
            line.chunks[-1] = first, chunk[1], offset, before + " " * gap + chunk[3]
        else:
            line.chunks.append(chunk)
    line.figures = [
        number
        for number, (at, _, _, words) in enumerate(line.chunks)
        if (number or at > 8) and (is_blank(words) or read_figure(words) is not None)
    ]
    if all(is_blank(line.chunks[number][3]) for number in line.figures) and len(line.figures) < 2:
        line.figures = []


def _positions(plain: str) -> list[int]:
    """Where each character shows, tabs counted."""
    out: list[int] = []
    at = 0
    for char in plain:
        out.append(at)
        at = (at // TAB + 1) * TAB if char == "\t" else at + 1
    out.append(at)
    return out


def _parts(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """A chunk, cut at tabs; one of nothing but figures ("(443) (15)") is cut at every space."""
    start = match.start()
    for part in match[0].split("\x00"):
        words = part.split(" ")
        if (
            len(words) > 1
            and not SPACED_MINUS.fullmatch(part)
            and all(is_mark(word) or is_blank(word) or read_figure(word) is not None for word in words)
        ):
            at = start
            for word in words:
                yield at, at + len(word)
                at += len(word) + 1
        elif part.strip():
            lead = len(part) - len(part.lstrip())
            yield start + lead, start + lead + len(part.strip())
        start += len(part) + 1


def _joins(before: str, chunk: str, gap: int) -> bool:
    if before in ("$", "£", "€", "¥", "US$", "C$", "A$", "HK$", "(", "$(") and gap <= 12:
        return is_blank(chunk) or read_figure(chunk) is not None or chunk[0] in "(-"
    return gap <= 2 and chunk in (")", "%", ")%", "%)") and read_figure(before) is not None


def _body_end(lines: list[Line], index: int) -> int:
    """The line behind the last one of the table that begins at `index`."""
    first = min(lines[index].chunks[number][0] for number in lines[index].figures)
    last = index
    blanks = 0
    for number in range(index + 1, len(lines)):
        line = lines[number]
        if line.blank:
            blanks += 1
            if blanks > GAP:
                break
            continue
        if line.figures:
            at = min(line.chunks[k][0] for k in line.figures)
            right = max(line.chunks[k][1] for k in line.figures)
            if right <= first - 2 or (blanks and line.chunks[0][0] > right):
                break
            first, last, blanks = min(first, at), number, 0
        elif line.strokes:
            blanks = 0
        elif (
            any(low < first and first + 4 < high for low, high, _, _ in line.chunks) or line.chunks[-1][1] > first + 40
        ):
            break  # running text goes across the gap before the first column
        elif _is_caption(line, lines, number):
            break
        else:
            blanks = 0
    return last + 1


def _is_caption(line: Line, lines: list[Line], number: int) -> bool:
    """Does a line that only names columns stand at the top of another table: text before it, figures below it?"""
    above = lines[number - 1].blank and (number < 2 or lines[number - 2].blank)
    return above and any(other.figures for other in lines[number + 1 : number + 1 + HIGHEST_HEAD])


def _columns(body: list[Line]) -> list[tuple[int, int]]:
    """The columns of figures: what overlaps from line to line, the narrow figures first."""
    spans = [line.chunks[k][:2] for line in body for k in line.figures if k]
    if not spans:
        spans = [line.chunks[k][:2] for line in body for k in line.figures]
    columns = _overlapping(spans)
    left = min((low for low, _ in columns), default=0)
    # A figure that begins its line is a total without label where it stands among the columns.
    more = [line.chunks[0][:2] for line in body if 0 in line.figures and line.chunks[0][1] > left - 2]
    return _overlapping([*spans, *more]) if more else columns


def _overlapping(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    columns: list[tuple[int, int]] = []
    for low, high in sorted(set(spans), key=lambda span: (span[1] - span[0], span)):
        hit = [column for column in columns if column[0] < high and low < column[1]]
        if not hit:
            columns.append((low, high))
        elif len(hit) == 1:
            columns[columns.index(hit[0])] = min(low, hit[0][0]), max(high, hit[0][1])
    return sorted(columns)


def _head_start(lines: list[Line], index: int, done: int, columns: list[tuple[int, int]]) -> int:
    """The first line of the heads above the figures."""
    left = columns[0][0]
    first = index
    blanks = 0
    for number in range(index - 1, max(done, index - HIGHEST_HEAD) - 1, -1):
        line = lines[number]
        if line.blank:
            blanks += 1
            if blanks > GAP:
                break
            continue
        blanks = 0
        if line.strokes:
            if first < index or line.strokes[-1][1] > left:
                first = number
            continue
        behind = [chunk for chunk in line.chunks if chunk[1] > left]
        if not behind:
            continue  # a label, or the first words of one: it counts when a head stands above it
        if len(behind) < len(line.chunks) or behind[0][0] > 12:
            if any(chunk[0] < left - 14 and chunk[1] - chunk[0] > 45 for chunk in behind):
                break  # a line of running text
            first = number
        else:
            break
    return first


def _grid(lines: list[Line], body: int, columns: list[tuple[int, int]]) -> Grid | None:
    cells: list[GridCell] = []
    row = 0
    for number, line in enumerate(lines):
        if not line.chunks:
            continue
        if line.figures and number >= body:
            cells.extend(_body_row(line, row, columns))
        else:
            strokes = next((below.strokes for below in lines[number + 1 :] if not below.blank), [])
            cells.extend(_head_row(line, row, columns, strokes))
        row += 1
    if not cells:
        return None
    return Grid(start=min(c.start for c in cells), end=max(c.end for c in cells), cells=tuple(cells), kind="aligned")


def _body_row(line: Line, row: int, columns: list[tuple[int, int]]) -> Iterator[GridCell]:
    left = columns[0][0]
    for number, (low, high, offset, words) in enumerate(line.chunks):
        if number in line.figures and (number or high > left):
            middle = (low + high) / 2
            inside = [k for k, (a, b) in enumerate(columns) if a < high and low < b]
            column = min(inside or range(len(columns)), key=lambda k: abs(sum(columns[k]) / 2 - middle))
            yield GridCell(offset, offset + len(words), row, column + 1)
        else:
            column = 0 if low < left else 1 + min(range(len(columns)), key=lambda k: abs(columns[k][0] - low))
            yield GridCell(offset, offset + len(words), row, column, indent=low if column == 0 else 0)


def _head_row(
    line: Line, row: int, columns: list[tuple[int, int]], strokes: list[tuple[int, int]]
) -> Iterator[GridCell]:
    """The cells of a line without figures: its label, and heads over the columns that they stand over."""
    left = columns[0][0]
    heads: list[tuple[int, int, int, str]] = []
    for chunk in line.chunks:
        low, high, offset, words = chunk
        if (low + high) / 2 < left - 3 and (low < 12 or high < left) and not (year_in(words) and high > left):
            yield GridCell(offset, offset + len(words), row, 0, indent=low)
        else:
            heads.append(chunk)
    spans = spread([(low, high) for low, high, _, _ in heads], columns, strokes)
    for (_, _, offset, words), (first, last) in zip(heads, spans, strict=True):
        if first < last:
            yield GridCell(offset, offset + len(words), row, first + 1, width=last - first, head=True)
