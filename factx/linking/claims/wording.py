"""Phrases of a tree in the words of the text: a noun with what restricts it, a verb with what it is done to and for.

Amounts, times, possessors, asides and relative clauses are left out: they are records or fields of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from factx.linking.claims.scene import Scene
from factx.linking.claims.words import COMPARING
from factx.syntax import NOMINAL, Tree

__all__ = ["done", "join", "noun_nodes", "noun_phrase", "plain"]

ASIDE = frozenset(
    "acl:relcl appos parataxis cc conj punct cop nsubj aux advcl discourse mark nsubj:pass aux:pass expl list".split()
)
"""What is no part of a noun's description."""
ARTICLES = frozenset("the a an this that these those its their our his her my your some any such".split())
BEHIND_VERB = ("to", "after", "by")
"""What opens a clause that goes on with a verb's description: "secured after winning a prize"."""
EMPTY = re.compile(r"\(\s*\)")
"""Brackets of which the figure is left out."""
LONGEST = 12
"""Words of a description."""
RESTRICTING = frozenset(
    "of in for on to from with between before after per against into toward towards under across among by as over through".split()
)
"""Prepositions whose phrase says which one."""


def noun_phrase(scene: Scene, noun: int, *, owner: bool = False, listed: bool = False, article: bool = False) -> str:
    """The noun at node `noun` with what restricts it; `owner`: with its possessor; `listed`: with what is coordinated with it; `article`: with its article."""
    nodes = noun_nodes(scene, noun, owner=owner, listed=listed)
    if article:
        nodes = sorted({*scene.tree.all(noun, "det"), *nodes})
    return join(scene, nodes)


def noun_nodes(scene: Scene, noun: int, *, owner: bool = False, listed: bool = False) -> list[int]:
    """The nodes of `noun_phrase`, in order."""
    tree = scene.tree
    out = [noun]
    room = LONGEST - 1
    for child in sorted(tree.children[noun], key=lambda c: (c > noun, c)):
        if tree.label[child] in ASIDE and not (listed and tree.label[child] in ("cc", "conj")):
            continue
        if not _describes(scene, noun, child, owner):
            continue
        branch = branch_of(scene, child)
        if branch is None and child < noun and tree.label[child] == "compound" and child not in scene.covered:
            branch = without_figures(scene, child)  # "a 9% operating margin"
        if branch is None or (child > noun and not _restricts(scene, child, branch)):
            continue
        if child > noun and tree.words[branch[0] - 1] == "," and not listed:
            continue  # what is only added
        if len(branch) > room and child > noun:
            continue
        room -= len(branch)
        out += branch
    nodes = sorted(set(out))
    if len(nodes) > 1 and tree.tags[nodes[0]] == "CC":
        nodes = nodes[1:]  # "$5m and adjusted EBITDA", where the parse hung the "and" on the adjective
    return nodes


def _describes(scene: Scene, noun: int, child: int, owner: bool) -> bool:
    """No preposition or article, and no possessor unless asked for."""
    tree = scene.tree
    label = tree.label[child]
    if label in ("case", "goeswith") or (label == "det" and tree.lower[child] in ARTICLES):
        return False
    if child < noun and (label == "advmod" or (label in ("nmod", "obl") and tree.case(child))):
        return False  # "According to Bolt, sales …", "Therefore, sales …"
    return owner or label not in ("nmod:poss", "det")


def _restricts(scene: Scene, child: int, branch: list[int]) -> bool:
    """Does what stands behind a noun say which one?"""
    tree = scene.tree
    label = tree.label[child]
    if label in ("nmod", "obl"):
        return tree.case(child) in RESTRICTING
    if label in ("acl", "xcomp", "ccomp"):
        infinitive = tree.mark(child) == "to" and len(branch) <= 9
        return infinitive or (tree.tags[child] in ("VBN", "VBG", "VBD") and len(branch) <= 5)
    return True


