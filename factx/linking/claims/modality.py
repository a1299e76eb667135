"""How sure: stated, forecast, conditional or negated, from the verb group, the clauses above and the nouns around the amount."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factx import lexicon
from factx.linking.claims.frames import Frame
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import FORECASTERS, SPEECH, is_quantity

__all__ = ["modality_of"]

HAD = ("had", "have")
ON_TRACK = (["on", "track"], ["on", "course"])
BE = ("is", "are", "'s", "'re")
GOVERNING = frozenset(("xcomp", "ccomp", "conj"))
"""Relations of a clause to the one above whose modality it shares."""


@cache
def _words() -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in lexicon.rows("modality.tsv")}


def _is(word: str, kind: str) -> bool:
    return (word, kind) in _words()


def modality_of(scene: Scene, frame: Frame) -> str:
    """The modality of a claim; "stated" where nothing says otherwise.

    >>> import factx
    >>> [factx.extract(t).money[0].modality for t in ("Bolt expects to pay $5m.", "Bolt paid $5m.", "Bolt did not pay $5m.")]
    ['forecast', 'stated', 'negated']
    """
    nouns = _of_nouns(scene, frame)
    verb = _predicate(scene, frame)
    if verb is None:
        return nouns or "stated"
    completed = False
    for depth, (node, shares) in enumerate(_chain(scene, verb)):
        found = _of_verb(scene, node, own=depth == 0)
        if found == "negated" and scene.tree.lemma(node) in ("exceed", "surpass", "top"):
            return "forecast" if scene.tree.modal(node) else "stated"  # "should not exceed $5m"
        if (
            found == "negated"
            and (depth == 0 or shares)
            and not (frame.name == "subject" and not _negates(scene, node))
        ):
            return "negated"
        if scene.tree.mark(node) in ("if", "unless", "whether") or _is(scene.tree.mark(node), "subordinator"):
            return "conditional"
        if depth == 0:
            completed = scene.tree.tense(node) in ("past", "perfect") and not scene.tree.modal(node)
            if found == "conditional" and _backshifted(scene, node):
                return "forecast"
        if found in ("forecast", "conditional") and (depth == 0 or (shares and not completed)):
            return found
    return nouns or "stated"


def _predicate(scene: Scene, frame: Frame) -> int | None:
    """The predicate of an amount: a verb right in front that foresees, whatever the parse hung a clause behind on: "It now sees
    a margin of 9%, against the 10% it had pencilled in"."""
    tree, node = scene.tree, frame.node
    own = frame.verb if frame.verb is not None else tree.clause_of(node)
    if own is None or own < node or frame.name != "of":
        return own
    verb = next((n for n in range(node - 1, 0, -1) if tree.tags[n][:2] == "VB" and tree.label[n] != "amod"), None)
    if verb is None or tree.tags[verb] not in ("VBZ", "VBP"):
        return own
    sees = tree.tags[verb] == "VBZ" and tree.lemma(verb) == "see"
    return verb if sees or _is(tree.lemma(verb), "verb") else own


def _chain(scene: Scene, verb: int) -> Iterator[tuple[int, bool]]:
    """The predicate and those above it, each with: does the lower one share its modality?"""
    tree = scene.tree
    node, shares = verb, True
    for _ in range(4):
        yield node, shares
        label, up = tree.label[node], tree.head[node]
        if up < 0 or label not in (*GOVERNING, "advcl", "acl", "csubj"):
            return
        if label == "acl" and tree.tags[up] in ("NN", "NNS"):
            if tree.mark(node) == "to" and (_is(tree.lower[up], "noun") or _is(tree.lower[up], "adjective")):
                yield up, True
            return
        shares = label in GOVERNING and not (label == "conj" and tree.is_finite(node))
        above = tree.clause_of(up)
        if above is None:
            return
        node = above


