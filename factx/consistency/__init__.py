"""Do an article's claims agree with each other?

Three questions, each asked only where the answer is certain: is the same thing counted twice and differently; is a
result given twice and differently, or outside the outlook; does "down 3% to $5m from $6m" add up. Claims are grouped by
what they are about and each is compared with a bounded number of its group, so the time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factx import lexicon
from factx.consistency.figures import exact, percent_range, precision
from factx.records import Claim, Inconsistency, MonetaryClaim, NumericClaim

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["inconsistencies"]

PARTNERS = 12
"""Earlier claims on the same thing that a claim is compared with, at most."""

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
NAME = re.compile(r"\b(?:[A-Z]|\d)[\w.,]*\w|\b[A-Z0-9]\b")
PLAIN = frozenset(row[0] for row in lexicon.rows("closed_class.tsv") if row[1] in ("DT", "IN", "TO", "PRP$", "CC"))
THE_COMPANY = frozenset(("company", "group", "firm", "business", "corporation", "we", "it", "they", "us"))
OTHERS = re.compile(
    r"\b(?:another|additional|further|other|others|more|extra|first|second|third|previous|earlier|new|remaining|each)\b",
    re.IGNORECASE,
)
ADJUSTED = re.compile(
    r"\b(?:constant|currenc|organic|like-for-like|like for like|same-store|comparable|adjust|excluding|underlying|pro forma|annualis|annualiz|compound"
    r"|reported basis|exchange rate|inflation|real terms)",
    re.IGNORECASE,
)
PART = re.compile(
    r"\b(?:segment|division|unit|business|operations|region|subsidiary|affiliate|joint venture|group's|parts?)s?\b",
    re.IGNORECASE,
)
EARLIER_OUTLOOK = re.compile(
    r"\b(?:previous(?:ly)?|prior|earlier|had|original(?:ly)?|initial(?:ly)?|raised|lowered|cut|revised|from)\b",
    re.IGNORECASE,
)
COMPARATORS = {"=": "exactly ", "~": "about ", ">": "over ", ">=": "at least ", "<": "under ", "<=": "up to "}


def inconsistencies(facts: Facts) -> list[Inconsistency]:
    """Pairs of claims that differ; empty where there is none.

    >>> from factx import extract
    >>> facts = extract("Norvik serves 90 dealers in Spain. Later it says: Norvik serves over 90 dealers in Spain.")
    >>> [(pair.first, pair.second) for pair in facts.consistency()]
    [('n1', 'n2')]
    """
    issuer = _plain(facts.issuer.name) if facts.issuer is not None else ""
    aliases = _aliases(facts)
    found: dict[tuple[str, str], Inconsistency] = {}
    found_pairs = (
        *_counts(facts, issuer, aliases),
        *_results(facts, issuer, aliases),
        *_arithmetic(facts),
        *_told_and_printed(facts),
    )
    for pair in found_pairs:
        found.setdefault((pair.first, pair.second), pair)
    order = {claim.id: claim.span.start for kind in (facts.money, facts.numbers) for claim in kind}
    return sorted(found.values(), key=lambda pair: (order[pair.first], order[pair.second]))


# ---------------------------------------------------------------- what a claim is about
def _words(text: str | None) -> list[str]:
    return [word for word in WORD.findall((text or "").lower()) if word not in PLAIN]


def _plain(text: str | None) -> str:
    return " ".join(word[:-1] if word.endswith("s") and len(word) > 3 else word for word in _words(text))


def _aliases(facts: Facts) -> dict[str, str]:
    """Every name of a speaker -> its first one, both in plain words."""
    out: dict[str, str] = {}
    for speaker in facts.speakers:
        for name in (speaker.name, *speaker.aliases):
            out.setdefault(_plain(name), _plain(speaker.name))
    return out


def _who(claim: Claim, issuer: str, aliases: dict[str, str]) -> str:
    """The subject in plain words, its names made one; "the company" is the issuer."""
    plain = _plain(claim.subject)
    if not plain or plain in THE_COMPANY:
        return issuer
    return aliases.get(plain, plain)


def _unit(claim: NumericClaim) -> str:
    return _plain(claim.unit)


def _shown(claim: Claim) -> str:
    unit = claim.unit if isinstance(claim, NumericClaim) and claim.dimension == "count" else None
    text = claim.span.text if unit is None else f"{claim.span.text} {unit}"
    return f"{COMPARATORS[claim.comparator] if claim.comparator != '=' else ''}{text}"


def _later(claim: Claim) -> bool:
    """Is it the earlier value of a comparison, or a part of one ("by 5%")?"""
    change = claim.change
    return change is not None and (change.from_ == claim.id or (change.by == claim.id and change.to is not None))


# ---------------------------------------------------------------- the same thing counted twice
def _counts(facts: Facts, issuer: str, aliases: dict[str, str]) -> Iterator[Inconsistency]:
    """ "90 dealers" and "over 90 dealers"; "140 governments" and "140 countries" beside the same other count."""
    groups: dict[tuple[str, str, str], list[NumericClaim]] = {}
    restated: dict[tuple[int, int], tuple[Claim, Claim]] = {}
    for claim in facts.numbers:
        if (
            claim.dimension != "count"
            or not claim.unit
            or claim.modality != "stated"
            or _later(claim)
            or not _compares(claim)
        ):
            continue
        who, did = _who(claim, issuer, aliases), _did(claim)
        if not who or not did:
            continue
        group = groups.setdefault((who, did, _unit(claim)), [])
        for earlier in group[-PARTNERS:]:
            if earlier.sentence.start == claim.sentence.start or not _same_time(earlier, claim):
                continue
            key = (earlier.sentence.start, claim.sentence.start)
            if (earlier.low, earlier.high) == (claim.low, claim.high):
                restated.setdefault(key, (earlier, claim))
                if _clash(earlier.comparator, claim.comparator):
                    yield Inconsistency(
                        earlier.id, claim.id, f"the same count is given as {_shown(earlier)} and as {_shown(claim)}"
                    )
            elif _differ(earlier, claim) and len(_words(claim.unit)) > 1 and _same_setting(earlier, claim):
                yield Inconsistency(
                    earlier.id, claim.id, f"the same thing is counted as {_shown(earlier)} and as {_shown(claim)}"
                )
        group.append(claim)
    yield from _swapped(facts, restated)


def _did(claim: Claim) -> str:
    """The first word of what was done or is measured: "serves dealers" -> "serve"."""
    words = _words(claim.what)
    return words[0].rstrip("s") if words else ""


def _same_setting(first: Claim, second: Claim) -> bool:
    """Is all else equal: the description, and the names and numbers of the sentences ("in Spain", "in 2023")?"""
    others = [
        set(NAME.findall(c.sentence.text)) - set(NAME.findall(c.span.text)) - _capitals(c) for c in (first, second)
    ]
    return _words(first.what) == _words(second.what) and others[0] == others[1]


def _same_names(first: Claim, second: Claim) -> bool:
    """Do the sentences name nobody and nothing else, months and days aside?"""
    names = [{n for n in NAME.findall(c.sentence.text) if not n[0].isdigit()} - _capitals(c) for c in (first, second)]
    return names[0] == names[1]


def _capitals(claim: Claim) -> set[str]:
    """The names of the subject, and the word that begins the sentence."""
    return set(NAME.findall(claim.subject or "")) | set(NAME.findall(claim.sentence.text.split(" ", 1)[0]))


def _compares(claim: Claim) -> bool:
    return (
        OTHERS.search(claim.unit or "" if isinstance(claim, NumericClaim) else "") is None
        and OTHERS.search(claim.what or "") is None
    )


def _same_time(first: Claim, second: Claim) -> bool:
    a, b = first.period, second.period
    return (a.value if a else None) == (b.value if b else None)


def _clash(first: str, second: str) -> bool:
    """Do two comparators of one number exclude each other? "About" goes with all."""
    return first != second and "~" not in (first, second) and {first, second} not in ({"=", ">="}, {"=", "<="})


def _differ(first: Claim, second: Claim) -> bool:
    """Are two exact values further apart than rounding?"""
    if (first.comparator, second.comparator) != ("=", "=") or first.low != first.high or second.low != second.high:
        return False
    return abs(first.low - second.low) > max(precision(first), precision(second))


def _swapped(facts: Facts, restated: dict[tuple[int, int], tuple[Claim, Claim]]) -> Iterator[Inconsistency]:
    """Two sentences restate one count, and another number of both counts different things."""
    by_sentence: dict[int, list[NumericClaim]] = {}
    for claim in facts.numbers:
        if claim.dimension == "count" and claim.unit:
            by_sentence.setdefault(claim.sentence.start, []).append(claim)
    for (first, second), (anchor, _) in restated.items():
        here, there = by_sentence[first][:PARTNERS], by_sentence[second][:PARTNERS]
        units = {_unit(c) for c in here} & {_unit(c) for c in there}
        for a in here:
            for b in there:
                same = a.low == a.high == b.low == b.high and a.low >= 10 and a.low != anchor.low
                if same and not units & {_unit(a), _unit(b)} and _unit(a).split()[-1:] != _unit(b).split()[-1:]:
                    reason = f"the same number is {_shown(a)} in one sentence and {_shown(b)} in one that restates it"
                    yield Inconsistency(a.id, b.id, reason)


# ---------------------------------------------------------------- results and outlook
def _results(facts: Facts, issuer: str, aliases: dict[str, str]) -> Iterator[Inconsistency]:
    """A metric of one owner and period that has two values, or a result outside its outlook."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in sorted((*facts.money, *facts.numbers), key=lambda c: c.span.start):
        if (
            claim.metric is None
            or claim.period is None
            or claim.period.value is None
            or claim.period.value.endswith("_REF")
        ):
            continue
        if (
            not _dated(claim)
            or _later(claim)
            or (isinstance(claim, MonetaryClaim) and claim.converts is not None)
            or claim.modality not in ("stated", "forecast")
        ):
            continue
        if isinstance(claim, NumericClaim) and (
            claim.dimension != "percentage" or claim.change is None or claim.change.by != claim.id
        ):
            continue
        unit = claim.currency if isinstance(claim, MonetaryClaim) else "%"
        key = (
            _who(claim, issuer, aliases),
            claim.metric,
            " ".join(sorted(_words(claim.what))),
            claim.period.value,
            claim.per or "",
            unit,
        )
        if not key[0]:
            continue
        groups.setdefault(key, []).append(claim)
    for group in groups.values():
        if len({(c.low, c.high) for c in group}) != 2:
            continue  # one value, or a list of parts
        for index, claim in enumerate(group[:PARTNERS]):
            for earlier in group[:index]:
                reason = _disagree(facts, earlier, claim)
                if reason is not None:
                    yield Inconsistency(earlier.id, claim.id, reason)


