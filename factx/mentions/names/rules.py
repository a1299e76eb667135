"""What the words of a name alone tell about its kind: a table of patterns over the letters of `shapes`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from factx import lexicon
from factx.document.tokens import Tokens
from factx.mentions.names.candidates import CALLED, Candidate
from factx.mentions.names.shapes import shapes
from factx.rules import Rule, RuleTable

__all__ = ["ADDRESSED", "NAME_SHAPES", "kind_of_candidate", "kind_of_shape"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A match as `RuleTable.find` gives it, over a text that is one name."""

    text: str

    def __getitem__(self, group: int) -> str:
        return self.text


class ShapeTable(RuleTable):
    """Rules that match the letters of a whole candidate."""

    def first(self, shape: str) -> Rule | None:
        """The first rule that holds for a candidate."""
        for rule in self.rules:
            if rule.compiled.fullmatch(shape) is not None:
                return rule
        return None

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Rule, Any]]:
        """The rule that holds when `text` is one candidate."""
        stop = len(text) if end is None else end
        rule = self.first(shapes(Tokens(text[start:stop]).text))
        if rule is not None:
            yield rule, Hit(text[start:stop])


def rule(kind: str, name: str, pattern: str, *, yes: tuple[str, ...], no: tuple[str, ...]) -> Rule:
    """A rule whose `build` gives the kind of name."""
    return Rule(name, pattern, build=lambda: kind, examples=yes, counter_examples=no)


SURNAME = r"[pP]{0,3}[ABCDEGKLNPSWY](?:J\.?|,J\.?)?+"
LAST_OF_THREE = r"[pP]{0,3}[ACEGKLNPSY](?:J\.?|,J\.?)?+"
"""A surname behind two words of a name: "Ann Lee Foundation" has none."""

NAME_SHAPES = ShapeTable(
    "names: shape",
    r"",
    [
        rule(
            "organization", "organisation: legal form",
            r"[A-Za-z&.,]*?[ABCDEGIKLMNPQRSWY],?(?:[BDQ],?)?(?:O\.?,?)+",
            yes=("Zenvetek Inc.", "Red Lantern Software Co., Ltd.", "Acme GmbH"),
            no=("Art Nilsson", "Bank of England"),
        ),
        rule(
            "organization", "organisation: head noun last",
            r"F?(?:[ABCDEGIKLMNPQRSWY][.,]?F?|[&adonftp'])+?[BDQ]",
            yes=("Herald Group", "Innovative EV Technologies", "Zenvia Securities", "Securities and Exchange Commission", "Royal Dutch Airlines"),
            no=("Mark Zorvan", "Bank"),
        ),
        rule(
            "organization", "organisation: head noun and complement",
            r"(?:[ABCDEGIKLMNPQRSWY]\.?|[&a])*?[BDQ](?:[onf]t?|p{1,2})(?:[ABCDEGIKLMNPQRSWY]\.?|[&aoft])*?[ABCDEGIKLMNPQRSWY]\.?",
            yes=("Bank of England", "National Union of Journalists", "Select Committee on Intelligence"),
            no=("Miguel de Azuela", "Herald Group"),
        ),
        rule(
            "organization", "organisation: joint with a capital",
            r"[ABCDGKLMNPQSWY]{1,3}Z{1,2}[ABCDGKLMNPQSWY]{1,3}",
            yes=("Bed For Nordvik", "Quark In Zenvia"),
            no=("Quark in Zenvia", "Mark Zorvan"),
        ),
        rule(
            "organization", "organisation: ampersand",
            r"(?:[CGKS],){0,5}(?:[ABCDEGIKLMNQPSWY]\.?)+,?&[ABCDEGIKLMNQPSWY]+",
            yes=("Ernst & Young", "Johnson & Johnson", "Zorvan, Krawitz & Lowe"),
            no=("Ernst Young",),
        ),
        rule(
            "organization", "organisation: acronym and words",
            r"A(?:[CSKWLGN]|&A?)+",
            yes=("XYZ Zorbas", "QRT Amrol"),
            no=("Zorbas", "XYZ"),
        ),
        rule(
            "person", "person: given name and surname",
            rf"[GYE](?:{SURNAME}|(?:I\.?){{1,2}}{SURNAME}|[GCKSW](?:I\.?)?{LAST_OF_THREE})",
            yes=("Mark Zorvan", "Miguel de Azuela", "Nick Van den Zorn", "Tim O'Zorman", "Mary J. Blige", "John Kerry Jr."),
            no=("Zenvia Securities", "Xolstra", "British Airways", "Mark Zorvan Collection"),
        ),
        rule(
            "person", "person: initials and surname",
            rf"(?:I\.?){{1,3}}(?:[GCSK])?{SURNAME}",
            yes=("J. K. Rowling", "J.P. Losman", "R. Seetharaman"),
            no=("Mark Zorvan",),
        ),
        rule(
            "person", "person: initial in the middle",
            r"[CGKSW](?:I\.?){1,2}[CKSW](?:,?J\.?)?",
            yes=("Thurlow K. Zabar",),
            no=("Mark Zorvan", "Thurlow Zabar"),
        ),
        rule(
            "person", "person: given name and an initial",
            r"GI\.?",
            yes=("Mark Z.", "Ann B"),
            no=("Zenvia B", "Mark"),
        ),
        rule(
            "person", "person: unknown name with a particle",
            r"[CS](?:p{1,2}|P)[CSK]",
            yes=("Xerxes van Zorn",),
            no=("Xerxes Zorn",),
        ),
        rule(
            "place", "place: known",
            r"[LY](?:,[LY]\.?)?+",
            yes=("France", "Paris, France"),
            no=("Mark Zorvan",),
        ),
    ],
)  # fmt: skip


