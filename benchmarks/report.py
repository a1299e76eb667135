"""Figures into pages: what stands between `<!-- name -->` and `<!-- /name -->` is written by the benchmarks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gold import ROOT

__all__ = ["ACCURACY", "write"]

ACCURACY = ROOT / "docs" / "accuracy.md"


def write(page: Path, name: str, lines: Iterable[str]) -> None:
    """Replace the block of this name. Raises `ValueError` where the page has none."""
    text = page.read_text(encoding="utf-8")
    before, opening, rest = text.partition(f"<!-- {name} -->\n")
    _, closing, after = rest.partition(f"<!-- /{name} -->")
    if not opening or not closing:
        raise ValueError(f"{page.name} has no block {name!r}")
    page.write_text(before + opening + "".join(f"{line}\n" for line in lines) + closing + after, encoding="utf-8")
