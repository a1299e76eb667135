"""Whose: the owner of the quantity, the subject of the clause, or the company that the article is about."""

from __future__ import annotations

from dataclasses import replace

from factx.linking.claims.clause import Scene
from factx.linking.claims.owner import agent_text, is_agent, owner_of, owner_text
from factx.linking.claims.phrases import bare, without_capital, words_of
from factx.linking.claims.roles import Role
from factx.linking.claims.share import number_subject
from factx.linking.claims.topic import Topic
from factx.linking.claims.words import (
    FORECASTERS,
    is_quantity,
)

__all__ = ["subject_of", "who"]

INSIDE = frozenset(("modifier", "of", "worth", "apposition", "label"))
"""Roles whose noun is the thing measured, and not who has it."""

NOBODY = frozenset(
    (
        "there",
        "here",
        "that",
        "this",
        "these",
        "those",
        "which",
        "who",
        "what",
        "one",
        "some",
        "all",
        "both",
        "respectively",
    )
)
"""Words that name nobody and nothing."""


def subject_of(scene: Scene, ref: int, role: Role, base: str | None, topic: Topic) -> str | None:
    """The subject of amount `ref`; `base`: that of the amount that it restates or is compared with.

    >>> import factx
    >>> factx.extract("Norvik paid $3m for a mill.").money[0].subject
    'Norvik'
    """
    text = _subject_of(scene, ref, role, base, topic)
    return text if text is None or text.lower() not in NOBODY else topic.at(scene)


def _subject_of(scene: Scene, ref: int, role: Role, base: str | None, topic: Topic) -> str | None:
    amount = scene.amounts[ref]
    if role.name == "listed" and role.anchor is not None and base is not None and role.base is not None:
        other = scene.amounts[role.base]
        if (amount.dimension, amount.currency) == (other.dimension, other.currency):
            return base
    if role.owner is not None:
        return owner_text(scene, role.owner, topic)
    if role.name == "counted" and role.base is not None:
        return base
    if base is not None and role.base is not None and role.name in ("conversion", "restated", "comparison"):
        if (scene.amounts[role.base].currency is None) == (amount.currency is None):
            return base
        if amount.currency is not None and role.name == "restated":
            return who(scene, replace(role, noun=None), topic)
    before = scene.before(role.start)
    if scene.kind(before) == "g":
        return owner_text(scene, before, topic)
    if (
        role.name == "label"
        and role.noun is not None
        and scene.kind(role.noun - 1) == ","
        and scene.kind(role.noun - 2) == "N"
    ):
        return words_of(scene, *bare(scene, role.noun - 2))
    if amount.currency is None:
        share = number_subject(scene, ref, role, topic)
        if share is not None:
            return share if share.split(None, 1)[0] in topic.name_words else without_capital(scene, share)
        if role.name == "counted":
            return None
    return who(scene, role, topic, amount.currency is not None)


def who(scene: Scene, role: Role, topic: Topic, currency: bool = False) -> str | None:
    """Whose money or number it is.

    >>> import factx
    >>> factx.extract("Costs of Norvik rose to $5m.").money[0].subject
    'Norvik'
    """
    if role.whose is not None:
        return words_of(scene, *role.whose)
    if role.noun is not None:
        owned = owner_of(scene, role.noun, topic)
        if owned is not None:
            return owned
    verb = role.verb
    if verb is None:
        before = scene.verb_before(role.start, "V")
        verb = before if before is not None else scene.verb_after(role.end)
    elif scene.shape[verb] == "E" and role.noun is not None:
        finite = scene.verb_before(verb, "V")  # "accepts the shares tendered at a price of": the buyer's price
        verb = finite if finite is not None else verb
    candidate = scene.subject_of(verb) if verb is not None else None
    if candidate is None or role.start <= candidate <= role.end:
        return topic.at(scene)
    measured = candidate == role.noun and scene.kind(candidate) == "N" and not is_agent(scene, candidate)
    if measured and (is_quantity(scene.head_of(candidate)) or role.name in INSIDE):
        return topic.at(scene)
    if scene.head_of(candidate) in FORECASTERS:
        return topic.at(scene)
    predicate = verb is not None and role.noun is not None and role.noun > verb and scene.lemma_of(verb) == "be"
    if predicate and currency and not is_agent(scene, candidate):
        return topic.at(scene)  # "the main sources were sales of $5m"
    return agent_text(scene, candidate, topic)
