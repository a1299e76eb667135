"""One parse of a sentence for everybody: tags and a dependency tree, learned from treebanks, made when first asked for.

`Syntax(document).of(sentence)` is the `Tree` of a sentence; no tree is made twice, and none that nobody asks about.
`tree_of(text)` parses one sentence for trying things out.

The tagger and the parser are averaged perceptrons with whole-number weights: the same sentence has the same tree on every
machine. What they were learned from, and under which licences, says `data/README.md`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factx.document import Document, Sentence
from factx.mentions.dates import find_times
from factx.mentions.types import NameMention
from factx.syntax.held import STANDING, Held, Names, held
from factx.syntax.model import models
from factx.syntax.parser import Parser
from factx.syntax.tree import NOMINAL, Tree
from factx.syntax.units import Unit, units

__all__ = ["NOMINAL", "Held", "Syntax", "Tree", "tree_of"]

MARKS = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
LONGEST = 250
"""Nodes of a sentence that are parsed together; what is behind them is a list or a table, and parsed on its own."""


MANY = 800
"""Trees that are kept; in a text of more sentences some are made twice, and memory stays small."""


class Syntax:
    """The trees of a document, by stretch of text; `times`: offsets of its times; a time, and a name, is one node."""

    def __init__(
        self, document: Document, times: Sequence[tuple[int, int]] = (), names: Sequence[NameMention] = ()
    ) -> None:
        self.document = document
        self.times = times
        self._starts = [start for start, _ in times]
        self.names = Names(document.tokens, names)
        self._trees: dict[tuple[int, int], Tree] = {}

    def of(self, sentence: Sentence) -> Tree:
        """The tree of a sentence."""
        return self.parse(sentence.start, sentence.end)

    def parse(self, start: int, end: int, quotations: Sequence[Held] = ()) -> Tree:
        """The tree of a stretch of text; `quotations` in it, or their marks, are held together (`factx.syntax.held`)."""
        if quotations:
            return self._parsed(start, end, quotations)
        tree = self._trees.get((start, end))
        if tree is None:
            if len(self._trees) >= MANY:
                self._trees.clear()
            tree = self._trees[start, end] = self._parsed(start, end, ())
        return tree

    def _parsed(self, start: int, end: int, quotations: Sequence[Held]) -> Tree:
        tokens = self.document.tokens
        where = tokens.inside(start, end)
        times = self.times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        nodes: list[Unit] = []
        at = where.start
        for first, last, kind in self.names.between(start, end, quotations):
            inside = tokens.inside(first, last)
            if at <= inside.start < inside.stop <= where.stop:
                nodes += units(tokens, range(at, inside.start), times)
                nodes += held(tokens.text, inside.start, inside.stop, kind)
                at = inside.stop
        nodes += units(tokens, range(at, where.stop), times)
        # Marks are parsed as plain ones, however a text writes them, but where quotations are told by them.
        marks = {} if quotations else MARKS
        forms = [word or marks.get(tokens.text[first], tokens.text[first]) for first, _, word in nodes]
        model = models()
        tags: list[str] = []
        for begin in range(0, len(forms), LONGEST):
            tags += model.tagger.tag(forms[begin : begin + LONGEST])
        for i, (_, _, word) in enumerate(nodes):
            if word in STANDING:
                tags[i] = "NNP"
        return Tree(
            self.document.text,
            [first for first, _, _ in nodes],
            [stop for _, stop, _ in nodes],
            [tokens.start[first] for first, _, _ in nodes],
            [tokens.end[stop - 1] for _, stop, _ in nodes],
            tags,
            lambda: _grown(model.parser, forms, tags),
        )


def _grown(parser: Parser, forms: list[str], tags: list[str]) -> tuple[list[int], list[str]]:
    """The heads and relations of the words of a sentence."""
    heads: list[int] = []
    labels: list[str] = []
    for begin, end in _pieces(forms):
        up, names = parser.parse(forms[begin:end], tags[begin:end])
        # A later piece hangs on the root of the first.
        root = heads.index(-1) if heads else -1
        heads += [head + begin if head >= 0 else root for head in up]
        labels += [name if head >= 0 or not begin else "parataxis" for head, name in zip(up, names, strict=True)]
    return heads, labels


def _pieces(forms: list[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that are parsed one by one: items of a list that are numbered in it, and of the rest LONGEST words.

    >>> list(_pieces("We do ( 1 ) this ; and ( 2 ) that .".split()))
    [(0, 7), (7, 13)]
    """
    begin = 0
    for end in [*(i + 1 for i, form in enumerate(forms) if form == ";" and _is_numbered(forms, i + 1)), len(forms)]:
        yield from ((at, min(at + LONGEST, end)) for at in range(begin, end, LONGEST))
        begin = end


def _is_numbered(forms: list[str], at: int) -> bool:
    """Does an item begin here: "(2)", "and (iii)"?"""
    at += forms[at : at + 1] in (["and"], ["or"])
    return forms[at : at + 1] == ["("] and forms[at + 2 : at + 3] == [")"]


def tree_of(text: str) -> Tree:
    """The tree of one sentence given as text.

    >>> tree = tree_of("Profit fell.")
    >>> tree.tags, tree.label
    (['NN', 'VBD', '.'], ['nsubj', 'root', 'punct'])
    """
    from factx.article import Article

    return Syntax(Document(Article(text=text)), [(m.start, m.end) for m in find_times(text)]).parse(0, len(text))
