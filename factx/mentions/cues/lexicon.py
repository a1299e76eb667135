"""The lexicon of speech verbs: every form with its lemma, stance and frames.

>>> verb = speech_forms()["told"]
>>> verb.lemma, verb.stance, sorted(verb.frames)
('tell', 'report', ['clause', 'quote', 'to'])
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from factx import lexicon

__all__ = ["FRAMES", "STANCES", "SpeechVerb", "inflect", "speech_forms", "speech_nouns"]

STANCES = frozenset("admit announce ask claim confirm criticise deny praise predict promise report urge warn".split())
FRAMES = frozenset("back belief clause document inf invert it object on out quote that to up whether".split())
VOWELS = frozenset("aeiou")


@dataclass(slots=True, frozen=True)
class SpeechVerb:
    """A verb that reports speech; `frames` are those of `speech_verbs.tsv`."""

    lemma: str
    stance: str
    frames: frozenset[str]


USER_FRAMES = frozenset({"clause", "quote", "invert"})


def inflect(lemma: str) -> tuple[str, ...]:
    """The regular forms of a verb: base, -s, -ed, -ing.

    >>> inflect("blog"), inflect("opine")[1:], inflect("decry")[1:3]
    (('blog', 'blogs', 'blogged', 'blogging'), ('opines', 'opined', 'opining'), ('decries', 'decried'))
    """
    last = lemma[-1:]
    if last == "e":
        return lemma, lemma + "s", lemma + "d", (lemma if lemma.endswith("ee") else lemma[:-1]) + "ing"
    if last == "y" and lemma[-2:-1] not in VOWELS:
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
    doubled = len(lemma) in (3, 4) and last in "bdgmnpt" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS
    stem = lemma + last if doubled else lemma
    return lemma, third, stem + "ed", stem + "ing"


def speech_nouns() -> Mapping[str, str]:
    """Noun -> venue ("in an interview"), text ("the statement said") or act ("the claim that").

    >>> speech_nouns()["statement"]
    'text'
    """
    return lexicon.table("speech_nouns.tsv")


@cache
def _built_in() -> dict[str, SpeechVerb]:
    verbs = {row[0]: SpeechVerb(row[0], row[1], frozenset(row[2].split())) for row in lexicon.rows("speech_verbs.tsv")}
    return _forms(verbs)


def _forms(verbs: Mapping[str, SpeechVerb]) -> dict[str, SpeechVerb]:
    out: dict[str, SpeechVerb] = {}
    for lemma, verb in verbs.items():
        for form in inflect(lemma):
            out[form] = verb
    lemmas = lexicon.verb_lemmas()
    irregular: Iterable[tuple[str, str]] = lemmas.items()
    for form, lemma in irregular:
        if lemma in verbs:
            out[form] = verbs[lemma]
    return out


def speech_forms(user: Mapping[str, str] | None = None) -> Mapping[str, SpeechVerb]:
    """Lower-case form -> speech verb; `user`: lemma -> stance, which wins over the built-in list.

    >>> speech_forms({"rage-tweet": "criticise"})["rage-tweeted"].stance
    'criticise'
    """
    if not user:
        return _built_in()
    return _with_user(tuple(sorted(user.items())))


@cache
def _with_user(user: tuple[tuple[str, str], ...]) -> dict[str, SpeechVerb]:
    known = _built_in()
    mine: dict[str, SpeechVerb] = {}
    for lemma, stance in user:
        old = known.get(lemma)
        frames = old.frames if old is not None and old.lemma == lemma else USER_FRAMES
        mine[lemma] = SpeechVerb(lemma, stance, frames)
    return {**known, **_forms(mine)}
