"""Words that users add to the built-in lists.

>>> Lexicon(speech_verbs={"rage-tweet": "report"}).speech_verbs["rage-tweet"]
'report'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

__all__ = ["STANCES", "Lexicon"]

STANCES = (
    "admit", "announce", "ask", "claim", "confirm", "criticise", "deny", "praise", "predict", "promise", "report", "urge", "warn",
)  # fmt: skip
"""What a verb of speech can make of what it reports, as in `speech_verbs.tsv`."""


@dataclass(frozen=True)
class Lexicon:
    """Additions to the word lists; what is in here wins over the built-in lists.

    `people`, `organizations`: names as written. `speech_verbs`: verb lemma -> stance, one of `STANCES` ("report", "claim",
    "deny", "confirm", "warn", "promise" …). `metrics`: phrase -> normalised name ("same-store sales" -> "comparable sales").

    Raises `TypeError` for what is no set of names or dict of words, `ValueError` for a word that is none and for an unknown stance.
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
        for verb, stance in self.speech_verbs.items():
            if stance not in STANCES:
                close = get_close_matches(stance, STANCES, 1)
                hint = f"did you mean {close[0]!r}?" if close else f"the stances are {', '.join(STANCES)}"
                raise ValueError(f"speech_verbs: {verb!r} has the unknown stance {stance!r}: {hint}")


def _words(name: str, given: Iterable[object]) -> list[str]:
    words = list(given)
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise ValueError(f"{name}: {word!r} is no word")
    return [str(word) for word in words]
