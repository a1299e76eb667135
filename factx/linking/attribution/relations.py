"""Who stands in a relation to a cue: a finder of the source for each `relation` that a rule of `reports.CUES` names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factx.linking.attribution.forms import FINITE, NOUN, is_beside_quotation
from factx.linking.attribution.phrases import Source
from factx.linking.attribution.sources import SourceFinder
from factx.linking.attribution.unit import Unit
from factx.mentions.cues import SpeechVerb, speech_nouns

__all__ = ["RELATIONS", "Report"]

ENDING = frozenset(["", ".", ",", ":", "(", *"in on at after during".split()])
"""What may follow "…, said Ray" at the end of its sentence."""
QUOTING = frozenset("quote cite report".split())
MAKES = frozenset("make repeat reiterate advance issue".split())
"""Verbs that make a claim."""
MEASURES = frozenset(
    "criteria guidelines instructions plan plans preferences principles protocol protocols requirements rules schedule standards terms".split()
)
"""What somebody acts according to."""


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
    def who(self) -> Source:
        """The source of a report that has one."""
        assert self.source is not None
        return self.source

    @property
    def frames(self) -> frozenset[str]:
        """What the verb takes as the words that it reports."""
        if self.verb is not None:
            return self.verb.frames
        return frozenset(("that",)) if self.form == NOUN else frozenset()

    @property
    def lemma(self) -> str:
        """The verb in its dictionary form; "" for a preposition."""
        return self.verb.lemma if self.verb is not None else ""


def _found(finder: SourceFinder, unit: Unit, who: int | None, node: int) -> Source | None:
    return None if who is None else finder.source(unit, who, node)


def _inverted(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """ "“…,” said Jo Ray" · "…, said Jo Ray." """
    if "invert" not in unit.cues[node].frames:
        return None
    tree = unit.tree
    subjects = tree.all(node, "nsubj")
    own = next((c for c in subjects if node < c < node + 30), None)
    parted = unit.word(node - 1) == ","  # "What is good, says Ray, is …", "That mix, says Ray, is …"
    left = any(c < node and unit.word(c) != "what" and (not parted or finder.can_speak(unit, c)) for c in subjects)
    if is_beside_quotation(unit, node):
        return _found(finder, unit, own, node) or finder.behind(unit, node)
    prior = unit.word(node - 1)
    if own is not None:
        return None if left else finder.source(unit, own, node)
    if left or (node and prior not in (",", "")):
        return None
    found = finder.behind(unit, node)
    return found if found is not None and unit.word(found.right + 1) in ENDING else None


def _subject(finder: SourceFinder, unit: Unit, node: int, reports: list[Report]) -> Source | None:
    found = finder.subject(unit, node)
    if found is None or found.inverted:
        return None
    described = unit.tag(found.node)[:2] in ("NN", "CD") and not finder.is_person(unit, found.node)
    return (described and finder.described(unit, found, node)) or found


def _before(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """The phrase right before a cue whose subject the parse has lost."""
    if unit.tree.child(node, "cc") is not None:
        return None
    return finder.before(unit, node) or finder.opening(unit, node)


def _agent(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """ "It was announced by Bolt that …"."""
    tree = unit.tree
    if tree.complement(node) is None:
        return None
    return _found(finder, unit, next((c for c in tree.obliques(node) if tree.case(c) == "by"), None), node)


def _beside(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """The noun beside an -ing cue that is its subject: "with Ray shouting", "a sign saying", "heard him saying"."""
    tree = unit.tree
    own = finder.subject(unit, node)
    noun = tree.head[node]
    if own is not None or tree.label[node] != "acl":
        return own
    verb = tree.head[noun]
    hangs = tree.label[noun] in ("obj", "obl", "iobj") and tree.case(noun) != "by"
    text = speech_nouns().get(tree.lower[noun]) == "text"
    if hangs and (text or tree.label[noun] == "obl" or not finder.can_speak(unit, noun)):
        return _found(finder, unit, tree.subject(verb), node)  # "Ray issued a statement saying …": Ray says so
    return finder.source(unit, noun, node)


def _joined(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """The subject of the verb that the cue is joined to, or hangs on; else of the report before it."""
    tree = unit.tree
    if unit.word(node - 1) == "," and unit.tag(node) == "VBG":  # who does what ends in ", arguing that …"
        reported = next((r for r in _earlier(before) if tree.label[r.node] not in ("acl:relcl", "advcl", "acl")), None)
        if reported is not None:
            return reported.source
        main = tree.own_subject(tree.root) if tree.root < node else None
        found = _found(finder, unit, main, node) or finder.opening(unit, node, over_verbs=True)
        if found is not None:
            return found
    found = finder.shared(unit, node)
    if found is not None:
        return found
    if tree.label[node] == "conj" and unit.tag(tree.head[node])[:2] == "VB":
        found = finder.before(unit, tree.head[node])
        if found is not None:
            return found
    reported = next(_earlier(before), None)
    if reported is not None:
        return reported.source
    above = (tree.own_subject(verb) for verb in (*tree.above(node), tree.root))
    main = next((who for who in above if who is not None and who < node), None)
    return _found(finder, unit, main, node)


def _earlier(before: list[Report]) -> Iterator[Report]:
    """The finite reports with a source, the last one first."""
    return (report for report in reversed(before) if report.source is not None and report.form == FINITE)


def _governed(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """Whom a statement is according to."""
    noun = unit.tree.head[node]
    if unit.word(noun) in MEASURES:
        return None  # "according to the rules"
    if unit.tree.label[node] == "case":
        return finder.source(unit, noun, node)
    return finder.behind(unit, node + (unit.word(node) != "per"))


def _maker(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """ "Ray made the argument that …"."""
    verb = unit.tree.head[node]
    made = unit.tree.label[node] == "obj" and unit.tree.lemma(verb) in MAKES
    return _found(finder, unit, unit.tree.subject(verb), node) if made else None


def _quoted(finder: SourceFinder, unit: Unit, node: int, before: list[Report]) -> Source | None:
    """ "Ray was quoted as saying" · "cited a director as saying"."""
    tree = unit.tree
    head = next((n for n in tree.above(node) if tree.lemma(n) in QUOTING), None)
    if head is None or unit.word(node - 1) != "as":
        return None
    return _found(finder, unit, tree.subject(head) if tree.is_passive(head) else tree.object(head), node)


RELATIONS: dict[str, Callable[[SourceFinder, Unit, int, list[Report]], Source | None]] = {
    "quoted": _quoted, "inverted": _inverted, "subject": _subject, "before": _before, "agent": _agent, "beside": _beside,
    "joined": _joined, "governed": _governed, "maker": _maker,
}  # fmt: skip
