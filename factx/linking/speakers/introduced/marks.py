"""The tokens of a text as introductions are read: what sort of word each is, and what stands between two of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from factx import lexicon
from factx.linking.speakers.view import Memo, View
from factx.mentions.cues import speech_forms
from factx.mentions.names.legal import legal_forms

__all__ = ["Marks", "few", "points_of", "sorts", "weighed"]

KEPT = frozenset(
    "of at for with from to in on by as and & or who is was , ( ) : ; - – — -- / | ' ’ 's ’s . “ ” \" • its our their the".split()
)
"""Words and marks that stand for themselves on a path."""
BEING = frozenset(["was", "is", "has", "had", "were", "are", "been", "be"])
KINDS = {"person": "P", "organization": "O", "place": "L"}
LISTS = (
    ("organisation_descriptions.tsv", "d"),
    ("fields_of_work.tsv", "f"),
    ("portfolios.tsv", "f"),
    ("role_modifiers.tsv", "m"),
    ("officers.tsv", "O"),
    ("company_roles.tsv", "c"),
    ("nationalities.tsv", "n"),
    ("degrees.tsv", "g"),
    ("honorifics.tsv", "t"),
    ("appointment_verbs.tsv", "v"),
)
"""Lists of words, and the letter of each."""
LONGEST = 5
"""Marks of a path that are told apart."""


@cache
def sorts() -> Mapping[str, str]:
    """word -> letters of the lists that it is in: "h" for a head of titles."""
    found: dict[str, str] = {}
    for name, letter in LISTS:
        for word in lexicon.words(name):
            found[word] = found.get(word, "") + letter
    for word, sort in lexicon.table("organisation_heads.tsv").items():
        found[word] = found.get(word, "") + "o" + sort[0]
    for word in legal_forms():
        found[word] = found.get(word, "") + "l"
    for row in lexicon.rows("offices.tsv"):
        found[row[0]] = found.get(row[0], "") + "h"
    for word, sort in lexicon.table("role_heads.tsv").items():
        found[word] = found.get(word, "") + "h" + sort[0]
    return found


@cache
def titles() -> frozenset[str]:
    """Heads of titles, and titles before names."""
    return frozenset(word for word, letters in sorts().items() if "h" in letters)


@cache
def heads() -> frozenset[str]:
    """The same, and all nouns for people."""
    return titles() | {word for word, sense in lexicon.noun_classes().items() if sense[0] == "p"}


def few(count: int) -> str:
    """A distance, the larger the coarser.

    >>> few(3), few(6), few(40)
    ('3', '5', '15')
    """
    return str(count) if count < 5 else "5" if count < 7 else "7" if count < 10 else "10" if count < 15 else "15"


def points_of() -> Mapping[str, int]:
    """feature -> points."""
    return lexicon.points("introduction_points.tsv")


def weighed(features: Iterable[str]) -> int:
    """The points of features."""
    return sum(filter(None, map(points_of().get, features)))


CLOSE = 8
"""Tokens on either side of a name within which a title is close."""


class Marks:
    """Marks of the tokens of one document; `main`: words of the organisation that it is about."""

    def __init__(self, view: View, main: frozenset[str] = frozenset()) -> None:
        self.view, self.main = view, main
        self.inside = {k: n for n in range(len(view.names)) for k in range(view.first[n], view.last[n] + 1)}
        """Token -> the name that it is in."""
        self.is_head = Memo(self._is_head).__getitem__
        """Can a token be the noun of a title?"""
        self.mark = Memo(self._mark).__getitem__
        """A token on a path: a name by its kind, a mark or small word itself, a head of titles, a verb, any other."""
        self.joint = Memo(self._joint).__getitem__
        """The mark, with what tells that a line begins or a name goes on."""
        self.sort = Memo(self._sort).__getitem__
        """The joint, with the lists that the word is in."""
        self._paths = Memo(self._path)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each form stands in the text."""
        return Counter(self.view.forms)

    @cached_property
    def _named(self) -> Counter[tuple[str, ...]]:
        return Counter(map(self.view.name_words, range(len(self.view.names))))

    def often(self, n: int) -> str:
        """How often name `n` is named."""
        times = self._named[self.view.name_words(n)]
        return "1" if times < 2 else "2" if times < 4 else "4"

    def _is_head(self, i: int) -> bool:
        word = self.view.word(i)
        if word in heads() or ("-" in word and word.rsplit("-", 1)[-1] in titles()):
            return True
        return len(word) == 3 and word[0] == "c" and word[2] == "o" and self.view.forms[i].isupper()

    def is_title(self, i: int) -> bool:
        """Is token `i` a title that is more than an honorific ("Senator", "Judge")?"""
        return self.view.word(i) in titles()

    def is_titled(self, first: int, last: int) -> bool:
        """Does a title stand close to the name in tokens `first` to `last`? Who does not speak is given out for a role alone."""
        return not titles().isdisjoint(map(self.view.word, range(first - CLOSE, last + 1 + CLOSE)))

    def _mark(self, i: int) -> str:
        view = self.view
        if not 0 <= i < len(view.forms):
            return "#"
        n = self.inside.get(i)
        if n is not None:
            return KINDS.get(view.names[n].kind, "T")
        word, code = view.word(i), view.code(i)
        if word in KEPT:
            return word
        if code in "VMGE" and word not in titles():
            verb = "A" if "v" in sorts().get(word, "") else "B" if word in BEING else "V"
            return "S" if word in speech_forms() else verb
        if self.is_head(i):
            return "H"
        return "n" if code in "NPJ" else "9" if code == "#" else "x"

    def _joint(self, i: int) -> str:
        mark, n = self.mark(i), self.inside.get(i)
        if n is not None and self.view.first[n] != i:
            mark += "+"
        return f"/{mark}" if 0 < i < len(self.view.forms) and self.view.begins_line(i) else mark

    def _sort(self, i: int) -> str:
        word = self.view.word(i)
        return self.joint(i) + sorts().get(word, "") + "*" * (word in self.main)

    def path(self, a: int, b: int, longest: int = LONGEST) -> str:
        """The marks between tokens `a` and `b`."""
        return self._paths[a, b, longest]

    def _path(self, between: tuple[int, int, int]) -> str:
        a, b, longest = between
        out: list[str] = []
        mark_of, begins_line, last = self.mark, self.view.begins_line, ""
        for k in range(a + 1, b):
            mark = mark_of(k)
            if begins_line(k):
                out.append("/")
                last = "/"
            if mark != last and mark != "the" and mark != "x":
                out.append(mark)
                last = mark
            if len(out) > longest:
                return " ".join(out[:longest]) + "~"
        if b > 0 and begins_line(b):
            out.append("/")
        return " ".join(out)

    def capital(self, i: int) -> bool:
        """Is token `i` written with a capital?"""
        return 0 <= i < len(self.view.forms) and self.view.forms[i][:1].isupper()

    def name_at(self, i: int) -> str:
        """The name that token `i` is in: kind, rule, how often."""
        n = self.inside.get(i)
        return self.view.code(i) if n is None else f"{KINDS.get(self.view.names[n].kind, 'T')}{self.often(n)}"
