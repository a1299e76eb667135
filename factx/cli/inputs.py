"""What to read: files, directories and standard input, in a fixed order.

>>> [source.name for source in find_inputs(["-", "a.txt"])]
['<stdin>', 'a.txt']
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factx.cli.streams import complain, is_terminal

if TYPE_CHECKING:
    from datetime import date

    from factx.article import Article
    from factx.readers.path_days import PublishedFrom

__all__ = ["Input", "find_inputs", "read"]

TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")
"""What `factx batch` reads row by row."""


@dataclass(frozen=True, slots=True)
class Input:
    """One article to be: its name, its path (None: standard input), and its place below the directory that it is from."""

    name: str
    path: Path | None
    place: Path


def find_inputs(arguments: Sequence[str]) -> list[Input]:
    """The inputs; a directory gives the files in it that there is a reader for, at any depth, by name, hidden ones not.

    Raises `factx.InputError` for a directory without such a file, for a table of articles, for a web address, and for an
    empty name, which would be all that lies in the working directory.
    """
    from factx.errors import InputError, InputNotFound
    from factx.readers import SUFFIXES, printable, refuse_address

    out: list[Input] = []
    for argument in arguments:
        if not argument:
            raise InputNotFound('"": an empty name, no file (a variable that is not set?)')
        refuse_address(argument)
        path = Path(argument)
        if argument == "-":
            out.append(Input("<stdin>", None, Path("stdin")))
        elif path.is_dir():
            found = [
                Input(printable(str(file)), file, file.relative_to(path))
                for file in sorted(_files(path))
                if file.suffix.lower() in SUFFIXES
            ]
            if not found:
                raise InputError(
                    f"{printable(argument)}: no file in this directory that factx reads ({' '.join(SUFFIXES)})"
                )
            out.extend(found)
        elif path.suffix.lower() in TABLES and path.is_file():
            raise InputError(
                f"{printable(argument)}: is a table, a row an article: factx batch {printable(argument)} -o facts.jsonl"
            )
        else:
            out.append(Input(printable(argument), path, Path(path.name)))
    return out


def _files(root: Path) -> list[Path]:
    files: list[Path] = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files.extend(Path(folder, name) for name in names if not name.startswith("."))
    return files


def read(
    source: Input, *, published: date | None, encoding: str | None, published_from: PublishedFrom | None = None
) -> Article:
    """The article of an input; raises `factx.InputError` and `factx.MissingExtra`."""
    from factx.readers import read_bytes, read_path

    if source.path is not None:
        return read_path(source.path, published=published, published_from=published_from, encoding=encoding)
    if is_terminal(sys.stdin):
        complain("reading what is typed here; end it with Ctrl-D (Ctrl-Z and Enter on Windows)")
    raw = getattr(sys.stdin, "buffer", None)
    data: bytes = raw.read() if raw is not None else sys.stdin.read().encode("utf-8", "replace")
    return read_bytes(data, name="<stdin>", published=published, encoding=encoding)
