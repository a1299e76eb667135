"""Quotations beside a cue: "QUOTE," S said · QUOTE, said S · S said: QUOTE · S said that it was QUOTE."""

from __future__ import annotations

from collections.abc import Sequence

from factx.linking.attribution.beginnings import content_start, skip_adjuncts
from factx.linking.attribution.clauses import has_clause, opens_clause, trim
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.endings import clause_end
from factx.linking.attribution.forms import ACCORDING, BASE, FINITE
from factx.linking.attribution.relations import Report
from factx.linking.attribution.rules import PLAIN
from factx.linking.attribution.shapes import begins_line, is_complete, is_name, is_sentence
from factx.linking.attribution.unit import CLOSING, Mark, Unit

__all__ = ["quote_after", "quote_before"]

CLAUSAL = frozenset({"clause", "that", "whether", "quote"})
CLAUSES = frozenset({"clause", "that", "whether"})
SAYING = frozenset({"say"})
"""Verbs whose words are a clause even where the tree does not see it: nobody says a noun."""
MOST_FRAGMENTS = 4
WITH_FRAGMENT = frozenset({"object", "clause", "that", "whether", "inf", "belief"})
"""Frames that take a fragment of one to three words; "S sang q" names a song."""
QUOTED = frozenset({"quote", "object"})
"""Frames of verbs that have quoted words in their object: "the study determined the “half-life”" quotes nobody."""
NAMING = frozenset(
    "brand call characterise characterize deem describe dub hail label portray praise refer style term".split()
)
"""Verbs that say what something is called, in capitals or not."""
FURTHEST = 60
"""Nodes from the cue to the end of the last fragment of its object, at most."""
CONTENT_TAGS = frozenset(("PRP", "DT", "WDT", "NN", "NNS", "NNP", "NNPS", "EX", "PRP$"))


def quote_before(work: Workspace, unit: Unit, report: Report, floor: int, later: Sequence[Report]) -> int | None:
    """QUOTE, S said · QUOTE, said S · The plan is QUOTE, S said · QUOTE, according to S."""
    node = report.left - 1
    comma = unit.word(node) in (",", "—", "–", "-")
    if comma:
        node -= 1
    mark = unit.mark_at(node)
    if node < floor or mark is None or not work.is_free(mark) or report.shared:
        return None
    start = _region_start(work, unit, floor, mark)
    if not comma and not _stops(work, mark) and not (start == mark.first and _opens_large(work, mark)):
        return None
    whole = unit.only_quotes(start, mark.last + 1)
    if not whole:
        after = skip_adjuncts(unit, report, report.right + 1)
        if unit.mark_at(after) is not None or unit.tag(after) in CONTENT_TAGS:
            return None  # the words before are an introduction: "In the “q,” S said that …"
    rule = "quote, source cue" if report.source is not None and not report.source.inverted else "quote, cue source"
    rule = "according to" if report.form == ACCORDING else rule
    draft = work.draft(unit, report, "direct" if whole else "partial", rule)
    draft.quotes = [m.index for m in work.free(unit, start, mark.last + 1)]
    if not whole:
        draft.statement = [work.span(unit, start, mark.last)]
    end = report.right + 1
    for further in _further(work, unit, end):
        draft.quotes.append(further.index)
        end = further.last + 1
        if draft.statement:
            draft.statement.append(work.span(unit, further.first, further.last))
    work.add(draft)
    return end


def _opens_large(work: Workspace, mark: Mark) -> bool:
    """Is it four words or more with a capital first: a sentence whose comma was left out (“We won the cup” said Ray)?"""
    return mark.whole and work.inside(mark)[:1].isupper() and not is_name(work, mark)


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


def _stops(work: Workspace, mark: Mark) -> bool:
    """Does the quotation end in a mark that a clause ends in?"""
    return work.inside(mark).rstrip(CLOSING)[-1:] in tuple(",?!…—–-.;")


