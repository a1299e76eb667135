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

from factx.syntax.units import Unit

__all__ = ["Held", "held"]

Held = tuple[int, int, str]
"""Offsets of a mention, and what it is: quotation, person, organization, place or other (name), open or close (mark)."""
NAMES = {"person": "John", "organization": "Google", "place": "London", "other": "Google"}
STANDING = frozenset(NAMES.values())
CLAUSE = ("it", "won")
MARKS = {"open": "“", "close": "”"}
STOPS = frozenset((",", ".", "!", "?", "…", "...", "—"))
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
