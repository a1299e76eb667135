"""Sentence openings: a capital there may be grammar. A name is never made of a common word that only opens a sentence.

>>> from factx.document.tokens import Tokens
>>> from factx.mentions.names.candidates import candidates
>>> from factx.mentions.names.shapes import shapes
>>> tokens = Tokens("Analysts agree. Yesterday Bolt fell. Sun rose. We like Sun. Selling Zenvia shares is fun.")
>>> starts = frozenset(i + 1 for i, form in enumerate(tokens.text) if form == ".") | {0}
>>> found = candidates(tokens.text, shapes(tokens.text), starts)
>>> kept = without_openings(list(found), tokens.text, tokens.lower, shapes(tokens.text))
>>> [" ".join(tokens.text[c.first:c.last]) for c in kept]
['Bolt', 'Sun', 'Sun', 'Zenvia']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factx import lexicon
from factx.mentions.names.candidates import Candidate
from factx.mentions.names.rules import kind_of_shape

__all__ = ["without_openings"]

GIVEN = ("person", "person: given name and surname")
NAMES_ANYWAY = "ACGSLYIF"
"""Letters of words that are names wherever they stand."""
NO_SUBJECTS = frozenset(["VB", "VBP", "VBD", "VBN"])
"""Tags of words that are no subject of "said"."""
FIRST_OF_NAME = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "CD"])


def without_openings(
    found: Sequence[Candidate], forms: Sequence[str], lower: Sequence[str], letters: str
) -> list[Candidate]:
    """The candidates without words that are capitalised only because they begin a sentence."""
    inner = set()
    whole = set(_headed(forms))
    for c in found:
        if not c.opens:
            inner.add(forms[c.first])
        if c.last - c.first > 1 and (not c.opens or _is_form_alone(c, lower, letters)):
            whole.add((forms[c.first], forms[c.first + 1]))
        inner.update(forms[c.first + 1 : c.last])
    heads = {forms[c.first : c.last][0] for c in found if not c.opens}
    out = []
    for c in found:
        if (
            not c.opens
            or c.kind == "organization"  # its own words say so: "Partner Communications"
            or _is_name(c, forms, lower, letters, inner)
            or (
                c.last - c.first > 1
                and ((forms[c.first], forms[c.first + 1]) in whole or _strip(c, forms, lower, letters, inner, heads))
            )
        ):
            out.append(c)
    return out


def _is_name(c: Candidate, forms: Sequence[str], lower: Sequence[str], letters: str, inner: set[str]) -> bool:
    first = letters[c.first]
    common = lower[c.first] in lexicon.tags()
    if not common and c.last - c.first == 1 and forms[c.first] not in inner and lexicon.is_common(lower[c.first]):
        return False  # "Unadjusted profit"
    spoken = common and c.last - c.first == 1 and lower[c.last : c.last + 1] in (["said"], ["says"])
    verb = lexicon.tags().get(lower[c.first]) in NO_SUBJECTS and lower[c.first] not in lexicon.words("closed_class.tsv")
    if spoken and verb:
        return True  # "Unite said": no verb speaks
    if first == "G" and common and c.last - c.first == 1:
        return forms[c.first] in inner
    if first == "G" and lower[c.first] in lexicon.words("closed_class.tsv"):
        return letters[c.first + 1] in "SC"
    if first in NAMES_ANYWAY:
        return True
    if c.last - c.first > 1:
        return False
    return forms[c.first] in inner or (
        forms[c.first] in lexicon.words("companies.tsv") and (c.officer or _acts(c.last, lower, letters))
    )


ACTS = frozenset(
    [
        "said",
        "says",
        "told",
        "announced",
        "reported",
        "has",
        "had",
        "will",
        "plans",
        "agreed",
        "chief",
        "shares",
        "stock",
    ]
)


def _acts(i: int, lower: Sequence[str], letters: str) -> bool:
    """Does a company's officer, its genitive or its verb follow at token `i`?"""
    if i >= len(letters):
        return False
    return (
        letters[i] in "r'"
        or lower[i] in ACTS
        or (lower[i] in lexicon.words("role_modifiers.tsv") and "r" in letters[i : i + 4])
    )


FORM_ALONE = re.compile(r"[DBQ](?:,?O\.?)+")
"""Letters of what is no name by itself: "Solutions, Inc."."""
ADJECTIVAL = frozenset(["VBN", "VBD", "JJ", "VB"])
TITLED = re.compile(r",[MQW]{0,3}[rR](?:a[MQW]{0,3}[rR])?[,of]")
"""Letters behind somebody whose title follows."""
COMPASS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"))


def _is_person(letters: str, c: Candidate) -> bool:
    """Is what follows the first word a given name and a surname?"""
    rest = letters[c.first + 1 : c.last]
    return rest[0] == "G" and letters[c.first] != "G" and kind_of_shape(rest) == GIVEN


def _headed(forms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The first two words of what headings are about: "About Shop Rates"."""
    at = -1
    for _ in range(forms.count("About")):
        at = forms.index("About", at + 1)
        if at + 2 < len(forms):
            yield forms[at + 1], forms[at + 2]


def _is_form_alone(c: Candidate, lower: Sequence[str], letters: str) -> bool:
    """Is what follows the first word no name by itself, the head and the legal form of "Accredited Solutions, Inc."?"""
    adjective = lexicon.tags().get(lower[c.first]) in ADJECTIVAL
    return adjective and "O" in c.shape and FORM_ALONE.fullmatch(letters, c.first + 1, c.last) is not None


def _strip(
    c: Candidate, forms: Sequence[str], lower: Sequence[str], letters: str, inner: set[str], heads: set[str]
) -> bool:
    """Take a common first word off, unless it can begin the name; False when nothing is left."""
    word = lower[c.first]
    tag = lexicon.tags().get(word, "NN")
    if letters[c.first + 1] in "CS" and c.last - c.first == 2 and TITLED.match(letters, c.last):
        return True  # "Salvage Warwick, spokesman for Bolt"
    keep = (
        tag in FIRST_OF_NAME
        # "Downing Street": a surname with a common word behind it
        or (tag == "VBG" and letters[c.first] == "K" and letters[c.first + 1] in "KWBD")
    ) and word not in lexicon.words("temporal_nouns.tsv")
    if word in lexicon.words("organisation_descriptions.tsv") and word not in lexicon.words("organisation_heads.tsv"):
        keep = False  # "Rival Juniper", "Retailer Brightwell"
    if word in COMPASS and ("O" in letters[c.first : c.last] or forms[c.first] in inner):
        keep = True  # "South Bolt PLC"
    if (
        keep
        and c.last - c.first > 2
        and word in lexicon.tags()
        and forms[c.first] not in inner
        and _is_person(letters, c)
    ):
        keep = False  # "Customer Jo Ray", "Farmer Ann Li"
    if keep and forms[c.first] not in inner and forms[c.first + 1] in heads and letters[c.first + 1] not in "BD":
        keep = False
    if keep:
        return True
    c.first += 1
    while c.first < c.last and letters[c.first] in ".,&paonft":
        c.first += 1
    c.shape = letters[c.first : c.last]
    c.opens = False
    return c.first < c.last
