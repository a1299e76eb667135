"""Who can speak: people, groups, organisations and documents do, things do not, whatever the verb."""

from __future__ import annotations

import pytest

import factx
from factx.mentions.cues.voices import voice_of

SPEAKS = [
    ("Protesters said that the depot had to stay.", "Protesters"),
    ("The legislature said that the depot had to stay.", "legislature"),
    ("The city said that the depot had to stay.", "city"),
    ("About 61% of voters said that the depot had to stay.", "61% of voters"),
]
SILENT = [
    "The increase shows that the depot has to stay.",
    "The award underscores that the depot is a good one.",
    "This collaboration ensures that the depot will stay.",
    "The new focus reflects that the depot is a good one.",
    "Orlo Ltd drew many buyers, showing that the depot is a good one.",
    "Orlo Ltd has demonstrated that the depot is a good one.",
    "We use Orlo Pay, which verifies that the money is there.",
    "The post Orlo Announces That It Won appeared first on Daily Depot.",
]


@pytest.mark.parametrize(("text", "name"), SPEAKS, ids=[name for _, name in SPEAKS])
def test_somebody_speaks(text: str, name: str) -> None:
    assert [speaker.name for speaker in factx.extract(text).speakers] == [name]


@pytest.mark.parametrize("text", SILENT, ids=[text[:24] for text in SILENT])
def test_things_do_not_speak(text: str) -> None:
    facts = factx.extract(text)
    assert not facts.speakers
    assert not facts.quotes


@pytest.mark.parametrize(
    ("voice", "nouns"),
    [
        ("somebody", "voters protesters investigators analysts committee influencers court retailer women"),
        ("crowd", "family crowd series"),
        ("document", "survey study report statement findings lawsuit email"),
        ("thing", "increase collaboration production focus award accuracy history progress"),
        ("quantity", "% half most 61"),
        ("maybe", "city county music"),
    ],
)
def test_voices(voice: str, nouns: str) -> None:
    assert {noun: voice_of(noun) for noun in nouns.split()} == dict.fromkeys(nouns.split(), voice)
