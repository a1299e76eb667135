"""Acts that need neither a quotation nor a figure: who apologised, and who did what to guidance.

One file a question: `apologies` and `guidance` (what says that something is done, tables), `done` (is it), `about` (what for),
`actors` (who). Only sentences that hold the stem of a cue are parsed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factx.document import Document, Sentence
from factx.linking.acts.actors import actor_of, is_of_others
from factx.linking.acts.apologies import APOLOGIES
from factx.linking.acts.confidence import confidence_of
from factx.linking.acts.done import is_done
from factx.linking.acts.found import ActRule, Found
from factx.linking.acts.guidance import GUIDANCE, WARNED, is_guidance, metric_behind
from factx.linking.acts.triggers import APOLOGY, has_trigger, places
from factx.linking.claims.moments import Moments
from factx.linking.claims.owners import Owners
from factx.linking.claims.period import Times
from factx.linking.claims.referents import Referents
from factx.linking.claims.scene import Scene
from factx.linking.claims.vouching import Vouching
from factx.linking.types import ActLink, ClaimLink, PeriodLink, SpeakerTable, Timeline
from factx.mentions.types import AmountMention, Attribution, NameMention, SpanTuple
from factx.syntax import Syntax

__all__ = ["has_trigger", "link_acts", "read_act"]

LONG = 3_000
"""Characters of a sentence that is read; a longer one is a list or a table."""
NEAR = 8
"""Words from the verb to the word that says the act: "issued a statement apologising"."""
MOST = 120
"""Words of one."""

ACTED = frozenset(("in", "on", "at", "since", "after", "before", "during"))
"""Prepositions of the time at which something is done, which is not that of the guidance ("cut its outlook in May")."""

REASONS = frozenset(("following", "amid", "despite", "because of", "due to", "after", "as", "with"))
"""Prepositions of why it is done."""


def link_acts(
    document: Document,
    syntax: Syntax,
    amounts: Sequence[AmountMention],
    claims: Sequence[ClaimLink],
    times: Timeline,
    attributions: Sequence[Attribution],
    speakers: SpeakerTable,
    names: Sequence[NameMention] = (),
) -> list[ActLink]:
    """The acts of a document, in text order. Guidance whose figure is a claim with `guidance` makes none."""
    found = list(places(document))
    if not found:
        return []
    linker = Linker(document, syntax, amounts, claims, Moments(document.text, times), Vouching(attributions, speakers))
    referents = Referents(document, syntax, speakers, names)
    out = [act for sentence, kinds in found for act in linker.acts(sentence, kinds, referents)]
    return sorted(out, key=lambda act: (act.span, act.cue))


class Linker:
    """Goes through the sentences that hold a cue."""

    def __init__(
        self,
        document: Document,
        syntax: Syntax,
        amounts: Sequence[AmountMention],
        claims: Sequence[ClaimLink],
        moments: Moments,
        vouching: Vouching,
    ) -> None:
        self.document, self.syntax, self.moments, self.vouching = document, syntax, moments, vouching
        # The figures of tables stand in the article as given, and not where the document has its running text.
        self.told = [i for i, claim in enumerate(claims) if claim.cell is None]
        self.amounts, self.claims = amounts, claims
        self._starts = [amounts[i].start for i in self.told]

    def acts(self, sentence: Sentence, kinds: frozenset[str], referents: Referents) -> Iterator[ActLink]:
        """The acts of one sentence; a question does nothing."""
        if sentence.end - sentence.start > LONG or self.document.text[sentence.start : sentence.end].rstrip(
            " ”\"'’)"
        ).endswith("?"):
            return
        tree = self.syntax.of(sentence)
        if not 1 < len(tree) <= MOST:
            return
        indices = self.told[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]
        scene = Scene(
            self.document, tree, sentence, indices, self.amounts, self.moments.between(sentence.start, sentence.end)
        )
        seen: set[int] = set()
        for node in range(len(tree)):
            for kind, rules in (("apology", APOLOGIES), ("guidance", GUIDANCE)):
                read = read_act(scene, node, kind, rules) if kind in kinds else None
                if read is None or read[1].cue in seen:
                    continue
                rule, found = read
                seen.add(found.cue)
                if kind == "guidance" and self._is_claimed(scene, found):
                    continue
                owners = Owners(scene, referents, self.vouching.at(tree.start[found.cue], tree.end[found.cue])[1])
                if kind == "guidance" and is_of_others(owners, found, actor_of(owners, found)[0]):
                    continue
                yield self._link(scene, kind, rule, found, owners)

    def _is_claimed(self, scene: Scene, found: Found) -> bool:
        """Has the guidance a figure that is a claim already?"""
        clause = set(
            scene.tree.inside(
                found.verb if found.verb is not None else found.cue, without=frozenset(("conj", "parataxis"))
            )
        )
        for ref in scene.indices:
            action = self.claims[ref].guidance
            if action is not None and (action == found.action or scene.head.get(ref) in clause):
                return True
        return False

    def _link(self, scene: Scene, kind: str, rule: ActRule, found: Found, owners: Owners) -> ActLink:
        span = span_of(scene, found)
        cue = scene.tree.start[found.cue], scene.tree.end[found.cue]
        attribution, speaker = self.vouching.at(*cue)
        actor, owner = actor_of(owners, found)
        if actor is None and found.performs and attribution is not None and speaker is not None:
            actor, owner = owners.referents.speakers.clusters[speaker].name, speaker  # "Sorry for the delay," said …
        guided = found.noun if kind == "guidance" else None
        told = about_of(scene, found)
        return ActLink(
            kind=kind,
            span=span,
            cue=cue,
            actor=actor,
            owner=owner,
            about=scene.tree.span(told) if told else None,
            metric=None
            if guided is None
            else metric_behind(scene, guided) or ("profit" if rule.name == "profit warning" else None),
            period=None if guided is None else period_of(scene, found),
            guidance=found.action,
            attribution=attribution,
            speaker=speaker,
            confidence=confidence_of(rule.name, actor, known=owner is not None, nodes=len(scene.tree)),
            rule=rule.name,
        )


def read_act(scene: Scene, node: int, kind: str, rules: Sequence[ActRule]) -> tuple[ActRule, Found] | None:
    """The first rule by which a node makes an act that is done."""
    word = scene.tree.lower[node]
    if kind == "apology":
        if not APOLOGY.match(word):
            return None
    elif word in ("warning", "warnings"):
        rules = WARNED
    elif not is_guidance(scene, node):
        return None
    for rule in rules:
        found = rule.find(scene, node)
        if found is not None:
            done = found.performs or found.verb is None or is_done(scene, found.verb)
            return (rule, found) if done else None
    return None


def about_of(scene: Scene, found: Found) -> list[int]:
    """The nodes of what an act is about: of guidance, the noun with its owner and what restricts it."""
    if found.about:
        return list(found.about)
    if found.noun is None or found.action is None:
        return []
    tree = scene.tree
    nodes = _phrase(scene, found.noun)
    why = next((n for n in nodes if n > found.noun and tree.lower[n] in REASONS - {"as", "with"}), len(tree))
    nodes = [n for n in nodes if n < why]
    if found.cue > found.noun:
        nodes = [n for n in nodes if n < found.cue]  # "Guidance raised for the second time"
    last = nodes[-1]
    behind = last + 2 if last + 2 < len(tree) and tree.lower[last + 1] == "for" else -1
    if behind in scene.time_nodes and found.cue not in (last + 1, behind):
        top = next((n for n in (behind, *tree.above(behind)) if tree.head[n] == found.verb), behind)
        for node in tree.inside(top):  # "withdrew its guidance for 2024", where the parse hung the year on the verb
            if node == nodes[-1] + 1 and node not in (found.verb, found.cue):
                nodes.append(node)
    return nodes


def _phrase(scene: Scene, noun: int) -> list[int]:
    """A phrase without what says how often or when something is done to it: "for the second time", "in May", "downwards"."""
    tree = scene.tree
    nodes = tree.phrase_nodes(noun)
    whole = set(tree.inside(noun))
    while nodes[0] - 1 in whole and tree.label[nodes[0] - 1] not in ("case", "punct"):
        nodes.insert(0, nodes[0] - 1)  # "our revenue and profit guidance"
    for child in tree.children[noun]:
        acted = (child in scene.time_nodes and tree.case(child) in ACTED) or tree.case(child) in REASONS
        if child > noun and (acted or tree.label[child] == "advmod" or tree.lower[child] in ("time", "times")):
            nodes = [n for n in nodes if n < min(tree.inside(child))]
    return nodes


def span_of(scene: Scene, found: Found) -> SpanTuple:
    """From the verb, with its auxiliaries, to the end of what it is done for or to; of a passive from the guidance to the verb."""
    tree = scene.tree
    nodes = [found.cue, *about_of(scene, found)]
    verb = found.verb
    if verb is not None and (tree.tags[verb][:2] == "VB" or verb == found.cue):
        nodes += [
            n for n in tree.group(verb) if abs(n - verb) <= 4 and (found.noun is not None or n <= found.cue <= n + NEAR)
        ]
    if found.actor is not None and verb == found.cue:
        nodes.append(found.actor)  # "our apologies"
    return tree.start[min(nodes)], tree.end[max(nodes)]


def period_of(scene: Scene, found: Found) -> PeriodLink | None:
    """The time that guidance is for: inside its phrase, else behind "for" in its clause."""
    tree, noun = scene.tree, found.noun
    assert noun is not None
    times = Times(scene)
    inside = set(tree.inside(noun))
    behind = set(tree.all(found.verb, "obl") if found.verb is not None else ())
    ranked = []
    for index, when in times.possible():
        if tree.head[when] in (noun, found.verb) and tree.case(when) in ACTED:
            continue
        if found.verb is None and when > found.cue:
            continue  # "Guidance raised this year"
        if when in inside:
            ranked.append((0, abs(when - noun), index))
        elif when in behind and when > noun and tree.case(when) == "for":
            ranked.append((1, when - noun, index))
    return times.link(min(ranked)[2]) if ranked else None
