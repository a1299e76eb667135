"""Where the gold data is: a folder beside the checkout, never inside it (the texts are other people's)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

__all__ = ["SETS", "default_folder", "has_set", "read_jsonl", "read_set"]

ROOT = Path(__file__).resolve().parent.parent

SETS = {
    "statements": "statements/dev.jsonl",
    "dev2": "statements/dev2.jsonl",
    "blind": "*.gold.jsonl",
    "cases": "cases/cases.jsonl",
    "tables": "tables/dev",
    "treebank": "../treebanks/dev.tsv.gz",
    "quotes": "quotes/dev.jsonl",
    "dates": "dates/dev.jsonl",
    "dates-recognizers": "dates/recognizers-dev.jsonl",
    "newsquant": "quantities/newsquant_dev.jsonl",
    "currency": "quantities/currency_dev.jsonl",
    "currency-cqe": "quantities/currency-cqe_dev.jsonl",
    "number": "quantities/number_dev.jsonl",
    "number-range": "quantities/number-range_dev.jsonl",
    "percent": "quantities/percent_dev.jsonl",
    "dimension": "quantities/dimension_dev.jsonl",
    "age": "quantities/age_dev.jsonl",
    "temperature": "quantities/temperature_dev.jsonl",
}
"""Every set by its short name; a folder need not hold all of them. `blind`: one file a document, see `read_set`."""


def default_folder() -> Path | None:
    """`$FACTX_GOLD`, else `../shared/bench` beside the checkout; None where neither is there."""
    folder = Path(os.environ.get("FACTX_GOLD") or ROOT.parent / "shared" / "bench")
    return folder if (folder / SETS["statements"]).is_file() else None


def has_set(folder: Path, name: str) -> bool:
    """Whether the folder holds the set."""
    return any(folder.glob(SETS[name]))


def read_set(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of one set, of all files that its pattern finds."""
    return [row for path in sorted(folder.glob(SETS[name])) for row in read_jsonl(path)]


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
