"""Small word classes of the claim rules, read from `claim_words.tsv` and `change_words.tsv`.

>>> direction_of("rise", "verb"), direction_of("declines", "noun"), direction_of("table", "noun")
('up', 'down', None)
"""

from __future__ import annotations

from functools import cache

from factx import lexicon

__all__ = [
    "AGENT_NOUNS", "APPROXIMATING", "AUXILIARIES", "BE", "BEFORE_TO", "BEFORE_WHAT", "COMPARING", "COORDINATORS", "COPULAS",
    "CYCLES", "DEALS", "DIRECTIONS", "ESTIMATING", "EVENTS", "EXPLANATORY", "FORECASTERS", "GENERIC", "HAVE",
    "HOLDING", "IRREGULAR", "MONEY_VERBS", "NOUNS_OF_MONEY", "NOUNS_OF_VERBS", "OBJECT_CONTROL", "PAYMENT", "PREPOSITIONAL", "SHARES", "SPEECH",
    "SPENDING", "SUBORDINATORS", "SUFFIXES", "TAKING", "TRANSACTIONS", "VERBAL", "YEARLY", "direction_of", "is_metric_word", "is_quantity",
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

SPENDING = _of("spending")
"""Verbs whose "in" or "on" says what the money is for ("invested $5m in plants")."""

TRANSACTIONS = _of("transactions")
"""Verbs whose "for" or "at" says the price of their object."""

TAKING = _of("taking")
"""Verbs of change whose object is the sum itself when somebody does it ("Acme lost $5m", "raised $20m")."""

EVENTS = _of("events")
"""Nouns whose "of", "for" or "to" brings a count of their own ("an offer for 500 shares")."""

DEALS = _of("deals")
"""Nouns that say too little without what was bought."""

APPROXIMATING = _of("approximating")
"""Words before an amount that its phrase may not hold."""

ESTIMATING = _of("estimating")
"""Verbs that in the passive stand between a quantity and its amount ("is forecast at $5m")."""

FORECASTERS = _of("forecasters")
"""Who expects something of somebody else."""

PAYMENT = _of("payment")
"""What an amount can be "in" without being of it ("$5m in cash")."""

HOLDING = _of("holding")
"""Verbs behind which "$5m in cash" is cash, and no way of paying."""

SHARES = _of("shares")
"""Heads that stand for the share price when they rise, fall or close."""

SPEECH = _of("speech")
"""Verbs whose own time is that of the report and not that of the claim."""

VERBAL = _of("verbal")
"""Prepositions that also do so behind a verb ("invested through funds")."""

EXPLANATORY = _of("explanatory")
"""Prepositions that go on with a description ("cash awards to employees")."""

AGENT_NOUNS = _of("agent nouns")
"""Heads of phrases that can own, spend and earn."""

AUXILIARIES = _of("auxiliaries")
"""Forms of be, have and do."""

SUBORDINATORS = _of("subordinators")
"""Words that open a clause."""

DIRECTIONS = _of("directions")
"""Words of direction that stand alone."""

COORDINATORS = _of("coordinators")
"""Words that join."""

SUFFIXES = _of("suffixes")
"""Legal forms behind a comma."""

CYCLES = _of("cycles")
"""Units of "year over year"."""

YEARLY = _of("yearly")
""" "Year-over-year" and the like, in one word."""

IRREGULAR = _of("irregular")
"""Participles that look like nouns or base verbs."""

BEFORE_TO = _of("before to")
"""Words whose "to" is a preposition."""

HAVE = _of("have")
"""Forms of have."""

PREPOSITIONAL = _of("prepositional")
"""Words that act as prepositions, whatever their tag."""

BE = _of("be")
"""Forms of be."""

OBJECT_CONTROL = _of("object control")
"""Verbs whose object is the subject of the infinitive ("asked Bolt to pay")."""

MONEY_VERBS = _of("money verbs")
"""Verbs that alone say what a sum is ("lost $5m", "was fined $5m"); "posted" and "had" do not."""

NOUNS_OF_MONEY = {"donate": "donation", "contribute": "contribution", "invest": "investment", "pay": "payment", "spend": "spending", "lose": "loss",
                  "save": "savings", "earn": "earnings", "owe": "debt", "borrow": "borrowing", "lend": "loan", "grant": "grant", "award": "award",
                  "pledge": "pledge", "bid": "bid", "offer": "offer", "cost": "cost", "fine": "fine", "charge": "charge", "raise": "funding"}  # fmt: skip
"""What the sum is that somebody is doing that with ("…, donating $1m")."""

BEFORE_WHAT = frozenset(
    [
        "tax",
        "taxes",
        "taxation",
        "interest",
        "interests",
        "items",
        "depreciation",
        "amortisation",
        "amortization",
        "provisions",
        "minorities",
    ]
)
"""What profit is "before" or "after"."""

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
    return frozenset(heads - AGENT_NOUNS - DEALS - EVENTS - _of("no quantity")) | {
        word for word, kind in _directions() if kind == "noun"
    }


def is_quantity(word: str) -> bool:
    """Can the noun (lower case) be measured, so that it is what a claim is about and not whose?

    >>> is_quantity("sales"), is_quantity("company")
    (True, False)
    """
    return word in _quantity_heads() or (
        word[-1:].isdigit() and word[:-1] in _quantity_heads()
    )  # "income1": a footnote


@cache
def _metric_words() -> frozenset[str]:
    words = {word for phrase in lexicon.table("metrics.tsv") for word in phrase.split()} | {"ifrs", "us-gaap"}
    return frozenset(words - AGENT_NOUNS)


def is_metric_word(word: str) -> bool:
    """Is the word (lower case) part of the name of a metric, and so of no company?

    >>> is_metric_word("gaap"), is_metric_word("acme")
    (True, False)
    """
    return word in _metric_words() or (word[-1:].isdigit() and len(word) > 4 and word[:-1] in _metric_words())
