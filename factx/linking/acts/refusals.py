"""Why what looks like an act is none: one table, of its clause and those above that lead to it, and of what it is about.

"May withdraw", "refused to apologise", "if it withdraws", "sorry for your loss" are no acts. What is negated, foreseen or conditional
is told by the modality of claims; an infinitive is done only where what governs it says so ("was forced to apologise").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factx.linking.acts.rules import Found, among, of
from factx.linking.claims.frames import Frame
from factx.linking.claims.modality import modality_of
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import SPEECH
from factx.syntax import Tree

__all__ = ["REFUSALS", "Refusal", "is_of_others", "refusal_of"]

CLIMBED = 6


@dataclass(frozen=True, slots=True)
class Refusal:
    """`holds` refuses an act with a cue of the classes `cues` ("" for all): there is none in the example, and one in the counter."""

    name: str
    cues: str
    holds: Callable[[Scene, Found], bool]
    example: str
    counter: str


def refusal_of(scene: Scene, found: Found) -> Refusal | None:
    """The first refusal that holds; where saying it is doing it, whatever its clause is like."""
    word, performs = scene.tree.lower[found.cue], found.rule.how == "performs"
    asked = (r for r in REFUSALS if (word in of(r.cues) if r.cues else not performs))
    return next((r for r in asked if r.holds(scene, found)), None)


def is_of_others(actor: str | None) -> bool:
    """Is it analysts, an agency or an authority that forecasts for others or advises?

    >>> is_of_others("The International Monetary Fund"), is_of_others("Analysts"), is_of_others("Fedora Mills")
    (True, True, False)
    """
    words = f" {actor} ".lower().replace("’", "'").replace("'s ", " ")
    return any(f" {body} " in words for body in of("public body|forecasting body"))


def _chain(tree: Tree, verb: int | None) -> list[int]:
    """The predicate of a clause and those above that can still take it back."""
    out: list[int] = []
    while verb is not None and len(out) < CLIMBED:
        out.append(verb)
        label, up = tree.label[verb], tree.head[verb]
        clause = label in ("xcomp", "ccomp", "csubj", "obj") or (label == "conj" and not tree.is_finite(verb))
        means = label in ("advcl", "acl") and (tree.tags[verb] == "VB" or "by" in (tree.mark(verb), tree.case(verb)))
        verb = tree.clause_of(up) if up >= 0 and (clause or means) else None
    return out


def _not_stated(scene: Scene, found: Found) -> bool:
    tree, verb, cue = scene.tree, found.verb, found.cue
    if verb is None or tree.lower[cue + 1 : cue + 2] == ["enough"]:
        return False  # "I cannot apologise enough"
    chain = _chain(tree, verb)
    if any(_negates(tree, node) for node in (*chain, cue)):
        return True
    performs = any(_performs(tree, node) for node in chain)
    modal = any(map(tree.modal, chain)) or modality_of(scene, Frame("act", verb, verb=verb)) != "stated"
    return modal and not performs


def _negates(tree: Tree, node: int) -> bool:
    """ "has yet to apologise", "neither raised nor lowered", "nobody apologised", "apologised to nobody"."""
    near = [n for c in tree.children[node] if tree.label[c] not in ("ccomp", "conj") for n in (c, *tree.all(c, "det"))]
    return tree.is_negated(node) or among(tree, near, "negating")


def _performs(tree: Tree, node: int) -> bool:
    """ "I can only apologise", "we must apologise", "we would like to": what has a modal and is done all the same."""
    subject = tree.subject(node)
    ours = subject is not None and among(tree, [subject], "first person")
    return ours and (tree.modal(node) in of("performing") or among(tree, [node], "wished"))


def _unsure(scene: Scene, found: Found) -> bool:
    tree, chain = scene.tree, _chain(scene.tree, found.verb)
    openers = [c for n in chain for c in tree.all(n, "mark", "case") if c < n]
    return among(tree, openers if chain else range(max(0, found.cue - 4), found.cue), "unsure")


def _not_led_to(scene: Scene, found: Found) -> bool:
    tree = scene.tree
    for node in _chain(tree, found.verb):
        up, kind = tree.head[node], tree.tags[tree.head[node]][:2]
        wished = tree.label[node] == "ccomp" and among(tree, [up], "asking") and tree.tags[node] in ("VB", "VBP")
        leading = "leads to:noun" if kind == "NN" else "leads to:verb|leads to:adjective"
        led = up >= 0 and (tree.label[node] == "conj" or among(tree, [up], leading))
        if wished or (not led and (_bare(tree, node) or _gerund(tree, node))):
            return True
    return False


def _bare(tree: Tree, node: int) -> bool:
    """An infinitive without a subject or "do" of its own, or a participle with a bare "be" ("that an apology be issued")."""
    helping = [tree.lower[c] for c in tree.all(node, "aux", "aux:pass", "cop")]
    own = tree.mark(node) != "to" and (helping or tree.own_subject(node) is not None)
    return ("be" in helping and not tree.modal(node)) or (tree.tags[node] == "VB" and not own)


def _gerund(tree: Tree, node: int) -> bool:
    """ "is considering withdrawing its guidance", "thanked them for apologising"."""
    up = tree.head[node]
    bare = tree.tags[node] == "VBG" and up >= 0 and tree.child(node, "aux", "nsubj") is None
    return bare and tree.tags[up][:2] == "VB" and (up == node - 1 or "for" in (tree.mark(node), tree.case(node)))


def _news(scene: Scene, found: Found) -> bool:
    behind = range(found.cue + 1, min(len(scene.tree), found.cue + 4))
    return scene.tree.lower[behind.start : behind.start + 1] == ["to"] and among(scene.tree, behind, "informing")


def _no_fault(scene: Scene, found: Found) -> bool:
    """What is mourned, or somebody ("sorry for you"), but no clause ("sorry that you were affected")."""
    tree, about = scene.tree, found.about
    finite = any(tree.tags[n] in ("VBD", "VBZ", "VBP") for n in about)
    return among(tree, about, "mourned") or (not finite and among(tree, about[:2], "pitied"))


def _of_others(scene: Scene, found: Found) -> bool:
    tree, about = scene.tree, found.about[:4]
    return not about or (among(tree, about, "others' acts") and not among(tree, about, "own"))


def _of_many(scene: Scene, found: Found) -> bool:
    tree, cue, subject = scene.tree, found.cue, scene.tree.subject(found.cue)
    if subject is None or subject in scene.taken or found.verb != cue:
        return found.verb == cue
    plural = tree.tags[subject] == "NNS" and tree.child(subject, "det", "nmod:poss") is None
    return plural or among(tree, [subject], "many")


def _of_then(scene: Scene, found: Found) -> bool:
    tree, cue = scene.tree, found.cue
    told = tree.label[cue] == "ccomp" and tree.lemma(tree.head[cue]) in SPEECH
    return found.verb == cue and not told and tree.tense(cue) in ("past", "perfect")


REFUSALS = (
    Refusal("not stated", "", _not_stated, "Bolt plc may withdraw its guidance.", "We would like to apologise for the delay."),
    Refusal("unsure", "", _unsure, "Bolt went on without withdrawing its guidance.", "Bolt went on, withdrawing its guidance."),
    Refusal("not led to", "", _not_led_to, "Bolt refused to apologise.", "Bolt decided to apologise."),
    Refusal("news", "sorry|regret", _news, "We are sorry to hear of the fire.", "We are sorry to have let you down."),
    Refusal("no fault", "sorry|regret", _no_fault, "We are sorry for your loss.", "We are sorry for the delay."),
    Refusal("of others", "regret", _of_others, "We regret the ruling.", "We regret our ruling."),
    Refusal("of many", "sorry|regret", _of_many, "Buyers regret the delay.", "We regret the delay."),
    Refusal("of then", "regret", _of_then, "He regretted the sale of the mill.", "He regrets the sale of the mill."),
)  # fmt: skip
