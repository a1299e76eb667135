"""How a cue stands in the tree of its sentence: as the predicate, as the object or subject of a verb, behind a verb, alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from factx import lexicon
from factx.linking.acts.words import of
from factx.linking.claims.guidance import ACTIONS
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import SPEECH
from factx.syntax import Tree

__all__ = ["DESCRIBING", "FRONT", "NOUNS", "TIES", "Tie", "verbs_of"]

Tied = tuple[int, int | None]
"""The word that does it, and the predicate of its clause (None: there is none)."""
Tie = Callable[[Scene, int, str], Tied | None]
"""From the node of a cue and a class of verbs; None where the cue does not stand so."""
NOUNS = lexicon.table("act_nouns.tsv")
"""Nouns of what is done to guidance."""
FRONT = frozenset(("JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "DT", "POS", "RB", "VBN", "HYPH", "CC"))
"""Tags of what stands between a verb and its object."""
DESCRIBING = frozenset(("JJ", "PRP$", "DT", "RB"))
LOOKED = 8
"""Words in front of a cue among which its verb is looked for; between guidance and the word that says that it is left as it is."""
HEADLINE = 14
"""Words of a headline."""


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """The lemmas of a class of verbs; those of guidance are the claims'.

    >>> "issue" in verbs_of("offering"), "withdraw" in verbs_of("guiding")
    (True, True)
    """
    return frozenset(ACTIONS) | of("revising") if kind == "guiding" else of(kind)


def predicate(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "Bolt apologised", "Bolt was sorry"; a form of a verb that the parse took for a noun has no clause."""
    tree = scene.tree
    if tree.is_verb(node):
        return node, node
    if tree.lower[node] not in of("apologise") or tree.child(node, "det", "case") is not None:
        return None
    return node, tree.clause_of(node) if tree.lower[node].endswith("ing") else None


def object_of(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "issued an apology", "offered its thanks and apologies", "raised the top end of its guidance"."""
    tree = scene.tree
    noun = whole(tree, node)
    for _ in range(3):
        up = tree.head[noun]
        if up < 0:
            return None
        if tree.label[noun] in ("obj", "iobj", "xcomp"):
            return (up, up) if tree.tags[up][:2] == "VB" and tree.lemma(up) in verbs_of(verbs) else None
        if tree.label[noun] != "conj":
            return None
        noun = up
    return None


def subject_of(scene: Scene, node: int, verbs: str) -> Tied | None:
    """The subject of a passive; of a participle that a headline leaves bare."""
    tree = scene.tree
    noun = whole(tree, node)
    verb = tree.head[noun]
    if (
        tree.label[noun] not in ("nsubj:pass", "nsubj")
        or tree.tags[verb] not in ("VBN", "VBD")
        or tree.lemma(verb) not in verbs_of(verbs)
    ):
        return None
    if tree.child(verb, "aux:pass") is not None or any(tree.lemma(c) == "be" for c in tree.all(verb, "aux")):
        return verb, verb
    bare = (
        verb == tree.root
        and tree.child(verb, "obj", "aux") is None
        and set(range(noun + 1, verb)) <= set(tree.inside(noun))
    )
    alone = tree.lemma(verb) in of("of itself") and tree.child(noun, "nmod:poss") is not None  # "Its outlook narrowed"
    return (verb, verb) if bare and not alone else None


def verb_before(scene: Scene, node: int, verbs: str) -> Tied | None:
    """The verb in front of the cue and of what describes it, whatever the parse made of them ("reaffirms full year guidance")."""
    tree = scene.tree
    verb = node - 1
    while verb > node - LOOKED and verb >= 0 and tree.tags[verb] in FRONT:
        verb -= 1
    if (
        verb < 0
        or tree.tags[verb][:2] != "VB"
        or tree.lemma(verb) not in verbs_of(verbs)
        or "amod" in (tree.label[verb], tree.label[node])
    ):
        return None
    return None if tree.child(node, "cop") is not None else (verb, verb)


def utterance(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "Our apologies for the delay.", "“Sorry for the wait,” said …": the beginning of a sentence or quotation, without a verb."""
    tree = scene.tree
    first = node
    while first > 0 and tree.tags[first - 1] in DESCRIBING:
        first -= 1
    ours = of("ours").intersection(tree.lower[first:node]) or (
        tree.lower[node] == "sorry" and tree.lower[node + 1 : node + 2] in (["for"], ["about"])
    )
    begins = tree.words[first][0].isupper() and (first == 0 or not tree.words[first - 1][-1].isalnum())
    if not ours or not begins or tree.child(node, "cop", "nsubj") is not None:
        return None
    up = tree.head[node]
    told = up >= 0 and (tree.lower[up] in ("to", "go") or (tree.lemma(up) in SPEECH and len(tree.all(up, "nsubj")) > 1))
    return None if tree.label[node] in ("nsubj", "nsubj:pass") and not told else (node, None)


def headline(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "Guidance raised for second time", "Full-year outlook unchanged": without a finite verb."""
    tree = scene.tree
    if (
        tree.label[node] != "root"
        or len(tree) > HEADLINE
        or any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tree.tags)
    ):
        return None
    after = max(n for n in tree.phrase_nodes(node) if n < node + LOOKED) + 1
    for n in (node + 1, after):
        if n < len(tree) and (
            tree.lower[n] in of("steady") or (tree.tags[n] == "VBN" and tree.lemma(n) in verbs_of(verbs))
        ):
            return n, None
    return None


def steady(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "Guidance is unchanged", "our outlook remains intact", "left its outlook unchanged"."""
    tree = scene.tree
    noun = whole(tree, node)
    verb = tree.head[noun]
    word = next((n for n in range(noun + 1, len(tree)) if tree.lower[n] in of("steady")), None)
    if word is None or tree.label[noun] not in ("nsubj", "nsubj:pass", "obj"):
        return None
    if tree.label[noun] == "obj":
        between = range(noun + 1, word)
        far = len(between) > LOOKED or any(tree.words[n] == "," or tree.tags[n][:2] == "VB" for n in between)
        return None if far or tree.lemma(verb) not in of("leaving") else (word, verb)
    return (
        (word, verb)
        if verb == word or (tree.lemma(verb) in of("steady verb") and word in tree.children[verb])
        else None
    )


def behind(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "stuck to its forecast", "stands by its guidance"."""
    tree = scene.tree
    noun = whole(tree, node)
    verb = tree.head[noun]
    return (verb, verb) if tree.label[noun] == "obl" and tree.lemma(verb) in of(f"{verbs} {tree.case(noun)}") else None


def named(scene: Scene, node: int, verbs: str) -> Tied | None:
    """ "announced the withdrawal of its guidance"."""
    tree = scene.tree
    noun = tree.head[node]
    if tree.label[node] != "nmod" or tree.lower[noun] not in NOUNS or tree.case(node) not in ("of", "in", "to"):
        return None
    verb = tree.head[noun]
    return (noun, verb) if tree.label[noun] == "obj" and tree.lemma(verb) in verbs_of(verbs) else None


def whole(tree: Tree, node: int) -> int:
    """The noun that guidance stands for: "guidance range", "the top end of its guidance"."""
    for _ in range(2):
        up = tree.head[node]
        tied = tree.label[node] == "compound" or (tree.label[node] == "nmod" and tree.case(node) == "of")
        if up < 0 or tree.lower[up] not in of("range") or not tied:
            break
        node = up
    return node


TIES: dict[str, Tie] = {
    tie.__name__: tie
    for tie in (predicate, object_of, subject_of, verb_before, utterance, headline, steady, behind, named)
}
"""By the names that the table of rules has."""
