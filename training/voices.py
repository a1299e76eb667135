"""Learn the points by which it is told whether the source of an attribution can speak (`factx/linking/speakers/voices.py`), and measure them.

    python -m training.voices [--shared DIR] [--write] [--errors]

The texts are those of `training/quotes.py`. An attribution is right when somebody was told to say half of its words, or of those that he
says; of a quotation in marks also its source has to be the one that was told.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import factx.extractor as extractor
from factx.document import Document
from factx.linking.speakers import voices
from factx.linking.speakers.view import View
from factx.mentions.types import Attribution, SpanTuple
from training.articles import HERE
from training.quotes import MARKED, Text, Told, gathered, texts
from training.weights import Points, fold, learn, rounded, score, write

POINTS = HERE.parent / "factx" / "lexicon" / "data" / "voice_points.tsv"
FOLDS = 5
HEADER = """\
# Points of the features by which it is told whether the source of an attribution can speak: factx/linking/speakers/voices.py.
# Made by training/voices.py from annotated press releases (CC0) and news; the words in it are single words of these texts.
"""


@dataclass(slots=True)
class Voice:
    """An attribution: its features, whether it is right, and what to print of it."""

    text: Text
    kind: str
    features: list[str]
    right: bool
    shown: str


def found(every: Iterator[Text]) -> Iterator[Voice]:
    """The attributions of the texts of which it is told whether they are right."""
    out: list[Voice] = []
    here: list[Text] = []

    def kept(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
        document = view.document
        for a in attributions:
            right = None if a.source is None else _right(here[0], document, a)
            if right is not None and a.source is not None:
                shown = f"{document.text[slice(*a.source)]} | {document.text[slice(*a.spans[0])][:60]}"
                out.append(Voice(here[0], a.kind, list(voices.signs(view, a)), right, shown))
        return list(attributions)

    before, extractor.voiced = extractor.voiced, kept
    try:
        # of an example not all is told
        yield from gathered((text for text in every if not text.ident.startswith("rule:")), here, out)
    finally:
        extractor.voiced = before


def _right(text: Text, document: Document, a: Attribution) -> bool | None:
    """Did somebody say it; None where it cannot be told."""
    spans = [document.original(*span) for span in a.spans]
    source = document.original(*a.source) if a.source is not None else (0, 0)
    told = max(text.told, key=lambda t: _shared(spans, t), default=None)
    if told is None or 2 * _shared(spans, told) <= min(_size(spans), _size(told.spans)):
        return None if a.kind == "direct" else False
    if told.source is None:
        return True if a.kind == "indirect" else None
    if min(source[1], told.source[1]) > max(source[0], told.source[0]):
        return True
    return None if a.kind == "indirect" else False


def _shared(spans: Sequence[SpanTuple], told: Told) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in spans for b in told.spans)


def _size(spans: Sequence[SpanTuple]) -> int:
    return sum(end - start for start, end in spans)


def points(known: Sequence[Voice]) -> dict[str, int]:
    rows = [(v.text.ident, [["-"], v.features], [not v.right, v.right], v.text.weight) for v in known]
    return rounded(learn(rows))


def measure(name: str, known: Sequence[Voice], points: Points, errors: bool = False) -> None:
    """Print how many of those who speak, and of those who do not, are told."""
    told: Counter[str] = Counter()
    for voice in known:
        speaks = score(voice.features, points) > points.get("-", 0)
        told[f"{voice.kind} {'said' if voice.right else 'unsaid'}"] += 1
        told[f"{voice.kind} {'said' if voice.right else 'unsaid'} right"] += speaks == voice.right
        if errors and speaks != voice.right:
            print(voice.text.ident, "said" if voice.right else "unsaid", voice.shown.replace("\n", " "), sep="\t")
    print(name, dict(sorted(told.items())))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    known = list(found(texts(args.shared, (*MARKED, "indirect"))))
    learned = [v for v in known if v.text.part == "learn"]
    for k in range(FOLDS):
        away = [v for v in learned if fold(v.text.ident, FOLDS) == k]
        measure(f"part {k}", away, points([v for v in learned if fold(v.text.ident, FOLDS) != k]), args.errors)
    chosen = points(learned)
    for part in ("learn", "held", "news"):
        measure(part, [v for v in known if v.text.part == part], chosen)
    if args.write:
        write(POINTS, HEADER, chosen)


if __name__ == "__main__":
    main()
