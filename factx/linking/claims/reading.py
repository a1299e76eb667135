"""All amounts of a sentence, read together: what each restates, is compared with or stands in a list behind; else its own ties.

The questions are asked in the order of `LOOKS`; the first that is answered gives the frame.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from factx.linking.claims.frames import Frame, tied
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import COMPARING, PAYMENT, SPENDING, direction_of
from factx.syntax import NOMINAL

__all__ = ["read_frames"]

Frames = dict[int, Frame]
COMMON = ("NN", "NNS", "VBG")
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
    """ "Sales in Norway and costs rose 5% and 7%, respectively": each of a list has its own quantity."""
    for ref, frame in list(found.items()):
        group = [
            ref,
            *(
                other
                for other, f in found.items()
                if f.name == "listed" and f.base is not None and _first(found, other) == ref
            ),
        ]
        if len(group) < 2 or frame.name == "listed" or frame.quantity is None:
            continue
        quantities = scene.tree.conjuncts(frame.quantity)
        if len(quantities) == len(group):
            for member, quantity in zip(group, quantities, strict=True):
                found[member].quantity = quantity


def _first(found: Frames, ref: int) -> int:
    """The first of the list that an amount stands in."""
    while found[ref].name == "listed" and found[ref].base is not None:
        base = found[ref].base
        assert base is not None
        ref = base
    return ref


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
    if any(mark in between for mark in ("up", "down", "from", "compared", "versus", "vs", "+", "-", "against", "+")):
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
                re.sub(r"\b(?:in|for|during|on)\s*$", "", text[start : moment.start].strip()).strip()
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
    r",?\s*(to|from|after)(?: (?:an?|the|about|around|nearly|over|just|some|more than)\b)*(?: [a-z]+){0,2}$"
)


def ends(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "rose 5% to a record $3.2 billion from $3.05 billion": the ends of a change whose first figure is read."""
    base = _just_before(scene, ref, found)
    if base is None or found[base].anchor is None or found[base].direction is None:
        return None
    match = END.match(_between(scene, scene.amounts[base].phrase_end, scene.amounts[ref].phrase_start))
    frame = found[base]
    side = None if match is None else "to" if match[1] == "to" else "from"
    if side is None or frame.side == side:
        return None
    return Frame(f"change {side}", scene.outer(ref), frame.quantity, frame.verb, side, frame.direction, frame.anchor)


