"""The speakers of one article, in steps: group the names, read the introductions, then resolve each source in text order."""

from __future__ import annotations

from dataclasses import replace

from factx import lexicon
from factx.linking.speakers.antecedents import GENDERS, Antecedents
from factx.linking.speakers.descriptions import Descriptions
from factx.linking.speakers.documents import signs, sort_of
from factx.linking.speakers.employment import Employment
from factx.linking.speakers.entities import Asked, Entity
from factx.linking.speakers.issuer import find_issuer
from factx.linking.speakers.listings import listings
from factx.linking.speakers.organisations import group_organisations
from factx.linking.speakers.people import group_people
from factx.linking.speakers.short_names import ShortNames, join
from factx.linking.speakers.sources import Source, read_source
from factx.linking.speakers.unnamed import Unnamed
from factx.linking.speakers.view import View
from factx.mentions.cues.voices import voice_of
from factx.mentions.types import Attribution

__all__ = ["Resolver"]

FIRST_PERSON = frozenset(["i", "we", "me", "us", "my", "our"])
PAIR = frozenset("two pair duo men women couple".split())
JOINED = PAIR | frozenset("companies firms airlines banks carriers parties partners sides groups unions".split())
"""What names that were joined are called together."""
CROWD = frozenset("crew police staff people".split())
"""Nouns in the plural without an ending."""
DEFINED = frozenset("company group corporation firm partnership trust fund bank".split())
"""What issuers call themselves, with a capital."""
LABELS = frozenset(["q", "a", "question", "answer"])
"""Labels of a transcript that name nobody."""


