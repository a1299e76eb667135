"""Learn the points by which a bare number is told from a number that claims nothing (`factx/mentions/amounts/claimed.py`).

    python -m training.counts [--shared DIR] [--write]

`counts.tsv` has what readers said who did not know the rules: where a number stands in a press release of the corpus (CC0, in
`../shared`), whether it is a claim, and whether it is for learning or held out. The numbers of `claims.tsv`, the annotated
statements and our own cases are learned from as well. A logistic regression; points are rounded.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import exp, sqrt
from pathlib import Path

from factx.article import Article
from factx.document import Document
from factx.linking.timeline import timeline
from factx.mentions.amounts import claimed
from factx.mentions.amounts.claimed import features, is_asked
from factx.mentions.amounts.finder import found_amounts
from factx.options import Options

HERE = Path(__file__).resolve().parent
POINTS = HERE.parent / "factx" / "lexicon" / "data" / "count_points.tsv"
CASES = HERE.parent / "tests" / "cases" / "amounts"
ROUNDS, RATE, FEWEST, SEED = 12, 0.1, 3, 1
OWN = 4
"""Times that our own cases are learned from: they say what a careful reader would, in few words."""
HEADER = """\
# Points of the features by which a bare number is told from one that claims nothing: factx/mentions/amounts/claimed.py.
# Made by training/counts.py from annotated press releases (CC0); the words in it are single words of these texts.
"""

Row = tuple[str, bool, bool, list[str], str]
"""Text, is it a claim, is it held out, features, the words around."""


def annotated(
    shared: Path,
) -> Iterator[tuple[str, str, str | None, dict[tuple[int, int], tuple[bool, bool]] | None, list[tuple[int, int]]]]:
    """Texts with the numbers that readers judged: id, text, day, judged spans, and gold spans where all of them are known."""
    releases: dict[str, tuple[str, str]] = {}
    with gzip.open(shared / "corpus" / "releases.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            releases[row["id"]] = (row["text"], row["archived"][:10])
    judged: dict[str, dict[tuple[int, int], tuple[bool, bool]]] = defaultdict(dict)
    for line in (HERE / "counts.tsv").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            ident, start, end, kind, part = line.split("\t")
            judged[ident][int(start), int(end)] = (kind == "count", part == "held")
    for line in (HERE / "claims.tsv").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            ident, start, end, kind, part, *_ = line.split("\t")
            if kind == "numbers" and ident in releases:
                judged[ident].setdefault((int(start), int(end)), (True, part == "held"))
    for ident, spans in judged.items():
        yield ident, *releases[ident], spans, []
    for name in ("dev", "dev2"):
        for line in (shared / "bench" / "statements" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["id"], row["text"], row.get("published"), None, [(r["start"], r["end"]) for r in row["numbers"]]
    for path in sorted(CASES.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            if "amounts" in row or path.stem == "negative":
                yield f"{path.stem}:{number}", row["text"], row.get("published"), None, list(spans_of(row))


def spans_of(row: dict[str, object]) -> Iterator[tuple[int, int]]:
    """Where the numbers of a case stand."""
    text = str(row["text"])
    at = 0
    for record in row.get("amounts", ()):  # type: ignore[attr-defined]
        written = record["text"]
        found = text.find(written, at)
        if found >= 0:
            at = found + len(written)
            yield found, at


def rows(shared: Path) -> Iterator[Row]:
    for ident, text, day, judged, gold in annotated(shared):
        document = Document(Article(text=text, published=day))
        options = Options(only=frozenset(["numbers"]))
        found = found_amounts(document, timeline(document, options).mentions, options)
        for mention in found:
            if not is_asked(mention):
                continue
            start, end = document.original(mention.start, mention.end)
            around = text[max(0, start - 40) : start] + "[" + text[start:end] + "]" + text[end : end + 30]
            if judged is None:
                claim = any(a < end and start < b for a, b in gold)
                yield ident, claim, False, features(document, mention, found), around
                continue
            for (a, b), (claim, held) in judged.items():
                if a < end and start < b:
                    yield ident, claim, held, features(document, mention, found), around


def learn(known: list[Row]) -> dict[str, int]:
    """feature -> points: above nothing for a claim."""
    texts: dict[str, set[str]] = defaultdict(set)
    for ident, _, _, found, _ in known:
        for feature in found:
            texts[feature].add(ident)
    kept = {f for f, where in texts.items() if len(where) >= FEWEST}
    weights = dict.fromkeys(sorted(kept), 0.0)
    squares = dict.fromkeys(weights, 0.1)
    data = [([f for f in found if f in kept], claim) for _, claim, _, found, _ in known]
    order = random.Random(SEED)
    for _ in range(ROUNDS):
        order.shuffle(data)
        for found, claim in data:
            step = claim - 1 / (1 + exp(-sum(weights[f] for f in found)))
            for f in found:
                squares[f] += step * step
                weights[f] += RATE * step / sqrt(squares[f]) - 0.0005 * weights[f]
    points = {f: round(w * claimed.POINT) for f, w in weights.items()}
    return {f: p for f, p in points.items() if p}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--write", action="store_true")
    options.add_argument("--errors", action="store_true")
    given = options.parse_args()
    known = list(rows(given.shared))
    to_learn = [row for row in known if not row[2] for _ in range(OWN if ":" in row[0] else 1)]
    points = learn(to_learn)
    if given.write:
        POINTS.write_text(HEADER + "".join(f"{f}\t{p}\n" for f, p in sorted(points.items())), encoding="utf-8")
        print(f"{len(points)} features, {POINTS.stat().st_size / 1000:.0f} kB", file=sys.stderr)
    for part in (False, True):
        told: Counter[tuple[bool, bool]] = Counter()
        for _, claim, held, found, around in known:
            if held == part:
                kept = claimed.weigh(found, points) > claimed.CUT
                told[claim, kept] += 1
                if given.errors and part and claim != kept:
                    print("claim " if claim else "none  ", repr(around), claimed.weigh(found, points))
        print(
            "held out" if part else "learned ",
            {("claim" if c else "none", "kept" if k else "left"): n for (c, k), n in sorted(told.items())},
        )


if __name__ == "__main__":
    main()
