"""Marks in running text: nested where records nest, cut where they cross.

>>> text = "He said “sales of $5 million”."
>>> marks = [Mark(9, 28, "quote", "q1"), Mark(18, 28, "money", "m1")]
>>> render(text, 8, 30, marks, set())
'“<mark class="quote" id="at-q1" data-of="q1">sales of <mark class="money" id="at-m1" data-of="m1">$5 million</mark></mark>”.'
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.output import wording
from factx.output.page.markup import esc, short

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys

__all__ = ["Mark", "marks_of", "render"]

RANK = {"dateline": 0, "statement": 1, "quote": 2, "speaker": 3, "date": 4, "money": 5, "number": 6}
"""Of marks over the same characters, which one is outside; by the first word of their kind."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text of a kind, which belongs to the record `key` ("" for a mark that is only layout).

    `note`: what is known of it, for who rests the pointer on it.
    """

    start: int
    end: int
    kind: str
    key: str
    note: str = ""


def marks_of(facts: Facts, keys: Keys) -> list[Mark]:
    """A mark for every span of every record, in text order, outer before inner; spans outside the text are left out."""
    out: list[Mark] = []
    names = {speaker.id: speaker.name for speaker in facts.speakers}
    for speaker in facts.speakers:
        about = wording.role(speaker)
        note = _note(f"{speaker.name}, {about}" if about else speaker.name)
        out.extend(Mark(s.start, s.end, "speaker", keys.of(speaker.id), note) for s in speaker.mentions)
    for quote in facts.quotes:
        key = keys.of(quote.id)
        note = _note(f"{names.get(quote.speaker_id or '', 'speaker not named')} – {wording.said(quote)}")
        out.extend(Mark(s.start, s.end, "quote", key, note) for s in quote.spans)
        out.extend(Mark(s.start, s.end, "statement", key, note) for s in quote.statement or ())
    for kind, claims in (("money", facts.money), ("number", facts.numbers)):
        for claim in claims:
            parts = (wording.amount(claim), wording.meaning(claim), wording.owner(claim), wording.period(claim))
            note = _note(" – ".join(filter(None, (*parts, wording.modality(claim)))))
            out.append(Mark(claim.span.start, claim.span.end, kind, keys.of(claim.id), note))
    for date in facts.dates:
        out.append(Mark(date.span.start, date.span.end, "date", keys.of(date.id), _note(wording.when(date))))
    size = len(facts.article.text)
    return sorted({mark for mark in out if 0 <= mark.start < mark.end <= size}, key=_order)


def _note(text: str) -> str:
    return short(text, 140)


def _order(mark: Mark) -> tuple[int, int, int, str]:
    return mark.start, -mark.end, layer(mark), mark.key


def layer(mark: Mark) -> int:
    """How far outside a mark is among those over the same characters."""
    return RANK[mark.kind.split(" ", 1)[0]]


def render(text: str, start: int, end: int, marks: Iterable[Mark], anchored: set[str]) -> str:
    """HTML of `text[start:end]`; `anchored`: keys whose anchor is set already, added to."""
    waiting = [
        (max(mark.start, start), -min(mark.end, end), layer(mark), number, mark) for number, mark in enumerate(marks)
    ]
    heapq.heapify(waiting)
    out: list[str] = []
    open_until: list[tuple[int, str]] = []  # ends do not grow from the outside in
    position = start

    def go_to(where: int) -> None:
        nonlocal position
        while open_until and open_until[-1][0] <= where:
            stop, tag = open_until.pop()
            out.append(esc(text[position:stop]))
            out.append(tag)
            position = stop
        out.append(esc(text[position:where]))
        position = where

    while waiting:
        begin, negative_end, rank, number, mark = heapq.heappop(waiting)
        stop = -negative_end
        go_to(begin)
        if open_until and open_until[-1][0] < stop:  # it crosses the end of what is around it: cut it there
            cut = open_until[-1][0]
            heapq.heappush(waiting, (cut, -stop, rank, number, mark))
            stop = cut
        out.append(_opening(mark, anchored))
        open_until.append((stop, "</mark>" if mark.key else "</span>"))
    go_to(end)
    return "".join(out)


def _opening(mark: Mark, anchored: set[str]) -> str:
    if not mark.key:
        return f'<span class="{mark.kind}">'
    anchor = ""
    if mark.kind != "statement" and mark.key not in anchored:
        anchored.add(mark.key)
        anchor = f' id="at-{mark.key}"'
    note = f' title="{esc(mark.note)}"' if mark.note else ""
    return f'<mark class="{mark.kind}"{anchor} data-of="{mark.key}"{note}>'
