"""From the lines of pages to running text: what a PDF does not say (where a paragraph ends) is read from its layout.

>>> page = [Line("Acme will not sell. It has no in-", 700, 11), Line("tention to.", 686, 11), Line("Bolt will.", 660, 11)]
>>> article_text([page])
'Acme will not sell. It has no intention to.\\n\\nBolt will.'
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from factx.lexicon import tags
from factx.readers.layout_lines import Line
from factx.readers.print_order import without_furniture
from factx.readers.tables import Draft, TextBuilder

__all__ = ["Line", "article_built", "article_text"]

BULLET = re.compile(r"[•●▪◦‣·*–-]\s|\(?\d{1,2}[.)]\s|\([a-z]\)\s")
SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]]*$")
HYPHEN = re.compile(r"(\w{1,40})[-‐]$")
WORD = re.compile(r"\w+(?:[-‐]\w+)*")
PREFIXES = ("anti", "co", "ex", "mid", "multi", "non", "pre", "post", "pro", "self", "semi", "vice")
"""First parts that take a hyphen before a word when the two together are no known word."""


def article_text(pages: list[list[Line]]) -> str:
    """The running text: paragraphs apart by a blank line."""
    return article_built(pages).text


def article_built(pages: list[list[Line]]) -> TextBuilder:
    """The text and the layout of its tables."""
    pages = without_furniture(pages)
    words = Counter(word.lower() for page in pages for line in page for word in WORD.findall(line.text))
    out: list[list[str] | Draft] = []
    above: Line | None = None
    for page in pages:
        leading, longest = _leading(page), max((len(line.text) for line in page if line.table is None), default=0)
        first = True
        for line in page:
            last = out[-1] if out else None
            if line.table is not None:
                out.append(line.table)
            elif above is None or not isinstance(last, list) or _begins(above, line, leading, longest, first):
                out.append([line.text])
            else:
                last[-1], rest = _joined(last[-1], line.text, words)
                last.append(rest)
            above, first = line, False
    built = TextBuilder()
    for block in out:
        if built.length:
            built.add("\n\n")
        if isinstance(block, Draft):
            built.add_table(block)
        else:
            built.add("".join(block))
    return built


def _leading(page: list[Line]) -> float:
    """The usual distance between two lines of a paragraph, in sizes of the type (0 where there is none)."""
    steps = sorted(
        (a.top - b.top) / max(b.size, 1.0) for a, b in pairwise(page) if 0 < a.top - b.top < 4 * max(a.size, 6)
    )
    return steps[len(steps) // 4] if steps else 0.0


def _begins(above: Line, line: Line, leading: float, longest: int, first: bool) -> bool:
    """Does `line` begin a paragraph?"""
    ended = SENTENCE_END.search(above.text) is not None
    if BULLET.match(line.text) or abs(above.size - line.size) > 0.15 * max(above.size, line.size):
        return True
    if first or above.top - line.top <= 0:  # a new page or column: a sentence may run on
        return ended or not (line.text[0].islower() or above.text.endswith(("-", "‐", ",")))
    if leading and above.top - line.top > 1.3 * leading * max(line.size, 1.0):
        return True
    return ended and len(above.text) < 0.65 * longest


def _joined(before: str, line: str, words: Counter[str]) -> tuple[str, str]:
    """Two lines, to be put together without anything between them; a word that was divided is made whole.

    "in-" + "tention" is "intention", "well-" + "known" keeps its hyphen: the text's own other uses decide, then the
    list of English words.
    """
    if before.endswith("\xad"):
        return before[:-1], line
    broken = HYPHEN.search(before)
    if broken is None:
        return f"{before} ", line
    rest = WORD.match(line)
    if rest is None or not rest[0][0].islower() or broken[1][-1].isdigit():
        return before, line
    first, last = broken[1].lower(), rest[0].lower()
    whole, compound = words[first + last], words[f"{first}-{last}"]
    if whole or compound:
        keeps = compound > whole
    else:
        known = tags()
        keeps = first + last not in known and last in known and (first in known or first in PREFIXES)
    return before if keeps else before[:-1], line
