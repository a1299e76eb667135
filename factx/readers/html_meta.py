"""Title, byline and day of a web page: what extraction reports, held against what the page itself says.

>>> clean_byline("By Jane Roe | March 11, 2015"), clean_byline("January"), clean_byline("Jane Roe · Bolt News")
('Jane Roe', None, 'Jane Roe')
"""

from __future__ import annotations

import re
from typing import Any

from factx import lexicon

__all__ = ["byline_of", "clean_byline", "day_of", "title_of"]

SPACE = re.compile(r"\s+")
PARTS = re.compile(r"\s*(?:[;|·•]|\s[–—-]\s)\s*")
BY = re.compile(r"(?:\b(?:written|reported|posted|edited|words|story)\s)?\bby:?\s+(?P<names>.+)", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s(?:[^\W\d_][\w.’'-]*)){1,4}")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATED = re.compile(rf"\b{MONTH}\s+\d|\b\d{{1,2}}\s+{MONTH}\b|\b(?:19|20)\d\d\b|\b\d{{1,2}}[:.]\d\d\b|\bat\s\d")
LONGEST_BYLINE = 80
OUTLET = re.compile(
    r"\b(?:News(?:room|paper|wire)?|Times|Post|Staff|Editors?|Team|Desk|Press|Media|Magazine|Journal|Herald|Tribune|Reporter|Writer|"
    r"Correspondent|Contributor|Admin|Communications|Inc|Ltd|plc|LLC|Corp|Online|Daily|Weekly|Wire)\b",
    re.IGNORECASE,
)
MARKED = (
    "//*[@rel='author' or @itemprop='author' or contains(concat(' ', normalize-space(@class), ' '), ' byline ')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' author ')]"
)
FILE = re.compile(
    r"[\w.-]+\.(?:html?|pdf|docx?|txt|xml)|(?:ex|exhibit)[-_ ]?\d[\w.-]*|untitled.*|document", re.IGNORECASE
)
SHORTEST_TITLE = 9
HEADINGS = ".//h1 | .//h2 | .//h3"
META_DAY = (
    "//meta[@property='article:published_time' or @name='article:published_time' or @itemprop='datePublished' or @name='date'"
    " or @name='pubdate' or @name='publishdate' or @name='DC.date.issued' or @name='parsely-pub-date' or @name='sailthru.date']"
)
LATER = re.compile(r"\b(?:updated?|modified|changed|last\sedited|corrected|revised)\b", re.IGNORECASE)
FIRST = re.compile(r"\b(?:original(?:ly)?|published|posted|created|issued|first)\b", re.IGNORECASE)
DAY = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
MOST_TIMES = 50


def _text(value: str | None) -> str:
    return SPACE.sub(" ", value or "").strip()


def clean_byline(author: str | None) -> str | None:
    """The names of a byline, without dates, times and, beside a person, outlets; None where nothing is left."""
    names = [name for part in PARTS.split(_text(author)) for name in [_name(part)] if name]
    people = [name for name in names if OUTLET.search(name) is None and NAME.match(name) is not None]
    return "; ".join(dict.fromkeys(people or names)) or None


def _name(part: str) -> str | None:
    by = BY.search(part)
    words = by["names"] if by is not None else part
    dated = DATED.search(words)
    words = (words if dated is None else words[: dated.start()]).strip(" ,.-")
    return None if words.lower().strip(".") in lexicon.table("months.tsv") else words or None


def byline_of(tree: Any, author: str | None) -> str | None:
    """The byline that extraction found, cleaned; else what the page marks as one."""
    found = clean_byline(author)
    if found is not None and NAME.match(found) is not None:
        return found
    for element in tree.xpath(MARKED)[:10]:
        by = BY.search(_text(element.text_content()))
        name = _name(by[0]) if by is not None else None
        if name is not None and NAME.match(name) is not None and len(name) < LONGEST_BYLINE:
            return name
    return found


def title_of(tree: Any, title: str) -> str | None:
    """The title that extraction found, unless it is a logo or a file's name and the page has a better one."""
    page = _text(tree.findtext(".//title"))
    headings = [_text(h.text_content()) for h in tree.xpath(HEADINGS)[:12]]
    headings = [heading for heading in headings if len(heading) >= SHORTEST_TITLE and FILE.fullmatch(heading) is None]
    if not title or FILE.fullmatch(title) is not None:
        return headings[0] if headings else None
    begun = max((heading for heading in headings if page.startswith(heading)), key=len, default="")
    return title if len(title) >= len(begun) or _is_social(tree, title) else begun


def _is_social(tree: Any, title: str) -> bool:
    return any(_text(value) == title for value in tree.xpath("//meta[@property='og:title']/@content"))


def day_of(tree: Any, day: str | None) -> str | None:
    """The day of publication: what the head of the page says, else a `time` of the page, the original before an update."""
    if tree.xpath(META_DAY) or "datePublished" in "".join(tree.xpath("//script[@type='application/ld+json']/text()")):
        return day
    first: list[str] = []
    plain: list[str] = []
    for element in tree.xpath("//time[@datetime]")[:MOST_TIMES]:
        found = DAY.match(element.get("datetime").strip())
        if found is None:
            continue
        parent = element.getparent()
        before = (
            _text((element.getprevious().tail if element.getprevious() is not None else parent.text) or "")
            + " "
            + _text(element.text)
        )
        if LATER.search(before) is not None:
            continue
        (first if FIRST.search(before) is not None else plain).append(found[0])
    if first:
        return first[0]
    return plain[0] if len(set(plain)) == 1 else day
