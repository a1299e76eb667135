"""The verb that an amount completes, with its object and what goes on behind the amount ("spent on new presses")."""

from __future__ import annotations

from factx.linking.claims.clause import Scene
from factx.linking.claims.phrases import WORDS_AT_MOST, describe, trail
from factx.linking.claims.prices import CLOSING, PRICES, stands_at
from factx.linking.claims.roles import Role
from factx.linking.claims.words import (
    BE,
    MONEY_VERBS,
    NOUNS_OF_MONEY,
    SHARES,
    TRANSACTIONS,
    is_quantity,
)

__all__ = ["deal_of", "last_verb", "verbal"]

EXPECTED = frozenset(
    (
        "forecast",
        "forecasts",
        "estimate",
        "estimates",
        "expectation",
        "expectations",
        "consensus",
        "projection",
        "projections",
    )
)
"""What a result is held against."""

PARTICLES = frozenset(("aside", "back", "out", "off", "over", "away", "down"))
"""Adverbs that belong to the verb ("set aside", "paid out")."""

DEAL_VERBS = frozenset(("acquire", "build", "buy", "deliver", "design", "develop", "lease", "license", "merge", "operate", "order", "provide", "purchase",
                        "sell", "supply", "take"))  # fmt: skip
"""What is agreed to be done in a deal ("is to buy 30% of Bolt in a deal worth $5m")."""


def verbal(scene: Scene, ref: int, role: Role) -> str | None:
    """The verb, its object where the amount is not that, and what goes on behind the amount.

    >>> import factx
    >>> factx.extract("Norvik paid $3m for a mill.").money[0].what
    'paid for mill'
    """
    assert role.verb is not None
    lemma = scene.lemma_of(role.verb)
    noun = role.noun
    if (
        lemma in TRANSACTIONS
        and role.name in ("oblique", "loose")
        and scene.amounts[ref].currency
        and noun is not None
        and scene.kind(noun) == "N"
    ):
        if scene.head_of(noun) in SHARES:
            return f"{PRICES[lemma]} per share"
        return f"{PRICES[lemma]} of {describe(scene, noun, stop=role.verb if noun < role.verb else role.start)}"
    if lemma == "be":
        return describe(scene, noun, stop=role.start) if noun is not None and is_quantity(scene.head_of(noun)) else None
    if lemma in CLOSING and scene.amounts[ref].currency and stands_at(scene, role):
        return "closing price"
    subject = scene.subject_of(role.verb) if scene.shape[role.verb] == "V" and noun is None else None
    if (
        subject is not None
        and scene.kind(subject) == "N"
        and is_quantity(scene.head_of(subject))
        and scene.tokens.codes[scene.chunks[role.verb].last] == "E"
    ):
        return describe(scene, subject, stop=role.verb)  # "no dividend was paid, compared with 5p"
    held = scene.subject_of(role.verb)
    if scene.amounts[ref].currency and held is not None and scene.head_of(held) in SHARES and noun is None:
        at = scene.before(role.start)
        if scene.kind(at) == "p" and scene.head_of(at) == "at":
            return "share price"
    if (
        noun is not None
        and role.verb < noun < role.start
        and scene.kind(noun) == "N"
        and is_quantity(scene.head_of(noun))
    ):
        before = scene.before(role.start)
        if role.name == "oblique" and scene.kind(before) == "p" and scene.head_of(before) in ("to", "at", "from"):
            return describe(scene, noun, stop=before)  # "updated its guidance for sales to $5m"
    if (
        noun is not None
        and role.verb < noun < role.start
        and scene.kind(noun) == "N"
        and scene.head_of(noun) in EXPECTED
    ):
        return describe(scene, noun, stop=scene.before(role.start))  # "missed forecasts for $5m"
    if lemma == "change" and scene.amounts[ref].currency and scene.head_of(role.verb + 1) == "hands":
        return "share price"  # "changed hands at $9"
    parts = [last_verb(scene, role.verb)]
    if role.name == "object" and scene.kind(role.verb + 1) in ("R", "u") and scene.head_of(role.verb + 1) in PARTICLES:
        parts.append(scene.head_of(role.verb + 1))
    if noun is None and role.name == "oblique" and scene.kind(role.verb + 1) == "A" and role.verb + 1 < role.start:
        parts.append(scene.text_of(role.verb + 1))
    if noun is not None and role.verb < noun < role.start and scene.kind(noun) == "N":
        parts.append(describe(scene, noun, stop=role.start))
    before = scene.before(role.start if role.name != "listed" or role.base is None else scene.place[role.base])
    amount = scene.amounts[ref]
    if amount.unit_start is not None and amount.currency is None and amount.unit and amount.dimension != "percentage":
        if role.verb > role.start or (role.name == "oblique" and noun is None and not _done_to(scene, role.verb)):
            return amount.unit  # "with five projects, the club is known", "it happened in three countries"
        parts += [scene.head_of(before)] if scene.kind(before) in ("p", "o") and before > role.verb else []
        parts.append(amount.unit)
    parts += trail(scene, _behind_brackets(scene, role.end), verbal=True, room=WORDS_AT_MOST)
    if lemma == "fine" and scene.amounts[ref].currency:
        return "fine"
    if len(parts) == 1:
        if lemma not in MONEY_VERBS and lemma not in TRANSACTIONS:
            return None  # "posted", "reflects": says nothing of the amount
        passive = any(word in BE for word in scene.lower_of(role.verb))
        if scene.shape[role.verb] == "G" or passive:
            return NOUNS_OF_MONEY.get(lemma, parts[0])
    return " ".join(parts)


