"""Whose the amount is: the owner of the quantity, else who acts in its clause; of a share or a measure, what it is of."""

from __future__ import annotations

from factx.linking.claims.frames import Frame
from factx.linking.claims.referents import NOBODY, Referents
from factx.linking.claims.scene import Scene
from factx.linking.claims.what import change_phrase, label_phrase, lowered
from factx.linking.claims.wording import done, join, noun_nodes, noun_phrase, plain
from factx.linking.claims.words import AGENT_NOUNS, FORECASTERS, SAYING_NOTHING, SPEECH, direction_of, is_quantity

__all__ = ["reporter_of", "subject_of"]

INHERITED = frozenset(("restated", "conversion", "comparison"))
NAMES = ("NNP", "NNPS")
HELPING = frozenset(("help", "let", "make", "enable", "allow", "get"))
OWNING = frozenset(("of", "by", "at", "from", "for", "in"))


def subject_of(
    scene: Scene, ref: int, frame: Frame, base: str | None, referents: Referents, speaker: int | None
) -> str | None:
    """The subject of amount `ref`; `base`: that of the amount that it restates or is compared with; `speaker`: who says it.

    >>> import factx
    >>> factx.extract("Norvik paid $3m for a mill.").money[0].subject
    'Norvik'
    """
    text = _subject(scene, ref, frame, base, referents, speaker)
    return None if text is None or text.lower() in NOBODY else text


def _subject(
    scene: Scene, ref: int, frame: Frame, base: str | None, referents: Referents, speaker: int | None
) -> str | None:
    amount = scene.amounts[ref]
    if frame.base is not None and (
        frame.name in INHERITED or (amount.currency is None and amount.dimension == "count")
    ):
        other = scene.amounts[frame.base]
        if (other.currency is None) == (amount.currency is None):
            return base
    if frame.owner is not None:
        return label_phrase(scene, frame.owner) or None
    if (
        frame.name == "label"
        and amount.currency is not None
        and speaker is not None
        and speaker == referents.speakers.issuer
    ):
        return referents.issuer  # a price list of its own
    if amount.currency is not None:
        return owner_of(scene, frame, referents, speaker)
    if amount.dimension in ("percentage", "ratio") or amount.unit_name in ("percentage point", "basis point"):
        return share_of(scene, ref, frame, referents, speaker)
    if amount.dimension != "count":
        return measured(scene, ref, frame, referents, speaker)
    return counted(scene, ref, frame, referents, speaker)


def owner_of(scene: Scene, frame: Frame, referents: Referents, speaker: int | None) -> str | None:
    """Whose money: the possessor of the quantity, its "of" or "by" where that is somebody, else the subject of the clause."""
    tree = scene.tree
    quantity = frame.quantity
    if quantity is not None:
        own = owner_node(scene, quantity, referents)
        if own is not None:
            return referents.text(scene, own, speaker)
    own = next((c for c in tree.children[frame.node] if tree.label[c] == "nmod:poss"), None)
    if own is not None:
        return referents.text(scene, own, speaker)
    return actor(scene, frame, referents, speaker)


def owner_node(scene: Scene, quantity: int, referents: Referents) -> int | None:
    """The noun that owns a quantity."""
    tree = scene.tree
    own = tree.child(quantity, "nmod:poss")
    if own is not None:
        return own
    for child in tree.children[quantity]:
        if tree.label[child] == "compound" and tree.tags[child] in NAMES:
            mention = referents.name_at(tree.start[child])
            if mention is not None and mention.kind == "organization" and mention.end <= tree.start[quantity]:
                return child
        if (
            child > quantity
            and tree.label[child] == "nmod"
            and tree.case(child) in OWNING
            and child not in scene.time_nodes
        ):
            if is_somebody(scene, child, referents):
                return child
            deeper = tree.child(child, "nmod:poss") if tree.case(child) == "of" else None  # "sales of Bolt's gears"
            if deeper is not None:
                return deeper
    return None


