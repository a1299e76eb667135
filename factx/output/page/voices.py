"""A colour for each voice: an edge at its quotes in the text and at its card; eight colours, then grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.output.totals import Voice, voices

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["speaking", "voice_classes"]

MOST = 8
"""More colours than these are not told apart, by anybody."""


def speaking(facts: Facts) -> list[Voice]:
    """Those who are quoted, who says most first and the nameless last, then those who stand for figures only."""
    found = voices(facts)
    first = sorted((voice for voice in found if voice.quotes), key=lambda v: (v.speaker is None, -len(v.quotes)))
    return first + [voice for voice in found if not voice.quotes and voice.speaker is not None]


def voice_classes(facts: Facts) -> dict[str, str]:
    """Speaker id -> class of the style sheet ("v1" … "v8", "v0" for the others), for those who are quoted."""
    quoted = [voice.speaker.id for voice in speaking(facts) if voice.quotes and voice.speaker is not None]
    return {one: f"v{number}" if number <= MOST else "v0" for number, one in enumerate(quoted, 1)}
