"""What an act is about: of an apology the phrase or clause behind its preposition, or the object of "regret"; of guidance itself."""

from __future__ import annotations

from factx.linking.acts.rules import Found
from factx.linking.acts.ties import DESCRIBING, FRONT
from factx.linking.acts.words import is_of
from factx.linking.claims.scene import Scene
from factx.syntax import Tree

__all__ = ["ACTED", "about_of", "span_of"]

LONGEST = 40
"""Words that what an act is about has at most."""
SEPARATE = ("conj", "parataxis")
"""Relations of a verb to a clause that says something else."""
NEAR = 8
"""Words from the verb to the word that says the act: "issued a statement apologising"."""
ACTED = frozenset(("in", "on", "at", "since", "after", "before", "during"))
"""Prepositions of the time at which something is done, which is not that of the guidance ("cut its outlook in May")."""
REASONS = frozenset(("following", "amid", "despite", "because of", "due to", "after"))
"""Prepositions of why it is done."""


def about_of(scene: Scene, found: Found) -> tuple[int, ...]:
    """The nodes, in order; none where the text does not say."""
    tree, cue = scene.tree, found.cue
    if found.noun is not None:
        return _guidance(scene, found, found.noun)
    if is_of(tree.lower[cue], "regret") and tree.tags[cue][:2] == "VB" and found.verb == cue:
        thing = next(
            (
                c
                for c in tree.all(cue, "obj", "xcomp", "advcl", "ccomp")
                if c > cue and (tree.label[c] == "obj" or tree.tags[c] == "VBG")
            ),
            None,
        )
        if thing is not None:
            return _branch(tree, thing, cue + 1)  # "I regret not acting sooner"
    return _reason(scene, cue, tree.root if found.verb is None else found.verb) or _clause(tree, cue)


def span_of(scene: Scene, found: Found) -> tuple[int, int]:
    """From the verb, with its auxiliaries, to the end of what it is done for or to; of a passive from the guidance to the verb."""
    tree, verb = scene.tree, found.verb
    nodes = [found.cue, *found.about]
    if verb is not None and (tree.tags[verb][:2] == "VB" or verb == found.cue):
        nodes += [
            n for n in tree.group(verb) if abs(n - verb) <= 4 and (found.noun is not None or n <= found.cue <= n + NEAR)
        ]
    own = tree.child(found.cue, "nmod:poss") if verb == found.cue or tree.tags[found.cue][:1] == "N" else None
    first, last = min(nodes), max(nodes)
    return tree.start[first if own is None else min(first, own)], tree.end[last]


def _reason(scene: Scene, cue: int, clause: int) -> tuple[int, ...]:
    """What stands behind the first "for", "over", "about" behind the cue, in its clause (`clause`: its predicate).

    It is looked for by the preposition and not by what it hangs on: the parse hangs "to customers for the delay" on the customers.
    """
    tree = scene.tree
    inside = _own(tree, clause) | _own(tree, cue)
    for node in range(cue + 1, min(len(tree), cue + LONGEST)):
        if tree.lower[node] in (";", ":") or (node not in inside and tree.label[node] in SEPARATE):
            return ()
        if is_of(tree.lower[node], "reason") and tree.label[node] in ("case", "mark") and tree.head[node] > node:
            top = tree.head[node]
            if top in inside and top not in scene.time_nodes:
                up = tree.head[top]  # "for any inconvenience caused", where the parse made a clause of it
                top = up if tree.label[top] in ("nsubj", "nsubj:pass") and up > top and tree.tags[up] == "VBN" else top
                return _branch(tree, top, node + 1)
    return ()


def _own(tree: Tree, top: int) -> set[int]:
    """What hangs on a node, without the clauses that are coordinated with it."""
    out, waiting = {top}, [top]
    while waiting:
        below = [
            c for c in tree.children[waiting.pop()] if not (tree.label[c] in SEPARATE and tree.tags[c][:2] == "VB")
        ]
        out.update(below)
        waiting += below
    return out


def _clause(tree: Tree, node: int) -> tuple[int, ...]:
    """ "sorry that this happened", "regret that two were hurt": the clause of sorrow, without its "that"."""
    if not is_of(tree.lower[node], "sorry", "regret"):
        return ()
    for child in (*tree.all(node, "ccomp", "acl", "advcl"), *tree.all(tree.head[node], "ccomp")):
        mark = tree.child(child, "mark")
        if child > node and mark is not None and tree.lower[mark] == "that":
            return _branch(tree, child, mark + 1)
        if child > node and mark is None and tree.own_subject(child) is not None and tree.label[child] == "ccomp":
            return _branch(tree, child, node + 1)  # "We are sorry this happened"
    return ()


def _branch(tree: Tree, top: int, first: int) -> tuple[int, ...]:
    """An unbroken stretch of what hangs on a node, from `first` on; a clause that is coordinated with a noun is left out."""
    inside = set(tree.inside(top))
    if not tree.is_finite(top):
        for node in tree.all(top, *SEPARATE):
            inside -= set(tree.inside(node)) if tree.is_finite(node) else set()
    stop = first
    while stop < min(len(tree), first + LONGEST) and stop in inside:
        stop += 1
    while stop > first and (
        tree.lower[stop - 1] in ("and", "or", "but")
        or not (tree.words[stop - 1][-1].isalnum() or tree.words[stop - 1] in ("%", ")"))
    ):
        stop -= 1
    return tuple(range(first, stop))


def _guidance(scene: Scene, found: Found, noun: int) -> tuple[int, ...]:
    """The noun with its owner, behind the verb, and what restricts it: not how often, when or why something is done to it."""
    tree, cue = scene.tree, found.cue
    whole = set(tree.inside(noun))
    first, last = min(tree.phrase_nodes(noun)), noun
    if cue < noun and all(tree.tags[n] in FRONT for n in range(cue + 1, noun)):
        first = next(n for n in range(cue + 1, noun + 1) if tree.tags[n] != "RB" or tree.tags[n + 1] not in DESCRIBING)
    else:
        while first - 1 in whole and tree.label[first - 1] not in ("case", "punct") and first - 1 != cue:
            first -= 1  # "our revenue and profit guidance"
    acted = {n for c in tree.children[noun] if c > noun and _is_acted(scene, c) for n in tree.inside(c)}
    phrase = set(tree.phrase_nodes(noun)) - acted
    while last + 1 in phrase and last + 1 not in (cue, found.verb) and tree.case(last + 1) not in REASONS:
        last += 1
    year = next(
        (n for n in (last + 2, last + 3) if n in scene.when), None
    )  # "withdrew its guidance for 2024", hung on the verb
    if year is not None and tree.lower[last + 1] == "for" and year not in (cue, found.verb):
        last = max(n for nodes in scene.dated if year in nodes for n in nodes)
    return tuple(range(first, last + 1))


def _is_acted(scene: Scene, node: int) -> bool:
    tree = scene.tree
    timed = (node in scene.time_nodes and tree.case(node) in ACTED) or tree.lower[node] in ("time", "times")
    return timed or tree.case(node) in REASONS | {"as", "with"} or tree.label[node] == "advmod"
