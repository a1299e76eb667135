"""A line of print, as it stands on a page."""

from __future__ import annotations

from dataclasses import dataclass

from factx.readers.tables import Draft

__all__ = ["Line"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print: its text, the height of its base line on the page, and its size, in points; `table`: the table that it
    is; `left`: where it begins, in points from the left edge."""

    text: str
    top: float
    size: float
    table: Draft | None = None
    left: float = 0.0
