"""Sentences of a treebank as factx would see them: its tokens, its units, its labels.

A treebank writes "do n't", "15 - year" and "$ 4.1 billion"; factx has "don't", "15-year" and one node for the sum. So each
sentence is written as text again, cut by factx's own scanner, and its tree is moved to the new nodes: tokens that become one
keep the head of the one whose head lies outside; of a token that is cut, the first piece keeps the tree.

The files: form, Penn tag, universal tag, head, relation, lemma, by tabs; a blank line behind a sentence; "# doc" lines.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factx.document.tokens import Tokens
from factx.mentions.dates import find_times
from factx.syntax.held import NAMES
from factx.syntax.parser import RELATIONS
from factx.syntax.units import TIME, units

__all__ = [
    "PENN_OF",
    "Row",
    "Sentence",
    "circular",
    "headline",
    "held_names",
    "mapped",
    "read",
    "relation",
    "sentences",
    "silver_sentences",
    "text_of",
]

CLOSERS = frozenset(". , : ; ? ! ) ] } % ’ … '' ” ’s 's".split())
OPENERS = frozenset("( [ { $ £ € # `` “".split())
CLITICS = frozenset("'s ’s 'll ’ll 'd ’d 'm ’m 've ’ve 're ’re n't n’t s nt".split())


@dataclass
class Sentence:
    """Parallel lists; heads by index, -1 for the root; `words`: the unit's class or the form."""

    document: str
    words: list[str]
    tags: list[str]
    heads: list[int]
    labels: list[str]


@dataclass
class Row:
    form: str
    tag: str
    head: int
    label: str


def read(path: str | Path) -> Iterator[tuple[str, list[Row]]]:
    """(document, rows) of each sentence."""
    data = Path(path).read_bytes()
    text = (gzip.decompress(data) if str(path).endswith(".gz") else data).decode("utf-8")
    document, rows = "", []
    if text:
        for line in text.split("\n"):
            if line.startswith("# doc "):
                document = line[6:]
            elif line:
                form, tag, _, head, label, _ = line.split("\t")
                rows.append(Row(form, tag, int(head) - 1, label))
            elif rows:
                yield document, rows
                rows = []
    if rows:
        yield document, rows


def relation(label: str) -> str:
    """The relation in factx's set: without the subtype where that is not one of its own.

    >>> relation("nsubj:pass"), relation("obl:agent"), relation("det:predet")
    ('nsubj:pass', 'obl', 'det')
    """
    if label in RELATIONS:
        return label
    base = label.split(":", maxsplit=1)[0]
    return base if base in RELATIONS else "dep"


def text_of(rows: list[Row]) -> tuple[str, list[tuple[int, int]]]:
    """The sentence as it is usually written, and where each token stands in it."""
    text, spans, glue = "", [], True
    for index, row in enumerate(rows):
        form = row.form.replace(" ", "")
        tag = row.tag
        joins = glue or form in CLOSERS or form.lower() in CLITICS or (tag == "POS" and form in "'’")
        if form == '"':
            joins = glue or tag == "''"
        if tag in ("HYPH",) or (form == "/" and tag in ("SYM", ",", ":", "HYPH")):
            joins = True
        if form.lower() in ("na", "ta") and index and rows[index - 1].form.lower() in ("gon", "wan", "got"):
            joins = True
        if form.lower() == "not" and index and rows[index - 1].form.lower() == "can":
            joins = True
        if tag in ("-LRB-", "-RRB-"):
            joins = glue or tag == "-RRB-"
        text += form if joins else " " + form
        spans.append((len(text) - len(form), len(text)))
        glue = (
            (form in OPENERS and form != "#")
            or (form == '"' and tag == "``")
            or tag in ("HYPH", "-LRB-", "AFX")
            or (form == "/" and tag in ("SYM", ",", ":", "HYPH"))
        )
    return text, spans


def mapped(
    text: str, spans: list[tuple[int, int]], rows: list[Row]
) -> tuple[list[str], list[str], list[int], list[str]]:
    """A tree moved to factx's nodes: words, tags, heads, labels; `spans`: where each row stands in the text."""
    tokens = Tokens(text)
    nodes = units(tokens, range(len(tokens)), [(m.start, m.end) for m in find_times(text)])
    groups: list[list[int]] = []
    position = 0
    for first, stop, _ in nodes:
        low, high = tokens.start[first], tokens.end[stop - 1]
        while position < len(spans) and spans[position][1] <= low:
            position += 1
        at = position
        group = []
        while at < len(spans) and spans[at][0] < high:
            group.append(at)
            at += 1
        groups.append(group)
    node_of: dict[int, int] = {}
    for number, group in enumerate(groups):
        for row in group:
            node_of.setdefault(row, number)
    words, tags, heads, labels = [], [], [], []
    for number, ((first, _, word), group) in enumerate(zip(nodes, groups, strict=True)):
        words.append(word or tokens.text[first])
        own = [row for row in group if node_of[row] == number]
        if not own:  # a later piece of a token that factx cuts
            tags.append(rows[group[0]].tag if group else "SYM")
            heads.append(number - 1 if number else -1)
            labels.append("goeswith")
            continue
        inside = set(own)
        top = next((row for row in own if rows[row].head not in inside), own[-1])
        head = rows[top].head
        heads.append(-1 if head < 0 else node_of.get(head, -1))
        labels.append(relation(rows[top].label))
        tags.append(tag_of_group(rows, own, top, word))
    for number, head in enumerate(heads):
        if head == number:
            heads[number] = number - 1
    return words, tags, heads, labels


