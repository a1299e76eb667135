"""What a change is of: the quantity that rises and falls, or the share price of the company that is said to."""

from __future__ import annotations

from factx.linking.claims.clause import Scene
from factx.linking.claims.phrases import bare, describe, lower_first, words_of
from factx.linking.claims.prices import moved_price
from factx.linking.claims.roles import Role
from factx.linking.claims.words import (
    AGENT_NOUNS,
    NOUNS_OF_VERBS,
    SHARES,
    direction_of,
    is_quantity,
)

__all__ = ["changed", "is_somebody", "nominal"]

NOMINAL = {"up": "rise", "down": "fall"}
"""The noun of a change that its verb has none for."""


def changed(scene: Scene, ref: int, role: Role, owner: str) -> str | None:
    """The quantity that changes by or to amount `ref`, as noun of the change where it is by that much.

    >>> import factx
    >>> factx.extract("Costs of new presses rose to $5m.").money[0].what
    'costs of new presses'
    """
    assert role.noun is not None
    assert role.anchor is not None
    noun = role.noun
    if scene.kind(noun) == "A":
        return None
    verbal = role.verb if role.verb is not None else role.anchor
    if scene.kind(noun) == "H" or (noun < verbal and is_somebody(scene, noun)):
        return moved_price(scene, ref, role) or (
            NOUNS_OF_VERBS.get(scene.lemma_of(verbal)) if role.side == "by" and scene.kind(verbal) in "VIGE" else None
        )
    stop = role.anchor if role.anchor > noun else None
    if stop is None and noun < role.start and (role.verb is None or role.verb < noun):
        stop = role.start  # "raised its guidance for sales to a range of"
    text = describe(scene, noun, owned_by=owner, stop=min(stop, verbal) if stop is not None and verbal > noun else stop)
    chunk = scene.chunks[noun]
    if (
        role.side != "by"
        and chunk.last > chunk.first
        and direction_of(scene.head_of(noun), "noun")
        and role.anchor == noun
    ):
        text = words_of(scene, bare(scene, noun)[0], chunk.last - 1)  # the level behind "a profit growth of 10%"
    if scene.kind(noun) == "m":
        text = _antecedent(scene, noun)
    if scene.head_of(noun) in SHARES and scene.amounts[ref].dimension != "percentage" and scene.amounts[ref].currency:
        text = "share price"
    text = " ".join([text, *_aside(scene, role)])
    if role.side == "by" and (
        scene.amounts[ref].currency is not None or scene.head_of(scene.before(role.start)) == "by"
    ):
        head = text.split(" ", 1)[0]
        if direction_of(head.lower(), "noun") is None:
            text = nominal(scene, role, text)
    return text


def is_somebody(scene: Scene, noun: int) -> bool:
    """A name or "the company": nothing that itself can be measured.

    >>> import factx
    >>> factx.extract("Norvik rose 5% on Monday.").numbers[0].what
    'share price'
    """
    head = scene.head_of(noun)
    named = scene.is_named(noun) or head in AGENT_NOUNS
    return scene.kind(noun) == "N" and named and not is_quantity(head) and head not in SHARES


def _aside(scene: Scene, role: Role) -> list[str]:
    """ "to $10 one-way for all flights": what comes behind the last value of the change, and belongs to all."""
    end = role.end
    while scene.kind(end + 1) == "p" and scene.head_of(end + 1) in ("to", "from") and scene.kind(end + 2) == "A":
        end += 2
    parts = []
    if scene.kind(end + 1) == "J" and scene.head_of(end + 1) != "due":
        end += 1
        parts.append(scene.text_of(end))
    if scene.kind(end + 1) == "p" and scene.head_of(end + 1) == "for" and scene.kind(end + 2) == "N":
        first, last = bare(scene, end + 2)
        parts += ["for", words_of(scene, first, last)]
    return parts


def _antecedent(scene: Scene, index: int) -> str:
    """What "this" stands for: the last noun phrase of the sentence before (the text's own word where there is none)."""
    document = scene.document
    before = document.sentences[scene.sentence.index - 1] if scene.sentence.index else None
    if before is None:
        return scene.head_of(index)
    earlier = Scene(document, before, (), (), ())
    for verb in range(len(earlier.shape) - 1, -1, -1):
        if earlier.shape[verb] == "V":
            for i in range(verb + 1, len(earlier.shape)):
                if earlier.shape[i] == "N":
                    first, last = bare(earlier, i)
                    return words_of(earlier, first, last)
            break
    return scene.head_of(index)


def nominal(scene: Scene, role: Role, text: str) -> str:
    """ "costs rose by" -> "rise in costs".

    >>> import factx
    >>> factx.extract("Costs rose by $5m.").money[0].what
    'rise in costs'
    """
    if role.anchor == role.noun:
        return text  # "a traffic drop of"
    lemma = (
        scene.lemma_of(role.anchor)
        if role.anchor is not None and scene.kind(role.anchor) in ("V", "I", "G", "E")
        else ""
    )
    noun = NOUNS_OF_VERBS.get(lemma) or (
        lemma if direction_of(lemma, "noun") else NOMINAL.get(role.direction or "", "change")
    )
    return f"{noun} in {lower_first(text)}"