def branch_of(scene: Scene, child: int, *, counts: bool = False) -> list[int] | None:
    """What hangs on a word, as far as it belongs to a description: None where it is an amount, a time or a comparison.

    `counts`: things may be counted in it ("spent on four ships").
    """
    tree = scene.tree
    if child in scene.money or (child in scene.taken and not counts) or child in scene.time_nodes:
        return None
    case = tree.case(child)
    if case in COMPARING and case not in ("to", "with", "from"):
        return None
    out: list[int] = []
    for node in tree.inside(child, without=ASIDE - {"mark", "cc", "conj"}):
        if node in scene.covered and not (counts and node not in scene.money):
            return None
        if node in scene.time_nodes:
            if tree.label[node] == "compound" and node != child:
                continue  # "guidance for 2024 sales"
            kept = [n for n in out if n not in tree.inside(node)]
            return kept if any(tree.tags[n] in NOMINAL for n in kept) else None
        out.append(node)
    return out


def without_figures(scene: Scene, node: int) -> list[int]:
    """All below a node but amounts and times."""
    return [n for n in scene.tree.inside(node) if n not in scene.covered and n not in scene.time_nodes]


def join(scene: Scene, nodes: Iterable[int], instead: Mapping[int, str] = MappingProxyType({})) -> str:
    """The nodes as written: neighbours with what stands between them, others behind a space; `instead`: other words for some."""
    tree, text = scene.tree, scene.document.text
    out = ""
    last: int | None = None
    for node in sorted(nodes):
        # A name is held with the bracket behind it: "Bolt (NYSE: BLT)".
        piece = instead.get(node) or tree.words[node].partition(" (")[0]
        if last is None:
            out = piece
        elif node == last + 1 and node not in instead and last not in instead:
            out += text[tree.end[last] : tree.start[node]] + piece
        else:
            out += " " + piece
        last = node
    return " ".join(EMPTY.sub("", out).split()).strip(" ,;:-–—•*·")


def plain(text: str) -> str:
    """Without an article in front; a first word that only begins its sentence in lower case is the caller's business."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ARTICLES - {"such", "some", "any"} else text


def done(
    scene: Scene, verb: int, without: Sequence[int], unit: tuple[int, str] | None = None, *, whole: bool = False
) -> str:
    """A verb with its particle, object and phrases, without the nodes of an amount and of times: "spent on new presses".

    `whole`: with the phrases of the amount, too (not of measures: "mined 40 tons of ore"); `unit`: at which node words for
    the amount go ("supplies energy *to households*").
    """
    tree = scene.tree
    skip = set(without)
    nodes, room = [verb], LONGEST - 1
    behind = [c for node in skip if whole for c in tree.all(node, "nmod", "advmod") if c > verb]
    for child in sorted([*tree.children[verb], *(c for c in behind if c not in scene.covered)]):
        if child in skip or not _completes(tree, verb, child) or (tree.label[child] == "advmod" and len(nodes) > 1):
            continue
        branch = _completion(scene, child)
        if branch is not None and len(branch) <= room and not skip.intersection(branch):
            nodes += branch
            room -= len(branch)
    return join(scene, nodes) if unit is None else join(scene, [*nodes, unit[0]], dict([unit]))


def _completes(tree: Tree, verb: int, child: int) -> bool:
    """Does a dependent say what was done, to what, where or what for: and not when, or by whom?"""
    label, case = tree.label[child], tree.case(child)
    if label == "compound:prt":
        return True
    if label == "obl":
        return child > verb and case in RESTRICTING and not (case == "by" and tree.is_passive(verb))
    return child > verb and (
        label in ("obj", "nmod", "xcomp", "advmod") or (label == "advcl" and tree.mark(child) in BEHIND_VERB)
    )


def _completion(scene: Scene, child: int) -> list[int] | None:
    label = scene.tree.label[child]
    branch = branch_of(scene, child, counts=label in ("obl", "nmod"))
    if (
        branch is None and label in ("advcl", "xcomp", "obj") and child not in scene.covered
    ):  # "invest to earn a 30% interest"
        return without_figures(scene, child)
    return branch
