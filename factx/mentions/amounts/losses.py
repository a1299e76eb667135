"""Amounts in brackets, as accounts write what is negative: "cash flow of (€4.1m)", "growth was (3.2%)".

>>> in_brackets("EPS of ($0.09)", 8, 13), in_brackets("A$7m ($5.8m) for it", 6, 11)
(True, False)
"""

from __future__ import annotations

from factx.patterns import later

__all__ = ["in_brackets"]

LEADING = later(
    r"(?:\b(?:[Oo]f|[Ww]as|[Ww]ere|[Ii]s|[Aa]re|[Aa]t|[Tt]o|[Ff]rom|[Ww]ith|[Aa]gainst|[Vv]ersus|[Vv]s\.?|[Bb]y|reached|total(?:led|ed|ing)|EPS|EBITDA|"
    r"income|profit|loss|margin|growth)|[:|])[ \u00a0]\Z"
)
"""What leads up to the figure itself: a bracket behind anything else restates what stands before it."""


def in_brackets(text: str, start: int, end: int) -> bool:
    """Does the amount `text[start:end]` stand in brackets of its own that make it negative?"""
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    return LEADING.search(text, max(0, start - 14), start - 1) is not None
