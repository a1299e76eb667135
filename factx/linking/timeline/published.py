"""The article's own day, where nobody gives it: from its dateline, byline or a line such as "Updated: 3 May 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factx.document import Document
from factx.linking.timeline.conventions import numeric_order
from factx.mentions.dates import TimeExpression
from factx.options import Options

__all__ = ["published_day"]

HEAD = 3000
"""How far down, in characters, the head of an article may reach."""
LABEL = re.compile(
    r"(?:last\s)?(?:updated|published|posted|date|dated|released|release date|issued|for (?:immediate )?release|press release|news release|by)\b[^\n]{0,40}$",
    re.IGNORECASE,
)
# "HALIFAX, Nova Scotia, ", "PARIS and BOSTON — ": a place, and nothing else, before the date ...
PLACE = re.compile(
    r"[A-Z][\w.’']{0,30}(?:[ ,/&–—-]{1,3}(?:(?:and|de|of|la|upon) )?[A-Z][\w.’']{0,30}){0,7}[ ,–—-]{1,3}$"
)
# ... and behind it the end of the line, a dash or an agency.
BEHIND = re.compile(r"\s{0,2}(?:$|\n|[–—:/|-]|\([^)\n]{1,40}\)\s?[–—:-])")
LINE_START = re.compile(r"[^\n]*$")


def published_day(document: Document, expressions: Sequence[TimeExpression], options: Options) -> date | None:
    """The first full date that stands where an article's own date stands.

    >>> from factx.article import Article
    >>> from factx.mentions.dates import find_times
    >>> text = "Bolt wins order\\n\\nUpdated: 3 May 2024\\n\\nBolt won an order."
    >>> published_day(Document(Article(text=text)), find_times(text), Options())
    datetime.date(2024, 5, 3)
    """
    text = document.text
    labelled = placed = lonely = opening = None
    for made in expressions:
        if made.start > HEAD:
            break
        day = _full_day(made, expressions, options)
        if day is None:
            continue
        if document.section_at(made.start) in ("dateline", "byline"):
            return day
        line = LINE_START.search(text, max(0, made.start - 80), made.start)
        before = line[0].strip() if line is not None else ""
        after = text[made.end : made.end + 6]
        if LABEL.match(before):
            labelled = labelled or day
        elif PLACE.match(before + " ") and BEHIND.match(text, made.end, made.end + 60):
            placed = placed or day
        elif not before and not after.partition("\n")[0].strip(" .:-–—|"):
            lonely = lonely or day
        elif not before and after.lstrip()[:1] in ("-", "–", "—", "/", "|", ":"):
            opening = opening or day
    return labelled or placed or lonely or opening


def _full_day(made: TimeExpression, expressions: Sequence[TimeExpression], options: Options) -> date | None:
    if made.kind == "clock" and made.inner is not None:
        made = made.inner
    if made.year is None or made.month is None or made.day is None:
        return None
    month, day = made.month, made.day
    if made.kind == "numeric":
        if (options.date_order or numeric_order(expressions)) == "DMY":
            month, day = day, month
        if month > 12:
            month, day = day, month
    try:
        return date(made.year, month, day)
    except ValueError:
        return None
