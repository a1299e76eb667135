"""One article, one meaning: mentions of one string are of one kind, by the sum of what speaks for each.

A surname is the person of that surname, the first words or the initials of an organisation are the organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factx import lexicon
from factx.mentions.names.candidates import Candidate
from factx.mentions.names.evidence import SAYS_NAME, SPEAKS, kind_in_context
from factx.mentions.names.legal import legal_forms
from factx.mentions.names.rules import ADDRESSED

__all__ = ["agree"]

MIDDLE = re.compile(r"[CS]G[CSK]")
INITIALS = "person: initials and surname"
READ = 5
"""Mentions of one string whose neighbours are read."""
SHAPE_WEIGHT = 2.0
TITLE_WEIGHT = 2.5
LIST_WEIGHT = 3.0
UNKNOWN_TWO = frozenset(["CC", "CS", "SC", "CK", "SS"])
"""Two words that may be anybody's: "Kaelo Borwen and Ann Lee"."""
NICKNAMING = frozenset(["“", '"', "‘", "'", "("])
GENERATION = frozenset([".", ",", "Jr", "Sr", "II", "III", "IV"])


class Votes:
    """What speaks for each kind of one string; the first rule that spoke for a kind is its name."""

    __slots__ = ("read", "rules", "shape", "weights")

    def __init__(self, shape: str) -> None:
        self.shape = shape
        self.weights: dict[str, float] = {}
        self.rules: dict[str, str] = {}
        self.read = 0

    def add(self, kind: str, rule: str, weight: float) -> None:
        self.weights[kind] = self.weights.get(kind, 0.0) + weight
        self.rules.setdefault(kind, rule)

    def best(self) -> tuple[str, str, float] | None:
        if not self.weights:
            return None
        kind = max(self.weights, key=lambda k: self.weights[k])
        return kind, self.rules[kind], self.weights[kind]


def agree(
    found: Sequence[Candidate],
    forms: Sequence[str],
    lower: Sequence[str],
    letters: str,
    headed: Iterable[str] = (),
) -> None:
    """Give a kind to every candidate, in place; `headed`: people named in headlines."""
    votes: dict[str, Votes] = {}
    keys = [forms[c.first] if c.last - c.first == 1 else " ".join(forms[c.first : c.last]) for c in found]
    companies = lexicon.words("companies.tsv")
    for i, (c, key) in enumerate(zip(found, keys, strict=True)):
        mine = votes.get(key)
        if mine is None:
            mine = votes[key] = Votes(c.shape)
            if key in companies:
                mine.add("organization", "organisation: well known", 1.0)
        if c.kind is not None and (c.title is not None or c.kind not in mine.weights):
            mine.add(c.kind, c.rule, LIST_WEIGHT if c.kind == "place" else TITLE_WEIGHT if c.title else SHAPE_WEIGHT)
        if _is_read(mine, c, lower):
            mine.read += 1
            for kind, rule, weight in kind_in_context(lower, letters, c.first, c.last, c.kind):
                mine.add(kind, rule, weight)
            if c.kind is None:
                _beside(
                    c, found[i - 1] if i else None, found[i + 1] if i + 1 < len(found) else None, mine, lower, letters
                )
    _reused(votes)
    decided = {key: best for key, mine in votes.items() if (best := mine.best()) is not None}
    _with_initials(decided)
    decided = {**dict.fromkeys(headed, ("person", "person: in a headline", 1.0)), **decided}
    people, organisations = _parts(decided)
    firms = _without_form(decided)
    for c, key in zip(found, keys, strict=True):
        if c.title is not None and c.kind == "person":
            continue
        if _is_ranked(c, forms, people):
            c.title, c.first, c.shape, c.kind = forms[c.first], c.first + 1, c.shape[1:], "person"
            c.rule = "person: rank and surname"
            continue
        c.kind, c.rule = _kind(c, key, lower, decided, people, organisations, firms)
        if c.kind == "person" and letters[c.first - 1 : c.first] == "p" and f"{forms[c.first - 1]} {key}" in people:
            c.first -= 1  # "said de Koning" of Daria de Koning


def _is_said_by(c: Candidate, lower: Sequence[str]) -> bool:
    """Is a single word the subject of a verb of speech, without an article?"""
    before, behind = lower[c.first - 1], lower[c.last] if c.last < len(lower) else ""
    return c.last - c.first == 1 and before != "the" and (behind in SPEAKS or before in SPEAKS or before in SAYS_NAME)


def _is_read(mine: Votes, c: Candidate, lower: Sequence[str]) -> bool:
    """Are the neighbours of a mention read: of the first ones, and where it is told what it is?"""
    return c.kind != "place" and (mine.read < READ or lower[c.last : c.last + 1] == ["is"])


