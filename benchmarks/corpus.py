"""Many articles: makes a corpus out of the example statements and measures every way through it.

    python benchmarks/corpus.py make 5000 corpus.jsonl      the articles alone
    python benchmarks/corpus.py engines [--articles 5000]   local with 1 and 2 workers, Spark, Ray: time, and are the rows equal?
    python benchmarks/corpus.py poison                      one article that raises, one that hangs, one that kills its worker
    python benchmarks/corpus.py kills [--kills 20]          kill -9 at random moments, --resume, compare with an undisturbed run
    python benchmarks/corpus.py memory                      peak memory over 1,000 and over 20,000 articles

Needs the extras `batch` and `arrow`; `spark` (and Java) and `ray` are measured where they are installed.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib.util
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
STATEMENTS = sorted((ROOT / "examples" / "statements").glob("*.txt"))
FACTX = [sys.executable, "-m", "factx", "batch"]


def articles(count: int, seed: int = 7) -> Iterator[dict[str, str]]:
    """Articles of paragraphs from all examples, with digits of their own, so that no two are alike."""
    chance = random.Random(seed)
    texts = [[p for p in re.split(r"\n\s*\n", path.read_text("utf-8").strip()) if p.strip()] for path in STATEMENTS]
    bodies = [paragraph for text in texts for paragraph in text[2:]]
    for number in range(count):
        opening = chance.choice(texts)[:2]
        body = chance.sample(bodies, k=min(len(bodies), chance.randint(8, 16)))
        text = "\n\n".join([*opening, *body])
        # Years stay: they tie the periods together.
        text = re.sub(r"(?<![\d.,])(?!(?:19|20)\d\d)[1-9](?=\d*)", lambda _: str(chance.randint(1, 9)), text)
        day = f"20{chance.randint(10, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield {"id": f"a{number:06}", "text": text, "published": day}


def make(count: int, path: Path) -> Path:
    """Write them as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for article in articles(count):
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    return path


class Run(NamedTuple):
    """A run of `factx batch`: wall-clock seconds from start to end of the process, processor seconds of the process and
    all below it (main: of the process alone), peak memory in kB, exit code and what it said."""

    seconds: float
    cpu: float
    main_cpu: float
    main_peak: int
    worker_peak: int
    all_peak: int
    code: int
    said: str


def batch(*arguments: str, **environment: str) -> Run:
    """Run `factx batch`, looking at its processes ten times a second (where there is /proc)."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [*FACTX, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    cpu: dict[int, float] = {}
    peaks = [0, 0, 0]
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.append(process.stderr.read() if process.stderr else ""))
    reader.start()
    while process.poll() is None:
        seen = processes(process.pid)
        cpu.update({pid: usage.cpu for pid, usage in seen.items()})
        main = seen.pop(process.pid, Usage(0, 0, 0.0))
        now = (
            main.resident,
            max((u.resident for u in seen.values()), default=0),
            main.share + sum(u.share for u in seen.values()),
        )
        peaks = [max(pair) for pair in zip(peaks, now, strict=True)]
        time.sleep(0.1)
    seconds = time.perf_counter() - started
    reader.join()
    return Run(seconds, sum(cpu.values()), cpu.get(process.pid, 0.0), *peaks, process.returncode, "".join(said))


class Usage(NamedTuple):
    """Of a process: memory in kB (all, and its share when pages that several have are counted once), seconds of CPU."""

    resident: int
    share: int
    cpu: float


def processes(root: int) -> dict[int, Usage]:
    """A process and all below it."""
    stats: dict[int, list[str]] = {}
    for entry in Path("/proc").iterdir() if Path("/proc").is_dir() else ():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                stats[int(entry.name)] = (entry / "stat").read_text().rpartition(")")[2].split()
    family = {root}
    for _ in range(6):
        family |= {pid for pid, stat in stats.items() if int(stat[1]) in family}
    out: dict[int, Usage] = {}
    for pid in family & stats.keys():
        with contextlib.suppress(OSError):
            sizes = dict(re.findall(r"^(Rss|Pss):\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M))
            cpu = (int(stats[pid][11]) + int(stats[pid][12])) / os.sysconf("SC_CLK_TCK")
            out[pid] = Usage(int(sizes.get("Rss", 0)), int(sizes.get("Pss", 0)), cpu)
    return out


def digest(path: Path) -> tuple[int, str]:
    """How many rows an output has, and the SHA-256 of its rows sorted by id: an output of any engine."""
    import pyarrow.parquet as pq

    from factx.arrow import SCHEMA, rows_to_table

    if path.is_file():
        with path.open("rb") as file:
            table = rows_to_table(list(file))
    else:
        table = pq.read_table(path, partitioning=None).select(SCHEMA.names).cast(SCHEMA)
    total = hashlib.sha256()
    table = table.sort_by("id")
    for start in range(0, table.num_rows, 500):
        for row in table.slice(start, 500).to_pylist():
            total.update(json.dumps(row, default=str).encode())
    return table.num_rows, total.hexdigest()


def slug(name: str) -> str:
    """An engine's name as that of a folder."""
    return "out-" + re.sub(r"\W+", "-", name).strip("-")


