"""Who does an act: the subject of its clause or of the one that leads to it, the owner of the guidance, the issuer.

None where the text does not tell.
"""

from __future__ import annotations

from factx import lexicon
from factx.linking.acts.found import Found
from factx.linking.acts.words import is_of, of
from factx.linking.claims.owners import Owners
from factx.linking.claims.referents import NOBODY
from factx.linking.claims.words import SPEECH
from factx.syntax.tree import SUBJECTS

__all__ = ["Actor", "actor_of", "is_of_others"]

CLIMBED = 4
PEOPLE = ("p", "g")
"""Classes of nouns that name people and groups of them."""
WRITTEN = "c"
"""Class of nouns of communication."""
BOARD = frozenset(("board", "management", "directors", "executive"))
"""Who acts for the company in its own statement."""
CLAUSES = frozenset(("acl", "acl:relcl"))
COMPANY = frozenset(("company", "group", "firm"))
"""What a headline calls it without an article ("Company reaffirms outlook")."""
SHARED = ("advcl", "xcomp", "acl", "conj", "obj", "obl", "parataxis", "ccomp")

Actor = tuple[str | None, int | None]
"""The text and the speaker that it is."""


def actor_of(owners: Owners, found: Found) -> Actor:
    """Who did it, and which speaker that is."""
    subject = found.actor if found.actor is not None else _subject(owners, found)
    if subject is not None and not (
        _can_act(owners, subject) or (found.noun is None and _is_somebody(owners, subject))
    ):
        subject = None
    if found.noun is None:
        return (None, None) if subject is None else _known(owners, subject)
    own = _owner(owners, found.noun)
    boards = subject is not None and owners.tree.lower[subject] in BOARD
    for node in (own, subject) if boards else (subject, own):  # "The board withdrew its guidance": the company's
        known = (None, None) if node is None else _known(owners, node)
        if known[0] is not None:
            return known
    return _issuer(owners, found) if subject is None and own is None else (None, None)


def _issuer(owners: Owners, found: Found) -> Actor:
    """Of guidance without an owner in somebody's own statement, to which nobody is said to do it: the issuer."""
    told = owners.tree.own_subject(found.verb) if found.verb is not None else None
    alone = told is None or found.noun in owners.tree.inside(told)
    issuer = owners.referents.speakers.issuer
    return (
        (owners.referents.issuer, issuer) if alone and issuer is not None and owners.speaker == issuer else (None, None)
    )


def _is_somebody(owners: Owners, node: int) -> bool:
    """ "The studio apologised": what apologises is somebody, unless it is a letter or a statement."""
    tree = owners.tree
    if tree.tags[node] not in ("NN", "NNS") or tree.child(node, "det", "nmod:poss") is None:
        return False
    return lexicon.noun_classes().get(tree.lower[node], "")[:1] != WRITTEN


def is_of_others(owners: Owners, found: Found, actor: str | None) -> bool:
    """Is it analysts, an agency or an authority that does something to a forecast of its own? `actor`: who does it by name."""
    if actor is not None and any(" " in body and body in actor.lower() for body in of("forecasting body")):
        return True
    tree, node = owners.tree, _subject(owners, found)
    if node is None:
        return False
    return is_of(tree.lower[node], "public body") or any(
        is_of(tree.lower[n], "forecasting body") for n in tree.phrase_nodes(node)
    )


def _subject(owners: Owners, found: Found) -> int | None:
    """The subject of the verb, else of the clause that an infinitive or a participle belongs to."""
    tree, verb = owners.tree, found.verb
    for _ in range(CLIMBED):
        if verb is None:
            return None
        subject = _nearest(owners, verb)
        if subject is not None and found.noun is not None and found.noun in tree.inside(subject, without=CLAUSES):
            agents = (c for c in tree.all(verb, "obl") if tree.case(c) == "by" and _can_act(owners, c))
            return next(agents, None)
        if (
            subject is not None
            and subject != found.cue
            and not (tree.label[verb] == "acl" and not _can_act(owners, subject))
        ):
            return subject
        own = tree.child(tree.head[verb], "nmod:poss") if tree.label[verb] == "acl" and tree.head[verb] >= 0 else None
        if own is not None:
            return own  # "its decision to withdraw"
        if (
            tree.head[verb] < 0
            or tree.label[verb] not in SHARED
            or (tree.is_finite(verb) and tree.label[verb] == "ccomp")
        ):
            return None
        verb = tree.clause_of(tree.head[verb])
    return None


