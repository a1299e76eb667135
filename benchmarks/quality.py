"""How well factx finds what people marked by hand: every set of a gold folder, as one table.

    python benchmarks/quality.py ../shared/bench                     the table
    python benchmarks/quality.py ../shared/bench --json              the same as JSON
    python benchmarks/quality.py ../shared/bench --set statements    everything that one scorer counts
    ... --set statements --errors 40                                 and its errors, one by one
    python benchmarks/quality.py FOLDER                              a folder of *.gold.jsonl, one document each: a blind set

Figures are F1 × 100 where nothing else is said, those of `cases` the share that is wholly right; `scorers/` says what
counts as right. "complete": the record can be used as it is: value, unit, comparator, what, subject and period.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from gold import SETS, default_folder, has_set, read_set
from predict import predict, predict_tables
from scorers import cases, dates, quantities, quotes, statements, tables
from syntax import percentages

import factx

__all__ = ["FIGURES", "Figure", "measure"]


class Figure(NamedTuple):
    """One figure of one set: `path` leads to it in the scorer's result."""

    gold: str
    name: str
    path: tuple[str, ...]


def quantity(gold: str, name: str, metric: str, measure: str = "F1") -> Figure:
    return Figure(gold, name, (metric, measure))


STATEMENTS = {
    "overall": ("overall",),
    "issuer": ("issuer", "right", "f1"),
    "speakers known": ("speakers", "known", "f1"),
    "quoted attributed": ("quoted", "attributed", "f1"),
    "indirect attributed": ("indirect", "attributed", "f1"),
    "money complete": ("money", "complete", "f1"),
    "money full": ("money", "full", "f1"),
    "money value + currency": ("money", "value_currency", "f1"),
    "money what": ("money", "what_mean"),
    "money subject": ("money", "subject_mean"),
    "money period": ("money", "period_mean"),
    "numbers complete": ("numbers", "complete", "f1"),
    "numbers value + unit": ("numbers", "value_unit", "f1"),
    "dates value": ("dates", "value", "f1"),
}
"""The figures of each set that is annotated like `statements`."""
LIKE_STATEMENTS = ("statements", "dev2", "blind")
CASES = ("all", "quotes", "speakers", "money", "numbers", "dates", "files")

FIGURES = (
    *(Figure(gold, name, path) for gold in LIKE_STATEMENTS for name, path in STATEMENTS.items()),
    *(Figure("cases", kind, (kind, "share")) for kind in CASES),
    *(Figure("tables", level, (level,)) for level in tables.LEVELS),
    *(Figure("treebank", name, (name,)) for name in ("tags", "verbs", "uas", "las", "nsubj", "obj", "ccomp")),
    Figure("quotes", "quoted strict", ("quoted", "strict", "f1")),
    Figure("quotes", "quoted attributed", ("quoted", "attributed", "f1")),
    Figure("quotes", "all strict", ("all", "strict", "f1")),
    Figure("quotes", "all attributed", ("all", "attributed", "f1")),
    Figure("dates", "strict", ("strict", "f1")),
    Figure("dates", "relaxed", ("relaxed", "f1")),
    Figure("dates", "value", ("value", "f1")),
    Figure("dates-recognizers", "strict", ("strict", "f1")),
    Figure("dates-recognizers", "value", ("value", "f1")),
    quantity("newsquant", "value", "value"),
    quantity("newsquant", "value + unit", "value+unit"),
    quantity("newsquant", "value + unit + comparator", "value+unit+comp"),
    quantity("newsquant", "value + change", "value+change"),
    quantity("newsquant", "money", "money"),
    quantity("currency", "money", "money"),
    quantity("currency", "span", "span"),
    quantity("currency-cqe", "value + unit", "value+unit"),
    quantity("currency-cqe", "money", "money"),
    quantity("number", "value (recall)", "value", "R"),
    quantity("number-range", "value (recall)", "value", "R"),
    quantity("percent", "value", "value"),
    quantity("dimension", "value + unit", "value+unit"),
    quantity("age", "value + unit", "value+unit"),
    quantity("temperature", "value + unit", "value+unit"),
)


