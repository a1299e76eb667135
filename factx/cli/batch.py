"""`factx batch`: many articles, to JSON Lines or Parquet, in worker processes here, or under Spark or Ray."""

from __future__ import annotations

import argparse
import os

from factx.cli.arguments import (
    KINDS,
    PUBLISHED_FROM,
    PUBLISHED_FROM_HELP,
    kinds,
    output,
    positive,
    quiet,
    with_speakers,
)
from factx.cli.options import add_min_confidence, add_reading, make_extractor

TYPE_CHECKING = False  # as `typing` has it, without its import, which a help text would wait for
if TYPE_CHECKING:
    from typing import Any

    from factx.corpus.columns import Columns
    from factx.extractor import Extractor

__all__ = ["add", "run"]

OURS = (".jsonl", ".ndjson", ".parquet")
"""Endings of what batch writes; a folder may be called so."""

EXTRACTED = (".csv", ".json", ".html", ".htm", ".md", ".txt")

EPILOG = """\
An input is a folder (every file in it that factx reads, at any depth), a glob in quotes, the file of one article, a table
(.jsonl .ndjson .csv .tsv .parquet, a row an article), or - for JSON Lines from standard input. Rows go out in the order
of the input; an article that fails is a row with an error. Exit code: 0 done, 1 some article failed, 2 wrong usage.

examples:
  factx batch news/ -o facts.jsonl
  factx batch 'crawl/*.parquet' -o facts/ --text-column body --published-column day --workers 8
  factx batch 'crawl/*.parquet' -o facts/ --resume          after it was stopped, by whatever
  factx batch s3a://bucket/crawl -o s3a://bucket/facts --engine spark --packages org.apache.hadoop:hadoop-aws:3.4.1
"""


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "batch",
        help="many articles, to JSON Lines or Parquet",
        description="Extract the records of many articles, to JSON Lines or Parquet.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="a folder, glob, article or table; - is JSON Lines")
    parser.add_argument(
        "-o", "--output", type=output, required=True, metavar="OUT", help="a .jsonl file, or a folder for Parquet"
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with OUT: articles that have a row are not done again"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace OUT")
    parser.add_argument("--flat", action="store_true", help="Parquet as a table for each record kind, without nesting")
    parser.add_argument("--workers", type=_workers, metavar="N", help="processes; 0: in this one; default: one a core")
    parser.add_argument(
        "--timeout", type=_seconds, default=60.0, metavar="S", help="seconds for one article (default 60)"
    )
    parser.add_argument("--only", type=kinds, metavar="KINDS", help=f"record kinds, by commas: {','.join(KINDS)}")
    add_min_confidence(parser)
    parser.add_argument("--published-from", choices=PUBLISHED_FROM, metavar="WAY", help=PUBLISHED_FROM_HELP)
    parser.add_argument("--with-text", action="store_true", help="keep the articles' texts")
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress and no summary")
    columns = parser.add_argument_group("columns of tables (default: those of the name, where there are such)")
    columns.add_argument("--text-column", default="text", metavar="NAME", help="the texts (default: text)")
    columns.add_argument("--id-column", metavar="NAME", help="without ids, file and line name an article")
    columns.add_argument("--published-column", metavar="NAME", help="YYYY-MM-DD: the day that 'yesterday' counts from")
    more = add_reading(parser)
    more.add_argument(
        "--part-rows", type=positive, default=1_000, metavar="N", help="articles a Parquet part (default 1000)"
    )
    engines = parser.add_argument_group("engines")
    engines.add_argument("--engine", choices=("local", "spark", "ray"), default="local", help="default: local")
    engines.add_argument(
        "--input-format", choices=("parquet", "jsonl", "csv", "tsv", "files"), help="Spark, Ray: default: by the ending"
    )
    engines.add_argument("--master", metavar="URL", help="Spark: default local[N]; what spark-submit says wins")
    engines.add_argument("--packages", metavar="NAMES", help="Spark: Maven packages, for s3a:// and the like")
    engines.add_argument("--address", metavar="ADDR", help="Ray: a running cluster; default: one on this machine")
    parser.set_defaults(run=run)


def _workers(value: str) -> int:
    return 0 if value.strip() == "0" else positive(value)


