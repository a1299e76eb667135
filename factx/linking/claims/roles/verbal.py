"""Amounts beside a verb: "revenue was $5m", "spent $5m on chips", "sold it for $5m", "500 people have earned it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.linking.claims.clause import CONJUNCTIONS, FURTHEST
from factx.linking.claims.roles.role import Role
from factx.linking.claims.words import COPULAS, ESTIMATING, SPEECH, TRANSACTIONS, direction_of, is_quantity

if TYPE_CHECKING:
    from factx.linking.claims.roles.reader import Roles

__all__ = ["copula", "counted", "object_of", "oblique"]


def counted(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """A count that is itself the subject of the verb behind it."""
    scene = roles.scene
    if scene.amounts[ref].currency is not None:
        return None
    i = scene.before(start)
    if (
        scene.kind(i) == "p"
        and scene.head_of(i) == "in"
        and scene.kind(scene.after(end)) == ","
        and scene.kind(scene.before(i, 'R"&')) in ("", ",", "w")
    ):
        verb = scene.verb_after(end)  # "in seven cases, customers reported …"
        return Role("counted", start, end, verb=verb, noun=scene.subject_of(verb) if verb is not None else None)
    if scene.kind(i) in ("p", "o"):
        return None
    whole = None
    if scene.kind(i) == "w" and scene.head_of(i) in ("which", "whom") and scene.kind(i - 1) == "o":
        whole = next(reversed(roles.of), None)  # "cut 600 jobs, of which 300 are in Spain"
    after = scene.after(end, 'R"@')
    direct = after
    if scene.kind(i) == "G" and scene.lemma_of(i) not in SPEECH:
        return None  # "affecting 300 passengers after the union walked out"
    while scene.kind(after) in ("o", "p") and scene.kind(after + 1) in ("N", "@") and after < end + 7:
        if scene.head_of(after) in CONJUNCTIONS and scene.kind(scene.after(after + 1)) == "V":
            return None
        after = scene.after(after + 1, 'R"@')
    relative = scene.kind(after) == "w" and (after == direct or "p" not in scene.shape[direct:after])
    if scene.kind(after) == "V" or (relative and scene.kind(after + 1) in ("V", "E")):
        return Role("counted", start, end, verb=after if scene.kind(after) == "V" else after + 1, base=whole)
    return None


def copula(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """The amount is what the subject is."""
    scene = roles.scene
    i = scene.before(start, 'R"mJ')
    if scene.kind(i) == "p" and scene.head_of(i) in ("to", "at", "for", "around", "from"):
        i = scene.before(i, 'R"mJ')
        if scene.kind(i) == "p" and scene.head_of(i) in ("in", "out") and scene.kind(i - 1) == "V":
            i -= 1  # "came in at"
    level = unmoved(roles, start, end)
    if level is not None:
        return level
    verb = i
    if scene.kind(i) == "," or scene.kind(i) == "@":
        return None
    if scene.kind(i) not in ("V", "E", "G", "I"):
        return None
    lemma = scene.lemma_of(i)
    before = scene.before(i)
    if (
        scene.kind(i) == "E"
        and lemma in ESTIMATING
        and verb != scene.before(start, 'R"mJ')
        and scene.kind(before) == "N"
    ):
        return Role("copula", start, end, noun=scene.phrase_start(before), verb=verb)  # "cash flow now expected at"
    preposition = scene.before(start, 'R"mJ')
    estimated = lemma in ESTIMATING and verb != preposition and scene.kind(i) == "V"
    held = lemma in HELD and scene.kind(preposition) == "p" and scene.head_of(preposition) == "at" and roles.passive(i)
    if (
        lemma not in COPULAS
        and not held
        and not (estimated and (roles.passive(i) or scene.head_of(preposition) == "at"))
    ):
        return None
    amount = scene.amounts[ref]
    if amount.unit_start is not None and amount.dimension == "count" and scene.lemma_of(i) == "be":
        return None
    noun = scene.subject_of(verb)
    if scene.shape[verb] == "I":
        raised = scene.before(verb, 'R"@p')  # "anticipates net sales for the year to be"
        head = scene.phrase_start(raised) if scene.kind(raised) == "N" else -1
        if head > 0 and is_quantity(scene.head_of(head)) and scene.kind(scene.before(head)) in ("V", "G", "I"):
            noun = head
    if noun is None or ((lemma != "be" or scene.shape[verb] == "I") and roles.acts(noun)):
        return None  # "Bolt reached $5m" says what Bolt did
    return Role("copula", start, end, noun=noun, verb=verb)


def unmoved(roles: Roles, start: int, end: int) -> Role | None:
    """ "profit was unchanged from last year at $5m", "was broadly in line with the year before at $5m"."""
    scene = roles.scene
    at = scene.before(start, 'R"m')
    if scene.kind(at) != "p" or scene.head_of(at) != "at":
        return None
    verb = scene.before(at, 'R"p@JN')
    if scene.kind(verb) != "V" or at - verb > 7 or "@" not in scene.shape[verb:at]:
        return None
    if not any(
        direction_of(scene.head_of(i), "adverb") == "unchanged" or scene.head_of(i) in ALIKE
        for i in range(verb + 1, at)
    ):
        return None
    noun = scene.subject_of(verb)
    if noun is None or roles.acts(noun):
        return None
    return Role("copula", start, end, noun=noun, verb=verb)


ALIKE = ("line", "consistent", "comparable", "similar", "level", "par")
"""Of "in line with last year"."""

HELD = ("hold", "maintain", "keep", "leave", "set", "fix")
"""Verbs of "the dividend was held at 4p"."""


def object_of(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """The amount is what the verb takes."""
    i = roles.scene.before(start, 'R"mg@')
    return Role("object", start, end, verb=i) if roles.scene.kind(i) in ("V", "I", "G", "E") else None


def oblique(roles: Roles, ref: int, start: int, end: int) -> Role | None:
    """Behind a preposition that belongs to the verb: "sold the unit for $5m"."""
    scene = roles.scene
    verb = scene.verb_before(start)
    if verb is None or start - verb > FURTHEST:
        return None
    thing = None
    for j in range(verb + 1, start):
        if scene.shape[j] in "NHAp":
            thing = j if scene.shape[j] in "NH" else None
            if scene.shape[j] == "A" and scene.kind(j + 1) == "N" and j + 1 < start:
                thing = j + 1  # "sold its 25% stake for $5m"
            break
    if scene.lemma_of(verb) == "be":
        to = scene.shape.find("JpN", verb, start)  # "is accretive to its earnings per share by $1"
        if to >= 0 and is_quantity(scene.head_of(to + 2)):
            return Role("oblique", start, end, verb=verb, noun=to + 2)
    before = scene.before(verb, 'R",')
    if (
        thing is None
        and scene.shape[verb] in "VE"
        and scene.lemma_of(verb) in ESTIMATING
        and scene.kind(before) == "N"
        and scene.kind(verb - 1) == ","
    ):
        return Role("copula", start, end, noun=scene.phrase_start(before), verb=verb)  # "its debts, put at $5m,"
    if thing is None and scene.lemma_of(verb) in TRANSACTIONS and scene.shape[verb] in "VE":
        # "the unit was sold for $5m", "the firm, valued at $5m,"
        before = scene.before(verb, 'R",')
        subject = (
            scene.phrase_start(before)
            if scene.shape[verb] == "E" and scene.kind(before) == "N"
            else scene.subject_of(verb)
        )
        return Role("oblique", start, end, verb=verb, noun=subject)
    return Role("oblique", start, end, verb=verb, noun=thing)
