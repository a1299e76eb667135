"""When: temporal expressions resolved against the article's day."""

from __future__ import annotations

from factx.document import Document
from factx.linking.types import Timeline
from factx.options import Options

__all__ = ["timeline"]


def timeline(document: Document, options: Options) -> Timeline:
    """The article's day and its temporal expressions in text order."""
    return Timeline(document.article.published, ())
