"""What a noun says of its bearer: the source phrase that it gives, whether it is a name, whether it can speak."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from factx import lexicon
from factx.document import Document
from factx.linking.attribution.unit import Unit
from factx.mentions.types import NameMention, SpanTuple
from factx.syntax import Tree

__all__ = ["TEMPORAL", "TITLES", "Source", "SourcePhrases"]

TITLES = lexicon.words("role_heads.tsv") | lexicon.words("honorifics.tsv")
SPEAKER_NOUNS = (
    TITLES
    | lexicon.words("organisation_descriptions.tsv")
    | lexicon.words("documents.tsv")
    | lexicon.words("speech_nouns.tsv")
)
THINGS = lexicon.table("things.tsv")
"""Noun -> "thing" or "premises"."""
TEMPORAL = lexicon.words("temporal_nouns.tsv") | lexicon.words("weekdays.tsv")
SPEAKING = frozenset("pgcy")
"""Classes of nouns for what can say something: people, groups, what is communicated, and what can be anything."""
QUANTITIES = frozenset(
    "tens hundreds thousands millions dozens scores number majority group handful couple some most many half third quarter percent % one two "
    "three four five six none any few several more fewer rest all both neither".split()
)
"""Nouns that stand for those behind their "of": "[a number of analysts] said"."""
BASE = frozenset("det amod compound nummod nmod:poss flat fixed nmod:unmarked goeswith advmod case dep".split())
BEHIND = frozenset(("flat", "goeswith", "fixed"))
TITLED = frozenset(("NN", "NNP", "NNPS"))
PROPER = ("NNP", "NNPS")
JOINTS = frozenset(("of", "for", "and", "&", "the"))
LONGEST_TITLE = 11
"""Nodes between a title's beginning and the name of who holds it."""
NOUNS = ("NN", "NNS", "NNP", "NNPS", "JJ")
"""Relations of what belongs to a noun phrase without anything that a preposition or a clause adds."""


@dataclass(slots=True)
class Source:
    """`node`: who speaks; `left`, `right`: first and last node of the phrase with appositions; `span`: offsets."""

    node: int
    left: int
    right: int
    span: SpanTuple
    inverted: bool = False


