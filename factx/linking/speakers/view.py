"""A document as the speaker linker reads it: names by token, and which tokens stand in somebody's quoted words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from factx.document import Document
from factx.mentions.types import Attribution, NameMention, SpanTuple

__all__ = ["Memo", "View"]

K = TypeVar("K")
V = TypeVar("V")
PAD = 120
"""How far rules may look over the ends of a text."""


class Memo(dict[K, V]):
    """What `ask` answers, asked once for each key.

    >>> squares = Memo(lambda n: n * n)
    >>> squares[3], squares
    (9, {3: 9})
    """

    def __init__(self, ask: Callable[[K], V]) -> None:
        self.ask = ask

    def __missing__(self, key: K) -> V:
        known = self[key] = self.ask(key)
        return known


class View:
    """Names of one document, indexed by token; `hear` adds what is quoted in it.

    `first[n]`, `last[n]`: tokens of name `n`, both included. `starts`, `ends`: token -> name that starts or ends there.
    `quoted[i]`: token `i` is inside quoted words.
    """

    def __init__(self, document: Document, names: Sequence[NameMention]) -> None:
        self.document = document
        self.text = document.text
        tokens = self.tokens = document.tokens
        self.forms, self.lower, self.codes = tokens.text, tokens.lower, tokens.codes
        # `word(i)`: the lower-case form of token i, `code(i)`: its code letter, `begins_line(i)`: does it begin a line, or the text end
        # before it; "", "." and 1 outside of the text. The padding behind the end serves indices before the beginning too.
        self.word: Callable[[int], str] = [*self.lower, *[""] * PAD].__getitem__
        self.code: Callable[[int], str] = (self.codes + "." * PAD).__getitem__
        self.begins_line: Callable[[int], int] = self._lines().__getitem__
        self.names = names
        self.attributions: Sequence[Attribution] = ()
        self.first = [tokens.at(n.start) for n in names]
        self.last = [tokens.at(n.end - 1) for n in names]
        self.starts = {i: n for n, i in enumerate(self.first)}
        self.ends = {i: n for n, i in enumerate(self.last)}
        self.quoted = bytearray(len(tokens) + 1)
        self.sources: dict[SpanTuple, Any] = {}
        """Span -> what `read_source` has read."""
        lower = self.lower
        self._words = [
            (lower[a],) if a == b else tuple([w for w in lower[a : b + 1] if w[0].isalnum()])
            for a, b in zip(self.first, self.last, strict=True)
        ]

    def _lines(self) -> bytearray:
        """1 at each token that begins a line, and outside of the text."""
        text, starts = self.text, self.tokens.start
        lines = bytearray(len(starts)) + b"\1" * PAD
        lines[0] = 1
        at = text.find("\n")
        while at >= 0:
            k = bisect_left(starts, at)
            lines[k] = 1
            at = text.find("\n", starts[k]) if k < len(starts) else -1
        return lines

    def hear(self, attributions: Sequence[Attribution]) -> None:
        """Take the attributions of the document."""
        self.attributions = attributions
        for a in attributions:
            if a.kind != "indirect":
                for start, end in a.spans:
                    inside = self.tokens.inside(start, end)
                    self.quoted[inside.start : inside.stop] = b"\1" * len(inside)

    @cached_property
    def name_starts(self) -> list[int]:
        """Where every name starts."""
        return [name.start for name in self.names]

    @cached_property
    def sentence_of(self) -> list[int]:
        """Index of the sentence of every name."""
        return _positions([n.start for n in self.names], [s.start for s in self.document.sentences])

    @cached_property
    def paragraph_of(self) -> list[int]:
        """Index of the paragraph of every name."""
        return _positions([n.start for n in self.names], [p.start for p in self.document.paragraphs])

    @cached_property
    def organisations(self) -> dict[tuple[str, ...], int]:
        """Lower-case tokens of every organisation's name -> its first mention."""
        found: dict[tuple[str, ...], int] = {}
        for n, name in enumerate(self.names):
            if name.kind == "organization":
                found.setdefault(tuple(self.lower[self.first[n] : self.last[n] + 1]), n)
        return found

    def slice(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last`, both included."""
        return self.text[self.tokens.start[first] : self.tokens.end[last]]

    def name_words(self, n: int) -> tuple[str, ...]:
        """Lower-case words of name `n`, without punctuation."""
        return self._words[n]


def _positions(offsets: Sequence[int], starts: Sequence[int]) -> list[int]:
    """For each offset, both lists sorted, the index of the last start at or before it (0 where there is none)."""
    out, at, last = [], 0, len(starts) - 1
    for offset in offsets:
        while at < last and starts[at + 1] <= offset:
            at += 1
        out.append(at)
    return out
