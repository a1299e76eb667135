"""Amounts of money and numbers: from text to `AmountMention`.

`numerals` finds every number; `money` and `measures` read the currency or unit beside it; `pairs` and `ranges` join
neighbours; `not_claims` says what is no claim; `counted` and `ellipsis` find what is counted, `named` what is part of
a name; `comparators`, `directions` and `evidence` read the words around; `finder` is the order in which all this
happens, `maker` makes the mentions.
"""

from factx.mentions.amounts.finder import find_amounts

__all__ = ["find_amounts"]
