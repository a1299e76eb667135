"""The company that the article is about, and whom a pronoun stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from factx.document import Document
from factx.linking.claims.clause import Scene
from factx.linking.claims.words import AGENT_NOUNS
from factx.linking.types import SpeakerTable
from factx.mentions.types import NameMention

__all__ = ["Topic"]

SEARCHED = 20_000
"""Tokens of an article that are read for its main name."""

BACK = 4
"""Sentences that a pronoun looks back."""

NAME = re.compile(r"P(?:&?P)*")
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december mr mrs ms dr ceo cfo us uk eu u.s u.k ipo gmt est".split()
)
PLACING = frozenset("in at from near across outside into throughout".split())


class Topic:
    """Governing organisation of a document: its issuer, else the name that it is mostly about."""

    def __init__(self, document: Document, speakers: SpeakerTable, names: Sequence[NameMention] = ()) -> None:
        self.document = document
        self.speakers = speakers
        self.names = names
        self._scenes: dict[int, Scene] = {}

    @cached_property
    def main(self) -> str | None:
        """The issuer, else the most frequent name that is no person and no place, in its fullest form."""
        if self.speakers.issuer is not None:
            return self.speakers.clusters[self.speakers.issuer].name
        counts: dict[str, int] = {}
        first: dict[str, int] = {}
        for name, at in self._candidates():
            counts[name] = counts.get(name, 0) + 1
            first.setdefault(name, at)
        if not counts:
            return None
        scores = {name: count + 3 * (first[name] < self._headline_end) for name, count in counts.items()}
        parts = {name: name.split() for name in counts}
        for name in counts:  # "Acme" counts for "Acme Gears", too
            if len(parts[name]) == 1:
                longer = [other for other in counts if other != name and parts[other][0] == name]
                if longer:
                    scores[max(longer, key=lambda other: (counts[other], -first[other]))] += scores[name]
        best = max(scores, key=lambda name: (scores[name], -first[name]))
        return best if scores[best] > 1 else None

    @cached_property
    def _headline_end(self) -> int:
        heads = [s.end for s in self.document.sections if s.kind == "headline"]
        return heads[-1] if heads else (self.document.sentences[0].end if self.document.sentences else 0)

    @cached_property
    def _people(self) -> frozenset[str]:
        words: set[str] = set()
        for cluster in self.speakers.clusters:
            if cluster.kind == "person":
                for name in (cluster.name, *cluster.aliases):
                    words.update(name.split())
        for mention in self.names:
            if mention.kind in ("person", "place"):
                words.update(self.document.text[mention.start : mention.end].split())
        return frozenset(words)

    def _candidates(self) -> list[tuple[str, int]]:
        tokens = self.document.tokens
        codes = tokens.codes[:SEARCHED]
        people = self._people
        out = []
        for match in NAME.finditer(codes):
            first, last = match.start(), match.end() - 1
            if tokens.lower[first] in CALENDAR or tokens.lower[last] in CALENDAR or len(tokens.text[first]) < 2:
                continue
            before = tokens.lower[first - 1] if first else ""
            if before in PLACING or (first > 1 and before == "," and codes[first - 2] == "P") or before in ("mr", "mrs", "ms"):
                continue
            if any(tokens.text[i] in people for i in range(first, last + 1)):
                continue
            if last + 1 < len(codes) and codes[last + 1] in "NJ" and last == first:
                continue  # "Xbox consoles", "US sales": a name in front of a noun
            out.append((" ".join(tokens.text[first : last + 1]), tokens.start[first]))
        return out

    def at(self, scene: Scene) -> str | None:
        """The organisation that governs a sentence without one of its own."""
        return self.main

    def antecedent(self, scene: Scene, at: int, word: str) -> str | None:
        """Whom the pronoun in chunk `at` stands for."""
        person = word in ("he", "his", "she", "her")
        found = self._subject_before(scene, at, person)
        if found is not None:
            return found
        index = scene.sentence.index
        for number in range(index - 1, max(-1, index - 1 - BACK), -1):
            earlier = self.scene(number)
            found = self._subject_before(earlier, len(earlier.shape), person)
            if found is not None:
                return found
        return None if person else self.main

    def scene(self, number: int) -> Scene:
        """A sentence parsed without amounts."""
        found = self._scenes.get(number)
        if found is None:
            found = self._scenes[number] = Scene(self.document, self.document.sentences[number], (), (), ())
        return found

    def _subject_before(self, scene: Scene, at: int, person: bool) -> str | None:
        """The first name or "the firm" that stands before a verb, or owns what does."""
        tokens = scene.tokens
        verb = scene.shape.find("V")
        for i in range(min(at, len(scene.shape), 40)):
            if scene.shape[i] not in "Ng" or scene.kind(i - 1) in ("p", "o"):
                continue
            if verb >= 0 and i > verb and scene.kind(scene.after(i)) not in ("V", "w"):
                continue
            chunk = scene.chunks[i]
            text = scene.text_of(i)
            mark = next((j for j in range(chunk.last, chunk.first, -1) if tokens.text[j] in ("'s", "’s", "'", "’")), None)
            last = chunk.last if mark is None else mark - 1
            if tokens.codes[last] != "P" and (mark is not None or tokens.lower[last] not in AGENT_NOUNS):
                continue
            if mark is not None:
                text = scene.document.text[tokens.start[chunk.first] : tokens.end[last]]
            is_person = any(part in self._people for part in text.split())
            if is_person == person:
                return " ".join(text.split())
        return None
