"""What an amount can be about, and what it can be: the nouns of its sentence, and what a text means without naming it there.

A candidate is a place and what it is like, as features; `ranking` weighs them, for the subject and for what the amount is. Only
what may be chosen is put into words: `named` says whom a candidate names, `described` what it calls the amount.
"""

from __future__ import annotations

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
    return [*_unnamed(around, base), *nouns(around)]


def kinds(around: Around, worded: str | None) -> list[Candidate]:
    """All that the amount can be; `worded`: what the rules call it."""
    tree, verb = around.tree, around.frame.verb
    tied = "noun" if around.frame.quantity is not None else "verb"
    found = "none" if worded is None else f"{tied} {min(len(worded.split()), 5)}"
    out = [Candidate("worded", None, _told(around, "worded", found))]
    out += [Candidate(word, None, _told(around, word)) for word in ("value", "price")]
    for depth in range(2):
        if verb is None or tree.tags[verb][:2] != "VB":
            break
        out.append(Candidate("verb", verb, _told(around, f"verb {depth}")))
        verb = tree.clause_of(tree.head[verb]) if tree.head[verb] >= 0 else None
    return out + nouns(around)


def _unnamed(around: Around, base: str | None) -> Iterator[Candidate]:
    """What stands nowhere in the sentence."""
    referents, speaker, frame = around.referents, around.owners.speaker, around.frame
    speakers = referents.speakers
    yield Candidate("none", None, _told(around, "none"))
    if speakers.issuer is not None:
        main = referents.is_protagonist(referents.issuer)
        own = f"{speaker == speakers.issuer} {_same(around, referents.issuer)}"
        yield Candidate("issuer", None, _told(around, "issuer", own))
    if referents.protagonist is not None and not (speakers.issuer is not None and main):
        yield Candidate("protagonist", None, _told(around, "protagonist", _same(around, referents.protagonist)))
    if around.owners.headed is not None:
        yield Candidate("headed", None, _told(around, "headed", _same(around, around.owners.headed)))
    if referents.headline is not None:
        yield Candidate("title", None, _told(around, "title", _same(around, referents.headline)))
    if around.last is not None:
        yield Candidate("last", None, _told(around, "last", _same(around, around.last)))
    if speaker is not None and speaker != speakers.issuer:
        person = speakers.clusters[speaker].kind == "person"
        yield Candidate("speaker", None, _told(around, "speaker", str(person)))
    yield Candidate("topic", None, _told(around, "topic"))
    if base is not None and frame.base is not None:
        yield Candidate("base", None, _told(around, "base", str(around.scene.alike(frame.base, around.ref))))
    if around.kind != "money":
        said = predicate_of(around.scene, around.ref)
        if said is not None:
            yield Candidate("share", said, _told(around, "share", around.tree.lemma(said)))
        if frame.verb is not None:
            yield Candidate("predicate", frame.verb, _told(around, "predicate", around.tree.label[frame.verb]))
        if frame.anchor is not None and frame.base is None and around.tree.tags[frame.anchor] in ("NN", "NNS"):
            yield Candidate("change", frame.anchor, _told(around, "change"))


def _same(around: Around, name: str | None) -> str:
    """In which ways the text is about somebody: as the issuer, by a heading, in its title."""
    return "-" if name is None else around.owners.keys.get(key_of(name), "-")


def _told(around: Around, place: str, more: str = "") -> list[str]:
    """Features of what stands nowhere: which subjects the sentence offers instead."""
    clause = around.offers[1]
    return [*[place + x for x in around.offered], f"{place}|{more}", f"{place}|{clause}|{more}"]


def nouns(around: Around) -> list[Candidate]:
    """The nouns of the sentence that are no part of a name, an amount or a time."""
    if around.nouns is None:
        places = list(_noun_places(around))
        before = [node for node in places if node < around.node]
        behind = [node for node in places if node > around.node]
        ranks = {node: f"before {min(n, RANKS)}" for n, node in enumerate(reversed(before))}
        ranks |= {node: f"behind {min(n, RANKS)}" for n, node in enumerate(behind)}
        around.nouns = [
            Candidate(
                "noun", node, [*_own_features(around, node), *_ranked(around, node, ranks.get(node, "0"), before[:1])]
            )
            for node in places
        ]
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


def _own_features(around: Around, node: int) -> list[str]:
    """What a noun is like, how far it stands from the amount, the path between them, and its roles with all of this."""
    kind, word = around.kind, around.tree.lower[node]
    name, label, det, case, says = around.itself(node)
    path, gap = around.path(node), node - around.node
    reach = sum(abs(gap) >= words for words in NEAR)
    near = "0" if gap == 0 else f"{'before' if gap < 0 else 'behind'} {reach}"
    front, verb, behind = around.beside
    out = [
        f"path {path}",
        f"path {path}|{name}",
        f"path {path}|{verb}",
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
    ]
    roles = around.roles.get(node, ("other",))
    out += [f"class {letter}|{kind}|{label}" for letter in lexicon.noun_classes().get(word, "")]
    own = ("", f"|{name}", f"|{near}", f"|{says}", f"|{case}")
    crossed = (*own, *around.crossed) if node in around.roles else own
    for role in roles:
        out += [role + x for x in crossed]
    return out


def _ranked(around: Around, node: int, rank: str, first: list[int]) -> list[str]:
    """How many nouns, commas, verbs and amounts stand between a noun and the amount, and how often its name stands in the text."""
    tree, (name, label, *_) = around.tree, around.itself(node)
    commas, verbs, others = around.scene.between_nodes(node, around.node, MARKS)
    over = f"over {commas} {verbs} {rank[:6]}"
    past = f"past {others} {rank[:6]}"
    out = [
        f"{rank}|{around.kind}",
        f"{rank}|{name}",
        over,
        f"{over}|{label}|{name}",
        past,
        f"{past}|{label}|{around.kind}",
    ]
    if [node] == first:
        out.append(f"first|{name}|{around.kind}")
    if tree.tags[node][:3] == "NNP":
        often = around.referents.mentioned[tree.words[node]]
        out.append(f"often {sum(often >= n for n in OFTEN)}|{label}")
        mention = around.referents.name_at(tree.start[node])
        text = around.referents.document.text
        same = _same(around, tree.words[node] if mention is None else text[mention.start : mention.end])
        out += [f"same {same}", f"same {same}|{label}", f"same {same}|{over}", f"same {same}|{around.line}"]
    return out
