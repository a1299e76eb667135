"""Mentions that a tree holds together: a name as one node, a quotation as a short clause, however long they are.

Treebanks know few of the names that an article has, and a quotation of six sentences would bury the verb that reports it:
both stand in the tree for what they are. They read like words that treebanks know.

>>> forms = "“ We won . And we won again , ”".split()
>>> [word or forms[first] for first, _, word in held(forms, 0, len(forms), "quotation")]
['“', 'it', 'won', ',', '”']
>>> held(["Jo", "Ray"], 0, 2, "person")
[(0, 2, 'John')]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factx.document.tokens import Tokens
from factx.mentions.types import NameMention
from factx.syntax.units import Unit

__all__ = ["HONORIFICS", "Held", "Names", "held"]

Held = tuple[int, int, str]
"""Offsets of a mention, and what it is: quotation, person, organization, place or other (name), open or close (mark)."""
NAMES = {"person": "John", "organization": "Google", "place": "London", "other": "Google"}
STANDING = frozenset(NAMES.values())
HONORIFICS = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof sen rep gov gen col lt sgt capt rev hon judge sens reps".split()
)
LONGEST_BRACKET = 14
"""Tokens of a bracket behind a name that is held with it, at most."""
CLAUSE = ("it", "won")
MARKS = {"open": "“", "close": "”"}
STOPS = frozenset((",", ".", "!", "?", "…", "...", "—"))
FIGURES = frozenset("0123456789$£€¥")
"""First characters of what is read by itself, not held with the name before its bracket."""
QUOTES = frozenset('“”"‘’')
DEFINING = frozenset("the or collectively together hereinafter hereafter".split())
"""What opens a bracket that defines a term, beside a mark: (the “Company”)."""
BRACKETS = 2
QUOTING = frozenset(["''", "``", *"“”\"‘’'«»„‹›"])


def held(forms: list[str], first: int, stop: int, kind: str) -> list[Unit]:
    """The tokens of a mention as the nodes that stand for it."""
    if kind in NAMES:
        return [(first, stop, NAMES[kind])]
    if kind in MARKS:
        return [(first, stop, MARKS[kind])]
    before: list[Unit] = []
    behind: list[Unit] = []
    if forms[first] in QUOTING:
        before.append((first, first + 1, MARKS["open"]))
        first += 1
    if first < stop and forms[stop - 1] in QUOTING:
        stop -= 1
        behind.append((stop, stop + 1, MARKS["close"]))
    if first < stop and forms[stop - 1] in STOPS:
        stop -= 1
        behind.insert(0, (stop, stop + 1, ""))
    if stop - first > 1:
        before += [(first, first + 1, CLAUSE[0]), (first + 1, stop, CLAUSE[1])]
    elif stop > first:
        before.append((first, stop, ""))
    return before + behind


class Names:
    """The names of a document as mentions that are held; what overlaps is left to whoever came first."""

    def __init__(self, tokens: Tokens, names: Sequence[NameMention]) -> None:
        self.tokens = tokens
        self.names = sorted(names, key=lambda name: name.start)
        self.starts = [name.start for name in self.names]
        self._affixed: dict[int, tuple[int, int]] = {}

    def between(self, start: int, end: int, others: Sequence[Held] = ()) -> list[Held]:
        """`others` and the names of `[start, end)` beside them, in order."""
        out: list[Held] = []
        for i in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            name, near = self.names[i], (*others, *out[-1:])
            for begin, stop in (
                self._affixed.get(i) or self._affixed.setdefault(i, self.affixed(name)),
                (name.start, name.end),
            ):
                if not any(begin < b and a < stop for a, b, _ in near):
                    out.append((begin, stop, name.kind))
                    break
        return sorted((*others, *out)) if others else out

    def affixed(self, name: NameMention) -> tuple[int, int]:
        """A name with the title before it and brackets behind it: "Sen. Jo Ray (R-Ohio)", "Bolt (NYSE: BLT) (the “Company”)"."""
        tokens = self.tokens
        first, stop = tokens.at(name.start), tokens.first_from(name.end)
        lower = tokens.lower
        if first and lower[first - 1] in HONORIFICS:
            first -= 1
        elif first > 1 and lower[first - 1] == "." and lower[first - 2] in HONORIFICS:
            first -= 2
        for _ in range(BRACKETS):
            stop = self._bracket(stop)
        return tokens.start[first], tokens.end[stop - 1]

    def _bracket(self, at: int) -> int:
        """Behind the bracket that opens at a token: of an exchange, a party, or what the name is called from here on; else `at`."""
        lower = self.tokens.lower
        if lower[at : at + 1] != ["("]:
            return at
        close = next((i for i in range(at + 1, min(len(lower), at + LONGEST_BRACKET)) if lower[i] == ")"), None)
        if close is None or any(word[0] in FIGURES for word in lower[at:close]):
            return at
        marked = [word for word in lower[at + 1 : close] if word[0] in QUOTES]
        defines = bool(marked) and (lower[at + 1][0] in QUOTES or lower[at + 1] in DEFINING)
        return close + 1 if defines or not marked else at
