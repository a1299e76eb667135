"""The source of a cue: who stands in the relation to it that a rule names."""

from __future__ import annotations

from factx import lexicon
from factx.linking.attribution.phrases import TEMPORAL, TITLES, Source, SourcePhrases
from factx.linking.attribution.unit import Unit
from factx.syntax import NOMINAL

__all__ = ["SourceFinder"]

LONGEST_ASIDE = 45
RELATIVE = ("WP", "WDT")
ADJECTIVES = ("JJ", "VBN", "JJS", "JJR")
ARTICLES = frozenset(("a", "an", "the", "every"))
HELPING = frozenset("has have had is was were are".split())
BREAKS = frozenset((",", "and", "but", ":", "—", "–", ";"))
LINKED = frozenset(
    ("flat", "compound", "appos", "nmod", "conj", "nmod:poss", "nmod:unmarked", "amod", "nummod", "det", "dep", "list")
)
"""Relations over which one climbs from the last word of a phrase to its head."""
SUBORDINATORS = frozenset(
    "after before until while although though because if as that but since whether once unless when".split()
)
OPENERS = BREAKS | SUBORDINATORS
"""What a clause, and its subject, may begin behind."""


class SourceFinder(SourcePhrases):
    """Finds sources in the units of one document."""

    def source(self, unit: Unit, node: int, cue: int) -> Source | None:
        """The source phrase of a node, cut at quotations and at the cue; None for what is no noun outside of marks."""
        tree = unit.tree
        node = self._noun_of(unit, node, cue)
        if unit.mark_at(node) is not None or not self._is_noun(unit, node) or self._is_time(unit, node):
            return None
        if tree.tags[node] in RELATIVE:
            if tree.lower[node] != "that":
                return Source(node, node, node, (tree.start[node], tree.end[node]))
            antecedent = tree.antecedent(node)
            return None if antecedent == node else self.source(unit, antecedent, cue)
        head = self.bearer(unit, node)
        inside = tree.inside(node)
        low, high = inside[0], max(inside[-1], head if head > node else node)
        if node < cue:
            high = min(high, cue - 1)
            low = self._cut_left(unit, low, min(node, head))
        else:
            low = max(low, cue + 1)
            high = self._cut_right(unit, max(node, head), high)
        return Source(head, low, high, self.span(unit, head), inverted=node > cue)

    def _noun_of(self, unit: Unit, node: int, cue: int) -> int:
        """The noun that is meant: of "[An] official" behind its article; of "[Ray counters] with doubt, asking" before its verb.

        An article is no noun; what is read as the noun that a sentence without a verb begins with is that verb.
        """
        tree = unit.tree
        if unit.word(node) in ARTICLES:
            while unit.tag(node + 1) in ADJECTIVES or unit.tag(node + 1)[:2] == "NN":
                node += 1
        noun = tree.tags[node] == "NNS" and tree.lower[node] in lexicon.verb_lemmas() and node == tree.root < cue
        return node - 1 if noun and unit.tag(cue) == "VBG" and unit.tag(node - 1) in ("NN", "NNP") else node

    def _is_time(self, unit: Unit, node: int) -> bool:
        """Is it a day without an article: "a report published [Wednesday] said", "as announced on [January 14]"?"""
        word = unit.word(node).partition(" ")[0].rstrip(".")
        return word in TEMPORAL and self.mention(unit.tree.start[node]) is None

    def _is_noun(self, unit: Unit, node: int) -> bool:
        """Is it a noun, or another word in the place of one ("the [unemployed] say", "another [ranking] says")?"""
        tag = unit.tree.tags[node]
        return tag in NOMINAL or tag in ("WDT", *ADJECTIVES)

    def bearer(self, unit: Unit, node: int) -> int:
        """Who is meant by a noun: the name in its apposition ("its head, [Jo Ray]")."""
        tree = unit.tree
        holder = self.holder(unit, node)
        if holder is not None:
            return holder
        if self.is_name(unit, node) or tree.tags[node] not in ("NN", "NNS", "NNP"):
            return node
        named = next((c for c in tree.all(node, "appos", "flat") if self.is_name(unit, c)), None)
        return node if named is None or not (self.is_person(unit, named) or tree.lower[node] in TITLES) else named

    def _cut_left(self, unit: Unit, low: int, node: int) -> int:
        """The first node of a phrase that is no mark or conjunction."""
        while low < node and unit.tree.lower[low] in (",", "and", "but", ";", ":", "."):
            low += 1
        return low

    def _cut_right(self, unit: Unit, node: int, high: int) -> int:
        for child in unit.tree.all(node, "conj"):
            if unit.tree.child(child, "cc") is None:
                high = min(high, self.base(unit.tree, child)[0] - 1)  # a comma only: another clause begins
        for i in range(node + 1, high + 1):
            if unit.word(i) in ("who", "which") and any(k in unit.cues for k in range(i + 1, i + 4)):
                high = i - 1
                break
        while high > node and unit.tree.lower[high] in (",", ".", "and", "but"):
            high -= 1
        return high

    # ------------------------------------------------------------ by relation

    def subject(self, unit: Unit, cue: int) -> Source | None:
        """The subject that depends on the cue itself."""
        tree = unit.tree
        for node in sorted(tree.all(cue, "nsubj", "nsubj:pass", "csubj"), key=lambda n: abs(n - cue)):
            first = self.base(tree, node)[0]
            absolute = unit.word(first - 1) == "with" and unit.tag(cue) == "VBG"  # "with Ray noting that …"
            governed = not absolute and self._is_governed(unit, first)
            outer = self._before_phrases(unit, node) if governed else node
            if governed and outer is not None and unit.tag(cue) == "VBG" and not self.can_speak(unit, outer):
                outer = node  # "no different from Jo Ray saying"
            found = None if outer is None else self.source(unit, outer, cue)
            if found is not None:
                return found
        return None

    def shared(self, unit: Unit, cue: int) -> Source | None:
        """The subject that a cue without one of its own has: of the verb that it is joined to, or hangs on."""
        tree = unit.tree
        node = tree.subject(cue)
        if node is not None and tree.head[node] == cue and unit.tag(cue) == "VBG":
            node = tree.subject(tree.head[cue])
        if node is not None:  # "One step was when he agreed, saying …": the nearer of two
            node = max((c for c in tree.all(tree.head[node], "nsubj") if c < cue), default=node)
        return None if node is None else self.source(unit, node, cue)

    def behind(self, unit: Unit, cue: int) -> Source | None:
        """The noun right behind the cue: "said [Jo Ray], head of Bolt", whatever its relation."""
        node = cue + 1
        if unit.tag(node) not in NOMINAL and unit.tag(node) not in ("JJ", "PRP$", "VBN", "VBG"):
            return None
        return self.source(unit, self._top(unit, node, cue), cue)

    def before(self, unit: Unit, cue: int) -> Source | None:
        """The noun phrase that ends before the cue, over an aside in commas, where the tree has no subject for it."""
        tree = unit.tree
        node = cue - 1
        while unit.tag(node) in ("RB", "MD") or unit.word(node) in HELPING:
            node -= 1
        while unit.word(node) in TEMPORAL:
            node -= 2 if unit.tag(node - 1) in ("JJ", "DT", "IN") else 1
        if unit.mark_at(node) is not None or unit.word(node) in (",", ")", "—", "–", "-"):
            return self._over_aside(unit, node, cue)
        if node < 0 or tree.tags[node] not in NOMINAL:
            return None
        top = self._top(unit, node, cue)
        base = self.base(tree, node)
        if self.is_name(unit, node) and unit.word(base[0] - 1) in BREAKS:
            top = node
        base = self.base(tree, top)
        if unit.tag(base[0] - 1)[:2] == "VB":
            return None
        if self._is_governed(unit, base[0]):
            outer = self._before_phrases(unit, top)
            if outer is None:
                return None
            top, base = outer, self.base(tree, outer)
        found = self.source(unit, top, cue)
        if found is not None:
            found.left, found.right = min(found.left, base[0]), cue - 1
        return found

    def _is_governed(self, unit: Unit, first: int) -> bool:
        """Does a preposition stand before the phrase that begins at a node?"""
        return unit.tag(first - 1) in ("IN", "TO") and unit.word(first - 1) not in SUBORDINATORS

    def _before_phrases(self, unit: Unit, node: int) -> int | None:
        """The noun that prepositional phrases hang on: "[people] familiar with the talks", "[a person] briefed on the call"."""
        tree = unit.tree
        for _ in range(4):
            first = self.base(tree, node)[0]
            if not self._is_governed(unit, first):
                return node
            node = first - 2
            while unit.tag(node) in ("JJ", "VBN", "VBG", "VBD", "RB", "IN"):
                node -= 1
            if unit.tag(node) not in NOMINAL:
                return None
        return None

    def described(self, unit: Unit, found: Source, cue: int) -> Source | None:
        """The name that the subject is an aside to, or has for its own: "[Jo Ray], chair of Bolt, the network's funding arm, said", "one
        of the owners, [Jo Ray], said"."""
        tree = unit.tree
        if unit.word(cue - 1) == "," and self.is_person(unit, cue - 2):
            first = self.base(tree, cue - 2)[0]
            if unit.word(first - 1) == ",":
                return Source(cue - 2, found.left, cue - 1, self.span(unit, cue - 2))
        begin = self.base(tree, found.node)[0]
        if unit.word(begin - 1) != "," or begin < 2:
            return None
        first = self.base(tree, begin - 2)[0]
        if (
            tree.lower[found.node] in TITLES
            and (first == 0 or unit.word(first - 1) in OPENERS)
            and self.is_person(unit, begin - 2)
        ):
            return Source(begin - 2, first, cue - 1, self.span(unit, begin - 2))
        return None

    def opening(self, unit: Unit, cue: int, over_verbs: bool = False) -> Source | None:
        """The noun phrase that the sentence opens with; unless `over_verbs`, no verb with a tense may stand between it and the cue."""
        tree = unit.tree
        low = max([0, *(m.last + 1 for m in unit.marks if m.last < cue)])
        top = self._top(unit, low, cue)
        if tree.tags[top] not in NOMINAL:
            return None
        if over_verbs:
            return self.source(unit, top, cue)
        if any(unit.tag(i) in ("MD", "VBZ", "VBP") for i in range(top + 1, cue)):
            return None
        found = self.source(unit, top, cue)
        if found is not None:
            found.left, found.right = low, cue - 1
        return found

    def _over_aside(self, unit: Unit, comma: int, cue: int) -> Source | None:
        """ "[Jo Ray], who heads Bolt in Ohio, said": the noun before the comma that opens the aside, a name rather than another."""
        tree = unit.tree
        best: int | None = None
        if self.is_person(unit, comma - 1) and unit.word(self.base(tree, comma - 1)[0] - 1) == ",":
            return self.source(unit, comma - 1, cue)  # "the head of Bolt, [Jo Ray], said"
        for k in range(comma - 1, max(0, comma - LONGEST_ASIDE), -1):
            if unit.word(k) not in (",", "—", "–", "-"):
                continue
            node = k - 1
            if self._is_governed(unit, self.base(tree, node)[0]):
                node = self._top(unit, node, cue)
            if self.is_name(unit, node):
                best = node
                break
            if self.can_speak(unit, node):
                best = node
        if best is None:
            return None
        found = self.source(unit, best, cue)
        if found is not None:
            found.left, found.right = self.base(tree, best)[0], cue - 1
        return found

    def _top(self, unit: Unit, node: int, cue: int) -> int:
        """The head of the noun phrase that a node is part of, on the node's side of the cue."""
        tree = unit.tree
        while tree.label[node] in LINKED:
            head = tree.head[node]
            if head == cue or unit.mark_at(head) is not None or tree.tags[head] not in NOMINAL:
                break
            if tree.label[node] == "conj":
                break  # "stopped the lorry and one of them said"
            if any(unit.word(i) == "," for i in range(min(node, head) + 1, max(node, head))):
                break  # "Speaking to The Herald, Jo Ray of Bolt said"
            node = head
        return node
