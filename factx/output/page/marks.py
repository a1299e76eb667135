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
from factx.output.page.voices import voice_classes

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys

__all__ = ["Mark", "marks_of", "render"]

RANK = {"dateline": 0, "statement": 1, "quote": 2, "act": 3, "speaker": 4, "date": 5, "money": 6, "number": 7}
"""Of marks over the same characters, which one is outside; by the first word of their kind."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text of a kind, which belongs to the record `key` ("" for a mark that is only layout).

    `note`: what is known of it, for who rests the pointer on it; `sure`: the record's confidence; `rule`: what found it.
    """

    start: int
    end: int
    kind: str
    key: str
    note: str = ""
    sure: float | None = None
    rule: str = ""


def marks_of(facts: Facts, keys: Keys) -> list[Mark]:
    """A mark for every span of every record, in text order, outer before inner; spans outside the text are left out."""
    out: list[Mark] = []
    names = {speaker.id: speaker.name for speaker in facts.speakers}
    voices = voice_classes(facts)
    for speaker in facts.speakers:
        about = wording.role(speaker)
        note = _note(f"{speaker.name}, {about}" if about else speaker.name)
        out.extend(Mark(s.start, s.end, "speaker", keys.of(speaker.id), note) for s in speaker.mentions)
    for quote in facts.quotes:
        key = keys.of(quote.id)
        note = _note(f"{names.get(quote.speaker_id or '', 'speaker not named')} – {wording.said(quote)}")
        kind = _kind("quote", quote.confidence, voices.get(quote.speaker_id or "", ""))
        known = (key, note, quote.confidence, quote.rule)
        out.extend(Mark(s.start, s.end, kind, *known) for s in quote.spans)
        out.extend(Mark(s.start, s.end, "statement", *known) for s in quote.statement or ())
    for kind, claims in (("money", facts.money), ("number", facts.numbers)):
        for claim in claims:
            parts = (wording.amount(claim), wording.meaning(claim), wording.owner(claim), wording.period(claim))
            note = _note(" – ".join(filter(None, (*parts, wording.modality(claim)))))
            known = (keys.of(claim.id), note, claim.confidence, claim.rule)
            out.append(Mark(claim.span.start, claim.span.end, _kind(kind, claim.confidence), *known))
    for date in facts.dates:
        known = (keys.of(date.id), _note(wording.when(date)), date.confidence, date.rule)
        out.append(Mark(date.span.start, date.span.end, _kind("date", date.confidence), *known))
    for act in facts.acts:
        told = _note(" – ".join(filter(None, (wording.deed(act), act.actor, act.about, wording.period(act)))))
        known = (keys.of(act.id), told, act.confidence, act.rule)
        out.append(Mark(act.span.start, act.span.end, _kind("act", act.confidence), *known))
    size = len(facts.article.text)
    return sorted({mark for mark in out if 0 <= mark.start < mark.end <= size}, key=_order)


def _kind(name: str, sure: float, voice: str = "") -> str:
    """The classes of a mark: its kind first, then who speaks, then whether the rules were unsure."""
    return " ".join(filter(None, (name, voice, "unsure" if sure < wording.UNSURE else "")))


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
    sure = "" if mark.sure is None else f' data-sure="{mark.sure:.2f}"'
    rule = f' data-rule="{esc(mark.rule)}"' if mark.rule else ""
    return f'<mark class="{mark.kind}"{anchor} data-of="{mark.key}"{note}{sure}{rule}>'
