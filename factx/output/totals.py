"""Who has what: the records of an article grouped by speaker, and counted.

>>> from factx import Article, Facts
>>> totals(Facts(article=Article(text="")))
'0 speakers, 0 quotes, 0 amounts of money, 0 numbers, 0 dates'
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.output.wording import KIND_WORDS
from factx.records import Act, Claim, MonetaryClaim, NumericClaim, Quote, Speaker

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["Voice", "all_claims", "counted", "told_claims", "totals", "voices"]

SINGULAR = {
    "speakers": "speaker",
    "quotes": "quote",
    "money": "amount of money",
    "numbers": "number",
    "dates": "date",
    "tables": "table",
    "acts": "act",
}

RARE = frozenset(("tables", "acts"))
"""Kinds that are told only where there are records of them."""


@dataclass(slots=True)
class Voice:
    """A speaker (None: nobody named) with its quotes, the claims that it vouches for and the acts that it does, in text order."""

    speaker: Speaker | None
    quotes: list[Quote] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)


def voices(facts: Facts) -> list[Voice]:
    """Those who said, claimed or did something, in order of first mention; what nobody vouches for comes last."""
    by_id = {speaker.id: Voice(speaker) for speaker in facts.speakers}
    nobody = Voice(None)
    for quote in facts.quotes:
        by_id.get(quote.speaker_id or "", nobody).quotes.append(quote)
    for claim in all_claims(facts):
        by_id.get(claim.speaker_id or "", nobody).claims.append(claim)
    for act in facts.acts:
        if act.actor_id in by_id:
            by_id[act.actor_id].acts.append(act)
    return [voice for voice in [*by_id.values(), nobody] if voice.quotes or voice.claims or voice.acts]


def all_claims(facts: Facts) -> list[MonetaryClaim | NumericClaim]:
    """Monetary and numeric claims together, in text order."""
    return sorted([*facts.money, *facts.numbers], key=lambda claim: (claim.span.start, claim.span.end))


def told_claims(facts: Facts) -> list[MonetaryClaim | NumericClaim]:
    """The claims of the running text, without those that a table shows."""
    return [claim for claim in all_claims(facts) if claim.cell is None]


def totals(facts: Facts, kinds: Collection[str] = ()) -> str:
    """One line: how many records of each kind; `kinds`: of those that were looked for alone, tables and acts where there are any."""
    looked_for = [
        kind for kind in KIND_WORDS if kind in kinds or (not kinds and (kind not in RARE or getattr(facts, kind)))
    ]
    return ", ".join(counted(kind, len(getattr(facts, kind))) for kind in looked_for)


def counted(kind: str, number: int) -> str:
    """
    >>> counted("money", 1), counted("money", 1200)
    ('1 amount of money', '1,200 amounts of money')
    """
    return f"{number:,} {SINGULAR[kind] if number == 1 else KIND_WORDS[kind]}"
