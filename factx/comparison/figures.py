"""Amounts and numbers: equal by value, rounded, on the wrong scale, of another period, or another figure of the same thing.

First each figure of the report looks for its own value in the source, then for one that it rounds. What is left looks for
the figure that the source gives for the same thing; figures of the source that others have found by value are not in
question any more. Only a close likeness of the words, or of the records, is enough to say that two figures differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.comparison.finding import Sides, draft
from factx.comparison.ledger import Ledger
from factx.comparison.model import Finding, FindingKind, Status
from factx.comparison.topic import Likeness, Topic, Topics, adjacent, likeness, same_time
from factx.comparison.values import base, bounds, end_of, equal, family, rounds, shown, slip, within
from factx.comparison.voices import same_organisation
from factx.records import MonetaryClaim, NumericClaim

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Claim

__all__ = ["judge_figures"]

ABOUT_IT = 0.35
"""Likeness from which two figures can be about the same thing."""
SAME_THING = 0.5
"""Likeness from which a conflict of equal values (period, currency …) is held against the report."""
CERTAIN_BAG, CERTAIN_NEAR, CERTAIN_WHAT = 0.7, 0.6, 0.65
"""Likeness of the sentences, of the words near the figures, and of the descriptions, from which unequal values differ."""
CLEAR = 0.1
"""By how much the likeliest figure must be ahead of the next one."""
AHEAD = 0.2
"""By how much a rounding, or another figure of the same thing, must be likelier than a figure of the same value elsewhere."""
ADJACENT = 3
"""Telling words in a row, on both sides of the figures together, from which unequal values differ."""
SMALL = 12
"""Counts up to this come up of many things of one kind."""
TELLING_DIGITS = 3
"""A value of so many digits does not come up twice by chance."""


@dataclass(frozen=True, slots=True)
class Match:
    """A figure of the report beside one of the source."""

    told: Topic
    said: Topic
    like: Likeness
    conflicts: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[float, int]:
        return self.like.all - 0.25 * len(self.conflicts), -self.said.claim.span.start


def judge_figures(source: Facts, report: Facts) -> list[Finding]:
    """A finding for each monetary and numeric claim of the report."""
    ledger, topics = Ledger(source), Topics(report)
    told = [topics.of(claim) for claim in (*report.money, *report.numbers)]
    by_value = [_by_value(topic, ledger) for topic in told]
    taken = {
        m.said.claim.id for m in by_value if m is not None and m.like.all >= SAME_THING and "metric" not in m.conflicts
    }
    if _strangers(source, report):
        taken |= {topic.claim.id for topic in ledger.topics}
    return [_judge(topic, match, ledger, taken) for topic, match in zip(told, by_value, strict=True)]


def _strangers(source: Facts, report: Facts) -> bool:
    """Are the texts statements of two organisations? Then each speaks of itself, and none of its figures is the other's."""
    if source.issuer is None or report.issuer is None:
        return False
    names = [(issuer.name, *issuer.aliases) for issuer in (source.issuer, report.issuer)]
    return all(same_organisation(a, b) == "other" for a in names[0] for b in names[1])


# ---------------------------------------------------------------- the same value
def _by_value(told: Topic, ledger: Ledger) -> Match | None:
    """The best figure of the same value, or one that it is a correct rounding of."""
    matches = [_match(told, said) for said in ledger.equal(told.claim) if _comparable(told.claim, said.claim)]
    best = max(matches, key=lambda match: match.rank, default=None)
    if best is not None and best.like.all >= SAME_THING:
        return best
    near = [_match(told, said) for said in ledger.around(told.claim) if rounds(told.claim, said.claim)]
    near += [_match(told, said) for said in ledger.ranges(told.claim) if end_of(told.claim, said.claim)]
    least = ABOUT_IT if best is None else max(ABOUT_IT, best.like.all + AHEAD)
    near = [match for match in near if match.like.all >= least and "period" not in match.conflicts]
    return max(near, key=lambda match: match.rank, default=best)


def _comparable(told: Claim, said: Claim) -> bool:
    a, b = family(told), family(said)
    return a == b or isinstance(told, MonetaryClaim) or {a, b} == {"number", "percent"}


def _match(told: Topic, said: Topic) -> Match:
    return Match(told, said, likeness(told, said), tuple(_conflicts(told, said)))


def _conflicts(told: Topic, said: Topic) -> list[str]:
    """What else than the value is not the same, as far as both texts tell."""
    a, b = told.claim, said.claim
    out = []
    if isinstance(a, MonetaryClaim) and isinstance(b, MonetaryClaim) and _other_currency(a, b):
        out.append("currency")
    if equal(a, b) and bounds(a, b) in ("wrong", "one-sided"):
        out.append("comparator")
    if same_time(a, b) == "other":
        out.append("period")
    if _other_modality(told, said):
        out.append("modality")
    if told.role == said.role and {_direction(a), _direction(b)} == {"up", "down"}:
        out.append("direction")
    if a.metric is not None and b.metric is not None and a.metric != b.metric and not told.what & said.what:
        out.append("metric")
    return out


