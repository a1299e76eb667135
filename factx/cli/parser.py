"""The argument parser, put together from what each command adds.

>>> make_parser().parse_args(["extract", "a.txt", "--format", "csv"]).format
'csv'
"""

from __future__ import annotations

import argparse
from importlib import import_module

from factx import __version__

__all__ = ["COMMANDS", "make_parser"]

COMMANDS = ("extract", "batch", "compare", "schema")
"""Modules of `factx.cli`, each with `add(commands)`, which makes its parser and sets `run`; in the order of the help."""

DESCRIPTION = "From an article to typed, linked records: speakers, quotes, amounts of money, numbers and dates."
EPILOG = """\
examples:
  factx extract statement.txt                          a table on the terminal, JSON Lines in a pipe
  factx extract page.html -o page.facts.html           a page to look at
  factx extract news/ -o out/ --format json            every file of a directory
  factx batch crawl/ -o facts/ --workers 8             thousands of articles, to Parquet
  factx compare statement.txt report.txt               is it said, is it so
  curl -s URL | factx extract - --published 2024-05-03
"""


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="factx", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"factx {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name in COMMANDS:
        import_module(f"factx.cli.{name}").add(commands)
    return parser
