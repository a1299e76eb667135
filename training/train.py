"""Learn the tagger and the parser from the treebanks, and write the package's data file. The same input gives the same bytes.

    python -m training.train TREEBANK_FOLDER [--silver silver.jsonl.gz] [-o factx/syntax/data/english.bin]

Takes about ten minutes on two cores. The parser learns from the tags that a tagger gives to text that it has not seen (of
the other three quarters), since it will never have better ones.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from factx import lexicon
from factx.syntax.lanes import Lanes
from factx.syntax.model import Models, dump, load
from factx.syntax.parser import Parser
from factx.syntax.state import RELATIONS
from factx.syntax.tagger import PENN, Tagger
from factx.syntax.vocabulary import Vocabulary
from training.learn import learn_parser, learn_tagger, packed_moves, packed_rows, vocabularies
from training.measure import measure
from training.results import results
from training.sure import sure_parser, sure_tagger
from training.treebank import Sentence, headline, held_names, sentences, silver_sentences

SEED = 7
FOLDS = 4
WORKERS = 2
RESULTS = 4_000
"""Sentences that are made of templates."""
HEADLINES = 0.07
"""Share of the sentences that are learned a second time as headlines."""
HELD = 0.5
"""Share of the sentences whose names are held as one word."""
TAGGER_ROUNDS, PARSER_ROUNDS = 6, 8
TAG_LIMIT, RELATION_LIMIT, MOVE_LIMIT = 500, 500, 2_000
"""The largest weight: the sum of all features of a choice must stay within its lane, and small numbers are stored small."""
TAG_ROWS, RELATION_ROWS, MOVE_ROWS = 40_000, 36_000, 160_000
"""Rows that are kept: those that tell the classes apart most."""

Tables = tuple[dict[int, list[int]], dict[str, int]]


def tables(words: list[str], suffixes: list[str], data: Sequence[Sentence]) -> Tables:
    """What a tagger learns."""
    model, known = learn_tagger(data, words, suffixes, TAGGER_ROUNDS, SEED)
    return model.averaged(TAG_LIMIT, TAG_ROWS), known


def tagger_of(found: Tables, words: list[str], suffixes: list[str]) -> Tagger:
    """The tagger of learned tables."""
    lanes = Lanes(len(PENN))
    return Tagger(lanes, packed_rows(found[0], len(PENN)), Vocabulary(words), Vocabulary(suffixes), found[1])


def in_turn(work: Callable[[Sequence[Sentence]], Tables], jobs: list[list[Sentence]]) -> list[Tables]:
    """The work of each job, in `WORKERS` processes where there are any."""
    if not WORKERS:
        return list(map(work, jobs))
    with ProcessPoolExecutor(WORKERS) as pool:
        return list(pool.map(work, jobs))


def train(train_file: Path, silver_file: Path | None = None) -> bytes:
    """The data file learned from a treebank, and from trees of the domain where there are some."""
    data = sentences(train_file)
    if silver_file is not None:
        data += silver_sentences(silver_file)
    rng = random.Random(SEED)
    given = frozenset(lexicon.words("given_names.tsv"))
    data = [held_names(s, given) if rng.random() < HELD else s for s in data]
    data += results(RESULTS, SEED)
    data += [copy for s in data if rng.random() < HEADLINES and (copy := headline(s, rng)) is not None]
    words, suffixes = vocabularies(data)
    documents = sorted({s.document for s in data})
    fold = {document: number % FOLDS for number, document in enumerate(documents)}
    jobs = [data, *([s for s in data if fold[s.document] != k] for k in range(FOLDS))]
    whole, *parts = in_turn(partial(tables, words, suffixes), jobs)
    taggers = [tagger_of(part, words, suffixes) for part in parts]
    tags = [taggers[fold[s.document]].tag(s.words) for s in data]
    moves, relations = learn_parser(data, words, tags, PARSER_ROUNDS, SEED)
    return packed(
        words,
        suffixes,
        whole,
        moves.averaged(MOVE_LIMIT, MOVE_ROWS),
        relations.averaged(RELATION_LIMIT, RELATION_ROWS),
        data,
    )


def packed(
    words: list[str],
    suffixes: list[str],
    found: Tables,
    moves: dict[int, list[int]],
    relations: dict[int, list[int]],
    data: Sequence[Sentence],
) -> bytes:
    """The data file of what was learned, with the choices that it always makes in `data`."""
    tagger = tagger_of(found, words, suffixes)
    lanes = Lanes(len(RELATIONS))
    parser = Parser(packed_moves(moves), lanes, packed_rows(relations, len(RELATIONS)), Vocabulary(words))
    tagger.sure = sure_tagger(tagger, data)
    parser.sure_moves, parser.sure_relations = sure_parser(parser, tagger, data)
    return dump(words, suffixes, Models(tagger, parser))


def main() -> None:
    """Train, write, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path, help="the folder of train.tsv.gz and dev.tsv.gz")
    parser.add_argument("-o", dest="out", type=Path, default=Path("factx/syntax/data/english.bin"))
    parser.add_argument("--silver", type=Path, help="trees of releases, made by training/silver.py")
    given = parser.parse_args()
    data = train(given.treebanks / "train.tsv.gz", given.silver)
    given.out.write_bytes(data)
    print(len(data), "bytes")
    print(measure(load(data), sentences(given.treebanks / "dev.tsv.gz")))


if __name__ == "__main__":
    main()
