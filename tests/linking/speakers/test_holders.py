"""Who speaks is the person who holds the title, wherever the title stands beside the name."""

from __future__ import annotations

import pytest

import factx

HELD = [
    ("“We aim for more,” stated Orlo's CEO, Hwan Gorse.", "Hwan Gorse"),
    ("“We aim for more,” said Orlo Head Engineer Micah Gorse.", "Micah Gorse"),
    ("Vice President of Orlo, Emily Gorse, noted that the pumps work.", "Emily Gorse"),
    ("Orlo's Marketing Head, Anna Gorse, said that the pumps work.", "Anna Gorse"),
    ("“We aim for more,” said Orlo's CEO, Dr. Shaun Gorse, PhD.", "Shaun Gorse"),
    ("According to Orlo Managing Director Anna Gorse, the pumps work.", "Anna Gorse"),
]


@pytest.mark.parametrize(("text", "name"), HELD, ids=[name for _, name in HELD])
def test_the_holder_of_a_title_speaks(text: str, name: str) -> None:
    facts = factx.extract(text)
    assert facts.quotes
    assert {facts.speaker(quote).name for quote in facts.quotes if facts.speaker(quote)} == {name}


@pytest.mark.parametrize("honorific", ["", "Dr. "])
def test_a_person_of_the_next_clause_holds_no_title(honorific: str) -> None:
    facts = factx.extract(f"According to the director, {honorific}Anna Gorse was late.")
    assert [speaker.name for speaker in facts.speakers] != ["Anna Gorse"]


ROLES = [
    ("Bolt works with Orlo founder Anna Gorse, Tarn Invest CEO Emily Low, and others.", "Anna Gorse", "founder", "Orlo"),
    ("Co-founders Anna Gorse and Emily Low left. Anna Gorse said that it rained.", "Emily Low", "Co-founder", None),
    ("Orlo’s owners Anna Gorse and Emily Low left. “We left,” said Ms. Gorse.", "Anna Gorse", "owner", "Orlo"),
    ("Co-founders Anna Gorse and Emily Low left. “We won,” said Emily Low, CEO of Orlo.", "Emily Low", "CEO", "Orlo"),
    ("“It rains,” said Anna Gorse, Professor Emeritus of Law at Orlo University.", "Anna Gorse",
     "Professor Emeritus of Law", "Orlo University"),
    ("U.S. District Judge Anna Gorse ruled that it was law.", "Anna Gorse", "U.S. District Judge", None),
    ("Press:\n\nAnna Gorse, Head of Partnerships\n\nanna@orlo.com\n\nOrlo sells pumps.", "Anna Gorse", "Head of Partnerships", "Orlo"),
    ("The guests are: • Anna Gorse, Managing Director, Orlo Capital • Emily Low, Partner, Tarn Capital.", "Anna Gorse",
     "Managing Director", "Orlo Capital"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), ROLES, ids=[text[:40] for text, *_ in ROLES])
def test_a_title_is_of_whom_it_stands_with(text: str, name: str, role: str, affiliation: str | None) -> None:
    speakers = {speaker.name: speaker for speaker in factx.extract(text).speakers}
    assert (speakers[name].role, speakers[name].affiliation) == (role, affiliation)
