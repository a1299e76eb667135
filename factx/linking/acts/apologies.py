"""Apologies and regret: a table of the ways in which somebody says sorry.

>>> import factx
>>> facts = factx.extract("Bolt plc apologised to its customers for the delay.")
>>> [(act.kind, act.actor, act.about) for act in facts.acts]
[('apology', 'Bolt plc', 'the delay')]
"""

from __future__ import annotations

from factx.linking.acts.about import branch, clause_of_reason, reason_of
from factx.linking.acts.found import ActRule, Found
from factx.linking.acts.words import is_of
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import SPEECH
from factx.syntax import Tree

__all__ = ["APOLOGIES", "CUES"]

CUES = ("apologise", "apology noun", "sorry", "regret")
"""Stems of the words that can be a cue."""
REGRETS = frozenset(("regret", "regrets", "regretted", "regretting"))
ALWAYS_PART = ("nsubj", "nsubj:pass", "nmod", "conj", "obl", "compound", "appos")
"""Relations of what is no statement of its own."""
OURS = frozenset(("our", "my"))
SORRY = frozenset(("be", "feel", "become"))
NEWS = frozenset(("hear", "see", "learn", "say", "inform", "report", "announce", "disappoint", "interrupt"))
"""Verbs behind "sorry to" that are no apology, or a polite one for what is not told."""
THEIRS = frozenset(("they", "he", "she", "you", "people"))
"""Subjects of what is regretted of others."""
SOMEBODY = ("NNP", "NNPS", "PRP")
DESCRIBING = ("JJ", "PRP$", "DT", "RB")
PITY = frozenset(("your", "you", "him", "her", "them"))


def apologise(scene: Scene, node: int) -> Found | None:
    """The verb itself. As a participle that the parse took for a noun, too ("a statement apologising for the outage")."""
    tree = scene.tree
    if not is_of(tree.lower[node], "apologise"):
        return None
    verb: int | None = node
    if tree.tags[node] == "NNS" and node > 0 and (tree.tags[node - 1] in SOMEBODY or tree.tags[node - 1] == "RB"):
        return _untagged(scene, node)
    if tree.tags[node][:2] != "VB":
        if not tree.lower[node].endswith("ing") or tree.child(node, "det", "case") is not None:
            return None
        verb = tree.clause_of(node)
    enough = tree.lower[node + 1 : node + 2] == ["enough"]  # "I cannot apologise enough"
    return Found(node, verb, about=_about(scene, node, verb), performs=enough)


def _untagged(scene: Scene, node: int) -> Found | None:
    """ "Bolt apologises for any distress caused", where the parse took the verb for a noun: the name in front does it."""
    tree = scene.tree
    actor = node - 1 if tree.tags[node - 1] in SOMEBODY else node - 2
    if (
        actor < 0
        or tree.tags[actor] not in SOMEBODY
        or any(is_of(word, "unsure") for word in tree.lower[max(0, actor - 3) : actor])
    ):
        return None
    return Found(node, None, about=reason_of(scene, node, tree.root), actor=actor, performs=True)


def offer(scene: Scene, node: int) -> Found | None:
    """An apology that is issued, offered, made."""
    tree = scene.tree
    verb = _verb_of_object(tree, node)
    if (
        not is_of(tree.lower[node], "apology noun")
        or verb is None
        or not is_of(tree.lemma(verb), "offering")
        or _none(tree, node)
    ):
        return None
    return Found(node, verb, about=_about(scene, node, verb))


def offered(scene: Scene, node: int) -> Found | None:
    """The same in the passive."""
    tree = scene.tree
    verb = tree.head[node]
    if (
        not is_of(tree.lower[node], "apology noun")
        or tree.label[node] != "nsubj:pass"
        or not is_of(tree.lemma(verb), "offering")
    ):
        return None
    if _none(tree, node):
        return None
    agent = next((c for c in tree.all(verb, "obl") if tree.case(c) == "by"), None)
    return Found(node, verb, about=_about(scene, node, verb), actor=agent, noun=node)


def accept(scene: Scene, node: int) -> Found | None:
    """ "Please accept our apologies": done by being said."""
    tree = scene.tree
    verb = _verb_of_object(tree, node)
    own = tree.child(node, "nmod:poss")
    if not is_of(tree.lower[node], "apology noun") or verb is None or tree.lemma(verb) != "accept" or own is None:
        return None
    if tree.lower[own] not in OURS or tree.tags[verb] not in ("VB", "VBP"):
        return None
    return Found(node, verb, about=_about(scene, node, verb), actor=own, performs=True)


