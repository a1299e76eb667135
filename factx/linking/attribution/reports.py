"""The cues of a unit, each with its source: "Jo Ray, head of Bolt, has said", "said Jo Ray", "according to Bolt".

`CUES` is a table over the relations of the tree: the first rule that has a source for a cue gives it. `tests/linking/
attribution/test_attribution_rules.py` walks it: in an example `[…]` marks the source and `<…>` the cue.
"""

from __future__ import annotations

from dataclasses import dataclass

from factx.linking.attribution.forms import ACCORDING, FINITE, NOUN, PASSIVE, form_of
from factx.linking.attribution.relations import RELATIONS, Report
from factx.linking.attribution.rules import PLAIN
from factx.linking.attribution.sources import SourceFinder
from factx.linking.attribution.unit import Unit
from factx.mentions.cues import SpeechVerb, speech_nouns

__all__ = ["CUES", "CueRule", "reports_of"]

PARTICLES = frozenset({"on", "back", "up", "it"})
"""Words without which some verbs report nothing: "went on", "shot back", "put it"."""
CREDIT = frozenset(("as", ",", "", "*"))
"""What stands before the "per" behind which a source stands."""
CREDITS = frozenset(("by", "in", "on"))
DESCRIBING = frozenset("RB JJ JJS NN NNS NNP NNPS DT CD PRP$ POS VBN VBD".split())
"""Tags of what may stand between a quotation and the noun that speaks."""


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
    row("maker", "noun", "maker", False,
        "[Jo Ray] made the <argument> that Bolt broke the law.", "The argument that Bolt broke the law was made."),
)  # fmt: skip


def reports_of(finder: SourceFinder, unit: Unit) -> list[Report]:
    """The reports of a unit from left to right."""
    out: list[Report] = []
    tree, cover, nouns = unit.tree, unit.cover, speech_nouns()
    for node, word in enumerate(tree.lower):
        if cover[node] is not None:
            continue
        if node in unit.cues:
            if tree.label[node] in ("compound", "amod"):
                continue  # "a reporting station", "the reported loss"
            form = ACCORDING if _credits(unit, node) else form_of(unit, node)
        elif (word == "according" and unit.word(node + 1) == "to") or (word == "per" and unit.word(node - 1) in CREDIT):
            form = ACCORDING
        elif nouns.get(word) == "act" and unit.word(node + 1) == "that":
            form = NOUN
        else:
            continue
        report = _report_at(finder, unit, node, form, out)
        if report is not None:
            out.append(report)
    return out


def _report_at(finder: SourceFinder, unit: Unit, node: int, form: str, before: list[Report]) -> Report | None:
    """The report of the cue at a node, by the first rule that has a source for it."""
    verb = unit.cues.get(node)
    if verb is not None and form == FINITE and not _has_particle(unit, node, verb):
        return None
    for rule in CUES:
        source = RELATIONS[rule.relation](finder, unit, node, before) if form in rule.forms else None
        if source is None:
            continue
        if unit.word(source.node) == "you" and unit.tree.modal(node):
            return Report(node, node, node, form, verb, None)  # "“What is a pump?” you may ask": nobody has
        if not finder.may_speak(unit, source.node, verb is None or verb.lemma in PLAIN):
            return Report(node, node, node, form, verb, None)
        left, right = node, node
        if form == ACCORDING or source.inverted:
            right = max(right, source.right)
            if form == ACCORDING and unit.word(_before(unit, node)) == "as":
                left = _before(unit, node)
        elif rule.shared:
            left = max(min(unit.tree.group(node)[0], node), source.right + 1)
        else:
            left = _reach(unit, source.left)
        return Report(node, left, right, form, verb, source, rule.shared, rule.name)
    return None if form in (ACCORDING, NOUN, PASSIVE) else Report(node, node, node, form, verb, None)


def _credits(unit: Unit, node: int) -> bool:
    """ "as noted by Bolt", "as reported in The Herald": a participle that says whose the words of the sentence are."""
    aside = unit.word(_before(unit, node)) == "as" and unit.word(node + 1) in CREDITS
    return aside and ("clause" in unit.cues[node].frames or unit.word(node + 1) == "by")


def _before(unit: Unit, node: int) -> int:
    """The node before a cue and its adverbs."""
    node -= 1
    while unit.tag(node) == "RB":
        node -= 1
    return node


def _reach(unit: Unit, left: int) -> int:
    """Where the source phrase behind a quotation begins: right behind it, where only a description stands between."""
    node = left - 1
    while unit.tag(node) in DESCRIBING:
        node -= 1
    return node + 1 if unit.whole_at(node) else left


def _has_particle(unit: Unit, node: int, verb: SpeechVerb) -> bool:
    """Has a verb that reports only with a particle that one behind it ("went on", "put it")?"""
    particle = verb.frames & PARTICLES
    return not particle or unit.word(node + 1) in particle
