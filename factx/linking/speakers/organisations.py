"""Which names are one organisation: "Apple Inc." and "Apple", "British Airways" and "BA", "X (Y)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.titles import is_head
from factx.linking.speakers.view import View
from factx.mentions.names.legal import legal_forms

__all__ = ["group_organisations"]

NAMESAKES, LONGEST_SHORT = 12, 8
"""Organisations of one first word that are compared, and letters of a short name in brackets."""
DOMAIN = re.compile(r"(\w{4,})\.(?:com|ai|io|net|org|co)")
WHOLE = frozenset(["company", "companies", "holding", "holdings"])
"""Legal forms that are a part of the name."""
JOINTS = frozenset(["and", "of", "the", "for", "on", "&", "de", "in"])


def group_organisations(view: View) -> list[Entity]:
    """One `Entity` an organisation (or thing with a name), in order of first mention."""
    by_key: dict[tuple[str, ...], Entity] = {}
    order: list[Entity] = []
    running: set[int] = set()
    """Of those that running text names; what headlines alone name may have their verb in it."""
    for n, name in enumerate(view.names):
        if name.kind not in ("organization", "other", "place"):
            continue
        key = _key(view.name_words(n))
        entity = by_key.get(key)
        if entity is None:
            entity = by_key[key] = Entity(
                "place" if name.kind == "place" else "organization", key, full=n, first=name.start
            )
            order.append(entity)
        elif len(view.name_words(n)) > len(view.name_words(entity.full or 0)):
            entity.full = n
        if not name.rule.startswith("headline") or view.name_words(n)[-1] in legal_forms():
            running.add(id(entity))
        if name.kind == "organization" and entity.kind == "place":
            entity.kind = "organization"
        entity.names.append(n)
    merged = _bracketed(view, by_key)
    _sites(by_key, merged)
    _shortened(view, [e for e in order if id(e) in running or len(e.words) == 1], merged)
    survivors = []
    for entity in order:
        target = _root(entity, merged)
        if target is entity:
            survivors.append(entity)
        else:
            target.names = sorted(target.names + entity.names)
            target.first = min(target.first, entity.first)
            target.full = max((target.full, entity.full), key=lambda n: len(view.name_words(n)) if n is not None else 0)
    survivors.sort(key=lambda e: e.first)
    return survivors


def _sites(by_key: dict[tuple[str, ...], Entity], merged: dict[int, Entity]) -> None:
    """ "Acme.com" and "Acme": called as the text does more often."""
    for key, entity in by_key.items():
        site = DOMAIN.fullmatch(key[0]) if len(key) == 1 else None
        plain = by_key.get((site[1],)) if site is not None else None
        if plain is not None:
            short, long = sorted((entity, plain), key=lambda e: len(e.names))
            merged[id(short)] = long


def _root(entity: Entity, merged: dict[int, Entity]) -> Entity:
    for _ in range(4):
        target = merged.get(id(entity))
        if target is None or target is entity:
            return entity
        entity = target
    return entity


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a name without the article and the legal form at its end.

    >>> _key(("the", "acme", "inc")), _key(("co", "op", "bank"))
    (('acme',), ('co', 'op', 'bank'))
    """
    suffixes = legal_forms()
    start, end = int(len(words) > 1 and words[0] == "the"), len(words)
    while end - start > 1 and words[end - 1] in suffixes and words[end - 1] not in WHOLE:
        end -= 1
    return words[start:end] or words


def _bracketed(view: View, by_key: dict[tuple[str, ...], Entity]) -> dict[int, Entity]:
    """Abbreviations given in brackets: "House Select Committee on Intelligence (Committee)"."""
    merged: dict[int, Entity] = {}
    for n, last in enumerate(view.last):
        if view.word(last + 1) != "(" or view.names[n].kind == "person":
            continue
        at = last + 2
        while view.word(at) in ("the", "“", '"', "‘", "'"):
            at += 1
        other = view.starts.get(at)
        if other is None or view.names[other].kind == "person":
            continue
        behind = view.word(view.last[other] + 1)
        if behind not in (")", "”", '"', "’", "'") or (view.names[other].kind == "place"):
            continue
        long, short = by_key.get(_key(view.name_words(n))), by_key.get(_key(view.name_words(other)))
        if long is None or short is None or long is short:
            continue
        if _abbreviates("".join(short.words), view.name_words(n)) or set(short.words) <= set(long.words):
            merged[id(short)] = long
    return merged


