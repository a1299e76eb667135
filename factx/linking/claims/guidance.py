"""What was done to guidance: raised, lowered, maintained, narrowed, initiated, withdrawn; and what the guidance is of.

>>> import factx
>>> m = factx.extract("Bolt raised its revenue guidance to $4.2 billion from $3.9 billion.").money
>>> [(c.guidance, c.metric, c.modality) for c in m]
[('raised', 'revenue', 'forecast'), ('raised', 'revenue', 'forecast')]
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice

from factx import lexicon
from factx.linking.claims.beside import said_beside
from factx.linking.claims.frames import Frame
from factx.linking.claims.guided import ACTIONS, ENDS, RANGES, REPEATING, VIEWS, guided_noun, labelled
from factx.linking.claims.modality import modality_of
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import FORECASTERS, FORESEEING, GUIDED, SPEECH
from factx.mentions.types import AmountMention
from factx.syntax.tree import FINITE

__all__ = [
    "CLIMBED",
    "action_on",
    "by_numbers",
    "guidance_of",
    "is_changed",
    "is_expected_now",
    "is_of_others",
    "moved_by",
]

BEHIND_HEAD = re.compile(r",|\s+(?:(?:of|at|for|in|on|from|with|by)\s|$)")
CLIMBED = 4
UPWARD = {"up": "raised", "upward": "raised", "upwards": "raised", "higher": "raised",
          "down": "lowered", "downward": "lowered", "downwards": "lowered", "lower": "lowered"}  # fmt: skip
"""Words beside a verb that say which way: "nudged its forecast up", "revised down"."""
GUIDANCE = frozenset(("guidance", "outlook", "forecast", "forecasts"))
FIRST = frozenset(("first", "first-time", "maiden", "inaugural", "initial"))
STAYING = ("remain", "stay")
BOTTOM, TOP = frozenset(("bottom", "low", "lower")), frozenset(("top", "high", "higher", "upper"))


def guidance_of(scene: Scene, frame: Frame) -> str | None:
    """The action on the guidance that an amount belongs to; None where it is no guidance or nothing is done to it."""
    if frame.name == "comparison" or scene.words.isdisjoint(_needed()):
        return None  # "sales rose to $5m, versus guidance of $4m"
    action = _action_of(scene, frame)
    return None if action is not None and _by_others(scene, frame) else action


TOLD = frozenset(
    "unchanged still ends guided indicated communicated expected projected anticipated predicted estimated targeted planned".split()
)


@cache
def _needed() -> frozenset[str]:
    """Words without one of which nothing is done to guidance."""
    keeping = {form for form, lemma in lexicon.verb_lemmas().items() if lemma in REPEATING or lemma == "continue"}
    return VIEWS | RANGES | REPEATING | keeping | TOLD


def _action_of(scene: Scene, frame: Frame) -> str | None:
    """What is done to it, whoever does it."""
    tree = scene.tree
    own = (frame.node, *tree.children[frame.node], tree.head[frame.node])
    beside = next((c for n in own if n >= 0 for c in tree.all(n, "appos") if tree.lower[c] in RANGES), None)
    if beside is not None:
        action = next((a for a in (action_on(scene, c) for c in tree.all(beside, "amod")) if a), None)
        if action is not None:
            return action  # "5 to 6 percent, a narrower range than before"
    return _own_action(scene, frame) or _first(scene, frame) or _beside(scene, frame) or _before_colon(scene, frame)


def _by_others(scene: Scene, frame: Frame) -> bool:
    """Is it analysts or an agency that does something to a forecast?"""
    tree, verb = scene.tree, frame.verb
    for _ in range(CLIMBED):
        if verb is None:
            return False
        subject = tree.subject(verb)
        if subject is not None:
            return is_of_others(tree.phrase(subject))
        verb = tree.clause_of(tree.head[verb]) if tree.head[verb] >= 0 else None
    return False


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
        if up < 0 or (tree.label[node] == "conj" and tree.is_finite(node)):
            break  # what another clause does is not done to it
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


MOVED = re.compile(
    r"\s*(?:from|on|versus|compared (?:to|with)|than) (?:its |the |our |their )?(?:previous|prior|earlier|initial|original) "
    r"(?:guidance|outlook|forecasts?|expectations?|targets?|view|estimates?)\b"
)


def _beside(scene: Scene, frame: Frame) -> str | None:
    """ "It expects sales of $5m, as previously guided", "There is no change to the forecast, which calls for sales of $5m"."""
    row = said_beside(scene, frame.node, frame.quantity)
    if row is None or frame.side == "from":
        return None
    ahead = row.certain or modality_of(scene, frame) == "forecast" or labelled(scene, frame)
    return row.action if ahead else None


def moved_by(scene: Scene, ref: int, direction: str) -> str | None:
    """ "$5m, up $1m from our previous outlook": what is done to guidance, by an amount that it moves by."""
    found = MOVED.match(scene.document.text, scene.amounts[ref].phrase_end)
    return None if found is None else {"up": "raised", "down": "lowered"}.get(direction)


def _before_colon(scene: Scene, frame: Frame) -> str | None:
    """ "Its forecasts have been revised upward: sales are now expected to be $5m, and profit $1m"."""
    tree = scene.tree
    colon = next((n for n in range(frame.node - 1, 0, -1) if tree.words[n] == ":"), None)
    if colon is None or frame.name == "comparison":
        return None
    bare = not any(tag in FINITE for tag in tree.tags[colon : frame.node])  # "Its outlook is unchanged: sales of $5m"
    if not bare and modality_of(scene, frame) != "forecast":
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
    chain = [] if verb is None else [verb]
    while verb is not None and tree.label[verb] in ("ccomp", "xcomp") and tree.head[verb] >= 0:
        verb = tree.head[verb]  # "raised its outlook, saying it now sees revenue of $5m"
        chain.append(verb)
    up = tree.head[verb] if verb is not None else -1
    if verb is None or up < 0 or tree.label[verb] not in ("advcl", "conj", "xcomp"):
        return None
    thing = tree.object(up)
    if thing is None or not any(tree.lower[n] in GUIDED for n in (thing, *tree.all(thing, "nmod"))):
        return None
    action = action_on(scene, up)
    now = any(tree.lower[c] == "now" for v in chain for c in tree.children[v])
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
        if tree.lemma(node) in STAYING and any(tree.case(c) == "at" for c in tree.all(node, "obl")):
            return "maintained"  # "guidance remains at $5m"
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
        repeated = tree.label[verb] == "ccomp" and above >= 0 and tree.lemma(above) in REPEATING
        if tree.lemma(verb) in FORESEEING and repeated:
            return "maintained"  # "reiterated that it expects sales of $5m"
        if above >= 0 and tree.label[verb] == "acl":
            above = tree.head[above]  # "still sees profit growing by 5%"
        if above < 0:
            return None
        if tree.lemma(verb) in FORESEEING and tree.label[verb] == "xcomp" and tree.lemma(above) == "continue":
            return "maintained"
        verb = above if tree.label[verb] in ("xcomp", "ccomp", "acl") else None
    return None


def by_numbers(now: AmountMention, then: AmountMention, direction: str) -> str | None:
    """What was done to guidance, by what it is and was, and which way that goes; None for a range that has become wider."""
    if (now.low, now.high) == (then.low, then.high):
        return "maintained"
    if now.low < now.high and then.low <= now.low and now.high <= then.high:
        return "narrowed"
    if then.low < then.high and now.low <= then.low and then.high <= now.high:
        return None
    return {"up": "raised", "down": "lowered"}.get(direction)


def is_changed(scene: Scene, frame: Frame) -> bool:
    """ "revised its guidance to $5m": is something done to guidance of which only the figures say what?"""
    noun = guided_noun(scene, frame)
    above = () if noun is None else islice(scene.tree.above(noun), CLIMBED)
    return any(ACTIONS.get(scene.tree.lemma(node)) == "changed" for node in above)


def is_expected_now(scene: Scene, frame: Frame) -> bool:
    """ "now expects $5m", "is now seen at $5m": is a forecast one that takes the place of another?"""
    tree, verb = scene.tree, frame.verb
    for _ in range(3):
        if verb is None:
            return False
        if any(tree.lower[child] == "now" for child in tree.children[verb]):
            return True
        verb = tree.clause_of(tree.head[verb]) if tree.head[verb] >= 0 else None
    return False


@cache
def _others() -> tuple[frozenset[str], frozenset[str]]:
    """Who forecasts for others, by name; and heads of phrases for who does, or who advises: "market", "department"."""
    rows = lexicon.rows("act_words.tsv")
    named = frozenset(row[0] for row in rows if row[1] == "forecasting body")
    return named, FORECASTERS | {row[0] for row in rows if row[1] == "public body"}


@lru_cache(maxsize=512)
def is_of_others(actor: str | None) -> bool:
    """Is it analysts, an agency or an authority that forecasts for others or advises?

    >>> is_of_others("The International Monetary Fund"), is_of_others("Analysts"), is_of_others("The department store chain")
    (True, True, False)
    """
    words = f" {actor} ".lower().replace("’", "'").replace("'s ", " ")
    head = BEHIND_HEAD.split(words)[0].rpartition(" ")[2]
    named, heads = _others()
    return head in heads or any(f" {body} " in words for body in named)
