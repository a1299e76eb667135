"""Who does an act: the subject of its clause or of the one that leads to it, the owner of the guidance, the issuer.

Whom a noun names is told by the owners and referents of claims. None where the text does not tell.
"""

from __future__ import annotations

from factx import lexicon
from factx.linking.acts.rules import Found
from factx.linking.acts.words import is_of
from factx.linking.claims.owners import Owners
from factx.syntax import Tree

__all__ = ["Actor", "actor_of"]

CLIMBED = 4
PEOPLE, WRITTEN = ("p", "g"), "c"
"""Classes of nouns that name people and groups of them, and of communication."""
CLAUSES = frozenset(("acl", "acl:relcl"))
SHARED = ("advcl", "xcomp", "acl", "conj", "obj", "obl", "parataxis")
"""Relations of a clause to the one whose subject it has."""

Actor = tuple[str | None, int | None]
"""The text and the speaker that it is."""


def actor_of(owners: Owners, found: Found) -> Actor:
    """Who did it, and which speaker that is."""
    tree, noun = owners.tree, found.noun
    subject = _subject(owners, found)
    if noun is None:
        return _known(owners, subject)
    own = owners.possessor(noun)
    inner = (tree.child(c, "nmod:poss") for c in tree.all(noun, "compound", "nmod"))
    own = next((n for n in inner if n is not None), None) if own is None else own
    own = own if own is not None and _can_act(owners, own, found) else None
    boards = subject is not None and is_of(tree.lower[subject], "board")
    for node in (own, subject) if boards else (subject, own):  # "The board withdrew its guidance": the company's
        known = _known(owners, node)
        if known[0] is not None:
            return known
    told = tree.own_subject(found.verb) if found.verb is not None else None
    if subject is None and own is None and (told is None or noun in tree.inside(told)):
        return _issuer(owners)  # nobody is said to do it, in somebody's own statement
    return None, None


def _issuer(owners: Owners) -> Actor:
    """Whose statement it is, where no other says the sentence."""
    issuer = owners.referents.speakers.issuer
    return (owners.referents.issuer, issuer) if issuer is not None and owners.speaker == issuer else (None, None)


def _subject(owners: Owners, found: Found) -> int | None:
    """The subject of the verb, else of the clause that an infinitive or a participle belongs to, if it can do something."""
    tree, verb = owners.tree, found.verb
    if found.noun is None:
        own = tree.child(found.cue, "nmod:poss")
        if own is not None and is_of(tree.lower[own], "ours"):
            return own
        if verb is None:
            return found.cue - 1 if found.cue and _can_act(owners, found.cue - 1, found) else None
    done_to = found.cue if found.noun is None else found.noun
    for _ in range(CLIMBED):
        if verb is None:
            return None
        own = [c for c in tree.all(verb, "nsubj", "nsubj:pass", "csubj") if c < verb]
        subject = (
            own[-1] if len(own) > 1 else tree.subject(verb)
        )  # "Guidance: in May, Bolt raised …", of which the last is it
        if subject is not None and done_to != verb and done_to in tree.inside(subject, without=CLAUSES):
            return next((c for c in tree.all(verb, "obl") if tree.case(c) == "by" and _can_act(owners, c, found)), None)
        if (
            subject is not None
            and subject != found.cue
            and (tree.label[verb] != "acl" or _can_act(owners, subject, found))
        ):
            return subject if _can_act(owners, subject, found) else None
        up = tree.head[verb]
        decided = tree.child(up, "nmod:poss") if tree.label[verb] == "acl" and up >= 0 else None
        if decided is not None or up < 0 or tree.label[verb] not in SHARED:
            return decided  # "its decision to withdraw"
        verb = tree.clause_of(up)
    return None


def _can_act(owners: Owners, node: int, found: Found) -> bool:
    """A name, a pronoun of somebody, a noun of people or of a group; what apologises is somebody, unless it is a letter."""
    tree, word = owners.tree, owners.tree.lower[node]
    if owners.is_named(node) or owners.is_somebody(node) or is_of(word, "board") or word in ("who", "which", "that"):
        return True
    if tree.tags[node] in ("NNP", "NNPS"):
        return True
    kind = lexicon.noun_classes().get(word, "")[:1]
    told = found.noun is None and kind != WRITTEN and tree.child(node, "det", "nmod:poss") is not None
    return tree.tags[node] in ("NN", "NNS") and (kind in PEOPLE or told)


def _known(owners: Owners, node: int | None) -> Actor:
    """The speaker behind a node by its name; else the words, where they name somebody."""
    if node is None:
        return None, None
    tree, referents = owners.tree, owners.referents
    text = owners.text(node)
    cluster = referents.cluster_named(text)
    if cluster is None and tree.tags[node] not in ("PRP", "PRP$"):
        cluster = referents.cluster_at(tree.start[node])
    if (
        cluster is None
        and text is None
        and tree.lower[node] in ("he", "she")
        and owners.speaker != referents.speakers.issuer
    ):
        cluster = owners.speaker  # "Ann Lee said she was sorry"
    if cluster is not None:
        return referents.speakers.clusters[cluster].name, cluster
    if is_of(tree.lower[node], "board") or (is_of(tree.lower[node], "company") and _is_bare(tree, node)):
        issuer = _issuer(owners)
        if issuer[0] is not None:
            return issuer
    return (
        (None, None)
        if text is None or not any(c.isalpha() for c in text) or is_of(text.lower(), "first person")
        else (text, None)
    )


def _is_bare(tree: Tree, node: int) -> bool:
    """What a headline calls it without a name ("Company reaffirms outlook")."""
    return tree.child(node, "compound", "amod", "nmod:poss") is None
