"""The speakers of one article, in steps: group the names, read the introductions, then resolve each source in text order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factx import lexicon
from factx.document import Document
from factx.linking.speakers.appointments import appointment
from factx.linking.speakers.descriptions import Descriptions
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.introductions import introduction
from factx.linking.speakers.issuer import find_issuer
from factx.linking.speakers.organisations import group_organisations
from factx.linking.speakers.people import group_people
from factx.linking.speakers.pronouns import GENDERS, Antecedents
from factx.linking.speakers.sources import FINDINGS, Source, read_source
from factx.linking.speakers.titles import Owner, Title, is_head, owner_before
from factx.linking.speakers.view import View
from factx.mentions.types import Attribution, NameMention

__all__ = ["Resolver"]

INTRODUCING = 3
"""Mentions of a person that are read for a role."""
OFFICERS = frozenset(
    ["ceo", "cfo", "coo", "cto", "cio", "cmo", "president", "chairman", "chairwoman", "chair", "chairperson", "vice-president", "evp", "svp", "vp", "executive", "officer", "director", "founder", "co-founder", "spokesman", "spokeswoman", "spokesperson"]
)
"""Titles that, without an employer, are held at the company that the article is about."""


class Resolver:
    """Holds the entities of one article while its sources are resolved."""

    def __init__(self, document: Document, names: Sequence[NameMention], attributions: Sequence[Attribution]) -> None:
        self.view = View(document, names, attributions)
        self.people = group_people(self.view)
        self.organisations = group_organisations(self.view)
        self.entity_of: dict[int, Entity] = {n: e for e in (*self.organisations, *self.people) for n in e.names}
        self.unnamed: list[Entity] = []
        self.name_starts = [n.start for n in names]
        self.issuer = find_issuer(self.view, self.entity_of)
        if self.issuer is not None:
            self.issuer.kind = "organization"
        self.antecedents = Antecedents(self.view, self.entity_of, ())
        self.main = self._main()
        self.descriptions = Descriptions(self.view, self.entity_of, self.issuer, self.main)
        self.speaker_of: list[Entity | None] = [None] * len(attributions)

    # ------------------------------------------------------------ introductions

    def introduce(self) -> None:
        """Give people role and employer from the words around their first mentions."""
        for person in self.people:
            for n in self._worth_reading(person):
                found = introduction(self.view, n)
                if found is None:
                    continue
                self._take(person, found)
                if person.role is not None and person.affiliation is not None:
                    break

    def _worth_reading(self, person: Entity) -> list[int]:
        view = self.view
        full = [n for n in person.names if view.first[n] != view.last[n]]
        short = [n for n in person.names[:6] if view.first[n] == view.last[n] and view.word(view.last[n] + 1) == ","]
        return (full or person.names)[:INTRODUCING] + (short[:INTRODUCING] if full else [])

    def _take(self, person: Entity, found: Title) -> None:
        view = self.view
        if found.first is not None and found.last is not None and person.role is None:
            person.role = " ".join((found.prefix + view.slice(found.first, found.last)).split())
            person.introduced = True
        kin = found.last is not None and lexicon.table("role_heads.tsv").get(view.word(found.last)) == "kin"
        if found.owner is not None and person.affiliation is None and not kin:
            person.affiliation, person.employer = self.employer(found.owner)

    def employer(self, owner: Owner) -> tuple[str | None, Entity | None]:
        """(text, entity) of an employer; a description is resolved to the name."""
        view = self.view
        if owner.name is not None:
            entity = self.entity_of.get(owner.name)
            if entity is not None and entity.kind == "place":
                return None, None
            if (
                entity is not None
                and owner.first == owner.last
                and view.word(owner.first) in lexicon.words("organisation_heads.tsv")
            ):
                return self.name_of(entity), entity  # "Board" of "Iowa Utilities Board"
            return " ".join(view.slice(owner.first, owner.last).split()), entity
        if view.word(owner.first) in ("its", "their"):
            entity = self.antecedents.organisation(owner.first, self._nearest(view.tokens.start[owner.first]))
            return (None, None) if entity is None or entity.kind == "place" else (self.name_of(entity), entity)
        entity = self.descriptions.resolve(owner.first, owner.last, self._nearest(view.tokens.start[owner.first]))
        if entity is None:
            return None, None
        return self.name_of(entity), entity

    def _main(self) -> Entity | None:
        """The organisation that the article is about: the issuer, else the one named first and most."""
        if self.issuer is not None:
            return self.issuer
        names = self.view.names
        organisations = [
            e for e in self.organisations if e.kind == "organization" and names[e.names[0]].kind == "organization"
        ]
        if not organisations:
            return None
        best = max(organisations, key=lambda e: (len(e.names), -e.first))
        sentences = self.view.document.sentences
        early = sentences[2].end if len(sentences) > 2 else 10**9
        lead = [e for e in organisations if len(e.names) > 1 and names[e.names[1]].start < early]
        if lead and lead[0] is not best and lead[0].first < best.first:
            return lead[0]
        others = max((len(e.names) for e in organisations if e is not best), default=0)
        known = best.first < early and len(best.names) >= 2
        return best if known and (len(best.names) > others or best is organisations[0]) else None

    def name_of(self, entity: Entity) -> str:
        """The fullest name as written."""
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

    # ------------------------------------------------------------ sources

    def resolve(self) -> None:
        """Find the speaker of every attribution, in text order of the sources."""
        attributions = self.view.attributions
        order = sorted(range(len(attributions)), key=lambda i: (self._place(attributions[i]), i))
        later: list[int] = []
        for i in order:
            a = attributions[i]
            if a.source is None:
                self.speaker_of[i] = self._continued(a)
                continue
            source = read_source(self.view, a.source)
            if source is None:
                continue
            if (
                source.kind == "pronoun"
                and self.view.word(source.head) in ("i", "we", "me", "us")
                and a.inside is not None
            ):
                later.append(i)
                continue
            entity = self._entity(source, a.source[0])
            if entity is None:
                continue
            self.speaker_of[i] = entity
            entity.speaks = True
            if source.kind != "name":
                entity.others.append(a.source)
            self.antecedents.spoke.append((a.source[0], entity))
        for i in later:
            inside = attributions[i].inside
            outer = self.speaker_of[inside] if inside is not None else None
            self.speaker_of[i] = outer
            source_span = attributions[i].source
            if outer is not None and source_span is not None:
                outer.others.append(source_span)

    def _continued(self, a: Attribution) -> Entity | None:
        """The speaker of quoted words without a source: who spoke last, in this paragraph or the one before."""
        if a.kind != "direct" or not self.antecedents.spoke:
            return None
        document = self.view.document
        where, entity = self.antecedents.spoke[-1]
        here, there = document.paragraph_at(a.spans[0][0]), document.paragraph_at(where)
        if here is None or there is None or here.index - there.index > 1:
            return None
        return entity

    def _place(self, a: Attribution) -> int:
        return a.source[0] if a.source is not None else a.spans[0][0]

    def _nearest(self, offset: int) -> int:
        return bisect_left(self.name_starts, offset)

    def _entity(self, source: Source, offset: int) -> Entity | None:
        view = self.view
        if source.kind == "name" and source.name is not None:
            return self._named(source.name)
        nearest = self._nearest(offset)
        if source.kind == "pronoun":
            return self._pronoun(source.head, nearest)
        if source.kind == "description":
            found = self.descriptions.resolve(source.first, source.head, nearest)
            if found is not None:
                return found
        if source.kind == "office":
            found = self._office(source, nearest)
            if found is not None:
                return found
        if source.kind == "document":
            found = self._document(source)
            if found is not None:
                return found
        return self._unnamed(source, view.tokens.start[source.first])

    def _named(self, n: int) -> Entity | None:
        entity = self.entity_of.get(n)
        if self.view.name_words(n) in LABELS:
            return None
        if entity is not None and entity.kind == "place":
            entity.kind = "organization"
        return entity

    def _pronoun(self, at: int, nearest: int) -> Entity | None:
        word = self.view.word(at)
        if word in GENDERS:
            return self.antecedents.person(at, GENDERS[word], nearest)
        if word in ("it", "itself", "its"):
            return self.antecedents.organisation(at, nearest)
        if word in ("who", "which", "that"):
            found = self.antecedents.relative(at) if word == "who" else None
            return found if found is not None else self._previous_name(at, nearest)
        if word in ("they", "them", "themselves", "their"):
            return self.antecedents.group(at)
        if word in ("we", "us", "our", "i", "me", "my"):
            return self.issuer
        return None

    def _previous_name(self, at: int, nearest: int) -> Entity | None:
        n = nearest - 1
        if n >= 0 and self.view.tokens.start[at] - self.view.names[n].end < 120:
            return self.entity_of.get(n)
        return None

    def _office(self, source: Source, nearest: int) -> Entity | None:
        """ "The chief executive", "the senator": the last person named who has that title."""
        view = self.view
        words = {w for w in view.lower[source.first + 1 : source.head + 1] if w not in ("former", "then", "s")}
        head = view.word(source.head)
        for n in range(nearest - 1, max(-1, nearest - 41), -1):
            person = self.entity_of.get(n)
            if person is None or person.kind != "person":
                continue
            titles = self.titles(person)
            if head in titles and len(words & titles) >= min(2, len(words)):
                return person
        return None

    def titles(self, person: Entity) -> set[str]:
        """Lower-case words of a person's role and of the titles before the name."""
        words = set((person.role or "").lower().replace(",", " ").split())
        offices = lexicon.table("offices.tsv")
        for n in person.names[:6]:
            for word in (self.view.names[n].honorific or "").lower().split():
                full = offices.get(word.rstrip("."), "-")
                words.add(word if full == "-" else full)
        return words

    def _document(self, source: Source) -> Entity | None:
        """A document speaks for whose it is; a statement without an owner for who spoke last, or for the company."""
        if source.owner is not None:
            _, entity = self.employer(source.owner)
            if entity is not None and entity.kind != "place":
                return entity
            return None
        if self.view.word(source.head) in FINDINGS:
            return None
        for _, entity in reversed(self.antecedents.spoke[-3:]):
            if entity.kind == "organization":
                return entity
        return self.main

    # ------------------------------------------------------------ unnamed sources

    def _unnamed(self, source: Source, offset: int) -> Entity:
        """A speaker without a name: "one dealer", "Verizon executives"; the same head noun again is the same group."""
        view = self.view
        head, word = source.head, view.word(source.head)
        first = source.first
        while first < head and view.word(first) in ("a", "an", "the"):
            first += 1
        plural = view.tokens.tag[head] in ("NNS", "NNPS") or (
            word.endswith("s") and is_head(view, head) and word not in ("boss",)
        )
        while first < head and _is_time(view.tokens.lower[first]):
            first += 1
        affiliation, employer = self.employer(source.owner) if source.owner is not None else (None, None)
        before = owner_before(view, source.first - 1)
        if affiliation is None and before is not None:
            # The source leaves the owner out: "ZTE's | Independent Director".
            affiliation, employer = self.employer(before)
            if before.name is not None:
                first = before.first
        if (
            affiliation is None
            and head > first
            and lexicon.table("organisation_descriptions.tsv").get(view.word(head - 1)) == "any"
        ):
            described = self.descriptions.resolve(head - 1, head - 1, self._nearest(offset))  # "a company spokesman"
            if described is not None:
                affiliation, employer = self.name_of(described), described
        bare = first == head
        for e in reversed(self.unnamed):
            if (
                e.words[-1:] == (word,)
                and (e.kind == "group") == plural
                and (bare or e.phrase == self._phrase(first, head))
            ):
                if affiliation is None or e.affiliation is None or affiliation == e.affiliation:
                    if plural or view.word(source.first) == "the" or e.phrase == self._phrase(first, head):
                        return e
        organisation = word in lexicon.words("organisation_descriptions.tsv") and not is_head(view, head)
        kind = (
            "group"
            if plural
            else "organization"
            if organisation or word in FINDINGS
            else "person"
            if is_head(view, head) or word in HUMAN
            else "group"
        )
        entity = Entity(kind, (word,), phrase=self._phrase(first, head), first=offset)
        if kind != "organization":
            entity.affiliation, entity.employer = affiliation, employer
        if kind == "person" and is_head(view, head):
            entity.role = self._role(source, first)
            if entity.affiliation is None and word in OFFICERS and self.main is not None:
                entity.affiliation, entity.employer = self.name_of(self.main), self.main
        self.unnamed.append(entity)
        return entity

    def _phrase(self, first: int, head: int) -> str:
        return " ".join(self.view.slice(first, head).split())

    def _role(self, source: Source, first: int) -> str:
        """The title in an unnamed source: "Independent Director" of "ZTE's Independent Director"."""
        view = self.view
        start = source.head
        kinds = lexicon.table("organisation_descriptions.tsv")
        while start - 1 >= first and view.code(start - 1) in "NPJGE" and (start - 1) not in view.ends:
            if kinds.get(view.word(start - 1)) == "any":
                break
            start -= 1
        return self._phrase(start, source.head)

    def _became(self, person: Entity) -> None:
        """A role told by a sentence about the person ("resigned as CEO")."""
        for n in self._worth_reading(person):
            found = appointment(self.view, n)
            if found is not None:
                self._take(person, found)
                return

    def infer_employers(self) -> None:
        """Officers without an employer work for the company that the article is about."""
        for person in self.people:
            if person.role is None:
                self._became(person)
            if self.main is not None and person.role is not None and person.affiliation is None:
                words = person.role.lower().replace(",", "").split()
                modifiers = lexicon.words("role_modifiers.tsv")
                if any(w in OFFICERS for w in words) and all(
                    w in OFFICERS or w in modifiers or w == "and" for w in words
                ):
                    employer = self._speaking_for(person) if words[-1].startswith("spokes") else self.main
                    person.affiliation, person.employer = self.name_of(employer), employer

    def _speaking_for(self, person: Entity) -> Entity:
        """Whose spokeswoman somebody is who is called no more than that: of the organisation just named, else the main one."""
        view = self.view
        n = person.names[0]
        sentence = view.document.sentence_at(view.names[n].start)
        for m in range(n - 1, max(-1, n - 12), -1):
            there = view.document.sentence_at(view.names[m].start)
            if sentence is None or there is None or sentence.index - there.index > 1:
                break
            entity = self.entity_of.get(m)
            if entity is not None and entity.kind == "organization" and not view.quoted[view.first[m]]:
                if view.code(view.last[m] + 1) in "VM" or there.index == sentence.index:
                    return entity
        assert self.main is not None
        return self.main


def _is_time(word: str) -> bool:
    """A word of time in front of a source: "last month Australia's watchdog"."""
    return word in ("last", "this", "earlier", "on") or word in lexicon.words("temporal_nouns.tsv")


LABELS = frozenset([("q",), ("a",), ("question",), ("answer",)])
"""Labels of a transcript that name nobody."""
HUMAN = frozenset(
    ["man", "woman", "person", "source", "somebody", "someone", "anyone", "nobody", "everyone", "everybody", "boy", "girl", "one", "another", "lady", "gentleman", "guy", "neighbor", "neighbour"]
)
