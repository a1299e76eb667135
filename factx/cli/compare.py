"""`factx compare`: a report held against its source, or two statements of one organisation."""

from __future__ import annotations

import argparse
import os

from factx.cli.arguments import day, kinds, output, quiet
from factx.cli.options import add_files, add_format, add_min_confidence, add_reading, make_extractor

TYPE_CHECKING = False  # as `typing` has it, without its import, which a help text would wait for

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from factx.comparison import Comparison
    from factx.extractor import Extractor
    from factx.facts import Facts

__all__ = ["FOUND", "add", "run"]

FOUND = 3
"""Exit code when the report has something wrong."""
NAMES = {
    "speakers": "speaker", "quotes": "quote", "money": "money", "numbers": "number", "dates": "date", "acts": "act",
}  # fmt: skip
"""Kind as `--only` has it -> kind of a finding."""


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "compare",
        help="is it said, is it so, what changed: one text against another",
        description="Hold the quotes, amounts, numbers, dates, speakers and acts of REPORT against SOURCE; or, of two statements of "
        "one organisation, say what changed from the first to the second.",
        epilog="Reads what `factx extract` reads. Exit code: 0 nothing found wrong, 3 something found wrong, 1 an input failed, "
        "2 wrong usage.",
    )
    parser.add_argument("source", metavar="SOURCE", help="the text that is reported, or the earlier statement")
    parser.add_argument(
        "report", metavar="REPORT", help="the text that reports it, or the later statement; - for standard input"
    )
    add_format(parser)
    parser.add_argument(
        "--only", type=_kinds, metavar="KINDS", help=f"findings of these kinds, separated by commas: {','.join(NAMES)}"
    )
    parser.add_argument("-o", "--output", type=output, metavar="OUT", help="a file")
    parser.add_argument("--mode", choices=("auto", "report", "changes"), default="auto", help="report: is it said, is it so; changes: "
                        "what changed; auto: changes for two statements of one issuer of different days, else report")  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="exit with 3 for what is not found or not clear, too")
    parser.add_argument("--published", type=day, metavar="DATE", help="YYYY-MM-DD or 7 May 2024: the day of the report")
    parser.add_argument("--source-published", type=day, metavar="DATE", help="the day of the source")
    parser.add_argument("--with-text", action="store_true", help="keep both texts in JSON")
    add_min_confidence(parser)
    add_files(add_reading(parser))
    parser.set_defaults(run=run)


def _kinds(value: str) -> frozenset[str]:
    return kinds(value, tuple(NAMES))


def run(args: argparse.Namespace) -> int:
    """Compare; returns the exit code."""
    from pathlib import Path

    from factx.cli.streams import complain
    from factx.comparison import compare
    from factx.errors import FactxError, InputTooLarge

    quiet()
    out = None if args.output in (None, "-") else Path(args.output)
    wrong = _usage(args, out)
    if wrong is not None:
        complain(wrong)
        return 2
    try:
        extractor = make_extractor(args)
    except ValueError as error:
        complain(str(error))
        return 2
    try:
        source = _facts(extractor, args.source, args.source_published, args.encoding)
        report = _facts(extractor, args.report, args.published, args.encoding)
    except InputTooLarge as error:
        complain(str(error).replace("max_chars", "--max-chars"))
        return 1
    except FactxError as error:
        complain(str(error))
        return 1
    found = _only(compare(source, report, mode=args.mode), args.only)
    _write(found, args, out)
    bad = found.wrong() or (args.strict and found.of("not found", "unclear"))
    return FOUND if bad else 0


def _usage(args: argparse.Namespace, out: Path | None) -> str | None:
    """What is wrong with the arguments taken together, if something is."""
    from factx.cli.formats import UnknownEnding, format_for

    if args.source == args.report == "-":
        return "only one of SOURCE and REPORT can be standard input"
    for name in (args.source, args.report):
        if name != "-" and os.path.isdir(name):
            return f"{name}: is a directory: compare takes two files"
        if out is not None and name != "-" and os.path.realpath(out) == os.path.realpath(name):
            return f"{out}: is an input, and would be overwritten: choose another output"
    try:
        format_for(args.format, out)
    except UnknownEnding as error:
        return str(error)
    return None


def _facts(extractor: Extractor, name: str, published: Any, encoding: str | None) -> Facts:
    from factx.cli.inputs import find_inputs, read

    (source,) = find_inputs([name])
    return extractor.extract(read(source, published=published, encoding=encoding))


def _only(found: Comparison, wanted: frozenset[str] | None) -> Comparison:
    """The comparison with the findings of these kinds alone."""
    if not wanted:
        return found
    names = {NAMES[kind] for kind in wanted}
    ids = {record.id for kind in wanted for record in getattr(found.source, kind)}
    return found.model_copy(
        update={
            "findings": tuple(finding for finding in found.findings if finding.kind in names),
            "left_out": tuple(record_id for record_id in found.left_out if record_id in ids),
        }
    )


def _write(found: Comparison, args: argparse.Namespace, out: Path | None) -> None:
    import sys

    from factx.cli.formats import format_for
    from factx.cli.streams import NewFile, StandardOutput, is_terminal
    from factx.output.comparison import text

    name = format_for(args.format, out)
    if name == "table" and out is None and is_terminal(sys.stdout) and text.print_table(found):
        return
    written = {
        "table": lambda: text.to_table(found),
        "json": lambda: text.to_json(found, text=args.with_text, indent=2) + "\n",
        "jsonl": lambda: text.to_jsonl(found),
        "csv": lambda: text.to_csv(found, raw=args.raw_csv),
        "md": found.to_markdown,
        "html": found.to_html,
    }[name]()
    with StandardOutput() if out is None else NewFile(out) as output:
        output.write(written)
