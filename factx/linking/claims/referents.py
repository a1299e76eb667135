"""Whom a subject stands for: a name in full, the company behind "it" and "the company", the speaker's own behind "we".

None where the text does not tell: a wrong name in somebody's database is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from factx.document import Document
from factx.linking.claims.scene import Scene
from factx.linking.claims.wording import noun_phrase, plain
from factx.linking.claims.words import AGENT_NOUNS, is_quantity
from factx.linking.speakers.people import gender_of
from factx.linking.types import SpeakerTable
from factx.mentions.types import NameMention
from factx.syntax import Syntax, Tree

__all__ = ["NOBODY", "NOUNS", "OURS", "THIRD", "Referents", "key_of"]

OURS = frozenset(("we", "our", "us", "ours", "ourselves"))
GENDERS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
PERSONAL = frozenset(("i", "my", "me", *GENDERS))
THIRD = frozenset(("it", "its", "they", "their", "them", "itself", "theirs"))
PRONOUNS = OURS | PERSONAL | THIRD
NOUNS = ("NN", "NNS", "NNP", "NNPS")
NOBODY = frozenset(
    "there here that this these those which who what whom one some all both each any none everyone you your yours many most "
    "others who is are was were be".split()
)
"""Words that name nobody."""
BACK = 6
"""Sentences that a pronoun looks back."""
NEARBY = 3
"""Sentences before that of "he" or "she" in which the person can be named."""
ABOUT = re.compile(r"(?i:about) (?:the )?([A-Z0-9À-Þ][^\n]{1,90}?):?\s*$")
"""A heading that says whom the part below is about."""
LAST = 12
"""Names among which the organisation named last is looked for."""
OFTEN = 2
"""Times that the protagonist is named at least."""


class Referents:
    """Names of a document by where they stand, and the clusters of its speakers."""

    def __init__(
        self, document: Document, syntax: Syntax, speakers: SpeakerTable, names: Sequence[NameMention]
    ) -> None:
        self.document, self.syntax, self.speakers = document, syntax, speakers
        self.names = sorted((m for m in names if m.kind in ("organization", "person", "other")), key=lambda m: m.start)
        self._starts = [m.start for m in self.names]
        self._mentions = sorted((a, b, i) for i, c in enumerate(speakers.clusters) for a, b in c.mentions)
        self._mention_starts = [a for a, _, _ in self._mentions]
        self._about: dict[int, str | None] = {}
        self.answers: dict[tuple[int, int], dict[tuple[str, str], tuple[str, list[str]]]] = {}
        """What `answers` found out about names in a stretch of text."""
        self._by_name = {
            name.lower(): i for i, c in reversed(list(enumerate(speakers.clusters))) for name in (c.name, *c.aliases)
        }

    def cluster_named(self, name: str | None) -> int | None:
        """The speaker of a name."""
        return None if name is None else self._by_name.get(name.lower())

    @property
    def issuer(self) -> str | None:
        """The organisation whose statement the article is."""
        return None if self.speakers.issuer is None else self.speakers.clusters[self.speakers.issuer].name

    @cached_property
    def protagonist(self) -> str | None:
        """The organisation that the article names most, by the longest of its names: None where none is named twice."""
        found = [self._written(m) for m in self.names if m.kind == "organization"]
        counted = Counter(key_of(name) for name in found)
        if not counted or max(counted.values()) < OFTEN:
            return None
        first = max(counted, key=lambda key: counted[key])  # of equals the one that is named first
        return max((name for name in found if key_of(name) == first), key=len)

    @cached_property
    def lowered(self) -> str:
        """The text in lower case."""
        return self.document.text.lower()

    @cached_property
    def mentioned(self) -> Counter[str]:
        """How often each word stands in a name."""
        text = self.document.text
        return Counter(word for m in self.names for word in text[m.start : m.end].split())

    @cached_property
    def headline(self) -> str | None:
        """The organisation that is named first."""
        return next((self._full(m) for m in self.names if m.kind == "organization"), None)

    def headed(self, offset: int) -> str | None:
        """Whom the heading above is about: the "Norvik" of "About Norvik"; None where there is no such heading."""
        index = bisect_right(self._headings, offset, key=lambda heading: heading[0]) - 1
        return self._headings[index][1] if index >= 0 else None

    @cached_property
    def _headings(self) -> list[tuple[int, str | None]]:
        """Where parts of the text begin, and whom their heading is about."""
        out: list[tuple[int, str | None]] = []
        text, before = self.document.text, ""
        for paragraph in self.document.paragraphs:
            heading = ABOUT.match(text, paragraph.start, paragraph.end) if paragraph.section == "boilerplate" else None
            if heading is not None:
                mention = self.name_at(heading.start(1))
                out.append((paragraph.start, heading[1] if mention is None else self._full(mention)))
            elif paragraph.section != before:
                out.append((paragraph.start, None))
            before = paragraph.section
        return out

    def last_named(self, offset: int) -> str | None:
        """The organisation that is named last before `offset`."""
        first = bisect_left(self._starts, offset)
        found = (m for m in reversed(self.names[max(0, first - LAST) : first]) if m.kind == "organization")
        mention = next(found, None)
        return None if mention is None else self._full(mention)

    def _full(self, mention: NameMention) -> str:
        """The name of a mention: in full where the article's speakers have it."""
        cluster = self.cluster_at(mention.start)
        return self._written(mention) if cluster is None else self.speakers.clusters[cluster].name

    def _written(self, mention: NameMention) -> str:
        return " ".join(self.document.text[mention.start : mention.end].split())

    def is_protagonist(self, name: str | None) -> bool:
        """Does a name begin as the protagonist's does ("Bolt", "Bolt Group plc")?"""
        return name is not None and self.protagonist is not None and key_of(name) == key_of(self.protagonist)

    def name_at(self, offset: int) -> NameMention | None:
        """The name that holds `offset`."""
        index = bisect_right(self._starts, offset) - 1
        return self.names[index] if index >= 0 and self.names[index].end > offset else None

    def cluster_at(self, offset: int) -> int | None:
        """The speaker whose mention holds `offset`."""
        index = bisect_right(self._mention_starts, offset) - 1
        return self._mentions[index][2] if index >= 0 and self._mentions[index][1] > offset else None

    def ours(self, speaker: int | None, offset: int) -> str | None:
        """Who "we" is at `offset`: the organisation of who speaks, whom a heading is about, else the issuer."""
        if speaker is not None and speaker != self.speakers.issuer:
            cluster = self.speakers.clusters[speaker]
            return cluster.name if cluster.kind == "organization" else cluster.affiliation or self.issuer
        return self.headed(offset) or self.issuer

    def text(self, scene: Scene, node: int, speaker: int | None = None) -> str | None:
        """Whom the noun phrase or pronoun at `node` names; `speaker`: who says the sentence."""
        tree = scene.tree
        word = tree.lower[node]
        if node in scene.time_nodes:
            return None
        if word in PRONOUNS:
            return self._pronoun(scene, node, speaker)
        mention = self.name_at(tree.start[node])
        apposed = self._apposed(scene, node)
        if mention is None and apposed is None and word in AGENT_NOUNS and self._defined(tree, node):
            return self._generic(scene, node) or noun_phrase(scene, node, owner=True, article=True)
        if tree.tags[node] in ("NNP", "NNPS"):
            return self._named(scene, node)
        listed = tree.label[node] in ("nsubj", "nsubj:pass")
        return apposed or noun_phrase(scene, node, owner=True, article=True, listed=listed) or None

    def _pronoun(self, scene: Scene, node: int, speaker: int | None) -> str | None:
        word = scene.tree.lower[node]
        if word in OURS:
            return self.ours(speaker, scene.sentence.start)
        cluster = self.cluster_at(scene.tree.start[node])
        if cluster is None and word in ("i", "my", "me"):
            cluster = speaker
        if cluster is not None:
            return self.speakers.clusters[cluster].name
        return self._person(scene, node) if word in PERSONAL else self.antecedent(scene, node)

    def _person(self, scene: Scene, node: int) -> str | None:
        """Who "he" or "she" is: the person named last, in this sentence or the few before, who can be."""
        gender = GENDERS.get(scene.tree.lower[node])
        if gender is None:
            return None
        offset = scene.tree.start[node]
        first = self.document.sentences[max(0, scene.sentence.index - NEARBY)].start
        for mention in reversed(self.names[bisect_left(self._starts, first) : bisect_left(self._starts, offset)]):
            name = self._whole(mention) if mention.kind == "person" else None
            if name is not None and gender_of(name.lower().split(), mention.honorific) in (gender, "u"):
                return name
        return None

    def _whole(self, mention: NameMention) -> str:
        """The longest name of a person who is called so: "Jo Ray" for "Ray"."""
        written = self._full(mention)
        called = self._people.get(written.rpartition(" ")[2], ())
        return max([written, *(name for name in called if name.endswith(" " + written))], key=len)

    @cached_property
    def _people(self) -> dict[str, dict[str, None]]:
        """The names of people by their last words, in the order of the text."""
        out: dict[str, dict[str, None]] = {}
        for mention in self.names:
            if mention.kind == "person":
                name = self._written(mention)
                out.setdefault(name.rpartition(" ")[2], {})[name] = None
        return out

    @staticmethod
    def _defined(tree: Tree, node: int) -> bool:
        """ "the firm", "this firm", and not "a firm"."""
        return any(tree.lower[c] in ("the", "this", "our") for c in tree.all(node, "det", "nmod:poss"))

    def _named(self, scene: Scene, node: int) -> str:
        """The whole name around a node: as the names of the article have it, else the phrase."""
        tree = scene.tree
        mention = self.name_at(tree.start[node])
        phrase = noun_phrase(scene, node, owner=True)
        named = any(tree.tags[c] in ("NNP", "NNPS") for c in tree.all(node, "conj"))
        if named and tree.label[node] in ("nsubj", "nsubj:pass"):
            return plain(noun_phrase(scene, node, owner=True, listed=True))  # "Norvik and Bolt"
        # "Jane Doe's firm" is no person; a head that stands behind the name is what the phrase is of.
        return plain(phrase) if mention is None or mention.end < tree.end[node] else self._written(mention)

    def _apposed(self, scene: Scene, node: int) -> str | None:
        """ "The airline, Bolt Air, paid": the name behind."""
        for child in scene.tree.all(node, "appos"):
            mention = self.name_at(scene.tree.start[child])
            if mention is not None and mention.kind in ("organization", "person"):
                return self._written(mention)
        return None

    def _generic(self, scene: Scene, node: int) -> str | None:
        """ "the company": the organisation spoken of last, else the issuer."""
        if len(scene.tree.children[node]) > 2:
            return None  # "the airline that it bought", "the Leeds company"
        found = self.antecedent(scene, node)
        return found or self.headed(scene.sentence.start) or self.issuer

    def antecedent(self, scene: Scene, node: int) -> str | None:
        """The subject of the clauses above or before, in this sentence and the ones before, where it is an organisation."""
        tree = scene.tree
        unnamed = None
        for above in tree.above(node):
            own = tree.own_subject(above)
            if own is not None and own < node and own != node and node not in tree.inside(own):
                name = self._organisation(tree, own)
                if name is not None:
                    return name
                if tree.label[node] == "nmod:poss" and (
                    tree.lower[own] in AGENT_NOUNS or tree.tags[own] in ("NNP", "NNPS")
                ):
                    unnamed = own if unnamed is None else unnamed  # "The firm cut its debt"
        if unnamed is not None and unnamed != node:
            return self.text(scene, unnamed)
        number = scene.sentence.index
        paragraph = scene.sentence.paragraph
        for index in range(number - 1, max(-1, number - 1 - BACK), -1):
            sentence = self.document.sentences[index]
            if sentence.paragraph < paragraph - 2:
                break
            name = self.about(index) if self._names_one(sentence.start, sentence.end) else None
            if name is not None:
                return name
        return None

    def _names_one(self, start: int, end: int) -> bool:
        """Does a stretch of text hold an organisation's name, or a word that stands for one? Else it is not parsed."""
        names = self.names[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end)]
        if any(name.kind == "organization" for name in names):
            return True
        first, last = bisect_right(self._mention_starts, start - 1), bisect_right(self._mention_starts, end)
        return any(self.speakers.clusters[i].kind == "organization" for _, _, i in self._mentions[first:last])

    def about(self, index: int, depth: int = 0) -> str | None:
        """The organisation that is the subject of a sentence; of "it" that of the sentence before."""
        if index not in self._about:
            tree = self.syntax.of(self.document.sentences[index])
            self._about[index] = None
            own = tree.subject(tree.root) if len(tree) else None
            if own is not None:
                name = self._organisation(tree, own)
                spoken_of = tree.lower[own] in THIRD or tree.lower[own] in AGENT_NOUNS or is_quantity(tree.lower[own])
                if name is None and spoken_of and index > 0 and depth < BACK:
                    name = self.about(index - 1, depth + 1)
                self._about[index] = name
        return self._about[index]

    def _organisation(self, tree: Tree, node: int) -> str | None:
        """The name of an organisation at a node or owning it."""
        owner = tree.child(node, "nmod:poss")
        for place in (node, owner):
            if place is None:
                continue
            cluster = self.cluster_at(tree.start[place])
            if cluster is not None and self.speakers.clusters[cluster].kind == "organization":
                return self.speakers.clusters[cluster].name
            mention = self.name_at(tree.start[place])
            if mention is not None and mention.kind == "organization":
                return self._written(mention)
        return None


def key_of(name: str) -> str:
    """What the names of one organisation begin with."""
    return name.partition(" ")[0].casefold().rstrip(".,'’s")
