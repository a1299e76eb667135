"""Legal forms that end the names of companies: "Inc", "GmbH", "d.o.o."."""

from __future__ import annotations

from functools import cache

from factx import lexicon

__all__ = ["legal_forms"]


@cache
def legal_forms() -> frozenset[str]:
    """Lower-case legal forms, without the last stop.

    >>> {"inc", "gmbh", "d.o.o", "pllc"} <= legal_forms()
    True
    """
    return lexicon.words("organisation_suffixes.tsv") | lexicon.words("legal_forms.tsv")
