"""The company that the article is about, and whom a pronoun stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from factx import lexicon
from factx.document import Document
from factx.linking.claims.clause import Scene
from factx.linking.claims.moments import Moments
from factx.linking.claims.no_topics import AGENCIES, CALENDAR, COMPANIES, NAME, PERIOD, PLACING, SIGNED, TICKER
from factx.linking.claims.words import SPEECH, is_metric_word, is_quantity
from factx.linking.types import SpeakerTable
from factx.mentions.types import NameMention

__all__ = ["Topic"]

SEARCHED = 20_000
"""Tokens of an article that are read for its main name."""

SEARCHED_CHUNKS = 40
"""Chunks of a sentence that are looked through for a name."""

BACK = 4
"""Sentences that a pronoun looks back."""


class Topic:
    """Governing organisation of a document: its issuer, else the name that it is mostly about."""

    def __init__(
        self, document: Document, moments: Moments, speakers: SpeakerTable, names: Sequence[NameMention] = ()
    ) -> None:
        self.document = document
        self.moments = moments
        self.speakers = speakers
        self.names = names
        self._scenes: dict[int, Scene] = {}
        self._about: dict[tuple[int, bool], str | None] = {}

    @cached_property
    def main(self) -> str | None:
        """The issuer, else the most frequent name that is no person and no place, in its fullest form."""
        if self.speakers.issuer is not None:
            return self.speakers.clusters[self.speakers.issuer].name
        counts: dict[str, int] = {}
        first: dict[str, int] = {}
        kinds = {self.document.text[m.start : m.end]: m.kind for m in self.names}
        for name, at in self._named() or self._candidates():
            counts[name] = counts.get(name, 0) + 1
            first.setdefault(name, at)
        if not counts:
            return None
        scores = {
            name: count
            + 3 * (first[name] < self._headline_end)
            + 2 * (kinds.get(name) == "organization")
            + 2 * self._leads(first[name], name)
            for name, count in counts.items()
        }
        parts = {name: name.split() for name in counts}
        longer_of: dict[str, list[str]] = {}
        for name in counts:
            if len(parts[name]) > 1:
                longer_of.setdefault(parts[name][0], []).append(name)
        for name in counts:  # "Acme" counts for "Acme Gears", too
            if len(parts[name]) == 1:
                longer = longer_of.get(name, [])
                if longer:
                    scores[max(longer, key=lambda other: (counts[other], -first[other]))] += scores[name]
        best = max(scores, key=lambda name: (scores[name], -first[name]))
        if scores[best] < 2 or (
            counts[best] < 2 and not (first[best] < self._headline_end or self._leads(first[best], best))
        ):
            return None  # named once, somewhere in the middle
        fuller = [
            name
            for name in counts
            if name.startswith(best + " ")
            and len(parts[name]) <= len(best.split()) + 2
            and (first[name] <= first[best] or 2 * counts[name] >= counts[best])
        ]
        return max(fuller, key=lambda name: (counts[name], -first[name]), default=best)

    def _leads(self, start: int, name: str) -> bool:
        """Does the first mention have a ticker, a verb or something of its own behind it: "Bolt (NYSE: BLT)", "Bolt said", "Bolt's"?"""
        tokens = self.document.tokens
        last = tokens.at(start + len(name) - 1)
        return tokens.codes[last + 1 : last + 2] in ("(", "V", "M", "'")

    def _named(self) -> list[tuple[str, int]]:
        """The names that the finder saw and that can be an organisation."""
        text = self.document.text
        return [
            (text[m.start : m.end], m.start)
            for m in self.names
            if m.kind in ("organization", "other")
            and not self._is_metric(m.start, m.end)
            and not text[m.end : m.end + 2].strip().isdigit()
            and text[m.start : m.end].lower() not in CALENDAR
            and not PERIOD.match(text, m.start, m.end)
            and not self._credited(m.start, m.end)
            and not (
                text[m.start - 1 : m.start] == "(" and (SIGNED.match(text, m.end) or TICKER.match(text, m.start, m.end))
            )
        ]

    def _credited(self, start: int, end: int) -> bool:
        """Is it a news agency that only signs or is told: "(Reuters)", "told Reuters", "Reuters reported"?"""
        text = self.document.text
        if text[start:end].lower() not in AGENCIES:
            return False
        tokens = self.document.tokens
        first, last = tokens.at(start), tokens.at(end - 1)
        before = tokens.lower[first - 1] if first else ""
        after = tokens.lower[last + 1] if last + 1 < len(tokens) else ""
        if before in ("(", "told", "to", "by", "with", "from", "a", "©", "copyright") or after in (
            ")",
            "poll",
            "calculations",
            "data",
            "-",
            "–",
            "—",
        ):
            return True
        return lexicon.verb_lemmas().get(after) in SPEECH or text[start:end].lower() not in COMPANIES

    def _is_metric(self, start: int, end: int) -> bool:
        """Does what looks like a name only name figures ("SG&A", "Adjusted EBITDA")?"""
        return all(is_metric_word(word.lower()) for word in self.document.text[start:end].split())

    @cached_property
    def _headline_end(self) -> int:
        heads = [s.end for s in self.document.sections if s.kind == "headline"]
        if heads:
            return heads[-1]
        return next((s.end for s in self.document.sentences if not self._is_dateline(s.start)), 0)

    def _is_dateline(self, start: int) -> bool:
        return self.document.section_at(start) == "dateline"

    def is_place(self, text: str) -> bool:
        """Is the name known as a place, a nationality or a person here?"""
        return text.lower() in CALENDAR or text in self._places or any(part in self._people for part in text.split())

    @cached_property
    def _begins(self) -> dict[int, int]:
        """Where each name ends -> where it begins."""
        return {m.end: m.start for m in self.names if m.kind in ("organization", "other")}

    @cached_property
    def name_words(self) -> frozenset[str]:
        """First words of the names of organisations."""
        text = self.document.text
        return frozenset(
            text[m.start : m.end].split(None, 1)[0] for m in self.names if m.kind in ("organization", "other")
        )

    @cached_property
    def _places(self) -> frozenset[str]:
        tokens = self.document.tokens
        found = {self.document.text[m.start : m.end] for m in self.names if m.kind == "place"}
        for match in NAME.finditer(tokens.codes[:SEARCHED]):
            before = tokens.lower[match.start() - 1] if match.start() else ""
            if before in ("in", "across", "near", "throughout"):
                found.add(" ".join(tokens.text[match.start() : match.end()]))
        return frozenset(found)

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
        for first, last in self._names(codes):
            if (
                is_metric_word(tokens.lower[last])
                or tokens.lower[first] in CALENDAR
                or tokens.lower[last] in CALENDAR
                or len(tokens.text[first]) < 2
            ):
                continue
            before = tokens.lower[first - 1] if first else ""
            if (
                before in PLACING
                or (first > 1 and before == "," and codes[first - 2] == "P")
                or before in ("mr", "mrs", "ms")
            ):
                continue
            if any(tokens.text[i] in people for i in range(first, last + 1)):
                continue
            if last + 1 < len(codes) and (codes[last + 1] in "#$" or (codes[last + 1] in "NJ" and last == first)):
                continue  # "Xbox consoles", "US sales": a name in front of a noun
            out.append((" ".join(tokens.text[first : last + 1]), tokens.start[first]))
        return out

    def _names(self, codes: str) -> Iterator[tuple[int, int]]:
        """Runs of name tokens; "&" joins, "and" parts."""
        lower = self.document.tokens.lower
        for match in NAME.finditer(codes):
            first = match.start()
            for i in range(match.start(), match.end()):
                if codes[i] == "&" and lower[i] != "&":
                    yield first, i - 1
                    first = i + 1
            yield first, match.end() - 1

    def at(self, scene: Scene) -> str | None:
        """The organisation that governs a sentence without one of its own: in a round-up of several, that of its paragraph."""
        if self.speakers.issuer is not None:
            return self.main
        return self._of_paragraph(scene) or self.main

    def _of_paragraph(self, scene: Scene) -> str | None:
        """The organisation that the paragraph of the sentence begins with, where that is another than the main one."""
        index, paragraph = scene.sentence.index, scene.sentence.paragraph
        opening = self._openings.get(paragraph)
        if opening is None or opening >= index:
            return None
        found = self._named_in(opening, False)
        return found if found is not None and found in self._organisations else None

    @cached_property
    def _openings(self) -> dict[int, int]:
        """Index of the first sentence of each paragraph, behind a dateline."""
        found: dict[int, int] = {}
        for sentence in self.document.sentences:
            if not self._is_dateline(sentence.start):
                found.setdefault(sentence.paragraph, sentence.index)
        return found

    @cached_property
    def _organisations(self) -> frozenset[str]:
        """Names of organisations as written, but those that only sign or are asked."""
        kinds = {self.document.text[m.start : m.end]: m.kind for m in self.names}
        return frozenset(" ".join(name.split()) for name, _ in self._named() if kinds.get(name) == "organization")

    def antecedent(self, scene: Scene, at: int, word: str) -> str | None:
        """Whom the pronoun in chunk `at` stands for."""
        person = word in ("he", "his", "she", "her")
        found = self._subject_before(scene, at, person)
        if found is not None:
            return found
        index = scene.sentence.index
        for number in range(index - 1, max(-1, index - 1 - BACK), -1):
            found = self._named_in(number, person)
            if found is not None:
                return found
        return None if person else self.main

    def _named_in(self, number: int, person: bool) -> str | None:
        """Whom sentence `number` is about; asked for again by every pronoun of the next ones."""
        key = (number, person)
        if key not in self._about:
            earlier = self.scene(number)
            self._about[key] = self._subject_before(earlier, len(earlier.shape), person)
        return self._about[key]

    def scene(self, number: int) -> Scene:
        """A sentence parsed without amounts."""
        found = self._scenes.get(number)
        if found is None:
            sentence = self.document.sentences[number]
            times = self.moments.between(sentence.start, sentence.end)
            found = self._scenes[number] = Scene(self.document, sentence, (), (), times)
        return found

    def _subject_before(self, scene: Scene, at: int, person: bool) -> str | None:
        """The subject of an earlier clause that is a name, else what a sentence begins with or is owned by."""
        limit = min(at, len(scene.shape), SEARCHED_CHUNKS)
        for verb in range(limit):
            if scene.shape[verb] == "V":
                subject = scene.subject_of(verb)
                if subject is not None and subject < at:
                    found = self._name(scene, subject, person)
                    if found is not None:
                        return found
        finite = scene.shape.find("V")
        for i in range(limit):
            opens = scene.kind(i - 1) not in ("p", "o", ",") and (scene.shape[i] == "g" or not 0 <= finite < i)
            owns = scene.kind(i - 1) == "o" and not person and i == 2 and is_quantity(scene.head_of(0))
            if scene.shape[i] in "Ng" and (opens or owns):  # "Bolt, …", "Bolt's costs", "Shares of Bolt"
                found = self._name(scene, i, person)
                if found is not None:
                    return found
        return None

    def _name(self, scene: Scene, index: int, person: bool) -> str | None:
        """The name in a chunk: its head ("Bolt's Acme Gears"), else its possessor ("Acme's profits")."""
        if scene.shape[index] not in "Ng":
            return None
        index = scene.apposed_name(index)
        tokens = scene.tokens
        chunk = scene.chunks[index]
        mark = next((j for j in range(chunk.last, chunk.first, -1) if tokens.text[j] in ("'s", "’s", "'", "’")), None)
        first, last = chunk.first, chunk.last
        if mark is not None and mark < last and tokens.codes[last] == "P":
            first = mark + 1
        elif mark is not None:
            last = mark - 1
        if tokens.codes[last - (tokens.codes[last] == "." and first < last)] != "P":  # "Bolt Plc."
            return None
        opens = first
        while first < last and tokens.codes[first] != "P":
            first += 1
        while first > opens and tokens.text[first - 1][:1].isupper() and tokens.codes[first - 1] in "NJEGVB":
            first -= 1  # "Acorn Health", whose first word is a common one
        begins = self._begins.get(tokens.end[last])
        if begins is not None and begins < tokens.start[first] and mark is None:
            first = tokens.at(begins)  # "Sears Holdings Corp", whose first word looks like a verb
        text = " ".join(scene.document.text[tokens.start[first] : tokens.end[last]].split())
        if all(is_metric_word(word.lower()) for word in text.split()):
            return None  # "EBITDA"
        is_person = any(part in self._people for part in text.split())
        return text if is_person == person and text.lower() not in CALENDAR else None