def _seconds(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = 0.0
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of seconds above 0")
    return number


def run(args: argparse.Namespace) -> int:
    """Extract; returns the exit code."""
    from factx.cli.streams import complain
    from factx.corpus.columns import Columns

    quiet()
    wrong = _misuse(args)
    if wrong:
        complain(wrong)
        return 2
    columns = Columns(text=args.text_column, id=args.id_column, published=args.published_column)
    try:
        extractor = make_extractor(args, with_speakers(args.only))
    except ValueError as error:
        complain(str(error))
        return 2
    if args.engine == "local":
        return _local(args, columns, extractor)
    return _on_cluster(args, columns, extractor)


def _misuse(args: argparse.Namespace) -> str | None:
    """What is wrong with the arguments together."""
    ending = os.path.splitext(args.output)[1].lower()
    if (
        ending[1:2].isalpha()
        and ending not in OURS
        and not args.output.endswith("/")
        and not os.path.isdir(args.output)
    ):
        other = f": factx extract writes {ending}" if ending in EXTRACTED else ""
        return f"{args.output}: batch writes a .jsonl file, or a folder of Parquet (with a slash at its end){other}"
    if args.resume and args.overwrite:
        return "--resume keeps what is there and --overwrite replaces it: choose one"
    if args.engine == "local":
        stray = [name for name in ("master", "packages", "address") if getattr(args, name)]
        return f"--{stray[0]} is for --engine {'ray' if stray[0] == 'address' else 'spark'}" if stray else None
    if args.published_from:
        return "--published-from is for --engine local: Spark and Ray take the days of a column"
    for name in ("resume", "flat"):
        if getattr(args, name):
            return f"--{name} is for --engine local: Spark and Ray try failed pieces again themselves, and write nested rows"
    if args.output.endswith((".jsonl", ".ndjson")) or "-" in args.inputs:
        return "Spark and Ray read files and write folders of Parquet"
    return None


def _local(args: argparse.Namespace, columns: Columns, extractor: Extractor) -> int:
    from pathlib import Path

    from factx.cli.streams import complain
    from factx.corpus.batch import Summary, run_batch
    from factx.corpus.inputs import Inputs
    from factx.corpus.progress import Progress
    from factx.corpus.sinks import OutputExists, open_sink
    from factx.corpus.work import RowMaker
    from factx.errors import FactxError, InputError

    unfound = 0
    names: list[str] = []
    for argument in args.inputs:
        try:
            names.extend(Inputs.find([argument], apart_from=args.output).names)
        except FactxError as error:
            complain(str(error))
            unfound += 1
    if not names:
        if not unfound:
            complain("nothing to read but the output itself")
        return 1
    workers = _available(args.workers)
    inputs = Inputs.of(names, columns, published_from=args.published_from)
    try:
        inputs.check()
        sink = open_sink(
            Path(args.output), resume=args.resume, overwrite=args.overwrite, flat=args.flat, part_rows=args.part_rows
        )
    except (InputError, OutputExists) as error:
        complain(str(error))
        return 2
    maker = RowMaker(extractor, with_text=args.with_text)
    progress = Progress(inputs.total, quiet=args.quiet)
    summary = Summary()
    try:
        run_batch(inputs, sink, maker, workers=workers, timeout=args.timeout, progress=progress, summary=summary)
    except KeyboardInterrupt:
        last = f", the last of them {summary.last}" if summary.last else ""
        complain(
            f"interrupted: {args.output} has {summary.articles + summary.there:,} articles{last}; "
            "the same command with --resume goes on"
        )
        raise
    for line in summary.first_errors:
        complain(line)
    if not args.quiet:
        complain(summary.text())
    return 1 if unfound or summary.failed else 0


def _available(workers: int | None) -> int:
    """How many processes: as said, else one a core that this process may use, or none where pebble is not installed."""
    from importlib.util import find_spec

    from factx.cli.streams import complain

    if workers is not None:
        return workers
    if find_spec("pebble") is None:
        complain("working in one process, without time-outs: pip install 'factx[batch]' brings workers")
        return 0
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _on_cluster(args: argparse.Namespace, columns: Columns, extractor: Extractor) -> int:
    from factx.cli.streams import complain
    from factx.corpus.sinks import OutputExists

    if args.engine == "spark":
        from factx import spark as engine
    else:
        from factx import ray as engine  # type: ignore[no-redef]
    try:
        summary = engine.run(args, columns, extractor)
    except OutputExists as error:
        complain(str(error))
        return 2
    for line in summary.first_errors:
        complain(line)
    if not args.quiet:
        complain(summary.text())
    return 1 if summary.failed else 0