def _further(work: Workspace, unit: Unit, start: int) -> list[Mark]:
    """The quotations behind the cue that go on with the one before it: "A," S said of it, "B"."""
    out: list[Mark] = []
    node = start
    while node < len(unit):
        mark = unit.mark_at(node)
        if mark is None:
            word = unit.word(node)
            new = node in unit.cues and (unit.tag(node) in ("VBD", "VBZ", "VBP") or "clause" in unit.cues[node].frames)
            if (
                new
                or word == "that"
                or (unit.tag(node) in ("VBD", "VBZ", "VBP", "MD") and unit.tag(node - 1) not in ("WP", "WDT", "WRB"))
            ):
                break
            node += 1
            continue
        before = unit.word(mark.first - 1)
        short = not mark.whole and before in (",", ":", ";") and _stops(work, mark)
        if (
            mark.whole and (before in (",", ":", ".", ";", "and", "but", "—", "–", "that") or mark.first == start)
        ) or short:
            if work.is_free(mark):
                out.append(mark)
        else:
            break
        node = mark.last + 1
    return out


def quote_after(work: Workspace, unit: Unit, report: Report, floor: int, later: Sequence[Report]) -> int | None:
    """S said: QUOTE · S said that it was QUOTE · S called it QUOTE."""
    k = content_start(unit, report) if report.frames & CLAUSAL else report.right + 1
    if k >= len(unit):
        return None
    end = clause_end(work, unit, report, k, later)
    fragments = [m for m in work.free(unit, k, end) if not _is_named(work, report, m, k)]
    if not fragments or not _takes(unit, report, k, fragments, later):
        return None
    first = fragments[0]
    if k < first.first and _is_apart(work, unit, first):
        return _behind_colon(work, unit, report, k, first)
    if not _is_clause(work, unit, report, k, end):
        return object_fragment(work, unit, report, fragments, later)
    k, end = trim(unit, k, end)
    that = unit.word(k - 1) == "that"
    mark = unit.mark_at(k)
    if mark is first and not that and is_sentence(work, mark):
        end = _run(work, unit, mark)
        fragments = [m for m in fragments if m.first < end]
    if mark is first and unit.only_quotes(k, end):
        direct = is_complete(work, unit, first) or not (that or work.inside(first)[:1].islower())
        draft = work.draft(unit, report, "direct" if direct else "partial", "cue: quote")
        if not first.whole and not direct:
            draft.rule = "cue, clause with fragment"
    else:
        draft = work.draft(unit, report, "partial", "cue, clause with fragment")
        draft.statement = [work.span(unit, k, end - 1)]
    draft.quotes = [m.index for m in fragments]
    work.add(draft)
    return end


def _is_named(work: Workspace, report: Report, mark: Mark, k: int) -> bool:
    """Is it one to three words in capitals, a name in what is said or announced, and no answer ("Ray said: “No.”")?"""
    if mark.whole or report.lemma in NAMING or not is_name(work, mark):
        return False
    return mark.first > k or (report.verb is not None and report.verb.stance == "announce")


def _is_apart(work: Workspace, unit: Unit, mark: Mark) -> bool:
    """Is it a sentence in marks behind a colon, a comma or at the beginning of a line, and no part of the words before it?"""
    if not is_complete(work, unit, mark) or work.inside(mark)[:1].islower():
        return False
    return unit.word(mark.first - 1) in (":", ",", ";") or begins_line(work, mark)


def _behind_colon(work: Workspace, unit: Unit, report: Report, k: int, mark: Mark) -> int:
    """S shared her view: QUOTE · S added that it was late: QUOTE. The clause before the colon is a report of its own."""
    end = _run(work, unit, mark)
    k, stop = trim(unit, k, mark.first)
    that = "that" in (unit.word(k), unit.word(k - 1))
    if k < stop and (that or _opens_report(unit, report, k, stop)) and not work.free(unit, k, stop):
        clause = work.draft(unit, report, "indirect", "cue that clause" if that else "cue clause")
        clause.spans = [work.span(unit, k, stop - 1)]
        work.add(clause)
    draft = work.draft(unit, report, "direct", "cue: quote")
    draft.quotes = [m.index for m in work.free(unit, mark.first, end)]
    work.add(draft)
    return end


def _opens_report(unit: Unit, report: Report, k: int, stop: int) -> bool:
    """Is what stands between the cue and the colon a clause that the verb reports?"""
    return "clause" in report.frames and opens_clause(unit, k, stop)