def _dated(claim: Claim) -> bool:
    """Does the claim's own sentence say which period, and speak of the whole and not of a part?"""
    assert claim.period is not None
    return claim.period.text in claim.sentence.text and PART.search(claim.sentence.text) is None


def _disagree(facts: Facts, first: Claim, second: Claim) -> str | None:
    if (
        first.sentence.start == second.sentence.start
        or OTHERS.search(second.what or "")
        or not _same_names(first, second)
    ):
        return None
    if first.modality == second.modality == "stated":
        if _differ(first, second) and not ADJUSTED.search(first.sentence.text + second.sentence.text):
            return f"{first.metric} is given as {_shown(first)} and as {_shown(second)} for the same period"
        return None
    if first.modality == second.modality:
        return None
    outlook, result = (first, second) if first.modality == "forecast" else (second, first)
    if EARLIER_OUTLOOK.search(outlook.sentence.text) or result.comparator != "=" or outlook.comparator != "=":
        return None
    slack = max(precision(outlook), precision(result))
    if result.low < outlook.low - slack or result.high > outlook.high + slack:
        return f"the result ({_shown(result)}) lies outside the outlook ({_shown(outlook)})"
    return None


# ---------------------------------------------------------------- the text and its tables
def _told_and_printed(facts: Facts) -> Iterator[Inconsistency]:
    """ "Revenue of $58.2 million" over a table that says 58,913: one metric, period and currency, and no cell that says the same."""
    printed: dict[tuple[object, ...], list[MonetaryClaim]] = {}
    for claim in facts.money:
        if (
            claim.cell is not None
            and claim.metric is not None
            and claim.period is not None
            and claim.modality == "stated"
        ):
            printed.setdefault(
                (claim.metric, claim.currency, claim.per, claim.period.start, claim.period.end), []
            ).append(claim)
    if not printed:
        return
    for claim in facts.money:
        period = claim.period
        if (
            claim.cell is not None
            or claim.restates is not None
            or claim.metric is None
            or not exact(claim)
            or _later(claim)
        ):
            continue
        if period is None or period.start is None or period.end is None or PART.search(claim.sentence.text):
            continue
        cells = printed.get((claim.metric, claim.currency, claim.per, period.start, period.end), [])
        if (
            len(cells) == 1
            and not ADJUSTED.search(claim.sentence.text + cells[0].sentence.text)
            and _is_near(claim, cells[0])
        ):
            reason = f"{claim.metric} is given as {_shown(claim)}, and in the table as {_shown(cells[0])}"
            yield Inconsistency(claim.id, cells[0].id, reason)


