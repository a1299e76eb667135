"""The argument parser, put together from what each command adds.

>>> make_parser().parse_args(["extract", "a.txt", "--format", "csv"]).format
'csv'
"""

from __future__ import annotations

import argparse
import re
import sys
from importlib import import_module

from factx import __version__

TYPE_CHECKING = False  # as `typing` has it, without its import, which a help text would wait for
if TYPE_CHECKING:
    from typing import Any, NoReturn

__all__ = ["COMMANDS", "make_parser"]

COMMANDS = ("extract", "batch", "compare", "explain", "schema")
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


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, and what was probably meant."""

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does, but what a command does not know is said by that command."""
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            said = self._command(getattr(found, "command", None))
            said.error(f"unrecognized arguments: {' '.join(rest)}")
        return found

    def _command(self, name: str | None) -> argparse.ArgumentParser:
        chosen = [
            a.choices[name] for a in self._actions if isinstance(a, argparse._SubParsersAction) and name in a.choices
        ]
        return chosen[0] if chosen else self

    def error(self, message: str) -> NoReturn:
        """Exit with 2."""
        meant = _meant(message, self)
        hint = f": did you mean {meant}?" if meant else ""
        sys.stderr.write(f"{self.prog}: {' '.join(message.split())}{hint} ({self.prog} --help says more)\n")
        sys.exit(2)


def _meant(message: str, parser: argparse.ArgumentParser) -> str:
    """The option, command or choice that is closest to what was not understood, "" where none is close."""
    from difflib import get_close_matches

    stray = re.match(r"unrecognized arguments: (--?[\w-]+)", message)
    if stray is not None:
        found = get_close_matches(stray[1], _options(parser), 1)
        return found[0] if found else ""
    choice = re.search(r"invalid choice: '?([\w-]+)'? \(choose from (.*)\)", message)
    if choice is not None:
        found = get_close_matches(choice[1], re.findall(r"[\w-]+", choice[2]), 1)
        return found[0] if found else ""
    return ""


def _options(parser: argparse.ArgumentParser) -> list[str]:
    """The options of a parser and of its commands."""
    names: list[str] = []
    for action in parser._actions:
        names.extend(action.option_strings)
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                names.extend(_options(command))
    return names


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = Parser(
        prog="factx", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"factx {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name in COMMANDS:
        import_module(f"factx.cli.{name}").add(commands)
    return parser
