"""Readers: files to `Article`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from factx.article import Article

__all__ = ["read_html", "read_path"]


def read_path(path: Path, *, published: date | str | None = None) -> Article:
    """Read a file by its suffix."""
    return Article(text=path.read_text(encoding="utf-8"), source=str(path), published=published)


def read_html(html: str | bytes, *, source: str | None = None, published: date | str | None = None) -> Article:
    """The main text of a web page."""
    raise NotImplementedError
