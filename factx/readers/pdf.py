"""PDF files by pypdf: lines joined to paragraphs, hyphenation undone, page furniture dropped. Needs the extra `pdf`."""

from __future__ import annotations

import io
import re
from typing import Any
from unicodedata import normalize

from factx.article import Article
from factx.errors import InputError, MissingExtra
from factx.readers.layout import article_built
from factx.readers.layout_lines import Line
from factx.readers.pdf_tables import with_tables
from factx.readers.print_order import headline, in_columns

__all__ = ["read"]

MADE_UP = re.compile(
    r"(?i)^(?:\(?anonymous\)?$|unspecified$|microsoft word|untitled|document\d*|.*\.(?:docx?|pdf|indd|rtf|qxd))\b"
)
"""Titles that a program gave, not a person."""
SPACES = re.compile(r"[ \t\xa0]+")
WORD = re.compile(r"\w{3,}")


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
        pages = [_page(page) for page in reader.pages]
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
    return Article(text=built.text, title=_title(title, pages), source=name, tables=tuple(built.grids))


def _title(told: str, pages: list[list[Line]]) -> str | None:
    """The title that the file gives, unless a program made it, or the page's headline is more of it, or all that is printed of it."""
    told = "" if MADE_UP.match(told) else " ".join(told.split())
    printed = normalize("NFKC", headline(pages[0]) or "") if pages else None
    if not printed or not told:
        return told or printed or None
    if printed.casefold() in told.casefold():
        return printed
    words = WORD.findall(told.casefold())
    shown = " ".join(line.text for line in pages[0]).casefold()
    return told if 2 * sum(word in shown for word in words) > len(words) else printed


def _shown(page: Any) -> str:
    """The page as it looks, in fixed width; "" where pypdf cannot tell (turned text, odd fonts)."""
    try:
        shown = str(page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False))
    except Exception:  # of a page that `_lines` could read: its tables are then read as lines
        return ""
    return shown


def _page(page: Any) -> list[Line]:
    """The lines of a page in reading order, with tables and columns as they are."""
    lines, pieces = _lines(page)
    tabled = with_tables(lines, _shown(page))
    if any(line.table is not None for line in tabled):
        return tabled
    sorted_pieces = in_columns(pieces)
    return lines if sorted_pieces == pieces else sorted_pieces


def _lines(page: Any) -> tuple[list[Line], list[Line]]:
    """The lines of a page as they were drawn, with their height on the page and their size, and the pieces that they are of."""
    lines: list[Line] = []
    pieces: list[Line] = []
    run: list[str] = []
    where: tuple[float, float, float] | None = None

    def flush() -> None:
        nonlocal where
        text = SPACES.sub(" ", "".join(run)).strip()
        if text:
            top, size, left = where or (0.0, 0.0, 0.0)
            lines.append(Line(text, top, size, left=left))
        run.clear()
        where = None

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        nonlocal where
        first, *rest = text.split("\n")
        for number, part in enumerate([first, *rest]):
            if number:
                flush()
            if part.strip():
                scale = abs(tm[3] or tm[1] or 1.0) * abs(cm[3] or cm[1] or 1.0)
                left, top = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                where = where or (top, size * scale, left)
                pieces.append(Line(SPACES.sub(" ", part).strip(), top, size * scale, left=left))
            run.append(part)

    page.extract_text(visitor_text=visit)
    flush()
    return lines, pieces
