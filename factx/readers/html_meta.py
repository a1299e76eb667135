"""Title, byline and day of a web page: what extraction reports, held against what the page itself says.

>>> clean_byline("By Jane Roe | March 11, 2015"), clean_byline("January"), clean_byline("Jane Roe · Bolt News")
('Jane Roe', None, 'Jane Roe')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from factx import lexicon
from factx.readers.path_days import written_day

__all__ = ["byline_of", "clean_byline", "day_of", "printed_day", "registrant_of", "title_of"]

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
    r"[\w.-]+\.(?:html?|pdf|docx?|txt|xml)|(?:ex|exhibit)[-_ ]?\d[\w.-]*|untitled.*|document|[a-z]{1,8}-\d{8}\w*",
    re.IGNORECASE,
)
LABELS = re.compile(
    r"(?:(?:press|news|media)\s(?:releases?|room)(?:\sdetails?)?|news(?:room)?|home(?:page)?|article|details?)",
    re.IGNORECASE,
)
TITLE_PARTS = re.compile(r"\s+[|–—·»:-]\s+|[|»:]\s+")
LOGO = re.compile(r"(?:^|[\s_-])(?:logo|brand|masthead|site-?(?:name|title))(?:$|[\s_-])", re.IGNORECASE)
FRONT = frozenset(("", ".", "index.html", "index.htm", "/index.html"))
LONGEST_TITLE = 160
MOST_HEADINGS = 12
PUBLISHED = re.compile(
    r"(?:^|[.|·]\s)(?:first\s|date\s)?(?:published|posted|issued|released|date|publication\sdate|release\sdate)(?:\son)?\b:?",
    re.IGNORECASE,
)
STORY_BY = re.compile(
    r"(?i:(?:story|text|words|written|reported|report)\sby:?\s)(?P<names>[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3})(?=[,.;|]|\s[a-z]|\s*$)"
)
PERSON = r"[A-ZÀ-Þ][\w.’'-]*(?:\s(?:de|van|von|der|bin|al)|\s[A-ZÀ-Þ][\w.’'-]*){1,4}"
BY_NAMES = re.compile(
    rf"(?:[^.!?]{{0,30}}\b(?:19|20)\d\d[ ,|–—·-]{{0,3}})?[Bb]y:?\s(?P<names>{PERSON}(?:(?:,|\sand|,\sand|\s&)\s{PERSON}){{0,3}})"
)
AND = re.compile(r",?\sand\s|\s&\s|,\s")
LONGEST_LABELLED = 120
"""Characters of a block in which a day stands behind a label."""
MOST_BLOCKS = 60
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
    return found or printed_byline(tree)


def printed_byline(tree: Any) -> str | None:
    """The names of a line of their own ("By Jane Roe and Tom Bell", "May 7, 2024 by Jane Roe"), or of one such as "Story by Jane Roe, …"."""
    for element in tree.iter("p", "div", "span", "li", "td"):
        text = element.text or ""
        if len(text) <= LONGEST_LABELLED and (said := STORY_BY.match(_text(text))) is not None:
            return said["names"]
        if "y " not in text or len(text) > LONGEST_BYLINE:
            continue
        whole = _text(element.text_content())
        if len(whole) <= LONGEST_BYLINE and (said := BY_NAMES.fullmatch(whole)) is not None:
            return "; ".join(AND.split(said["names"]))
    return None


def title_of(tree: Any, title: str, lines: Iterable[str] = ()) -> str | None:
    """The title that extraction found, unless it is a logo, a label or a file's name and the page has a better one.

    A better one is the longest heading that the page's own `title` has, or begins with a part of; else a part of it that is one
    of the page's `lines`. Where none says it, a line in bold type that stands before the first sentence may.
    """
    page = _text(tree.findtext(".//title"))
    if title and _is_social(tree, title):
        site = tree.xpath("string(//meta[@property='og:site_name']/@content)")
        bare = title.removesuffix(_text(site)).rstrip(" |–—-·»:") if site else ""
        return bare or title
    found = [(h, _text(h.text_content())) for h in tree.xpath(HEADINGS)[:MOST_HEADINGS]]
    headings = [
        text
        for h, text in found
        if len(text) >= SHORTEST_TITLE and _is_name(text) and not _is_logo(h) and not _is_furniture(h)
    ]
    begun = max((heading for heading in headings if _tells(page, heading)), key=len, default="")
    if begun and (
        not _is_name(title) or len(title) < len(begun) or title == page or title.casefold() not in begun.casefold()
    ):
        return begun
    if not begun and (part := _printed_part(page, lines)) is not None and title != part:
        return part
    if not _is_name(title):
        return headings[0] if headings else _bold_line(tree)
    return title


def _printed_part(page: str, lines: Iterable[str]) -> str | None:
    """The longest part of several of a page's `title` that is a line of the page by itself, and no link."""
    parts = TITLE_PARTS.split(page)
    printed = {line.casefold() for line in islice(lines, MOST_BLOCKS)} if len(parts) > 1 else set()
    parts = [part for part in parts if len(part) >= SHORTEST_TITLE and _is_name(part)]
    return max((part for part in parts if part.casefold() in printed), key=len, default=None)


