"""Descriptions: which organisation "the company", "the airline", "the Indian firm", "the Committee" is."""

from __future__ import annotations

from collections.abc import Mapping

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.view import View

__all__ = ["Descriptions"]

BACK = 25
REACH = 3000
MAIN = {"any": 1.5, "trade": 0.4, "body": 0.4}
"""How much it counts to be the organisation that the article is about, by the class of the noun."""


class Descriptions:
    """Resolves descriptions of organisations in one document."""

    def __init__(
        self,
        view: View,
        entity_of: Mapping[int, Entity],
        issuer: Entity | None,
        main: Entity | None,
        company: Entity | None = None,
    ) -> None:
        self.view = view
        self.entity_of = entity_of
        self.issuer = issuer
        self.main = main
        self.company = company
        self._called: dict[int, frozenset[str]] = {}

    def resolve(self, first: int, head: int, nearest: int) -> Entity | None:
        """The organisation that tokens `first` to `head` describe; `nearest`: index of the first name behind them."""
        view = self.view
        word = view.word(head)
        kind = lexicon.table("organisation_descriptions.tsv").get(word, "any")
        if kind == "any" and self.issuer is not None and head - first == 1:
            return (self.company if view.forms[head][0].isupper() else None) or self.issuer
        offset = view.tokens.start[first]
        best, top = None, 0.0
        seen: dict[int, int] = {}
        nation = next((w for w in view.lower[first + 1 : head] if w in lexicon.words("nationalities.tsv")), None)
        for n in range(nearest - 1, max(-1, nearest - 1 - BACK), -1):
            name = view.names[n]
            if offset - name.start > REACH:
                break
            entity = self.entity_of.get(n)
            if entity is None or entity.kind != "organization":
                continue
            rank = seen.setdefault(id(entity), len(seen))
            score = self._fits(entity, word, kind) - 0.5 * rank + (MAIN[kind] if entity is self.main else 0.0)
            if nation is not None and self._from(entity, nation):
                score += 3.0
            if view.code(view.last[n] + 1) in "VM" or "'s" in (view.word(view.last[n] + 1), view.word(view.last[n])):
                score += 0.6
            if view.names[entity.full or n].kind == "other":
                score -= 1.0
            if view.word(view.first[n] - 1) in ("by", "/") and entity is not self.main:
                score -= 2.0  # "analysts surveyed by Bolt"
            if view.quoted[view.first[n]]:
                score -= 0.5
            if score > top:
                best, top = entity, score
        return best

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

    def _from(self, entity: Entity, nation: str) -> bool:
        """Do the words before the organisation's names tell of that nation ("India's Lotus Mills")?"""
        view = self.view
        for n in entity.names[:4]:
            for k in range(max(0, view.first[n] - 4), view.first[n]):
                word = view.word(k)
                if word == nation or (word in lexicon.words("places.tsv") and word[:4] == nation[:4]):
                    return True
        return nation[:4] in (w[:4] for w in entity.words)

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