def bearer(scene: Scene, noun: int) -> int:
    """Who is described by a noun that has something: "Bolt, a maker of gears with 300 staff", "Bolt is a group with 300 staff"."""
    tree = scene.tree
    if tree.label[noun] == "appos":
        named = before_comma(scene, noun)
        return tree.head[noun] if named is None else named
    subject = tree.own_subject(noun)
    return subject if subject is not None else noun


def before_comma(scene: Scene, noun: int) -> int | None:
    """The name that an apposition stands behind, over its short form in brackets."""
    tree = scene.tree
    at = min(tree.inside(noun, without=frozenset(("acl:relcl", "appos", "punct")))) - 1
    if at < 1 or tree.words[at] != ",":
        return None
    at -= 1
    if tree.words[at] == ")":
        at = next((i - 1 for i in range(at, max(0, at - 6), -1) if tree.words[i] == "("), at)
    return at if tree.tags[at] in NAMES else None


def is_somebody(scene: Scene, node: int, referents: Referents) -> bool:
    """Can the noun own, spend and earn: a name of an organisation or a person, or "the company"?"""
    tree = scene.tree
    if tree.lower[node] in AGENT_NOUNS:
        return True
    if tree.tags[node] not in NAMES:
        return False
    mention = referents.name_at(tree.start[node])
    return mention is not None and mention.kind in ("organization", "person")


def actor(scene: Scene, frame: Frame, referents: Referents, speaker: int | None) -> str | None:
    """The subject of the clause, where it is not what is measured."""
    tree, verb = scene.tree, frame.verb
    for _ in range(4):
        if verb is None:
            return None
        found = tree.subject(verb)
        if found is not None and found not in (frame.quantity, frame.node):
            if tree.lower[found] in FORECASTERS:
                return None
            if tree.is_passive(verb) and tree.own_subject(verb) is not None:
                agent = next((c for c in tree.children[verb] if tree.label[c] == "obl" and tree.case(c) == "by"), None)
                if (
                    agent is not None
                    and is_somebody(scene, agent, referents)
                    and not is_somebody(scene, found, referents)
                ):
                    return referents.text(scene, agent, speaker)
            if is_quantity(tree.lower[found]) and frame.quantity is not None:
                own = owner_node(scene, found, referents)
                return None if own is None else referents.text(scene, own, speaker)
            return referents.text(scene, found, speaker)
        if found is not None and found == frame.quantity:
            if tree.label[verb] not in ("acl", "acl:relcl") or tree.head[found] < 0:
                return None
            verb = tree.clause_of(tree.head[found])  # "Bolt has a fleet with a value exceeding $3m"
            continue
        up = tree.head[verb]
        if (
            up < 0
            or tree.label[verb] not in ("advcl", "xcomp", "acl", "conj", "ccomp", "parataxis")
            or tree.is_finite(verb)
        ):
            return None
        verb = tree.clause_of(up)
    return None


def reporter_of(scene: Scene, frame: Frame, referents: Referents, speaker: int | None) -> str | None:
    """Who reports figures without an owner: "Revenue rose to $3m, Bolt said"."""
    tree, verb = scene.tree, frame.verb
    if verb is None:
        return None
    near = (
        [tree.head[verb], *tree.all(verb, "parataxis")]
        if tree.label[verb] in ("ccomp", "root", "conj", "parataxis")
        else []
    )
    for node in near:
        own = tree.own_subject(node) if node >= 0 and tree.lemma(node) in SPEECH else None
        if own is not None and is_somebody(scene, own, referents):
            mention = referents.name_at(tree.start[own])
            if mention is None or mention.kind == "organization":
                return referents.text(scene, own, speaker)
    return None


def is_named(scene: Scene, node: int, referents: Referents) -> bool:
    """A pronoun, or a name that the article's finder knows."""
    mention = referents.name_at(scene.tree.start[node])
    return scene.tree.tags[node] == "PRP" or (mention is not None and mention.end >= scene.tree.end[node])


