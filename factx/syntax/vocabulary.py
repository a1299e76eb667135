"""Words as small numbers: the frequent forms of the treebanks, and for all others a class by ending and shape.

>>> vocabulary = Vocabulary(["the", "company", ".ed", ".", "0.0"])
>>> [vocabulary[form] for form in ("The", "company", "xyzzed", "3.7", "qq")]
[1, 2, 3, 5, 0]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["Vocabulary", "normal", "shape"]

DIGIT_RUN = re.compile(r"\d+")


def normal(form: str) -> str:
    """The form that a word is counted by: lower case, straight marks, each run of digits one 0.

    >>> normal("It’s"), normal("4.1bn"), normal("Q3")
    ("it's", '0.0bn', 'q0')
    """
    return DIGIT_RUN.sub("0", form.lower().replace("’", "'").replace("‘", "'"))


def shape(form: str) -> str:
    """What a form looks like: lower, Capital, ALL CAPITALS, Mixed, digits, hyphen, mark.

    >>> [shape(form) for form in ("deal", "Acme", "ZTE", "iPhone", "X", "4.1bn", "5-year", "$", "d'Or")]
    ['x', 'Xx', 'XX', 'xX', 'X', '0', '0-', '.', 'xX']
    """
    first = form[0]
    if first.isdigit():
        return "0-" if "-" in form else "0"
    if not first.isalpha():
        return "."
    hyphen = "-" if "-" in form else ""
    if form.islower():
        return "x" + hyphen
    if len(form) == 1:
        return "X"
    if form.isupper():
        return "XX" + hyphen
    if first.isupper() and form[1:].islower():
        return "Xx" + hyphen
    return ("Xx-" if first.isupper() else "xX-") if hyphen else "xX"


class Vocabulary(dict[str, int]):
    """Form -> number; 0 for a form whose ending, too, is not known. Filled as forms are met, up to a bound.

    `known`: normal forms, and endings written with a dot in front (".ing", also ".Xing" for capitalised forms), in the
    order of their numbers, from 1 on. `classes`: of each number, from 0 on, the class of words that stand in like places.
    """

    MANY = 40_000

    def __init__(self, known: Iterable[str], classes: Sequence[int] = ()) -> None:
        super().__init__()
        self.known = {form: number for number, form in enumerate(known, 1)}
        self.classes = classes or [0] * (len(self.known) + 1)

    def __missing__(self, form: str) -> int:
        number = self.number(form)
        if len(self) < self.MANY:
            self[form] = number
        return number

    def number(self, form: str) -> int:
        """The number of a form, not kept."""
        known = self.known
        low = normal(form)
        number = known.get(low)
        if number is not None:
            return number
        for ending in endings(low):
            number = known.get(ending)
            if number is not None:
                return number
        return 0


def endings(low: str) -> list[str]:
    """The classes of a form that is not in the list, the narrow ones first.

    >>> endings("rebooking"), endings("five-year")
    (['.king', '.ing', '.ng'], ['.-year', '.year', '.ear', '.ar'])
    """
    hyphen = low.rfind("-")
    wide = ["." + low[-size:] for size in (4, 3, 2) if len(low) > size + 1]
    return [".-" + low[hyphen + 1 :], *wide] if hyphen > 0 else wide
