"""Where the gold data is: a folder beside the checkout, never inside it (the texts are other people's)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

__all__ = ["SETS", "default_folder", "read_jsonl"]

ROOT = Path(__file__).resolve().parent.parent

SETS = {
    "statements": "statements/dev.jsonl",
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
"""Every set by its short name; a folder need not hold all of them."""


def default_folder() -> Path | None:
    """`$FACTX_GOLD`, else `../shared/bench` beside the checkout; None where neither is there."""
    folder = Path(os.environ.get("FACTX_GOLD") or ROOT.parent / "shared" / "bench")
    return folder if (folder / SETS["statements"]).is_file() else None


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
