"""Pairs of quotation marks, paragraph by paragraph.

An opening mark that is not closed in its paragraph goes on in the next one when that begins with an opening mark
(the news convention) or when the closing mark comes first there; else it ends with its paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from factx.document import Document, Paragraph
from factx.mentions.quotations.marks import Mark, marks
from factx.mentions.types import SpanTuple

__all__ = ["Pair", "pairs"]

FURTHEST_CLOSE = 12
"""Paragraphs without any mark that a quotation may run over before its closing mark."""
LONGEST_ATTRIBUTION = 90
"""Characters between the two parts of a quotation that an attribution interrupts, at most."""
LONGEST_SINGLE = 4000
"""Characters between single marks, at most."""
LONGEST_OPEN = 6000
"""Characters of an unclosed quotation's paragraph, at most: longer "paragraphs" are not news prose."""


DENSE = 10
FEW = 100
"""More than a mark in ten characters, from a hundred marks on, is program text or a table, not prose."""
MOST_UNCLOSED = 40
"""Opening marks left over in a paragraph, at most: with more of them they are no quotation marks."""


@dataclass(slots=True)
class Pair:
    """A quotation under construction: offsets as in `Quotation`."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    parts: list[SpanTuple] = field(default_factory=list)
    closed: bool = True
    single: bool = False


def pairs(document: Document) -> list[Pair]:
    """All pairs in text order of their opening marks, a nested one behind the one around it."""
    text = document.text
    paragraphs = document.paragraphs
    doubles: list[Pair] = []
    found: list[tuple[Paragraph, list[Mark], list[Mark]]] = []
    every = list(islice(marks(text), max(FEW, len(text) // DENSE)))
    if not every or (len(every) > FEW and len(every) >= len(text) // DENSE):
        return []
    position = 0
    for paragraph in paragraphs:
        while position < len(every) and every[position].start < paragraph.start:
            position += 1
        first = position
        while position < len(every) and every[position].start < paragraph.end:
            position += 1
        mine = every[first:position]
        if len(mine) > FEW and len(mine) * DENSE > paragraph.end - paragraph.start:
            mine = []
        found.append((paragraph, [m for m in mine if not m.single], [m for m in mine if m.single]))
    doubles.extend(_doubles(text, found))
    singles = _singles(text, found, doubles)
    out = doubles + singles
    out.sort(key=lambda p: (p.outer_start, -p.outer_end))
    return out


def _doubles(text: str, found: Sequence[tuple[Paragraph, list[Mark], list[Mark]]]) -> Iterator[Pair]:
    carried: Pair | None = None
    for number, (paragraph, mine, singles) in enumerate(found):
        left = mine
        if carried is not None:
            if _is_new(text, paragraph, mine, carried):
                yield carried
                carried = None
            else:
                left = _continue(text, paragraph, mine, carried)
        if carried is not None:
            if not left and not carried.closed:
                # still open at this paragraph's end: does it go on?
                if not _goes_on(found, number):
                    yield carried
                    carried = None
                continue
            yield carried
            carried = None
        stack: list[Mark] = []
        done: list[Pair] = []
        for position, mark in enumerate(left):
            if not mark.strong and position + 1 < len(left) and left[position + 1].side == "close":
                continue  # inches, as the quotation is closed further on
            if _opens(mark, stack):
                stack.append(mark)
            elif stack:
                pair = _pair(text, stack.pop(), mark)
                if pair.end > pair.start:
                    done.append(pair)
        if stack and len(stack) == 1 and singles:
            closing = _closed_by_single(text, stack[0], done, singles)
            if closing is not None:
                done.append(_pair(text, stack.pop(), closing))
        done.extend(_unclosed(text, paragraph, stack, done))
        done.sort(key=lambda p: p.outer_start)
        if done and not done[-1].closed and done[-1].end >= paragraph.end and _goes_on(found, number):
            carried = done.pop()
        yield from done
    if carried is not None:
        yield carried


def _is_new(text: str, paragraph: Paragraph, mine: list[Mark], carried: Pair) -> bool:
    """Does the paragraph re-open with a quotation that an attribution of its own interrupts (“But,” Ray added, “…”)?

    Only where the words before were attributed in front of them: else the attribution is theirs too.
    """
    if len(mine) < 3 or mine[0].start != paragraph.start or mine[1].side != "close" or mine[2].side != "open":
        return False
    if text[mine[1].start - 1] != "," or not 3 < mine[2].start - mine[1].end < LONGEST_ATTRIBUTION:
        return False
    return text[max(0, carried.outer_start - 1)] not in "\n\r" and carried.outer_start > 0


def _closed_by_single(text: str, opened: Mark, done: list[Pair], singles: list[Mark]) -> Mark | None:
    """The single mark that closes a quotation opened by a double one by mistake: “We won.'"""
    for mark in singles:
        if mark.start <= opened.end:
            continue
        if mark.side != "close" or not mark.strong or any(p.outer_start > opened.start for p in done):
            return None
        if text[mark.start - 1] in ",.!?":
            return mark
    return None


def _opens(mark: Mark, stack: list[Mark]) -> bool:
    if mark.side == "open":
        # „German“ style, and straight marks that only seem to open
        return not (stack and mark.sign == "“" and stack[-1].sign == "„")
    if mark.side == "either":
        return not stack
    return False


def _pair(text: str, opened: Mark, closing: Mark) -> Pair:
    a, b = opened.end, closing.start
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    return Pair(a, b, opened.start, closing.end, [(a, b)])


