"""What a tagger and a parser always choose: tables of a few values that say it without a score.

Half of the choices are the same wherever the same few tags stand together. They are read off the models' own choices over
the sentences that they were learned from: less work, next to no other tree.

    python -m training.sure TREEBANKS [-o MODEL]

makes the tables of a file of models anew.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from factx.syntax.model import dump, load
from factx.syntax.parser import Parser, relation_keys
from factx.syntax.state import State
from factx.syntax.tagger import START, Tagger, sure_key
from training.measure import measure
from training.treebank import Sentence, sentences

__all__ = ["sure_parser", "sure_tagger"]

LEAST_TAGS, LEAST = 10, 25
"""Times that the values must have been met, of a tag and of a step of the parse (of which a wrong one makes others wrong)."""
SHARE_TAGS, SHARE = 0.99, 0.99
"""Share of them in which the choice was the same."""


def sure(met: Iterable[tuple[int, int]], least: int = LEAST, share: float = SHARE) -> dict[int, int]:
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


class Watched(Parser):
    """A parser that remembers its choices."""

    def watch(self) -> None:
        """Begin."""
        self.met_moves: list[tuple[int, int]] = []
        self.met_relations: list[tuple[int, int, int]] = []

    def choose(self, s: State, s1: int, s0: int, n0: int, key: int) -> int:
        move = super().choose(s, s1, s0, n0, key)
        self.met_moves.append((key, move))
        return move

    def attach(self, s: State, head: int, child: int) -> None:
        if head == s.length:
            super().attach(s, head, child)
            return
        close, loose = relation_keys(s, head, child)
        super().attach(s, head, child)
        self.met_relations.append((close, loose, s.labels[child]))


def sure_parser(parser: Parser, tagger: Tagger, sentences: Sequence[Sentence]) -> tuple[dict[int, int], dict[int, int]]:
    """`Parser.sure_moves` and `Parser.sure_relations` of a parser without them."""
    watched = Watched(parser.moves, parser.lanes, parser.relations, parser.words)
    watched.watch()
    for sentence in sentences:
        watched.parse(sentence.words, tagger.tag(sentence.words))
    relations = sure((close, label) for close, _, label in watched.met_relations)
    relations.update(sure((loose, label) for close, loose, label in watched.met_relations if close not in relations))
    return sure(watched.met_moves), relations


def main() -> None:
    """Make the tables of the parser anew; measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebanks", type=Path, help="the folder of train.tsv.gz and dev.tsv.gz")
    parser.add_argument("-o", dest="out", type=Path, default=Path("factx/syntax/data/english.bin"))
    given = parser.parse_args()
    models = load(given.out.read_bytes())
    learned = models.parser
    learned.sure_moves, learned.sure_relations = {}, {}
    data = list(sentences(given.treebanks / "train.tsv.gz"))
    learned.sure_moves, learned.sure_relations = sure_parser(learned, models.tagger, data)
    given.out.write_bytes(dump(list(learned.words.known), list(models.tagger.suffixes.known), models))
    print(
        len(learned.sure_moves), len(learned.sure_relations), measure(models, sentences(given.treebanks / "dev.tsv.gz"))
    )


if __name__ == "__main__":
    main()
