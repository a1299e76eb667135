"""What an amount is: the noun that it measures or the verb that it completes, in the text's words."""

from __future__ import annotations

import re

from factx.linking.claims.clause import Scene
from factx.linking.claims.phrases import bare, describe, lower_first, trail, without_capital, words_of
from factx.linking.claims.prices import DAY, RATE, strip_rate, with_rate
from factx.linking.claims.quantity import changed
from factx.linking.claims.roles import Role
from factx.linking.claims.verb_phrases import deal_of, last_verb, verbal
from factx.linking.claims.words import (
    AGENT_NOUNS,
    COPULAS,
    DEALS,
    SHARES,
    is_quantity,
)

__all__ = ["of_what", "what_of"]


def what_of(scene: Scene, ref: int, role: Role, base: str | None, owner: str | None) -> str | None:
    """The description of amount `ref`; `base`: that of the amount that it restates, `owner`: its subject.

    >>> import factx
    >>> factx.extract("Norvik spent $3m on new presses.").money[0].what
    'spent on new presses'
    """
    text = _what(scene, ref, role, base, owner)
    if text is None or text.lower() in AGENT_NOUNS or (RATE.match(text) and len(text.split()) < 4):
        return None  # "company", "per share"
    if FOOTNOTE.search(text) is not None:
        text = FOOTNOTE.sub("", text)  # "adjusted net income1"
    return without_capital(scene, text) if text and text[0].isupper() else text


FOOTNOTE = re.compile(r"(?<=[a-z]{4})[1-9](?= |$)")
"""The mark of a footnote behind a word."""


def _what(scene: Scene, ref: int, role: Role, base: str | None, owner: str | None) -> str | None:
    if role.name == "listed" and role.anchor is not None and base is not None and role.base is not None:
        same = scene.amounts[ref].currency == scene.amounts[role.base].currency
        if same:
            return with_rate(scene, ref, base)  # "grew 3% year over year and 4% in the quarter"
    if (
        role.name == "restated"
        and role.anchor is not None
        and role.base is not None
        and _is_share(scene, ref, role.base)
    ):
        moved = changed(scene, ref, role, owner or "") if role.noun is not None else None
        return moved if moved is not None else base  # "fell 7 per cent or 19.3p": the fall itself
    if role.name == "restated" and role.base is not None and role.verb is not None and _is_share(scene, ref, role.base):
        parts = trail(scene, role.noun, verbal=True) if role.noun is not None else []
        return with_rate(scene, ref, " ".join([last_verb(scene, role.verb), *parts]))
    if base is not None and role.base is not None and role.name in ("conversion", "restated", "comparison", "elliptic"):
        text: str | None = base
        if role.name == "restated" and scene.amounts[ref].per and scene.amounts[role.base].per is None:
            text = strip_rate(base)
    else:
        text = _main(scene, ref, role, _owner(scene, ref, role, owner))
        if (
            base is not None
            and text
            and role.name == "of"
            and role.side == "from"
            and " " not in text
            and text in base.split()
        ):
            text = base  # "compared with a loss of $2" says "loss per share" in short
    return with_rate(scene, ref, text)


def _owner(scene: Scene, ref: int, role: Role, owner: str | None) -> str:
    """Whose, for a phrase that then need not say it; the subject of a number is its quantity and no owner."""
    if owner is None or (
        scene.amounts[ref].currency is None and role.noun is not None and _named_in(scene, role.noun, owner)
    ):
        return ""
    return owner


def _named_in(scene: Scene, noun: int, owner: str) -> bool:
    head = scene.head_of(noun)
    return scene.kind(noun) == "N" and head not in SHARES and head in owner.lower().split()


def _is_share(scene: Scene, ref: int, base: int) -> bool:
    """Does money restate a part of something ("9% of sales in research (over $5m)")?"""
    other = scene.amounts[base]
    return (
        scene.amounts[ref].currency is not None
        and other.currency is None
        and other.dimension in ("percentage", "ratio")
    )


