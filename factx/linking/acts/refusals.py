"""Why what looks like an act is none: one table, of the clause, of those above that lead to it, and of what it is about.

"May withdraw", "refused to apologise", "if it withdraws", "sorry for your loss" are no acts. What is negated, foreseen or conditional is
told by the modality of claims; an infinitive is done only where what governs it says so ("was forced to apologise").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


@dataclass(frozen=True)
class Refusal:
    """`holds` refuses an act with a cue of the classes `cues` ("" for all). It is no act in the example, and one in the counter-example."""

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
    words = f" {actor} ".lower().replace("'s ", " ").replace("’s ", " ")
    return any(f" {body} " in words for body in of("public body") | of("forecasting body"))


# the clause, and those above it


def _chain(tree: Tree, verb: int | None) -> Iterator[int]:
    """The predicate and those above that can still take it back."""
    for _ in range(CLIMBED):
        if verb is None:
            return
        yield verb
        label, up = tree.label[verb], tree.head[verb]
        clause = label in ("xcomp", "ccomp", "csubj", "obj") or (label == "conj" and not tree.is_finite(verb))
        means = label in ("advcl", "acl") and (tree.tags[verb] == "VB" or "by" in (tree.mark(verb), tree.case(verb)))
        verb = tree.clause_of(up) if up >= 0 and (clause or means) else None


def _not_stated(scene: Scene, found: Found) -> bool:
    tree, verb = scene.tree, found.verb
    chain = list(_chain(tree, verb))
    if tree.lower[found.cue + 1 : found.cue + 2] == ["enough"]:
        return False  # "I cannot apologise enough"
    if any(_negates(tree, node) for node in chain) or tree.child(found.cue, "det") in _nobody(
        tree, tree.children[found.cue]
    ):
        return True
    if verb is None or any(_performs(tree, node) for node in chain):
        return False
    return any(tree.modal(node) for node in chain) or modality_of(scene, Frame("act", verb, verb=verb)) != "stated"


def _negates(tree: Tree, node: int) -> bool:
    """ "has yet to apologise", "neither raised nor lowered", "nobody apologised", "apologised to nobody"."""
    near = tree.lower[max(0, node - 2) : node]
    told = [tree.lower[c] for c in tree.children[node] if tree.label[c] in ("advmod", "cc")]
    who = tree.all(node, "nsubj", "nsubj:pass", "obl", "iobj", "obj")
    none = _nobody(tree, [n for c in who for n in (c, *tree.all(c, "det"))])
    return (
        tree.is_negated(node)
        or bool(none)
        or any(w.endswith("n't") or w == "never" for w in near)
        or any(is_of(w, "negating") for w in told)
    )


def _nobody(tree: Tree, nodes: list[int]) -> list[int]:
    return [n for n in nodes if is_of(tree.lower[n], "nobody")]


def _performs(tree: Tree, node: int) -> bool:
    """ "I can only apologise", "we must apologise", "we would like to": what has a modal and is done all the same."""
    modal, subject = tree.modal(node), tree.subject(node)
    ours = subject is not None and is_of(tree.lower[subject], "first person")
    return (ours and is_of(modal, "performing")) or (
        is_of(tree.lemma(node), "wished") and (ours or is_of(modal, "polite"))
    )


def _unsure(scene: Scene, found: Found) -> bool:
    """ "if it apologises", "without withdrawing its guidance"; of a cue without a clause, what stands in front."""
    tree = scene.tree
    words = [
        tree.lower[c]
        for n in _chain(tree, found.verb)
        for c in tree.children[n]
        if c < n and tree.label[c] in ("mark", "case")
    ]
    return any(
        is_of(word, "unsure")
        for word in (*words, *(tree.lower[max(0, found.cue - 4) : found.cue] if found.verb is None else ()))
    )


def _not_led_to(scene: Scene, found: Found) -> bool:
    """An infinitive, a gerund that is the object of a verb, or a clause that is wished for, by what governs it."""
    tree = scene.tree
    for node in _chain(tree, found.verb):
        up = tree.head[node]
        if tree.label[node] == "ccomp" and is_of(tree.lemma(up), "asking") and tree.tags[node] in ("VB", "VBP"):
            return True  # "demanded that Bolt apologise"
        if (_bare(tree, node) or _gerund(tree, node)) and not (
            up >= 0 and (tree.label[node] == "conj" or _leads(tree, up))
        ):
            return True
    return False


def _bare(tree: Tree, node: int) -> bool:
    """An infinitive without a subject or "do" of its own, or a participle with a bare "be" ("that an apology be issued")."""
    helping = [tree.lower[c] for c in tree.all(node, "aux", "aux:pass", "cop")]
    if "be" in helping and not tree.modal(node):
        return True
    own = tree.mark(node) != "to" and (bool(helping) or tree.own_subject(node) is not None)
    return tree.tags[node] == "VB" and not own


def _gerund(tree: Tree, node: int) -> bool:
    """ "is considering withdrawing its guidance", "thanked them for apologising"."""
    up = tree.head[node]
    if tree.tags[node] != "VBG" or up < 0 or tree.tags[up][:2] != "VB" or tree.child(node, "aux", "nsubj") is not None:
        return False
    return up == node - 1 or "for" in (tree.mark(node), tree.case(node))


def _leads(tree: Tree, up: int) -> bool:
    """Is an infinitive done by what governs it: "is forced to", "pleased to", "took the opportunity to"?"""
    if tree.tags[up] in ("NN", "NNS"):
        return is_of(tree.lower[up], "leads to:noun")
    return is_of(tree.lower[up], "leads to:adjective") or is_of(tree.lemma(up), "leads to:verb")


# regret that is no apology


def _behind(tree: Tree, node: int, most: int = 4) -> list[str]:
    return [tree.lemma(n) for n in range(node + 1, min(len(tree), node + most)) if tree.tags[n][:2] == "VB"]


def _news(scene: Scene, found: Found) -> bool:
    tree, cue = scene.tree, found.cue
    return tree.lower[cue + 1 : cue + 2] == ["to"] and any(
        is_of(lemma, "informing") for lemma in _behind(tree, cue)[:1]
    )


def _mourns(scene: Scene, found: Found) -> bool:
    tree = scene.tree
    finite = any(tree.tags[n] in ("VBD", "VBZ", "VBP") for n in found.about)
    pity = [tree.lower[n] for n in found.about[:2]] if not finite else []
    return any(is_of(word, "pitied") for word in pity) or any(is_of(tree.lower[n], "mourned") for n in found.about)


def _of_theirs(scene: Scene, found: Found) -> bool:
    tree, about = scene.tree, found.about
    words = [tree.lower[n] for n in about[:4]]
    return bool(words) and (
        is_of(words[0], "others")
        or (any(is_of(w, "others' acts") for w in words) and not of("own").intersection(words))
    )


def _of_nothing(scene: Scene, found: Found) -> bool:
    return not found.about


def _many(scene: Scene, found: Found) -> bool:
    """What many feel, or nobody is said to feel."""
    tree = scene.tree
    if found.verb != found.cue:
        return False
    subject = tree.subject(found.cue)
    if subject is None or subject in scene.taken:
        return True
    plural = tree.tags[subject] == "NNS" and tree.child(subject, "det", "nmod:poss") is None
    return plural or is_of(tree.lower[subject], "many") or any(c.isdigit() for c in tree.words[subject])


def _accepted(scene: Scene, found: Found) -> bool:
    """ "They accepted its apologies": done by who offers them, in "please accept our apologies"."""
    tree, verb, own = scene.tree, found.verb, scene.tree.child(found.cue, "nmod:poss")
    asked = verb is not None and tree.tags[verb] in ("VB", "VBP") and own is not None and is_of(tree.lower[own], "ours")
    return verb is not None and is_of(tree.lemma(verb), "accepting") and not asked


def _of_then(scene: Scene, found: Found) -> bool:
    """ "He regretted that he had sold" tells a feeling of then; "he said that he regretted it" does not."""
    tree, cue = scene.tree, found.cue
    told = tree.label[cue] == "ccomp" and tree.lemma(tree.head[cue]) in SPEECH
    return found.verb == cue and tree.tags[cue][:2] == "VB" and not told and tree.tense(cue) in ("past", "perfect")


REFUSALS: tuple[Refusal, ...] = (
    Refusal("not stated", "", _not_stated, "Bolt plc may withdraw its guidance.", "We would like to apologise for the delay."),
    Refusal("unsure", "", _unsure, "Bolt went on without withdrawing its guidance.", "Bolt went on, withdrawing its guidance."),
    Refusal("not led to", "", _not_led_to, "Bolt refused to apologise.", "Bolt decided to apologise."),
    Refusal("news", "sorry|regret", _news, "We are sorry to hear of the fire.", "We are sorry to have let you down."),
    Refusal("mourning", "sorry|regret", _mourns, "We are sorry for your loss.", "We are sorry for the delay."),
    Refusal("of others", "regret", _of_theirs, "We regret the ruling.", "We regret our ruling."),
    Refusal("of nothing", "regret", _of_nothing, "We regret.", "We regret this."),
    Refusal("of many", "sorry|regret", _many, "Buyers regret the delay.", "We regret the delay."),
    Refusal("accepted", "apology noun", _accepted, "They accept its apologies.", "Please accept our apologies."),
    Refusal("of then", "regret", _of_then, "He regretted the sale of the mill.", "He regrets the sale of the mill."),
)  # fmt: skip