def _of_verb(scene: Scene, verb: int, *, own: bool) -> str | None:
    """The modality of a verb group: its negation, modal, or a verb such as "expects"."""
    tree = scene.tree
    if _negates(scene, verb):
        return "negated"
    words = [tree.lower[node] for node in tree.group(verb)]
    for word in words:
        if _is(word, "modal"):
            return _words()[(word, "modal")]
    lemma = tree.lemma(verb)
    if _is(lemma, "denial"):
        return "negated"
    if _is(lemma, "verb") or (tree.tags[verb] in ("NN", "NNS") and _is(tree.lower[verb], "noun")):
        return "forecast"
    if _is(tree.lower[verb], "adjective") and tree.child(verb, "cop") is not None:
        return "forecast"  # "is likely to be"
    if lemma == "see" and _foresees(scene, verb):
        return "forecast"
    if tree.mark(verb) == "to" and (words[0] in BE or _on_track(scene, verb)):
        return "forecast"  # "is to buy", "on track to deliver"
    return None


def _on_track(scene: Scene, verb: int) -> bool:
    words = scene.tree.lower
    return any(words[n] == "to" and words[n - 2 : n] in ON_TRACK for n in range(max(2, verb - 3), verb))


def _foresees(scene: Scene, verb: int) -> bool:
    """ "now sees revenue of $5m", "is seen at $5m", said of what lies ahead: of a quantity, and not in the past."""
    tree = scene.tree
    if tree.tense(verb) != "present":
        return False
    thing = tree.subject(verb) if tree.is_passive(verb) else tree.object(verb)
    if thing is None or not is_quantity(tree.lower[thing]):
        return False
    subject = tree.subject(verb)  # "We see sales of $5m"; not "Women see pay increases of 5%"
    return tree.is_passive(verb) or tree.tags[verb] == "VBZ" or (subject is not None and tree.lower[subject] == "we")


def _negates(scene: Scene, verb: int) -> bool:
    """A "not" of the verb, or a subject "no one", "none", "neither"."""
    tree = scene.tree
    if tree.is_negated(verb):
        return True
    subject = tree.own_subject(verb)
    return subject is not None and any(
        tree.lower[n] in ("no", "none", "nobody", "neither") for n in (subject, *tree.all(subject, "det"))
    )


def _backshifted(scene: Scene, verb: int) -> bool:
    """ "said it would cut 90 jobs": a will in the past, and no condition."""
    tree = scene.tree
    above = tree.head[verb]
    told = above >= 0 and (tree.label[verb] == "ccomp" or tree.lemma(above) in SPEECH)
    return told and tree.modal(verb) == "would" and tree.tense(above) in ("past", "perfect")


def _of_nouns(scene: Scene, frame: Frame) -> str | None:
    """ "a predicted £250m", "guidance of", "the $5m that analysts had expected"."""
    tree = scene.tree
    nouns = [n for n in (frame.quantity, frame.node) if n is not None]
    for noun in nouns:
        words = [
            tree.lower[noun],
            *(tree.lower[c] for c in tree.children[noun] if tree.label[c] in ("amod", "compound", "acl", "advmod")),
        ]
        if _is(words[0], "noun") or any(_is(word, "adjective") for word in words):
            return "forecast"
        for clause in tree.all(noun, "acl:relcl"):
            own = tree.own_subject(clause)
            if own is not None and tree.lower[own] in FORECASTERS:
                return "forecast"
        behind = noun + 1 + (tree.tags[noun + 1 : noun + 2] in (["VBD"], ["VBP"]) and tree.lower[noun + 1] in HAD)
        if words[0] in FORECASTERS and behind < len(tree) and _is(tree.lemma(behind), "verb"):
            return "forecast"  # "the $5m analysts had expected", wherever the parse hung the clause
        up = tree.head[noun]
        if up >= 0 and tree.label[noun] == "nmod" and tree.tags[up] in ("NN", "NNS") and _is(tree.lower[up], "noun"):
            return "forecast"
    return None
