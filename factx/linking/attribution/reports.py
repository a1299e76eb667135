"""The cues of a unit, each with its source: "Jo Ray, head of Bolt, has said", "said Jo Ray", "according to Bolt".

`CUES` is a table over the relations of the tree: the first rule that has a source for a cue gives it. `tests/linking/
attribution/test_attribution_rules.py` walks it: in an example `[…]` marks the source and `<…>` the cue.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factx.linking.attribution.phrases import TEMPORAL, Source
from factx.linking.attribution.rules import PLAIN
from factx.linking.attribution.sources import SourceFinder
from factx.linking.attribution.unit import Unit
from factx.mentions.cues import SpeechVerb, speech_nouns

__all__ = ["CUES", "CueRule", "Report", "reports_of"]

FINITE, GERUND, BASE, ACCORDING, NOUN, PASSIVE = "finite", "gerund", "base", "according", "noun", "passive"
CONDITIONS = frozenset("as if once although though".split())
PAST = ("VBN", "VBD")
ENDING = frozenset(["", ".", ",", ":", "(", *"in on at after during".split()])
"""What may follow "…, said Ray" at the end of its sentence."""
PARTICLES = frozenset({"on", "back", "up", "it"})
"""Words without which some verbs report nothing: "went on", "shot back", "put it"."""
MAKES = frozenset("make repeat reiterate advance issue offer".split())
"""Verbs that make a claim: "made the argument that …"."""
PERCEIVED = frozenset(
    "hear see show catch find remember recall record film have quote cite imagine watch include carry wear hold report".split()
)
"""Verbs whose object can be who speaks: "a clip that shows [Ray] saying …"."""
DESCRIBING = frozenset("RB JJ JJS NN NNS NNP NNPS DT CD PRP$ POS VBN VBD".split())
"""Tags of what may stand between a quotation and the noun that speaks."""
QUOTING = frozenset("quote cite report".split())


@dataclass(slots=True)
class Report:
    """A cue with its source: nodes `left` to `right` hold both.

    `form`: finite, gerund, base, passive, according, noun ("claim"); `verb`: of the lexicon, where the cue is one;
    `shared`: the source is that of another verb ("X won, adding that …"); `rule`: how the source was found.
    """

    node: int
    left: int
    right: int
    form: str
    verb: SpeechVerb | None
    source: Source | None
    shared: bool = False
    rule: str = ""

    @property
    def frames(self) -> frozenset[str]:
        """What the verb takes as the words that it reports."""
        return self.verb.frames if self.verb is not None else frozenset()

    @property
    def lemma(self) -> str:
        """The verb in its dictionary form; "" for a noun or a preposition."""
        return self.verb.lemma if self.verb is not None else ""


@dataclass(frozen=True)
class CueRule:
    """`forms` of the cue that it is for; `relation`: the finder of the source, one of `RELATIONS`; `shared`: it is another verb's."""

    name: str
    forms: frozenset[str]
    relation: str
    shared: bool
    example: str
    counter_example: str


def row(name: str, forms: str, relation: str, shared: bool, example: str, counter: str) -> CueRule:
    """A row of the table."""
    return CueRule(name, frozenset(forms.split()), relation, shared, example, counter)


CUES = (
    row("quoted as", "gerund base", "quoted", False,
        "[Jo Ray] was quoted as <saying> that sales fell.", "Jo Ray was happy, saying that sales fell."),
    row("inverted", "finite", "inverted", False,
        "“We won,” <said> [Jo Ray], head of Bolt.", "“We won,” Jo Ray said."),
    row("subject", "finite base", "subject", False,
        "[Jo Ray], head of Bolt, <said> that sales fell.", "Asked about it, Bolt left."),
    row("lost subject", "finite", "before", False,
        "[Officials] at the ministry, asked about the plan, <said> it was dead.", "Bolt won and said that sales fell."),
    row("agent", "passive", "agent", False,
        "It was <announced> by [Bolt] that sales fell.", "It was announced that sales fell."),
    row("beside", "gerund", "beside", True,
        "[Bolt] issued a statement <saying> that sales fell.", "Bolt left."),
    row("joined", "finite gerund base", "joined", True,
        "[Jo Ray] left and <said> that sales fell.", "Jo Ray said that sales fell."),
    row("according to", "according", "governed", False,
        "<According to> [Jo Ray], sales fell.", "They accorded it to Bolt."),
    row("possessor", "noun", "possessor", False,
        "[Jo Ray]’s <claim> that Bolt broke the law was rejected.", "The claim that Bolt broke the law was rejected."),
    row("maker", "noun", "maker", False,
        "[Jo Ray] made the <argument> that Bolt broke the law.", "The argument that Bolt broke the law was made."),
)  # fmt: skip


