"""What was done to guidance: raised, lowered, maintained, narrowed, initiated, withdrawn; and what the guidance is of.

>>> import factx
>>> m = factx.extract("Bolt raised its revenue guidance to $4.2 billion from $3.9 billion.").money
>>> [(c.guidance, c.metric, c.modality) for c in m]
[('raised', 'revenue', 'forecast'), ('raised', 'revenue', 'forecast')]
"""

from __future__ import annotations

import re
from itertools import islice

from factx import lexicon
from factx.linking.claims.frames import Frame
from factx.linking.claims.metric import metric_of
from factx.linking.claims.modality import modality_of
from factx.linking.claims.scene import Scene
from factx.linking.claims.wording import noun_phrase
from factx.linking.claims.words import FORESEEING, GUIDED, SPEECH
from factx.mentions.types import AmountMention
from factx.syntax.tree import FINITE

__all__ = ["action_on", "change_of_guidance", "guidance_of", "guided_metric", "without_guidance"]

ACTIONS = lexicon.table("guidance_verbs.tsv")
CLIMBED = 4
WORDS = re.compile(
    r"(?:\b(?:mid-?point|(?:top|bottom|high|low|upper|lower)(?:er)? end|lower half|upper half|range) of (?:(?:its|the|our|their|this|that) )?)?"
    r"\b(?:"
    + "|".join(sorted(GUIDED))
    + r")\b(?:\s+(?:range|for|of))*|\bmid-?point of (?:(?:its|the|our|their) )?|\b(?:unchanged|steady)\b",
    re.IGNORECASE,
)
UPWARD = {"up": "raised", "upward": "raised", "upwards": "raised", "higher": "raised",
          "down": "lowered", "downward": "lowered", "downwards": "lowered", "lower": "lowered"}  # fmt: skip
"""Words beside a verb that say which way: "nudged its forecast up", "revised down"."""
REPEATING = frozenset(("affirm", "reiterate", "re-iterate", "reaffirm", "re-affirm", "reconfirm"))
GUIDANCE = frozenset(("guidance", "outlook", "forecast", "forecasts"))
FIRST = frozenset(("first", "first-time", "maiden", "inaugural", "initial"))
RANGES = frozenset(("range", "band", "corridor"))
ENDS = frozenset(("end", "top", "bottom"))
BOTTOM, TOP = frozenset(("bottom", "low", "lower")), frozenset(("top", "high", "higher", "upper"))


def guidance_of(scene: Scene, frame: Frame) -> str | None:
    """The action on the guidance that an amount belongs to; None where it is no guidance or nothing is done to it."""
    tree = scene.tree
    own = (frame.node, *tree.children[frame.node], tree.head[frame.node])
    beside = next((c for n in own if n >= 0 for c in tree.all(n, "appos") if tree.lower[c] in RANGES), None)
    if beside is not None:
        action = next((a for a in (action_on(scene, c) for c in tree.all(beside, "amod")) if a), None)
        if action is not None:
            return action  # "5 to 6 percent, a narrower range than before"
    return _own_action(scene, frame) or _first(scene, frame) or _as_before(scene, frame) or _before_colon(scene, frame)


def _own_action(scene: Scene, frame: Frame) -> str | None:
    """What is done to the guidance that an amount hangs on, or in the clause that its own depends on."""
    tree = scene.tree
    node = guided_noun(scene, frame)
    if node is None:
        return _expected_still(scene, frame) or _of_clause(scene, frame)
    for child in tree.children[node]:
        action = action_on(scene, child) if tree.label[child] in ("amod", "acl") else None
        if action is not None and not (action == "initiated" and tree.tags[child] == "VBN"):
            return action  # "initial guidance", "its reaffirmed outlook"; not "its previously issued guidance"
    for _ in range(CLIMBED):
        up = tree.head[node]
        if up < 0:
            break
        action = action_on(scene, up)
        if action is not None:
            return action
        node = up
    return _expected_still(scene, frame) or _of_clause(scene, frame)


def _first(scene: Scene, frame: Frame) -> str | None:
    """ "Issuing its first outlook, it sees a margin of 5%": a sentence that gives guidance gives it with every figure that lies ahead."""
    tree = scene.tree
    given = [noun for noun, word in enumerate(tree.lower) if word in GUIDANCE]
    if not given or frame.name == "comparison" or frame.side == "from":
        return None
    ahead = modality_of(scene, frame) == "forecast"
    for noun in given:
        if _is_given(scene, noun) and (ahead or noun < frame.node in tree.inside(tree.head[noun])):
            return "initiated"
        if ahead and FIRST & {tree.lower[c] for c in tree.children[noun] if c < noun}:
            return "initiated"
    return None