def _abbreviates(short: str, words: tuple[str, ...]) -> bool:
    """Are the letters of `short` taken from the words in order, the first from the first word?

    >>> _abbreviates("nuj", ("national", "union", "of", "journalists")), _abbreviates("ba", ("british", "airways"))
    (True, True)
    >>> _abbreviates("azcrew", ("arizona", "crew"))
    True
    >>> _abbreviates("ibm", ("british", "airways"))
    False
    """
    letters = [c for c in short if c.isalnum()]
    if not letters or not words or letters[0] != words[0][0] or len(letters) > LONGEST_SHORT:
        return False
    reached: set[int] = set()
    for k, word in enumerate(words):
        reached |= {at for start in (reached if k else {0}) for at in _taken(letters, start, word)}
    return len(letters) > 1 and len(letters) in reached


def _taken(letters: Sequence[str], start: int, word: str) -> Iterator[int]:
    """How far the letters from `start` on are taken from one word, its first letter first: "AZ" of Arizona."""
    rest, at = iter(word[1:]), start
    while at < len(letters) and (letters[at] == word[0] if at == start else letters[at] in rest):
        at += 1
        yield at


class _Longer:
    """The organisations of several words, by what a shorter name of them can be."""

    def __init__(self, view: View, order: list[Entity]) -> None:
        heads = _heads()
        self.by_first: dict[str, list[Entity]] = {}
        self.by_initials: dict[str, list[Entity]] = {}
        self.by_head: dict[str, list[Entity]] = {}
        for entity in order:
            if len(entity.words) < 2 or entity.kind == "place":
                continue
            self.by_first.setdefault(entity.words[0], []).append(entity)
            for initials in _initials(view, entity):
                self.by_initials.setdefault(initials, []).append(entity)
            for word in heads.intersection(entity.words):
                self.by_head.setdefault(word, []).append(entity)


def _initials(view: View, entity: Entity) -> tuple[str, ...]:
    """What an organisation may be called by its initials: "nuj", "nuoj"; "pg&e" where an ampersand is in the name."""
    letters = "".join(w[0] for w in entity.words)
    full = entity.full or 0
    joined = "&" in view.forms[view.first[full] : view.last[full] + 1]
    short = "".join(w[0] for w in entity.words if w not in JOINTS)
    return (short, letters, f"{letters[:-1]}&{letters[-1]}") if joined else (short, letters)


@cache
def _heads() -> frozenset[str]:
    return lexicon.words("organisation_heads.tsv") | legal_forms()


def _shortened(view: View, order: list[Entity], merged: dict[int, Entity]) -> None:
    """Acronyms and first words of longer names."""
    longer = _Longer(view, order)
    for entity in order:
        if id(entity) in merged or entity.kind == "place":
            continue
        target = None
        if len(entity.words) == 1:
            target = _by_head(view, entity, longer) or _by_initials(view, entity, longer, merged)
        if target is None:
            target = _by_first_words(view, entity, longer, merged)
        if target is not None:
            merged[id(entity)] = _root(target, merged)


def _by_head(view: View, entity: Entity, longer: _Longer) -> Entity | None:
    """The organisation that a head noun alone takes up."""
    word = entity.words[0]
    if word not in longer.by_head:
        return None
    known = longer.by_head[word][:NAMESAKES]
    if entity.first < HEADLINE:
        # "Union warns of strikes" in a headline, when the text knows one union only.
        full = [e for e in known if e.words[-1] == word]
        if len(full) == 1:
            return full[0]
    earlier = [e for e in known if e.first < entity.first]
    if not earlier or not _takes_up(view, entity):
        return None
    # "the Commission" takes up "the European Commission".
    return max(earlier, key=lambda e: (e.words[-1] == word, len(e.names), -e.first))


