"""What the finder hands to the timeline: a temporal expression, read but not yet placed in time."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["TimeExpression"]


@dataclass(slots=True)
class TimeExpression:
    """A temporal expression as a symbol: what it says, not yet which day it means.

    `kind` names the resolver (see `factx.linking.timeline.resolve`): value, day, month, weekday, unit, offset …; the
    other fields are what the words give, None where they say nothing. `count`: a number of units (None: some).
    `shift`: -1 last, 0 this, 1 next. `code`: a quarter, half or season ("Q3", "H1", "SU") or part of a day ("TMO").
    `value`: the TIMEX3 value where the words alone fix it. `mod`: START, MID, END, EARLY, LATE. `inner`: the expression
    that this one is a part of, or is anchored at ("late [last month]", "10 a.m. [Monday]").
    """

    start: int
    end: int
    type: str
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    count: float | None = None
    shift: int | None = None
    code: str | None = None
    value: str | None = None
    mod: str | None = None
    zone: str | None = None
    fiscal: bool = False
    inner: TimeExpression | None = None
    confidence: float = 0.9
    rule: str = ""
