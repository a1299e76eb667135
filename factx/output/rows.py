"""Flat rows of the records, for tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["to_arrow", "to_pandas", "to_rows"]


def to_rows(facts: Facts) -> list[dict[str, Any]]:
    """One flat dict a record."""
    raise NotImplementedError


def to_pandas(facts: Facts) -> Any:
    """`to_rows` as a data frame."""
    raise NotImplementedError


def to_arrow(facts: Facts) -> Any:
    """`to_rows` as an Arrow table."""
    raise NotImplementedError
