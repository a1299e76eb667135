"""What stands around one amount: its clause, the roles of its nouns, what each noun is like, and the path from one to the other.

`candidates` and `period` make of it what speaks for an answer; `ranking` weighs that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from factx import lexicon
from factx.linking.claims.confidence import kind_of
from factx.linking.claims.frames import Frame
from factx.linking.claims.owners import Owners
from factx.linking.claims.referents import OURS, THIRD
from factx.linking.claims.words import AGENT_NOUNS, SPEECH, is_quantity

__all__ = ["Around", "Candidate"]

DETERMINERS = frozenset(("the", "a", "an", "this", "its", "our", "their"))
BULLETS = "•*-–·"
ARCS = 4
"""Arcs of a path that are told apart."""
PLAIN = {"“": '"', "”": '"', "‘": "'"}
"""Curly marks as straight ones."""


@dataclass(slots=True)
class Candidate:
    """`place`: "noun" (of the sentence, at `node`), or what stands nowhere in it.

    Of subjects: issuer, protagonist (whom the article names most), headed (whom a heading is about), title (who is named first), last
    (who is named last before), speaker, topic (of the sentences before), base (of the amount that this one is compared with),
    share (of people: what they say or do), predicate, change, none. Of what an amount is: worded (as `what_of` has it), value, price, verb
    (with what it is done to).

    `features`: what it is like; `roles`, each of them with all of `crossed`, are features as well.
    """

    place: str
    node: int | None = None
    features: list[str] = field(default_factory=list)
    roles: Sequence[str] = ()
    crossed: Sequence[str] = ()

    def every(self) -> list[str]:
        """All features: its own, and each role with what it is crossed with."""
        return [*self.features, *(role + x for role in self.roles for x in self.crossed)]


class Around:
    """What stands around one amount; `roles`: nodes that stand out, with what they are to it; `crossed`: what it is itself like."""

    def __init__(self, owners: Owners, ref: int, frame: Frame) -> None:
        self.owners, self.ref, self.frame = owners, ref, frame
        self.scene, self.tree, self.referents = owners.scene, owners.tree, owners.referents
        self.node = self.scene.head[ref]
        outer = self.scene.outer(ref)
        above = (outer, *self.tree.above(outer))
        self.up = {node: arcs for arcs, node in enumerate(above)}
        self.climbed = ["<".join(self.tree.label[n] for n in above[:arcs]) for arcs in range(ARCS + 1)]
        amount = self.scene.amounts[ref]
        self.kind = kind_of(amount.currency, amount.dimension)
        self.line = self._line()
        self.crossed = self._context()
        self.roles = self._roles()
        self.nouns: list[Candidate] | None = None
        """Filled by `candidates.nouns`: subject and what are chosen among the same."""

    def _line(self) -> str:
        """Where the sentence stands: in a list or in text, whole or as a heading is; in a quote or not; whose article."""
        sentence, text = self.scene.sentence, self.scene.document.text
        listed = text[sentence.start : sentence.start + 1] in BULLETS
        whole = text[sentence.start : sentence.end].rstrip()[-1:] in (".", "!", "?", "”", '"')
        said = "told" if self.owners.speaker is None else "said"
        issued = "news" if self.referents.speakers.issuer is None else "release"
        return f"{'list' if listed else 'text'} {'whole' if whole else 'open'} {said} {issued}"

    def _context(self) -> tuple[str, ...]:
        """The amount, its frame and quantity, its verb and where the sentence stands."""
        tree, frame, kind = self.tree, self.frame, self.kind
        quantity = frame.quantity
        measured = "-" if quantity is None else self.class_of(quantity)
        word = "-" if quantity is None else tree.lower[quantity]
        verb = "-" if frame.verb is None else tree.lemma(frame.verb)
        return (
            f"|{kind}",
            f"|{frame.name}",
            f"|{self.line}",
            f"|{kind}|{measured}",
            f"|q:{word}",
            f"|v:{verb}",
            f"|{kind}|{frame.name}|{measured}",
            f"|{self.scene.case(frame.node)}|{kind}",
        )

    def _roles(self) -> dict[int, list[str]]:
        """The quantity, who owns it and what describes it; subjects, objects and phrases of the clause and of those above."""
        tree, frame = self.tree, self.frame
        out: dict[int, list[str]] = {}

        def add(node: int | None, role: str) -> None:
            if node is not None:
                out.setdefault(node, []).append(role)

        if frame.quantity is not None:
            add(frame.quantity, "quantity")
            add(self.owners.possessor(frame.quantity), "possessor")
            add(tree.child(frame.quantity, "nmod:poss"), "its")
            for child in tree.all(frame.quantity, "nmod"):
                add(child, "of" if tree.case(child) == "of" else "beside")
            for child in tree.all(frame.quantity, "compound", "amod"):
                add(child, "in front")
        verb = frame.verb
        for depth in range(3):
            if verb is None:
                break
            subject = tree.subject(verb)
            add(subject, f"{'passive ' if tree.is_passive(verb) else ''}subject {depth}")
            if subject is not None and tree.antecedent(subject) != subject:
                add(tree.antecedent(subject), f"relative {depth}")  # "[Bolt], which drives"
            if subject is not None:
                add(tree.child(subject, "nmod:poss"), f"of subject {depth}")
            add(tree.object(verb), f"object {depth}")
            for child in tree.all(verb, "obl"):
                add(child, f"{tree.case(child)} {depth}")
            verb = tree.clause_of(tree.head[verb])
        for child in tree.all(self.node, "nmod", "obl"):
            if child > self.node:
                add(child, f"amount {tree.case(child)}")
        return out

    def itself(self, node: int) -> tuple[str, str, str, str, str]:
        """What a noun is like whatever the amount: class, relation, determiner, preposition, is it somebody who says something?"""
        known = self.scene.nouns.get(node)
        if known is None:
            tree, label = self.tree, self.tree.label[node]
            det = next((tree.lower[c] for c in tree.all(node, "det", "nmod:poss")), "-")
            det = det if det in DETERMINERS or det == "-" else "other"
            verb = tree.head[node] if label.startswith("nsubj") else -1
            says = "says" if verb >= 0 and tree.lemma(verb) in SPEECH else "-"
            known = self.scene.nouns[node] = (self._named(node), label, det, tree.case(node), says)
        return known

    def class_of(self, node: int) -> str:
        return self.itself(node)[0]

    def _named(self, node: int) -> str:
        """What a noun names: a pronoun, the issuer, a name of its kind, a quantity, else the first of its classes in WordNet."""
        tree = self.tree
        word, tag = tree.lower[node], tree.tags[node]
        if tag[:3] == "PRP":
            return "our" if word in OURS else "third" if word in THIRD else "personal"
        referents = self.referents
        cluster = referents.cluster_at(tree.start[node])
        mention = referents.name_at(tree.start[node])
        if mention is not None and mention.end < tree.end[node]:
            mention = None
        main = mention is not None and referents.is_protagonist(referents.document.text[mention.start : mention.end])
        if cluster is not None and cluster == referents.speakers.issuer:
            return "issuer" if main else "author"
        if mention is not None:
            return "protagonist" if main else f"name {mention.kind}"
        if word in AGENT_NOUNS:
            return "agent"
        if is_quantity(word):
            return "quantity"
        return "capital" if tag[:3] == "NNP" else "noun " + lexicon.noun_classes().get(word, "-")[:1]

    @cached_property
    def beside(self) -> tuple[str, str, str]:
        """The word in front of the amount, the verb of its clause, and the word behind."""
        tree, scene, verb = self.tree, self.scene, self.frame.verb
        lemma = "-" if verb is None else tree.lemma(verb)
        return self.word(scene.first(self.ref) - 1), lemma, self.word(scene.last(self.ref) + 1)

    def word(self, node: int) -> str:
        """The word of a node, with marks of all forms alike; "-" outside of the sentence."""
        lower = self.tree.lower
        return PLAIN.get(lower[node], lower[node]) if 0 <= node < len(lower) else "-"

    @cached_property
    def offers(self) -> tuple[str, str, bool]:
        """The class of the clause's subject, the tag of its verb, and whether the quantity is owned."""
        tree, verb = self.tree, self.frame.verb
        subject = None if verb is None else tree.subject(verb)
        offered = "-" if subject is None else self.class_of(subject)
        owned = any(role in ("possessor", "its") for roles in self.roles.values() for role in roles)
        return offered, "-" if verb is None else tree.tags[verb], owned

    @cached_property
    def last(self) -> str | None:
        """The organisation that is named last before the amount."""
        return self.referents.last_named(self.tree.start[self.node])

    @cached_property
    def offered(self) -> list[str]:
        """What speaks for or against what stands nowhere, behind its place."""
        offered, clause, owned = self.offers
        marks = (f"|subject {offered}", f"|{clause}", f"|owned {owned}")
        tied = [f"{x}|{self.kind}" for x in marks]
        return [*self.crossed, *marks, f"|subject {offered}|{owned}", *tied]

    def path(self, node: int) -> str:
        """The relations from the amount up to what both stand under, and down to a node."""
        label = self.tree.label
        down: list[str] = []
        top = node
        while top not in self.up and len(down) < ARCS:
            down.append(label[top])
            top = self.tree.head[top]
            if top < 0:
                return "apart"
        arcs = self.up.get(top)
        if arcs is None or arcs > ARCS or len(down) >= ARCS:
            return f"far {'-' if arcs is None else min(arcs, 6)} {len(down)}"
        return f"{self.climbed[arcs]}^{'<'.join(down)}"
