"""Guidance to which something is done, with a figure or without: a table of the ways in which it is said.

>>> import factx
>>> facts = factx.extract("Bolt plc has withdrawn its full-year revenue guidance.")
>>> [(act.guidance, act.actor, act.about, act.metric) for act in facts.acts]
[('withdrawn', 'Bolt plc', 'its full-year revenue guidance', 'revenue')]
"""

from __future__ import annotations

import re

from factx import lexicon
from factx.linking.acts.found import ActRule, Found
from factx.linking.acts.words import is_of
from factx.linking.claims.guidance import ACTIONS, without_guidance
from factx.linking.claims.metric import metric_of
from factx.linking.claims.scene import Scene
from factx.linking.claims.wording import noun_phrase
from factx.syntax import Tree

__all__ = ["GUIDANCE", "WARNED", "is_guidance", "metric_behind"]

NOUNS = lexicon.table("act_nouns.tsv")
UP, DOWN = frozenset(("up", "upward", "upwards", "higher")), frozenset(("down", "downward", "downwards", "lower"))
INITIATED = "initiated"
SPANS = frozenset(("full-year", "full", "year", "half-year", "first-half", "second-half", "annual", "quarterly", "fiscal", "long-term", "medium-term",
                   "mid-term", "near-term", "financial", "earnings", "operational", "production"))  # fmt: skip
"""Words in front of guidance that say that it is a company's."""
RANGES = frozenset(
    ("range", "ranges", "ceiling", "midpoint", "end", "elements", "aspects", "components", "assumptions")
)
FRAGMENT = 14
"""Words of a headline."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
STEADY_NEAR = 9
"""Words between guidance and the word that says that it is left as it is."""

ADVICE = ("on", "to", "about", "from", "around")
"""Prepositions of what advice is about."""
OFTEN = re.compile(r"\bfor (?:the|a) \w+ time\b.*", re.IGNORECASE | re.DOTALL)
LOOKED = 8
"""Words in front of guidance among which its verb is looked for where the parse did not tie them."""
FRONT = frozenset(("JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "DT", "POS", "RB", "VBN", "HYPH", "CC"))


def is_guidance(scene: Scene, noun: int) -> bool:
    """Is a noun what a company forecasts of itself, and no weather forecast, credit outlook or advice of an authority?"""
    tree = scene.tree
    word = tree.lower[noun]
    if not is_of(word, "guidance", "measured guidance"):
        return False
    front = [n for n in tree.inside(noun) if n < noun]
    if any(is_of(tree.lower[n], "other guidance", "public body", "forecasting body") for n in front):
        return False
    if any(is_of(tree.lower[n], "no finance") for n in tree.inside(noun)):
        return False
    if any(tree.case(c) in ADVICE for c in tree.all(noun, "nmod")) and not any(_is_company(scene, n) for n in front):
        return False  # "guidance on masks"
    return is_of(word, "guidance") or _measured(scene, noun)


def _is_company(scene: Scene, node: int) -> bool:
    """Is a word in front of guidance a metric, a period or another that says that it is a company's?"""
    lower = scene.tree.lower[node]
    return node in scene.time_nodes or lower in SPANS or metric_of(lower) is not None


def _measured(scene: Scene, noun: int) -> bool:
    """Has it a metric, a period or a word that makes it a company's?"""
    tree = scene.tree
    near = set(tree.inside(noun))
    if any(when is not None and when in near for when in scene.when) or any(
        tree.lower[n] in SPANS for n in near if n < noun
    ):
        return True
    return metric_behind(scene, noun) is not None


def metric_behind(scene: Scene, noun: int) -> str | None:
    """The metric that guidance is of; None where it is of several or of none that is known."""
    tree = scene.tree
    phrase = without_guidance(OFTEN.sub("", noun_phrase(scene, noun, listed=True)))
    parts = [metric_of(part.strip()) for part in phrase.replace(",", " and ").split(" and ") if part.strip()]
    known = {metric for metric in parts if metric is not None and metric != "guidance"}
    return known.pop() if len(known) == 1 and len(tree) else None


