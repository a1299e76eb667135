"""No figure falls: accuracy and speed beside their floors and ceilings in `baseline.json`; exits 1 when one is broken.

    python benchmarks/gate.py [../shared/bench]
    python benchmarks/gate.py --update            raises floors to what is measured; never lowers one
    python benchmarks/gate.py --update --force    lowers them too: say why in the commit
    ... --update --below 0.5                      keeps the floors so many points below what is measured

Accuracy is deterministic: a floor may be missed by 0.0005 at most. Speed is compared by multiples (of the word pass, of
the interpreter's start), and its ceilings leave a generous margin for a busy machine. Without the gold folder the
accuracy floors are not checked, and that is said.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import quality
import report
import speed
from gold import ROOT, default_folder

__all__ = ["accuracy_faults", "speed_faults"]

BASELINE = ROOT / "benchmarks" / "baseline.json"
EPSILON = 0.0005
TRIES = 3
"""A busy machine makes figures of speed larger, never smaller: what is over its ceiling is measured so often, and the smallest counts."""
PASSES, PAUSE = 40, 30
"""So often where only multiples of the word pass are over, and seconds between: a machine shared with others is busy for minutes."""
MARGIN = 1.5
"""A measured multiple times this is the ceiling that `--update` writes."""
GUARDED = (
    "all kinds, × the word pass",
    "quotes, × the word pass",
    "money, × the word pass",
    "numbers, × the word pass",
    "dates, × the word pass",
    "time of 1,000,000 characters / of 100,000",
    "page, × the extraction",
    "factx --help, × python -c pass",
    "factx extract, × import pydantic",
    "memory after 1,000,000 characters, MB",
)
"""The figures of `speed.py` that mean the same on every machine."""

Figures = dict[str, float]


def accuracy_faults(found: Figures, floors: Figures) -> Iterator[str]:
    """What fell below its floor, or is no longer measured at all."""
    for name, floor in floors.items():
        value = found.get(name)
        if value is None:
            yield f"{name} is not measured any more (floor {floor:.4f})"
        elif value < floor - EPSILON:
            yield f"{name} fell to {value:.4f} (floor {floor:.4f})"


def speed_faults(found: Figures, ceilings: Figures) -> Iterator[str]:
    """What is slower or larger than its ceiling."""
    for name, ceiling in ceilings.items():
        value = found.get(name)
        if value is not None and value > ceiling:
            yield f"{name} is {value:.2f} (ceiling {ceiling:.2f})"


def fastest(folder: Path | None, ceilings: Figures) -> Figures:
    """The figures of speed, each the smallest that was measured until all are under their ceilings."""
    found: Figures = speed.measure(folder, quick=True)
    for number in range(1, PASSES):
        over = list(speed_faults(found, ceilings))
        whole = [fault for fault in over if "× the word pass" not in fault]
        if not over or (whole and number >= TRIES):
            break
        time.sleep(PAUSE)
        again: Figures = speed.measure(folder, quick=True) if whole else speed.passes(folder, quick=True)
        found = {name: min(value, again.get(name, value)) for name, value in found.items()}
    return found


def updated(old: Figures, new: Figures, better: object, force: bool) -> Figures:
    """`old` with what is better in `new` (`better` is max for floors, min for ceilings); with `force`, just `new`."""
    if force:
        return {**old, **new}
    return {
        name: better((old[name], new[name])) if name in old and name in new else new.get(name, old.get(name))
        for name in {**old, **new}
    }  # type: ignore[operator, misc]


def update(accuracy: Figures, measured: Figures, force: bool, below: float = 0.0) -> None:
    old = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {"accuracy": {}, "speed": {}}
    ceilings = {name: round(measured[name] * MARGIN, 2) for name in GUARDED if name in measured}
    floors = {name: round(max(0.0, value - below / 100), 4) for name, value in accuracy.items()}
    new = {
        "accuracy": updated(old["accuracy"], floors, max, force),
        "speed": updated(old["speed"], ceilings, min, force),
    }
    BASELINE.write_text(json.dumps(new, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    rows = [f"| {name} | {100 * value:.1f} |" for name, value in accuracy.items()]
    report.write(report.ACCURACY, "figures", ["| set: figure | F1 × 100 |", "| --- | ---: |", *rows])
    print(f"wrote {BASELINE.relative_to(ROOT)} and the table in {report.ACCURACY.name}")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=default_folder())
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--force", action="store_true", help="with --update: lower them too")
    parser.add_argument(
        "--below", type=float, default=0.0, metavar="POINTS", help="with --update: floors below the figures"
    )
    args = parser.parse_args(argv)
    folder = args.gold if args.gold is not None and args.gold.is_dir() else None
    if (args.force or args.below) and not args.update:
        parser.error("--force and --below go with --update")

    baseline = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {"accuracy": {}, "speed": {}}
    measured = fastest(folder, baseline["speed"])
    accuracy = quality.measure(folder) if folder else {}
    if args.update:
        update(accuracy, measured, args.force, args.below)
        return 0
    faults = list(speed_faults(measured, baseline["speed"]))
    if folder:
        faults += accuracy_faults(accuracy, baseline["accuracy"])
    else:
        print("gate: accuracy is NOT checked: no gold folder beside the checkout")
    for fault in faults:
        print(f"gate: {fault}")
    checked = len(baseline["speed"]) + (len(baseline["accuracy"]) if folder else 0)
    print(f"gate: {checked - len(faults)} of {checked} figures hold")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
