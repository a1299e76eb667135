"""Names for the page's anchors: made here from the order of the records, never taken from data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["Keys"]

LETTERS = {"speakers": "s", "quotes": "q", "money": "m", "numbers": "n", "dates": "d", "tables": "t", "acts": "a"}


class Keys:
    """Record id -> key ("q3"); `#q3` is the record on the page, `#at-q3` its first place in the text.

    >>> from factx import Article, Facts
    >>> Keys(Facts(article=Article(text=""))).of(None)
    ''
    """

    def __init__(self, facts: Facts) -> None:
        self.by_id: dict[str, str] = {}
        for kind, letter in LETTERS.items():
            for number, record in enumerate(getattr(facts, kind), 1):
                self.by_id.setdefault(record.id, f"{letter}{number}")

    def of(self, record_id: str | None) -> str:
        """The key of a record, "" where there is no such record."""
        return self.by_id.get(record_id or "", "")
