"""Hard-wrapped text: a line break inside a paragraph is a space, and a mail's mark of quoting is none of the text.

>>> text = "said Ann\\nLee, a well-\\nknown chief"
>>> [edit.text for edit in wrap_edits(text, [(0, len(text))])]
[' ', '-']
>>> [text[edit.start:edit.end] for text in ["> It was\\n> so.\\n"] for edit in quoting_edits(text)]
['> ', '> ']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.document.edits import Edit

__all__ = ["quoting_edits", "wrap_edits"]

WRAP = re.compile(r"(?P<hyphen>(?<=[^\W\d_])-)?[ \t]*(?:\r\n|[\r\n\u2028\u2029\x0b\x0c])[ \t]*")
BREAK = re.compile("[\r\n\u2028\u2029\x0b\x0c]")
QUOTED = re.compile(r"(?m)(?:^>[^\n]*(?:\n|\Z)){2,}")
MARK = re.compile(r"(?m)^(?:>[ \t]?)+")


def wrap_edits(text: str, paragraphs: list[tuple[int, int]]) -> list[Edit]:
    """The line breaks inside the paragraphs, each with the white space around it, as one space; none behind a hyphen."""
    if "\n" not in text and "\r" not in text:
        return []
    return [
        Edit(match.start(), match.end(), "-" if match["hyphen"] else " ")
        for start, end in paragraphs
        if BREAK.search(text, start, end) is not None
        for match in WRAP.finditer(text, start, end)
        if match[0] != " "
    ]


def quoting_edits(text: str) -> Iterator[Edit]:
    """The marks at the beginnings of two or more lines that a mail quotes."""
    if ">" not in text:
        return
    for block in QUOTED.finditer(text):
        for mark in MARK.finditer(text, block.start(), block.end()):
            yield Edit(mark.start(), mark.end(), "")
