"""Is the act done: by the clause, or by one above it that leads to it ("was forced to apologise")?

"May withdraw", "refused to apologise", "if it withdraws", "demanded that it apologise" are no acts.
"""

from __future__ import annotations

from factx.linking.acts.words import is_of
from factx.linking.claims.frames import Frame
from factx.linking.claims.modality import modality_of
from factx.linking.claims.scene import Scene
from factx.syntax import Tree

__all__ = ["is_done"]

CLIMBED = 6
PERFORMING = frozenset(("can", "must"))
"""Modals that do what they say in the first person: "I can only apologise", "we must apologise"."""
WISHED = frozenset(("like", "want", "wish", "take"))
"""Verbs with "would" that do what they say: "we would like to apologise"."""
DENIALS = frozenset(("deny", "dispute", "refute", "reject", "dismiss", "refuse", "decline"))


def is_done(scene: Scene, verb: int) -> bool:
    """Does the clause of a verb, or what leads to it, say that it is done?"""
    tree = scene.tree
    finite = not _bare(tree, verb) and not _spoken(tree, verb)
    if finite and modality_of(scene, Frame("act", verb, verb=verb)) in ("conditional", "negated"):
        return False
    node = verb
    for _ in range(CLIMBED):
        if not _affirmed(tree, node) or _unsure(tree, node) or not _granted(tree, node):
            return False
        up = tree.head[node]
        above = tree.clause_of(up) if up >= 0 and _goes_on(tree, node, tree.label[node]) else None
        if above is None:
            return True
        node = above
    return True


def _granted(tree: Tree, node: int) -> bool:
    """Does what governs an infinitive, a gerund or a clause let it be done?"""
    up = tree.head[node]
    if _bare(tree, node) and not _finite(tree, node):
        return up >= 0 and _leads(tree, node, up)
    if _gerund(tree, node, up):
        return _leads(tree, node, up)
    if tree.label[node] == "ccomp" and up >= 0:
        return tree.lemma(up) not in DENIALS and not _asks(tree, node, up)
    return True


def _goes_on(tree: Tree, node: int, label: str) -> bool:
    """Can what stands above still take it back?"""
    if label == "conj":
        return not tree.is_finite(node)
    if label in ("advcl", "acl"):
        return tree.tags[node] == "VB" or tree.mark(node) == "by" or tree.case(node) == "by"
    return label in ("xcomp", "ccomp", "csubj", "obj")


def _affirmed(tree: Tree, node: int) -> bool:
    """No "not", "never", "no longer", "yet to" and no modal that leaves it open."""
    if tree.is_negated(node) or any(
        word.endswith("n't") or word == "never" for word in tree.lower[max(0, node - 2) : node]
    ):
        return False
    near = [tree.lower[c] for c in tree.children[node] if tree.label[c] in ("advmod", "cc")]
    if any(word in ("yet", "hardly", "nor", "neither", "nearly", "almost", "longer") for word in near):
        return False
    taking_part = [c for c in tree.children[node] if tree.label[c] in ("nsubj", "nsubj:pass", "obl", "iobj")]
    if any(tree.lower[n] in ("no", "none", "nobody", "neither") for c in taking_part for n in (c, *tree.all(c, "det"))):
        return False  # "nobody apologised", "I apologise to nobody"
    modal = tree.modal(node)
    return not modal or _spoken(tree, node)


def _spoken(tree: Tree, node: int) -> bool:
    """ "I can only apologise", "we would like to": what has a modal and is done all the same."""
    modal = tree.modal(node)
    if modal in ("would", "'d") and tree.lemma(node) in WISHED:
        return True
    subject = tree.subject(node)
    return modal in PERFORMING and subject is not None and is_of(tree.lower[subject], "first person")


def _unsure(tree: Tree, node: int) -> bool:
    """ "if it apologises", "without withdrawing its guidance"."""
    words = {tree.mark(node), tree.case(node)}
    words.update(tree.lower[c] for c in tree.children[node] if c < node and tree.label[c] in ("mark", "case"))
    return any(is_of(word, "unsure") for word in words if word)


def _bare(tree: Tree, node: int) -> bool:
    """An infinitive, or a participle with a bare "be" ("that an apology be issued")."""
    if tree.tags[node] == "VB":
        return True
    return any(tree.lower[c] == "be" for c in tree.children[node] if tree.label[c] in ("aux", "aux:pass", "cop"))


def _gerund(tree: Tree, node: int, up: int) -> bool:
    """ "is considering withdrawing its guidance", "thanked them for apologising": what a verb has for its object, or thanks for."""
    if tree.tags[node] != "VBG" or up < 0 or tree.tags[up][:2] != "VB" or tree.child(node, "aux", "nsubj") is not None:
        return False
    return up == node - 1 or tree.mark(node) == "for" or tree.case(node) == "for"


def _finite(tree: Tree, node: int) -> bool:
    """A verb that is tagged as an infinitive and has a subject ("We apologise") or "do"."""
    if tree.mark(node) == "to":
        return False
    did = any(tree.lower[c] in ("do", "does", "did", *PERFORMING, "would", "'d") for c in tree.all(node, "aux"))
    return did or (tree.tags[node] == "VB" and tree.own_subject(node) is not None)


def _leads(tree: Tree, node: int, up: int) -> bool:
    """Is an infinitive done by what governs it: "is forced to", "pleased to", "took the opportunity to"?"""
    if tree.label[node] == "conj":
        return True  # as the first of them
    if tree.tags[up][:2] == "VB" or tree.tags[up] in ("MD", "IN"):
        return is_of(tree.lemma(up), "leads to:verb") or is_of(tree.lower[up], "leads to:adjective")
    if tree.tags[up] in ("NN", "NNS"):
        return is_of(tree.lower[up], "leads to:noun")
    return is_of(tree.lower[up], "leads to:adjective")


def _asks(tree: Tree, node: int, up: int) -> bool:
    """ "demanded that Bolt apologise": a clause that is wished for, not "insisted that it had apologised"."""
    return is_of(tree.lemma(up), "asking") and tree.tags[node] in ("VB", "VBP")
