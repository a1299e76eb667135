"""How far a batch is, on stderr: a line that changes on a terminal, now and then a new line in a log.

>>> clock(3700), clock(59)
('1:01:40', '0:59')
"""

from __future__ import annotations

import sys
import time

__all__ = ["Progress", "clock"]

WIDTH = 24
EVERY_TERMINAL, EVERY_LOG = 0.2, 60.0
"""Seconds between two lines."""


class Progress:
    """`total`: bytes of the input, None when unknown; `quiet`: say nothing."""

    def __init__(self, total: int | None = None, *, quiet: bool = False) -> None:
        self.total, self.quiet = total, quiet
        self.terminal = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self.started = self.next = time.monotonic()
        self.next += EVERY_TERMINAL if self.terminal else EVERY_LOG
        self.articles, self.share, self.skipped = 0, 0.0, 0.0

    def skip(self, share: float) -> None:
        """An article was done by an earlier run."""
        self.skipped += share

    def step(self, share: float) -> None:
        """An article is done."""
        self.articles += 1
        self.share += share
        if self.quiet:
            return
        now = time.monotonic()
        if now >= self.next:
            self.next = now + (EVERY_TERMINAL if self.terminal else EVERY_LOG)
            line = self.line(now - self.started)
            sys.stderr.write(f"\r\x1b[K{line}" if self.terminal else f"factx: {line}\n")
            sys.stderr.flush()

    def line(self, elapsed: float) -> str:
        """Bar, share, rate and time left, after so many seconds.

        >>> progress = Progress(total=1000, quiet=True)
        >>> progress.step(250.0)
        >>> progress.line(2.0)
        '[######..................] 25%, 1 article, 0.5/s, 0:06 left'
        """
        rate = self.articles / elapsed if elapsed > 0 else 0.0
        shown = (
            f"{self.articles:,} {'article' if self.articles == 1 else 'articles'}, {rate:,.{0 if rate >= 10 else 1}f}/s"
        )
        if not self.total or not self.share:
            return f"{shown}, {clock(elapsed)}"
        part = min(1.0, (self.share + self.skipped) / self.total)
        left = elapsed * max(0.0, self.total - self.share - self.skipped) / self.share
        filled = int(WIDTH * part)
        return f"[{'#' * filled}{'.' * (WIDTH - filled)}] {part:.0%}, {shown}, {clock(left)} left"

    def clear(self) -> None:
        """Take the line away."""
        if self.terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def clock(seconds: float) -> str:
    """Seconds as h:mm:ss or m:ss."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