class SourcePhrases:
    """The nouns of one document's units."""

    def __init__(self, document: Document, names: Sequence[NameMention]) -> None:
        self.tokens = document.tokens
        self.names = sorted(names, key=lambda name: name.start)
        self._starts = [name.start for name in self.names]

    def mention(self, offset: int) -> NameMention | None:
        """The name that stands at an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self.names[index] if index >= 0 and offset < self.names[index].end else None

    def name_of(self, tree: Tree, node: int) -> NameMention | None:
        """The name, not of a place, that the noun phrase of a node ends in, or that the node stands in."""
        for place in (self.base(tree, node)[-1], node):
            name = self.mention(tree.start[place])
            if name is not None and name.kind != "place":
                return name
        return None

    def base(self, tree: Tree, node: int) -> range:
        """The noun phrase of a node without what a preposition or a clause adds."""
        own = {node}
        waiting = [node]
        while waiting:
            above = waiting.pop()
            for child in tree.children[above]:
                follows = child < above or _follows(tree, child) or self._is_holder(tree, child)
                if follows if child > node else _precedes(tree, child):
                    own.add(child)
                    waiting.append(child)
        low = high = node
        while low - 1 in own:
            low -= 1
        while high + 1 in own:
            high += 1
        while high > node and tree.tags[high] == "POS":
            high -= 1
        if low and tree.tags[low - 1] in ("DT", "PRP$"):
            low -= 1  # a determiner that the tree gives to a word further on
        return range(low, high + 1)

    def _is_holder(self, tree: Tree, node: int) -> bool:
        """Is it the person whose title ends before: "Head of Research [Jo Ray]"? "A lawyer for Minister Jo Ray" is somebody else."""
        name, before = self.mention(tree.start[node]), node - 1
        titled = tree.tags[before] in NOUNS and tree.lower[before] not in TITLES
        return titled and name is not None and name.kind == "person"

    def span(self, unit: Unit, node: int) -> SpanTuple:
        """The source phrase of a noun: the name without titles, else the phrase with its determiner.

        "Jo Ray and Ann Li" is one source, and so is "a number of analysts".
        """
        tree = unit.tree
        word = tree.lower[node]
        whose = tree.child(node, "nmod:poss") if word == "words" else None
        if whose is not None:
            return self._one(tree, whose)  # "in [her] own words", "in [Ray]'s words"
        start, end = self._one(tree, node)
        of = next((c for c in tree.children[node] if tree.label[c] == "nmod" and tree.case(c) == "of"), None)
        if of is not None:
            named = tree.tags[node] in PROPER and tree.tags[of] in PROPER and self.name_of(tree, node) is None
            if named or word in QUANTITIES:
                end = max(end, self._one(tree, of)[1])
        for member in tree.all(node, "conj"):
            joined = self.base(tree, member)[0] - 1
            if tree.lower[joined] in ("and", "&") and joined - self.base(tree, node)[-1] <= 2:
                return start, self._one(tree, member)[1]
        return start, end

    def _one(self, tree: Tree, node: int) -> SpanTuple:
        base = self.base(tree, node)
        first, last = base[0], base[-1]
        name = self.mention(tree.start[last])
        if name is None and tree.tags[node] in PROPER:
            name = self.mention(tree.start[node])
        if name is not None and (tree.start[last] <= name.start or name.end >= tree.end[last] - 2):
            return name.start, name.end
        if tree.tags[last] in PROPER and tree.lower[last] not in TITLES:
            begin = last
            while begin > first and tree.tags[begin - 1] in PROPER:
                begin -= 1
            return tree.start[begin], tree.end[last]
        while first < last and tree.tags[first] in ("RB", "CC", "IN", "RBR", "RBS", ",", "."):
            first += 1
        return tree.start[first], tree.end[last]

    def is_name(self, unit: Unit, node: int) -> bool:
        """Does the noun phrase of the node end in a name?"""
        tree = unit.tree
        if tree.tags[node] in ("PRP", "WP", "DT") or tree.lower[node] in TEMPORAL:
            return False
        last = self.base(tree, node)[-1]
        name = self.mention(tree.start[last])
        if name is not None:
            return name.kind != "place"
        return tree.tags[last] in PROPER and tree.lower[last] not in TITLES

    def is_person(self, unit: Unit, node: int) -> bool:
        """Does the noun phrase of the node end in the name of a person?"""
        name = self.name_of(unit.tree, node)
        return name is not None and name.kind == "person"

    def holder(self, unit: Unit, node: int) -> int | None:
        """Who holds the title that a node is, or begins: "Bolt's CEO, [Jo Ray], said", "Bolt Head Engineer [Jo Ray] said"."""
        tree = unit.tree
        if tree.tags[node] not in TITLED or self.is_person(unit, node):
            return None
        base = self.base(tree, node)
        titled = any(tree.lower[k] in TITLES for k in base)
        joined = False  # "a spokesman for Minister Jo Ray" is somebody else
        if not (titled or self.is_name(unit, node)):
            return None
        for k in range(base[-1] + 1, min(len(unit), base[-1] + LONGEST_TITLE)):
            name, word = self.mention(tree.start[k]), unit.word(k)
            if name is not None and name.kind == "person":
                other = joined and (unit.word(k - 1) in ("for", "of") or tree.lower[k - 1] in TITLES)
                return k if titled and not other else None
            if unit.tag(k) not in ("POS", *PROPER) and word not in JOINTS and not (titled and word == ","):
                return None
            joined = joined or (titled and word in ("for", "of"))
            titled = titled or tree.lower[k] in TITLES
        return None

    def can_speak(self, unit: Unit, node: int) -> bool:
        """Is the source a name, a pronoun, or a noun for people, organisations or documents?"""
        tree = unit.tree
        if tree.tags[node][:2] != "NN" or self.is_name(unit, node):
            return True
        word = tree.lower[node]
        if word in SPEAKER_NOUNS or (word[-1] == "s" and word[:-1] in SPEAKER_NOUNS):
            return True
        return (lexicon.noun_classes().get(word) or "-")[0] in SPEAKING

    def may_speak(self, unit: Unit, node: int, plain: bool = True) -> bool:
        """Is the source none of what never speaks: a bare number or share ("32%"), a thing, a number of premises?

        Behind a verb that does not only report (`plain` False), a noun must be one for people, groups or what they say.

        "32% of drivers" are drivers, "the store" is the firm's voice, "two new stores" are a count.
        """
        tree = unit.tree
        tag, word = tree.tags[node], tree.lower[node]
        if tag in ("PRP", "WP", "WDT", "WP$"):
            return True
        if word in ("this", "there", "what"):
            return False
        if self.is_name(unit, node):
            return True
        if tag in ("CD", "$") or word[-1:] == "%":
            return (
                any(tree.case(c) in ("of", "in") for c in tree.children[node])
                or word.isalpha()
                or (plain and word[-1:] == "%")
            )
        kind = THINGS.get(word) or (THINGS.get(word[:-1]) if word[-1] == "s" else None)
        if kind == "premises":
            return tree.child(node, "nummod") is None
        if kind is not None:
            return False
        if word in SPEAKER_NOUNS or (word[-1] == "s" and word[:-1] in SPEAKER_NOUNS):
            return True
        if plain:
            return True
        classes = lexicon.noun_classes().get(word)
        return classes is None or not SPEAKING.isdisjoint(classes)


def _precedes(tree: Tree, node: int) -> bool:
    """Belongs a word before its noun to the noun phrase?"""
    label, tag = tree.label[node], tree.tags[node]
    if label == "case":
        return tag == "POS"
    return label in BASE


def _follows(tree: Tree, node: int) -> bool:
    """Belongs a word behind its noun to the noun phrase: the rest of a name, its number, a name that follows at once?"""
    label, tag, before = tree.label[node], tree.tags[node], tree.tags[node - 1]
    if label in BEHIND or tag == "POS":
        return True
    beside = "," not in tree.lower[tree.head[node] : node] and tree.child(node, "case") is None
    named = tag in PROPER and tree.lower[node] not in TEMPORAL  # not "a report Monday"
    return beside and label in ("appos", "dep", "compound", "nmod") and named and before in NOUNS