def tag_of_group(rows: list[Row], own: list[int], top: int, word: str) -> str:
    """The tag of tokens that are one node."""
    if word == TIME:
        return rows[top].tag if rows[top].tag in ("NN", "NNS", "NNP", "CD", "RB") else "NN"
    if word:
        return {"<money>": "$", "<percent>": "NN", "<numeral>": "CD"}[word]
    if len(own) == 1 or any(
        rows[row].tag in ("RB",) and rows[row].form.lower() in ("n't", "n’t", "not", "nt") for row in own
    ):
        return rows[own[0]].tag
    if rows[top].label.split(":")[0] in ("amod", "compound", "nummod") and rows[top].tag not in ("NNP", "NNPS"):
        return "JJ"
    return rows[top].tag


def sentences(path: str | Path) -> list[Sentence]:
    """All sentences of a treebank, in its order."""
    out = []
    for document, rows in read(path):
        text, spans = text_of(rows)
        words, tags, heads, labels = mapped(text, spans, rows)
        if words and heads.count(-1) == 1:
            out.append(Sentence(document, words, tags, heads, labels))
    return out


def silver_sentences(path: str | Path) -> list[Sentence]:
    """The sentences of a file that `training/stacked.py` wrote."""
    out = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            out.append(Sentence("silver " + row["id"], row["words"], row["tags"], row["heads"], row["labels"]))
    return out


PENN_OF = {"XX": "FW", "``": "``", "_SP": "SYM"}


def circular(heads: list[int]) -> bool:
    """Is there a node that is above itself?"""
    for node in range(len(heads)):
        at, steps = node, 0
        while at >= 0:
            at = heads[at]
            steps += 1
            if steps > len(heads):
                return True
    return False


PROPER = ("NNP", "NNPS")
LONGEST_NAME = 6


def held_names(sentence: Sentence, given: frozenset[str]) -> Sentence:
    """The sentence with each run of names that is a phrase of its own as one word, as factx holds them; `given`: names of people.

    >>> s = Sentence("", "Jo Ray left Acme Corp. .".split(), ["NNP", "NNP", "VBD", "NNP", "NNP", "."],
    ...     [2, 0, -1, 4, 2, 2], ["nsubj", "flat", "root", "compound", "obj", "punct"])
    >>> held = held_names(s, frozenset(["jo"]))
    >>> held.words, held.heads, held.labels
    (['John', 'left', 'Google', '.'], [1, -1, 1, 1], ['nsubj', 'root', 'obj', 'punct'])
    """
    words: list[str] = []
    tops: list[int] = []
    node_of: list[int] = []
    at, size = 0, len(sentence.words)
    while at < size:
        stop = at
        while stop < size and stop - at < LONGEST_NAME and sentence.tags[stop] in PROPER:
            stop += 1
        run = range(at, stop)
        outside = [node for node in run if sentence.heads[node] not in run]
        if len(run) > 1 and len(outside) == 1:
            words.append(NAMES["person" if sentence.words[at].lower() in given else "organization"])
            tops.append(outside[0])
        else:
            run = range(at, at + 1)
            words.append(sentence.words[at])
            tops.append(at)
        node_of += [len(words) - 1] * len(run)
        at = run.stop
    return Sentence(
        sentence.document,
        words,
        [sentence.tags[top] for top in tops],
        [node_of[sentence.heads[top]] if sentence.heads[top] >= 0 else -1 for top in tops],
        [sentence.labels[top] for top in tops],
    )


SMALL = frozenset("a an the and but or for nor of in on at to from by with as if that over into than".split())


def headline(sentence: Sentence, rng: random.Random) -> Sentence | None:
    """The sentence as a headline, in Title Case or in capitals, its tree unchanged; None where it is too short or long."""
    if not 4 <= len(sentence.words) <= 30:
        return None
    words = []
    capitals = rng.random() < 0.3
    for word in sentence.words:
        if word[0] == "<":
            words.append(word)
        elif capitals:
            words.append(word.upper())
        elif word.lower() in SMALL:
            words.append(word if words else word.capitalize())
        else:
            words.append(word[0].upper() + word[1:])
    return Sentence(sentence.document, words, sentence.tags, sentence.heads, sentence.labels)
