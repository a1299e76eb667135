"""Paragraphs and sections of articles as people paste them."""

from __future__ import annotations

import pytest

from factx.article import Article
from factx.document import Document
from factx.document.paragraphs import paragraphs
from factx.document.section_rules import BOILERPLATE, FOOTERS
from factx.document.sections import FIRST_CHARACTERS

RELEASE = """\
Exhibit 99.1

Acme Gears, Inc.
12 Long Street
Contact: Jo Ray, Treasurer

ACME GEARS REPORTS FOURTH QUARTER

SPRINGFIELD, Ill., March 3, 2024 -- (WIRE) -- Acme Gears, Inc. (NYSE: ACM) today reported net sales of $12.1 million.

“We are pleased,” said Ann Lee, chief executive.

• Sales rose 5%.
• Costs fell.

About Acme Gears
Acme Gears makes gears.

Cautionary Statement Regarding Forward-Looking Statements
This press release contains forward-looking statements.

Media contact:
Jo Ray
# # #
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(s.kind, text[s.start : s.end]) for s in Document(Article(text=text)).sections]


def test_press_release() -> None:
    found = {text: kind for kind, text in kinds(RELEASE)}
    assert found["Exhibit 99.1"] == "byline"
    assert found["ACME GEARS REPORTS FOURTH QUARTER"] == "headline"
    assert found["Contact: Jo Ray, Treasurer"] == "headline"
    assert found["SPRINGFIELD, Ill., March 3, 2024 -- (WIRE) --"] == "dateline"
    assert found["“We are pleased,” said Ann Lee, chief executive."] == "body"
    assert found["• Costs fell."] == "body"
    assert found["Acme Gears makes gears."] == "boilerplate"
    assert found["This press release contains forward-looking statements."] == "boilerplate"
    assert found["Jo Ray"] == "footer"
    assert found["# # #"] == "footer"


def test_news_report() -> None:
    text = "Acme to cut 90 jobs\nBy Ann Lee\n\nAcme will cut 90 jobs, it said on Monday.\n\nPosted by: Jo\nShare this"
    assert [kind for kind, _ in kinds(text)] == ["headline", "byline", "body", "footer", "footer"]


def test_body_goes_on_behind_an_about_block_with_a_heading() -> None:
    text = "Acme opens its code\n\nAcme opened its code on Monday, it said.\n\nAbout Acme\n\nAcme makes gears."
    text += "\n\nIndustry Support\n\n“Good,” said Jo Ray of Bolt."
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "boilerplate", "boilerplate", "body", "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("  One.  \n \n\tTwo.", ["One.", "Two."]),
        ("it goes on\nover a line", ["it goes on\nover a line"]),
        ("• One\n• Two\n1. Three", ["• One", "• Two", "1. Three"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in paragraphs(text)] == expected


def test_hard_wrapped_mail_is_one_paragraph() -> None:
    text = (
        "The company said on Monday that it would close two of its plants in\n"
        "the north. The plants make gears and cogs for ships, and the company\n"
        "has no buyer for them. A spokesman said that talks with the union had\n"
        "begun."
    )
    assert len(paragraphs(text)) == 1


def test_first_characters_leave_no_rule_out() -> None:
    for table in (FOOTERS, BOILERPLATE):
        for rule in table.rules:
            able = {c for c in [*map(chr, range(33, 127)), *"©–—“”‘’«»"] if rule.compiled.fullmatch(c, partial=True)}
            assert {c.lower() for c in able} <= FIRST_CHARACTERS, rule.name


def test_a_promotion_in_the_middle_of_an_article_ends_nothing() -> None:
    text = "Acme to cut 90 jobs\n\nAcme will cut 90 jobs, it said on Monday.\n\nRelated Stories\n\nBolt to cut jobs, too\n\n"
    text += "The jobs are in the north of the country, where Acme has made gears and cogs for ninety years.\n\nShare this\n\nJo Ray"
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "footer", "footer", "body", "footer", "footer"]


OPENING = "The mill of Orlo opens in May, and it will make gears for the whole valley and for the many towns and villages around it."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"{OPENING}  A Mill for the Valley  Orlo waits.", [OPENING, "A Mill for the Valley", "Orlo waits."]),
        (f"{OPENING} What comes next  The firm waits.", [OPENING, "What comes next", "The firm waits."]),
        (f"About Orlo  {OPENING}", ["About Orlo", OPENING]),
        (f"{OPENING}\xa0 About Orlo\xa0  Orlo makes gears.", [OPENING, "About Orlo", "Orlo makes gears."]),
    ],
)
def test_a_heading_that_a_page_has_run_into_its_paragraph_is_one_again(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in paragraphs(text)] == parts


@pytest.mark.parametrize(
    "text",
    [
        f"{OPENING}  Orlo waits.  Bolt waits, too.",
        f"{OPENING} It was built by the  Orlo company.",
        f"{OPENING} Its owners live in sunny Los  Angeles now.",
        f"“{OPENING}  A Mill for the Valley  We are glad,” said Ann Lee.",
        "Orlo  12 Long Street  Springfield",
    ],
)
def test_other_wide_spaces_are_no_ends_of_lines(text: str) -> None:
    assert [text[a:b] for a, b in paragraphs(text)] == [text]
