"""Whose the amount is: the owner of the quantity, else who acts in its clause; of a share or a measure, what it is of."""

from __future__ import annotations

from dataclasses import replace

from factx.linking.claims.frames import Frame
from factx.linking.claims.owners import Owners
from factx.linking.claims.referents import NOBODY
from factx.linking.claims.scene import Scene
from factx.linking.claims.what import change_phrase, label_phrase, lowered
from factx.linking.claims.wording import done, join, noun_nodes, noun_phrase
from factx.linking.claims.words import EQUIPPING, SAYING_NOTHING, direction_of, is_quantity

__all__ = ["subject_of"]

INHERITED = frozenset(("against", "restated", "conversion", "comparison"))
MEASURING = ("copula", "level", "level at", "estimated at")
NOUNS_AROUND = ("of", "modifier", "beside", "of a change", "modifier of a change")
HELPING = frozenset(("help", "let", "make", "enable", "allow", "get"))
EXTENTS = frozenset(("long", "wide", "high", "tall", "deep", "thick", "away", "apart", "across"))
EXTENT = frozenset(("length", "energy", "power", "speed", "force", "torque", "pressure"))
"""What is a property of what has it: "two inches of rain"; but "mined 40 ounces of gold" says what somebody did."""


def subject_of(owners: Owners, ref: int, frame: Frame, base: str | None, *, result: bool) -> str | None:
    """The subject of amount `ref`; `base`: that of the amount that it restates or is compared with.

    `result`: it is a figure of an announcement of results.

    >>> import factx
    >>> factx.extract("Norvik paid $3m for a mill.").money[0].subject
    'Norvik'
    """
    scene, referents = owners.scene, owners.referents
    text = _subject(owners, ref, frame, base)
    if text is not None and text.lower() not in NOBODY and len(text) > 1 and any(c.isalpha() for c in text):
        return text
    if scene.amounts[ref].currency is None or frame.quantity is None:
        return None
    reporter = owners.reporter(frame)
    if reporter is not None or not result:
        return reporter
    return referents.antecedent(scene, frame.quantity) or referents.issuer  # "Net income rose to $3m": of whom we speak


def _subject(owners: Owners, ref: int, frame: Frame, base: str | None) -> str | None:
    scene, referents = owners.scene, owners.referents
    amount = scene.amounts[ref]
    counts = amount.currency is None and amount.dimension == "count"
    if frame.base is not None and (frame.name in INHERITED or counts):
        other = scene.amounts[frame.base]
        if (other.currency is None) == (amount.currency is None):
            return base
    if frame.owner is not None:
        return label_phrase(scene, frame.owner) or None
    issuer = referents.speakers.issuer
    if frame.name == "label" and amount.currency is not None and issuer is not None and owners.speaker == issuer:
        return referents.issuer  # a price list of its own
    if amount.currency is not None:
        return owners.owner(frame)
    if amount.dimension in ("percentage", "ratio") or amount.unit_name in ("percentage point", "basis point"):
        return share_of(owners, ref, frame)
    return counted(owners, ref, frame) if counts else measured(owners, ref, frame)


def share_of(owners: Owners, ref: int, frame: Frame) -> str | None:
    """What a percentage is of, or the quantity that changes by it."""
    scene, tree, verb = owners.scene, owners.tree, frame.verb
    part = _part(scene, ref, frame)
    if part is not None and tree.tags[part] == "PRP":
        return _absolute(scene, ref, frame)
    if part is not None:
        return owners.phrase(part)
    less = tree.head[scene.head[ref]]
    if less > scene.head[ref] and tree.tags[less] == "JJR" and tree.tags[tree.head[less]] in ("NN", "NNS"):
        return lowered(scene, noun_phrase(scene, tree.head[less], listed=True), less)  # "needs 20% less rainfall"
    noun = frame.anchor is not None and tree.tags[frame.anchor] in ("NN", "NNS")
    if noun and frame.side == "by" and frame.base is None:
        return change_phrase(scene, frame)
    if frame.quantity is not None:
        return owners.name_or_phrase(frame.quantity)
    if frame.name in ("object", "oblique", "loose", "taken"):
        return owners.actor(frame)
    if frame.name == "subject" and verb is not None and tree.tags[verb][:2] == "VB":
        return lowered(scene, done(scene, verb, scene.whole[ref]), verb)
    return None


def _part(scene: Scene, ref: int, frame: Frame) -> int | None:
    """What a share is of: "12% of staff", "one in ten shops failed"; not of "loans fell to 1.2% of assets"."""
    if frame.side in ("to", "from") and frame.quantity is not None:
        return None
    tree, node = scene.tree, scene.head[ref]
    behind = scene.whole[ref][-1] + 1
    if (
        scene.amounts[ref].dimension == "ratio"
        and frame.name == "subject"
        and tree.tags[behind : behind + 1] in (["NNS"], ["NNPS"])
    ):
        return behind  # "one in three shops failed"
    later = (c for c in tree.all(node, "nmod", "obl") if c > node and c not in scene.time_nodes)
    kinds = ("of", "of all", "in") if frame.name == "subject" else ("of", "of all")
    return next((c for c in later if tree.case(c) in kinds), None)


