"""Learn the points by which the end of a counted noun phrase is chosen (`factx/mentions/amounts/border.py`), and measure them.

    python -m training.units [--shared DIR] [--write] [--errors]

What readers said that a number counts (`claims.tsv`), the annotated statements, and our own cases: where an answer ends behind the
number, there the phrase ends. Answers that stand elsewhere in the text teach nothing. A name behind a number that readers call none
(`counts.tsv`, our own cases) is counted by none. Learned as in `training/claims.py`; what is printed is of texts that were not learned from, in
FOLDS parts.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factx.article import Article
from factx.document import Document
from factx.document.tokens import Tokens
from factx.linking.claims.around import Candidate
from factx.linking.timeline import timeline
from factx.mentions.amounts import border, counted
from factx.mentions.amounts.finder import found_amounts
from factx.options import Options
from training.claim_texts import annotated
from training.ranker import Row, learn

HERE = Path(__file__).resolve().parent
POINTS = HERE.parent / "factx" / "lexicon" / "data" / "unit_points.tsv"
CASES = HERE.parent / "tests" / "cases" / "amounts"
FOLDS, SEED, FEWEST = 5, 3, 2
OWN = 5
"""Times that our own cases are learned from."""
HEADER = """\
# Points of the features by which the end of a counted noun phrase is chosen: factx/mentions/amounts/border.py.
# Made by training/units.py from annotated press releases (CC0) and news; the words in it are single words of these texts.
"""
COMPLEMENT = re.compile(r"\s(?:of|in|for|with|per|on|from|by|at|to|across|over|aged|a)\b.*|\s\(.*")
"""What an answer may have behind the phrase: "halls | of fame"."""
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d[\d,.]*")
NEAR = 100
"""Characters behind a number in which an answer that ends no candidate may stand after all."""
NAMED = ("-",)
"""The answer of a number that claims nothing."""
Answers = list[tuple[int, int, Sequence[str], bool]]


@dataclass(slots=True)
class Phrase:
    """The candidates for one number's phrase, and which of them are right; `held`: not for learning."""

    text: str
    held: bool
    found: list[Candidate]
    right: list[bool]
    around: str
    ends: list[str] = field(default_factory=list)


