"""What an apology is for: the phrase or clause behind its preposition, the object or the clause of "regret"."""

from __future__ import annotations

from factx.linking.acts.words import is_of
from factx.linking.claims.scene import Scene
from factx.syntax import Tree

__all__ = ["branch", "clause_of_reason", "reason_of"]

LONGEST = 40
"""Words that what an act is about has at most."""
OPENERS = frozenset(("case", "mark"))
SEPARATE = ("conj", "parataxis")
"""Relations of a verb to a clause that says something else."""


def reason_of(scene: Scene, cue: int, clause: int) -> tuple[int, ...]:
    """The nodes behind the first "for", "over", "about" behind the cue, in its clause (`clause`: its predicate).

    It is looked for by the preposition and not by what it hangs on: the parse hangs "to customers for the delay" on the customers.
    """
    tree = scene.tree
    inside = _own(tree, clause) | _own(tree, cue)
    for node in range(cue + 1, min(len(tree), cue + LONGEST)):
        if tree.lower[node] in (";", ":") or (node not in inside and tree.label[node] in SEPARATE):
            return ()
        if is_of(tree.lower[node], "reason") and tree.label[node] in OPENERS and tree.head[node] > node:
            top = tree.head[node]
            if top in inside and top not in scene.time_nodes:
                return branch(tree, _clause_around(tree, top), node + 1)
    return ()


def _own(tree: Tree, top: int) -> set[int]:
    """What hangs on a node, without the clauses that are coordinated with it."""
    out, waiting = {top}, [top]
    while waiting:
        for child in tree.children[waiting.pop()]:
            if not (tree.label[child] in SEPARATE and tree.tags[child][:2] == "VB"):
                out.add(child)
                waiting.append(child)
    return out


def _clause_around(tree: Tree, top: int) -> int:
    """ "for any inconvenience caused", where the parse made a clause of it: the verb."""
    up = tree.head[top]
    return up if tree.label[top] in ("nsubj", "nsubj:pass") and up > top and tree.tags[up] == "VBN" else top


def clause_of_reason(scene: Scene, node: int) -> tuple[int, ...]:
    """ "sorry that this happened", "regret that two were hurt": the clause, without its "that"."""
    tree = scene.tree
    for child in (*tree.all(node, "ccomp", "acl", "advcl"), *tree.all(tree.head[node], "ccomp")):
        mark = tree.child(child, "mark")
        if child > node and mark is not None and tree.lower[mark] == "that":
            return branch(tree, child, mark + 1)
        if child > node and mark is None and tree.own_subject(child) is not None and tree.label[child] == "ccomp":
            return branch(tree, child, node + 1)  # "We are sorry this happened"
    return ()


def branch(tree: Tree, top: int, first: int) -> tuple[int, ...]:
    """An unbroken stretch of what hangs on a node, from `first` on; what is coordinated with a noun as a clause is left out."""
    inside = set(tree.inside(top))
    for node in sorted(inside):
        if (
            tree.label[node] in ("conj", "parataxis")
            and tree.is_finite(node)
            and tree.head[node] == top
            and not tree.is_finite(top)
        ):
            inside -= set(tree.inside(node))
    out: list[int] = []
    for node in range(first, min(len(tree), first + LONGEST)):
        if node not in inside:
            break
        out.append(node)
    while out and not tree.words[out[-1]][-1].isalnum() and tree.words[out[-1]] not in ("%", ")"):
        out.pop()
    while out and tree.lower[out[-1]] in ("and", "or", "but"):
        out.pop()
    return tuple(out)
