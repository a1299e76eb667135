"""The scene of a sentence with amounts, for tests of single rules."""

from __future__ import annotations

from factx.article import Article
from factx.document import Document
from factx.linking.claims.moments import Moments
from factx.linking.claims.scene import Scene
from factx.linking.timeline import timeline
from factx.mentions.amounts import find_amounts
from factx.options import Options
from factx.syntax import Syntax


def scene_of(marked: str) -> tuple[Scene, int]:
    """The scene of a sentence, and the amount in brackets."""
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    document = Document(Article(text=text))
    times = timeline(document, Options())
    amounts = find_amounts(document, times.mentions, Options(), [])
    index = next(i for i, a in enumerate(amounts) if a.start <= start < a.end)
    syntax = Syntax(document, [(m.start, m.end) for m in times.mentions])
    sentence = document.sentence_at(start)
    assert sentence is not None
    moments = Moments(text, times).between(sentence.start, sentence.end)
    return Scene(document, syntax.of(sentence), sentence, range(len(amounts)), amounts, moments), index
