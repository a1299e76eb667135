"""Whether two speakers, one of each text, can be the same voice. What is not known is never "other".

>>> from factx.records import Speaker
>>> lee = Speaker(id="s1", name="Ann Lee", kind="person", affiliation="Bolt plc", aliases=["Lee"])
>>> same_person(lee, Speaker(id="s1", name="Dr A. Lee", kind="person")), same_person(lee, Speaker(id="s2", name="Tom Reid", kind="person"))
('same', 'other')
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from factx import lexicon
from factx.comparison.words import stem, words

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Speaker

__all__ = ["Relation", "Voices", "name_words", "near_name", "organisation_words", "same_organisation", "same_person"]

Relation = Literal["same", "other", "unknown"]

LETTERS = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
NOT_NAMES = frozenset().union(
    *(lexicon.words(f"{name}.tsv") for name in ("honorifics", "degrees", "officers", "name_particles"))
)
LEGAL = frozenset(form.replace(".", "") for form in lexicon.words("organisation_suffixes.tsv")) | {
    "the",
    "of",
    "and",
    "group",
}
TYPO = 2
"""Letters by which a name may differ from another one and still be that name misspelt."""


def name_words(name: str) -> list[str]:
    """The words of a person's name, lower case, without titles, degrees and particles."""
    found = [word.casefold().replace("’", "'").rstrip(".") for word in LETTERS.findall(name)]
    return [word for word in found if word not in NOT_NAMES and word not in ("and", "of", "the")]


def organisation_words(name: str | None) -> set[str]:
    """The words of an organisation's name that tell it from others."""
    forms = [word.form for word in words((name or "").replace(".", ""))]
    return {stem(form) for form in forms if form not in LEGAL}


def same_person(a: Speaker, b: Speaker) -> Relation:
    """By family name and given name, short forms included; one name against a full one is the same where it is part of it."""
    if {name.casefold() for name in (a.name, *a.aliases)} & {name.casefold() for name in (b.name, *b.aliases)}:
        return "same"
    one, two = name_words(a.name), name_words(b.name)
    if not one or not two:
        return "unknown"
    if len(one) == 1 or len(two) == 1:
        if one[-1] == two[-1]:
            return "same"
        if set(one) & set(two):
            return "unknown"  # "Lee" may be Lee Shapiro, and another one's family name
        return "unknown" if distance(one[-1], two[-1]) <= TYPO else "other"
    alike = _given(one[0]) == _given(two[0]) or (one[0][0] == two[0][0] and 1 in (len(one[0]), len(two[0])))
    if one[-1] == two[-1]:
        return "same" if alike else "unknown"  # else a relative, or the same person under another name
    if set(one[1:]) & set(two[1:]) or (alike and distance(one[-1], two[-1]) <= TYPO):
        return "unknown"
    return "other"


def _given(name: str) -> str:
    return lexicon.table("nicknames.tsv").get(name, name)


def near_name(a: str, b: str) -> bool:
    """Are the two names one name written in two ways, one of them by mistake: all words alike, one nearly so?

    >>> near_name("Ingrid Lindqvist", "Ingrid Lindquist"), near_name("Ann Lee", "Tom Lee"), near_name("Bo Li", "Bo Lu")
    (True, False, False)
    """
    one, two = name_words(a), name_words(b)
    if len(one) != len(two) or len(one) < 2:
        return False
    unlike = [(x, y) for x, y in zip(one, two, strict=True) if x != y]
    if len(unlike) != 1:
        return False
    x, y = unlike[0]
    return min(len(x), len(y)) >= 4 and distance(x, y) <= TYPO and _given(x) != _given(y)


def distance(a: str, b: str) -> int:
    """Letters put in, left out, changed or swapped with their neighbour (Damerau, restricted); names are short."""
    if abs(len(a) - len(b)) > TYPO or len(a) > 40:
        return TYPO + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            least = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                least = min(least, before[j - 2] + 1)
            new.append(least)
        before, row = row, new
    return row[-1]


def same_organisation(a: str | None, b: str | None) -> Relation:
    """By the words of the names that matter; initials stand for the words that they are from."""
    one, two = organisation_words(a), organisation_words(b)
    if not one or not two:
        return "unknown"
    if one & two:
        return "same"
    joined, other = {"".join(one), "".join(two)}, {_initials(a or ""), _initials(b or "")}
    return "same" if joined & other else "other"


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W_]+", name) if word.casefold() not in LEGAL).casefold()


class Voices:
    """Compares speakers of the report with speakers of the source."""

    def __init__(self, source: Facts, report: Facts) -> None:
        self.source, self.report = source, report
        self.issuer = source.issuer or report.issuer

    def relation(self, told: Speaker | None, said: Speaker | None) -> Relation:
        """Of the speaker in the report to that in the source (None: not known)."""
        if told is None or said is None or "group" in (told.kind, said.kind):
            return "unknown"
        if told.kind == said.kind:
            if told.kind == "person":
                return same_person(told, said)
            found = same_organisation(told.name, said.name)
            if found == "other" and any(
                same_organisation(x, y) == "same"
                for x in (told.name, *told.aliases)
                for y in (said.name, *said.aliases)
            ):
                return "same"
            return found
        person, house = (told, said) if told.kind == "person" else (said, told)
        if set(name_words(house.name)) & set(name_words(person.name)):
            return "unknown"  # a family name taken for a company's, or a company with its founder's name
        employers = self._employers(person)
        relations = {
            same_organisation(employer, name) for employer in employers for name in (house.name, *house.aliases)
        }
        if "same" in relations:
            return "same"
        return "other" if employers and relations == {"other"} and told.kind == "organization" else "unknown"

    def _employers(self, person: Speaker) -> list[str]:
        """What either text gives as the house that the person speaks for."""
        found = [person.affiliation] if person.affiliation else []
        for other in (*self.source.speakers, *self.report.speakers):
            if (
                other.kind == "person"
                and other.affiliation
                and other is not person
                and same_person(person, other) == "same"
            ):
                found.append(other.affiliation)
        return found