class Resolver:
    """Holds the entities of one article while its sources are resolved."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.people = group_people(self.view)
        self.organisations = group_organisations(self.view)
        self.entity_of: dict[int, Entity] = {n: e for e in (*self.organisations, *self.people) for n in e.names}
        self.issuer = find_issuer(self.view, self.entity_of)
        if self.issuer is not None and self.issuer.kind != "person":
            self.issuer.kind = "organization"
        self.main = self._main()
        self.traded = listings(view)
        self.antecedents = Antecedents(view, self.entity_of, Descriptions(view), self.issuer, self.main, self.traded)
        self.employment = Employment(self.view, self.entity_of, self.antecedents, self.main, self.issuer is not None)
        self.unnamed = Unnamed(self.view, self.employment, self.antecedents)
        self.short_names = ShortNames(view, self.entity_of, self.traded)
        self.speaker_of: list[Entity | None] = [None] * len(view.attributions)

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
        if len(organisations) == 1:
            return organisations[0]
        best = max(organisations, key=lambda e: (len(e.names), -e.first))
        sentences = self.view.document.sentences
        early = sentences[2].end if len(sentences) > 2 else 10**9
        lead = [e for e in organisations if len(e.names) > 1 and names[e.names[1]].start < early]
        if lead and lead[0] is not best and lead[0].first < best.first:
            return lead[0]
        others = max((len(e.names) for e in organisations if e is not best), default=0)
        known = best.first < early and len(best.names) >= 2
        return best if known and (len(best.names) > others or best is organisations[0]) else None

    # ------------------------------------------------------------ sources

    def resolve(self) -> None:
        """Find the speaker of every attribution, in text order of the sources."""
        attributions = self.view.attributions
        order = sorted(range(len(attributions)), key=lambda i: (self._place(attributions[i]), i))
        for i in order:
            a = attributions[i]
            if a.source is None:
                self.speaker_of[i] = self._continued(a)
                continue
            source = read_source(self.view, a.source)
            if source is None or (source.first == source.last and self.view.word(source.first) in LABELS):
                continue
            if source.kind == "pronoun" and self.view.word(source.head) in FIRST_PERSON and a.inside is not None:
                continue  # "he told me that I …": nobody says so of himself
            if self.main is not None and self._is_company(source):
                entity: Entity | None = self.main
                source = replace(source, kind="description")
            else:
                entity = self._entity(source, a.source[0])
            if entity is None:
                continue
            self.speaker_of[i] = entity
            entity.speaks = True
            if source.kind != "name":
                entity.others.append(a.source)
            if source.kind in ("description", "document", "office"):
                self.antecedents.taken_up.append((self.view.word(source.head), entity))
            self.antecedents.spoke.append((a.source[0], entity))

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

    def _entity(self, source: Source, offset: int) -> Entity | None:
        view = self.view
        if source.kind == "name" and source.name is not None:
            return self._named(source.name)
        nearest = self.employment.nearest(offset)
        if source.kind == "several":
            return self._several(source, offset)
        if source.kind == "pronoun":
            return self._pronoun(source.head, nearest)
        plural = view.word(source.head)
        if plural in JOINED and source.head - source.first <= 2 and view.word(source.first) in ("the", "both", "all"):
            joined = self.unnamed.all_of(people=plural in PAIR)
            if joined is not None:
                return joined
        if source.kind == "description":
            found = self.antecedents.described(source.first, source.head, nearest)
            if found is not None:
                return found
        if source.kind == "office":
            found = self._office(source, nearest)
            if found is not None:
                return found
        if source.kind == "document":
            return self._document(source, nearest)
        return self.unnamed.entity(source, view.tokens.start[source.first])

    def _is_company(self, source: Source) -> bool:
        """Is it "the Company", with a capital, of which the source holds the noun alone?"""
        view, at = self.view, source.head
        if source.first != source.last or view.word(at) not in DEFINED:
            return False
        return source.name is None and view.forms[at][0].isupper() and view.word(at - 1) == "the"

    def _named(self, n: int) -> Entity | None:
        entity = self.entity_of.get(n)
        fuller = None if entity is None else self.short_names.fuller(entity)
        if entity is not None and fuller is not None and entity is not self.issuer:
            self.entity_of.update(dict.fromkeys(entity.names, fuller))
            join(fuller, entity)
            entity = fuller
        if entity is not None and entity.kind == "place":
            entity.kind = "organization"
        return entity

    def _several(self, source: Source, offset: int) -> Entity | None:
        """One speaker for names that are joined."""
        members = [e for n in source.members if (e := self._named(n)) is not None]
        unlike = list(dict.fromkeys(members))
        if len(unlike) < 2:
            return unlike[0] if unlike else None
        return self.unnamed.several(source, unlike, offset)

    def _pronoun(self, at: int, nearest: int) -> Entity | None:
        word = self.view.word(at)
        if word in GENDERS:
            return self.antecedents.person(at, GENDERS[word], nearest)
        if word in ("it", "itself", "its"):
            return self.antecedents.organisation(at, nearest)
        if word == "who":
            return self.antecedents.relative(at) or self._plural_before(at)
        if word in ("which", "that"):
            return self._previous_name(at, nearest)
        if word in ("they", "them", "themselves", "their"):
            return self.antecedents.group(at) or self._those(at)
        if word in FIRST_PERSON:
            return self.issuer
        return None

    def _those(self, at: int) -> Entity | None:
        """Whom the sentence of token `at`, or the one before it, begins with: "Parents came. They said", "Orvo and Tarn met. They said"."""
        view = self.view
        here = view.document.sentence_at(view.tokens.start[at])
        if here is None:
            return None
        for sentence in reversed(view.document.sentences[max(0, here.index - 1) : here.index + 1]):
            first = head = view.tokens.first_from(sentence.start)
            while head < at and view.code(head) in "DJ#" and head - first < 3:
                head += 1
            while head + 1 < at and view.code(head + 1) == "N":
                head += 1
            found = self._crowd(first, head) if head < at else None
            if found is not None:
                return found
        return None

    def _plural_before(self, at: int) -> Entity | None:
        """The people in the plural right before "who": "lawsuits of [retired managers] who say"."""
        first = head = at - 1 - (self.view.word(at - 1) == ",")
        while first > head - 4 and self.view.code(first - 1) in "NJ#":
            first -= 1
        return self._crowd(first, head)

    def _crowd(self, first: int, head: int) -> Entity | None:
        """The people in the plural of tokens `first` to `head`."""
        view = self.view
        plural = view.tokens.tag[head] == "NNS" or view.word(head) in CROWD
        if not plural or head in view.ends or voice_of(view.word(head)) not in ("somebody", "crowd"):
            return None
        return self.unnamed.entity(Source("unnamed", first, head, head), view.tokens.start[first])

    def _previous_name(self, at: int, nearest: int) -> Entity | None:
        n = nearest - 1
        if n >= 0 and self.view.tokens.start[at] - self.view.names[n].end < 120:
            return self.entity_of.get(n)
        return None

    def _office(self, source: Source, nearest: int) -> Entity | None:
        """ "The chief executive", "the senator": the last person named who has that title."""
        view = self.view
        first = source.first + 1
        for k in range(source.head - 1, source.first, -1):  # "the office's president"
            if view.code(k) == "'":
                first = k + 1
                break
        words = {w for w in view.lower[first : source.head + 1] if w not in ("former", "then", "s")}
        head = view.word(source.head)
        wider = lexicon.table("wider_offices.tsv").get(head)
        for n in range(nearest - 1, max(-1, nearest - 41), -1):
            person = self.entity_of.get(n)
            if person is None or person.kind != "person":
                continue
            titles = self.titles(person)
            if wider is not None and len(words) == 1 and not titles.isdisjoint(wider.split()):
                return person
            if head in titles:
                return person
        if wider is not None and len(words) == 1 and self.antecedents.spoke:
            where, person = self.antecedents.spoke[-1]
            here, there = view.document.paragraph_at(view.tokens.start[source.first]), view.document.paragraph_at(where)
            if person.kind == "person" and here is not None and there is not None and here.index - there.index <= 1:
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

    def _document(self, source: Source, nearest: int) -> Entity | None:
        """A document speaks for whose it is, or for itself."""
        view, head = self.view, source.head
        if view.word(source.first) in GENDERS:  # "her letter"
            return self._pronoun(source.first, nearest)
        told: dict[Entity, set[str]] = {}
        for sign, owner in signs(view, source.first, head, source.last):
            entity = self.employment.employer(owner)[1]
            if entity is not None and entity.kind != "place":
                told.setdefault(entity, set()).add(sign)
        for noun, whose in self.antecedents.taken_up:
            told.setdefault(whose, set()).add("=" if noun == view.word(head) else "~=" + sort_of(noun))
        asked = Asked("d", source.first, head, nearest, told={entity: frozenset(told[entity]) for entity in told})
        found = self.antecedents.best(asked)
        return found if found is not None else self.unnamed.entity(source, view.tokens.start[source.first])
