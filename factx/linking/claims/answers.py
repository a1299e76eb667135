"""The likeliest answers in words, weighed once more: how the text goes on about what they name.

Candidates are weighed one by one (`ranking`). Here the few that are left stand against each other: which are one answer, whose name the
text repeats, has in its title, right before or in the same paragraph, and which of them holds the words of another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log

from factx.linking.claims.around import Around
from factx.linking.claims.referents import key_of

__all__ = ["POINT", "Told", "features", "weighed"]

POINT = 32
"""Points of one unit of log-odds."""
ABOUT = 15_000
"""Characters before and behind an amount in which names are counted."""
TITLE, BACK, STEPS = 160, 400, (50, 100, 200, 300)
"""Characters of a title (the first paragraph), at most, and those before an amount that are told apart."""
OFTEN, KEYS = (1, 2, 3, 5, 9), (1, 2, 4, 8, 16)
"""Times that an answer, and the first word of it, stand in the text that are told apart."""


@dataclass(slots=True)
class Told:
    """An answer, the share of its candidates, and their places."""

    text: str | None
    share: float
    places: list[str] = field(default_factory=list)


def weighed(
    points: Mapping[str, int], around: Around, told: Sequence[Told], other: str | None
) -> tuple[str | None, float]:
    """The best of some answers, the likeliest first, and its share of them; of equals the one that was likelier before."""
    best = told[0].share
    scores = [
        POINT * log(answer.share / best) + sum([points.get(f, 0) for f in row])
        for answer, row in zip(told, features(around, told, other), strict=True)
    ]
    most = max(scores)
    return told[scores.index(most)].text, 1 / sum([exp((score - most) / POINT) for score in scores])


def features(around: Around, told: Sequence[Told], other: str | None) -> list[list[str]]:
    """What speaks for each of some answers; `other`: what the amount is, where it is asked what it is about."""
    kind, lowered = around.kind, [(answer.text or "").lower() for answer in told]
    ways, what = [*around.owners.ways, ("last", around.last)], (other or "").lower()
    out: list[list[str]] = []
    for rank, (answer, low) in enumerate(zip(told, lowered, strict=True)):
        row = [
            f"rank {rank}",
            f"rank {rank}|{kind}",
            f"places {'+'.join(sorted(set(answer.places)))}",
            f"times {min(3, len(answer.places))}",
        ]
        if answer.text:
            others = [text for at, text in enumerate(lowered) if text and at != rank]
            named = [way for way, name in ways if name == answer.text]
            row += [f"way {way}{more}" for way in named for more in ("", f"|{kind}")]
            row += _worded(around, answer.text, low)
            row += (
                f"ways {len(named)}",
                f"held {any(low in text for text in others)}",
                f"holds {any(text in low for text in others)}",
            )
            if what:
                row.append(f"what {low in what} {what in low}")
        out.append(row)
    return out


def _worded(around: Around, text: str, low: str) -> list[str]:
    """How an answer is written, and how often and where the text has its words."""
    referents, kind, start, key = around.referents, around.kind, around.tree.start[around.node], key_of(text)
    whole = referents.lowered
    begin, end = max(0, start - ABOUT), min(start + ABOUT, len(whole))
    seen = referents.answers.setdefault((begin, end), {})
    if len(referents.answers) > 1:
        referents.answers = {(begin, end): seen}  # of a long text, only what is around
    if (text, kind) not in seen:
        seen[text, kind] = _everywhere(around, text, begin, end)
    written, known = seen[text, kind]
    found = whole.rfind(key, max(0, start - BACK), start)
    line = whole[max(whole.rfind("\n", begin, start) + 1, begin) : start]
    return [
        *known,
        *[f"key {way}" for way in around.owners.keys.get(key, "").split()],
        f"back {'-' if found < 0 else bisect_right(STEPS, start - found)}|{kind}",
        f"line {low in line} {key in line}|{written}",
    ]


def _everywhere(around: Around, text: str, begin: int, end: int) -> tuple[str, list[str]]:
    """Is an answer a name, and what is the same for all amounts of a stretch of text."""
    kind, words, low, key, whole = around.kind, text.split(), text.lower(), key_of(text), around.referents.lowered
    capitals = sum([word[:1].isupper() for word in words])
    written = "name" if capitals == len(words) else "mixed" if capitals else "small"
    often = bisect_right(OFTEN, whole.count(low, begin, end))
    keys = bisect_right(KEYS, whole.count(key, begin, end)) if len(key) > 3 else 0
    first = around.referents.document.paragraphs[0]
    title = whole[first.start : min(first.end, first.start + TITLE)]
    return written, [
        f"long {min(6, len(words))}",
        f"long {min(6, len(words))}|{kind}",
        written,
        f"often {often}",
        f"often {often}|{written}|{kind}",
        f"{keys} keys|{written}",
        f"first {words[0].lower()}",
        f"last {words[-1].lower()}",
        f"number {any(c.isdigit() for c in text)}",
        f"title {low in title} {key in title}|{written}",
    ]
