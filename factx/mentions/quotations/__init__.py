"""Text between quotation marks: the marks (`marks`), their pairing (`pairing`), what each pair is (`roles`)."""

from __future__ import annotations

import re

from factx.document import Document
from factx.mentions.quotations.pairing import pairs
from factx.mentions.quotations.roles import role
from factx.mentions.types import Quotation

__all__ = ["find_quotations"]

LISTED = re.compile(r",? (?:(?:and|or) )?")
"""What stands between the members of a list of terms."""


def find_quotations(document: Document) -> list[Quotation]:
    """Quotations in text order, a nested one behind the one around it.

    >>> from factx.article import Article
    >>> text = "“We ‘love’ it,” she said. “Really.”"
    >>> [(text[q.start:q.end], q.role, q.parent) for q in find_quotations(Document(Article(text=text)))]
    [('We ‘love’ it,', 'speech', None), ('love', 'fragment', 0), ('Really.', 'fragment', None)]
    """
    text = document.text
    out: list[Quotation] = []
    around: list[int] = []
    for pair in pairs(document):
        while around and out[around[-1]].outer_end < pair.outer_end:
            around.pop()
        parent = around[-1] if around else None
        around.append(len(out))
        kind = role(
            text, pair.outer_start, pair.start, pair.end, pair.outer_end, document.section_at(pair.start) == "headline"
        )
        if (
            kind == "fragment"
            and out
            and out[-1].role == "term"
            and LISTED.fullmatch(text, out[-1].outer_end, pair.outer_start)
        ):
            kind = "term"  # "the words “believe,” “expect” and “plan”"
        out.append(
            Quotation(
                start=pair.start,
                end=pair.end,
                outer_start=pair.outer_start,
                outer_end=pair.outer_end,
                parts=tuple(pair.parts),
                parent=parent,
                closed=pair.closed,
                role=kind,
            )
        )
    return out
