"""Learn the points by which a pronoun or a description finds whom it takes up (`factx/linking/speakers/antecedents.py`), and measure them.

    python -m training.antecedents [--shared DIR] [--write] [--errors] [--sources]

`quotes.tsv` has what readers said who knew no rules: which words of a press release are somebody's, the mention of the source beside
them, and the speaker's fullest name. The annotated statements and our own cases are learned from as well. What is right of a pronoun is
who has the name that was told; of the other sources too, so that who spoke before is known as it is.

`--sources` prints how often the speaker of a source that readers gave is found, by kinds of source, apart from finding the quotes.
"""

from __future__ import annotations

import argparse
import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from factx.article import Article
from factx.document import Document
from factx.linking.speakers import antecedents
from factx.linking.speakers.entities import Asked, Entity
from factx.linking.speakers.introduced.reading import Reading
from factx.linking.speakers.resolver import Resolver
from factx.linking.speakers.sources import Source
from factx.linking.speakers.table import speaker_table
from factx.linking.speakers.view import View
from factx.mentions.names import find_names
from factx.mentions.types import Attribution, SpanTuple
from factx.tables import find_grids
from training.articles import HERE, cases, releases, rows_of, span_of, statements
from training.weights import Points, fold, learn, rounded, score, write

POINTS = HERE.parent / "factx" / "lexicon" / "data" / "antecedent_points.tsv"
FOLDS = 5
ROUNDS, SHRINK = 12, 0.1
HEADER = """\
# Points of the features by which a pronoun or a description finds whom it takes up: factx/linking/speakers/antecedents.py.
# Made by training/antecedents.py from annotated press releases (CC0) and news.
"""
PRONOUNS = frozenset("he him she her it they them we us i who".split())


@dataclass(slots=True)
class Text:
    """An article, its attributions as readers gave them, and the speaker of each; "?": nobody told."""

    ident: str
    text: str
    attributions: list[Attribution]
    speakers: list[str | None]
    held: bool = False
    weight: float = 1.0
    employers: dict[str, str] = field(default_factory=dict)
    """Person -> organisation, as told."""


@dataclass(slots=True)
class Choice:
    """One question: the features of each candidate, which are right, and what to print of it."""

    text: Text
    sort: str
    features: list[list[str]]
    right: list[bool]
    shown: str


def texts(shared: Path) -> Iterator[Text]:
    """Everything that is learned from; releases that are held out as well."""
    rows = rows_of("quotes.tsv")
    for ident, text, _ in releases(shared, rows):
        told = [row for row in rows[ident] if row[0] != "none"]
        attributions = [
            Attribution(kind, tuple(filter(None, map(span_of, spans.split()))), span_of(source), span_of(cue))
            for kind, spans, source, cue, *_ in told
        ]
        yield Text(
            ident, text, attributions, [None if r[4] == "-" else r[4] for r in told], rows[ident][0][-1] == "held"
        )
    nouns = rows_of("sources.tsv")
    for ident, text, _ in releases(shared, nouns):
        spans = [span for span, _ in nouns[ident] if span_of(span) is not None]
        yield Text(
            ident,
            text,
            [Attribution("indirect", (_behind(span),), span_of(span), None) for span in spans],
            [name for _, name in nouns[ident]],
        )
    for row in statements(shared):
        attributions = [
            Attribution(
                q["kind"],
                tuple((a, b) for a, b in q["content"]),
                tuple(q["source"]) if q["source"] else None,
                tuple(q["cue"]) if q["cue"] else None,
            )
            for q in row["quotes"]
        ]
        employers = {s["name"]: s["affiliation"] for s in row["speakers"] if s.get("affiliation")}
        yield Text(
            f"{row['id']}:", row["text"], attributions, [q["speaker"] for q in row["quotes"]], employers=employers
        )
    for name, row, _, _ in cases():
        text = _case(name, row["text"], row["speakers"])
        text.employers = {person: told[2] for person, told in row.get("known", {}).items() if told[2]}
        yield text


def _behind(written: str) -> SpanTuple:
    """The empty stretch behind a source, for the words that it says."""
    span = span_of(written)
    assert span is not None
    return span[1], span[1]


