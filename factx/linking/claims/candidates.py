"""What an amount can be about, and what it can be: the nouns of its sentence, and what a text means without naming it there.

A candidate is a place and what it is like, as features; `ranking` weighs them, for the subject and for what the amount is. Only
what may be chosen is put into words: `named` says whom a candidate names, `described` what it calls the amount.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from factx import lexicon
from factx.linking.claims.confidence import kind_of
from factx.linking.claims.frames import Frame
from factx.linking.claims.owners import Owners
from factx.linking.claims.referents import NOUNS, OURS, THIRD
from factx.linking.claims.what import change_phrase, label_phrase, lowered, predicate, with_rate
from factx.linking.claims.wording import done, noun_phrase, plain
from factx.linking.claims.words import AGENT_NOUNS, SPEECH, is_quantity

__all__ = ["Around", "Candidate", "described", "named"]

NAMING = frozenset((*NOUNS, "PRP", "PRP$"))
"""Tags of words that can name somebody or something."""
PARTS = frozenset(("flat", "goeswith", "punct", "case", "cc", "mark", "det"))
DETERMINERS = frozenset(("the", "a", "an", "this", "its", "our", "their"))
BULLETS = "•*-–·"
NEAR, MIDDLE, FAR = 4, 9, 18
"""Words between noun and amount that are told apart."""
ARCS = 4
"""Arcs of a path that are told apart."""
REACH = 60
"""Words of a sentence, on either side of the amount, whose nouns are looked at."""


@dataclass(slots=True)
class Candidate:
    """`place`: "noun" (of the sentence, at `node`), or what stands nowhere in it.

    Of subjects: issuer, protagonist (where there is no issuer), speaker, topic (of the sentences before), base (of the amount that
    this one is compared with), predicate, change, none. Of what an amount is: worded (as `what_of` has it), value, price, verb
    (with what it is done to).
    """

    place: str
    node: int | None = None
    features: list[str] = field(default_factory=list)


def named(around: Around, base: str | None, candidate: Candidate) -> str | None:
    """Whom or what a candidate names; None where the text does not tell; `base`: the subject of the amount before."""
    owners, scene, ref, node = around.owners, around.scene, around.ref, candidate.node
    match candidate.place:
        case "issuer":
            return owners.referents.issuer
        case "protagonist":
            return owners.referents.protagonist
        case "speaker":
            return owners.referents.ours(owners.speaker)
        case "topic":
            return owners.referents.antecedent(scene, scene.head[ref])
        case "base":
            return base
        case "change":
            return change_phrase(scene, around.frame)
        case "predicate" if node is not None:
            return predicate(scene, ref, node)
    if node is None:
        return None
    if node == around.frame.owner:
        return label_phrase(scene, node) or None
    word, label = owners.tree.lower[node], owners.tree.label[node]
    somebody = owners.is_named(node) or word in AGENT_NOUNS or (label.startswith("nsubj") and not is_quantity(word))
    return owners.text(node) if somebody else owners.phrase(node)


def described(around: Around, candidate: Candidate, worded: str | None) -> str | None:
    """What a candidate says that the amount is; `worded`: by the rules."""
    scene, node = around.scene, candidate.node
    if candidate.place == "worded" or (worded is not None and node is not None and node == around.frame.quantity):
        return worded
    if node is None:
        return with_rate(scene, around.ref, candidate.place)
    without = [*scene.whole[around.ref], around.frame.node]
    verb = candidate.place == "verb"
    text = lowered(scene, done(scene, node, without, whole=True) if verb else plain(noun_phrase(scene, node)), node)
    return with_rate(scene, around.ref, text) if any(c.isalpha() for c in text) else None


class Around:
    """What stands around one amount; `roles`: nodes that stand out, with what they are to it; `context`: what it is itself like."""

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
        self.context = self._context()
        self.crossed = [f"|{x}" for x in self.context]
        self.roles = self._roles()

    def _line(self) -> str:
        """Where the sentence stands: in a list or in text, whole or as a heading is; in a quote or not; whose article."""
        sentence, text = self.scene.sentence, self.scene.document.text
        listed = text[sentence.start : sentence.start + 1] in BULLETS
        whole = text[sentence.start : sentence.end].rstrip()[-1:] in (".", "!", "?", "”", '"')
        said = "told" if self.owners.speaker is None else "said"
        issued = "news" if self.referents.speakers.issuer is None else "release"
        return f"{'list' if listed else 'text'} {'whole' if whole else 'open'} {said} {issued}"

    def _context(self) -> tuple[str, ...]:
        tree, frame, kind = self.tree, self.frame, self.kind
        quantity = frame.quantity
        measured = "-" if quantity is None else self._class(quantity)
        word = "-" if quantity is None else tree.lower[quantity]
        verb = "-" if frame.verb is None else tree.lemma(frame.verb)
        return (
            kind,
            frame.name,
            self.line,
            f"{kind}|{measured}",
            f"q:{word}",
            f"v:{verb}",
            f"{kind}|{frame.name}|{measured}",
            f"{self.scene.case(frame.node)}|{kind}",
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
        add(frame.owner, "label")
        verb = frame.verb
        for depth in range(3):
            if verb is None:
                break
            subject = tree.subject(verb)
            add(subject, f"{'passive ' if tree.is_passive(verb) else ''}subject {depth}")
            if subject is not None:
                add(tree.child(subject, "nmod:poss"), f"of subject {depth}")
            add(tree.object(verb), f"object {depth}")
            for child in tree.all(verb, "obl"):
                add(child, f"{tree.case(child)} {depth}")
            verb = tree.clause_of(tree.head[verb]) if tree.head[verb] >= 0 else None
        for child in tree.all(self.node, "nmod", "obl"):
            if child > self.node:
                add(child, f"amount {tree.case(child)}")
        return out

    def _itself(self, node: int) -> tuple[str, str, str, str, str]:
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

    def _class(self, node: int) -> str:
        return self._itself(node)[0]

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

    def subjects(self, base: str | None) -> list[Candidate]:
        """All that the amount can be about, "none" first; `base`: the subject of the amount that it is compared with."""
        return [*self._unnamed(base), *self.nouns]

    def kinds(self, worded: str | None) -> list[Candidate]:
        """All that the amount can be; `worded`: what the rules call it."""
        found = (
            "none"
            if worded is None
            else f"{'noun' if self.frame.quantity is not None else 'verb'} {min(len(worded.split()), 5)}"
        )
        out = [Candidate("worded", None, self._told("worded", found))]
        out += [Candidate(word, None, self._told(word)) for word in ("value", "price")]
        verb = self.frame.verb
        for depth in range(2):
            if verb is None or self.tree.tags[verb][:2] != "VB":
                break
            out.append(Candidate("verb", verb, self._told(f"verb {depth}")))
            verb = self.tree.clause_of(self.tree.head[verb]) if self.tree.head[verb] >= 0 else None
        return out + self.nouns

    def _unnamed(self, base: str | None) -> Iterator[Candidate]:
        """What stands nowhere in the sentence."""
        speakers, speaker, frame = self.referents.speakers, self.owners.speaker, self.frame
        yield Candidate("none", None, self._told("none"))
        if speakers.issuer is not None:
            main = self.referents.is_protagonist(self.referents.issuer)
            yield Candidate("issuer", None, self._told("issuer", f"{speaker == speakers.issuer} {main}"))
        elif self.referents.protagonist is not None:
            yield Candidate("protagonist", None, self._told("protagonist"))
        if speaker is not None and speaker != speakers.issuer:
            person = speakers.clusters[speaker].kind == "person"
            yield Candidate("speaker", None, self._told("speaker", str(person)))
        yield Candidate("topic", None, self._told("topic"))
        if base is not None and frame.base is not None:
            yield Candidate("base", None, self._told("base", str(self.scene.alike(frame.base, self.ref))))
        if self.kind != "money":
            if frame.verb is not None:
                yield Candidate("predicate", frame.verb, self._told("predicate", self.tree.label[frame.verb]))
            if frame.anchor is not None and frame.base is None and self.tree.tags[frame.anchor] in ("NN", "NNS"):
                yield Candidate("change", frame.anchor, self._told("change"))

    def _told(self, place: str, more: str = "") -> list[str]:
        """Features of what stands nowhere: which subjects the sentence offers instead."""
        offered, clause, owned = self.offers
        subject = f"subject {offered}"
        marks = (subject, clause, f"owned {owned}", more, f"{subject}|{owned}", f"{clause}|{more}")
        tied = f"|{self.kind}|{self.frame.name}"
        return [
            *[place + x for x in self.crossed],
            *[f"{place}|{x}" for x in marks],
            *[f"{place}|{x}{tied}" for x in marks[:3]],
        ]

    @cached_property
    def offers(self) -> tuple[str, str, bool]:
        """The class of the clause's subject, the tag of its verb, and whether the quantity is owned."""
        tree, verb = self.tree, self.frame.verb
        subject = None if verb is None else tree.subject(verb)
        offered = "-" if subject is None else self._class(subject)
        owned = any(role in ("possessor", "its") for roles in self.roles.values() for role in roles)
        return offered, "-" if verb is None else tree.tags[verb], owned

    @cached_property
    def nouns(self) -> list[Candidate]:
        """The nouns of the sentence that are no part of a name, an amount or a time."""
        tree, scene, out = self.tree, self.scene, []
        for node in range(max(0, self.node - REACH), min(len(tree), self.node + REACH)):
            if tree.tags[node] not in NAMING or tree.label[node] in PARTS:
                continue
            counted = node == self.node and self.kind != "money"
            taken = node in scene.covered or (node in scene.whole[self.ref] and not counted)
            if taken or node in scene.time_nodes or (tree.label[node] == "compound" and not self._is_name(node)):
                continue
            out.append(Candidate("noun", node, self._features(node)))
        return out

    def _is_name(self, node: int) -> bool:
        """The last word of somebody's name: the "Bolt" of "Bolt shares"."""
        mention = self.referents.name_at(self.tree.start[node])
        return mention is not None and mention.kind in ("organization", "person") and self.tree.end[node] >= mention.end

    def _features(self, node: int) -> list[str]:
        kind, frame = self.kind, self.frame
        name, label, det, case, says = self._itself(node)
        path = self.path(node)
        gap = node - self.node
        reach = 1 + (abs(gap) >= NEAR) + (abs(gap) >= MIDDLE) + (abs(gap) >= FAR)
        near = "0" if gap == 0 else f"{'before' if gap < 0 else 'behind'} {reach}"
        out = [
            f"path {path}",
            f"path {path}|{name}",
            f"path {path}|{frame.name}",
            f"is {name}|{kind}|{frame.name}",
            f"{near}|{name}",
            f"{label}|{name}|{kind}",
            f"{det}|{name}",
            f"{says}|{label}",
        ]
        crossed = ("", f"|{name}", f"|{near}", f"|{says}", f"|{case}", *self.crossed)
        for role in self.roles.get(node, ("other",)):
            out += [role + x for x in crossed]
        return out

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
