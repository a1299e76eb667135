"""`factx extract`: the records of files, directories or standard input."""

from __future__ import annotations

import argparse
import os

from factx.cli.arguments import KINDS, PUBLISHED_FROM, PUBLISHED_FROM_HELP, day, kinds, output, quiet, with_speakers
from factx.cli.options import add_files, add_format, add_min_confidence, add_reading, make_extractor

TYPE_CHECKING = False  # as `typing` has it, without its import, which a help text would wait for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any

    from factx.cli.inputs import Input
    from factx.cli.sinks import DirectorySink, KindsSink, StreamSink
    from factx.extractor import Extractor

__all__ = ["add", "run"]


class UsageError(Exception):
    """Wrong usage that only shows when the arguments are looked at together."""


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "extract",
        help="the records of files, directories or standard input",
        description="Extract speakers, quotes, amounts of money, numbers and dates from articles.",
        epilog="Reads .txt .md .html .pdf .docx .eml; a directory means every such file in it. "
        "Exit code: 0 done, 1 some input failed (the others are still done), 2 wrong usage.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, a directory, or - for standard input")
    parser.add_argument(
        "--published", type=day, metavar="DATE", help="YYYY-MM-DD or 7 May 2024: the day that 'yesterday' counts from"
    )
    parser.add_argument("--published-from", choices=PUBLISHED_FROM, metavar="WAY", help=PUBLISHED_FROM_HELP)
    add_format(parser)
    parser.add_argument(
        "--only", type=kinds, metavar="KINDS", help=f"record kinds, separated by commas: {','.join(KINDS)}"
    )
    parser.add_argument(
        "-o", "--output", type=output, metavar="OUT", help="a file, or (with a slash at its end) a directory"
    )
    parser.add_argument("--with-text", action="store_true", help="keep the article's text in JSON")
    parser.add_argument(
        "--explain", action="store_true", help="say which rule found each record (table, md; JSON has it)"
    )
    add_min_confidence(parser)
    add_files(add_reading(parser))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Extract; returns the exit code."""
    from factx.cli.inputs import find_inputs
    from factx.cli.streams import Progress, complain
    from factx.errors import FactxError

    quiet()
    unfound = 0
    inputs: list[Input] = []
    for argument in args.files:
        try:
            inputs.extend(find_inputs([argument]))
        except FactxError as error:
            complain(str(error))
            unfound += 1
    if not inputs:
        return 1
    failed = unfound
    try:
        extractor = make_extractor(args, with_speakers(args.only))
        several = len(inputs) > 1 or any(os.path.isdir(argument) for argument in args.files)
        sink = _sink(args, inputs, several)
    except (UsageError, ValueError) as error:
        complain(str(error))
        return 2
    progress = Progress(len(inputs))
    with sink:
        for number, source in enumerate(inputs):
            progress.show(number, source.name)
            problem = _one(extractor, args, source, number, sink, progress)
            if problem:
                progress.clear()
                complain(problem)
                failed += 1
        progress.clear()
    if failed and len(inputs) + unfound > 1:
        complain(f"{failed} of {len(inputs) + unfound} inputs failed")
    return 1 if failed else 0


def _one(
    extractor: Extractor, args: argparse.Namespace, source: Input, number: int,
    sink: StreamSink | DirectorySink | KindsSink, progress: Any,
) -> str | None:  # fmt: skip
    """Read, extract and write one input; returns what went wrong, if something did."""
    from factx.cli.inputs import read
    from factx.errors import FactxError, InputTooLarge

    try:
        facts = extractor.extract(
            read(source, published=args.published, published_from=args.published_from, encoding=args.encoding)
        )
    except InputTooLarge as error:
        return f"{source.name}: {str(error).replace('max_chars', '--max-chars')}"
    except FactxError as error:
        return str(error)
    except Exception as error:
        if os.environ.get("FACTX_DEBUG"):
            raise
        return f"{source.name}: {type(error).__name__}: {error} (a fault of factx: please report it)"
    progress.clear()
    sink.add(number, facts)
    return None


def _sink(args: argparse.Namespace, inputs: Sequence[Input], several: bool) -> StreamSink | DirectorySink | KindsSink:
    """Where the output goes; raises `UsageError`."""
    import sys
    from pathlib import Path

    from factx.cli.formats import Wishes, format_for
    from factx.cli.sinks import DirectorySink, KindsSink, StreamSink, targets
    from factx.cli.streams import is_terminal

    wanted = [kind for kind in KINDS if not args.only or kind in args.only]
    out = None if args.output in (None, "-") else Path(args.output)
    folder = out is not None and (args.output.endswith(("/", os.sep)) or out.is_dir() or (several and not out.suffix))
    name = args.format or ("jsonl" if folder else format_for(None, out))
    wishes = Wishes(
        with_text=args.with_text, explain=args.explain, raw_csv=args.raw_csv,
        only=args.only or frozenset(), terminal=out is None and is_terminal(sys.stdout),
    )  # fmt: skip
    if out is None or not folder:
        if name == "html" and several:
            raise UsageError("several pages need a directory: -o out/")
        if out is not None:
            _spare_inputs([out], inputs)
        return StreamSink(name, wishes, out, several)
    if name == "csv":
        _spare_inputs([out / f"{kind}.csv" for kind in wanted], inputs)
        return KindsSink(wishes, out, wanted)
    paths = targets(inputs, out, name)
    _spare_inputs(paths, inputs)
    return DirectorySink(name, wishes, paths)


def _spare_inputs(outputs: Sequence[Path], inputs: Sequence[Input]) -> None:
    read = {os.path.realpath(source.path) for source in inputs if source.path is not None}
    for path in outputs:
        if os.path.realpath(path) in read:
            raise UsageError(f"{path}: is an input, and would be overwritten: choose another output")
