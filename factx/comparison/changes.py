"""Two statements of one organisation: which figures went up or down, what is expected now, what is new, dropped, said again.

Claims are paired by what they measure and whose it is, and by the length of their period (a quarter with a quarter), never by
where they stand. What cannot be paired with certainty is new in one statement and dropped from the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factx.comparison.acts import judge_act_changes
from factx.comparison.finding import Sides, draft
from factx.comparison.heard import Heard
from factx.comparison.ledger import Ledger
from factx.comparison.model import Finding, FindingKind, Status
from factx.comparison.quotes import judge_words
from factx.comparison.topic import Topic, Topics, adjacent, likeness
from factx.comparison.values import base, family, rounds, shown
from factx.comparison.voices import Voices, same_organisation
from factx.records import MonetaryClaim

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Claim

__all__ = ["judge_changes", "same_issuer"]

LOOKED_AT = ("headline", "dateline", "body")
PLACEHOLDERS = frozenset("we it they the company the group the firm our its".split())
ALIKE = 0.72
"""Likeness from which claims that measure nothing with a name are the same."""
LENGTHS = (
    (re.compile(r"(?:FY)?\d{4}-Q\d"), "quarter"), (re.compile(r"(?:FY)?\d{4}-H\d"), "half"), (re.compile(r"(?:FY)?\d{4}"), "year"),
    (re.compile(r"\d{4}-\d\d"), "month"), (re.compile(r"\d{4}-\d\d-\d\d"), "day"),
)  # fmt: skip


def same_issuer(first: Facts, second: Facts) -> bool:
    """Are both statements of one organisation, of two days?"""
    a, b = first.issuer, second.issuer
    days = first.article.published, second.article.published
    if a is None or b is None or None in days or days[0] == days[1]:
        return False
    return any(same_organisation(x, y) == "same" for x in (a.name, *a.aliases) for y in (b.name, *b.aliases))


def judge_changes(first: Facts, second: Facts) -> list[Finding]:
    """What changed from the first statement to the second."""
    ledger, topics = Ledger(first), Topics(second)
    later = [topics.of(claim) for claim in (*second.money, *second.numbers) if _counts(claim)]
    pairs = _pairs(later, ledger, first, second)
    out = [_changed(pair) for pair in pairs]
    paired_now, paired_then = {pair.now.id for pair in pairs}, {pair.then.id for pair in pairs}
    out += [
        _only("new", topic.claim)
        for topic in later
        if topic.claim.id not in paired_now and not _given_before(topic, ledger)
    ]
    out += [
        _only("dropped", claim)
        for claim in (*first.money, *first.numbers)
        if _counts(claim) and claim.id not in paired_then
    ]
    out += _quotes(first, second)
    out += judge_act_changes(first, second)
    return out


def _counts(claim: Claim) -> bool:
    """Is it a claim of the statement itself, and not the earlier figure that it compares with?"""
    change = claim.change
    return claim.section in LOOKED_AT and not (change is not None and change.from_ == claim.id)


def _given_before(topic: Topic, ledger: Ledger) -> bool:
    """Is it a figure that the earlier statement has, too, in like words (in the heading and in the text, say)?"""
    return any(
        family(said.claim) == family(topic.claim) and likeness(topic, said).all >= ALIKE
        for said in ledger.equal(topic.claim)
    )


# ---------------------------------------------------------------- which claims are the same
@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of the second statement and its counterpart in the first."""

    now: Claim
    then: Claim
    like: float


def _pairs(later: list[Topic], ledger: Ledger, first: Facts, second: Facts) -> list[Pair]:
    """The likeliest pairs first, each claim in one at most; a claim that is given twice is paired once."""
    found: list[tuple[float, int, int, Pair]] = []
    for topic in later:
        for said in ledger.about(topic):
            like = _alike(topic, said, first, second)
            if like is not None:
                now, then = topic.claim, said.claim
                found.append((-like, now.span.start, then.span.start, Pair(now, then, like)))
    out: list[Pair] = []
    taken: set[tuple[int, str]] = set()
    seen: set[tuple[object, ...]] = set()
    for *_, pair in sorted(found, key=lambda one: one[:3]):
        if (0, pair.then.id) in taken or (1, pair.now.id) in taken:
            continue
        taken |= {(0, pair.then.id), (1, pair.now.id)}
        key = (pair.now.metric, family(pair.now), base(pair.now), base(pair.then))
        if pair.now.metric is None or key not in seen:
            out.append(pair)
        seen.add(key)
    return out


def _alike(told: Topic, said: Topic, first: Facts, second: Facts) -> float | None:
    """How alike two claims are that measure the same thing of the same owner; None where they do not, or may not."""
    now, then = told.claim, said.claim
    if not _counts(then) or not _comparable(told, said):
        return None
    if now.modality != "stated" and not _same_target(now, then):
        return None
    owners = {_owner(now, second), _owner(then, first)} - {None}
    if len(owners) > 1 or (told.names - said.names and said.names - told.names):
        return None
    like = likeness(told, said)
    if like.metric is False or (now.metric is None) != (then.metric is None):
        return None
    if like.metric:
        return like.all + (0.2 if _length(now) == _length(then) else 0.0)
    return like.all if like.all >= ALIKE or adjacent(told, said) >= 3 else None


