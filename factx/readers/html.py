"""Web pages: the main text by trafilatura, one block a paragraph, and the page's title, byline and date.

Needs the extra `html`. Navigation, comments and related links are left out; headings, lists, tables and block quotes stay.
Tables are taken out first and put back in their places, so that none is lost and their layout is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factx.article import Article
from factx.errors import InputError, MissingExtra
from factx.readers.html_meta import byline_of, day_of, printed_day, registrant_of, title_of
from factx.readers.html_prepare import prepare
from factx.readers.html_shown import Blocks, Shown, everything, has_article, left_out, parted, restored, shown
from factx.readers.html_tables import PLACE, lift_tables
from factx.readers.tables import Draft, TextBuilder
from factx.readers.text import decode

__all__ = ["read"]

CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?([\w:.-]{1,40})", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n\x0b\x0c]+")
DATES = {"extensive_search": False, "original_date": True, "min_date": "1900-01-01", "max_date": "2100-12-31"}
"""Only dates that the page states: no search of its running text, no bound that depends on today."""

BLOCKS = frozenset({"p", "head", "item", "row", "quote", "code", "fw", "list", "table", "div", "body"})
SHORT = 250
"""Characters of extracted text below which all of the page is taken: on so little, telling furniture apart is a guess."""
AHEAD = 60
"""Blocks of the extracted text among which the next one of the page is looked for."""
LINES, LONGEST_LINE = 5, 170
"""How many lines above a table are taken back, and how long they may be, in characters."""
MUCH = 0.3
"""Share of a page's sentences outside of links and furniture, from which on what was left out is told; see docs/how-it-works.md."""
LEFT_OUT = "{share:.0%} of the page's text outside of links and menus was left out as no part of the article"
DEEPEST = 200
"""Levels of nesting followed in the extracted tree."""


def read(data: bytes | str, name: str, *, encoding: str | None = None) -> Article:
    """The article of a page; an empty text where the page has none."""
    source = _source(data, name, encoding)
    tree = _tree(source, name) if source.strip() else None
    if tree is None:
        return Article(text="", source=name)
    registrant = registrant_of(tree)
    prepare(tree)
    heading = _heading(tree)
    drafts = lift_tables(tree)
    day = day_of(tree, None)
    if day is not None:
        _strip(tree, "time")  # extraction drops what they print
    found = _extracted(tree)
    page = shown(tree)
    lines = (block.text for block in page if not block.linked)
    title = registrant or title_of(tree, _text(found.title) if found is not None else "", lines)
    byline = byline_of(tree, found.author if found is not None else None)
    day = (
        day
        or day_of(tree, _day(found.date) if found is not None else None)
        or printed_day(block.text for block in page)
    )
    blocks = _taken(tree, _merge(_blocks(found.body)) if found is not None and found.body is not None else [], page)
    if drafts:
        blocks = _placed(blocks, drafts, everything(page))
    if (
        heading
        and (title is None or len(heading) >= len(title) or heading in title[: len(heading)])
        and heading not in [block for _, block in blocks[:4]]
    ):
        blocks.insert(0, ("head", heading))
    built = _join(blocks, drafts)
    share = left_out(blocks, page)
    return Article(
        text=built.text, title=title or heading or None, byline=byline, published=day, source=name, tables=tuple(built.grids),
        warnings=(LEFT_OUT.format(share=share),) if share > MUCH else (),
    )  # fmt: skip


def _source(data: bytes | str, name: str, encoding: str | None) -> str:
    if isinstance(data, str):
        return data
    declared = CHARSET.search(data[:4096])
    codec = declared[1].decode("ascii") if declared else None
    return decode(data, name, encoding=encoding, declared=codec)


def _tree(source: str, name: str) -> Any:
    """The tree of a page; None for one without elements."""
    try:
        import lxml.html
        import trafilatura  # noqa: F401
    except ImportError:
        raise MissingExtra(f"{name}: reading HTML needs trafilatura: pip install 'factx[html]'") from None
    source = re.sub(r"^\s*<\?xml[^>]{0,300}\?>", "", source.replace("\x00", "\ufffd"))
    try:
        return lxml.html.document_fromstring(source, parser=lxml.html.HTMLParser(encoding=None, huge_tree=True))
    except (lxml.etree.LxmlError, ValueError) as error:
        if "empty" in str(error).lower():
            return None
        raise InputError(f"{name}: not a readable HTML page ({error})") from None


def _strip(tree: Any, tag: str) -> None:
    """The elements of a tag go and leave what they hold."""
    for element in list(tree.iter(tag)):
        element.drop_tag()


def _extracted(tree: Any) -> Any:
    """What trafilatura finds: text, title, author, date; None where it gives up."""
    import lxml.html
    import trafilatura

    try:
        return trafilatura.bare_extraction(
            lxml.html.tostring(tree, encoding="unicode"), with_metadata=True, include_comments=False, include_tables=True,
            date_extraction_params=DATES,
        )  # fmt: skip
    except Exception:  # in many ways, on broken pages; the page still has its text
        return None