def engines(count: int, rounds: int, folder: Path) -> None:
    """Table of the engines. What an engine takes for 20 articles is its start-up, and is taken off.

    On a machine that others use, too, the wall clock says little: then the processor seconds are the figure to go by,
    and the pairs of local runs, which alternate.
    """
    few, source = make(20, folder / "few.jsonl"), make(count, folder / "corpus.jsonl")
    chars = sum(len(json.loads(line)["text"]) for line in source.open(encoding="utf-8"))
    print(f"{count:,} articles, {chars:,} characters ({chars / count:,.0f} each); load {os.getloadavg()[0]:.1f}\n")
    ways: list[tuple[str, list[str]]] = [(f"local, {n} worker{'s'[: n - 1]}", ["--workers", str(n)]) for n in (1, 2)]
    if importlib.util.find_spec("pyspark") and shutil.which("java"):
        ways.append(("Spark, local[2]", ["--engine", "spark", "--workers", "2"]))
    if importlib.util.find_spec("ray"):
        ways.append(("Ray, 2 CPUs", ["--engine", "ray", "--workers", "2"]))
    best: dict[str, tuple[float, float, float]] = {}
    pairs: list[list[float]] = []
    digests: dict[str, str] = {}
    for turn in range(rounds):
        pairs.append([])
        for name, options in ways:
            if turn and not name.startswith("local"):
                continue
            start, run = (
                batch(str(given), "-o", str(folder / slug(name)), "--overwrite", *options) for given in (few, source)
            )
            if run.code or start.code:
                raise SystemExit(run.said)
            digests[name] = digest(folder / slug(name))[1]
            job, cpu = run.seconds - start.seconds, run.cpu - start.cpu
            pairs[-1].append(job)
            best[name] = min(best.get(name, (1e9, 0.0, 0.0)), (job, cpu, start.seconds))
            print(
                f"  {name:<18} start {start.seconds:.1f} s, {start.cpu:.1f} s CPU; job {job:.1f} s, {cpu:.1f} s CPU",
                flush=True,
            )
    print(f"\n{'engine':<18} {'start s':>8} {'job s':>8} {'CPU s':>8} {'articles/s':>11} {'articles/CPU s':>15}  rows")
    for name, (job, cpu, start_seconds) in best.items():
        same = "same" if digests[name] == digests[ways[0][0]] else "DIFFERENT"
        print(f"{name:<18} {start_seconds:8.1f} {job:8.1f} {cpu:8.1f} {count / job:11.0f} {count / cpu:15.0f}  {same}")
    print(f"1 worker over 2, pair by pair: {', '.join(f'{pair[0] / pair[1]:.2f}' for pair in pairs)}")


POISON = """
import os, signal, time
import factx.extractor
_extract = factx.extractor.Extractor.extract
def extract(self, article, **rest):
    text = article if isinstance(article, str) else article.text
    if text.startswith("POISON raise"): raise RuntimeError("poisoned")
    if text.startswith("POISON hang"):
        while True: time.sleep(0.05)
    if text.startswith("POISON kill"): os.kill(os.getpid(), signal.SIGKILL)
    return _extract(self, article, **rest)
factx.extractor.Extractor.extract = extract
"""


