"""What a quotation is by its own shape: a sentence, a clause that could stand alone, a name."""

from __future__ import annotations

from factx.linking.attribution.clauses import runs_to_verb
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.unit import CLOSING, Mark, Unit

__all__ = ["begins_line", "is_complete", "is_sentence"]

STOPS = tuple(".!?…")


def is_sentence(work: Workspace, mark: Mark) -> bool:
    """Does the quotation have the shape of a whole sentence: a capital first, a stop or the comma before its attribution last?"""
    inside = work.inside(mark)
    return not inside[:1].islower() and inside.rstrip(CLOSING)[-1:] in (",", "—", *STOPS)


def is_complete(work: Workspace, unit: Unit, mark: Mark) -> bool:
    """Could the quotation stand alone, whatever its first letter: “it will rain.” behind "that"?"""
    inside = work.inside(mark)
    ends = mark.whole and inside.rstrip(CLOSING)[-1:] in STOPS
    return ends and (not inside[:1].islower() or runs_to_verb(unit, mark.first + 1, mark.last))


def begins_line(work: Workspace, mark: Mark) -> bool:
    """Does a sentence in marks begin a line of its own, or is it glued to one: what is before it is a heading or a list?"""
    start = work.quotations[mark.index].outer_start
    before = work.text[max(0, start - 2) : start]
    apart = before.isspace() or before[-1:].isalnum() or before[-1:] in "\n\r\v\u2028"
    return apart and is_sentence(work, mark)
