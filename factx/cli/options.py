"""Options that several commands have, and the extractor that they configure."""

from __future__ import annotations

from factx.cli.arguments import confidence, positive

TYPE_CHECKING = False  # as `typing` has it, without its import, which a help text would wait for
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from factx.extractor import Extractor

__all__ = ["add_files", "add_format", "add_min_confidence", "add_reading", "make_extractor"]


def add_format(parser: argparse.ArgumentParser) -> None:
    """`--format`, of commands that print records."""
    parser.add_argument(
        "-f",
        "--format",
        choices=("table", "json", "jsonl", "csv", "html", "md"),
        help="default: by the ending of OUT, else a table on a terminal and JSON Lines elsewhere",
    )


def add_min_confidence(parser: argparse.ArgumentParser) -> None:
    """`--min-confidence`."""
    parser.add_argument(
        "--min-confidence",
        type=confidence,
        default=0.0,
        metavar="X",
        help="only records that are at least so sure (0 to 1)",
    )


def add_reading(parser: argparse.ArgumentParser) -> Any:
    """How texts are understood; returns the group, for what a command has beside."""
    more = parser.add_argument_group("more options")
    more.add_argument("--date-order", choices=("MDY", "DMY"), help="how to read 9/10/2012; default: by the evidence")
    more.add_argument("--fiscal-year-end", metavar="MM-DD", help="turns fiscal quarters and years into days")
    more.add_argument(
        "--max-chars", type=positive, default=5_000_000, metavar="N", help="longest article (default 5000000)"
    )
    return more


def add_files(more: Any) -> None:
    """How files are read, and how CSV is written, to the group of `add_reading`."""
    more.add_argument("--encoding", metavar="NAME", help="encoding of text and HTML files; default: found out")
    more.add_argument(
        "--raw-csv", action="store_true", help="leave text in CSV that a spreadsheet would run as a formula"
    )


def make_extractor(args: argparse.Namespace, only: frozenset[str] | None = None) -> Extractor:
    """The extractor that these options ask for; raises `ValueError` for a value that is not of its form."""
    from factx.extractor import Extractor

    return Extractor(
        only=only,
        max_chars=args.max_chars,
        fiscal_year_end=args.fiscal_year_end,
        date_order=args.date_order,
        min_confidence=args.min_confidence,
    )
