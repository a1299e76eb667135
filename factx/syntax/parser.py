"""A dependency parse, learned: arc-hybrid transitions, greedy, first the arc, then its relation (Universal Dependencies).

>>> from factx.syntax.model import models
>>> words = "Acme said sales rose 5 % .".split()
>>> heads, labels = models().parser.parse(words, models().tagger.tag(words))
>>> [words[head] if head >= 0 else None for head in heads][:4], labels[:4]
(['said', None, 'rose', 'said'], ['nsubj', 'root', 'nsubj', 'ccomp'])
"""

from __future__ import annotations

from collections.abc import Callable

from factx.syntax.lanes import Lanes
from factx.syntax.state import GROUPS, RELATIONS, State, arc_features, keys
from factx.syntax.tagger import NUMBER
from factx.syntax.vocabulary import Vocabulary

__all__ = ["COMMAS", "RELATIONS", "Parser"]

COMMAS = frozenset(", ; : — – -- ( )".split())
MOVE_WIDTH = 21
"""Bits of a transition's score: three fill a machine word."""
MOVE_MASK = (1 << MOVE_WIDTH) - 1
MOVE_BIAS = sum(1 << MOVE_WIDTH * (i + 1) - 1 for i in range(3))
ROOT = RELATIONS.index("root")


class Sums(dict[int, int]):
    """Key of a group of templates -> the sum of their scores; filled as keys are met, emptied when it is full."""

    MANY = 60_000

    def __init__(self, of: Callable[[int], tuple[int, ...]], rows: dict[int, int]) -> None:
        super().__init__()
        self.of, self.rows = of, rows

    def __missing__(self, key: int) -> int:
        get = self.rows.get
        total = sum([get(feature, 0) for feature in self.of(key)])
        if len(self) >= self.MANY:
            self.clear()
        self[key] = total
        return total


class Parser:
    """A parser over two tables: feature -> packed scores of the transitions, and of the relations."""

    def __init__(self, moves: dict[int, int], lanes: Lanes, relations: dict[int, int], words: Vocabulary) -> None:
        self.moves, self.lanes, self.relations, self.words = moves, lanes, relations, words
        self.sums = [Sums(of, moves) for of in GROUPS]

    def state(self, forms: list[str], tags: list[str]) -> State:
        """The state before the first transition."""
        words = self.words
        return State([words[form] for form in forms], [NUMBER[tag] for tag in tags], [form in COMMAS for form in forms])

    def parse(self, forms: list[str], tags: list[str]) -> tuple[list[int], list[str]]:
        """The head (-1: none, it is the root) and the relation of each word of a sentence."""
        s = self.state(forms, tags)
        size, stack = s.length, s.stack
        get = self.moves.get
        near, top, front, below, following, classes, children, distances = self.sums
        while s.front < size or stack:
            if not stack or (s.front == size and len(stack) == 1):
                if s.front == size:
                    self.attach(s, size, stack.pop())
                else:
                    stack.append(s.front)
                    s.front += 1
                continue
            if s.front == size:
                child = stack.pop()
                self.attach(s, stack[-1], child)
                continue
            (a, b, c, d, e, f, g, h), others = keys(s)
            total = (
                MOVE_BIAS
                + near[a]
                + top[b]
                + front[c]
                + below[d]
                + following[e]
                + classes[f]
                + children[g]
                + distances[h]
            )
            for feature in others:
                total += get(feature, 0)
            shift, left, right = total & MOVE_MASK, total >> MOVE_WIDTH & MOVE_MASK, total >> 2 * MOVE_WIDTH
            if shift >= left and (shift >= right or len(stack) < 2):
                stack.append(s.front)
                s.front += 1
            elif left >= right or len(stack) < 2:
                self.attach(s, s.front, stack.pop())
            else:
                child = stack.pop()
                self.attach(s, stack[-1], child)
        heads = [-1 if head == size else head for head in s.heads[:size]]
        return heads, [RELATIONS[label] for label in s.labels[:size]]

    def attach(self, s: State, head: int, child: int) -> None:
        """Make an arc with the relation that scores best."""
        if head == s.length:
            s.attach(head, child, ROOT)
            return
        get = self.relations.get
        total = 0
        for feature in arc_features(s, head, child):
            total += get(feature, 0)
        s.attach(head, child, self.lanes.best(total))
