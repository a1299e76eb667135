"""Where people work: the employer that an introduction names or describes, or that the article makes certain."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from factx import lexicon
from factx.linking.speakers.antecedents import GENDERS, Antecedents
from factx.linking.speakers.employers import Owner
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.introduced.implied import Implied
from factx.linking.speakers.introduced.marks import Marks
from factx.linking.speakers.introduced.reading import Reader, Reading
from factx.linking.speakers.introduced.roles import Part
from factx.linking.speakers.titles import singular
from factx.linking.speakers.view import View
from factx.mentions.types import SpanTuple

__all__ = ["Employment"]

INTRODUCING = 3
"""Mentions of a person that are read for a role."""


FIELD = frozenset(["of", "for", "at", "in", "to", "with"])
"""Words that begin the field of a title."""
PREFIXES = frozenset("former then incoming outgoing acting interim ex late then- departing retired".split())
"""Words before an employer that qualify the title behind it: "former BA chief executive"."""
OWN = frozenset(["its", "their", "the", "this", "that"])
POSSESSIVE = frozenset(["its", "their", "our", "my", "we"])
OF_STATE = frozenset("ambassador chancellor minister premier president senator".split())
"""Heads of the titles whose nation is the organisation."""
SMALL = frozenset(["the", "of", "and", "inc", "llc", "ltd"])
"""Words of names that tell nothing."""


@cache
def states() -> Mapping[str, str]:
    """Word for a nation -> its state.

    >>> states()["danish"]
    'Denmark'
    """
    return {row[0]: row[2] for row in lexicon.rows("nationalities.tsv") if len(row) > 2}


def _spelled(one: str, many: str) -> str:
    """The singular with the capitals of its plural.

    >>> _spelled("co-ceo", "Co-CEOs"), _spelled("secretary", "Secretaries")
    ('Co-CEO', 'Secretary')
    """
    return many[: len(one)] if many.lower().startswith(one) else many[:1] + one[1:]


class Employment:
    """Gives people their role and employer; `main`: the organisation that the article is about, `of_issuer`: it issued it."""

    def __init__(
        self,
        view: View,
        entity_of: Mapping[int, Entity],
        antecedents: Antecedents,
        main: Entity | None,
        of_issuer: bool = False,
    ) -> None:
        self.view = view
        self.of_issuer = of_issuer
        self.entity_of = entity_of
        self.antecedents = antecedents
        self.main = main
        self.marks = Marks(view, frozenset(main.words) - SMALL if main is not None else frozenset())
        self.reader = Reader(self.marks)
        self._names: dict[int, str] = {}
        self._said: dict[int, list[SpanTuple]] = {}
        """Name in a phrase that tells who speaks -> the spans of what is said."""
        for a in view.attributions:
            if a.source is not None:
                for n in range(self.nearest(a.source[0]), self.nearest(a.source[1])):
                    self._said.setdefault(n, []).extend(a.spans)
        self._sources = frozenset(self._said)

    def introduce(self, people: Sequence[Entity]) -> None:
        """Give people role and employer from the words around their first mentions; a title goes to whom it fits best."""
        worth = [(person, mentions) for person in people if (mentions := self._worth_reading(person))]
        first = [(person, self._read(mentions[0])) for person, mentions in worth]
        holders = self._holders(first)
        for (person, reading), (_, mentions) in zip(first, worth, strict=True):
            told: Reading | None = reading
            taken = frozenset(k for k, holder in holders.items() if holder is not person)
            shared: Reading | None = None
            for n in mentions:
                if told is None or (told.role is not None and told.role.head in taken):
                    told = self._read(n, taken)
                if told.role is not None and self._is_shared(told.role):
                    shared = shared or told
                else:
                    self.take(person, told)
                if person.role is not None and person.affiliation is not None:
                    break
                told = None
            if shared is not None and person.role is None:
                self.take(person, shared)

    def _holders(self, readings: Sequence[tuple[Entity, Reading]]) -> dict[int, Entity]:
        """Whose each token of a title is: of several who may hold it, his whom it fits best."""
        sure: dict[int, tuple[int, Entity]] = {}
        for person, told in readings:
            if told.role is not None and not self._is_shared(told.role):
                for k in range(told.role.first, told.role.last + 1):
                    if k not in sure or told.sure > sure[k][0]:
                        sure[k] = told.sure, person
        return {k: person for k, (_, person) in sure.items()}

    def _read(self, n: int, taken: frozenset[int] = frozenset()) -> Reading:
        return self.reader.read(self.view.first[n], self.view.last[n], taken)

    def _worth_reading(self, person: Entity) -> list[int]:
        view = self.view
        full = [n for n in person.names if view.first[n] != view.last[n]]
        headed = [n for n in full if view.document.section_at(view.names[n].start) == "headline"]
        full = [n for n in full if n not in headed]
        full.sort(key=lambda n: n not in self._sources)  # of two titles the one at the quote
        full[INTRODUCING - 1 :] = headed[:1]  # headlines shorten
        short = [n for n in person.names[:6] if view.first[n] == view.last[n] and view.word(view.last[n] + 1) == ","]
        short.sort(key=lambda n: n not in self._sources)
        if self._sources.isdisjoint(person.names):
            named = (full or person.names)[:2] + (short[:1] if full else [])
            return named if any(self.marks.is_titled(view.first[n], view.last[n]) for n in named) else []
        return (full or person.names)[:INTRODUCING] + (short[:INTRODUCING] if full else [])

    def take(self, person: Entity, told: Reading) -> None:
        """Give a person what an introduction tells, where nothing is known yet."""
        role, owner = told.role, told.owner
        if role is not None and person.role is None:
            at = self._nation(role)
            person.role = self._role(role if at < role.first else Part(at + 1, role.last, head=role.head), owner)
            person.introduced = True
        if owner is not None and person.affiliation is None:
            person.affiliation, person.employer = self._affiliation(owner)
        if role is not None and person.affiliation is None:
            person.affiliation = states().get(self.view.word(self._nation(role)))

    def _nation(self, role: Part) -> int:
        """The token of the nation whose office a title is: "[Israeli] Prime Minister"; -1 where it is none's."""
        view = self.view
        if view.word(role.head) not in OF_STATE:
            return -1
        return next((k for k in (role.first, role.first - 1) if view.word(k) in states()), -1)

    def _role(self, role: Part, owner: Part | None) -> str:
        """The title as written; of one that several people share, what each of them is."""
        view = self.view
        written, start, noun = view.slice(role.first, role.last), view.tokens.start[role.first], self._noun(role)
        for k in range(noun, role.first - 1, -1) if singular(view.word(noun)) else ():
            one = singular(view.word(k))
            if one:
                at, end = view.tokens.start[k] - start, view.tokens.end[k] - start
                written = written[:at] + _spelled(one, written[at:end]) + written[end:]
        written = " ".join(written.split())
        before = view.word(owner.first - 1) if owner is not None and owner.last < role.first else ""
        then = owner is not None and view.forms[owner.first - 1] == "Then"
        return f"{before} {written}" if before in PREFIXES and not then else written

    def _noun(self, role: Part) -> int:
        """The last noun of a title before its field: of "Members of the Board" the first word."""
        words = self.view.lower[role.head : role.last + 1]
        return next((role.head + k - 1 for k, word in enumerate(words) if word in FIELD), role.last)

    def _is_shared(self, role: Part) -> bool:
        """Is it the title of several people?"""
        return bool(singular(self.view.word(self._noun(role))))

    def _affiliation(self, part: Part) -> tuple[str | None, Entity | None]:
        """(text, entity) of the organisation that an introduction tells."""
        view = self.view
        n = self.marks.inside.get(part.first)
        if part.first == part.last and view.word(part.first) in lexicon.words("nationalities.tsv") | POSSESSIVE:
            return None, None  # "Canadian investor Ann Lee", "our CEO Ann Lee": it goes without saying
        described = view.word(part.last) in lexicon.words("organisation_descriptions.tsv") or part.first == part.last
        if n is None and view.word(part.first) not in OWN and not (described and part.last - part.first < 5):
            return " ".join(view.slice(part.first, part.last).split()), None
        return self.employer(Owner(part.first, part.last, n))

    def _pronouns(self) -> None:
        """Roles that a sentence of their own tells ("She is chief financial officer of Acme")."""
        view = self.view
        for sentence in view.document.sentences:
            if not view.text.startswith(("He is ", "She is "), sentence.start):
                continue
            at = view.tokens.first_from(sentence.start)
            if view.quoted[at]:
                continue
            person = self.antecedents.person(at, GENDERS[view.word(at)], self.nearest(sentence.start))
            if person is not None and person.role is None:
                self.take(person, self.reader.read(at, at))

    def infer(self, people: Sequence[Entity]) -> None:
        """People who are given out without an employer get the one that goes without saying, where one does."""
        self._pronouns()
        implied = self.implied(people)
        for person, said in self.asked(people):
            found = implied.choose(person, said)
            if found is not None:
                person.affiliation, person.employer = self.name_of(found), found

    def implied(self, people: Sequence[Entity]) -> Implied:
        """What chooses the organisation that goes without saying; it counts whom the others work for."""
        return Implied(self.marks, self.entity_of, self.main, self.of_issuer, people)

    def asked(self, people: Sequence[Entity]) -> Iterator[tuple[Entity, list[SpanTuple]]]:
        """People with a role, or who speak, and without an employer; with the spans of their words."""
        for person in people:
            if person.affiliation is None and (
                person.role is not None or not self._said.keys().isdisjoint(person.names)
            ):
                yield person, [span for n in person.names for span in self._said.get(n, ())]

    def employer(self, owner: Owner) -> tuple[str | None, Entity | None]:
        """(text, entity) of an employer; a description is resolved to the name."""
        view = self.view
        if owner.name is not None:
            entity = self.entity_of.get(owner.name)
            if (
                entity is not None
                and owner.first == owner.last
                and view.word(owner.first) in lexicon.words("organisation_heads.tsv")
            ):
                return self.name_of(entity), entity  # "Board" of "Iowa Utilities Board"
            written = " ".join(view.slice(owner.first, owner.last).split())
            whole = owner.first == owner.last == view.last[owner.name]
            if entity is not None and whole and written.isupper() and len(entity.words) > 1:
                return self.name_of(entity), entity  # "NPI" of Norvik Products International
            return written, entity
        entity = self.antecedents.described(owner.first, owner.last, self.nearest(view.tokens.start[owner.first]))
        if entity is not None:
            return self.name_of(entity), entity
        capital = view.forms[owner.first][0].isupper()
        return " ".join(view.slice(owner.first, owner.last).split()) if capital else None, None

    def name_of(self, entity: Entity) -> str:
        """The fullest name as written."""
        known = self._names.get(id(entity))
        if known is None:
            known = self._names[id(entity)] = self._name_of(entity)
        return known

    def _name_of(self, entity: Entity) -> str:
        if entity.full is None:
            return entity.phrase or ""
        name = self.view.names[entity.full]
        if name.end - name.start > 4 and self.view.text[name.start : name.end].isupper():
            # A name in capitals gives way to the same one in running text.
            same = self.view.name_words(entity.full)
            for n in entity.names:
                other = self.view.names[n]
                if self.view.name_words(n) == same and not self.view.text[other.start : other.end].isupper():
                    name = other
                    break
        return " ".join(self.view.text[name.start : name.end].split())

    def nearest(self, offset: int) -> int:
        """Index of the first name that starts at or behind `offset`."""
        return bisect_left(self.view.name_starts, offset)
