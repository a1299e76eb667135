"""Small word classes of the claim rules, read from `claim_words.tsv` and `change_words.tsv`.

>>> direction_of("rise", "verb"), direction_of("declines", "noun"), direction_of("table", "noun")
('up', 'down', None)
"""

from __future__ import annotations

from functools import cache

from factx import lexicon

__all__ = [
    "AGENT_NOUNS", "BEFORE_WHAT", "COMPARING", "COPULAS", "ESTIMATING", "FORECASTERS", "FORESEEING", "GENERIC", "GUIDED", "LOSSES",
    "NOUNS_OF_VERBS", "PARTS", "PAYMENT", "SAYING_NOTHING", "SPEECH", "SPENDING", "STEADY", "STOCK", "TAKING", "TRADING",
    "TRANSACTIONS", "direction_of", "is_quantity",
]  # fmt: skip


def _of(kind: str) -> frozenset[str]:
    """The words of one class."""
    return frozenset(row[0] for row in lexicon.rows("claim_words.tsv") if row[1] == kind)


COPULAS = _of("copulas")
"""Verbs between a quantity and its amount ("revenue totalled $5m", "came to", "stood at")."""

GENERIC = _of("generic")
"""Heads that say nothing of their own in "a total of $5m"."""

COMPARING = _of("comparing")
"""Prepositions that can stand before the other value of a comparison."""

SAYING_NOTHING = _of("saying nothing")
"""Verbs that alone do not say what an amount is ("had $5m", "reported $5m")."""

SPENDING = _of("spending")
"""Verbs whose "in" or "on" says what the money is for ("invested $5m in plants")."""

TRANSACTIONS = _of("transactions")
"""Verbs whose "for" or "at" says the price of their object."""

TAKING = _of("taking")
"""Verbs of change whose object is the sum itself when somebody does it ("Acme lost $5m", "raised $20m")."""

ESTIMATING = _of("estimating")
"""Verbs that in the passive stand between a quantity and its amount ("is forecast at $5m")."""

FORECASTERS = _of("forecasters")
"""Who expects something of somebody else."""

PARTS = _of("parts")
"""Heads of phrases that stand for a share of people, given behind in brackets ("a majority (53%) believe")."""

PAYMENT = _of("payment")
"""What an amount can be "in" without being of it ("$5m in cash")."""

BEFORE_WHAT = _of("before what")
"""What profit is "before" or "after"."""

STEADY = _of("steady")
"""Adjectives between a quantity and the amount at which it stays ("unchanged at $5m")."""

STOCK = _of("shares")
"""Heads that stand for the share price when they rise, fall or close."""

LOSSES = frozenset(("loss", "losses", "deficit", "shortfall"))
"""What is not higher where it is better."""
GUIDED = frozenset(row[0] for row in lexicon.rows("modality.tsv") if row[1] == "noun")
"""Nouns that say that a figure is guidance: outlook, forecast, target …"""

FORESEEING = frozenset(row[0] for row in lexicon.rows("modality.tsv") if row[1] == "verb") | {"see"}
"""Verbs of those who forecast: expect, project, see …"""

TRADING = _of("trading")
"""Verbs of shares and what else is traded ("closed at $5")."""

SPEECH = _of("speech")
"""Verbs whose own time is that of the report and not that of the claim."""

AGENT_NOUNS = _of("agent nouns")
"""Heads of phrases that can own, spend and earn."""

NOUNS_OF_VERBS = {"grow": "growth", "reduce": "reduction", "improve": "improvement", "expand": "expansion", "contract": "contraction",
                  "recover": "recovery", "lose": "loss", "raise": "rise", "lower": "reduction", "deteriorate": "deterioration"}  # fmt: skip
"""Nouns of verbs of change that are no nouns themselves."""


@cache
def _directions() -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in lexicon.rows("change_words.tsv")}


def direction_of(word: str, kind: str) -> str | None:
    """What a verb lemma, noun or adverb (lower case) says of a quantity: up, down, unchanged or None."""
    return _directions().get((word, kind))


@cache
def _quantity_heads() -> frozenset[str]:
    heads = {phrase.rsplit(" ", 1)[-1] for phrase in lexicon.table("metrics.tsv")}
    heads |= _of("quantity")
    return frozenset(heads - AGENT_NOUNS - _of("deals") - _of("events") - _of("no quantity")) | {
        word for word, kind in _directions() if kind == "noun"
    }


def is_quantity(word: str) -> bool:
    """Can the noun (lower case) be measured, so that it is what a claim is about and not whose?

    >>> is_quantity("sales"), is_quantity("company")
    (True, False)
    """
    return word in _quantity_heads()
