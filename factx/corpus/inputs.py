"""What a batch reads: folders, globs, article files, JSON Lines, CSV and Parquet, as one stream of items.

>>> Inputs.find(["no/such/file.txt"])
Traceback (most recent call last):
factx.errors.InputError: no/such/file.txt: no such file or folder
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from factx.corpus.columns import Columns
from factx.corpus.item import Item, as_text
from factx.corpus.tables import TABLES, read_table
from factx.errors import FactxError, InputError
from factx.readers.path_days import PublishedFrom, day_from, day_in_path

__all__ = ["Inputs"]


@dataclass(frozen=True)
class Inputs:
    """Files in a fixed order. `names`: as given, folders and globs resolved; `-` is JSON Lines from standard input.

    `total`: bytes of all of them, None when one has no end that is known. `published_from`: as of `Article.from_path`, for
    files; "path" also gives a row of a table without a day the one that its source or id tells.
    """

    names: list[str]
    columns: Columns = field(default_factory=Columns)
    total: int | None = None
    published_from: PublishedFrom | None = None

    @classmethod
    def find(cls, arguments: Sequence[str], columns: Columns | None = None, *, apart_from: str = "") -> Inputs:
        """The files that the arguments stand for, without those in the folder (or the file) `apart_from`: the output.

        Raises `factx.InputError` for an argument that stands for none.
        """
        spared = os.path.realpath(apart_from) if apart_from else None
        names: list[str] = []
        for argument in arguments:
            names.extend(name for name in _find(argument) if spared is None or not _inside(name, spared))
        return cls.of(names, columns or Columns())

    @classmethod
    def of(cls, names: list[str], columns: Columns, *, published_from: PublishedFrom | None = None) -> Inputs:
        """Inputs of files that are known."""
        return cls(names, columns, None if "-" in names else sum(map(os.path.getsize, names)), published_from)

    def __iter__(self) -> Iterator[Item]:
        """The items of all files, each read when it is its turn; a table that breaks off ends in an item that says so."""
        for name in self.names:
            kind = table_kind(name)
            if kind is None:
                yield _file(name, self.published_from)
                continue
            try:
                yield from map(self._dated, read_table(name, kind, self.columns))
            except FactxError as error:
                yield Item(id=as_text(Path(name).as_posix()) or name, problem=str(error))

    def _dated(self, item: Item) -> Item:
        """The row of a table, with the day that its address tells where it has none."""
        if self.published_from != "path" or item.published is not None:
            return item
        day = day_in_path(item.source or item.id)
        return item if day is None else replace(item, published=day.isoformat())

    def check(self) -> None:
        """Raises now, for the first table, what reading it would raise later: a column that is not there."""
        for name in self.names:
            kind = table_kind(name)
            if kind is not None and name != "-":
                next(iter(read_table(name, kind, self.columns)), None)
                return


def table_kind(name: str) -> str | None:
    """jsonl, csv, tsv or parquet by the name's ending; None for the file of one article.

    >>> table_kind("a.ndjson"), table_kind("a.html")
    ('jsonl', None)
    """
    return "jsonl" if name == "-" else TABLES.get(Path(name).suffix.lower())


def _inside(name: str, folder: str) -> bool:
    path = os.path.realpath(name)
    return name != "-" and (path == folder or path.startswith(folder + os.sep))


def _find(argument: str) -> list[str]:
    from factx.readers import SUFFIXES, printable

    shown = printable(argument)
    if argument == "-":
        return ["-"]
    if os.path.isdir(argument):
        taken = {*SUFFIXES, *TABLES}
        found = [name for name in _walk(argument) if Path(name).suffix.lower() in taken]
        if not found:
            raise InputError(f"{shown}: no file in this folder that factx reads ({' '.join(sorted(taken))})")
        return found
    if os.path.exists(argument):
        return [argument]
    if glob.has_magic(argument):
        found = sorted(name for name in glob.glob(argument, recursive=True) if os.path.isfile(name))
        if not found:
            raise InputError(f"{shown}: no file matches")
        return found
    raise InputError(f"{shown}: no such file or folder")


def _walk(root: str) -> list[str]:
    """The files below a folder, by name; hidden ones, and parts that are still being written, are none."""
    names: list[str] = []
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        names.extend(os.path.join(folder, name) for name in files if not name.startswith((".", "_")))
    return sorted(names)


def _file(name: str, published_from: PublishedFrom | None = None) -> Item:
    """The item of an article's file, unread: a worker makes text of it."""
    shown = as_text(Path(name).as_posix()) or name
    try:
        data = Path(name).read_bytes()
        day = day_from(published_from, name)
    except OSError as error:
        return Item(id=shown, problem=f"{shown}: cannot be read: {(error.strerror or str(error)).lower()}")
    published = None if day is None else day.isoformat()
    return Item(id=shown, data=data, share=len(data), published=published, undated=published_from == "none")
