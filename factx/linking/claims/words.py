"""Small word classes of the claim rules, read from the data files or closed by nature.

>>> direction_of("rise", "verb"), direction_of("declines", "noun"), direction_of("table", "noun")
('up', 'down', None)
"""

from __future__ import annotations

from functools import cache

from factx import lexicon

__all__ = [
    "AGENT_NOUNS", "APPROXIMATING", "COMPARING", "COPULAS", "DEALS", "ESTIMATING", "EVENTS", "EXPLANATORY", "FORECASTERS", "GENERIC", "HOLDING", "NOUNS_OF_VERBS",
    "PAYMENT", "SHARES", "SPEECH", "SPENDING",
    "TAKING", "TRANSACTIONS", "direction_of", "is_quantity",
]  # fmt: skip

COPULAS = frozenset(
    "be total reach hit exceed top comprise equal represent average amount come stand approach surpass near constitute "
    "remain become stay breach account measure run start begin range vary".split()
)
"""Verbs between a quantity and its amount ("revenue totalled $5m", "came to", "stood at")."""

GENERIC = frozenset(
    "total sum amount maximum minimum average aggregate combined figure value level excess number rate majority".split()
)
"""Heads that say nothing of their own in "a total of $5m"."""

COMPARING = frozenset("with to versus vs against from than".split())
"""Prepositions that can stand before the other value of a comparison."""

SPENDING = frozenset("invest spend put pour plough plow sink inject commit allocate earmark pump".split())
"""Verbs whose "in" or "on" says what the money is for ("invested $5m in plants")."""

TRANSACTIONS = frozenset("buy repurchase resell sell acquire purchase rent price offer value lease hire trade auction".split())
"""Verbs whose "for" or "at" says the price of their object."""

TAKING = frozenset("lose gain raise add cut trim slash shed shave save reduce".split())
"""Verbs of change whose object is the sum itself when somebody does it ("Acme lost $5m", "raised $20m")."""

NOUNS_OF_VERBS = {"grow": "growth", "reduce": "reduction", "improve": "improvement", "expand": "expansion", "contract": "contraction",
                  "recover": "recovery", "lose": "loss", "raise": "rise", "lower": "reduction", "deteriorate": "deterioration"}  # fmt: skip
"""Nouns of verbs of change that are no nouns themselves."""

EVENTS = frozenset("offer bid order contract plan option request tender demand team staff group network panel board fleet population".split())
"""Nouns whose "of", "for" or "to" brings a count of their own ("an offer for 500 shares")."""

DEALS = frozenset("deal contract transaction agreement acquisition takeover order purchase package pact".split())
"""Nouns that say too little without what was bought."""

APPROXIMATING = frozenset("between around about over nearly under near below above approximately roughly almost only just some".split())
"""Words before an amount that its phrase may not hold."""

ESTIMATING = frozenset("forecast project estimate expect put set fix guide peg predict anticipate assess budget".split())
"""Verbs that in the passive stand between a quantity and its amount ("is forecast at $5m")."""

FORECASTERS = frozenset("analysts analyst economists economist market markets consensus brokers forecasters".split())
"""Who expects something of somebody else."""

PAYMENT = frozenset("cash stock shares total value advance part return addition all aggregate turn fact trading trade line".split())
"""What an amount can be "in" without being of it ("$5m in cash")."""

HOLDING = frozenset("have hold keep end generate report finish".split())
"""Verbs behind which "$5m in cash" is cash, and no way of paying."""

SHARES = frozenset("share shares stock stocks adrs".split())
"""Heads that stand for the share price when they rise, fall or close."""

SPEECH = frozenset(
    "say announce report tell add disclose reveal state confirm note declare warn claim comment publish post release "
    "explain write argue insist respond reply speak issue unveil".split()
)
"""Verbs whose own time is that of the report and not that of the claim."""

EXPLANATORY = frozenset("on in to for from as by".split())
"""Prepositions that go on with a description ("cash awards to employees")."""

AGENT_NOUNS = frozenset(
    "company firm group airline bank maker manufacturer retailer insurer carrier brewer supplier operator owner publisher "
    "broadcaster chain miner producer builder developer startup start-up business organisation organization agency ministry "
    "government fund investor buyer seller vendor lender utility partnership subsidiary unit division parent corporation "
    "giant conglomerate brand charity university council department regulator association union club team foundation "
    "employees workers staff shareholders members people companies firms banks vendors carriers customers investors shareholders consumers users governments analysts people "
    "businesses retailers manufacturers suppliers airlines subsidiaries he she it they we i who".split()
)
"""Heads of phrases that can own, spend and earn."""


@cache
def _directions() -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in lexicon.rows("change_words.tsv")}


def direction_of(word: str, kind: str) -> str | None:
    """What a verb lemma, noun or adverb (lower case) says of a quantity: up, down, unchanged or None."""
    return _directions().get((word, kind))


@cache
def _quantity_heads() -> frozenset[str]:
    heads = {phrase.rsplit(" ", 1)[-1] for phrase in lexicon.table("metrics.tsv")}
    heads |= set("results figures growth amount total value number level rate ratio proportion index surplus deficit income".split())
    return frozenset(heads - AGENT_NOUNS - DEALS - EVENTS - {"staff", "charge", "line", "market", "investment", "investments", "capacity", "settlement"}) | {
        word for word, kind in _directions() if kind == "noun"
    }


def is_quantity(word: str) -> bool:
    """Can the noun (lower case) be measured, so that it is what a claim is about and not whose?

    >>> is_quantity("sales"), is_quantity("company")
    (True, False)
    """
    return word in _quantity_heads()
