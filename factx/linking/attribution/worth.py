"""Is a sentence without quotations worth a parse: can one of its verbs report a clause, by the words and tags around it alone?

Of the sentences that have a verb of speech two in three report nothing; most of those are told by what this page asks, before the tree
is grown, which takes longer than everything else. What it lets pass is for the tree to decide.

>>> from factx.article import Article
>>> from factx.document import Document
>>> from factx.linking.attribution.unit import Maker
>>> from factx.syntax import Syntax
>>> document = Document(Article(text="Bolt announced that it won. It announced the cup that won hearts. It won, Bolt announced."))
>>> [is_worth(unit) for unit in Maker(document, [], Syntax(document)).made()]
[True, False, True]
"""

from __future__ import annotations

from factx import lexicon
from factx.linking.attribution.phrases import TEMPORAL
from factx.linking.attribution.unit import CLAUSE, Unit
from factx.mentions.cues import speech_nouns
from factx.syntax.tree import FINITE

__all__ = ["SAYING", "WHERE", "WILLING", "is_worth"]

SAYING = frozenset("argue insist reply say tell think warn write believe".split())
"""Verbs behind which a clause without "that" needs no verb with a tense."""
WILLING = frozenset(
    "pleased delighted proud happy excited thrilled glad sorry sad saddened honoured honored on continued continues wishes wish".split()
)
"""Words before "to announce that …" with which it is announced."""
DONE, STANCES = frozenset(("can", "must", "may")), frozenset(("confirm", "announce"))
"""Modals of what is said and done at once, and of which verbs: "we can confirm that …"."""
WHERE = frozenset("in on at during after before to with via by from over for about through of".split())
"""What a time, a place or whom one tells opens with."""
HELPERS = {
    "VBN": frozenset("have has had having 've 'd".split()),
    "VBG": frozenset("is are was were be been being 's 're 'm".split()),
}
"""Words before a participle with which it has a tense, by its tag."""
RELATIVE = frozenset("that which who whom whose".split())
BEFORE = 5
"""Words before a participle among which its helper stands."""
ASIDE = 12
"""Words between "as" and the verb of an aside: "as Ray, head of Bolt, notes, …"."""


def is_worth(unit: Unit) -> bool:
    """Can the sentence report something?"""
    lower, nouns = unit.tree.lower, speech_nouns()
    if unit.marks or lower[-1] == ":" or "according" in lower or "per" in lower:
        return True
    if any(_can_report(unit, node) for node in unit.cues):
        return True
    return any(word == "that" and nouns.get(lower[i - 1]) == "act" for i, word in enumerate(lower))


def _can_report(unit: Unit, node: int) -> bool:
    """Can the verb at a node report a clause, behind it or before it?"""
    lower, tag, frames = unit.tree.lower, unit.tag(node), unit.cues[node].frames
    if not frames & CLAUSE:
        return False
    if "as" in lower[max(0, node - ASIDE) : node]:
        return True
    if (
        tag == "VB"
        and unit.word(node - 1) == "to"
        and unit.word(node + 1) != "that"
        and unit.word(node - 2) not in WILLING
    ):
        return False
    helper = node - 1
    while unit.tag(helper) == "RB":
        helper -= 1
    if tag == "VB" and unit.tag(helper) == "MD":
        return unit.word(helper) in DONE and unit.cues[node].stance in STANCES
    helped = tag not in HELPERS or not HELPERS[tag].isdisjoint(lower[max(0, node - BEFORE) : node])
    agent = helped or tag != "VBN" or "by" in lower[node:] or unit.word(node + 1) == "that"  # "announced by Bolt"
    return (agent and _clause_follows(unit, node)) or (helped and _clause_precedes(unit, node))


def _clause_follows(unit: Unit, node: int) -> bool:
    """Can a clause stand behind the verb: a "that" that is no relative pronoun, or a verb with a tense and a subject of its own?"""
    lower, tags, verb = unit.tree.lower, unit.tree.tags, unit.cues[node]
    for i in range(node + 1, len(unit)):
        if lower[i] == "that" and (unit.tag(i + 1) not in FINITE or i == node + 1):
            return True
    finds = "document" in verb.frames and not lexicon.words("documents.tsv").isdisjoint(lower)
    if not finds and verb.frames.isdisjoint(("clause", "whether")):
        return False
    finite = (i for i in range(node + 1, len(unit)) if tags[i] in FINITE)
    return verb.lemma in SAYING or any(_has_subject(unit, i) for i in finite)


def _has_subject(unit: Unit, verb: int) -> bool:
    """Is it no verb of a relative clause: "sales [fell]", not "sales that [fell]"?"""
    before = verb - 1
    while unit.tag(before) == "RB":
        before -= 1
    return unit.word(before) not in RELATIVE


def _clause_precedes(unit: Unit, node: int) -> bool:
    """Can the verb end what is said before it: "Sales fell, Ray said on Monday.", "…, said Ray"?"""
    lower, following = unit.tree.lower, unit.word(node + 1)
    ends = (
        not following[:1].isalnum()
        or following.partition(" ")[0] in TEMPORAL
        or following in WHERE
        or "to" in unit.cues[node].frames
    )
    if not (ends or unit.word(node - 1) == ","):
        return False
    last = max((i for i in range(node) if lower[i] == ","), default=0)
    return unit.has_verb(0, last)
