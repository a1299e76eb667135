"""Amounts inside or beside a noun phrase: "a $5m loss", "$5m of debt", "net income of $5m", "a deal worth $5m"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx import lexicon
from factx.linking.claims.roles.role import Role
from factx.linking.claims.words import (
    BEFORE_WHAT,
    ESTIMATING,
    FORECASTERS,
    GENERIC,
    HOLDING,
    PAYMENT,
    SHARES,
    SPENDING,
    TRANSACTIONS,
    direction_of,
    is_quantity,
)

if TYPE_CHECKING:
    from factx.linking.claims.clause import Scene
    from factx.linking.claims.roles.reader import Roles

__all__ = ["after_of", "apposition", "elliptic", "label", "measures", "modifies", "quoted_at", "worth"]


SESSIONS = ("premarket", "pre-market", "after-hours", "aftermarket", "intraday")
"""Parts of a day's trade: "at $5 premarket"."""


def _rate(scene: Scene, ref: int) -> str | None:
    """A share of a share's earnings is of them: only money can be told from them by its rate."""
    return None if scene.amounts[ref].currency is not None else "share"


def modifies(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """A noun follows that the amount says the size of."""
    scene = roles.scene
    if scene.amounts[ref].unit_start is not None and scene.amounts[ref].dimension == "count":
        return None
    i = scene.after(end)
    if scene.kind(i) == "(":
        closing = scene.shape.find(")", i, i + 12)
        if closing < 0 or "V" in scene.shape[i:closing]:
            return None
        i = scene.after(closing)
    if scene.kind(i) != "N" or scene.head_of(i) in SESSIONS:
        return None
    if scene.head_of(i) in FORECASTERS and scene.kind(scene.after(i)) in ("V", "E"):
        return None  # "above the 3.9% analysts had expected"
    chunk = scene.chunks[i]
    codes = scene.tokens.codes[chunk.first : chunk.last + 1]
    fronted = scene.kind(start - 1) in ("m", "g")
    if (
        codes[0] in "DSH"
        or (codes[0] == "P" and not fronted and not _titled(scene, start, i))
        or (i > end + 1 and not fronted and "(" not in scene.shape[end:i])
    ):
        return None
    owner = (
        start - 1
        if scene.kind(start - 1) == "g"
        else start - 2
        if scene.kind(start - 1) == "m" and scene.kind(start - 2) == "g"
        else None
    )
    direction = direction_of(scene.head_of(i), "noun")
    follows = scene.head_of(i + 1) if scene.kind(i + 1) in ("o", "p") else ""
    level = (
        roles.level(start, scene.amounts[ref].per or _rate(scene, ref))
        if direction and follows not in ("of", "in", "for")
        else None
    )
    if level is not None:  # "fell to $5m, a 3% drop"
        return replace(
            roles.of[level],
            name="change",
            start=start,
            end=end,
            base=level,
            side="by",
            anchor=i,
            direction=direction,
            owner=None,
        )
    return Role("modifier", start, end, noun=i, verb=scene.verb_before(start), owner=owner, anchor=i if direction else None,
                direction=direction, side="by" if direction else None)  # fmt: skip


def measures(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """ "$5m of debt", "$5m worth of gear", "$5m in cash awards", "a third of its staff"."""
    scene, shape = roles.scene, roles.scene.shape
    amount = scene.amounts[ref]
    if amount.unit_start is not None and amount.currency is None and amount.dimension == "count":
        return None
    i = scene.after(end)
    word = scene.head_of(i) if scene.kind(i) in ("p", "o") else ""
    if word == "worth" and shape[i + 1 : i + 3] == "oN":
        return Role("measure", start, end, noun=i + 2, verb=scene.verb_before(start), owner=roles.owner(start))
    noun = scene.after(i, 'R"') if word in ("of", "in") else len(shape)
    if scene.kind(noun) not in ("N", "H") or (scene.kind(noun) == "H" and word == "in"):
        return None
    verb = scene.verb_before(start)
    before = scene.before(start)
    if (
        verb is not None
        and scene.kind(before) == "p"
        and scene.head_of(before) in ("to", "from")
        and roles.change_word(verb, before)[0] is not None
    ):
        return None  # "bad loans fell to 1.2% of all loans"
    if word == "in":
        chunk = scene.chunks[noun]
        holds = verb is not None and scene.lemma_of(verb) in HOLDING
        if (scene.head_of(noun) in PAYMENT and not (scene.head_of(noun) == "cash" and holds)) or (
            scene.kind(scene.before(start)) == "p"
            and scene.head_of(scene.before(start))
            not in ("with", *(("from", "by", "on", "for") if is_quantity(scene.head_of(noun)) else ()))
        ):
            return None
        if amount.currency is None or scene.tokens.codes[chunk.last] == "P":
            return None
        if scene.tokens.codes[chunk.first] in "DS":
            return None
        if verb is not None and scene.lemma_of(verb) in SPENDING:
            return None
    return Role("measure", start, end, noun=noun, verb=verb, owner=roles.owner(start))


def after_of(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """ "net income of $5m", and "a total of $5m" as if it were "$5m"."""
    scene = roles.scene
    i = scene.before(start)
    if scene.kind(i) != "o":
        return None
    noun = scene.before(i)
    while scene.kind(noun) in ("@", ")") and noun > 0:
        if scene.kind(noun) == ")":
            opened = scene.opening(noun)
            noun = scene.before(opened) if opened is not None else -1
        else:
            noun = scene.before(noun, 'R"po')
    if scene.kind(noun) != "N":
        return None
    words = scene.lower_of(noun)
    left = scene.before(noun)
    if words[-1] in RANGES and scene.kind(left) == "p" and scene.head_of(left) in ("in", "within"):
        thing = scene.before(left)  # "revenue in the range of $5m to $6m"
        if scene.kind(thing) == "N":
            return Role("of", left, end, noun=scene.phrase_start(thing), verb=scene.verb_before(thing))
        return roles.role(ref, left, end)
    if (
        (
            words[-1] == "range"
            or (words[-1] in HEIGHTS and len([w for w in words if w not in ("a", "an", "the", "new", "record")]) <= 1)
        )
        and scene.kind(left) == "p"
        and scene.head_of(left) in ("from", "to", "at", "with", "against", "than")
    ):
        return roles.role(ref, noun, end)  # "to a range of $5m to $6m"
    if words[-1] in GENERIC and len([w for w in words if w not in ("a", "an", "the")]) == 1:
        return roles.role(ref, noun, end)
    head = _measured_head(scene, noun)
    direction = direction_of(scene.head_of(head), "noun")
    level = roles.level(head, scene.amounts[ref].per or _rate(scene, ref)) if direction else None
    if level is not None and (
        scene.amounts[level].currency is not None
        or scene.amounts[ref].currency is not None
        or scene.amounts[ref].dimension != "count"
    ):  # "revenue was $5m, an increase of 12%"
        return replace(
            roles.of[level],
            name="change",
            start=start,
            end=end,
            base=level,
            side="by",
            anchor=head,
            direction=direction,
            owner=None,
        )
    role = Role("of", start, end, noun=head, verb=scene.verb_before(head), anchor=head if direction else None,
                direction=direction, side="by" if direction else None)  # fmt: skip
    base = roles.paired(ref, head)
    if base is not None:
        return replace(role, base=base, side="from")
    before = scene.before(head)
    if (
        scene.kind(before) == "p"
        and scene.head_of(before) in ("from", "to")
        and role.verb is not None
        and role.side is None
    ):
        anchor, direction = roles.change_word(role.verb, before)
        if anchor is not None:
            return replace(role, anchor=anchor, direction=direction, side=scene.head_of(before))
    return role


def _measured_head(scene: Scene, noun: int) -> int:
    """ "sales of gears in Spain", "a rise in costs", but not "goes on sale at a price": where the quantity begins."""
    head = noun
    for _ in range(4):
        link, before = head - 1, head - 2
        changed = scene.kind(before) == "N" and direction_of(scene.head_of(before), "noun") is not None
        if changed and scene.kind(link) == "p" and scene.head_of(link) == "from" and is_quantity(scene.head_of(head)):
            return head  # "a 5% increase from sales of $5m"
        if scene.kind(link) == "@" and scene.kind(before) in ("p", "o"):
            link, before = head - 3, head - 4
            if scene.kind(link) != "p":
                return head
        if scene.kind(before) != "N":
            return head
        rated = scene.kind(before - 1) == "p" and scene.head_of(before - 1) == "per" and scene.kind(before - 2) == "N"
        word = scene.head_of(before - 2 if rated else before)  # "loss per share from continuing operations of"
        taxed = (
            scene.kind(link) == "p"
            and scene.head_of(link) in ("before", "after")
            and scene.head_of(head) in BEFORE_WHAT
        )
        joined = taxed or scene.kind(link) == "o" or (scene.kind(link) == "p" and scene.head_of(link) == "per")
        if not joined and not (
            scene.kind(link) == "p"
            and scene.head_of(link) in ("in", "on", "for", "from", "to")
            and (is_quantity(word) or direction_of(word, "noun"))
            and (rated or scene.kind(before - 1) != "p")
        ):
            return head
        head = before
    return head


HEIGHTS = ("record", "high", "low", "peak", "level")
"""Nouns of "to a record of"."""

RANGES = ("range", "region", "neighbourhood", "neighborhood", "order", "vicinity")
"""Nouns of "in the range of"."""


def worth(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """ "a deal worth $5m", "is worth $5m"."""
    scene = roles.scene
    i = scene.before(start)
    if scene.kind(i) != "p" or scene.head_of(i) != "worth":
        return None
    noun = scene.before(i)
    if scene.kind(noun) == "N":
        head = scene.phrase_start(noun)
        if scene.kind(head) != "N" or not (scene.kind(head - 1) in ("", ",", "w") or scene.kind(noun - 1) == "o"):
            head = noun
        return Role("worth", start, end, noun=head, verb=scene.verb_before(head))
    verb = scene.verb_before(start)
    if scene.kind(noun) == "A" and scene.chunks[noun].ref in roles.of:  # "42 orders worth $5m"
        return Role("worth", start, end, verb=verb, base=scene.chunks[noun].ref)
    return Role("worth", start, end, noun=scene.subject_of(verb) if verb is not None else None, verb=verb)


def elliptic(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """ "Acme's $358 billion": the noun is that of an earlier amount."""
    scene = roles.scene
    owner = roles.owner(start)
    if owner is None or scene.amounts[ref].unit_start is not None:
        return None
    base = roles.previous(ref, start)
    if base is None:
        return None
    return replace(
        roles.of[base], name="elliptic", start=start, end=end, base=base, owner=owner, side=None, anchor=None
    )


def _titled(scene: Scene, start: int, noun: int) -> bool:
    """ "Bolt Announces $25M Expansion": a common noun with the capital of a headline, where the verb has one, too."""
    text, lower = scene.tokens.text, scene.tokens.lower
    chunk = scene.chunks[noun]
    before = scene.chunks[start].first - 1
    capital = before >= 0 and text[before][:1].isupper() and lower[before] in lexicon.verb_lemmas()
    return capital and lexicon.tags().get(lower[chunk.last], "").startswith("NN")


def quoted_at(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """ "rose through Tuesday's close at $36": the price at which trade closed."""
    scene = roles.scene
    at = scene.before(start)
    if scene.amounts[ref].currency is None or scene.kind(at) != "p" or scene.head_of(at) not in ("at", "of"):
        return None
    noun = scene.before(at, 'R"m@')
    if (
        scene.kind(noun) == ","
        and scene.kind(noun - 1) == "N"
        and scene.head_of(noun - 1) in SHARES
        and scene.kind(scene.after(end)) == ","
    ):
        return Role("label", start, end, noun=noun - 1, verb=scene.verb_after(end))  # "Bolt shares, at $9, were"
    if scene.kind(noun) != "N":
        return None
    if scene.head_of(noun) in CLOSES and scene.kind(noun - 1) != "V":
        return Role("label", start, end, noun=noun, verb=scene.verb_before(noun))
    head = scene.phrase_start(noun)
    verb = scene.verb_before(head)
    if scene.kind(head) != "N" or not is_quantity(scene.head_of(head)) or scene.head_of(at) != "at":
        return None
    if direction_of(scene.head_of(head), "noun") or (verb is not None and scene.lemma_of(verb) in FIXING):
        return None
    fronted = scene.kind(scene.before(head)) == "p" and scene.head_of(scene.before(head)) == "with"
    if not fronted and not (verb is not None and scene.kind(scene.before(head)) in ("V", "G", "I")):
        return None
    return Role("of", start, end, noun=head, verb=verb)  # "with profit at $5m", "reported revenue at Rs 5 crore"


FIXING = TRANSACTIONS | ESTIMATING | {"hold", "maintain", "keep", "leave", "cap", "peg", "see", "place"}
"""Verbs whose "at" is theirs and not the noun's."""

CLOSES = ("close", "closing", "finish", "open", "settlement")
"""Moments of a day's trade, at which there is a price."""


def apposition(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """Between dashes, or behind a colon: it says how much the noun in front is."""
    scene = roles.scene
    i = scene.before(start)
    if scene.kind(i) != "-" and not (scene.kind(i) == "," and scene.kind(scene.after(end)) in (",", ".", ")")):
        return None
    noun = scene.before(i, 'R"@')
    if scene.kind(noun) != "N":
        return None
    head = scene.phrase_start(noun)
    return Role("apposition", start, end, noun=head, verb=scene.verb_before(head))


def label(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """ "par value $0.01": the noun stands right before the amount and is no object."""
    scene = roles.scene
    i = scene.before(start)
    if scene.kind(i) != "N":
        return None
    noun = scene.phrase_start(i)
    if scene.kind(scene.before(noun)) in ("V", "I", "G"):
        # "expects revenue between $5m and $6m", but "paid Bolt $5m"
        return Role("of", start, end, noun=noun, verb=scene.verb_before(i)) if is_quantity(scene.head_of(i)) else None
    return Role("label", start, end, noun=noun, verb=scene.verb_before(i))