def share_of(scene: Scene, ref: int, frame: Frame, referents: Referents, speaker: int | None) -> str | None:
    """What a percentage is of, or the quantity that changes by it."""
    tree, quantity, verb = scene.tree, frame.quantity, frame.verb
    part = _part(scene, ref, frame)
    if part is not None:
        return lowered(scene, plain(noun_phrase(scene, part, owner=True)), part) or None
    less = tree.head[scene.head[ref]]
    if less > scene.head[ref] and tree.tags[less] == "JJR" and tree.tags[tree.head[less]] in ("NN", "NNS"):
        return lowered(scene, noun_phrase(scene, tree.head[less], listed=True), less)  # "needs 20% less rainfall"
    if (
        frame.side == "by"
        and frame.anchor is not None
        and tree.tags[frame.anchor] in ("NN", "NNS")
        and frame.base is None
    ):
        return change_phrase(scene, frame)
    if quantity is not None:
        if is_named(scene, quantity, referents):
            return referents.text(scene, quantity, speaker)
        return lowered(scene, plain(noun_phrase(scene, quantity, owner=True)), quantity) or None
    if verb is None:
        return None
    if frame.name in ("object", "oblique", "loose", "taken"):
        return actor(scene, frame, referents, speaker)
    if frame.name == "subject" and tree.tags[verb][:2] == "VB":
        return lowered(scene, done(scene, verb, scene.whole[ref]), verb)
    return None


def _part(scene: Scene, ref: int, frame: Frame) -> int | None:
    """What a share is of: "12% of staff", "one in ten shops failed"; not of "loans fell to 1.2% of assets"."""
    if frame.side in ("to", "from") and frame.quantity is not None:
        return None
    tree, node = scene.tree, scene.head[ref]
    later = (c for c in tree.all(node, "nmod", "obl") if c > node and c not in scene.time_nodes)
    kinds = ("of", "of all", "in") if frame.name == "subject" else ("of", "of all")
    return next((c for c in later if tree.case(c) in kinds), None)


def measured(scene: Scene, ref: int, frame: Frame, referents: Referents, speaker: int | None) -> str | None:
    """What has a length, weight, speed …: "2 inches of rain", "20-inch wheels", "winds of 55 mph"."""
    tree = scene.tree
    head = scene.head[ref]
    part = next((c for c in tree.children[head] if c > head and tree.label[c] == "nmod" and tree.case(c) == "of"), None)
    if frame.name in ("object", "listed") and frame.quantity is None:
        who = actor(scene, frame, referents, speaker)
        if who is not None:
            return who  # "The plant can process two tons of waste"
    if part is not None and part not in scene.time_nodes:
        return lowered(scene, plain(noun_phrase(scene, part, short=True)), part)
    wide = frame.quantity
    if wide is not None and tree.tags[wide] == "JJ" and tree.lower[wide] in EXTENTS:
        owner = tree.own_subject(wide)
        owner = tree.head[wide] if owner is None and tree.label[wide] in ("conj", "amod", "acl", "appos") else owner
        return None if owner is None else referents.text(scene, owner, speaker)  # "The ship, 40 feet long, …"
    if frame.quantity is not None:
        if is_named(scene, frame.quantity, referents):
            return referents.text(scene, frame.quantity, speaker)
        return lowered(scene, plain(noun_phrase(scene, frame.quantity, owner=True)), frame.quantity) or None
    return actor(scene, frame, referents, speaker)


EXTENTS = frozenset(("long", "wide", "high", "tall", "deep", "thick", "away", "apart", "across"))
MEASURING = ("copula", "level", "level at", "estimated at")
NOUNS_AROUND = ("of", "modifier", "beside", "of a change", "modifier of a change")


