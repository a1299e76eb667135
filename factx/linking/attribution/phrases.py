"""What a noun chunk says of its bearer: the source phrase that it gives, whether it is a name, whether it can speak."""

from __future__ import annotations

from collections.abc import Sequence

from factx import lexicon
from factx.document import Document
from factx.linking.attribution.skeleton import Skeleton
from factx.mentions.types import NameMention, SpanTuple

__all__ = ["SPEAKER_NOUNS", "TITLES", "SourcePhrases"]

TITLES = lexicon.words("role_heads.tsv") | lexicon.words("honorifics.tsv")
SPEAKER_NOUNS = (
    TITLES
    | lexicon.words("organisation_descriptions.tsv")
    | lexicon.words("documents.tsv")
    | lexicon.words("speech_nouns.tsv")
)
HONORIFICS = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof sen rep gov gen col lt sgt capt rev hon judge".split()
) | frozenset("mr. mrs. ms. dr. prof. sen. rep. gov. gen. col. lt. sgt. capt. rev. hon. sens. reps.".split())


SHARES = frozenset({"%", "percent", "pct", "cent"})
THINGS = lexicon.table("things.tsv")
"""Noun -> "thing" or "premises"."""
CARDINALS = lexicon.words("cardinals.tsv")

NEVER_ALONE = frozenset("street yard house hall palace road square avenue place gate hill park court bank".split())
"""Last words of a name that are none by themselves: "Downing Street"."""


class SourcePhrases:
    """The noun chunks of one document's skeletons."""

    def __init__(self, document: Document, names: Sequence[NameMention]) -> None:
        self.tokens = document.tokens
        self.name_at: dict[int, NameMention] = {}
        self.places: set[int] = set()
        for name in names:
            if name.kind == "place":
                self.places.add(name.end)
            else:
                self.name_at[name.end] = name

    def span(self, sk: Skeleton, chunk: int) -> SpanTuple:
        """The source phrase of a noun chunk: the name without titles, else the phrase with its determiner."""
        tokens = self.tokens
        codes = tokens.codes
        first, last = sk.first[chunk], sk.last[chunk]
        if first == last:
            return tokens.start[first], tokens.end[last]
        if tokens.end[last] in self.name_at or (codes[last] == "P" and tokens.lower[last] not in TITLES):
            return self.token_span(first, last)
        begin = first
        while begin < last and codes[begin] in "R&":
            begin += 1
        return tokens.start[begin], tokens.end[last]

    def token_span(self, first: int, last: int) -> SpanTuple:
        """The name that ends at token `last`, with its honorific and without titles, from token `first` on.

        "Jo Ray and Ann Li" is one source.
        """
        tokens = self.tokens
        codes = tokens.codes
        name = self.name_at.get(tokens.end[last])
        if name is not None and tokens.at(name.start) >= first - 2:  # "South Bolt": the chunk may begin too late
            begin = tokens.at(name.start)
        elif codes[last] == "P":
            begin = last
            while begin > first and codes[begin - 1] == "P":
                begin -= 1
            begin = self._without_titles(begin, last)
        else:
            begin = first
        if begin == last and begin > first and tokens.lower[last] in NEVER_ALONE and codes[begin - 1] not in "DS&":
            begin -= tokens.text[begin - 1][0].isupper()
        if begin - 1 > first and codes[begin - 1] == "&" and tokens.lower[begin - 1] in ("and", "&"):
            before = begin - 2
            if tokens.end[before] not in self.name_at and tokens.lower[before] == "." and before > first:
                before -= 1  # "Bolt Co. and Zed Inc."
            if codes[before] == "P" or tokens.end[before] in self.name_at:
                return self.token_span(first, before)[0], tokens.end[last]
        if begin > first and tokens.lower[begin - 1] in HONORIFICS:
            begin -= 1
        elif begin - 1 > first and tokens.lower[begin - 1] == "." and tokens.lower[begin - 2] in HONORIFICS:
            begin -= 2
        return tokens.start[begin], tokens.end[last]

    def can_speak(self, sk: Skeleton, chunk: int) -> bool:
        """Is the source a name, a pronoun, or a noun for people, organisations or documents?"""
        if sk.codes[chunk] != "n" or self.is_name(sk, chunk):
            return True
        word = self.word(sk, chunk)
        return word in SPEAKER_NOUNS or (word[-1] == "s" and word[:-1] in SPEAKER_NOUNS)

    def may_speak(self, sk: Skeleton, chunk: int) -> bool:
        """Is the source none of what never speaks: a bare number or share ("32%"), a thing, a number of premises?

        "32% of drivers" are drivers, "the store" is the firm's voice, "two new stores" are a count.
        """
        c = sk.codes
        if c[chunk] != "n" or self.is_name(sk, chunk):
            return True
        tokens = self.tokens
        first, last = sk.first[chunk], sk.last[chunk]
        word = tokens.lower[last]
        if word in SHARES or (first == last and word.isdigit()):
            return c[chunk + 1 : chunk + 3] == "In" and self.word(sk, chunk + 1) == "of"
        if tokens.codes[last] == "P":  # "Downing Street", "Wall Street" are names
            return True
        kind = THINGS.get(word) or (THINGS.get(word[:-1]) if word[-1] == "s" else None)
        if kind != "premises":
            return kind is None
        return "#" not in tokens.codes[first:last] and CARDINALS.isdisjoint(tokens.lower[first:last])

    def word(self, sk: Skeleton, chunk: int) -> str:
        """The last token of a chunk, in lower case."""
        return self.tokens.lower[sk.last[chunk]]

    def _without_titles(self, begin: int, last: int) -> int:
        """ "House Speaker Paul Ryan" -> "Paul Ryan": what stands before the last title word is left out."""
        lower = self.tokens.lower
        for i in range(last - 1, begin - 1, -1):
            if lower[i].rstrip(".") in TITLES and lower[i] not in HONORIFICS:
                return i + 1
        while begin < last and self.tokens.codes[begin] == "&":
            begin += 1
        return begin

    def is_name(self, sk: Skeleton, chunk: int) -> bool:
        """Does the noun chunk end in a name?"""
        last = sk.last[chunk]
        tokens = self.tokens
        if sk.codes[chunk] != "n":
            return False
        end = tokens.end[last]
        if end in self.name_at:
            return True
        return tokens.codes[last] == "P" and end not in self.places and tokens.lower[last] not in TITLES