KEPT_BY = ("organization", "organisation: head noun last")
TRADED = re.compile(r"(?:I\.?)?[ACGSKWLNBDQMY'&]{1,4}(?:[WKMQ]|(?<=[CSKDA])A)")
"""Letters of a name with a trade behind it."""
RANKS = frozenset(["DC", "DI", "DS", "PC", "PM", "MP", "MD", "QC", "KC"])
"""Two capitals before a surname that are no initials."""
ADDRESSED = frozenset(["dr", "mr", "mrs", "ms"])
"""Honorifics before which nothing but a person stands, whatever the word."""
NICKNAME = re.compile(r"[(q]{1,2}(?:H\.?|F)?[A-Z]{1,2}[)q']{1,2}")
"""Letters of a nickname inside a name."""
REGIONS = frozenset(["KL", "WL"])
"""Letters of what is no person behind a title: "Director East Asia"."""
NAMELIKE = re.compile(r"^(?!.*[BDO])(?=.*[ACEGIKPSY])[^&aonft]{1,8}$")
"""Letters that can be a person behind a title: no organisation head, not common words alone."""


@lru_cache(maxsize=20_000)
def kind_of_shape(shape: str) -> tuple[str, str] | None:
    """(kind, rule) of a candidate by its letters alone.

    >>> kind_of_shape("GS")
    ('person', 'person: given name and surname')
    """
    if CALLED.fullmatch(shape):
        return "person", "person: nickname inside"
    found = NAME_SHAPES.first(NICKNAME.sub("", shape) if "(" in shape or "q" in shape else shape.replace("#", "C"))
    if found is None or found.build is None:
        return None
    return found.build(), found.name


