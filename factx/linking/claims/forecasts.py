"""The forecasts of a sentence, as what fills in their gaps sees them: which are guidance, whose, and what stands over them.

>>> import factx
>>> m = factx.extract("For 2025, Bolt expects sales of $5m. Net income is expected to be $1m. The mill will cost $2m.").money
>>> [claim.period and claim.period.value for claim in m]
['2025', '2025', None]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, cached_property

from factx import lexicon
from factx.linking.claims.frames import Frames
from factx.linking.claims.guided import QUALIFIERS, VIEWS, guided_noun, labelled
from factx.linking.claims.outlook import Outlook, Told
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import COPULAS, FORESEEING, is_quantity
from factx.linking.types import ClaimLink

__all__ = ["Forecasts"]

VERBS = frozenset(("VB", "VBD", "VBP", "VBZ", "MD"))


@cache
def _telling() -> frozenset[str]:
    """Words without one of which a sentence of results tells nothing of guidance."""
    foresees = {form for form, lemma in lexicon.verb_lemmas().items() if lemma in FORESEEING}
    return VIEWS | foresees | {"had", "having", "guided", "indicated", "communicated"}


class Forecasts:
    """The forecasts of a sentence: where they stand (`scene`, `frames`), what is known of them (`out`), and of those before (`outlook`)."""

    def __init__(self, scene: Scene, frames: Frames, out: list[ClaimLink], outlook: Outlook) -> None:
        self.scene, self.frames, self.out, self.outlook = scene, frames, out, outlook
        self._whose: dict[int | None, str | None] = {}

    @cached_property
    def over(self) -> list[Told]:
        """What stands over the sentence; asked for only where a forecast lacks something."""
        return list(self.outlook.over(self.scene.sentence))

    def mine(self) -> Iterator[int]:
        """The forecasts that are a company's of itself."""
        for ref in self.frames:
            if self.out[ref].modality == "forecast" and self.whose(ref) != "others":
                yield ref

    def set(self, ref: int, **fields: object) -> None:
        self.out[ref] = replace(self.out[ref], **fields)  # type: ignore[arg-type]

    @cached_property
    def is_silent(self) -> bool:
        """Has the sentence no forecast, and no word that could make one of an amount?"""
        plain = all(self.out[r].modality == "stated" and self.out[r].guidance is None for r in self.frames)
        if not plain or not self.scene.words.isdisjoint(_telling()):
            return False
        return not any(self.is_under(ref) for ref in self.frames)

    def is_under(self, ref: int) -> bool:
        """ "Outlook: • Revenue of $5m": is an amount what an item of a list under a line of guidance has, without a verb?"""
        if labelled(self.scene, self.frames[ref]):
            return True  # "Revenue guidance: $5m"
        return self.out[ref].metric is not None and self._is_listed

    @cached_property
    def _is_listed(self) -> bool:
        """Does the sentence have no verb, and stand under a line of guidance?"""
        bare = self.outlook.is_told and VERBS.isdisjoint(self.scene.tree.tags)
        return bare and any(told.heads for told in self.over[:1])

    def whose(self, ref: int) -> str | None:
        """Whose forecast it is, by name."""
        verb = self.frames[ref].verb
        if verb not in self._whose:
            self._whose[verb] = self.outlook.whose(self.scene, verb)
        return self._whose[verb]

    def is_guided(self, ref: int) -> bool:
        """Is it guidance: of a metric, expected by somebody or of what is measured ("The new plant is expected to cost $5m" is none)?"""
        tree, link, verb = self.scene.tree, self.out[ref], self.frames[ref].verb
        if link.guidance is not None or link.metric is None:
            return link.guidance is not None
        if guided_noun(self.scene, self.frames[ref]) is not None:
            return True
        if self.is_under(ref):
            return True
        for _ in range(3):
            if verb is None:
                return False
            if tree.lemma(verb) in FORESEEING or tree.lower[verb] in QUALIFIERS:
                subject = tree.subject(verb)
                return not tree.is_passive(verb) or subject is None or is_quantity(tree.lower[subject])
            if tree.tags[verb][:2] != "VB" or tree.lemma(verb) in COPULAS:
                subject = tree.own_subject(verb)
                if subject is not None and tree.modal(verb) and is_quantity(tree.lower[subject]):
                    return True  # "Net debt will be $5m"
            verb = tree.clause_of(tree.head[verb]) if tree.head[verb] >= 0 else None
        return False

    def one_company(self, ref: int, told: Told) -> bool:
        """Can a forecast and what was told before be of one company?"""
        mine = self.whose(ref)
        return mine is None or told.whose is None or mine == told.whose