def _comparable(told: Topic, said: Topic) -> bool:
    """Are both of one currency or unit, per the same, a fact or not, and of a time of the same length, as far as they tell?"""
    now, then = told.claim, said.claim
    if family(now) != family(then) or now.per != then.per or (now.modality == "stated") != (then.modality == "stated"):
        return False
    if told.role != said.role and "by" in (told.role, said.role):
        return False
    lengths = {_length(now), _length(then)} - {None}
    return len(lengths) < 2


def _owner(claim: Claim, facts: Facts) -> str | None:
    """Whose it is: "" for the issuer, None where that is not known."""
    subject = (claim.subject or "").casefold()
    words = set(subject.split())
    if not words or (claim.metric is not None and claim.metric in subject):
        return None
    issuer = facts.issuer
    if words <= PLACEHOLDERS or (
        issuer is not None
        and any(same_organisation(subject, name) == "same" for name in (issuer.name, *issuer.aliases))
    ):
        return ""
    return subject.removeprefix("the ")


def _length(claim: Claim) -> str | None:
    value = claim.period.value if claim.period is not None else None
    return next((name for pattern, name in LENGTHS if value and pattern.fullmatch(value)), None)


def _same_target(now: Claim, then: Claim) -> bool:
    """Do two expectations look to the same time, as far as both say?"""
    a, b = now.period, then.period
    return a is None or b is None or a.value is None or b.value is None or a.value == b.value


# ---------------------------------------------------------------- what became of it
def _changed(pair: Pair) -> Finding:
    now, then = pair.now, pair.then
    sides = Sides([now.span], [then.span], now.id, then.id)
    if now.modality != "stated":
        status, reason = _outlook(now, then)
        return draft(_kind(now), status, reason, sides, _sure(pair), flags=["guidance"])
    before, after = _middle(then), _middle(now)
    if before == after and now.comparator == then.comparator:
        return draft(_kind(now), "unchanged", f"{_name(now)} is “{shown(now)}” in both", sides, _sure(pair))
    if _same_named_period(now, then):
        if rounds(now, then) or rounds(then, now):
            return draft(_kind(now), "unchanged", f"{_name(now)} is the same, once less exactly", sides, _sure(pair))
        reason = f"{_name(now)} of the same period was “{shown(then)}” and is “{shown(now)}” now"
        return draft(_kind(now), "restated", reason, sides, min(_sure(pair), 0.7), flags=["value"])
    by = after - before
    percent = (by / abs(before) * 100).quantize(Decimal("0.1")) if before and family(now) not in ("percent",) else None
    how = f" ({percent:+}%)" if percent is not None else ""
    reason = f"{_name(now)} went from “{shown(then)}” to “{shown(now)}”{how}"
    status = "up" if by > 0 else "down" if by < 0 else "unchanged"
    return draft(_kind(now), status, reason, sides, _sure(pair), by=abs(by), by_percent=percent)


def _same_named_period(now: Claim, then: Claim) -> bool:
    """Do both sentences name a period, the same one? What is only inferred is not enough to say that a figure was restated."""
    a, b = now.period, then.period
    if a is None or b is None or a.value is None or a.value != b.value:
        return False
    return a.text in now.sentence.text and b.text in then.sentence.text


def _outlook(now: Claim, then: Claim) -> tuple[Status, str]:
    """What became of an expectation: raised, lowered, narrowed, maintained, withdrawn."""
    name = f"what is expected of {_name(now)}"
    if getattr(now, "guidance", None) == "withdrawn":
        return "withdrawn", f"{name}, “{shown(then)}”, is withdrawn"
    (low, high), (first, last) = base(now), base(then)
    told = f"{name} was “{shown(then)}” and is “{shown(now)}” now"
    if (low, high) == (first, last):
        return "maintained", f"{name} is “{shown(now)}” in both"
    if low >= first and high <= last:
        return "narrowed", told
    return ("raised" if low + high > first + last else "lowered"), told


def _middle(claim: Claim) -> Decimal:
    return (claim.low + claim.high) / 2


def _name(claim: Claim) -> str:
    return " ".join((claim.metric or claim.what or getattr(claim, "unit", None) or "the figure").split())


def _sure(pair: Pair) -> float:
    return min(0.9, 0.4 + pair.like / 2)


def _kind(claim: Claim) -> FindingKind:
    return "money" if isinstance(claim, MonetaryClaim) else "number"


def _only(status: Status, claim: Claim) -> Finding:
    """A claim of one statement without a counterpart in the other."""
    if status == "new":
        reason, sides = "the earlier statement has no such figure", Sides([claim.span], (), claim.id, None)
    else:
        reason, sides = "the later statement has no such figure any more", Sides((), [claim.span], None, claim.id)
    return draft(_kind(claim), status, reason, sides, 0.6 if claim.metric else 0.4)


def _quotes(first: Facts, second: Facts) -> Iterator[Finding]:
    """Words of a speaker that come again, and those that come again changed."""
    voices, heard = Voices(first, second), Heard(first)
    for quote in second.quotes:
        if quote.kind == "indirect" or quote.inside is not None:
            continue
        found = judge_words(quote, second, heard, voices)
        said = first.get(found.source_id) if found is not None and found.source_id else None
        if found is None or said is None or voices.relation(second.speaker(quote), first.speaker(said)) != "same":  # type: ignore[arg-type]
            continue
        if found.status == "verbatim":
            yield found.model_copy(
                update={"status": "repeated", "verdict": "change", "reason": "the earlier statement has the same words"}
            )
        elif found.status == "altered":
            reason = found.reason.replace("the quote is altered", "the words come again, changed")
            yield found.model_copy(update={"status": "reworded", "verdict": "change", "reason": reason})
