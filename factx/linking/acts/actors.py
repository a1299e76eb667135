"""Who does an act: the subject of its clause or of the one that leads to it, the owner of the guidance, the issuer; None where the
text does not tell. Whom a noun names is told by the owners and referents of claims."""

from __future__ import annotations

from factx import lexicon
from factx.linking.acts.rules import Found, among, of
from factx.linking.claims.owners import Owners
from factx.syntax.tree import SUBJECTS

__all__ = ["actor_of"]

SHARED = ("advcl", "xcomp", "acl", "conj", "obj", "obl", "parataxis")
"""Relations of a clause to the one whose subject it has."""

Actor = tuple[str | None, int | None]


def actor_of(owners: Owners, found: Found) -> Actor:
    """Who did it, by its text, and which speaker that is."""
    tree, noun = owners.tree, found.noun
    subject = _subject(owners, found)
    if noun is None:
        return _known(owners, subject)
    own = owners.possessor(noun)
    own = own if own is not None and _can_act(owners, own, found) else None
    board = subject is not None and among(tree, [subject], "board")
    for node in (own, subject) if board else (subject, own):  # "The board withdrew its guidance": the company's
        known = _known(owners, node)
        if known[0] is not None:
            return known
    told = None if found.verb is None else tree.own_subject(found.verb)
    silent = told is None or noun in tree.inside(told)
    return _issuer(owners) if silent and subject is None and own is None else (None, None)


def _issuer(owners: Owners) -> Actor:
    """Whose statement it is, where no other says the sentence."""
    issuer = owners.referents.speakers.issuer
    return (owners.referents.issuer, issuer) if owners.speaker == issuer else (None, None)


def _subject(owners: Owners, found: Found) -> int | None:
    """The subject of the verb, else of the clause that an infinitive or a participle belongs to, if it can do something."""
    tree, verb = owners.tree, found.verb
    done_to = found.cue if found.noun is None else found.noun
    own = next((n for n in tree.all(found.cue, "nmod:poss") if among(tree, [n], "ours")), None)
    if found.noun is None and (own is not None or verb is None):  # "our apologies"; "Bolt apologises" without a clause
        return own if own is not None or not _can_act(owners, found.cue - 1, found) else found.cue - 1
    while verb is not None:
        before = [c for c in tree.all(verb, *SUBJECTS) if c < verb]
        subject = before[-1] if before[1:] else tree.subject(verb)  # "Guidance: in May, Bolt raised …": the last
        if (
            subject is not None
            and verb != done_to
            and done_to in tree.inside(subject, without=frozenset(("acl", "acl:relcl")))
        ):
            return next((c for c in tree.all(verb, "obl") if tree.case(c) == "by"), None)
        can = subject is not None and _can_act(owners, subject, found)
        if subject is not None and (can or tree.label[verb] != "acl"):
            return subject if can else None
        decided = tree.child(tree.head[verb], "nmod:poss") if tree.label[verb] == "acl" else None
        if decided is not None:
            return decided  # "its decision to withdraw"
        verb = tree.clause_of(tree.head[verb]) if tree.label[verb] in SHARED else None
    return None


def _can_act(owners: Owners, node: int, found: Found) -> bool:
    """A name, a pronoun of somebody, a noun of people or of a group; what apologises is somebody, unless it is a letter."""
    tree, word = owners.tree, owners.tree.lower[node]
    if node < 0 or owners.is_named(node) or owners.is_somebody(node) or word in of("board|relative"):
        return node >= 0
    kind = lexicon.noun_classes().get(word, "")[:1]
    told = found.noun is None and kind != "c" and tree.child(node, "det", "nmod:poss") is not None
    return tree.tags[node][:3] == "NNP" or (tree.tags[node] in ("NN", "NNS") and (kind in ("p", "g") or told))


def _known(owners: Owners, node: int | None) -> Actor:
    """The speaker behind a node by its name; else the words, where they name somebody."""
    if node is None:
        return None, None
    tree, referents = owners.tree, owners.referents
    word, text = tree.lower[node], owners.text(node)
    cluster = referents.cluster_named(text)
    if cluster is None and tree.tags[node][:3] != "PRP":
        cluster = referents.cluster_at(tree.start[node])
    first, source = tree.phrase_nodes(node)[0], referents.document.text
    parted = tree.words[first - 1 : first] == [","] and not {"VBD", "VBZ", "VBP", "MD", "IN"} & {*tree.tags[1:first]}
    if cluster is None and parted and tree.child(node, "det") is not None:  # "Bolt, a maker of gears, cut …"
        named = (i for i, c in enumerate(referents.speakers.clusters) if source.startswith(c.name, tree.start[0]))
        cluster, text = next(named, None), owners.text(0) if tree.tags[0][:3] == "NNP" else text
    if cluster is None and text is None and word in ("he", "she") and owners.speaker != referents.speakers.issuer:
        cluster = owners.speaker  # "Ann Lee said she was sorry"
    if cluster is not None:
        return referents.speakers.clusters[cluster].name, cluster
    bare = word in of("company") and tree.child(node, "compound", "amod", "nmod:poss") is None
    if (bare or word in of("board")) and _issuer(owners)[0] is not None:  # "Company reaffirms outlook"
        return _issuer(owners)
    return (None if text is None or text.lower() in of("first person") else text), None
