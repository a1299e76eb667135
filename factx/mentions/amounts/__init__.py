"""Amounts of money and numbers: from text to `AmountMention`.

`numerals` finds every number; `money` and `measures` read the currency or unit beside it; `pairs` and `ranges` join
neighbours; `not_claims` says what is no claim; `counted` and `ellipsis` find what is counted, `named` what is part of
a name; `comparators`, `directions` and `evidence` read the words around; `finder` is the order in which all this
happens, `maker` makes the mentions.
"""

from factx.document import Document
from factx.mentions.amounts.finder import find_amounts
from factx.mentions.amounts.number_tables import number_tables
from factx.mentions.amounts.numerals import word_places

__all__ = ["find_amounts", "passed_over"]


def passed_over(document: Document) -> list[tuple[int, int]]:
    """(start, end) of the tables of numbers in which no amounts were looked for."""
    return number_tables(document.text, [start for start, _ in word_places(document.tokens)])
