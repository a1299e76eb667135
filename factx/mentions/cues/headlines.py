"""Word classes of headlines: where most words are capitalised, capitals do not make names.

>>> from factx.article import Article
>>> document = Document(Article(text="Bolt Says Union Will Call Off Strike\\n\\nBolt said so on Monday."))
>>> document.tokens.codes[:7], "".join(letters(document)[:7])
('PPPMPRP', 'NVNMVRN')
"""

from __future__ import annotations

from collections.abc import Sequence

from factx import lexicon
from factx.document import Document
from factx.document.tagger import code_of

__all__ = ["letters"]

LINES = 6
"""Paragraphs at the head of an article that can be its headlines."""
LONGEST = 260
SHARE = 0.6
"""Share of a headline's words of four letters or more with a capital, from which capitals are taken to mean nothing."""


def letters(document: Document) -> Sequence[str]:
    """The codes of the tokens, those of title-case headlines by the words alone."""
    tokens = document.tokens
    out: list[str] = []
    for paragraph in document.paragraphs[:LINES]:
        if paragraph.end - paragraph.start < LONGEST and (paragraph.section == "headline" or paragraph.index == 0):
            where = tokens.inside(paragraph.start, paragraph.end)
            if _is_title_case(tokens.text, where):
                out = out or list(tokens.codes)
                _headline(out, tokens.lower, where)
    return out or tokens.codes


def _is_title_case(forms: list[str], where: range) -> bool:
    long = [i for i in where if len(forms[i]) > 3 and forms[i][0].isalpha()]
    return len(long) >= 3 and sum(forms[i][0].isupper() for i in long) >= SHARE * len(long)


def _headline(out: list[str], lower: list[str], where: range) -> None:
    known = lexicon.tags()
    for i in where:
        if out[i] == "P":
            tag = known.get(lower[i])
            if tag is not None:
                code = code_of(tag)
                out[i] = "V" if code == "B" else code
