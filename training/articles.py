"""The texts that linkers learn from: press releases of the corpus (CC0, in `../shared`), annotated statements and our own cases."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

import factx.linking.speakers as speakers
from factx.linking.speakers.resolver import Resolver
from factx.mentions.types import SpanTuple

__all__ = ["CASES", "HERE", "cases", "releases", "rows_of", "span_of", "statements", "watched"]

HERE = Path(__file__).resolve().parent
CASES = HERE.parent / "tests" / "cases" / "speakers"
DAY = "2024-05-07"
"""The day of a case that gives none."""


def rows_of(name: str) -> dict[str, list[list[str]]]:
    """Release -> the rows that `training/NAME` has of it, without the release."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            ident, *rest = line.split("\t")
            found[ident].append(rest)
    return found


def span_of(written: str) -> SpanTuple | None:
    """The stretch that a row writes "start-end"; None for "-"."""
    first, _, last = written.partition("-")
    return (int(first), int(last)) if last and first else None


def releases(shared: Path, wanted: Container[str]) -> Iterator[tuple[str, str, str]]:
    """Id, text and day of the releases that are wanted."""
    with gzip.open(shared / "corpus" / "releases.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] in wanted:
                yield row["id"], row["text"], row["archived"][:10]


def statements(shared: Path) -> Iterator[dict[str, Any]]:
    """The annotated statements that may be learned from."""
    for name in ("dev", "dev2"):
        for line in (shared / "bench" / "statements" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def cases() -> Iterator[tuple[str, dict[str, Any], str, str]]:
    """Our cases of speakers, but for known failures: name, row, text without marks, day."""
    for path in sorted(CASES.glob("*.jsonl")):
        if path.stem == "known_failures":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            text = row["text"].translate(str.maketrans("{}", "“”")).replace("<", "").replace(">", "")
            yield f"{path.stem}:{number}", row, text, row.get("published", DAY)


def watched() -> list[Resolver]:
    """A list to which every article that is read from now on adds its resolver, in place of resolving its sources."""
    seen: list[Resolver] = []

    class Watched(Resolver):
        def resolve(self) -> None:
            seen.append(self)

    speakers.Resolver = Watched  # type: ignore[misc]
    return seen
