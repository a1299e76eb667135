"""The command line: `factx extract`, `factx batch`, `factx compare`, `factx schema`. One module a command.

Data goes to stdout, everything else to stderr. Exit codes: 0 done, 1 some input failed, 2 wrong usage, 3 `compare` found something wrong,
130 interrupted.
Nothing but argparse is imported before a command runs, for `factx --help` must be there at once.
"""

from __future__ import annotations  # PYTHON_ARGCOMPLETE_OK

import os
import sys

__all__ = ["main"]

TYPE_CHECKING = False  # as `typing` has it, without its import, which a help text would wait for
if TYPE_CHECKING:
    from typing import Any

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: list[str] | None = None) -> int:
    """Run the command with these arguments (default: those of the process); returns the exit code, raises nothing."""
    from factx.cli.parser import make_parser

    parser = make_parser()
    before, sys.unraisablehook = sys.unraisablehook, _interrupt_again
    try:
        if "_ARGCOMPLETE" in os.environ:
            _complete(parser)
        args = parser.parse_args(argv)
        if args.command is None:
            parser.print_usage(sys.stderr)
            print("factx: which command? `factx --help` lists them", file=sys.stderr)  # noqa: T201
            return USAGE
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse, after it has said why
        return stop.code if isinstance(stop.code, int) else USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_stdout()
        return DONE
    except Exception as error:
        if os.environ.get("FACTX_DEBUG"):
            raise
        return _say(error)
    finally:
        sys.unraisablehook = before


def _interrupt_again(lost: Any) -> None:
    """A Ctrl-C that falls into a `__del__` is swallowed there: without this the run would go on, below a traceback."""
    if lost.exc_type is KeyboardInterrupt:
        import threading
        from _thread import interrupt_main

        threading.Timer(0.01, interrupt_main).start()
    else:
        sys.__unraisablehook__(lost)


def _complete(parser: Any) -> None:
    """Answer a shell that asks what could come next; argcomplete exits when it has."""
    from contextlib import suppress

    with suppress(ImportError):
        import argcomplete

        argcomplete.autocomplete(parser)


def _say(error: Exception) -> int:
    """One line for what went wrong, never a traceback."""
    from factx.errors import FactxError

    reason = str(error) if isinstance(error, FactxError) else f"{type(error).__name__}: {error}"
    if isinstance(error, OSError) and not isinstance(error, FactxError):
        reason = f"{error.filename or 'output'}: {(error.strerror or str(error)).lower()}"
    print(f"factx: {reason}", file=sys.stderr)  # noqa: T201
    return FAILED


def _let_go_of_stdout() -> None:
    """The reader has gone: what is still buffered must not be complained about at exit."""
    from contextlib import suppress

    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
