"""The record of a quotation that no frame of a cue takes: its speaker signs it, was announced, was speaking, or does something beside it."""

from __future__ import annotations

from collections.abc import Sequence

from factx.linking.attribution.candidates import Candidate
from factx.linking.attribution.clauses import is_sentence
from factx.linking.attribution.direct import rule_before
from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.unit import Mark, Unit
from factx.mentions.types import SpanTuple

__all__ = ["record"]


def record(work: Workspace, unit: Unit, chosen: Sequence[tuple[Mark, Candidate]]) -> None:
    """Add drafts for the quotations that have a speaker and no draft yet; those that one speaker says one behind the other are one."""
    open_draft: Draft | None = None
    before: Candidate | None = None
    for mark, candidate in chosen:
        if candidate.source is None:
            before = None
            continue
        if mark.index in work.claimed:
            open_draft, before = work.claimed[mark.index], candidate
            continue
        if candidate.draft is not None and unit.only_quotes(0, mark.first) and _goes_on(work, unit, candidate.draft):
            open_draft = candidate.draft
            _grow(work, unit, open_draft, mark)
        elif (
            open_draft is not None
            and before is not None
            and before.source == candidate.source
            and before.node == candidate.node
        ):
            _grow(work, unit, open_draft, mark)
        else:
            draft = _draft(work, unit, mark, candidate)
            if draft.kind != "direct" and work.is_narrator(candidate.source):
                continue  # a fragment of his own is no quote
            open_draft = work.add(draft)
        before = candidate


def _goes_on(work: Workspace, unit: Unit, last: Draft) -> bool:
    """Is it the same utterance: in the paragraph of what was said last, and no line of its own in a text without lines?"""
    interrupted = last.source is not None and last.source[0] > max(work.quotations[i].start for i in last.quotes or [0])
    apart = work.text[max(0, unit.start - 2) : unit.start].isspace() and not interrupted  # “…,” Ray said: it may go on
    return last.kind != "indirect" and not apart and last.start >= work.document.paragraphs[unit.paragraph].start


def _grow(work: Workspace, unit: Unit, last: Draft, mark: Mark) -> None:
    """One more quotation of an utterance."""
    last.end = max(last.end, unit.end)
    last.quotes.append(mark.index)
    work.claimed[mark.index] = last
    if last.statement is not None:
        last.statement.append(work.span(unit, mark.first, mark.last))


def _draft(work: Workspace, unit: Unit, mark: Mark, candidate: Candidate) -> Draft:
    rule, cue, stance = _rule(work, unit, mark, candidate)
    begin = mark.first if is_sentence(work, mark) and mark.whole else _begin(unit, mark, candidate)
    whole = begin == mark.first
    draft = Draft("direct" if whole else "partial", rule, candidate.source, cue, stance, unit.paragraph, unit.start)
    draft.quotes = [mark.index]
    if not whole:
        draft.statement = [work.span(unit, begin, mark.last)]
    return draft


def _begin(unit: Unit, mark: Mark, candidate: Candidate) -> int:
    """Where the clause begins that a quotation is the end of: behind its verb; a sentence stands for itself."""
    node = candidate.node
    if node is None or candidate.relation == "name" or node > mark.first:
        return mark.first
    if mark.whole and unit.word(mark.first - 1) in (",", ":"):
        return mark.first  # "As Ray put it, “it rained.”"
    begin = min((candidate.report.right if candidate.report is not None else node) + 1, mark.first)
    while begin < mark.first and unit.word(begin) in (",", ":"):
        begin += 1
    return begin


def _rule(work: Workspace, unit: Unit, mark: Mark, candidate: Candidate) -> tuple[str, SpanTuple | None, str | None]:
    """Rule, cue and stance."""
    node = candidate.node
    if candidate.announcement is not None:
        return "cue: paragraph", candidate.announcement.cue, candidate.announcement.stance
    if candidate.draft is not None:
        same = candidate.draft.paragraph == unit.paragraph
        return "sentence of quotation" if same else "paragraph of quotation", None, candidate.draft.stance
    if node is None:
        return "quotation after narration" if candidate.relation == "sentence" else "signature", None, None
    ahead = node < mark.first
    if candidate.report is not None:
        cue = work.draft(unit, candidate.report, "direct", "cue: quote").cue
        return "cue: quote" if ahead else rule_before(candidate.report), cue, work.stance(candidate.report.verb)
    if candidate.relation == "name":
        return "source: quote" if ahead else "quote – source", None, None
    colon = unit.word(mark.first - 1) == ":"
    rule = ("any verb: quote" if colon else "any verb") if ahead else "quote, any verb"
    return rule, work.span(unit, node, node), "report"
