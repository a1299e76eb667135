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
