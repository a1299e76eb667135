"""Whose dollar a bare "$" is: what the article states, whom it is from, where its issuer is listed, what it is told from.

>>> def read(text, explicit=()):
...     return whose_dollar(text, Counter(explicit))
>>> stated_dollar("All figures are in Canadian dollars."), read("Brook (ASX: BRW) lost $3 million.")
('CAD', 'AUD')
>>> read("LEEDS, Ontario - May 3 - Brook (TSXV: BRW; OTCQB: BRWKF) raised $3 million.")
'CAD'
>>> read("Brook (TSXV: BRW) (OTCQB: BRWKF) raised $3 million."), read("It paid C$2 per share.", ["CAD"])
(None, 'CAD')
>>> read("Brook (NYSE: BRW) earned $4 million and paid C$0.02 per share.", ["CAD"])
"""

from __future__ import annotations

from collections import Counter

from factx import lexicon
from factx.patterns import later

__all__ = ["WORLD_PRICES", "stated_dollar", "whose_dollar"]

_ROWS = [row for row in lexicon.rows("currency_evidence.tsv") if row[1] in ("home", "dateline")]
HOME = later("|".join(f"(?P<{code}>{pattern})" for code, kind, _, pattern in _ROWS if kind == "home"))
DATELINE = later("|".join(f"(?P<{code}>{pattern})" for code, kind, _, pattern in _ROWS if kind == "dateline"))
HEAD = 900
"""Where a dateline may end."""
STATED = later(
    r"(?i)\b(?:amounts?|figures?|numbers?|dollars?|currency|results|values|expressed|reported|presented|stated|denominated|prices)\b[^.;]{0,60}?\bin "
    r"(?P<name>us|u\.s\.|united states|american|canadian|australian|new zealand|hong kong|singapore)(?: dollars?| funds| currency)"
)
STATED_CODE = {
    "us": "USD",
    "u.s.": "USD",
    "united states": "USD",
    "american": "USD",
    "canadian": "CAD",
    "australian": "AUD",
    "new zealand": "NZD",
    "hong kong": "HKD",
    "singapore": "SGD",
}
WORLD_PRICES = frozenset(("ounce", "oz", "troy ounce", "barrel", "bbl"))
"""What the whole world prices in the dollar of the United States."""


def stated_dollar(text: str) -> str | None:
    """What the article says its dollars are: "all amounts are in Canadian dollars"."""
    found = STATED.search(text)
    return STATED_CODE[found["name"].lower()] if found is not None else None


def whose_dollar(text: str, explicit: Counter[str]) -> str | None:
    """The ISO code of a bare "$" where no country is stated; None where nothing says that it is not the usual one.

    `explicit`: how often dollars of each country are marked outright. What is listed in the United States as well is
    read there, save where its own dateline says that it speaks at home.
    """
    homes = Counter(match.lastgroup for match in HOME.finditer(text, 0, 200_000))
    begun = DATELINE.search(text, 0, HEAD)
    dateline = begun.lastgroup if begun is not None else None
    others = sorted(((count, code) for code, count in explicit.items() if code != "USD"), reverse=True)
    marked = others[0][1] if len(others) == 1 or (others and others[0][0] > others[1][0]) else None
    if dateline not in (None, "USD") and (homes[dateline] or marked == dateline):
        return dateline
    if homes["USD"] or (dateline == "USD" and explicit["USD"] and others):
        return "USD" if explicit["USD"] else None
    if marked is not None:
        return marked
    foreign = sorted(((count, str(code)) for code, count in homes.items()), reverse=True)
    return foreign[0][1] if foreign else None
