"""Words that users add to the built-in lists.

>>> Lexicon(speech_verbs={"rage-tweet": "report"}).speech_verbs["rage-tweet"]
'report'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

__all__ = ["Lexicon"]


@dataclass(frozen=True)
class Lexicon:
    """Additions to the word lists; what is in here wins over the built-in lists.

    `people`, `organizations`: names as written. `speech_verbs`: verb lemma -> stance ("report", "claim", "deny",
    "confirm", "warn", "promise"). `metrics`: phrase -> normalised name ("same-store sales" -> "comparable sales").

    Raises `TypeError` for what is no set of names or dict of words, `ValueError` for a word that is none.
    """

    people: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    speech_verbs: Mapping[str, str] = field(default_factory=dict)
    metrics: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("people", "organizations"):
            given = getattr(self, name)
            if isinstance(given, str | Mapping) or not isinstance(given, Iterable):
                raise TypeError(f"{name} must be a set of names, not {given!r}")
            object.__setattr__(self, name, frozenset(_words(name, given)))
        for name in ("speech_verbs", "metrics"):
            given = getattr(self, name)
            if not isinstance(given, Mapping):
                raise TypeError(f"{name} must be a dict of words and what they stand for, not {given!r}")
            _words(name, given)
            _words(name, given.values())


def _words(name: str, given: Iterable[object]) -> list[str]:
    words = list(given)
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise ValueError(f"{name}: {word!r} is no word")
    return [str(word) for word in words]
