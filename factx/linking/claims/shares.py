"""What a share of people is about behind which no "of" follows: what they say, do or are.

>>> import factx
>>> text = "Pollsters asked 900 adults. Only 12% believe that robots will take their jobs, and 9% say they are worried."
>>> [n.subject for n in factx.extract(text).numbers][1:]
['believe that robots will take their jobs', 'worried']
"""

from __future__ import annotations

from factx.linking.claims.scene import Scene
from factx.linking.claims.what import SHARES
from factx.linking.claims.wording import join
from factx.linking.claims.words import PARTS, SPEECH
from factx.syntax.tree import FINITE

__all__ = ["predicate_of", "predicated"]

BEING = frozenset(("is", "are", "was", "were", "be", "been", "'re", "'m", "'s"))
OPENING = frozenset(("while", "whereas", "that", "although", "though", "as"))
"""Words in front of a share that begins its clause, beside "and", "only" and marks."""
STOPS = frozenset((*",;:.!?()—–-•*", '"', "“", "”", "while", "whereas", "but", "compared", "versus"))
LONGEST = 16
"""Words of a predicate."""


def predicate_of(scene: Scene, ref: int) -> int | None:
    """The verb that a share is the subject of: "12% believe", "nearly two-thirds (62%) say", "a majority (53%) believe"."""
    tree = scene.tree
    if scene.amounts[ref].dimension not in SHARES:
        return None
    first, at = scene.first(ref), scene.last(ref) + 1
    bracketed = tree.words[first - 1 : first] == ["("] and tree.words[at : at + 1] == [")"]
    if bracketed and first > 1 and tree.lower[first - 2] in PARTS:
        first, at = first - 2, at + 1
        while first > 0 and tree.tags[first - 1] in ("DT", "JJ", "RB"):
            first -= 1
    elif tree.words[at : at + 1] == ["("] and at + 1 in scene.taken and ")" in tree.words[at : at + 4]:
        at = tree.words.index(")", at) + 1
    while tree.tags[at : at + 1] == ["RB"]:
        at += 1
    verb = at < len(tree) and (tree.tags[at] in FINITE or tree.tags[at] == "VB" or tree.lower[at] in SPEECH)
    return at if verb and _opens(scene, first) else None


def _opens(scene: Scene, first: int) -> bool:
    """Does a clause begin at a node?"""
    tree, before = scene.tree, first - 1
    word = tree.lower[before] if before >= 0 else ","
    return not word[-1:].isalnum() or word in OPENING or tree.tags[before] in ("CC", "RB")


def predicated(scene: Scene, verb: int) -> str | None:
    """What those of a share say, do or are, to the end of the clause: without "say they" and "are"."""
    tree, at = scene.tree, verb
    if tree.lemma(at) in SPEECH:
        behind = at + 1 + (tree.lower[at + 1 : at + 2] == ["that"])
        at = behind + 1 if tree.tags[behind : behind + 1] == ["PRP"] else at
    if at < len(tree) and tree.lemma(at) in BEING:
        at += 1
    end = at
    while end < min(len(tree), at + LONGEST) and tree.words[end] not in STOPS:
        end += 1
    while end > at and (end - 1 in scene.time_nodes or tree.tags[end - 1] in ("IN", "DT", "CC")):
        end -= 1
    return join(scene, range(at, end)) or None
