"""What stands between a quotation and who may have said it, in short."""

from __future__ import annotations

from collections.abc import Sequence

from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.relations import Report
from factx.linking.attribution.unit import Mark, Unit

__all__ = ["BESIDE", "FEW", "STEPS", "gap_between", "is_beside", "signs_between", "step", "word_at"]

KEPT = frozenset(
    "that as with by from of in on to for and but or than like is was has been the a an his her its our their who which it so also further "
    "added says said according called".split()
)
"""Words that are told apart where they stand between a candidate and the quotation."""
FEW = 4
"""Tokens between that are looked at one by one."""
LONGEST_GAP = 6
BESIDE = frozenset(("-", ",", ":", ", -", "—", ", :"))
"""What stands between a cue and the quotation beside it; "-": nothing."""
STEPS = (0, 1, 3, 7, 15, 40, 120)


def step(count: int, steps: Sequence[int]) -> int:
    """The step of a scale that a count reaches."""
    return next((limit for limit in steps if count <= limit), 999)


def word_at(unit: Unit, node: int) -> str:
    """A node as it is told apart: a mark or a small word itself, a quotation, a cue, else its tag; "^" at the edge."""
    if not 0 <= node < len(unit):
        return "^"
    if unit.cover[node] is not None:
        return "Q"
    word = unit.tree.lower[node]
    if word in KEPT or not word[0].isalnum():
        return word
    return "cue" if node in unit.cues else unit.tree.tags[node]


def signs_between(unit: Unit, low: int, high: int) -> str:
    """What stands between two nodes, in short."""
    if high <= low:
        return "-"
    if high - low <= FEW:
        return " ".join(word_at(unit, k) for k in range(low, high))
    return f"{word_at(unit, low)} .. {word_at(unit, high - 1)}"


def is_beside(unit: Unit, mark: Mark, report: Report) -> bool:
    """Stands a cue with its source right beside the quotation?"""
    if report.node < mark.first:
        return signs_between(unit, report.right + 1, mark.first) in BESIDE
    return signs_between(unit, mark.last + 1, report.left) in BESIDE


def gap_between(work: Workspace, start: int, end: int) -> str:
    """What stands between two offsets, in short; "/" is the end of a line."""
    tokens, out, at = work.tokens, [], start
    where = tokens.inside(start, end)
    for i in where[:LONGEST_GAP]:
        if "\n" in work.text[at : tokens.start[i]]:
            out.append("/")
        at = tokens.end[i]
        word = tokens.lower[i]
        if word in KEPT or not word[0].isalnum():
            out.append(word)
        else:
            out.append("cue" if word in work.verbs else tokens.codes[i])
    if len(where) > LONGEST_GAP:
        return f"{' '.join(out[:2])} .. {step(len(where), STEPS)}"
    return " ".join([*out, "/"] if "\n" in work.text[at:end] else out)