def _beside(
    c: Candidate, before: Candidate | None, behind: Candidate | None, mine: Votes, lower: Sequence[str], letters: str
) -> None:
    """What the names next to a candidate of open kind tell: its officer, who works for it, a person that it is joined to."""
    if c.officer:
        mine.add("organization", "organisation: its officer", 1.0)
    if before is not None and before.last == c.first - 1 and _is_whole_person(before):
        if lower[before.last] in ("of", "at", "with", "from"):
            mine.add("organization", "organisation: employer", 1.0)
        if c.shape in UNKNOWN_TWO and letters[before.last] == "a":
            mine.add("person", "person: beside a person", 1.0)
    if (
        c.shape in UNKNOWN_TWO
        and behind is not None
        and behind.first == c.last + 1
        and letters[c.last] == "a"
        and _is_whole_person(behind)
    ):
        mine.add("person", "person: beside a person", 1.0)


def _is_whole_person(c: Candidate) -> bool:
    return c.kind == "person" and c.last - c.first > 1


def _with_initials(decided: dict[str, tuple[str, str, float]]) -> None:
    """A well-known company may have an initial in front of its name ("J Sainsbury")."""
    companies = lexicon.words("companies.tsv")
    for key, (kind, _, _) in list(decided.items()):
        words = key.split(" ")
        if kind == "person" and len(words) == 2 and len(words[0]) == 1 and words[1] in companies:
            single = decided.get(words[1])
            if single is not None and single[0] == "organization" and single[2] > 1.0:
                decided[key] = "organization", "organisation: well known", SHAPE_WEIGHT


def _is_ranked(c: Candidate, forms: Sequence[str], people: set[str]) -> bool:
    """Is it a rank in capitals, or an honorific, before somebody's surname: "DC Zorbak", "Mr Stray" of Alan Stray?"""
    ranked = c.rule not in (INITIALS, "person: in capitals") and c.shape[0] in "AP" and forms[c.first].isupper()
    return (ranked or forms[c.first].lower() in ADDRESSED) and c.last - c.first == 2 and forms[c.first + 1] in people


def _reused(votes: dict[str, Votes]) -> None:
    """Two words of an open kind: a person is taken up by the last one, an organisation by the first.

    Of three with a given name in the middle a person only.
    """
    for key, mine in votes.items():
        if (
            not mine.weights
            and MIDDLE.fullmatch(mine.shape)
            and key.split(" ")[2] in votes
            and key.split(" ")[0] not in votes
        ):
            mine.add("person", "person: surname taken up", 1.0)
        if not mine.weights and len(mine.shape) == 2 and mine.shape[0] in "CS" and mine.shape[1] in "CSKG":
            first, last = key.split(" ")
            if last in votes and first not in votes:
                mine.add("person", "person: surname taken up", 1.0)
            elif first in votes and last not in votes:
                mine.add("organization", "organisation: first word taken up", 1.0)


def _parts(decided: dict[str, tuple[str, str, float]]) -> tuple[set[str], set[str]]:
    """Surnames and given names of the people; beginnings and initials of the organisations."""
    people: set[str] = set()
    organisations: set[str] = set()
    for key, (kind, _, _) in decided.items():
        if " " not in key:
            continue
        words = key.split()
        if kind == "person":
            words = [w for w in words if w not in GENERATION]
            if len(words) > 1:
                people.add(words[0])
                people.update(" ".join(words[i:]) for i in range(1, len(words)))
                people.update(words[i] for i in range(1, len(words) - 1) if words[i - 1] in NICKNAMING)
        elif kind == "organization":
            for length in range(1, len(words)):
                organisations.add(" ".join(words[:length]))
            organisations.add("".join(w[0] for w in words if w[0].isupper()))
    return people, organisations


def _without_form(decided: dict[str, tuple[str, str, float]]) -> set[str]:
    """Names of companies without their legal form: "Finch Vision" of "Finch Vision Ltd."."""
    suffixes = legal_forms()
    out = set()
    for key, (kind, _, _) in decided.items():
        words = key.split()
        length = len(words)
        while length > 1 and (words[length - 1] in (".", ",") or words[length - 1].lower() in suffixes):
            length -= 1
        if kind == "organization" and 1 < length < len(words):
            out.add(" ".join(words[:length]))
    return out


def _kind(
    c: Candidate,
    key: str,
    lower: Sequence[str],
    decided: dict[str, tuple[str, str, float]],
    people: set[str],
    organisations: set[str],
    firms: set[str],
) -> tuple[str, str]:
    if key in people and _is_said_by(c, lower):
        return "person", "person: part of a name"  # "said London" of London Dewey
    single = c.last - c.first == 1
    if single and key in people and c.shape not in "BDQ":
        return "person", "person: part of a name"
    known = decided.get(key)
    if not single and key in firms and known is not None and known[0] == "person" and known[2] <= SHAPE_WEIGHT:
        return "organization", "organisation: part of a name"
    if known is not None and (known[2] >= 1.0 or c.kind is None):
        return known[0], known[1]
    if key in people:
        return "person", "person: part of a name"
    if key in organisations:
        return "organization", "organisation: part of a name"
    shape = c.shape
    if shape in ("A", "A&A"):
        return "organization", "organisation: acronym"
    if shape in ("B", "D", "Q"):
        return "organization", "organisation: head noun alone"
    if shape == "C":
        return "organization", "organisation: unknown word"
    if shape in ("G", "S") or (shape == "K" and lower[c.first - 1] != "the" and lower[c.last : c.last + 1] != ["of"]):
        return "person", "person: given name or surname alone"
    return "other", "other: capitalised words"
