"""How sure the links of a claim are: that its subject, what it is and its period are all right, by how likely `ranking` found each.

The points were fitted (logistic regression) on choices made by points that had not been learned from the same texts; docs/accuracy.md
has what they told there.

>>> confidence_of(0.95, 0.95, 0.95, "money"), confidence_of(0.4, 0.6, 0.95, "money")
(0.86, 0.38)
"""

from __future__ import annotations

from math import exp, log

__all__ = ["SUREST", "UNIT", "confidence_of", "kind_of", "log_odds"]

BASE, MONEY = -1.16, -0.12
SUBJECT, WHAT, PERIOD = 0.48, 0.28, 0.30
UNIT = 3.0
"""The log-odds of what a number counts, which is not chosen but read."""
SUREST = 0.98


def kind_of(currency: str | None, dimension: str) -> str:
    """money, share, count or measure."""
    if currency is not None:
        return "money"
    return "share" if dimension in ("percentage", "ratio") else "count" if dimension == "count" else "measure"


def confidence_of(subject: float, what: float, period: float, kind: str) -> float:
    """From 0 to 1: that all three are right."""
    named = WHAT * log_odds(what) + MONEY if kind == "money" else WHAT * UNIT
    points = BASE + SUBJECT * log_odds(subject) + named + PERIOD * log_odds(period)
    return round(1 / (1 + exp(-points)), 2)


def log_odds(share: float) -> float:
    """Of a share, no surer than `SUREST` either way.

    >>> round(log_odds(0.9), 1), round(log_odds(0.0), 1)
    (2.2, -3.9)
    """
    share = min(max(share, 1 - SUREST), SUREST)
    return log(share / (1 - share))
