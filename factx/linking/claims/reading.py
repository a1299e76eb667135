"""All amounts of a sentence, read together: what each restates, is compared with or stands in a list behind; else its own ties.

The questions are asked in the order of `LOOKS`; the first that is answered gives the frame.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from factx.linking.claims.contents import apposed, content, elliptic
from factx.linking.claims.frames import Frame, Frames, tied
from factx.linking.claims.labels import labelled, line_label
from factx.linking.claims.plain import item, plain, quantity_before, senseless
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import COMPARING, GENERIC, GUIDED, direction_of, is_quantity

__all__ = ["read_frames"]

NEIGHBOURS = 12
"""Nodes within which an amount restates the one before it."""


def read_frames(scene: Scene) -> Frames:
    """The frame of each amount of a sentence that stands in its tree, in text order."""
    found: Frames = {}
    for ref in scene.indices:
        if ref in scene.head:
            found[ref] = frame_of(scene, ref, found)
    if "respectively" in scene.tree.lower:
        _respectively(scene, found)
    return found


def _respectively(scene: Scene, found: Frames) -> None:
    """ "Revenue and profit were $9m and $3m, respectively": each of a list has its own quantity."""
    tree = scene.tree
    end = tree.lower.index("respectively")
    group: list[int] = []
    for ref in reversed(list(found)):
        last = scene.last(ref)
        if last < end and all(tree.lower[n] in JOINTS for n in range(last + 1, end)):
            group.insert(0, ref)
            end = scene.first(ref)
    at = end - 1
    while at > 0 and tree.tags[at] in ("IN", "TO", "VBD", "VBZ", "VBP", "RB"):
        at -= 1
    items = _items(scene, at, len(group))
    if len(group) < 2 or len(items) < len(group):
        return
    for ref, (noun, begin) in zip(group, items, strict=True):
        found[ref] = replace(found[group[0]], quantity=noun, node=scene.outer(ref), base=None, begin=begin)
    later = [ref for ref in found if ref > group[-1]]
    if len(later) == len(group) and found[later[0]].name == "comparison":
        for ref, base in zip(later, group, strict=True):
            found[ref] = replace(found[base], name="comparison", side="from", node=scene.outer(ref), base=base)


JOINTS = frozenset((",", "and", "or", "(", ")", "m"))


def _items(scene: Scene, end: int, count: int) -> list[tuple[int, int]]:
    """(noun that can be measured, first node) of each of a list of `count` that ends at a node."""
    tree = scene.tree
    items: list[tuple[int, int]] = []
    noun: int | None = None
    for node in range(end, -1, -1):
        if is_quantity(tree.lower[node]) and tree.tags[node] in ("NN", "NNS", "NNP"):
            noun = node if noun is None or noun > node + 1 else noun
        border = node == 0 or tree.lower[node - 1] in ("and", ",") or tree.tags[node - 1] in ("VBD", "VBZ", "VBP")
        if border and noun is not None:
            items.insert(0, (noun, node))
            noun = None
        if len(items) == count:
            break
    return items


def frame_of(scene: Scene, ref: int, found: Frames) -> Frame:
    """The frame of one amount, those before it known."""
    for look in LOOKS:
        frame = look(scene, ref, found)
        if frame is not None:
            return frame
    node = scene.outer(ref)
    return Frame("loose", node, None, scene.tree.clause_of(node))


def restated(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """The same value once more: "$39 million (€36 million)", "$5 million, or $1 a share", "2 inches (50 mm)"."""
    base = _just_before(scene, ref, found)
    if base is None:
        return None
    this, that = scene.amounts[ref], scene.amounts[base]
    between = _between(scene, that.phrase_end, this.phrase_start)
    if (
        between in (";", ",", ":")
        and found[base].name == "conversion"
        and this.currency is not None
        and scene.bracketed(ref)
    ):
        return replace(found[base], node=scene.outer(ref))  # "($39m; £21m)"
    bracket = between.startswith(("(", ", (")) and scene.bracketed(ref) and len(between) < 24
    joined = between in ("or", ", or", "— or", "– or", "- or", ", or about", ", equivalent to", "/")
    if not (bracket or joined) or ":" in between:
        return None
    if any(
        mark in between
        for mark in ("up", "down", "from", "compared", "versus", "vs", "+", "-", "against", "previous", "prior")
    ):
        return None
    same_kind = (this.currency is None) == (that.currency is None)
    money = this.currency is not None and that.currency is not None
    if money and this.currency != that.currency and not this.per:
        name = "conversion"
    elif (
        same_kind and (money or (this.dimension == that.dimension and this.dimension not in ("count", "percentage")))
    ) or joined:
        name = "restated"
    else:
        return None
    other = found[base]
    return replace(other, name=name, node=scene.outer(ref), base=base)


def _between(scene: Scene, start: int, end: int) -> str:
    """The text between two amounts, without a time that stands there ("3bn yuan in 2004 ($365m)")."""
    text = scene.document.text
    for moment in scene.times:
        if start <= moment.start and moment.end <= end:
            return (
                re.sub(r"\b(?:in|for|during|on)(?: the)?\s*$", "", text[start : moment.start].strip()).strip()
                + text[moment.end : end].strip().lower()
            )
    return text[start:end].strip().lower()


def _just_before(scene: Scene, ref: int, found: Frames) -> int | None:
    before = [other for other in found if scene.amounts[other].end <= scene.amounts[ref].start]
    if not before:
        return None
    base = before[-1]
    return base if scene.node[ref] - scene.node[base] <= NEIGHBOURS else None


END = re.compile(
    r",?\s*(?:(to|from|at)(?: (?:an?|the|about|around|nearly|over|just|some|more than)\b)*(?: [a-z]+){0,2}|(after) [a-z ]{1,20} of)$"
)


def ends(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "rose 5% to a record $3.2 billion from $3.05 billion": the ends of a change whose first figure is read."""
    base = _just_before(scene, ref, found)
    if base is None or found[base].anchor is None or found[base].direction is None:
        return None
    match = END.match(_between(scene, scene.amounts[base].phrase_end, scene.amounts[ref].phrase_start))
    frame = found[base]
    if match is None or (match[1] == "at" and frame.name != "up or down"):
        return None
    side = "to" if match[1] in ("to", "at") else "from"
    if frame.side == side:
        return None
    return Frame(f"change {side}", scene.outer(ref), frame.quantity, frame.verb, side, frame.direction, frame.anchor)


