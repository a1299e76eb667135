"""The source of a cue: the mention that does the attribution, found by walking over the skeleton's chunks.

`subject_before` looks left of the cue ("Jo Ray, head of Bolt, has also said"), `subject_after` right of it
("said Jo Ray, head of Bolt"). Both give the chunk of the source and how far the whole phrase reaches, so that the
words beside it can be judged.
"""

from __future__ import annotations

from dataclasses import dataclass

from factx import lexicon
from factx.linking.attribution.phrases import SPEAKER_NOUNS, TITLES, SourcePhrases
from factx.linking.attribution.skeleton import Skeleton
from factx.mentions.types import SpanTuple

__all__ = ["Source", "SourceFinder"]

FURTHEST = 40
"""Chunks between a cue and its subject, at most."""
LONGEST_APPOSITION = 22
LONGEST_OPEN_ASIDE = 8
EXCERPTS = frozenset(
    "excerpt excerpts extract extracts part parts passage passages portion section line lines copy text".split()
)
"""Parts of a document: "an excerpt from [the statement]" is the statement's words."""
NEVER_BEFORE_SUBJECT = frozenset(
    "in on at of from with by under over into through during against between despite".split()
)
QUANTITIES = frozenset(
    "tens hundreds thousands millions dozens scores number majority group handful couple some most many half third quarter percent % one two "
    "three four five six none any few several more fewer rest all both neither".split()
)
"""Nouns that stand for those behind their "of": "[a number of analysts] said"."""
ORGANISATION_HEADS = frozenset(
    "academy agency alliance association authority bank board bureau center centre chamber church city club coalition college commission committee "
    "confederation congress corporation council court department diocese district division embassy federation foundation fund group guild "
    "house institute institution league legislature library ministry museum office order organisation organization parliament party republic "
    "royal school secretary senate service society state supreme team times treasury tribe trust union university".split()
)
ORGANISATIONS = lexicon.words("organisation_descriptions.tsv")
LINKS = frozenset("of for at from in with on to behind within to".split())


@dataclass(slots=True)
class Source:
    """`chunk`: where it is; `left`, `right`: first and last chunk of the phrase with appositions; `span`: offsets."""

    chunk: int
    left: int
    right: int
    span: SpanTuple
    inverted: bool = False


