"""Quotations beside a cue: "QUOTE," S said · QUOTE, said S · S said: QUOTE · S said that it was QUOTE."""

from __future__ import annotations

from collections.abc import Sequence

from factx.linking.attribution.beginnings import content_start, skip_adjuncts
from factx.linking.attribution.clauses import begins_line, has_clause, is_complete, is_sentence, opens_clause, trim
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.endings import clause_end
from factx.linking.attribution.forms import ACCORDING
from factx.linking.attribution.relations import Report
from factx.linking.attribution.unit import CLAUSE, Mark, Unit

__all__ = ["quote_after", "quote_before"]

CONTENT_TAGS = frozenset(("PRP", "DT", "WDT", "NN", "NNS", "NNP", "NNPS", "EX", "PRP$"))


def quote_before(work: Workspace, unit: Unit, report: Report, floor: int, later: Sequence[Report]) -> int | None:
    """QUOTE, S said · QUOTE, said S · The plan is QUOTE, S said · QUOTE, according to S."""
    node = report.left - 1
    if unit.word(node) in (",", "—", "–", "-"):
        node -= 1
    mark = unit.mark_at(node)
    if mark is None or mark.first < floor or not work.is_free(mark):
        return None
    start = _region_start(work, unit, floor, mark)
    whole = unit.only_quotes(start, mark.last + 1)
    if not whole:
        after = skip_adjuncts(unit, report, report.right + 1)
        if unit.mark_at(after) is not None or unit.tag(after) in CONTENT_TAGS:
            return None  # the words before are an introduction: "In the “q,” S said that …"
    draft = work.draft(unit, report, "direct" if whole else "partial", rule_before(report))
    draft.quotes = [m.index for m in work.free(unit, start, mark.last + 1)]
    if not whole:
        draft.statement = [work.span(unit, start, mark.last)]
    end = report.right + 1
    for further in work.free(unit, end, len(unit)):
        draft.quotes.append(further.index)
        end = further.last + 1
        if draft.statement:
            draft.statement.append(work.span(unit, further.first, further.last))
    work.add(draft)
    return end


def rule_before(report: Report) -> str:
    """The rule of a quotation before its cue."""
    if report.form == ACCORDING:
        return "according to"
    return "quote, cue source" if report.who.inverted else "quote, source cue"


def _region_start(work: Workspace, unit: Unit, floor: int, mark: Mark) -> int:
    """Where the words reported before the cue begin: behind a colon, bracket or stop that opens a quotation, else at `floor`.

    What stands before a sentence in marks that begins a line is a heading or a list, and no part of it.
    """
    start = floor
    for other in reversed(unit.marks):
        if not floor < other.first <= mark.first:
            continue
        if unit.word(other.first - 1) in (":", "(", ".", ";", "—", "–", "•") or begins_line(work, other):
            start = other.first
            break
    while start < mark.first and unit.is_light(start) and unit.cover[start] is None and unit.tag(start) != "RB":
        start += 1
    return start


def quote_after(work: Workspace, unit: Unit, report: Report, floor: int, later: Sequence[Report]) -> int | None:
    """S said: QUOTE · S said that it was QUOTE · S called it QUOTE."""
    k = content_start(unit, report)
    end = clause_end(work, unit, report, k, later)
    fragments = work.free(unit, k, end)
    if not fragments:
        return None
    first = fragments[0]
    apart = k < first.first and unit.word(first.first - 1) in (":", ",", ";") and is_complete(work, unit, first)
    if apart and not work.inside(first)[:1].islower():
        return _behind_colon(work, unit, report, k, first)
    if not _is_clause(unit, report, k, end):
        return _object(work, unit, report, fragments)
    k, end = trim(unit, k, end)
    that = unit.word(k - 1) == "that"
    mark = unit.mark_at(k)
    if mark is first and not that and is_sentence(work, mark):
        end, fragments = mark.last + 1, [mark]
    if mark is first and unit.only_quotes(k, end):
        direct = is_complete(work, unit, first) or not work.inside(first)[:1].islower()
        draft = work.draft(unit, report, "direct" if direct else "partial", "cue: quote")
    else:
        draft = work.draft(unit, report, "partial", "cue, clause with fragment")
        draft.statement = [work.span(unit, k, end - 1)]
    draft.quotes = [m.index for m in fragments]
    work.add(draft)
    return end


def _behind_colon(work: Workspace, unit: Unit, report: Report, k: int, mark: Mark) -> int:
    """S shared her view: QUOTE · S added that it was late: QUOTE. The clause before the colon is a report of its own."""
    k, stop = trim(unit, k, mark.first)
    that = "that" in (unit.word(k), unit.word(k - 1))
    if opens_clause(unit, k, stop):
        clause = work.draft(unit, report, "indirect", "cue that clause" if that else "cue clause")
        clause.spans = [work.span(unit, k, stop - 1)]
        work.add(clause)
    draft = work.draft(unit, report, "direct", "cue: quote")
    draft.quotes = [mark.index]
    work.add(draft)
    return mark.last + 1


def _is_clause(unit: Unit, report: Report, k: int, end: int) -> bool:
    """Are the nodes `[k, end)` a clause or a quotation, and not the object of the verb?"""
    if unit.mark_at(k) is not None:
        return True
    if "object" in report.frames and not report.frames & CLAUSE:
        return False
    return report.lemma == "say" or "that" in (unit.word(k), unit.word(k - 1)) or has_clause(unit, k, end)


def _object(work: Workspace, unit: Unit, report: Report, fragments: Sequence[Mark]) -> int | None:
    """S called it q · S praised the q plan: the statement is the object, up to the noun that the last fragment belongs to."""
    k, end = trim(unit, report.right + 1, _noun_end(unit, fragments[-1]))
    draft = work.draft(unit, report, "partial", "cue, object with fragment")
    draft.quotes = [m.index for m in fragments]
    draft.statement = [work.span(unit, k, end - 1)]
    work.add(draft)
    return end


def _noun_end(unit: Unit, mark: Mark) -> int:
    """The node behind the noun that a fragment belongs to, with its "of …"."""
    end = mark.last + 1
    while unit.tag(end) in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBG"):
        end += 1
    return max(end, unit.tree.head[end] + 1) if unit.word(end) == "of" else end
