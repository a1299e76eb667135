"""Acts: has the source this apology, and was the same done to the same guidance; of two statements, what the later one does.

An act is held against the acts of its kind in the source, and what is done to guidance against the source's figures of guidance,
too. What a text does not tell (who, what for, which metric, which time) is unknown, never other.

>>> from factx import compare
>>> found = compare("Bolt plc withdrew its guidance for 2024.", "Bolt plc raised its guidance for 2024.")
>>> [(one.kind, one.status, one.reason) for one in found.wrong()]
[('act', 'differs', 'the source says that this guidance is withdrawn, the report that it is raised')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.comparison.finding import Sides, draft, short
from factx.comparison.model import Finding, Status
from factx.comparison.voices import Relation, Voices, same_organisation
from factx.comparison.words import stems
from factx.records import Act, Claim

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Guidance

__all__ = ["judge_act_changes", "judge_acts", "same_act"]

ASIDE = ("boilerplate", "footer", "byline")
"""Sections whose acts are not the news of a statement."""
ALIKE = 0.5
"""Share of the shorter one's telling words that what two acts are about must have in common."""
GENERIC = frozenset(
    stems("guidance outlook forecasts targets expectations projections estimates fiscal full year annual")
)
"""Words that any guidance is called by: they do not tell one from another."""
OVERLAPPING = frozenset(("narrowed", "raised", "lowered"))
"""What can be done to guidance at once."""
DESCRIBED = re.compile(
    r"(?-i:[^A-Z0-9])|(?:the|an?|its?|our|we|i|this|that|they|their|he|she|management)\b", re.IGNORECASE
)
"""An actor that is told by no name."""
MANY = 2
"""Telling words in common by which two apologies are one."""
SURE = 0.6
"""Confidence that both acts need for one to be held against the other."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Of an act of the report to an act, or a figure of guidance, of the source: who does it, what it is about, of which time."""

    said: Act | Claim
    who: Relation
    about: Relation
    time: Relation
    guidance: Guidance | None
    strange: bool
    """Do the two have names that have nothing in common, where nothing tells whether these are of one or of two?"""

    @property
    def fits(self) -> bool:
        """Can both be one?"""
        return not self.strange and "other" not in (self.who, self.about, self.time)

    @property
    def known(self) -> int:
        """How much of it is known to be the same."""
        return (self.who, self.about, self.time).count("same")


def judge_acts(source: Facts, report: Facts) -> list[Finding]:
    """Each act of the report against the source."""
    voices = Voices(source, report)
    return [_judged(act, _likenesses(act, source, report, voices)) for act in report.acts]


def judge_act_changes(first: Facts, second: Facts) -> list[Finding]:
    """What the second statement does: to guidance, whatever the first one did; an apology is new, or comes again."""
    voices = Voices(first, second)
    out = []
    for act in second.acts:
        if act.section in ASIDE:
            continue
        fitting = [one for one in _likenesses(act, first, second, voices) if one.fits]
        before = max(fitting, key=lambda one: (one.known, one.guidance == act.guidance), default=None)
        out.append(_told(act, before))
    return out


def same_act(one: Act, other: Act) -> bool:
    """Do two acts of one text say the same thing, as its headline and its first sentence do?"""
    if (one.kind, one.guidance) != (other.kind, other.guidance):
        return False
    who = {act.actor_id or (act.actor or "").casefold() for act in (one, other)} - {""}
    return len(who) < 2 and "other" not in (_about(one, other), _time(one, other))


# ---------------------------------------------------------------- how alike they are
def _likenesses(act: Act, source: Facts, report: Facts, voices: Voices) -> list[Likeness]:
    told: list[Act | Claim] = [said for said in source.acts if said.kind == act.kind]
    if act.kind == "guidance":
        told += [claim for claim in (*source.money, *source.numbers) if claim.guidance is not None]
    out = []
    for said in told:
        who = _who(act, said, source, report, voices)
        names = [name for name in (act.actor, _actor(said)) if name and not DESCRIBED.match(name)]
        strange = who == "unknown" and len(names) == 2
        out.append(Likeness(said, who, _about(act, said), _time(act, said), said.guidance, strange))
    return out


def _actor(said: Act | Claim) -> str | None:
    return said.actor if isinstance(said, Act) else said.subject


def _who(act: Act, said: Act | Claim, source: Facts, report: Facts, voices: Voices) -> Relation:
    """By the speakers that they are; by the names alone only that they are the same."""
    its = said.actor_id if isinstance(said, Act) else said.subject_id
    one, other = (facts.get(key) if key else None for facts, key in ((report, act.actor_id), (source, its)))
    if one is not None and other is not None:
        return voices.relation(one, other)  # type: ignore[arg-type]  # ids of actors and subjects are speakers'
    name, named = act.actor, _actor(said)
    return "same" if name and named and same_organisation(name, named) == "same" else "unknown"


def _about(act: Act, said: Act | Claim) -> Relation:
    """By the metric where both have one, else by the words that tell what it is about."""
    if act.metric and said.metric:
        return "same" if act.metric == said.metric else "other"
    if isinstance(said, Claim):
        return "unknown"
    one, other = (frozenset(stems(one.about or "")) - GENERIC - _days(one) for one in (act, said))
    if not one or not other:
        return "unknown"
    return "same" if len(one & other) >= ALIKE * min(len(one), len(other)) else "other"


