"""What of a learned tagger and parser is kept: rows that are used, and tables of what they always choose, without a score.

Half of the choices are the same wherever the same few tags stand together. They are read off the models' own choices over
the sentences that they were learned from: less work, next to no other tree. Of the rows that the others ask for, those are
kept that move the choices most: how often a row is met times how far it tells the classes apart.

    python -m training.slim SHARED [-o MODEL]

does so with a file of models of many rows, over the treebank's sentences and those of `RELEASES` press releases.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from factx import Extractor, syntax
from factx.syntax.model import dump, load
from factx.syntax.parser import Parser, Sums, move_key, relation_keys
from factx.syntax.state import State
from factx.syntax.tagger import START, Tagger, sure_key
from training.articles import releases
from training.learn import unpacked_move
from training.measure import measure
from training.treebank import Sentence, sentences

__all__ = ["keep_used", "sure_parser", "sure_tagger"]

LEAST_TAGS, LEAST_MOVES, LEAST_RELATIONS = 10, 15, (30, 40)
"""Times that the values must have been met, of a tag, of a transition, of a relation by either key."""
SHARE_TAGS, SHARE = 0.99, 0.998
"""Share of them in which the choice was the same; a wrong step of the parse makes others wrong."""
MOVES, RELATIONS = 174_000, 45_000
"""Rows of the parser that are kept; a Python dict of more than 174,762 doubles its index."""
RELEASES = 3_000
SHARE_OF_RELEASES = 5
"""Of the sentences of releases one in so many tells which rows are used: with all of them those go that other texts need."""


def sure(met: Iterable[tuple[int, int]], least: int, share: float = SHARE) -> dict[int, int]:
    """Key -> choice, of (key, choice).

    >>> sure([(1, 5)] * 12 + [(2, 5)] * 12 + [(2, 6)] * 6 + [(3, 1)], least=10)
    {1: 5}
    """
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    for key, choice in met:
        counts[key][choice] += 1
    out = {}
    for key, choices in sorted(counts.items()):
        total = sum(choices.values())
        choice, most = choices.most_common(1)[0]
        if total >= least and most >= share * total:
            out[key] = choice
    return out


def sure_tagger(tagger: Tagger, sentences: Sequence[Sentence]) -> dict[int, int]:
    """`Tagger.sure` of a tagger without one."""
    met = []
    for sentence in sentences:
        words, _, looks, _ = tagger.context(sentence.words)
        before = START
        for index, (form, tag) in enumerate(zip(sentence.words, tagger.numbers(sentence.words), strict=True)):
            if form not in tagger.known:
                met.append((sure_key(words[index + 2], looks[index + 2], before), tag))
            before = tag
    return sure(met, LEAST_TAGS, SHARE_TAGS)


Tagged = tuple[list[str], list[str]]
"""The words and tags of a sentence."""


class Watched(Parser):
    """A parser that remembers its choices."""

    def watch(self) -> None:
        """Begin."""
        self.met_moves: list[tuple[int, int]] = []
        self.met_relations: list[tuple[int, int, int]] = []

    def choose(self, s: State, s1: int, s0: int, n0: int, key: int) -> int:
        move = super().choose(s, s1, s0, n0, key)
        self.met_moves.append((move_key(s, s0, n0, key), move))
        return move

    def attach(self, s: State, head: int, child: int) -> None:
        if head == s.length:
            super().attach(s, head, child)
            return
        keys = relation_keys(s, head, child)
        super().attach(s, head, child)
        self.met_relations.append((*keys, s.labels[child]))


def sure_parser(parser: Parser, sentences: Iterable[Tagged]) -> tuple[dict[int, int], dict[int, int]]:
    """`Parser.sure_moves` and `Parser.sure_relations` of a parser without them; `sentences`: their words and tags."""
    watched = Watched(parser.moves, parser.lanes, parser.relations, parser.words)
    watched.watch()
    for words, tags in sentences:
        watched.parse(words, tags)
    met = watched.met_relations
    relations = sure(((close, label) for close, _, label in met), LEAST_RELATIONS[0])
    relations |= sure(((loose, label) for close, loose, label in met if close not in relations), LEAST_RELATIONS[1])
    return sure(watched.met_moves, LEAST_MOVES), relations


class Met(dict[int, int]):
    """Rows that count how often each is asked for."""

    def __init__(self, rows: dict[int, int]) -> None:
        super().__init__(rows)
        self.times: Counter[int] = Counter()

    def get(self, key: int, other: Any = None) -> Any:
        found = super().get(key)
        if found is None:
            return other
        self.times[key] += 1
        return found

    def kept(self, most: int, scores: Callable[[int], Sequence[int]]) -> dict[int, int]:
        """The rows that move the choices most; `scores` of a row."""
        weight = {
            key: self.times[key] * (max(row) - min(row))
            for key, row in zip(self, map(scores, self.values()), strict=True)
        }
        best = sorted(weight, key=lambda key: (-weight[key], key))[:most]
        return {key: self[key] for key in sorted(best)}


def keep_used(parser: Parser, sentences: Iterable[Tagged]) -> None:
    """Leave out of a parser, with its tables of what is sure, the rows that move its choices least."""
    moves, relations = Met(parser.moves), Met(parser.relations)
    watched = Parser(moves, parser.lanes, relations, parser.words, parser.sure_moves, parser.sure_relations)
    for words, tags in sentences:
        watched.parse(words, tags)
    parser.moves = moves.kept(MOVES, unpacked_move)
    parser.relations = relations.kept(RELATIONS, parser.lanes.unpack)
    parser.sums = Sums(parser.moves)


def of_releases(shared: Path) -> list[Tagged]:
    """The words and tags of what the linkers have parsed of the first press releases."""
    seen = []

    def grown(parser: Parser, forms: list[str], tags: list[str]) -> tuple[list[int], list[str]]:
        seen.append((forms, tags[:]))
        return parse(parser, forms, tags)

    parse, syntax._grown = syntax._grown, grown
    extractor = Extractor()
    for _, text, day in releases(shared, frozenset(f"r{number:04}" for number in range(RELEASES))):
        extractor.extract(text, published=day)
    syntax._grown = parse
    return seen


def main() -> None:
    """Slim a file of models; measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path, help="the folder of treebanks/ and corpus/")
    parser.add_argument("-o", dest="out", type=Path, default=Path("factx/syntax/data/english.bin"))
    given = parser.parse_args()
    found = load(given.out.read_bytes())
    learned = found.parser
    data = [(s.words, found.tagger.tag(s.words)) for s in sentences(given.shared / "treebanks" / "train.tsv.gz")]
    more = of_releases(given.shared)
    learned.sure_moves, learned.sure_relations = {}, {}
    learned.sure_moves, learned.sure_relations = sure_parser(learned, data + more)
    keep_used(learned, data + more[::SHARE_OF_RELEASES])
    given.out.write_bytes(dump(list(learned.words.known), list(found.tagger.suffixes.known), found))
    print(*map(len, (learned.moves, learned.relations, learned.sure_moves, learned.sure_relations)))
    print(measure(found, sentences(given.shared / "treebanks" / "dev.tsv.gz")))


if __name__ == "__main__":
    main()
