"""What an act is about: of an apology what stands behind its preposition, or the object or clause of regret; the guidance, of what
metric and time it is, and what is done to it."""

from __future__ import annotations

import re

from factx.linking.acts.rules import Found, among, of
from factx.linking.acts.ties import FRONT, NEAR, NOUNS
from factx.linking.claims.guided import ACTIONS, without_guidance
from factx.linking.claims.metric import metric_of
from factx.linking.claims.scene import Scene
from factx.linking.claims.wording import noun_phrase
from factx.syntax import Tree

__all__ = ["about_of", "action_of", "is_guidance", "metric_behind", "span_of"]

LONGEST, SEPARATE = 40, ("conj", "parataxis")
"""Words that what an act is about has at most; relations of a verb to a clause that says something else."""
BESIDE = re.compile(r"\bwarnings?\b|\bfor (?:the|a) \w+ time\b.*", re.IGNORECASE | re.DOTALL)
"""What is no part of the metric that guidance is of."""


def about_of(scene: Scene, found: Found) -> range:
    """The nodes; none where the text does not say."""
    tree, cue = scene.tree, found.cue
    if found.noun is not None:
        return _guidance(scene, found, found.noun)
    for child in tree.children[cue] if among(tree, [cue], "regret") and found.verb == cue else ():
        if child > cue and (tree.label[child] == "obj" or tree.tags[child] == "VBG"):
            return _branch(tree, child, cue + 1)  # "I regret not acting sooner"
    return _reason(scene, cue, tree.root if found.verb is None else found.verb) or _clause(tree, cue)


def span_of(scene: Scene, found: Found) -> tuple[int, int]:
    """From the verb, with its auxiliaries, to the end of what it is done for or to; of a passive from the guidance to the verb."""
    tree, verb, cue = scene.tree, found.verb, found.cue
    nodes = [cue, *found.about]
    if verb is not None and (tree.tags[verb][:2] == "VB" or verb == cue):
        near = (n for n in tree.group(verb) if abs(n - verb) <= 4)
        nodes += [n for n in near if found.noun is not None or n <= cue <= n + NEAR]
    elif verb is None and found.noun is None:
        nodes += tree.all(cue, "nmod:poss")  # "our apologies"
    return tree.start[min(nodes)], tree.end[max(nodes)]


def _reason(scene: Scene, cue: int, clause: int) -> range:
    """What stands behind the first "for", "over", "about" behind the cue, in its clause (`clause`: its predicate).

    It is looked for by the preposition and not by what it hangs on: the parse hangs "to customers for the delay" on the customers.
    """
    tree = scene.tree
    inside = {*tree.inside(clause), *tree.inside(cue)}
    for node in range(cue + 1, min(len(tree), cue + LONGEST)):
        if tree.lower[node] in (";", ":") or (tree.label[node] in SEPARATE and tree.tags[node][:2] == "VB"):
            break
        top = tree.head[node]
        opens = among(tree, [node], "reason") and tree.label[node] in ("case", "mark")
        if opens and top > node and top in inside and top not in scene.time_nodes:
            up = tree.head[top]  # "for any inconvenience caused", where the parse made a clause of it
            caused = up > top and tree.tags[up] == "VBN" and tree.label[top] in ("nsubj", "nsubj:pass")
            return _harmed(tree, _branch(tree, up if caused else top, node + 1))
    return range(0)


def _harmed(tree: Tree, about: range) -> range:
    """ "for the harm to its customers", where the parse hangs those on the verb: with them."""
    to = about.stop
    if not about or to + 1 >= len(tree) or tree.lower[to] != "to" or tree.label[to] != "case":
        return about
    return range(about.start, _branch(tree, tree.head[to], to).stop) if tree.label[tree.head[to]] == "obl" else about


def _clause(tree: Tree, node: int) -> range:
    """ "sorry that this happened", "We are sorry this happened": the clause of sorrow, without its "that"."""
    if among(tree, [node], "sorry|regret"):
        for child in (*tree.all(node, "ccomp", "acl", "advcl"), *tree.all(tree.head[node], "ccomp")):
            bare = tree.mark(child) == "" and tree.label[child] == "ccomp" and tree.own_subject(child) is not None
            if child > node and (bare or tree.mark(child) == "that"):
                return _branch(tree, child, node + 1 if bare else (tree.child(child, "mark") or node) + 1)
    return range(0)


def _branch(tree: Tree, top: int, first: int) -> range:
    """An unbroken stretch of what hangs on a node, from `first` on; a clause that is coordinated with a noun is left out."""
    inside = set(tree.inside(top))
    for node in tree.all(top, *SEPARATE):
        if tree.is_finite(node) and not tree.is_finite(top):
            inside -= set(tree.inside(node))
    most = min(len(tree), first + LONGEST)
    stop = next((node for node in range(first, most) if node not in inside), most)
    while stop > first and tree.label[stop - 1] in ("cc", "punct") and tree.words[stop - 1] not in (")", "%"):
        stop -= 1
    return range(first, stop)


