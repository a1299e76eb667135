"""Where an organisation's shares are traded, and under which symbol: "Zenvia Inc. (NASDAQ: ZNV; TSX: ZNV)".

>>> [(m[1], m[2]) for m in listed().finditer("Zenvia Inc. (NYSE American: ZNV, TSX.V: ZV) rose. Note (see: ZNV).")]
[('NYSE American', 'ZNV'), ('TSX.V', 'ZV')]
"""

from __future__ import annotations

from functools import cache
from typing import Any

import regex

from factx import lexicon
from factx.linking.speakers.view import View

__all__ = ["listed", "listings"]

NEAR = 60
"""Characters between a name and the bracket that tells where it is listed: other brackets may stand there."""


@cache
def listed() -> Any:
    """An exchange and a symbol in a bracket; groups 1 and 2."""
    names = sorted(lexicon.words("exchanges.tsv"), key=lambda name: (-len(name), name))
    either = "|".join(regex.escape(name, special_only=True) for name in names)
    return regex.compile(
        rf"(?<=[(\[;,/]\s?|\band\s)(?i:({either}))\s?:\s?(?:[Tt]icker:?\s)?\$?([A-Z][A-Z0-9]{{0,6}}(?:[.-][A-Z0-9]{{1,3}})?|\d{{3,6}})\b(?![a-z])"
    )


def listings(view: View) -> dict[int, tuple[str, str]]:
    """Name -> (symbol, exchange), of the bracket behind it; the first listing of several."""
    found: dict[int, tuple[str, str]] = {}
    for match in listed().finditer(view.text):
        low, high = max(0, match.start() - NEAR), match.start() + 1
        start = max(view.text.rfind("(", low, high), view.text.rfind("[", low, high))
        n = _named_before(view, view.tokens.first_from(start)) if start >= 0 else None
        if n is not None:
            found.setdefault(n, (match[2], lexicon.table("exchanges.tsv")[match[1].lower()]))
    return found


def _named_before(view: View, bracket: int) -> int | None:
    """The organisation's name right before a bracket; other brackets, marks and quoted short names are passed over."""
    depth = 0
    for k in range(bracket - 1, max(-1, bracket - 30), -1):
        word = view.word(k)
        if word in (")", "]"):
            depth += 1
        elif word in ("(", "["):
            depth -= 1
        elif depth == 0:
            n = view.ends.get(k)
            if n is not None:
                return n if view.names[n].kind in ("organization", "other") else None
            if word not in ("®", "™", ".", ","):
                return None
    return None