def poison(count: int, timeout: float, folder: Path) -> None:
    """Three bad articles among `count`: what does the run say, and how long does it take?"""
    (folder / "sitecustomize.py").write_text(POISON)
    source = folder / "corpus.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for number, article in enumerate(articles(count)):
            bad = {count // 5: "POISON raise", count // 2: "POISON hang", count * 4 // 5: "POISON kill"}.get(number)
            file.write(json.dumps({**article, "text": bad or article["text"]}) + "\n")
    paths = os.pathsep.join([str(folder), str(ROOT), os.environ.get("PYTHONPATH", "")])
    clean = batch(str(make(count - 3, folder / "clean.jsonl")), "-o", str(folder / "clean-out.jsonl"), "--workers", "2")
    done = batch(
        str(source), "-o", str(folder / "out.jsonl"), "--workers", "2", "--timeout", str(timeout), PYTHONPATH=paths
    )
    rows = [json.loads(line) for line in (folder / "out.jsonl").open(encoding="utf-8")]
    failed = [row for row in rows if row["error_kind"]]
    print(f"{len(rows) - len(failed)} results, {len(failed)} error rows, exit code {done.code}")
    for row in failed:
        print(f"  {row['id']}: {row['error_kind']}: {row['error']}")
    print(f"{done.seconds:.1f} s with a time-out of {timeout:g} s; {clean.seconds:.1f} s without the three")


def kills(count: int, times: int, folder: Path) -> None:
    """`times` runs killed at random moments, with --resume, for each kind of output."""
    source = make(count, folder / "corpus.jsonl")
    chance = random.Random(3)
    for name, options in (("out.jsonl", []), ("out", ["--part-rows", "50"]), ("flat", ["--flat", "--part-rows", "50"])):
        done = batch(str(source), "-o", str(folder / f"whole-{name}"), "--workers", "2", *options)
        assert done.code == 0, done.said
        out = folder / name
        finished = 0
        for _ in range(times):
            process = subprocess.Popen(
                [*FACTX, str(source), "-o", str(out), "--workers", "2", "--resume", "-q", *options],
                stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            try:
                # From before the first row to about a third of what a whole run takes: several kills a run.
                finished += process.wait(chance.uniform(0.3, 1.5 + done.seconds / 3)) == 0
            except subprocess.TimeoutExpired:
                os.kill(process.pid, signal.SIGKILL)
                process.wait()
            if finished:  # all is there: begin again, so that every kill meets a run
                compare(folder / f"whole-{name}", out)
                shutil.rmtree(out) if out.is_dir() else out.unlink()
                finished = 0
        done = batch(str(source), "-o", str(out), "--workers", "2", "--resume", *options)
        print(f"{name}: {times} kills; {compare(folder / f'whole-{name}', out)}; {done.said.strip()}", flush=True)


def compare(one: Path, two: Path) -> str:
    """Are two outputs the same files, byte for byte? Raises when their rows are not the same."""
    if one.is_file():
        same = one.read_bytes() == two.read_bytes()
        assert same, "the files differ"
        return "same bytes"
    files = [sorted(p.relative_to(root) for p in root.rglob("*.parquet")) for root in (one, two)]
    assert files[0] == files[1], files
    for name in files[0]:
        assert (one / name).read_bytes() == (two / name).read_bytes(), name
    return f"same bytes in {len(files[0])} parts"


def memory(counts: list[int], folder: Path) -> None:
    """Peak memory, and processor time, of the process and of its workers."""
    for name in ("out.jsonl", "out"):
        for count in counts:
            source = make(count, folder / "corpus.jsonl")
            chars = sum(len(json.loads(line)["text"]) for line in source.open(encoding="utf-8"))
            run = batch(str(source), "-o", str(folder / name), "--workers", "2", "--overwrite")
            workers = run.cpu - run.main_cpu
            print(
                f"{name:<10} {count:6,} articles: main {run.main_peak / 1024:.0f} MB, a worker {run.worker_peak / 1024:.0f} MB, all "
                f"together {run.all_peak / 1024:.0f} MB; CPU an article: {workers / count * 1000:.2f} ms in the workers, "
                f"{run.main_cpu / count * 1000:.2f} ms in the main process; {chars / workers:,.0f} characters a worker CPU second; "
                f"{run.said.strip().partition(';')[0]}",
                flush=True,
            )


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    maker = commands.add_parser("make")
    maker.add_argument("count", type=int)
    maker.add_argument("out", type=Path)
    defaults: dict[str, dict[str, Any]] = {
        "engines": {"articles": 5000, "rounds": 3}, "poison": {"articles": 1000, "timeout": 10.0},
        "kills": {"articles": 1000, "kills": 20}, "memory": {"articles": 20_000},
    }  # fmt: skip
    for name, options in defaults.items():
        command = commands.add_parser(name)
        for option, default in options.items():
            command.add_argument(f"--{option}", type=type(default), default=default)
    args = parser.parse_args()
    if args.command == "make":
        make(args.count, args.out)
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if args.command == "engines":
            engines(args.articles, args.rounds, folder)
        elif args.command == "poison":
            poison(args.articles, args.timeout, folder)
        elif args.command == "kills":
            kills(args.articles, args.kills, folder)
        else:
            memory([1000, args.articles], folder)


if __name__ == "__main__":
    main()
