"""PDF files by pypdf: lines joined to paragraphs, hyphenation undone, page furniture dropped. Needs the extra `pdf`."""

from __future__ import annotations

import io
import re
from typing import Any

from factx.article import Article
from factx.errors import InputError, MissingExtra
from factx.readers.layout import Line, article_built
from factx.readers.pdf_tables import with_tables

__all__ = ["read"]

MADE_UP = re.compile(r"(?i)^(?:microsoft word|untitled|document\d*|.*\.(?:docx?|pdf|indd|rtf|qxd))\b")
"""Titles that a program gave, not a person."""


def read(data: bytes, name: str, *, encoding: str | None = None) -> Article:
    """The text of all pages; `InputError` for a damaged or locked file, and for scans without a text layer."""
    try:
        import pypdf
    except ImportError:
        raise MissingExtra(f"{name}: reading PDF needs pypdf: pip install 'factx[pdf]'") from None
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{name}: is locked with a password: save it without one")
        pages = [with_tables(_lines(page), _shown(page)) for page in reader.pages]
        title = str((reader.metadata and reader.metadata.title) or "").strip()
    except InputError:
        raise
    except Exception as error:  # damaged files raise nearly anything from within pypdf
        raise InputError(f"{name}: not a readable PDF ({str(error) or type(error).__name__})") from None
    if pages and not any(pages):
        raise InputError(
            f"{name}: its {len(pages)} page(s) hold no text, only images: run text recognition (OCR) first"
        )
    built = article_built(pages)
    return Article(
        text=built.text, title=None if MADE_UP.match(title) else title or None, source=name, tables=tuple(built.grids)
    )


def _shown(page: Any) -> str:
    """The page as it looks, in fixed width; "" where pypdf cannot tell (turned text, odd fonts)."""
    try:
        shown = str(page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False))
    except Exception:  # of a page that `_lines` could read: its tables are then read as lines
        return ""
    return shown


def _lines(page: Any) -> list[Line]:
    """The lines of a page in reading order, with their height on the page and their size."""
    lines: list[Line] = []
    run: list[str] = []
    where: tuple[float, float] | None = None

    def flush() -> None:
        nonlocal where
        text = re.sub(r"[ \t\xa0]+", " ", "".join(run)).strip()
        if text:
            top, size = where or (0.0, 0.0)
            lines.append(Line(text, top, size))
        run.clear()
        where = None

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        nonlocal where
        first, *rest = text.split("\n")
        for number, part in enumerate([first, *rest]):
            if number:
                flush()
            if part.strip() and where is None:
                scale = abs(tm[3] or tm[1] or 1.0) * abs(cm[3] or cm[1] or 1.0)
                where = (tm[4] * cm[1] + tm[5] * cm[3] + cm[5], size * scale)
            run.append(part)

    page.extract_text(visitor_text=visit)
    flush()
    return lines