def kind_of_candidate(candidate: Candidate, forms: Sequence[str], lower: Sequence[str]) -> None:
    """Set kind and rule of a candidate where its title, a list or its own words tell."""
    shape = candidate.shape
    if candidate.last - candidate.first > 1 and " ".join(lower[candidate.first : candidate.last]) in lexicon.words(
        "places.tsv"
    ):
        candidate.kind, candidate.rule = "place", "place: list"
        return
    if shape in ("I.G", "I.S", "I.Y", "I.L", "I.C") and forms[candidate.first] == "St" and candidate.title is None:
        candidate.kind, candidate.rule = "place", "place: saint"
        return
    known = kind_of_shape(shape)
    if shape in ("AA", "AC", "AS", "AK") and _is_in_capitals(candidate, forms, lower):
        known = "person", "person: in capitals"
    if shape in ("AS", "AG") and _are_initials(candidate, forms):
        known = "person", "person: initials and surname"
    if known == KEPT_BY and _is_mans_paper(candidate, lower):
        known = "person", "person: given name and surname"
    if TRADED.fullmatch(shape) and candidate.title is None and lower[candidate.last - 1] in lexicon.words("trades.tsv"):
        known = "organization", "organisation: name and trade"
    if candidate.last - candidate.first > 1 and " ".join(forms[candidate.first : candidate.last]) in lexicon.words(
        "companies.tsv"
    ):
        known = "organization", "organisation: well known"
    if _is_titled(candidate, known):
        candidate.kind, candidate.rule = "person", "person: honorific" if candidate.honorific else "person: title"
    elif known is not None:
        candidate.kind, candidate.rule = known
    elif shape == "G" and _is_acronym(candidate, forms):
        candidate.kind, candidate.rule = "organization", "organisation: acronym"


def _is_titled(candidate: Candidate, known: tuple[str, str] | None) -> bool:
    """Does the title before a candidate make a person of it; `known`: what its own words say?"""
    if candidate.title is None or not (known is None or known[0] in ("person", "place") or candidate.honorific):
        return False
    addressed = candidate.shape == "W" and candidate.title.lower() in ADDRESSED  # "Dr. Spirit"
    return addressed or (NAMELIKE.search(candidate.shape) is not None and candidate.shape not in REGIONS)


def _is_in_capitals(candidate: Candidate, forms: Sequence[str], lower: Sequence[str]) -> bool:
    """Are two words in capitals a given name and a surname: "ANN LEE", "ANN ZORVAN: Why?"?"""
    first, last = lower[candidate.first], lower[candidate.last - 1]
    labels = forms[candidate.last : candidate.last + 1] == [":"] and forms[candidate.last - 1].isupper()
    return first in lexicon.words("given_names.tsv") and (last in lexicon.words("surnames.tsv") or labels)


def _are_initials(candidate: Candidate, forms: Sequence[str]) -> bool:
    """Are two capitals before a surname initials: "JC Moreno"?"""
    first = forms[candidate.first]
    return (
        len(first) == 2
        and forms[candidate.last - 1].lower() in lexicon.words("surnames.tsv")
        and first not in RANKS
        and first not in lexicon.words("companies.tsv")
        and first.lower() not in lexicon.words("places.tsv")
    )


def _is_mans_paper(candidate: Candidate, lower: Sequence[str]) -> bool:
    """Is what ends like a newspaper a person: "Justin Sun", "Emily Post", not "the Baltimore Sun"?"""
    return (
        candidate.shape == "GB"
        and lexicon.table("organisation_heads.tsv").get(lower[candidate.last - 1]) == "media"
        and lower[candidate.first - 1 : candidate.first] != ["the"]
        and lower[candidate.last - 1] not in ("news", "media", "press", "times", "radio", "tv", "television", "podcast")
    )


def _is_acronym(candidate: Candidate, forms: Sequence[str]) -> bool:
    """Is a given name in capitals an acronym ("GAIL said"), and no label of a transcript ("WALLACE: Why?") or headline?"""
    form = forms[candidate.first]
    beside = (*forms[max(0, candidate.first - 1) : candidate.first], *forms[candidate.last : candidate.last + 1])
    return (
        form.isupper()
        and len(form) > 2
        and not any(word == ":" or (word.isalpha() and word.isupper()) for word in beside)
    )
