"""What money is, behind it: "$425 million in fees"."""

from __future__ import annotations

from factx.linking.claims.frames import Frame, Frames
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import PAYMENT, SPENDING

__all__ = ["content"]

COMMON = ("NN", "NNS", "VBG")


def content(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "$425 million in fees", "$5 billion of debt", "$9 million worth of gear": what the money is, behind it."""
    node = scene.outer(ref)
    if scene.amounts[ref].currency is None or scene.case(node) in ("to", "from", "by", "at"):
        return None
    noun = next((c for c in scene.tree.children[node] if c > node and _is_content(scene, c)), None)
    if noun is None:
        noun = _content_of_verb(scene, ref)
    return None if noun is None else Frame("content", node, noun, scene.tree.clause_of(scene.tree.head[node]))


def _is_content(scene: Scene, child: int) -> bool:
    tree = scene.tree
    verb = tree.clause_of(child)
    if tree.case(child) == "in" and verb is not None and tree.lemma(verb) in SPENDING:
        return False
    if tree.label[child] not in ("nmod", "obl") or tree.tags[child] not in COMMON or child in scene.time_nodes:
        return False
    case = tree.case(child)
    return case in ("of", "worth of") or (case == "in" and tree.lower[child] not in PAYMENT)


def _content_of_verb(scene: Scene, ref: int) -> int | None:
    """The same where the parse hung the phrase on the verb: "generates $425 million in fees", not "invested $5m in the mill"."""
    tree = scene.tree
    behind = scene.whole[ref][-1] + 1
    if behind >= len(tree) or tree.lower[behind] != "in" or tree.label[behind] != "case":
        return None
    noun = tree.head[behind]
    verb = tree.clause_of(noun)
    if not behind < noun <= behind + 4 or tree.tags[noun] not in COMMON or tree.child(noun, "det") is not None:
        return None
    if noun in scene.time_nodes or tree.lower[noun] in PAYMENT or (verb is not None and tree.lemma(verb) in SPENDING):
        return None
    return noun
