"""One sentence as claims see it: its tree, with each amount and each time as the node that stands for it.

>>> import factx
>>> from factx.article import Article
>>> from factx.document import Document
>>> from factx.syntax import Syntax
>>> document = Document(Article(text="Acme opened 11 new stores."))
>>> tree = Syntax(document).of(document.sentences[0])
>>> tree.words[tree.object(tree.root)]
'stores'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from factx.document import Document, Sentence
from factx.linking.claims.moments import Moment
from factx.linking.claims.words import BEFORE_WHAT, GENERIC, is_quantity
from factx.mentions.types import AmountMention
from factx.syntax import Tree
from factx.syntax.tree import FINITE

__all__ = ["Scene", "measured"]

NEIGHBOURS = 12
"""Nodes within which an amount restates the one before it."""
ENDS = frozenset(("from", "to", "by", "at"))
"""Prepositions that tie an amount whatever relation the parse gives them."""
OPENING = re.compile(r"\b(?:in|for|during|on)(?: the)?\s*$")


class Scene:
    """A sentence with its amounts (`indices` into `amounts`) and `times`.

    `node[ref]`: the node of an amount's numeral; `head[ref]`: that of its unit where it counts something ("11 new
    *stores*"), else the numeral; `whole[ref]`: all nodes of the mention; `taken`: those of any mention.
    """

    def __init__(
        self,
        document: Document,
        tree: Tree,
        sentence: Sentence,
        indices: Sequence[int],
        amounts: Sequence[AmountMention],
        times: Sequence[Moment],
    ) -> None:
        self.document, self.tree, self.sentence = document, tree, sentence
        self.indices, self.amounts, self.times = indices, amounts, times
        self.node: dict[int, int] = {}
        self.head: dict[int, int] = {}
        self.whole: dict[int, list[int]] = {}
        self.taken: set[int] = set()
        self.money: set[int] = set()
        for ref in indices:
            self._place(ref, amounts[ref])
        self.nouns: dict[int, tuple[str, str, str, str, str]] = {}
        """What `candidates` found out about nouns: the amounts of a sentence share it."""
        self.when: list[int | None] = []
        self.dated: list[range] = []
        for moment in times:
            nodes = tree.between(moment.start, moment.end)
            self.dated.append(nodes)
            self.when.append(tree.top(nodes) if nodes else None)

    def _place(self, ref: int, amount: AmountMention) -> None:
        tree = self.tree
        nodes = tree.between(amount.start, amount.end)
        top = tree.top(nodes) if nodes else None
        if top is None:
            return
        head, whole = top, list(nodes)
        if amount.unit_start is not None and amount.unit_end is not None and amount.currency is None:
            unit = tree.between(amount.unit_start, amount.unit_end)
            unit_top = tree.top(unit) if unit else None
            if unit_top is not None:
                head = unit_top
                whole = sorted({*nodes, *unit})
        self.node[ref], self.head[ref], self.whole[ref] = top, head, whole
        self.taken.update(nodes)
        if amount.currency is not None or amount.dimension != "count" or amount.unit is None:
            self.money.update(nodes)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the sentence in lower case: rules that need one of a class ask here first."""
        return frozenset(self.tree.lower)

    @cached_property
    def ref_at(self) -> dict[int, int]:
        """Head node, and numeral node, of an amount -> the amount."""
        out: dict[int, int] = {}
        for ref in self.node:
            out.setdefault(self.node[ref], ref)
        for ref in self.node:
            out.setdefault(self.head[ref], ref)
        return out

    @cached_property
    def time_nodes(self) -> frozenset[int]:
        """All nodes of times, but of adjectives ("quarterly", "full-year")."""
        tree = self.tree
        return frozenset(
            node
            for nodes, when in zip(self.dated, self.when, strict=True)
            if when is not None and not (tree.label[when] == "amod" or tree.tags[when] == "JJ")
            for node in nodes
        )

    @cached_property
    def covered(self) -> frozenset[int]:
        """All nodes of amounts with their comparators, measures and "per share", but not those of what they count."""
        things: set[int] = set()
        nodes: set[int] = set()
        for ref in self.node:
            amount = self.amounts[ref]
            nodes.update(self.tree.between(amount.phrase_start, amount.phrase_end))
            if amount.dimension == "count" and amount.unit_start is not None and amount.unit_end is not None:
                things.update(self.tree.between(amount.unit_start, amount.unit_end))
        return frozenset(nodes - things | self.taken)

    def first(self, ref: int) -> int:
        """The first node of an amount with its comparator."""
        return min(self.whole[ref][0], self.tree.between(self.amounts[ref].phrase_start, self.amounts[ref].end)[0])

    def comparable(self, other: int, ref: int) -> bool:
        """Are two amounts of one kind, so that one can be the earlier value of the other?"""
        this, that = self.amounts[ref], self.amounts[other]
        if (this.currency, this.per, this.dimension) != (that.currency, that.per, that.dimension):
            return False
        return (
            this.currency is not None
            or this.dimension != "count"
            or this.unit == that.unit
            or None in (this.unit, that.unit)
        )

    def alike(self, other: int, ref: int) -> bool:
        """Are two amounts of one currency, or of one dimension?"""
        this, that = self.amounts[ref], self.amounts[other]
        return this.currency == that.currency and (this.currency is not None or this.dimension == that.dimension)

    def just_before(self, ref: int, found: Iterable[int]) -> int | None:
        """The amount of those found that stands right before another; None where it stands far off."""
        before = [other for other in found if self.amounts[other].end <= self.amounts[ref].start]
        return before[-1] if before and self.node[ref] - self.node[before[-1]] <= NEIGHBOURS else None

    @cached_property
    def _counted(self) -> tuple[list[int], list[int], list[int]]:
        """Of commas, finite verbs and amounts: how many stand before each node."""
        tree, numerals = self.tree, set(self.node.values())
        commas = accumulate((form == "," for form in tree.words), initial=0)
        verbs = accumulate((tag in FINITE for tag in tree.tags), initial=0)
        amounts = accumulate((node in numerals for node in range(len(tree))), initial=0)
        return list(commas), list(verbs), list(amounts)

    def between_nodes(self, node: int, other: int, most: int) -> tuple[int, int, int]:
        """How many commas, finite verbs and amounts stand between two nodes, at most `most` of each."""
        low, high = (node + 1, other) if node < other else (other + 1, node) if other < node else (node, node)
        commas, verbs, amounts = self._counted
        return (
            min(commas[high] - commas[low], most),
            min(verbs[high] - verbs[low], most),
            min(amounts[high] - amounts[low], most),
        )

    def between(self, base: int, ref: int) -> str:
        """The text between two amounts in lower case, without a time that stands there ("3bn yuan in 2004 ($365m)")."""
        text, start, end = self.document.text, self.amounts[base].phrase_end, self.amounts[ref].phrase_start
        for moment in self.times:
            if start <= moment.start and moment.end <= end:
                before = OPENING.sub("", text[start : moment.start].strip()).strip()
                return before + text[moment.end : end].strip().lower()
        return text[start:end].strip().lower()

    def outer(self, ref: int) -> int:
        """The node that stands for the amount among the words around it: over "a total of", "a range of", "to a maximum of"."""
        tree = self.tree
        node = self.head[ref]
        for _ in range(3):
            up = tree.head[node]
            if up < 0 or tree.label[node] != "nmod" or tree.case(node) != "of" or tree.lower[up] not in GENERIC:
                break
            node = up
        return node

    def case(self, node: int) -> str:
        """The preposition of a node, without the words that belong to an amount ("by up to 90 %" has "by")."""
        tree = self.tree
        ref = self.ref_at.get(node)
        if ref is None:
            return tree.case(node)
        begin = self.amounts[ref].phrase_start
        words = [
            w
            for c in tree.children[node]
            if tree.label[c] in ("case", "mark") or (tree.tags[c] in ("IN", "TO") and tree.lower[c] in ENDS)
            for w in (c, *tree.all(c, "fixed"))
        ]
        return " ".join(tree.lower[w] for w in sorted(words) if tree.start[w] < begin or tree.lower[w] == "at")

    def before(self, ref: int) -> str:
        """The preposition right in front of an amount of several numerals; "" for none."""
        before = self.first(ref) - 1
        if len(self.whole[ref]) < 2 or before < 0 or self.tree.tags[before] not in ("IN", "TO"):
            return ""
        return self.tree.lower[before]

    def last(self, ref: int) -> int:
        """The last node of an amount with its "per share"."""
        nodes = self.tree.between(self.amounts[ref].start, self.amounts[ref].phrase_end)
        return max(self.whole[ref][-1], nodes[-1] if nodes else 0)

    def bracketed(self, ref: int) -> bool:
        """Does the amount stand in brackets?"""
        text, amount = self.document.text, self.amounts[ref]
        opened = text.rfind("(", max(self.sentence.start, amount.start - 60), amount.start)
        return opened >= 0 and ")" not in text[opened : amount.start] and ")" in text[amount.end : amount.end + 60]


def measured(tree: Tree, node: int) -> int:
    """The noun that a phrase of its name belongs to, wherever the parse hung that: the "earnings" of "earnings per share",
    of "earnings before interest and taxes"; else the node itself."""
    words, at = tree.lower, node
    while at > 1 and words[at] in BEFORE_WHAT and words[at - 1] in ("and", ",") and words[at - 2] in BEFORE_WHAT:
        at -= 2
    opened = at > 1 and (
        (words[at] in BEFORE_WHAT and words[at - 1] in ("before", "after"))
        or (words[at] == "share" and words[at - 1] == "per")
    )
    return at - 2 if opened and is_quantity(words[at - 2]) and tree.tags[at - 2] in ("NN", "NNS") else node
