"""Whom a person works for where no words tell: an organisation of the article, or none that is sure.

What may be it (the issuer or the organisation that the article is about, the one named most, those named near the person, those that
others work for) is weighed against none. The points of a feature were learned from people whose organisation readers told
(`training/implied.py`); they are whole numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.introduced.marks import Marks, few, sorts

__all__ = ["Choice", "Implied", "points_of"]

BACK, ONWARD = 12, 8
"""Names before and behind a person's that are looked at."""
NEAR_BEFORE, NEAR_BEHIND = 3, 2
"""Organisations among them that may be it."""
OURS = frozenset(["we", "our", "us", "ours"])
"""Words of who speaks for an organisation."""
ELSEWHERE = frozenset("former ex late retired senator congressman congresswoman judge author".split())
"""First words of roles that are held elsewhere, or were."""
SURE = 16
"""Points by which an organisation must be more than none: half a unit of log-odds."""
MANY = 3
"""People of one organisation, and organisations, that are told apart."""
ADDRESS = 160
"""Characters behind a name in which an address may be the person's."""

Choice = tuple[Entity | None, list[str]]
"""An organisation, or none, with its features."""


def points_of() -> Mapping[str, int]:
    """feature -> points."""
    return lexicon.points("implied_points.tsv")


class Implied:
    """Chooses for the people of one document; `main`: the organisation that it is about, `of_issuer`: it issued it."""

    def __init__(
        self,
        marks: Marks,
        entity_of: Mapping[int, Entity],
        main: Entity | None,
        of_issuer: bool,
        people: Sequence[Entity],
    ) -> None:
        self.marks, self.view = marks, marks.view
        self.entity_of, self.main, self.of_issuer = entity_of, main, of_issuer
        self.staff = Counter(id(person.employer) for person in people if person.employer is not None)
        self._employers = {id(person.employer): person.employer for person in people if person.employer is not None}

    def choose(self, person: Entity, said: Sequence[tuple[int, int]]) -> Entity | None:
        """The organisation with the most points, None unless it has SURE more than none; `said`: spans of the person's words."""
        points = points_of().get
        best: Entity | None = None
        top: int | None = None
        for entity, features in self.choices(person, said):
            score = sum(filter(None, map(points, features)))
            if top is None:
                top = score + SURE
            elif score > top:
                best, top = entity, score
        return best

    def choices(self, person: Entity, said: Sequence[tuple[int, int]]) -> Iterator[Choice]:
        """None first, then every organisation that may be the person's."""
        view = self.view
        at = self._place(person, said)
        words = {view.word(k) for start, end in said for k in view.tokens.inside(start, end)}
        role = self._role(person)
        voice = f"{'s' if said else '-'}{'w' if not OURS.isdisjoint(words) else '-'}"
        beside = f"{self.marks.joint(view.first[at] - 1)}_{self.marks.joint(view.last[at] + 1)}"
        shape = role[0]
        title = set((person.role or "").lower().split())
        domain = self._domain(view.names[at].end)
        context = f"{'i' if self.of_issuer else 'm' if self.main is not None else '-'}"
        yield (
            None,
            [
                "n",
                f"n{context}",
                f"n{context}{voice}{shape == '-'}",
                f"nb{beside}",
                f"nv{voice}{shape}",
                f"n{'1' if len(person.words) < 2 else '2'}{shape == '-'}",
                *[f"n{part}" for part in role],
            ],
        )
        for entity, where in self._candidates(person, at).items():
            known = self._standing(entity)
            staff = min(MANY, self.staff[id(entity)])
            head = entity.words[-1] if entity.words else ""
            sort = lexicon.table("organisation_heads.tsv").get(head, "-")
            squeezed = "".join(entity.words)
            mail = bool(domain) and bool(squeezed) and (squeezed in domain or domain in squeezed)
            yield (
                entity,
                [
                    f"o{known}",
                    f"o{known}{where}",
                    f"o{known}{voice}{shape == '-'}",
                    f"o{known[:1]}{shape}",
                    f"o{known[:1]}{where}{shape == '-'}",
                    f"os{staff}{known[:1]}",
                    f"os{staff}{min(MANY, len(self.staff))}",
                    f"ok{sort}{known[:1]}",
                    f"ok{sort}{shape}",
                    f"on{person.words[-1] in entity.words}",
                    f"ow{where}",
                    f"om{mail}",
                    f"ot{bool(entity.words) and title.issuperset(entity.words)}{shape == '-'}",
                    f"ob{beside}{known[:1]}",
                    *[f"o{known[:1]}{part}" for part in role[1:]],
                ],
            )

    def _place(self, person: Entity, said: Sequence[tuple[int, int]]) -> int:
        """The mention that is looked at: the one nearest to the first words said, else the first full one."""
        view = self.view
        if said:
            start = said[0][0]
            return min(person.names, key=lambda n: abs(view.names[n].start - start))
        return next((n for n in person.names if view.first[n] != view.last[n]), person.names[0])

    def _role(self, person: Entity) -> list[str]:
        """What the words of a role are, then each of them."""
        if person.role is None:
            return ["-"]
        words = [word for word in person.role.lower().replace(",", " ").split() if word[0].isalnum()]
        at = words.index("of") if "of" in words[1:] else len(words)
        kinds = {self._kind(word) for word in words[:at]}
        of = "of" if at < len(words) else ""
        return [
            "".join(sorted(kinds)) + of,
            *[f"r{word}" for word in dict.fromkeys(words)],
            *[f"e{word in ELSEWHERE}" for word in words[:1]],
            f"h{words[at - 1]}",
            f"l{min(len(words), 4)}",
            *[f"={word}" for word in words if len(words) == 1],
        ]

    def _domain(self, end: int) -> str:
        """The letters of the domain of an address close behind `end`: "ann.lee@[acme].com"."""
        text = self.view.text
        at = text.find("@", end, end + ADDRESS)
        if at < 0:
            return ""
        stop = text.find(".", at, at + ADDRESS)
        return "".join(filter(str.isalnum, text[at + 1 : max(at, stop)].lower()))

    def _kind(self, word: str) -> str:
        """The sort of a word of a role, in a letter."""
        found = sorts().get(word, "")
        return next((letter for letter in "Omch" if letter in found), "f" if "f" in found else "x")

    def _standing(self, entity: Entity) -> str:
        """What an organisation is in the article."""
        first = "i" if entity is self.main and self.of_issuer else "m" if entity is self.main else "-"
        often = "1" if len(entity.names) < 2 else "2" if len(entity.names) < 4 else "4"
        return f"{first}{'t' if entity is self._most else '-'}{often}"

    @cached_property
    def _most(self) -> Entity | None:
        """The organisation named most."""
        found = {id(e): e for e in self.entity_of.values() if e.kind == "organization"}
        return max(found.values(), key=lambda e: (len(e.names), -e.first), default=None)

    def _candidates(self, person: Entity, at: int) -> dict[Entity, str]:
        """Organisations, and where each stands beside the mention `at`."""
        found: dict[Entity, str] = {}
        view = self.view
        count = len(view.names)
        for entity, n, side in (
            *self._near(range(at - 1, max(-1, at - 1 - BACK), -1), NEAR_BEFORE, "b"),
            *self._near(range(at + 1, min(count, at + 1 + ONWARD)), NEAR_BEHIND, "a"),
        ):
            if view.sentence_of[n] == view.sentence_of[at]:
                place = "s"
            elif view.paragraph_of[n] == view.paragraph_of[at]:
                place = "p"
            else:
                place = few(abs(view.paragraph_of[n] - view.paragraph_of[at]))
            rank = sum(where[1] == side for where in found.values())
            found.setdefault(entity, f"{place}{side}{rank}"[:3])
        for n in person.names[:4]:
            for other in (n - 1, n + 1):
                near = self.entity_of.get(other)
                if n == at or near is None or near.kind != "organization":
                    continue
                if view.sentence_of[other] == view.sentence_of[n]:
                    found.setdefault(near, "else")
        for known in (self.main, self._most, *self._employers.values()):
            if known is not None and known.kind != "person":
                found.setdefault(known, "far")
        return found

    def _near(self, names: Iterable[int], most: int, side: str) -> Iterator[tuple[Entity, int, str]]:
        seen: set[int] = set()
        for n in names:
            entity = self.entity_of.get(n)
            if entity is not None and entity.kind == "organization" and id(entity) not in seen:
                seen.add(id(entity))
                yield entity, n, side
                if len(seen) == most:
                    return