def reports_of(finder: SourceFinder, unit: Unit) -> list[Report]:
    """The reports of a unit from left to right."""
    out: list[Report] = []
    tree = unit.tree
    for node, word in enumerate(tree.lower):
        if unit.cover[node] is not None:
            continue
        if node in unit.cues:
            if tree.label[node] in ("compound", "amod") and tree.head[node] > node:
                continue  # "a reporting station", "the reported loss"
            form = form_of(unit, node)
        elif word == "according" and unit.word(node + 1) == "to":
            form = ACCORDING
        elif unit.word(node + 1) == "that" and speech_nouns().get(word) == "act":
            form = NOUN
        else:
            continue
        report = report_at(finder, unit, node, form, out)
        if report is not None:
            out.append(report)
    return out


def form_of(unit: Unit, node: int) -> str:
    """The form of a verb in its group: finite ("has said"), base ("would say", "to say"), gerund, or passive.

    A participle without a subject that only modifies ("asked about it, …") counts as passive.
    """
    tree = unit.tree
    tag = tree.tags[node]
    helpers = [tree.tags[c] for c in tree.all(node, "aux", "cop")]
    if tree.child(node, "aux:pass") is not None:
        return PASSIVE
    if "MD" in helpers or tree.mark(node) == "to" or "TO" in helpers:
        return BASE
    if tag == "VBG":
        return FINITE if helpers else GERUND
    if _is_named_so(unit, node):
        return PASSIVE
    if tree.child(node, "nsubj") is not None or helpers:
        return FINITE
    if tag == "VB":
        if _is_beside_quotation(unit, node):
            return FINITE  # "“…,” read the statement"
        return (
            BASE
            if unit.word(node - 1) == "to" or tree.label[node] not in ("root", "ccomp", "conj", "parataxis")
            else FINITE
        )
    return FINITE if tag not in ("VBN", "VBD") else _form_of_past(unit, node)


def _is_named_so(unit: Unit, node: int) -> bool:
    """ "Jo Ray, often called the “gem whisperer”, won": a participle that names, right behind its noun and a comma."""
    frames = unit.cues[node].frames
    if "object" not in frames or "clause" in frames or unit.tag(node) not in PAST:
        return False
    before = node - 1
    while unit.tag(before) == "RB":
        before -= 1
    subject = unit.tree.child(node, "nsubj")
    if unit.word(before) != "," or subject is None or not unit.has_verb(node + 1, len(unit)):
        return False
    phrase = [i for i in unit.tree.inside(subject) if i < before]
    return phrase[-1:] == [before - 1] and not any(unit.word(i) == "," for i in phrase)


def _form_of_past(unit: Unit, node: int) -> str:
    """The form of a past form or participle without subject and auxiliary."""
    tree = unit.tree
    if (
        tree.tags[tree.root][:2] == "NN"
        and tree.child(tree.root, "cop", "nsubj") is None
        and unit.word(node - 1) == ","
    ):
        return FINITE  # the main verb of a sentence without one: "Jo Ray, head of Bolt, predicted that …"
    if (
        unit.word(node + 1) == "by"
        or tree.mark(node)
        or unit.tag(node - 1) == "WRB"
        or unit.word(node - 1) in CONDITIONS
    ):
        return PASSIVE
    above = node
    while tree.label[above] == "conj" and tree.tags[tree.head[above]] in PAST and above - tree.head[above] < 4:
        above = tree.head[above]
    if tree.label[above] in ("acl", "acl:relcl", "advcl", "amod", "xcomp", "dep"):
        return FINITE if _stands_alone(unit, node) else PASSIVE
    return FINITE


def _stands_alone(unit: Unit, node: int) -> bool:
    """Is a past form that hangs on another word the verb of its own clause: beside a quotation, behind a comma, first of all?"""
    if node == 0:
        return unit.tag(0) == "VBD" and unit.tag(1) in ("NNP", "NNPS", "PRP")
    following = node + 1 + (unit.word(node + 1) in (",", ":"))
    if _is_beside_quotation(unit, node) or (following > node + 1 and unit.mark_at(following) is not None):
        return True
    return unit.tag(node) == "VBD" and unit.word(node - 1) in (",", "-", "–", "—")


