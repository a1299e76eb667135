"""What a forecast takes over: a table of what it can lack, where that comes from, and what does not have it.

"For fiscal 2026 we now expect revenue of $4.1 billion. Adjusted EPS is seen at $2.10": the second has the period of the first. Each
row goes over the forecasts of a sentence, those before it read; a test walks examples and counter-examples: in an example, the amount
stands in brackets, and behind "->" what it takes over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from factx import lexicon
from factx.linking.claims.ahead import fill_period
from factx.linking.claims.earlier import previous_of
from factx.linking.claims.forecasts import Forecasts
from factx.linking.claims.guidance import is_expected_now, moved_by
from factx.linking.claims.guided import ENDS, QUALIFIERS, RANGES, VIEWS, guided_metric, guided_noun
from factx.linking.claims.metric import metric_of
from factx.linking.claims.outlook import Told, same_period
from factx.linking.claims.replaced import fill_earlier, fill_revised, is_before, tells_before
from factx.linking.claims.scene import Scene
from factx.linking.claims.wording import noun_phrase
from factx.linking.claims.words import FORESEEING
from factx.syntax import NOMINAL

__all__ = ["CARRIED", "Carried", "carry"]

AND = re.compile(r",? and |, |; ")
ENDURING = frozenset(("maintained", "initiated"))
"""What is done to guidance by giving it: each forecast that follows is part of it."""


def carry(page: Forecasts) -> None:
    """Fill in what they lack, and remember what they tell."""
    if page.is_silent:
        page.outlook.told[page.scene.sentence.index] = Told(page.scene.sentence, stated=list(page.frames))
        return
    for ref in page.frames:
        link = page.out[ref]
        if link.modality == "stated" and page.is_under(ref):
            page.out[ref] = replace(link, modality="forecast")
    for row in CARRIED:
        for ref in page.frames if row.of_all else page.mine():
            row.take(page, ref)
    page.outlook.told[page.scene.sentence.index] = _told(page)


def _told(page: Forecasts) -> Told:
    """What the sentence tells those behind it."""
    refs = [r for r in page.mine() if page.out[r].metric is not None or page.out[r].guidance is not None]
    now = [r for r in refs if page.frames[r].name != "comparison"]
    told = Told(page.scene.sentence, refs=refs, stated=[r for r in page.frames if r not in refs])
    links = {p.value: p for p in (page.out[r].period for r in now) if p is not None}
    told.then = [r for r in now if is_before(page, r)]
    told.period = next(iter(links.values())) if len(links) == 1 else None
    actions = {page.out[r].guidance for r in now} - {None}
    told.action = actions.pop() if len(actions) == 1 else None
    told.metric = page.out[now[0]].metric if len(now) == 1 else None
    told.now = any(is_expected_now(page.scene, page.frames[r]) for r in now)
    told.whose = next((w for w in (page.whose(r) for r in now) if w is not None), None)
    return told


def _moved(page: Forecasts, ref: int) -> None:
    """ "$5m, up $1m from our previous outlook"."""
    change = page.out[ref].change
    to = None if change is None or change.by != ref else change.to
    action = None if change is None or to is None else moved_by(page.scene, ref, change.direction)
    if action is not None and to in page.frames and page.out[to].modality == "forecast":
        for other in (ref, to):
            page.set(other, guidance=action, modality="forecast")


def _listed(page: Forecasts, ref: int) -> None:
    """ "guidance of $5m in sales and adjusted earnings of $1m": what stands in a list behind guidance is guidance, too."""
    scene, frame = page.scene, page.frames[ref]
    base = max((r for r in page.frames if r < ref and page.frames[r].name != "comparison"), default=None)
    if base is None or page.out[base].modality != "forecast" or page.out[ref].modality != "stated":
        return
    taken_for_verb = (
        frame.verb is not None and scene.tree.lower[frame.verb] in QUALIFIERS - {"reported"} and frame.verb < frame.node
    )
    same = frame.verb == page.frames[base].verb and guided_noun(scene, page.frames[base]) is not None
    listed = AND.match(scene.document.text, scene.amounts[base].phrase_end, scene.amounts[ref].phrase_start) is not None
    if listed and (taken_for_verb or same) and page.out[ref].metric is not None:
        page.set(ref, modality="forecast", guidance=page.out[base].guidance)


def _metric(page: Forecasts, ref: int) -> None:
    scene, link, frame = page.scene, page.out[ref], page.frames[ref]
    if link.metric is None and link.guidance is not None:
        base = frame.base if frame.name == "comparison" else None
        metric = guided_metric(scene, ref, frame) if base is None else page.out[base].metric
        link = page.out[ref] = replace(link, metric=metric)
    if frame.name == "of" and frame.quantity is not None and page.is_guided(ref):
        own = metric_of(noun_phrase(scene, frame.quantity))
        if own is not None and scene.tree.words[frame.quantity] not in (link.what or ""):
            page.set(ref, metric=own, what=noun_phrase(scene, frame.quantity))
    if link.metric is not None or not _is_bare(scene, ref):
        return
    earlier = [r for r in page.frames if r < ref] or [r for told in page.over[:1] for r in (*told.refs, *told.stated)]
    known = {page.out[r].metric for r in earlier if scene.comparable(r, ref)}
    if len(known) == 1 and (metric := known.pop()) is not None:
        page.set(ref, metric=metric, what=page.out[next(r for r in earlier if page.out[r].metric == metric)].what)


def _is_bare(scene: Scene, ref: int) -> bool:
    """ "For 2025, it expects $5m": is an amount what is expected, and nothing named that it is of?"""
    tree = scene.tree
    for node in range(scene.first(ref) - 1, -1, -1):
        foresees = lexicon.verb_lemmas().get(tree.lower[node], tree.lower[node]) in FORESEEING
        if tree.tags[node][:2] == "VB" or (foresees and node == scene.first(ref) - 1):
            # "the company forecasts $5m", where the parse took it for a noun; "fuel costs, a predicted $5m" is what costs are
            return foresees and tree.label[node] != "amod"
        named = tree.tags[node] in NOMINAL and node not in scene.time_nodes
        if node in scene.taken or (named and tree.lower[node] not in RANGES | ENDS | VIEWS):
            return False
    return False


def _action(page: Forecasts, ref: int) -> None:
    link, frame = page.out[ref], page.frames[ref]
    if link.guidance is not None or not page.is_guided(ref) or frame.name == "comparison" or frame.side == "from":
        return
    told = next(iter(page.outlook.before(page.scene.sentence)), None)
    if told is None or told.action in (None, "withdrawn"):
        return
    if previous_of(page.scene, ref) or not page.one_company(ref, told):
        return
    near = told.sentence.paragraph == page.scene.sentence.paragraph and not (told.refs or told.stated)
    now = is_expected_now(page.scene, frame)
    ours = told.metric in (None, link.metric) and (
        same_period(link.period, told.period) or told.period is None is link.period
    )
    if ours and (now or near or (told.heads and told.action in ENDURING)) and not tells_before(page):
        page.set(ref, guidance=told.action)


@dataclass(frozen=True)
class Carried:
    """`take` fills in what a forecast lacks, if it can be told."""

    name: str
    take: Callable[[Forecasts, int], None]
    examples: tuple[str, ...]
    counters: tuple[str, ...]
    of_all: bool = False
    """Is it asked of all amounts, and not of forecasts alone?"""


CARRIED = (
    Carried(
        "revised",
        fill_revised,
        (
            "Bolt now expects sales of [$5m], up from a previous range of $3m to $4m. -> guidance raised",
            "Bolt now sees earnings of [$5] per share, from $4. -> guidance raised",
            "Bolt revised its forecast for sales to [$5m] from the $6m range. -> guidance lowered",
            "Bolt cut its forecast. It expects sales of [$5m] for 2024, down from $6m. -> guidance lowered",
            "Bolt now sees a margin of [9.8%], against the 10.5% it had pencilled in in May. -> guidance lowered",
        ),
        (
            "Sales were [$5m], above its previous forecast of $4m. -> guidance",
            "Bolt expects earnings of [$5] per share, from $4 in 2023. -> guidance",
            "Analysts now expect sales of [$5m], up from a previous estimate of $4m. -> guidance",
            "Bolt cut its forecast. It expects sales of [$5m] for 2024, up from $4m. -> guidance",
            "Bolt cut its forecast. It expects sales of [$5m] for 2024, down from $6m in 2023. -> guidance",
        ),
        of_all=True,
    ),
    Carried(
        "moved",
        _moved,
        ("Bolt expects sales of [$5m], up $1m from its previous outlook. -> guidance raised",),
        ("Bolt expects sales of [$5m], up $1m from its record. -> guidance",),
    ),
    Carried(
        "listed",
        _listed,
        ("It follows a 2024 sales guidance of $5m and net income of [$1m]. -> modality forecast",),
        ("Bolt has sales of $5m and net income of [$1m]. -> modality stated",),
        of_all=True,
    ),
    Carried(
        "metric",
        _metric,
        (
            "In 2023, sales were $4m. For 2024, Bolt expects [$5m]. -> metric revenue",
            "The gross margin is now expected in a range between [18% and 23%]. -> metric gross margin",
        ),
        ("In 2023, sales were $4m. Bolt expects to spend [$5m] on a mill. -> metric",),
    ),
    Carried(
        "period",
        fill_period,
        (
            "For 2025, Bolt expects sales of $5m. Net income is expected to be [$1m]. -> period 2025",
            "In 2025, Bolt expects:\n\n• Sales of $5m\n• Net income of [$1m] -> period 2025",
            "Bolt raised its full-year sales guidance to [$5m]. -> period 2024",
            "Bolt now sees annual sales of [$5m]. -> period 2024",
            "Bolt is specifying its outlook for the 2024 financial year. Sales are now expected to be [$5m]. -> period FY2024",
            "Looking ahead to the fourth quarter, Bolt sees sales of [$5m]. -> period 2024-Q4",
            "Bolt trimmed its sales target for the year to [$5m]. -> period 2024",
        ),
        (
            "For 2025, Bolt expects sales of $5m. The mill will cost [$1m]. -> period",
            "For 2025, Bolt expects sales of $5m. Its long-term target is an operating margin of [12%]. -> period",
            "Bolt expects sales of $5m in 2025. Corvex expects sales of [$1m]. -> period",
            "Full-year sales were [$5m]. -> period",
            "Bolt expects annual savings of [$5m]. -> period",
            "The new plant will have annual sales of [$5m]. -> period",
        ),
    ),
    Carried(
        "action",
        _action,
        (
            "Bolt raised its 2024 guidance. It now expects sales of [$5m]. -> guidance raised",
            "Bolt reaffirmed its 2024 guidance. It expects sales of [$5m]. -> guidance maintained",
        ),
        (
            "Bolt raised its sales guidance for 2024. It expects capital expenditure of [$5m]. -> guidance",
            "Bolt raised its 2024 guidance. For the third quarter, it expects sales of [$5m]. -> guidance",
            "Last year, Bolt raised its guidance. It now expects sales of [$5m]. -> guidance",
            "Bolt may raise its 2024 guidance. It now expects sales of [$5m]. -> guidance",
        ),
    ),
    Carried(
        "earlier",
        fill_earlier,
        (
            "Bolt expects 2024 sales of [$5m]. Previously, it expected sales of $4m. -> guidance raised",
            "Bolt withdrew its 2024 guidance. It had forecast sales of [$5m]. -> guidance withdrawn",
            "Bolt sees 2024 sales of [$5m]; its previous outlook was $6m. -> guidance lowered",
        ),
        (
            "Bolt expects 2024 sales of [$5m]. Previously, it reported sales of $4m. -> guidance",
            "Bolt may withdraw its 2024 guidance. It had forecast sales of [$5m]. -> guidance",
        ),
        of_all=True,
    ),
)
