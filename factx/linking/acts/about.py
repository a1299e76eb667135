"""What an act is about: of an apology what stands behind its preposition, or the object or clause of regret; of guidance itself."""

from __future__ import annotations

from factx.linking.acts.rules import Found
from factx.linking.acts.ties import FRONT
from factx.linking.acts.words import among
from factx.linking.claims.scene import Scene
from factx.syntax import Tree

__all__ = ["about_of", "span_of"]

LONGEST = 40
"""Words that what an act is about has at most."""
SEPARATE = ("conj", "parataxis")
"""Relations of a verb to a clause that says something else."""
NEAR = 8
"""Words from the verb to the word that says the act: "issued a statement apologising"."""


def about_of(scene: Scene, found: Found) -> range:
    """The nodes; none where the text does not say."""
    tree, cue = scene.tree, found.cue
    if found.noun is not None:
        return _guidance(scene, found, found.noun)
    if among(tree, [cue], "regret") and found.verb == cue:
        done = (c for c in tree.children[cue] if c > cue and (tree.label[c] == "obj" or tree.tags[c] == "VBG"))
        thing = next(done, None)
        if thing is not None:
            return _branch(tree, thing, cue + 1)  # "I regret not acting sooner"
    return _reason(scene, cue, tree.root if found.verb is None else found.verb) or _clause(tree, cue)


def span_of(scene: Scene, found: Found) -> tuple[int, int]:
    """From the verb, with its auxiliaries, to the end of what it is done for or to; of a passive from the guidance to the verb."""
    tree, verb, cue = scene.tree, found.verb, found.cue
    nodes = [cue, *found.about]
    if verb is not None and (tree.tags[verb][:2] == "VB" or verb == cue):
        near = (n for n in tree.group(verb) if abs(n - verb) <= 4)
        nodes += [n for n in near if found.noun is not None or n <= cue <= n + NEAR]
    elif verb is None and found.noun is None:
        nodes += tree.all(cue, "nmod:poss")  # "our apologies"
    return tree.start[min(nodes)], tree.end[max(nodes)]


def _reason(scene: Scene, cue: int, clause: int) -> range:
    """What stands behind the first "for", "over", "about" behind the cue, in its clause (`clause`: its predicate).

    It is looked for by the preposition and not by what it hangs on: the parse hangs "to customers for the delay" on the customers.
    """
    tree = scene.tree
    inside = {*tree.inside(clause), *tree.inside(cue)}
    for node in range(cue + 1, min(len(tree), cue + LONGEST)):
        if tree.lower[node] in (";", ":") or (tree.label[node] in SEPARATE and tree.tags[node][:2] == "VB"):
            break
        top = tree.head[node]
        opens = among(tree, [node], "reason") and tree.label[node] in ("case", "mark")
        if opens and top > node and top in inside and top not in scene.time_nodes:
            up = tree.head[top]  # "for any inconvenience caused", where the parse made a clause of it
            caused = up > top and tree.tags[up] == "VBN" and tree.label[top] in ("nsubj", "nsubj:pass")
            return _branch(tree, up if caused else top, node + 1)
    return range(0)


def _clause(tree: Tree, node: int) -> range:
    """ "sorry that this happened", "We are sorry this happened": the clause of sorrow, without its "that"."""
    if among(tree, [node], "sorry|regret"):
        for child in (*tree.all(node, "ccomp", "acl", "advcl"), *tree.all(tree.head[node], "ccomp")):
            bare = tree.mark(child) == "" and tree.label[child] == "ccomp" and tree.own_subject(child) is not None
            if child > node and (bare or tree.mark(child) == "that"):
                return _branch(tree, child, node + 1 if bare else (tree.child(child, "mark") or node) + 1)
    return range(0)


def _branch(tree: Tree, top: int, first: int) -> range:
    """An unbroken stretch of what hangs on a node, from `first` on; a clause that is coordinated with a noun is left out."""
    inside = set(tree.inside(top))
    for node in tree.all(top, *SEPARATE):
        if tree.is_finite(node) and not tree.is_finite(top):
            inside -= set(tree.inside(node))
    stop = first
    while stop < min(len(tree), first + LONGEST) and stop in inside:
        stop += 1
    while stop > first and (
        tree.tags[stop - 1] == "CC" or not any(c.isalnum() or c in "%)" for c in tree.words[stop - 1])
    ):
        stop -= 1
    return range(first, stop)


def _guidance(scene: Scene, found: Found, noun: int) -> range:
    """The noun with its owner and what restricts it: not how often, when or why something is done to it."""
    tree, cue = scene.tree, found.cue
    phrase = tree.phrase_nodes(noun)
    first, last = phrase[0], noun
    if cue < first and all(tree.tags[n] in FRONT for n in range(cue + 1, first)):
        first = (
            cue + 1 + (tree.tags[cue + 1] == "RB" and tree.words[cue + 2] != "-")
        )  # "our revenue and profit guidance"
    while last + 1 in phrase and last + 1 not in (cue, found.verb) and not _is_done_so(scene, noun, last + 1):
        last += 1
    behind = tree.lower[last + 1 : last + 2]
    for nodes in (
        scene.dated if behind == ["for"] else ()
    ):  # "withdrew its guidance for 2024", where that hangs on the verb
        if last + 2 in nodes and not {cue, found.verb} & set(nodes):
            last = nodes[-1]
    return range(first, last + 1)


def _is_done_so(scene: Scene, noun: int, node: int) -> bool:
    """Does a phrase begin that says when ("in May"), how often ("for the second time") or why something is done to guidance?"""
    tree, up = scene.tree, scene.tree.head[node]
    acted = among(tree, [node], "acted") and up in scene.time_nodes
    often = tree.lower[up] in ("time", "times") or (tree.label[node] == "advmod" and up == noun)
    return acted or often or among(tree, [node], "why")
