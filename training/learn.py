"""Learning of the tagger and of the parser."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from factx.syntax.lanes import Lanes
from factx.syntax.parser import MOVE_MASK, MOVE_WIDTH, Parser
from factx.syntax.state import LEFT, RELATIONS, RIGHT, SHIFT, State, arc_features, features
from factx.syntax.tagger import NUMBER, PENN, START, Tagger, dynamic, static
from factx.syntax.vocabulary import Vocabulary, endings, normal
from training.perceptron import Perceptron
from training.treebank import Sentence

__all__ = [
    "Hints",
    "arc_hints",
    "learn_parser",
    "learn_tagger",
    "move_hints",
    "packed_moves",
    "packed_rows",
    "places",
    "unpacked_move",
    "vocabularies",
]

LEAST, LEAST_OF_TAGS = 10, 5
"""Times that a feature of the parser, of the tagger, must be met to be learned."""
RELATION_NUMBER = {relation: number for number, relation in enumerate(RELATIONS)}


def vocabularies(sentences: Sequence[Sentence], least: int = 3) -> tuple[list[str], list[str]]:
    """The known forms (with the endings of rare ones), and the endings that the tagger looks at."""
    forms = Counter(normal(word) for s in sentences for word in s.words)
    known = sorted(form for form, count in forms.items() if count >= least)
    kept = set(known)
    rare = Counter(ending for form in forms if form not in kept for ending in endings(form))
    all_endings = Counter("." + form[-size:] for form in forms for size in (2, 3, 4) if len(form) > size)
    return (
        known + sorted(e for e, count in rare.items() if count >= 15),
        sorted(e for e, count in all_endings.items() if count >= 8),
    )


def unambiguous(sentences: Sequence[Sentence], least: int = 12, share: float = 0.995) -> dict[str, int]:
    """Lower-case forms and marks that had one tag at least this often, and next to no other."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for s in sentences:
        for word, tag in zip(s.words, s.tags, strict=True):
            counts[word][tag] += 1
    return {
        form: NUMBER[tags.most_common(1)[0][0]]
        for form, tags in sorted(counts.items())
        if (total := sum(tags.values())) >= least
        and tags.most_common(1)[0][1] >= share * total
        and not form[0].isupper()
    }


def learn_tagger(
    sentences: Sequence[Sentence], words: list[str], suffixes: list[str], epochs: int, seed: int
) -> tuple[Perceptron, dict[str, int]]:
    """Weights of the tagger, and the forms that it need not ask for."""
    known = unambiguous(sentences)
    model = Perceptron(len(PENN))
    tagger = Tagger(Lanes(len(PENN), 32), model.rows, Vocabulary(words), Vocabulary(suffixes), known)
    rng = random.Random(seed)
    order = list(range(len(sentences)))
    golds = [[NUMBER[tag] for tag in s.tags] for s in sentences]
    statics = []
    for s in sentences:
        context = tagger.context(s.words)
        statics.append([static(context, index) for index in range(len(s.words))])
    counts: Counter[int] = Counter()
    for rows, gold in zip(statics, golds, strict=True):
        before, before2 = START, START
        for features_, tag in zip(rows, gold, strict=True):
            counts.update(features_)
            counts.update(dynamic(features_, before, before2))
            before2, before = before, tag
    kept = frozenset(feature for feature, count in counts.items() if count >= LEAST_OF_TAGS)
    for _ in range(epochs):
        rng.shuffle(order)
        for number in order:
            before, before2 = START, START
            for word, row, gold_tag in zip(sentences[number].words, statics[number], golds[number], strict=True):
                guess = known.get(word)
                if guess is None:
                    seen = [f for f in (*row, *dynamic(row, before, before2)) if f in kept]
                    scores = model.scores(seen)
                    guess = scores.index(max(scores))
                    if guess != gold_tag:
                        model.update(seen, gold_tag, guess)
                    model.steps += 1
                before2, before = before, guess
    return model, known


