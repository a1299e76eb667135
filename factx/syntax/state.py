"""A half-built tree and what the parser sees of it: the configuration of an arc-hybrid parser and its features.

Transitions (Kuhlmann, Gómez-Rodríguez & Satta 2011): SHIFT moves the next node onto the stack; LEFT makes the next node
the head of the topmost and removes that; RIGHT makes the second the head of the topmost and removes that. The root stands
behind the last node.
"""

from __future__ import annotations

__all__ = [
    "LEFT",
    "NO_TAG",
    "NO_WORD",
    "RIGHT",
    "ROOT_TAG",
    "ROOT_WORD",
    "SHIFT",
    "State",
    "arc_features",
    "as_below",
    "as_front",
    "as_top",
    "features",
    "of_tags",
    "tag_key",
    "together",
]

SHIFT, LEFT, RIGHT = 0, 1, 2
NO_WORD, ROOT_WORD = 32767, 32766
NO_CLASS, ROOT_CLASS = 4095, 4094
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


class State:
    """The lists are indexed by node; -1 where there is none. Behind the last node stand the root and two of nothing."""

    __slots__ = (
        "belows",
        "classes",
        "front",
        "fronts",
        "has",
        "heads",
        "labels",
        "left",
        "left2",
        "length",
        "marks",
        "right",
        "right2",
        "rights",
        "stack",
        "tags",
        "tops",
        "words",
    )

    def __init__(self, words: list[int], classes: list[int], tags: list[int], commas: list[bool]) -> None:
        self.length = size = len(words)
        # Index -1 (none) is the last of the list.
        self.words = [*words, ROOT_WORD, NO_WORD, NO_WORD, NO_WORD]
        self.classes = [*classes, ROOT_CLASS, NO_CLASS, NO_CLASS, NO_CLASS]
        self.tags = [*tags, ROOT_TAG, NO_TAG, NO_TAG, NO_TAG]
        self.heads = [-1] * (size + 4)
        self.labels = [-1] * (size + 4)
        self.left, self.left2 = [-1] * (size + 4), [-1] * (size + 4)
        self.right, self.right2 = [-1] * (size + 4), [-1] * (size + 4)
        self.rights, self.has = [0] * (size + 4), [0] * (size + 4)
        self.marks = [0]
        for comma in commas:
            self.marks.append(self.marks[-1] + comma)
        self.marks += [self.marks[-1]] * 4
        self.stack: list[int] = []
        self.front = 0
        # What a node scores alone in its place, kept until it gets a child.
        self.tops: list[int | None] = [None] * (size + 4)
        self.fronts: list[int | None] = [None] * (size + 4)
        self.belows: list[int | None] = [None] * (size + 4)

    def attach(self, head: int, child: int, label: int) -> None:
        """Make an arc."""
        self.heads[child], self.labels[child] = head, label
        self.tops[head] = self.fronts[head] = self.belows[head] = None
        self.has[head] |= BITS[label]
        if child < head:
            self.left2[head], self.left[head] = self.left[head], child
        else:
            self.right2[head], self.right[head] = self.right[head], child
            self.rights[head] += 1


Key = tuple[int, ...]


# Keys are made tens of times a word: `+` and `*` of what does not overlap is what `|` and `<<` would give, in half the time,
# as long as the numbers are small; so the template is added last.


def as_top(s: State, s0: int) -> Key:
    """Features of the topmost node alone."""
    w, t = s.words, s.tags
    s0w, s0t, rights = w[s0], t[s0], s.rights[s0]
    return (
        s0w * 64 + s0t, w[s.left[s0]] * 64 + s0t + (1 << 44), s.has[s0] * 32768 + s0w + (2 << 44),
        s0w * 8 + (rights if rights < 5 else 5) + (3 << 44), s0t * 4096 + t[s.right[s0]] * 64 + t[s.right2[s0]] + (4 << 44),
    )  # fmt: skip


def as_front(s: State, n0: int) -> Key:
    """Features of the next node alone, and of what follows."""
    w, t = s.words, s.tags
    n0t, n1w, n1t, n2t = t[n0], w[n0 + 1], t[n0 + 1], t[n0 + 2]
    return (
        w[n0] * 64 + n0t + (5 << 44), n1w * 64 + n1t + (6 << 44), n1w * 64 + n0t + (7 << 44), w[n0 + 2] + (8 << 44),
        n0t * 4096 + t[s.left[n0]] * 64 + t[s.left2[n0]] + (9 << 44), n2t * 64 + n1t + (10 << 44),
        n0t * 4096 + n1t * 64 + n2t + (11 << 44),
    )  # fmt: skip


def as_below(s: State, s1: int) -> Key:
    """Features of the second node alone."""
    s1w, s1t = s.words[s1], s.tags[s1]
    return (
        s1w * 64 + s1t + (12 << 44), s.words[s.right[s1]] * 64 + s1t + (13 << 44), s.has[s1] * 32768 + s1w + (14 << 44),
    )  # fmt: skip


def of_tags(k: int) -> Key:
    """Features of the tags of s1, s0, n0, n1, six bits each."""
    n1t, n0t, s0t = k & 63, k >> 6 & 63, k >> 12 & 63
    st_nt = s0t * 64 + n0t
    return (
        s0t + (15 << 44), n0t + (16 << 44), st_nt + (17 << 44), n0t * 64 + n1t + (18 << 44), st_nt * 64 + n1t + (19 << 44),
        (k >> 6) + (20 << 44), 21 << 44,
    )  # fmt: skip


