"""Descriptions: how "the company", "the airline", "the Indian firm", "the Committee" fit the organisations that are named."""

from __future__ import annotations

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.view import View

__all__ = ["Descriptions"]


class Descriptions:
    """What descriptive nouns tell of the organisations of one document."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._called: dict[int, frozenset[str]] = {}

    def kind(self, head: int) -> str:
        """The class of the noun at token `head`: any organisation's, a trade's, a body's."""
        return lexicon.table("organisation_descriptions.tsv").get(self.view.word(head), "any")

    def fits(self, entity: Entity, head: int) -> int:
        """How well the noun at token `head` fits an organisation's name, in tenths."""
        return round(10 * self._fits(entity, self.view.word(head), self.kind(head)))

    def called(self, entity: Entity) -> frozenset[str]:
        """Descriptive nouns at the first mentions of an organisation: "retailer Brightwell", "Bolt, an airline"."""
        known = self._called.get(id(entity))
        if known is None:
            view, kinds = self.view, lexicon.words("organisation_descriptions.tsv")
            found = set()
            for n in entity.names[:3]:
                if view.word(view.first[n] - 1) in kinds:
                    found.add(view.word(view.first[n] - 1))
                k = view.last[n] + 1
                if view.word(k) == ",":
                    for at in range(k + 1, k + 9):
                        if view.word(at) in kinds and view.code(at + 1) not in "NP":
                            found.add(view.word(at))
                            break
                        if view.code(at) in ",.V":
                            break
            known = self._called[id(entity)] = frozenset(found)
        return known

    def is_called(self, entity: Entity, word: str) -> bool:
        """Does the text or its name call the organisation so, or is it any organisation's noun: an airline is no bank."""
        kind = lexicon.table("organisation_descriptions.tsv").get(word, "any")
        return kind == "any" or self._fits(entity, word, kind) >= 1.0

    def _fits(self, entity: Entity, word: str, kind: str) -> float:
        """How well a descriptive noun fits an organisation's name."""
        names = entity.words
        if word in self.called(entity):
            return 4.0
        if word in names:
            return 4.0
        if not frozenset(lexicon.table("trade_names.tsv").get(word, "").split()).isdisjoint(names):
            return 4.0
        last = names[-1] if names else ""
        head = lexicon.table("organisation_heads.tsv").get(last)
        if kind == "any":
            return 0.2 if head == "body" else 0.6 if head == "media" else 1.5
        if kind == "trade":
            return 0.6 if head != "body" else -0.5
        kinds = lexicon.table("organisation_descriptions.tsv")
        firm = any(kinds.get(noun) != "body" for noun in self.called(entity))
        return 1.0 if head == "body" else 0.3 if head is None and not firm else -1.0  # no airline is "the union"