def _unclosed(text: str, paragraph: Paragraph, stack: list[Mark], done: list[Pair]) -> Iterator[Pair]:
    """Opening marks left over: each runs to the next quotation of its level, the last one to the paragraph's end."""
    if len(stack) > MOST_UNCLOSED:
        return
    starts = sorted([p.outer_start for p in done] + [m.start for m in stack])
    for mark in stack:
        later = bisect_right(starts, mark.start)
        stop = starts[later] if later < len(starts) else paragraph.end
        while stop > mark.end and text[stop - 1].isspace():
            stop -= 1
        if stop > mark.end and stop - mark.end <= LONGEST_OPEN:
            yield Pair(mark.end, stop, mark.start, stop, [(mark.end, stop)], closed=False)


def _goes_on(found: Sequence[tuple[Paragraph, list[Mark], list[Mark]]], number: int) -> bool:
    """Does a quotation that is open at the end of paragraph `number` go on in the next?"""
    following = number + 1
    if following >= len(found):
        return False
    paragraph, mine, _ = found[following]
    if mine and mine[0].start == paragraph.start and mine[0].side != "close":
        return True
    for paragraph, mine, _ in found[following : following + FURTHEST_CLOSE]:
        if paragraph.end - paragraph.start > LONGEST_OPEN:
            return False
        if mine:
            return mine[0].side == "close" and mine[0].strong
    return False


def _continue(text: str, paragraph: Paragraph, mine: list[Mark], carried: Pair) -> list[Mark]:
    """Add this paragraph's part to a carried quotation; the marks that are left."""
    start = paragraph.start
    reopened = bool(mine) and mine[0].start == start and mine[0].side != "close"
    if reopened:
        start, mine = mine[0].end, mine[1:]
    depth = 0
    for index, mark in enumerate(mine):
        if mark.side == "open":
            depth += 1
        elif depth:
            depth -= 1
        else:
            _extend(text, carried, start, mark.start, reopened)
            carried.outer_end, carried.closed = mark.end, True
            return mine[index + 1 :]
    _extend(text, carried, start, paragraph.end, reopened)
    carried.outer_end = paragraph.end
    return []


def _extend(text: str, carried: Pair, start: int, end: int, reopened: bool) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end <= start:
        return
    if reopened:
        carried.parts.append((start, end))
    else:
        carried.parts[-1] = (carried.parts[-1][0], end)
    carried.end = end


def _singles(
    text: str, found: Sequence[tuple[Paragraph, list[Mark], list[Mark]]], doubles: Sequence[Pair]
) -> list[Pair]:
    """Pairs of single marks that cross no pair of double ones; they go on only in paragraphs that re-open them."""
    edges = sorted([(p.outer_start, p.outer_end) for p in doubles])
    out: list[Pair] = []
    carried: Pair | None = None
    for number, (paragraph, _, mine) in enumerate(found):
        index = 0
        if carried is not None:
            closing = _closing(mine, 1, mine[0])
            end = paragraph.end if closing is None else mine[closing].start
            _extend(text, carried, mine[0].end, end, reopened=True)
            carried.outer_end = end if closing is None else mine[closing].end
            if closing is None and _reopens(found, number):
                continue
            carried.closed = closing is not None
            out.append(carried)
            carried = None
            index = len(mine) if closing is None else closing + 1
        while index < len(mine):
            mark = mine[index]
            index += 1
            if mark.side != "open":
                continue
            close = _closing(mine, index, mark)
            if close is None:
                if index == len(mine) and _reopens(found, number) and not _crosses(edges, mark.start, paragraph.end):
                    carried = Pair(
                        mark.end, paragraph.end, mark.start, paragraph.end, [(mark.end, paragraph.end)], single=True
                    )
                elif index == len(mine) and _reopens_with_double(text, found, number, mark, edges):
                    end = paragraph.end
                    out.append(Pair(mark.end, end, mark.start, end, [(mark.end, end)], closed=False, single=True))
                continue
            other = mine[close]
            if _crosses(edges, mark.start, other.end):
                continue
            pair = _pair(text, mark, other)
            pair.single = True
            if pair.end > pair.start:
                out.append(pair)
                index = close + 1
    return out


def _reopens_with_double(
    text: str,
    found: Sequence[tuple[Paragraph, list[Mark], list[Mark]]],
    number: int,
    mark: Mark,
    edges: Sequence[SpanTuple],
) -> bool:
    """Does a single mark behind a colon open what the next paragraph goes on with in double marks?"""
    paragraph = found[number][0]
    if text[mark.start - 2 : mark.start].strip() != ":" or paragraph.end - mark.end > LONGEST_SINGLE:
        return False
    if number + 1 >= len(found) or _crosses(edges, mark.start, paragraph.end):
        return False
    following, mine, _ = found[number + 1]
    return bool(mine) and mine[0].start == following.start and mine[0].side == "open"


def _reopens(found: Sequence[tuple[Paragraph, list[Mark], list[Mark]]], number: int) -> bool:
    """Does the next paragraph begin with a single opening mark?"""
    if number + 1 >= len(found):
        return False
    paragraph, _, mine = found[number + 1]
    return bool(mine) and mine[0].start == paragraph.start and mine[0].side == "open"


def _closing(mine: list[Mark], index: int, opened: Mark) -> int | None:
    weak: int | None = None
    for position in range(index, min(len(mine), index + 40)):
        mark = mine[position]
        if mark.start - opened.end > LONGEST_SINGLE:
            break
        if mark.side == "open":
            break
        if mark.strong:
            return position
        if weak is None:
            weak = position
    return weak


def _crosses(edges: Sequence[SpanTuple], start: int, end: int) -> bool:
    """Does `[start, end)` cut a pair in two? (Pairs of one paragraph are few; the search begins near `start`.)"""
    position = bisect_left(edges, (start, 0))
    for a, b in edges[max(0, position - 3) : position]:
        if a < start < b < end:
            return True
    for a, b in edges[position : position + 60]:
        if a >= end:
            break
        if b > end:
            return True
    return False
