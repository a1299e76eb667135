"""Documents speak for those who made them, where the text tells who that is, and for themselves where it does not."""

from __future__ import annotations

import pytest

import factx

MADE = [
    ("A report by Gorse Institute shows that rain fell.", "Gorse Institute"),
    ("A survey conducted in May by Gorse Polls shows that rain fell.", "Gorse Polls"),
    ("Gorse Institute published a study that shows that rain fell.", "Gorse Institute"),
    ("Gorse Institute's latest survey shows that rain fell.", "Gorse Institute"),
    ("Gorse Institute's “Wet Years” report shows that rain fell.", "Gorse Institute"),
    ("A report by Gorse Institute is out. The report says that rain fell.", "Gorse Institute"),
    ("Gorse Markets kept its rating in a new report. According to the report, rain fell.", "Gorse Markets"),
    ("A new report from experts at the Gorse Institute shows that rain fell.", "Gorse Institute"),
    ("Rain fell, a survey has found. The Gorse Institute survey was made in May.", "Gorse Institute"),
    ("A new survey shows that most people want the depot to stay.", "new survey"),
    ("Gorse makes pumps. Studies show that rain fell.", "Studies"),
    ("A study sponsored by Gorse Ltd. shows that rain fell.", "study"),
    (
        "Doctors Find Cause of ‘Gorse Brain’\n\nA recent study found that rain fell. The study says that it was cold.",
        "recent study",
    ),
    ("An article discussing this reads, “Rain fell on all of the mills.”", "article discussing this"),
    ("An article featuring the company states, “Rain fell on all of the mills.”", "article featuring the company"),
    ("Gorse Institute’s 2025 Wet Years Report shows that rain fell.", "Gorse Institute"),
    ("A report by the Leeds-based think tank Gorse shows that rain fell.", "Gorse"),
    ("According to Gorse Institute’s official recognition, rain fell.", "Gorse Institute"),
    ("According to stats from Gorse Institute, rain fell in May.", "Gorse Institute"),
    ("About 61% of wet readers said that rain fell.", "61% of wet readers"),
    ("Gorse made a test. The results show that rain fell.", "Gorse"),
]


@pytest.mark.parametrize(("text", "name"), MADE, ids=[text[:40] for text, _ in MADE])
def test_the_maker_or_the_document_speaks(text: str, name: str) -> None:
    facts = factx.extract(text)
    assert [speaker.name for speaker in facts.speakers] == [name]
    assert facts.quotes[0].speaker_id == facts.speakers[0].id


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In an email sent by Jo Gorse, staff learned of it. “We close,” the email said.", "Jo Gorse"),
        ("Parents gathered outside. They said that the mill stinks.", "Parents"),
        ("Staff at Orlo walked out. “We want more pay,” they said.", "Staff at Orlo"),
        ("“The mill is gone,” @jogorse wrote.", "@jogorse"),
        ("Staff were told by Jo Gorse that the mill would close.", "Jo Gorse"),
    ],
)  # fmt: skip
def test_who_is_meant_by_letters_and_by_they(text: str, name: str) -> None:
    assert [speaker.name for speaker in factx.extract(text).speakers] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The stylist Bryony Joskin cuts beards. “I love it,” Joskin said.", "Bryony Joskin"),
        ("The singer Bryony Joské sang. “I love it,” Joske said.", "Bryony Joské"),
        ("Orlo Pumps Inc. (NASDAQ: ORLX) makes pumps. ORLX said that sales rose.", "Orlo Pumps Inc."),
    ],
)  # fmt: skip
def test_a_short_name_takes_up_the_fuller_one(text: str, name: str) -> None:
    facts = factx.extract(text)
    assert {facts.speaker(quote).name for quote in facts.quotes} == {name}  # type: ignore[union-attr]