def _is_near(told: Claim, cell: Claim) -> bool:
    """Do two values differ by more than rounding, and yet not so much that they are of two things?"""
    first, second = abs(told.low), abs(cell.low)
    return abs(first - second) > precision(told) + precision(cell) and 2 * min(first, second) > max(first, second)


# ---------------------------------------------------------------- changes that do not add up
def _arithmetic(facts: Facts) -> Iterator[Inconsistency]:
    """ "down 3% to $5m from $6m": do direction and percentage follow from the two values?"""
    claims: dict[str, Claim] = {claim.id: claim for kind in (facts.money, facts.numbers) for claim in kind}
    seen: set[tuple[str, str]] = set()
    for claim in claims.values():
        change = claim.change
        if change is None or change.from_ is None or change.to is None or (change.from_, change.to) in seen:
            continue
        seen.add((change.from_, change.to))
        then, now = claims.get(change.from_), claims.get(change.to)
        if then is None or now is None or not _adds_up(then, now):
            continue
        low, high = percent_range(then, now)
        values = f"from {_shown(then)} to {_shown(now)}"
        if (change.direction == "up" and high < 0) or (change.direction == "down" and low > 0):
            yield Inconsistency(then.id, now.id, f"{values} is not {change.direction}")
            continue
        by = claims.get(change.by) if change.by is not None else None
        if by is None or not _is_percentage(by):
            continue
        stated = abs(by.low) if change.direction == "up" else -abs(by.low)
        slack = 2 * precision(by)
        if not low - slack <= stated <= high + slack:
            middle = (now.low / then.low - 1) * 100
            reason = f"{change.direction} {by.span.text} is stated, but {values} is {middle:+.1f}%"
            yield Inconsistency(by.id, now.id, reason)


def _adds_up(then: Claim, now: Claim) -> bool:
    """Are two values of a change of one kind, exact and unadjusted, so that the change must follow from them?"""
    return (
        then.sentence.start == now.sentence.start
        and _words(then.what) == _words(now.what)
        and exact(then)
        and exact(now)
        and min(then.low, now.low) > 0
        and getattr(then, "currency", "") == getattr(now, "currency", "")
        and then.per == now.per
        and ADJUSTED.search(now.sentence.text) is None
    )


def _is_percentage(by: Claim) -> bool:
    return isinstance(by, NumericClaim) and by.dimension == "percentage" and by.unit_name == "percent" and exact(by)
