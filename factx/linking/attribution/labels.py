"""Attribution by a colon alone in a headline: "Ray: Bolt Won’t Sell"."""

from __future__ import annotations

from factx.linking.attribution.clauses import has_clause
from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.unit import Unit

__all__ = ["label_unit"]

LONGEST_LABEL = 30
"""Nodes of a label, at most."""
NOUNS = ("NN", "NNS", "NNP", "NNPS")


def label_unit(work: Workspace, unit: Unit) -> Draft | None:
    """The draft of a headline that is labelled."""
    if work.document.section_at(unit.start) == "headline" or unit.paragraph == 0:
        return _headline(work, unit)
    return None


def _name_among(work: Workspace, unit: Unit, first: int, stop: int) -> int | None:
    """The first name among the nodes, by the last of its words."""
    return next(
        (
            i
            for i in range(first, stop)
            if unit.tag(i) in NOUNS and unit.tree.label[i] != "compound" and work.sources.is_name(unit, i)
        ),
        None,
    )


def _is_phrase(unit: Unit, first: int, stop: int) -> bool:
    """Are the nodes a noun phrase, with appositions: no verb, no quotation, no stop but that of an abbreviation?"""
    return 0 < stop - first < LONGEST_LABEL and all(
        unit.cover[i] is None
        and i not in unit.cues
        and unit.tag(i)[:2] != "VB"
        and unit.tag(i) not in ("MD", "PRP", "WP", "WRB", "EX")
        and unit.word(i) not in (":", ";", "?", "!")
        for i in range(first, stop)
    )


def _headline(work: Workspace, unit: Unit) -> Draft | None:
    """ "Ray: Bolt Won’t Sell": only where the label is a name that the article uses again."""
    colon = next((i for i in range(min(len(unit), LONGEST_LABEL)) if unit.word(i) == ":"), None)
    if colon is None or not _is_phrase(unit, 0, colon):
        return None
    name = _name_among(work, unit, 0, colon)
    if name is None or unit.tag(0) in ("IN", "TO"):
        return None
    if any(unit.word(i) == "," for i in range(colon)) or work.sources.base(unit.tree, name)[0] > 0:
        return None
    k, end = colon + 1, len(unit)
    while end > k and unit.word(end - 1) == ".":
        end -= 1
    quoted = any(k <= m.first < end for m in unit.marks)
    clause = work.sources.is_person(unit, name) and has_clause(unit, k, end, headline=True)
    if k >= end or not (quoted or clause):
        return None  # "Bolt: A New Way to Sell" is a title
    span = work.sources.span(unit, name)
    last = work.text[span[0] : span[1]].split()[-1]
    if work.text.count(last, span[1], span[1] + 4000) < 1:
        return None
    free = [mark for mark in unit.marks if k <= mark.first < end and mark.index not in work.claimed]
    draft = Draft("partial" if free else "indirect", "headline label", span, None, None, unit.paragraph, unit.start)
    where = work.span(unit, k, end - 1)
    if free:
        draft.quotes = [m.index for m in free]
        draft.statement = [where]
    else:
        draft.spans = [where]
    return work.add(draft)
