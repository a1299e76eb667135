"""Acts that need neither a quotation nor a figure: who apologised, and who did what to guidance.

`rules` says how (a table over `ties`), `refusals` what is none all the same, `about` what for or what of, `actors` who.
Only sentences that hold the stem of a cue are parsed (`triggers`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factx.document import Document
from factx.linking.acts.about import about_of, action_of, is_guidance, metric_behind, span_of
from factx.linking.acts.actors import actor_of
from factx.linking.acts.refusals import refusal_of
from factx.linking.acts.rules import CUES, RULES, Found, of
from factx.linking.acts.ties import TIES
from factx.linking.acts.triggers import has_trigger, places
from factx.linking.claims.guidance import is_of_others
from factx.linking.claims.moments import Moments
from factx.linking.claims.owners import Owners
from factx.linking.claims.period import Times
from factx.linking.claims.referents import Referents
from factx.linking.claims.scene import Scene
from factx.linking.claims.vouching import Vouching
from factx.linking.types import ActLink, ClaimLink, SpeakerTable, Timeline
from factx.mentions.types import AmountMention, Attribution, NameMention
from factx.syntax import Syntax

__all__ = ["has_trigger", "link_acts", "read_act"]

LONG, MOST = 3_000, 120
"""Characters, and nodes, of a sentence that is read; a longer one is a list or a table."""
WORDY, LESS, NAMED, NOBODY = 60, 0.85, 0.9, 0.45
"""Nodes from which on a sentence is less sure, and by what; an actor who is told by words alone; at most where nobody is told."""


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
    if not (found := list(places(document))):
        return []
    moments, vouching = Moments(document.text, times), Vouching(attributions, speakers)
    referents = Referents(document, syntax, speakers, names)
    # The figures of tables stand in the article as given, and not where the document has its running text.
    told = [i for i, claim in enumerate(claims) if claim.cell is None]
    starts = [amounts[i].start for i in told]
    out: list[ActLink] = []
    for sentence in found:
        start, end = sentence.start, sentence.end
        text = document.text[start:end].rstrip(" ”\"'’)")
        if len(text) > LONG or text.endswith("?") or not 1 < len(tree := syntax.of(sentence)) <= MOST:
            continue  # a question does nothing
        indices = told[bisect_left(starts, start) : bisect_left(starts, end)]
        scene = Scene(document, tree, sentence, indices, amounts, moments.between(start, end))
        acts = {act.cue: act for node in reversed(range(len(tree))) for act in read_act(scene, node)}
        acts = {cue: act for cue, act in acts.items() if act.noun is None or not _is_claimed(scene, act, claims)}
        links = (_link(scene, act, referents, vouching) for act in acts.values())
        out += [link for link in links if link.kind == "apology" or not is_of_others(link.actor)]
    return sorted(out, key=lambda act: (act.span, act.cue))


def read_act(scene: Scene, node: int) -> list[Found]:
    """The act of which a node is the cue, or the guidance, by the first rule, unless it is refused."""
    word = scene.tree.lower[node]
    for rule in RULES if word in CUES else ():
        cued = word in of(rule.cues) and (rule.kind == "apology" or is_guidance(scene, node))
        tied = TIES[rule.tie](scene, node, rule.verbs) if cued else None
        if tied is None:
            continue
        doing, verb = tied
        found = Found(rule, node, verb)
        if rule.kind == "guidance":
            action = action_of(scene, node, doing) if rule.how == "-" else rule.how
            found = Found(rule, doing if rule.how == "-" else node, verb, node, action)
            if action is None:
                continue
        found.about = about_of(scene, found)
        return [found] if refusal_of(scene, found) is None else []
    return []


def _link(scene: Scene, found: Found, referents: Referents, vouching: Vouching) -> ActLink:
    tree, rule, noun = scene.tree, found.rule, found.noun
    cue = tree.start[found.cue], tree.end[found.cue]
    attribution, speaker = vouching.at(*cue)
    actor, owner = actor_of(Owners(scene, referents, speaker), found)
    if actor is None and rule.how == "performs" and attribution is not None and speaker is not None:
        actor, owner = referents.speakers.clusters[speaker].name, speaker  # "Sorry for the delay," said …
    times, behind = (
        Times(scene),
        [n for n in tree.all(found.verb or 0, "obl") if n > found.cue and tree.case(n) == "for"],
    )
    timed = [i for nodes in (found.about, behind) for i, when in times.possible() if when in nodes]
    sure = float(rule.sure) * (1.0 if owner is not None else NAMED) * (LESS if len(tree) > WORDY else 1.0)
    return ActLink(
        kind=rule.kind,
        span=span_of(scene, found),
        cue=cue,
        actor=actor,
        owner=owner,
        about=tree.span(found.about) if found.about else None,
        metric=None if noun is None else metric_behind(scene, noun),
        period=times.link(timed[0], None) if noun is not None and timed else None,
        guidance=found.action,
        attribution=attribution,
        speaker=speaker,
        confidence=round(min(sure, NOBODY) if actor is None else sure, 2),
        rule=rule.name,
    )


def _is_claimed(scene: Scene, found: Found, claims: Sequence[ClaimLink]) -> bool:
    """Has the guidance a figure that is a claim already?"""
    top = found.verb if found.verb is not None else found.cue
    clause = set(scene.tree.inside(top, without=frozenset(("conj", "parataxis"))))
    done = [(claims[ref].guidance, scene.head.get(ref)) for ref in scene.indices]
    return any(action is not None and (action == found.action or head in clause) for action, head in done)
