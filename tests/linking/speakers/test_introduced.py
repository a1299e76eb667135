"""Role and organisation are read from the words around a name: a title belongs to one person, an organisation to who is tied to it."""

from __future__ import annotations

import pytest

import factx
from factx.linking.speakers.introduced.marks import few, points_of, sorts

TOLD = [
    ("Danish Prime Minister Jo Ray said that it was over.", "Jo Ray", "Prime Minister", "Denmark"),
    ("Danish President Jo Ray of Zenvia Corp. said so.", "Jo Ray", "President", "Zenvia Corp."),
    ("“A thing,” says Ann Lee, author of The Zorvan Laboratory.", "Ann Lee", "author", None),
    ("“It grows,” said Ann Lee, founder of Dallas-based firm Zenvia.", "Ann Lee", "founder", "Zenvia"),
    ("He wrote to speaker and 'gear' expert Ann Lee. Ms Lee said so.", "Ann Lee", "speaker", None),
    ("“We grow,” said Kim Gorse, Orlo Pumps, CEO.", "Kim Gorse", "CEO", "Orlo Pumps"),
    ("“We grow,” said Orlo's Vice President of Marketing, Kim Gorse.", "Kim Gorse", "Vice President of Marketing", "Orlo"),
    ("Kim Gorse is a professional dog trainer at Orlo Kennels. “Dogs learn,” Gorse said.", "Kim Gorse",
     "professional dog trainer", "Orlo Kennels"),
    # of a title that several share each noun before its field is in the singular
    ("Orlo's co-founders and owners Kim Gorse and Emily Low left. “We left,” said Ms. Gorse.", "Kim Gorse",
     "co-founder and owner", "Orlo"),
    ("“It rains,” said Emily Low, Chairman of the Board of Directors of Orlo Inc.", "Emily Low",
     "Chairman of the Board of Directors", "Orlo Inc."),
    ("Kim Gorse of Orlo Pumps met Emily Low. “It rains,” Low said.", "Emily Low", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), TOLD, ids=[text[:30] for text, *_ in TOLD])
def test_role_and_organisation(text: str, name: str, role: str | None, affiliation: str | None) -> None:
    speakers = {speaker.name: speaker for speaker in factx.extract(text).speakers}
    assert (speakers[name].role, speakers[name].affiliation) == (role, affiliation)


def test_a_title_is_one_persons() -> None:
    facts = factx.extract("Zenvia chief executive Ann Lee met Bo Ray. “It rains,” Lee said. “It pours,” Ray said.")
    assert {speaker.name: speaker.role for speaker in facts.speakers} == {"Ann Lee": "chief executive", "Bo Ray": None}


def test_points_are_whole_numbers_of_features_that_are_made() -> None:
    points = points_of()
    assert len(points) > 10_000
    assert {feature[:2] for feature in points} >= {"rh", "sj", "ej", "af", "ap", "jo", "jl"}
    assert all(isinstance(value, int) and value for value in points.values())


def test_sorts_and_distances() -> None:
    assert "h" in sorts()["chairman"]
    assert [few(k) for k in (0, 4, 8, 12, 99)] == ["0", "4", "7", "10", "15"]
