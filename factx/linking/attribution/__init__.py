"""Who said what: quotations and reported clauses with their source phrase and cue.

A sentence is reduced to its skeleton (`skeleton`), its cues are grouped with their sources (`sources`, `groups`), and
each group takes the words that it reports by a frame (`direct`, `partial`, `indirect`; their borders are in
`content`). Lines that sign a quotation are read first (`signatures`). What is left goes by labels (`labels`), by what
was being said (`continuation`, `statements`), or by any verb (`fallback`); transcripts (`transcript`) and quotations
in quotations (`nested`) are read apart. `rules` lists all rules with an example, a counter-example and how often they
are right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factx.document import Document
from factx.linking.attribution.continuation import Thread, continue_quotes
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.fallback import govern
from factx.linking.attribution.groups import groups_of
from factx.linking.attribution.labels import label_sentence
from factx.linking.attribution.nested import attribute_nested
from factx.linking.attribution.sentence import attribute_sentence
from factx.linking.attribution.signatures import sign
from factx.linking.attribution.skeleton import Maker
from factx.linking.attribution.statements import announced, unmarked
from factx.linking.attribution.transcript import transcribe
from factx.mentions.cues import find_cues
from factx.mentions.types import Attribution, NameMention, Quotation, SpanTuple

__all__ = ["attribute"]


BARE = 4
"""Chunks of a sentence that is only an announcement, at most."""


def attribute(document: Document, quotations: Sequence[Quotation], names: Sequence[NameMention]) -> list[Attribution]:
    """Attributions in text order of their first span.

    >>> from factx.article import Article
    >>> from factx.mentions.quotations import find_quotations
    >>> text = "“We won,” Jo Ray said. “At last.” She denied that it was a “mistake”."
    >>> document = Document(Article(text=text))
    >>> for a in attribute(document, find_quotations(document), []):
    ...     print(a.kind, [text[i:j] for i, j in a.spans], text[slice(*a.source)], text[slice(*a.cue)], a.stance)
    direct ['We won,', 'At last.'] Jo Ray said report
    partial ['mistake'] She denied deny
    """
    work = Workspace(document, quotations, names, Maker(document, quotations, find_cues(document), names))
    covered = transcribe(work, quotations)
    sign(work, names)
    thread = Thread()
    for sk in work.skeletons:
        if covered and _is_covered(covered, sk.start):
            continue
        before = len(work.drafts)
        work.here = sk.end
        if not sk.quotes and sk.codes[-1] == ":" and len(sk.codes) <= BARE:
            groups = groups_of(work.sources, sk)  # "He said:": nothing but an announcement
        else:
            groups = [] if label_sentence(work, sk) else attribute_sentence(work, sk)
        if sk.quotes:
            continue_quotes(work, sk, thread)
            govern(work, sk)
        if len(work.drafts) > before:
            thread.last, thread.waiting = work.drafts[-1], None
        announcement = announced(work, sk, groups)
        if announcement is not None:
            thread.waiting = announcement
            statement = unmarked(work, sk, announcement)
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
