"""Which names are one organisation: "Apple Inc." and "Apple", "British Airways" and "BA", "X (Y)"."""

from __future__ import annotations

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.titles import is_head
from factx.linking.speakers.view import View
from factx.mentions.names.legal import legal_forms

__all__ = ["group_organisations"]

NAMESAKES = 12
"""Organisations of one first word that are compared."""
JOINTS = frozenset(["and", "of", "the", "for", "on", "&", "de", "in"])


def group_organisations(view: View) -> list[Entity]:
    """One `Entity` an organisation (or thing with a name), in order of first mention."""
    by_key: dict[tuple[str, ...], Entity] = {}
    order: list[Entity] = []
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
        if name.kind == "organization" and entity.kind == "place":
            entity.kind = "organization"
        entity.names.append(n)
    merged = _bracketed(view, by_key)
    _shortened(view, order, merged)
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
    while (
        end - start > 1
        and words[end - 1] in suffixes
        and words[end - 1] not in ("company", "companies", "holding", "holdings")
    ):
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
    >>> _abbreviates("ibm", ("british", "airways"))
    False
    """
    letters = [c for c in short if c.isalnum()]
    initials = [w[0] for w in words if w not in JOINTS]
    if letters == initials or letters == [w[0] for w in words]:
        return True
    if not letters or not words or letters[0] != words[0][0] or len(letters) > 8:
        return False
    # Each further letter comes from the rest of the words, at most two from one word ("Pemex", "Wi-Fi" are let go).
    position = 0
    for letter in letters:
        while position < len(initials) and initials[position] != letter:
            position += 1
        if position == len(initials):
            return False
        position += 1
    return len(letters) >= 2


def _shortened(view: View, order: list[Entity], merged: dict[int, Entity]) -> None:
    """Acronyms and first words of longer names."""
    heads = lexicon.words("organisation_heads.tsv") | legal_forms()
    suffixes = legal_forms()
    common = lexicon.tags()
    longer: dict[str, list[Entity]] = {}
    acronyms: dict[str, list[Entity]] = {}
    for entity in order:
        if len(entity.words) > 1 and entity.kind != "place":
            longer.setdefault(entity.words[0], []).append(entity)
            acronyms.setdefault("".join(w[0] for w in entity.words if w not in JOINTS), []).append(entity)
            acronyms.setdefault("".join(w[0] for w in entity.words), []).append(entity)
    by_head: dict[str, list[Entity]] = {}
    for entity in order:
        if len(entity.words) > 1 and entity.kind != "place":
            for word in {entity.words[-1], entity.words[0]} | set(entity.words[1:-1]):
                if word in heads:
                    by_head.setdefault(word, []).append(entity)
    single = {e.words[0]: e for e in order if len(e.words) == 1 and e.kind != "place" and id(e) not in merged}
    for entity in order:
        if id(entity) in merged or entity.kind == "place":
            continue
        if len(entity.words) == 2 and len(entity.words[0]) == 1 and (same := single.get(entity.words[1])) is not None:
            merged[id(same)] = entity  # "J Carver" and "Carver"
            continue
        if len(entity.words) == 1 and entity.first < HEADLINE and entity.words[0] in by_head:
            # "Union warns of strikes" in a headline, when the text knows one union only.
            full = [e for e in by_head[entity.words[0]][:NAMESAKES] if e.words[-1] == entity.words[0]]
            if len(full) == 1:
                merged[id(entity)] = _root(full[0], merged)
                continue
        if len(entity.words) == 1 and entity.words[0] in by_head and _takes_up(view, entity):
            # "the Commission" takes up "the European Commission".
            earlier = [e for e in by_head[entity.words[0]][:NAMESAKES] if e.first < entity.first]
            if earlier:
                merged[id(entity)] = _root(
                    max(earlier, key=lambda e: (e.words[-1] == entity.words[0], len(e.names), -e.first)), merged
                )
                continue
        if len(entity.words) == 1 and view.forms[view.first[entity.names[0]]].isupper():
            found = [
                e
                for e in acronyms.get(entity.words[0].replace(".", ""), [])[:NAMESAKES]
                if _root(e, merged) is not entity
            ]
            if found:
                merged[id(entity)] = _root(found[0], merged)
                continue
        fitting = [
            e
            for e in longer.get(entity.words[0], [])[:NAMESAKES]
            if len(e.words) > len(entity.words)
            and e.words[: len(entity.words)] == entity.words
            and _root(e, merged) is not entity
            and (
                (len(entity.words) == 1 and _is_trade(e.words[1:], longer[entity.words[0]]))
                or (
                    all(w in heads or (w in common and len(entity.words) == 1) for w in e.words[len(entity.words) :])
                    and e.words[len(entity.words)] in heads
                    and len([w for w in e.words[len(entity.words) :] if w not in suffixes]) <= 1
                )
            )
        ]
        whole = [e for e in fitting if e.first < entity.first or entity.first < HEADLINE]
        if whole:
            merged[id(entity)] = _root(min(whole, key=lambda e: (len(e.words), e.first)), merged)


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