def compared(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """The other value of a comparison: "$5 million, compared with $3 million", "from a loss of $2 million a year earlier"."""
    tree = scene.tree
    base = next((other for other in reversed(list(found)) if scene.comparable(other, ref)), None)
    if base is None:
        return None
    node = scene.outer(ref)
    own: int | None = None
    opening = "bracket" if _earlier_in_brackets(scene, base, ref) else _comparing(scene, node)
    if opening is None and tree.label[node] == "nmod" and tree.case(node) == "of":
        own = tree.head[node]
        opening = _comparing(scene, tree.conjuncts(own)[0])
        same = (
            o
            for o in reversed(list(found))
            if scene.comparable(o, ref) and found[o].name != "comparison" and _same_noun(scene, found[o], own)
        )
        base = next(same, base)
    if opening is None:
        return None
    frame = found[base]
    if own is None and frame.side in ("by", "to") and opening == "from":
        return None  # the verb of change says it
    if own is not None and (tree.lower[own] in GUIDED or tree.lower[own] in GENERIC):
        own = None  # "up from its previous forecast of $4bn"
    return Frame(
        "comparison",
        node,
        own if own is not None else frame.quantity,
        frame.verb,
        "from",
        frame.direction,
        frame.anchor,
        base,
    )


BESIDE = re.compile(
    r"(?:short|ahead|shy|well ahead|well short) of|below|above|beating|missing|exceeding|topping|surpassing|versus"
)


def against(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "$8bn, short of the $9bn that analysts had forecast": what somebody had expected of the same."""
    tree, at = scene.tree, scene.first(ref) - 1
    while at > 0 and tree.tags[at] == "DT":
        at -= 1
    words = " ".join(tree.lower[max(0, at - (at > 0 and tree.lower[at] == "of")) : at + 1])
    base = _just_before(scene, ref, found)
    if base is None or found[base].quantity is None or not BESIDE.fullmatch(words) or not scene.comparable(base, ref):
        return None
    return Frame("against", scene.outer(ref), found[base].quantity, found[base].verb, base=base)


def _same_noun(scene: Scene, frame: Frame, noun: int) -> bool:
    return frame.quantity is not None and scene.tree.lower[frame.quantity] == scene.tree.lower[noun]


EARLIER = re.compile(r"\((?:(?:previously|prior year|last year):?|:)(?: (?:an? )?[a-z]+ of)?$")


def _earlier_in_brackets(scene: Scene, base: int, ref: int) -> bool:
    """ "£45m (2022: £41m)", "EUR 850 million (previously EUR 800 million)", "£2m (H1 2023: loss of £3m)"."""
    between = _between(scene, scene.amounts[base].phrase_end, scene.amounts[ref].phrase_start)
    return between not in ("(", "") and EARLIER.search(between) is not None


def _comparing(scene: Scene, node: int) -> str | None:
    """The words of comparison in front of a phrase: "compared with", "against", "versus", "from"."""
    tree = scene.tree
    case = tree.case(node)
    if case in COMPARING and case not in ("to", "with", "from", "than"):
        return case
    up = tree.head[node]
    for word in (up, *(c for c in tree.children[node] if c < node)):
        if word >= 0 and tree.lower[word] in ("compared", "versus", "vs", "against", "comparing"):
            return tree.lower[word]
    first = min(tree.inside(node))
    before = [tree.lower[i] for i in range(max(0, first - 2), first + 2) if i < node]
    if "compared" in before or "versus" in before or "vs" in before:
        return "compared"
    return "from" if case == "from" else None


def coordinated(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """One of a list: "190 locations, 40,000 members and …", "$60 million and $65 million"."""
    tree = scene.tree
    node = scene.outer(ref)
    before = _just_before(scene, ref, found)
    if before is not None and scene.amounts[ref].currency is not None and scene.comparable(before, ref):
        between = _between(scene, scene.amounts[before].phrase_end, scene.amounts[ref].phrase_start)
        if between in (",", "and", ", and", "or", ", or"):
            return replace(found[before], name="listed", node=node, base=before)
    if tree.label[node] != "conj" or tree.own_subject(node) is not None:
        return None
    for member in tree.conjuncts(node):
        if member >= node:
            break
        for base, frame in found.items():
            if (
                member == frame.verb
                and frame.name == "object"
                and tree.tags[node] == "$"
                and scene.comparable(base, ref)
            ):
                return replace(frame, name="listed", node=node, base=base)  # "spent $5m on mills and $3m on ships"
            if member in (frame.node, scene.head[base], scene.node[base]):
                this, that = scene.amounts[ref], scene.amounts[base]
                alike = this.currency == that.currency and (
                    this.currency is not None or this.dimension == that.dimension
                )
                if not alike and frame.quantity is not None:
                    continue
                return replace(frame, name="listed", node=node, base=base)
    return None


CLAUSES = frozenset(("and", "but", "while", "that", "as", "which", "who"))


def moved(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "up 5 %", "down from $3 million", "5 % higher": a word of direction beside the amount, and what it is of."""
    tree = scene.tree
    node = scene.outer(ref)
    anchor, side = _direction_beside(scene, ref)
    if anchor is None or _belongs_to_verb(scene, node, anchor):
        return None
    direction = direction_of(tree.lower[anchor], "adverb")
    values = [r for r in found if scene.amounts[r].currency is not None or scene.amounts[r].dimension == "count"]
    base = values[-1] if values else None
    own = quantity_before(scene, anchor) if anchor < node else None
    verb = tree.clause_of(node)
    if own is not None:
        return Frame("up or down", node, own, verb, "to" if side == "at" else side, direction, anchor)
    apart = base is not None and any(w in CLAUSES for w in tree.lower[scene.node[base] : anchor])
    if base is not None and found[base].quantity is not None and not apart:
        side = "by" if side == "at" else side
        return Frame("up or down", node, found[base].quantity, found[base].verb, side, direction, anchor, base)
    side = "to" if side == "at" else side
    return Frame("up or down", node, _what_moved(scene, anchor, node, verb), verb, side, direction, anchor)


def _direction_beside(scene: Scene, ref: int) -> tuple[int | None, str]:
    """The word of direction before or behind an amount, and the side of the change that the amount is."""
    tree = scene.tree
    first, last = scene.whole[ref][0], scene.whole[ref][-1]
    side = "by"
    for i in range(first - 1, max(-1, first - 4), -1):
        if direction_of(tree.lower[i], "adverb"):
            # "up to $5 million" is no change
            return (i if tree.start[i] < scene.amounts[ref].phrase_start else None), side
        if tree.lower[i] in ("from", "to", "by", "at"):
            side = tree.lower[i]
        elif tree.tags[i] not in ("RB", "IN", "DT", "JJ", "RBR", "JJR"):
            break
    if last + 1 < len(tree) and tree.lower[last + 1] in ("higher", "lower"):
        return last + 1, side
    return None, side


def _belongs_to_verb(scene: Scene, node: int, anchor: int) -> bool:
    """ "moved down to", "went up 5 %": the verb's own word."""
    tree = scene.tree
    up = next((a for a in tree.above(node) if tree.tags[a][:2] == "VB" and direction_of(tree.lemma(a), "verb")), None)
    return up is not None and up == anchor - 1


def _what_moved(scene: Scene, anchor: int, node: int, verb: int | None) -> int | None:
    """The noun before the word of direction ("with group sales up 3%"), else the subject of the clause."""
    tree = scene.tree
    noun = anchor - 1 if anchor < node else -1
    if noun >= 0 and tree.tags[noun] in ("NN", "NNS") and noun not in scene.taken and noun not in scene.time_nodes:
        return noun
    thing = tree.object(verb) if verb is not None else None
    if thing is not None and thing < anchor and (is_quantity(tree.lower[thing]) or tree.lower[thing] in GUIDED):
        return thing  # "left its target unchanged at $5m"
    subject = tree.subject(verb) if verb is not None else None
    if subject is not None:
        return subject
    return next((a for a in tree.above(anchor) if tree.tags[a] in ("NN", "NNS", "NNP")), None)


def own_ties(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """By the table of frames."""
    frame = tied(scene, ref, scene.outer(ref))
    if frame is not None and frame.name in CHANGED:
        frame.base = base = _aside_of(scene, ref, found)
        if base is not None and frame.quantity is None:
            frame.quantity = found[base].quantity if found[base].quantity is not None else scene.head[base]
            return frame
    if senseless(scene, ref, frame):
        frame = plain(scene, ref) or item(scene, ref, frame) or frame
    if frame is None:
        return None
    if frame.quantity is not None and frame.name != "copula":
        frame.owner = line_label(scene)
    if frame.name == "beside" and scene.case(frame.node) != "with":  # "320 shops in 12 countries"
        frame.base = next((other for other in found if scene.head[other] == frame.quantity and other != ref), None)
    if frame.side == "by" and frame.direction is None:
        frame.side = None
    return frame


CHANGED = ("modifier of a change", "of a change")
ASIDE = re.compile(r"[,(–—-]\s*(?:representing |marking |reflecting |showing |which (?:is|was) |or )?an?\b")


def _aside_of(scene: Scene, ref: int, found: Frames) -> int | None:
    """The amount that "a rise of 5%" stands behind: "$5m, or 20 cents a share, a rise of $1m"."""
    base = _just_before(scene, ref, found)
    if base is None or not ASIDE.match(
        _between(scene, scene.amounts[base].phrase_end, scene.amounts[ref].phrase_start)
    ):
        return None
    held = found[base].base
    return held if held is not None and scene.amounts[base].per and not scene.amounts[ref].per else base


LOOKS: tuple[Callable[[Scene, int, Frames], Frame | None], ...] = (
    restated, ends, compared, against, labelled, content, coordinated, moved, apposed, elliptic, own_ties,
)  # fmt: skip