def score_quantities(name: str, gold: list[dict[str, Any]], errors: list[Any] | None = None) -> Any:
    only = "percentage" if name == "percent" else None  # that set marks nothing but percents
    return quantities.score(gold, predict("quantities", gold), errors=errors, only_unit=only)


def score(name: str, gold: list[dict[str, Any]], errors: list[Any] | None = None) -> Any:
    """The scorer's whole result for one set."""
    by_id = {row["id"]: row for row in gold}
    if name in LIKE_STATEMENTS:
        return statements.score(by_id, {row["id"]: row for row in predict("statements", gold)}, errors)
    if name == "cases":
        return cases.score(gold, errors)
    if name == "quotes":
        return quotes.score(gold, predict("quotes", gold))
    if name.startswith("dates"):
        return dates.score(by_id, {row["id"]: row for row in predict("dates", gold)}, errors=errors)
    return score_quantities(name, gold, errors)


def score_tables(folder: Path) -> dict[str, float]:
    """F1 of each level of the figures of tables."""
    predicted = {row["id"]: row["cells"] for row in predict_tables(folder)}
    levels, _ = tables.figures(*tables.score(tables.load_gold(folder), predicted))
    return {level: f1 for level, (_, _, f1) in levels.items()}


def measure(folder: Path, only: Callable[[str], bool] = lambda name: True) -> dict[str, float]:
    """{"set: figure": value between 0 and 1} for every set that the folder holds."""
    found: dict[str, float] = {}
    for name, path in SETS.items():
        if not only(name) or not has_set(folder, name):
            continue
        if name == "tables" and "tables" not in factx.Facts.model_fields:
            continue
        if name == "tables":
            result: Any = score_tables(folder / path)
        elif name == "treebank":
            result = {figure: value / 100 for figure, value in percentages(folder / path).items()}
        else:
            result = score(name, read_set(folder, name))
        for figure in FIGURES:
            if figure.gold == name and figure.path[0] in result:
                value = result
                for key in figure.path:
                    value = value[key]
                found[f"{name}: {figure.name}"] = round(float(value), 4)
    return found


def table(figures: dict[str, float]) -> Iterator[str]:
    width = max(len(key) for key in figures)
    previous = ""
    for key, value in figures.items():
        name = key.partition(":")[0]
        if previous and name != previous:
            yield ""
        previous = name
        yield f"{key:{width}}  {100 * value:6.1f}"


def details(folder: Path, name: str, limit: int) -> None:
    """Everything that the scorer of one set prints, its errors included: by its own command line, on a prediction file."""
    if name == "treebank":
        print(json.dumps(percentages(folder / SETS[name]), indent=1))
        return
    if name == "cases":
        cases.main([str(folder / SETS[name]), *([] if limit else ["--quiet"])])
        return
    layer, scorer = scorer_of(name)
    with tempfile.TemporaryDirectory() as scratch:
        gold, predicted = Path(scratch) / "gold.jsonl", Path(scratch) / "predicted.jsonl"
        if name == "tables":
            gold, rows = folder / SETS[name], predict_tables(folder / SETS[name])
        else:
            documents = read_set(folder, name)
            write_jsonl(gold, documents)
            rows = predict(layer, documents)
        write_jsonl(predicted, rows)
        scorer.main([str(gold), str(predicted), *(["--errors", str(limit)] if limit and scorer is not quotes else [])])


def scorer_of(name: str) -> tuple[str, ModuleType]:
    """The layer to predict for a set, and the module that scores it."""
    if name in LIKE_STATEMENTS:
        return "statements", statements
    if name in ("quotes", "tables"):
        return name, {"quotes": quotes, "tables": tables}[name]
    return ("dates", dates) if name.startswith("dates") else ("quantities", quantities)


def write_jsonl(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=default_folder(), help="the gold folder")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--set", choices=SETS, help="this set only, with everything that its scorer counts")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="with --set: list up to N errors")
    args = parser.parse_args(argv)
    if args.gold is None or not args.gold.is_dir():
        print("quality: no gold folder; give one as the first argument", file=sys.stderr)
        return 2
    if args.set:
        details(args.gold, args.set, args.errors)
        return 0
    figures = measure(args.gold)
    if args.json:
        print(json.dumps(figures, indent=1))
        return 0
    for line in table(figures):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
