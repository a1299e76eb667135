"""Words in quotation marks that no record has, because the text does not say in a known way who says them.

>>> from factx import extract
>>> facts = extract("A sign hung over the door. “We begged for a single example of it.” Nobody came.")
>>> [quote.text for quote in loose_quotations(facts)]
['We begged for a single example of it.']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from factx.comparison.finding import cut
from factx.comparison.words import words
from factx.records import Quote

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["loose_quotations"]

MARKED = re.compile(r"“(?P<curly>[^“”\n]{12,1500})”|(?<![\w\"])\"(?P<straight>[^\"\n]{12,1500})\"(?!\w)")
LEAST = 5
"""Words: shorter ones are names, titles and terms as often as they are quotes."""


def loose_quotations(facts: Facts) -> list[Quote]:
    """A quote without an id and without a speaker for each; those that a record covers, or touches, are left to it."""
    spans = sorted((span.start, span.end) for quote in facts.quotes for span in quote.spans)
    starts = [start for start, _ in spans]
    text = facts.article.text
    out: list[Quote] = []
    for match in MARKED.finditer(text):
        start, end = match.span("curly" if match["curly"] else "straight")
        before = bisect_right(starts, end)
        if any(stop > start for _, stop in spans[max(0, before - 4) : before]) or len(words(text, start, end)) < LEAST:
            continue
        span = cut(text, start, end)
        out.append(Quote(id="", kind="direct", text=span.text, spans=[span], confidence=0.5, rule="marks alone"))
    return out
