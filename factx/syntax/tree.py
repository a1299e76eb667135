"""One parse a sentence: who governs whom, by node; phrases, clauses and verb groups asked for by name.

A node is a word, or a numeral with its mark and magnitude, or a full day (`factx.syntax.units`). Relations are those of
Universal Dependencies v2: a preposition is the "case" of its noun, an auxiliary the "aux" of its verb, "is" the "cop" of
what something is.

>>> from factx.article import Article
>>> from factx.document import Document
>>> from factx.syntax import Syntax
>>> document = Document(Article(text="Acme said that sales of its gears rose 5% to $3.2 billion."))
>>> tree = Syntax(document).of(document.sentences[0])
>>> verb = tree.words.index("rose")
>>> tree.text(tree.subject(verb)), tree.phrase(tree.subject(verb)), tree.words[tree.head[verb]]
('sales', 'sales of its gears', 'said')
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from factx import lexicon

__all__ = ["CLAUSAL", "NOMINAL", "SUBJECTS", "Tree"]

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
OBJECTS = ("obj", "iobj")
CLAUSAL = frozenset(("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"))
"""Relations whose dependent is a clause."""
FUNCTION = frozenset(("case", "mark", "cc", "det", "aux", "aux:pass", "cop", "punct"))
NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "$", "WP", "DT", "EX", "FW", "ADD"))
"""Tags of what can be somebody or something."""
VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
NEGATORS = frozenset(("not", "n't", "never", "no"))
FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))


class Tree:
    """Parallel lists, indexed by node: `words`, `lower`, `tags`, `head` (-1: the root), `label`, `start` and `end` (offsets).

    `first`, `stop`: the tokens of a node, as indices into the document's.
    """

    __slots__ = (
        "__dict__",
        "_grow",
        "_source",
        "end",
        "first",
        "head",
        "label",
        "lower",
        "start",
        "stop",
        "tags",
        "words",
    )
    head: list[int]
    label: list[str]

    def __init__(
        self,
        source: str,
        first: Sequence[int],
        stop: Sequence[int],
        start: Sequence[int],
        end: Sequence[int],
        tags: list[str],
        grow: Callable[[], tuple[list[int], list[str]]],
    ) -> None:
        self._source = source
        self.first, self.stop, self.start, self.end = first, stop, start, end
        self.tags, self._grow = tags, grow
        self.words = [source[a:b] for a, b in zip(start, end, strict=True)]
        lower = (
            "\n".join(self.words).lower().replace("’", "'").split("\n")
        )  # one call for all: a name may run over a line
        self.lower = lower if len(lower) == len(self.words) else [w.lower().replace("’", "'") for w in self.words]

    def __len__(self) -> int:
        return len(self.words)

    def __getattr__(self, name: str) -> list[int] | list[str]:
        """The heads and relations, when the first of them is asked for: many a sentence is passed over for its tags alone."""
        if name not in ("head", "label"):
            raise AttributeError(name)
        self.head, self.label = self._grow()
        return self.head if name == "head" else self.label

    # nodes and text

    def at(self, offset: int) -> int | None:
        """The node that holds `offset`, or the first behind it; None behind the last."""
        node = bisect_right(self.end, offset)
        return node if node < len(self) else None

    def between(self, start: int, end: int) -> range:
        """The nodes that begin in `[start, end)`, or hold its first character."""
        first = bisect_right(self.end, start)
        return range(first, max(first, bisect_left(self.start, end)))

    def top(self, nodes: Sequence[int]) -> int | None:
        """Of a stretch of nodes, such as a mention's: the one whose head lies outside; the last of several."""
        inside = set(nodes)
        tops = [node for node in nodes if self.head[node] not in inside and self.label[node] != "punct"]
        named = [node for node in tops if self.label[node] not in FUNCTION]
        return (named or tops)[0] if tops else None

    def text(self, node: int | None) -> str | None:
        """The node as written."""
        return None if node is None else self.words[node]

    # the tree

    @cached_property
    def children(self) -> list[list[int]]:
        """The dependents of each node, in order."""
        out: list[list[int]] = [[] for _ in self.words]
        for node, head in enumerate(self.head):
            if head >= 0:
                out[head].append(node)
        return out

    @cached_property
    def root(self) -> int:
        """The head of the sentence."""
        return self.head.index(-1)

    def child(self, node: int, *labels: str) -> int | None:
        """The first dependent with one of the relations."""
        label = self.label
        for child in self.children[node]:
            if label[child] in labels:
                return child
        return None

    def all(self, node: int, *labels: str) -> list[int]:
        """The dependents with one of the relations."""
        label = self.label
        return [c for c in self.children[node] if label[c] in labels]

    def above(self, node: int) -> Iterator[int]:
        """Its head, the head of that, and so on."""
        head = self.head[node]
        while head >= 0:
            yield head
            head = self.head[head]

    def inside(self, node: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """The node and all below it, in order; `without`: relations that are not followed."""
        out, waiting = [node], [node]
        while waiting:
            for child in self.children[waiting.pop()]:
                if self.label[child] not in without:
                    out.append(child)
                    waiting.append(child)
        return sorted(out)

    def case(self, node: int) -> str:
        """The preposition (of several words: "according to") or genitive mark of a noun; "" for none."""
        words = self.all(node, "case")
        if not words:
            return ""
        parts = [w for c in words for w in (c, *self.all(c, "fixed"))]
        return " ".join(self.lower[c] for c in sorted(parts))

    # clauses

    def is_verb(self, node: int) -> bool:
        """A verb, or what a copula makes a predicate."""
        return self.tags[node] in VERBAL or self.child(node, "cop") is not None

    def clause_of(self, node: int) -> int | None:
        """The predicate of the clause that the node stands in: itself where it is one."""
        while node >= 0:
            if self.is_verb(node) or self.child(node, "nsubj", "nsubj:pass") is not None:
                return node
            node = self.head[node]
        return None

    def own_subject(self, verb: int) -> int | None:
        """The subject that depends on the predicate itself."""
        return self.child(verb, *SUBJECTS)

    def subject(self, verb: int) -> int | None:
        """The subject of a predicate: its own, or that which a conjunct, infinitive or participle shares.

        A relative clause has the noun that it belongs to.
        """
        seen = 0
        node = verb
        while node >= 0 and seen < 6:
            seen += 1
            own = self.own_subject(node)
            if own is not None:
                return self.antecedent(own)
            label, head = self.label[node], self.head[node]
            if label in ("conj", "parataxis") and head >= 0 and self.is_verb(head):
                node = head
            elif label == "xcomp" and head >= 0:
                thing = self.child(head, *OBJECTS)
                if thing is not None and thing < node and self.is_verb(head) and self.mark(node) == "to":
                    return thing if self.lemma(head) not in PROMISES else self.subject(head)
                node = head
            elif label == "advcl" and head >= 0 and not self.is_finite(node):
                absolute = (c for c in self.all(node, "obl") if c < node and self.case(c) == "with")
                thing = next(absolute, None)  # "with sales expected to rise", where the parse took it for a phrase
                if thing is not None:
                    return thing
                node = head
            elif label in ("acl", "acl:relcl") and head >= 0:
                return head if label == "acl:relcl" or self.tags[node] in ("VBG", "VBN", "VBD") else None
            else:
                return None
        return None

    def antecedent(self, node: int) -> int:
        """What a relative pronoun stands for, else the node."""
        if self.lower[node] in ("which", "who", "that", "whose", "whom"):
            for above in self.above(node):
                if self.label[above] == "acl:relcl" and self.head[above] >= 0:
                    return self.head[above]
        return node

    def object(self, verb: int) -> int | None:
        """The direct object."""
        return self.child(verb, "obj")

    def obliques(self, verb: int) -> list[int]:
        """The nouns that a preposition ties to a verb, and times and measures without one."""
        return self.all(verb, "obl", "obl:unmarked")

    def complement(self, verb: int) -> int | None:
        """The predicate of the clause that the verb reports or asks for ("said that sales *rose*")."""
        return self.child(verb, "ccomp")

    def conjuncts(self, node: int) -> list[int]:
        """The node and what is coordinated with it, in order."""
        first = node
        while self.label[first] == "conj":
            first = self.head[first]
        out = [first]
        for member in out:
            out += self.all(member, "conj")
        return sorted(set(out))

    def mark(self, node: int) -> str:
        """The word that opens the clause ("that", "if", "to"); "" for none."""
        mark = self.child(node, "mark")
        if mark is None and self.tags[node] == "VB":
            mark = next((c for c in self.children[node] if self.tags[c] == "TO"), None)
        return "" if mark is None else self.lower[mark]

    # verb groups

    def group(self, verb: int) -> list[int]:
        """The verb with its auxiliaries, copula, negation and particle, in order."""
        return sorted(
            [
                verb,
                *(
                    c
                    for c in self.children[verb]
                    if self.label[c] in ("aux", "aux:pass", "cop", "compound:prt") or self.lower[c] in NEGATORS
                ),
            ]
        )

    def lemma(self, node: int) -> str:
        """The dictionary form of a verb; another word as it stands."""
        return (
            lexicon.verb_lemmas().get(self.lower[node], self.lower[node])
            if self.tags[node] in VERBAL
            else self.lower[node]
        )

    def is_passive(self, verb: int) -> bool:
        """ "was raised", "raised by"."""
        return self.child(verb, "aux:pass", "nsubj:pass") is not None

    def is_negated(self, verb: int) -> bool:
        """ "did not rise", "never rose", "can't rise"."""
        return any(
            self.lower[c] in NEGATORS or self.lower[c].endswith(("n't", "cannot"))
            for c in self.children[verb]
            if self.label[c] in ("advmod", "aux", "aux:pass", "cop")
        )

    def is_finite(self, verb: int) -> bool:
        """Has the verb group a tense of its own?"""
        return any(self.tags[node] in FINITE for node in self.group(verb))

    def modal(self, verb: int) -> str:
        """ "will", "would", "may" …; "" for none."""
        return next((self.lower[c] for c in self.children[verb] if self.tags[c] == "MD"), "")

    def tense(self, verb: int) -> str:
        """past, perfect, present, future, or "" where the verb has none.

        >>> from factx.syntax import tree_of
        >>> [tree_of(text).tense(tree_of(text).root) for text in ("Profits fell.", "Profits have fallen.", "Profits will fall.")]
        ['past', 'perfect', 'future']
        """
        group = self.group(verb)
        words = {self.lower[node] for node in group if node != verb}
        if words & {"will", "'ll", "shall", "won't"}:
            return "future"
        if words & {"has", "have", "'ve", "had"} and self.tags[verb] in ("VBN", "VBD"):
            return "perfect"
        tags = [self.tags[node] for node in group]
        if "VBD" in tags:
            return "past"
        return "present" if "VBZ" in tags or "VBP" in tags or "MD" in tags else ""

    # phrases

    def span(self, nodes: Sequence[int]) -> tuple[int, int]:
        """Offsets from the first to the last of the nodes."""
        return self.start[nodes[0]], self.end[nodes[-1]]

    def phrase_nodes(
        self, node: int, without: frozenset[str] = frozenset(("acl:relcl", "appos", "parataxis", "conj", "cc", "punct"))
    ) -> list[int]:
        """The noun phrase of a head without its own preposition: an unbroken stretch around the head."""
        nodes = [
            n
            for n in self.inside(node, without=without)
            if not (self.head[n] == node and self.label[n] in ("case", "mark", "cop", "nsubj", "advcl"))
        ]
        nodes = [
            n
            for n in nodes
            if not any(
                a != node and self.head[a] == node and self.label[a] in ("cop", "nsubj", "advcl", "aux")
                for a in self.above(n)
            )
        ]
        at = nodes.index(node)
        low = high = at
        while low > 0 and nodes[low - 1] == nodes[low] - 1:
            low -= 1
        while high + 1 < len(nodes) and nodes[high + 1] == nodes[high] + 1:
            high += 1
        return nodes[low : high + 1]

    def phrase(self, node: int | None) -> str | None:
        """The noun phrase of a head, as written."""
        if node is None:
            return None
        start, end = self.span(self.phrase_nodes(node))
        return self._source[start:end]


PROMISES = frozenset(("promise", "vow", "pledge", "threaten", "use", "need", "take"))
"""Verbs whose infinitive has the subject of the verb, object or not: "promised them to pay"."""
