"""Amounts of money and numbers."""

from __future__ import annotations

from collections.abc import Sequence

from factx.document import Document
from factx.mentions.types import AmountMention, TimeMention
from factx.options import Options

__all__ = ["find_amounts"]


def find_amounts(document: Document, times: Sequence[TimeMention], options: Options) -> list[AmountMention]:
    """Amounts in text order; none overlaps a temporal expression."""
    return []
