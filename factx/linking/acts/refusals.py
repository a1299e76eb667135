"""Why what looks like an act is none: one table, of its clause and those above that lead to it, and of what it is about.

"May withdraw", "refused to apologise", "if it withdraws", "sorry for your loss" are no acts. What is negated, foreseen or conditional
is told by the modality of claims; an infinitive is done only where what governs it says so ("was forced to apologise").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factx.linking.acts.rules import Found
from factx.linking.acts.words import is_of, of
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


def refusal_of(scene: Scene, found: Found, *, performs: bool) -> Refusal | None:
    """The first refusal that holds; where saying it is doing it, whatever its clause is like."""
    word = scene.tree.lower[found.cue]
    asked = (r for r in REFUSALS if (is_of(word, *r.cues.split("|")) if r.cues else not performs))
    return next((r for r in asked if r.holds(scene, found)), None)


def is_of_others(actor: str | None) -> bool:
    """Is it analysts, an agency or an authority that forecasts for others or advises?

    >>> is_of_others("The International Monetary Fund"), is_of_others("Analysts"), is_of_others("Fedora Mills")
    (True, True, False)
    """
    words = f" {actor} ".lower().replace("’", "'").replace("'s ", " ")
    return any(f" {body} " in words for body in of("public body") | of("forecasting body"))


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
    tree, verb, behind = scene.tree, found.verb, found.cue + 1
    if verb is None or tree.lower[behind : behind + 1] == ["enough"]:
        return False  # "I cannot apologise enough"
    chain = _chain(tree, verb)
    if any(_negates(tree, node) for node in (*chain, found.cue)):
        return True
    if any(_performs(tree, node) for node in chain):
        return False
    return any(map(tree.modal, chain)) or modality_of(scene, Frame("act", verb, verb=verb)) != "stated"


def _negates(tree: Tree, node: int) -> bool:
    """ "has yet to apologise", "neither raised nor lowered", "nobody apologised", "apologised to nobody"."""
    near = [n for c in tree.children[node] if tree.label[c] not in ("ccomp", "conj") for n in (c, *tree.all(c, "det"))]
    return any(is_of(tree.lower[n], "negating") for n in near) or tree.is_negated(node)


def _performs(tree: Tree, node: int) -> bool:
    """ "I can only apologise", "we must apologise", "we would like to": what has a modal and is done all the same."""
    modal, subject = tree.modal(node), tree.subject(node)
    ours = subject is not None and is_of(tree.lower[subject], "first person")
    return ours and (is_of(modal, "performing") or is_of(tree.lemma(node), "wished"))


def _unsure(scene: Scene, found: Found) -> bool:
    tree, before = scene.tree, range(max(0, found.cue - 4), found.cue)
    openers = [
        c for n in _chain(tree, found.verb) for c in tree.children[n] if c < n and tree.label[c] in ("mark", "case")
    ]
    return any(is_of(tree.lower[n], "unsure") for n in (openers if found.verb is not None else before))


def _not_led_to(scene: Scene, found: Found) -> bool:
    tree = scene.tree
    for node in _chain(tree, found.verb):
        up = tree.head[node]
        wished = tree.label[node] == "ccomp" and is_of(tree.lemma(up), "asking") and tree.tags[node] in ("VB", "VBP")
        led = up >= 0 and (tree.label[node] == "conj" or _leads(tree, up))
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


def _leads(tree: Tree, up: int) -> bool:
    kind = "noun" if tree.tags[up][:2] == "NN" else "adjective"
    return is_of(tree.lower[up], f"leads to:{kind}") or (kind != "noun" and is_of(tree.lemma(up), "leads to:verb"))


def _news(scene: Scene, found: Found) -> bool:
    tree, behind = scene.tree, found.cue + 1
    verb = next((n for n in range(behind, min(len(tree), behind + 3)) if tree.tags[n][:2] == "VB"), None)
    return tree.lower[behind : behind + 1] == ["to"] and verb is not None and is_of(tree.lemma(verb), "informing")


def _no_fault(scene: Scene, found: Found) -> bool:
    tree = scene.tree
    words = [tree.lower[n] for n in found.about]
    pity = any(is_of(word, "pitied") for word in words[:2])
    finite = any(tree.tags[n] in ("VBD", "VBZ", "VBP") for n in found.about)
    return any(is_of(word, "mourned") for word in words) or (pity and not finite)


def _of_others(scene: Scene, found: Found) -> bool:
    words = [scene.tree.lower[n] for n in found.about[:4]]
    return not words or (any(is_of(word, "others' acts") for word in words) and not of("own").intersection(words))


def _of_many(scene: Scene, found: Found) -> bool:
    tree, subject = scene.tree, scene.tree.subject(found.cue)
    if found.verb != found.cue:
        return False
    if subject is None or subject in scene.taken or is_of(tree.lower[subject], "many"):
        return True
    return tree.tags[subject] == "NNS" and tree.child(subject, "det", "nmod:poss") is None


def _of_then(scene: Scene, found: Found) -> bool:
    tree, cue = scene.tree, found.cue
    told = tree.label[cue] == "ccomp" and tree.lemma(tree.head[cue]) in SPEECH
    return found.verb == cue and not told and tree.tense(cue) in ("past", "perfect")


def _accepted(scene: Scene, found: Found) -> bool:
    tree, verb = scene.tree, found.verb
    if verb is None or not is_of(tree.lemma(verb), "accepting"):
        return False
    own = [tree.lower[n] for n in tree.all(found.cue, "nmod:poss")]
    return not of("ours").intersection(own) or tree.tags[verb] not in ("VB", "VBP")


REFUSALS = (
    Refusal("not stated", "", _not_stated, "Bolt plc may withdraw its guidance.", "We would like to apologise for the delay."),
    Refusal("unsure", "", _unsure, "Bolt went on without withdrawing its guidance.", "Bolt went on, withdrawing its guidance."),
    Refusal("not led to", "", _not_led_to, "Bolt refused to apologise.", "Bolt decided to apologise."),
    Refusal("news", "sorry|regret", _news, "We are sorry to hear of the fire.", "We are sorry to have let you down."),
    Refusal("no fault", "sorry|regret", _no_fault, "We are sorry for your loss.", "We are sorry for the delay."),
    Refusal("of others", "regret", _of_others, "We regret the ruling.", "We regret our ruling."),
    Refusal("of many", "sorry|regret", _of_many, "Buyers regret the delay.", "We regret the delay."),
    Refusal("of then", "regret", _of_then, "He regretted the sale of the mill.", "He regrets the sale of the mill."),
    Refusal("accepted", "apology noun", _accepted, "They accept its apologies.", "Please accept our apologies."),
)  # fmt: skip
