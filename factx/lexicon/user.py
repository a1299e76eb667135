"""Words that users add to the built-in lists.

>>> Lexicon(speech_verbs={"rage-tweet": "report"}).speech_verbs["rage-tweet"]
'report'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Lexicon"]


@dataclass(frozen=True)
class Lexicon:
    """Additions to the word lists; what is in here wins over the built-in lists.

    `people`, `organizations`: names as written. `speech_verbs`: verb lemma -> stance ("report", "claim", "deny",
    "confirm", "warn", "promise"). `metrics`: phrase -> normalised name ("same-store sales" -> "comparable sales").
    """

    people: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    speech_verbs: Mapping[str, str] = field(default_factory=dict)
    metrics: Mapping[str, str] = field(default_factory=dict)
