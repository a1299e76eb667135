"""Where output goes: standard output as UTF-8, or a file that is there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol

__all__ = ["NewFile", "Output", "Progress", "StandardOutput", "complain", "is_terminal"]


class Output(Protocol):
    """Takes text."""

    def write(self, text: str) -> None:
        """Write it, and hand it on at once."""


def is_terminal(stream: IO[str]) -> bool:
    """Is a person looking at this stream?"""
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


class StandardOutput:
    """Standard output: UTF-8 in a pipe or file, whatever the locale says; a terminal's own encoding on a terminal."""

    def __enter__(self) -> StandardOutput:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def write(self, text: str) -> None:
        """Write and flush: a reader down the pipe sees each document as it is done."""
        raw = getattr(sys.stdout, "buffer", None)
        if raw is None:
            sys.stdout.write(text)
            return
        encoding = (sys.stdout.encoding or "utf-8") if is_terminal(sys.stdout) else "utf-8"
        sys.stdout.flush()
        raw.write(text.encode(encoding, "replace"))
        raw.flush()


def _private(name: str, flags: int) -> int:
    """Open a file that nobody else may read until it has its own mode."""
    return os.open(name, flags, 0o600)


class NewFile:
    """A file written beside its place and moved there when all went well; on an error the old file, if any, stays."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = ""
        self.file: IO[str] | None = None

    def __enter__(self) -> NewFile:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # The name is known before the file is there, so that an interrupt in between leaves nothing either.
        self.name = str(self.path.parent / f".{self.path.name[:40]}.{secrets.token_hex(8)}.tmp")
        try:
            self.file = open(self.name, "x", encoding="utf-8", errors="replace", newline="", opener=_private)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(self.name)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self.file is not None
        try:
            self.file.close()
            if kind is None:
                os.chmod(self.name, self._mode())
                os.replace(self.name, self.path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.name)

    def write(self, text: str) -> None:
        """Write."""
        assert self.file is not None
        self.file.write(text)

    def _mode(self) -> int:
        """The mode of the file that is replaced, else what the umask leaves."""
        try:
            return self.path.stat().st_mode & 0o777
        except FileNotFoundError:
            mask = os.umask(0)
            os.umask(mask)
            return 0o666 & ~mask


class Progress:
    """A line on stderr that says how far a run is; nothing where stderr is no terminal or there is one input."""

    WIDTH = 24

    def __init__(self, total: int) -> None:
        self.total = total
        self.shown = total > 1 and is_terminal(sys.stderr)

    def show(self, done: int, name: str) -> None:
        """`done` inputs are done, `name` is next."""
        if self.shown:
            filled = self.WIDTH * done // self.total
            bar = "#" * filled + "." * (self.WIDTH - filled)
            shown = "".join(c if c.isprintable() else "?" for c in name)[-36:]
            sys.stderr.write(f"\r\x1b[K[{bar}] {done}/{self.total} {shown}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def complain(message: str) -> None:
    """A line on stderr, control characters written out."""
    from factx.output.wording import visible

    line = visible(" ".join(message.split()))
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"factx: {line}\n".encode(encoding, "backslashreplace").decode(encoding))
    sys.stderr.flush()
