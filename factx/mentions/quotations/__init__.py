"""Text between quotation marks."""

from __future__ import annotations

from factx.document import Document
from factx.mentions.types import Quotation

__all__ = ["find_quotations"]


def find_quotations(document: Document) -> list[Quotation]:
    """Quotations in text order, a nested one behind the one around it."""
    return []
