"""Word documents by python-docx: paragraphs, list items and tables in reading order. Needs the extra `docx`."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from factx.article import Article
from factx.errors import InputError, MissingExtra
from factx.grid import MOST_COLUMNS
from factx.readers.tables import Draft, RawCell, TextBuilder

__all__ = ["read"]

LARGEST = 200_000_000
"""Bytes that the parts of a document may unpack to: a small file can hold a very large one."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = frozenset({W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "instrText", W + "fldData", FALLBACK})
"""What is not read: deletions, the old place of moved text, properties, field codes, the second form of a text box."""
TITLES = ("Title", "Heading1")
"""Styles of a title, the surer first."""
TEMPLATE = re.compile(r"(?i)\b(?:template|press release|document\d*|untitled)\b")
LETTERS = re.compile(r"[^\W\d_]{2}")
PAGE = re.compile(r"(?i)\bpage\s*\d*\s*(?:of\b|$)")
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
        _unwrap(document.element.body)
        built = TextBuilder()
        for block in (*_letterhead(document), *_blocks(document), *_notes(document)):
            if not block:
                continue
            if built.length:
                built.add("\n\n")
            if isinstance(block, Draft):
                built.add_table(block)
            else:
                built.add(block)
        title = _title(document)
        author = document.core_properties.author
    except InputError:
        raise
    except Exception as error:  # damaged files raise nearly anything from zlib, lxml and python-docx
        raise InputError(f"{name}: not a readable .docx document ({error or type(error).__name__})") from None
    byline = author if author and author != "python-docx" else None
    return Article(text=built.text, title=title or None, byline=byline, source=name, tables=tuple(built.grids))


def _title(document: Any) -> str | None:
    """The title from the document's properties, unless its own heading is another: a template's title stays in its copies."""
    told = " ".join((document.core_properties.title or "").split())
    found = dict.fromkeys(TITLES, "")
    for paragraph in document.element.body.iter(W + "p"):
        style = paragraph.style
        if style in found and not found[style]:
            found[style] = " ".join(_paragraph(paragraph).split())
    heading = next(filter(None, found.values()), "")
    return (
        heading
        if heading and (not told or (heading.casefold() not in told.casefold() and TEMPLATE.search(told)))
        else told
    )


def _unwrap(body: Any) -> None:
    """Content controls leave what they hold in their places."""
    for control in list(body.iter(W + "sdt")):
        content = control.find(W + "sdtContent")
        parent = control.getparent()
        if parent is None:
            continue
        at = parent.index(control)
        for offset, child in enumerate(list(content) if content is not None else []):
            parent.insert(at + offset, child)
        parent.remove(control)


def _letterhead(document: Any) -> Iterator[str]:
    """The lines of the first page's header."""
    section = document.sections[0] if len(document.sections) else None
    if section is None:
        return
    header = section.first_page_header if section.different_first_page_header_footer else section.header
    if header.is_linked_to_previous:
        return
    lines = (_paragraph(paragraph._p).strip() for paragraph in header.paragraphs)
    yield "\n".join(line for line in lines if LETTERS.search(line) is not None and PAGE.search(line) is None)


def _notes(document: Any) -> Iterator[str]:
    """The footnotes and endnotes, a paragraph each."""
    import lxml.etree

    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if relation.is_external or kind not in ("footnotes", "endnotes"):
            continue
        root = lxml.etree.fromstring(relation.target_part.blob, parser=lxml.etree.XMLParser(resolve_entities=False))
        for note in root.iter(W + kind[:-1]):
            if note.get(W + "type") is None:
                yield " ".join(filter(None, (_paragraph(p).strip() for p in note.iter(W + "p"))))


def _blocks(container: Any) -> Iterator[str | Draft]:
    """Paragraphs and tables; items of one list and rows of one table stay together as lines."""
    from docx.table import Table

    items: list[str] = []
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            yield "\n".join(items)
            items = []
            draft = Draft([_row(row) for row in block.rows], kind="docx")
            if _lays_out(draft):
                for cell in _cells(block):
                    yield from _blocks(cell)
            elif any(draft.rows):
                yield draft
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


def _lays_out(draft: Draft) -> bool:
    """Is it a frame around running text: one column, or a letterhead's lines side by side?"""
    return (draft.lays_out and not draft.has_figures) or all(len(row) < 2 for row in draft.rows)


def _cells(table: Any) -> Iterator[Any]:
    """The cells of a table in reading order, each once."""
    from docx.table import _Cell

    for tc in table._tbl.iter_tcs():
        if tc.vMerge != "continue":
            yield _Cell(tc, table)


def _row(row: Any) -> list[RawCell]:
    """The cells that have text, each with its place; what a merged cell covers is part of it."""
    out: list[RawCell] = []
    column = row.grid_cols_before
    for tc in row._tr.tc_lst:
        width = tc.grid_span
        if tc.vMerge != "continue":
            lines = (_paragraph(p).strip() for p in tc.p_lst)
            text = " ".join(" ".join(lines).split())
            if text and column < MOST_COLUMNS:
                out.append(
                    RawCell(text, column, min(width, MOST_COLUMNS - column), indent=_indent(tc) if not out else 0)
                )
        column += width
    return out


def _indent(cell: Any) -> int:
    """How far the first paragraph of a cell is moved in, in points."""
    first = next(iter(cell.p_lst), None)
    properties = None if first is None else first.pPr
    left = None if properties is None else properties.ind_left
    return 0 if left is None else int(left.pt)


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
        if element.tag in GONE or (element.tag == W + "r" and _is_hidden(element)):
            continue
        if element.tag == W + "t":
            out.append(element.text or "")
        elif element.tag in WRITTEN:
            out.append(WRITTEN[element.tag])
        stack.extend(reversed(element))
    return "".join(out)


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(W + "val") not in ("0", "false", "off")
