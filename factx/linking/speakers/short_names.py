"""Speakers whose one-word name takes up a fuller one of another kind: "stylist Bryony Hale … Hale said", "Orvo Inc. (NASDAQ: ORVX) … ORVX said".

Names of one kind are joined when they are grouped. A word that nothing tells to be a surname, or a firm's, is whose fuller name ran
before it in the text, where that is one only: whoever speaks has been introduced.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from unicodedata import combining, normalize

from factx.linking.speakers.entities import Entity
from factx.linking.speakers.view import View

__all__ = ["ShortNames", "join"]


class ShortNames:
    """Finds who was introduced by a fuller name, or by that of which a name is the initials."""

    def __init__(self, view: View, entity_of: Mapping[int, Entity], traded: Mapping[int, tuple[str, str]]) -> None:
        self.view, self.entity_of, self.traded = view, entity_of, traded

    def fuller(self, entity: Entity) -> Entity | None:
        """Whose name the only word of an entity's names begins or ends, and who was named so before it; None where it is nobody's, or two's."""
        words = {self.view.name_words(n) for n in entity.names}
        if any(len(name) != 1 for name in words):
            return None
        (first, *_) = [n for n in entity.names if self._runs(n)] or entity.names
        start = self.view.names[first].start
        known = self._introduced.get(_plain(self.view.name_words(first)[0]), {})
        found = [other for other, where in known.items() if where < start and other is not entity]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _introduced(self) -> dict[str, dict[Entity, int]]:
        """First or last word of longer names in running text, or symbol of shares -> whose it is, and where that stands first."""
        found: dict[str, dict[Entity, int]] = {}
        for n, entity in sorted(self.entity_of.items()):
            words = self.view.name_words(n)
            if len(words) > 1 and self._runs(n):
                initials = "".join(word[0] for word in words) if len(words) > 2 else words[0]
                for word in {_plain(words[0]), _plain(words[-1]), initials}:
                    found.setdefault(word, {}).setdefault(entity, self.view.names[n].start)
        for n, (symbol, _) in self.traded.items():
            if n in self.entity_of:
                found.setdefault(symbol.lower(), {}).setdefault(self.entity_of[n], self.entity_of[n].first)
        return found

    def _runs(self, n: int) -> bool:
        """Does name `n` stand in running text? Headlines name people before they introduce them."""
        return not self.view.names[n].rule.startswith("headline")


def join(fuller: Entity, short: Entity) -> None:
    """Give somebody the names, and what is known by them, of a short name."""
    fuller.names, short.names = sorted(fuller.names + short.names), []
    fuller.first = min(fuller.first, short.first)
    if short.kind == "person":
        fuller.kind, fuller.gender = "person", short.gender if fuller.gender == "u" else fuller.gender
        fuller.introduced |= short.introduced
        if fuller.role is None:
            fuller.role = short.role
        if fuller.affiliation is None:
            fuller.affiliation, fuller.employer = short.affiliation, short.employer
    short.introduced = False


def _plain(word: str) -> str:
    """A word without accents.

    >>> _plain("renée")
    'renee'
    """
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))
