"""Currencies: marks, names and ISO 4217 codes -> code, with how sure that is.

>>> by_mark("HK$"), by_name("swiss franc")
(CurrencyForm(code='HKD', minor=False, bare=False), CurrencyForm(code='CHF', minor=False, bare=False))
>>> by_mark("$").bare, by_code("EUR"), by_code("XAU")
(True, CurrencyForm(code='EUR', minor=False, bare=False), None)
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factx import lexicon

__all__ = ["CurrencyForm", "by_code", "by_mark", "by_name", "name_words", "needs_name", "singular"]


class CurrencyForm(NamedTuple):
    """What a mark or name stands for: the ISO code; `minor`: it is a hundredth; `bare`: several countries use it."""

    code: str
    minor: bool = False
    bare: bool = False


@cache
def _codes() -> dict[str, str]:
    return {row[0]: row[3] for row in lexicon.rows("currencies.tsv")}


@cache
def _marks() -> tuple[dict[str, CurrencyForm], dict[str, CurrencyForm]]:
    before: dict[str, CurrencyForm] = {}
    after: dict[str, CurrencyForm] = {}
    for mark, code, place, evidence, kind in lexicon.rows("currency_marks.tsv"):
        form = CurrencyForm(code, kind == "minor", evidence == "bare")
        if place != "after":
            before[mark] = form
        if place != "before":
            after[mark] = form
    return before, after


@cache
def _names() -> dict[str, CurrencyForm]:
    return {
        row[0]: CurrencyForm(row[1], row[2] == "minor", row[3] == "bare") for row in lexicon.rows("currency_names.tsv")
    }


@cache
def name_words() -> frozenset[str]:
    """Every word that a name of a currency can begin with, in the plural too: a quick test.

    >>> "swiss" in name_words(), "francs" in name_words()
    (True, True)
    """
    first = {name.split()[0] for name in _names()}
    return frozenset(first | {name + "s" for name in _names() if " " not in name} | {"pennies"})


def by_code(code: str) -> CurrencyForm | None:
    """An ISO 4217 code, as it is written; None for what is no code of a money.

    >>> by_code("usd") is None
    True
    """
    state = _codes().get(code)
    return None if state is None or state == "unit" else CurrencyForm(code)


def needs_name(code: str) -> bool:
    """Is the code an English word or common abbreviation ("TRY", "ALL"), so that it takes more to be read as money?

    >>> needs_name("TRY"), needs_name("CHF")
    (True, False)
    """
    return _codes().get(code) == "word"


def by_mark(mark: str, after: bool = False) -> CurrencyForm | None:
    """A mark as it is written, before a number or (`after`) behind it.

    >>> by_mark("zł", after=True).code
    'PLN'
    """
    return _marks()[after].get(mark)


def by_name(name: str) -> CurrencyForm | None:
    """A name in lower case, singular or plural.

    >>> by_name("us dollars"), by_name("pence").minor
    (CurrencyForm(code='USD', minor=False, bare=False), True)
    """
    found = _names().get(name)
    return found if found is not None else _names().get(singular(name))


def singular(name: str) -> str:
    """The singular of a currency's name.

    >>> singular("australian dollars")
    'australian dollar'
    """
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name
