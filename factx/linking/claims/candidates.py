"""What an amount can be about, and what it can be: the nouns of its sentence, and what a text means without naming it there.

A candidate is a place and what it is like, as features; `ranking` weighs them, for the subject and for what the amount is. Only
what may be chosen is put into words: `named` says whom a candidate names, `described` what it calls the amount.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from factx import lexicon
from factx.linking.claims.around import Around, Candidate
from factx.linking.claims.referents import NOUNS, key_of
from factx.linking.claims.scene import measured
from factx.linking.claims.shares import predicate_of, predicated
from factx.linking.claims.what import change_phrase, lowered, named_quantity, predicate, with_rate
from factx.linking.claims.wording import done
from factx.linking.claims.words import AGENT_NOUNS, is_quantity

__all__ = ["described", "kinds", "named", "subjects"]

NAMING = frozenset((*NOUNS, "PRP", "PRP$"))
"""Tags of words that can name somebody or something."""
PARTS = frozenset(("flat", "goeswith", "punct", "case", "cc", "mark", "det"))
NEAR = (3, 5, 9, 18)
"""Words between noun and amount that are told apart."""
REACH = 30
"""Words of a sentence, on either side of the amount, whose nouns are looked at."""
RANKS, MARKS = 4, 3
"""Nouns between noun and amount, and commas or verbs, that are told apart."""
OFTEN = (2, 4, 8)
"""Times that a name stands in the text that are told apart."""


def named(around: Around, base: str | None, candidate: Candidate) -> str | None:
    """Whom or what a candidate names; None where the text does not tell; `base`: the subject of the amount before."""
    owners, scene, ref, node = around.owners, around.scene, around.ref, candidate.node
    match candidate.place:
        case "issuer":
            return owners.referents.issuer
        case "protagonist":
            return owners.referents.protagonist
        case "speaker":
            return owners.referents.ours(owners.speaker, scene.sentence.start)
        case "topic":
            return owners.referents.antecedent(scene, scene.head[ref])
        case "base":
            return base
        case "headed":
            return owners.headed
        case "title":
            return owners.referents.headline
        case "last":
            return around.last
        case "change":
            return change_phrase(scene, around.frame)
        case "share" if node is not None:
            return predicated(scene, node)
        case "predicate" if node is not None:
            return predicate(scene, ref, node)
    if node is None:
        return None
    word, label = owners.tree.lower[node], owners.tree.label[node]
    somebody = owners.is_named(node) or word in AGENT_NOUNS or (label.startswith("nsubj") and not is_quantity(word))
    return owners.text(node) if somebody else owners.phrase(node)


def described(around: Around, candidate: Candidate, worded: str | None) -> str | None:
    """What a candidate says that the amount is; `worded`: by the rules."""
    scene, node = around.scene, candidate.node
    if candidate.place == "worded" or (worded is not None and node is not None and node == around.frame.quantity):
        return worded
    if node is None:
        return with_rate(scene, around.ref, candidate.place)
    without = [*scene.whole[around.ref], around.frame.node]
    verb = candidate.place == "verb"
    text = lowered(scene, done(scene, node, without, whole=True) if verb else named_quantity(scene, node), node)
    return with_rate(scene, around.ref, text) if any(c.isalpha() for c in text) else None


def subjects(around: Around, base: str | None) -> list[Candidate]:
    """All that the amount can be about, "none" first; `base`: the subject of the amount that it is compared with."""
    return [*_elsewhere(around, base), *nouns(around)]


def kinds(around: Around, worded: str | None) -> list[Candidate]:
    """All that the amount can be; `worded`: what the rules call it."""
    tree, verb = around.tree, around.frame.verb
    tied = "noun" if around.frame.quantity is not None else "verb"
    found = "none" if worded is None else f"{tied} {min(len(worded.split()), 5)}"
    out = [_unnamed(around, "worded", found), _unnamed(around, "value"), _unnamed(around, "price")]
    for depth in range(2):
        if verb is None or tree.tags[verb][:2] != "VB":
            break
        out.append(_unnamed(around, f"verb {depth}", "", verb))
        verb = tree.clause_of(tree.head[verb])
    return out + nouns(around)


def _elsewhere(around: Around, base: str | None) -> Iterator[Candidate]:
    """What stands nowhere in the sentence."""
    referents, owners, frame = around.referents, around.owners, around.frame
    speaker, issuer, protagonist = owners.speaker, referents.speakers.issuer, referents.protagonist
    yield _unnamed(around, "none")
    if issuer is not None:
        yield _unnamed(around, "issuer", f"{speaker == issuer} {_same(around, referents.issuer)}")
        protagonist = None if referents.is_protagonist(referents.issuer) else protagonist
    whom = {"protagonist": protagonist, "headed": owners.headed, "title": referents.headline, "last": around.last}
    for place, name in whom.items():
        if name is not None:
            yield _unnamed(around, place, _same(around, name))
    if speaker is not None and speaker != issuer:
        yield _unnamed(around, "speaker", str(referents.speakers.clusters[speaker].kind == "person"))
    yield _unnamed(around, "topic")
    if base is not None and frame.base is not None:
        yield _unnamed(around, "base", str(around.scene.alike(frame.base, around.ref)))
    if around.kind != "money":
        said = predicate_of(around.scene, around.ref)
        if said is not None:
            yield _unnamed(around, "share", around.tree.lemma(said), said)
        if frame.verb is not None:
            yield _unnamed(around, "predicate", around.tree.label[frame.verb], frame.verb)
        if frame.anchor is not None and frame.base is None and around.tree.tags[frame.anchor] in ("NN", "NNS"):
            yield _unnamed(around, "change", "", frame.anchor)


def _same(around: Around, name: str | None) -> str:
    """In which ways the text is about somebody: as the issuer, by a heading, in its title."""
    return "-" if name is None else around.owners.keys.get(key_of(name), "-")


def _unnamed(around: Around, place: str, more: str = "", node: int | None = None) -> Candidate:
    """What no noun of the sentence names: which subjects the sentence offers instead."""
    told = [f"{place}|{more}", f"{place}|{around.offers[1]}|{more}"]
    return Candidate(place.partition(" ")[0], node, told, (place,), around.offered)


def nouns(around: Around) -> list[Candidate]:
    """The nouns of the sentence that are no part of a name, an amount or a time."""
    if around.nouns is None:
        places = list(_noun_places(around))
        before = [node for node in places if node < around.node]
        behind = [node for node in places if node > around.node]
        ranks = {node: f"before {min(n, RANKS)}" for n, node in enumerate(reversed(before))}
        ranks |= {node: f"behind {min(n, RANKS)}" for n, node in enumerate(behind)}
        around.nouns = [_noun(around, node, ranks.get(node, "0")) for node in places]
        if before:
            around.nouns[0].features.append(f"first|{around.class_of(before[0])}|{around.kind}")
    return around.nouns


def _noun_places(around: Around) -> Iterator[int]:
    tree, scene = around.tree, around.scene
    for node in range(max(0, around.node - REACH), min(len(tree), around.node + REACH)):
        if tree.tags[node] not in NAMING or tree.label[node] in PARTS:
            continue
        counted = node == around.node and around.kind != "money"
        taken = node in scene.covered or (node in scene.whole[around.ref] and not counted)
        inside = tree.label[node] == "compound" and node != around.frame.quantity and not _is_name(around, node)
        if not (taken or inside or node in scene.time_nodes or measured(tree, node) != node):
            yield node


def _is_name(around: Around, node: int) -> bool:
    """The last word of somebody's name: the "Bolt" of "Bolt shares"."""
    mention = around.referents.name_at(around.tree.start[node])
    return mention is not None and mention.kind in ("organization", "person") and around.tree.end[node] >= mention.end


