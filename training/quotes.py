"""Learn the points by which it is chosen who said a quotation (`factx/linking/attribution/choosing`), and measure them.

    python -m training.quotes [--shared DIR] [--write] [--errors]

`quotes.tsv` has what readers said who knew no rules: which stretches of a press release of the corpus (CC0, in `../shared`) somebody is
quoted with, where the words stand that name him, and whether the release is for learning or held out. A quotation of these releases that
nobody marked was said by nobody. The annotated statements, our own cases and one half of the political news of the bench (PolNeAR) are
learned from as well; the other half is measured.

A logistic regression over the candidates of a quotation, as for people (`training/weights.py`): the share of points of those that are right
is made large.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import factx
from factx.linking.attribution import choosing
from factx.linking.attribution.between import is_beside
from factx.linking.attribution.candidates import Candidate
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.rules import RULES
from factx.linking.attribution.sentence import FRAMES
from factx.linking.attribution.unit import Mark, Unit
from factx.mentions.types import SpanTuple
from training.articles import HERE, releases, rows_of, span_of, statements
from training.weights import fold, learn, rounded, score, write

POINTS = HERE.parent / "factx" / "lexicon" / "data" / "quotation_points.tsv"
CASES = HERE.parent / "tests" / "cases" / "quotes"
FOLDS = 5
Found = TypeVar("Found")
MARKED = ("direct", "partial", "mixed")
NEWS, OURS = 0.3, 3.0
"""What a quotation of the news, and one of our own cases, counts."""
HEADER = """\
# Points of the features by which it is chosen who said a quotation: factx/linking/attribution/features.py.
# Made by training/quotes.py from annotated press releases (CC0) and news; the words in it are single words of these texts.
"""


@dataclass(slots=True)
class Told:
    """A record that a reader made: where its words stand, and who said them."""

    spans: list[SpanTuple]
    source: SpanTuple | None
    cue: SpanTuple | None
    speaker: str | None


@dataclass(slots=True)
class Text:
    ident: str
    text: str
    day: str | None
    told: list[Told]
    part: str
    weight: float = 1.0


@dataclass(slots=True)
class Choice:
    """A quotation, the features of its candidates, and which of them are right."""

    text: Text
    where: SpanTuple
    features: list[list[str]]
    right: list[bool]
    gold: Told | None
    shown: list[str]


def texts(shared: Path, kinds: Sequence[str] = MARKED) -> Iterator[Text]:
    """All texts with their quotes of some kinds."""
    found = rows_of("quotes.tsv")
    for ident, text, day in releases(shared, found):
        told = [
            Told(
                [s for s in map(span_of, spans.split()) if s],
                span_of(source),
                span_of(cue),
                None if speaker == "-" else speaker,
            )
            for kind, spans, source, cue, speaker, _ in found[ident]
            if kind in kinds
        ]
        yield Text(ident, text, day, told, found[ident][0][-1])
    for row in statements(shared):
        yield Text(row["id"], row["text"], row.get("published"), _gold(row, kinds), "learn")
    for line in (shared / "bench" / "quotes" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        part = "news" if fold(row["id"], 2) else "learn"
        yield Text(row["id"], row["text"], row.get("published"), _gold(row, kinds), part, NEWS)
    yield from ours(kinds)


def _gold(row: Mapping[str, Any], kinds: Sequence[str]) -> list[Told]:
    """The quotes of some kinds that a document of the bench has."""
    return [
        Told([(a, b) for a, b in q["content"]], _whole(q.get("source")), _whole(q.get("cue")), q.get("speaker"))
        for q in row["quotes"]
        if q["kind"] in kinds
    ]


def _whole(told: Sequence[Any] | None) -> SpanTuple | None:
    """The stretch that a span, or a list of spans, covers."""
    if not told:
        return None
    spans = told if isinstance(told[0], list) else [told]
    return min(s[0] for s in spans), max(s[1] for s in spans)


def ours(kinds: Sequence[str] = MARKED) -> Iterator[Text]:
    """Our own cases, and the examples of the rules."""
    for path in sorted(CASES.glob("*.jsonl")):
        if path.stem == "known_failures":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            text, told, at = row["text"], [], 0
            for quote in row["quotes"]:
                if quote["kind"] not in kinds:
                    continue
                spans = []
                for words in quote["spans"]:
                    at = max(text.find(words, at), 0)
                    spans.append((at, at + len(words)))
                told.append(Told(spans, *(_nearest(text, quote[k], spans[0][0]) for k in ("source", "cue")), None))
            yield Text(f"{path.stem}:{number}", text, None, told, "learn", OURS)
    for rule in (*RULES, *FRAMES):
        for number, example in enumerate((rule.example, rule.counter_example)):
            written = example.replace("|", "\n\n")
            marked: dict[str, list[SpanTuple]] = {"[": [], "{": []}
            for place, match in enumerate(re.finditer(r"([\[{])([^\[\]{}]+)", written)):
                start = match.start() - 2 * place
                marked[match[1]].append((start, start + len(match[2])))
            told = [] if number else [Told(marked["{"], next(iter(marked["["]), None), None, None)]
            yield Text(f"rule:{rule.name}:{number}", re.sub(r"[\[\]{}]", "", written), None, told, "learn", OURS)


def _nearest(text: str, words: str | None, place: int) -> SpanTuple | None:
    """Where words stand nearest to a place."""
    if words is None:
        return None
    found = [m.start() for m in re.finditer(re.escape(words), text)]
    start = min(found, key=lambda at: abs(at - place)) if found else -1
    return (start, start + len(words)) if start >= 0 else None


def choices(every: Iterator[Text]) -> Iterator[Choice]:
    """Every quotation with its candidates; the texts are read as if each had been chosen right."""
    out: list[Choice] = []
    here: list[Text] = []

    def best(work: Workspace, unit: Unit, mark: Mark, found: Sequence[Candidate]) -> Candidate:
        text = here[0]
        original = work.document.original
        quotation = work.quotations[mark.index]
        where = original(quotation.start, quotation.end)
        gold = next((t for t in text.told if any(_shared(where, s) for s in t.spans)), None)
        beside = next((c for c in found if c.report is not None and is_beside(unit, mark, c.report)), None)
        if gold is None and beside is not None and text.ident.startswith("rule:"):
            return beside  # of an example not all is told
        start, end = unit.tree.start, unit.tree.end
        nodes = [None if c.relation == "name" else c.node for c in found]
        cues = [None if node is None else original(start[node], end[node]) for node in nodes]
        right = _right(text, gold, [None if c.source is None else original(*c.source) for c in found], cues)
        shown = [f"{c.relation} {None if c.source is None else work.text[slice(*c.source)]}" for c in found]
        out.append(Choice(text, where, [c.features for c in found], right, gold, shown))
        return next((c for c, ok in zip(found, right, strict=True) if ok), found[0])

    before = choosing.best
    choosing.best = best
    try:
        yield from gathered(every, here, out)
    finally:
        choosing.best = before


def gathered(every: Iterable[Text], here: list[Text], out: list[Found]) -> Iterator[Found]:
    """What one who watches a linker adds to `out` while a text, which stands in `here`, is read."""
    for text in every:
        here[:] = [text]
        factx.extract(text.text, published=text.day, only={"quotes"})
        yield from out
        out.clear()


def _shared(a: SpanTuple, b: SpanTuple) -> bool:
    """Is half of the shorter stretch in both?"""
    return 2 * (min(a[1], b[1]) - max(a[0], b[0])) > min(a[1] - a[0], b[1] - b[0])


def _touch(a: SpanTuple | None, b: SpanTuple | None) -> bool:
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def _right(
    text: Text, gold: Told | None, spans: Sequence[SpanTuple | None], cues: Sequence[SpanTuple | None]
) -> list[bool]:
    """Which candidates are right, by their sources and cues: where the annotated words stand, else who is named so."""
    if gold is None:
        return [span is None for span in spans]
    right = [_touch(span, gold.source) for span in spans]
    if any(right):
        cued = [ok and _touch(cue, gold.cue) for ok, cue in zip(right, cues, strict=True)]
        return cued if any(cued) else right
    speaker = gold.speaker or (text.text[slice(*gold.source)] if gold.source else "")
    words = {word for word in re.findall(r"\w+", speaker.lower()) if len(word) > 2}
    return [span is not None and _is_called(text, span, speaker, words) for span in spans]


def _is_called(text: Text, span: SpanTuple, speaker: str, words: set[str]) -> bool:
    """Does a stretch name the speaker, in one of the quotes of the text or by the last word of the name?"""
    own = re.findall(r"\w+", text.text[slice(*span)].lower())
    return speaker in [told.speaker for told in text.told if _touch(told.source, span)] or not words.isdisjoint(
        own[-1:]
    )


def points(known: Sequence[Choice]) -> dict[str, int]:
    return rounded(learn([(c.text.ident, c.features, c.right, c.text.weight) for c in known]))


def chosen(choice: Choice, found: Mapping[str, int]) -> int:
    scores = [score(features, found) for features in choice.features]
    return scores.index(max(scores))


def measure(name: str, known: Sequence[Choice], found: Mapping[str, int], errors: bool = False) -> Counter[str]:
    """Print how many quotations have their speaker."""
    told: Counter[str] = Counter()
    for choice in known:
        index = chosen(choice, found)
        if choice.gold is None:
            told["nobody"] += 1
            told["nobody right"] += index == 0
        else:
            told["said"] += 1
            told["said there"] += any(choice.right)
            told["said found"] += index > 0
            told["said right"] += choice.right[index]
        if errors and not choice.right[index]:
            (start, end), text = choice.where, choice.text.text
            wanted = [shown for shown, ok in zip(choice.shown, choice.right, strict=True) if ok]
            print(choice.text.ident, "got", choice.shown[index], "wanted", wanted, sep="\t")
            print(
                "    ", repr(text[max(0, start - 120) : start]), repr(text[start:end][:80]), repr(text[end : end + 100])
            )
    print(name, dict(told))
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument(
        "--folds", action="store_true", help="learn from four fifths of the texts, measure on the others"
    )
    args = parser.parse_args()
    known = list(choices(texts(args.shared)))
    learned = [c for c in known if c.text.part == "learn"]
    if args.folds:
        for k in range(FOLDS):
            away = [c for c in learned if fold(c.text.ident, FOLDS) == k and c.text.weight == 1.0]
            measure(f"fold {k}", away, points([c for c in learned if fold(c.text.ident, FOLDS) != k]), args.errors)
    found = points(learned)
    for part in ("learn", "held", "news"):
        measure(
            part, [c for c in known if c.text.part == part], found, args.errors and not args.folds and part == "news"
        )
    if args.write:
        write(POINTS, HEADER, found)


if __name__ == "__main__":
    main()
