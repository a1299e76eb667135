"""The speech verbs: the list is well formed, every form is found, the user's words win."""

from __future__ import annotations

import pytest

from factx import lexicon
from factx.mentions.cues import speech_forms, speech_nouns
from factx.mentions.cues.lexicon import FRAMES, STANCES, inflect

ROWS = lexicon.rows("speech_verbs.tsv")


def test_list_is_sorted_and_uses_known_stances_and_frames() -> None:
    lemmas = [row[0] for row in ROWS]
    assert lemmas == sorted(set(lemmas))
    assert {row[1] for row in ROWS} <= STANCES
    assert {frame for row in ROWS for frame in row[2].split()} <= FRAMES
    assert len(ROWS) > 300


def test_every_verb_has_its_four_forms() -> None:
    forms = speech_forms()
    for lemma, *_ in ROWS:
        assert all(form in forms for form in inflect(lemma))


@pytest.mark.parametrize(
    ("form", "lemma"), [("told", "tell"), ("said", "say"), ("wrote", "write"), ("denies", "deny"), ("opining", "opine")]
)
def test_irregular_and_regular_forms(form: str, lemma: str) -> None:
    assert speech_forms()[form].lemma == lemma


def test_users_verbs_win() -> None:
    forms = speech_forms({"rage-tweet": "criticise", "say": "claim"})
    assert [forms[form].stance for form in ("rage-tweeted", "said", "denied")] == ["criticise", "claim", "deny"]


def test_nouns_have_known_classes() -> None:
    assert set(speech_nouns().values()) == {"act", "text", "venue"}