def done_to(scene: Scene, node: int) -> Found | None:
    """The object of a verb such as "raise", or the range that is."""
    tree = scene.tree
    noun = _whole(tree, node)
    verb = _verb_above(tree, noun)
    if verb is None:
        return None
    action = _action(scene, verb, node)
    if action is None:
        return None
    first = tree.object(verb)
    listed = (
        first is not None and tree.label[noun] == "conj" and first < noun <= first + LOOKED and not tree.is_verb(first)
    )
    about = range(min(tree.phrase_nodes(first)), noun + 1) if first is not None and listed else ()
    return Found(verb, verb, noun=node, about=tuple(about), action=action)  # "our revenue and profit guidance"


def in_order(scene: Scene, node: int) -> Found | None:
    """The verb in front of the words of the guidance, whatever the parse made of a headline ("reaffirms full year guidance")."""
    tree = scene.tree
    verb = node - 1
    while verb > max(-1, node - LOOKED) and tree.tags[verb] in FRONT and not _acts(tree, verb):
        verb -= 1
    if verb < 0 or not _acts(tree, verb) or tree.label[verb] == "amod":
        return None
    action = _action(scene, verb, node)
    return (
        None if action is None else Found(verb, verb, noun=node, about=tuple(range(verb + 1, node + 1)), action=action)
    )


def _acts(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] in ("VBZ", "VBD", "VBP") and tree.lemma(verb) in ACTIONS


def has_been(scene: Scene, node: int) -> Found | None:
    """The subject of a passive; of a participle that a headline leaves bare."""
    tree = scene.tree
    noun = _whole(tree, node)
    verb = tree.head[noun]
    if tree.label[noun] not in ("nsubj:pass", "nsubj") or verb < 0 or tree.tags[verb] not in ("VBN", "VBD"):
        return None
    helped = tree.child(verb, "aux:pass") is not None or any(tree.lemma(c) == "be" for c in tree.all(verb, "aux"))
    between = set(range(noun + 1, verb)) <= set(tree.inside(noun))
    bare = between and tree.object(verb) is None and tree.child(verb, "aux") is None and verb == tree.root
    if not helped and not bare:
        return None
    if bare and tree.lemma(verb) in ("increase", "drop", "narrow") and tree.child(noun, "nmod:poss") is not None:
        return None
    action = _action(scene, verb, node)
    return None if action is None else Found(verb, verb, noun=node, action=action)


def fragment(scene: Scene, node: int) -> Found | None:
    """A headline without a finite verb: "Guidance raised for second time", "Full-year outlook unchanged"."""
    tree = scene.tree
    behind = max(n for n in tree.phrase_nodes(node) if n < node + LOOKED) + 1
    if tree.label[node] != "root" or len(tree) > FRAGMENT or any(tree.tags[n] in FINITE for n in range(len(tree))):
        return None
    near = [
        n for n in (node + 1, behind) if n < len(tree) and (tree.tags[n] == "VBN" or is_of(tree.lower[n], "steady"))
    ]
    if not near:
        return None
    if is_of(tree.lower[near[0]], "steady"):
        return Found(near[0], None, noun=node, action="maintained")
    action = _action(scene, near[0], node)
    return None if action is None else Found(near[0], None, noun=node, action=action)


def unchanged(scene: Scene, node: int) -> Found | None:
    """ "Guidance is unchanged", "our outlook remains intact", "left its outlook unchanged"."""
    tree = scene.tree
    noun = _whole(tree, node)
    steady = next((n for n in range(noun + 1, len(tree)) if is_of(tree.lower[n], "steady")), None)
    if steady is None or tree.label[noun] not in ("nsubj", "nsubj:pass", "obj"):
        return None
    verb = tree.head[noun]
    if tree.label[noun] == "obj":
        between = range(noun + 1, steady)
        tied = len(between) < STEADY_NEAR and not any(tree.words[n] == "," or tree.tags[n][:2] == "VB" for n in between)
        if tree.lemma(verb) not in ("leave", "keep", "hold", "maintain") or not tied:
            return None
        return Found(steady, verb, noun=node, action="maintained")
    if verb != steady and not (is_of(tree.lemma(verb), "steady verb") and steady in tree.children[verb]):
        return None
    return Found(steady, verb, noun=node, action="maintained")


def kept_to(scene: Scene, node: int) -> Found | None:
    """ "stuck to its forecast", "stands by its guidance"."""
    tree = scene.tree
    noun = _whole(tree, node)
    verb, case = tree.head[noun], tree.case(noun)
    if (
        verb < 0
        or tree.label[noun] != "obl"
        or case not in ("to", "by")
        or not is_of(tree.lemma(verb), f"keeping to:{case}")
    ):
        return None
    return Found(verb, verb, noun=node, action="maintained")


