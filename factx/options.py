"""What can be configured: one frozen object, made once, handed down the flow.

>>> Options(only=frozenset({"dates"})).wants("money")
False
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from factx.lexicon.user import Lexicon

__all__ = ["KINDS", "Options"]

KINDS = ("speakers", "quotes", "money", "numbers", "dates", "tables", "acts")
"""The record kinds."""


@dataclass(frozen=True)
class Options:
    """How to extract.

    `only`: the record kinds to look for (empty: all); "tables" gives tables and the claims in their cells, which are read for
    no other kind. `max_chars`: longest article taken, in characters.
    `fiscal_year_end`: "MM-DD", turns fiscal labels into intervals. `date_order`: "MDY" or "DMY" for 9/10/2012, or None
    to go by the article's own evidence. `parse_compound_units`: name units such as "kWh per square metre" by
    quantulum3's parser (its import costs two seconds). `min_confidence`: records below it are left out.

    Raises `ValueError` for a value that is not of this form.
    """

    only: frozenset[str] = frozenset()
    max_chars: int = 5_000_000
    fiscal_year_end: str | None = None
    date_order: str | None = None
    parse_compound_units: bool = False
    min_confidence: float = 0.0
    lexicon: Lexicon = field(default_factory=Lexicon)

    def __post_init__(self) -> None:
        unknown = sorted(set(self.only) - set(KINDS))
        if unknown:
            meant = get_close_matches(unknown[0], KINDS, 1)
            hint = f": did you mean {meant[0]!r}?" if meant else ""
            raise ValueError(f"unknown record kind {unknown[0]!r}; the kinds are {', '.join(KINDS)}{hint}")
        if self.fiscal_year_end is not None and not re.fullmatch(
            r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", self.fiscal_year_end
        ):
            raise ValueError(f"fiscal_year_end must be 'MM-DD', not {self.fiscal_year_end!r}")
        if self.date_order not in (None, "MDY", "DMY"):
            raise ValueError(f"date_order must be 'MDY' or 'DMY', not {self.date_order!r}")
        if not 0 <= self.min_confidence <= 1:
            raise ValueError(f"min_confidence must be from 0 to 1, not {self.min_confidence!r}")
        if self.max_chars < 1:
            raise ValueError("max_chars must be at least 1")

    def wants(self, *kinds: str) -> bool:
        """Is any of these kinds asked for?"""
        return not self.only or not self.only.isdisjoint(kinds)
