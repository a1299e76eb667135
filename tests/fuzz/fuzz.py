"""Looking for a text, a page or a command line that breaks a promise.

    python tests/fuzz/fuzz.py --seconds 60                 seeded by the clock; prints the seed
    python tests/fuzz/fuzz.py --seconds 3600 --seed 7
    python tests/fuzz/fuzz.py --atheris -max_total_time=3600     coverage-guided, where atheris is installed

What breaks goes into `tests/fuzz/corpus/` and is tried again by every run and by `tests/fuzz/test_corpus.py`: fix the
fault, keep the file.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from math import inf
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
CORPUS = HERE / "corpus"
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent.parent)]

import nasty  # noqa: E402
from walk import broken_offsets, decimals  # noqa: E402

import factx  # noqa: E402

LIMIT = 5.0
"""Seconds of processor that no check of a generated input (a few thousand characters) may take."""


def check_text(text: str) -> None:
    """Every promise that can be checked of any text."""
    facts = factx.extract(text, published="2012-10-09")
    assert len(facts.article.text) == len(text), "the text has another length"
    assert not (wrong := broken_offsets(facts)), wrong
    assert all(value.is_finite() for _, value in decimals(facts)), "a number is not finite"
    written = facts.model_dump_json()
    assert factx.Facts.model_validate_json(written) == facts, "JSON does not round-trip"
    facts.consistency()
    facts.to_rows()
    facts.to_html()


def check_html(text: str) -> None:
    """The HTML reader takes anything: an article, or an error of ours."""
    page = f"<html><head><title>{text[:40]}</title></head><body><article><p>{text}</p><p>{text[::-1]}</p></article></body></html>"
    with contextlib.suppress(factx.InputError, factx.MissingExtra):
        check_text(factx.Article.from_html(page).text)


OPTIONS = (
    "extract", "schema", "batch", "-", "--format", "json", "jsonl", "csv", "md", "html", "table", "nonsense", "--only", "money,dates",
    "--published", "2012-10-09", "31/31/31", "--explain", "--version", "--help", "-o", "--", "",
)  # fmt: skip


def check_command_line(text: str) -> None:
    """The command line ends with 0, 1 or 2 and says why; no traceback."""
    from factx.cli import main

    random = Random(text.encode("utf-8", "surrogatepass"))
    with tempfile.TemporaryDirectory() as folder:
        article, out = Path(folder) / "a.txt", Path(folder) / "out"
        article.write_bytes(text.encode("utf-8", "surrogatepass" if random.random() < 0.1 else "replace"))
        pool = [*OPTIONS, str(article), str(article), str(article), str(out), str(Path(folder) / "missing.txt")]
        arguments = [
            random.choice(("extract", "extract", "schema", "batch", "")),
            *random.choices(pool, k=random.randrange(6)),
        ]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as errors:
            stdin, sys.stdin = (
                sys.stdin,
                io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "replace")), encoding="utf-8"),
            )
            here = Path.cwd()
            os.chdir(folder)  # `-o schema` writes a file there
            try:
                code = main(arguments)
            except SystemExit as stop:
                code = stop.code
            finally:
                os.chdir(here)
                sys.stdin = stdin
        assert code in (0, 1, 2, None), f"{arguments}: exit {code}"
        assert "Traceback" not in errors.getvalue(), f"{arguments}: {errors.getvalue()}"


TARGETS: dict[str, tuple[Callable[[str], None], int]] = {
    "text": (check_text, 20),
    "html": (check_html, 1),
    "cli": (check_command_line, 1),
}
"""What is tried, and how often in comparison."""


def corpus() -> list[tuple[str, str]]:
    """(target, text) of everything kept; a file is named `<target>-<name>.txt`."""
    return [(path.name.partition("-")[0], read(path)) for path in sorted(CORPUS.glob("*.txt"))]


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogatepass")


def mutated(random: Random, seeds: list[str]) -> str:
    """A new text, or a kept one with a piece cut out, doubled or replaced."""
    if not seeds or random.random() < 0.7:
        return nasty.text(random, longest=random.choice((8, 24, 80)))
    seed = random.choice(seeds)
    a, b = sorted(random.randrange(len(seed) + 1) for _ in "ab")
    return seed[:a] + random.choice((seed[a:b] * 2, "", nasty.text(random, 3))) + seed[b:]


def keep(target: str, text: str) -> Path:
    data = text.encode("utf-8", "surrogatepass")
    path = CORPUS / f"{target}-{hashlib.sha256(data).hexdigest()[:12]}.txt"
    path.write_bytes(data)
    return path


def spent(check: Callable[[str], None], text: str) -> float:
    """Processor seconds of one check."""
    started = time.process_time()
    check(text)
    return time.process_time() - started


def run(seconds: float, seed: int, most: float = inf) -> int:
    """Tries inputs for so many seconds, or so many of them; returns the failures (0 or 1: it stops at the first)."""
    random = Random(seed)
    kept = corpus()
    seeds = [text for _, text in kept]
    names = [name for name, (_, weight) in TARGETS.items() for _ in range(weight)]
    done = dict.fromkeys(TARGETS, 0)
    end = time.monotonic() + seconds
    waiting = list(kept)
    while (time.monotonic() < end and sum(done.values()) < most) or waiting:
        target, text = waiting.pop() if waiting else (random.choice(names), mutated(random, seeds))
        try:
            taken = spent(TARGETS[target][0], text)
            if taken > LIMIT:  # once more: the first time also imports what is imported when needed
                taken = spent(TARGETS[target][0], text)
            if taken > LIMIT:
                raise TimeoutError(f"{taken:.1f} seconds for {len(text):,} characters")
        except Exception as error:
            print(
                f"{target} breaks (seed {seed}): {type(error).__name__}: {error}\nkept as {keep(target, text)}",
                file=sys.stderr,
            )
            return 1
        done[target] += 1
    print(f"fuzz: nothing broke; {', '.join(f'{count:,} {name}' for name, count in done.items())} (seed {seed})")
    return 0


def atheris(arguments: list[str]) -> None:
    import atheris

    with atheris.instrument_imports():
        import factx.extractor  # noqa: F401

    def one(data: bytes) -> None:
        check_text(atheris.FuzzedDataProvider(data).ConsumeUnicode(4000))

    atheris.Setup([sys.argv[0], *arguments, str(CORPUS)], one)
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--atheris", action="store_true", help="the rest of the line goes to libFuzzer")
    args, rest = parser.parse_known_args()
    if args.atheris:
        atheris(rest)
        return 0
    if rest:
        parser.error(f"unknown: {' '.join(rest)}")
    return run(args.seconds, args.seed)


if __name__ == "__main__":
    sys.exit(main())
