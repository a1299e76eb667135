"""Speakers without a name: "one dealer", "Corvex executives", "Corvex's Independent Director".

The same head noun again is the same group; two single persons stay apart unless they are called the same.
"""

from __future__ import annotations

from factx import lexicon
from factx.linking.speakers.antecedents import Antecedents
from factx.linking.speakers.employers import owner_before
from factx.linking.speakers.employment import Employment
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.sources import Source
from factx.linking.speakers.titles import is_head
from factx.linking.speakers.view import View
from factx.mentions.cues import speech_forms
from factx.mentions.cues.voices import TOPS, voice_of

__all__ = ["Unnamed"]

REMEMBERED = 12
"""Unnamed speakers of one head noun that are compared."""


class Unnamed:
    """The unnamed speakers of one document, in the order in which they are met."""

    def __init__(self, view: View, employment: Employment, antecedents: Antecedents) -> None:
        self.view = view
        self.employment = employment
        self.antecedents = antecedents
        self.entities: list[Entity] = []
        self._by_head: dict[str, list[Entity]] = {}
        self._groups: dict[frozenset[int], Entity] = {}

    def entity(self, source: Source, offset: int) -> Entity:
        """The speaker that a source phrase describes, old or new; `offset`: where it stands."""
        view = self.view
        head, word = source.head, view.word(source.head)
        first = source.first
        while first < head and (view.word(first) in ("a", "an", "the") or _is_time(view.word(first))):
            first += 1
        plural = view.tokens.tag[head] in ("NNS", "NNPS") or (word.endswith("s") and is_head(view, head))
        first, affiliation, employer = self._employer(source, first, offset)
        phrase, bare = self._phrase(first, max(_described_to(view, head), source.end or 0)), first == head
        same = self._by_head.setdefault(word, [])
        for e in reversed(same[-REMEMBERED:]):
            called_so = (e.phrase or "").lower() == phrase.lower() or (
                bare and (plural or view.word(source.first) == "the")
            )
            if (
                called_so
                and (e.kind == "group") == plural
                and (None in (affiliation, e.affiliation) or affiliation == e.affiliation)
            ):
                return e
        entity = Entity(self._kind(head, plural), (word,), phrase=phrase, first=offset)
        if entity.kind != "organization":
            entity.affiliation, entity.employer = affiliation, employer
        if entity.kind == "person" and is_head(view, head):
            self._hold(entity, first, head)
        self.entities.append(entity)
        same.append(entity)
        return entity

    def _hold(self, entity: Entity, first: int, head: int) -> None:
        """Give somebody without a name the role, and the employer, that the phrase tells."""
        view, main, word = self.view, self.employment.main, self.view.word(head)
        entity.role = self._role(head, first)
        if entity.affiliation is None:
            entity.affiliation = self._named_before(first, head)
        if entity.affiliation is not None or main is None or word not in lexicon.words("officers.tsv"):
            return
        if not self._is_described(head) or self.antecedents.nouns.is_called(main, view.word(head - 1)):
            entity.affiliation, entity.employer = self.employment.name_of(main), main

    def several(self, source: Source, members: list[Entity], offset: int) -> Entity:
        """The group that a coordination of names is, called by the phrase; the same members are the same group."""
        key = frozenset(map(id, members))
        known = self._groups.get(key)
        if known is None:
            first = source.first + (self.view.word(source.first) in ("the", "both"))
            phrase = self._phrase(first, source.last)
            known = self._groups[key] = Entity("group", (), phrase=phrase, first=offset)
            known.members = tuple(members)
            self.entities.append(known)
        return known

    def all_of(self, *, people: bool) -> Entity | None:
        """The group of people or of organisations that was joined last: "the companies", "the two men"."""
        for entity in reversed(self.entities[-REMEMBERED:]):
            if entity.members and (entity.members[0].kind == "person") == people:
                return entity
        return None

    def _named_before(self, first: int, head: int) -> str | None:
        """The employer that stands in the phrase and is no known organisation: "No 10 spokeswoman", "J.P. Morgan banker"."""
        view = self.view
        stop = first
        while stop < head and (view.forms[stop][0].isupper() or (stop > first and view.code(stop) in "#.&")):
            stop += 1
        while stop > first and is_head(view, stop - 1):
            stop -= 1
        if view.word(first) in lexicon.words("nationalities.tsv"):
            return None  # "German investment partner"
        numbered = any(view.forms[k][0].isdigit() for k in range(first, stop))
        if stop == first or (view.word(first) in lexicon.tags() and not numbered):
            return None
        n = view.starts.get(first)
        if n is not None and view.names[n].kind == "place":
            return None
        return self._phrase(first, stop - 1)

    def _employer(self, source: Source, first: int, offset: int) -> tuple[int, str | None, Entity | None]:
        """(first token of the phrase, text and entity of the employer)."""
        view, employer = self.view, self.employment.employer
        if source.owner is not None:
            found = employer(source.owner)
            if found[0] is not None:
                return first, *found
        before = None if view.begins_line(source.first) else owner_before(view, source.first - 1)
        if before is not None:
            # The source leaves the owner out: "Corvex's | Independent Director".
            return before.first if before.name is not None else first, *employer(before)
        if source.head > first and self._is_described(source.head):
            nearest = self.employment.nearest(offset)
            described = self.antecedents.described(source.head - 1, source.head - 1, nearest)
            if described is not None and self.antecedents.nouns.is_called(described, view.word(source.head - 1)):
                return first, self.employment.name_of(described), described
        return first, None, None

    def _is_described(self, head: int) -> bool:
        """Is the word before the title one for its employer: "a company director", "an airline spokesman", not "a union leader"?"""
        before = lexicon.table("organisation_descriptions.tsv").get(self.view.word(head - 1))
        return before == "any" or (before is not None and self.view.word(head).startswith("spokes"))

    def _kind(self, head: int, plural: bool) -> str:
        view, word = self.view, self.view.word(head)
        if self._is_handle(head):
            return "person"
        if plural:
            return "group"
        if is_head(view, head):
            return "person"
        if word in lexicon.words("organisation_descriptions.tsv") or voice_of(word) == "document":
            return "organization"
        return "person" if word in HUMAN or (voice_of(word) == "somebody" and is_one(view, head)) else "group"

    def _phrase(self, first: int, head: int) -> str:
        handle = "@" * self._is_handle(first)
        return handle + " ".join(self.view.slice(first, head).split())

    def _is_handle(self, first: int) -> bool:
        """Does "@" stand right before token `first`?"""
        start = self.view.tokens.start[first]
        return self.view.text[max(0, start - 1) : start] == "@"

    def _role(self, head: int, first: int) -> str:
        """The title in an unnamed source: "Independent Director" of "Corvex's Independent Director"."""
        view = self.view
        start = head
        while start - 1 >= first and view.code(start - 1) in "NPJGE" and (start - 1) not in view.ends:
            if start == head and self._is_described(head):
                break
            start -= 1
        return self._phrase(start, head)


