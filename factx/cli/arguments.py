"""Types of arguments that several commands take; each says in a line what is wrong with a value.

>>> sorted(kinds("money, dates")), positive("5_000")
(['dates', 'money'], 5000)
"""

from __future__ import annotations

import argparse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "KINDS",
    "PUBLISHED_FROM",
    "PUBLISHED_FROM_HELP",
    "confidence",
    "day",
    "kinds",
    "output",
    "positive",
    "quiet",
    "with_speakers",
]

KINDS = ("speakers", "quotes", "money", "numbers", "dates", "tables", "acts")
"""As in `factx.options`, which is not imported for a help text."""


PUBLISHED_FROM = ("path", "mtime", "none")
"""As in `factx.readers.path_days`, which is not imported for a help text."""
PUBLISHED_FROM_HELP = (
    "path, mtime or none: the day that a file's path tells, on which it was written, or the dateline's alone"
)


def day(value: str) -> date:
    """A day, written YYYY-MM-DD or in words: "7 May 2024"."""
    from datetime import date

    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        pass
    from factx.extractor import extract

    text = value.strip()
    found = extract(text, only="dates").dates if len(text) < 40 else []
    if len(found) == 1 and found[0].span.text == text and not found[0].alternatives:
        first = found[0].start
        if first is not None and first == found[0].end:
            return first
    raise argparse.ArgumentTypeError(f"{value!r} is not a day: YYYY-MM-DD or 7 May 2024")


def confidence(value: str) -> float:
    """A share from 0 to 1."""
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a confidence from 0 to 1")
    return number


def with_speakers(only: frozenset[str] | None) -> frozenset[str] | None:
    """The kinds to look for: claims are asked for with who vouches for them."""
    return only | {"speakers"} if only and only & {"money", "numbers", "tables"} else only


def kinds(value: str, known: tuple[str, ...] = KINDS) -> frozenset[str]:
    """Record kinds, separated by commas."""
    named = [kind.strip().lower() for kind in value.split(",") if kind.strip()]
    unknown = [kind for kind in named if kind not in known]
    if unknown or not named:
        from difflib import get_close_matches

        meant = get_close_matches(unknown[0], known, 1) if unknown else []
        hint = f": did you mean {meant[0]}?" if meant else ""
        raise argparse.ArgumentTypeError(
            f"unknown kind {(unknown or [value])[0]!r}; the kinds are {', '.join(known)}{hint}"
        )
    return frozenset(named)


def output(value: str) -> str:
    """The name of a file or directory: an empty one (of a variable that is not set) is none."""
    if not value.strip():
        raise argparse.ArgumentTypeError("an output needs a name")
    return value


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
