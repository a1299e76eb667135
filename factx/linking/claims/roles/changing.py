"""Amounts of a change: by, from and to, and the other value of a comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx.linking.claims.roles.role import Role
from factx.linking.claims.words import TAKING, direction_of, is_metric_word, is_quantity

if TYPE_CHECKING:
    from factx.linking.claims.roles.reader import Roles

__all__ = ["change", "comparison"]


def comparison(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """The other value of a comparison, without a noun of its own."""
    base = roles.compared(ref, start)
    if base is None:
        return beside(roles, ref, start, end)
    other = roles.of[base]
    anchor, direction = other.anchor, other.direction
    before = roles.scene.before(roles.scene.before(start), 'R",')
    if roles.scene.kind(before) == "u":
        anchor, direction = before, direction_of(roles.scene.head_of(before), "adverb")
    return replace(
        other,
        name="comparison",
        start=start,
        end=end,
        base=base,
        side="from",
        anchor=anchor,
        direction=direction,
        owner=None,
    )


def beside(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """ "grew 5%, above the 4% expected": the value beside, which is no earlier one."""
    scene = roles.scene
    i = scene.before(start)
    ahead = scene.kind(i) == "o" and scene.head_of(i - 1) in ("ahead", "short")
    if not ahead and (
        scene.kind(i) != "p"
        or scene.head_of(i) not in ("above", "below")
        or scene.kind(scene.before(i)) not in (",", "A")
    ):
        return None
    base = roles.previous(ref, start)
    if base is None:
        return None
    behind = scene.after(end)
    behind = scene.after(behind) if scene.kind(behind) in ("E", "V") else behind
    side = (
        "from" if scene.kind(behind) == "@" and roles.of[base].side is None else None
    )  # "below the $7m recorded a year ago"
    return replace(
        roles.of[base], name="comparison", start=start, end=end, base=base, side=side, anchor=None, owner=None
    )


def _modifies(roles: Roles, ref: int) -> bool:
    return ref in roles.of and roles.of[ref].name == "modifier"


def continued(roles: Roles, start: int, end: int) -> Role | None:
    """ "up 5% to $3m": from or to right behind an amount of the same change."""
    scene = roles.scene
    i = scene.before(start, 'R"m')
    if scene.kind(i) != "p" or scene.head_of(i) not in ("to", "from", "at"):
        return None
    before = scene.before(i)
    base = scene.chunks[before].ref if scene.kind(before) == "A" else -1
    if scene.head_of(i) == "at":  # "a profit growth of 10% at $5m"
        grown_by = roles.of.get(base)
        if grown_by is None or grown_by.name != "of" or grown_by.direction is None or grown_by.noun is None:
            return None
        chunk = scene.chunks[grown_by.noun]
        if chunk.first == chunk.last or not is_quantity(scene.tokens.lower[chunk.last - 1]):
            return None
        return replace(grown_by, name="change", start=start, end=end, base=None, side="to")
    if base not in roles.of or roles.of[base].anchor is None or roles.of[base].side != "by":
        return None
    other = roles.of[base]
    if other.name != "change":
        return None
    return replace(other, start=start, end=end, base=None, side=scene.head_of(i))


def distance(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """ "The margin was 28%, two points above the year before": by how much the value in front differs."""
    scene = roles.scene
    behind = scene.after(end)
    if (
        scene.kind(behind) != "p"
        or scene.head_of(behind) not in ("above", "below")
        or scene.kind(behind + 1) not in ("@", "N")
    ):
        return None
    comma = scene.before(start)
    before = scene.before(comma)
    if scene.kind(comma) != "," or scene.kind(before) != "A" or scene.chunks[before].ref not in roles.of:
        return None
    base = scene.chunks[before].ref
    noun = roles.of[base].noun
    if noun is None or scene.kind(noun) != "N" or not is_metric_word(scene.head_of(noun)):
        return None
    direction = "up" if scene.head_of(behind) == "above" else "down"
    return replace(
        roles.of[base],
        name="change",
        start=start,
        end=end,
        base=base,
        side="by",
        anchor=behind,
        direction=direction,
        owner=None,
    )


def grown(roles: Roles, start: int, end: int) -> Role | None:
    """ "a 5% rise in sales to $3m", "a 5% rise in sales at $3m", "a fall in profits before tax from $9m": behind a noun of change."""
    scene = roles.scene
    i = scene.before(start, 'R"m')
    if scene.kind(i) != "p" or scene.head_of(i) not in ("to", "from", "at"):
        return None
    side, before = scene.head_of(i).replace("at", "to"), scene.before(i)
    if scene.kind(before) == "A" and roles.of.get(scene.chunks[before].ref) is not None:
        other = roles.of[scene.chunks[before].ref]  # "a rise in sales to $3m from $2m"
        if other.name == "change" and other.side == "to" and side == "from" and _is_change_noun(roles, other.anchor):
            return replace(other, start=start, end=end, side=side)
        return None
    head = scene.phrase_start(before)
    while head <= before and not (scene.kind(head) == "N" and direction_of(scene.head_of(head), "noun")):
        head += 1
    if head > before:
        return None
    verb = scene.verb_before(head)
    noun = (
        head + 2 if scene.kind(head + 1) in ("o", "p") and scene.kind(head + 2) == "N" and head + 2 <= before else None
    )
    if (
        noun is None
        and scene.kind(head + 1) in ("o", "p")
        and scene.shape[head + 2 : head + 4] == "@N"
        and head + 3 <= before
    ):
        noun = head + 3  # "a dip in Q2 profit"
    if noun is None:
        noun = scene.subject_of(verb) if verb is not None else None
        if noun is None or scene.kind(noun) != "N" or not is_quantity(scene.head_of(noun)):
            return None
    elif scene.head_of(head + 1) not in ("in", "of"):
        return None
    measured = scene.before(head)
    if scene.head_of(i) == "at" and (scene.kind(measured) != "A" or not is_quantity(scene.head_of(noun))):
        return None  # "a rise in deals at $9"
    direction = direction_of(scene.head_of(head), "noun")
    by = roles.of.get(scene.chunks[measured].ref) if scene.kind(measured) == "A" else None
    owner = by.owner if by is not None else None  # "Bolt's 31% rise in profits to $83m"
    return Role("change", start, end, noun=noun, verb=verb, side=side, anchor=head, direction=direction, owner=owner)


def _is_change_noun(roles: Roles, anchor: int | None) -> bool:
    return anchor is not None and roles.scene.kind(anchor) == "N"


def own_noun(roles: Roles, anchor: int, verb: int) -> int | None:
    """The quantity right in front of "up" or "down", behind the verb: "said it was on track, with sales up by 5%"."""
    scene = roles.scene
    before = scene.before(anchor, 'R"')
    if scene.kind(before) == ")":
        opened = scene.opening(before)
        before = scene.before(opened) if opened is not None else -1
    if before <= verb or scene.kind(before) != "N" or scene.head_of(before) in SPANS:
        return None
    head = scene.phrase_start(before)
    return head if head > verb and is_quantity(scene.head_of(head)) else None


SPANS = ("day", "session", "week", "month", "quarter", "year", "morning", "afternoon", "trading")
"""What shares "end" or "start", and what is no quantity."""


def change(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """By, from or to of a verb of change ("rose 5%", "cut it by half", "was up 4% at"), or behind a bare "up"."""
    scene, shape = roles.scene, roles.scene.shape
    apart = distance(roles, ref, start, end)
    if apart is not None:
        return apart
    verb = scene.verb_before(start)
    i = scene.before(start, 'R"m(')
    if scene.kind(i) == "u" and (verb is None or i > verb):
        direction = direction_of(scene.head_of(i), "adverb")
        before = scene.before(i, 'R",(-')
        if scene.kind(before) == ")" and scene.kind(i - 1) == ")":
            opened = scene.opening(before)  # "underlying profit(1) down 10%"
            before = scene.before(opened) if opened is not None else before
        if scene.kind(before) == "@" and scene.kind(scene.before(before)) in ("p", "@"):
            earlier = scene.before(before, 'R"p@,')  # "profits of $5m for the first half, up 9%"
            held = roles.of.get(scene.chunks[earlier].ref) if scene.kind(earlier) == "A" else None
            before = earlier if held is not None and held.noun is not None else before
        base = scene.chunks[before].ref if scene.kind(before) == "A" else None
        if base in roles.of:
            assert base is not None
            other = roles.of[base]  # "fell to $3m, down 60%" is one story
            same = other.anchor is not None and other.direction == direction
            return replace(
                other,
                name="change",
                start=start,
                end=end,
                side="by",
                anchor=other.anchor if same else i,
                direction=direction,
                owner=None,
            )
        noun = scene.subject_of(verb) if verb is not None and shape[verb] == "V" else None
        if (
            scene.kind(before) == "N"
            and before > (verb if verb is not None else -1)
            and scene.head_of(before) not in SPANS
        ):
            noun = scene.phrase_start(before)  # "EBITDA after leases up 9%"
            if scene.kind(noun) == "A" and scene.chunks[noun].ref in roles.of:  # "$5m, or 20% of sales, down 3%"
                other = roles.of[scene.chunks[noun].ref]
                return replace(
                    other, name="change", start=start, end=end, side="by", anchor=i, direction=direction, owner=None
                )
        return Role("change", start, end, noun=noun, verb=verb, side="by", anchor=i, direction=direction)
    if scene.kind(i) == "p" and scene.head_of(i) == "by":
        fall = scene.before(i)
        chunk = scene.chunks[fall] if scene.kind(fall) == "N" else None
        direction = (
            direction_of(scene.head_of(fall), "noun") if chunk is not None and chunk.last > chunk.first else None
        )
        moved = verb is not None and verb == scene.before(fall) and direction_of(scene.lemma_of(verb), "verb")
        if direction is not None and not moved and scene.tokens.codes[chunk.last - 1] in "NP":  # type: ignore[union-attr]
            return Role(
                "change", start, end, noun=fall, verb=verb, side="by", anchor=fall, direction=direction
            )  # "saw traffic drop by"
    together = continued(roles, start, end) or grown(roles, start, end)
    if together is not None:
        return together
    if verb is None:
        return None
    anchor, direction = roles.change_word(verb, start)
    behind = scene.after(end)
    if anchor is None and scene.kind(behind) == "u" and scene.head_of(behind) in ("higher", "lower", "up", "down"):
        direction = direction_of(scene.head_of(behind), "adverb")
        if i == verb and scene.shape[verb] == "V":  # "closed 3% lower"
            return Role(
                "change",
                start,
                end,
                noun=scene.subject_of(verb),
                verb=verb,
                side="by",
                anchor=behind,
                direction=direction,
            )
    if anchor is None:
        anchor = roles.level_word(verb, start)
        direction = direction_of(scene.head_of(anchor), "adverb") if anchor is not None else None
    if anchor is None:
        return None
    if scene.kind(i) in "p" and i >= 0:
        side = {"by": "by", "to": "to", "at": "to", "from": "from"}.get(scene.head_of(i))
    elif i in (anchor, verb) or scene.kind(i) == "@":
        side = "by"
    else:
        return None
    if side is None or (side == "by" and scene.amounts[ref].dimension == "count" and scene.amounts[ref].unit_start is not None
                        and direction_of(scene.lemma_of(verb), "verb") and scene.kind(i) != "p"):  # fmt: skip
        return None  # "cut 13,000 jobs" names its object
    thing = None
    for j in range(verb + 1, start):
        if shape[j] == "A" and scene.kind(j + 1) == "N" and _modifies(roles, scene.chunks[j].ref):
            continue  # "trims its 500-strong staff by"
        if shape[j] in "NHm" and (shape[j] != "m" or scene.head_of(j) in ("this", "that", "these")):
            thing = j if scene.head_of(j) not in SPANS else None
            break
        if shape[j] in "pA":
            break
    if side == "by" and i == verb and thing is None and taken(roles, ref, verb):
        return None
    noun = thing if thing is not None and not roles.passive(verb) else scene.subject_of(verb)
    if shape[anchor] == "u":
        own = own_noun(roles, anchor, verb)
        noun = own if own is not None else noun
    if noun is None and shape[verb] in "EG":
        before = scene.before(verb, 'R",')
        noun = scene.phrase_start(before) if scene.kind(before) == "N" else None
    return Role("change", start, end, noun=noun, verb=verb, side=side, anchor=anchor, direction=direction)


def taken(roles: Roles, ref: int, verb: int) -> bool:
    """ "Acme lost $5m": somebody did it to the sum."""
    scene = roles.scene
    amount = scene.amounts[ref]
    points = amount.currency is None and (amount.dimension != "count" or "point" in (amount.unit or ""))
    if points or scene.lemma_of(verb) not in TAKING:
        return False
    subject = scene.subject_of(verb)
    return subject is None or scene.kind(subject) == "H" or not is_quantity(scene.head_of(subject))
