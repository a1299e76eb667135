"""What an amount is about: subject, what, metric, period, modality, change and who vouches for it."""

from __future__ import annotations

from collections.abc import Sequence

from factx.document import Document
from factx.linking.types import ClaimLink, SpeakerTable, Timeline
from factx.mentions.types import AmountMention, Attribution

__all__ = ["link_claims"]


def link_claims(
    document: Document,
    amounts: Sequence[AmountMention],
    times: Timeline,
    attributions: Sequence[Attribution],
    speakers: SpeakerTable,
) -> list[ClaimLink]:
    """One link for each amount, in the same order."""
    return [ClaimLink() for _ in amounts]