def _direction(claim: Claim) -> str | None:
    return claim.change.direction if claim.change is not None else None


def _other_currency(a: MonetaryClaim, b: MonetaryClaim) -> bool:
    """Are the currencies certainly two? A bare dollar sign can be any dollar."""
    if a.currency == b.currency:
        return False
    bare = any("$" in claim.span.text and claim.currency_evidence != "explicit" for claim in (a, b))
    return not (bare and a.currency.endswith("D") and b.currency.endswith("D"))


def _other_modality(told: Topic, said: Topic) -> bool:
    """A forecast told as a result (or a result as a forecast), something denied told as a fact: the words must show it, too.

    Of counts in passing ("a voucher for two tickets, which guests will get") neither text means to say whether they are facts.
    """
    a, b = told.claim.modality, said.claim.modality
    if family(told.claim) == "number" and "negated" not in (a, b):
        return False
    if "negated" in (a, b):
        return a != b and told.denies != said.denies
    return (a == "stated") != (b == "stated") and told.ahead != said.ahead


# ---------------------------------------------------------------- what follows from it
def _judge(told: Topic, match: Match | None, ledger: Ledger, taken: set[str]) -> Finding:
    claim = told.claim
    if match is not None and equal(claim, match.said.claim):
        pair = _pair(told, ledger, taken) if match.like.all < SAME_THING or "metric" in match.conflicts else None
        if pair is None or not _certain(pair) or pair.like.all < match.like.all + AHEAD:
            return _equal(match)
        return _differs(pair)
    if match is not None and end_of(claim, match.said.claim) is not None:
        return _end(match)
    if match is not None:
        reason = f"“{shown(claim)}” is “{shown(match.said.claim)}” rounded"
        if match.conflicts:
            return _finding(match, "unclear", f"{reason}, but {_in_words(match.conflicts)}", 0.4, match.conflicts)
        return _finding(match, "rounded", reason, 0.5 + 0.4 * match.like.all)
    slips = [_match(told, said) for said in ledger.slips(claim) if slip(claim, said.claim)]
    best = max(slips, key=lambda found: found.rank, default=None)
    if best is not None and best.like.all >= ABOUT_IT and not set(best.conflicts) & {"metric", "period"}:
        scale = slip(claim, best.said.claim)
        reason = f"the digits are those of the source’s “{shown(best.said.claim)}”, the scale is not: {scale}"
        return _finding(best, "scaled wrong", reason, 0.55 + 0.4 * best.like.all, ["scale"])
    pair = _pair(told, ledger, taken)
    if pair is not None and _certain(pair):
        return _differs(pair)
    if pair is not None and pair.like.all >= SAME_THING:
        reason = f"the source has “{shown(pair.said.claim)}” in like words; whether it is about the same cannot be told"
        return _finding(pair, "unclear", reason, 0.3)
    sides = Sides([claim.span], report_id=claim.id)
    return draft(_kind(claim), "not found", "the source does not have this figure", sides, min(0.8, claim.confidence))


def _end(match: Match) -> Finding:
    """A single figure that is an end of the source's range."""
    told, said = match.told.claim, match.said.claim
    if end_of(told, said) == "bound" and not match.conflicts:
        return _finding(match, "equal", f"it is an end of the source’s “{shown(said)}”", 0.5 + 0.4 * match.like.all)
    reason = f"the source gives a range, “{shown(said)}”, the report one end of it"
    return _finding(match, "unclear", reason, 0.5, ["range", *match.conflicts])


def _equal(match: Match) -> Finding:
    told, said, like = match.told.claim, match.said.claim, match.like.all
    if "period" in match.conflicts and like >= SAME_THING:
        when = f"the figure is that of {_when(said)} in the source, of {_when(told)} in the report"
        rest = [flag for flag in match.conflicts if flag not in ("period", "metric")]
        return _finding(match, "other period", when, 0.5 + 0.4 * like, ["period", *rest])
    flags = [flag for flag in match.conflicts if flag not in ("period", "metric")]
    if flags and like >= SAME_THING:
        reason = f"the number is that of the source’s “{shown(said)}”, but {_in_words(flags)}"
        slight = flags == ["comparator"] and bounds(told, said) == "one-sided"
        return _finding(match, "differs", reason, 0.6 if slight else 0.45 + 0.4 * like, flags)
    if "metric" in match.conflicts and like >= ABOUT_IT:
        return _finding(match, "unclear", f"the figure is in the source, where it is {said.metric}", 0.4, ["metric"])
    if match.conflicts:
        return _finding(
            match, "unclear", f"the number is in the source, but {_in_words(match.conflicts)}", 0.3, match.conflicts
        )
    if like < ABOUT_IT / 2 and not _telling(told) and match.told.bag and match.said.bag:
        reason = "the number is in the source, but the words around it have little in common"
        return _finding(match, "unclear", reason, 0.3)
    how = "" if told.span.text == said.span.text else f", written “{' '.join(said.span.text.split())}”"
    return _finding(match, "equal", f"the source has the same value{how}", 0.6 + 0.35 * like)