def _days(act: Act) -> frozenset[str]:
    return frozenset(stems(act.period.text)) if act.period is not None else frozenset()


def _time(act: Act, said: Act | Claim) -> Relation:
    """By the days where both have them, else by the value."""
    a, b = act.period, said.period
    if a is None or b is None or not a.value or not b.value:
        return "unknown"
    if a.value == b.value:
        return "same"
    if a.value.startswith("FY") != b.value.startswith("FY"):
        return "same" if a.value.removeprefix("FY") == b.value.removeprefix("FY") else "unknown"
    if a.value.startswith("FY"):
        return "other"
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return "unknown"
    return "other" if a.end < b.start or b.end < a.start else "unknown"


# ---------------------------------------------------------------- a report against its source
def _judged(act: Act, found: Sequence[Likeness]) -> Finding:
    fitting = sorted((one for one in found if one.fits), key=lambda one: -one.known)
    same = next((one for one in fitting if one.guidance == act.guidance), None)
    if same is not None:
        return _finding(act, same.said, "equal", f"the source has the same {_named(act)}", 0.9)
    if fitting:
        return _otherwise(act, fitting[0])
    return _unlike(act, found)


def _otherwise(act: Act, one: Likeness) -> Finding:
    """Something else is done to guidance that can be the same; it is where metric or time say so, or it has neither."""
    told = f"the source says that this guidance is {one.guidance}, the report that it is {act.guidance}"
    bare = act.metric is None and one.said.metric is None
    sure = one.about == "same" or one.time == "same" or (bare and one.who == "same")
    both = {act.guidance, one.guidance} <= OVERLAPPING and "narrowed" in (act.guidance, one.guidance)
    if sure and not both and _certain(act, one.said):
        return _finding(act, one.said, "differs", told, 0.8, "guidance")
    return _finding(act, one.said, "unclear", f"{told}; whether it is the same guidance is not clear", 0.4, "guidance")


def _unlike(act: Act, found: Sequence[Likeness]) -> Finding:
    """Nothing of the source can be this act: it may be one of another time, or of somebody else."""
    alike = [one for one in found if one.guidance == act.guidance and _certain(act, one.said)]
    for one in alike:
        if one.time == "other" and one.about != "other" and one.who != "other":
            a, b = act.period, one.said.period
            times = f"for {b.text} in the source, for {a.text} in the report" if a and b else "of another time"
            return _finding(act, one.said, "other period", f"the guidance is that {times}", 0.7, "period")
    for one in alike:
        if (one.who == "other" or one.strange) and one.about == "same" and one.time != "other":
            named = short(_actor(one.said) or "somebody else")
            reason = f"in the source, {named} does this, in the report {short(act.actor or 'somebody else')}"
            if one.who == "other" and _one_event(act, one):
                return _finding(act, one.said, "differs", reason, 0.7, "actor")
            return _finding(act, one.said, "unclear", f"{reason}; whether it is the same is not clear", 0.4, "actor")
    sides = Sides([act.span], report_id=act.id)
    return draft("act", "not found", f"the source does not have this {_named(act)}", sides, min(0.8, act.confidence))


def _one_event(act: Act, one: Likeness) -> bool:
    """Is it certainly the same that is done, by whomever: so many words in common, or the same metric of the same time?"""
    if act.kind == "guidance" or isinstance(one.said, Claim):
        return one.about == one.time == "same"
    return (
        one.time != "other" and len(frozenset(stems(act.about or "")) & frozenset(stems(one.said.about or ""))) >= MANY
    )


def _certain(act: Act, said: Act | Claim) -> bool:
    return min(act.confidence, said.confidence) >= SURE


def _named(act: Act) -> str:
    return "apology" if act.kind == "apology" else "act on guidance"


def _finding(act: Act, said: Act | Claim, status: Status, reason: str, sure: float, *flags: str) -> Finding:
    sides = Sides([act.span], [said.span], act.id, said.id)
    return draft("act", status, reason, sides, min(sure, act.confidence, said.confidence), flags=flags)


# ---------------------------------------------------------------- two statements of one organisation
DONE: dict[str, Status] = {
    "raised": "raised", "lowered": "lowered", "narrowed": "narrowed", "maintained": "maintained", "withdrawn": "withdrawn",
    "initiated": "new",
}  # fmt: skip


def _told(act: Act, before: Likeness | None) -> Finding:
    """What the later statement does, beside what the earlier one did."""
    if act.guidance is None:
        again = before is not None and before.known > 1
        status: Status = "repeated" if again else "new"
        reason = "the earlier statement has this apology, too" if again else "the earlier statement has no such apology"
        before = before if again else None
    else:
        status = DONE[act.guidance]
        earlier = (
            f"in the earlier statement it was {before.guidance}"
            if before
            else "the earlier statement does nothing to it"
        )
        reason = f"the later statement says that guidance is {act.guidance}; {earlier}"
    said = before.said if before else None
    sides = Sides([act.span], [said.span] if said else (), act.id, said.id if said else None)
    return draft("act", status, reason, sides, min(0.8, act.confidence), flags=["guidance"] if act.guidance else ())
