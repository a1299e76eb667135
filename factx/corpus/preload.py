"""Imported by the process that workers are forked from: what is loaded here is there once for all of them.

A worker then starts in milliseconds, also one that replaces another, and shares the memory of the word lists.
"""

from __future__ import annotations

from factx.extractor import extract

extract("“We sold 3 km of cable for $5 million in 2011,” said Ann Lee, head of sales at Bolt.", published="2012-10-09")
