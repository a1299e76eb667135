"""Who may have said a quotation: all whom the words around it name, and nobody, each with what speaks for it.

Of a quotation's own unit these are the sources of its cues, the subjects of its other verbs, and the names and nouns that stand
beside it; outside of it, the names on the lines beside it, whom the sentence before is about, who was announced, and who was
speaking. `choosing` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from factx.linking.attribution.between import is_beside
from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.relations import Report
from factx.linking.attribution.statements import Announcement
from factx.linking.attribution.unit import Mark, Unit
from factx.mentions.types import NameMention, SpanTuple

__all__ = ["Candidate", "Thread", "candidates", "cues_of"]

CUES = 4
"""Cues on each side of a quotation that are looked at; so are names."""
NEAR = 3
LINE = 160
"""Characters of a line that may sign or announce a quotation, at most."""
TITLE = 90
"""Characters between a title and who holds it, at most."""
JOINTS = frozenset((",", "of", "for", "and", "&", "'s", "’s", "-", ".", "the", "at", "in", "known", "as"))
VERBS = ("VBD", "VBZ", "VBP", "VBG", "VBN")
HELPING = ("aux", "aux:pass", "amod")
PARAGRAPHS = 3
"""Paragraphs back that who was speaking is remembered."""
STOP = re.compile(r"[.!?][”\"’')]?\s")


@dataclass(slots=True)
class Candidate:
    """`relation`: cue, verb, name, behind, before, sentence, announced, thread, nobody; `node` of the cue or name, in the unit."""

    relation: str
    source: SpanTuple | None = None
    node: int | None = None
    report: Report | None = None
    who: int | None = None
    draft: Draft | None = None
    announcement: Announcement | None = None
    features: list[str] = field(default_factory=list)


class Thread:
    """Who was speaking last: the last draft, and an announcement that still waits for its words."""

    def __init__(self) -> None:
        self.last: Draft | None = None
        self.waiting: Announcement | None = None


def candidates(
    work: Workspace, unit: Unit, mark: Mark, cues: list[Candidate], reports: list[Report], thread: Thread
) -> Iterator[Candidate]:
    """All who may have said a quotation, nobody first; `cues`: the sources of its cues."""
    yield Candidate("nobody")
    yield from cues
    beside = any(cue.report is not None and is_beside(unit, mark, cue.report) for cue in cues)
    taken = [cue.source for cue in cues if cue.source is not None]
    for found in (
        (_names(work, unit, mark),)
        if beside
        else (_verbs(work, unit, mark, reports), _names(work, unit, mark), _beside(work, unit, mark))
    ):
        for candidate in found:
            start, end = candidate.source or (0, 0)
            if candidate.relation == "verb" or not any(start < b and a < end for a, b in taken):
                taken.append((start, end))
                yield candidate
    yield from _before(unit, thread)
    if not beside and unit.only_quotes(0, mark.first):
        yield from _sentences(work, mark, thread)


def cues_of(work: Workspace, unit: Unit, mark: Mark, reports: list[Report]) -> Iterator[Candidate]:
    """The sources of the cues of the unit, the nearest on each side, and who holds the title that one of them is."""
    sourced = [report for report in reports if report.source is not None]
    before = [report for report in sourced if report.node < mark.first][-CUES:]
    behind = [report for report in sourced if report.node > mark.last][:CUES]
    for report in before + behind:
        assert report.source is not None
        start, end = _joined(work, *report.source.span)
        known = work.sources.mention(end - 1)
        holder = None if (known is not None and known.kind == "person") or end - start < 3 else _holder(work, start)
        yield Candidate(
            "cue", (start, end), report.node, report, report.source.node, features=["titled"] if holder else []
        )
        if holder is not None:
            yield Candidate("cue", (holder.start, holder.end), report.node, report, features=["holder"])


def _joined(work: Workspace, start: int, end: int) -> SpanTuple:
    """The source with the name that it is joined to, where the tree has lost it: "“…,” [Bolt and Tarn] said"."""
    tokens = work.tokens
    joint = tokens.at(start) - 1
    first = work.sources.mention(tokens.start[joint - 1]) if joint > 1 and tokens.lower[joint] in ("and", "&") else None
    if first is None or tokens.text[tokens.at(first.start) - 1][0].isalnum():
        return start, end
    return first.start, end


def _holder(work: Workspace, start: int) -> NameMention | None:
    """The person named before a title: "[Jo Ray], Founder and CEO, says"."""
    tokens = work.tokens
    before = [name for name in work.names_between(start - TITLE, start) if name.kind == "person"]
    if not before or tokens.lower[tokens.at(before[-1].end)] != ",":
        return None
    between = (tokens.text[i] for i in tokens.inside(before[-1].end, start))
    return before[-1] if all(word[0].isupper() or word in JOINTS for word in between) else None


def _verbs(work: Workspace, unit: Unit, mark: Mark, reports: list[Report]) -> Iterator[Candidate]:
    """The subjects of the other verbs with a tense, the nearest on each side."""
    known = {report.node for report in reports if report.source is not None}
    tree = unit.tree

    def acts(node: int) -> bool:
        return unit.tag(node) in VERBS and node not in known and tree.label[node] not in HELPING

    for node in _nearest(unit, mark, acts):
        who = tree.own_subject(node)
        source = None if who is None else work.sources.source(unit, who, node)
        if source is not None:
            yield Candidate("verb", source.span, node, None, source.node)


def _names(work: Workspace, unit: Unit, mark: Mark) -> Iterator[Candidate]:
    """The names of the unit outside of quotations, and the nouns right beside the quotation or before its colon."""

    def names(node: int) -> bool:
        if unit.tag(node)[:2] != "NN" or unit.tree.label[node] in ("compound", "flat"):
            return False
        return work.sources.is_name(unit, node) or _stands_beside(work, unit, mark, node)

    for node in _nearest(unit, mark, names):
        yield Candidate("name", work.sources.span(unit, node), node, None, node)


def _nearest(unit: Unit, mark: Mark, fits: Callable[[int], bool]) -> Iterator[int]:
    """The nodes that fit, the nearest on each side of a quotation."""
    yield from islice(filter(fits, range(mark.first - 1, -1, -1)), NEAR)
    yield from islice(filter(fits, range(mark.last + 1, len(unit))), NEAR)


def _stands_beside(work: Workspace, unit: Unit, mark: Mark, node: int) -> bool:
    """Is it a noun for who can speak, next to the quotation but for marks between?"""
    low, high = (mark.last + 1, node) if node > mark.last else (node + 1, mark.first)
    return high - low <= 4 and not unit.has_verb(low, high) and work.sources.can_speak(unit, node)


def _beside(work: Workspace, unit: Unit, mark: Mark) -> Iterator[Candidate]:
    """The first names of what stands behind the quotation, of the next line, and of the line before."""
    document, text = work.document, work.text
    quotation = work.quotations[mark.index]
    paragraph = document.paragraph_at(quotation.outer_end - 1)
    if paragraph is None:
        return
    seen = 0
    for following in document.paragraphs[paragraph.index : paragraph.index + 3]:
        start = max(following.start, quotation.outer_end, unit.end)
        stop = min(following.end, start + LINE)
        full = STOP.search(text, start, stop)
        stop = full.end() if full is not None else stop
        name = next(work.names_between(start, stop), None)
        if name is not None:
            yield Candidate("behind", (name.start, name.end))
            seen += 1
        if (following.end - following.start > LINE and following.index > paragraph.index) or seen == 2:
            break
    first = document.paragraph_at(quotation.outer_start)
    if first is None or first.index == 0 or unit.start > first.start:
        return
    line = document.paragraphs[first.index - 1]
    if line.end - line.start <= LINE and text[line.end - 1] not in ".!?…":
        name = next(work.names_between(line.start, line.end), None)
        if name is not None:
            yield Candidate("before", (name.start, name.end))


def _before(unit: Unit, thread: Thread) -> Iterator[Candidate]:
    """Who was announced, and who was speaking."""
    waiting, last = thread.waiting, thread.last
    if waiting is not None and unit.paragraph - waiting.paragraph <= 1:
        yield Candidate("announced", waiting.source, announcement=waiting)
    if last is not None and last.source is not None and unit.paragraph - last.paragraph <= PARAGRAPHS:
        yield Candidate("thread", last.source, draft=last)


def _sentences(work: Workspace, mark: Mark, thread: Thread) -> Iterator[Candidate]:
    """Whom the sentence before is about, and the first names in it."""
    start, sentences = work.quotations[mark.index].outer_start, work.document.sentences
    here = work.document.sentence_at(start)
    if here is None or not here.index:
        return
    before = sentences[here.index - 1]
    spoken = thread.last is not None and before.start < thread.last.end
    narration = None if spoken else work.maker.make(before.start, before.end)
    if narration is None:
        return
    root = narration.tree.root
    who = narration.tree.subject(root)
    source = None if who is None else work.sources.source(narration, who, root)
    if source is not None:
        told = [f"root {narration.tree.lower[root]}", "subject", f"root is cue {root in narration.cues}"]
        yield Candidate("sentence", source.span, features=told)
    names = work.names_between(before.start, before.end)
    others = (n for n in names if source is None or n.end <= source.span[0] or source.span[1] <= n.start)
    for place, name in enumerate(islice(others, 2)):
        yield Candidate("sentence", (name.start, name.end), features=[f"name {place}"])