def _done_to(scene: Scene, verb: int) -> bool:
    """A passive, or a participle ("is used in 40 countries"); what "happened in 40 countries" needs no verb."""
    return scene.tokens.codes[scene.chunks[verb].last] == "E" or any(word in BE for word in scene.lower_of(verb))


def _behind_brackets(scene: Scene, end: int) -> int:
    """The last chunk of the amount with the conversions in brackets behind it."""
    if scene.kind(end + 1) != "(":
        return end
    closing = scene.shape.find(")", end + 1, end + 8)
    return closing if closing > 0 and set(scene.shape[end + 2 : closing]) <= set("A,;-&:") else end


def last_verb(scene: Scene, verb: int, passive: bool = False) -> str:
    """The verb without auxiliaries: "has spent" -> "spent".

    >>> import factx
    >>> factx.extract("Norvik has spent $3m on presses.").money[0].what
    'spent on presses'
    """
    chunk = scene.chunks[verb]
    to = scene.tokens.codes.find("T", chunk.first, chunk.last)
    passive = passive and to > chunk.first and any(word in BE for word in scene.tokens.lower[chunk.first : to])
    if passive and scene.tokens.codes[to - 1] == "E" and scene.tokens.codes[chunk.last] == "B":
        return scene.tokens.text[to - 1]  # "were recalled to replace"
    return scene.tokens.text[chunk.last]


def deal_of(scene: Scene, role: Role) -> str | None:
    """What a deal does: "is to buy 37.5% of Bolt in a deal worth" -> "buy 37.5% of Bolt".

    >>> import factx
    >>> factx.extract("Norvik is to buy 30% of Bolt in a deal worth $5m.").money[0].what
    'worth of deal to buy 30% of Bolt'
    """
    if role.verb is None or role.noun is None or role.verb > role.noun:
        return None
    lemma, i = scene.lemma_of(role.verb), role.verb + 1
    if lemma not in DEAL_VERBS or scene.kind(i) not in ("A", "N"):
        return None
    if scene.kind(i) == "A":
        if scene.amounts[scene.chunks[i].ref].currency is not None:
            return None
        return " ".join([lemma, scene.text_of(i), *trail(scene, i, stop=role.noun - 1)])
    return f"{lemma} {describe(scene, i, stop=role.noun - 1)}"
