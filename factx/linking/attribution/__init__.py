"""Who said what: quotations and reported clauses with their source phrase and cue."""

from __future__ import annotations

from collections.abc import Sequence

from factx.document import Document
from factx.linking.attribution.continuation import continue_quotes
from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.sentence import attribute_sentence
from factx.linking.attribution.skeleton import skeletons
from factx.mentions.cues import find_cues
from factx.mentions.types import Attribution, NameMention, Quotation

__all__ = ["attribute"]


def attribute(document: Document, quotations: Sequence[Quotation], names: Sequence[NameMention]) -> list[Attribution]:
    """Attributions in text order of their first span."""
    work = Workspace(document, quotations, names, skeletons(document, quotations, find_cues(document)))
    last: Draft | None = None
    for sk in work.skeletons:
        before = len(work.drafts)
        attribute_sentence(work, sk)
        if len(work.drafts) > before:
            last = work.drafts[-1]
        else:
            last = continue_quotes(work, sk, last) or last
    return work.finished()