NEAR = (0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 7)
"""A distance in eight classes."""


def together(s: State, s1: int, s0: int, n0: int) -> Key:
    """Features of the nodes together: their words and tags, children, distance, and what they have already.

    Of two words their classes: few pairs of words are met often enough to be learned.
    """
    w, c, t, has, marks, left, stack = s.words, s.classes, s.tags, s.has, s.marks, s.left, s.stack
    s0w, s0t, s1t, n0w, n0t, s0l, n0l = w[s0], t[s0], t[s1], w[n0], t[n0], left[s0], left[n0]
    s2 = stack[-3] if len(stack) > 2 else -1
    s0c, n0c, s0lc, n0lc, hn = c[s0], c[n0], c[s0l], c[n0l], has[n0]
    st_nt, s1_s0 = s0t * 64 + n0t, s1t * 64 + s0t
    gap = NEAR[n0 - s0] if n0 - s0 < 10 else 7
    commas = marks[n0] - marks[s0 + 1]
    commas = commas if commas < 3 else 3
    gap1 = commas1 = 0
    if s1 >= 0:
        gap1 = NEAR[s0 - s1] if s0 - s1 < 10 else 7
        commas1 = marks[s0] - marks[s1 + 1]
        commas1 = commas1 if commas1 < 3 else 3
    return (
        t[s2] * 4096 + s1_s0 + (22 << 44), has[s0] * 65536 + hn * 64 + s0t + (23 << 44), hn * 4096 + s1t * 64 + n0t + (24 << 44),
        hn * 262144 + s1_s0 * 64 + n0t + (25 << 44), hn * 16384 + st_nt * 4 + commas + (26 << 44), st_nt * 64 + t[n0l] + (27 << 44),
        st_nt * 8 + gap + (28 << 44), s1_s0 * 8 + gap1 + (29 << 44), st_nt * 4 + commas + (30 << 44),
        s1_s0 * 4 + commas1 + (31 << 44), n0w * 4096 + st_nt + (32 << 44), s0lc * 4096 + n0c + (33 << 44),
        s0c * 4096 + n0lc + (34 << 44), n0lc * 262144 + n0c * 64 + s0t + (35 << 44), s0lc * 4096 + c[s1] + (36 << 44),
        hn * 32768 + s0w + (37 << 44), n0lc * 4096 + c[s.right[s0]] + (38 << 44),
        t[s0 - 1] * 262144 + st_nt * 64 + t[s0 + 1] + (39 << 44), t[n0 - 1] * 262144 + st_nt * 64 + t[n0 + 1] + (40 << 44),
        n0w * 8 + gap + (41 << 44), w[s2] + (42 << 44),
    )  # fmt: skip


def features(s: State, s1: int, s0: int, n0: int) -> Key:
    """All that the choice of a transition depends on, as numbers: the template from bit 44 on, its values below."""
    return (
        *as_top(s, s0), *as_front(s, n0), *as_below(s, s1), *of_tags(tag_key(s, s1, s0, n0)), *together(s, s1, s0, n0),
    )  # fmt: skip


def tag_key(s: State, s1: int, s0: int, n0: int) -> int:
    """The tags of s1, s0, n0 and n1 as one number."""
    t = s.tags
    return t[s1] * 262144 + t[s0] * 4096 + t[n0] * 64 + t[n0 + 1]


def arc_features(s: State, head: int, child: int) -> list[int]:
    """What the relation of an arc depends on, as numbers: the template from bit 44 on, its values below."""
    w, t = s.words, s.tags
    hw, ht, dw, dt = w[head], t[head], w[child], t[child]
    gap = head - child
    gap = gap if gap < 4 else 4 if gap < 8 else 5
    way = gap + 8 if gap > 0 else 0 if gap < -7 else 1 if gap < -3 else 4 + gap
    first = s.left[child]
    hh, hd = s.has[head], s.has[child]
    side = 1 if gap > 0 else 0
    low, high = (child, head) if side else (head, child)
    commas = s.marks[high] - s.marks[low + 1] if high > low else 0
    commas = commas if commas < 3 else 3
    of_child = dt * 2 + side
    pair, word = ht * 128 + of_child, dw * 128 + of_child
    before, after = child - 1 if child else -1, child + 1
    return [
        word, dw + (1 << 44), of_child + (2 << 44), hw * 128 + ht * 2 + side + (3 << 44), hw * 2 + side + (4 << 44),
        dw * 8192 + pair + (5 << 44), hw * 65536 + dw * 2 + side + (6 << 44), pair * 16 + way + (7 << 44),
        dt * 65536 + w[before] * 2 + side + (8 << 44), dt * 4096 + t[before] * 64 + t[after] + (9 << 44),
        w[first] * 8192 + pair + (10 << 44), w[s.right[child]] * 128 + of_child + (11 << 44), hd * 8192 + pair + (12 << 44),
        hh * 8192 + pair + (13 << 44), pair * 4 + commas + (14 << 44), hd * 65536 + dw * 2 + side + (15 << 44),
        w[after] * 128 + of_child + (16 << 44),
    ]  # fmt: skip
