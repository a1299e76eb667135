"""Phrases of a tree in the words of the text: a noun with what restricts it, a verb with what it is done to and for.

Amounts, times, possessors, asides and relative clauses are left out: they are records or fields of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from factx.linking.claims.scene import Scene
from factx.linking.claims.words import COMPARING, direction_of

__all__ = ["done", "join", "noun_nodes", "noun_phrase", "plain"]

ASIDE = frozenset(
    "acl:relcl appos parataxis cc conj punct cop nsubj aux advcl discourse mark nsubj:pass aux:pass expl list".split()
)
"""What is no part of a noun's description."""
ARTICLES = frozenset("the a an this that these those its their our his her my your some any such".split())
BEHIND_VERB = ("to", "after", "by")
"""What opens a clause that goes on with a verb's description: "secured after winning a prize"."""
LONGEST = 12
"""Words of a description."""
RESTRICTING = frozenset(
    "of in for on to from with between before after per against into toward towards under across among by as over through".split()
)
"""Prepositions whose phrase says which one."""


def noun_phrase(
    scene: Scene, noun: int, *, owner: bool = False, short: bool = False, listed: bool = False, article: bool = False
) -> str:
    """The noun at node `noun` with what restricts it; `owner`: with its possessor; `short`: without phrases behind it;
    `listed`: with what is coordinated with it; `article`: with its article."""
    nodes = noun_nodes(scene, noun, owner=owner, short=short, listed=listed)
    if article:
        nodes = [*scene.tree.all(noun, "det"), *nodes]
    return join(scene, nodes)


def noun_nodes(scene: Scene, noun: int, *, owner: bool = False, short: bool = False, listed: bool = False) -> list[int]:
    """The nodes of `noun_phrase`, in order."""
    tree = scene.tree
    out = [noun]
    room = LONGEST - 1
    for child in sorted(tree.children[noun], key=lambda c: (c > noun, c)):
        if tree.label[child] in ASIDE and not (listed and tree.label[child] in ("cc", "conj")):
            out += _short_relative(scene, noun, child)
            continue
        if not _describes(scene, child, owner):
            continue
        branch = branch_of(scene, child)
        if branch is None and tree.label[child] == "acl" and tree.mark(child) == "to":
            branch = without_figures(scene, child)
        if branch is None or (child > noun and not _restricts(scene, child, branch, short)):
            continue
        if len(branch) > room and child > noun:
            continue
        room -= len(branch)
        out += branch
    return sorted(set(out))


def _short_relative(scene: Scene, noun: int, child: int) -> list[int]:
    """ "the reasons startups fail"."""
    tree = scene.tree
    if tree.label[child] != "acl:relcl" or child < noun or tree.own_subject(child) is None:
        return []
    branch = tree.inside(child)
    return branch if len(branch) <= 3 else []


def _describes(scene: Scene, child: int, owner: bool) -> bool:
    """No preposition or article, no possessor unless asked for, no "up" of "sales up 3% to $5m"."""
    tree = scene.tree
    label = tree.label[child]
    if label in ("case", "goeswith") or (label == "det" and tree.lower[child] in ARTICLES):
        return False
    if label in ("advmod", "compound:prt") and direction_of(tree.lower[child], "adverb"):
        return False
    return owner or label not in ("nmod:poss", "det")


def _restricts(scene: Scene, child: int, branch: list[int], short: bool) -> bool:
    """Does what stands behind a noun say which one?"""
    tree = scene.tree
    label = tree.label[child]
    if short:
        return label == "flat"
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
        if node in (scene.money if counts else scene.taken):
            return None
        if node in scene.time_nodes:
            return [n for n in out if n not in tree.inside(node)] if out and tree.label[node] != "compound" else None
        out.append(node)
    return out


def without_figures(scene: Scene, node: int) -> list[int]:
    """All below a node but amounts and times."""
    return [n for n in scene.tree.inside(node) if n not in scene.taken and n not in scene.time_nodes]


def join(scene: Scene, nodes: Iterable[int], instead: Mapping[int, str] = MappingProxyType({})) -> str:
    """The nodes as written: neighbours with what stands between them, others behind a space; `instead`: other words for some."""
    tree, text = scene.tree, scene.document.text
    out = ""
    last: int | None = None
    for node in sorted(nodes):
        piece = instead.get(node, tree.words[node])
        if last is None:
            out = piece
        elif node == last + 1 and node not in instead and last not in instead:
            out += text[tree.end[last] : tree.start[node]] + piece
        else:
            out += " " + piece
        last = node
    return " ".join(out.split()).strip(" ,;:-–—•*·")


def plain(text: str) -> str:
    """Without an article in front; a first word that only begins its sentence in lower case is the caller's business."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ARTICLES - {"such", "some", "any"} else text


def done(scene: Scene, verb: int, without: Sequence[int], unit: tuple[int, str] | None = None) -> str:
    """A verb with its particle, object and phrases, without the nodes of an amount and of times: "spent on new presses".

    `unit`: at which node words for the amount go ("supplies energy *to households*").
    """
    tree = scene.tree
    skip = set(without)
    nodes = [verb]
    room = LONGEST - 1
    behind = [
        c for node in skip for c in tree.all(node, "nmod") if c > node and c not in skip
    ]  # "spent $5m on presses"
    for child in sorted([*tree.children[verb], *behind]):
        label = tree.label[child]
        if child in skip or (label == "obl" and tree.case(child) == "by" and tree.is_passive(verb)):
            continue
        if label == "compound:prt":
            nodes.append(child)
        elif child > verb and (
            label == "obj"
            or (label in ("obl", "nmod", "xcomp", "advmod") and (label != "obl" or tree.case(child) in RESTRICTING))
            or (label == "advcl" and tree.mark(child) in BEHIND_VERB)
        ):
            branch = branch_of(scene, child, counts=label in ("obl", "nmod", "obj"))
            if branch is None and label in ("advcl", "xcomp"):  # "invest to earn a 30% interest": without the figure
                branch = without_figures(scene, child)
            if branch is None or len(branch) > room or skip.intersection(branch):
                continue
            if label == "advmod" and len(nodes) > 1:
                continue
            nodes += branch
            room -= len(branch)
    if unit is not None:
        return join(scene, [*nodes, unit[0]], dict([unit]))
    return join(scene, nodes)