def _by_initials(view: View, entity: Entity, longer: _Longer, merged: dict[int, Entity]) -> Entity | None:
    """ "BA" of British Airways."""
    if not view.forms[view.first[entity.names[0]]].isupper():
        return None
    known = longer.by_initials.get(entity.words[0].replace(".", ""), [])[:NAMESAKES]
    return next((e for e in known if _root(e, merged) is not entity), None)


def _by_first_words(view: View, entity: Entity, longer: _Longer, merged: dict[int, Entity]) -> Entity | None:
    """The shortest longer name that the entity is the beginning of: "Apple" of Apple Inc."""
    namesakes = longer.by_first.get(entity.words[0], [])
    size = len(entity.words)
    coined = _coined(view, entity, namesakes)
    if coined is not None and _root(coined, merged) is not entity:
        return coined
    fitting = [
        e
        for e in namesakes[:NAMESAKES]
        if len(e.words) > size
        and e.words[:size] == entity.words
        and (e.first < entity.first or entity.first < HEADLINE)
        and _root(e, merged) is not entity
        and (
            (size == 1 and _is_trade(e.words[1:], namesakes))
            or _is_tail(e.words[size:], size == 1, 1 + (len(namesakes) == 1))
        )
    ]
    return min(fitting, key=lambda e: (len(e.words), e.first), default=None)


FORMS = frozenset(["group", "trust", "partners"])
"""What ends the name of a whole company as a legal form does."""


def _coined(view: View, entity: Entity, namesakes: list[Entity]) -> Entity | None:
    """The organisation whose first word is a word that the language has not, where one name only is a whole company's."""
    if len(entity.words) > 1 or len(namesakes) == 0:
        return None
    word, shortest = entity.words[0], view.forms[view.first[entity.names[0]]]
    if shortest.isupper() or lexicon.is_common(word) or word in lexicon.words("places.tsv"):
        return None
    if any(len(view.name_words(n)) > 1 for n in entity.names):
        return None
    firms = [e for e in namesakes[:NAMESAKES] if _is_whole(view, e)]
    return firms[0] if len(firms) == 1 else None


def _is_whole(view: View, entity: Entity) -> bool:
    """Does a name of it end as those of whole companies do?"""
    ends = {view.name_words(n)[-1] for n in entity.names}
    return not ends.isdisjoint(FORMS) or not ends.isdisjoint(legal_forms())


def _is_tail(words: tuple[str, ...], common: bool, most: int = 1) -> bool:
    """Is it what a shorter name leaves out: `most` heads and legal forms, behind one word common words as well?"""
    heads, known = _heads(), lexicon.tags()
    return (
        words[0] in heads
        and all(word in heads or (common and word in known) for word in words)
        and sum(word not in legal_forms() for word in words) <= most
    )


def _is_trade(tail: tuple[str, ...], namesakes: list[Entity]) -> bool:
    """Is the rest of the only name of its first word a trade in the plural ("Acme Foundries", "Acme Dairies Ltd")?"""
    words = [w for w in tail if w not in legal_forms()]
    plural = len(words) == 1 and words[0].endswith("s") and lexicon.tags().get(words[0], "NNS") == "NNS"
    return plural and len({e.words[1] for e in namesakes}) == 1


def _takes_up(view: View, entity: Entity) -> bool:
    """Does a head noun alone stand for a full name ("the Commission", "Board Chair Ann Lee")?"""
    n = entity.names[0]
    return view.word(view.first[n] - 1) == "the" or is_head(view, view.last[n] + 1)


HEADLINE = 120
"""A short form before the full name is let pass this near to the beginning: headlines shorten."""
