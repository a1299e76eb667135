"""Comparisons: the ends of a change, the earlier value, and words of direction beside an amount."""

from __future__ import annotations

import re

from factx.linking.claims.earlier import is_had_forecast, previous_of
from factx.linking.claims.frames import Frame, Frames
from factx.linking.claims.guided import guided_noun
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import COMPARING, GENERIC, GUIDED, direction_of, is_quantity

__all__ = ["compared", "ends", "moved"]


END = re.compile(
    r",?\s*(?:(to|from|at)(?: (?:an?|the|about|around|nearly|over|just|some|more than)\b)*(?: [a-z]+){0,2}|(after) [a-z ]{1,20} of)$"
)


def ends(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "rose 5% to a record $3.2 billion from $3.05 billion": the ends of a change whose first figure is read."""
    base = scene.just_before(ref, found)
    if base is None or found[base].anchor is None or found[base].direction is None:
        return None
    match = END.match(scene.between(base, ref))
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
    base = _base_of(scene, ref, found)
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
    if opening is None and not (
        scene.between(base, ref) and (previous_of(scene, ref) or _from_guidance(scene, found, base, ref))
    ):
        return None  # "ahead of the $5m it guided to", "a tightening of the $5m to $6m range given in May"
    frame = found[base]
    verbs_own = frame.side in ("by", "to") and opening == "from" and own is None
    if verbs_own and not _moved_from(scene, node) and previous_of(scene, ref) is None:
        return None  # the verb of change says it
    if own is not None and (tree.lower[own] in GUIDED or tree.lower[own] in GENERIC):
        own = None  # "up from its previous forecast of $4bn"
    quantity = frame.quantity if own is None else own
    return Frame("comparison", node, quantity, frame.verb, "from", frame.direction, frame.anchor, base)


def _base_of(scene: Scene, ref: int, found: Frames) -> int | None:
    """The last amount of its kind before one, but no difference: "less than $5m, $2m lower than its prior guidance of $7m"."""
    alike = [other for other in reversed(list(found)) if scene.comparable(other, ref) or _bare(scene, other, ref)]
    apart = (other for other in alike if found[other].name != "up or down" or found[other].side != "by")
    return next(apart, alike[0] if alike else None)


def _bare(scene: Scene, base: int, ref: int) -> bool:
    """ "$5 per share, up from $4": is an amount the earlier value of the one per share right before it?"""
    this, that = scene.amounts[ref], scene.amounts[base]
    same = this.currency == that.currency is not None and this.per is None and that.per is not None
    return same and (UP_FROM.fullmatch(scene.between(base, ref)) is not None or previous_of(scene, ref) == "forecast")


UP_FROM = re.compile(r",? ?(?:(?:up|down|raised|lowered|increased|reduced|cut) )?from(?: (?:about|around))?")


def _moved_from(scene: Scene, node: int) -> bool:
    """ "was raised to $5m, up from the previous range of $4m": is the "from" that of a word of direction?"""
    tree = scene.tree
    first = min(tree.inside(node))
    return any(direction_of(word, "adverb") for word in tree.lower[max(0, first - 2) : first + 1])


def _from_guidance(scene: Scene, found: Frames, base: int, ref: int) -> bool:
    """ "cut its forecast to $5m a share from $6m", where the parse hung the first on the forecast."""
    noun = found[base].quantity
    guided = noun is not None and scene.tree.lower[noun] in (*GUIDED, "range")
    guided = guided or guided_noun(scene, found[base]) is not None  # "guidance was tightened to $5m from $6m"
    return guided and FROM.fullmatch(scene.between(base, ref)) is not None


FROM = re.compile(
    r"(?:(?:per|an?) (?:\w+ ){0,2}share )?,? ?from(?: (?:its|the|an?|our))?(?: (?:previous|prior|earlier))?(?: (?:range|guidance|forecast|band) of)?"
)


def _same_noun(scene: Scene, frame: Frame, noun: int) -> bool:
    return frame.quantity is not None and scene.tree.lower[frame.quantity] == scene.tree.lower[noun]


EARLIER = re.compile(r"\((?:(?:previously|prior year|last year):?|:)(?: (?:an? )?[a-z]+ of)?$")


def _earlier_in_brackets(scene: Scene, base: int, ref: int) -> bool:
    """ "£45m (2022: £41m)", "EUR 850 million (previously EUR 800 million)", "£2m (H1 2023: loss of £3m)"."""
    between = scene.between(base, ref)
    return between not in ("(", "") and EARLIER.search(between) is not None


def _comparing(scene: Scene, node: int) -> str | None:
    """The words of comparison in front of a phrase: "compared with", "against", "versus", "from"."""
    tree = scene.tree
    case = tree.case(node)
    if case in COMPARING and case not in ("to", "with", "from", "than"):
        return case
    if is_had_forecast(scene, node):
        return "having"
    up = tree.head[node]
    for word in (up, *(c for c in tree.children[node] if c < node)):
        if word >= 0 and tree.lower[word] in ("compared", "versus", "vs", "against", "comparing", "compares"):
            return tree.lower[word]
    first = min(tree.inside(node))
    before = [tree.lower[i] for i in range(max(0, first - 2), first + 2) if i < node]
    if "compared" in before or "versus" in before or "vs" in before:
        return "compared"
    return "from" if case == "from" else None


CLAUSES = frozenset(("and", "but", "while", "that", "as", "which", "who"))
AUXILIARIES = ("is", "are", "was", "were", "has", "had", "have")
BORDERS = CLAUSES | frozenset((",", ";", ":", "•", "*", "|", "(", ")", "“", "”", '"', "with"))


def moved(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "up 5 %", "down from $3 million", "5 % higher": a word of direction beside the amount, and what it is of."""
    tree = scene.tree
    node = scene.outer(ref)
    anchor, side = _direction_beside(scene, ref)
    if anchor is None:
        return None
    direction = direction_of(tree.lower[anchor], "adverb")
    values = [r for r in found if scene.amounts[r].currency is not None or scene.amounts[r].dimension == "count"]
    base = values[-1] if values else None
    own = _measured_before(scene, anchor) if anchor < node else None
    verb = tree.clause_of(node)
    if own is not None:
        return Frame("up or down", node, own, verb, "to" if side == "at" else side, direction, anchor)
    apart = base is not None and any(w in CLAUSES for w in tree.lower[scene.node[base] : anchor])
    if base is not None and found[base].quantity is not None and not apart:
        side = "by" if side == "at" else side
        return Frame("up or down", node, found[base].quantity, found[base].verb, side, direction, anchor, base)
    side = "to" if side == "at" else side
    return Frame("up or down", node, _what_moved(scene, anchor, node, verb), verb, side, direction, anchor)


def _measured_before(scene: Scene, end: int) -> int | None:
    """The first noun that can be measured in the clause that ends before a node."""
    tree, found = scene.tree, None
    for node in range(end - 1, -1, -1):
        word, tag = tree.lower[node], tree.tags[node]
        if node in scene.taken or word in BORDERS or (tag in ("VBD", "VBZ", "VBP") and word not in AUXILIARIES):
            break
        if tag[:2] == "NN" and is_quantity(word) and tree.label[node] != "compound" and node not in scene.time_nodes:
            found = node
    return found


THINGS = frozenset(("that", "this", "these", "those", "its", "their", "his", "her", "our"))
"""What makes a thing of an amount: it says no size of a change."""


def _direction_beside(scene: Scene, ref: int) -> tuple[int | None, str]:
    """The word of direction before or behind an amount, and the side of the change that the amount is."""
    tree = scene.tree
    first, last = scene.whole[ref][0], scene.whole[ref][-1]
    side = "by"
    for i in range(first - 1, max(-1, first - 4), -1):
        if direction_of(tree.lower[i], "adverb"):
            # "up to $5 million" is no change
            return (i if tree.start[i] < scene.amounts[ref].phrase_start else None), side
        if tree.lower[i] in THINGS:
            return None, side  # "shaving seconds off that 60 mph run"
        if tree.lower[i] in ("from", "to", "by", "at"):
            side = tree.lower[i]
        elif tree.tags[i] not in ("RB", "IN", "DT", "JJ", "RBR", "JJR"):
            break
    if last + 1 < len(tree) and tree.lower[last + 1] in ("higher", "lower") and tree.label[last + 1] != "amod":
        return last + 1, side
    return None, side


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