def _when(claim: Claim) -> str:
    assert claim.period is not None
    text = " ".join(claim.period.text.split())
    return text if claim.period.value in (None, text) else f"{text} ({claim.period.value})"


def _telling(claim: Claim) -> bool:
    return len(base(claim)[0].normalize().as_tuple().digits) >= TELLING_DIGITS or isinstance(claim, MonetaryClaim)


IN_WORDS = {
    "currency": "the currency is not", "comparator": "“over”, “under”, “at least” or “up to” is not the same",
    "period": "the period is another one", "modality": "one of the two is a fact, the other expected, conditional or denied",
    "direction": "it goes the other way", "metric": "it measures something else",
}  # fmt: skip


def _in_words(flags: tuple[str, ...] | list[str]) -> str:
    return " and ".join(IN_WORDS[flag] for flag in flags)


# ---------------------------------------------------------------- another value of the same thing
def _pair(told: Topic, ledger: Ledger, taken: set[str]) -> Match | None:
    """The figure that the source gives for the same thing, if one is ahead of all others."""
    matches = []
    for said in ledger.about(told):
        a, b = told.claim, said.claim
        if (
            b.id in taken
            or family(a) != family(b)
            or equal(a, b)
            or (told.role != said.role and None not in (told.role, said.role))
        ):
            continue
        matches.append(_match(told, said))
    matches.sort(key=lambda match: match.rank, reverse=True)
    if not matches:
        return None
    best = matches[0]
    rivals = [
        match
        for match in matches[1:]
        if match.rank[0] > best.rank[0] - CLEAR and base(match.said.claim) != base(best.said.claim)
    ]
    return None if rivals else best


def _certain(match: Match) -> bool:
    """Are two unequal figures of one thing, so that one of the texts must be wrong?"""
    told, said, like = match.told, match.said, match.like
    next_to = adjacent(told, said)
    if {"metric", "period"} & set(match.conflicts) or like.metric is False or within(told.claim, said.claim):
        return False
    if "modality" in match.conflicts and (told.claim.metric is not None or next_to < ADJACENT):
        return False
    if told.names - said.names and said.names - told.names:
        return False  # "sales in Spain", "sales in France"
    if (
        isinstance(told.claim, NumericClaim)
        and family(told.claim) == "number"
        and not _same_unit(told.claim, said.claim)
    ):
        return False
    if next_to >= ADJACENT:
        return True
    if _small(told.claim) and _small(said.claim) and next_to < ADJACENT - 1:
        return False  # "two children", "four children": of whom?
    shared = len(told.near & said.bag)
    if like.bag >= CERTAIN_BAG and like.near >= CERTAIN_NEAR and shared >= 2:
        return True
    if like.metric and same_time(told.claim, said.claim) == "same" and told.role == said.role:
        return like.near >= SAME_THING
    return like.what is not None and like.what >= CERTAIN_WHAT and like.near >= SAME_THING and shared > ADJACENT


def _small(claim: Claim) -> bool:
    """Is it a count that comes up of many things?"""
    return claim.metric is None and family(claim) == "number" and claim.high <= SMALL


def _same_unit(told: NumericClaim, said: Claim) -> bool:
    if not isinstance(said, NumericClaim):
        return False
    if told.unit is None or said.unit is None:
        return told.unit is said.unit
    if told.unit_name is not None and told.unit_name == said.unit_name:
        return True
    return told.unit.lower().split()[-1].rstrip("s") == said.unit.lower().split()[-1].rstrip("s")


def _differs(match: Match) -> Finding:
    told, said = match.told.claim, match.said.claim
    reason = f"the source gives “{shown(said)}” for this, the report “{shown(told)}”"
    flags = ["value", *(flag for flag in match.conflicts if flag in ("currency", "direction"))]
    return _finding(match, "differs", reason, 0.45 + 0.45 * match.like.all, flags)


def _finding(
    match: Match, status: Status, reason: str, confidence: float, flags: tuple[str, ...] | list[str] = ()
) -> Finding:
    told, said = match.told.claim, match.said.claim
    sides = Sides([told.span], [said.span], told.id, said.id)
    return draft(_kind(told), status, reason, sides, confidence, flags=flags)


def _kind(claim: Claim) -> FindingKind:
    return "money" if isinstance(claim, MonetaryClaim) else "number"
