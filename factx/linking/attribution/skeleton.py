"""The skeleton of a sentence: one letter a chunk, so that the shape of an attribution is a short string.

A quotation is one chunk however long it is, so a sentence here may run over several of the document's sentences.

    n noun phrase   h subject pronoun   o object pronoun   d time phrase    Q quotation   q quoted fragment
    v speech verb, finite   g its -ing form   b its base form   e its participle in the passive   a "according to"
    V other finite verb   A form of be, have, do   M modal   B base verb   E participle   G -ing form
    I preposition or conjunction   T "to"   & conjunction   w "who"   W other wh-word   t "that"   R adverb
    , . : ( ) and X for what is left

>>> from factx.article import Article
>>> from factx.mentions.cues import find_cues
>>> from factx.mentions.quotations import find_quotations
>>> document = Document(Article(text='"We won it again," Jo Ray, a lawyer, told them on Monday. He said that it was "over".'))
>>> [s.codes for s in skeletons(document, find_quotations(document), find_cues(document))]
['Qn,n,voId.', 'hvthAq.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factx.document import Document
from factx.linking.attribution.letters import letters_of
from factx.mentions.cues import Cue, speech_nouns
from factx.mentions.types import NameMention, Quotation

__all__ = ["Maker", "Skeleton", "skeletons"]

COLLAPSED = frozenset({"speech", "fragment"})

# Repeats are bounded: a chunk of news prose is never longer, and a megabyte of nouns stays linear.
CHUNK = re.compile(
    r"""
      (?P<time>D?[J#G]{0,3}d{1,3}(?:\#(?:,\#)?)?(?![N']) | (?<=I)d{1,2}(?!'))   # "last week", "on Tuesday [profits …"
    | (?P<noun>
        (?:(?<![NP])|(?![EG]))                           # "documents [provided …": a verb, not a modifier
        (?:[DS]?D?)
        (?:[NP&]{0,6}[NP]')?
        (?:R?[J\#$EGd](?:[,&]R?[JE](?=[J\#&,EGNP]))?){0,6}
        [NPJGd\#]{0,8}[NP](?:&P{1,6}(?![NJ\#]))?
        (?:'[JGEd\#NP]{0,6}[NP]){0,3}
      )
    """,
    re.VERBOSE,
)
SHORT = re.compile(r"(?:[DJNP'.]{0,5}[NP]|h)R?[Vv](?:[RIDJSNPdTo]{0,8})\.?$")
"""A sentence that can be the attribution of the quotation before it."""
LONGEST_LINE = 250
"""Where a headline ends, at most."""
MOST_QUOTATIONS = 24
"""Quotations of a skeleton, at most: a sentence with more of them is read in pieces."""
LONGEST = 400
"""Tokens of a skeleton, at most; what is longer is no sentence and is cut."""


@dataclass(slots=True)
class Skeleton:
    """`codes[i]` is the letter of chunk `i`, `first[i]` and `last[i]` are its tokens.

    `quotes`: chunk -> index of its quotation; `cues`: chunk -> its speech verb; `paragraph`: index of the paragraph
    that it begins in.
    """

    codes: str
    first: list[int]
    last: list[int]
    quotes: dict[int, int]
    cues: dict[int, Cue]
    paragraph: int
    start: int
    end: int


class Maker:
    def __init__(
        self,
        document: Document,
        quotations: Sequence[Quotation],
        cues: Sequence[Cue],
        names: Sequence[NameMention] = (),
    ) -> None:
        self.names = names
        self.document = document
        self.tokens = document.tokens
        self.quotations = quotations
        self.cues = {cue.token: cue for cue in cues}
        self.letters = letters_of(document, cues, names)

    def units(self) -> Iterator[tuple[int, int, list[int]]]:
        """(start, end, top-level quotations) of sentences that no quotation is cut by."""
        quotations = self.quotations
        tops = [i for i, q in enumerate(quotations) if q.parent is None and q.role in COLLAPSED]
        position, size = 0, len(tops)
        begin: int | None = None
        inside: list[int] = []
        for sentence in self.document.sentences:
            if begin is None:
                begin, inside = sentence.start, []
            while position < size and quotations[tops[position]].outer_start < sentence.end:
                inside.append(tops[position])
                position += 1
            while len(inside) > MOST_QUOTATIONS:
                cut = quotations[inside[MOST_QUOTATIONS]].outer_start
                yield begin, cut, inside[:MOST_QUOTATIONS]
                begin, inside = cut, inside[MOST_QUOTATIONS:]
            if inside and quotations[inside[-1]].outer_end > sentence.end:
                continue
            if (
                inside
                and sentence.end - quotations[inside[-1]].outer_end <= 0
                and self._attribution_follows(sentence.index, quotations[inside[-1]])
            ):
                continue
            yield begin, sentence.end, inside
            begin = None
        if begin is not None:
            yield begin, len(self.document.text), inside

    def _acts(self) -> list[int]:
        """Nouns that report before "that" ("the claim that")."""
        lower = self.tokens.lower
        nouns = speech_nouns()
        return [i - 1 for i, word in enumerate(lower) if word == "that" and i and nouns.get(lower[i - 1]) == "act"]

    def _announces(self, start: int, end: int) -> bool:
        """Does a sentence without cue or quotation end in a colon, or have one in the first line of the article?"""
        text = self.document.text
        return text[end - 1] == ":" or (end < LONGEST_LINE and ":" in text[start:end])

    def _attribution_follows(self, index: int, quotation: Quotation) -> bool:
        """“Really?” Ray pressed.: a question or a cry, and a short sentence behind it in the same paragraph; or a comma."""
        document = self.document
        if index + 1 >= len(document.sentences):
            return False
        last = document.text[quotation.end - 1]
        if last == ",":
            return True
        if last not in "?!—":
            return False
        here, following = document.sentences[index], document.sentences[index + 1]
        if here.paragraph != following.paragraph or following.end - following.start > 60:
            return False
        low, high = self.tokens.first_from(following.start), self.tokens.first_from(following.end)
        return SHORT.match(self.letters, low, high) is not None

    def make(self, start: int, end: int, inside: list[int]) -> Skeleton | None:
        """The skeleton of `text[start:end]` with the quotations `inside` as one chunk each; None where it has no words."""
        tokens, letters = self.tokens, self.letters
        low, high = tokens.first_from(start), tokens.first_from(end)
        marks: dict[int, tuple[int, int]] = {}
        if not inside:
            high = min(high, low + LONGEST)
            raw = letters[low:high]
            places: Sequence[int] = range(low, high)
        else:
            pieces: list[str] = []
            taken: list[int] = []
            at = low
            for index in inside:
                quotation = self.quotations[index]
                first = tokens.first_from(quotation.outer_start)
                stop = tokens.first_from(quotation.outer_end)
                if first < at:
                    continue
                pieces += (letters[at:first], "Q" if quotation.role == "speech" else "q")
                taken += (*range(at, first), first)
                marks[first] = (index, stop - 1)
                at = stop
            pieces.append(letters[at:high])
            taken += range(at, high)
            raw, places = "".join(pieces), taken
        if '"' in raw or "~" in raw:
            keep = [i for i, letter in enumerate(raw) if letter not in '"~']
            places = [places[i] for i in keep]
            raw = raw.replace('"', "").replace("~", "")
        return self._chunk(raw, places, marks, start, end) if raw else None

    def _chunk(
        self, raw: str, places: Sequence[int], marks: dict[int, tuple[int, int]], start: int, end: int
    ) -> Skeleton:
        """Noun and time phrases become one chunk; `marks`: first token of a quotation -> its index and last token."""
        kept = raw.translate(KEPT)
        pieces: list[str] = []
        first: list[int] = []
        last: list[int] = []
        at = 0
        phrases = CHUNK.finditer(raw) if "N" in raw or "P" in raw or "d" in raw else ()
        for match in phrases:
            a, b = match.span()
            if a > at:
                pieces.append(kept[at:a])
                first += places[at:a]
                last += places[at:a]
            pieces.append("d" if match.lastgroup == "time" else "n")
            first.append(places[a])
            last.append(places[b - 1])
            at = b
        pieces.append(kept[at:])
        first += places[at:]
        last += places[at:]
        codes = "".join(pieces)
        quotes: dict[int, int] = {}
        cues: dict[int, Cue] = {}
        for match in SPOKEN.finditer(codes):
            chunk = match.start()
            token = first[chunk]
            if match[0] in "Qq":
                quotes[chunk], last[chunk] = marks[token]
            else:
                cues[chunk] = self.cues[token]
        paragraph = self.document.paragraph_at(start)
        return Skeleton(codes, first, last, quotes, cues, paragraph.index if paragraph else 0, start, end)

    def skeletons(self) -> Iterator[Skeleton]:
        """The skeletons of all sentences that hold a quotation or a speech verb, in text order."""
        starts = self.tokens.start
        cue_starts = sorted(
            [starts[token] for token in self.cues]
            + [starts[i] for i, x in enumerate(self.letters) if x == "a"]
            + [starts[i] for i in self._acts()]
        )
        position = 0
        size = len(cue_starts)
        for start, end, inside in self.units():
            while position < size and cue_starts[position] < start:
                position += 1
            if inside or (position < size and cue_starts[position] < end) or self._announces(start, end):
                skeleton = self.make(start, end, inside)
                if skeleton is not None:
                    yield skeleton


SPOKEN = re.compile("[vgbeQq]")
KEPT = str.maketrans({"H": "o", "#": "n", "$": "X", "Y": "X", "'": "X", "N": "n", "P": "n"})
"""Token letters outside of noun and time phrases -> chunk letters."""


def skeletons(document: Document, quotations: Sequence[Quotation], cues: Sequence[Cue]) -> list[Skeleton]:
    """The skeletons of all sentences that hold a quotation or a speech verb, in text order."""
    return list(Maker(document, quotations, cues).skeletons())
