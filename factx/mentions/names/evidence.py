"""What the neighbours of a name tell about its kind.

>>> from factx.document.tokens import Tokens
>>> tokens = Tokens("But Trip Zorbak, an analyst with Zenvia, said so.")
>>> letters = shapes(tokens.text)
>>> [kind_in_context(tokens.lower, letters, a, b) for a, b in ((1, 3), (7, 8))]
[('person', 'person: role in apposition'), ('organization', 'organisation: employer')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factx import lexicon
from factx.mentions.names.shapes import shapes

__all__ = ["kind_in_context", "shapes"]

# Role words that describe companies as readily as people.
OF_COMPANIES = frozenset(
    ["owner", "owners", "co-owner", "proprietor", "publisher", "producer", "developer", "partner", "partners", "leader", "broadcaster", "buyer", "agent", "agents", "investor", "investors", "principal", "underwriter", "broker", "dealer", "dealers", "builder", "retailer", "grower", "regulator", "watcher", "pioneer", "consultant", "consultants", "specialist", "specialists", "lead", "head", "heads", "chief", "partner", "major", "general", "founder", "proprietor"]
)
ALLIES = frozenset(
    [
        "partner",
        "partners",
        "member",
        "members",
        "customer",
        "customers",
        "leader",
        "leaders",
        "supporter",
        "supporters",
        "investor",
        "investors",
        "voter",
    ]
)
PERSON_TWO = re.compile(r"[CGKSWPY](?:p{1,2}|P)?[CGKSWPY](?:p?[CGKS])?(?:,?J\.?)?")
APPOSITION = re.compile(r",(?:[xtan]|[A-Z]|'){0,7}?r")
AGE = re.compile(r",#[,.]")


def kind_in_context(lower: Sequence[str], letters: str, first: int, last: int) -> tuple[str, str] | None:
    """(kind, rule) of tokens `first` to `last` (exclusive) by the words around them, or None.

    Looks at no more than nine tokens to each side.
    """
    after = letters[last : last + 10]
    before = letters[first - 1] if first else "|"
    if PERSON_TWO.fullmatch(letters, first, last):
        person = _person(lower, letters, first, last, after, before)
        if person is not None:
            return person
    return _organisation(lower, letters, first, last, after, before)


def _person(
    lower: Sequence[str], letters: str, first: int, last: int, after: str, before: str
) -> tuple[str, str] | None:
    if before == "r" and lower[first - 1] not in OF_COMPANIES:
        return "person", "person: role before"
    if AGE.match(after):
        return "person", "person: age behind"
    apposition = APPOSITION.match(after)
    if apposition is not None and lower[last + apposition.end() - 1] not in OF_COMPANIES:
        inner = lower[last + 1 : last + apposition.end()]
        if "said" not in inner and "says" not in inner and "which" not in inner:
            return "person", "person: role in apposition"
    if after[:2] == ",x" and lower[last + 1] in ("who", "whose"):
        return "person", "person: who"
    if letters[first] in "SKC" and letters[last - 1] in "CGSKW" and _family_first(lower[first]):
        return "person", "person: family name first"
    if letters[last - 1] == "S" and letters[first] in "CSG":
        return "person", "person: known surname"
    return None


def _family_first(word: str) -> bool:
    return lexicon.table("surnames.tsv").get(word) == "first"


def _organisation(
    lower: Sequence[str], letters: str, first: int, last: int, after: str, before: str
) -> tuple[str, str] | None:
    modifiers = lexicon.words("role_modifiers.tsv")
    at = 1 if after[:1] == "'" else 0
    for step in range(at, at + 4):
        if step >= len(after):
            break
        if after[step] == "r" and lower[last + step] not in ALLIES:
            return "organization", "organisation: its officer"
        if lower[last + step] not in modifiers:
            break
    if (
        before in "fx"
        and first > 1
        and lower[first - 1] in ("at", "with", "for", "from", "by")
        and letters[first - 2] in "rR"
    ):
        return "organization", "organisation: employer"
    if before == "o" and first > 1 and letters[first - 2] in "rR":
        return "organization", "organisation: employer"
    if after[:2] in (",t", ",x") and last + 3 < len(lower) and lower[last + 1] in ("the", "a", "an", "which"):
        kinds = lexicon.words("organisation_descriptions.tsv")
        for step in range(2, 7):
            if last + step >= len(lower) or letters[last + step] in ",.":
                break
            if letters[last + step] in "xr" and lower[last + step] in kinds:
                return "organization", "organisation: described as one"
    return None