def _case(name: str, marked: str, speakers: Sequence[str | None]) -> Text:
    """A case, with the attributions that its marks stand for."""
    plain, opened = "", 0
    found: list[Attribution] = []
    quoted: list[Attribution] = []
    for piece in re.split(r"([<>{}])", marked):
        if piece in ("<", "{"):
            opened = len(plain)
        elif piece == ">":
            found.append(Attribution("indirect", ((len(plain), len(plain)),), (opened, len(plain)), None))
        elif piece == "}":
            quoted.append(Attribution("partial", ((opened, len(plain)),), None, None))
        else:
            plain += piece
    return Text(name, plain, found + quoted, [*speakers, *["?"] * len(quoted)], weight=2.0)


class Told(Resolver):
    """Resolves the sources of an article as readers did, and keeps what was asked on the way."""

    def __init__(self, text: Text) -> None:
        article = Article(text=text.text)
        document = Document(article, None, find_grids(article).spans)
        self.told = text
        self.choices: list[Choice] = []
        self.answers: list[Entity | None] = []
        attributions = [_read(document, a) for a in text.attributions]
        view = View(document, find_names(document))
        view.hear(attributions)
        super().__init__(view)
        self.wanted = {a.source: name for a, name in zip(attributions, text.speakers, strict=True) if a.source}
        self.by_name: dict[str, Entity] = {}
        for entity in (*self.organisations, *self.people):
            for name in self._names(entity):
                self.by_name.setdefault(name, entity)

    def _names(self, entity: Entity) -> Iterator[str]:
        yield bare(self.employment.name_of(entity))
        for n in entity.names:
            yield bare(self.view.text[self.view.names[n].start : self.view.names[n].end])

    def introduce(self) -> None:
        """Read the introductions; of whom a description of an employer means what was told is kept."""
        take, chooser = self.employment.take, self.antecedents.best

        def watched_take(person: Entity, reading: Reading) -> None:
            wanted = self.told.employers.get(self.employment.name_of(person))
            entity = None if wanted is None else self.by_name.get(bare(wanted))

            def best(question: Asked) -> Entity | None:
                if entity is not None:
                    self._keep(question, entity, self.view.tokens.start[question.first])
                    return entity
                return chooser(question)

            self.antecedents.best = best  # type: ignore[method-assign]
            take(person, reading)
            self.antecedents.best = chooser  # type: ignore[method-assign]

        self.employment.take = watched_take  # type: ignore[method-assign]
        self.employment.introduce(self.people)

    def _entity(self, source: Source, offset: int) -> Entity | None:
        """Who was told, where the article has that name; what was asked is kept."""
        spans = [span for span in self.wanted if span[0] == offset]
        wanted = self.wanted[spans[0]] if spans else "?"
        entity = None if wanted in (None, "?") else self.by_name.get(bare(wanted or ""))
        asked: list[Asked] = []
        chooser = self.antecedents.best

        def best(question: Asked) -> Entity | None:
            asked.append(question)
            return chooser(question)

        self.antecedents.best = best  # type: ignore[method-assign]
        found = super()._entity(source, offset)
        self.antecedents.best = chooser  # type: ignore[method-assign]
        of_source = next((question for question in asked if question.head == source.head), None)
        if of_source is not None and wanted != "?":
            self._keep(of_source, entity, offset, wanted)
        return found if entity is None else entity

    def _keep(self, asked: Asked, entity: Entity | None, offset: int, wanted: str | None = None) -> None:
        found = list(self.antecedents.choices(asked))
        if entity is None and wanted is not None:  # somebody without a name who spoke before
            named = (c for c, _ in found if c is not None and bare(self.employment.name_of(c)) == bare(wanted))
            entity = next(named, None)
        right = [candidate is entity for candidate, _ in found]
        if not any(right):
            return  # somebody whom no candidate is
        shown = f"{asked.sort} {self.view.text[max(0, offset - 150) : offset + 30]!r} " + " | ".join(
            "-" if c is None else self.employment.name_of(c) for c, _ in found
        )
        self.choices.append(Choice(self.told, asked.sort, [features for _, features in found], right, shown))


def _read(document: Document, a: Attribution) -> Attribution:
    """An attribution with the offsets of the text as it is read."""
    places = range(len(document.text))

    def start(offset: int) -> int:
        return bisect_left(places, offset, key=lambda i: document.original(i, i + 1)[0])

    def moved(span: SpanTuple) -> SpanTuple:
        first = start(span[0])
        return first, max(start(span[1]), first + 1)

    return replace(
        a,
        spans=tuple([moved(span) if span[1] > span[0] else span for span in a.spans]),
        source=moved(a.source) if a.source else None,
        cue=moved(a.cue) if a.cue else None,
    )