def _nearest(owners: Owners, verb: int) -> int | None:
    """The subject of a verb; of several that the parse gave it ("Guidance: in May, Bolt raised …"), the last one in front."""
    tree = owners.tree
    own = [c for c in tree.all(verb, *SUBJECTS) if c < verb]
    return own[-1] if len(own) > 1 else tree.subject(verb)


def _owner(owners: Owners, noun: int) -> int | None:
    """Whose guidance: "its", "Bolt's", "the company's"."""
    tree = owners.tree
    for node in (noun, *(n for n in tree.children[noun] if tree.label[n] == "compound")):
        own = tree.child(node, "nmod:poss")
        if own is not None and (tree.tags[own] in ("PRP", "PRP$") or _can_act(owners, own)):
            return own
    return None


def _can_act(owners: Owners, node: int) -> bool:
    """A name, a pronoun of somebody, a noun of people or of a group."""
    tree, word = owners.tree, owners.tree.lower[node]
    if word in NOBODY and word not in ("who", "which", "that"):
        return False
    if tree.tags[node] in ("PRP", "PRP$") or owners.is_somebody(node) or word in BOARD:
        return True
    if tree.tags[node] in ("NNP", "NNPS"):
        mention = owners.referents.name_at(tree.start[node])
        return mention is None or mention.kind != "other"
    classes = lexicon.noun_classes().get(word, "")
    return tree.tags[node] in ("NN", "NNS") and classes[:1] in PEOPLE


def _known(owners: Owners, node: int) -> Actor:
    """The speaker behind a node by its name; else the words, where they name somebody."""
    tree, referents = owners.tree, owners.referents
    node = _named_before(owners, node)
    text = owners.text(node) or _who_says(owners, node)
    cluster = referents.cluster_named(text)
    if cluster is None and tree.tags[node] not in ("PRP", "PRP$"):
        cluster = referents.cluster_at(tree.start[node])
    if cluster is None and text is not None and " " in text:  # "Solutions, Inc.", of a name that the parse took apart
        cluster = next((i for i, c in enumerate(referents.speakers.clusters) if c.name.endswith(" " + text)), None)
    if cluster is not None:
        return referents.speakers.clusters[cluster].name, cluster
    ours = owners.speaker is not None and owners.speaker == referents.speakers.issuer
    if ours and (
        tree.lower[node] in BOARD
        or (tree.lower[node] in COMPANY and tree.child(node, "compound", "amod", "nmod:poss") is None)
    ):
        return referents.issuer, owners.speaker
    if (
        text is None
        or text.lower() in NOBODY
        or not any(c.isalpha() for c in text)
        or is_of(text.lower(), "first person")
    ):
        return None, None
    return text, None


def _who_says(owners: Owners, node: int) -> str | None:
    """ "Ann Lee said she was sorry": a pronoun that the article's speakers do not hold is who says the clause."""
    tree, verb = owners.tree, owners.tree.head[node]
    if tree.tags[node] != "PRP" or verb < 0 or tree.label[verb] != "ccomp" or tree.lemma(tree.head[verb]) not in SPEECH:
        return None
    teller = tree.subject(tree.head[verb])
    return (
        owners.text(teller) if teller is not None and teller != node and tree.tags[teller] in ("NNP", "NNPS") else None
    )


def _named_before(owners: Owners, node: int) -> int:
    """ "Bolt plc ("Bolt"), a maker of gears, provided …": the name, where the parse took the apposition for the subject."""
    tree = owners.tree
    det = tree.child(node, "det")
    if det is None or tree.lower[det] not in ("a", "an") or det < 2 or tree.words[det - 1] != ",":
        return node
    at = det - 2
    while at > 0 and tree.words[at] == ")":
        opened = next((i for i in range(at, max(-1, at - 12), -1) if tree.words[i] == "("), at)
        if opened == at:
            return node
        at = opened - 1
    return at if at >= 0 and tree.tags[at] in ("NNP", "NNPS") else node
