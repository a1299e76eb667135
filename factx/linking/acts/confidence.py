"""How sure an act is: by the rule, and by whether it is known who does it.

The figures are set by hand, in the order in which the rules were right; too few acts were judged to fit any.

>>> confidence_of("apologise", "Bolt plc", known=True, nodes=10), confidence_of("apologise", None, known=False, nodes=10)
(0.95, 0.45)
"""

from __future__ import annotations

__all__ = ["confidence_of"]

RULES = {
    "apologise": 0.95, "offer an apology": 0.95, "accept our apologies": 0.95, "be sorry": 0.85, "say sorry": 0.9, "regret": 0.8,
    "express regret": 0.85, "done to guidance": 0.9, "guidance has been": 0.85, "profit warning": 0.9,
}  # fmt: skip
OTHER = 0.8
NAMED = 0.9
"""An actor who is told by words alone, and is no speaker of the article."""
NOBODY = 0.45
"""At most, where it is not known who does it."""
WORDY = 0.85


def confidence_of(rule: str, actor: str | None, *, known: bool, nodes: int) -> float:
    """From 0 to 1; `known`: the actor is a speaker of the article, `nodes`: of the sentence."""
    points = RULES.get(rule, OTHER) * (1.0 if known else NAMED) * (WORDY if nodes > 60 else 1.0)
    return round(min(points, NOBODY) if actor is None else points, 2)
