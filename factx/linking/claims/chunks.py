"""Tokens -> chunks: one regular expression over one letter a token, amounts and times kept whole.

The letters of a chunk are those of `factx.linking.claims.clause`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from factx.document import Document, Sentence
from factx.linking.claims.letters import letters_of
from factx.linking.claims.moments import Moment
from factx.mentions.types import AmountMention

__all__ = ["Chunk", "Chunker"]

LONGEST, AROUND = 400, 60
"""Most tokens of a sentence that are parsed at once, and the context of the amounts in a longer one."""

EXTREMES = frozenset(("high", "low", "highs", "lows", "peak", "trough", "average", "moving", "range"))
"""What a price or a rate reaches in a span of time."""

CHUNK = regex.compile(
    r"""
      (?P<A>Aa*+) | (?P<time>(?:[DS]J?)?@~*+)
    | (?P<g>[DS]{0,2}+[JEGNP\#&]{0,8}[NP]'(?=[DSRJEGNP\#]{0,5}A|J?@~*[JEGNP\#])) | (?P<S>S(?=A))
    | (?P<m>(?:[DS]R?[JEG\#]{0,4}|J{1,3})(?=A))
    | (?P<N>[DS]{0,2}+(?:[NP&]{0,6}[NP]')?
          (?:(?:(?<=[DS'JIopV])|(?<=,)(?=R?E)|(?<![DSJEGNPRBVxMTI'\#aA~@]))R?[EG](?=[JNPEG\#])|R?[J\#](?:[,&]R?[JE](?=[J\#&,EGNP])|&(?=[NP]{2}))?+|[EG](?=[NP])(?<=[DSJ'][EG]))*+
          [NPJ\#]*[NP](?:&P+)?+(?:'[JEG\#NP]*[NP])*+)
    | (?P<H>H)
    | (?P<V>R{0,3}+(?:Mx?|x)[RD]?R?(?:x|[VBEG]|TR?[Bx])*+(?:R{0,2}[EGBV])?(?:R?TR?(?:xR?)*[BVxE]E?)*+ | R{0,3}+[VB](?:R?(?:TR?xR?E|TR?[BVx]))*+)
    | (?P<I>TR{0,2}(?:xR?)*[BVEx]E?)
    | (?P<G>R?G) | (?P<E>R?E)
    | (?P<D>[DS]) | (?P<other>.)
    """,
    regex.VERBOSE | regex.DOTALL,
)
LETTERS = {"time": "@", "S": "g", "D": "m"}
LONE = {"o": "o", "I": "p", "T": "p", "&": "&", "w": "w", "W": "w", "u": "u", "J": "J", "R": "R", ",": ",", ".": ".",
        "(": "(", ")": ")", '"': '"', ":": "-", ";": ";", "#": "N", "$": "x", "'": "x", "M": "V"}  # fmt: skip


@dataclass(slots=True)
class Chunk:
    """Tokens `first` to `last` (included) of one `kind`; `ref`: index of its amount or time."""

    kind: str
    first: int
    last: int
    ref: int = -1


class Chunker:
    """The chunks of one sentence, as the grammar has them (`mending` comes after)."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        indices: Sequence[int],
        amounts: Sequence[AmountMention],
        times: Sequence[Moment],
    ) -> None:
        self.tokens = document.tokens
        self.sentence = sentence
        self.amounts = amounts
        self.times = times
        self.indices = tuple(indices)
        self.chunks: list[Chunk] = []
        self._parse()

    def _window(self) -> tuple[int, int]:
        inside = self.tokens.inside(self.sentence.start, self.sentence.end)
        first, last = inside.start, inside.stop
        if last - first > LONGEST and self.indices:
            begins = self.tokens.at(self.amounts[self.indices[0]].start)
            ends = self.tokens.at(self.amounts[self.indices[-1]].end)
            first = max(first, begins - AROUND)
            last = min(last, ends + AROUND, first + LONGEST)
        return first, last

    def _is_adjective(self, time: Moment, token: int) -> bool:
        """ "52-week" in "a 52-week high": it says what price, and not when."""
        lower = self.tokens.lower
        return time.type == "DURATION" and "-" in lower[token] and lower[token + 1] in EXTREMES

    def _parse(self) -> None:
        tokens = self.tokens
        base, stop = self._window()
        mask = letters_of(tokens, base, stop)
        held: dict[int, int] = {}
        for index, time in enumerate(self.times):
            at, end = tokens.at(time.start), tokens.at(time.end - 1)
            if base <= at and end < stop and not (at == end and (time.type == "SET" or self._is_adjective(time, end))):
                # (a lone "annual" is an adjective, as is "52-week" in "a 52-week high")
                mask[at - base : end + 1 - base] = "@" + "~" * (end - at)
                held[at] = index
        for index in self.indices:
            amount = self.amounts[index]
            at, end = tokens.at(amount.phrase_start), tokens.at(amount.phrase_end - 1)
            if not base <= at <= end < stop:
                continue
            while at < end and mask[at - base] in "aA~":  # the phrase before may reach into this one
                at += 1
            mask[at - base : end + 1 - base] = "A" + "a" * (end - at)
            held[at] = index
        for match in CHUNK.finditer("".join(mask)):
            kind = match.lastgroup or "other"
            first, last = match.start() + base, match.end() - 1 + base
            if kind == "other":
                kind = LONE.get(match[0], "x")
                if kind == "-" and tokens.text[first] == ";":
                    kind = ";"
            kind = LETTERS.get(kind, kind)
            ref = held.get(first, -1) if kind in "A@" else -1
            if kind == "@" and ref < 0:  # behind a determiner
                ref = next((held[i] for i in range(first, last + 1) if i in held), -1)
            self.chunks.append(Chunk(kind, first, last, ref))
