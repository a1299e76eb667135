"""Text -> sections, paragraphs, sentences, words."""

from factx.document.document import Document, Paragraph, Sentence
from factx.document.sections import Section
from factx.document.tokens import Tokens

__all__ = ["Document", "Paragraph", "Section", "Sentence", "Tokens"]
