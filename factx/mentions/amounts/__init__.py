"""Amounts of money and numbers: from text to `AmountMention`.

`numerals` finds every number; `money` and `measures` read the currency or unit beside it; `ranges` joins
neighbours; `not_claims` says what is no claim; `counted` finds what is counted; `comparators`, `directions` and
`evidence` read the words around; `finder` is the order in which all this happens.
"""

from factx.mentions.amounts.finder import find_amounts

__all__ = ["find_amounts"]
