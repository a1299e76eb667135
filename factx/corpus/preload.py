"""Imported by the process that workers are forked from: what is loaded here is there once for all of them.

A worker then starts in milliseconds, also one that replaces another, and shares the memory of the word lists.
"""

from __future__ import annotations

import contextlib

with contextlib.suppress(Exception):  # what is wrong shows in the workers, as an error of an article
    from factx.extractor import extract

    extract(
        "“We sold 3 km of cable for $5 million in 2011,” said Ann Lee, head of sales at Bolt.",
        published="2012-10-09",
    )