def _taken(tree: Any, blocks: Blocks, page: list[Shown]) -> Blocks:
    """The blocks of the article: those that were extracted, mended by what the page shows; the whole page where next to nothing was."""
    if sum(len(text) for _, text in blocks) < SHORT:
        return everything(page)
    blocks = parted(blocks, page)
    return blocks if has_article(tree) else restored(blocks, page)


def _join(blocks: Blocks, drafts: list[Draft]) -> TextBuilder:
    """Paragraphs apart by a blank line; the items of a list and the rows of a table are lines."""
    out = TextBuilder()
    last = ""
    for kind, text in blocks:
        if out.length:
            out.add("\n" if kind == last and kind in ("item", "row") else "\n\n")
        if kind == "table":
            out.add_table(drafts[int(text)])
        else:
            out.add(text)
        last = kind
    return out


def _placed(blocks: Blocks, drafts: list[Draft], page: Blocks) -> Blocks:
    """The blocks with tables in their places; a table of figures whose place was not extracted comes back to it, too."""
    out: Blocks = []
    for kind, text in blocks:
        parts = PLACE.split(text)  # words and numbers of tables by turns
        for number, part in enumerate(parts):
            if number % 2:
                out.append(("table", part))
            elif part.strip():
                out.append((kind, part.strip()))
    return _restored(out, page)


def _restored(out: Blocks, page: Blocks) -> Blocks:
    """The blocks, and with them the tables whose places were not extracted, and short lines right above a table.

    `page`: all blocks of the page. What was extracted of it says where the rest belongs.
    """
    at = -1
    lines: list[str] = []
    for _, text in page:
        place = PLACE.search(text)
        wanted = ("table", place[1]) if place is not None else ("", text)
        here = next((k for k in range(at + 1, min(at + AHEAD, len(out))) if _is(out[k], wanted)), None)
        if place is None:
            if here is None:
                near = out[max(0, at - 1) : at + 3]
                lines = [] if len(text) > LONGEST_LINE or any(text in block for _, block in near) else [*lines, text]
            else:
                at, lines = here, []
            continue
        if here is None:
            here = at + 1
            out.insert(here, ("table", place[1]))
        above = [("p", line) for line in lines[-LINES:]]
        out[here:here] = above
        at, lines = here + len(above), []
    return out


def _is(block: tuple[str, str], wanted: tuple[str, str]) -> bool:
    return block == wanted if wanted[0] else block[0] != "table" and block[1] == wanted[1]


def _merge(pieces: Iterator[tuple[str, str]]) -> Blocks:
    return [(kind, ("• " if kind == "item" else "") + text) for kind, text in pieces if text]


def _blocks(root: Any) -> Iterator[tuple[str, str]]:
    """(kind, text) of every block of the extracted tree, in reading order, without recursion on hostile depth."""

    def walk(element: Any, kind: str, depth: int) -> Iterator[tuple[str, str] | str]:
        yield element.text or ""
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag == "lb":
                yield "\n"
            elif tag == "row":
                cells = [_text("".join(cell.itertext())) for cell in child if isinstance(cell.tag, str)]
                yield ("row", " | ".join(filter(None, cells)))
            elif tag in BLOCKS and depth < DEEPEST:
                inner = kind if kind == "item" and tag in ("p", "quote") else tag
                yield ("", "")
                yield from _close(walk(child, inner, depth + 1), inner)
            elif tag and tag != "graphic":
                yield "".join(child.itertext())
            yield child.tail or ""

    for kind, text in _close(walk(root, "p", 0), "p"):
        if text:
            yield kind, text


def _close(pieces: Iterator[tuple[str, str] | str], kind: str) -> Iterator[tuple[str, str]]:
    """Strings gathered to blocks of `kind`; a tuple is a finished block and ends the one before it."""
    run: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            run.append(piece)
            continue
        yield kind, _lines(run)
        run = []
        yield piece
    yield kind, _lines(run)


def _lines(run: list[str]) -> str:
    """White space as a browser shows it; a line break ("\\n" as a piece of its own) stays."""
    text = "".join("\x00" if piece == "\n" else piece for piece in run)
    return "\n".join(filter(None, (_text(line) for line in text.split("\x00"))))


def _text(value: str | None) -> str:
    return SPACE.sub(" ", value or "").strip()


def _heading(tree: Any) -> str:
    """The page's only first-level heading, which extraction may leave out."""
    headings = [_text(h.text_content()) for h in tree.iterfind(".//h1")]
    headings = [h for h in headings if h]
    return headings[0] if len(headings) == 1 else ""


def _day(value: str | None) -> str | None:
    match = re.match(r"\d{4}-\d\d-\d\d", value or "")
    return match[0] if match else None