AS_BEFORE = re.compile(
    r"\b(?:as (?:previously|already) (?:guided|indicated|communicated)|(?:in line|consistent) with (?:its|our|the|their) "
    r"(?:previous(?:ly issued)?|prior|existing|current|earlier) (?:guidance|outlook|forecasts?|expectations?|targets?))\b"
)
REACH = 300
"""Characters of its sentence, before and behind an amount, in which it is said."""
NO_CHANGE = re.compile(
    r"\bno changes? (?:(?:has|have) been made |is made )?(?:to|in) (?:[\w-]+ ){1,5}(?:guidance|outlook|forecasts?)\b",
    re.IGNORECASE,
)


def _as_before(scene: Scene, frame: Frame) -> str | None:
    """ "It expects sales of $5m, as previously guided", "There is no change to the forecast, which calls for sales of $5m"."""
    text, at = scene.document.text, scene.tree.start[frame.node]
    if NO_CHANGE.search(text, max(scene.sentence.start, at - REACH), at):
        return "maintained" if frame.name != "comparison" else None
    said = AS_BEFORE.search(text, scene.tree.end[frame.node], min(scene.sentence.end, at + REACH))
    return "maintained" if said is not None and modality_of(scene, frame) == "forecast" else None


def _before_colon(scene: Scene, frame: Frame) -> str | None:
    """ "Its forecasts have been revised upward: sales are now expected to be $5m, and profit $1m"."""
    tree = scene.tree
    colon = next((n for n in range(frame.node - 1, 0, -1) if tree.words[n] == ":"), None)
    if colon is None or frame.name == "comparison" or modality_of(scene, frame) != "forecast":
        return None
    for noun in (n for n in range(colon) if tree.lower[n] in GUIDED and tree.tags[n] in ("NN", "NNS")):
        action = next(
            (a for a in (action_on(scene, n) for n in islice(tree.above(noun), CLIMBED) if n < colon) if a), None
        )
        if action is not None:
            return action
    return None


def _is_given(scene: Scene, noun: int) -> bool:
    """Is guidance what a verb gives: "issued guidance", "setting guidance for 2026"?"""
    tree, verb = scene.tree, scene.tree.head[noun]
    given = verb >= 0 and tree.label[noun] == "obj"
    return given and ACTIONS.get(tree.lemma(verb)) == "initiated" and not tree.is_negated(verb)


def _of_clause(scene: Scene, frame: Frame) -> str | None:
    """What is done to guidance in the clause that an amount's depends on.

    "updated its guidance, lowering revenue to $5m", "raised its outlook and now sees revenue of $5m".
    """
    tree, verb = scene.tree, frame.verb
    while verb is not None and tree.label[verb] in ("ccomp", "xcomp") and tree.head[verb] >= 0:
        verb = tree.head[verb]  # "raised its outlook, saying it now sees revenue of $5m"
    up = tree.head[verb] if verb is not None else -1
    if verb is None or up < 0 or tree.label[verb] not in ("advcl", "conj", "xcomp"):
        return None
    thing = tree.object(up)
    if thing is None or not any(tree.lower[n] in GUIDED for n in (thing, *tree.all(thing, "nmod"))):
        return None
    action = action_on(scene, up)
    now = any(tree.lower[c] == "now" for v in (verb, frame.verb) if v is not None for c in tree.all(v, "advmod"))
    other = (
        tree.lemma(verb) in SPEECH and action != "maintained"
    )  # "cut its outlook and said costs would be $5m" says two things
    ahead = now or (modality_of(scene, frame) == "forecast" and not other)
    if tree.label[verb] == "conj" or tree.lemma(verb) in FORESEEING or tree.lemma(verb) in SPEECH:
        return action if ahead else None
    return action_on(scene, verb) if tree.tags[verb] == "VBG" else None


def action_on(scene: Scene, node: int) -> str | None:
    """What a verb, participle or noun does to guidance; where the verb does not say, the word beside it does."""
    tree = scene.tree
    tag = tree.tags[node]
    if tag[:2] != "VB":
        action = ACTIONS.get(tree.lower[node]) if tag[:2] in ("NN", "JJ") else None
        return action if action != "changed" else None
    action = ACTIONS.get(tree.lemma(node))
    if action is None:
        state = tree.child(node, "xcomp")  # "we remain comfortable with our target"
        return ACTIONS.get(tree.lower[state]) if state is not None and tree.tags[state] == "JJ" else None
    if action == "changed":
        behind = tree.object(node)
        near = (
            tree.children[node] if behind is None else (*tree.children[node], *range(node, min(behind + 2, len(tree))))
        )
        return next((UPWARD[tree.lower[c]] for c in near if tree.lower[c] in UPWARD), None)
    thing = tree.own_subject(node) if tree.is_passive(node) else tree.object(node)
    if thing is not None and tree.lower[thing] in ENDS:
        sides = {tree.lower[thing], *(tree.lower[c] for c in tree.children[thing])}
        if sides & (BOTTOM if action == "raised" else TOP if action == "lowered" else frozenset()):
            return "narrowed"  # "raised the bottom end of its guidance"
    return action


