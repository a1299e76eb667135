"""Which person names are one person: "Ross Ellerby", "Mr Ellerby", "Ellerby"; two of one surname stay apart.

Full names are joined first; a single name then goes to the person who has it, by gender of the honorific and by what
stands nearest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.view import View

__all__ = ["gender_of", "group_people"]

GENERATION = frozenset(["jr", "sr", "ii", "iii", "iv"])


def group_people(view: View) -> list[Entity]:
    """One `Entity` a person, in order of first mention; `names` in text order."""
    people: list[Entity] = []
    by_word: dict[str, list[Entity]] = {}
    singles: list[int] = []
    for n, name in enumerate(view.names):
        if name.kind != "person":
            continue
        words = tuple(w for w in view.name_words(n) if w not in GENERATION)
        if len(words) < 2:
            if words:
                singles.append(n)
            continue
        entity = next((e for e in by_word.get(words[-1], [])[:NAMESAKES] if _same(e.words, words)), None)
        if entity is None:
            entity = Entity("person", words, full=n, first=name.start)
            people.append(entity)
            for word in dict.fromkeys((*words, *words[-1].split("-"))):
                by_word.setdefault(word, []).append(entity)
        else:
            _lengthen(view, entity, words, n, by_word)
        entity.names.append(n)
        _learn_gender(entity, name.honorific)
    for n in singles:
        name = view.names[n]
        word = view.name_words(n)[0]
        entity = _owner(by_word.get(word, [])[:NAMESAKES], word, name.honorific, n)
        if entity is None:
            entity = Entity("person", (word,), full=n, first=name.start)
            people.append(entity)
            by_word.setdefault(word, []).append(entity)
        entity.singles.append(n)
        entity.first = min(entity.first, name.start)
        _learn_gender(entity, name.honorific)
    for entity in people:
        entity.names = sorted(entity.names + entity.singles)
    people.sort(key=lambda e: e.first)
    return people


def _lengthen(view: View, entity: Entity, words: tuple[str, ...], n: int, by_word: dict[str, list[Entity]]) -> None:
    """Let name `n` be the person's where it is a fuller one."""
    if len(words) > len(entity.words):
        for word in words:
            if entity not in by_word.setdefault(word, []):
                by_word[word].append(entity)
        entity.words, entity.full = words, n
    elif words == entity.words and len(view.name_words(n)) > len(view.name_words(entity.full or 0)):
        entity.full = n  # with "Jr."


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Can two full names be one person's? (Their last words agree.)

    >>> _same(("hillary", "clinton"), ("bill", "clinton")), _same(("j", "kerry"), ("john", "kerry"))
    (False, True)
    """
    x, y = a[0], b[0]
    if x == y:
        return True
    if len(a) != len(b):
        short, long = (a, b) if len(a) < len(b) else (b, a)
        if long[-len(short) :] == short:
            return True
    if x[0] == y[0] and ("." in x or "." in y or len(x) == 1 or len(y) == 1):
        return True
    nicknames = lexicon.table("nicknames.tsv")
    return nicknames.get(x, x) == nicknames.get(y, y)


def _owner(candidates: Sequence[Entity], word: str, honorific: str | None, n: int) -> Entity | None:
    """The person whom a single name means: of those with the surname, else of those with the given name."""
    if honorific is None and len(candidates) == 1:
        return candidates[0]
    gender = lexicon.table("honorifics.tsv").get((honorific or "").lower().rstrip("."), "u")
    fitting = [e for e in candidates if "u" in (gender, e.gender) or e.gender == gender]
    surname = [e for e in fitting if e.words[-1] == word]
    # "Mr. Xi" is the one whose name begins so when nobody is called so by surname.
    pool = (
        surname
        or [e for e in fitting if honorific is None or e.words[0] == word]
        # "Mr Otieno" is Martin Odero-Otieno.
        or [e for e in fitting if honorific and "-" in e.words[-1] and word in e.words[-1].split("-")]
        # "Dr. Q" is Ann “Dr. Q” Ray.
        or [e for e in fitting if word in e.words[1:-1]]
    )
    if not pool:
        return None
    if len(pool) == 1:
        return pool[0]

    def weight(e: Entity) -> tuple[bool, int, int]:
        before = bisect_left(e.names, n)
        near = before > 0 and n - e.names[before - 1] <= NEAR
        return (near and e.words[0] != word, len(e.names), -e.first)

    return max(pool, key=weight)


NAMESAKES = 12
"""People of one name who are compared."""
NEAR = 3
"""Names between a full name and the single one that surely takes it up."""


def _learn_gender(entity: Entity, honorific: str | None) -> None:
    if honorific is not None or entity.gender == "u":
        told = gender_of((), honorific)
        entity.gender = (
            told if told != "u" else gender_of(entity.words, None) if entity.gender == "u" else entity.gender
        )


def gender_of(words: Sequence[str], honorific: str | None) -> str:
    """ "f", "m", or "u" where neither the honorific nor the given names (in lower case) tell.

    >>> gender_of(("maria", "keller"), None), gender_of(("keller",), "Mr"), gender_of(("jean-werner", "roth"), None)
    ('f', 'm', 'u')
    """
    if honorific is not None:
        gender = lexicon.table("honorifics.tsv").get(honorific.lower().rstrip("."), "u")
        if gender != "u":
            return gender
    given = lexicon.table("given_names.tsv")
    told = (given.get(word, "u") for word in words[: max(1, len(words) - 1)])
    return next((gender for gender in told if gender != "u"), "u")