def report_at(finder: SourceFinder, unit: Unit, node: int, form: str, before: list[Report]) -> Report | None:
    """The report of the cue at a node, by the first rule that has a source for it."""
    verb = unit.cues.get(node)
    if verb is not None and form == FINITE and not _has_particle(unit, node, verb):
        return None
    first = unit.tree.group(node)[0] if form not in (ACCORDING, NOUN) else node
    for rule in CUES:
        if form not in rule.forms:
            continue
        source = RELATIONS[rule.relation](finder, unit, node, before)
        if source is None:
            continue
        if form != NOUN and not finder.may_speak(unit, source.node, verb is None or verb.lemma in PLAIN):
            return None if form == ACCORDING else Report(node, node, node, form, verb, None)
        left, right = node, node
        if form == ACCORDING or source.inverted:
            right = max(right, source.right)
        elif form == NOUN:
            left = node
        elif not rule.shared:
            left = _reach(unit, source.left)
        else:
            left = max(min(first, node), source.right + 1) if source.right < node else min(first, node)
        return Report(node, left, right, form, verb, source, rule.shared, rule.name)
    if form in (ACCORDING, NOUN, PASSIVE):
        return None
    return Report(node, node, node, form, verb, None)


def _reach(unit: Unit, left: int) -> int:
    """Where the source phrase behind a quotation begins: right behind it, where only a description stands between."""
    node = left - 1
    while node >= 0 and left - node < 8 and unit.cover[node] is None and unit.tag(node) in DESCRIBING:
        node -= 1
    mark = unit.mark_at(node)
    return node + 1 if mark is not None and mark.whole and left - node < 8 else left


def _has_particle(unit: Unit, node: int, verb: SpeechVerb) -> bool:
    """Has a verb that reports only with a particle that one behind it ("went on", "put it")?"""
    particle = verb.frames & PARTICLES
    return not particle or unit.word(node + 1) in particle


def _is_beside_quotation(unit: Unit, node: int) -> bool:
    """Does a quotation end right before the cue, or before its comma?"""
    back = node - 1 - (unit.word(node - 1) == ",")
    mark = unit.mark_at(back)
    return mark is not None and (mark.whole or unit.tree.lower[mark.last - 1] in (",", "?", "!", ".", "…"))


