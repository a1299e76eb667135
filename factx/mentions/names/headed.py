"""Names that a heading or a label gives whole, of which running text shows pieces only: "About Rex's Bar & Grill".

What stands there is a name where the text has the same words once more.

>>> from factx.article import Article
>>> text = "Rex's Bar & Grill opens in May.\\n\\nAbout Rex's Bar & Grill\\nRex's has been there since 1998."
>>> found = whole(Document(Article(text=text)), [NameMention(0, 3, "person"), NameMention(6, 17, "organization")])
>>> [(text[n.start:n.end], n.kind) for n in found]
[("Rex's Bar & Grill", 'organization'), ("Rex's Bar & Grill", 'organization')]
"""

from __future__ import annotations

import re

from factx import lexicon
from factx.document import Document
from factx.mentions.types import NameMention, SpanTuple

__all__ = ["whole"]

NAME = r"((?=[A-Z\d$]|[a-z]+[A-Z])[^\n:*#()]{3,60}?|[a-z]{4,20})"
HEADED = re.compile(
    rf"^[ \t#*]*(?:(?:About|ABOUT|SOURCE|Source):?|(?:Company|Organi[sz]ation|Business)(?: Name)?:)[ \t]+{NAME}[®™ \t]*"
    r"(?:\([^\n()]*\) *)?(?::[^\n]*)?$",
    re.M,
)
INSIDE = re.compile(rf"About(?<=  About) {NAME}[®™]?(?=:|  | \()")
"""The same in a text of one paragraph, behind two spaces."""
GLUED = re.compile(r"  |\n|\b(?:ABOUT|CONTACT) ")
"""In what was taken for one name: the heading and what stands beside it."""
MOST_WORDS = 10
MOST = 4
"""Headings that are looked at."""
REPEATS = 200


def whole(document: Document, names: list[NameMention]) -> list[NameMention]:
    """The names, with those in one that a heading gives whole."""
    text = document.text
    for match in [*HEADED.finditer(text), *INSIDE.finditer(text)][-MOST:]:
        name = match[1].removeprefix("the ").removeprefix("The ")
        told = [n for n in names if match.start() <= n.start < match.end() and text[n.start : n.end] == name]
        if name.islower() and (lexicon.is_common(name) or name in lexicon.tags()):
            continue  # "About us": of words without a capital only those that the language has not are brands
        if not told and len(name.split()) <= MOST_WORDS and not _is_joined(text, name):
            names = _with(text, names, name)
    return names


def _with(text: str, names: list[NameMention], name: str) -> list[NameMention]:
    """The names with this one whole, wherever the text has it more than once and it is cut somewhere."""
    places = _places(text, names, name)
    cut = [n for n in names if any(n.start < end and start < n.end for start, end in places)]
    titled = any(_is_titled([n for n in cut if a <= n.start < b], b) for a, b in places)
    whole_already = all((n.start, n.end) in places for n in cut) and (bool(cut) or not name.islower())
    if not places or titled or whole_already:
        return names
    kind = next((n.kind for n in cut if n.kind == "person" and n.end - n.start >= len(name)), "organization")
    out = set(map(id, cut))
    kept = [n for n in names if id(n) not in out]
    kept += [NameMention(*place, kind, None, 0.85, "name: whole in a heading") for place in places]
    return sorted(kept, key=lambda n: n.start)


def _places(text: str, names: list[NameMention], name: str) -> list[SpanTuple]:
    """Where a name stands that the text has more than once, outside longer names; none where the text has it once."""
    found = [m.span() for m in re.finditer(rf"(?<![\w&]){re.escape(name)}(?!\w)", text)][:REPEATS]
    longer = [n for n in names if n.end - n.start > len(name) and GLUED.search(text, n.start, n.end) is None]
    return [(a, b) for a, b in found if len(found) > 1 and not any(n.start <= a and b <= n.end for n in longer)]


def _is_titled(inside: list[NameMention], end: int) -> bool:
    """Is it one person with a title before the name?"""
    return len(inside) == 1 and inside[0].kind == "person" and inside[0].end == end


def _is_joined(text: str, name: str) -> bool:
    """Is it two names, each of which stands alone as well?"""
    parts = [part for part in re.split(r" (?:and|&) |, ", name) if part]
    return len(parts) > 1 and all(text.count(part) > text.count(name) for part in parts)