def _main(scene: Scene, ref: int, role: Role, owner: str) -> str | None:
    if role.text is not None:
        return role.text
    if role.name == "modifier" and role.noun is not None:
        return _with_premodifier(scene, role, of_what(scene, role, describe(scene, role.noun, owned_by=owner)))
    if role.name == "measure" and role.noun is not None:
        return _measured(scene, ref, role, owner)
    if (
        role.name == "label"
        and role.noun is not None
        and scene.head_of(role.noun) in SHARES
        and scene.amounts[ref].currency
    ):
        return "share price"
    if role.name == "label" and role.noun is not None and scene.head_of(role.noun) in DAY:
        return "closing price" if scene.head_of(role.noun) != "open" else "opening price"
    if role.name in ("of", "label", "apposition") and role.noun is not None:
        text = describe(
            scene,
            role.noun,
            owned_by=owner,
            stop=role.start if role.start > role.noun else None,
            joined=role.name == "of",
        )
        return (
            _with_premodifier(scene, role, text)
            if role.name == "apposition" and "-" in scene.shape[role.noun : role.start]
            else text
        )
    if role.name == "worth" and role.base is not None:
        unit = scene.amounts[role.base].unit
        return f"worth of {unit}" if unit and scene.amounts[role.base].unit_start is not None else None
    if role.name == "worth" and role.noun is not None:
        text = "worth of " + describe(
            scene, role.noun, owned_by=owner, stop=role.start if role.start > role.noun else None
        )
        return (
            f"{text} to {deal_of(scene, role)}" if scene.head_of(role.noun) in DEALS and deal_of(scene, role) else text
        )
    if role.name in ("change", "comparison", "restated") and role.anchor is not None and role.noun is not None:
        return changed(scene, ref, role, owner)
    if role.name == "copula" and role.noun is not None:
        if scene.kind(role.noun) != "N":
            return None
        if (
            scene.head_of(role.noun) == "cash"
            and role.verb is not None
            and scene.kind(role.noun + 1) in ("E", "V")
            and role.noun + 1 < role.verb
        ):
            last = scene.before(role.verb, "@pR,")  # "cash provided by operating activities for the year was"
            return words_of(scene, bare(scene, role.noun)[0], scene.chunks[last].last)
        return describe(scene, role.noun, owned_by=owner, stop=role.verb, joined=True)
    if role.name == "counted" and scene.amounts[ref].dimension == "percentage":
        return None
    if role.name == "change" and role.noun is None and role.base is not None:
        other = scene.amounts[role.base]
        return other.unit if other.currency is None and other.unit_start is not None else None
    if role.name == "counted":
        done = [] if role.verb is None or role.noun is not None else [last_verb(scene, role.verb, passive=True)]
        return (
            " ".join([*([scene.amounts[ref].unit or ""] if scene.amounts[ref].unit_start is not None else []), *done])
            or None
        )
    if role.verb is not None:
        return verbal(scene, ref, role)
    return None


def of_what(scene: Scene, role: Role, text: str) -> str:
    """ "revenue is expected to show a 3% rise": a bare noun of change takes the clause's quantity, "rise in revenue".

    >>> import factx
    >>> factx.extract("Revenue is expected to show a 3% rise.").numbers[0].what
    'rise in revenue'
    """
    if role.name != "modifier" or role.direction is None or " " in text or role.verb is None:
        return text
    verb = role.verb if scene.shape[role.verb] == "V" else scene.verb_before(role.verb, "V")
    subject = scene.subject_of(verb) if verb is not None else None
    if subject is None or scene.kind(subject) != "N" or not is_quantity(scene.head_of(subject)):
        return text
    return f"{text} in {lower_first(describe(scene, subject, stop=verb))}"


def _with_premodifier(scene: Scene, role: Role, text: str) -> str:
    """ "a hostile $5bn bid" -> "hostile bid"."""
    before = role.start - 1
    if scene.kind(before) != "m":
        return text
    chunk = scene.chunks[before]
    codes, lower = scene.tokens.codes, scene.tokens.lower
    words = [
        i
        for i in range(chunk.first, chunk.last + 1)
        if codes[i] not in "DS" and lower[i] not in ("extra", "whopping", "record", "another", "additional", "further")
    ]
    return " ".join([*(scene.tokens.text[i] for i in words), text]) if words else text


def _measured(scene: Scene, ref: int, role: Role, owner: str) -> str:
    """ "$5m worth of gear"; behind "sales comprised" the noun comes "from" the subject."""
    assert role.noun is not None
    text = describe(scene, role.noun, owned_by=owner, joined=True)
    if scene.head_of(role.noun - 2 if scene.kind(role.noun - 1) == "o" else role.noun) == "worth":
        text = "worth of " + text
    lemma = scene.lemma_of(role.verb) if role.verb is not None else ""
    if role.verb is not None and lemma in COPULAS and lemma not in ("be", "account") and scene.amounts[ref].currency:
        subject = scene.subject_of(role.verb)
        if subject is not None and scene.kind(subject) == "N":
            text = f"{text} from {lower_first(describe(scene, subject, stop=role.verb))}"
    return text
