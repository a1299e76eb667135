"""The tables of sure choices save work and change next to no tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.article import Article
from factx.document import Document
from factx.syntax.model import models
from factx.syntax.parser import Parser
from factx.syntax.tagger import Tagger

STATEMENTS = sorted((Path(__file__).parents[2] / "examples" / "statements").glob("*.txt"))


def sentences() -> list[list[str]]:
    """The words of the sentences of the examples."""
    out = []
    for path in STATEMENTS:
        document = Document(Article(text=path.read_text(encoding="utf-8")))
        for sentence in document.sentences:
            inside = document.tokens.inside(sentence.start, sentence.end)
            out.append([document.tokens.text[i] for i in inside])
    return [words for words in out if 3 < len(words) < 80]


class Counting(Parser):
    """Counts the transitions that are scored."""

    scored = 0

    def choose(self, *args: object) -> int:
        self.scored += 1
        return super().choose(*args)  # type: ignore[arg-type]


@pytest.mark.skipif(not STATEMENTS, reason="the examples are not beside the tests")
def test_sure_choices_are_those_of_the_scores() -> None:
    tagger, parser = models().tagger, models().parser
    plain_tagger = Tagger(tagger.lanes, tagger.rows, tagger.words, tagger.suffixes, tagger.known)
    plain = Counting(parser.moves, parser.lanes, parser.relations, parser.words)
    quick = Counting(
        parser.moves, parser.lanes, parser.relations, parser.words, parser.sure_moves, parser.sure_relations
    )
    words = tags = arcs = 0
    for forms in sentences():
        some, others = tagger.tag(forms), plain_tagger.tag(forms)
        words += len(forms)
        tags += sum(a == b for a, b in zip(some, others, strict=True))
        arcs += sum(a == b for a, b in zip(quick.parse(forms, some)[0], plain.parse(forms, some)[0], strict=True))
    assert tags >= 0.99 * words
    assert arcs >= 0.98 * words
    assert quick.scored < 0.75 * plain.scored
