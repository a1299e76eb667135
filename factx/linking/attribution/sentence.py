"""The attributions of one sentence: each of its cues takes the words that it reports, by the first frame that fits."""

from __future__ import annotations

from factx.linking.attribution.content import closes
from factx.linking.attribution.direct import quote_after, quote_before
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.groups import Group, groups_of
from factx.linking.attribution.indirect import according_first, clause_after, clause_around, clause_before, noun_clause
from factx.linking.attribution.rules import PLAIN
from factx.linking.attribution.skeleton import Skeleton

__all__ = ["attribute_sentence"]

LATER = 12
"""Cues behind a cue that its words may end before."""


def attribute_sentence(work: Workspace, sk: Skeleton, quotations_only: bool = False) -> list[Group]:
    """Add the drafts of one sentence; its groups. A cue inside words that another cue reports is passed over."""
    groups = groups_of(work.sources, sk)
    floor = 0
    closing = _closing(work, sk, groups)
    for position, group in enumerate(groups):
        if group.source is None or group.chunk < floor:
            continue
        if closing is not None and group is not closing and _yields(group):
            continue
        later = groups[position + 1 : position + 1 + LATER]
        if not quotations_only and work.is_narrator(group.source.span):
            floor = max(floor, _narrated(work, sk, group, floor, later))
            continue
        taken = quote_before(work, sk, group, floor)
        if taken is None and not quotations_only:
            taken = clause_around(work, sk, group, floor, later)
        if taken is None:
            taken = quote_after(work, sk, group, later)
        if taken is None and not quotations_only:
            taken = _clause(work, sk, group, floor, later)
        if taken is not None:
            floor = max(floor, taken)
    return groups


def _narrated(work: Workspace, sk: Skeleton, group: Group, floor: int, later: list[Group]) -> int:
    """The end of words that the author quotes of himself; a clause or fragment of his own is no quote ("we said …")."""
    before = len(work.drafts)
    taken = quote_before(work, sk, group, floor)
    if taken is None:
        taken = quote_after(work, sk, group, later)
    own = [draft for draft in work.drafts[before:] if draft.kind != "direct"]
    for draft in own:
        work.drop(draft)
    return floor if own or taken is None else taken


def _closing(work: Workspace, sk: Skeleton, groups: list[Group]) -> Group | None:
    """The attribution that ends the sentence ("…, Ray says."), whose words are all that stands before it."""
    if len(groups) < 2:
        return None
    last = groups[-1]
    before = sk.codes[last.left - 1 : last.left] if last.left else ""
    if (
        last.source is None
        or last.cue is None
        or last.form != "v"
        or last.shared
        or before != ","
        or last.cue.verb.lemma not in PLAIN
    ):
        return None
    return last if closes(work, sk, last) else None


def _yields(group: Group) -> bool:
    """Is the verb one that also means other things than speech ("allow", "show"), so that a closing attribution wins?"""
    if group.form == "n":
        return True
    return group.cue is not None and group.cue.verb.lemma not in PLAIN and not group.cue.verb.frames & {"clause"}


def _clause(work: Workspace, sk: Skeleton, group: Group, floor: int, later: list[Group]) -> int | None:
    """The reported clause of a group, by the first frame that fits."""
    if group.form == "n":
        return noun_clause(work, sk, group, later)
    taken = according_first(work, sk, group, later)
    if taken is None:
        taken = clause_after(work, sk, group, later)
    if taken is None:
        taken = clause_before(work, sk, group, floor)
    return taken