def announced(scene: Scene, node: int) -> Found | None:
    """ "announced the withdrawal of its guidance"."""
    tree = scene.tree
    noun = tree.head[node]
    if (
        tree.label[node] != "nmod"
        or noun < 0
        or tree.case(node) not in ("of", "in", "to")
        or tree.lower[noun] not in NOUNS
    ):
        return None
    verb = tree.head[noun]
    if verb < 0 or tree.label[noun] != "obj" or not is_of(tree.lemma(verb), "announcing"):
        return None
    return Found(noun, verb, noun=node, action=NOUNS[tree.lower[noun]])


def warned(scene: Scene, node: int) -> Found | None:
    """ "issued a profit warning"."""
    tree = scene.tree
    if tree.lower[node] not in ("warning", "warnings") or not any(
        tree.lower[c] in ("profit", "profits", "earnings", "revenue", "sales") for c in tree.all(node, "compound")
    ):
        return None
    verb = tree.head[node]
    if tree.label[node] != "obj" or verb < 0 or tree.lemma(verb) not in ("issue", "make", "give", "post", "publish"):
        return None
    return Found(node, verb, noun=node, action="lowered")


def _whole(tree: Tree, node: int) -> int:
    """The noun that guidance stands for: "guidance range", "the top end of its guidance"."""
    for _ in range(2):
        up = tree.head[node]
        tied = tree.label[node] == "compound" or (tree.label[node] == "nmod" and tree.case(node) == "of")
        if up < 0 or tree.lower[up] not in RANGES or not tied:
            break
        node = up
    return node


def _verb_above(tree: Tree, noun: int) -> int | None:
    """The verb whose object a noun is, or the first of a list of objects."""
    for _ in range(3):
        up = tree.head[noun]
        if up < 0:
            return None
        if tree.label[noun] == "obj" and tree.tags[up][:2] == "VB":
            return up
        if tree.label[noun] != "conj":
            return None
        noun = up
    return None


def _action(scene: Scene, verb: int, noun: int) -> str | None:
    """What a verb does to guidance: of "give" and "issue" only where the guidance is of something."""
    tree = scene.tree
    lemma = tree.lemma(verb)
    near = {tree.lower[n] for n in (*tree.children[verb], *tree.children[noun]) if n > verb}
    if lemma == "revise":
        return "raised" if near & UP else "lowered" if near & DOWN else None
    action = ACTIONS.get(lemma)
    if lemma == "leave" or (lemma == "keep" and tree.child(verb, "xcomp") is not None):
        return None  # read by "unchanged"
    if action == INITIATED and not (is_of(tree.lower[noun], "guidance") and _measured(scene, noun)):
        return None
    return action


WARNED: tuple[ActRule, ...] = (
    ActRule("profit warning", warned, "Bolt issued a profit [warning]. -> a profit warning", "Bolt issued a storm warning."),
)  # fmt: skip
"""What is guidance and its lowering in one noun."""

GUIDANCE: tuple[ActRule, ...] = (
    ActRule("guidance unchanged", unchanged, "Our full-year guidance remains [unchanged]. -> Our full-year guidance", "Our prices remain unchanged."),
    ActRule("done to guidance", done_to, "Bolt [withdraws] its full-year guidance. -> its full-year guidance", "Bolt withdraws its product."),
    ActRule("verb before guidance", in_order, "Bolt reports results; [reaffirms] full year guidance -> full year guidance",
            "Bolt reports results; full year guidance"),
    ActRule("guidance has been", has_been, "Its sales forecast has been [withdrawn]. -> Its sales forecast", "Its sales forecast has been seen."),
    ActRule("guidance in a headline", fragment, "Full-year outlook [unchanged] -> Full-year outlook", "Full-year outlook in brief"),
    ActRule("kept to guidance", kept_to, "Bolt [stuck] to its profit forecast. -> its profit forecast", "Bolt points to its profit forecast."),
    ActRule("announced of guidance", announced, "Bolt announced the [withdrawal] of its guidance. -> its guidance",
            "Bolt announced the publication of its guidance."),
)  # fmt: skip
