"""Tokens -> chunks: one regular expression over one letter a token, amounts and times kept whole.

The letters of a chunk are those of `factx.linking.claims.clause`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from factx import lexicon
from factx.document import Document, Sentence
from factx.linking.claims.moments import Moment
from factx.linking.claims.words import (
    AUXILIARIES,
    BE,
    BEFORE_TO,
    COORDINATORS,
    CYCLES,
    DIRECTIONS,
    HAVE,
    IRREGULAR,
    PREPOSITIONAL,
    SUBORDINATORS,
    SUFFIXES,
    TRANSACTIONS,
    YEARLY,
    direction_of,
    is_metric_word,
)  # fmt: skip
from factx.mentions.types import AmountMention

__all__ = ["Chunk", "Chunker"]

LONGEST, AROUND = 400, 60
"""Most tokens of a sentence that are parsed at once, and the context of the amounts in a longer one."""

CHUNK = regex.compile(
    r"""
      (?P<A>Aa*+) | (?P<time>(?:[DS]J?)?@~*+)
    | (?P<g>[DS]{0,2}+[JEGNP\#&]{0,8}[NP]'(?=[DSRJEGNP\#]{0,5}A|J?@~*[JEGNP\#])) | (?P<S>S(?=A))
    | (?P<m>(?:[DS]R?[JEG\#]{0,4}|J{1,3})(?=A))
    | (?P<N>[DS]{0,2}+(?:[NP&]{0,6}[NP]')?
          (?:(?:(?<=[DS'JIopV])|(?<=,)(?=R?E)|(?<![DSJEGNPRBVxMTI'\#aA~@]))R?[EG](?=[JNPEG\#])|R?[J\#](?:[,&]R?[JE](?=[J\#&,EGNP]))?+|[EG](?=[NP])(?<=[DSJ'][EG]))*+
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


@dataclass(slots=True, frozen=True)
class Chunk:
    """Tokens `first` to `last` (included) of one `kind`; `ref`: index of its amount or time."""

    kind: str
    first: int
    last: int
    ref: int = -1


class Chunker:
    """The chunks of one sentence, and where each of its amounts is among them."""

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
        self.place: dict[int, int] = {}
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

    def _parse(self) -> None:
        tokens = self.tokens
        base, stop = self._window()
        mask = self._mask(base, stop)
        held: dict[int, int] = {}
        for index, time in enumerate(self.times):
            at, end = tokens.at(time.start), tokens.at(time.end - 1)
            if base <= at and end < stop and not (time.type == "SET" and at == end):
                # (a lone "annual" is an adjective)
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
            if kind == "A" and first in held:
                self.place[held[first]] = len(self.chunks)
            ref = held.get(first, -1) if kind in "A@" else -1
            if kind == "@" and ref < 0:  # behind a determiner
                ref = next((held[i] for i in range(first, last + 1) if i in held), -1)
            self.chunks.append(Chunk(kind, first, last, ref))
        if self.indices:
            self._mend()

    def _mend(self) -> None:
        """Verbs that the tagger did not see: "sales comprised less than $5m", "Bolt axes 90 jobs", "a report values it at"."""
        chunks = self.chunks
        self._join_participles()
        verb = False
        i = 0
        while i < len(chunks):
            chunk = chunks[i]
            kind = chunk.kind
            following = chunks[i + 1].kind if i + 1 < len(chunks) else ""
            if kind in "w;.":
                verb = False
            elif kind == "V" and chunk.first < chunk.last and not i and self._noun_in_front(chunk):
                chunks[0:1] = [Chunk("N", chunk.first, chunk.first), Chunk("V", chunk.first + 1, chunk.last)]
                verb, i = True, 1
            elif kind == "V" and not i and following == "V" and self._noun_in_front(chunk):
                chunks[0] = Chunk("N", chunk.first, chunk.last)
            elif kind == "V" and following == "N" and self._article_in(chunk) is not None:
                cut = self._article_in(chunk)
                assert cut is not None
                chunks[i : i + 2] = [Chunk("V", chunk.first, cut - 1), Chunk("N", cut, chunks[i + 1].last)]
                verb, i = True, i + 1
            elif kind == "V":
                verb = True
            elif (
                kind in "GE" and following == "N" and i > 1 and chunks[i - 1].kind == "A" and chunks[i - 2].kind in "mg"
            ):
                chunks[i : i + 2] = [Chunk("N", chunk.first, chunks[i + 1].last)]  # "a $5m operating loss"
            elif kind == "N" and verb and i and chunks[i - 1].kind == "," and self._participial(chunk):
                chunks[i : i + 1] = [Chunk("G", chunk.first, chunk.first), Chunk("N", chunk.first + 1, chunk.last)]
                i += 1
            elif kind == "N" and not verb and following in ("@", "N") and self._irregular_verb(chunk):
                chunks[i : i + 1] = [Chunk("N", chunk.first, chunk.last - 1), Chunk("V", chunk.last, chunk.last)]
                verb, i = True, i + 1
            elif (
                kind == "J" and i > 1 and chunks[i - 1].kind == "A" and chunks[i - 2].kind in "mg" and following != "N"
            ):
                if "N" in lexicon.other_classes().get(self.tokens.lower[chunk.last], ""):
                    chunks[i] = Chunk("N", chunk.first, chunk.last)  # "a $5m fine"
            elif (
                kind == "m"
                and following == "A"
                and chunk.last - chunk.first > 1
                and not verb
                and self.tokens.codes[chunk.last] in "EV"
            ):
                chunks[i : i + 1] = [Chunk("N", chunk.first, chunk.last - 1), Chunk("V", chunk.last, chunk.last)]
                verb = True
            elif (not verb and kind == "E" and following == "A" and i and chunks[i - 1].kind in "NH@)") or (
                kind == "N"
                and chunk.first == chunk.last
                and i
                and following in ("A", "H")
                and self._costs(chunks[i - 1], chunk)
            ):
                chunks[i] = Chunk("V", chunk.first, chunk.last)
                verb = True
            elif kind == "N" and chunk.first < chunk.last and following and following in ("HN" if verb else "ApuHN"):
                cut = self._hidden_verb(chunk, chunks[i + 1])
                if cut is not None:
                    parts = [Chunk("N", chunk.first, cut - 1), Chunk("V", cut, cut)]
                    if cut < chunk.last:
                        parts.append(Chunk("N", cut + 1, chunk.last))
                    chunks[i : i + 1] = parts
                    verb = True
            i += 1
        self.place = {chunk.ref: i for i, chunk in enumerate(chunks) if chunk.kind == "A" and chunk.ref >= 0}

    def _join_participles(self) -> None:
        """ "adjusted operating profit", "core diluted earnings": participles that belong to the name of a metric."""
        chunks, lower, codes = self.chunks, self.tokens.lower, self.tokens.codes
        for i in range(len(chunks) - 2, -1, -1):
            if i + 1 >= len(chunks):
                continue
            chunk, following = chunks[i], chunks[i + 1]
            if (
                chunk.kind in "GE"
                and following.kind == "N"
                and chunk.first == chunk.last
                and codes[following.first] not in "DS"
                and is_metric_word(lower[chunk.first])
                and is_metric_word(lower[following.first])
            ):
                if (
                    i
                    and chunks[i - 1].kind == "N"
                    and chunks[i - 1].first == chunks[i - 1].last
                    and (is_metric_word(lower[chunk.first - 1]) or (i > 1 and chunks[i - 2].kind in "op"))
                ):
                    chunks[i - 1 : i + 2] = [Chunk("N", chunks[i - 1].first, following.last)]
                else:
                    chunks[i : i + 2] = [Chunk("N", chunk.first, following.last)]

    def _article_in(self, chunk: Chunk) -> int | None:
        """The article of "was a diluted", which belongs to the noun behind."""
        for token in range(chunk.first + 1, chunk.last + 1):
            if self.tokens.lower[token] in ("a", "an", "the"):
                return token
        return None

    def _participial(self, chunk: Chunk) -> bool:
        """ "…, citing persistent weakness": a clause of its own behind the comma, unless the -ing form names a metric."""
        word = self.tokens.lower[chunk.first]
        return (
            chunk.first < chunk.last
            and self.tokens.codes[chunk.first] == "G"
            and word in lexicon.verb_lemmas()
            and not is_metric_word(word)
            and direction_of(lexicon.verb_lemmas()[word], "verb") is None
        )

    def _irregular_verb(self, chunk: Chunk) -> bool:
        """ "Management forecast Q4 revenue of": a noun-like verb behind its subject."""
        return (
            chunk.first < chunk.last
            and self.tokens.lower[chunk.last] in ("forecast", "forecasts")
            and self.tokens.codes[chunk.last - 1] in "NP"
        )

    def _noun_in_front(self, chunk: Chunk) -> bool:
        """ "Churn fell": a capital base verb before a finite verb is the subject."""
        tags, forms = self.tokens.tag, self.tokens.text
        return (
            tags[chunk.first] in ("VB", "VBP")
            and tags[chunk.first + 1] in ("VBD", "VBZ")
            and forms[chunk.first][0].isupper()
        )

    def _costs(self, before: Chunk, chunk: Chunk) -> bool:
        """ "the shop, which it opened in May, cost $3m": the noun-like verb behind an aside."""
        return before.kind in (",", ")") and self.tokens.lower[chunk.first] in ("cost", "costs")

    def _hidden_verb(self, chunk: Chunk, following: Chunk) -> int | None:
        """The token of a noun chunk that must be its clause's verb, if one can be."""
        lower, lemmas = self.tokens.lower, lexicon.verb_lemmas()
        last = lower[chunk.last]
        if following.kind == "A" and following.ref >= 0:
            amount = self.amounts[following.ref]
            counted = amount.currency is None and amount.unit_start is not None and amount.dimension == "count"
            fits = (
                counted
                or (last in ("cost", "costs") and amount.currency is not None)
                or (amount.unit_name == "percent" and direction_of(lemmas.get(last, ""), "verb") is not None)
            )
            return chunk.last if fits and last in lemmas and self.tokens.tag[chunk.last - 1] != "DT" else None
        if following.kind in "HN":  # "the strike cost it $5m", "the fire cost the bank $5m"
            opens = following.kind == "H" or self.tokens.codes[following.first] in "DS"
            return chunk.last if opens and last in ("cost", "costs") else None
        if following.kind == "u":
            return chunk.last if direction_of(lemmas.get(last, ""), "verb") else None
        word = lower[following.first]
        if word == "at":
            for i in range(chunk.last - 1, chunk.first, -1):
                if lower[i].endswith("s") and lemmas.get(lower[i]) in TRANSACTIONS:
                    return i
        if word in ("from", "between") and lemmas.get(last) in ("range", "vary"):
            return chunk.last
        if word in ("by", "to") and direction_of(lemmas.get(last, ""), "verb") and last.endswith("s"):
            return chunk.last
        return None

    def _mask(self, base: int, stop: int) -> list[str]:
        """One letter a token: the codes, with closed-class words told apart by their form."""
        tokens = self.tokens
        mask = list(tokens.codes[base:stop])
        lower = tokens.lower
        last = len(mask) - 1
        for i in range(last + 1):
            code, word = mask[i], lower[base + i]
            before = mask[i - 1] if i else "."
            if code == "R" != tokens.codes[base + i]:
                continue  # set from the word before
            if code == "'" or word in ("'s", "’s"):
                mask[i] = "'" if before in "NP)" else "x"
            elif word == "record" and before == "D" and i < last and mask[i + 1] in "#$":
                mask[i] = "J"
            elif code in "IWNJRVBEGM&DXTP":
                if word == "of":
                    mask[i] = "o"
                elif word in AUXILIARIES:
                    mask[i] = "x"
                elif word in SUBORDINATORS and (word != "that" or code in "IW"):
                    mask[i] = "w"
                elif word in DIRECTIONS:
                    mask[i] = "u"
                elif word in COORDINATORS:
                    mask[i] = "&"
                elif (
                    word in ("more", "less")
                    and i + 2 <= last
                    and lower[base + i + 1] == "than"
                    and mask[i + 2] in "VEB"
                    and before != "x"
                ):
                    mask[i] = mask[i + 1] = "R"  # "more than doubled"
                elif word in PREPOSITIONAL or word == "worth" or (word == "to" and lower[base + i - 1] in BEFORE_TO):
                    mask[i] = "I"
                elif word == "net" or (word == "own" and before == "S"):
                    mask[i] = "J"
                elif word == "own":
                    mask[i] = "V"
                elif (
                    word in CYCLES
                    and i + 2 <= last
                    and lower[base + i + 2] == word
                    and lower[base + i + 1] in ("over", "on", "to")
                ):
                    mask[i] = mask[i + 1] = mask[i + 2] = "R"  # "year over year"
                elif word in YEARLY:
                    mask[i] = "R"
                elif code == "N" and before in "xR" and self._participle(base + i, i, mask):
                    mask[i] = "E"
            elif code == "." and i < last:
                # "Inc." and "U.S." in mid-sentence go on with the name
                mask[i] = before if before in "PN" and tokens.codes[base + i + 1] not in '")' else ","
            elif code == "," and before == "P" and i < last and lower[base + i + 1] in SUFFIXES:
                mask[i] = mask[i + 1] = "P"
            elif code == '"' and word in ("'", "’") and before in "NP" and i < last and self._genitive(base + i):
                mask[i] = "'"
        return mask

    def _participle(self, token: int, i: int, mask: list[str]) -> bool:
        """Is a noun-like form behind "had" or "had previously" the verb ("had forecast a rise")?"""
        lower = self.tokens.lower
        auxiliary = lower[token - 1] if mask[i - 1] == "x" else lower[token - 2] if i > 1 else ""
        following = self.tokens.codes[token + 1 : token + 2]
        if lower[token] not in lexicon.verb_lemmas():
            return False
        if auxiliary in BE:  # "is forecast at", "is bidding $5m"
            ahead = lower[token + 1] in ("at", "to") if lower[token] in IRREGULAR else following in ("#", "$")
            return ahead and (lower[token] in IRREGULAR or lower[token].endswith("ing"))
        return auxiliary in HAVE and (
            following in ("D", "S", "#", "$", "H") or (lower[token] in IRREGULAR and following in ("N", "J"))
        )

    def _genitive(self, token: int) -> bool:
        """Is the apostrophe at `token` one behind a plural or a name in -s ("investors' money")?"""
        tokens = self.tokens
        return (
            tokens.lower[token - 1].endswith("s")
            and tokens.start[token] == tokens.end[token - 1]
            and tokens.codes[token + 1] in "NJPE#$"
            and tokens.start[token + 1] == tokens.end[token] + 1
        )
