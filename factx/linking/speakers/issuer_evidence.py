"""What speaks for an organisation as the issuer of an article, added up by organisation.

Strong: a line of the wire names it, it "today announced" or "is proud to announce", "(the “Company”)" is its name.
Middling: the first sentence or the headline begins with it, there is an "About X", its domain is the one to write to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.titles import is_head
from factx.linking.speakers.view import View

__all__ = ["Evidence", "defined", "first_in"]

HEAD = 2500
WIRE_LINE = re.compile(r"^[^\n/]{4,80}\d{4} ?/ (?=[^\n/]{2,60} /$)", re.M)
""" "Butte, United States - January 11, 2026 / Acme Shops /", a line of its own."""
SOURCE = re.compile(r"^(?:SOURCE|Source)(?::| )\s?(?=[A-Z0-9])", re.M)
ABOUT = re.compile(r"^[ \t#*]*(?:About|ABOUT):?\s+(?=\S)", re.M)
ABOUT_INSIDE = re.compile(
    r"(?:(?<=  )|(?<=[a-z\d)][.!?”\"])|(?<=[.!?][”\"]))About (?=(?:the )?[A-Z\d][^\n:.]{1,60}(?::|  ?(?:[A-Z]|is\b)))"
)
"""The same in a text of one paragraph, behind two spaces or glued to a full stop."""
DEFINED = re.compile(
    r"\((?:[^()\n]{0,60}?\bor )?(?:the |The |hereinafter )?[“\"](?:the |The )?(?:Company|Group|Corporation|Bank|Partnership|Trust|Fund)[,.]?[”\"]\)"
)
""" "(the “Company”)": only the one who speaks defines a name for itself."""
DOMAIN = re.compile(r"(?:@|\bwww\.|https?://(?:www\.)?)((?:[\w-]{1,40}\.){1,3})[a-z]{2,12}\b")
OTHERS = lexicon.words("shared_domains.tsv")
"""Domains of everybody."""
TIMES = frozenset(["today", "yesterday"])
GLAD = frozenset("proud pleased thrilled excited delighted honored honoured happy glad eager set poised ready".split())
""" "Acme is proud to announce": reporters do not write so."""
DASHES = frozenset(["-", "–", "—", "--", "/", ":"])
"""What stands between the place of a dateline and the text."""
ABBREVIATED = frozenset(["inc", "corp", "co", "ltd", "u.s", "st"])
OPENING = 3
"""Long sentences of the body in which the announcement may stand: a second headline can be before it."""
LONG = 60
DESCRIBING = frozenset(["'s", "’s", "'", "’", "of", "is", "are", "was"])
"""Behind a name that a sentence is about, rather than one that acts in it."""
OPENERS = frozenset(["the", "today", ",", "this", "week", "at", "as", "“", '"', "introducing", "meet"])
"""What may stand before the organisation that a sentence begins with."""

AUTHORS = frozenset("the author artist founder : dr . -".split())
"""What may stand between "About" and the name of the person: "About the Author: Ann Lee"."""
PUBLISHES = re.compile(
    r"communications? platform|(?:press release|article|editorial|news)s? (?:distribution|dissemination|syndication|enhancement)"
    r"|(?:financial|investors?|investment|independent) news\b|news (?:service|network|aggregator)|newsletter"
)
""" In an "About" paragraph: it is of somebody who carries texts of others."""
NAMED_BY_WIRE, SAYS_TODAY, ANNOUNCES, DEFINES = 8.0, 3.5, 2.0, 3.0
LEADS, HEADLINE, FIRST_OF_HEADLINE, OWNS = 1.6, 0.6, 1.2, 0.8
ABOUT_IT, SECOND_ABOUT, ADDRESS, OFTEN = 2.5, 1.2, 1.8, 0.1
MOST = 8
"""Mentions that count."""
MOST_ENTITIES = 500
"""Organisations whose names are held against the addresses."""


class Evidence:
    """`person`: of whom an "About" is; `publishers`: "About" whom it is that they carry texts of others; `own_voice`: it speaks of itself as issuers do."""

    def __init__(self, view: View, entity_of: dict[int, Entity]) -> None:
        self.view = view
        self.entity_of = entity_of
        self.publishers: list[Entity] = []
        self.person: Entity | None = None
        self.own_voice = 0.0
        self._weights: dict[int, float] = {}
        self._entities: dict[int, Entity] = {}
        for entity, weight in self._signs():
            self._entities[id(entity)] = entity
            self._weights[id(entity)] = self._weights.get(id(entity), 0.0) + weight

    def weight_of(self, entity: Entity) -> float:
        """Everything that speaks for an entity."""
        return self._weights[id(entity)] + OFTEN * min(MOST, len(entity.names))

    def best(self) -> Entity | None:
        """The entity for which most speaks; of equals the one that is named first."""
        return max(self._entities.values(), key=lambda e: (self.weight_of(e), -e.first), default=None)

    def _signs(self) -> Iterator[tuple[Entity, float]]:
        yield from self._by_the_wire()
        yield from self._announced()
        yield from self._headline()
        yield from self._about()
        yield from self._defined()
        yield from self._addresses()

    def _by_the_wire(self) -> Iterator[tuple[Entity, float]]:
        text = self.view.text
        for match in (WIRE_LINE.search(text, 0, HEAD), SOURCE.search(text, len(text) // 2)):
            if match is not None:
                line_end = text.find("\n", match.end())
                found = first_in(self.view, self.entity_of, match.end(), line_end if line_end >= 0 else len(text))
                if found is not None:
                    yield found, NAMED_BY_WIRE

    def _announced(self) -> Iterator[tuple[Entity, float]]:
        """Who announces something in the first paragraphs of the body, and with whom they begin."""
        view, read = self.view, 0
        for sentence in view.document.sentences[:40]:
            if sentence.start > HEAD or read == OPENING:
                return
            if view.document.section_at(sentence.start) not in ("body", "dateline"):
                continue
            if view.text[sentence.start : sentence.end].rstrip()[-1:] in tuple("—–-/"):
                continue  # a dateline alone
            names = self._names_in(sentence.start, sentence.end)
            dash = self._dash(names)
            for n in [n for n in names if view.first[n] > dash]:
                if view.quoted[view.first[n]]:
                    continue
                how = announcing(view, n)
                if how:
                    self.own_voice = max(self.own_voice, 2.0 * (how == "today"))
                    yield self.entity_of[n], SAYS_TODAY if how == "today" else ANNOUNCES
                    break
            if read == 0 and names:
                yield from self._leads(sentence.start, dash)
            read += sentence.end - sentence.start > LONG

    def _leads(self, start: int, dash: int) -> Iterator[tuple[Entity, float]]:
        """The organisation with which a sentence begins."""
        view = self.view
        at = max(view.tokens.first_from(start), dash + 1)
        for k in range(at, at + 5):
            n = view.starts.get(k)
            if n is not None:
                if n in self.entity_of and view.names[n].kind in ("organization", "other"):
                    behind = view.word(view.last[n] + 1)
                    owns = behind in DESCRIBING or is_head(view, view.last[n] + 1)
                    if _praise().match(view.text, view.names[n].end):
                        self.own_voice = max(self.own_voice, 1.0)
                    yield self.entity_of[n], OWNS if owns else LEADS
                return
            if view.word(k) not in OPENERS:
                return

    def _headline(self) -> Iterator[tuple[Entity, float]]:
        """The organisations of the first line."""
        view = self.view
        line_end = view.text.find("\n")
        if not 0 < line_end < 300 or view.document.section_at(0) != "headline":
            return
        for rank, n in enumerate(self._names_in(0, line_end)[:4]):
            yield self.entity_of[n], HEADLINE / (1 + rank) + FIRST_OF_HEADLINE * (view.first[n] <= 1)

    def _about(self) -> Iterator[tuple[Entity, float]]:
        """The organisations of the "About X" paragraphs, if they are named before."""
        text, seen = self.view.text, 0
        places = [*ABOUT.finditer(text), *ABOUT_INSIDE.finditer(text, len(text) // 4)]
        for match in sorted(places, key=lambda m: m.start())[:6]:
            line_end = text.find("\n", match.end())
            line_end = len(text) if line_end < 0 else line_end
            found = first_in(self.view, self.entity_of, match.end(), min(line_end, match.end() + 60))
            if found is None:
                self.person = self.person or self._person(match.end())
                continue
            publishes = PUBLISHES.search(text, match.end(), min(len(text), match.end() + 500)) is not None
            if publishes:
                self.publishers.append(found)
            elif found.first < match.start():
                self.own_voice = max(self.own_voice, 1.0)
                yield found, ABOUT_IT if seen == 0 else SECOND_ABOUT
                seen += 1

    def _person(self, offset: int) -> Entity | None:
        """The person of whom an "About" is, where the first lines name that person."""
        at = self.view.tokens.first_from(offset)
        while self.view.word(at) in AUTHORS:
            at += 1
        n = self.view.starts.get(at)
        person = self.entity_of.get(n) if n is not None else None
        known = person is not None and person.kind == "person" and person.first < HEAD // 5
        return person if known and n is not None and self.view.first[n] < self.view.last[n] else None

    def _defined(self) -> Iterator[tuple[Entity, float]]:
        """Who is called "(the “Company”)" in the beginning."""
        found = defined(self.view, self.entity_of)
        if found is not None:
            yield found, DEFINES

    def _addresses(self) -> Iterator[tuple[Entity, float]]:
        """The organisations whose domains are those of the article's addresses."""
        text = self.view.text
        near = text if len(text) < 4 * HEAD else text[: 2 * HEAD] + text[-2 * HEAD :]
        found = (label for match in DOMAIN.finditer(near) for label in match[1].lower().rstrip(".").split("."))
        labels = {label.replace("-", "") for label in found if len(label) > 2 and label not in OTHERS}
        if not labels:
            return
        for entity in list(dict.fromkeys(self.entity_of.values()))[:MOST_ENTITIES]:
            if entity.kind == "organization" and any(_is_domain(label, entity.words) for label in labels):
                yield entity, ADDRESS

    def _names_in(self, start: int, end: int) -> list[int]:
        """The first organisations named between two offsets."""
        view = self.view
        first, last = view.tokens.first_from(start), view.tokens.first_from(end)
        found = [view.starts[k] for k in range(first, min(last, first + 60)) if k in view.starts]
        return [n for n in found if n in self.entity_of and view.names[n].kind in ("organization", "other")][:8]

    def _dash(self, names: list[int]) -> int:
        """The first dash or slash between the names of a sentence, behind which the text begins, or -1."""
        view = self.view
        if len(names) < 2:
            return -1
        first = view.first[names[0]]
        if view.word(view.last[names[0]] + 1) in ("is", "are"):
            return -1  # "Acme is glad to show one of the best – the Tarn 1992"
        for k in range(first, min(view.first[names[-1]], first + 40)):
            if view.word(k) in DASHES and view.word(k) != ":":
                return k
        return -1