def _expected_still(scene: Scene, frame: Frame) -> str | None:
    """ "still sees revenue of $5m", "continues to expect 300 sales": a forecast that is kept."""
    tree, verb = scene.tree, frame.verb
    for _ in range(3):
        if verb is None or tree.tags[verb][:2] != "VB":
            return None
        if tree.lemma(verb) in FORESEEING and any(tree.lower[c] == "still" for c in tree.children[verb]):
            return "maintained"
        above = tree.head[verb]
        if above >= 0 and tree.label[verb] == "acl":
            above = tree.head[above]  # "still sees profit growing by 5%"
        if above < 0:
            return None
        if tree.lemma(verb) in FORESEEING and tree.label[verb] == "xcomp" and tree.lemma(above) == "continue":
            return "maintained"
        verb = above if tree.label[verb] in ("xcomp", "ccomp", "acl") else None
    return None


def guided_noun(scene: Scene, frame: Frame) -> int | None:
    """The noun that says so: the quantity, what it depends on or has in front ("its forecast of revenue", "guidance range").

    Or what the sum depends on, or the clause does something to ("initiated guidance with revenue of $5m").
    """
    tree = scene.tree
    noun = frame.quantity
    if noun is None:
        thing = None if frame.verb is None else tree.object(frame.verb)
        return thing if thing is not None and tree.lower[thing] in GUIDED else None
    above = tree.head[noun] if tree.label[noun] in ("nmod", "compound") else -1
    over = tree.head[above] if above >= 0 and tree.label[above] == "nmod" else -1
    near = [noun, *tree.children[noun], above, tree.head[frame.node], over]
    if frame.verb is not None:
        thing = tree.object(frame.verb) if tree.lemma(frame.verb) in ACTIONS else None
        if thing is not None and tree.lower[thing] in RANGES and action_on(scene, frame.verb) == "narrowed":
            return thing
        if thing == noun and tree.lemma(frame.verb) in REPEATING:
            return noun  # "reiterated capital expenditure of $5m"
        near.append(-1 if thing is None else thing)
        if tree.label[frame.verb] in ("acl", "ccomp") and tree.mark(frame.verb) in ("that", "to"):
            clause = tree.head[frame.verb]
            near += [clause, *tree.all(clause, "obj")]  # "reiterated its forecast that revenue will grow 5%"
        if tree.label[frame.verb] == "acl:relcl":
            held = tree.head[frame.verb]  # "withdrew its guidance, which called for revenue of $5m"
            if tree.lower[held] in RANGES and tree.lower[tree.head[held]] in ENDS:
                return held  # "trimmed the top of its range, which now stands at $5m to $6m"
            near.append(held)
        subject = tree.subject(frame.verb)
        if subject is not None and tree.lemma(frame.verb) in ("call", "imply", "include", "assume", "be"):
            near.append(subject)  # "initial guidance calls for sales of $5m"
    return next((n for n in near if n >= 0 and tree.lower[n] in GUIDED), None)


def guided_metric(scene: Scene, frame: Frame) -> str | None:
    """The metric of the guidance that an amount belongs to: "its guidance for adjusted EBITDA was cut to $5m"."""
    tree = scene.tree
    noun = guided_noun(scene, frame)
    if noun is None:
        before = (n for n in range(frame.node - 1, -1, -1) if tree.tags[n] in ("NN", "NNS"))
        noun = next((n for n in before if tree.lower[n] in GUIDED), None)
    if noun is None:
        return None
    end = next((n for n in range(noun + 1, frame.node) if tree.tags[n] in FINITE or tree.words[n] in ",;"), frame.node)
    return metric_of(without_guidance(noun_phrase(scene, noun))) or metric_of(" ".join(tree.words[noun + 2 : end]))


def change_of_guidance(now: AmountMention, then: AmountMention, direction: str) -> str | None:
    """What was done to guidance, by what it is and was, and which way that goes; None for a range that has become wider."""
    if (now.low, now.high) == (then.low, then.high):
        return "maintained"
    if now.low < now.high and then.low <= now.low and now.high <= then.high:
        return "narrowed"
    if then.low < then.high and now.low <= then.low and then.high <= now.high:
        return None
    return {"up": "raised", "down": "lowered"}.get(direction)


def without_guidance(what: str) -> str:
    """What the guidance is of.

    >>> without_guidance("full-year revenue guidance"), without_guidance("outlook for sales")
    ('full-year revenue', 'sales')
    >>> without_guidance("midpoint of revenue guidance")
    'revenue'
    """
    return " ".join(WORDS.sub(" ", what).split()).strip()
