"""Who is who: names, short forms, pronouns and descriptions joined into speakers."""

from __future__ import annotations

from collections.abc import Sequence

from factx.document import Document
from factx.linking.types import SpeakerTable
from factx.mentions.types import Attribution, NameMention

__all__ = ["resolve_speakers"]


def resolve_speakers(
    document: Document, names: Sequence[NameMention], attributions: Sequence[Attribution]
) -> SpeakerTable:
    """The speakers of an article, and which of them is the source of each attribution."""
    return SpeakerTable(speaker_of=(None,) * len(attributions))
