"""The HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["to_html"]


def to_html(facts: Facts) -> str:
    """A self-contained page."""
    raise NotImplementedError
