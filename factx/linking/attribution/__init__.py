"""Who said what: quotations and reported clauses with their source phrase and cue.

A unit (`unit`) is the sentences that no quotation is cut by, as one tree, which is grown where it is `worth` it. Its cues
(`forms`, `reports`) find their sources by a table over the tree's relations (`relations`, `sources`). Who said each of its
quotations is chosen (`choosing`) among all whom the words around it name (`candidates`, `features`, `between`). Each cue takes the
words that it reports by a table of frames (`sentence`, with `direct` and `indirect`; borders are in `beginnings` and `endings`, what
a clause is in `clauses`); quotations that were chosen for somebody without a cue are `uncued`. Announcements (`statements`),
transcripts (`transcript`) and quotations in quotations (`nested`) are read apart. `rules` lists the names that records carry, with
an example, a counter-example and how often they are right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factx.document import Document
from factx.linking.attribution.candidates import Thread
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.nested import attribute_nested
from factx.linking.attribution.reports import reports_of
from factx.linking.attribution.sentence import attribute_unit
from factx.linking.attribution.statements import announced, unmarked
from factx.linking.attribution.transcript import transcribe
from factx.linking.attribution.unit import Maker
from factx.linking.attribution.worth import is_worth
from factx.mentions.types import Attribution, NameMention, Quotation, SpanTuple
from factx.syntax import Syntax

__all__ = ["attribute"]


BARE = 12
"""Nodes of a sentence that is only an announcement, at most."""


def attribute(
    document: Document, quotations: Sequence[Quotation], names: Sequence[NameMention], syntax: Syntax | None = None
) -> list[Attribution]:
    """Attributions in text order of their first span; `syntax`: the trees of the document, made here where nobody has them.

    >>> from factx.article import Article
    >>> from factx.mentions.names import find_names
    >>> from factx.mentions.quotations import find_quotations
    >>> text = "“We won,” Jo Ray said. “At last.” She denied that it was a “mistake”."
    >>> document = Document(Article(text=text))
    >>> for a in attribute(document, find_quotations(document), find_names(document)):
    ...     print(a.kind, [text[i:j] for i, j in a.spans], text[slice(*a.source)], text[slice(*a.cue)], a.stance)
    direct ['We won,', 'At last.'] Jo Ray said report
    partial ['mistake'] She denied deny
    """
    work = Workspace(document, quotations, names, Maker(document, quotations, syntax or Syntax(document, names=names)))
    covered = transcribe(work)
    thread = Thread()
    for unit in work.maker.made():
        if covered and _is_covered(covered, unit.start):
            continue
        if not is_worth(unit):
            continue
        before = len(work.drafts)
        work.here = unit.end
        if not unit.marks and unit.word(len(unit) - 1) == ":" and len(unit) <= BARE:
            reports = reports_of(work.sources, unit)  # "He said:": nothing but an announcement
        else:
            reports = attribute_unit(work, unit, thread=thread)
        said = work.claimed.get(unit.marks[-1].index) if unit.marks else None
        if said is not None or len(work.drafts) > before:
            thread.last, thread.waiting = said or work.drafts[-1], None
        announcement = announced(work, unit, reports)
        if announcement is not None:
            thread.waiting = announcement
            statement = unmarked(work, unit, announcement)
            if statement is not None:
                thread.last, thread.waiting = work.add(statement), None
                covered.extend(statement.spans)
    attribute_nested(work)
    return work.finished()


def _is_covered(covered: list[SpanTuple], offset: int) -> bool:
    """Does a turn of a transcript hold `offset`?"""
    position = bisect_right(covered, (offset, offset)) - 1
    return (position >= 0 and offset < covered[position][1]) or (
        position + 1 < len(covered) and covered[position + 1][0] == offset
    )
