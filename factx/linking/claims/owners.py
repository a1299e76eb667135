"""Whom a noun names and who owns it, in the words of the text."""

from __future__ import annotations

from functools import cached_property

from factx.linking.claims.referents import Referents, key_of
from factx.linking.claims.scene import Scene
from factx.linking.claims.what import lowered
from factx.linking.claims.wording import noun_phrase, plain
from factx.linking.claims.words import AGENT_NOUNS

__all__ = ["Owners"]

NAMES = ("NNP", "NNPS")
OWNING = frozenset(("of", "by", "at", "from", "for", "in"))


class Owners:
    """Answers for one sentence; `speaker`: the cluster of who says it. All methods give None where the text does not tell."""

    def __init__(self, scene: Scene, referents: Referents, speaker: int | None) -> None:
        self.scene, self.tree, self.referents, self.speaker = scene, scene.tree, referents, speaker
        self.headed = referents.headed(scene.sentence.start)

    @cached_property
    def ways(self) -> list[tuple[str, str]]:
        """Whom the text is about as a whole, and in which way."""
        referents = self.referents
        names = {
            "headed": self.headed,
            "issuer": referents.issuer,
            "main": referents.protagonist,
            "title": referents.headline,
        }
        return [(way, name) for way, name in names.items() if name is not None]

    @cached_property
    def keys(self) -> dict[str, str]:
        """First words of these names, with their ways."""
        out: dict[str, str] = {}
        for way, name in self.ways:
            key = key_of(name)
            out[key] = f"{out[key]} {way}" if key in out else way
        return out

    def text(self, node: int | None) -> str | None:
        """Whom a node names."""
        return None if node is None else self.referents.text(self.scene, node, self.speaker)

    def phrase(self, noun: int) -> str | None:
        """The words of a noun with its possessor."""
        return lowered(self.scene, plain(noun_phrase(self.scene, noun, owner=True)), noun) or None

    def is_named(self, node: int) -> bool:
        """A pronoun, or a name that the article's finder knows."""
        mention = self.referents.name_at(self.tree.start[node])
        return self.tree.tags[node][:3] == "PRP" or (mention is not None and mention.end >= self.tree.end[node])

    def is_somebody(self, node: int) -> bool:
        """Can the noun own, spend and earn: a name of an organisation or a person, or "the company"?"""
        if self.tree.lower[node] in AGENT_NOUNS:
            return True
        mention = self.referents.name_at(self.tree.start[node]) if self.tree.tags[node] in NAMES else None
        return mention is not None and mention.kind in ("organization", "person")

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
