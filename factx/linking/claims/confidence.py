"""How sure the links of a claim are: points for how it is tied, what it is and whose, added up.

The points were fitted (logistic regression, ridge) on the annotated statements; docs/accuracy.md says what they tell there, and
what such points told on documents that they were not fitted on.

>>> confidence_of("change", "share", measured=True, subject="revenue", known=False, what="revenue", nodes=12) > 0.8
True
"""

from __future__ import annotations

from math import exp

__all__ = ["confidence_of", "kind_of"]

BASE = 0.1
KINDS = {"money": -0.9, "count": 0.2, "share": 0.7, "measure": 0.0}
FRAMES = {
    "change": 0.0, "change by": 0.0, "change to": 0.0, "change from": 0.0, "up or down": 0.0, "modifier of a change": 0.0, "of a change": 0.0,
    "level": 0.4, "level at": 0.4, "copula": 0.4, "estimated at": 0.4, "set at": 0.4, "label": 1.2, "object": 0.2, "taken": 0.2, "price": 0.2,
    "subject": 0.4, "of": -0.4, "modifier": -0.4, "beside": -0.4, "content": -0.4, "worth": -0.4, "oblique": -0.2, "listed": -0.3,
}  # fmt: skip
RELATED = -0.1
"""What restates or is compared with another amount."""
LOOSE = -1.2
MEASURED = 1.2
"""The quantity is a noun that can be measured."""
SUBJECTS = {"known": 1.1, "name": 1.0, "phrase": 0.0, "none": -2.1}
NOTHING = -1.2
"""Money of which nothing says what it is."""
WORDY = -0.6
LONG = -0.7
PHRASES = ("the", "a", "an", "its", "their", "this")


def kind_of(currency: str | None, dimension: str) -> str:
    """money, share, count or measure."""
    if currency is not None:
        return "money"
    return "share" if dimension in ("percentage", "ratio") else "count" if dimension == "count" else "measure"


def confidence_of(
    frame: str, kind: str, *, measured: bool, subject: str | None, known: bool, what: str | None, nodes: int
) -> float:
    """From 0 to 1; `known`: the subject is a speaker of the article, `nodes`: of the sentence."""
    points = BASE + KINDS[kind] + FRAMES.get(frame, LOOSE if frame in ("loose", "") else RELATED)
    points += MEASURED * measured + LONG * (nodes > 45)
    if what is None:
        points += NOTHING * (kind == "money")
    else:
        points += WORDY * (len(what.split()) > 6)
    if subject is None:
        points += SUBJECTS["none"]
    elif known:
        points += SUBJECTS["known"]
    else:
        phrase = subject[0].islower() or subject.partition(" ")[0].lower() in PHRASES
        points += SUBJECTS["phrase" if phrase else "name"]
    return round(1 / (1 + exp(-points)), 2)
