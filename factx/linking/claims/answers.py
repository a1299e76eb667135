"""The likeliest answers in words, weighed once more: how the text goes on about what they name.

Candidates are weighed one by one (`ranking`). Here the few that are left stand against each other: which are one answer, whose name the
text repeats, has in its title, right before or in the same paragraph, and which of them holds the words of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    """The best of some answers, and its share among them; of equals the one that was likelier before."""
    rows = features(around, told, other)
    best = max(answer.share for answer in told)
    scores = [
        POINT * log(answer.share / best) + sum([points.get(f, 0) for f in row])
        for answer, row in zip(told, rows, strict=True)
    ]
    most = max(scores)
    at = scores.index(most)
    return told[at].text, 1 / sum(exp((score - most) / POINT) for score in scores)


def features(around: Around, told: Sequence[Told], other: str | None) -> list[list[str]]:
    """What speaks for each of some answers; `other`: what the amount is, where it is asked what it is about."""
    kind = around.kind
    out: list[list[str]] = []
    for rank, answer in enumerate(told):
        places = sorted(set(answer.places))
        row = [
            f"rank {rank}",
            f"rank {rank}|{kind}",
            f"places {'+'.join(places)}",
            f"times {min(3, len(answer.places))}",
        ]
        if answer.text:
            named = [way for way, name in (*around.owners.ways, ("last", around.last)) if name == answer.text]
            row += [f"way {way}{more}" for way in named for more in ("", f"|{kind}")]
            row.append(f"ways {len(named)}")
            row += _worded(around, answer.text, [t.text for t in told if t.text and t is not answer])
            if other:
                held, holds = answer.text.lower() in other.lower(), other.lower() in answer.text.lower()
                row.append(f"what {held} {holds}")
        out.append(row)
    return out


def _worded(around: Around, text: str, others: Sequence[str]) -> Iterator[str]:
    """How an answer is written, and how often and where the text has its words."""
    kind, words, low, key = around.kind, text.split(), text.lower(), key_of(text)
    capitals = sum(word[:1].isupper() for word in words)
    written = f"{'name' if capitals == len(words) else 'mixed' if capitals else 'small'}"
    whole = around.referents.lowered
    start = around.tree.start[around.node]
    begin, end = max(0, start - ABOUT), start + ABOUT
    often = f"often {_step(whole.count(low, begin, end), OFTEN)}"
    yield f"long {min(6, len(words))}"
    yield f"long {min(6, len(words))}|{kind}"
    yield written
    yield often
    yield f"{often}|{written}|{kind}"
    yield f"{_step(whole.count(key, begin, end), KEYS) if len(key) > 3 else 0} keys|{written}"
    yield f"first {words[0].lower()}"
    yield f"last {words[-1].lower()}"
    yield f"number {any(c.isdigit() for c in text)}"
    yield f"held {any(low in other.lower() for other in others)}"
    yield f"holds {any(other.lower() in low for other in others)}"
    for way in around.owners.keys.get(key, "").split():
        yield f"key {way}"
    first = next(iter(around.referents.document.paragraphs))
    title = whole[first.start : min(first.end, first.start + TITLE)]
    yield f"title {low in title} {key in title}|{written}"
    found = whole.rfind(key, max(0, start - BACK), start)
    yield f"back {'-' if found < 0 else _step(start - found, STEPS)}|{kind}"
    line = whole[max(whole.rfind("\n", begin, start) + 1, begin) : start]
    yield f"line {low in line} {key in line}|{written}"


def _step(number: int, steps: Sequence[int]) -> int:
    return sum(number >= step for step in steps)