def _noun(around: Around, node: int, rank: str) -> Candidate:
    """What a noun is like, its roles, the path to it, and how many words, nouns, commas, verbs and amounts stand on the way."""
    tree, kind = around.tree, around.kind
    word, gap = tree.lower[node], node - around.node
    name, label, det, case, says = around.itself(node)
    near = f"{'before' if gap < 0 else 'behind'} {bisect_right(NEAR, abs(gap))}" if gap else "0"
    path, (front, verb, behind) = f"path {around.path(node)}", around.beside
    commas, verbs, others = around.scene.between_nodes(node, around.node, MARKS)
    over, past = f"over {commas} {verbs} {rank[:6]}", f"past {others} {rank[:6]}"
    out = [
        path,
        f"{path}|{name}",
        f"{path}|{verb}",
        f"is {name}|{kind}",
        f"{near}|{name}",
        f"{label}|{name}|{kind}",
        f"{det}|{name}",
        f"{says}|{label}",
        f"word {word}",
        f"word {word}|{kind}",
        f"prev {around.word(node - 1)}|{label}",
        f"next {around.word(node + 1)}|{label}",
        f"verb {verb}|{label}|{name}",
        f"tied {front}|{label}|{name}",
        f"behind {behind}|{label}|{name}",
        f"{rank}|{kind}",
        f"{rank}|{name}",
        over,
        f"{over}|{label}|{name}",
        past,
        f"{past}|{label}|{kind}",
    ]
    out += [f"class {letter}|{kind}|{label}" for letter in lexicon.noun_classes().get(word, "")]
    if tree.tags[node][:3] == "NNP":
        text, mention = around.referents.document.text, around.referents.name_at(tree.start[node])
        same = f"same {_same(around, tree.words[node] if mention is None else text[mention.start : mention.end])}"
        often = bisect_right(OFTEN, around.referents.mentioned[tree.words[node]])
        out += (f"often {often}|{label}", same, f"{same}|{label}", f"{same}|{over}", f"{same}|{around.line}")
    own, roles = ("", f"|{name}", f"|{near}", f"|{says}", f"|{case}"), around.roles.get(node)
    return Candidate("noun", node, out, roles or ("other",), own if roles is None else (*own, *around.crossed))
