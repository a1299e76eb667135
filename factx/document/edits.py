"""An edit: what stands in a text, and what is read there."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Edit"]


class Edit(NamedTuple):
    """`text` is read in place of what stands from `start` to `end`."""

    start: int
    end: int
    text: str
