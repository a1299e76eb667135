"""Where the documents of a run go: one stream, one file an input, or one CSV file a kind."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from factx.cli.formats import SUFFIXES, Format, Wishes
from factx.cli.streams import NewFile, Output, StandardOutput

if TYPE_CHECKING:
    from factx.cli.inputs import Input
    from factx.facts import Facts

__all__ = ["KIND_FILES", "DirectorySink", "KindsSink", "StreamSink", "targets"]

KIND_FILES = {
    "speakers": "speaker", "quotes": "quote", "money": "money", "numbers": "number", "dates": "date", "tables": "table",
    "acts": "act",
}  # fmt: skip
"""Record kind as `--only` has it (and name of its CSV file) -> the value of the column `kind`."""


class StreamSink:
    """All documents to standard output or to one file; the file is there when all are done."""

    def __init__(self, name: str, wishes: Wishes, out: Path | None, several: bool) -> None:
        self.stack = ExitStack()
        self.arguments = (name, wishes, out, several)

    def __enter__(self) -> StreamSink:
        name, wishes, out, several = self.arguments
        output: Output = StandardOutput() if out is None else self.stack.enter_context(NewFile(out))
        self.format = Format(name, wishes, output, several)
        self.format.begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.format.end()
        self.stack.__exit__(kind, value, trace)

    def add(self, number: int, facts: Facts) -> None:
        """The facts of input `number`."""
        self.format.add(facts)


class DirectorySink:
    """A file for each input, written when the input is done."""

    def __init__(self, name: str, wishes: Wishes, paths: Sequence[Path]) -> None:
        self.name, self.wishes, self.paths = name, wishes, paths

    def __enter__(self) -> DirectorySink:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def add(self, number: int, facts: Facts) -> None:
        """The facts of input `number`."""
        with NewFile(self.paths[number]) as file:
            Format(self.name, self.wishes, file, several=False).add(facts)


class KindsSink:
    """One CSV file a record kind, all inputs in it; the column `source` says which."""

    def __init__(self, wishes: Wishes, folder: Path, kinds: Sequence[str]) -> None:
        self.wishes, self.folder, self.kinds = wishes, folder, kinds
        self.stack = ExitStack()
        self.files: dict[str, NewFile] = {}
        self.count = 0

    def __enter__(self) -> KindsSink:
        self.files = {kind: self.stack.enter_context(NewFile(self.folder / f"{kind}.csv")) for kind in self.kinds}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stack.__exit__(kind, value, trace)

    def add(self, number: int, facts: Facts) -> None:
        """The facts of input `number`."""
        from factx.output.csv_files import to_csv

        for kind, file in self.files.items():
            file.write(to_csv([facts], kind=KIND_FILES[kind], raw=self.wishes.raw_csv, header=not self.count))
        self.count += 1


def targets(inputs: Sequence[Input], folder: Path, name: str) -> list[Path]:
    """A path for each input: its name with the format's ending; inputs that would share one keep their own ending too.

    >>> from factx.cli.inputs import Input
    >>> files = [Input(n, Path(n), Path(n)) for n in ("a.html", "a.pdf", "b.txt")]
    >>> [path.name for path in targets(files, Path("out"), "json")]
    ['a.html.json', 'a.pdf.json', 'b.json']
    """
    suffix = SUFFIXES[name]
    plain = [source.place.with_suffix(suffix) for source in inputs]
    full = [source.place.with_name(source.place.name + suffix) for source in inputs]
    out: list[Path] = []
    taken: set[Path] = set()
    for short, long in zip(plain, full, strict=True):
        path = short if plain.count(short) == 1 else long
        number = 2
        while path in taken:
            path = long.with_name(f"{long.name.removesuffix(suffix)}-{number}{suffix}")
            number += 1
        taken.add(path)
        out.append(folder / path)
    return out
