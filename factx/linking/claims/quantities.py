"""Which noun an amount measures, by how it stands: the quantity of a frame (`frames`).

Each of `QUANTITIES` has what governs the amount, and the amount's node; a phrase of a name that the parse hung above its noun
("tax" of "profit before tax") is passed over (`measured`).
"""

from __future__ import annotations

from collections.abc import Callable

from factx.linking.claims.scene import Scene, measured
from factx.linking.claims.words import TAKING, is_quantity
from factx.syntax import NOMINAL, Tree

__all__ = ["QUANTITIES", "unless_expletive", "unless_time"]


def unless_expletive(tree: Tree, node: int) -> int | None:
    """A subject, or the noun that it stands for; None where it only fills the place."""
    return None if tree.lower[node] in ("there", "it", "here") else tree.antecedent(node)


def unless_time(scene: Scene, node: int | None, end: int) -> int | None:
    """The quantity in front, where the parse took its time or a participle for the subject.

    "Sales in the period ended May 3 were $5m", "Diluted earnings per share were $2".
    """
    tree = scene.tree
    if node is None or (node not in scene.time_nodes and tree.tags[node][:2] != "VB"):
        return None if node is None else measured(tree, node)
    places = (*range(node - 1, -1, -1), *range(end - 1, node, -1))
    nouns = (n for n in places if is_quantity(tree.lower[n]) and n not in scene.time_nodes)
    found = next((n for n in nouns if tree.lower[max(0, n - 2) : n] != ["as", "a"]), None)  # "As a result, it now …"
    return None if found is None else measured(tree, found)


def _subject(tree: Tree, governor: int, node: int) -> int | None:
    """The subject of a verb, over "is expected to": none that only fills the place."""
    found = tree.subject(governor)
    found = None if found is None or found == node else unless_expletive(tree, found)
    return None if found is None else measured(tree, found)


def _worth(tree: Tree, governor: int, node: int) -> int | None:
    """What is worth it: "a deal worth $3m", "the deal is worth $3m"."""
    own = tree.own_subject(governor)
    if own is not None:
        return tree.antecedent(own)
    places = (tree.head[governor], governor - 1)
    return next((n for n in places if n >= 0 and tree.tags[n] in ("NN", "NNS", "NNP", "NNPS")), None)


def _affected(tree: Tree, governor: int, node: int) -> int | None:
    """What a verb of change is done to: its object, else its subject."""
    thing = tree.object(governor)
    if thing is not None and thing != node and tree.tags[thing] not in ("$", "CD"):
        return thing
    return _subject(tree, governor, node)


def _taken(tree: Tree, governor: int, node: int) -> int | None:
    """The subject of a verb of change where it is a quantity; somebody who "raised $20 million" took it."""
    found = _subject(tree, governor, node)
    if found is None or tree.lemma(governor) not in TAKING:
        return found
    return found if is_quantity(tree.lower[found]) else None


def _changed(tree: Tree, governor: int, node: int) -> int | None:
    """What a noun of change is of: "a 5% rise in costs", "cost growth of 5%", "Costs showed a rise of 5%"."""
    for child in tree.children[governor]:
        if (
            child != node
            and tree.label[child] == "nmod"
            and tree.case(child) in ("in", "of", "to")
            and tree.tags[child] in NOMINAL
            and tree.tags[child] not in ("$", "CD")
        ):
            return child
    for child in tree.children[governor]:
        if child != node and tree.label[child] in ("compound", "amod") and is_quantity(tree.lower[child]):
            return child
    verb = tree.clause_of(governor)
    if verb is None:
        return None
    found = tree.own_subject(verb) if verb == governor else tree.subject(verb)
    return found if found is not None and found != governor and is_quantity(tree.lower[found]) else None


QUANTITIES: dict[str, Callable[[Tree, int, int], int | None]] = {
    "governor": lambda tree, governor, node: measured(tree, governor),
    "subject": _subject,
    "affected": _affected,
    "taken": _taken,
    "changed": _changed,
    "worth": _worth,
    "none": lambda tree, governor, node: None,
}
