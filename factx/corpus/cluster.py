"""What Spark and Ray have in common: which inputs are read how, and what becomes of an output that is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from factx.corpus.inputs import Inputs, table_kind
from factx.corpus.sinks import OutputExists
from factx.errors import FactxError

__all__ = ["inputs_by_kind", "make_room", "output_exists"]


def inputs_by_kind(arguments: Sequence[str], given: str | None, output: str) -> dict[str, list[str]]:
    """Kind (parquet, jsonl, csv, tsv, files) -> inputs.

    Local folders and globs are resolved here; addresses (`s3a://…`) are the engine's business, of the kind `given`, else
    of their ending, else Parquet.

    >>> inputs_by_kind(["s3a://bucket/crawl", "hdfs://host/a/*.jsonl"], None, "out")
    {'parquet': ['s3a://bucket/crawl'], 'jsonl': ['hdfs://host/a/*.jsonl']}
    """
    out: dict[str, list[str]] = {}
    for argument in arguments:
        if "://" in argument:
            out.setdefault(given or table_kind(argument) or "parquet", []).append(argument)
        else:
            for name in Inputs.find([argument], apart_from=output).names:
                out.setdefault(given or table_kind(name) or "files", []).append(os.path.abspath(name))
    if not out:
        raise FactxError("nothing to read but the output itself")
    return out


def make_room(output: str, *, overwrite: bool) -> None:
    """Ray writes beside what is there: a folder with Parquet in it is emptied of that, or refused."""
    if "://" in output:
        return
    folder = Path(output)
    if folder.is_file():
        raise FactxError(f"{output}: is a file; Parquet output is a folder")
    parts = sorted(folder.glob("*.parquet")) if folder.is_dir() else []
    if parts and not overwrite:
        raise output_exists(output)
    for part in parts:
        shutil.rmtree(part) if part.is_dir() else part.unlink()


def output_exists(output: str) -> OutputExists:
    """The error for an output that is there."""
    return OutputExists(f"{output}: is there already: replace it by --overwrite, or choose another")
