"""Types of arguments that several commands take; each says in a line what is wrong with a value.

>>> sorted(kinds("money, dates")), positive("5_000")
(['dates', 'money'], 5000)
"""

from __future__ import annotations

import argparse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

__all__ = ["KINDS", "day", "kinds", "positive", "quiet"]

KINDS = ("speakers", "quotes", "money", "numbers", "dates", "tables")
"""As in `factx.options`, which is not imported for a help text."""


def day(value: str) -> date:
    """A day, written YYYY-MM-DD."""
    from datetime import date

    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value!r} is not a date of the form YYYY-MM-DD") from None


def kinds(value: str) -> frozenset[str]:
    """Record kinds, separated by commas."""
    named = [kind.strip().lower() for kind in value.split(",") if kind.strip()]
    unknown = [kind for kind in named if kind not in KINDS]
    if unknown or not named:
        raise argparse.ArgumentTypeError(f"unknown kind {(unknown or [value])[0]!r}; the kinds are {', '.join(KINDS)}")
    return frozenset(named)


def positive(value: str) -> int:
    """A whole number above 0."""
    try:
        number = int(value.replace("_", "").replace(",", ""))
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a whole number above 0")
    return number


def quiet() -> None:
    """Readers' libraries log what is odd in a file; what matters comes back as an error."""
    import logging
    import warnings

    for name in ("pypdf", "trafilatura", "htmldate", "courlan", "charset_normalizer"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    warnings.simplefilter("ignore")