def _takes(unit: Unit, report: Report, k: int, fragments: Sequence[Mark], later: Sequence[Report]) -> bool:
    """Can the verb have said the quotations behind it: not a list of terms, not what another verb between reports?"""
    first = fragments[0]
    if _is_announced(unit, first, later):
        return False  # "told the court that Ray had said: “…”": it is Ray who is quoted
    whole = any(m.whole for m in fragments)
    if not whole and (len(fragments) > MOST_FRAGMENTS or not report.frames & WITH_FRAGMENT):
        return False  # "words such as “expect”, “intend” …"
    between = any(r.form == FINITE and r.node < first.first and not r.shared for r in later)
    if between and report.lemma not in PLAIN and "object" in report.frames:
        return False  # "hit out at what Ray called his “best” offer": it is Ray who is quoted
    if report.frames & WITH_FRAGMENT or k == first.first:
        return True
    return unit.word(first.first - 1) in (":", ",") or first.first - 1 in unit.cues  # "began work on “the mother …”"


def _is_announced(unit: Unit, mark: Mark, later: Sequence[Report]) -> bool:
    """Does another report, with a source of its own, end in a colon right before the quotation?"""
    return unit.word(mark.first - 1) == ":" and any(
        r.form == FINITE and not r.shared and r.source is not None and r.right == mark.first - 2 for r in later
    )


def _is_clause(work: Workspace, unit: Unit, report: Report, k: int, end: int) -> bool:
    """Are the nodes `[k, end)` a clause or a quotation, and not the object of the verb?"""
    if not report.frames & CLAUSAL:
        return False
    if unit.mark_at(k) is not None:
        return True
    if "object" in report.frames and not report.frames & CLAUSES:
        return False
    if "that" in (unit.word(k), unit.word(k - 1)) or (report.lemma in SAYING and report.form == FINITE and end - k > 3):
        return True
    return has_clause(unit, k, end)


def object_fragment(
    work: Workspace, unit: Unit, report: Report, fragments: Sequence[Mark], later: Sequence[Report]
) -> int | None:
    """S called it q · S praised the q plan: the statement is the object, up to the noun that the last fragment belongs to."""
    following = next((r.node for r in later if r.node > report.right and r.form != BASE), len(unit))
    fragments = [m for m in fragments if m.first < following]
    if report.lemma not in NAMING:
        fragments = [m for m in fragments if not is_name(work, m)]
    if not fragments or not report.frames & QUOTED or _is_news(report, fragments):
        return None
    k, end = report.right + 1, fragments[-1].last + 1
    if end - k > FURTHEST or (len(fragments) >= MOST_FRAGMENTS and not any(m.whole for m in fragments)):
        return None
    end = _noun_end(unit, fragments[-1])
    k, end = trim(unit, k, end)
    draft = work.draft(unit, report, "partial", "cue, object with fragment")
    draft.quotes = [m.index for m in fragments]
    draft.statement = [work.span(unit, k, end - 1)]
    work.add(draft)
    return end


def _is_news(report: Report, fragments: Sequence[Mark]) -> bool:
    """ "announced its “all on four” plan": what is announced has its name, in marks."""
    return report.verb is not None and report.verb.stance == "announce" and not any(m.whole for m in fragments)


def _noun_end(unit: Unit, mark: Mark) -> int:
    """The node behind the noun that a fragment belongs to, with its "of …"."""
    end = mark.last + 1
    while end < len(unit) and unit.cover[end] is None and unit.tag(end) in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBG"):
        end += 1
    while unit.word(end) == "of" and unit.tree.head[end] > end:
        noun = unit.tree.head[end]
        if noun - end > 5 or unit.mark_at(noun) is not None:
            break
        end = noun + 1
    return end


def _run(work: Workspace, unit: Unit, mark: Mark) -> int:
    """The node behind a run of quotations: Q, Q and Q."""
    end = mark.last + 1
    for other in unit.marks:
        if (
            other.first >= end
            and other.first - end <= 1
            and work.is_free(other)
            and (other.first == end or unit.word(end) in (",", "and", "&"))
        ):
            end = other.last + 1
    return end
