"""What an amount is about: subject, what, metric, period, modality, change and who vouches for it.

One file a question: `clause` (the shallow parse), `roles` (how the amount stands in its clause), `what` (with `quantity`,
`verb_phrases`, `prices`), `subject`, `metric`, `period`, `modality`, `change`, `vouching`; `topic` knows the article's company
and what pronouns stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factx import lexicon
from factx.document import Document, Sentence
from factx.linking.claims.change import changes
from factx.linking.claims.clause import Scene
from factx.linking.claims.metric import metric_of
from factx.linking.claims.modality import modality_of
from factx.linking.claims.moments import Moments
from factx.linking.claims.period import governs, is_own, own_period, period_link, reported_period, shifted, twin
from factx.linking.claims.roles import Role, Roles
from factx.linking.claims.subject import subject_of, who
from factx.linking.claims.topic import Topic
from factx.linking.claims.vouching import Vouching
from factx.linking.claims.what import what_of
from factx.linking.claims.words import AGENT_NOUNS
from factx.linking.types import ClaimLink, PeriodLink, SpeakerTable, Timeline
from factx.mentions.types import AmountMention, Attribution, NameMention

__all__ = ["link_claims"]

CONFIDENCE = {
    "of": 0.9, "copula": 0.9, "modifier": 0.88, "change": 0.88, "conversion": 0.92, "restated": 0.88, "comparison": 0.85,
    "measure": 0.85, "worth": 0.85, "object": 0.8, "listed": 0.8, "label": 0.8, "apposition": 0.75, "elliptic": 0.7, "counted": 0.75,
    "oblique": 0.65, "loose": 0.5,
}  # fmt: skip
"""How often the rule of a role names the right thing, as far as checked on annotated statements."""


RESULTS = frozenset(
    metric
    for metric in lexicon.table("metrics.tsv").values()
    if any(word in metric for word in ("revenue", "sales", "income", "profit", "loss", "earnings", "EBITDA", "margin", "cash flow", "cost", "expense",
                                       "expectation", "order", "bookings", "backlog", "per share", "charge", "premium", "capital expenditure"))
) - {"share price"}  # fmt: skip
"""Metrics of a results announcement: they are all of the period that it reports on."""


METRICS = lexicon.table("metrics.tsv")


def link_claims(
    document: Document,
    amounts: Sequence[AmountMention],
    times: Timeline,
    attributions: Sequence[Attribution],
    speakers: SpeakerTable,
    names: Sequence[NameMention] = (),
) -> list[ClaimLink]:
    """One link for each amount, in the same order; `names` help to tell companies from people and places."""
    if not amounts:
        return []
    moments = Moments(document.text, times)
    linker = Linker(
        document, amounts, moments, Vouching(attributions, speakers), Topic(document, moments, speakers, names)
    )
    return linker.links()


def fits(scene: Scene, ref: int, role: Role) -> bool:
    """Can what is described be a metric? Not the object of a verb ("spent on …"), nor a count of things."""
    amount = scene.amounts[ref]
    counted = _is_count(amount)
    if (
        role.name in ("object", "oblique", "loose", "counted", "listed")
        and role.side is None
        and not (role.noun is not None and amount.currency)
    ):
        return counted and role.name in ("object", "listed") and metric_of(amount.unit) in COUNTED
    return not counted or role.name in ("change", "copula", "of", "comparison")


COUNTED = frozenset(
    ("headcount", "job cuts", "customers", "active users", "passenger numbers", "stores", "deliveries", "shipments")
)
"""Metrics that are counts of the thing itself ("operates 640 stores")."""


def _is_count(amount: AmountMention) -> bool:
    return amount.currency is None and amount.dimension == "count" and amount.unit_start is not None


def headcount(scene: Scene, ref: int, role: Role) -> str | None:
    """ "employs 4,200 people"."""
    amount = scene.amounts[ref]
    if role.verb is None or role.name != "object" or amount.currency is not None or amount.dimension != "count":
        return None
    return "headcount" if scene.lemma_of(role.verb) == "employ" else None


TOGETHER = 24
"""Amounts of a sentence that are read together; more than that in one is a table."""


NEAR = 2_000
"""Characters around the amounts of a sentence in which a time can be theirs."""


class Linker:
    """Goes through the sentences that hold amounts, and remembers the period that governs."""

    def __init__(
        self, document: Document, amounts: Sequence[AmountMention], moments: Moments, vouching: Vouching, topic: Topic
    ) -> None:
        self.document = document
        self.amounts = amounts
        self.moments = moments
        self.vouching = vouching
        self.topic = topic
        self.out = [ClaimLink() for _ in amounts]
        self.governing: PeriodLink | None = reported_period(document.text, moments)
        self.governed: str | None = None
        """Whose results the governing period is of; None: everybody's."""

    def links(self) -> list[ClaimLink]:
        for sentence, indices in self.sentences():
            first, last = self.amounts[indices[0]].start, self.amounts[indices[-1]].end
            times = self.moments.between(max(sentence.start, first - NEAR), min(sentence.end, last + NEAR))
            self.link(Scene(self.document, sentence, indices, self.amounts, times))
        return self.out

    def sentences(self) -> Iterator[tuple[Sentence, list[int]]]:
        """Sentences with the indices of their amounts, a crowded one in several turns."""
        held: list[int] = []
        current: Sentence | None = None
        for index, amount in enumerate(self.amounts):
            sentence = self.document.sentence_at(amount.start)
            if sentence is not current or len(held) == TOGETHER:
                if current is not None and held:
                    yield current, held
                current, held = sentence, []
            held.append(index)
        if current is not None and held:
            yield current, held

    def link(self, scene: Scene) -> None:
        """Fill in the links of one sentence's amounts."""
        roles = Roles(scene).of
        compared = changes(scene, roles, self.amounts)
        extra = self.document.lexicon.metrics
        for ref in scene.indices:
            amount = self.amounts[ref]
            attribution, speaker = self.vouching.at(amount.start, amount.end)
            role = roles.get(ref)
            if role is None:
                self.out[ref] = ClaimLink(attribution=attribution, speaker=speaker, confidence=0.4)
                continue
            base = self.out[role.base] if role.base is not None else None
            subject = subject_of(scene, ref, role, base.subject if base else None, self.topic)
            what = what_of(scene, ref, role, base.what if base else None, subject)
            metric = metric_of(what, extra) if fits(scene, ref, role) else headcount(scene, ref, role)
            if role.name == "of" and metric not in COUNTED and _is_count(self.amounts[ref]):
                metric = None  # "the loss of 300 jobs", "sales of 40 cars"
            if metric is None and what and self.amounts[ref].currency is not None:
                metric = METRICS.get(what.lower())  # "was fined", "closed at": what is only implied, and yet a metric
            modality = self.modality(scene, role, base)
            self.out[ref] = ClaimLink(
                subject=subject,
                what=what,
                metric=metric,
                period=self.period(scene, ref, role, metric, base, modality, subject),
                modality=modality,
                change=compared.get(ref),
                converts=role.base if role.name == "conversion" else None,
                attribution=attribution,
                speaker=speaker,
                confidence=CONFIDENCE[role.name],
                rules=(role.name,),
            )
        self.share_periods(scene, roles)

    def modality(self, scene: Scene, role: Role, base: ClaimLink | None) -> str:
        """A restatement has that of its base; the other value of a comparison is what was, unless its own words say else."""
        if base is not None and role.name in ("conversion", "restated"):
            return base.modality
        if role.name == "comparison" and role.side == "from":
            return "stated"
        return modality_of(scene, role)

    def period(
        self,
        scene: Scene,
        ref: int,
        role: Role,
        metric: str | None,
        base: ClaimLink | None,
        modality: str,
        subject: str | None,
    ) -> PeriodLink | None:
        """Own clause, else that of the amount restated, else the one that governs the results around."""
        if role.name == "restated" and base is not None and base.period is not None:
            return base.period
        earlier = role.side == "from" or role.name == "comparison"
        index = own_period(scene, role)
        if index is not None:
            link = period_link(scene, index, self.governing)
            if earlier:
                now = base.period if base is not None and base.period is not None else self.governing
                same = twin(scene, index, now)
                if same is not None:
                    return same
                return shifted(now, link) if now is not None else link
            if link.value is not None and metric is not None and modality == "stated" and governs(link):
                money = self.amounts[ref].currency is not None
                self.governing, self.governed = link, subject if money else who(scene, role, self.topic)
            return link
        if role.name in ("conversion", "restated", "listed") and base is not None:
            return base.period
        return None

    def governing_for(self, subject: str | None) -> PeriodLink | None:
        """The period that governs, if it can be that of `subject`: the same name, or "the company" on either side."""
        ours, theirs = (
            {word.rstrip(".") for word in (name or "").lower().split()} - {"the"} for name in (subject, self.governed)
        )
        generic = (
            not ours or not theirs or bool((ours | theirs) & AGENT_NOUNS & {max(ours, key=len), max(theirs, key=len)})
        )
        return self.governing if generic or ours <= theirs or theirs <= ours else None

    def without_times(self, scene: Scene, roles: dict[int, Role]) -> bool:
        """Does the sentence name no period, but that of the earlier value of a comparison?"""
        earlier = {own_period(scene, r) for r in roles.values() if r.side == "from" or r.name == "comparison"}
        return not any(kind == "@" and i not in earlier and is_own(scene, i) for i, kind in enumerate(scene.shape))

    def earlier_of(self, ref: int, roles: dict[int, Role]) -> PeriodLink | None:
        """ "compared with sales of $3m and a profit of $1m in 2001": the list of earlier values ends with their time."""
        for other, role in roles.items():
            if other > ref and role.side == "from" and role.name == "of" and self.out[other].period is not None:
                return self.out[other].period
        return None

    def share_periods(self, scene: Scene, roles: dict[int, Role]) -> None:
        """What has no period of its own in the sentence takes that of its change partners, else the governing one."""
        alone: bool | None = None
        for ref, role in roles.items():
            link = self.out[ref]
            if link.period is None and role.side == "from" and role.name == "of":
                self.out[ref] = replace(link, period=self.earlier_of(ref, roles))
            if link.period is not None or role.side == "from" or role.name == "comparison":
                continue
            partners = (link.change.by, link.change.to) if link.change is not None else ()
            found = next(
                (self.out[p].period for p in partners if p is not None and self.out[p].period is not None), None
            )
            if found is None and role.base is not None and role.name in ("conversion", "restated", "listed"):
                found = self.out[role.base].period
            result = link.metric in RESULTS and (link.modality != "forecast" or link.metric == "market expectations")
            if found is None and result:
                if alone is None:
                    alone = self.without_times(scene, roles)
                money = self.amounts[ref].currency is not None
                if alone:
                    found = self.governing_for(link.subject if money else who(scene, role, self.topic))
            if found is not None:
                self.out[ref] = replace(link, period=found)
