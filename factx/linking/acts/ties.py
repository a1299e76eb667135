"""How a cue stands in the tree of its sentence: as the predicate, behind a verb, as its subject, alone."""

from __future__ import annotations

from collections.abc import Callable

from factx import lexicon
from factx.linking.acts.rules import among, of
from factx.linking.claims.earlier import PREVIOUS
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import SPEECH
from factx.syntax import Tree

__all__ = ["FRONT", "NEAR", "NOUNS", "TIES", "Tie"]

Tied = tuple[int, int | None]
Tie = Callable[[Scene, int, str], Tied | None]
"""From the node of a cue and a class of verbs to the word that does it and the predicate of its clause (None: there is none)."""

NOUNS = lexicon.table("act_nouns.tsv")
"""Nouns of what is done to guidance."""
FRONT = frozenset(("JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "DT", "POS", "RB", "VBN", "HYPH", "CC"))
"""Tags of what stands between a verb and its object."""
NEAR, HEADLINE, LAPSED = 8, 14, 16
"""Words between a cue and its verb, or guidance and the word that says that it is left as it is; words of a headline; between guidance
and the "no longer" that it lapses with."""


def predicate(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "Bolt apologised", "Bolt was sorry"; a form of a verb that the parse took for a noun has no clause of its own."""
    tree = scene.tree
    if tree.is_verb(node):
        return node, node
    noun = not among(tree, [node], "apologise") or tree.child(node, "det", "case") is not None
    return None if noun else (node, tree.clause_of(node) if tree.lower[node].endswith("ing") else None)


def governed(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "issued its thanks and apologies", "raised the top end of its guidance", "stuck to its forecast", "left its outlook unchanged".

    The verb in front, whatever the parse made of a headline ("reaffirms full year guidance"); else the one that it is the object of.
    """
    tree, whole = scene.tree, _whole(scene.tree, node)
    noun, verb = whole, node - 1
    while verb > max(0, node - NEAR) and tree.tags[verb] in FRONT:
        verb -= 1
    if verb < 0 or not _is_verb(tree, verb, verbs) or "amod" in (tree.label[verb], tree.label[node]):
        while tree.label[noun] == "conj":
            noun = tree.head[noun]
        verb = tree.head[noun]
        tied = tree.label[noun] in ("obj", "iobj", "xcomp") and _is_verb(tree, verb, verbs)
        kept = tree.label[noun] == "obl" and "guiding" in verbs and among(tree, [verb], f"keeping {tree.case(noun)}")
        if not tied and not kept:
            return None
    if verb > 0 and (tree.tags[verb - 1] in ("DT", "PRP$", "POS") or tree.lower[verb - 1] == "previously"):
        return None  # "its previously issued guidance"
    near = (n for n in range(node + 1, min(len(tree), node + NEAR)) if among(tree, [n], "steady"))
    stays = next(near, None) if among(tree, [verb], "leaving") else None
    if tree.child(node, "cop") is not None or (stays is None and tree.lemma(verb) == "leave"):
        return None
    if stays is not None:
        return stays, verb
    return (whole if tree.lower[whole] in NOUNS else verb), verb  # "announced the withdrawal of its guidance"


def subject(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "guidance was raised", "our outlook remains intact"; in a headline "Guidance raised", "Outlook for 2024 unchanged"."""
    tree, noun = scene.tree, _whole(scene.tree, node)
    verb = tree.head[noun]
    if tree.label[noun] in ("nsubj", "nsubj:pass"):
        stays = [n for n in (verb, *tree.children[verb]) if among(tree, [n], "steady")]
        if stays and (stays[0] == verb or among(tree, [verb], "steady verb")):
            return stays[0], verb
        done = tree.tags[verb] in ("VBN", "VBD") and _is_verb(tree, verb, verbs)
        passive = tree.is_passive(verb)
        bare = verb == tree.root and tree.child(verb, "obj", "aux") is None and verb - 1 in tree.inside(noun)
        alone = among(tree, [verb], "of itself") and tree.child(noun, "nmod:poss") is not None  # "Its outlook narrowed"
        return (verb, verb) if done and (passive or (bare and not alone)) else None
    # "Outlook unchanged": the parse hangs the second word on the first, or makes one noun of both.
    whole = verb < 0 or (verb == tree.root and tree.label[noun] == "compound" and tree.tags[verb] in ("VBN", "JJ"))
    return _headline(tree, node, verbs) if whole else None


def _headline(tree: Tree, node: int, verbs: str) -> Tied | None:
    """ "Full-year outlook unchanged": a short sentence without a verb that has a tense."""
    if len(tree) > HEADLINE or any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tree.tags):
        return None
    behind = [n for n in (node + 1, tree.phrase_nodes(node)[-1] + 1) if n < len(tree)]
    said = (n for n in behind if among(tree, [n], f"steady|{verbs}") and tree.tags[n] in ("VBN", "JJ"))
    return next(((n, None) for n in said), None)


def lapsed(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "Its guidance is no longer valid", "should no longer be relied upon", "it can no longer give guidance".

    By the words between, and not by the parse: that takes "could no longer offer" for nouns. What may happen is none.
    """
    tree = scene.tree
    old = any(tree.lower[n] in PREVIOUS for n in tree.phrase_nodes(node) if n < node)
    for at in (n for n in range(1, len(tree)) if tree.lower[n] in ("longer", "not") and abs(n - node) <= LAPSED):
        said = next((n for n in range(at + 1, len(tree)) if tree.lower[n] not in ("be", "been", "being")), at)
        relied = tree.lower[said] in ("rely", "relied")
        if not (tree.lower[at - 1] == "no" or (tree.lower[at] == "not" and old and relied)):
            continue
        modal = set(tree.lower[max(0, at - 3) : at])
        if {"if", "unless", "whether"} & set(tree.lower[:at]) or {"may", "might"} & modal:
            return None
        stands = among(tree, [said], "standing") and (node < at or (relied and said < node))
        gives = among(tree, [said], "giving") and {"can", "could", "will", "would"} & modal
        given = gives and said < node <= said + NEAR and not {"on", "with"} & set(tree.lower[said:node])
        if "standing" in verbs and (stands or given):
            return node, tree.clause_of(tree.head[node]) if tree.head[node] >= 0 else None
    return None


def utterance(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "Our apologies for the delay.", "“Sorry for the wait,” said …": the beginning of a sentence or quotation, without a verb."""
    tree, first, up = scene.tree, node, scene.tree.head[node]
    while first > 0 and tree.tags[first - 1] in ("JJ", "PRP$", "DT", "RB"):
        first -= 1
    begins = tree.words[first][0].isupper() and (first == 0 or not tree.words[first - 1][-1].isalnum())
    begins = begins or tree.lower[first - 1 : first] == ["accept"]
    sorry = tree.lower[node] == "sorry" and tree.lower[node + 1 : node + 2] in (["for"], ["about"])
    ours = sorry or of("ours") & set(tree.lower[first:node])
    if not begins or not ours or tree.child(node, "cop", "nsubj") is not None:
        return None
    told = tree.lower[up] in ("to", "go") or (tree.lemma(up) in SPEECH and len(tree.all(up, "nsubj")) > 1)
    return (node, None) if told or tree.label[node] not in ("nsubj", "nsubj:pass") else None


def _is_verb(tree: Tree, node: int, verbs: str) -> bool:
    return tree.tags[node][:2] == "VB" and tree.lemma(node) in of(verbs)


def _whole(tree: Tree, node: int) -> int:
    """The noun that guidance stands for: "guidance range", "the top end of its guidance", "the withdrawal of its guidance"."""
    while tree.label[node] in ("compound", "nmod") and tree.case(node) in ("", "of", "in", "to"):
        if tree.lower[tree.head[node]] not in NOUNS.keys() | of("range"):
            break
        node = tree.head[node]
    return node


TIES: dict[str, Tie] = {tie.__name__: tie for tie in (predicate, governed, subject, lapsed, utterance)}
"""By the names that the table of rules has."""
