"""How good the models are against a treebank: over factx's own nodes, gold sentence borders, punctuation left out of the arcs."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

from factx.syntax.model import Models
from training.treebank import Sentence

__all__ = ["coarse", "measure"]

COARSE = {
    "NNS": "NN", "NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "RP": "RB", "PDT": "DT", "VBP": "VBF",
    "VBZ": "VBF", "VBD": "VBF", "WP": "W", "WDT": "W", "WRB": "W", "WP$": "W", "EX": "PRP", "FW": "NN",
}  # fmt: skip
"""The coarse codes that taggers are compared by: N, P, J, R, D, finite V, W …"""


def coarse(tag: str) -> str:
    """The coarse code of a Penn tag: common noun, name, finite verb, base verb, participle …

    >>> coarse("NNS"), coarse("VBD"), coarse("VB")
    ('NN', 'VBF', 'VB')
    """
    return COARSE.get(tag, tag)


def f1(right: int, found: int, wanted: int) -> float:
    return round(200 * right / (found + wanted), 1) if found + wanted else 100.0


def measure(models: Models, data: Sequence[Sentence]) -> dict[str, float]:
    """`tags` and `verbs` (coarse), `uas`, `las` and F1 of relations, all in percent; `tokens_per_second` of both together."""
    tags = arcs = labelled = words = counted = 0
    verbs: Counter[str] = Counter()
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    spent = 0.0
    for s in data:
        begin = time.perf_counter()
        got = models.tagger.tag(s.words)
        heads, labels = models.parser.parse(s.words, got)
        spent += time.perf_counter() - begin
        words += len(s.words)
        for a, b in zip(map(coarse, got), map(coarse, s.tags), strict=True):
            tags += a == b
            verbs["right"] += a == b and a[:2] in ("VB", "MD")
            verbs["found"] += a[:2] in ("VB", "MD")
            verbs["wanted"] += b[:2] in ("VB", "MD")
        for head, label, gold_head, gold_label in zip(heads, labels, s.heads, s.labels, strict=True):
            if gold_label != "punct":
                counted += 1
                arcs += head == gold_head
                labelled += head == gold_head and label == gold_label
            found[label] += 1
            wanted[gold_label] += 1
            right[label] += head == gold_head and label == gold_label
    out = {
        "tags": round(100 * tags / words, 1),
        "verbs": f1(verbs["right"], verbs["found"], verbs["wanted"]),
        "uas": round(100 * arcs / counted, 1),
        "las": round(100 * labelled / counted, 1),
    }
    for label in ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "ccomp", "xcomp", "conj", "acl:relcl", "appos"):
        out[label] = f1(right[label], found[label], wanted[label])
    out["tokens_per_second"] = round(words / spent) if spent else 0
    return out
