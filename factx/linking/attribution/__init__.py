"""Who said what: quotations and reported clauses with their source phrase and cue."""

from __future__ import annotations

from collections.abc import Sequence

from factx.document import Document
from factx.mentions.types import Attribution, NameMention, Quotation

__all__ = ["attribute"]


def attribute(document: Document, quotations: Sequence[Quotation], names: Sequence[NameMention]) -> list[Attribution]:
    """Attributions in text order of their first span."""
    return []
