"""Word documents by python-docx: paragraphs, list items and tables in reading order. Needs the extra `docx`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from factx.article import Article
from factx.errors import InputError, MissingExtra

__all__ = ["read"]

LARGEST = 200_000_000
"""Bytes that the parts of a document may unpack to: a small file can hold a very large one."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = frozenset({W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "instrText", W + "fldData", FALLBACK})
"""What is not read: deletions, the old place of moved text, properties, field codes, the second form of a text box."""
WRITTEN = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}


def read(data: bytes, name: str, *, encoding: str | None = None) -> Article:
    """The text, with insertions accepted and deletions left out; the title from the document's properties."""
    try:
        import docx
    except ImportError:
        raise MissingExtra(f"{name}: reading Word documents needs python-docx: pip install 'factx[docx]'") from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size > LARGEST:
            raise InputError(f"{name}: unpacks to {size:,} bytes, the limit is {LARGEST:,}")
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(filter(None, _blocks(document)))
        title = document.core_properties.title
        author = document.core_properties.author
    except InputError:
        raise
    except Exception as error:  # damaged files raise nearly anything from zlib, lxml and python-docx
        raise InputError(f"{name}: not a readable .docx document ({error or type(error).__name__})") from None
    byline = author if author and author != "python-docx" else None
    return Article(text=text, title=title or None, byline=byline, source=name)


def _blocks(container: Any) -> Iterator[str]:
    """Paragraphs and tables; items of one list and rows of one table stay together as lines."""
    from docx.table import Table

    items: list[str] = []
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            yield "\n".join(items)
            items = []
            yield "\n".join(filter(None, map(_row, block.rows)))
            continue
        text = _paragraph(block._p).strip()
        if text and _is_item(block):
            items.append(f"• {text}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield text
    yield "\n".join(items)


def _row(row: Any) -> str:
    cells: list[str] = []
    last = None
    for cell in row.cells:
        if cell._tc is last:  # a merged cell is listed once a column
            continue
        last = cell._tc
        cells.append(" ".join(filter(None, (_paragraph(p._p).strip() for p in cell.paragraphs))))
    return " | ".join(filter(None, cells))


def _is_item(paragraph: Any) -> bool:
    properties = paragraph._p.pPr
    if properties is not None and properties.numPr is not None:
        return True
    return (paragraph.style.name or "").startswith("List ") if paragraph.style is not None else False


def _paragraph(root: Any) -> str:
    """The characters of a paragraph, those in links, fields and accepted insertions included."""
    out: list[str] = []
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag in GONE:
            continue
        if element.tag == W + "t":
            out.append(element.text or "")
        elif element.tag in WRITTEN:
            out.append(WRITTEN[element.tag])
        stack.extend(reversed(element))
    return "".join(out)
