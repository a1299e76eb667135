"""A half-built tree and what the parser sees of it: the configuration of an arc-hybrid parser and its features.

Transitions (Kuhlmann, Gómez-Rodríguez & Satta 2011): SHIFT moves the next node onto the stack; LEFT makes the next node
the head of the topmost and removes that; RIGHT makes the second the head of the topmost and removes that. The root stands
behind the last node.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = [
    "GROUPS",
    "LEFT",
    "NO_TAG",
    "NO_WORD",
    "RIGHT",
    "ROOT_TAG",
    "ROOT_WORD",
    "SHIFT",
    "State",
    "arc_features",
    "features",
    "keys",
]

SHIFT, LEFT, RIGHT = 0, 1, 2
NO_WORD, ROOT_WORD = 32767, 32766
NO_TAG, ROOT_TAG = 63, 62

RELATIONS = tuple(
    "punct case det nsubj root advmod amod obj obl conj nmod compound cc mark aux cop nmod:poss advcl xcomp flat acl:relcl "
    "ccomp acl parataxis appos nummod aux:pass nsubj:pass discourse obl:unmarked nmod:unmarked compound:prt expl fixed iobj "
    "csubj list dep goeswith".split()
)
"""Universal Dependencies v2 relations as factx has them, in the order of their lanes; what is rare is "dep"."""

CLASSES = (
    ("nsubj", "nsubj:pass", "csubj", "expl"), ("obj", "iobj"), ("ccomp", "xcomp"), ("mark",), ("case",),
    ("cop", "aux", "aux:pass"), ("conj", "cc"), ("det", "nmod:poss", "nummod"), ("obl", "nmod", "obl:unmarked"), ("punct",),
)  # fmt: skip
"""What a node has already, a bit a class."""
BITS = [sum(1 << bit for bit, names in enumerate(CLASSES) if relation in names) for relation in RELATIONS]

W, T = 15, 6  # bits of a word and of a tag


class State:
    """The lists are indexed by node; -1 where there is none. Behind the last node stand the root and two of nothing."""

    __slots__ = (
        "front",
        "has",
        "heads",
        "labels",
        "left",
        "left2",
        "lefts",
        "length",
        "marks",
        "right",
        "right2",
        "rights",
        "stack",
        "tags",
        "words",
    )

    def __init__(self, words: list[int], tags: list[int], commas: list[bool]) -> None:
        self.length = size = len(words)
        # Index -1 (none) is the last of the list.
        self.words = [*words, ROOT_WORD, NO_WORD, NO_WORD, NO_WORD]
        self.tags = [*tags, ROOT_TAG, NO_TAG, NO_TAG, NO_TAG]
        self.heads = [-1] * (size + 4)
        self.labels = [-1] * (size + 4)
        self.left, self.left2 = [-1] * (size + 4), [-1] * (size + 4)
        self.right, self.right2 = [-1] * (size + 4), [-1] * (size + 4)
        self.lefts, self.rights, self.has = [0] * (size + 4), [0] * (size + 4), [0] * (size + 4)
        self.marks = [0]
        for comma in commas:
            self.marks.append(self.marks[-1] + comma)
        self.marks += [self.marks[-1]] * 4
        self.stack: list[int] = []
        self.front = 0

    def attach(self, head: int, child: int, label: int) -> None:
        """Make an arc."""
        self.heads[child], self.labels[child] = head, label
        self.has[head] |= BITS[label]
        if child < head:
            self.left2[head], self.left[head] = self.left[head], child
            self.lefts[head] += 1
        else:
            self.right2[head], self.right[head] = self.right[head], child
            self.rights[head] += 1


Key = tuple[int, ...]


def of_tags(k: int) -> Key:
    """Of the tags of s2, s1, s0, n0, n1, n2, six bits each."""
    n2t, n1t, n0t, s0t, s1t, s2t = k & 63, k >> 6 & 63, k >> 12 & 63, k >> 18 & 63, k >> 24 & 63, k >> 30
    st_nt, s1_s0, n01 = s0t << 6 | n0t, s1t << 6 | s0t, n0t << 6 | n1t
    return (
        2 << 44 | s0t, 7 << 44 | n0t, 11 << 44 | n2t << 6 | n1t, 13 << 44 | s2t << 6 | s1t, 20 << 44 | st_nt, 21 << 44 | n01,
        24 << 44 | s1_s0, 28 << 44 | st_nt << 6 | n1t, 29 << 44 | s1_s0 << 6 | n0t, 30 << 44 | s2t << 12 | s1_s0,
        31 << 44 | n01 << 6 | n2t, 59 << 44 | s1_s0 << 12 | n01, 89 << 44 | s2t << 18 | s1_s0 << 6 | n0t, 65 << 44,
    )  # fmt: skip


def of_top(k: int) -> Key:
    """Of s0 (word and tag) and the tags of n0 and s1."""
    s1t, n0t, s0x = k & 63, k >> 6 & 63, k >> 12
    s0w, s0t = s0x >> 6, s0x & 63
    return (
        s0x,
        1 << 44 | s0w,
        17 << 44 | s0x << 6 | n0t,
        27 << 44 | s0x << 6 | s1t,
        80 << 44 | s0w << 12 | s1t << 6 | s0t,
    )


def of_front(k: int) -> Key:
    """Of n0 (word and tag) and the tags of s0 and n1."""
    n1t, s0t, n0x = k & 63, k >> 6 & 63, k >> 12
    n0w = n0x >> 6
    return 5 << 44 | n0x, 6 << 44 | n0w, 18 << 44 | n0x << 6 | s0t, 22 << 44 | n0w << 6 | n1t


def of_below(k: int) -> Key:
    """Of s1 (word and tag) and the tag of s0."""
    s0t, s1x = k & 63, k >> 6
    return 3 << 44 | s1x, 4 << 44 | s1x >> 6, 26 << 44 | s1x << 6 | s0t


def of_next(k: int) -> Key:
    """Of n1 (word and tag) and the tag of n0."""
    n0t, n1x = k & 63, k >> 6
    return 8 << 44 | n1x, 9 << 44 | n1x >> 6, 23 << 44 | n1x >> 6 << 6 | n0t


def of_classes(k: int) -> Key:
    """Of what s0, s1 and n0 have already, ten bits each, and the tags of s1, s0, n0."""
    n0t, s0t, s1t, hn, h1, h0 = k & 63, k >> 6 & 63, k >> 12 & 63, k >> 18 & 1023, k >> 28 & 1023, k >> 38
    st_nt, s1_s0 = s0t << 6 | n0t, s1t << 6 | s0t
    return (
        46 << 44 | h0 << 12 | st_nt, 48 << 44 | hn << 12 | st_nt, 49 << 44 | h1 << 12 | s1_s0, 61 << 44 | h0 << 16 | h1 << 6 | s0t,
        77 << 44 | h0 << 16 | hn << 6 | s0t, 81 << 44 | hn << 12 | s1t << 6 | n0t, 82 << 44 | hn << 18 | s1_s0 << 6 | n0t,
    )  # fmt: skip


def of_children(k: int) -> Key:
    """Of the tags of s1, s0, n0 and of their outer children."""
    s1rt, n0lt, s0rt, s0lt, n0t, s0t, s1t = (
        k & 63,
        k >> 6 & 63,
        k >> 12 & 63,
        k >> 18 & 63,
        k >> 24 & 63,
        k >> 30 & 63,
        k >> 36,
    )
    st_nt, s1_s0 = s0t << 6 | n0t, s1t << 6 | s0t
    return (
        32 << 44 | st_nt << 6 | s0lt, 33 << 44 | st_nt << 6 | s0rt, 34 << 44 | st_nt << 6 | n0lt, 38 << 44 | s1_s0 << 6 | s1rt,
        39 << 44 | s1_s0 << 6 | s0lt, 40 << 44 | s1_s0 << 6 | s0rt,
    )  # fmt: skip


def of_distances(k: int) -> Key:
    """Of the tags of s1, s0, n0, how far they are apart, commas between them, and how many children they have."""
    nlefts, lefts, rights, commas1, commas, gap1, gap = (
        k & 7,
        k >> 3 & 7,
        k >> 6 & 7,
        k >> 9 & 3,
        k >> 11 & 3,
        k >> 13 & 7,
        k >> 16 & 7,
    )
    n0t, s0t, s1t = k >> 19 & 63, k >> 25 & 63, k >> 31
    st_nt, s1_s0 = s0t << 6 | n0t, s1t << 6 | s0t
    return (
        50 << 44 | st_nt << 3 | gap, 53 << 44 | s1_s0 << 3 | gap1, 54 << 44 | s0t << 6 | lefts << 3 | rights, 55 << 44 | n0t << 3 | nlefts,
        57 << 44 | st_nt << 2 | commas, 58 << 44 | s1_s0 << 2 | commas1,
    )  # fmt: skip


GROUPS: tuple[Callable[[int], Key], ...] = (
    of_tags,
    of_top,
    of_front,
    of_below,
    of_next,
    of_classes,
    of_children,
    of_distances,
)
"""Templates that depend on few values together: `keys` gives those values, and what they score is remembered."""


def keys(s: State) -> tuple[Key, Key]:
    """What the choice of a transition depends on: a key for each of `GROUPS`, and the features that are in none of them."""
    w, t, has = s.words, s.tags, s.has
    stack, n0 = s.stack, s.front
    depth = len(stack)
    s0 = stack[-1] if depth else -1
    s1 = stack[-2] if depth > 1 else -1
    s2 = stack[-3] if depth > 2 else -1
    s0w, s0t, s1w, s1t, s2w, s2t = w[s0], t[s0], w[s1], t[s1], w[s2], t[s2]
    n0w, n0t, n1w, n1t, n2w, n2t = w[n0], t[n0], w[n0 + 1], t[n0 + 1], w[n0 + 2], t[n0 + 2]
    s0l, s0r, n0l, s1r = s.left[s0], s.right[s0], s.left[n0], s.right[s1]
    s0lt, s0rt, n0lt, s1rt, n0lw, s0lw, s0rw = t[s0l], t[s0r], t[n0l], t[s1r], w[n0l], w[s0l], w[s0r]
    s0x, s1x, n0x, n1x = s0w << 6 | s0t, s1w << 6 | s1t, n0w << 6 | n0t, n1w << 6 | n1t
    st_nt, s1_s0, n01 = s0t << 6 | n0t, s1t << 6 | s0t, n0t << 6 | n1t
    gap = n0 - s0 if depth else 0
    gap = gap if gap < 6 else 6 if gap < 10 else 7
    gap1 = s0 - s1 if depth > 1 else 0
    gap1 = gap1 if gap1 < 6 else 6 if gap1 < 10 else 7
    commas = s.marks[n0] - s.marks[s0 + 1]
    commas = commas if commas < 3 else 3
    commas1 = s.marks[s0] - s.marks[s1 + 1] if depth > 1 else 0
    commas1 = commas1 if commas1 < 3 else 3
    rights, lefts, nlefts = s.rights[s0], s.lefts[s0], s.lefts[n0]
    rights = rights if rights < 5 else 5
    lefts = lefts if lefts < 5 else 5
    nlefts = nlefts if nlefts < 5 else 5
    h0, h1, hn = has[s0], has[s1], has[n0]
    s0ll, s0rl, n0ll = s.labels[s0l] + 1, s.labels[s0r] + 1, s.labels[n0l] + 1
    tags3 = s1t << 12 | st_nt
    return (
        (
            s2t << 30 | s1_s0 << 18 | n01 << 6 | n2t, s0x << 12 | n0t << 6 | s1t, n0x << 12 | s0t << 6 | n1t, s1x << 6 | s0t,
            n1x << 6 | n0t, h0 << 38 | h1 << 28 | hn << 18 | tags3, tags3 << 24 | s0lt << 18 | s0rt << 12 | n0lt << 6 | s1rt,
            tags3 << 19 | gap << 16 | gap1 << 13 | commas << 11 | commas1 << 9 | rights << 6 | lefts << 3 | nlefts,
        ),
        (
            10 << 44 | n2w, 12 << 44 | s2w, 14 << 44 | s0x << 21 | n0x, 15 << 44 | s0x << 15 | n0w, 16 << 44 | s0w << 21 | n0x,
            19 << 44 | s0w << 15 | n0w, 25 << 44 | s1w << 15 | s0w, 35 << 44 | s0t << 12 | s0lt << 6 | t[s.left2[s0]],
            36 << 44 | s0t << 12 | s0rt << 6 | t[s.right2[s0]], 37 << 44 | n0t << 12 | n0lt << 6 | t[s.left2[n0]],
            41 << 44 | s0lw << 6 | s0t, 42 << 44 | s0rw << 6 | s0t, 43 << 44 | n0lw << 6 | n0t, 44 << 44 | w[s1r] << 6 | s1t,
            45 << 44 | s0rw << 15 | s0w, 47 << 44 | h0 << 15 | s0w, 51 << 44 | s0w << 3 | gap, 52 << 44 | n0w << 3 | gap,
            56 << 44 | s0w << 3 | rights, 60 << 44 | s1w << 15 | n0w, 62 << 44 | s0w << 12 | n01, 63 << 44 | s1x << 15 | s0w,
            64 << 44 | s0lw << 15 | n0w, 66 << 44 | s0w << 15 | n0lw, 67 << 44 | s1w << 21 | n0lw << 6 | s0t, 68 << 44 | n0lw << 12 | s1_s0,
            69 << 44 | n0lw << 21 | n0w << 6 | s0t, 70 << 44 | s0w << 21 | n0lw << 6 | n0t, 71 << 44 | s0lw << 12 | s1_s0,
            72 << 44 | s0lw << 15 | s1w, 73 << 44 | hn << 15 | s0w, 74 << 44 | h1 << 15 | s1w, 75 << 44 | n1t << 12 | n2t << 6 | t[n0 + 3],
            76 << 44 | n0lw << 15 | s0rw, 78 << 44 | s0rl << 12 | st_nt, 79 << 44 | s0ll << 12 | s1_s0, 83 << 44 | hn << 21 | s1w << 6 | n0t,
            84 << 44 | hn << 14 | st_nt << 2 | commas, 85 << 44 | n0ll << 12 | st_nt, 86 << 44 | n0ll << 12 | s1_s0,
            87 << 44 | s0t << 12 | s0ll << 6 | s0rl, 88 << 44 | s.labels[s1r] + 1 << 12 | s1_s0, 90 << 44 | n0w << 15 | n1w,
            91 << 44 | t[s0 - 1] << 18 | st_nt << 6 | t[s0 + 1], 92 << 44 | t[n0 - 1] << 18 | st_nt << 6 | n1t,
        ),
    )  # fmt: skip


def features(s: State) -> list[int]:
    """All that the choice of a transition depends on, as numbers: the template from bit 44 on, its values below."""
    grouped, others = keys(s)
    return [*(feature for of, key in zip(GROUPS, grouped, strict=True) for feature in of(key)), *others]


def arc_features(s: State, head: int, child: int) -> list[int]:
    """What the relation of an arc depends on, as numbers: the template from bit 44 on, its values below."""
    w, t = s.words, s.tags
    hw, ht, dw, dt = w[head], t[head], w[child], t[child]
    hx, dx = hw << 6 | ht, dw << 6 | dt
    gap = head - child
    gap = gap if gap < 4 else 4 if gap < 8 else 5
    way = gap + 8 if gap > 0 else 0 if gap < -7 else 1 if gap < -3 else 4 + gap
    pair = ht << 6 | dt
    first, last = s.left[child], s.right[child]
    fw, lw = w[first], w[last]
    hh, hd = s.has[head], s.has[child]
    side = 1 if gap > 0 else 0
    low, high = (child, head) if side else (head, child)
    commas = s.marks[high] - s.marks[low + 1] if high > low else 0
    commas = commas if commas < 3 else 3
    before, after = child - 1 if child else -1, child + 1
    return [
        dx << 1 | side, 1 << 44 | dw, 2 << 44 | dt << 1 | side, 3 << 44 | hx << 1 | side, 4 << 44 | hw << 1 | side,
        5 << 44 | hx << 7 | dt << 1 | side, 6 << 44 | dx << 7 | ht << 1 | side, 7 << 44 | hw << 16 | dw << 1 | side,
        8 << 44 | pair << 4 | way, 9 << 44 | dt << 16 | w[before] << 1 | side, 10 << 44 | dt << 12 | t[before] << 6 | t[after],
        11 << 44 | fw << 13 | pair << 1 | side, 12 << 44 | fw << 16 | hw << 1 | side, 13 << 44 | lw << 7 | dt << 1 | side,
        14 << 44 | hd << 13 | pair << 1 | side, 15 << 44 | hh << 13 | pair << 1 | side, 16 << 44 | hh << 16 | hw << 1 | side,
        17 << 44 | pair << 3 | commas << 1 | side, 18 << 44 | dt << 18 | t[before] << 12 | ht << 6 | t[after],
        19 << 44 | pair << 12 | t[first] << 6 | t[last], 20 << 44 | hd << 16 | dw << 1 | side, 21 << 44 | hh << 20 | hd << 8 | dt << 1 | side,
        22 << 44 | pair << 13 | t[s.left[head]] << 7 | t[s.right[head]] << 1 | side, 23 << 44 | w[after] << 7 | dt << 1 | side,
        24 << 44 | hw << 22 | fw << 7 | dt << 1 | side, 25 << 44 | side,
    ]  # fmt: skip
