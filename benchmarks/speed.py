"""How fast factx is: measured beside a plain pass over the words of the same text, in the same run.

    python benchmarks/speed.py [../shared/bench] [--quick] [--json] [--ten-megabytes]

A figure in seconds says something about one machine; a multiple of `re.findall(r"\\w+", text)` says the same everywhere.
Runs of both take turns, medians are compared, time is processor time. The texts are those of the gold folder where it
is at hand, else the examples; longer texts are made by repeating them.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from gold import ROOT, SETS, default_folder, read_jsonl

import factx

__all__ = ["measure", "passes", "texts"]

KINDS: dict[str, set[str] | None] = {
    "all kinds": None,
    "quotes": {"quotes"},
    "money": {"money"},
    "numbers": {"numbers"},
    "dates": {"dates"},
}
PUBLISHED = "2012-10-09"
PASSES = 8
"""Word passes that are timed together."""


def texts(folder: Path | None, limit: int = 400_000) -> list[str]:
    """Whole articles, about `limit` characters of them: statements first, then political news."""
    if folder is None:
        return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples" / "statements").glob("*.txt"))]
    found: list[str] = []
    for name in ("statements", "quotes"):
        for row in read_jsonl(folder / SETS[name]):
            found.append(row["text"])
            if sum(map(len, found)) >= limit:
                return found
    return found


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def words(articles: list[str]) -> None:
    for article in articles:
        re.findall(r"\w+", article)


def extractors() -> dict[str, factx.Extractor]:
    return {name: factx.Extractor(only=kinds) for name, kinds in KINDS.items()}


def throughput(articles: list[str], repeats: int) -> Iterator[tuple[str, float]]:
    """Characters a second of each choice of kinds, and the multiple of the word pass; runs take turns."""
    chars = sum(map(len, articles))
    tools = extractors()
    for tool in tools.values():  # word lists and patterns are loaded once
        for article in articles:
            tool.extract(article, published=PUBLISHED)
    passes: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in tools}
    multiples: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(repeats):
        for name, tool in tools.items():
            # A busy machine is slow for seconds at a time: each run is compared with the word passes just before and behind it.
            before = word_pass(articles)
            taken = seconds(lambda t=tool: [t.extract(a, published=PUBLISHED) for a in articles])  # type: ignore[misc]
            passes += [before, word_pass(articles)]
            times[name].append(taken)
            multiples[name].append(taken / statistics.mean(passes[-2:]))
    yield "word pass, characters/s", chars / statistics.median(passes)
    for name in tools:
        yield f"{name}, characters/s", chars / statistics.median(times[name])
        yield f"{name}, × the word pass", statistics.median(multiples[name])


def word_pass(articles: list[str]) -> float:
    """Seconds of one pass over the words, the mean of several: one alone takes a few milliseconds."""
    return seconds(lambda: [words(articles) for _ in range(PASSES)]) / PASSES  # type: ignore[func-returns-value]


def repeated(articles: list[str], size: int) -> str:
    piece = "\n\n".join(articles) + "\n\n"
    return (piece * (size // len(piece) + 1))[:size]


def linearity(articles: list[str], sizes: tuple[int, ...]) -> Iterator[tuple[str, float]]:
    """Time of each size over that of a tenth of it: 10 is linear."""
    extractor = factx.Extractor(max_chars=20_000_000)
    times = []
    for size in sizes:
        text = repeated(articles, size)
        times.append(
            min(
                seconds(lambda t=text: extractor.extract(t, published=PUBLISHED))
                for _ in range(2 if size <= 1_000_000 else 1)
            )
        )  # type: ignore[misc]
    for (small, large), (a, b) in zip(pairwise(sizes), pairwise(times), strict=True):
        yield f"time of {large:,} characters / of {small:,}", b / a


def short_article(articles: list[str]) -> str:
    return repeated(articles, 4_000)


def warm(articles: list[str], repeats: int) -> float:
    """Milliseconds of a 4 kB article, warm."""
    article, extractor = short_article(articles), factx.Extractor()
    extractor.extract(article, published=PUBLISHED)
    return 1000 * statistics.median(
        seconds(lambda: extractor.extract(article, published=PUBLISHED)) for _ in range(repeats * 4)
    )


def page(articles: list[str], repeats: int) -> float:
    """How many times as long the page of a 4 kB article takes as its extraction; runs take turns."""
    article, extractor = short_article(articles), factx.Extractor()
    facts = extractor.extract(article, published=PUBLISHED)
    facts.to_html()
    return statistics.median(
        seconds(facts.to_html) / seconds(lambda: extractor.extract(article, published=PUBLISHED))
        for _ in range(repeats * 4)
    )


def process(*arguments: str, stdin: str = "") -> float:
    """Seconds of processor of a whole process, its start included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments],
        input=stdin,
        text=True,
        encoding="utf-8",
        stdout=subprocess.DEVNULL,
        check=True,
        cwd=ROOT,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cold(articles: list[str], repeats: int) -> Iterator[tuple[str, float]]:
    """Whole commands, taking turns with the bare interpreter and with `import pydantic`."""
    article = short_article(articles)
    commands: dict[str, tuple[list[str], str]] = {
        "python -c pass": (["-c", "pass"], ""),
        "import pydantic": (["-c", "import pydantic"], ""),
        "import factx": (["-c", "import factx"], ""),
        "factx --help": (["-m", "factx", "--help"], ""),
        "factx extract, 4 kB": (["-m", "factx", "extract", "-", "--format", "jsonl"], article),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(repeats + 1):
        for name, (arguments, stdin) in commands.items():
            times[name].append(process(*arguments, stdin=stdin))
    least = {name: min(taken) for name, taken in times.items()}
    for name, taken in least.items():
        yield f"{name}, ms", 1000 * taken
    yield "factx --help, × python -c pass", least["factx --help"] / least["python -c pass"]
    yield "factx extract, × import pydantic", least["factx extract, 4 kB"] / least["import pydantic"]


PEAK = """
import sys, factx
def peak():  # not getrusage: that counts the process which started this one
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]) / 1024
text = sys.stdin.read()
extractor = factx.Extractor(max_chars=20_000_000)
extractor.extract(text[:20_000])
before = peak()
extractor.extract(text)
print(before, peak())
"""


def memory(articles: list[str]) -> Iterator[tuple[str, float]]:
    """Peak resident memory, in MB: ready to work, and after one article of a megabyte. Linux only."""
    if not Path("/proc/self/status").is_file():
        return
    text = repeated(articles, 1_000_000)
    done = subprocess.run(
        [sys.executable, "-c", PEAK], input=text, capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT
    )
    ready, peak = map(float, done.stdout.split())
    yield "memory when ready, MB", ready
    yield "memory after 1,000,000 characters, MB", peak


def sample(folder: Path | None, quick: bool) -> tuple[list[str], int]:
    """The texts that speed is measured on, and how often."""
    return texts(folder, 120_000 if quick else 400_000), 3 if quick else 7


def passes(folder: Path | None, *, quick: bool = False) -> dict[str, float]:
    """The figures of `throughput` alone: a few seconds, where `measure` takes half a minute."""
    return dict(throughput(*sample(folder, quick)))


def measure(folder: Path | None, *, quick: bool = False, ten_megabytes: bool = False) -> dict[str, float]:
    """All figures by name; `quick` takes fewer runs over less text (for CI)."""
    articles, repeats = sample(folder, quick)
    found = dict(throughput(articles, repeats))
    found.update(linearity(articles, (100_000, 1_000_000, 10_000_000) if ten_megabytes else (100_000, 1_000_000)))
    found["4 kB article, warm, ms"] = warm(articles, repeats)
    found["page, × the extraction"] = page(articles, repeats)
    found.update(cold(articles, repeats))
    found.update(memory(articles))
    return found


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=default_folder(), help="the gold folder, for its texts")
    parser.add_argument("--quick", action="store_true", help="fewer runs over less text")
    parser.add_argument("--ten-megabytes", action="store_true", help="linearity up to ten million characters")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    args = parser.parse_args(argv)
    folder = args.gold if args.gold is not None and args.gold.is_dir() else None
    figures = measure(folder, quick=args.quick, ten_megabytes=args.ten_megabytes)
    if args.json:
        print(json.dumps(figures, indent=1, ensure_ascii=False))
        return 0
    width = max(map(len, figures))
    for name, value in figures.items():
        print(f"{name:{width}}  {value:14,.0f}" if value >= 1000 else f"{name:{width}}  {value:14.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