def texts(shared: Path) -> Iterator[tuple[str, str, str | None, Answers]]:
    """Id, text, day, and the answers."""
    names: dict[str, Answers] = defaultdict(list)
    for line in (HERE / "counts.tsv").read_text(encoding="utf-8").splitlines():
        ident, _, rest = line.partition("\t")
        if ident[:1] != "#" and rest.split("\t")[2] == "no":
            start, end, _, part = rest.split("\t")
            names[ident].append((int(start), int(end), NAMED, part == "held"))
    for ident, known in annotated(shared).items():
        if ident in names:
            yield ident, known.text, known.published, names[ident]
        if ":" not in ident:
            answers = [
                (a.start, a.end, a.right["what"], a.held) for a in known.answers if not a.money and "what" in a.right
            ]
            yield ident, known.text, known.published, answers
    for name in ("dev", "dev2"):
        for line in (shared / "bench" / "statements" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield (
                row["id"],
                row["text"],
                row.get("published"),
                [(n["start"], n["end"], [n["unit"]], False) for n in row["numbers"]],
            )
    for path in sorted(CASES.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row, at = json.loads(line), 0
            told: Answers = []
            if "amounts" not in row:
                told = [(*number.span(), NAMED, False) for number in NUMBER.finditer(row["text"])]
            for record in row.get("amounts", ()):
                start = row["text"].find(record["text"], at)
                at = max(at, start + len(record["text"]))
                if start >= 0 and "unit" in record:
                    told.append((start, at, [record["unit"] or "-"], False))
            if told and path.stem != "known_failures":
                yield f"{path.stem}:{number}", row["text"], row.get("published"), told


def first_noun(text: str, tokens: Tokens, number: int, first: int, stop: int) -> int:
    """In place of `last_of`: so that the numbers found depend on no points, and two runs are the same."""
    return next((end for end in border.candidates(text, tokens, first, stop) if end != border.NONE), border.NONE)


def phrases(shared: Path) -> Iterator[Phrase]:
    """The phrase of every number whose answer is known."""
    counted.last_of = first_noun
    options = Options(only=frozenset(["numbers", "money"]))
    for ident, text, day, answers in texts(shared):
        document = Document(Article(text=text, published=day))
        counts = [
            m for m in found_amounts(document, timeline(document, options).mentions, options)
            if m.currency is None and m.dimension == "count"
        ]  # fmt: skip
        for start, end, told, held in answers:
            for mention in counts:
                a, b = document.original(mention.start, mention.end)
                phrase = phrase_of(ident, document, mention.end, told, held) if a < end and start < b else None
                if phrase is not None:
                    yield phrase


def phrase_of(ident: str, document: Document, at: int, told: Sequence[str], held: bool) -> Phrase | None:
    """The candidates behind a number that ends at `at`; None where the answers say nothing of them."""
    text, tokens = document.text, document.tokens
    number = tokens.at(at - 1)
    stop = min(len(tokens), number + 1 + counted.LIMIT)
    first = counted.phrase_begins(text, tokens, number, at, stop)
    if first is None:
        return None
    ends = list(border.candidates(text, tokens, first, stop))
    if told is NAMED and tokens.codes[first] != "P":
        return None
    answers = [WORD.findall(COMPLEMENT.sub("", answer).lower()) for answer in told if answer != "-"]
    spans = {
        end: WORD.findall(text[tokens.start[first] : tokens.end[end]].lower()) for end in ends if end != border.NONE
    }
    right = {end for end, span in spans.items() if any(answer and span[-len(answer) :] == answer for answer in answers)}
    if "-" in told:
        right.add(border.NONE)
    near = text[at : at + NEAR].lower()
    if not right and not any(answer and answer[-1] in near for answer in answers) and len(ends) < 3:
        right.add(border.NONE)
    if not right:
        return None
    candidates = [Candidate("noun", end, border.features(text, tokens, number, first, end)) for end in ends]
    around = text[max(0, at - 40) : at] + "]" + text[at : at + 60]
    words = ["-" if end == border.NONE else tokens.text[end] for end in ends]
    return Phrase(ident, held, candidates, [end in right for end in ends], around, words)


def best(phrase: Phrase, points: dict[str, int]) -> int:
    """The candidate with most points, the first of equals."""
    told = [sum(points.get(f, 0) for f in candidate.features) for candidate in phrase.found]
    return told.index(max(told))


def row_of(phrase: Phrase) -> Row:
    """What is learned from a phrase; where no candidate is right, the first is as good as any, and counts half."""
    right = phrase.right if any(phrase.right) else [True] + [False] * (len(phrase.right) - 1)
    return Row(phrase.text, [c.features for c in phrase.found], right, 1.0 if any(phrase.right) else 0.5)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--write", action="store_true")
    options.add_argument("--errors", action="store_true")
    given = options.parse_args()
    known = list(phrases(given.shared))
    idents = sorted({phrase.text for phrase in known})
    random.Random(SEED).shuffle(idents)
    right = 0
    for part in range(FOLDS):
        held = set(idents[part::FOLDS])
        points = learn([row_of(p) for p in known if p.text not in held], fewest=FEWEST)
        for phrase in known:
            if phrase.text in held:
                chosen = best(phrase, points)
                right += phrase.right[chosen]
                if given.errors and not phrase.right[chosen]:
                    wanted = [w for w, ok in zip(phrase.ends, phrase.right, strict=True) if ok]
                    print(phrase.ends[chosen], "and not", *wanted, "::", repr(phrase.around))
    print(f"{right} of {len(known)} phrases end where a reader says ({100 * right / len(known):.1f} %), {FOLDS} parts")
    if given.write:
        points = learn(
            [row_of(p) for p in known if not p.held for _ in range(OWN if ":" in p.text else 1)], fewest=FEWEST
        )
        POINTS.write_text(HEADER + "".join(f"{f}\t{p}\n" for f, p in sorted(points.items())), encoding="utf-8")
        print(f"{len(points)} features, {POINTS.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
