"""Readers: a file, or its bytes, becomes an `Article` whose text is what a person would read.

One module a kind of file. What a kind needs beyond the standard library is imported when the first such file is read,
and a missing package is one line that says how to get it.

>>> read_bytes(b"# Acme grows\\n\\nIt *did*.", name="news.md").text
'Acme grows\\n\\nIt did.'
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path, PurePath

from factx.article import Article
from factx.errors import FactxError, InputError, InputNotFound
from factx.readers.path_days import PublishedFrom, day_from

__all__ = ["SUFFIXES", "read_bytes", "read_html", "read_path"]

SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".docx": "docx", ".eml": "mail",
}  # fmt: skip
"""File name endings and the reader that each goes to; a file with another ending is looked into."""

ELSEWHERE = {
    ".doc": "save it as .docx or .pdf", ".rtf": "save it as .docx or .txt", ".odt": "save it as .docx or .pdf",
    ".msg": "save the message as .eml", ".xlsx": "save it as .csv, for factx batch", ".parquet": "factx batch reads them",
}  # fmt: skip
WEB = ("http:/", "https:/", "ftp:/", "file:/")
"""One slash: `Path` takes the other away."""


def read_path(
    path: str | Path,
    *,
    published: date | str | None = None,
    published_from: PublishedFrom | None = None,
    encoding: str | None = None,
) -> Article:
    """Read a file by its ending, or by what it holds where the ending is unknown.

    `published` overrides the date that the file gives, and so does `published_from`: "path" takes the day that its name or
    folders tell (2024/05/07, 2024-05-07, 20240507, 7-may-2024), where they tell one; "mtime" the day in UTC on which it was
    last written; "none" takes none, so that the text's own dateline counts. `encoding` (a Python codec name) is the
    encoding of text and HTML.
    Raises `factx.InputError` for what cannot be read as text, `factx.MissingExtra` where a reader is not installed.
    """
    day_from(
        None if published_from == "mtime" else published_from, ""
    )  # an unknown way is told before the file is read
    shown = printable(os.fspath(path))
    refuse_address(shown)
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError as error:
        raise InputNotFound(f"{shown}: no such file", error) from None
    except IsADirectoryError as error:
        raise InputNotFound(f"{shown}: is a directory", error) from None
    except OSError as error:
        raise InputNotFound(f"{shown}: cannot be read: {(error.strerror or str(error)).lower()}", error) from None
    except ValueError as error:  # a NUL in the name
        raise InputNotFound(f"{shown}: cannot be read: {str(error).lower()}") from None
    told = published or day_from(published_from, path)
    article = read_bytes(data, name=shown, published=told, encoding=encoding)
    return article.altered(published=None) if published_from == "none" and told is None else article


def read_bytes(data: bytes, *, name: str, published: date | str | None = None, encoding: str | None = None) -> Article:
    """The article in `data`, the content of a file called `name`; errors as for `read_path`."""
    suffix = PurePath(name).suffix.lower()
    archive = data.startswith(b"PK\x03\x04") and b"word/document" not in data
    if suffix in ELSEWHERE and (archive or not data.startswith((b"%PDF", b"PK\x03\x04"))):
        raise InputError(f"{name}: {suffix} files are not read: {ELSEWHERE[suffix]}")
    kind = SUFFIXES.get(suffix) or _sniff(data)
    if kind == "docx" and archive and suffix != ".docx":
        raise InputError(f"{name}: not a text file, but an archive that holds no Word document")
    read: Callable[..., Article] = import_module(f"factx.readers.{kind}").read
    try:
        article = read(data, name, encoding=encoding)
    except FactxError:
        raise
    except RecursionError:
        raise InputError(f"{name}: is nested too deeply to be read") from None
    except MemoryError:
        raise InputError(f"{name}: is too large to be read in the memory that there is") from None
    if published is None:
        return article
    return article.altered(published=published)


def read_html(html: str | bytes, *, source: str | None = None, published: date | str | None = None) -> Article:
    """The main text of a web page, with its title, byline and date; errors as for `read_path`."""
    from factx.readers import html as reader

    article = reader.read(html, source or "<html>").model_copy(update={"source": source})
    if published is None:
        return article
    return article.altered(published=published)


def refuse_address(name: str) -> None:
    """Raise `InputError` for a web address: nothing is fetched from the network."""
    if name.lower().startswith(WEB):
        raise InputError(f"{name}: factx does not fetch from the network: save the page and pass the file")


def printable(name: str) -> str:
    """A file name that every encoding can carry: bytes that are not UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _sniff(data: bytes) -> str:
    """The reader for bytes without a telling name (standard input)."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith(b"pk\x03\x04"):
        return "docx"
    if head.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<html" in head:
        return "html"
    return "mail" if _is_mail(data) else "text"


FIELD = re.compile(rb"(?m)^([A-Za-z][A-Za-z-]{1,40}):[ \t]")
FIELDS = frozenset((b"from", b"to", b"subject", b"date", b"received", b"return-path", b"delivered-to", b"reply-to"))
SURE_FIELDS = frozenset((b"message-id", b"mime-version", b"content-type", b"received", b"return-path", b"x-mailer"))


def _is_mail(data: bytes) -> bool:
    """Does it begin with the header of a mail, and not with a text that says whom it is from?"""
    header = re.split(rb"\r?\n\r?\n", data[:16_384].lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    if header.startswith(b"From ") and b"\n" in header:
        header = header.split(b"\n", 1)[1]
    if FIELD.match(header) is None:
        return False
    names = {name.lower() for name in FIELD.findall(header)}
    return len(names & FIELDS) >= 2 and (not names.isdisjoint(SURE_FIELDS) or len(names & FIELDS) >= 3)
