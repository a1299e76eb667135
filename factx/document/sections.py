"""Sections of an article: headline, byline, dateline, body, boilerplate, footer.

They are found from the shape and the words of whole paragraphs (`factx.document.section_rules`), and cover the text
without gaps in its paragraphs.

>>> text = "Acme buys Bolt\\n\\nBy Jo Ray\\n\\nPARIS, May 3, 2024 – Acme today bought Bolt.\\n\\nAbout Acme\\nAcme makes gears."
>>> from factx.document.paragraphs import paragraphs
>>> [(s.kind, text[s.start:s.end]) for s in sections(text, paragraphs(text))][:3]
[('headline', 'Acme buys Bolt'), ('byline', 'By Jo Ray'), ('dateline', 'PARIS, May 3, 2024 –')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factx.document.section_rules import BOILERPLATE, BYLINES, DATED, DATELINES, FIRST_DATELINES, FOOTERS, LEGAL

__all__ = ["Section", "sections"]

# Cheap tests, so that the tables are not tried on every paragraph of a story.
DASH = re.compile(r"[–—:/]|-(?![a-z0-9])|(?<!\w)-")
FURNITURE = re.compile(r"for (?:more|further|additional)|©|copyright|all rights|about the author", re.IGNORECASE)
LEGAL_WORDS = ("looking", "harbo", "constitute", "for information")
FIRST_CHARACTERS = frozenset("#-–—*(©0123456789abcdefilmnprstuvw")
"""In lower case: with what a footer or a boilerplate heading can begin."""
CLOSING = "\"”’')"
SENTENCE_END = (".", "!", "?", "…", ":", ";")
SHORTEST_LEGAL = 25
LONGEST_HEADLINE = 250
LONGEST_HEADING = 140
SHORTEST_BYLINE = 3
LONGEST_BYLINE = 90
LONGEST_DATELINE = 160
HEADLINES_AT_MOST = 6
FIRST_PARAGRAPHS = 25
"""How far down a dateline may stand: what is above it is the head of a release (addresses, contacts, headlines)."""


class Section(NamedTuple):
    """`text[start:end]` is of one `kind`."""

    kind: str
    start: int
    end: int


def sections(text: str, paragraphs: list[tuple[int, int]]) -> list[Section]:
    """The sections in text order; a dateline is the beginning of its paragraph, all others are whole paragraphs."""
    return list(_sections(text, paragraphs))


def _sections(text: str, paragraphs: list[tuple[int, int]]) -> Iterator[Section]:
    top = _dateline_at(text, paragraphs)
    state = "head"
    first = True
    for index, (start, end) in enumerate(paragraphs):
        if top is not None and index < top:
            prose = text[start:end].rstrip("\"”’')").endswith(SENTENCE_END) and end - start > LONGEST_BYLINE
            yield Section(
                "byline" if _is_byline(text, start, end, index) else "body" if prose else "headline", start, end
            )
            continue
        state = _next_state(text, start, end, "body" if index == top else state, index)
        if state == "head":
            yield Section("byline" if _is_byline(text, start, end, index) else "headline", start, end)
        elif state == "body":
            yield from _body(text, start, end, index, first=first)
            first = False
        else:
            yield Section("footer" if state == "furniture" else state, start, end)


def _dateline_at(text: str, paragraphs: list[tuple[int, int]]) -> int | None:
    """Index of the paragraph with the dateline of a release whose head is more than headlines, if there is one."""
    for index, (start, end) in enumerate(paragraphs[:FIRST_PARAGRAPHS]):
        if (
            end - start > LONGEST_BYLINE
            and DASH.search(text, start, start + LONGEST_DATELINE)
            and DATELINES.match(text, start, min(end, start + LONGEST_DATELINE))
        ):
            return index
        if end - start > 2 * LONGEST_HEADLINE:
            return None
    return None


def _body(text: str, start: int, end: int, index: int, *, first: bool) -> Iterator[Section]:
    window = min(end, start + LONGEST_DATELINE)
    if not DASH.search(text, start, window):
        yield Section("byline" if _is_byline(text, start, end, index) else "body", start, end)
        return
    found = DATELINES.match(text, start, window) or (FIRST_DATELINES.match(text, start, window) if first else None)
    if found is not None and found[1].end() < end:
        line = found[1]
        yield Section("dateline", start, start + len(line[0].rstrip()))
        yield Section("body", line.end(), end)
    else:
        yield Section("byline" if _is_byline(text, start, end, index) else "body", start, end)


def _is_byline(text: str, start: int, end: int, index: int) -> bool:
    found = BYLINES.match(text, start, end) if SHORTEST_BYLINE < end - start < LONGEST_BYLINE else None
    return found is not None and (index > 0 or found[0].name in DATED)


def _next_state(text: str, start: int, end: int, state: str, index: int) -> str:
    """head -> body -> boilerplate / footer; the first is left only for a heading, a line of furniture for a paragraph of text."""
    heading = end - start <= LONGEST_HEADING and text[start].lower() in FIRST_CHARACTERS
    if (
        index
        and (heading or FURNITURE.match(text, start, end))
        and (found := FOOTERS.match(text, start, end)) is not None
    ):
        return "furniture" if found[0].name == "blog furniture" and state in ("body", "furniture") else "footer"
    if index > 1 and (
        (heading and BOILERPLATE.match(text, start, end))
        or (
            end - start > SHORTEST_LEGAL
            and _sounds_legal(text[start : min(end, start + 200)].lower())
            and LEGAL.match(text, start, end)
        )
    ):
        return "boilerplate"
    if state == "head" and _is_head(text, start, end, index):
        return "head"
    if state == "boilerplate":
        return "body" if _is_heading(text, start, end) else "boilerplate"
    if state == "furniture":  # a promotion in the middle of an article; what follows is text again
        return (
            "body"
            if end - start > LONGEST_BYLINE and text[start:end].rstrip(CLOSING).endswith((".", "!", "?"))
            else "furniture"
        )
    return "footer" if state == "footer" else "body"


def _sounds_legal(opening: str) -> bool:
    return any(word in opening for word in LEGAL_WORDS)


def _is_head(text: str, start: int, end: int, index: int) -> bool:
    if index >= 2 * HEADLINES_AT_MOST or end - start > LONGEST_HEADLINE:
        return False
    if _is_byline(text, start, end, index):
        return True
    ends_open = not text[start:end].rstrip("\"”’')").endswith(SENTENCE_END)
    return ends_open and (index < HEADLINES_AT_MOST or end - start < LONGEST_BYLINE)


def _is_heading(text: str, start: int, end: int) -> bool:
    """A short line, capitalised, not a sentence: what ends an "About" block."""
    return end - start < LONGEST_BYLINE and text[end - 1] not in ".!?,;" and text[start].isupper()
