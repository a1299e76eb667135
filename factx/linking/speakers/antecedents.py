"""Whom a pronoun, a description or a document stands for: "she", "it", "the company", "the Indian firm", "the report".

Everybody who is named shortly before, or who spoke last, may be it, and what the article is about. How near they stand, whether as a
subject, whether they spoke, what they are in the article and how the noun fits them is weighed by points that were learned from
press releases and news whose speakers readers told (`training/antecedents.py`); they are whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factx import lexicon
from factx.linking.speakers.authors import authors
from factx.linking.speakers.descriptions import Descriptions
from factx.linking.speakers.entities import Asked, Entity
from factx.linking.speakers.view import View

__all__ = ["GENDERS", "Antecedents", "points_of"]

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
BACK = 25
"""Names looked at before a pronoun or a description."""
REACH = 3000
"""Characters looked at before it."""
SPOKE = 3
"""Speakers before it that are looked at."""
MOST = 4
"""Counts and distances that are told apart."""


def points_of() -> Mapping[str, int]:
    """feature -> points."""
    return lexicon.points("antecedent_points.tsv")


class Antecedents:
    """Finds antecedents in one document. `spoke`: (offset, entity) of the sources resolved so far, in text order.

    `taken_up`: (noun, entity) of those that are a noun.
    """

    def __init__(
        self,
        view: View,
        entity_of: Mapping[int, Entity],
        nouns: Descriptions,
        issuer: Entity | None,
        main: Entity | None,
        traded: Iterable[int],
    ) -> None:
        self.view, self.entity_of, self.nouns = view, entity_of, nouns
        self.issuer, self.main = issuer, main
        self._listed = frozenset(id(entity_of[n]) for n in traded if n in entity_of)
        """Organisations whose shares the article says to be traded."""
        self._roles: list[str | None] = [None] * len(view.names)
        self.spoke: list[tuple[int, Entity]] = []
        self.taken_up: list[tuple[str, Entity]] = []

    def person(self, at: int, gender: str, nearest: int) -> Entity | None:
        """The person whom a pronoun at token `at` means; `nearest`: index of the first name behind it."""
        return self.best(Asked("p", at, at, nearest, gender))

    def organisation(self, at: int, nearest: int) -> Entity | None:
        """The organisation that "it" at token `at` means."""
        return self.best(Asked("i", at, at, nearest))

    def described(self, first: int, head: int, nearest: int) -> Entity | None:
        """The organisation that tokens `first` to `head` describe."""
        return self.best(Asked(self.nouns.kind(head), first, head, nearest))

    def best(self, asked: Asked) -> Entity | None:
        """The candidate with the most points; None where none of them is likely."""
        points = points_of().get
        best: Entity | None = None
        top: int | None = None
        for entity, features in self.choices(asked):
            score = sum(filter(None, map(points, features)))
            if top is None or score > top:
                best, top = entity, score
        return best

    def choices(self, asked: Asked) -> Iterator[tuple[Entity | None, list[str]]]:
        """None first, then everybody who may be meant, with the features of each."""
        if asked.sort == "d":
            chief = (self.main,)
            yield from authors(self.view, asked, [entity for _, entity in self.spoke[-SPOKE:]], chief, self.standing)
            return
        found = self._candidates(asked)
        sort = asked.sort
        first = self.view.word(asked.first)
        yield (
            None,
            [
                f"{sort}none",
                f"{sort}none{min(MOST, len(found))}",
                f"{sort}none{first}",
                f"none{self.view.word(asked.head)}",
            ],
        )
        offset = self.view.tokens.start[asked.first]
        here, block = self._where(offset)
        noun = sort not in ("p", "i")
        often = max((len(e.names) for e in found), default=0)
        for rank, (entity, n) in enumerate(found.items()):
            spoke = self._spoke(entity, offset, block)
            standing = self.standing(entity)
            features = [
                f"rank{min(MOST, rank)}",
                f"standing{standing}",
                f"spoke{spoke}",
                f"spoke{spoke}{standing}",
                f"named{_few(len(entity.names))}{len(entity.names) == often}",
                f"{standing}{len(entity.names) == often}{min(MOST, rank)}",
                f"first{rank == 0}{spoke}",
            ]
            if n is None:
                features += ["far", f"far{spoke}"]
            else:
                role = self._role(n)
                sentences, paragraphs = here - self.view.sentence_of[n], block - self.view.paragraph_of[n]
                features += [
                    f"role{role}",
                    f"sentence{min(MOST, sentences)}",
                    f"paragraph{min(MOST, paragraphs)}",
                    f"{role}{min(MOST, sentences)}",
                    f"{role}{spoke}",
                    f"{min(MOST, paragraphs)}{spoke}",
                ]
            if sort == "p":
                features += [f"gender{entity.gender == asked.gender}", f"words{len(entity.words) > 1}"]
            else:
                features += self._named(entity, standing)
            yield (
                entity,
                [f"{'n' if noun else sort}{f}" for f in features]
                + ([f"{sort}{f}" for f in self._fitting(asked, entity, standing)] if noun else []),
            )

    def _fitting(self, asked: Asked, entity: Entity, standing: str) -> list[str]:
        """How the noun and its capital fit an organisation."""
        view = self.view
        fits = self.nouns.fits(entity, asked.head)
        capital = view.forms[asked.head][0].isupper()
        bare = asked.head - asked.first == 1
        shared = any(word in entity.words for word in view.lower[asked.first + 1 : asked.head])
        head = lexicon.table("organisation_heads.tsv").get(entity.words[-1] if entity.words else "", "-")
        noun = view.word(asked.head)
        return [
            f"shared{shared}",
            f"{noun}{head}",
            f"{noun}{standing}",
            f"fits{fits}",
            f"fits{fits}{standing}",
            f"capital{capital}{standing}",
            f"bare{bare}{standing}",
        ]

    def _named(self, entity: Entity, standing: str) -> list[str]:
        """What the name of an organisation tells."""
        view = self.view
        if not entity.names:
            return ["unnamed"]
        full = entity.full if entity.full is not None else entity.names[0]
        name = view.names[full]
        first = view.names[entity.names[0]].start
        return [
            f"kind{entity.kind}{name.kind}",
            f"rule{name.rule}",
            f"listed{id(entity) in self._listed}",
            f"words{min(3, len(entity.words))}{standing}",
            f"section{view.document.section_at(first)}",
        ]

    def _candidates(self, asked: Asked) -> dict[Entity, int | None]:
        """Who may be meant, the nearest first, with the nearest name before; None where there is none near."""
        view = self.view
        offset = view.tokens.start[asked.first]
        found: dict[Entity, int | None] = {}
        for n in range(asked.nearest - 1, max(-1, asked.nearest - 1 - BACK), -1):
            if offset - view.names[n].start > REACH:
                break
            entity = self.entity_of.get(n)
            if entity is not None and entity not in found and self._may_be(asked, entity):
                found[entity] = n
        others = [entity for _, entity in self.spoke[-SPOKE:]]
        for known in (*reversed(others), self.main):
            if (
                known is not None
                and known not in found
                and (known.names or asked.sort in ("i", "p"))
                and self._may_be(asked, known)
            ):
                found[known] = None
        return found

    def _may_be(self, asked: Asked, entity: Entity) -> bool:
        if asked.sort == "p":
            return entity.kind == "person" and (entity.gender == "u" or asked.gender in ("u", entity.gender))
        if asked.sort == "i":
            return entity.kind in ("organization", "place")
        if entity.kind != "organization" or asked.sort == "any":
            return entity.kind == "organization"
        paper = lexicon.table("organisation_heads.tsv").get(entity.words[-1] if entity.words else "") == "media"
        return paper or self.nouns.fits(entity, asked.head) > 0

    def _where(self, offset: int) -> tuple[int, int]:
        """(sentence, paragraph) of an offset."""
        sentence, paragraph = self.view.document.sentence_at(offset), self.view.document.paragraph_at(offset)
        return (sentence.index if sentence is not None else 0), (paragraph.index if paragraph is not None else 0)

    def _spoke(self, entity: Entity, offset: int, block: int) -> str:
        """Whether and where somebody spoke: as the last one or before, how many paragraphs back."""
        for back, (where, speaker) in enumerate(reversed(self.spoke[-SPOKE:])):
            if speaker is entity:
                return f"{back}{min(MOST, block - self._where(where)[1])}"
        return "e" if entity.speaks else "-"

    def standing(self, entity: Entity) -> str:
        """What somebody is in the article: its issuer, or what it is about."""
        return "i" if entity is self.issuer else "c" if entity is self.main else "-"

    def _role(self, n: int) -> str:
        """How name `n` stands in its sentence: quoted, a subject, an owner, behind a preposition."""
        known = self._roles[n]
        if known is None:
            known = self._roles[n] = self._read_role(n)
        return known

    def _read_role(self, n: int) -> str:
        view = self.view
        first, last = view.first[n], view.last[n]
        if view.quoted[first]:
            return "q"
        if self._is_subject(first, last):
            return "s"
        if view.code(last + 1) == "'" or view.word(last) in ("'s", "’s"):
            return "g"
        if view.word(first - 1) in ("by", "/"):
            return "b"
        return "p" if view.code(first - 1) in "IT" else "-"

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

    def group(self, at: int) -> Entity | None:
        """Who "they" are: the group that spoke last, or somebody without a name, else the last speaker that is no person."""
        offset = self.view.tokens.start[at]
        for where, entity in reversed(self.spoke[-4:]):
            if (entity.kind in ("group", "organization") or not entity.names) and offset - where <= REACH:
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


def _few(count: int) -> str:
    """A count, the larger the coarser."""
    return "1" if count < 2 else "2" if count < 3 else "3" if count < 6 else "6"
