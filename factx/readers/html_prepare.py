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
        elif tag.startswith("ix:"):
            element.drop_tag()
        elif tag == "sup":
            _raise(element)
        elif tag == "div" and style and INLINE_STYLE.search(style) is not None:
            element.tag = "span"


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
