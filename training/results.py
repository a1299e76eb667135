"""Sentences with their trees, made from the templates of `results.txt` and `speech.txt` and the word lists.

Treebanks say little of revenue that rose 5% to $3.2 billion, and nothing of names and quotations that are held together. A
template is a sentence whose slots are filled, by a fixed seed, with metrics, verbs and nouns of change, names and things;
the tree of a slot hangs on its last word.
"""

from __future__ import annotations

import random
from pathlib import Path

from factx import lexicon
from factx.mentions.cues import speech_forms
from factx.syntax.held import NAMES
from factx.syntax.units import MONEY, NUMERAL, PERCENT, TIME
from training.treebank import Sentence

__all__ = ["results"]

TEMPLATES = tuple(Path(__file__).with_name(name) for name in ("results.txt", "speech.txt"))
UNITS = {"MONEY": (MONEY, "$"), "PERCENT": (PERCENT, "NN"), "NUMERAL": (NUMERAL, "CD"), "TIME": (TIME, "NN")}
HEADS = (
    "Group Holdings Corp. Inc. Ltd. plc Bank Energy Foods Systems Partners Airlines Technologies Capital Motors".split()
)
SAID = "said reported announced added noted".split()
SAID_OFTEN = {"VBD": ["said"], "VBZ": ["says"]}
ROLES = (
    "chief executive|president|spokesman|chief financial officer|managing director|analyst|founder|vice president|chairman|"
    "general manager|director|professor|chief technology officer|partner"
).split("|")
HELD = 0.5
"""Share of the names that are held as one word."""


class Filler:
    """Fills slots from the word lists."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        tags = lexicon.tags()
        forms = [(row[0], row[2]) for row in lexicon.rows("direction_words.tsv")]
        self.verbs = {
            tag: sorted({form for form, place in forms if place == "verb" and tags.get(form) in found})
            for tag, found in (("VBD", ("VBD", "VBN")), ("VBZ", ("VBZ",)))
        }
        self.participles = "risen fallen grown increased declined dropped climbed decreased doubled jumped".split()
        self.nouns = sorted({form for form, place in forms if place == "after" and tags.get(form) == "NN"})
        self.metrics = sorted(
            phrase
            for phrase in lexicon.table("metrics.tsv")
            if phrase.replace(" ", "").isalpha() and len(phrase.split()) < 4
        )
        reporting = sorted(form for form, verb in speech_forms().items() if "clause" in verb.frames and " " not in form)
        self.reports = {
            tag: SAID_OFTEN[tag] * (len(reporting) // 40) + [form for form in reporting if tags.get(form) in found]
            for tag, found in (("VBD", ("VBD", "VBN")), ("VBZ", ("VBZ",)))
        }
        self.pasts = sorted(form for form, tag in tags.items() if tag == "VBD")
        self.things = sorted(form for form, tag in tags.items() if tag == "NNS" and len(form) > 5)
        self.family = sorted(lexicon.words("surnames.tsv"))

    def fill(self, slot: str) -> list[tuple[str, str, str]]:
        """(word, tag, relation to the last) of the words of a slot; the last is the head."""
        pick = self.rng.choice
        if slot in UNITS:
            return [(*UNITS[slot], "")]
        if slot == "METRIC":
            words = pick(self.metrics).split()
            tags = lexicon.tags()
            out = []
            for word in words[:-1]:
                adjective = tags.get(word) in ("JJ", "JJR", "JJS", "VBN")
                out.append((word, "JJ" if adjective else "NN", "amod" if adjective else "compound"))
            plural = words[-1].endswith("s") and not words[-1].endswith("ss")
            return [*out, (words[-1], "NNS" if plural else "NN", "")]
        if slot == "NAME":
            return [
                (
                    pick((NAMES["person"], NAMES["person"], NAMES["organization"], pick(self.family).capitalize())),
                    "NNP",
                    "",
                )
            ]
        if slot == "ORG" and self.rng.random() < HELD:
            return [(NAMES["organization"], "NNP", "")]
        if slot == "ROLE":
            *words, last = pick(ROLES).split()
            return [
                *(
                    (
                        w,
                        "JJ" if w in ("chief", "general", "financial") else "NN",
                        "amod" if w == "chief" else "compound",
                    )
                    for w in words
                ),
                (last, "NN", ""),
            ]
        if slot == "ORG":
            name = pick(self.family).capitalize()
            return (
                [(name, "NNP", "compound"), (pick(HEADS), "NNP", "")]
                if self.rng.random() < 0.6
                else [(name, "NNP", "")]
            )
        if slot == "THINGS":
            return [(pick(self.things), "NNS", "")]
        verbs = {
            "RISE": ("VBD", self.verbs["VBD"]),
            "RISES": ("VBZ", self.verbs["VBZ"]),
            "RISEN": ("VBN", self.participles),
            "CLAIMED": ("VBD", self.reports["VBD"]),
            "SAYS": ("VBZ", self.reports["VBZ"]),
            "VERBED": ("VBD", self.pasts),
        }
        tag, words = verbs.get(slot, ("VBD", SAID) if slot == "SAID" else ("NN", self.nouns))
        return [(pick(words), tag, "")]


def results(count: int, seed: int) -> list[Sentence]:
    """So many sentences, the templates in turn."""
    filler = Filler(random.Random(seed))
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATES]
    lines = [line for text in texts for line in text.split("\n") if line and line[0] != "#"]
    return [made(lines[number % len(lines)], number, filler) for number in range(count)]


def made(template: str, number: int, filler: Filler) -> Sentence:
    """One sentence."""
    words: list[str] = []
    tags: list[str] = []
    labels: list[str] = []
    ups: list[tuple[bool, int]] = []  # (within the slot, head)
    head_of: dict[int, int] = {0: -1}
    for place, item in enumerate(template.split(), 1):
        token, label, up = item.rsplit("|", 2)
        form, _, tag = token.partition("/")
        filled = [(form, tag, "")] if tag else filler.fill(form)
        last = len(words) + len(filled) - 1
        for word, its_tag, inner in filled:
            words.append(word)
            tags.append(its_tag)
            labels.append(inner or label)
            ups.append((True, last) if inner else (False, int(up)))
        head_of[place] = last
    first = words[0]
    words[0] = first if first[0] == "<" else first[0].upper() + first[1:]
    heads = [up if within else head_of[up] for within, up in ups]
    return Sentence(f"results {number % 40}", words, tags, heads, labels)
