"""Who owns, does and reports in a clause: the possessor of a noun, the subject of a verb, the name behind either."""

from __future__ import annotations

from factx.linking.claims.frames import Frame
from factx.linking.claims.referents import Referents
from factx.linking.claims.scene import Scene
from factx.linking.claims.what import lowered, of_shares
from factx.linking.claims.wording import noun_phrase, plain
from factx.linking.claims.words import AGENT_NOUNS, FORECASTERS, SPEECH, STOCK, is_quantity

__all__ = ["Owners"]

NAMES = ("NNP", "NNPS")
WORTH = ("level", "level at", "estimated at", "worth", "change to", "change from")
"""Frames of what has a value; what simply is a sum ("Tickets are $35") is described by its noun and is nobody's."""
OWNING = frozenset(("of", "by", "at", "from", "for", "in"))
SHARED = ("advcl", "xcomp", "acl", "conj", "ccomp", "parataxis")
"""Relations of a clause without a subject to the one whose subject it has."""


class Owners:
    """Answers for one sentence; `speaker`: the cluster of who says it. All methods give None where the text does not tell."""

    def __init__(self, scene: Scene, referents: Referents, speaker: int | None) -> None:
        self.scene, self.tree, self.referents, self.speaker = scene, scene.tree, referents, speaker

    def text(self, node: int | None) -> str | None:
        """Whom a node names."""
        return None if node is None else self.referents.text(self.scene, node, self.speaker)

    def phrase(self, noun: int, *, owner: bool = True, short: bool = False) -> str | None:
        """The words of a noun; `owner`: with its possessor; `short`: without phrases behind it."""
        return lowered(self.scene, plain(noun_phrase(self.scene, noun, owner=owner, short=short)), noun) or None

    def name_or_phrase(self, noun: int) -> str | None:
        """The name that a noun is, else its words."""
        return self.text(noun) if self.is_named(noun) else self.phrase(noun)

    def is_named(self, node: int) -> bool:
        """A pronoun, or a name that the article's finder knows."""
        mention = self.referents.name_at(self.tree.start[node])
        return self.tree.tags[node] == "PRP" or (mention is not None and mention.end >= self.tree.end[node])

    def is_somebody(self, node: int) -> bool:
        """Can the noun own, spend and earn: a name of an organisation or a person, or "the company"?"""
        if self.tree.lower[node] in AGENT_NOUNS:
            return True
        mention = self.referents.name_at(self.tree.start[node]) if self.tree.tags[node] in NAMES else None
        return mention is not None and mention.kind in ("organization", "person")

    def owner(self, frame: Frame) -> str | None:
        """Whose money: the possessor of the quantity, its "of" or "by" where that is somebody, else the subject of the clause."""
        quantity, verb, tree = frame.quantity, frame.verb, self.tree
        if quantity is not None:
            own = self.shareholding(quantity) if of_shares(self.scene, frame) else self.possessor(quantity)
            if own is not None:
                return self.text(own)
            if verb is not None and tree.lemma(verb) == "give" and tree.child(verb, "iobj") is not None:
                return self.text(tree.child(verb, "iobj"))  # "giving it a value of $3m"
        own = tree.child(frame.node, "nmod:poss")
        found = self.actor(frame) if own is None else self.text(own)
        if found is None and quantity is not None and frame.name in WORTH and not is_quantity(tree.lower[quantity]):
            return self.name_or_phrase(quantity)  # "The market is valued at $3m"
        return found

    def shareholding(self, shares: int) -> int | None:
        """Whose shares: "its shares", "shares in Bolt", "Bolt shares"; "Bolt closed at $5"."""
        tree, scene = self.tree, self.scene
        if tree.lower[shares] not in STOCK:
            return shares
        near = (c for c in tree.all(shares, "nmod:poss", "nmod", "compound") if c not in scene.time_nodes | scene.taken)
        return next((c for c in near if c < shares or tree.case(c) in ("of", "in")), None)

    def possessor(self, quantity: int) -> int | None:
        """The noun that owns a quantity."""
        tree = self.tree
        own = tree.child(quantity, "nmod:poss")
        if own is not None:
            return own
        for child in tree.all(quantity, "compound", "nmod"):
            if tree.label[child] == "compound":
                mention = self.referents.name_at(tree.start[child]) if tree.tags[child] in NAMES else None
                if mention is not None and mention.kind == "organization" and mention.end <= tree.start[quantity]:
                    return child
            elif child > quantity and tree.case(child) in OWNING and child not in self.scene.time_nodes:
                if self.is_somebody(child):
                    return child
                deeper = tree.child(child, "nmod:poss") if tree.case(child) == "of" else None  # "sales of Bolt's gears"
                if deeper is not None:
                    return deeper
        return None

    def bearer(self, noun: int) -> int:
        """Who is described by a noun that has something: "Bolt, a maker with 300 staff", "Bolt is a group with 300 staff"."""
        if self.tree.label[noun] == "appos":
            named = self._before_comma(noun)
            return self.tree.head[noun] if named is None else named
        subject = self.tree.own_subject(noun)
        return noun if subject is None else subject

    def _before_comma(self, noun: int) -> int | None:
        """The name that an apposition stands behind, over its short form in brackets."""
        tree = self.tree
        at = min(tree.inside(noun, without=frozenset(("acl:relcl", "appos", "punct")))) - 1
        if at < 1 or tree.words[at] != ",":
            return None
        at -= 1
        if tree.words[at] == ")":
            at = next((i - 1 for i in range(at, max(0, at - 6), -1) if tree.words[i] == "("), at)
        while at > 0 and not tree.words[at][0].isalnum():
            at -= 1  # "Bolt™"
        return at if tree.tags[at] in NAMES else None

    def actor(self, frame: Frame) -> str | None:
        """The subject of the clause, where it is not what is measured; else of the clause that this one belongs to."""
        tree, verb = self.tree, frame.verb
        for _ in range(4):
            if verb is None:
                return None
            found = tree.subject(verb)
            gerund = tree.label[verb] == "acl" and tree.mark(verb) in ("of", "in", "for", "by")  # "the feat of winning"
            found = None if found == frame.node or gerund else found
            if (
                found is None
                and tree.label[verb] == "acl"
                and tree.mark(verb) == "to"
                and self.is_somebody(tree.head[verb])
            ):
                found = tree.head[verb]  # "Bolt to buy Norvik for $3m"
            if found is not None and found != frame.quantity:
                return self._acting(frame, verb, found)
            above = tree.head[verb if found is None else found]
            if above < 0 or tree.label[verb] not in (SHARED if found is None else ("acl", "acl:relcl")):
                return None
            if found is None and tree.is_finite(verb):
                return None
            verb = tree.clause_of(above)  # "Bolt has a fleet with a value exceeding $3m"
        return None

    def _acting(self, frame: Frame, verb: int, found: int) -> str | None:
        """Whom the subject of a verb stands for: whose, where it is a quantity; the agent, where things are done."""
        tree = self.tree
        if tree.lower[found] in FORECASTERS:
            return None
        if tree.lower[found] in STOCK:
            return self.text(self.shareholding(found))
        if is_quantity(tree.lower[found]) and frame.quantity is not None:
            return self.text(self.possessor(found))
        if tree.is_passive(verb) and tree.own_subject(verb) is not None and not self.is_somebody(found):
            agents = (c for c in tree.all(verb, "obl") if tree.case(c) == "by" and self.is_somebody(c))
            return self.text(next(agents, found))
        return self.text(found)

    def reporter(self, frame: Frame) -> str | None:
        """Who reports figures without an owner: "Revenue rose to $3m, Bolt said"."""
        tree, verb = self.tree, frame.verb
        if verb is None or tree.label[verb] not in ("ccomp", "root", "conj", "parataxis"):
            return None
        for node in (tree.head[verb], *tree.all(verb, "parataxis")):
            own = tree.own_subject(node) if node >= 0 and tree.lemma(node) in SPEECH else None
            if own is not None and self.is_somebody(own):
                mention = self.referents.name_at(tree.start[own])
                if mention is None or mention.kind == "organization":
                    return self.text(own)
        return None
