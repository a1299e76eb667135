"""Where the rows of a batch go: a JSON Lines file, or a Parquet dataset of parts that are there whole or not at all.

Both take rows in the order of the input and can go on where a run was killed.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Protocol

from factx.errors import FactxError, MissingExtra
from factx.output.rows import KIND_NAMES

__all__ = ["JsonlSink", "OutputExists", "ParquetSink", "Sink", "open_sink"]

PART_ROWS = 1_000
GROUP_ROWS, GROUP_BYTES = 250, 8_000_000
"""Rows that are held in memory before they are written, as a row group of the part."""

HEAD = re.compile(rb'\{"key":"([0-9a-f]{32})","run":"([0-9a-f]{12})",')
"""How a row begins."""

FLAT = (*KIND_NAMES, "articles")
"""Folders of flat Parquet, in the order in which a part is put in place: the articles say that it is whole."""

PART = re.compile(r"part-(\d{5,})\.parquet")


class OutputExists(FactxError):  # noqa: N818
    """The output is there already, and nothing was said of going on with it or replacing it."""


class Sink(Protocol):
    """Takes rows."""

    def done(self, run: str) -> Counter[bytes]:
        """Keys of the rows that are there, after what was torn is taken away; raises `FactxError` for another run's."""

    def add(self, line: bytes) -> None:
        """Write a row."""

    def close(self) -> None:
        """Write what is still held back, and let go."""

    def release(self) -> None:
        """Let go of the output as it is."""


def open_sink(path: Path, *, resume: bool, overwrite: bool, flat: bool, part_rows: int = PART_ROWS) -> Sink:
    """The sink for an output: JSON Lines for a name that ends in .jsonl or .ndjson, else a folder of Parquet.

    Raises `OutputExists`, `factx.MissingExtra` for Parquet without pyarrow, and `FactxError` for an output that another
    run is writing or that is something else.
    """
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        if flat:
            raise FactxError("--flat makes Parquet tables: give a folder as the output")
        sink: JsonlSink | ParquetSink = JsonlSink(path)
    else:
        sink = ParquetSink(path, flat=flat, part_rows=part_rows)
    if sink.has_rows() and not resume:
        if not overwrite:
            sink.release()
            raise OutputExists(f"{path}: is there already: go on with it by --resume, or replace it by --overwrite")
        sink.clear()
    return sink