def ours_alone(scene: Scene, node: int) -> Found | None:
    """ "Our sincere apologies for the delay.", "My apologies to all of you": without a verb."""
    tree = scene.tree
    own = tree.child(node, "nmod:poss")
    if not is_of(tree.lower[node], "apology noun") or own is None or tree.lower[own] not in OURS:
        return None
    first = min(n for n in (node, own, *tree.children[node]) if tree.words[n][0].isalnum())
    begins = first == 0 or not tree.words[first - 1][-1].isalnum()  # "“Our apologies for the wait,” said …"
    top = (
        tree.label[node] == "root"
        or (begins and (tree.label[node] not in ALWAYS_PART or _is_told(tree, node)))
        or (tree.label[node] in ("nsubj", "parataxis") and tree.lower[tree.head[node]] in ("to", "go"))
    )
    if not top or tree.child(node, "nsubj", "cop") is not None:
        return None
    return Found(node, node, about=_about(scene, node, node), actor=own, performs=True)


def _is_told(tree: Tree, node: int) -> bool:
    """Is it the words of a quotation that the parse took for the subject of "said"?"""
    return (
        tree.label[node] == "nsubj"
        and tree.lemma(tree.head[node]) in SPEECH
        and len(tree.all(tree.head[node], "nsubj")) > 1
    )


def sorry(scene: Scene, node: int) -> Found | None:
    """ "We are sorry for this", "it was sorry that …": and not sorry to hear, nor sorry for somebody."""
    tree = scene.tree
    if (
        tree.lower[node] != "sorry"
        or tree.child(node, "cop") is None
        or tree.own_subject(node) is None
        or _news(tree, node)
    ):
        return None
    if tree.lower[tree.own_subject(node) or 0] in PITY:
        return None  # "it seemed that you were sorry"
    about = _about(scene, node, node) or clause_of_reason(scene, node)
    if about and any(tree.lower[n] in PITY for n in about[:2]) and not _finite_inside(tree, about):
        return None  # "sorry for you", "sorry for your loss"
    if about and any(is_of(tree.lower[n], "mourned") for n in about):
        return None
    return Found(node, node, about=about)


def sorry_alone(scene: Scene, node: int) -> Found | None:
    """ "Sorry for the delay": a sentence, or the beginning of a quotation, without a subject."""
    tree = scene.tree
    if (
        tree.lower[node] != "sorry"
        or tree.child(node, "cop", "nsubj") is not None
        or tree.lower[node + 1 : node + 2] not in (["for"], ["about"])
    ):
        return None
    first = node - 1 if node > 0 and tree.lower[node - 1] in ("so", "very", "really", "truly") else node
    if not tree.words[first][0].isupper() or (first > 0 and tree.words[first - 1][-1].isalnum()):
        return None
    about = _about(scene, node, tree.root)
    if not about or tree.lower[about[0]] in PITY or any(is_of(tree.lower[n], "mourned") for n in about):
        return None
    return Found(node, None, about=about, performs=True)


def say_sorry(scene: Scene, node: int) -> Found | None:
    """ "The bank said sorry to customers"."""
    tree = scene.tree
    verb = node - 1
    while verb > 0 and tree.tags[verb] == "RB":
        verb -= 1
    if (
        tree.lower[node] != "sorry"
        or verb < 0
        or tree.lemma(verb) != "say"
        or tree.child(node, "cop") is not None
        or _news(tree, node)
    ):
        return None
    return Found(node, verb, about=_about(scene, node, verb))


def regret(scene: Scene, node: int) -> Found | None:
    """ "We regret any inconvenience": and not a death, what others decided, or "regret to inform"."""
    tree = scene.tree
    if tree.lower[node] not in REGRETS or tree.tags[node][:2] != "VB" or not _is_now(tree, node):
        return None
    subject = tree.subject(node)
    if subject is None or subject in scene.taken or _many(tree, subject):
        return None
    if tree.lower[node + 1 : node + 2] == ["to"]:
        return None
    thing = next((c for c in tree.all(node, "obj") if c > node), None)
    gerund = next((c for c in tree.all(node, "xcomp", "ccomp", "advcl") if tree.tags[c] == "VBG" and c > node), None)
    if thing is None and gerund is not None and min(tree.inside(gerund)) == node + 1:
        return Found(node, node, about=branch(tree, gerund, node + 1))  # "I regret not acting sooner"
    if thing is None:
        return _of_own(tree, Found(node, node, about=clause_of_reason(scene, node)))
    owns = tree.child(thing, "nmod:poss")
    ours = owns is not None and tree.tags[owns] == "PRP$" and tree.lower[owns] not in PITY
    if is_of(tree.lower[thing], "mourned") or (is_of(tree.lower[thing], "others' acts") and not ours):
        return None
    first = min(n for n in tree.inside(thing) if n > node)
    return Found(node, node, about=branch(tree, thing, first))


