"""Learn the tagger and the parser from the treebanks, and write the package's data file. The same input gives the same bytes.

    python -m training.train TREEBANK_FOLDER [--silver stacked.jsonl.gz] [-o factx/syntax/data/english.bin]

Takes about half an hour on two cores. The parser learns from the tags that a tagger gives to text that it has not seen (of
the other three quarters, and of the trees of releases behind the first `TAGGED`), since it will never have better ones.
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
from training.slim import SHARE_OF_RELEASES, keep_used, sure_parser, sure_tagger
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
TAGGED = 12_000
"""Sentences of releases that the tagger learns from, too."""
TAG_LIMITS, RELATION_LIMITS, MOVE_LIMITS = (250, 1_500), (250, 750), (500, 2_000)
"""The largest weight of all rows but a few, and of those: the sum of all features of a choice must stay within its lane, and
small numbers are stored small."""
TAG_ROWS, RELATION_ROWS, MOVE_ROWS = 40_000, 45_000, 200_000
"""Rows that are packed: those that tell the classes apart most; of the parser's, those are kept that are used (`training/slim.py`)."""
CLASSES = Path(__file__).with_name("word_classes.tsv")

Tables = tuple[dict[int, list[int]], dict[str, int]]


def tables(words: list[str], suffixes: list[str], data: Sequence[Sentence]) -> Tables:
    """What a tagger learns."""
    model, known = learn_tagger(data, words, suffixes, TAGGER_ROUNDS, SEED)
    return model.averaged(*TAG_LIMITS, TAG_ROWS), known


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


def prepared(train_file: Path, silver_file: Path | None = None) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences that tagger and parser learn from, and those that the parser alone does: of releases."""
    silver = silver_sentences(silver_file) if silver_file is not None else []
    rng = random.Random(SEED)
    given = frozenset(lexicon.words("given_names.tsv"))

    def varied(data: list[Sentence]) -> list[Sentence]:
        return [held_names(s, given) if rng.random() < HELD else s for s in data]

    def headlines(data: list[Sentence]) -> list[Sentence]:
        return [copy for s in data if rng.random() < HEADLINES and (copy := headline(s, rng)) is not None]

    data = varied(sentences(train_file) + silver[:TAGGED]) + results(RESULTS, SEED)
    data += headlines(data)
    more = varied(silver[TAGGED:])
    return data, more + headlines(more)


def train(train_file: Path, silver_file: Path | None = None) -> bytes:
    """The data file learned from a treebank, and from trees of the domain where there are some."""
    data, more = prepared(train_file, silver_file)
    words, suffixes = vocabularies(data)
    documents = sorted({s.document for s in data})
    fold = {document: number % FOLDS for number, document in enumerate(documents)}
    jobs = [data, *([s for s in data if fold[s.document] != k] for k in range(FOLDS))]
    whole, *parts = in_turn(partial(tables, words, suffixes), jobs)
    taggers = [tagger_of(part, words, suffixes) for part in parts]
    tags = [taggers[fold[s.document]].tag(s.words) for s in data]
    tagger = tagger_of(whole, words, suffixes)
    tags += [tagger.tag(s.words) for s in more]
    vocabulary = Vocabulary(words, classes_of(words))
    moves, relations = learn_parser(data + more, vocabulary, tags, PARSER_ROUNDS, SEED)
    lanes = Lanes(len(RELATIONS))
    parser = Parser(
        packed_moves(moves.averaged(*MOVE_LIMITS, MOVE_ROWS)),
        lanes,
        packed_rows(relations.averaged(*RELATION_LIMITS, RELATION_ROWS), len(RELATIONS)),
        vocabulary,
    )
    tagger.sure = sure_tagger(tagger, data)
    known, others = ([(s.words, tagger.tag(s.words)) for s in some] for some in (data, more))
    parser.sure_moves, parser.sure_relations = sure_parser(parser, known + others)
    keep_used(parser, known + others[::SHARE_OF_RELEASES])
    return dump(words, suffixes, Models(tagger, parser))


def classes_of(words: list[str]) -> list[int]:
    """The class of each number of a vocabulary (`training/classes.py`); 0 where a word has none."""
    rows = (line.split("\t") for line in CLASSES.read_text(encoding="utf-8").split("\n") if line)
    known = {word: int(number) for word, number in rows}
    return [known.get(word, 0) for word in ("", *words)]


def main() -> None:
    """Train, write, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path, help="the folder of train.tsv.gz and dev.tsv.gz")
    parser.add_argument("-o", dest="out", type=Path, default=Path("factx/syntax/data/english.bin"))
    parser.add_argument("--silver", type=Path, help="trees of releases, made by training/stacked.py")
    given = parser.parse_args()
    data = train(given.treebanks / "train.tsv.gz", given.silver)
    given.out.write_bytes(data)
    print(len(data), "bytes")
    print(measure(load(data), sentences(given.treebanks / "dev.tsv.gz")))


if __name__ == "__main__":
    main()