class JsonlSink:
    """One file, a row a line, written row by row."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise FactxError(f"{path}: is a folder")
        self.path = path
        self.file: IO[bytes] = open(path, "ab", buffering=0)  # noqa: SIM115 held to the end
        _lock(self.file, path)

    def has_rows(self) -> bool:
        return self.path.stat().st_size > 0

    def clear(self) -> None:
        self.file.truncate(0)

    def done(self, run: str) -> Counter[bytes]:
        """See `Sink`. A line without its end was torn by a kill: it is cut off, and its article done again."""
        keys: Counter[bytes] = Counter()
        whole = 0
        with open(self.path, "rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                head = HEAD.match(line)
                if head is None:
                    raise FactxError(f"{self.path}: was not written by factx batch: choose another output")
                _same_run(head[2].decode(), run, self.path)
                keys[bytes.fromhex(head[1].decode())] += 1
                whole += len(line)
        self.file.truncate(whole)
        return keys

    def add(self, line: bytes) -> None:
        view = memoryview(line)
        while view:
            view = view[self.file.write(view) :]

    def close(self) -> None:
        self.release()

    def release(self) -> None:
        self.file.close()


class ParquetSink:
    """A folder of parts; flat: a folder of parts for each kind, where a part counts when its `articles` are there.

    A part is written under another name and moved to its own when it is whole. Parts are cut by number of rows alone, so
    the parts of a run that was killed and resumed are those of one that was not.
    """

    def __init__(self, path: Path, *, flat: bool = False, part_rows: int = PART_ROWS) -> None:
        try:
            import pyarrow.parquet  # noqa: F401
        except ImportError:
            raise MissingExtra(
                "Parquet needs pyarrow: pip install 'factx[arrow]' (or name the output .jsonl)"
            ) from None
        if path.exists() and not path.is_dir():
            raise FactxError(f"{path}: is a file; Parquet output is a folder (and JSON Lines ends in .jsonl)")
        path.mkdir(parents=True, exist_ok=True)
        self.path, self.flat, self.part_rows = path, flat, part_rows
        self.kinds = FLAT if flat else ("",)
        self.lock = open(path / "_lock", "ab")  # noqa: SIM115 held to the end
        _lock(self.lock, path)
        self.lines: list[bytes] = []
        self.size = 0
        self.rows = 0  # of the part, with those that are held
        self.next = 0
        self.writers: dict[str, tuple[Any, IO[bytes]]] = {}

    def has_rows(self) -> bool:
        return any(True for kind in ("", "articles") for _ in self._parts(kind))

    def _parts(self, kind: str) -> Iterator[tuple[int, Path]]:
        folder = self.path / kind
        names = sorted(os.listdir(folder)) if folder.is_dir() else []
        return ((int(match[1]), folder / name) for name in names if (match := PART.fullmatch(name)))

    def clear(self) -> None:
        for kind in (*reversed(FLAT), ""):
            for _, part in self._parts(kind):
                part.unlink()
        self._sweep()

    def _sweep(self) -> None:
        for kind in self.kinds:
            for leftover in (self.path / kind).glob("*.tmp"):
                leftover.unlink()

    def done(self, run: str) -> Counter[bytes]:
        """See `Sink`. Parts of a kind whose articles were not reached are taken away, as is what is half written."""
        import pyarrow.parquet as pq

        keys: Counter[bytes] = Counter()
        whole = set()
        if any(True for _ in self._parts("" if self.flat else "articles")):
            raise FactxError(f"{self.path}: was written {'without' if self.flat else 'with'} --flat")
        for number, part in self._parts(self.kinds[-1]):
            try:
                table = pq.read_table(part, columns=["key", "run"], partitioning=None)
            except (OSError, KeyError, ValueError):
                raise FactxError(f"{part}: was not written by factx batch: choose another output") from None
            for other in table.column("run").unique().to_pylist():
                _same_run(other, run, self.path)
            keys.update(map(bytes.fromhex, table.column("key").to_pylist()))
            whole.add(number)
        for kind in self.kinds[:-1]:
            for number, part in self._parts(kind):
                if number not in whole:
                    part.unlink()
        self._sweep()
        self.next = max(whole, default=-1) + 1
        return keys

    def add(self, line: bytes) -> None:
        self.lines.append(line)
        self.size += len(line)
        self.rows += 1
        if self.rows >= self.part_rows:
            self._end_part()
        elif len(self.lines) >= GROUP_ROWS or self.size >= GROUP_BYTES:
            self._write_group()

    def close(self) -> None:
        if self.rows or self.next == 0:  # a run over nothing leaves a dataset, too
            self._end_part()
        self.release()

    def release(self) -> None:
        for writer, file in self.writers.values():
            writer.close()
            file.close()
        self.writers = {}
        self.lock.close()
        (self.path / "_lock").unlink(missing_ok=True)

    def _target(self, kind: str) -> Path:
        return self.path / kind / f"part-{self.next:05}.parquet"

    def _write_group(self) -> None:
        """Write the rows that are held, as a row group of the part, which is still under another name."""
        import pyarrow
        import pyarrow.parquet as pq

        from factx.arrow import flatten, rows_to_table

        nested = rows_to_table(self.lines)
        for kind, table in (flatten(nested) if self.flat else {"": nested}).items():
            if kind not in self.writers:
                target = self._target(kind)
                target.parent.mkdir(exist_ok=True)
                file = open(f"{target}.tmp", "wb")  # noqa: SIM115 closed with the part
                self.writers[kind] = pq.ParquetWriter(file, table.schema, compression="zstd"), file
            self.writers[kind][0].write_table(table)
        self.lines, self.size = [], 0
        pyarrow.default_memory_pool().release_unused()  # else the process grows for some thousand groups

    def _end_part(self) -> None:
        if self.lines or not self.writers:
            self._write_group()
        for writer, file in self.writers.values():
            writer.close()
            file.flush()
            os.fsync(file.fileno())
            file.close()
        self.writers = {}
        for kind in self.kinds:
            os.replace(f"{self._target(kind)}.tmp", self._target(kind))
        self.rows, self.next = 0, self.next + 1


def _same_run(found: str, run: str, path: Path) -> None:
    if found != run:
        raise FactxError(
            f"{path}: was written by another version of factx or with other options: "
            "use the same, another output, or --overwrite"
        )


def _lock(file: IO[bytes], path: Path) -> None:
    """Two runs on one output would double its rows; the lock goes with the process, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise FactxError(f"{path}: another run is writing it") from None
