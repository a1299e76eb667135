"""Forecasts that take the place of others: what was forecast before is linked, and tells what was done to guidance.

In one sentence ("now expects $5m, up from a previous range of $4m"), or in two ("It expects $5m. Previously, it expected $4m").
"""

from __future__ import annotations

import re
from dataclasses import replace

from factx.linking.claims.earlier import PREVIOUS, previous_of
from factx.linking.claims.forecasts import Forecasts
from factx.linking.claims.guidance import by_numbers, is_changed, is_expected_now
from factx.linking.claims.guided import VIEWS, guided_noun
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import FORESEEING, GUIDED, SPEECH
from factx.linking.types import ChangeLink, ClaimLink

__all__ = ["fill_earlier", "fill_revised", "is_before", "tells_before"]

BEFORE = re.compile(r"\W*(?:previously|before that|earlier|until now)\b,?", re.IGNORECASE)
"""Opens a sentence of what was forecast before."""
FROM = re.compile(
    r"(?:(?:per|an?) (?:\w+ ){0,2}share)?(?: (?:for|in) (?:fiscal )?(?:year )?\d{4})?,? ?(?:(?:up|down|raised|lowered|increased|reduced) )?from"
)


SPAN = re.compile(r"(?:FY)?\d{4}(?:-[QH]\d)?")
"""A year, quarter or half year."""
BRACKETED = ("(from", "(up from", "(down from", "(vs", "(vs.", "(versus")


def fill_revised(page: Forecasts, ref: int) -> None:
    """ "now expects $5bn, up from a previous range of $4bn": what was forecast before says what is done to guidance."""
    scene, change, base = page.scene, page.out[ref].change, _base_of(page, ref)
    if change is None or base is None or page.whose(base) == "others":
        return
    now, frame = page.out[base], page.frames[base]
    before, changed, guided = previous_of(scene, ref), is_changed(scene, frame), guided_noun(scene, frame) is not None
    done = now.guidance in ("raised", "lowered", "narrowed") and guided
    if before is None and not changed and not done and not _from_alone(page, base, ref):
        return
    past = frame.verb is not None and scene.tree.tense(frame.verb) in ("past", "perfect")
    told = before == "forecast" or not GUIDED.isdisjoint(scene.tree.lower)
    if now.modality == "stated" and not changed and (past or not told):
        return  # "sales were $5bn, above its previous forecast of $4bn", "cash is $5bn, up from $4bn previously"
    numbers = by_numbers(scene.amounts[base], scene.amounts[ref], _direction(page, change, base, ref))
    own = now.guidance if guided else None  # and not what is done in the clause before
    action = own or numbers or now.guidance
    for other in (ref, base):
        page.set(
            other, guidance=action, modality="forecast", period=now.period, metric=page.out[other].metric or now.metric
        )


def _from_alone(page: Forecasts, base: int, ref: int) -> bool:
    """ "now sees $5, up from $4": is the earlier value of a new forecast of no other time ("from $4 a year ago")?"""
    scene = page.scene
    between = scene.between(base, ref)
    then, own = page.out[ref].period, page.out[base].period
    if (FROM.fullmatch(between) is None and between not in BRACKETED) or then not in (None, own):
        return False
    end = scene.amounts[ref].phrase_end
    if any(end <= moment.start < end + 40 for moment in scene.times):
        return False
    new = is_expected_now(scene, page.frames[base]) or guided_noun(scene, page.frames[base]) is not None
    if new or page.out[base].modality != "forecast":
        return new
    change, told = page.out[ref].change, page.over[0] if page.over else None
    moved = None if change is None else {"up": "raised", "down": "lowered"}.get(_direction(page, change, base, ref))
    # "It cut its forecast. It expects sales of $5m for 2024, down from $6m"
    return told is not None and (told.now or (told.action is not None and told.action == moved))


def _direction(page: Forecasts, change: ChangeLink, base: int, ref: int) -> str:
    """Which way guidance goes: of a loss that has become wider, down; of a decline that has become smaller, up."""
    direction, metric = change.direction, page.out[base].metric or ""
    if change.to is None:
        one, other = page.scene.amounts[base], page.scene.amounts[ref]
        grew = (one.low + one.high) > (other.low + other.high)
        direction = "up" if grew == (change.direction == "up") else "down"
    lost = metric.startswith("loss") or metric.endswith("loss")
    return {"up": "down", "down": "up"}.get(direction, direction) if lost else direction


def _base_of(page: Forecasts, ref: int) -> int | None:
    """The amount of its sentence that takes the place of one."""
    change = page.out[ref].change
    if change is None or change.from_ != ref:
        return None
    base = change.to if change.to is not None else page.frames[ref].base
    return base if base in page.frames else None