@cache
def _praise() -> re.Pattern[str]:
    """ ", a leading provider of …" behind a name: so issuers describe themselves."""
    words = "|".join(map(re.escape, sorted(lexicon.words("praise.tsv"))))
    kinds = r"-based (?:company|firm|studio|startup)|firm (?:that|in)|company (?:that|in|focused)"
    return re.compile(rf"[^.!?\n]{{0,40}}?,? (?:an?|the) [^.,\n]{{0,60}}?(?:\b(?:{words})\b|{kinds})")


def defined(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """The organisation named before "(the “Company”)" in the beginning."""
    match = DEFINED.search(view.text, 0, HEAD)
    if match is None:
        return None
    at = view.tokens.first_from(match.start())
    inside = 0
    for k in range(at - 1, max(-1, at - 30), -1):
        inside += (view.word(k) == ")") - (view.word(k) == "(")
        n = view.ends.get(k)
        if not inside and n is not None and n in entity_of and view.names[n].kind in ("organization", "other"):
            return entity_of[n]
    return None


def first_in(view: View, entity_of: dict[int, Entity], start: int, end: int) -> Entity | None:
    """The first organisation named between two offsets."""
    at = view.tokens.first_from(start)
    for k in range(at, min(at + 40, len(view.lower))):
        if view.tokens.start[k] >= end:
            return None
        n = view.starts.get(k)
        if n is not None and view.names[n].kind in ("organization", "other") and n in entity_of:
            return entity_of[n]
    return None


def announcing(view: View, n: int) -> str:
    """How name `n` announces something: "today" (or with pride, as only issuers do), "plain", or "" where it does not.

    Brackets, appositions and further names between the name and its verb are passed over.
    """
    verbs = lexicon.words("announcing_verbs.tsv")
    depth, apposition = 0, view.word(view.last[n] + 1) in (",", "(", "®", "™")
    for at in range(view.last[n] + 1, min(len(view.lower), view.last[n] + 60)):
        word, code = view.word(at), view.code(at)
        if word == "(":
            depth += 1
        elif word == ")":
            depth -= 1
            if depth < 0:
                return ""  # a news agency in brackets
        elif depth > 0 or (code == "." and view.word(at - 1) in ABBREVIATED):
            continue
        elif word in verbs:
            before, behind = view.word(at - 1), view.word(at + 1)
            if before in TIMES or behind in TIMES or before == "proudly":
                return "" if _is_reported(view, at) else "today"
            if view.code(at - 1) not in "DJTS":
                return "plain"
        elif (word in GLAD or word == "proudly") and _is_glad(view, at, apposition):
            return "today"
        elif (
            code == "."
            or word in DASHES - {"/", ":", "-"}
            or (code == "V" and not apposition and word not in ("has", "have", "is", "are", "said"))
        ):
            return ""
    return ""


def _is_glad(view: View, at: int, apposition: bool) -> bool:
    """ "Is proud to announce", "proudly continues" at token `at`: reporters do not write so."""
    if view.word(at) == "proudly":
        return not apposition and view.code(at + 1) == "V"
    return view.word(at + 1) == "to" and view.word(at - 1) in ("is", "are", "was", "were", "’s", "'s")


def _is_reported(view: View, at: int) -> bool:
    """Does somebody else say at the end of the sentence that it announced?"""
    sentence = view.document.sentence_at(view.tokens.start[at])
    stop = view.tokens.first_from(sentence.end) if sentence is not None else at
    return any(view.word(k) in ("said", "says") for k in range(max(at, stop - 4), stop))


def _is_domain(label: str, words: tuple[str, ...]) -> bool:
    """Is a part of a domain made of an organisation's name?

    >>> _is_domain("tarnrivergears", ("tarn", "river")), _is_domain("trg", ("tarn", "river", "gears")), _is_domain("gears", ("tarn", "river"))
    (True, True, False)
    """
    whole = "".join(c for word in words for c in word if c.isalnum())
    if len(whole) > 3 and (
        label.startswith(whole) or (whole.startswith(label) and (len(label) > 3 or label == words[0]))
    ):
        return True
    return len(words) > 2 and label == "".join(
        word[0] for word in words if word not in ("and", "of", "the", "for", "&")
    )
