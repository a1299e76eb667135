"""The normalised name of what a claim measures: "net sales" and "turnover" are revenue.

>>> metric_of("pre-tax profit"), metric_of("net income per share on a diluted basis"), metric_of("spent on chips")
('pre-tax profit', 'diluted earnings per share', None)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from factx import lexicon

__all__ = ["concept_of", "metric_of"]

WORD = re.compile(r"[^\s,;:()]+")
DILUTED = re.compile(r"\bdiluted\b", re.IGNORECASE)
PER_SHARE = re.compile(r"\b(?:per|an?) (?:\w+ ){0,2}share\b", re.IGNORECASE)
PER_SHARE_METRICS = {"net income": "earnings per share", "profit": "earnings per share", "net loss": "loss per share", "loss": "loss per share",
                     "adjusted net income": "adjusted earnings per share", "revenue": None, "dividend": "dividend",
                     "pre-tax profit": "earnings per share"}  # fmt: skip
LONGEST = 6
"""Words of the longest metric phrase."""


def metric_of(what: str | None, extra: Mapping[str, str] | None = None) -> str | None:
    """The metric of a description; `extra`: the user's own phrases, which win."""
    if not what:
        return None
    if extra:
        low = what.lower()
        best = max((phrase for phrase in extra if phrase.lower() in low), key=len, default=None)
        if best is not None:
            return extra[best]
    return _metric(what)


BASIC = re.compile(r"\bbasic\b", re.IGNORECASE)


@cache
def _concepts() -> tuple[dict[str, str], dict[str, list[str]]]:
    """Metric -> element of the taxonomy; and the phrases of a metric that mean no such element ("net cash" is not cash)."""
    elements = {row[1]: row[2] for row in lexicon.rows("metrics.tsv") if len(row) > 2}
    others: dict[str, list[str]] = {}
    for row in lexicon.rows("metrics.tsv"):
        if len(row) == 2 and row[1] in elements:
            others.setdefault(row[1], []).append(row[0])
    return elements, others


def concept_of(metric: str | None, what: str | None, per: str | None = None) -> str | None:
    """The element of the us-gaap taxonomy that a metric is; None for a measure that is none, or could be several.

    >>> concept_of("revenue", "net sales"), concept_of("cash", "net cash"), concept_of("earnings per share", "Basic", "share")
    ('us-gaap:Revenues', None, 'us-gaap:EarningsPerShareBasic')
    """
    if metric is None:
        return None
    low = (what or "").lower()
    if metric == "earnings per share":
        return "us-gaap:EarningsPerShareBasic" if BASIC.search(low) and "dilut" not in low else None
    if per is not None and metric != "diluted earnings per share":
        return None
    elements, others = _concepts()
    if any(phrase in low for phrase in others.get(metric, ())):
        return None
    return elements.get(metric)


@lru_cache(maxsize=4096)
def _metric(what: str) -> str | None:
    table = lexicon.table("metrics.tsv")
    words = [word.lower().replace("‑", "-").replace("’", "'") for word in WORD.findall(what)]
    found = None
    # The head noun decides: the phrase before the first "of", "in" or "for", longest ending first, then what is behind it.
    head = next(
        (
            i
            for i, word in enumerate(words)
            if word in ("of", "in", "for", "from", "to", "on", "per", "by", "after", "before", "at", "with", "across")
        ),
        len(words),
    )
    for end in (len(words), head):
        for size in range(min(LONGEST, end), 0, -1):
            found = table.get(" ".join(words[end - size : end]))
            if found is not None and (end == head or size > len(words) - head):
                break
            found = None
        if found is not None:
            break
    if found is None and PER_SHARE.search(what):
        found = _metric(PER_SHARE.sub("", what).strip())
    if found is None and words and words[0] in CHANGES and head < len(words):
        return _metric(" ".join(words[head + 1 :]))
    if PER_SHARE.search(what):
        found = PER_SHARE_METRICS.get(found or "", found)
        if found in ("earnings per share", "loss per share", "adjusted earnings per share") and DILUTED.search(what):
            found = found if found != "earnings per share" else "diluted earnings per share"
    return found


CHANGES = frozenset(
    [
        "rise",
        "fall",
        "change",
        "increase",
        "decrease",
        "decline",
        "growth",
        "drop",
        "worth",
        "jump",
        "cut",
        "reduction",
        "improvement",
    ]
)