def tells_before(page: Forecasts) -> bool:
    """Does the sentence tell what was forecast before: "Previously, the company expected …"?"""
    scene = page.scene
    opened = BEFORE.match(scene.document.text, scene.sentence.start) is not None
    return opened and any(scene.tree.lemma(n) in FORESEEING for n in range(min(len(scene.tree), 12)))


def is_before(page: Forecasts, ref: int) -> bool:
    """ "Previously, it expected $5m", "It had forecast $5m": is an amount one that was forecast before?"""
    scene, tree, verb = page.scene, page.scene.tree, page.frames[ref].verb
    change = page.out[ref].change
    if change is not None and change.to is not None:
        return False
    if tells_before(page) or previous_of(scene, ref) == "forecast":
        return True
    for _ in range(3):
        if verb is None:
            return False
        words, subject = {tree.lower[n] for n in tree.group(verb)}, tree.own_subject(verb)
        if subject is not None and tree.lower[subject] in VIEWS and _is_old(scene, subject):
            return True  # "The previous forecast predicted $5m"
        if "had" in words and (tree.lemma(verb) in FORESEEING or tree.lemma(verb) in SPEECH):
            return True
        verb = tree.clause_of(tree.head[verb]) if tree.head[verb] >= 0 else None
    return False


def _is_old(scene: Scene, noun: int) -> bool:
    return any(scene.tree.lower[child] in PREVIOUS for child in scene.tree.children[noun] if child < noun)


def _was(page: Forecasts, ref: int) -> bool:
    """Is an amount one that was forecast before, whether it has been tied or not?"""
    change = page.out[ref].change
    return is_before(page, ref) or (change is not None and change.from_ == ref)


def fill_earlier(page: Forecasts, ref: int) -> None:
    """Tie a forecast to one that was made before, in its sentence or in those before."""
    then, link = is_before(page, ref), page.out[ref]
    if (not then and (link.guidance is None or link.change is not None)) or page.whose(ref) == "others":
        return
    beside = [
        r for r in (page.mine() if then else ()) if r < ref and page.out[r].metric is not None and not _was(page, r)
    ]
    if beside:  # "It now sees $5m; its previous outlook was $4m"
        now = _counterpart(page, ref, beside)
        if now is not None:
            _tie(page.scene, page.out, now, ref)
        return
    told = next(iter(page.outlook.before(page.scene.sentence)), None)
    if told is None or not page.one_company(ref, told):
        return
    if not then:  # "It had forecast $5m. But it lowered its outlook to $4m"
        other = _counterpart(page, ref, told.then)
        if other is not None:
            _tie(page.scene, page.out, ref, other)
    elif told.action == "withdrawn" and not told.refs:
        page.set(ref, guidance="withdrawn", period=page.out[ref].period or told.period)
    else:
        now = _counterpart(page, ref, [r for r in told.refs if r not in told.then])
        if now is not None:
            _tie(page.scene, page.out, now, ref)


def _counterpart(page: Forecasts, ref: int, others: list[int]) -> int | None:
    """The forecast that takes the place of another: of the same metric, or the only one that can be compared."""
    amounts, one = page.scene.amounts, page.scene.amounts[ref]
    bare = [r for r in others if one.currency == amounts[r].currency is not None and None in (one.per, amounts[r].per)]
    free = [r for r in others if (page.scene.comparable(r, ref) or r in bare) and page.out[r].change is None]
    free = [r for r in free if not _of_other_time(page.out[r], page.out[ref])]
    same = [r for r in free if page.out[r].metric == page.out[ref].metric]
    if len(same) == 1:
        return same[0]
    alone = len(free) == 1 and None in (page.out[ref].metric, page.out[free[0]].metric)
    return free[0] if alone else None


def _of_other_time(one: ClaimLink, other: ClaimLink) -> bool:
    """Are they forecasts of two years or quarters: "It guided to $5m for 2025. It had guided to $6m for 2024"?"""
    values = {link.period.value for link in (one, other) if link.period is not None and link.period.value is not None}
    return len(values) > 1 and all(SPAN.fullmatch(value) for value in values)


def _tie(scene: Scene, out: list[ClaimLink], now: int, then: int) -> None:
    """Link a forecast to the one that it takes the place of; what is done to guidance is told by the two, where no verb says it."""
    one, other = scene.amounts[now], scene.amounts[then]
    moved = (one.low + one.high) - (other.low + other.high)
    direction = "up" if moved > 0 else "down" if moved < 0 else "unchanged"
    change = ChangeLink(direction, None, then, now)
    told = out[now].guidance
    action = told if told not in (None, "initiated") else by_numbers(one, other, direction)
    metric, period = out[now].metric or out[then].metric, out[now].period or out[then].period
    for ref in (now, then):
        out[ref] = replace(out[ref], change=change, guidance=action, modality="forecast", metric=metric, period=period)
