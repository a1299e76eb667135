"""What an amount is about: subject, what, metric, period, modality, change and who vouches for it.

Everything is read from the tree of the amount's sentence. One file a question: `frames` (how the amount is tied to the
words around it, a table) and `reading` (how the amounts of a sentence stand to each other: `comparing`, `lists`), then `ranking`
of `candidates` (for subject, with `owners` and `referents`: whom pronouns stand for; for `what`; for `period`), `metric`,
`modality`, `change`, `guidance` (of what: `guided`; told beside an amount: `beside`; what it was before: `earlier`), `vouching`,
and `confidence`. What forecasts take over from the sentences before is a table, too (`carried`, over `outlook`: `ahead` for periods,
`replaced` for earlier values).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from factx import lexicon
from factx.document import Document, Sentence
from factx.linking.claims.around import Around
from factx.linking.claims.because import cause_of
from factx.linking.claims.carried import carry
from factx.linking.claims.change import changes
from factx.linking.claims.confidence import confidence_of
from factx.linking.claims.earlier import previous_of
from factx.linking.claims.forecasts import Forecasts
from factx.linking.claims.frames import Frame
from factx.linking.claims.guidance import guidance_of
from factx.linking.claims.guided import guided_metric, metric_before, qualified, without_guidance
from factx.linking.claims.metric import metric_of
from factx.linking.claims.modality import modality_of
from factx.linking.claims.moments import Moments
from factx.linking.claims.outlook import Outlook
from factx.linking.claims.owners import Owners
from factx.linking.claims.period import EARLIER, Times, governs, order_of, reported_period
from factx.linking.claims.ranking import period_of, subject_of, worded_of
from factx.linking.claims.reading import read_frames
from factx.linking.claims.referents import Referents
from factx.linking.claims.scene import Scene
from factx.linking.claims.vouching import Vouching
from factx.linking.claims.what import what_of
from factx.linking.claims.words import GUIDED, SPEECH, is_quantity
from factx.linking.types import ClaimLink, PeriodLink, SpeakerTable, Timeline
from factx.mentions.types import AmountMention, Attribution, NameMention
from factx.syntax import Syntax

__all__ = ["link_claims"]

METRICS = lexicon.table("metrics.tsv")
COUNTED = frozenset(
    ("headcount", "job cuts", "customers", "active users", "passenger numbers", "stores", "deliveries", "shipments")
)
"""Metrics that are counts of the thing itself ("operates 640 stores")."""

TOGETHER = 24
"""Amounts of a sentence that are read together; more than that in one is a table."""
LONG = 6_000
"""Characters of a sentence that is parsed as a whole; of a longer one, what is near its amounts."""
NEAR = 2_000
"""Characters around the amounts of a sentence in which a time can be theirs."""


def link_claims(
    document: Document,
    syntax: Syntax,
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
    referents = Referents(document, syntax, speakers, names)
    return Linker(document, syntax, amounts, moments, Vouching(attributions, speakers), referents).links()


class Linker:
    """Goes through the sentences that hold amounts, and remembers the period that governs."""

    def __init__(
        self,
        document: Document,
        syntax: Syntax,
        amounts: Sequence[AmountMention],
        moments: Moments,
        vouching: Vouching,
        referents: Referents,
    ) -> None:
        self.document, self.syntax, self.amounts = document, syntax, amounts
        self.moments, self.vouching, self.referents = moments, vouching, referents
        self.out = [ClaimLink() for _ in amounts]
        self.outlook = Outlook(document, syntax, moments, amounts, referents)
        self.governing: PeriodLink | None = reported_period(document.text, moments)

    def links(self) -> list[ClaimLink]:
        for sentence, indices in self.sentences():
            first, last = self.amounts[indices[0]].start, self.amounts[indices[-1]].end
            times = self.moments.between(max(sentence.start, first - NEAR), min(sentence.end, last + NEAR))
            if sentence.end - sentence.start <= LONG:
                tree = self.syntax.of(sentence)
            else:
                tree = self.syntax.parse(max(sentence.start, first - NEAR), min(sentence.end, last + NEAR))
            self.link(Scene(self.document, tree, sentence, indices, self.amounts, times))
        return self.out

    def sentences(self) -> Iterator[tuple[Sentence, list[int]]]:
        """Sentences with the indices of their amounts, a crowded one in several turns."""
        starts = [self.document.sentence_at(amount.start) for amount in self.amounts]
        for sentence, refs in groupby(range(len(starts)), starts.__getitem__):
            indices = list(refs)
            for first in range(0, len(indices), TOGETHER):
                if sentence is not None:
                    yield sentence, indices[first : first + TOGETHER]

    def link(self, scene: Scene) -> None:
        """Fill in the links of one sentence's amounts."""
        frames = read_frames(scene)
        compared = changes(scene, frames)
        times = Times(scene)
        for ref in scene.indices:
            amount = self.amounts[ref]
            attribution, speaker = self.vouching.at(amount.start, amount.end)
            frame = frames.get(ref)
            if frame is None:
                self.out[ref] = ClaimLink(attribution=attribution, speaker=speaker, confidence=0.4)
                continue
            base = self.out[frame.base] if frame.base is not None else None
            owners = Owners(scene, self.referents, speaker)
            if frame.quantity is not None:
                frame.whose = owners.possessor(frame.quantity)
            around = Around(owners, ref, frame)
            shared = base.what if base else None
            what, sure_what = worded_of(around, what_of(scene, ref, frame, shared), shared)
            metric = self.metric(scene, ref, frame, what)
            subject, sure = subject_of(around, base.subject if base else None, what)
            period, sure_when = self.period(around, times, base)
            again = amount.currency is not None and subject and what and subject.lower() == what.lower()
            if again and frame.quantity is not None and is_quantity(scene.tree.lower[frame.quantity]):
                subject = None  # "turnover reached $3m": nobody's
            guidance = guidance_of(scene, frame)
            modality = "forecast" if guidance is not None else self.modality(scene, ref, frame, base)
            if metric is None and modality == "forecast":
                measured = amount.currency is not None or amount.dimension == "percentage"
                before = metric_before(scene, ref) if measured and guidance is None else None
                metric = guided_metric(scene, ref, frame) if guidance is not None else before
            owner = self.referents.cluster_named(subject)
            if (
                attribution is None
                and owner is not None
                and frame.verb is not None
                and scene.tree.lemma(frame.verb) in SPEECH
            ):
                speaker = owner  # "Bolt reported sales of $5m": it says so itself
            self.out[ref] = ClaimLink(
                subject=subject,
                what=what,
                metric=metric,
                period=period,
                modality=modality,
                change=compared.get(ref),
                guidance=guidance,
                because=cause_of(scene, frame) if ref in compared else None,
                owner=owner,
                converts=frame.base if frame.name == "conversion" else None,
                attribution=attribution,
                speaker=speaker,
                confidence=confidence_of(sure, sure_what, sure_when, around.kind),
                rules=(frame.name,),
            )
        self.look_ahead(scene, frames)
        carry(Forecasts(scene, frames, self.out, self.outlook))

    def modality(self, scene: Scene, ref: int, frame: Frame, base: ClaimLink | None) -> str:
        """That of the amount that it restates; an earlier value is stated, whatever the later one is."""
        if base is not None and frame.name in ("conversion", "restated"):
            return base.modality
        found = modality_of(scene, frame)
        if frame.name == "comparison" and found != "negated":
            before = previous_of(scene, ref)
            over = scene.tree.head[frame.node]
            if over >= 0 and scene.tree.lower[over] in GUIDED and scene.tree.case(frame.node) == "of":
                before = "forecast"  # "sales of $5m, versus guidance of $4m"
            ahead = base is not None and base.modality == "forecast"
            return "forecast" if before == "forecast" or (before and ahead) else "stated"
        return found

    def metric(self, scene: Scene, ref: int, frame: Frame, what: str | None) -> str | None:
        """The metric of a description, where what is described can be one."""
        amount = self.amounts[ref]
        extra = self.document.lexicon.metrics
        counts = amount.currency is None and amount.dimension == "count" and amount.unit_start is not None
        if frame.quantity is None and frame.side is None:
            if not counts:
                known = (
                    (METRICS.get(what.lower()) or METRICS.get(what.split()[0].lower()))
                    if what and amount.currency is not None
                    else None
                )
                return metric_of(what) if frame.name == "price" else known
            if frame.name == "object" and frame.verb is not None and scene.tree.lemma(frame.verb) == "employ":
                return "headcount"
            unit = metric_of(amount.unit) if frame.name in ("object", "listed") else None
            return unit if unit in COUNTED else None
        if counts and frame.name == "of" and metric_of(what, extra) not in COUNTED:
            return None  # "the loss of 300 jobs", "sales of 40 cars"
        if counts and frame.side is None and frame.name not in ("copula", "of", "comparison", "level", "level at"):
            return None
        if what and frame.quantity is not None:
            what = qualified(scene, frame.quantity, without_guidance(what))
        return metric_of(what and without_guidance(what), extra)

    def period(self, around: Around, times: Times, base: ClaimLink | None) -> tuple[PeriodLink | None, float]:
        """The period of an amount, and how sure it is; that of results governs what follows."""
        link, sure = period_of(around, times, self.governing, base.period if base is not None else None)
        then = around.frame.name == "comparison" or around.frame.side == "from"
        if link is not None and not then and not EARLIER.match(link.text) and governs(link):
            back = self.governing is not None and order_of(link, self.governing) == "before"
            self.governing = self.governing if back else link  # "up from the second quarter of 2023"
        return link, sure

    def look_ahead(self, scene: Scene, frames: Mapping[int, Frame]) -> None:
        """What lies ahead is not stated but forecast; what is told in the past has no period that lies ahead from elsewhere."""
        today = self.moments.published
        if today is None:
            return
        written = {moment.link.text for moment in scene.times}
        for ref, frame in frames.items():
            link = self.out[ref]
            first = link.period.first if link.period is not None else None
            if link.period is None or first is None or first <= today or link.modality != "stated":
                continue
            past = frame.verb is not None and scene.tree.tense(frame.verb) in ("past", "perfect")
            own = link.period.text in written or not past
            self.out[ref] = replace(link, modality="forecast") if own else replace(link, period=None)