class SourceFinder(SourcePhrases):
    """Finds sources in the skeletons of one document."""

    # ------------------------------------------------------------ left of the cue

    def subject_before(self, sk: Skeleton, cue: int, floor: int = 0) -> Source | None:
        """The subject of the verb at chunk `cue`, looking left as far as chunk `floor`."""
        c = sk.codes
        floor = max(floor, cue - FURTHEST)
        j = self._skip_adverbials(sk, cue - 1, floor)
        if j < floor:
            return None
        letter = c[j]
        if letter == "B" and j - 2 >= floor and c[j - 2 : j] == "nT" and self.can_speak(sk, j - 2):
            return self._source(
                sk, j - 2, j - 2, j
            )  # "a letter to staff": a noun that the tagger took for an infinitive
        if letter in "nh":
            named = self._before_open_aside(sk, j, floor)
            if named is not None:
                return self._source(sk, named, named, j)
            head, left = self._head(sk, j, floor)
            if left > floor and c[left - 1] == "I" and self.tokens.lower[sk.last[left - 1]] in NEVER_BEFORE_SUBJECT:
                return None
            agency = self._named_before_bracket(sk, head, left, floor)
            if agency is not None:
                return self._source(sk, agency, agency, j)
            left = self._over_bracket(sk, head, left, floor)
            return self._source(sk, head, left, j)
        if (
            letter == "o"
            and j - 2 >= floor
            and c[j - 2] == "n"
            and self.word(sk, j - 1) == "of"
            and self.word(sk, j - 2) in QUANTITIES
        ):
            return Source(j - 2, j - 2, j, (self.span(sk, j - 2)[0], self.tokens.end[sk.last[j]]))
        if letter == "w" or (letter == "W" and self.tokens.lower[sk.first[j]] == "which"):
            return Source(j, j, j, self.span(sk, j))
        if letter == "t" and j - 1 >= floor and c[j - 1] == "n":
            head, left = self._head(sk, j - 1, floor)
            return self._source(sk, head, left, j)
        if letter in ",:)":
            return self._over_apposition(sk, j, floor)
        return None

    def _skip_adverbials(self, sk: Skeleton, j: int, floor: int) -> int:
        """Skip auxiliaries, adverbs and short time phrases to the left."""
        c = sk.codes
        while j >= floor:
            letter = c[j]
            if letter in "RMAX":
                j -= 1
            elif letter == "d":
                j -= 2 if j > floor and c[j - 1] == "I" else 1
            else:
                break
        return j

    def _head(self, sk: Skeleton, j: int, floor: int) -> tuple[int, int]:
        """Head and left edge of "n (of n)*" or "n released on n" that ends at chunk `j`."""
        c = sk.codes
        head = j
        if c[j] == "h":
            return j, j
        if head - 2 >= floor and c[head - 1] == "T" and c[head - 2] == "n" and self.word(sk, head - 2) in SPEAKER_NOUNS:
            head -= 2  # "a letter to staff"
        while head - 2 >= floor and c[head - 1] == "I" and c[head - 2] in "nqE" and self._links(sk, head - 1):
            if c[head - 2] == "n":
                head -= 2
            elif c[head - 2] == "E" and head - 3 >= floor and c[head - 3] == "n":
                head -= 3
            else:
                break
        if head != j and self._is_title_of(sk, head, j):
            return j, head
        if c[head] == "n" and head - 2 >= floor:
            # "protesters marching through the streets", "a statement released on Monday"
            k = head - 1
            while k > floor and head - k < 8 and c[k] in "IndR&T":
                k -= 1
            if c[k] in "GEJ" and k - 1 >= floor and c[k - 1] == "n":
                apart = k < 2 or c[k - 2] not in "IVvBbA"
                if c[k] in "EJ" or k < head - 1 or apart:
                    head = k - 1
        if head - 2 >= floor and c[head - 1] == "&" and c[head - 2] == "n":
            apart = head - 2 == floor or c[head - 3] in ",&.tQqRd:"
            alike = self.is_name(sk, head) == self.is_name(sk, head - 2)
            if apart or (alike and self.tokens.codes[sk.first[head]] not in "DS"):
                return head, head - 2
        return head, head

    def _before_open_aside(self, sk: Skeleton, j: int, floor: int) -> int | None:
        """The name whose aside is not closed by a comma: "[Jo Ray], the head of Bolt said", "[Ray], speaking in Rome said"."""
        c = sk.codes
        k = j
        while k - 1 > floor and j - k < LONGEST_OPEN_ASIDE and c[k - 1] in "nIdGg&RX":
            k -= 1
        name = k - 2
        if name < floor or c[k - 1] != "," or c[name] != "n" or not self.can_speak(sk, name):
            return None
        if name > floor and c[name - 1] not in "Qq.&" and (c[name - 1] != "," or name < 2 or c[name - 2] not in "Qq"):
            return None
        if c[k] in "Gg":
            return name
        if not self.is_name(sk, name):
            return None
        known = self.name_at.get(self.tokens.end[sk.last[name]])
        person = known.kind == "person" if known is not None else sk.last[name] > sk.first[name]
        if not person or c[k] != "n" or self.is_name(sk, k) or "G" in c[k:j]:
            return None
        lower = self.tokens.lower
        described = self.tokens.codes[sk.first[k]] == "D"
        titled = any(lower[i] in TITLES for i in range(sk.first[k], sk.last[k] + 1))
        return name if titled or described else None

    def _named_before_bracket(self, sk: Skeleton, head: int, left: int, floor: int) -> int | None:
        """The name in "[the Food Agency] (FA) regulator said"."""
        c = sk.codes
        if left - 3 < floor or c[left - 1] != ")" or self.is_name(sk, head) or sk.first[head] != sk.last[head]:
            return None
        if self.word(sk, head) not in ORGANISATIONS:
            return None
        before = self._before_bracket(c, left - 1, floor)
        return before if before >= floor and c[before] == "n" and self.is_name(sk, before) else None

    def _over_bracket(self, sk: Skeleton, head: int, left: int, floor: int) -> int:
        """The left edge with the firm before a ticker in brackets: "[Bolt (NYSE: BLT)] chief executive Jo Ray said"."""
        c = sk.codes
        if left - 3 < floor or c[left - 1] != ")" or not self.is_name(sk, head):
            return left
        before = self._before_bracket(c, left - 1, floor)
        if before < floor or c[before] != "n" or not self.is_name(sk, before):
            return left
        lower = self.tokens.lower
        titled = any(lower[i] in TITLES for i in range(sk.first[head], sk.last[head]))
        return before if titled else left

    def _is_title_of(self, sk: Skeleton, head: int, chunk: int) -> bool:
        """Is it "Secretary of [State James Baker]": a title whose last noun and the name are one chunk?"""
        name = self.name_at.get(self.tokens.end[sk.last[chunk]])
        return (
            name is not None
            and name.kind == "person"
            and name.start > self.tokens.start[sk.first[chunk]]
            and self.word(sk, head) in TITLES
        )

    def _links(self, sk: Skeleton, chunk: int) -> bool:
        """Is the preposition at `chunk` one that ties a noun to a noun, not the beginning of an adverbial?"""
        word = self.tokens.lower[sk.first[chunk]]
        return word in LINKS

    def _over_apposition(self, sk: Skeleton, j: int, floor: int) -> Source | None:
        """ "Jo Ray, head of Bolt, said": the noun phrase before the comma, dash or bracket that opens the aside."""
        c = sk.codes
        closing = c[j]
        opening = "(" if closing == ")" else closing
        right = j
        best: Source | None = None
        stop = max(floor, j - LONGEST_APPOSITION)
        k = j - 1
        while k > stop:
            if c[k] == opening:
                before = k - 1
                if c[before] == ")" and opening == ",":
                    before = self._before_bracket(c, before, floor)
                if before >= floor and c[before] in "nh":
                    head, left = self._head(sk, before, floor)
                    if left > floor and c[left - 1] == "I" and self.word(sk, left - 1) in NEVER_BEFORE_SUBJECT:
                        k -= 1  # "Ann Li, of Bolt, Ohio, said": a place in a phrase is no subject
                        continue
                    found = self._source(sk, head, left, right)
                    if best is None or (self.is_name(sk, head) and not self.is_name(sk, best.chunk)):
                        best = found
                    if self.is_name(sk, head):
                        break
                elif before >= floor and c[before] in "Qq.":
                    break
                if opening != ",":
                    if (
                        best is not None
                        and not self.is_name(sk, best.chunk)
                        and best.left - 2 >= floor
                        and c[best.left - 1] == ","
                    ):
                        outer = self._over_apposition(sk, best.left - 1, floor) if c[best.left - 2] != "n" else None
                        if c[best.left - 2] == "n" and self.is_name(sk, best.left - 2):
                            outer = self._source(sk, best.left - 2, best.left - 2, right)
                        best = outer or best
                    break
            elif c[k] in "Q;":
                break
            k -= 1
        if best is not None and closing == "," and not self.is_name(sk, best.chunk) and c[best.chunk] == "n":
            # "The firm's chief executive, Jo Ray, said": the apposition is the name.
            inner = best.chunk + 2
            while inner < j and c[inner - 1] != ",":
                inner += 1
            if inner < j and c[inner] == "n" and self.is_name(sk, inner) and c[inner + 1] == ",":
                return self._source(sk, inner, best.left, right)
        return best

    @staticmethod
    def _before_bracket(c: str, j: int, floor: int) -> int:
        k = j - 1
        while k > floor and j - k < 12 and c[k] != "(":
            k -= 1
        return k - 1

    def _source(self, sk: Skeleton, head: int, left: int, right: int) -> Source | None:
        span = self.span(sk, head)
        c = sk.codes
        if self.word(sk, head) in QUANTITIES:
            end = head
            while end + 2 < len(c) and c[end + 1] == "I" and c[end + 2] == "n" and self.word(sk, end + 1) == "of":
                end += 2
                if self.word(sk, end) not in QUANTITIES:
                    break
            span = (span[0], self.tokens.end[sk.last[end]])
        if (
            head + 2 < len(c)
            and c[head + 1] == "I"
            and c[head + 2] == "n"
            and self.tokens.lower[sk.last[head]] in ORGANISATION_HEADS
            and self.tokens.codes[sk.last[head]] == "P"
            and self.tokens.text[sk.first[head + 2]][:1].isupper()
            and self.tokens.lower[sk.last[head + 1]] in ("of", "for")
        ):
            span = (span[0], self.span(sk, head + 2)[1])
        if self.word(sk, head) in EXCERPTS and c[head + 1 : head + 3] == "In" and self.can_speak(sk, head + 2):
            span = self.span(sk, head + 2)
        if left == head - 2 and c[head - 1] == "&" and c[left] == "n":
            span = (self.span(sk, left)[0], span[1])
        return Source(head, left, right, span)

    # ------------------------------------------------------------ right of the cue

    def subject_after(self, sk: Skeleton, cue: int) -> Source | None:
        """The subject of an inverted verb: "said Jo Ray, head of Bolt, on Monday"."""
        c = sk.codes
        size = len(c)
        j = cue + 1
        while j < size and c[j] in "R":
            j += 1
        if j >= size or c[j] not in "nhw":
            return None
        head = j
        right = j
        while right + 2 < size and c[right + 1] == "I" and c[right + 2] in "n" and self._links(sk, right + 1):
            right += 2
        if right + 2 < size and c[right + 1] == "&" and c[right + 2] == "n" and self.is_name(sk, head):
            right += 2
        if right + 1 < size and c[right + 1] == "(":
            k = right + 2
            while k < size and k - right < 12 and c[k] != ")":
                k += 1
            if k < size and c[k] == ")":
                right = k
        if self.word(sk, head) in EXCERPTS and c[head + 1 : head + 3] == "In" and self.can_speak(sk, head + 2):
            return Source(head, head, max(right, head + 2), self.span(sk, head + 2), inverted=True)
        if (
            not self.is_name(sk, head)
            and c[head] == "n"
            and right + 2 < size
            and c[right + 1] == ","
            and c[right + 2] == "n"
        ):
            name = right + 2
            if self.is_name(sk, name) and (name + 1 >= size or c[name + 1] in ",.I:dQ"):
                return Source(name, head, name, self.span(sk, name), inverted=True)
        return Source(head, head, right, self.span(sk, head), inverted=True)

    # ------------------------------------------------------------ shared subjects

    def nearest_subject(self, sk: Skeleton, cue: int) -> Source | None:
        """The subject of the finite verb before an infinitive: "Li left, and [Ray] went on to say"."""
        c = sk.codes
        for k in range(cue - 1, max(-1, cue - 8), -1):
            if c[k] in "VvAM":
                found = self.subject_before(sk, k)
                return found if found is not None and c[found.right] not in "wWt" else None
        return None

    def main_subject(self, sk: Skeleton, cue: int, floor: int = 0) -> Source | None:
        """The subject that a coordinated or participial cue shares with the main clause ("X won, adding that …")."""
        c = sk.codes
        floor = max(floor, cue - FURTHEST)
        for k in range(floor, cue):
            if c[k] in "VvA" or (c[k] == "M"):
                found = self.subject_before(sk, k, floor)
                if found is not None and c[found.right] not in "wWt":
                    return found
        return None
