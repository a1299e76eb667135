"""How well `factx.compare` tells a faithful text from a damaged one.

    python benchmarks/compare.py RELEASES.jsonl[.gz] [--summaries FILE] [--without IDS] [--skip N] [--show]

RELEASES: one JSON object a line with `id` and `text`. Those with the most kinds of damage (`damage.py`) are held against
themselves, where every finding but "verbatim" and "equal" is an error, and against damaged copies: how many damages are found,
and how many of the findings are damages. FILE: summaries with planted errors, `id` of the release, `summary`, `planted`: a list
of `text` (words of the summary).
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from damage import Damage, damaged

import factx

TEXTS, COPIES = 20, 3
FAITHFUL = ("verbatim", "equal")
TOLD_AS_IT_IS = {"rounding": ("rounded",), "paraphrase": ("paraphrased",)}
"""Kinds of damage that are none: what a finding must call them."""


def releases(path: Path, without: set[str]) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            one = json.loads(line)
            if one["id"] not in without and 1500 < len(one["text"]) < 16_000:
                yield one


def chosen(path: Path, without: set[str], skipped: int) -> list[dict[str, Any]]:
    """The texts that have a place for most kinds of damage, behind the first `skipped` of them."""
    ranked = sorted((-len(damaged(one["text"], seed=17)[1]), one["id"], one["text"]) for one in releases(path, without))
    return [{"id": name, "text": text} for _, name, text in ranked[skipped : skipped + TEXTS]]


def place(finding: factx.Finding) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in finding.report]


def touches(finding: factx.Finding, damage: Damage) -> bool:
    """Does the finding stand in the stretch (sentence, quotation) that was damaged?"""
    return any(start < damage.around[1] and damage.around[0] < end for start, end in place(finding))


def against_themselves(texts: list[dict[str, Any]]) -> None:
    counts: Counter[str] = Counter()
    for one in texts:
        found = factx.compare(one["text"], one["text"], mode="report")
        counts.update(found.counts())
        for finding in found.findings:
            if finding.status not in FAITHFUL:
                print("  against itself:", one["id"], finding.kind, finding.status, place(finding), finding.reason)
    print(f"{len(texts)} texts against themselves: {dict(counts)}")


def against_copies(texts: list[dict[str, Any]], show: bool) -> None:
    made: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    named: Counter[str] = Counter()
    raised, true, accused, justly = 0, 0, 0, 0
    for one in texts:
        for seed in range(COPIES):
            copy, damages = damaged(one["text"], seed)
            found = [f for f in factx.compare(one["text"], copy, mode="report").findings if f.status not in FAITHFUL]
            for finding in found:
                hit = any(touches(finding, damage) for damage in damages)
                raised, true = raised + 1, true + hit
                if finding.verdict == "wrong":
                    accused, justly = accused + 1, justly + hit
                if show and not hit:
                    print("  false:", one["id"], seed, finding.kind, finding.status, finding.flags,
                          [s.text[:80] for s in finding.report], [s.text[:80] for s in finding.source], finding.reason[:160])  # fmt: skip
            for damage in damages:
                hits = [finding for finding in found if touches(finding, damage)]
                made[damage.kind] += 1
                seen[damage.kind] += bool(hits)
                right = TOLD_AS_IT_IS.get(damage.kind)
                named_so = any(f.status in right if right else f.verdict == "wrong" for f in hits)
                named[damage.kind] += named_so
                if show and hits and not named_so:
                    print("  unnamed:", one["id"], seed, damage.kind, repr(damage.old), "->", repr(damage.new),
                          [(f.kind, f.status, [s.text[:40] for s in f.report], f.reason[:100]) for f in hits],
                          repr(copy[damage.around[0] : damage.around[1]][:200]))  # fmt: skip
                if show and not hits:
                    print("  missed:", one["id"], seed, damage.kind, repr(damage.old), "->", repr(damage.new),
                          repr(copy[damage.around[0] : damage.around[1]][:200]))  # fmt: skip
    for kind in made:
        print(f"  {kind:16} {seen[kind]:3} of {made[kind]:3} found, {named[kind]:3} by name")
    total = sum(made.values())
    print(f"damages found {sum(seen.values())} of {total} ({100 * sum(seen.values()) / total:.1f} %), by name {sum(named.values())}; "
          f"findings that are damages {true} of {raised} ({100 * true / max(raised, 1):.1f} %), "
          f"of those that say wrong {justly} of {accused}")  # fmt: skip


def against_summaries(path: Path, texts: dict[str, str], show: bool) -> None:
    planted = hit = wrong = just = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        found = factx.compare(texts[one["id"]], one["summary"], mode="report")
        zones = [
            (one["summary"].index(p["text"]), one["summary"].index(p["text"]) + len(p["text"])) for p in one["planted"]
        ]
        for zone, plan in zip(zones, one["planted"], strict=True):
            planted += 1
            hits = [f for f in found.wrong() if any(a < zone[1] and zone[0] < b for a, b in place(f))]
            hit += bool(hits)
            if show and not hits:
                print("  missed:", one["id"], plan, [(f.kind, f.status, f.reason) for f in found.findings
                      if any(a < zone[1] and zone[0] < b for a, b in place(f))])  # fmt: skip
        for finding in found.wrong():
            good = any(a < zone[1] and zone[0] < b for zone in zones for a, b in place(finding))
            wrong, just = wrong + 1, just + good
            if show and not good:
                print(
                    "  false:",
                    one["id"],
                    finding.kind,
                    finding.status,
                    [s.text for s in finding.report],
                    finding.reason,
                )
    print(
        f"summaries: {hit} of {planted} planted errors called wrong; {just} of {wrong} findings that say wrong are planted"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("releases", type=Path)
    parser.add_argument("--summaries", type=Path)
    parser.add_argument("--without", type=Path, help="a file of ids to leave out, one a line")
    parser.add_argument(
        "--skip", type=int, default=0, metavar="N", help="leave out the first N of the texts that can be damaged most"
    )
    parser.add_argument("--show", action="store_true", help="print what was missed and what was false")
    args = parser.parse_args()
    without = set(args.without.read_text(encoding="utf-8").split()) if args.without else set()
    texts = chosen(args.releases, without, args.skip)
    against_themselves(texts)
    against_copies(texts, args.show)
    if args.summaries:
        against_summaries(
            args.summaries, {one["id"]: one["text"] for one in releases(args.releases, without)}, args.show
        )
    long = "\n\n".join(one["text"] for one in releases(args.releases, without))[:1_000_000]
    facts = factx.extract(long)
    start = time.process_time()
    factx.compare(facts, facts, mode="report")
    print(
        f"{len(long):,} characters against themselves: {time.process_time() - start:.1f} s of work behind the extraction"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
