"""Who is meant by the noun that a cue has for its subject; with each reading the one that it is not to be taken for."""

from __future__ import annotations

import pytest

import factx

SOURCES = [
    # the name that the subject has in apposition; a name that it only governs
    ("One of the owners, Anna Gorse, says the pumps work.", "Anna Gorse"),
    ("The Kent secretary of the union, Anna Gorse, says the pumps work.", "Anna Gorse"),
    ("One of the owners of Orlo says the pumps work.", "One of the owners of Orlo"),
    ("According to the Chairman of the Board, Anna Gorse, the pumps work.", "Anna Gorse"),
    # whom somebody works for
    ("A spokesman for Prime Minister Anna Gorse says the pumps work.", "spokesman for Prime Minister Anna Gorse"),
    ("“The pumps work,” said a lawyer for President Anna Gorse.", "lawyer for President Anna Gorse"),
    ("“The pumps work,” said Orlo Head of Research Anna Gorse.", "Anna Gorse"),
    # a person with a title right behind; who writes about one is another
    ("Anna Gorse Associate Director for Sales said the pumps work.", "Anna Gorse"),
    ("An Anna Gorse biographer said the pumps work.", "Anna Gorse biographer"),
    # an article is no noun, a day nobody
    ("An official with a screening company said the rule could hurt growers.", "official with a screening company"),
    ("A report published Wednesday said the pumps work.", "report"),
    ("As announced on January 14, 2025, the pumps work.", None),
    # what is read as a noun is the verb that the sentence lacks
    ("Gorse counters with doubt on the clips, asking, “Are the pumps new?”", "Gorse"),
    ("Orlo analysts, asking about the clips, said the pumps work.", "Orlo analysts"),
    # what somebody feels says nothing; a person that it is about may
    ("Anna Gorse, CEO of Orlo, voiced excitement about the award saying, “The pumps are fine.”", "Anna Gorse"),
    # somebody's words
    ("The rate is, in Anna Gorse's words, “the slowest to fall and the first to rise.”", "Anna Gorse"),
    # a clause is no subject
    ("What makes the pumps cheap, says Orlo, is that they have no valves.", "Orlo"),
    ("That mix, says Orlo, is good for the pumps.", "Orlo"),
    ("Anna Gorse, the chair, says Orlo, Inc. is good for the pumps.", "Anna Gorse"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), SOURCES, ids=[text[:40] for text, _ in SOURCES])
def test_who_speaks(text: str, name: str | None) -> None:
    facts = factx.extract(text)
    speakers = [speaker.name if speaker else None for speaker in map(facts.speaker, facts.quotes)]
    assert speakers == ([] if name is None else [name])


def test_a_number_may_begin_what_is_said() -> None:
    facts = factx.extract("The Orlo union will march and says about 16,000 growers face a bleak winter.")
    assert [quote.text for quote in facts.quotes] == ["about 16,000 growers face a bleak winter"]


def test_a_label_for_a_list_is_no_turn() -> None:
    turns = "JO RAY: We won. Did you?\nTopics: pumps, valves, we\nANN LI: I did not.\nJO RAY: I see."
    assert {speaker.name for speaker in factx.extract(turns).speakers} == {"JO RAY", "ANN LI"}


def test_a_style_stands_for_him_or_her() -> None:
    facts = factx.extract("Queen Anna Gorse came to Kent. Her Majesty said that the pumps work.")
    assert [speaker.name for speaker in facts.speakers] == ["Anna Gorse"]
