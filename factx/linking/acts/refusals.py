"""Why what looks like an act is none: one table, of its clause and those above that lead to it, and of what it is about.

What is negated, foreseen or conditional is told by the modality of claims; an infinitive is done only where what governs it says so.
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

__all__ = ["REFUSALS", "Refusal", "refusal_of"]


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
    word, performs = scene.tree.lower[found.cue], found.rule.how == "performs" or found.rule.tie == "lapsed"
    asked = (r for r in REFUSALS if (word in of(r.cues) if r.cues else not performs))
    return next((r for r in asked if r.holds(scene, found)), None)


def _chain(tree: Tree, verb: int | None) -> list[int]:
    """The predicate of a clause and those above that can still take it back."""
    out: list[int] = []
    while verb is not None:
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
    performs = any(_performs(tree, node) for node in chain)
    modal = any(map(tree.modal, chain)) or modality_of(scene, Frame("act", verb, verb=verb)) != "stated"
    return any(_negates(tree, node) for node in (*chain, cue)) or (modal and not performs)


def _negates(tree: Tree, node: int) -> bool:
    """ "has yet to apologise", "neither raised nor lowered", "nobody apologised", "apologised to nobody"."""
    near = [n for c in tree.children[node] if tree.label[c] not in ("ccomp", "conj") for n in (c, *tree.all(c, "det"))]
    return tree.is_negated(node) or tree.lower[node - 1][-3:] == "n't" or among(tree, near, "negating")


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
    """An infinitive, a gerund that is an object ("is considering withdrawing") or a wish, where nothing says that it is done."""
    tree = scene.tree
    for node in _chain(tree, found.verb):
        up, tag, mark = tree.head[node], tree.tags[node], tree.mark(node)
        helping = [tree.lower[c] for c in tree.all(node, "aux", "aux:pass", "cop")]
        alone = mark == "to" or not (
            helping or tree.own_subject(node) is not None
        )  # "apologised" of "did apologise" is not
        bare = (tag == "VB" and alone) or ("be" in helping and not tree.modal(node))  # "that an apology be issued"
        gerund = (
            tag == "VBG"
            and alone
            and tree.tags[up][:2] == "VB"
            and (up == node - 1 or "for" in (mark, tree.case(node)))
        )
        leading = "leads to:noun" if tree.tags[up][:2] == "NN" else "leads to:verb|leads to:adjective"
        led = tree.label[node] == "conj" or (up >= 0 and among(tree, [up], leading))
        wished = tree.label[node] == "ccomp" and among(tree, [up], "asking") and tag in ("VB", "VBP")
        if wished or ((bare or gerund) and not led):
            return True
    return False


def _no_fault(scene: Scene, found: Found) -> bool:
    """News, what is mourned, or somebody ("sorry for you"), but no clause ("sorry that you were affected")."""
    tree, about, cue = scene.tree, found.about, found.cue
    finite = any(tree.tags[n] in ("VBD", "VBZ", "VBP") for n in about)
    news = tree.lower[cue + 1 : cue + 2] == ["to"] and among(tree, range(cue, min(len(tree), cue + 4)), "informing")
    return news or among(tree, about, "mourned") or (not finite and among(tree, about[:2], "pitied"))


def _of_others(scene: Scene, found: Found) -> bool:
    tree, about = scene.tree, found.about[:4]
    return not about or (among(tree, about, "others' acts") and not among(tree, about, "own"))


def _felt(scene: Scene, found: Found) -> bool:
    """What many feel ("buyers regret"), or somebody felt then; "he said he regretted it" is said now."""
    tree, cue, subject = scene.tree, found.cue, scene.tree.subject(found.cue)
    if found.verb != cue or subject is None or subject in scene.taken:
        return found.verb == cue
    some = tree.tags[subject] == "NNS" and tree.child(subject, "det", "nmod:poss") is None
    many = some or any(c.isdigit() for c in tree.words[subject]) or among(tree, [subject], "many")
    told = tree.label[cue] == "ccomp" and tree.lemma(tree.head[cue]) in SPEECH
    then = tree.tags[cue][:2] == "VB" and not told and tree.tense(cue) in ("past", "perfect")
    return many or then


REFUSALS = (
    Refusal("not stated", "", _not_stated, "Bolt plc may withdraw its guidance.", "We would like to apologise for the delay."),
    Refusal("unsure", "", _unsure, "Bolt went on without withdrawing its guidance.", "Bolt went on, withdrawing its guidance."),
    Refusal("not led to", "", _not_led_to, "Bolt refused to apologise.", "Bolt decided to apologise."),
    Refusal("no fault", "sorry|regret", _no_fault, "We are sorry for your loss.", "We are sorry for the delay."),
    Refusal("of others", "regret", _of_others, "We regret the ruling.", "We regret our ruling."),
    Refusal("felt", "sorry|regret", _felt, "Buyers regret the delay.", "We regret the delay."),
)  # fmt: skip
