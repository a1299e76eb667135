"""Classes of words that stand in like places, for the parser: of pairs of words few are met often enough to be learned.

    python -m training.classes TREEBANK_FOLDER stacked.jsonl.gz        (needs numpy; writes training/word_classes.tsv)

Each word of the parser's vocabulary (a rare one by its ending) is in one of `CLASSES` classes. A word is moved to the class
that makes the words on its left and on its right likeliest, one word after the other, until few are moved (exchange
clustering: Kneser & Ney 1993, with the words of both sides for the class of one).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from factx.syntax.vocabulary import Vocabulary
from training.learn import vocabularies
from training.train import CLASSES as FILE
from training.train import prepared
from training.treebank import Sentence

__all__ = ["word_classes"]

CLASSES = 256
NEIGHBOURS = 4_000
"""The words that are told apart as neighbours: the most frequent ones."""
ROUNDS = 12


def neighbours(data: Sequence[Sentence], words: Vocabulary) -> tuple[list[int], list[Counter[int]]]:
    """The numbers of the vocabulary, the frequent ones first, and what stands on both sides of each, how often."""
    numbers = [[words[form] for form in s.words] for s in data]
    counts = Counter(number for row in numbers for number in row)
    order = sorted(counts, key=lambda number: (-counts[number], number))
    rank = {number: place for place, number in enumerate(order)}
    edge, right = NEIGHBOURS + 1, NEIGHBOURS + 2
    met: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for row in numbers:
        places = [rank[number] for number in row]
        seen = [edge, *[min(place, NEIGHBOURS) for place in places], edge]
        for index, place in enumerate(places):
            met[place][seen[index]] += 1
            met[place][right + seen[index + 2]] += 1
    return order, [met[place] for place in range(len(order))]


def exchanged(met: Sequence[Counter[int]], size: int) -> list[int]:
    """The class of each word from what stands on its sides."""
    found = [place % size for place in range(len(met))]
    sides = [np.array(sorted(row)) for row in met]
    counts = [np.array([row[side] for side in sorted(row)]) for row in met]
    table = np.zeros((2 * (NEIGHBOURS + 2), size), dtype=np.int64)
    totals = np.zeros(size, dtype=np.int64)
    for place, (side, count) in enumerate(zip(sides, counts, strict=True)):
        table[side, found[place]] += count
        totals[found[place]] += count.sum()
    steps = np.arange(totals.sum() + 1, dtype=np.float64)
    steps[1:] *= np.log(steps[1:])
    for _ in range(ROUNDS):
        moved = 0
        for place, (side, count) in enumerate(zip(sides, counts, strict=True)):
            before, total = found[place], count.sum()
            table[side, before] -= count
            totals[before] -= total
            rows = table[side]
            gain = (steps[rows + count[:, None]] - steps[rows]).sum(axis=0) - (steps[totals + total] - steps[totals])
            now = int(gain.argmax())
            table[side, now] += count
            totals[now] += total
            found[place] = now
            moved += now != before
        if moved < len(met) / 200:
            break
    return found


def word_classes(data: Sequence[Sentence], words: Sequence[str], size: int = CLASSES) -> dict[str, int]:
    """Word or ending of the vocabulary ("": all others) -> class, from 1 on.

    >>> s = Sentence("", "a cat sat".split(), [], [], [])
    >>> t = Sentence("", "a dog sat".split(), [], [], [])
    >>> found = word_classes([s, t] * 9, ["a", "cat", "dog", "sat"], 3)
    >>> found["cat"] == found["dog"], found["cat"] == found["sat"]
    (True, False)
    """
    order, met = neighbours(data, Vocabulary(words))
    names = ["", *words]
    return {names[number]: 1 + number_ for number, number_ in zip(order, exchanged(met, size), strict=True)}


def main() -> None:
    """Read, sort, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("silver", type=Path)
    given = parser.parse_args()
    data, more = prepared(given.treebanks / "train.tsv.gz", given.silver)
    found = word_classes(data + more, vocabularies(data)[0])
    FILE.write_text("".join(f"{word}\t{number}\n" for word, number in sorted(found.items())), encoding="utf-8")


if __name__ == "__main__":
    main()