def _many(tree: Tree, subject: int) -> bool:
    """ "14% regret their use of credit cards", "borrowers say they regret it": what many feel is no act."""
    if tree.tags[subject] == "NNS" and tree.child(subject, "det", "nmod:poss") is None:
        return True
    return tree.lower[subject] in ("they", "you", "people") or any(c.isdigit() or c == "%" for c in tree.words[subject])


def _is_now(tree: Tree, node: int) -> bool:
    """ "Bolt regrets", "Bolt said it regretted"; "he regretted that he had sold" tells a feeling of then."""
    told = tree.label[node] == "ccomp" and tree.lemma(tree.head[node]) in SPEECH
    return tree.tags[node] != "VBN" and (told or tree.tense(node) not in ("past", "perfect"))


def express(scene: Scene, node: int) -> Found | None:
    """ "The company expressed regret over the accident"."""
    tree = scene.tree
    if tree.lower[node] not in ("regret", "regrets", "remorse"):
        return None
    verb = node - 1
    while verb >= 0 and tree.tags[verb] in DESCRIBING:  # the parse takes "regret" for anything behind "expressed"
        verb -= 1
    if verb < 0 or not is_of(tree.lemma(verb), "expressing") or tree.tags[verb][:2] != "VB" or _none(tree, node):
        return None
    return _of_own(tree, Found(node, verb, about=_about(scene, node, verb) or clause_of_reason(scene, node)))


def _of_own(tree: Tree, found: Found) -> Found | None:
    """Regret of a reason that is told, and is neither mourning nor what others did."""
    words = [tree.lower[n] for n in found.about]
    if not words or words[0] in THEIRS or any(is_of(word, "mourned", "others' acts") for word in words[:4]):
        return None
    return found


def _about(scene: Scene, cue: int, clause: int | None) -> tuple[int, ...]:
    return reason_of(scene, cue, cue if clause is None else clause)


def _verb_of_object(tree: Tree, node: int) -> int | None:
    """The verb that a noun is the object of."""
    up = tree.head[node]
    if tree.label[node] == "conj" and up >= 0:
        node, up = up, tree.head[up]  # "offered its thanks and apologies"
    return up if tree.label[node] in ("obj", "iobj", "xcomp") and up >= 0 and tree.tags[up][:2] == "VB" else None


def _none(tree: Tree, node: int) -> bool:
    """ "no apology"."""
    return any(tree.lower[c] in ("no", "any", "neither", "without") for c in tree.children[node])


def _news(tree: Tree, node: int) -> bool:
    """ "sorry to hear"; "sorry to have let you down" is an apology."""
    behind = [n for n in range(node + 1, min(len(tree), node + 4)) if tree.tags[n][:2] == "VB"]
    return tree.lower[node + 1 : node + 2] == ["to"] and bool(behind) and tree.lemma(behind[0]) in NEWS


def _finite_inside(tree: Tree, nodes: tuple[int, ...]) -> bool:
    return any(tree.tags[n] in ("VBD", "VBZ", "VBP") for n in nodes)


APOLOGIES: tuple[ActRule, ...] = (
    ActRule("apologise", apologise, "Bolt [apologised] to customers for the delay. -> the delay", "Bolt sent an apologetic letter."),
    ActRule("offer an apology", offer, "Bolt has issued an [apology] for the delay. -> the delay", "The union demanded an apology for the delay."),
    ActRule("apology offered", offered, "An [apology] was issued for the delay. -> the delay", "An apology was demanded for the delay."),
    ActRule("accept our apologies", accept, "Please accept our sincere [apologies] for the inconvenience. -> the inconvenience",
            "The union accepted its apologies for the inconvenience."),
    ActRule("our apologies", ours_alone, "Our [apologies] for the delay. -> the delay", "Our apologies were late."),
    ActRule("be sorry", sorry, "We are truly [sorry] that this happened. -> this happened", "We are sorry to hear that this happened."),
    ActRule("sorry alone", sorry_alone, "[Sorry] for the delay. -> the delay", "Sorry for you."),
    ActRule("say sorry", say_sorry, "The bank said [sorry] for the failure. -> the failure", "The bank is in a sorry state."),
    ActRule("regret", regret, "We [regret] any inconvenience to passengers. -> any inconvenience to passengers",
            "We regret to inform passengers of the delay."),
    ActRule("express regret", express, "The company expressed its deep [regret] over the accident. -> the accident",
            "The company had no regret over the accident."),
)  # fmt: skip
