"""What stands close to a sum: a noun before its dashes, its content behind it ("$425 million in fees"), somebody else's of the same."""

from __future__ import annotations

from factx.linking.claims.frames import Frame, Frames
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import PAYMENT, SPENDING

__all__ = ["apposed", "content", "elliptic"]

COMMON = ("NN", "NNS", "VBG")
DASHES = ("-", "–", "—", "--")


def apposed(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "annual revenues – £160m – will fall": between dashes behind the noun that it measures."""
    tree = scene.tree
    first, last = scene.whole[ref][0], scene.whole[ref][-1]
    noun = first - 2
    if noun < 0 or last + 1 >= len(tree):
        return None
    if scene.amounts[ref].dimension == "percentage" and (tree.words[first - 1], tree.words[last + 1]) == ("(", ")"):
        named = tree.tags[noun] == "NNP"  # "Netflix (7.10%)"
        return Frame("apposition", scene.outer(ref), noun) if named and noun not in scene.taken else None
    if tree.words[first - 1] not in DASHES or tree.words[last + 1] not in DASHES:
        return None
    if tree.tags[noun] not in COMMON or noun in scene.taken:
        return None
    return Frame("apposition", scene.outer(ref), noun, _clause_above(scene, noun))


def elliptic(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "its value was $349 billion, behind Bolt's $358 billion": the same of somebody else."""
    if scene.tree.child(scene.outer(ref), "nmod:poss") is None:
        return None
    base = next((other for other in reversed(list(found)) if scene.comparable(other, ref)), None)
    if base is None or scene.amounts[ref].currency is None:
        return None
    return Frame("elliptic", scene.outer(ref), None, found[base].verb, base=base)


def content(scene: Scene, ref: int, found: Frames) -> Frame | None:
    """ "$425 million in fees", "$5 billion of debt", "$9 million worth of gear": what the money is, behind it."""
    node = scene.outer(ref)
    if scene.amounts[ref].currency is None or scene.case(node) in ("to", "from", "by", "at"):
        return None
    noun = next((c for c in scene.tree.children[node] if c > node and _is_content(scene, c)), None)
    if noun is None:
        noun = _content_of_verb(scene, ref)
    return None if noun is None else Frame("content", node, noun, _clause_above(scene, node))


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


def _clause_above(scene: Scene, node: int) -> int | None:
    head = scene.tree.head[node]
    return scene.tree.clause_of(head) if head >= 0 else None
