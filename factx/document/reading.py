"""The text as it is read: what stands for something else put right, with the way back to the text as given.

All finders and linkers work on `Reading.text`; only the records are made with the offsets of the article, by
`Reading.original`. An article without anything to put right is its own reading, and costs one scan.

>>> reading = read("Net pro\\ufb01t was £58 million1, said Ann\\nLee of Orlo.")
>>> reading.text
'Net profit was £58 million, said Ann Lee of Orlo.'
>>> start, end = reading.original(15, 26)
>>> "Net pro\\ufb01t was £58 million1, said Ann\\nLee of Orlo."[start:end]
'£58 million'
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factx.document.characters import character_edits, same_length
from factx.document.edits import Edit
from factx.document.footnotes import footnote_edits
from factx.document.glued_dates import date_edits
from factx.document.paragraphs import paragraphs
from factx.document.wrapping import quoting_edits, wrap_edits

__all__ = ["Offsets", "Reading", "read"]


class Offsets:
    """Where the pieces that changed their length stand, in the new and in the old text."""

    def __init__(self) -> None:
        self.new_start, self.new_end = array("q"), array("q")
        self.old_start, self.old_end = array("q"), array("q")

    def __bool__(self) -> bool:
        return bool(self.new_start)

    def add(self, new_start: int, new_end: int, old_start: int, old_end: int) -> None:
        """Note that `old[old_start:old_end]` became `new[new_start:new_end]`; in text order."""
        self.new_start.append(new_start)
        self.new_end.append(new_end)
        self.old_start.append(old_start)
        self.old_end.append(old_end)

    def _old(self, position: int, *, end: bool) -> int:
        """Beginning (or `end`) in the old text of the character at `position` of the new one."""
        index = bisect_right(self.new_start, position) - 1
        if index < 0:
            return position + end
        if position < self.new_end[index]:
            return self.old_end[index] if end else self.old_start[index]
        return self.old_end[index] + position - self.new_end[index] + end

    def old(self, start: int, end: int) -> tuple[int, int]:
        """The span of the old text that became `new[start:end]`; what was left out at its borders is not in it."""
        first = self._old(start, end=False)
        return first, (self._old(end - 1, end=True) if end > start else first)


class Reading(NamedTuple):
    """`text` as it is read, its `paragraphs`, and the changes of length that led to it, the first one first."""

    text: str
    paragraphs: list[tuple[int, int]]
    layers: tuple[Offsets, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text as given of `text[start:end]`."""
        for layer in reversed(self.layers):
            start, end = layer.old(start, end)
        return start, end


def read(text: str, tables: Sequence[tuple[int, int]] = ()) -> Reading:
    """The reading of a text. `tables`: lines that are read by themselves, and are no part of the running text."""
    layers: list[Offsets] = []
    text = same_length(text)
    if tables:
        text = _rewrite(text, (Edit(start, end, "") for start, end in tables), layers)
    for find in (quoting_edits, character_edits, date_edits, footnote_edits):
        text = _rewrite(text, find(text), layers)
    spans = paragraphs(text)
    edits = wrap_edits(text, spans)
    if not edits:
        return Reading(text, spans, tuple(layers))
    before = len(layers)
    text = _rewrite(text, edits, layers)
    if len(layers) > before:
        spans = _moved(spans, layers[-1])
    return Reading(text, spans, tuple(layers))


def _rewrite(text: str, edits: Iterable[Edit], layers: list[Offsets]) -> str:
    """The text with its edits made; what they move is added to `layers`."""
    out: list[str] = []
    offsets = Offsets()
    last = size = 0
    for edit in edits:
        out += (text[last : edit.start], edit.text)
        size += edit.start - last
        if edit.end - edit.start != len(edit.text):
            offsets.add(size, size + len(edit.text), edit.start, edit.end)
        size += len(edit.text)
        last = edit.end
    if not out:
        return text
    if offsets:
        layers.append(offsets)
    out.append(text[last:])
    return "".join(out)


def _moved(spans: list[tuple[int, int]], offsets: Offsets) -> list[tuple[int, int]]:
    """Spans of the old text in the new one; no edit crosses their borders."""
    out: list[tuple[int, int]] = []
    index = shift = 0
    for start, end in spans:
        begin = start + shift
        while index < len(offsets.old_end) and offsets.old_end[index] <= end:
            shift = offsets.new_end[index] - offsets.old_end[index]
            index += 1
        out.append((begin, end + shift))
    return out
