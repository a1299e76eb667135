"""A document as the speaker linker reads it: names by token, and which tokens stand in somebody's quoted words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from factx.document import Document
from factx.mentions.types import Attribution, NameMention

__all__ = ["View"]


PAD = 120
"""How far rules may look over the ends of a text."""


class View:
    """Names and attributions of one document, indexed by token.

    `first[n]`, `last[n]`: tokens of name `n`, both included. `starts`, `ends`: token -> name that starts or ends there.
    `quoted[i]`: token `i` is inside quoted words.
    """

    def __init__(self, document: Document, names: Sequence[NameMention], attributions: Sequence[Attribution]) -> None:
        self.document = document
        self.text = document.text
        tokens = self.tokens = document.tokens
        self.forms, self.lower, self.codes = tokens.text, tokens.lower, tokens.codes
        # `word(i)`: the lower-case form of token i, `code(i)`: its code letter; "" and "." outside of the text. The padding behind
        # the end serves indices before the beginning too.
        self.word: Callable[[int], str] = [*self.lower, *[""] * PAD].__getitem__
        self.code: Callable[[int], str] = (self.codes + "." * PAD).__getitem__
        self.names = names
        self.attributions = attributions
        self.first = [tokens.at(n.start) for n in names]
        self.last = [tokens.at(n.end - 1) for n in names]
        self.starts = {i: n for n, i in enumerate(self.first)}
        self.ends = {i: n for n, i in enumerate(self.last)}
        self.quoted = bytearray(len(tokens) + 1)
        for a in attributions:
            if a.kind != "indirect":
                for start, end in a.spans:
                    inside = tokens.inside(start, end)
                    self.quoted[inside.start : inside.stop] = b"\1" * len(inside)
        lower = self.lower
        self._words = [
            (lower[a],) if a == b else tuple([w for w in lower[a : b + 1] if w[0].isalnum()])
            for a, b in zip(self.first, self.last, strict=True)
        ]

    @cached_property
    def _lines(self) -> frozenset[int]:
        """Tokens that begin a line."""
        gaps = zip(self.tokens.end, self.tokens.start[1:], strict=False)
        return frozenset(i for i, (end, start) in enumerate(gaps, 1) if start > end and "\n" in self.text[end:start])

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

    def begins_line(self, i: int) -> bool:
        """Does token `i` begin a line, or does the text end before it?"""
        return not 0 < i < len(self.forms) or i in self._lines

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of tokens `first` to `last`, both included."""
        return self.tokens.start[first], self.tokens.end[last]

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
