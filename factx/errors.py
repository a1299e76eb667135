"""The errors that factx raises."""

from __future__ import annotations

__all__ = ["FactxError", "InputError", "InputNotFound", "InputTooLarge", "MissingExtra"]


class FactxError(Exception):
    """Base of all errors of this package."""


class InputError(FactxError):
    """An input cannot be read as text; the message names the file and, where there is one, the byte."""


class InputNotFound(InputError, OSError):  # noqa: N818
    """A file is not there or cannot be opened: an `OSError`, too, with the `errno` and `filename` of the one that `open` gave."""

    def __init__(self, message: str, cause: OSError | None = None) -> None:
        super().__init__(message)
        if cause is not None:
            self.errno, self.strerror, self.filename = cause.errno, cause.strerror, cause.filename

    def __str__(self) -> str:
        return str(self.args[0])


class InputTooLarge(InputError):  # noqa: N818 the contract names it
    """An article is longer than the limit (`Extractor(max_chars=…)`); the message says both."""


class MissingExtra(FactxError):  # noqa: N818
    """An optional dependency is not installed; the message says which `pip install` brings it."""
