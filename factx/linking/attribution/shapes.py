"""What a quotation is by its own shape: a sentence, a clause that could stand alone, a name."""

from __future__ import annotations

from factx.linking.attribution.clauses import runs_to_verb
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.unit import CLOSING, STOP_INSIDE, Mark, Unit
from factx.mentions.quotations.roles import is_titled

__all__ = ["begins_line", "ends_sentence", "is_complete", "is_name", "is_sentence"]

STOPS = tuple(".!?…")
SHORTEST = 3
"""Nodes of a clause between marks, at least, the marks counted in."""


def ends_sentence(work: Workspace, mark: Mark) -> bool:
    """Does the quotation end in a full stop or the like?"""
    return work.inside(mark).rstrip(CLOSING)[-1:] in STOPS


def is_sentence(work: Workspace, mark: Mark) -> bool:
    """Does the quotation have the shape of a whole sentence: a capital first, a stop or the comma before its attribution last?"""
    inside = work.inside(mark)
    return not inside[:1].islower() and inside.rstrip(CLOSING)[-1:] in (",", "—", *STOPS)


def is_complete(work: Workspace, unit: Unit, mark: Mark) -> bool:
    """Could the quotation stand alone, whatever its first letter: “it will rain.” behind "that"?"""
    if not mark.whole or not ends_sentence(work, mark) or is_name(work, mark):
        return False
    inside = work.inside(mark)
    if not inside[:1].islower() or STOP_INSIDE.search(inside) is not None:
        return True
    return mark.last - mark.first > SHORTEST and runs_to_verb(unit, mark.first + 1, mark.last)


def is_name(work: Workspace, mark: Mark) -> bool:
    """Are all words that matter in capitals: a title, an award, a programme?"""
    return is_titled(work.inside(mark))


def begins_line(work: Workspace, mark: Mark) -> bool:
    """Does a sentence in marks begin a line of its own, or is it glued to one: what is before it is a heading or a list?"""
    start = work.quotations[mark.index].outer_start
    before = work.text[max(0, start - 2) : start]
    apart = before.isspace() and len(before) == 2
    glued = before[-1:].isalnum() or before[-1:] in STOPS
    return mark.whole and is_sentence(work, mark) and (apart or glued or before[-1:] in "\n\r\v\u2028")
