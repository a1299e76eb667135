"""Markdown as a reader sees it: without the marks, one block a paragraph, wrapped lines joined.

>>> plain("# Results\\n\\nSales rose **5%**, see [the\\nreport](https://example.com/r).\\n\\n* up\\n* down")
'Results\\n\\nSales rose 5%, see the report.\\n\\n• up\\n• down'
"""

from __future__ import annotations

import html
import re

from factx.article import Article
from factx.grid import MOST_COLUMNS
from factx.patterns import later
from factx.readers.tables import Draft, RawCell, TextBuilder
from factx.readers.text import decode

__all__ = ["plain", "read"]

FENCE = re.compile(r" {0,3}(?:```|~~~)")
QUOTED = re.compile(r"^(?: {0,3}> ?)+")
HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
BULLET = re.compile(r"[ \t]*[-+*][ \t]+(?:\[[ xX]\][ \t]+)?")
NUMBERED = re.compile(r"[ \t]*\d{1,9}[.)][ \t]+")
TABLE_RULE = re.compile(r"(?=[^\n]{0,200}--)[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
PIPE = re.compile(r"(?<!\\)\|")
ROW = re.compile(r"[ \t]*\|")
REFERENCE = re.compile(r" {0,3}\[[^\]^\n][^\]\n]{0,200}\]:[ \t]*\S+.*$")
META = re.compile(r"(title|date|published|author|byline)[ \t]*:[ \t]*(.+)", re.IGNORECASE)
ISO = re.compile(r"\d{4}-\d\d-\d\d")

ESCAPED = later(r"\\([!-/:-@\[-`{-~])")
INLINE = [
    (later(r"!\[([^\[\]\n]{0,500}+)\]\([^()\n]{0,2000}+\)"), r"\1"),
    (later(r"\[([^\[\]\n]{1,2000}+)\]\((?:[^()\n]|\([^()\n]{0,500}+\)){0,2000}+\)"), r"\1"),
    (later(r"\[\^[^\[\]\n]{1,100}+\]:?"), ""),
    (later(r"\[([^\[\]\n]{1,2000}+)\]\[[^\[\]\n]{0,200}+\]"), r"\1"),
    (later(r"<((?:https?://|mailto:)[^<>\s]{1,2000}+)>"), r"\1"),
    (later(r"</?[A-Za-z][^<>\n]{0,500}+>"), ""),
    (later(r"``([^`\n]{1,2000}+)``|`([^`\n]{1,2000}+)`"), r"\1\2"),
    (later(r"(?<![\\*])\*\*\*(?=\S)([^*]{1,2000}+)(?<=\S)\*\*\*"), r"\1"),
    (later(r"(?<!\\)\*\*(?=\S)([^*]{1,2000}+)(?<=\S)\*\*"), r"\1"),
    (later(r"(?<![\\*])\*(?=[^\s*])([^*]{1,2000}+)(?<=\S)\*(?!\*)"), r"\1"),
    (later(r"(?<!\\)\*\*(?=\S)([^*]{1,2000}+)(?<=\S)\*\*"), r"\1"),
    (later(r"(?<![\\\w])__(?=\S)([^_]{1,2000}+)(?<=\S)__(?!\w)"), r"\1"),
    (later(r"(?<![\\\w])_(?=[^\s_])([^_]{1,2000}+)(?<=\S)_(?!\w)"), r"\1"),
    (later(r"~~(?=\S)([^~]{1,2000}+)~~"), r"\1"),
]
"""Inline marks and what is left of them, in order; every repeat is possessive and bounded."""


def read(data: bytes, name: str, *, encoding: str | None = None) -> Article:
    """The text; title, author and date from a front matter block, else the title from the first heading."""
    source = decode(data, name, encoding=encoding)
    meta, body = _front_matter(source)
    day = ISO.match(meta.get("published") or meta.get("date") or "")
    heading = next((line for line in body.splitlines()[:40] if HEADING.match(line)), None)
    title = meta.get("title") or (_inline(_heading(heading)) if heading else None) or None
    built = _built(body)
    article = Article(text=built.text, title=title, source=name, tables=tuple(built.grids))
    try:
        return article.altered(byline=meta.get("author") or meta.get("byline"), published=day[0] if day else None)
    except ValueError:  # a date such as 2024-13-45
        return article


def plain(source: str) -> str:
    """Markdown to text; code blocks keep their lines."""
    return _built(source).text


def _built(source: str) -> TextBuilder:
    out = TextBuilder()
    for block in _blocks(source):
        text = block if isinstance(block, Draft) else _block(block)
        if not text:
            continue
        if out.length:
            out.add("\n\n")
        if isinstance(text, Draft):
            out.add_table(text)
        else:
            out.add(text)
    return out


def _blocks(source: str) -> list[str | Draft]:
    """Blocks of lines, and tables, in order."""
    blocks: list[str | Draft] = []
    lines: list[str] = []
    rows: list[list[RawCell]] = []
    fenced = False

    def flush() -> None:
        if rows:
            blocks.append(Draft(rows.copy(), kind="pipes", rigid=False))
            rows.clear()
        if lines:
            blocks.append("\n".join(lines))
            lines.clear()

    for written in _without_comments(source).splitlines():
        if FENCE.match(written):
            fenced = not fenced
            flush()
            continue
        if fenced:
            lines.append(written)
            continue
        line = QUOTED.sub("", written)
        underline = bool(lines) and UNDERLINE.match(line)
        if underline or not line.strip() or RULE.match(line) or REFERENCE.match(line):
            flush()
        elif HEADING.match(line):
            flush()
            blocks.append(_inline(_heading(line)))
        elif TABLE_RULE.match(line) and "|" in line:
            if lines:  # a table without outer pipes has its head in the line above
                head = lines.pop()
                flush()
                rows.append(_row(head))
        elif ROW.match(line) or (rows and "|" in line):
            if lines:
                flush()
            rows.append(_row(line))
        elif (found := BULLET.match(line)) is not None:
            lines.append("\x00• " + line[found.end() :])
        elif (found := NUMBERED.match(line)) is not None:
            lines.append("\x00" + line.strip())
        else:
            lines.append(line)
    flush()
    return blocks


def _row(line: str) -> list[RawCell]:
    """The cells of a line that are not blank, each with its place."""
    inner = line.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    out = []
    for column, part in enumerate(PIPE.split(inner)[:MOST_COLUMNS]):
        text = _inline(" ".join(part.split())).strip()
        if text:
            out.append(RawCell(text, column, indent=len(part) - len(part.lstrip("\xa0 "))))
    return out


def _block(block: str) -> str:
    """A block with its soft line ends undone; NUL marks a line that begins something of its own."""
    joined = (_inline(re.sub(r"[ \t\n]+", " ", part).strip()).strip() for part in block.split("\x00"))
    return "\n".join(filter(None, joined))


def _heading(line: str) -> str:
    text = HEADING.sub("", line, count=1).strip()
    bare = text.rstrip("#")
    return bare.rstrip() if bare != text and (not bare or bare[-1] in " \t") else text


def _inline(text: str) -> str:
    for pattern, left in INLINE:
        text = pattern.sub(left, text)
    return html.unescape(ESCAPED.sub(r"\1", text))


def _without_comments(source: str) -> str:
    head, *rest = source.replace("\x00", "\ufffd").split("<!--")
    return head + "".join(part.partition("-->")[2] if "-->" in part else "<!--" + part for part in rest)


def _front_matter(source: str) -> tuple[dict[str, str], str]:
    if not re.match(r"---[ \t]*\r?\n", source):
        return {}, source
    lines = source.splitlines(keepends=True)
    for number, line in enumerate(lines[1:100], 1):
        if line.strip() in ("---", "..."):
            pairs = (META.match(entry) for entry in lines[1:number])
            return {m[1].lower(): m[2].strip().strip("\"'") for m in pairs if m}, "".join(lines[number + 1 :])
    return {}, source