def compared(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """The other value of a comparison: "$5 million, compared with $3 million", "from a loss of $2 million a year earlier"."""
    tree = scene.tree
    base = next((other for other in reversed(list(found)) if _comparable(scene, other, ref)), None)
    if base is None:
        return None
    node = scene.outer(ref)
    own: int | None = None
    opening = _comparing(scene, node)
    if opening is None and tree.label[node] == "nmod" and tree.case(node) == "of":
        own = tree.head[node]
        opening = _comparing(scene, own)
    if opening is None:
        return None
    frame = found[base]
    if own is None and frame.side in ("by", "to") and opening == "from":
        return None  # the verb of change says it
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


def _comparable(scene: Scene, other: int, ref: int) -> bool:
    this, that = scene.amounts[ref], scene.amounts[other]
    return (
        this.currency == that.currency
        and this.per == that.per
        and (this.currency is not None or this.dimension == that.dimension)
    )


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
    if before is not None and scene.amounts[ref].currency is not None and _comparable(scene, before, ref):
        between = _between(scene, scene.amounts[before].phrase_end, scene.amounts[ref].phrase_start)
        if between in (",", "and", ", and", "or", ", or"):
            return replace(found[before], name="listed", node=node, base=before)
    if tree.label[node] != "conj" or tree.own_subject(node) is not None:
        return None
    for member in tree.conjuncts(node):
        if member >= node:
            break
        for base, frame in found.items():
            if member in (frame.node, scene.head[base], scene.node[base]):
                this, that = scene.amounts[ref], scene.amounts[base]
                alike = this.currency == that.currency and (
                    this.currency is not None or this.dimension == that.dimension
                )
                if not alike and frame.quantity is not None:
                    continue
                return replace(frame, name="listed", node=node, base=base)
    return None


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
    if base is not None and found[base].quantity is not None:
        side = "by" if side == "at" else side
        return Frame("up or down", node, found[base].quantity, found[base].verb, side, direction, anchor, base)
    verb = tree.clause_of(node)
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
    subject = tree.subject(verb) if verb is not None else None
    if subject is not None:
        return subject
    return next((a for a in tree.above(anchor) if tree.tags[a] in ("NN", "NNS", "NNP")), None)


DASHES = ("-", "–", "—", "--")


def apposed(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "annual revenues – £160m – will fall": between dashes behind the noun that it measures."""
    tree = scene.tree
    first, last = scene.whole[ref][0], scene.whole[ref][-1]
    noun = first - 2
    if noun < 0 or last + 1 >= len(tree) or tree.words[first - 1] not in DASHES or tree.words[last + 1] not in DASHES:
        return None
    if tree.tags[noun] not in COMMON or noun in scene.taken:
        return None
    return Frame("apposition", scene.outer(ref), noun, _clause_above(scene, noun))


def elliptic(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "its value was $349 billion, behind Bolt's $358 billion": the same of somebody else."""
    if scene.tree.child(scene.outer(ref), "nmod:poss") is None:
        return None
    base = next((other for other in reversed(list(found)) if _comparable(scene, other, ref)), None)
    if base is None or scene.amounts[ref].currency is None:
        return None
    return Frame("elliptic", scene.outer(ref), None, found[base].verb, base=base)


def content(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "$425 million in fees", "$5 billion of debt", "$9 million worth of gear": what the money is, behind it."""
    node = scene.outer(ref)
    if scene.amounts[ref].currency is None or scene.case(node) in ("to", "from", "by"):
        return None
    noun = next((c for c in scene.tree.children[node] if c > node and _is_content(scene, c)), None)
    if noun is None:
        noun = _content_of_verb(scene, ref)
    return None if noun is None else Frame("content", node, noun, _clause_above(scene, node))


def _is_content(scene: Scene, child: int) -> bool:
    tree = scene.tree
    if tree.label[child] not in ("nmod", "obl") or tree.tags[child] not in COMMON or child in scene.time_nodes:
        return False
    case = tree.case(child)
    return case in ("of", "worth of") or (case == "in" and tree.lower[child] not in PAYMENT)


def _content_of_verb(scene: Scene, ref: int) -> int | None:
    """The same where the parse hung the phrase on the verb: "generates $425 million in fees", not "invested $5m in the mill"."""
    tree = scene.tree
    behind = scene.whole[ref][-1] + 1
    if behind >= len(tree) or tree.lower[behind] != "in" or tree.label[behind] != "case":
        return None
    noun = tree.head[behind]
    verb = tree.head[noun]
    if not behind < noun <= behind + 4 or tree.tags[noun] not in COMMON or tree.child(noun, "det") is not None:
        return None
    if noun in scene.time_nodes or tree.lower[noun] in PAYMENT or (verb >= 0 and tree.lemma(verb) in SPENDING):
        return None
    return noun


def _clause_above(scene: Scene, node: int) -> int | None:
    head = scene.tree.head[node]
    return scene.tree.clause_of(head) if head >= 0 else None


SEPARATORS = frozenset((":", ";", "→", "|", "/", "•", "·", "–", "—", "=", ","))
FINITE = ("VBD", "VBZ", "VBP", "MD")
LABEL = 12
"""Nodes of a label."""


def labelled(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "Revenue: $58 million"; "Basic plan: fee $7 → refund $2": a label in front and no verb between."""
    tree = scene.tree
    first = scene.whole[ref][0]
    colon = next((i for i in range(first) if tree.words[i] == ":"), None)
    if colon is None or not 0 < colon <= LABEL:
        return None
    if _has_verb(scene, 0, colon) or any(i in scene.taken for i in range(colon)):
        return None
    if not any(tree.tags[i] in NOMINAL for i in range(colon)):
        return None
    label = colon - 1
    begin = first
    while begin > colon + 1 and tree.words[begin - 1] not in SEPARATORS and begin - 1 not in scene.taken:
        begin -= 1
    own = [
        i
        for i in range(begin, first)
        if tree.words[i][0].isalpha() and tree.tags[i] not in ("IN", "RB", "DT", "CC", "TO")
    ]
    node = scene.outer(ref)
    behind = tree.head[node]
    joined = behind > node and not any(tree.words[i] in SEPARATORS for i in range(scene.whole[ref][-1] + 1, behind))
    if (
        joined
        and tree.label[node] in ("nummod", "compound", "nmod:unmarked", "amod")
        and tree.tags[behind] in ("NN", "NNS", "NNP")
    ):
        return Frame("label", node, behind, owner=label)  # "Gold level: a $50 reward"
    if not own:
        return Frame("label", node, label) if begin == colon + 1 else None
    if _has_verb(scene, begin, first) or first - begin > 4:
        return None
    return Frame("label", node, own[-1], owner=label)


def _line_label(scene: Scene) -> int | None:
    """The end of a label that a line without a verb begins with: "Basic plan: $10 a day, total profit of $3"."""
    tree = scene.tree
    colon = next((i for i in range(min(len(tree), LABEL + 4)) if tree.words[i] == ":"), None)
    if not colon or _has_verb(scene, 0, len(tree)) or any(i in scene.taken for i in range(colon)):
        return None
    return colon - 1


def _has_verb(scene: Scene, first: int, stop: int) -> bool:
    """A finite verb in lower case: the words of labels have capitals."""
    tree = scene.tree
    return any(tree.tags[i] in FINITE and tree.words[i].islower() for i in range(first, stop))


def own_ties(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """By the table of frames."""
    frame = tied(scene, ref, scene.outer(ref))
    if frame is None:
        return None
    if frame.quantity is not None and frame.name != "copula":
        frame.owner = _line_label(scene)
    if frame.side == "by" and frame.direction is None:
        frame.side = None
    return frame


LOOKS: tuple[Callable[[Scene, int, Frames], Frame | None], ...] = (
    restated, ends, compared, labelled, content, coordinated, moved, apposed, elliptic, own_ties,
)  # fmt: skip
