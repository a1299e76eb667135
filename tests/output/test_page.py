"""The page as parsed: whole, self-contained, inert, and linked both ways."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from work import assert_linear

from factx import Article, Facts, extract
from factx.output.page.scale import Scale

lxml_html = pytest.importorskip("lxml.html")

NUL = "\u2400"


def parse(page: str) -> Any:
    return lxml_html.document_fromstring(page)


def shapes(page: str) -> set[tuple[str, str]]:
    """Every (element, attribute) of a page."""
    return {(e.tag, name) for e in parse(page).iter() if isinstance(e.tag, str) for name in ("", *e.keys())}


def article_text(page: str) -> str:
    return parse(page).get_element_by_id("text").text_content()


def test_the_article_is_whole(statement: Facts, hundred_quotes: Facts) -> None:
    for facts in (statement, hundred_quotes):
        assert article_text(facts.to_html()) == facts.article.text


@pytest.mark.parametrize(
    "text", ["", " \n ", "One\r\n\r\nTwo\r\n", "\n\nOne\n\n\n", "a\tb\u2028c", "<p>x</p>", "“", "x" * 5000]
)
def test_any_article_is_whole(text: str) -> None:
    assert article_text(extract(text).to_html()) == text


def test_hostile_text_adds_no_element_and_no_attribute(
    hostile_texts: list[str], make_hostile: Callable[[str], Facts]
) -> None:
    known = shapes(make_hostile("plain words").to_html()) | shapes(make_hostile("plain\n\nwords").to_html())
    for evil in hostile_texts:
        page = make_hostile(evil).to_html()
        assert shapes(page) <= known, shapes(page) - known
        root = parse(page)
        assert len(root.xpath("//script")) == 1
        assert len(root.xpath("//style")) == 1
        for link in root.xpath("//@href | //@src"):
            assert re.fullmatch(r"#[\w-]+|data:,", link), link


def test_hostile_text_is_shown_as_it_is(hostile_texts: list[str], make_hostile: Callable[[str], Facts]) -> None:
    for evil in hostile_texts:
        facts = make_hostile(evil)
        if not re.search("[\x00-\x08\x0b-\x1f]", evil):  # lxml drops control characters; the browser test has them
            page = facts.to_html()
            assert article_text(page) == facts.article.text
            assert parse(page).xpath("string(//blockquote)").strip("“”") == evil


def test_no_value_of_data_is_an_identifier(hostile_texts: list[str], make_hostile: Callable[[str], Facts]) -> None:
    for evil in hostile_texts:
        root = parse(make_hostile(evil).to_html())
        for name in ("id", "class", "data-record", "data-of", "data-speaker", "data-section", "for", "value"):
            for value in root.xpath(f"//@{name}"):
                assert re.fullmatch(r"[a-z0-9 -]*", value), value


def test_only_its_own_style_and_script_may_run(statement: Facts) -> None:
    root = parse(statement.to_html())
    policy = root.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for name, directive in (("style", "style-src"), ("script", "script-src")):
        text = root.xpath(f"string(//{name})")
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert not root.xpath("//*[@style] | //@*[starts-with(name(), 'on')]")


def test_the_script_makes_no_markup_and_runs_no_data() -> None:
    scripts = sorted((Path(__file__).parents[2] / "factx/output/page").glob("*.js"))
    assert len(scripts) == 3
    script = "".join(path.read_text(encoding="utf-8") for path in scripts)
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval", "Function(", "setAttribute(\"on",
                 "fetch", "XMLHttpRequest", "import(", "localStorage"):  # fmt: skip
        assert word not in script


def test_nothing_comes_from_elsewhere(statement: Facts) -> None:
    page = re.sub(r'content="[^"]*"', "", statement.to_html())
    assert not re.search(r"https?:|url\(|@import|src=", page)


def test_links_lead_somewhere_and_ids_are_unique(statement: Facts, hundred_quotes: Facts) -> None:
    for facts in (statement, hundred_quotes):
        root = parse(facts.to_html())
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids))
        keys = {key for names in root.xpath("//@data-record") for key in names.split()}
        for link in root.xpath("//@href[starts-with(., '#')]"):
            assert link[1:] in ids or link[1:] in keys, link


def test_every_record_is_on_the_page_and_marked(statement: Facts) -> None:
    root = parse(statement.to_html())
    keys = {key for names in root.xpath("//@data-record") for key in names.split()}
    records = list(statement.records())
    assert keys == {record.id for record in records}
    assert set(root.xpath("//mark/@data-of")) == keys
    for record in [*statement.money, *statement.numbers, *statement.dates]:
        marks = root.xpath(f"//mark[@data-of='{record.id}']")
        assert "".join(mark.text_content() for mark in marks) == record.span.text


def test_marks_nest(statement: Facts) -> None:
    root = parse(statement.to_html())
    assert root.xpath("//mark[@data-of='q2']//mark[@data-of='m1']")
    assert root.xpath("//mark[@data-of='q8']//mark[@data-of='q9']")


def test_landmarks_and_headings(statement: Facts) -> None:
    root = parse(statement.to_html())
    assert len(root.xpath("//main")) == len(root.xpath("//h1")) == len(root.xpath("//nav")) == 1
    for section in root.xpath("//section"):
        assert (
            section.get("aria-label") or root.get_element_by_id(section.get("aria-labelledby")).text_content().strip()
        )
    assert root.get("lang") == "en"
    assert len(root.xpath("//table//th[@scope='col']")) == 4


def test_a_page_for_nothing() -> None:
    page = Facts(article=Article(text="")).to_html()
    for words in ("Nobody is quoted", "No amounts and no numbers", "No dates or times"):
        assert words in page


def test_numbers_out_of_the_text_are_not_marked() -> None:
    from decimal import Decimal

    from factx import NumericClaim, Span

    span = Span(start=90, end=95, text="12345")
    claim = NumericClaim(id="n1", span=span, low=Decimal(1), high=Decimal(1), sentence=span, confidence=1)
    page = Facts(article=Article(text="short"), numbers=[claim]).to_html()
    assert article_text(page) == "short"


def test_control_characters_that_html_cannot_hold() -> None:
    page = extract("a\x00b \r\n c").to_html()
    assert f"a{NUL}b &#13;" in page
    assert "\x00" not in page


def test_the_same_facts_give_the_same_page(statement: Facts) -> None:
    assert statement.to_html() == Facts.model_validate_json(statement.model_dump_json()).to_html()


def test_small(statement: Facts) -> None:
    assert len(statement.to_html().encode()) < 300_000


def test_work_is_linear_in_the_records() -> None:
    assert_linear(lambda text: extract(text).to_html, "“We paid $5 million in 2023,” said Ann Lee of Bolt.\n\n", 5_000)


def test_scale_keeps_order_and_both_ends() -> None:
    days = [1, 400, 401, 730_000, 738_000, 738_001]
    scale = Scale(days)
    places = [scale.percent(day) for day in days]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert (places[0], places[-1]) == (2.0, 98.0)
    assert Scale([5]).percent(5) == 50.0
    for ends in ([1, 3_652_059], [700_000, 700_001], [5], [738_000, 738_700]):
        ticks = list(Scale(ends).ticks())
        assert len(ticks) <= 8
        assert all(ends[0] <= day <= ends[-1] for day, _ in ticks)
