"""What those counted do, or where they are, in the words of the text."""

from __future__ import annotations

from factx.linking.claims.scene import Scene
from factx.linking.claims.what import lowered
from factx.linking.claims.wording import done, join, noun_nodes

__all__ = ["predicate"]


def predicate(scene: Scene, ref: int, verb: int) -> str | None:
    """What those counted do, or where they are: "could be affected", "without communication"."""
    tree = scene.tree
    if tree.lemma(verb) == "be":
        return None
    if tree.tags[verb][:2] != "VB":
        return lowered(scene, join(scene, [*tree.all(verb, "case"), *noun_nodes(scene, verb)]), verb) or None
    group = (n for n in tree.group(verb) if n < verb)
    modal = [tree.words[n] for n in group if tree.tags[n] == "MD" or tree.lower[n] == "be"]
    return lowered(scene, " ".join([*modal, done(scene, verb, scene.whole[ref])]), verb)
