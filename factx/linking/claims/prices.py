"""Prices: of a share, of what is bought and sold, and the rate that an amount is given at ("$5 a head")."""

from __future__ import annotations

import re

from factx.linking.claims.clause import Scene
from factx.linking.claims.roles import Role

__all__ = ["CLOSING", "DAY", "PRICES", "RATE", "moved_price", "stands_at", "strip_rate", "with_rate"]

RATE = re.compile(r"(?:per|an?|each|every|apiece)\b|/", re.IGNORECASE)
"""How a rate begins behind its amount."""

BASIS = re.compile(r"\s{0,3}(on an? [\w-]{3,20} basis)\b", re.IGNORECASE)
"""The accounting basis of a rate ("$2 a share on a diluted basis")."""

PRICES = {"value": "value", "price": "price", "offer": "offer", "sell": "price", "buy": "price", "rent": "price", "lease": "price",
          "acquire": "price", "purchase": "price", "hire": "price", "trade": "price", "auction": "price", "repurchase": "price", "resell": "price"}  # fmt: skip
"""Verbs of trade and what the money beside them is."""

PRICE_MOVES = frozenset(("rise", "fall", "gain", "jump", "slip", "drop", "climb", "soar", "plunge", "tumble", "surge", "slide", "sink", "advance",
                         "add", "lose", "shed", "rally", "dip", "leap", "slump", "rebound", "plummet", "close", "end", "finish", "trade", "open",
                         "settle"))  # fmt: skip
"""What a listed company itself is said to do where its share price does it ("Acme rose 5%", "Bolt closed at $9")."""

DEAREST = 1_000_000
"""What one share can cost, in a currency's major units."""

DAY = frozenset(("close", "closing", "finish", "open"))
"""Nouns of a day's trade that stand for the price then."""

CLOSING = frozenset(("close", "end", "finish", "settle"))
"""What a price does at the end of a day's trade."""


def moved_price(scene: Scene, ref: int, role: Role) -> str | None:
    """ "Acme rose 5%", "Bolt closed at $9": the share price, of which the text says only whose it is.

    >>> import factx
    >>> factx.extract("Norvik shares closed at $9.").money[0].what
    'closing price'
    """
    amount = scene.amounts[ref]
    if role.verb is None or (amount.dimension not in ("percentage", None) and amount.currency is None):
        return None
    lemma = scene.lemma_of(role.verb)
    level = role.side == "to" and amount.high < DEAREST
    if amount.currency is not None and not level and lemma not in CLOSING | {"trade", "open"}:
        return None
    return ("closing price" if lemma in CLOSING else "share price") if lemma in PRICE_MOVES else None


def stands_at(scene: Scene, role: Role) -> bool:
    """ "closed at $9", and what moved from there ("closed at $9, down $1").

    >>> import factx
    >>> factx.extract("Norvik closed at $9, down $1.").money[0].what
    'closing price'
    """
    assert role.verb is not None
    behind = scene.after(role.verb, 'R"@')
    return (scene.kind(behind) == "p" and scene.head_of(behind) == "at") or scene.kind(behind) == "u"


def with_rate(scene: Scene, ref: int, text: str | None) -> str | None:
    """Add "per share", "a leg", "on a diluted basis" as written behind the amount.

    >>> import factx
    >>> factx.extract("Norvik lost $2 a share.").money[0].what
    'lost a share'
    """
    amount = scene.amounts[ref]
    document = scene.document.text
    written = " ".join(document[amount.end : amount.phrase_end].split())
    parts = [] if text is None else [text]
    said = (
        text is not None
        and amount.per is not None
        and re.search(rf"\bper (?:\w+ )?{re.escape(amount.per)}\b", text) is not None
    )
    if amount.per and not said and RATE.match(written) and (text is None or written.lower() not in text.lower()):
        parts.append(written)
    basis = BASIS.match(document, amount.phrase_end)
    if basis is not None and (text is None or basis[1].lower() not in text.lower()):
        parts.append(basis[1])
    return " ".join(parts) or None


def strip_rate(text: str) -> str:
    """A description without its rate.

    >>> strip_rate("net income per share")
    'net income'
    """
    return re.sub(r"\s(?:per|a|an) (?:\w+ )?\w+$", "", text)