def _guidance(scene: Scene, found: Found, noun: int) -> range:
    """The noun with its owner and what restricts it: not how often, when or why something is done to it."""
    tree, cue = scene.tree, found.cue
    phrase = tree.phrase_nodes(noun)
    first, last = phrase[0], noun
    before = [n for n in (cue, found.verb) if n is not None and n < noun]
    front = max(before, default=noun)  # of "left its outlook unchanged" the verb
    if front < noun and all(tree.tags[n] in FRONT for n in range(front + 1, first)):
        first = front + 1 + (tree.tags[front + 1] in ("CC", "RB"))  # "our revenue and profit guidance"
    while last + 1 in phrase and last + 1 not in (cue, found.verb) and not _is_done_so(scene, noun, last + 1):
        last += 1
    if tree.lower[last + 1 : last + 2] == ["for"]:  # "withdrew its guidance for 2024", where that hangs on the verb
        timed = (nodes for nodes in scene.dated if last + 2 in nodes and not {cue, found.verb} & set(nodes))
        last = next((nodes[-1] for nodes in timed), last)
    if (behind := _behind(scene, noun)) is not None:
        last = max(last, *(n for n in tree.phrase_nodes(behind) if not last < cue <= n))
    return range(first, last + 1)


def _behind(scene: Scene, noun: int) -> int | None:
    """ "raised its expectations for operating profit", where the parse hangs the profit on the verb: it is the guidance's."""
    tree, opens = scene.tree, scene.tree.phrase_nodes(noun)[-1] + 1
    if tree.lower[opens : opens + 1] != ["for"] or tree.label[opens] != "case" or _is_done_so(scene, noun, opens):
        return None
    top = tree.head[opens]
    return top if top > opens and tree.label[top] == "obl" and tree.head[top] == tree.head[noun] else None


def _inside(scene: Scene, noun: int) -> list[int]:
    """The nodes of guidance, with the phrase that only hangs on the same verb."""
    behind = _behind(scene, noun)
    return [*scene.tree.inside(noun), *(scene.tree.inside(behind) if behind is not None else ())]


def _is_done_so(scene: Scene, noun: int, node: int) -> bool:
    """Does a phrase begin that says when ("in May"), how often ("for the second time") or why something is done to guidance?"""
    tree, up = scene.tree, scene.tree.head[node]
    acted = among(tree, [node], "acted") and up in scene.time_nodes
    often = tree.lower[up].split(" ")[-1] in ("time", "times") or (tree.label[node] == "advmod" and up == noun)
    return acted or often or among(tree, [node], "why")


def is_guidance(scene: Scene, noun: int) -> bool:
    """Is a noun what a company forecasts of itself, and no weather forecast, credit outlook or advice of an authority?"""
    tree, word = scene.tree, scene.tree.lower[noun]
    if word not in of("guidance|measured guidance|warning"):
        return False
    inside = _inside(scene, noun)
    others = among(tree, (n for n in inside if n < noun), "other guidance|public body|forecasting body")
    if others or among(tree, inside, "no finance"):
        return False
    if word in of("warning"):
        return metric_behind(scene, noun) is not None
    advice = any(tree.case(c) in of("advising") for c in tree.all(noun, "nmod"))  # "guidance on masks"
    return (word in of("guidance") and not advice) or _measured(scene, noun)


def _measured(scene: Scene, noun: int) -> bool:
    """Has it a metric, a period or a word that makes it a company's?"""
    inside = _inside(scene, noun)
    timed = any(when in inside for when in scene.when) or among(scene.tree, (n for n in inside if n < noun), "spans")
    return timed or metric_behind(scene, noun) is not None


def metric_behind(scene: Scene, noun: int) -> str | None:
    """The metric that guidance is of; None where it is of several or of none that is known."""
    behind = _behind(scene, noun)
    parts = [noun, *([behind] if behind is not None and behind not in scene.time_nodes else ())]
    phrase = without_guidance(BESIDE.sub("", " for ".join(noun_phrase(scene, node, listed=True) for node in parts)))
    known = {metric_of(part.strip()) for part in phrase.replace(",", " and ").split(" and ")} - {None, "guidance"}
    return known.pop() if len(known) == 1 else None


def action_of(scene: Scene, noun: int, word: int) -> str | None:
    """What a word does to guidance: "give" and "issue" only where the guidance is of something."""
    tree, lemma = scene.tree, scene.tree.lemma(word)
    if lemma in of("steady|keeping to|keeping by"):
        return "maintained"
    if ACTIONS.get(lemma) == "changed":
        near = {tree.lower[n] for n in (*tree.children[word], *tree.children[noun]) if n > word}
        ways = {"raised": "upwards", "lowered": "downwards"}
        return next((action for action, way in ways.items() if of(way) & near), None)
    action = NOUNS.get(lemma) if tree.tags[word][:2] == "NN" else ACTIONS.get(lemma)
    new = action == "initiated"
    return action if not new or (tree.lower[noun] in of("guidance") and _measured(scene, noun)) else None
