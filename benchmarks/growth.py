"""Twice the text takes about twice the time: what only the clock can tell, since patterns run inside C.

    python benchmarks/growth.py               all; exits 1 when something grows faster than its input
    python benchmarks/growth.py patterns      every rule and every trigger, on strings made to hurt it
    python benchmarks/growth.py texts         every text of hostile.py, also beside the word pass
    python benchmarks/growth.py megabytes     two megabytes beside a tenth of them, and the memory that they take
    python benchmarks/growth.py long          the same with ten megabytes: minutes

Time is processor time. A text and its double take turns; what looks too long once is measured again, and the median of
several turns decides. The tests count lines instead (`tests/support/work.py`), which are the same every time.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib
import json
import pkgutil
import re
import statistics
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from gold import ROOT
from hostile import HOSTILE, PIECES

import factx
from factx.document.phrases import NOUN_PHRASE
from factx.rules import REGISTRY, Rule, RuleTable

__all__ = ["PARTS", "attacks", "faults", "grows"]

MOST = 2.6
"""How many times as long the double may take."""
TURNS = 7
"""How often what looks too long is measured."""
SHORT = 0.01
"""Seconds under which a time says nothing."""

Work = Callable[[], object]


def seconds(work: Work) -> float:
    """Processor seconds, without the collector, which goes through all that was loaded before (as `timeit` has it)."""
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        work()
        return time.process_time() - started
    finally:
        gc.enable()


def grows(half: Work, whole: Work, short: float = SHORT) -> float | None:
    """How many times as long `whole` takes as `half`, where that is more than `MOST`; None where it is not."""
    if (taken := seconds(whole)) < short or taken <= MOST * seconds(half):
        return None
    ratio = statistics.median(seconds(whole) / max(seconds(half), 1e-6) for _ in range(TURNS))
    return ratio if ratio > MOST else None


# ---------------------------------------------------------------- patterns

RULE_LENGTH = 2_000
"""Characters of the shorter string for a rule; the longer has twice as many."""
TRIGGER_LENGTH = 100_000
PUMPS = ("9", "a", "a ", "Aa ", "1,", " ", "\n", "“", "$", ".", "-")
CODES = ("#", "J", "G", "N&", "E,J", "R#", "J&J", "&P", "N'", "D#")
"""Runs of word classes: a table of numbers, a list of adjectives."""


def load_rules() -> None:
    """Import every module, so that every table is registered."""
    for module in pkgutil.walk_packages(factx.__path__, "factx."):
        if not module.name.endswith("__main__"):
            with contextlib.suppress(factx.MissingExtra):
                importlib.import_module(module.name)


def attacks(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """(head, pump, tail) of strings that almost match: the head, the pump as often as needed, and the tail.

    They are made from the rule's own examples, which lead into its every corner: pieces repeated, the whole repeated,
    the end cut off or replaced.
    """
    for pump, tail in (("9", "!"), ("a ", "!"), ("Aa ", "!"), ("1,", "x"), ("of the ", "!")):
        yield "", pump, tail
    seen = set()
    for example in rule.examples[:3]:
        text = example.replace("[", "").replace("]", "")
        yield "", text, "\x00"
        yield "", text + " ", "\x00"
        pieces = re.findall(r"\w+|\s+|[^\w\s]", text)
        for index, piece in enumerate(pieces[:12]):
            pump = piece if not piece.isspace() else piece * 2
            if pump not in seen:
                seen.add(pump)
                head, tail = "".join(pieces[:index]), "".join(pieces[index + 1 :])
                yield head, pump, "\x00" + tail
                yield head, pump + " ", tail[:-1] + "\x00"


def scan(table: RuleTable, rule: Rule, text: str) -> None:
    """Try the rule wherever the table would; a table without a trigger is asked at one place."""
    match, search, position = rule.compiled.match, table.trigger.search, 0
    if not table.trigger_source:
        match(text)
        return
    while (hit := search(text, position)) is not None:
        found = match(text, hit.start())
        position = max(hit.end(), hit.start() + 1, found.end() if found else 0)


def rule_faults(table: RuleTable, rule: Rule) -> Iterator[str]:
    for head, pump, tail in attacks(rule):
        count = RULE_LENGTH // len(pump) + 1
        half, whole = head + pump * count + tail, head + pump * count * 2 + tail
        if ratio := grows(partial(scan, table, rule, half), partial(scan, table, rule, whole)):
            yield f"{table.name}: {rule.name}: {ratio:.1f} times as long on {head!r} + {pump!r} * {count} + {tail!r}"


def run_over(pattern: re.Pattern[str], text: str) -> Work:
    return lambda: deque(pattern.finditer(text), maxlen=0)


def finditer_faults(name: str, pattern: re.Pattern[str], pumps: tuple[str, ...]) -> Iterator[str]:
    for pump in pumps:
        half, whole = (pump * (size // len(pump)) for size in (TRIGGER_LENGTH, 2 * TRIGGER_LENGTH))
        if ratio := grows(run_over(pattern, half), run_over(pattern, whole), 10 * SHORT):
            yield f"{name}: {ratio:.1f} times as long on {pump!r} repeated"


def patterns() -> Iterator[str]:
    load_rules()
    for name, table in sorted(REGISTRY.items()):
        yield from finditer_faults(f"trigger of {name}", table.trigger, PUMPS)
        for rule in table.rules:
            yield from rule_faults(table, rule)
    yield from finditer_faults("noun phrases", NOUN_PHRASE, CODES)


# ---------------------------------------------------------------- texts

TEXT_LENGTH = 30_000
"""Characters of the shorter text."""
CEILING = 300
"""How many times as long as a plain pass over the words of the examples a hostile text may take, for its length."""


def texts() -> Iterator[str]:
    news = 10 * "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").rglob("*.txt")))
    factx.extract(news)  # word lists and patterns are loaded once
    plain = statistics.median(seconds(partial(re.findall, r"\w+", news)) for _ in range(TURNS)) / len(news)
    for name, piece in HOSTILE.items():
        yield from text_faults(name, piece, plain * CEILING * 2 * TEXT_LENGTH)
    for kind, pieces in PIECES.items():
        for piece in pieces:
            yield from text_faults(f"{kind}: {piece!r}", piece, float("inf"))


def text_faults(name: str, piece: str, ceiling: float) -> Iterator[str]:
    """One text and its double; the double takes at most `ceiling` seconds."""
    half, whole = (
        partial(factx.extract, (piece * (size // len(piece) + 1))[:size]) for size in (TEXT_LENGTH, 2 * TEXT_LENGTH)
    )
    if ratio := grows(half, whole, 5 * SHORT):
        yield f"{name}: {ratio:.1f} times as long"
    if seconds(whole) > ceiling and (taken := statistics.median(seconds(whole) for _ in range(TURNS))) > ceiling:
        yield f"{name}: {CEILING * taken / ceiling:.0f} × the word pass (ceiling {CEILING})"


# ---------------------------------------------------------------- ten megabytes

LONG = """
import json, sys, time, factx
from random import Random
def peak():  # not getrusage: that counts the process which started this one
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]) / 1024
kind, size, paths = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
news = "\\n\\n".join(open(path, encoding="utf-8").read() for path in paths)
piece = {"news": news + "\\n\\n", "one line": " ".join(news.split()) + " ", "noise": ""}[kind]
extractor = factx.Extractor(max_chars=20_000_000)
extractor.extract(news)
def taken(size):
    text = (piece * (size // len(piece) + 1))[:size] if piece else Random(3).randbytes(size).decode("latin-1")
    started = time.process_time()
    assert len(extractor.extract(text).article.text) == size
    return time.process_time() - started
small = sorted(taken(size // 10) for _ in range(3))[1]
print(json.dumps({"times": taken(size) / small, "megabytes": peak()}))
"""
LONGEST = 13
"""How many times as long as a tenth of it a long text may take."""
MEMORY = 190, 60
"""Megabytes that a process may have (40 of them are the weights of the parse), and how many more for each megabyte of text."""


def long(most: int) -> Iterator[str]:
    """So many characters of news, the same on one line, and bytes of chance (a third as long, since they are slow); needs /proc."""
    if not Path("/proc/self/status").is_file():
        print("growth: long texts are NOT measured: no /proc")
        return
    paths = sorted(map(str, (ROOT / "examples" / "statements").glob("*.txt")))
    for kind, size in (("news", most), ("one line", most), ("noise", 3 * most // 10)):
        done = subprocess.run(
            [sys.executable, "-c", LONG, kind, str(size), *paths], capture_output=True, text=True, check=True, cwd=ROOT
        )
        found = json.loads(done.stdout)
        print(
            f"growth: {size:,} characters of {kind}: {found['times']:.1f} × a tenth of it, {found['megabytes']:.0f} MB"
        )
        if found["times"] > LONGEST:
            yield f"{size:,} characters of {kind} take {found['times']:.1f} times as long as a tenth of them"
        if found["megabytes"] > MEMORY[0] + MEMORY[1] * size / 1e6:
            yield f"{size:,} characters of {kind} take {found['megabytes']:.0f} MB"


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "patterns": patterns,
    "texts": texts,
    "megabytes": partial(long, 2_000_000),
    "long": partial(long, 10_000_000),
}


def faults(parts: list[str]) -> Iterator[str]:
    """Everything that grows faster than its input."""
    for part in parts:
        yield from PARTS[part]()


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[], help="some of it; default all")
    args = parser.parse_args(argv)
    found = 0
    for fault in faults(args.parts or list(PARTS)):
        print(f"growth: {fault}")
        found += 1
    print(f"growth: {found or 'nothing'} grows faster than it should")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
