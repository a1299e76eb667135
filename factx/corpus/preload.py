"""Imported by the process that workers are forked from: what is loaded here is there once for all of them.

A worker then starts in milliseconds, also one that replaces another, and shares the memory of the word lists.
"""

from __future__ import annotations

import contextlib
import sys
from types import TracebackType

__all__ = ["late"]


def late(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Report what a worker dies of, but for one that starts just when the run ends: the locks that it was to use are gone."""
    step = trace
    while step is not None:
        if step.tb_frame.f_code.co_name == "_serve_one" and issubclass(kind, (OSError, EOFError)):
            return  # the fork server's way to begin a worker; nobody waits for this one
        step = step.tb_next
    sys.__excepthook__(kind, error, trace)


sys.excepthook = late

with contextlib.suppress(Exception):  # what is wrong shows in the workers, as an error of an article
    from factx.extractor import extract

    extract(
        "“We sold 3 km of cable for $5 million in 2011,” said Ann Lee, head of sales at Bolt.",
        published="2012-10-09",
    )
