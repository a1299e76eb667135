"""The output formats of `factx extract`: what is written before, for, and after the documents of a run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from factx.cli.streams import Output, is_terminal

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["FORMATS", "SUFFIXES", "Format", "UnknownEnding", "Wishes", "format_for"]

FORMATS = ("table", "json", "jsonl", "csv", "html", "md")
SUFFIXES = {"table": ".txt", "json": ".json", "jsonl": ".jsonl", "csv": ".csv", "html": ".html", "md": ".md"}
OF_SUFFIX = {suffix: name for name, suffix in SUFFIXES.items()} | {
    ".ndjson": "jsonl",
    ".htm": "html",
    ".markdown": "md",
}


class UnknownEnding(ValueError):  # noqa: N818 it is said to a person
    """The ending of an output names no format; the message lists those that do."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants of the output beyond its format. `only`: the record kinds asked for, none where all are.

    `terminal`: is it a person's terminal, which has colours and a width?
    """

    with_text: bool = False
    explain: bool = False
    raw_csv: bool = False
    only: frozenset[str] = frozenset()
    terminal: bool = False


def format_for(asked: str | None, out: Path | None) -> str:
    """The format: as asked, else by the output's ending, else a table for a person and JSON Lines for a program.

    Raises `UnknownEnding`.
    """
    if asked:
        return asked
    if out is not None:
        suffix = out.suffix.lower()
        if suffix == ".parquet":
            raise UnknownEnding(f"{out}: Parquet is written by factx batch")
        if suffix and suffix not in OF_SUFFIX:
            raise UnknownEnding(f"{out}: no format ends in {suffix}: {' '.join(sorted(OF_SUFFIX))}, or say --format")
        return OF_SUFFIX.get(suffix, "jsonl")
    return "table" if is_terminal(sys.stdout) else "jsonl"


class Format:
    """Writes the documents of one stream in one format. `several`: there may be more than one document."""

    def __init__(self, name: str, wishes: Wishes, output: Output, several: bool) -> None:
        self.wishes = wishes
        self.output = output
        self.several = several
        self.count = 0
        self.write_one: Callable[[Facts], None] = getattr(self, f"_{name}")
        self.is_list = name == "json" and several

    def begin(self) -> None:
        """Before the first document."""
        if self.is_list:
            self.output.write("[\n")

    def add(self, facts: Facts) -> None:
        """One document."""
        self.write_one(facts)
        self.count += 1

    def end(self) -> None:
        """After the last document."""
        if self.is_list:
            self.output.write("\n]\n" if self.count else "]\n")

    def _json(self, facts: Facts) -> None:
        from factx.output.json_lines import to_json

        between = ",\n" if self.is_list and self.count else ""
        self.output.write(
            between + to_json(facts, text=self.wishes.with_text, indent=2) + ("" if self.is_list else "\n")
        )

    def _jsonl(self, facts: Facts) -> None:
        from factx.output.json_lines import to_json

        self.output.write(to_json(facts, text=self.wishes.with_text) + "\n")

    def _csv(self, facts: Facts) -> None:
        from factx.output.csv_files import to_csv
        from factx.output.rows import KIND_NAMES

        self.output.write(
            to_csv(
                [facts],
                kinds=[KIND_NAMES[kind] for kind in self.wishes.only],
                raw=self.wishes.raw_csv,
                header=not self.count,
            )
        )

    def _html(self, facts: Facts) -> None:
        from factx.output.page import to_html

        self.output.write(to_html(facts, self.wishes.only))

    def _md(self, facts: Facts) -> None:
        from factx.output.markdown import to_markdown

        self.output.write(
            ("\n" if self.count else "") + to_markdown(facts, explain=self.wishes.explain, kinds=self.wishes.only)
        )

    def _table(self, facts: Facts) -> None:
        from factx.output.table import print_table, to_table

        if self.count:
            self.output.write("\n" + "=" * 80 + "\n\n")
        explain, kinds = self.wishes.explain, self.wishes.only
        if not (self.wishes.terminal and print_table(facts, explain=explain, kinds=kinds)):
            width = max(40, get_terminal_size().columns) if self.wishes.terminal else 80
            self.output.write(to_table(facts, width=width, explain=explain, kinds=kinds))