def counted(scene: Scene, ref: int, frame: Frame, referents: Referents, speaker: int | None) -> str | None:
    """Who has, did or met those counted; of those that are the subject themselves, what they did or what was done to them."""
    tree = scene.tree
    head = scene.head[ref]
    own = tree.child(head, "nmod:poss")
    if own is not None:
        return referents.text(scene, own, speaker)
    if frame.name == "subject" and frame.verb is not None:
        helper = _helper(scene, frame.verb)
        return predicate(scene, ref, frame.verb) if helper is None else referents.text(scene, helper, speaker)
    group = _group_of(scene, head)
    if group is not None:
        return referents.text(scene, group, speaker)
    quantity = frame.quantity
    if quantity is not None and (frame.side is not None or frame.name in MEASURING):
        if frame.side is None and is_named(scene, quantity, referents):
            return referents.text(scene, quantity, speaker)
        return lowered(scene, plain(noun_phrase(scene, quantity, owner=True)), quantity) or None
    if quantity is not None and frame.name in NOUNS_AROUND:
        found = _of_noun(scene, frame, quantity, referents, speaker)
        if found is not None:
            return found
    given = _given(scene, frame)
    if given is not None:
        return referents.text(scene, given, speaker)
    return actor(scene, frame, referents, speaker) or _done_to(scene, ref, frame)


def predicate(scene: Scene, ref: int, verb: int) -> str | None:
    """What those counted do, or where they are: "could be affected", "without communication"."""
    tree = scene.tree
    if tree.lemma(verb) == "be":
        return None
    if tree.tags[verb][:2] == "VB":
        modal = [
            tree.words[n] for n in tree.group(verb) if n < verb and (tree.tags[n] == "MD" or tree.lower[n] == "be")
        ]
        return lowered(scene, " ".join([*modal, done(scene, verb, scene.whole[ref])]), verb)
    return lowered(scene, join(scene, [*tree.all(verb, "case"), *noun_nodes(scene, verb)]), verb) or None


def _helper(scene: Scene, verb: int) -> int | None:
    """ "It helped 40 firms find partners": who lets or helps those counted do it."""
    tree, up = scene.tree, scene.tree.head[verb]
    if up < 0 or tree.label[verb] not in ("ccomp", "xcomp") or tree.lemma(up) not in HELPING or up > verb:
        return None
    return tree.subject(up)


def _group_of(scene: Scene, head: int) -> int | None:
    """ "one of 70 brands within the group": the group."""
    tree = scene.tree
    if tree.head[head] < 0 or tree.lower[tree.head[head]] != "one" or scene.case(head) != "of":
        return None
    return next((c for c in tree.all(head, "nmod") if c > head and tree.case(c) in ("within", "in", "of")), None)


def _of_noun(scene: Scene, frame: Frame, noun: int, referents: Referents, speaker: int | None) -> str | None:
    """Whose, of a noun that counts what it is made of ("a team of 200", "a network with 190 shops", "a cut of 300 jobs")."""
    own = owner_node(scene, noun, referents)
    if own is not None:
        return referents.text(scene, own, speaker)
    if scene.case(frame.node) == "with":
        return referents.text(scene, bearer(scene, noun), speaker)
    if frame.name == "beside" and frame.verb is None:
        return lowered(scene, plain(noun_phrase(scene, noun)), noun)
    if frame.name == "of":
        return lowered(scene, plain(noun_phrase(scene, noun)), noun)
    if direction_of(scene.tree.lower[noun], "noun"):
        return lowered(scene, plain(noun_phrase(scene, noun, owner=True)), noun)
    return None


def _given(scene: Scene, frame: Frame) -> int | None:
    """ "fits the car with five sensors": what gets those counted."""
    if frame.verb is None or frame.name != "oblique" or scene.case(frame.node) != "with":
        return None
    thing = scene.tree.object(frame.verb)
    return thing if thing is not None and thing < frame.node else None


def _done_to(scene: Scene, ref: int, frame: Frame) -> str | None:
    """ "… that affected 2 million people": of a clause without a subject of its own, what it does to them."""
    tree, verb = scene.tree, frame.verb
    if verb is None or tree.tags[verb][:2] != "VB" or tree.lemma(verb) in SAYING_NOTHING:
        return None
    if tree.label[verb] not in ("acl", "acl:relcl", "advcl", "xcomp", "csubj"):
        return None
    return lowered(scene, done(scene, verb, scene.whole[ref]), verb) or None
