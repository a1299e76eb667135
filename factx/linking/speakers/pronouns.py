"""He, she, it, they, who: whom a pronoun means, by gender, kind, distance and who spoke last."""

from __future__ import annotations

from collections.abc import Mapping

from factx.linking.speakers.entities import Entity
from factx.linking.speakers.view import View

__all__ = ["GENDERS", "Antecedents"]

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
BACK = 20
"""Names looked at before a pronoun."""
REACH = 1600
"""Characters looked at before a pronoun."""


class Antecedents:
    """Finds antecedents in one document. `spoke`: (offset, entity) of the sources resolved so far, in text order."""

    def __init__(self, view: View, entity_of: Mapping[int, Entity]) -> None:
        self.view = view
        self.entity_of = entity_of
        self._static: list[float | None] = [None] * len(view.names)
        self.spoke: list[tuple[int, Entity]] = []

    def person(self, at: int, gender: str, nearest: int) -> Entity | None:
        """The person whom a pronoun at token `at` means; `nearest`: index of the first name behind it."""
        view, offset = self.view, self.view.tokens.start[at]
        here, block = self._where(offset)
        best, top = None, -99.0
        last = self.spoke[-1][1] if self.spoke else None
        bonus = -99.0
        if (
            last is not None
            and last.kind == "person"
            and last.gender in ("u", gender)
            and offset - self.spoke[-1][0] <= REACH
        ):
            bonus = self._last_speaker(self.spoke[-1][0], here, block)
            best, top = last, bonus
        names, static = view.names, self._static
        for n in range(nearest - 1, max(-1, nearest - 1 - BACK), -1):
            if offset - names[n].start > REACH:
                break
            entity = self.entity_of.get(n)
            if (
                entity is None
                or entity.kind != "person"
                or (entity.gender != "u" and gender not in ("u", entity.gender))
            ):
                continue
            value = static[n]
            if value is None:
                value = static[n] = self._mention(n)
            score = value - 0.55 * (here - view.sentence_of[n]) - 0.3 * min(3, block - view.paragraph_of[n])
            if entity.gender == gender:
                score += 0.4
            if entity is last and bonus > -99.0:
                score += bonus
            if score > top:
                best, top = entity, score
        return best

    def _where(self, offset: int) -> tuple[int, int]:
        """(sentence, paragraph) of an offset."""
        sentence, paragraph = self.view.document.sentence_at(offset), self.view.document.paragraph_at(offset)
        return (sentence.index if sentence is not None else 0), (paragraph.index if paragraph is not None else 0)

    def _mention(self, n: int) -> float:
        """How well name `n` serves as an antecedent, but for the distance."""
        view = self.view
        score = 3.0
        first, last = view.first[n], view.last[n]
        if view.quoted[first]:
            score -= 2.0
        if self._is_subject(first, last):
            score += 1.2
        if view.code(last + 1) == "'":
            score -= 0.5
        if view.code(first - 1) in "IT":
            score -= 0.6
        return score

    def _is_subject(self, first: int, last: int) -> bool:
        view = self.view
        k = last + 1
        if view.code(k) in "VM":
            return True
        if view.word(k) in (",", "("):  # an apposition, then the verb
            for at in range(k + 1, k + 25):
                if view.word(at) in (",", ")") and view.code(at + 1) in "VM":
                    return True
                if view.code(at) == ".":
                    break
        return view.word(first - 1) in ("said", "says", "added") or (view.code(k) == "R" and view.code(k + 1) in "VM")

    def _last_speaker(self, where: int, here: int, block: int) -> float:
        sentence, paragraph = self._where(where)
        return 1.6 - 0.25 * (here - sentence) - 0.25 * max(0, block - paragraph - 1)

    def organisation(self, at: int, nearest: int) -> Entity | None:
        """The organisation that "it" at token `at` means: who spoke last, else the last one named as a subject."""
        view, offset = self.view, self.view.tokens.start[at]
        here, block = self._where(offset)
        best, top = None, -99.0
        if self.spoke:
            where, entity = self.spoke[-1]
            if entity.kind == "organization" and offset - where <= REACH:
                best, top = entity, 3.4 + self._last_speaker(where, here, block)
        static = self._static
        for n in range(nearest - 1, max(-1, nearest - 1 - BACK), -1):
            name = view.names[n]
            if offset - name.start > REACH:
                break
            found = self.entity_of.get(n)
            if found is None or found.kind not in ("organization", "place"):
                continue
            value = static[n]
            if value is None:
                value = static[n] = self._mention(n)
            score = value - 0.55 * (here - view.sentence_of[n]) + (-1.5 if name.kind in ("place", "other") else 0.0)
            if score > top:
                best, top = found, score
        return best

    def group(self, at: int) -> Entity | None:
        """Who "they" are: the group that spoke last, else the last speaker that is no person."""
        offset = self.view.tokens.start[at]
        for where, entity in reversed(self.spoke[-4:]):
            if entity.kind in ("group", "organization") and offset - where <= REACH:
                return entity
        return None

    def relative(self, at: int) -> Entity | None:
        """Whom "who" at token `at` continues: the name that ends before it, over an apposition if need be."""
        view = self.view
        for k in range(at - 1, max(-1, at - 25), -1):
            n = view.ends.get(k)
            if n is not None and n in self.entity_of:
                entity = self.entity_of[n]
                if entity.kind == "person":
                    return entity
            if view.code(k) == "." and view.forms[k + 1][0].isupper() and k not in view.ends:
                break
        return None