def _inverted(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """ "“…,” said Jo Ray" · "…, said Jo Ray." """
    if "invert" not in unit.cues[node].frames:
        return None
    tree = unit.tree
    subjects = tree.all(node, "nsubj")
    own = next((c for c in subjects if node < c < node + 30), None)
    if _is_beside_quotation(unit, node):
        return _own_or_near(finder, unit, node, own) or finder.behind(unit, node)
    prior = unit.word(node - 1)
    if own is not None:
        clause = tree.complement(node)
        left = any(c < node and unit.mark_at(c) is None for c in subjects)
        parted = left and (prior != "," or (clause is not None and clause > node))
        acts = unit.tag(own + 1) in ("VBD", "VBZ", "VBP", "MD") or finder.base(tree, own)[0] > node + 1
        parted = parted or (acts and (left or prior not in (",", "")))
        found = None if parted else _own_or_near(finder, unit, node, own)
        if found is not None or parted:
            return found
    if any(c < node for c in subjects) or (node and prior not in (",", "")):
        return None
    reports = tree.complement(node) is not None or unit.word(node + 1) == "that"
    return None if reports and tree.label[node] == "conj" else _ends_with(finder, unit, node)


def _own_or_near(finder: SourceFinder, unit: Unit, node: int, own: int | None) -> Source | None:
    """The subject behind the cue; a person right behind it rather than a noun further on."""
    if own is None:
        return None
    near = finder.behind(unit, node)
    if near is not None and near.node != own and finder.is_person(unit, near.node):
        return near
    return finder.source(unit, own, node)


def _ends_with(finder: SourceFinder, unit: Unit, node: int) -> Source | None:
    """The noun behind the cue, where nothing but a time or place follows it: "…, said [Ray] on Monday."."""
    found = finder.behind(unit, node)
    if found is None or (node and not unit.has_verb(0, node)):
        return None
    if not (finder.is_name(unit, found.node) or finder.can_speak(unit, found.node)):
        return None
    return found if unit.word(found.right + 1) in ENDING else None


def _subject(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    found = finder.subject(unit, node)
    if found is None or found.inverted:
        return None
    tree = unit.tree
    if tree.lower[found.node] in TEMPORAL and tree.tags[found.node][:2] == "NN":
        return finder.opening(unit, node)
    if tree.tags[found.node][:2] in ("NN", "CD") and not finder.is_person(unit, found.node):
        named = finder.described(unit, found, node)
        if named is not None:
            return named
    return found


def _before(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """The phrase right before a cue whose subject the parse has lost."""
    tree = unit.tree
    if tree.child(node, "cc") is not None or unit.word(node - 1) in ("and", "but", "or", "to"):
        return None
    if (
        tree.label[node] == "acl:relcl"
        and tree.own_subject(node) is None
        and unit.word(node - 1) not in ("who", "which", "that")
    ):
        return finder.before(unit, node)
    if tree.label[node] == "amod":
        return None
    return finder.before(unit, node) or finder.opening(unit, node)


def _agent(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """ "It was announced by Bolt that …"."""
    tree = unit.tree
    if tree.complement(node) is None:
        return None
    agent = next((c for c in tree.obliques(node) if tree.case(c) == "by"), None)
    return None if agent is None else finder.source(unit, agent, node)


def _quoted(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """ "Ray was quoted as saying" · "cited a director as saying"."""
    tree = unit.tree
    if unit.word(node - 1) != "as":
        return None
    for head in tree.above(node):
        if tree.lemma(head) in QUOTING:
            passive = tree.is_passive(head) or tree.tags[head] == "VBN"
            who = tree.subject(head) if passive else tree.object(head)
            return None if who is None else finder.source(unit, who, node)
    return None


def _beside(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """The noun beside an -ing cue that is its subject: "with Ray shouting", "a sign saying", "heard him saying"."""
    tree = unit.tree
    own = finder.subject(unit, node)
    if own is not None:
        return own
    noun = tree.head[node]
    if tree.label[node] != "acl" or noun < 0 or unit.mark_at(noun) is not None:
        return None
    verb = tree.head[noun]
    hangs = verb >= 0 and tree.label[noun] in ("obj", "obl", "iobj") and tree.is_verb(verb)
    text = speech_nouns().get(tree.lower[noun]) == "text"
    if (
        hangs
        and tree.lemma(verb) not in PERCEIVED
        and (text or unit.word(node - 1) == "," or not finder.can_speak(unit, noun) or tree.label[noun] == "obl")
    ):
        who = tree.subject(verb)  # "Ray issued a statement saying …": it is Ray who says so
        return None if who is None else finder.source(unit, who, node)
    return finder.source(unit, noun, node)


def _joined(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """The subject of the verb that the cue is joined to, or hangs on; else of the report before it."""
    tree = unit.tree
    if unit.word(node - 1) == "," and unit.tag(node) == "VBG":
        found = _of_main_clause(finder, unit, node, before) or finder.opening(unit, node, over_verbs=True)
        if found is not None:
            return found
    found = finder.shared(unit, node)
    if found is not None:
        if tree.lower[found.node] in ("who", "which", "that") and before and before[-1].source is not None:
            return before[-1].source
        return found
    if tree.label[node] == "conj" and unit.tag(tree.head[node])[:2] == "VB" and tree.head[node] < node:
        found = finder.before(unit, tree.head[node])
        if found is not None:
            return found
    for report in reversed(before):
        if report.source is not None and report.form == FINITE:
            return report.source
    main = tree.subject(tree.root)
    return None if main is None or main >= node else finder.source(unit, main, node)


def _of_main_clause(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """Who does what ends in ", arguing that …": the source of the report before it, else the subject of the sentence."""
    tree = unit.tree
    for report in reversed(before):
        if (
            report.source is not None
            and report.form == FINITE
            and tree.label[report.node] not in ("acl:relcl", "advcl", "acl")
        ):
            return report.source
    root = tree.root
    main = tree.own_subject(root) if root < node and unit.mark_at(root) is None else None
    return None if main is None or main > node else finder.source(unit, main, node)


def _governed(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """Whom a statement is according to."""
    noun = unit.tree.head[node]
    if noun > node and unit.tree.label[node] == "case":
        return finder.source(unit, noun, node)
    return finder.behind(unit, node + 1)


def _possessor(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """ "Ray's claim that …", "his claim that …"."""
    tree = unit.tree
    owner = tree.child(node, "nmod:poss")
    if owner is None or unit.mark_at(owner) is not None:
        return None
    if tree.tags[owner] == "PRP$":
        return Source(owner, node, node, (tree.start[owner], tree.end[owner]))
    return Source(owner, node, node, finder.span(unit, owner))


def _maker(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """ "Ray made the argument that …"."""
    tree = unit.tree
    verb = tree.head[node]
    if verb < 0 or tree.label[node] != "obj" or tree.lemma(verb) not in MAKES:
        return None
    who = tree.subject(verb)
    return None if who is None else finder.source(unit, who, node)


RELATIONS: dict[str, Callable[[SourceFinder, Unit, int, list[Report]], Source | None]] = {
    "quoted": _quoted, "inverted": _inverted, "subject": _subject, "before": _before, "agent": _agent, "beside": _beside,
    "joined": _joined, "governed": _governed, "possessor": _possessor, "maker": _maker,
}  # fmt: skip