def _tells(page: str, heading: str) -> bool:
    """Is the heading what the page's `title` says, or does it begin with a part of it?"""
    low, said = page.casefold(), heading.casefold()
    if said in low:
        return True
    return any(len(part) >= SHORTEST_TITLE and said.startswith(part) for part in TITLE_PARTS.split(low))


def _is_name(title: str) -> bool:
    """Is it the name of an article, not of a file, and no label that any page can have?"""
    return bool(title) and FILE.fullmatch(title) is None and LABELS.fullmatch(title) is None


def _is_logo(heading: Any) -> bool:
    """Is it the name of the site: a link to its front page, or said so?"""
    said = " ".join(
        f"{e.get('class') or ''} {e.get('id') or ''}" for e in (heading, heading.getparent()) if e is not None
    )
    if LOGO.search(said) is not None:
        return True
    links = heading.findall(".//a")
    return (
        len(links) == 1
        and (links[0].get("href") or "").rstrip("/") in FRONT
        and _text(links[0].text_content()) == _text(heading.text_content())
    )


def _is_furniture(heading: Any) -> bool:
    return any(element.tag in ("nav", "aside", "footer") for element in heading.iterancestors())


def _bold_line(tree: Any) -> str | None:
    """A line of bold type before the first sentence of a page without headings; of several, the longest."""
    lines: list[str] = []
    for element in tree.iter("b", "strong", "p", "div", "td", "font"):
        text = _text(element.text_content())
        if element.tag in ("b", "strong"):
            around = _text(element.getparent().text_content()) if element.getparent() is not None else text
            if SHORTEST_TITLE <= len(text) <= LONGEST_TITLE and around == text and _is_name(text):
                lines.append(text)
        elif not len(element) and len(text) > LONGEST_TITLE:
            break
        if len(lines) >= MOST_HEADINGS:
            break
    return max(lines, key=len, default=None)


def registrant_of(tree: Any) -> str | None:
    """The company that an inline XBRL document is of, where its `title` is but a file's name."""
    page = _text(tree.findtext(".//title"))
    if page and _is_name(page):
        return None
    for element in tree.iter("ix:nonnumeric", "ix:nonNumeric"):
        if (element.get("name") or "").lower() == "dei:entityregistrantname":
            return _text(element.text_content()) or None
    return None


def printed_day(texts: Iterable[str]) -> str | None:
    """The day of publication that a page prints behind a label above its text: "Published 24 October 2023", "Date: 2 May 2024".

    `texts`: its blocks in reading order. A label and its day may be blocks of their own. Below the second long block, a day
    is that of a comment or of another article.

    >>> printed_day(["Library hours", "Date:", "2 May 2024"]), printed_day(["Updated 9 May 2024"])
    ('2024-05-02', None)
    """
    label_alone, long = False, 0
    for text in islice(texts, MOST_BLOCKS):
        labelled = PUBLISHED.search(text) if len(text) <= LONGEST_LABELLED else None
        if label_alone or labelled is not None:
            rest = text[labelled.end() if labelled is not None else 0 :][:40]
            written = written_day(rest) if LATER.search(rest) is None else None
            if written is not None and written[0] <= 24:
                return written[1].isoformat()
        label_alone = labelled is not None and not text[labelled.end() :].strip(" :")
        long += len(text) > LONGEST_LABELLED
        if long > 1:
            break
    return None


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