def bare(name: str) -> str:
    """A name without article, honorific, marks and capitals.

    >>> bare("the Mr. Rod Ray’s")
    'rod ray'
    """
    words = [word.strip(".") for word in re.findall(r"[\w.&-]+", re.sub(r"['’]s?\b", "", name.lower()))]
    while len(words) > 1 and words[0] in ("the", "a", "an", "mr", "mrs", "ms", "dr"):
        del words[0]
    return " ".join(words)


def asked(text: Text) -> list[Choice]:
    """What is asked in one text, with what is right."""
    resolver = Told(text)
    resolver.introduce()
    resolver.resolve()
    return resolver.choices


def train(known: Sequence[Choice]) -> dict[str, int]:
    """feature -> points."""
    rows = [(c.text.ident, c.features, c.right, c.text.weight) for c in known]
    return rounded(learn(rows, ROUNDS, SHRINK))


def measure(known: Sequence[Choice], points: Points, errors: bool = False) -> str:
    """How often the right one has the most points, by what is asked."""
    told: Counter[str] = Counter()
    for choice in known:
        scores = [score(features, points) for features in choice.features]
        right = choice.right[scores.index(max(scores))]
        told[choice.sort] += 1
        told[choice.sort, right] += 1  # type: ignore[index]
        if errors and not right:
            print(choice.shown, scores.index(max(scores)), choice.right.index(True))
    return ", ".join(
        f"{sort} {told[sort, True]} of {told[sort]}" for sort in sorted(s for s in told if isinstance(s, str))
    )  # type: ignore[index]


def kind_of(text: Text, source: SpanTuple | None, speaker: str | None) -> str:
    """What sort of mention names a speaker."""
    if speaker is None or source is None:
        return "no speaker" if speaker is None else "no source"
    written = text.text[slice(*source)]
    if written.lower() in PRONOUNS:
        return "pronoun"
    if bare(written) == bare(speaker):
        return "full name" if any(map(str.isupper, written)) else "phrase"
    if set(bare(written).split()) <= set(bare(speaker).split()):
        return "part of the name"
    if written.split()[0].lower() in ("the", "this", "our", "its", "these", "both", "his", "her", "their"):
        return "the + noun"
    return "phrase with a name" if any(map(str.isupper, written)) else "phrase"


def found_speakers(known: Sequence[Text]) -> str:
    """How often the speaker of a given source is found."""
    told: dict[str, Counter[bool]] = defaultdict(Counter)
    for text in known:
        article = Article(text=text.text)
        document = Document(article, None, find_grids(article).spans)
        view = View(document, find_names(document))
        view.hear([_read(document, a) for a in text.attributions])
        resolver = Resolver(view)
        resolver.employment.introduce(resolver.people)
        resolver.resolve()
        table = speaker_table(resolver)
        for a, speaker, index in zip(text.attributions, text.speakers, table.speaker_of, strict=True):
            name = None if index is None else table.clusters[index].name
            same = name is speaker if None in (name, speaker) else bare(name or "") == bare(speaker or "")
            for kind in (kind_of(text, a.source, speaker), "all"):
                told[kind][same] += 1
    return "\n".join(
        f"{kind:20}{told[kind].total():5} {100 * told[kind][True] / told[kind].total():5.1f}" for kind in sorted(told)
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--write", action="store_true")
    options.add_argument(
        "--errors", action="store_true", help="print what is wrong, learned of the other parts of the texts"
    )
    options.add_argument("--sources", action="store_true")
    given = options.parse_args()
    known = list(texts(given.shared))
    if given.sources:
        for held in (False, True):
            print("held out" if held else "learned")
            print(found_speakers([t for t in known if t.held == held and ":" not in t.ident]))
        return
    antecedents.points_of = dict  # type: ignore[assignment]
    choices = [choice for text in known for choice in asked(text)]
    learned = [choice for choice in choices if not choice.text.held]
    for number in range(FOLDS):
        points = train([c for c in learned if fold(c.text.ident, FOLDS) != number])
        print(
            f"part {number}:",
            measure([c for c in learned if fold(c.text.ident, FOLDS) == number], points, given.errors),
        )
    points = train(learned)
    print("learned: ", measure(learned, points))
    print("held out:", measure([c for c in choices if c.text.held], points))
    if given.write:
        write(POINTS, HEADER, points)
        print(f"{len(points)} features, {POINTS.stat().st_size / 1000:.0f} kB", file=sys.stderr)


if __name__ == "__main__":
    main()
