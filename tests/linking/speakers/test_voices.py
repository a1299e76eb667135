"""Who can speak: people, groups, organisations and documents do, things do not, whatever the verb."""

from __future__ import annotations

import json
from pathlib import Path

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


CASES = Path(__file__).parents[2] / "cases" / "quotes" / "voiceless.jsonl"
VOICELESS = [json.loads(line)["text"] for line in CASES.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("text", "name"), SPEAKS, ids=[name for _, name in SPEAKS])
def test_somebody_speaks(text: str, name: str) -> None:
    assert [speaker.name for speaker in factx.extract(text).speakers] == [name]


@pytest.mark.parametrize("text", SILENT + VOICELESS, ids=[text[:24] for text in SILENT + VOICELESS])
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


SOURCES = [
    (
        "LEEDS, 3 May 2024 – Orlo grew.\n\n- Key Quote: “We sell many pumps in all of the towns,” said Anna Gorse.",
        "Anna Gorse",
    ),
    ("Anna Gorse: “We sell many pumps in all of the towns.”", "Anna Gorse"),
    ("It sued for many managers who allege that they worked late.", "many managers"),
    ("A Gorse-funded study found that it rains.", "Gorse-funded study"),
    ("Anna Gorse and her team recommend that buyers wait.", "Anna Gorse"),
    ("In a talk, the head of Orlo Pumps, Anna Gorse, stressed that it rains.", "Anna Gorse"),
    ("The plan is a trial, which Anna Gorse said is going well.", "Anna Gorse"),
    ("Rain is not snow, and according to Anna Gorse, most roofs hold it.", "Anna Gorse"),
    ("Management has indicated more mills will be built.", "Management"),
]
NOBODY = [
    "Our pumps are made according to your wishes.",
    "In the U.S. adults in Texas who say that they swim are few.",
    "The mill was built according to the rules of the town.",
]


@pytest.mark.parametrize(("text", "name"), SOURCES, ids=[text[:40] for text, _ in SOURCES])
def test_who_speaks(text: str, name: str) -> None:
    facts = factx.extract(text, only=("quotes", "speakers"))
    assert [getattr(facts.speaker(quote), "name", None) for quote in facts.quotes] == [name]


@pytest.mark.parametrize("text", NOBODY, ids=[text[:40] for text in NOBODY])
def test_who_does_not(text: str) -> None:
    facts = factx.extract(text, only=("quotes", "speakers"))
    assert {quote.speaker_id for quote in facts.quotes} <= {None}


def test_somebody_without_a_name_is_he() -> None:
    text = "The head of Orlo's pump team said that it rains. He stressed that it is cold."
    facts = factx.extract(text)
    assert len(facts.quotes) == 2
    assert len({quote.speaker_id for quote in facts.quotes}) == 1


def test_what_who_says_which_is_reported() -> None:
    (quote,) = factx.extract("The plan is a trial, which Anna Gorse said is going well.").quotes
    assert quote.spans[0].text == "is going well"


def test_a_spokesman_is_of_what_the_text_calls_so() -> None:
    text = "Air Gorse is an airline. An airline spokeswoman said that it rains. A bank spokesman said that it is cold."
    assert [(s.role, s.affiliation) for s in factx.extract(text).speakers] == [
        ("spokeswoman", "Air Gorse"),
        ("spokesman", None),
    ]


def test_a_brief_that_sends_to_the_release_has_no_issuer() -> None:
    text = "Orlo Pumps Wins Prize\n\nLEEDS - May 3, 2024 (NEWMEDIAWIRE) - Orlo Pumps Inc. (OTC: ORLO) today announced that it won.\n\n"
    tail = "About Orlo Pumps Inc.\n\nOrlo Pumps Inc. makes pumps."
    assert factx.extract(text + tail).issuer is not None
    assert factx.extract(text + "To view the full press release, visit https://a.example/b\n\n" + tail).issuer is None


@pytest.mark.parametrize(
    ("begin", "name"),
    [("Gorse Lowe LLP announces a lawsuit against Orlo Energy, Inc.", "Orlo Energy, Inc."), ("Orlo Pumps Inc. grew by half in May, so", "Orlo Pumps Inc.")],
)  # fmt: skip
def test_the_company_is_whom_the_text_defines_so(begin: str, name: str) -> None:
    text = f"{begin} (OTC: “ORLO”) (“Orlo” or the “Company”). Anna Gorse, the Company’s CFO, left. The Company said that it rains."
    facts = factx.extract(text)
    assert [facts.speaker(quote).name for quote in facts.quotes] == [name]
    assert [s.affiliation for s in facts.speakers if s.name == "Anna Gorse"] == [name]
