"""The document model: an article's text, cut once into sections, paragraphs, sentences and tokens.

>>> from factx.article import Article
>>> document = Document(Article(text="Acme fell.\\n\\nMr. Li said so. Then he left."))
>>> [document.text[s.start:s.end] for s in document.sentences]
['Acme fell.', 'Mr. Li said so.', 'Then he left.']
>>> document.section_at(0)
'body'
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factx.document.phrases import NounPhrase, noun_phrases
from factx.document.reading import read
from factx.document.sections import Section, sections
from factx.document.sentences import sentences
from factx.document.tokens import Tokens
from factx.lexicon.user import Lexicon

if TYPE_CHECKING:
    from factx.article import Article

__all__ = ["Document", "Paragraph", "Sentence"]


@dataclass(slots=True)
class Paragraph:
    """A paragraph and the section that most of it lies in."""

    index: int
    start: int
    end: int
    section: str


@dataclass(slots=True)
class Sentence:
    """A sentence; `paragraph` is the index of its paragraph."""

    index: int
    start: int
    end: int
    paragraph: int


class Document:
    """What every finder and linker reads. All parts are made when first asked for; nothing is ever changed.

    `text` and all offsets are those of the article as it is read; `original` gives the offsets of the article as given.
    `tables`: whole lines of the article that are read by themselves (see `factx.tables`) and are not in `text`.
    """

    def __init__(
        self, article: Article, lexicon: Lexicon | None = None, tables: Sequence[tuple[int, int]] = ()
    ) -> None:
        self.article = article
        self._reading = read(article.text, tables)
        self.text = self._reading.text
        self.lexicon = lexicon or Lexicon()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in `article.text`."""
        return self._reading.original(start, end)

    def section_of_article(self, offset: int) -> str:
        """The kind of the section that a table at `offset` of the article as given belongs to: the one that it stands in or behind.

        No table is a headline or a byline, whatever the line above it was taken for.
        """
        index = bisect_right(self._original_starts, offset) - 1
        kind = self.sections[index].kind if index >= 0 else "body"
        return kind if kind in ("boilerplate", "footer") else "body"

    @cached_property
    def _original_starts(self) -> list[int]:
        return [self.original(s.start, s.end)[0] for s in self.sections]

    @property
    def _paragraph_spans(self) -> list[tuple[int, int]]:
        return self._reading.paragraphs

    @cached_property
    def sections(self) -> list[Section]:
        """Sections in text order."""
        return sections(self.text, self._paragraph_spans)

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Paragraphs in text order."""
        return [Paragraph(i, a, b, self.section_at(b - 1)) for i, (a, b) in enumerate(self._paragraph_spans)]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Sentences in text order; none crosses a paragraph, and a dateline is one of its own."""
        out: list[Sentence] = []
        lines = {s.start: s.end for s in self.sections if s.kind == "dateline"}
        for number, (start, end) in enumerate(self._paragraph_spans):
            begin = start
            cut = lines.get(start)
            if cut is not None:
                out.append(Sentence(len(out), start, cut, number))
                begin = cut + len(self.text[cut:end]) - len(self.text[cut:end].lstrip())
            for a, b in sentences(self.text, begin, end):
                out.append(Sentence(len(out), a, b, number))
        return out

    @cached_property
    def tokens(self) -> Tokens:
        """Words and punctuation."""
        return Tokens(self.text)

    def forget_tokens(self) -> None:
        """Free the tokens, the largest part of a document; who asks for them again has them made again."""
        self.__dict__.pop("tokens", None)

    @cached_property
    def noun_phrases(self) -> list[NounPhrase]:
        """Base noun phrases, as token indices."""
        return noun_phrases(self.tokens)

    @cached_property
    def _section_starts(self) -> list[int]:
        return [s.start for s in self.sections]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [a for a, _ in self._paragraph_spans]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def section_at(self, offset: int) -> str:
        """The kind of the section that holds `offset` ("body" where there is none)."""
        index = bisect_right(self._section_starts, offset) - 1
        return self.sections[index].kind if index >= 0 else "body"

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds `offset`, or the last one before it."""
        index = bisect_right(self._paragraph_starts, offset) - 1
        return self.paragraphs[index] if index >= 0 else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`, or the last one before it."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 else None
