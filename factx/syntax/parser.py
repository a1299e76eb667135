"""A dependency parse, learned: arc-hybrid transitions, greedy, first the arc, then its relation (Universal Dependencies).

>>> from factx.syntax.model import models
>>> words = "Acme said sales rose 5 % .".split()
>>> heads, labels = models().parser.parse(words, models().tagger.tag(words))
>>> [words[head] if head >= 0 else None for head in heads][:4], labels[:4]
(['said', None, 'rose', 'said'], ['nsubj', 'root', 'nsubj', 'ccomp'])
"""

from __future__ import annotations

from factx.syntax.lanes import Lanes
from factx.syntax.state import (
    LEFT,
    RELATIONS,
    RIGHT,
    SHIFT,
    State,
    arc_features,
    as_below,
    as_front,
    as_top,
    of_tags,
    together,
)
from factx.syntax.tagger import NUMBER
from factx.syntax.vocabulary import Vocabulary

__all__ = ["COMMAS", "RELATIONS", "Parser", "move_key", "relation_keys"]

COMMAS = frozenset(", ; : — – -- ( )".split())
MOVE_WIDTH = 21
"""Bits of a transition's score: three fill a machine word."""
MOVE_MASK = (1 << MOVE_WIDTH) - 1
MOVE_BIAS = sum(1 << MOVE_WIDTH * (i + 1) - 1 for i in range(3))
ROOT = RELATIONS.index("root")
ZEROS = (0,) * 21
"""What features without a row score, as many as `together` has."""


class Sums(dict[int, int]):
    """Key of tags that stand together -> the sum of their scores; filled as keys are met, emptied when it is full."""

    MANY = 60_000

    def __init__(self, rows: dict[int, int]) -> None:
        super().__init__()
        self.rows = rows

    def __missing__(self, key: int) -> int:
        rows = self.rows
        total = sum(map(rows.get, of_tags(key), ZEROS))
        if len(self) >= self.MANY:
            self.clear()
        self[key] = total
        return total


class Parser:
    """A parser over two tables: feature -> packed scores of the transitions, and of the relations.

    `sure_moves`, `sure_relations`: what the scores have always chosen where a few tags stand together over nodes that have
    the same already, by `move_key` and by `relation_keys`; they are not asked for again.
    """

    def __init__(
        self,
        moves: dict[int, int],
        lanes: Lanes,
        relations: dict[int, int],
        words: Vocabulary,
        sure_moves: dict[int, int] | None = None,
        sure_relations: dict[int, int] | None = None,
    ) -> None:
        self.moves, self.lanes, self.relations, self.words = moves, lanes, relations, words
        self.sure_moves, self.sure_relations = sure_moves or {}, sure_relations or {}
        self.sums = Sums(moves)

    def state(self, forms: list[str], tags: list[str]) -> State:
        """The state before the first transition."""
        words = self.words
        numbers, classes = [words[form] for form in forms], words.classes
        return State(
            numbers,
            [classes[number] for number in numbers],
            [NUMBER[tag] for tag in tags],
            [form in COMMAS for form in forms],
        )

    def parse(self, forms: list[str], tags: list[str]) -> tuple[list[int], list[str]]:
        """The head (-1: none, it is the root) and the relation of each word of a sentence."""
        s = self.state(forms, tags)
        size, stack = s.length, s.stack
        sure, numbers, has = self.sure_moves.get, s.tags, s.has
        while s.front < size or stack:
            if not stack:
                move = SHIFT
            elif s.front == size:
                if len(stack) == 1:
                    self.attach(s, size, stack.pop())
                    continue
                move = RIGHT
            else:
                s0, n0 = stack[-1], s.front
                s1 = stack[-2] if len(stack) > 1 else -1
                key = numbers[s1] << 18 | numbers[s0] << 12 | numbers[n0] << 6 | numbers[n0 + 1]
                found = sure(has[s0] << 34 | has[n0] << 24 | key)  # `move_key`
                move = self.choose(s, s1, s0, n0, key) if found is None else found
            if move == SHIFT:
                stack.append(s.front)
                s.front += 1
            else:
                child = stack.pop()
                self.attach(s, s.front if move == LEFT else stack[-1], child)
        heads = [-1 if head == size else head for head in s.heads[:size]]
        return heads, [RELATIONS[label] for label in s.labels[:size]]

    def choose(self, s: State, s1: int, s0: int, n0: int, key: int) -> int:
        """The transition that scores best; `s1` is -1 where there is none, `key`: of `tag_key`."""
        get = self.moves.get
        top, front, below = s.tops[s0], s.fronts[n0], s.belows[s1]
        if top is None:
            top = s.tops[s0] = sum(map(get, as_top(s, s0), ZEROS))
        if front is None:
            front = s.fronts[n0] = sum(map(get, as_front(s, n0), ZEROS))
        if below is None:
            below = s.belows[s1] = sum(map(get, as_below(s, s1), ZEROS))
        total = sum(map(get, together(s, s1, s0, n0), ZEROS), MOVE_BIAS + top + front + below + self.sums[key])
        shift, left, right = total & MOVE_MASK, total >> MOVE_WIDTH & MOVE_MASK, total >> 2 * MOVE_WIDTH
        if s1 < 0:
            return SHIFT if shift >= left else LEFT
        if shift >= left:
            return SHIFT if shift >= right else RIGHT
        return LEFT if left >= right else RIGHT

    def attach(self, s: State, head: int, child: int) -> None:
        """Make an arc with the relation that scores best."""
        if head == s.length:
            s.attach(head, child, ROOT)
            return
        sure = self.sure_relations.get
        close, loose = relation_keys(s, head, child)
        label = sure(close)
        if label is None:
            label = sure(loose)
        if label is None:
            label = self.lanes.best(sum(filter(None, map(self.relations.get, arc_features(s, head, child)))))
        s.attach(head, child, label)


def move_key(s: State, s0: int, n0: int, key: int) -> int:
    """The key of `Parser.sure_moves`: the tags (`tag_key`), and what the topmost and the next node have already."""
    return s.has[s0] << 34 | s.has[n0] << 24 | key


def relation_keys(s: State, head: int, child: int) -> tuple[int, int]:
    """The keys of `Parser.sure_relations`: tags, distance and what both have already; tags, side and the child's word and children."""
    gap = head - child
    way = (gap if gap < 3 else 3) if gap > 0 else (gap + 7 if gap > -3 else 4)
    both = s.has[child] * 32768 + s.tags[head] * 512 + s.tags[child] * 8
    return s.has[head] * 33554432 + both + way, s.words[child] * 33554432 + both + (gap > 0) + (1 << 44)
