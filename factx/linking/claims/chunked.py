"""One sentence's chunks and what they hold: words, heads, lemmas, neighbours, brackets, the verb in front or behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factx import lexicon
from factx.document import Document, Sentence
from factx.linking.claims.chunks import Chunker
from factx.linking.claims.mending import Mender
from factx.linking.claims.moments import Moment
from factx.linking.claims.words import BE
from factx.mentions.types import AmountMention, SpanTuple

__all__ = ["FURTHEST", "ChunkedSentence"]

FURTHEST = 40
"""Chunks that a look to the left or right goes at most."""


class ChunkedSentence:
    """One sentence, parsed around its amounts (`indices` into `amounts`) and times."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        indices: Sequence[int],
        amounts: Sequence[AmountMention],
        times: Sequence[Moment],
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.sentence = sentence
        self.amounts = amounts
        self.times = times
        self.indices = tuple(indices)
        chunker = Chunker(document, sentence, indices, amounts, times)
        self.chunks = chunker.chunks
        if indices:
            Mender(self.tokens, self.chunks, amounts).mend()
        self.place = {chunk.ref: i for i, chunk in enumerate(self.chunks) if chunk.kind == "A" and chunk.ref >= 0}
        self.shape = "".join([chunk.kind for chunk in self.chunks])

    def text_of(self, index: int | None) -> str:
        """The words of a chunk as written ("" for None)."""
        if index is None:
            return ""
        chunk = self.chunks[index]
        return self.document.text[self.tokens.start[chunk.first] : self.tokens.end[chunk.last]]

    def span_of(self, index: int) -> SpanTuple:
        """Offsets of a chunk."""
        chunk = self.chunks[index]
        return self.tokens.start[chunk.first], self.tokens.end[chunk.last]

    def lower_of(self, index: int) -> list[str]:
        """The words of a chunk in lower case."""
        chunk = self.chunks[index]
        return self.tokens.lower[chunk.first : chunk.last + 1]

    def head_of(self, index: int) -> str:
        """The last word of a chunk, in lower case."""
        return self.tokens.lower[self.chunks[index].last]

    def is_named(self, index: int) -> bool:
        """Does the chunk end in a name ("Bolt", "Bolt Plc.")?"""
        chunk = self.chunks[index]
        codes = self.tokens.codes
        last = chunk.last - (codes[chunk.last] == "." and chunk.last > chunk.first)
        return codes[last] == "P"

    def lemma_of(self, index: int) -> str:
        """The lemma of the last verb of a verb group ("" where it has none: a form of "be" is "be")."""
        chunk = self.chunks[index]
        codes = self.tokens.codes
        for token in range(chunk.last, chunk.first - 1, -1):
            word = self.tokens.lower[token]
            if word in BE:
                return "be"
            lemma = lexicon.verb_lemmas().get(word)
            if lemma is not None:
                return lemma
            if codes[token] in "VBEG":
                return word  # a verb that the lexicon does not have
        return ""

    def kind(self, index: int) -> str:
        """The kind of a chunk; "" outside the sentence."""
        return self.shape[index] if 0 <= index < len(self.shape) else ""

    def chunk_at(self, offset: int) -> int:
        """Index of the chunk that holds `offset`, or of the next one."""
        token = self.tokens.at(offset)
        return bisect_left(self.chunks, token, key=lambda chunk: chunk.last)

    def chunk_of(self, token: int) -> int:
        """Index of the chunk that holds a token, or of the next one."""
        return bisect_left(self.chunks, token, key=lambda chunk: chunk.last)

    def before(self, index: int, skip: str = 'R"m') -> int:
        """The nearest chunk before `index` that is not of the kinds to skip (-1: none)."""
        index -= 1
        while index >= 0 and self.shape[index] in skip:
            index -= 1
        return index

    def after(self, index: int, skip: str = 'R"') -> int:
        """The nearest chunk behind `index` that is not of the kinds to skip (len: none)."""
        index += 1
        while index < len(self.shape) and self.shape[index] in skip:
            index += 1
        return index

    def opening(self, index: int) -> int | None:
        """The bracket that chunk `index` stands in, if one is open."""
        depth = 0
        for i in range(index - 1, max(-1, index - FURTHEST), -1):
            if self.shape[i] == ")":
                depth += 1
            elif self.shape[i] == "(":
                if not depth:
                    return i
                depth -= 1
        return None

    def verb_before(self, index: int, kinds: str = "VIGE") -> int | None:
        """The verb group that governs what stands at `index`: the nearest to the left, not over a clause boundary."""
        stop = max(-1, index - FURTHEST)
        i = index - 1
        while i > stop:
            letter = self.shape[i]
            if letter == ")":
                opened = self.opening(i)
                i = (opened if opened is not None else i) - 1
                continue
            if letter in kinds:
                return i
            if letter in ";w" or letter == "(":
                return None
            i -= 1
        return None

    def verb_after(self, index: int) -> int | None:
        """The next finite verb group to the right within the clause."""
        for i in range(index + 1, min(len(self.shape), index + FURTHEST)):
            if self.shape[i] == "V":
                return i
            if self.shape[i] in ";.w":
                return None
        return None