def costs(s: State, gold: list[int]) -> list[int]:
    """How many gold arcs each transition loses, -1 where it is not allowed (dynamic oracle, Goldberg & Nivre 2013)."""
    stack, front, size = s.stack, s.front, s.length
    s0, s1 = stack[-1], stack[-2] if len(stack) > 1 else -1
    out = [0, 0, -1]
    # SHIFT: the front loses a head or children on the stack (a head that is the topmost can still take it).
    head = gold[front]
    if head != s0 and head in stack:
        out[SHIFT] += 1
    out[SHIFT] += sum(gold[below] == front for below in stack)
    # LEFT: the topmost loses a head in front (other than the front) or below, and children in front.
    head = gold[s0]
    lost = sum(gold[child] == s0 for child in range(front, size))
    out[LEFT] = lost + (head > front or (head == s1 and s1 >= 0))
    if s1 >= 0:
        out[RIGHT] = lost + (head >= front)
    return out


def places(s: State) -> tuple[int, int, int]:
    """s1 (-1: none), s0 and n0 of a state."""
    return (s.stack[-2] if len(s.stack) > 1 else -1), s.stack[-1], s.front


def frequent(
    parser: Parser, sentences: Sequence[Sentence], tags: Sequence[list[str]], least: int
) -> tuple[frozenset[int], frozenset[int]]:
    """The features of transitions and of arcs that are met at least so often on the way to the gold trees.

    The others are left out before learning begins, so that what is learned does without them.
    """
    moves: Counter[int] = Counter()
    arcs: Counter[int] = Counter()
    for sentence, some in zip(sentences, tags, strict=True):
        size = len(sentence.words)
        gold = [size if head < 0 else head for head in sentence.heads]
        s = parser.state(sentence.words, some)
        stack = s.stack
        while s.front < size or len(stack) > 1:
            move = SHIFT
            if stack and s.front < size:
                moves.update(features(s, *places(s)))
                cost = costs(s, gold)
                move = min((m for m in (LEFT, RIGHT, SHIFT) if cost[m] >= 0), key=cost.__getitem__)
            elif stack:
                move = RIGHT
            if move == SHIFT:
                stack.append(s.front)
                s.front += 1
            else:
                child = stack.pop()
                head = s.front if move == LEFT else stack[-1]
                arcs.update(arc_features(s, head, child))
                s.attach(head, child, RELATION_NUMBER[sentence.labels[child]])
    return (
        frozenset(feature for feature, count in moves.items() if count >= least),
        frozenset(feature for feature, count in arcs.items() if count >= least),
    )


class Hints(NamedTuple):
    """What a teacher reads in a sentence: tags, heads (-1: the root) and relations."""

    tags: list[str]
    heads: list[int]
    labels: list[str]


HINT = 1 << 60
"""Features of hints stand above all others."""
TOGETHER = HINT | 8 << 55
"""And above those of one teacher, those of what all of them read together."""


def move_hints(s: State, hints: Sequence[Hints]) -> list[int]:
    """Features of the transitions that keep to the teachers' trees: what each of them would lose of those."""
    _, s0, n0 = places(s)
    tags = s.tags[s0] << 6 | s.tags[n0]
    out, every = [], 0
    for teacher, hint in enumerate(hints):
        lost = costs(s, [s.length if head < 0 else head for head in hint.heads])
        key = sum((min(cost, 2) + 1) << 2 * place for place, cost in enumerate(lost))
        label = RELATION_NUMBER.get(hint.labels[s0], 0)
        front = RELATION_NUMBER.get(hint.labels[n0], 0)
        own = HINT | teacher << 55
        out += [
            own | key,
            own | 1 << 50 | label << 6 | key,
            own | 2 << 50 | tags << 6 | key,
            own | 3 << 50 | label << 18 | tags << 6 | key,
            own | 4 << 50 | front << 24 | label << 18 | tags << 6 | key,
        ]
        every = every << 6 | key
    return [*out, TOGETHER | every, TOGETHER | 1 << 55 | tags << 24 | every]


def arc_hints(s: State, head: int, child: int, hints: Sequence[Hints]) -> list[int]:
    """Features of the teachers' relations of a word."""
    tags = s.tags[head] << 6 | s.tags[child]
    out, every = [], 0
    for teacher, hint in enumerate(hints):
        same = hint.heads[child] == (-1 if head == s.length else head)
        key = RELATION_NUMBER.get(hint.labels[child], 0) << 1 | same
        own = HINT | teacher << 55
        out += [own | key, own | 1 << 50 | s.tags[child] << 8 | key, own | 2 << 50 | tags << 8 | key]
        every = every << 7 | key
    return [*out, TOGETHER | every, TOGETHER | 1 << 55 | s.tags[child] << 28 | every]


