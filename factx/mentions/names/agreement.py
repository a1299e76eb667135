"""One article, one meaning: names whose kind is open take it from their other mentions.

A surname is the person of that surname, the first words or the initials of an organisation are the organisation, and
the same string is the same thing wherever it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factx.mentions.names.candidates import Candidate
from factx.mentions.names.evidence import kind_in_context

__all__ = ["agree"]

Key = tuple[str, ...]


def agree(found: Sequence[Candidate], forms: Sequence[str], lower: Sequence[str], letters: str) -> None:
    """Give a kind to every candidate, in place."""
    votes: dict[Key, Counter[tuple[str, str]]] = {}
    keys = [tuple(forms[c.first : c.last]) for c in found]
    for c, key in zip(found, keys, strict=True):
        if c.kind is None:
            evidence = kind_in_context(lower, letters, c.first, c.last)
            if evidence is None and c.officer:
                evidence = "organization", "organisation: its officer"
            if evidence is None:
                continue
            votes.setdefault(key, Counter())[evidence] += 1
        elif len(key) > 1 or c.honorific or c.title:
            votes.setdefault(key, Counter())[c.kind, c.rule] += 2
    _employers(found, keys, lower, votes)
    decided = {key: counts.most_common(1)[0][0] for key, counts in votes.items()}
    people, organisations = _parts(decided)
    for c, key in zip(found, keys, strict=True):
        if c.kind is None or (c.kind == "place" and key in people):
            c.kind, c.rule = _kind(key, c.shape, decided, people, organisations)


def _employers(
    found: Sequence[Candidate], keys: Sequence[Key], lower: Sequence[str], votes: dict[Key, Counter[tuple[str, str]]]
) -> None:
    """Who follows "Mike Powell of" is an organisation, unless a list says that it is a place."""
    for i in range(1, len(found)):
        before, c, key = found[i - 1], found[i], keys[i]
        if c.kind is None and before.last == c.first - 1 and lower[before.last] in ("of", "at", "with", "from"):
            if before.kind == "person" or any(kind == "person" for kind, _ in votes.get(keys[i - 1], ())):
                votes.setdefault(key, Counter())["organization", "organisation: employer"] += 1


def _parts(decided: dict[Key, tuple[str, str]]) -> tuple[set[Key], set[Key]]:
    """Surnames and given names of the people; beginnings and initials of the organisations."""
    people: set[Key] = set()
    organisations: set[Key] = set()
    for key, (kind, _) in decided.items():
        if kind == "person":
            words = [w for w in key if w not in (".", ",", "Jr", "Sr", "II", "III")]
            if words:
                people.add((words[-1],))
                people.add((words[0],))
                people.update(tuple(words[i:]) for i in range(1, len(words)))
        elif kind == "organization":
            for length in range(1, len(key)):
                organisations.add(key[:length])
            initials = "".join(w[0] for w in key if w[0].isupper())
            organisations.add((initials,))
    return people, organisations


def _kind(
    key: Key, shape: str, decided: dict[Key, tuple[str, str]], people: set[Key], organisations: set[Key]
) -> tuple[str, str]:
    known = decided.get(key)
    if known is not None:
        return known[0], f"{known[1]} (elsewhere)"
    if key in people:
        return "person", "person: part of a name"
    if key in organisations:
        return "organization", "organisation: part of a name"
    if shape in ("A", "A&A"):
        return "organization", "organisation: acronym"
    if shape in ("B", "Q"):
        return "organization", "organisation: head noun alone"
    if shape == "C":
        return "organization", "organisation: unknown word"
    if shape in ("G", "S", "K"):
        return "person", "person: given name or surname alone"
    return "other", "other: capitalised words"