def measured(owners: Owners, ref: int, frame: Frame) -> str | None:
    """What has a length, weight, speed …: "2 inches of rain", "20-inch wheels", "winds of 55 mph"."""
    scene, tree, quantity = owners.scene, owners.tree, frame.quantity
    head = scene.head[ref]
    part = next((c for c in tree.all(head, "nmod") if c > head and tree.case(c) == "of"), None)
    if frame.name in ("object", "listed") and quantity is None:
        who = owners.actor(frame) if part is None or scene.amounts[ref].dimension not in EXTENT else None
        if who is not None:
            return who  # "The plant can process two tons of waste"
    if part is not None and part not in scene.time_nodes:
        return owners.phrase(part, owner=False, short=True)
    if quantity is None:
        return owners.actor(frame)
    if tree.tags[quantity] == "JJ" and tree.lower[quantity] in EXTENTS:  # "The ship, 40 feet long, …"
        long = tree.own_subject(quantity)
        near = tree.head[quantity] if tree.label[quantity] in ("conj", "amod", "acl", "appos") else None
        return owners.text(near if long is None else long)
    return owners.name_or_phrase(quantity)


def counted(owners: Owners, ref: int, frame: Frame) -> str | None:
    """Who has, did or met those counted; of those that are the subject themselves, what they did or what was done to them."""
    scene, tree, quantity = owners.scene, owners.tree, frame.quantity
    own = tree.child(scene.head[ref], "nmod:poss")
    if own is not None:
        return owners.text(own)
    absolute = _absolute(scene, ref, frame)
    if absolute is not None:
        return absolute
    if frame.name == "subject" and frame.verb is not None:
        if scene.case(frame.node) == "with" and tree.head[frame.verb] >= 0:  # "the franchise, with 450 shops open"
            return owners.actor(replace(frame, verb=tree.clause_of(tree.head[frame.verb])))
        helper = _helper(scene, frame.verb)
        return predicate(scene, ref, frame.verb) if helper is None else owners.text(helper)
    group = _group_of(scene, scene.head[ref])
    if group is not None:
        return owners.text(group)
    found = None
    if quantity is not None and (frame.side is not None or frame.name in MEASURING):
        own = tree.child(quantity, "nmod:poss")
        if own is not None and frame.side is None and not is_quantity(tree.lower[quantity]):
            return owners.text(own)  # "Its network comprises 35 shops"
        return owners.phrase(quantity) if frame.side is not None else owners.name_or_phrase(quantity)
    if quantity is not None and frame.name in NOUNS_AROUND:
        found = _of_noun(owners, frame, quantity)
    return found or owners.text(_given(scene, frame)) or owners.actor(frame) or _done_to(scene, ref, frame)


def predicate(scene: Scene, ref: int, verb: int) -> str | None:
    """What those counted do, or where they are: "could be affected", "without communication"."""
    tree = scene.tree
    if tree.lemma(verb) == "be":
        return None
    if tree.tags[verb][:2] != "VB":
        return lowered(scene, join(scene, [*tree.all(verb, "case"), *noun_nodes(scene, verb)]), verb) or None
    group = (n for n in tree.group(verb) if n < verb)
    modal = [tree.words[n] for n in group if tree.tags[n] == "MD" or tree.lower[n] == "be"]
    return lowered(scene, " ".join([*modal, done(scene, verb, scene.whole[ref])]), verb)


def _absolute(scene: Scene, ref: int, frame: Frame) -> str | None:
    """ "With over 6 million people living with the disease, …": what those counted do."""
    tree, last = scene.tree, max(scene.whole[ref])
    if scene.case(frame.node) != "with":
        return None
    near = range(last + 1, min(len(tree), last + 4))
    verb = next((n for n in near if tree.tags[n] == "VBG" and tree.label[n] in ("acl", "advcl")), None)
    return None if verb is None else lowered(scene, done(scene, verb, scene.whole[ref]), verb)


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


def _of_noun(owners: Owners, frame: Frame, noun: int) -> str | None:
    """Whose, of a noun that counts what it is made of ("a team of 200", "a network with 190 shops", "a cut of 300 jobs")."""
    own = owners.possessor(noun)
    if own is not None:
        return owners.text(own)
    if owners.scene.case(frame.node) == "with":
        return owners.text(owners.bearer(noun))
    if frame.name == "of" or (frame.name == "beside" and frame.verb is None):
        return owners.phrase(noun, owner=False)
    return owners.phrase(noun) if direction_of(owners.tree.lower[noun], "noun") else None


def _given(scene: Scene, frame: Frame) -> int | None:
    """ "fits the car with five sensors": what gets those counted."""
    if frame.verb is None or frame.name != "oblique" or scene.case(frame.node) != "with":
        return None
    if scene.tree.lemma(frame.verb) not in EQUIPPING:
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