def learn_parser(
    sentences: Sequence[Sentence],
    words: Vocabulary,
    tags: Sequence[list[str]],
    epochs: int,
    seed: int,
    hints: Sequence[Sequence[Hints]] = (),
) -> tuple[Perceptron, Perceptron]:
    """Weights of the transitions and of the relations; `tags[i]`: what the tagger reads in `sentences[i]`.

    `hints[i]`: the trees of teachers, for a parser that corrects them.
    """
    moves, relations = Perceptron(3), Perceptron(len(RELATIONS))
    parser = Parser({}, Lanes(len(RELATIONS)), {}, words)
    kept, kept_arcs = frequent(parser, sentences, tags, LEAST)
    rng = random.Random(seed)
    order = list(range(len(sentences)))
    for epoch in range(epochs):
        rng.shuffle(order)
        for number in order:
            sentence = sentences[number]
            size = len(sentence.words)
            gold = [size if head < 0 else head for head in sentence.heads]
            labels = [RELATION_NUMBER[label] for label in sentence.labels]
            s = parser.state(sentence.words, tags[number])
            stack = s.stack
            hint = hints[number] if hints else ()
            while s.front < size or len(stack) > 1:
                if not stack or s.front == size:
                    if stack:
                        child = stack.pop()
                        arc(s, relations, kept_arcs, stack[-1], child, gold, labels, hint)
                    else:
                        stack.append(s.front)
                        s.front += 1
                    continue
                seen = [feature for feature in features(s, *places(s)) if feature in kept]
                if hint:
                    seen += move_hints(s, hint)
                scores = moves.scores(seen)
                cost = costs(s, gold)
                allowed = [m for m in (SHIFT, LEFT, RIGHT) if cost[m] >= 0]
                guess = max(allowed, key=scores.__getitem__)
                least = min(cost[m] for m in allowed)
                best = max((m for m in allowed if cost[m] == least), key=scores.__getitem__)
                if cost[guess] != least:
                    moves.update(seen, best, guess)
                moves.steps += 1
                # Exploration: from the second round on it follows its own errors, most of the time.
                move = guess if cost[guess] == least or (epoch > 0 and rng.random() < 0.9) else best
                if move == SHIFT:
                    stack.append(s.front)
                    s.front += 1
                else:
                    child = stack.pop()
                    arc(s, relations, kept_arcs, s.front if move == LEFT else stack[-1], child, gold, labels, hint)
    return moves, relations


def arc(
    s: State,
    relations: Perceptron,
    kept: frozenset[int],
    head: int,
    child: int,
    gold: list[int],
    labels: list[int],
    hints: Sequence[Hints],
) -> None:
    """Make an arc; a right one teaches its relation."""
    seen = [feature for feature in arc_features(s, head, child) if feature in kept]
    if hints:
        seen += arc_hints(s, head, child, hints)
    scores = relations.scores(seen)
    label = scores.index(max(scores))
    if gold[child] == head:
        if label != labels[child]:
            relations.update(seen, labels[child], label)
        relations.steps += 1
    s.attach(head, child, label)


def packed_rows(rows: dict[int, list[int]], size: int) -> dict[int, int]:
    """Weights as the parser and the tagger read them."""
    lanes = Lanes(size)
    return {feature: lanes.pack(row) for feature, row in rows.items()}


def packed_moves(rows: dict[int, list[int]]) -> dict[int, int]:
    """Weights of the transitions as the parser reads them: how much better each is than RIGHT, whose lane stays empty.

    Only differences choose, and two numbers a row are stored smaller than three.
    """
    return {
        feature: sum(weight - row[RIGHT] << MOVE_WIDTH * i for i, weight in enumerate(row))
        for feature, row in rows.items()
    }


def unpacked_move(row: int) -> tuple[int, int, int]:
    """The weights of a row of transitions.

    >>> unpacked_move(packed_moves({1: [5, -7, 2]})[1])
    (3, -9, 0)
    """
    half = 1 << MOVE_WIDTH - 1
    shift = ((row + half) & MOVE_MASK) - half
    return shift, row - shift >> MOVE_WIDTH, 0