def is_one(view: View, head: int) -> bool:
    """Is the noun at token `head` one of its kind: "a homeowner", "one reviewer", "my therapist"; not "family", "staff"?"""
    word = view.word(head)
    classes = lexicon.noun_classes().get(word)
    return view.tokens.tag[head] in ("NN", "NNP") and (classes is None or classes[0] == "p") and word not in TOPS


def _described_to(view: View, head: int) -> int:
    """The last token of what tells somebody from others: "person familiar with the matter", "one of the makers of Bolt"."""
    participle = view.word(head + 1) in PARTICIPLES
    if not participle and view.word(head + 1) not in WHOSE:
        return head
    last = head
    for k in range(head + 2, head + 14):
        code, word = view.code(k), view.word(k)
        if k <= last:
            continue  # inside of a name
        if k in view.starts:
            last = view.last[view.starts[k]]
            continue
        if (
            code in '.,:;VMW"(T'
            or (word in speech_forms() and (view.word(k - 1) == "this" or view.code(k - 1) not in "DJ"))
            or (code == "I" and not participle and word not in INNER)
        ):
            break
        if code == "G" and k > head + 2:
            break
        if code in "NP#HS" or word in ("this", "that"):
            last = k
    return last


def _is_time(word: str) -> bool:
    """A word of time in front of a source: "last month Australia's watchdog"."""
    return word in ("last", "this", "earlier", "on") or word in lexicon.words("temporal_nouns.tsv")


PARTICIPLES = frozenset(["familiar", "close", "briefed", "discussing", "featuring", "involved", "representing"])
WHOSE = frozenset(["of", "for", "at", "with", "from", "behind"])
INNER = frozenset(["of", "for", "behind"])
"""Prepositions that tell whose somebody is, behind the noun and further on."""
HUMAN = frozenset(
    ["man", "woman", "person", "source", "boy", "girl", "one", "another", "lady", "gentleman", "neighbour", "neighbor"]
)
"""Nouns and pronouns for one human being that are no title."""
