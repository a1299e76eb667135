"""A web page made ready to be read: what is not shown goes, tags of inline XBRL go and leave their words, raised marks stay raised.

>>> import lxml.html
>>> page = lxml.html.document_fromstring("<p>It paid £10<sup>3</sup> for 5 m<sup>2</sup>.<p style='display:none'>Draft</p>")
>>> prepare(page)
>>> page.text_content()
'It paid £10³ for 5 m².'
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["prepare"]

NOT_SHOWN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
RAISED = str.maketrans("0123456789()+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻")
MARK = re.compile(r"[\s,]*[(\[]?\d{1,3}[)\]]?(?:\s?,\s?\d{1,3})*[\s,]*")
NOTE = re.compile(r"\s*[*†‡§]{1,3}\s*")
CONSENT = re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust)(?:$|[\s_-])", re.IGNORECASE)
QUOTATION_MARKS = frozenset("“‘\"'«„")
WRAPPED = 45
"""Characters of a line of preformatted text, from which on it is taken to run on."""
DASHES = frozenset("—–-―")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
INLINE_STYLE = re.compile(r"display\s*:\s*inline(?!-?block)", re.IGNORECASE)


def prepare(tree: Any) -> None:
    """Change the tree so that its text is what a reader sees."""
    for element in list(tree.iter()):
        tag = element.tag
        if not isinstance(tag, str) or element.getparent() is None:
            continue
        style = element.get("style") or ""
        if tag == "ix:header" or "hidden" in element.attrib or (style and NOT_SHOWN.search(style) is not None):
            if tag not in ("html", "body", "head"):
                element.drop_tree()
        elif tag in ("div", "section", "aside") and _asks_for_consent(element):
            element.drop_tree()
        elif tag.startswith("ix:"):
            element.drop_tag()
        elif tag == "sup":
            _raise(element)
        elif tag == "template":
            element.drop_tree()
        elif tag == "q":
            _quote(element)
        elif tag in ("footer", "cite") and element.getparent().tag == "blockquote":
            _sign(element)
        elif tag == "pre":
            _lay_out(element)
        elif tag == "div" and style and INLINE_STYLE.search(style) is not None:
            element.tag = "span"
    for quotation in list(tree.iter("q")):
        quotation.drop_tag()  # extraction takes it for a block


def _asks_for_consent(element: Any) -> bool:
    """Is it a banner on cookies, laid over the page?"""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return CONSENT.search(named) is not None and element.find(".//h1") is None and element.find(".//article") is None


def _quote(element: Any) -> None:
    """`q` is shown with marks: single ones inside another."""
    depth = sum(1 for above in element.iterancestors("q"))
    before, behind = ("“", "”") if depth % 2 == 0 else ("‘", "’")
    if element.text_content().lstrip()[:1] in QUOTATION_MARKS:
        return
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + behind
    else:
        element.text += behind


def _sign(element: Any) -> None:
    """The footer of a block quote is who said it: a paragraph behind a dash."""
    element.tag = "p"
    if element.text_content().strip()[:1] not in DASHES:
        element.text = "— " + (element.text or "").lstrip()


def _lay_out(element: Any) -> None:
    """Preformatted text becomes a paragraph for each piece between blank lines, with its lines."""
    from lxml.html import builder

    pieces = [piece for piece in BLANK_LINE.split(element.text_content()) if piece.strip()]
    tail = element.tail
    element.clear()
    element.tag, element.tail = "div", tail
    for piece in pieces:
        first, *rest = (line.strip() for line in piece.strip("\n").split("\n"))
        if all(len(line) >= WRAPPED for line in (first, *rest[:-1])):
            first, rest = " ".join((first, *rest)), []
        paragraph = builder.P(first)
        for line in rest:
            paragraph.append(builder.BR())
            paragraph[-1].tail = line
        element.append(paragraph)


def _raise(element: Any) -> None:
    """A raised number becomes raised characters, so that it is no part of the word before it; marks of notes go."""
    text = element.text_content()
    if NOTE.fullmatch(text) is not None:
        element.drop_tree()
    elif MARK.fullmatch(text) is not None:
        for child in list(element):
            child.drop_tag()
        element.text = re.sub(r"[\s,\[\]]", "", text).translate(RAISED)
        element.drop_tag()
