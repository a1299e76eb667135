"""Text into HTML: escaped everywhere, so that nothing in an article can become markup.

>>> esc('<b title="x">&')
'&lt;b title=&quot;x&quot;&gt;&amp;'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factx.output.wording import UNSURE

if TYPE_CHECKING:
    from factx.records import Act, Claim, Quote

__all__ = ["count", "esc", "short", "unsure"]

RISKY = re.compile("[&<>\"'\r\x00\ud800-\udfff]")
ESCAPES = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;",
    "\r": "&#13;",  # an HTML parser would make a line feed of it
    "\0": "\u2400",  # HTML cannot hold a NUL
}  # fmt: skip


def esc(text: str) -> str:
    """Text for an element or a quoted attribute; characters and their number are kept."""
    return RISKY.sub(lambda match: ESCAPES.get(match[0], "\ufffd"), text)


def short(text: str, length: int) -> str:
    """Text on one line, cut to `length` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"


def count(number: int, one: str, many: str) -> str:
    """
    >>> count(1, "quote", "quotes"), count(2, "quote", "quotes")
    ('1 quote', '2 quotes')
    """
    return f"{number} {one if number == 1 else many}"


def unsure(record: Quote | Claim | Act) -> str:
    """The attribute of a record on the page that the rules were not sure of."""
    return ' class="unsure"' if record.confidence < UNSURE else ""
